//! Serves the built page on this machine, and under `--watch` builds it again when something changes.

use crate::Result;
use crate::build::Build;
use crate::page;
use crate::paths;
use crate::progress::say;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// How to serve.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// The port, on this machine's own address.
    pub port: u16,
    /// The folder to serve below, if not at the root.
    pub under: Option<String>,
    /// Show the page in the default browser.
    pub open: bool,
    /// Build again when something changes, and reload.
    pub watch: bool,
}

/// What a change of means a new page.
const WATCHED: [&str; 12] = [
    "src",
    "content",
    "style",
    "xtask/shell",
    "site",
    "embed",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    "reviews.txt",
    "tests/decisions/hashes.txt",
];

/// Where a page under `--watch` asks which build is the newest.
const NEWEST: &str = "/.newest";

/// Builds the release page and serves it until somebody stops it.
pub fn run(options: &Options) -> Result<()> {
    let mut build = Build::here()?;
    build.locked = !options.watch;
    // Before the build, so that a busy port is not found out a minute later.
    let listener = listen(options.port)?;
    let dist = build.places.root.join("dist");
    print!("{}", build.write(Path::new("dist"))?.sizes);

    let newest = options.watch.then(|| Arc::new(AtomicU64::new(1)));
    let below = options.under.as_ref().map_or_else(|| "/".to_owned(), |name| format!("/{name}/"));
    let address = format!("http://127.0.0.1:{}{below}", options.port);
    say(&format!("serving {} on {address} (Ctrl+C stops)", dist.display()));
    if options.open {
        open(&address);
    }
    if let Some(newest) = &newest {
        let newest = Arc::clone(newest);
        std::thread::spawn(move || watch(&build, &newest));
    }
    forever(&listener, Site { folder: dist, below, newest, host: None });
    Ok(())
}

/// Serves a folder as a host would, with the headers that its file `headers` asks for and packed, and gives its address.
/// It ends with the process.
pub fn as_hosted(folder: &Path) -> Result<String> {
    let headers = for_every_page(&paths::read_text(&folder.join("headers"))?);
    let listener = listen(0)?;
    let address = listener.local_addr().map_err(|error| format!("the server has no address: {error}"))?;
    let site = Site { folder: folder.to_path_buf(), below: "/".into(), newest: None, host: Some(headers) };
    std::thread::spawn(move || forever(&listener, site));
    Ok(format!("http://{address}/"))
}

/// The headers of the block `/*`, as they are sent.
fn for_every_page(headers: &str) -> String {
    let block = headers.lines().skip_while(|line| *line != "/*").skip(1);
    let block = block.take_while(|line| line.is_empty() || line.starts_with(' ')).map(str::trim);
    block
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| format!("{line}\r\n"))
        .collect()
}

fn forever(listener: &TcpListener, site: Site) {
    let site = Arc::new(site);
    for visitor in listener.incoming().flatten() {
        let site = Arc::clone(&site);
        // A visitor who goes away early is no concern of the others.
        std::thread::spawn(move || site.answer(&visitor));
    }
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        let why = match error.kind() {
            std::io::ErrorKind::AddrInUse => "is already in use".to_owned(),
            _ => format!("cannot be used: {error}"),
        };
        format!(
            "port {port} of 127.0.0.1 {why}; choose another with `--port`, such as `--port {}`",
            other(port)
        )
    })
}

fn other(port: u16) -> u16 {
    if port < u16::MAX { port + 1 } else { 8117 }
}

fn open(address: &str) {
    let (program, args): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start"]),
        _ => ("xdg-open", &[]),
    };
    let opened =
        Command::new(program).args(args).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if let Err(error) = opened {
        say(&format!("cannot open a browser ({program}: {error}); open {address} yourself"));
    }
}

/// A folder, served.
struct Site {
    folder: PathBuf,
    /// The path of the folder, such as `/` or `/s117/`.
    below: String,
    /// The number of the newest build, under `--watch`.
    newest: Option<Arc<AtomicU64>>,
    /// Headers beyond the plain ones, from a host that packs what it sends.
    host: Option<String>,
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn plain(status: &'static str, body: &str) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", body: body.into() }
    }
}

