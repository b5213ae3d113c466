//! Pictures of the built page's screens, for people to look at the design.
//!
//! `cargo run -p browser-tests --bin screenshots -- OUTDIR [NAME…]` writes `OUTDIR/<screen>-<width>-<scheme>.png`
//! in Chromium: each screen at 320, 768 and 1280 px, light and dark, and at 768 px in forced colours and as printed;
//! the main ones in Welsh too, as `cy-<screen>`. `OUTDIR/index.html` shows them all. With names, only the screens whose name starts with one of them. Reads `S117_PAGE`, `S117_CHROMEDRIVER`, `S117_CHROMIUM`.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use browser_tests::{
    builder::Builder,
    engine::{Engine, Without},
    page::Checker,
    server::Server,
    session::Session,
    tools, visitors,
};
use s117_checker::words::Language;
use serde_json::json;
use std::{env, fs, path::PathBuf, process::ExitCode};

const WIDTHS: [u32; 3] = [320, 768, 1280];
/// In CSS pixels. Chromium refuses to take pictures of longer pages: of those, the beginning is shown.
const LONGEST: u64 = 16_000;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("Name a folder: cargo run -p browser-tests --bin screenshots -- OUTDIR [NAME…]");
        return ExitCode::from(2);
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("Cannot make {}: {error}. Name a folder that can be written.", folder.display());
        return ExitCode::FAILURE;
    }
    let album = Album { folder, only: arguments.collect() };
    album.questions();
    album.later_questions();
    album.results();
    for language in Language::ALL {
        album.adviser(*language);
        album.sheets(*language);
        album.pages(*language);
        album.short_version(*language);
    }
    album.for_a_supporter();
    album.letters();
    album.guide();
    album.builder();
    album.welsh();
    album.write_index();
    ExitCode::SUCCESS
}

/// What a screen is called in a language: in Welsh with `cy-` before it.
fn in_language(language: Language, screen: &str) -> String {
    match language {
        Language::English => screen.to_owned(),
        Language::Welsh => format!("cy-{screen}"),
    }
}

/// The checker in a language.
fn open_in(language: Language) -> Checker {
    let checker = Checker::open(Engine::Chromium);
    if language == Language::Welsh {
        checker.session.click("#app button[data-language=cy]");
        checker.session.wait_for_script("Welsh", "return document.documentElement.lang === 'cy'", &[]);
    }
    checker
}

/// Where pictures go, and which are wanted.
struct Album {
    folder: PathBuf,
    only: Vec<String>,
}

