//! Just enough of PDF to count the pages of a print.

use flate2::read::ZlibDecoder;
use std::io::Read;

/// How many pages a PDF has.
///
/// Page objects stand in the open (Chromium) or in compressed object streams (Firefox); both are looked into.
pub fn pages(pdf: &[u8]) -> usize {
    assert!(pdf.starts_with(b"%PDF"), "this is not a PDF");
    page_objects(pdf) + streams(pdf).iter().map(|stream| page_objects(stream)).sum::<usize>()
}

/// `/Type /Page`, but not `/Type /Pages`.
fn page_objects(bytes: &[u8]) -> usize {
    places(bytes, b"/Type")
        .filter(|at| {
            let rest = bytes[at + b"/Type".len()..].trim_ascii_start();
            rest.strip_prefix(b"/Page").is_some_and(|rest| !rest.first().is_some_and(u8::is_ascii_alphabetic))
        })
        .count()
}

/// Every stream that unpacks.
fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    places(pdf, b"stream")
        .filter(|at| !pdf[..*at].ends_with(b"end"))
        .filter_map(|at| {
            let body = &pdf[at + b"stream".len()..];
            let body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n"))?;
            let mut unpacked = Vec::new();
            ZlibDecoder::new(body).read_to_end(&mut unpacked).ok()?;
            Some(unpacked)
        })
        .collect()
}

fn places<'a>(bytes: &'a [u8], what: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(what.len()).enumerate().filter(move |(_, window)| *window == what).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn pages_are_counted_and_the_list_of_pages_is_not() {
        assert_eq!(pages(b"%PDF-1.4 <</Type /Pages>> <</Type /Page\n>> <</Type/Page/X 1>>"), 2);
        assert_eq!(pages(b"%PDF-1.4 nothing"), 0);
    }
}
