//! The command line.

use crate::review::record::Signing;
use crate::test::Check;
use crate::{bench, lighthouse, review, serve, test};
use lexopt::{Arg, Parser, ValueExt};
use s117_checker::words::Language;
use std::ffi::OsString;
use std::path::PathBuf;

/// What to do.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Print this text.
    Help(&'static str),
    /// Write the release page into a folder.
    Build {
        /// The folder.
        out: PathBuf,
        /// What of it.
        made: Made,
    },
    /// Build the page and serve it.
    Serve(serve::Options),
    /// Run checks and tests.
    Test(test::Options),
    /// Measure the page beside what people would pick instead.
    Bench(bench::Options),
    /// Take pictures of the screens of this build, only of those whose names begin so.
    Screenshots {
        /// Beginnings of names; all screens if there are none.
        only: Vec<String>,
    },
    /// Let Lighthouse judge the pages.
    Lighthouse {
        /// Which; all if none is named.
        pages: Vec<lighthouse::Page>,
    },
    /// Write the review pack, or sign texts.
    Review(review::Options),
    /// Put a build into the published site.
    Publish {
        /// The build.
        dist: PathBuf,
        /// The published site.
        into: PathBuf,
    },
    /// Print what the changelog says about this version.
    Notes {
        /// The tag of the release.
        tag: String,
    },
}

/// What to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// Only the pages beside the checker.
    Pages,
    /// The checker and the pages beside it.
    Checker,
    /// The same, and the checker as JavaScript.
    WithoutWasm,
}

const HELP: &str = "\
Usage: cargo xtask <command>

Commands:
  build    write the checker and the pages beside it to dist/
  serve    build it and serve it on http://127.0.0.1:8117/
  test     run every check and every test
  bench    measure the checker beside what people would pick instead
  lighthouse
           let Lighthouse judge the checker, the builder and the guide
  review   write every text and rule as one page to read and sign
  publish  put a build into the published site, beside its older versions
  notes    print what the changelog says about this version
  screenshots
           take pictures of the screens, at three widths, light and dark

`cargo xtask <command> --help` says more.
";

const BUILD: &str = "\
Writes all that is published to dist/: the checker, one file, as index.html, and
the pages beside it.

Usage: cargo xtask build [--out FOLDER] [--pages | --without-wasm]

  --out FOLDER    where to write (default: dist)
  --pages         only the pages beside the checker, which takes a second
  --without-wasm  also the checker as JavaScript, without-wasm.html, and the
                  link to it; takes twice as long, and npm
";

const SERVE: &str = "\
Builds the release page and serves it on http://127.0.0.1:8117/

Usage: cargo xtask serve [--port PORT] [--under NAME] [--open] [--watch]

  --port PORT   serve on another port
  --under NAME  serve below /NAME/, as GitHub Pages serves a project
  --open        show it in the default browser
  --watch       build again when a source changes, and reload the page
";

const TEST: &str = "\
Runs every check and every test, and installs what they need where it can.

Usage: cargo xtask test [--native] [--only STEP]... [-- ARGUMENTS]
       cargo xtask test --wordpress [-- ARGUMENTS]
       cargo xtask test --reproducible

  --native         only what needs no browser
  --only STEP      only this step: fmt, clippy, clippy-plain, clippy-wasm,
                   doc, native, build, browsers or wordpress. The last
                   two test dist/ as it stands
  --wordpress      build, and try the plugin and what editors paste in a
                   real WordPress with a database of its own
  --reproducible   build twice, in different folders with different cargo
                   homes, and compare the bytes
  -- ARGUMENTS     passed on to the test programs: part of a test's name, say

To use tools that are not in PATH, set S117_CHROMIUM, S117_CHROMEDRIVER,
S117_FIREFOX, S117_GECKODRIVER, S117_WEBKITDRIVER, S117_AXE (axe.min.js) or
S117_HTML_VALIDATE (html-validate.mjs).
";

