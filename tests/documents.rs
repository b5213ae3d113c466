//! Documents, opened by parsers that are not ours.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use s117_checker::law::{
    finding::{Strength, Timing},
    standing::Standing,
};
use s117_checker::words::{
    Language, Letter, Speech, Voice,
    document::{Paragraph, docx, paragraphs, plain, text_file},
    letter::{self, Telling},
    myths,
};
use zip::ZipArchive;

const LANGUAGE: Language = Language::English;

/// The parts of a document, each as its name and its XML. The archive checks every checksum on the way.
fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a zip archive");
    let read = |number| {
        let mut part = archive.by_index(number).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8, with the right checksum");
        (part.name().expect("a name").into_owned(), text)
    };
    (0..6).map(read).collect()
}

/// The paragraphs as somebody reads them in Word: the style of each, and its text with line breaks.
fn read(file: &[u8]) -> Vec<(String, String)> {
    let parts = parts(file);
    let (_, text) = parts.iter().find(|(name, _)| name == "word/document.xml").expect("the text");
    let document = Document::parse(text).expect("well-formed XML");
    let is = |node: &Node, name: &str| node.tag_name().name() == name;
    let paragraphs = document.descendants().filter(|node| is(node, "p"));
    let read = |paragraph: Node| {
        let style = paragraph.descendants().find(|node| is(node, "pStyle"));
        let style = style.and_then(|node| node.attributes().next()).map_or("Normal", |it| it.value());
        let text = paragraph.descendants().filter_map(|node| match node.tag_name().name() {
            "br" => Some("\n"),
            "t" => Some(node.text().unwrap_or_default()),
            _ => None,
        });
        (style.to_owned(), text.collect())
    };
    paragraphs.map(read).collect()
}

#[test]
fn a_document_has_the_parts_that_word_asks_for_and_every_style_it_uses() {
    let text = [Paragraph::Heading("a".into()), Paragraph::Text("b".into()), Paragraph::Item("c".into())];
    let file = docx("t", &text, LANGUAGE);
    let parts = parts(&file);
    let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/numbering.xml"
        ]
    );
    let parsed: Vec<_> = parts.iter().map(|(name, xml)| Document::parse(xml).expect(name)).collect();
    // Each part is declared with its type, and each target of a relation is there.
    let attributes = |document: usize, name: &str| -> Vec<String> {
        let with = parsed[document].descendants().filter_map(|node| node.attribute(name));
        with.map(str::to_owned).collect()
    };
    assert_eq!(attributes(0, "PartName"), ["/word/document.xml", "/word/styles.xml", "/word/numbering.xml"]);
    assert_eq!(attributes(1, "Target"), ["word/document.xml"]);
    assert_eq!(attributes(3, "Target"), ["styles.xml", "numbering.xml"]);
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    assert_eq!(attributes(0, "ContentType")[1], main);
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let styles: Vec<_> =
        parsed[4].descendants().filter_map(|node| node.attribute((word, "styleId"))).collect();
    for (style, _) in read(&file) {
        assert!(styles.contains(&style.as_str()), "{style} is not in {styles:?}");
    }
    let language = parsed[4].descendants().find(|node| node.tag_name().name() == "lang").expect("a language");
    assert_eq!(language.attribute((word, "val")), Some("en-GB"));
    // Nothing about who made it, with what, and when.
    assert!(parts.iter().all(|(_, xml)| !xml.to_lowercase().contains("117") && !xml.contains("creator")));
}

#[test]
fn what_is_written_is_what_is_read() {
    let texts = [
        "plain",
        "“quotes”, it’s £1,000 & more <b> \"a\" 'b' ]]>",
        "  spaces  kept  ",
        "Llŷn, Ŵyr, 你好, 👩🏽‍⚕️, e\u{301}",
        "one\ntwo\n\nfour",
        "{language} {which}",
        "",
    ];
    for text in texts {
        let pieces =
            [Paragraph::Heading(text.into()), Paragraph::Text(text.into()), Paragraph::Item(text.into())];
        let read = read(&docx("Title & more", &pieces, LANGUAGE));
        let expected =
            [("Title", "Title & more"), ("Heading1", text), ("Normal", text), ("ListBullet", text)];
        assert_eq!(read, expected.map(|(style, text)| (style.to_owned(), text.to_owned())));
        let read = read_without_title(&pieces);
        assert_eq!(read[0], ("Heading1".to_owned(), text.to_owned()));
    }
}

fn read_without_title(pieces: &[Paragraph]) -> Vec<(String, String)> {
    read(&docx("", pieces, LANGUAGE))
}

#[test]
fn no_character_breaks_a_document() {
    for code in (0..=0x0010_ffff).step_by(0x1000) {
        let text: String = (code..code + 0x1000).filter_map(char::from_u32).collect();
        let read = read_without_title(&[Paragraph::Text(text.clone())]);
        let kept = |text: &str| -> String {
            let shown = |char: &char| !char.is_control() && !matches!(char, ' ' | '\u{fffe}' | '\u{ffff}');
            text.chars().filter(shown).collect()
        };
        assert_eq!(kept(&read[0].1), kept(&text), "from U+{code:04X}");
    }
}

#[test]
fn every_letter_becomes_a_document_and_a_plain_text() {
    let standing = Standing { right: Strength::S1, point: Strength::S1, timing: Timing::Now, nation: None };
    for voice in [Voice::Me, Voice::Supporter, Voice::Client] {
        let telling = Telling { speech: Speech::new(LANGUAGE, voice), standing, consent: None };
        for one in Letter::ALL {
            let empty = |gap| letter::empty(gap, &telling);
            let texts: Vec<String> = letter::compose(*one, &telling)
                .into_iter()
                .map(|part| letter::text(&part.pieces, empty))
                .collect();
            let pieces: Vec<_> = texts.iter().cloned().map(Paragraph::Text).collect();
            let file = docx(one.id(), &pieces, LANGUAGE);
            assert!(file.len() < 16_000, "{}: {} bytes", one.id(), file.len());
            let read: Vec<_> = read(&file).into_iter().skip(1).map(|(_, text)| text).collect();
            assert_eq!(read, texts, "{}", one.id());
            let text = String::from_utf8(text_file("", &pieces)).expect("UTF-8");
            let text = text.strip_prefix('\u{feff}').expect("a mark that says so");
            assert_eq!(text.replace("\r\n", "\n").trim_end(), texts.join("\n\n"));
            assert!(!text.replace("\r\n", "").contains('\n'), "every line ends as Notepad needs it");
        }
    }
}

#[test]
fn texts_of_the_page_lose_their_marks_and_keep_their_words() {
    for myth in myths(Speech::new(LANGUAGE, Voice::Me)) {
        let text = plain("", &paragraphs(myth.fact));
        assert_eq!(text.trim_end(), s117_checker::words::plain(myth.fact));
    }
}
