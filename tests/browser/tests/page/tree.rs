//! What a screen reader is told of each kind of screen, kept in `tests/browser/snapshots/`.
//!
//! `UPDATE_TREES=1 cargo xtask test --only browsers -- tree` writes them anew. Read the difference as somebody who hears it: is
//! everything named, in order, and said once?

use browser_tests::{
    engine::Engine,
    page::Checker,
    server::Server,
    session::Session,
    tree,
    visitors::{CHARGED_IN_WALES, LEAVING_SOON, Told},
    walk::{call, install, speak},
};
use s117_checker::words::Language;
use serde_json::{Value, json};
use std::{collections::BTreeSet, env, fs, path::PathBuf};

/// The files, and what differs from them.
struct Snapshots {
    folder: PathBuf,
    language: Language,
    update: bool,
    kept: BTreeSet<String>,
    differ: Vec<String>,
}

impl Snapshots {
    fn of(language: Language) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("snapshots");
        let update = env::var_os("UPDATE_TREES").is_some();
        Self { folder, language, update, kept: BTreeSet::new(), differ: vec![] }
    }

    fn keep(&mut self, session: &Session, screen: &str) {
        let name = format!("{screen}.{}.txt", self.language.id());
        let (path, now) = (self.folder.join(&name), tree::read(session));
        assert!(now.lines().count() > 15, "{name}: hardly a tree:\n{now}");
        if self.update {
            fs::create_dir_all(&self.folder).expect("the folder can be made");
            fs::write(&path, &now).expect("the file can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if kept != now {
            let line = kept.lines().zip(now.lines()).take_while(|(kept, now)| kept == now).count();
            let at = |text: &str| text.lines().nth(line).unwrap_or("nothing").trim().to_owned();
            self.differ.push(format!("{name}:{}: kept {}, now {}", line + 1, at(&kept), at(&now)));
        }
        self.kept.insert(name);
    }

    /// Every file is that of a screen, and none differs.
    fn finish(self) {
        let ending = format!(".{}.txt", self.language.id());
        let files = fs::read_dir(&self.folder).expect("the snapshots are there");
        let files = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
        let files: BTreeSet<String> = files.filter(|name| name.ends_with(&ending)).collect();
        assert_eq!(files, self.kept, "files and screens");
        assert!(
            self.differ.is_empty(),
            "what a screen reader is told has changed; write it anew with UPDATE_TREES=1, and read it:\n{}",
            self.differ.join("\n")
        );
    }
}

#[test]
fn chromium_tells_a_screen_reader_what_is_on_each_kind_of_screen() {
    let session = Session::start(Engine::Chromium);
    // Letters and sheets have the date on them.
    session.set_day("2026-12-01");
    let checker = Checker::open_in(session, Server::start());
    for language in Language::ALL {
        let mut snapshots = Snapshots::of(*language);
        checker.session.reload();
        checker.wait_until_ready();
        walk(&checker.session, *language, &mut snapshots);
        snapshots.finish();
    }
}

fn walk(session: &Session, language: Language, snapshots: &mut Snapshots) {
    let call = |function: &str, arguments: &[Value]| call(session, function, arguments);
    let answer = |told: Told, until: &str| {
        for (question, values) in told.iter().take_while(|(question, _)| *question != until) {
            call("answer", &[json!(question), json!(values)]);
        }
    };
    install(session);
    speak(session, language);
    snapshots.keep(session, "start");
    call("press", &[json!("#app button[data-journey=who-pays]")]);
    snapshots.keep(session, "question");
    call("shorten", &[]);
    snapshots.keep(session, "question-short");
    call("shorten", &[]);
    call("refused", &[]);
    snapshots.keep(session, "question-mistake");
    answer(CHARGED_IN_WALES.told, "F-SECTS");
    call("open", &[]);
    snapshots.keep(session, "question-ticks-open");
    answer(&CHARGED_IN_WALES.told[2..], "");
    snapshots.keep(session, "result");
    call("shorten", &[]);
    snapshots.keep(session, "result-short");
    call("shorten", &[]);
    call("open", &[]);
    snapshots.keep(session, "result-open");
    for sheet in ["meeting", "diary"] {
        call("enter", &[json!(sheet)]);
        snapshots.keep(session, sheet);
        call("press", &[json!("#app [data-action=back]")]);
    }
    let beyond = call("beyond", &[]);
    let letter =
        beyond.as_array().and_then(|all| all.iter().find(|name| name.to_string().contains("letter")));
    call("enter", &[letter.expect("a letter").clone()]);
    snapshots.keep(session, "letter");
    call("press", &[json!("#app [data-action=back]")]);
    call("enter", &[json!("advised")]);
    snapshots.keep(session, "adviser");
    call("press", &[json!("#app [data-action=back]")]);
    call("clear", &[]);
    call("press", &[json!("#app button[data-journey=problem]")]);
    answer(LEAVING_SOON.told, "F-DATES");
    snapshots.keep(session, "question-dates");
    call("typeDates", &[json!([["31", "2", "2027"]])]);
    call("refused", &[]);
    snapshots.keep(session, "question-dates-mistake");
    session.script("window.s117.failed()", &[]);
    session.wait_for("the guide", || session.is_shown("#guide").then_some(()));
    snapshots.keep(session, "guide");
}
