//! A document in Office Open XML (ECMA-376), the format of Word, with just the parts that it must have. It names no
//! author, no program and no time.

use std::fmt::Write;

use super::{Paragraph, zip};
use crate::words::{Language, fill};

/// The media type of such a file.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// What every part of the text is written in.
macro_rules! word {
    () => {
        r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    };
}

macro_rules! relations {
    ($($id:literal => $kind:literal at $target:literal),+) => {
        concat!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
            $(r#"<Relationship Id=""#, $id,
              r#"" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/"#, $kind,
              r#"" Target=""#, $target, r#""/>"#,)+
            "</Relationships>"
        )
    };
}

macro_rules! content_types {
    ($($part:literal is $kind:literal),+) => {
        concat!(
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            $(r#"<Override PartName="/word/"#, $part,
              r#".xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml."#, $kind,
              r#"+xml"/>"#,)+
            "</Types>"
        )
    };
}

const TYPES: &str =
    content_types!("document" is "document.main", "styles" is "styles", "numbering" is "numbering");
const PACKAGE: &str = relations!("a" => "officeDocument" at "word/document.xml");
const PARTS: &str = relations!("a" => "styles" at "styles.xml", "b" => "numbering" at "numbering.xml");

/// A bullet that hangs before its item.
const NUMBERING: &str = concat!(
    "<w:numbering ",
    word!(),
    r#"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>"#,
    r#"<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl>"#,
    r#"</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
);

/// Sizes in half points, distances in twentieths of a point. The language goes in at the mark.
const STYLES: &str = concat!(
    "<w:styles ",
    word!(),
    r#"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>"#,
    r#"<w:sz w:val="23"/><w:szCs w:val="23"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>"#,
    r#"<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
    r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>"#,
    r#"<w:pPr><w:keepNext/><w:spacing w:after="120" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>"#,
    r#"<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:qFormat/>"#,
    r#"<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style></w:styles>"#
);

/// A4 with margins of 2.5 cm.
const PAGE: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>"#;

/// The document as the bytes of a `.docx` file. `title` stands first; none if it is empty.
pub fn docx(title: &str, paragraphs: &[Paragraph], language: Language) -> Vec<u8> {
    let mut body = format!("{XML}<w:document {}><w:body>", word!());
    if !title.is_empty() {
        paragraph(&mut body, Some("Title"), title);
    }
    for piece in paragraphs {
        let style = match piece {
            Paragraph::Heading(_) => Some("Heading1"),
            Paragraph::Text(_) => None,
            Paragraph::Item(_) => Some("ListBullet"),
        };
        paragraph(&mut body, style, piece.text());
    }
    body.push_str(PAGE);
    body.push_str("</w:body></w:document>");
    // English here is British, and Welsh is spoken nowhere else.
    let styles = fill(STYLES, &[("language", &format!("{}-GB", language.id()))]);
    let part = |text: &str| format!("{XML}{text}").into_bytes();
    zip::stored(&[
        ("[Content_Types].xml", part(TYPES)),
        ("_rels/.rels", part(PACKAGE)),
        ("word/document.xml", body.into_bytes()),
        ("word/_rels/document.xml.rels", part(PARTS)),
        ("word/styles.xml", part(&styles)),
        ("word/numbering.xml", part(NUMBERING)),
    ])
}

fn paragraph(body: &mut String, style: Option<&str>, text: &str) {
    body.push_str("<w:p>");
    if let Some(style) = style {
        let _ = write!(body, r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#);
    }
    for (number, line) in text.lines().enumerate() {
        body.push_str(if number > 0 { "<w:r><w:br/>" } else { "<w:r>" });
        body.push_str(r#"<w:t xml:space="preserve">"#);
        for char in line.chars() {
            match char {
                '&' => body.push_str("&amp;"),
                '<' => body.push_str("&lt;"),
                '>' => body.push_str("&gt;"),
                '\t' => body.push(' '),
                // XML has no place for these, not even escaped.
                '\u{fffe}' | '\u{ffff}' => {}
                control if control.is_control() => {}
                plain => body.push(plain),
            }
        }
        body.push_str("</w:t></w:r>");
    }
    body.push_str("</w:p>");
}