impl Album {
    fn wants(&self, screen: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|wanted| screen.starts_with(wanted.as_str()))
    }

    /// The first screen, a question in its states, and a tick-all question.
    fn questions(&self) {
        let screens = ["start", "question", "question-chosen", "error", "open-ups", "ticks"];
        if !screens.iter().any(|screen| self.wants(screen)) {
            return;
        }
        let checker = Checker::open(Engine::Chromium);
        self.take(&checker.session, "start");
        checker.begin();
        checker.answer("F-NAT-NOW", &["england"]);
        self.take(&checker.session, "question");
        checker.press_continue();
        checker.wait_for_focus("error-summary");
        self.take(&checker.session, "error");
        checker.choose("F-WHERE", "out");
        self.take(&checker.session, "question-chosen");
        checker.answer("F-WHERE", &["out"]);
        self.take(&checker.session, "ticks");
        checker
            .session
            .script("document.querySelectorAll('#app details').forEach(part => part.open = true)", &[]);
        self.take(&checker.session, "open-ups");
    }

    /// The problems, and the dates with one that does not exist.
    fn later_questions(&self) {
        if !["issue", "dates", "dates-wrong"].iter().any(|screen| self.wants(screen)) {
            return;
        }
        let checker = Checker::open(Engine::Chromium);
        checker.begin_on("problem");
        self.take(&checker.session, "issue");
        for (question, values) in visitors::LEAVING_SOON.told {
            if *question == "F-DATES" {
                break;
            }
            checker.answer(question, values);
        }
        self.take(&checker.session, "dates");
        checker.type_date(&["31", "2", "2027"]);
        checker.press_continue();
        checker.wait_for_focus("error-summary");
        self.take(&checker.session, "dates-wrong");
    }

    /// The result of every visitor, and one with deadlines.
    fn results(&self) {
        for visitor in visitors::ALL {
            let screen = format!("result-{}", visitor.name);
            if self.wants(&screen) {
                let checker = Checker::open(Engine::Chromium);
                checker.visit(visitor);
                self.take(&checker.session, &screen);
            }
        }
        if self.wants("deadlines") {
            let checker = Checker::open(Engine::Chromium);
            checker.visit_after_a_decision(&visitors::REFUSED_IN_WALES);
            self.take(&checker.session, "deadlines");
        }
    }

    /// The adviser page with a case and a stay.
    fn adviser(&self, language: Language) {
        let screen = in_language(language, "adviser");
        if self.wants(&screen) {
            let checker = open_in(language);
            checker.visit(&visitors::AT_HOME);
            checker.session.click("#app [data-action=advise]");
            checker.session.click("#app [data-action=add-stay]");
            self.take(&checker.session, &screen);
        }
    }

    /// The sheets to print and write on.
    fn sheets(&self, language: Language) {
        for sheet in ["meeting", "diary"] {
            let screen = in_language(language, sheet);
            if self.wants(&screen) {
                let checker = open_in(language);
                checker.visit(&visitors::CHARGED_FOR_ALL);
                checker.open_sheet(sheet);
                self.take(&checker.session, &screen);
            }
        }
    }

    /// A question and a result of the short version.
    fn short_version(&self, language: Language) {
        let [question, result] = ["short-question", "short-result"].map(|it| in_language(language, it));
        if self.wants(&question) || self.wants(&result) {
            let checker = open_in(language);
            checker.session.click("#app [data-action=shorten]");
            checker.begin_on(visitors::CHARGED_IN_WALES.journey);
            self.take(&checker.session, &question);
            checker.walk(visitors::CHARGED_IN_WALES.told);
            self.take(&checker.session, &result);
        }
    }

    /// The pages beside the checker, as they open.
    fn pages(&self, language: Language) {
        let of_language = if language == Language::Welsh { "-cy" } else { "" };
        for page in ["guide", "privacy", "builder", "404"] {
            let screen = in_language(language, &format!("page-{page}"));
            if self.wants(&screen) {
                let session = Session::start(Engine::Chromium);
                let file = tools::file(tools::PAGE).with_file_name(format!("{page}{of_language}.html"));
                session.open(url::Url::from_file_path(file).expect("an absolute path").as_str());
                self.take(&session, &screen);
            }
        }
    }

    /// The first screen, a question and a result, for somebody who supports the person.
    fn for_a_supporter(&self) {
        if !["supporter-start", "supporter-question", "supporter-result"]
            .iter()
            .any(|screen| self.wants(screen))
        {
            return;
        }
        let checker = Checker::open(Engine::Chromium);
        checker.session.click("label[for=whom-supporter]");
        self.take(&checker.session, "supporter-start");
        checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
        self.take(&checker.session, "supporter-question");
        checker.answer("F-SECTS", &["section-3"]);
        for (question, values) in visitors::AT_HOME.told.iter().skip(3) {
            checker.answer(question, values);
        }
        self.take(&checker.session, "supporter-result");
    }

    /// A letter as it opens, and one that is being written for somebody else.
    fn letters(&self) {
        if !["letter", "letter-changing"].iter().any(|screen| self.wants(screen)) {
            return;
        }
        let checker = Checker::open(Engine::Chromium);
        checker.visit(&visitors::CHARGED_IN_WALES);
        checker.write("dispute-charge");
        self.take(&checker.session, "letter");
        checker.session.click("#gap-name");
        "Sam Okafor".chars().for_each(|key| checker.session.key(key));
        checker.session.click("#app input[name=letter-voice][value='1']");
        checker.session.click("#app .part:nth-of-type(4) button");
        self.take(&checker.session, "letter-changing");
    }

    /// What is left where WebAssembly is blocked.
    fn guide(&self) {
        if self.wants("guide") {
            let server = Server::start();
            let session = Session::start_without(Engine::Chromium, Without::Wasm);
            session.open(&server.address("/"));
            session.wait_for("the guide", || session.is_shown("#guide").then_some(()));
            self.take(&session, "guide");
        }
    }

    /// The embed builder with choices and a mistake.
    fn builder(&self) {
        if !self.wants("builder-chosen") {
            return;
        }
        let builder = Builder::open(Engine::Chromium);
        builder.set("accent", "#ffc20e");
        builder.set("radius", "16");
        builder.set("help-name", "Fenwick Mental Health advice line");
        builder.set("help-phone", "0113 496 0117");
        builder.set("help-url", "fenwick.example/advice");
        builder.click("label[for=leave]");
        builder.session.script("document.querySelectorAll('details').forEach(part => part.open = true)", &[]);
        builder.wait_for_preview("accent=%23ffc20e");
        self.take(&builder.session, "builder-chosen");
    }

    /// The main screens in Welsh, whose words are longer.
    fn welsh(&self) {
        let screens = ["cy-start", "cy-question", "cy-error", "cy-result", "cy-letter"];
        if !screens.iter().any(|screen| self.wants(screen)) {
            return;
        }
        let checker = open_in(Language::Welsh);
        self.take(&checker.session, "cy-start");
        checker.begin_on(visitors::CHARGED_IN_WALES.journey);
        self.take(&checker.session, "cy-question");
        checker.press_continue();
        checker.wait_for_focus("error-summary");
        self.take(&checker.session, "cy-error");
        checker.walk(visitors::CHARGED_IN_WALES.told);
        self.take(&checker.session, "cy-result");
        checker.write("dispute-charge");
        self.take(&checker.session, "cy-letter");
    }

    /// A page that shows every picture of the folder, small and beside each other.
    fn write_index(&self) {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut names: Vec<String> = files
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .filter(|name| name.ends_with(".png"))
            .collect();
        names.sort();
        let pictures: String = names
            .iter()
            .map(|name| {
                format!(
                    "<a href=\"{name}\"><img src=\"{name}\" alt=\"\" loading=\"lazy\"> {}</a>\n",
                    name.trim_end_matches(".png")
                )
            })
            .collect();
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Screenshots</title>\n\
             <style>a {{ display: inline-block; width: 240px; vertical-align: top; margin: 8px; font: 14px sans-serif }} \
             img {{ display: block; width: 100%; height: 320px; object-fit: cover; object-position: top }}</style>\n{pictures}"
        );
        let path = self.folder.join("index.html");
        if let Err(error) = fs::write(&path, page) {
            eprintln!("Cannot write {}: {error}", path.display());
        }
    }

    /// One screen at every width and in every scheme.
    fn take(&self, session: &Session, screen: &str) {
        if !self.wants(screen) {
            return;
        }
        for width in WIDTHS {
            for scheme in ["light", "dark"] {
                self.picture(session, screen, width, scheme);
            }
        }
        self.picture(session, screen, 768, "forced");
        self.picture(session, screen, 768, "print");
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] }));
        session.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
    }

    fn picture(&self, session: &Session, screen: &str, width: u32, scheme: &str) {
        let features = match scheme {
            "print" => json!([]),
            "forced" => json!([{ "name": "forced-colors", "value": "active" }]),
            _ => json!([{ "name": "prefers-color-scheme", "value": scheme }]),
        };
        session.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "media": if scheme == "print" { "print" } else { "" }, "features": features }),
        );
        session.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
        session.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 700 }),
        );
        session.script("scrollTo(0, 0)", &[]);
        let high =
            session.script("return Math.ceil(document.documentElement.getBoundingClientRect().height)", &[]);
        let high = high.as_u64().expect("a height").clamp(800, LONGEST);
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": high, "scale": 1 });
        let shot = session.devtools(
            "Page.captureScreenshot",
            json!({ "format": "png", "captureBeyondViewport": true, "clip": clip }),
        );
        let png = STANDARD.decode(shot["data"].as_str().expect("a picture")).expect("base64");
        let path = self.folder.join(format!("{screen}-{width}-{scheme}.png"));
        match fs::write(&path, png) {
            Ok(()) => println!("{}", path.display()),
            Err(error) => eprintln!("Cannot write {}: {error}", path.display()),
        }
    }
}
