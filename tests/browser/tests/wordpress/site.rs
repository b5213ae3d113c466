//! A real WordPress: Debian's files, a database and a web server of its own, ended and removed with the test.

use browser_tests::{
    process::{Folder, Group, command, free_port},
    session::Session,
    tools,
};
use std::{
    fs,
    net::{Ipv4Addr, TcpStream},
    path::{Path, PathBuf},
    process::Stdio,
    thread::sleep,
    time::{Duration, Instant},
};

/// Where Debian puts WordPress.
const WORDPRESS: &str = "/usr/share/wordpress";
/// A stock theme, made of blocks.
const THEME: &str = "twentytwentythree";
/// No mail is sent.
const SETTINGS: [&str; 2] = ["-d", "sendmail_path=/bin/true"];
/// Of both users. Nobody else reaches this site.
const PASSWORD: &str = "local-test";

/// The site.
#[derive(Debug)]
pub struct Site {
    // Dropped in this order: processes first, then the folder they write to.
    _server: Group,
    _database: Group,
    folder: Folder,
    port: u16,
}

impl Site {
    /// A new site with two users, `admin` and `editor`, and no plugin.
    pub fn start() -> Self {
        let folder = Folder::new();
        let path = folder.path().to_owned();
        run(command("cp", &folder).args(["-aL", &format!("{WORDPRESS}/.")]).arg(path.join("site")));
        let own = path.join("site/wp-content/mu-plugins");
        fs::create_dir_all(&own).expect("own folder");
        fs::copy(php("watch.php"), own.join("watch.php")).expect("own folder");
        let socket = path.join("socket").display().to_string();
        let config = fs::read_to_string(php("config.php")).expect("text").replace("@SOCKET@", &socket);
        fs::write(path.join("site/wp-config.php"), config).expect("own folder");

        let database = database(&folder, &socket);
        let port = free_port();
        let mut server = command("php", &folder);
        server
            .args(SETTINGS)
            .args(["-S", &format!("127.0.0.1:{port}"), "-t"])
            .arg(path.join("site"))
            .arg(php("router.php"))
            .env("PHP_CLI_SERVER_WORKERS", "4")
            .stdout(Stdio::null())
            .stderr(fs::File::create(path.join("server.log")).expect("own folder"));
        let server = Group::start(&mut server, &folder);
        let site = Self { _server: server, _database: database, folder, port };
        wait("the web server", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok());
        site.shell("install", &[THEME]);
        site
    }

    /// A site with the plugin.
    pub fn with_plugin() -> Self {
        let site = Self::start();
        site.shell("plugin", &[plugin().to_str().expect("UTF-8")]);
        site
    }

    /// The address of a path on it.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Does what `do.php` knows.
    pub fn shell(&self, action: &str, arguments: &[&str]) {
        let said = self.ask(action, arguments);
        assert_eq!(said, "done", "{action} {arguments:?}");
    }

    fn ask(&self, action: &str, arguments: &[&str]) -> String {
        let mut script = command("php", &self.folder);
        script
            .args(SETTINGS)
            .arg(php("do.php"))
            .arg(self.folder.path().join("site"))
            .arg(self.address(""))
            .arg(action);
        let done = script.args(arguments).output().expect("php runs");
        let (said, wrong) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        format!("{}{}", said.trim(), wrong.trim())
    }

    /// Publishes a page at `/name/`, as this user may.
    pub fn publish(&self, user: &str, name: &str, content: &str) -> String {
        self.shell("page", &[user, name, content]);
        self.address(&format!("/{name}/"))
    }

    /// A name in the database with this text in it: of an option, a setting of a user or a table.
    pub fn name_in_database(&self, text: &str) -> Option<String> {
        Some(self.ask("traces", &[text])).filter(|said| said != "done")
    }

    /// What PHP and WordPress complained of. Debian's WordPress is older than its PHP, which does not like how it passes
    /// `null` about; that is left out.
    pub fn complaints(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.path().join("debug.log")).unwrap_or_default();
        let own = |line: &str| line.contains("Passing null to parameter") && !line.contains("/plugins/");
        log.lines().filter(|line| !own(line)).map(str::to_owned).collect()
    }

    /// The addresses that the site itself has asked for so far, behind the scenes. None is answered.
    pub fn asked(&self) -> Vec<String> {
        let list = fs::read_to_string(self.folder.path().join("asked.log")).unwrap_or_default();
        list.lines().map(str::to_owned).collect()
    }

    /// The plugin's folder on the disk.
    pub fn plugin_folder(&self) -> PathBuf {
        self.folder.path().join("site/wp-content/plugins/s117-checker")
    }

    /// Signs in with the form.
    pub fn sign_in(&self, session: &Session, user: &str) {
        // Not to the dashboard, which asks for news from elsewhere.
        session.open(&self.address("/wp-login.php?redirect_to=/wp-admin/profile.php"));
        // The form takes the focus to a field of its own choice, a moment after it is there.
        session.script(
            "user_login.value = arguments[0]; user_pass.value = arguments[1]",
            &[user.into(), PASSWORD.into()],
        );
        session.click("#wp-submit");
        session.wait_for_script("the profile", "return !!document.querySelector('#your-profile')", &[]);
    }
}

/// The plugin's zip, which the build writes beside the page.
pub fn plugin() -> PathBuf {
    let name = format!("s117-checker-wordpress-{}.zip", env!("CARGO_PKG_VERSION"));
    tools::file(tools::PAGE).with_file_name(name)
}

fn php(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wordpress/php").join(name)
}

/// A database server with an empty database. It listens on a socket in the folder, and on no port.
fn database(folder: &Folder, socket: &str) -> Group {
    let user = String::from_utf8(command("id", folder).arg("-un").output().expect("id runs").stdout);
    let user = format!("--user={}", user.expect("a name").trim());
    let data = format!("--datadir={}", folder.path().join("database").display());
    let fill = ["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"];
    run(command("mariadb-install-db", folder).args(fill).args([&data, &user]));
    let mut server = command("mariadbd", folder);
    // Nothing of it outlives the test, so it need not wait for the disk.
    let hasty = ["--innodb-flush-log-at-trx-commit=0", "--skip-innodb-doublewrite"];
    server
        .args(["--no-defaults", "--skip-networking", &data, &user, &format!("--socket={socket}")])
        .args(hasty)
        .stdout(Stdio::null())
        .stderr(fs::File::create(folder.path().join("database.log")).expect("own folder"));
    let server = Group::start(&mut server, folder);
    let client = |sql: &str| {
        let mut client = command("mariadb", folder);
        client.args(["--no-defaults", "--user=root", &format!("--socket={socket}"), "--execute", sql]);
        client.output().is_ok_and(|done| done.status.success())
    };
    wait("the database", || client("SELECT 1"));
    assert!(client("CREATE DATABASE wordpress"), "the database is made");
    server
}

fn run(command: &mut std::process::Command) {
    let done = command.output().unwrap_or_else(|error| panic!("cannot run {command:?}: {error}"));
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn wait(what: &str, is_there: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !is_there() {
        assert!(Instant::now() < deadline, "waited a minute for {what}");
        sleep(Duration::from_millis(50));
    }
}
