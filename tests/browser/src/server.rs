//! A small server on this machine that serves given documents and keeps a list of every request.

use crate::tools;
use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

/// The server. It ends with the test.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    documents: Mutex<HashMap<String, Document>>,
    requests: Mutex<Vec<String>>,
    closed: Mutex<bool>,
}

/// What is answered to those who ask for a path.
#[derive(Clone, Debug)]
enum Document {
    /// A file, with its type and other headers.
    File { headers: String, body: Vec<u8> },
    /// Nothing, for as long as anybody waits.
    Silence,
}

/// The type of a page.
const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// A plain other page, for leaving the checker.
pub const ELSEWHERE: &str = "/elsewhere";

impl Server {
    /// Serves the built page at `/` and another page at [`ELSEWHERE`].
    pub fn start() -> Self {
        Self::with_page(tools::page())
    }

    /// Serves these bytes at `/` instead of the built page.
    pub fn with_page(page: Vec<u8>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port on this machine");
        let address = listener.local_addr().expect("bound");
        let shared = Arc::new(Shared::default());
        let server = Self { address, shared: Arc::clone(&shared) };
        server.put("/", page);
        server.put_html(ELSEWHERE, "<h1>Elsewhere</h1>");
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if *lock(&shared.closed) {
                    return;
                }
                let shared = Arc::clone(&shared);
                thread::spawn(move || answer(stream, &shared));
            }
        });
        server
    }

    /// Serves a page at `path`.
    pub fn put(&self, path: &str, document: Vec<u8>) {
        self.put_with(path, &[], document);
    }

    /// Serves a page at `path`, with more headers, such as a policy.
    pub fn put_with(&self, path: &str, headers: &[(&str, &str)], document: Vec<u8>) {
        let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        self.insert(path, Document::File { headers: format!("{HTML}{more}"), body: document });
    }

    /// Serves a script at `path`.
    pub fn put_script(&self, path: &str, script: Vec<u8>) {
        let headers = "Content-Type: text/javascript; charset=utf-8\r\n".to_owned();
        self.insert(path, Document::File { headers, body: script });
    }

    /// Serves a script at `path` that other origins may check, as GitHub Pages does.
    pub fn put_cross_origin_script(&self, path: &str, script: Vec<u8>) {
        let headers =
            "Content-Type: text/javascript; charset=utf-8\r\nAccess-Control-Allow-Origin: *\r\n".to_owned();
        self.insert(path, Document::File { headers, body: script });
    }

    /// Lets those who ask for `path` wait.
    pub fn put_silence(&self, path: &str) {
        self.insert(path, Document::Silence);
    }

    fn insert(&self, path: &str, document: Document) {
        lock(&self.shared.documents).insert(path.to_owned(), document);
    }

    /// Serves a small page at `path`. It has an icon link, so that browsers do not ask for one.
    pub fn put_html(&self, path: &str, body: &str) {
        let document = format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Control</title>\
             <link rel=icon href='data:,'></head><body><main>{body}</main></body></html>"
        );
        self.put(path, document.into_bytes());
    }

    /// The address of `path`.
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Every request so far, such as `GET /`.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        *lock(&self.shared.closed) = true;
        // Wakes the thread that waits for the next connection.
        let _ = TcpStream::connect(self.address);
    }
}

fn answer(mut stream: TcpStream, shared: &Shared) {
    // A browser may open a connection and never use it.
    let _ = stream.set_read_timeout(Some(Duration::from_secs(30)));
    let Some(request) = read_request(&stream) else { return };
    lock(&shared.requests).push(request.clone());
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let document = lock(&shared.documents).get(path).cloned();
    let (status, headers, body) = match document {
        Some(Document::File { headers, body }) => ("200 OK", headers, body),
        Some(Document::Silence) => {
            // Until the browser gives up, or the reading time is over.
            let _ = stream.read(&mut [0]);
            return;
        }
        None => {
            ("404 Not Found", HTML.to_owned(), b"<!doctype html><title>Not found</title>Not found".to_vec())
        }
    };
    let head =
        format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
    let _ = stream.flush();
}

/// Method and path; the rest of the request is read and dropped.
fn read_request(stream: &TcpStream) -> Option<String> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let request = format!("{} {}", words.next()?, words.next()?);
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    // Read to the end, or closing would cut the answer off.
    std::io::copy(&mut reader.take(length), &mut std::io::sink()).ok()?;
    Some(request)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