impl Site {
    fn answer(&self, visitor: &TcpStream) {
        let limit = Some(Duration::from_secs(10));
        if visitor.set_read_timeout(limit).and_then(|()| visitor.set_write_timeout(limit)).is_err() {
            return;
        }
        // Longer heads than this are no browser's.
        let mut head = BufReader::new(visitor.take(16 * 1024)).lines();
        let Some(Ok(first)) = head.next() else { return };
        let mut unpacks = false;
        while let Some(Ok(line)) = head.next() {
            if line.is_empty() {
                break;
            }
            let line = line.to_ascii_lowercase();
            unpacks |= line.starts_with("accept-encoding:") && line.contains("gzip");
        }
        let mut words = first.split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let mut answer = match method {
            "GET" | "HEAD" => self.find(target),
            _ => Answer::plain("405 Method Not Allowed", "Only GET and HEAD.\n"),
        };
        let more = match &self.host {
            None => "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n".to_owned(),
            Some(headers) if unpacks => {
                answer.body = packed(&answer.body);
                format!("{headers}Content-Encoding: gzip\r\n")
            }
            Some(headers) => headers.clone(),
        };
        let head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{more}Connection: close\r\n\r\n",
            answer.status,
            answer.kind,
            answer.body.len()
        );
        let mut out = visitor;
        let sent = out.write_all(head.as_bytes());
        if method == "GET" && sent.is_ok() {
            let _ = out.write_all(&answer.body);
        }
    }

    fn find(&self, target: &str) -> Answer {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if let (Some(newest), NEWEST) = (&self.newest, path) {
            return Answer::plain("200 OK", &newest.load(Ordering::Relaxed).to_string());
        }
        let found = path
            .strip_prefix(&self.below)
            .and_then(|path| inside(&self.folder, &format!("/{path}")))
            .and_then(|file| Some((std::fs::read(&file).ok()?, kind(&file))));
        let Some((body, kind)) = found else { return self.missing() };
        let body = match &self.newest {
            Some(newest) if kind.starts_with("text/html") => watched(body, newest.load(Ordering::Relaxed)),
            _ => body,
        };
        Answer { status: "200 OK", kind, body }
    }

    /// The page for any other address, as GitHub Pages gives it.
    fn missing(&self) -> Answer {
        let status = "404 Not Found";
        match std::fs::read(self.folder.join("404.html")) {
            Ok(body) => Answer { status, kind: "text/html; charset=utf-8", body },
            Err(_) => Answer::plain(status, &format!("Not here. The checker is at {}\n", self.below)),
        }
    }
}

fn packed(body: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    let packed = packer.write_all(body).and_then(|()| packer.finish());
    packed.expect("writing to memory does not fail")
}

/// The file that a request means: one in the folder, by its plain name, or nothing.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix('/')?;
    // Nothing we serve has a name that needs escapes, and so nothing is unescaped.
    if name.contains(['%', '\\', ':', '\0']) {
        return None;
    }
    let mut file = folder.to_path_buf();
    for part in Path::new(name).components() {
        let Component::Normal(part) = part else { return None };
        if part.to_str()?.starts_with('.') {
            return None;
        }
        file.push(part);
    }
    if name.is_empty() || name.ends_with('/') {
        file.push("index.html");
    }
    // A link could still lead out.
    let file = file.canonicalize().ok()?;
    (file.is_file() && file.starts_with(folder.canonicalize().ok()?)).then_some(file)
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("zip") => "application/zip",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// The page as it is served under `--watch`: it asks for the newest build and reloads.
///
/// Only this copy may ask anything of anybody. The file on disk keeps the policy it is released with.
fn watched(page: Vec<u8>, number: u64) -> Vec<u8> {
    let Ok(page) = String::from_utf8(page) else { return Vec::new() };
    let script = format!(
        "setInterval(async () => {{ try {{ const newest = await (await fetch('{NEWEST}')).text(); \
         if (newest !== '{number}') location.reload(); }} catch {{}} }}, 700);"
    );
    page.replacen("connect-src 'none'", "connect-src 'self'", 1)
        .replacen("script-src ", &format!("script-src {} ", page::hash(&script)), 1)
        .replacen("</body>", &format!("<script>{script}</script>\n</body>"), 1)
        .into_bytes()
}

