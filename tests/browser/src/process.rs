//! A driver process with its own home folder. Dropping it ends the driver, the browsers that it started, and
//! the folder, also when a test panics.

use std::{
    env,
    ffi::OsStr,
    fs,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio, id},
    sync::atomic::{AtomicU32, Ordering},
    thread::sleep,
    time::{Duration, Instant},
};

/// Stands in the environment of every process that a test starts, so that browsers which left their driver's
/// process group are still found at the end.
const MARK: &str = "S117_BROWSER_TEST";

/// The folder, below the home folder, for what a browser saves.
const DOWNLOADS: &str = "downloads";

/// A folder that is removed when dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// A new empty folder that only this user can read.
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("s117-browser-{}-{}", id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("the temporary folder can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("own folder");
        Self(path)
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser may still be writing its last files.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            sleep(Duration::from_millis(100));
        }
    }
}

/// A running driver, and what it needs around it.
#[derive(Debug)]
pub struct Driver {
    // Dropped in this order: processes first, then the folder they write to.
    group: Group,
    _display: Option<Group>,
    home: Folder,
    /// The port it listens on.
    pub port: u16,
}

impl Driver {
    /// Starts `program` with a home folder of its own and waits until it listens on the port that `arguments`
    /// is told.
    pub fn start(
        program: &Path,
        arguments: impl FnOnce(u16) -> Vec<String>,
        environment: &[(&str, &str)],
        with_display: bool,
    ) -> Self {
        let home = Folder::new();
        let display = with_display.then(|| display(&home));
        let port = free_port();
        let mut command = command(program, &home);
        downloads(&home);
        command.args(arguments(port)).envs(environment.iter().copied());
        command.stdout(Stdio::null()).stderr(log(&home));
        if let Some((_, name)) = &display {
            command.env("DISPLAY", name);
        }
        let group = Group::start(&mut command, &home);
        let mut driver = Self { group, _display: display.map(|(group, _)| group), home, port };
        driver.wait_until_listening(program);
        driver
    }

    /// The home folder of the driver and its browser.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The folder that its browser saves files in.
    pub fn downloads(&self) -> PathBuf {
        self.home.path().join(DOWNLOADS)
    }

    /// What the driver wrote as errors: for messages.
    pub fn log(&self) -> String {
        fs::read_to_string(self.home.path().join("driver.log")).unwrap_or_default()
    }

    fn wait_until_listening(&mut self, program: &Path) {
        let deadline = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Ok(Some(status)) = self.group.leader.try_wait() {
                panic!("{} ended at once ({status}):\n{}", program.display(), self.log());
            }
            assert!(Instant::now() < deadline, "{} does not listen:\n{}", program.display(), self.log());
            sleep(Duration::from_millis(20));
        }
    }
}

/// A process and those that it starts. Dropping it ends them.
#[derive(Debug)]
pub struct Group {
    leader: Child,
    mark: String,
}

impl Group {
    /// Starts a [`command`] of this home folder.
    pub fn start(command: &mut Command, home: &Folder) -> Self {
        let mark = home.path().display().to_string();
        let program = command.get_program().to_owned();
        let leader = command
            .process_group(0)
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", program.display()));
        Self { leader, mark }
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.leader.id());
        let _ = Command::new("kill")
            .args([signal, "--", &group])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
    }

    /// The processes that carry this group's mark, wherever they are now. Empty where there is no `/proc`.
    fn marked(&self) -> Vec<String> {
        let mark = format!("{MARK}={}", self.mark).into_bytes();
        let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
        processes
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
            .filter(|name| {
                fs::read(format!("/proc/{name}/environ"))
                    .is_ok_and(|environment| environment.split(|byte| *byte == 0).any(|line| line == mark))
            })
            .collect()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.signal("-TERM");
        let deadline = Instant::now() + Duration::from_secs(3);
        while Instant::now() < deadline && !matches!(self.leader.try_wait(), Ok(Some(_))) {
            sleep(Duration::from_millis(20));
        }
        self.signal("-KILL");
        let _ = self.leader.wait();
        let left = self.marked();
        if !left.is_empty() {
            let _ = Command::new("kill").arg("-KILL").args(left).stderr(Stdio::null()).status();
        }
    }
}

/// A command that sees only the home folder given.
pub fn command(program: impl AsRef<OsStr>, home: &Folder) -> Command {
    let mut command = Command::new(program);
    command.env("HOME", home.path()).env(MARK, home.path());
    for (variable, folder) in [
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "run"),
        ("TMPDIR", "tmp"),
    ] {
        let path = home.path().join(folder);
        fs::create_dir_all(&path).expect("own folder");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("own folder");
        command.env(variable, path);
    }
    command
}

/// Makes the folder for what a browser saves, and names it where WebKit looks for it.
fn downloads(home: &Folder) {
    fs::create_dir_all(home.path().join(DOWNLOADS)).expect("own folder");
    let names = format!("XDG_DOWNLOAD_DIR=\"$HOME/{DOWNLOADS}\"\n");
    fs::write(home.path().join("config/user-dirs.dirs"), names).expect("own folder");
}

fn log(home: &Folder) -> Stdio {
    fs::File::create(home.path().join("driver.log")).map_or_else(|_| Stdio::null(), Stdio::from)
}

/// A display that nobody sees, and its name. Xvfb picks a free number itself, so sessions cannot collide.
fn display(home: &Folder) -> (Group, String) {
    let mut command = command("Xvfb", home);
    command
        .args(["-displayfd", "1", "-screen", "0", "1280x1600x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut group = Group::start(&mut command, home);
    let mut number = String::new();
    let output = group.leader.stdout.take().expect("piped");
    BufReader::new(output).read_line(&mut number).expect("Xvfb names its display");
    assert!(!number.trim().is_empty(), "Xvfb did not start; `cargo xtask test` installs it (package xvfb)");
    (group, format!(":{}", number.trim()))
}

/// A port that nothing listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port on this machine");
    listener.local_addr().expect("bound").port()
}
