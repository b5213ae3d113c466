use super::*;

const KEYS: Keys = Keys { entry: &["ask", "why", "find out", "say"], value: &["hint", "told"] };

fn read(text: &str) -> (Vec<Entry>, Vec<String>) {
    let mut found = Vec::new();
    let entries = entries(text.as_bytes(), KEYS, &mut Problems::of("a.txt", &mut found));
    (entries, found.iter().map(Problem::to_string).collect())
}

/// The `say` of an entry with this text, as blocks, and what is wrong with it.
fn said(text: &str) -> (Vec<Block>, Vec<String>) {
    let (entries, wrong) = read(&format!("## A\nsay: {text}"));
    assert_eq!(wrong, [""; 0], "{text}");
    let mut found = Vec::new();
    let blocks = rich(&entries[0].fields[0], &mut Problems::of("a.txt", &mut found));
    (blocks, found.iter().map(Problem::to_string).collect())
}

fn text(text: &str) -> Span {
    Span::Text(text.into())
}

fn strong(text: &str) -> Span {
    Span::Strong(text.into())
}

fn term(text: &str, term: &str, line: usize) -> Span {
    Span::Term { text: text.into(), term: term.into(), line }
}

#[test]
fn entries_have_fields_and_values_with_their_lines() {
    let (entries, wrong) = read(
        "// a note\n## A\nask: One?\nwhy (S2 on-leaving): Two\n  goes on.\n\nThree.\n// between\n\
         - yes: Yes: it is\n    hint: Four\n    goes on\n    told: Five\n- no: No\nfind out: Six\n\n## B C\nask:\n  Seven\n",
    );
    assert_eq!(wrong, [""; 0]);
    let [a, b] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!((a.id.as_str(), a.line, b.id.as_str(), b.line), ("A", 2, "B C", 16));
    let fields: Vec<_> = a.fields.iter().map(|field| (field.name(), field.line)).collect();
    assert_eq!(fields, [("“ask”".into(), 3), ("“why (S2 on-leaving)”".into(), 4), ("“find out”".into(), 14)]);
    let why: Vec<_> = a.fields[1].text.iter().map(|line| (line.number, line.text.as_str())).collect();
    assert_eq!(why, [(4, "Two"), (5, "goes on."), (6, ""), (7, "Three.")]);
    let [yes, no] = a.values.as_slice() else { panic!("{:?}", a.values) };
    assert_eq!((yes.id.as_str(), yes.line, no.id.as_str(), no.line), ("yes", 9, "no", 13));
    let yes: Vec<_> = yes.fields.iter().map(|field| (field.key.as_str(), field.text.len())).collect();
    assert_eq!(yes, [("label", 1), ("hint", 2), ("told", 1)]);
    assert_eq!(a.fields[2].text[0].text, "Six");
    assert_eq!(b.fields[0].text[1].text, "Seven");
}

#[test]
fn what_is_not_in_the_format_is_a_problem_with_its_line() {
    for (text, expected) in [
        ("ask: One?\n", "a.txt:1: text before the first entry; an entry starts with ## and its id"),
        ("##A\nask: One?\n", "a.txt:1: an entry starts with ## then a space and its id"),
        ("## \nask: One?\n", "a.txt:1: an entry starts with ## then a space and its id"),
        ("# A\n", "a.txt:1: an entry starts with ## then a space and its id"),
        ("## A\n", "a.txt:1: A has no text"),
        (
            "## A\nText.\nask: One?\n",
            "a.txt:2: A has text before its first field; a field starts with its key and a colon",
        ),
        ("## A\nask: One?\n\n## A\nask: Two?\n", "a.txt:4: A is there twice; the first is on line 1"),
        ("## A\nask: One?\nask: Two?\n", "a.txt:3: A has “ask” twice; the first is on line 2"),
        (
            "## A\nsay (S1 now): B\nsay (now, S1): C\n",
            "a.txt:3: A has “say (now S1)” twice; the first is on line 2",
        ),
        ("## A\nask: B\n- yes: Yes\n- yes: Yes\n", "a.txt:4: A has yes twice; the first is on line 3"),
        (
            "## A\nask: B\n- yes: Yes\n  told: C\n  told: D\n",
            "a.txt:5: A, yes has “told” twice; the first is on line 4",
        ),
        ("## A\nsay (S1: B\n", "a.txt:2: “say (” needs a closing bracket"),
        ("## A\nsay (): B\n", "a.txt:2: “say ()” has no tag in its brackets"),
        ("## A\nask: B\nsay (S1) C\n", "a.txt:3: “say (…)” needs a colon after the bracket"),
        (
            "## A\nask: B\nwhi: C\n",
            "a.txt:3: A has no field “whi”; it can have ask, why, find out, say. \
             If this is text, it must not start like a field",
        ),
        (
            "## A\nask: B\n- yes: Yes\n   hnt: C\n",
            "a.txt:4: A has no field “hnt”; it can have hint, told. If this is text, it must not start like a field",
        ),
    ] {
        let (_, wrong) = read(text);
        assert!(wrong.iter().any(|problem| problem == expected), "{text:?}\n{wrong:#?}");
    }
}