const BENCH: &str = "\
Measures the checker beside the same questions in SurveyJS, form-js and Preact, and
an empty page, in one Chromium made slow. Leave the machine alone meanwhile.

Usage: cargo xtask bench [--runs N] [--page FILE]
       cargo xtask bench --growth [--runs N]

  --runs N     how often each page is opened on each processor (default: 9)
  --page FILE  measure this file as ours, and do not build
  --growth     build the checker with 4 and 16 times the questions, findings
               and words, and measure what grows with them

The table, the JSON and the chart are written to target/bench/. bench/README.md says
what each page carries and what is measured.
";

const SCREENSHOTS: &str = "\
Takes pictures of the screens of dist/, which it builds if there is none, in Chromium,
and writes them to target/screenshots/ with an index.html that shows them all.

Usage: cargo xtask screenshots [NAME]...

  NAME   only screens whose names begin so: start, question, result, letter, cy-start...
";

const LIGHTHOUSE: &str = "\
Builds, serves dist/ as a host would, and lets Lighthouse judge its pages in Chromium,
in English and Welsh, as a phone and as a desktop. It installs Lighthouse where it is
not, and sends nothing.

Usage: cargo xtask lighthouse [PAGE]...

  PAGE   checker, builder or guide (default: all)

It fails for anything below full marks that tests/lighthouse.txt does not explain, and
for an entry there that is no longer needed. Performance is measured and never fails.
The table and the JSON are written to target/lighthouse/.

To use a Lighthouse or a Chromium that is elsewhere, set S117_LIGHTHOUSE (its
cli/index.js) or S117_CHROMIUM.
";

const REVIEW: &str = "\
Writes one page for those who keep the law right: every question and finding
with its words, rule and sources, and what nobody has reviewed yet.

Usage: cargo xtask review [--out FILE] [--since REV]
       cargo xtask review --sign NAME --role ROLE --date YYYY-MM-DD [--language CODE] ID...

  --out FILE      where to write it (default: target/review/index.html)
  --since REV     say first which decisions changed since a commit or tag
  --sign NAME     write to reviews.txt that NAME has read these texts
  --role ROLE     in which role; only \"solicitor\", or \"solicitor, FIRM\",
                  takes the line that nobody has checked it off the screen,
                  and only \"Welsh speaker\" the English from below the Welsh
  --date DATE     on which day
  --language CODE en, or cy for the Welsh words (default: en)
  ID              ELIG-01, F-WHERE, ...; where several texts have the id,
                  with the kind: source:W-16
";

const PUBLISH: &str = "\
Puts a build into the published site. The root becomes this build and its version
is added; no older version is removed, and none that is published may change.

Usage: cargo xtask publish [--dist FOLDER] --into FOLDER

  --dist FOLDER  the build (default: dist)
  --into FOLDER  the published site as it stands, such as a checkout of gh-pages
";

const NOTES: &str = "\
Prints what CHANGELOG.md says about this version, for the notes of a release.

Usage: cargo xtask notes --tag TAG

  --tag TAG   the tag of the release, which must be v and the version
";

/// Reads the arguments that follow `cargo xtask`.
///
/// An error is one line that names the argument and what is allowed instead.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut args = Parser::from_args(args);
    match args.next().map_err(say)? {
        None => Err(
            "which command? There are build, serve, test, bench, lighthouse, review, publish, notes and screenshots (`cargo xtask --help`)"
                .into(),
        ),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help(HELP)),
        Some(Arg::Value(name)) => match name.to_str() {
            Some("help") => Ok(Command::Help(HELP)),
            Some("build") => build(args),
            Some("serve") => serve(args),
            Some("test") => test(args),
            Some("bench") => bench(args),
            Some("review") => review(args),
            Some("publish") => publish(args),
            Some("notes") => notes(args),
            Some("screenshots") => screenshots(args),
            Some("lighthouse") => lighthouse(args),
            _ => Err(format!(
                "there is no command {:?}; there are build, serve, test, bench, lighthouse, review, publish, notes and screenshots (`cargo xtask --help`)",
                name.to_string_lossy()
            )),
        },
        Some(other) => Err(format!(
            "{} must come after a command: build, serve, test, bench, lighthouse, review, publish, notes or screenshots (`cargo xtask --help`)",
            shown(&other)
        )),
    }
}

