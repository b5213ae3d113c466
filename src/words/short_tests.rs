//! The short version beside the full one: less of the same, and never less careful.

use super::*;

const VOICES: [Voice; 3] = [Voice::Me, Voice::Supporter, Voice::Client];

/// Every way to speak in full, and the same in short.
fn speeches() -> impl Iterator<Item = (Speech, Speech)> {
    let full = Language::ALL.iter().flat_map(|language| VOICES.map(|voice| Speech::new(*language, voice)));
    full.map(|full| (full, full.in_short()))
}

/// The words of the longest sentence, apart from words to say to somebody else.
fn longest(text: Rich) -> usize {
    let lines = text.iter().flat_map(|block| match block {
        Block::Para(spans) => sentences(spans),
        Block::List(items) => items.iter().map(|spans| spans.to_vec()).collect(),
        Block::Say(_) => vec![],
    });
    lines.map(|spans| line(&spans).split_whitespace().count()).max().unwrap_or_default()
}

#[test]
fn what_is_said_otherwise_is_said_in_shorter_sentences() {
    let (mut texts, mut wrong) = (0, vec![]);
    let mut compare = |place: String, full: Rich, short: Rich| {
        if full != short {
            texts += 1;
            if longest(short) >= longest(full) {
                wrong.push(format!("{place}: {}", plain(short)));
            }
        }
    };
    for (full, short) in speeches() {
        for asked in Question::ALL {
            let (long, brief) = (question(*asked, full), question(*asked, short));
            let place = |what: &str| format!("{asked:?} {what} {full:?}");
            assert!(long.ask.split(' ').count() >= brief.ask.split(' ').count(), "{}", place("ask"));
            compare(place("hint"), long.hint.unwrap_or_default(), brief.hint.unwrap_or_default());
            compare(place("why"), long.why, brief.why);
            compare(place("find out"), long.find_out, brief.find_out);
            // The choices are those of the law, word for word.
            let chosen = |words: &QuestionWords| {
                let told = |it: &ValueWords| (it.label, it.law, it.told, it.if_so, it.hint.is_some());
                words.values.iter().map(told).collect::<Vec<_>>()
            };
            assert_eq!((chosen(long), long.error), (chosen(brief), brief.error), "{}", place("values"));
        }
        for id in FindingId::ALL {
            for shape in shapes(*id) {
                let (long, brief) = (finding(*id, *shape, full), finding(*id, *shape, short));
                let place = |what: &str| format!("{id:?} {shape:?} {what} {full:?}");
                compare(place("say"), long.say, brief.say);
                compare(
                    place("do this"),
                    long.do_this.unwrap_or_default(),
                    brief.do_this.unwrap_or_default(),
                );
                let rest = |it: &FindingWords| FindingWords { say: &[], do_this: None, ..*it };
                assert_eq!(
                    format!("{:?}", rest(long)),
                    format!("{:?}", rest(brief)),
                    "{}",
                    place("the rest")
                );
            }
        }
    }
    assert!(texts > 1000, "{texts} texts are shorter");
    assert!(wrong.is_empty(), "{} of {texts}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A shape is how firmly, from when and for which nation something is said: what the full version says of two shapes in two
/// ways, the short one never says in one.
#[test]
fn no_two_cases_are_told_as_one() {
    for (full, short) in speeches() {
        for id in FindingId::ALL {
            for (place, one) in shapes(*id).iter().enumerate() {
                for other in &shapes(*id)[..place] {
                    let told = |speech, shape: &Shape| {
                        let words = finding(*id, *shape, speech);
                        (words.say, words.do_this)
                    };
                    let ((say, act), (other_say, other_act)) = (told(full, one), told(full, other));
                    let ((brief, do_it), (other_brief, other_do_it)) = (told(short, one), told(short, other));
                    assert_eq!(say == other_say, brief == other_brief, "{id:?}: {one:?} and {other:?}");
                    assert_eq!(act == other_act, do_it == other_do_it, "{id:?}: {one:?} and {other:?}");
                }
            }
        }
    }
}

/// Every text of the results and questions, cut at its sentences: nothing is lost, and each is one.
#[test]
fn a_text_is_cut_between_its_sentences() {
    let mut cut = 0;
    let mut check = |text: Rich| {
        for block in text {
            let Block::Para(spans) = block else { continue };
            let parts: Vec<String> = sentences(spans).iter().map(|spans| line(spans)).collect();
            assert_eq!(parts.join(" "), line(spans).trim(), "words are lost or doubled");
            cut += parts.len() - 1;
            for part in &parts {
                let first = part.chars().next().expect("a sentence has words");
                assert!(!first.is_lowercase(), "not the start of a sentence: {part}");
                assert!(part.ends_with(['.', '?', ':', '”']), "not the end of one: {part}");
            }
        }
    };
    for (full, short) in speeches() {
        for speech in [full, short] {
            for asked in Question::ALL {
                let words = question(*asked, speech);
                [words.hint.unwrap_or_default(), words.why, words.find_out].into_iter().for_each(&mut check);
            }
            for id in FindingId::ALL {
                for shape in shapes(*id) {
                    let words = finding(*id, *shape, speech);
                    [words.say, words.do_this.unwrap_or_default()].into_iter().for_each(&mut check);
                }
            }
        }
    }
    assert!(cut > 5000, "{cut} cuts");
}