#[test]
fn sentences_with_colons_and_brackets_are_text() {
    for line in [
        "You can say: yes.",
        "In Wales: yes (or no).",
        "the words below (in the box) are yours",
        "see https://example.org/a:b",
        "Say it so:",
    ] {
        let (entries, wrong) = read(&format!("## A\nwhy: One\n{line}\n"));
        assert_eq!(wrong, [""; 0], "{line}");
        assert_eq!(entries[0].fields.len(), 1, "{line}");
    }
}

#[test]
fn every_problem_of_a_file_is_reported() {
    let (_, wrong) = read("## A\nwhi: B\n##C\n## D\nsay (S1: E\n");
    let lines: Vec<&str> = wrong.iter().map(|problem| problem.split(": ").next().unwrap()).collect();
    assert_eq!(lines, ["a.txt:2", "a.txt:3", "a.txt:5", "a.txt:1", "a.txt:4"]);
}

#[test]
fn texts_have_paragraphs_lists_and_words_to_say() {
    let (blocks, wrong) = said(
        "One\ngoes on.\n\n  Two.\n- a\n  more\n\n- b *c*\n> Say [[this|that]],\n> and this.\n\n> And that.\nThree? -no\n-4 > 3",
    );
    assert_eq!(wrong, [""; 0]);
    assert_eq!(
        blocks,
        [
            Block::Para(vec![text("One goes on.")]),
            Block::Para(vec![text("Two.")]),
            Block::List(vec![vec![text("a more")], vec![text("b "), strong("c")]]),
            Block::Say(vec![text("Say "), term("this", "that", 10), text(", and this.")]),
            Block::Say(vec![text("And that. Three? -no -4 > 3")]),
        ]
    );
}

#[test]
fn marks_are_read_and_broken_marks_are_problems() {
    let spans = |line: &str| said(line).0.into_iter().next();
    assert_eq!(spans("*a* b"), Some(Block::Para(vec![strong("a"), text(" b")])));
    assert_eq!(
        spans("[your name] [[ICB]]"),
        Some(Block::Para(vec![text("[your name] "), term("ICB", "ICB", 2)]))
    );
    for (text, expected) in [
        ("One *two", "a.txt:2: “*” is not closed with “*”"),
        ("One\ntwo [[three\nfour", "a.txt:3: “[[” is not closed with “]]”"),
        ("One\ntwo]]", "a.txt:3: “]]” has no “[[” before it"),
        ("**", "a.txt:2: **: no space may stand just inside, and something must"),
        ("* a*", "a.txt:2: * a*: no space may stand just inside, and something must"),
        ("[[]]", "a.txt:2: [[]]: no space may stand just inside, and something must"),
        ("*[[a]]*", "a.txt:2: *[[a]]*: a mark cannot stand inside another"),
        ("[[a|]]", "a.txt:2: [[a|]]: write [[shown text|glossary entry]]"),
        ("[[a|b|c]]", "a.txt:2: [[a|b|c]]: write [[shown text|glossary entry]]"),
        ("", "a.txt:2: “say” is empty"),
    ] {
        assert_eq!(said(text).1, [expected], "{text:?}");
    }
}

#[test]
fn plain_texts_have_no_marks_and_one_paragraph() {
    for (text, expected) in [
        ("One\ntwo", Ok("One two")),
        ("One *two*", Err("a.txt:2: “say” is plain text and can have no * and no [[")),
        ("One\n[[two]]", Err("a.txt:3: “say” is plain text and can have no * and no [[")),
        ("One\n\nTwo", Err("a.txt:2: “say” is plain text and can have no list, no > and no empty line")),
        ("- One", Err("a.txt:2: “say” is plain text and can have no list, no > and no empty line")),
        ("", Err("a.txt:2: “say” is empty")),
    ] {
        let (entries, _) = read(&format!("## A\nsay: {text}"));
        let mut found = Vec::new();
        let plain = plain(&entries[0].fields[0], &mut Problems::of("a.txt", &mut found));
        match expected {
            Ok(expected) => assert_eq!((plain.as_str(), found.len()), (expected, 0)),
            Err(expected) => assert_eq!(found.iter().map(Problem::to_string).collect::<Vec<_>>(), [expected]),
        }
    }
}