fn build(mut args: Parser) -> Result<Command, String> {
    let mut out = PathBuf::from("dist");
    let mut made = Made::Checker;
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(BUILD)),
            Arg::Long("out") => out = args.value().map_err(say)?.into(),
            Arg::Long(name @ ("pages" | "without-wasm")) => {
                let wanted = if name == "pages" { Made::Pages } else { Made::WithoutWasm };
                if ![Made::Checker, wanted].contains(&made) {
                    return Err("--pages leaves out what --without-wasm adds: choose one of the two".into());
                }
                made = wanted;
            }
            other => return Err(unknown("build", &other, "--out FOLDER, --pages and --without-wasm")),
        }
    }
    Ok(Command::Build { out, made })
}

fn publish(mut args: Parser) -> Result<Command, String> {
    let mut dist = PathBuf::from("dist");
    let mut into = None;
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(PUBLISH)),
            Arg::Long("dist") => dist = args.value().map_err(say)?.into(),
            Arg::Long("into") => into = Some(args.value().map_err(say)?.into()),
            other => return Err(unknown("publish", &other, "--dist FOLDER and --into FOLDER")),
        }
    }
    let into = into.ok_or("publish where? Say the folder of the published site with `--into FOLDER`")?;
    Ok(Command::Publish { dist, into })
}

fn notes(mut args: Parser) -> Result<Command, String> {
    let mut tag = None;
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(NOTES)),
            Arg::Long("tag") => tag = Some(args.value().map_err(say)?.string().map_err(say)?),
            other => return Err(unknown("notes", &other, "--tag TAG")),
        }
    }
    Ok(Command::Notes { tag: tag.ok_or("notes of what? Say the tag with `--tag TAG`")? })
}

fn screenshots(mut args: Parser) -> Result<Command, String> {
    let mut only = Vec::new();
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(SCREENSHOTS)),
            Arg::Value(name) => only.push(name.string().map_err(say)?),
            other => return Err(unknown("screenshots", &other, "names of screens")),
        }
    }
    Ok(Command::Screenshots { only })
}

fn lighthouse(mut args: Parser) -> Result<Command, String> {
    let mut pages = Vec::new();
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(LIGHTHOUSE)),
            Arg::Value(name) => {
                let page = lighthouse::Page::ALL.into_iter().find(|page| name == page.name());
                pages.push(page.ok_or_else(|| {
                    format!("lighthouse takes checker, builder and guide, not {:?}", name.to_string_lossy())
                })?);
            }
            other => return Err(unknown("lighthouse", &other, "checker, builder and guide")),
        }
    }
    Ok(Command::Lighthouse { pages })
}

fn serve(mut args: Parser) -> Result<Command, String> {
    let mut options = serve::Options { port: 8117, under: None, open: false, watch: false };
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(SERVE)),
            Arg::Long("port") => {
                let value = args.value().map_err(say)?;
                options.port = value
                    .to_str()
                    .and_then(|port| port.parse().ok())
                    .filter(|port| *port != 0)
                    .ok_or_else(|| {
                        format!("--port takes a number from 1 to 65535, not {:?}", value.to_string_lossy())
                    })?;
            }
            Arg::Long("under") => {
                let value = args.value().map_err(say)?;
                let name = value.to_str().filter(|name| {
                    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
                    !name.is_empty() && name.bytes().all(plain)
                });
                let wrong = || {
                    format!("--under takes a folder's name, such as s117, not {:?}", value.to_string_lossy())
                };
                options.under = Some(name.ok_or_else(wrong)?.to_owned());
            }
            Arg::Long("open") => options.open = true,
            Arg::Long("watch") => options.watch = true,
            other => return Err(unknown("serve", &other, "--port PORT, --under NAME, --open and --watch")),
        }
    }
    Ok(Command::Serve(options))
}

