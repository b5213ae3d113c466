//! A small server that packs what it serves with gzip, keeps connections open, and counts what goes over the wire.

use flate2::{Compression, write::GzEncoder};
use std::{
    collections::HashMap,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

/// What went over the wire.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Traffic {
    /// How many requests were answered.
    pub requests: usize,
    /// All bytes of the answers, headers included.
    pub bytes: usize,
}

/// The server. It ends with the process.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    /// Whole answers, by path.
    answers: Mutex<HashMap<String, Vec<u8>>>,
    traffic: Mutex<Traffic>,
}

impl Server {
    /// Starts it, with nothing to serve.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let server = Self { address, shared: Arc::clone(&shared) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                // A browser that goes away is no failure of ours.
                thread::spawn(move || drop(talk(stream, &shared)));
            }
        });
        Ok(server)
    }

    /// Serves this at `path`, packed as well as gzip can.
    pub fn put(&self, path: &str, document: &[u8]) -> io::Result<()> {
        let kind = match path.rsplit('.').next() {
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            _ => "text/html",
        };
        let body = packed(document)?;
        // Nothing is kept from one run to the next.
        let mut answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Encoding: gzip\r\n\
             Cache-Control: no-store\r\nContent-Length: {}\r\n\r\n",
            body.len()
        )
        .into_bytes();
        answer.extend(body);
        lock(&self.shared.answers).insert(path.to_owned(), answer);
        Ok(())
    }

    /// The address of `path`.
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What has gone over the wire since the server was started.
    pub fn traffic(&self) -> Traffic {
        *lock(&self.shared.traffic)
    }
}

/// The bytes after gzip -9.
pub fn packed(document: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(document)?;
    encoder.finish()
}

fn talk(stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let path = line.split(' ').nth(1).unwrap_or_default();
        let path = path.split('?').next().unwrap_or_default().to_owned();
        let mut header = String::new();
        while reader.read_line(&mut header)? > 2 {
            header.clear();
        }
        let missing = || b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec();
        let answer = lock(&shared.answers).get(&path).cloned().unwrap_or_else(missing);
        {
            let mut traffic = lock(&shared.traffic);
            traffic.requests += 1;
            traffic.bytes += answer.len();
        }
        writer.write_all(&answer)?;
        writer.flush()?;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn counts_what_it_sends_and_keeps_the_connection() {
        let server = Server::start().expect("a port");
        server.put("/a/", &[b'x'; 5000]).expect("packs");
        let mut stream = TcpStream::connect(server.address).expect("listens");
        let mut got = 0;
        for path in ["/a/?1", "/none"] {
            write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").expect("sends");
            let mut answer = [0; 1000];
            let length = stream.read(&mut answer).expect("answers");
            let text = String::from_utf8_lossy(&answer[..length]).into_owned();
            assert!(
                text.starts_with(if path == "/none" { "HTTP/1.1 404" } else { "HTTP/1.1 200" }),
                "{text}"
            );
            got += length;
        }
        assert!(got < 600, "packed: {got} bytes");
        assert_eq!(server.traffic(), Traffic { requests: 2, bytes: got });
    }
}