#[test]
fn copied_texts_keep_their_lines() {
    let (entries, _) = read("## A\nsay:\nDear you,\n\n- one\n- two\n\nMe\n(Date)\n\n");
    let mut found = Vec::new();
    let copied = verbatim(&entries[0].fields[0], &mut Problems::of("a.txt", &mut found));
    assert_eq!((copied.as_str(), found.len()), ("Dear you,\n\n- one\n- two\n\nMe\n(Date)", 0));
}

#[test]
fn what_cannot_be_seen_is_taken_off_or_reported() {
    let (entries, wrong) = read("\u{feff}## A\r\nask: One\r\n\r\ntwo\r\n");
    assert_eq!(wrong, [""; 0]);
    assert_eq!(entries[0].fields[0].text[2].text, "two");
    for (text, expected) in [
        ("## A\nask:\tB\n", "a.txt:2: character 5: a tab; use spaces"),
        ("## A\nask: \u{a0}B\n", "a.txt:2: character 6: an unusual space (U+00A0); use an ordinary one"),
        (
            "## A\nask: B\u{200b}\n",
            "a.txt:2: character 7: a character that cannot be seen (U+200B); take it out",
        ),
        (
            "## A\nask: \u{202e}B\n",
            "a.txt:2: character 6: a character that cannot be seen (U+202E); take it out",
        ),
        ("## A\nask: B\rC\n", "a.txt:2: character 7: a character that cannot be seen (U+000D); take it out"),
        ("## A\nask: B\0\n", "a.txt:2: character 7: a character that cannot be seen (U+0000); take it out"),
        (
            "## A\nask: \u{1b}[31m\n",
            "a.txt:2: character 6: a character that cannot be seen (U+001B); take it out",
        ),
    ] {
        let (_, wrong) = read(text);
        assert!(wrong.iter().any(|problem| problem == expected), "{text:?}\n{wrong:#?}");
    }
}

#[test]
fn files_that_cannot_be_texts_are_one_problem() {
    let bad = |bytes: &[u8]| {
        let mut found = Vec::new();
        assert!(entries(bytes, KEYS, &mut Problems::of("a.txt", &mut found)).is_empty());
        found.iter().map(Problem::to_string).collect::<Vec<_>>()
    };
    assert_eq!(bad(b"## A\nask: \xff\n"), ["a.txt:2: not UTF-8 text; save the file as UTF-8"]);
    assert_eq!(
        bad(&[b'a'; LONGEST_FILE + 1]),
        ["a.txt: the file is longer than 1000000 bytes; is it the right one?"]
    );
    let long = "a".repeat(900_000);
    let (_, wrong) = read(&format!("## A\nask: {long}\n"));
    assert_eq!(wrong[0], "a.txt:2: the line is 900005 characters long; break it before 2000");
}

#[test]
fn the_guide_has_sections_and_starts_with_its_title() {
    let read = |text: &str| {
        let mut found = Vec::new();
        let sections = guide(text.as_bytes(), &mut Problems::of("guide.txt", &mut found));
        (sections, found.iter().map(Problem::to_string).collect::<Vec<_>>())
    };
    let (sections, wrong) = read("## title\ntext: In short\n## who\nheading: Who\ntext: One\n\n- *two*\n");
    assert_eq!(wrong, [""; 0]);
    let [title, who] = sections.as_slice() else { panic!("{sections:?}") };
    assert_eq!((title.id.as_str(), title.line, &title.heading), ("title", 1, &None));
    assert_eq!((who.id.as_str(), who.line, who.heading.as_deref()), ("who", 3, Some("Who")));
    assert_eq!(who.text, [Block::Para(vec![text("One")]), Block::List(vec![vec![strong("two")]])]);
    for (text, expected) in [
        ("", "guide.txt: the guide starts with ## title, which is one line"),
        ("## who\ntext: A\n", "guide.txt: the guide starts with ## title, which is one line"),
        ("## title\ntext: - A\n", "guide.txt: the guide starts with ## title, which is one line"),
        ("## title\ntext: A\n## who\nheading: B\n", "guide.txt:3: who has no “text”"),
        (
            "## title\ntext: A\n## who\nheading: *B*\ntext: C\n",
            "guide.txt:4: “heading” is plain text and can have no * and no [[",
        ),
        (
            "## title\ntext: A\ntext (me): B\n",
            "guide.txt:3: the guide has no voices: “text (me)” cannot be tagged",
        ),
    ] {
        let (_, wrong) = read(text);
        assert_eq!(wrong, [expected], "{text:?}");
    }
}