fn test(mut args: Parser) -> Result<Command, String> {
    let mut options = test::Options::default();
    loop {
        // lexopt would take what follows `--` for our own.
        if let Some(raw) = args.try_raw_args()
            && raw.peek().is_some_and(|next| next == "--")
        {
            options.passed_on = raw.skip(1).collect();
            break;
        }
        let Some(arg) = args.next().map_err(say)? else { break };
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(TEST)),
            Arg::Long("native") => options.native = true,
            Arg::Long("wordpress") => options.wordpress = true,
            Arg::Long("reproducible") => options.reproducible = true,
            Arg::Long("only") => {
                let value = args.value().map_err(say)?;
                let step = Check::ALL.into_iter().find(|check| value == check.name());
                options.only.push(step.ok_or_else(|| {
                    let names = Check::ALL.map(Check::name).join(", ");
                    format!("--only takes a step, not {:?}: {names}", value.to_string_lossy())
                })?);
            }
            other => {
                return Err(unknown("test", &other, "--native, --only STEP, --wordpress and --reproducible"));
            }
        }
    }
    if options.native
        && let Some(check) = options.only.iter().find(|check| check.needs_browser())
    {
        return Err(format!("--native leaves out `--only {}`: choose one of the two", check.name()));
    }
    let others = options.native || !options.only.is_empty();
    if options.wordpress && (others || options.reproducible) {
        return Err("--wordpress runs alone, without --native, --only and --reproducible".into());
    }
    if options.reproducible && others {
        return Err("--reproducible runs alone, without --native and --only".into());
    }
    Ok(Command::Test(options))
}

fn bench(mut args: Parser) -> Result<Command, String> {
    let mut options = bench::Options { runs: 9, page: None, growth: false };
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(BENCH)),
            Arg::Long("runs") => {
                let value = args.value().map_err(say)?;
                let runs = value.to_str().and_then(|runs| runs.parse().ok()).filter(|runs| *runs != 0);
                options.runs = runs.ok_or_else(|| {
                    format!("--runs takes a number from 1, not {:?}", value.to_string_lossy())
                })?;
            }
            Arg::Long("page") => options.page = Some(args.value().map_err(say)?.into()),
            Arg::Long("growth") => options.growth = true,
            other => return Err(unknown("bench", &other, "--runs N, --page FILE and --growth")),
        }
    }
    if options.growth && options.page.is_some() {
        return Err("--growth builds its own pages, without --page".into());
    }
    Ok(Command::Bench(options))
}

fn review(mut args: Parser) -> Result<Command, String> {
    let (mut out, mut since, mut who, mut role, mut date) = (None, None, None, None, None);
    let (mut ids, mut language) = (Vec::new(), Language::English);
    let text = |args: &mut Parser| -> Result<String, String> {
        let value = args.value().map_err(say)?;
        value.into_string().map_err(|value| format!("{:?} is not UTF-8", value.to_string_lossy()))
    };
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(REVIEW)),
            Arg::Long("out") => out = Some(PathBuf::from(args.value().map_err(say)?)),
            Arg::Long("since") => since = Some(text(&mut args)?),
            Arg::Long("sign") => who = Some(text(&mut args)?),
            Arg::Long("role") => role = Some(text(&mut args)?),
            Arg::Long("date") => date = Some(text(&mut args)?),
            Arg::Long("language") => {
                let code = text(&mut args)?;
                let known = Language::ALL.iter().copied().find(|it| it.id() == code);
                language = known.ok_or_else(|| format!("--language takes en or cy, not {code:?}"))?;
            }
            Arg::Value(id) => ids.push(id.to_string_lossy().into_owned()),
            other => {
                return Err(unknown(
                    "review",
                    &other,
                    "--out FILE, --since REV, --sign, --role, --date and --language",
                ));
            }
        }
    }
    let signing = match (who, role, date) {
        (None, None, None) if ids.is_empty() => {
            return Ok(Command::Review(review::Options::Pack { out, since }));
        }
        (Some(who), Some(role), Some(date)) if !ids.is_empty() => Signing { who, role, date, language, ids },
        _ => return Err("to sign, all are needed: --sign NAME --role ROLE --date YYYY-MM-DD ID...".into()),
    };
    if out.is_some() || since.is_some() {
        return Err("--sign runs alone, without --out and --since".into());
    }
    Ok(Command::Review(review::Options::Sign(signing)))
}

