//! What a browser has saved to the disk, and parsers that open it. None of them is ours.

use crate::session::Session;
use icalendar::parser::{read_calendar, unfold};
use roxmltree::Document;
use std::{
    collections::BTreeSet,
    fs,
    io::{Cursor, Read},
};
use zip::ZipArchive;

/// The names of the files in the folder for downloads, unfinished ones too.
pub fn names(session: &Session) -> Vec<String> {
    let files = fs::read_dir(session.downloads()).expect("the folder for downloads");
    files.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect()
}

/// Waits until a file of this name is saved, and nothing unfinished is left beside it. Takes it away.
pub fn take(session: &Session, name: &str) -> Vec<u8> {
    session.wait_for(&format!("{name} to be saved, beside {:?}", names(session)), || {
        (names(session) == [name]).then_some(())
    });
    let path = session.downloads().join(name);
    // Some browsers give a file its name before they have written it.
    let bytes = session.wait_for(&format!("{name} to be written"), || {
        fs::read(&path).ok().filter(|bytes| !bytes.is_empty())
    });
    fs::remove_file(path).expect("own folder");
    bytes
}

/// The days of a calendar file's events, as `YYYYMMDD`.
pub fn days(file: &[u8]) -> BTreeSet<String> {
    let text = unfold(std::str::from_utf8(file).expect("UTF-8"));
    let calendar = read_calendar(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let day = |event: &icalendar::parser::Component| {
        assert_eq!(event.name, "VEVENT");
        let start = event.properties.iter().find(|property| property.name == "DTSTART");
        start.expect("a day").val.to_string()
    };
    calendar.components.iter().map(day).collect()
}

/// The paragraphs of a document that word processors open.
pub fn paragraphs(file: &[u8]) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a zip archive");
    let mut text = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the text");
    part.read_to_string(&mut text).expect("UTF-8, with the right checksum");
    let document = Document::parse(&text).expect("well-formed XML");
    let paragraphs = document.descendants().filter(|node| node.tag_name().name() == "p");
    let read = |paragraph: roxmltree::Node| {
        let pieces = paragraph.descendants().filter_map(|node| match node.tag_name().name() {
            "br" => Some("\n"),
            "t" => node.text(),
            _ => None,
        });
        pieces.collect()
    };
    paragraphs.map(read).collect()
}