fn watch(build: &Build, newest: &AtomicU64) {
    let mut seen = state(&build.places.root);
    loop {
        std::thread::sleep(Duration::from_millis(400));
        let now = state(&build.places.root);
        if now == seen {
            continue;
        }
        let changed = now.iter().find(|(path, at)| seen.get(*path) != Some(at)).map(|(path, _)| path);
        match changed.and_then(|path| path.strip_prefix(&build.places.root).ok()) {
            Some(path) => say(&format!("{} changed", path.display())),
            None => say("a file is gone"),
        }
        seen = now;
        match build.write(Path::new("dist")) {
            Ok(_) => {
                newest.fetch_add(1, Ordering::Relaxed);
                say("built; open pages reload");
            }
            Err(wrong) => say(&format!("error: {wrong}\n» the last good build is still served")),
        }
    }
}

/// Every watched file and when it was last written.
fn state(root: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut files = BTreeMap::new();
    let mut left: Vec<PathBuf> = WATCHED.iter().map(|name| root.join(name)).collect();
    while let Some(path) = left.pop() {
        let Ok(about) = path.metadata() else { continue };
        if about.is_dir() {
            left.extend(
                std::fs::read_dir(&path).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())),
            );
        } else if let Ok(written) = about.modified() {
            files.insert(path, written);
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a page in it and a secret beside it, gone when the test is.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("s117-serve-{name}-{}", std::process::id()));
            std::fs::create_dir_all(folder.join("dist/v1")).expect("a temporary folder");
            for (file, text) in [
                ("secret.txt", "secret"),
                ("dist/index.html", "<meta content=\"script-src 'a'; connect-src 'none'\"></body>"),
                ("dist/v1/note.txt", "note"),
                ("dist/.hidden", "hidden"),
            ] {
                std::fs::write(folder.join(file), text).expect("a temporary file");
            }
            Self(folder)
        }

        /// Serves one request, sent as it is, and gives the whole answer.
        fn ask(&self, newest: Option<u64>, request: &str) -> String {
            self.ask_below("/", newest, request)
        }

        fn ask_below(&self, below: &str, newest: Option<u64>, request: &str) -> String {
            let listener = listen(0).expect("a free port");
            let port = listener.local_addr().expect("an address").port();
            let newest = newest.map(|number| Arc::new(AtomicU64::new(number)));
            let site = Site { folder: self.0.join("dist"), below: below.into(), newest, host: None };
            let server = std::thread::spawn(move || {
                let (visitor, _) = listener.accept().expect("a visitor");
                site.answer(&visitor);
            });
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("a connection");
            stream.write_all(request.as_bytes()).expect("a request");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("an answer");
            server.join().expect("the server");
            answer
        }

        fn get(&self, path: &str) -> String {
            self.ask(None, &format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn serves_the_folder_with_the_right_types() {
        let folder = Folder::new("types");
        for path in ["/", "/index.html", "/?a", "/index.html#b"] {
            let answer = folder.get(path);
            assert!(
                answer.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"),
                "{answer}"
            );
            assert!(answer.ends_with("connect-src 'none'\"></body>"), "{answer}");
        }
        assert!(folder.get("/v1/note.txt").contains("text/plain"));
    }

    #[test]
    fn serves_below_a_folder_and_shows_the_page_for_lost_addresses() {
        let folder = Folder::new("below");
        let ask = |path: &str| folder.ask_below("/s117/", None, &format!("GET {path} HTTP/1.1\r\n\r\n"));
        assert!(ask("/s117/").contains("200 OK") && ask("/s117/v1/note.txt").ends_with("note"));
        for path in
            ["/", "/s117", "/index.html", "/s117/../secret.txt", "/s117//index.html", "/other/index.html"]
        {
            let answer = ask(path);
            assert!(
                answer.starts_with("HTTP/1.1 404") && answer.ends_with("at /s117/\n"),
                "{path}: {answer}"
            );
        }
        std::fs::write(folder.0.join("dist/404.html"), "lost").expect("a temporary file");
        let answer = ask("/s117/gone");
        assert!(
            answer.starts_with("HTTP/1.1 404 Not Found\r\nContent-Type: text/html")
                && answer.ends_with("lost"),
            "{answer}"
        );
    }

    #[test]
    fn a_host_adds_its_headers_and_packs_for_those_who_unpack() {
        let folder = Folder::new("hosted");
        let dist = folder.0.join("dist");
        assert!(as_hosted(&dist).expect_err("no headers").contains("headers"));
        let headers = "# about\n\n/*\n  # why\n  A-Header: a b\n\n  Another: c; d\n\n/v*\n  Not-Here: e\n";
        std::fs::write(dist.join("headers"), headers).expect("a temporary file");
        let site = as_hosted(&dist).expect("a server");
        let address =
            site.strip_prefix("http://").and_then(|site| site.strip_suffix('/')).expect("an address");
        let ask = |more: &str| {
            let mut stream = TcpStream::connect(address).expect("a connection");
            let request = format!("GET /v1/note.txt HTTP/1.1\r\n{more}\r\n");
            stream.write_all(request.as_bytes()).expect("a request");
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).expect("an answer");
            let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head") + 4;
            (String::from_utf8(answer[..end].to_vec()).expect("text"), answer[end..].to_vec())
        };
        let (head, body) = ask("");
        assert!(head.contains("\r\nA-Header: a b\r\nAnother: c; d\r\n"), "{head}");
        assert!(!head.contains("Not-Here") && !head.contains("no-store") && !head.contains("gzip"), "{head}");
        assert_eq!(body, b"note");
        let (head, body) = ask("accept-encoding: br, gzip\r\n");
        assert!(head.contains("Content-Encoding: gzip\r\n"), "{head}");
        assert!(head.contains(&format!("Content-Length: {}\r\n", body.len())), "{head}");
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(&body[..]).read_to_string(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, "note");
    }

    #[test]
    fn answers_head_without_a_body() {
        let answer = Folder::new("head").ask(None, "HEAD / HTTP/1.1\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("Content-Length: 58"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    }

    #[test]
    fn gives_nothing_from_elsewhere() {
        let folder = Folder::new("elsewhere");
        for path in [
            "/nothing",
            "/v1",
            "/v1/",
            "/../secret.txt",
            "/v1/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            "//etc/passwd",
            "/.hidden",
            "/./.hidden",
            "secret.txt",
            "",
            "*",
            "/.newest",
        ] {
            let answer = folder.get(path);
            assert!(answer.starts_with("HTTP/1.1 404 Not Found"), "{path}: {answer}");
            assert!(!answer.contains("secret\n") && !answer.ends_with("secret"), "{path}: {answer}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn does_not_follow_links_out() {
        let folder = Folder::new("links");
        std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.0.join("dist/link.txt"))
            .expect("a link");
        assert!(folder.get("/link.txt").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn refuses_what_changes_things() {
        let answer = Folder::new("post").ask(None, "POST / HTTP/1.1\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 405 "), "{answer}");
    }

    #[test]
    fn a_watched_page_asks_for_the_newest_build_and_the_file_does_not() {
        let folder = Folder::new("watched");
        let served = folder.ask(Some(7), "GET / HTTP/1.1\r\n\r\n");
        assert!(served.contains("connect-src 'self'") && served.contains("script-src 'sha256-"), "{served}");
        assert!(served.contains("newest !== '7'"), "{served}");
        assert!(folder.ask(Some(7), "GET /.newest HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n7"));
        let file = std::fs::read_to_string(folder.0.join("dist/index.html")).expect("the file");
        assert!(file.contains("connect-src 'none'") && !file.contains("newest"), "{file}");
    }

    #[test]
    fn a_busy_port_is_named_with_the_option() {
        let busy = listen(0).expect("a free port");
        let port = busy.local_addr().expect("an address").port();
        let wrong = listen(port).map(|_| ()).expect_err("the port is busy");
        assert!(wrong.contains(&format!("port {port} ")) && wrong.contains("--port"), "{wrong}");
    }
}