fn unknown(command: &str, arg: &Arg<'_>, allowed: &str) -> String {
    format!("`{command}` does not know {}; it knows {allowed}", shown(arg))
}

fn shown(arg: &Arg<'_>) -> String {
    match arg {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => format!("{:?}", value.to_string_lossy()),
    }
}

fn say(error: lexopt::Error) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn reads_each_command() {
        assert_eq!(read("build"), Ok(Command::Build { out: "dist".into(), made: Made::Checker }));
        assert_eq!(
            read("build --out there"),
            Ok(Command::Build { out: "there".into(), made: Made::Checker })
        );
        assert_eq!(
            read("build --pages --out=there"),
            Ok(Command::Build { out: "there".into(), made: Made::Pages })
        );
        assert_eq!(
            read("build --without-wasm"),
            Ok(Command::Build { out: "dist".into(), made: Made::WithoutWasm })
        );
        assert_eq!(
            read("publish --into site"),
            Ok(Command::Publish { dist: "dist".into(), into: "site".into() })
        );
        assert_eq!(read("notes --tag v1"), Ok(Command::Notes { tag: "v1".into() }));
        assert_eq!(
            read("serve"),
            Ok(Command::Serve(serve::Options { port: 8117, under: None, open: false, watch: false }))
        );
        assert_eq!(
            read("serve --watch --port 80 --open --under s117"),
            Ok(Command::Serve(serve::Options {
                port: 80,
                under: Some("s117".into()),
                open: true,
                watch: true
            }))
        );
        assert_eq!(read("test"), Ok(Command::Test(test::Options::default())));
        assert_eq!(read("bench"), Ok(Command::Bench(bench::Options { runs: 9, page: None, growth: false })));
        assert_eq!(
            read("bench --growth"),
            Ok(Command::Bench(bench::Options { runs: 9, page: None, growth: true }))
        );
        assert_eq!(
            read("bench --page a.html --runs 3"),
            Ok(Command::Bench(bench::Options { runs: 3, page: Some("a.html".into()), growth: false }))
        );
        assert_eq!(read("lighthouse"), Ok(Command::Lighthouse { pages: Vec::new() }));
        let pages = vec![lighthouse::Page::Guide, lighthouse::Page::Checker];
        assert_eq!(read("lighthouse guide checker"), Ok(Command::Lighthouse { pages }));
        assert_eq!(
            read("review --since HEAD~1 --out there.html"),
            Ok(Command::Review(review::Options::Pack {
                out: Some("there.html".into()),
                since: Some("HEAD~1".into())
            }))
        );
        assert_eq!(
            read("review --sign A --role solicitor --date 2026-11-24 ELIG-01 F-WHERE"),
            Ok(Command::Review(review::Options::Sign(Signing {
                who: "A".into(),
                role: "solicitor".into(),
                date: "2026-11-24".into(),
                language: Language::English,
                ids: vec!["ELIG-01".into(), "F-WHERE".into()],
            })))
        );
        let Ok(Command::Review(review::Options::Sign(welsh))) =
            read("review --sign A --role B --date C --language cy ELIG-01")
        else {
            panic!("Welsh can be signed")
        };
        assert_eq!(welsh.language, Language::Welsh);
        assert_eq!(
            read("test --only browsers --only fmt -- --nocapture journey"),
            Ok(Command::Test(test::Options {
                only: vec![Check::Browsers, Check::Fmt],
                passed_on: vec!["--nocapture".into(), "journey".into()],
                ..test::Options::default()
            }))
        );
    }

    #[test]
    fn wordpress_is_a_command_of_its_own_and_a_step() {
        let alone =
            test::Options { wordpress: true, passed_on: vec!["chromium".into()], ..Default::default() };
        assert_eq!(read("test --wordpress -- chromium"), Ok(Command::Test(alone)));
        let step = test::Options { only: vec![Check::WordPress], ..Default::default() };
        assert_eq!(read("test --only wordpress"), Ok(Command::Test(step)));
    }

    #[test]
    fn helps() {
        for (line, text) in [
            ("--help", HELP),
            ("-h", HELP),
            ("help", HELP),
            ("build --help", BUILD),
            ("serve -h", SERVE),
            ("publish --help", PUBLISH),
            ("notes --help", NOTES),
            ("test --native --help", TEST),
            ("bench --help", BENCH),
            ("lighthouse --help", LIGHTHOUSE),
            ("review --help", REVIEW),
        ] {
            assert_eq!(read(line), Ok(Command::Help(text)), "{line}");
        }
        for check in Check::ALL {
            assert!(TEST.contains(check.name()), "the help does not name {}", check.name());
        }
    }

    #[test]
    fn errors_are_one_line_that_says_what_is_allowed() {
        for (line, named, allowed) in [
            (
                "",
                "which command",
                "build, serve, test, bench, lighthouse, review, publish, notes and screenshots",
            ),
            (
                "bild",
                "\"bild\"",
                "build, serve, test, bench, lighthouse, review, publish, notes and screenshots",
            ),
            (
                "--port 1",
                "--port",
                "build, serve, test, bench, lighthouse, review, publish, notes or screenshots",
            ),
            ("build --release", "--release", "--out FOLDER"),
            ("build --out", "--out", ""),
            ("build there", "\"there\"", "--out FOLDER"),
            ("build --pages --without-wasm", "--pages", "choose one"),
            ("build --without-wasm --pages", "--pages", "choose one"),
            ("publish", "--into FOLDER", ""),
            ("publish --to x", "--to", "--into FOLDER"),
            ("notes", "--tag TAG", ""),
            ("serve --port", "--port", ""),
            ("serve --port x", "\"x\"", "1 to 65535"),
            ("serve --port 0", "\"0\"", "1 to 65535"),
            ("serve --port 65536", "\"65536\"", "1 to 65535"),
            ("serve --under /a", "\"/a\"", "a folder's name"),
            ("serve --open=yes", "--open", ""),
            ("serve -w", "-w", "--watch"),
            ("test --only", "--only", ""),
            ("test --only law", "\"law\"", "fmt, clippy,"),
            ("test --fast", "--fast", "--native"),
            ("test --native --only browsers", "--native", "browsers"),
            ("test --reproducible --native", "--reproducible", "alone"),
            ("test --wordpress --only fmt", "--wordpress", "alone"),
            ("bench --runs 0", "\"0\"", "a number from 1"),
            ("bench --peers", "--peers", "--runs N"),
            ("bench --growth --page x.html", "--growth", "--page"),
            ("lighthouse home", "\"home\"", "checker, builder and guide"),
            ("lighthouse --offline", "--offline", "checker, builder and guide"),
            ("review --print", "--print", "--out FILE"),
            ("review --since", "--since", ""),
            ("review ELIG-01", "to sign", "--role ROLE"),
            ("review --sign A --role B --date 2026-11-24", "to sign", "ID..."),
            ("review --sign A --role B ELIG-01", "to sign", "--date"),
            ("review --sign A --role B --date C --since D ELIG-01", "--sign", "alone"),
            ("review --language fr", "--language", "en or cy"),
        ] {
            let wrong = read(line).expect_err(line);
            assert!(
                wrong.contains(named) && wrong.contains(allowed) && !wrong.contains('\n'),
                "{line}: {wrong}"
            );
        }
    }
}
