//! A zip archive without compression: what a document of a few pages needs, in some tens of lines.

/// The archive with these files, in this order. Names are ASCII. No times: 1 January 1980 is the first there is.
pub(super) fn stored(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const DAY: u16 = 1 << 5 | 1;
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, contents) in files {
        let start = archive.len() as u32;
        let size = contents.len() as u32;
        // What stands before each file and again in the directory: version 1.0, no flags, stored, the time.
        let mut header = Vec::new();
        for number in [10, 0, 0, 0, DAY] {
            header.extend(number.to_le_bytes());
        }
        for number in [crc32(contents), size, size] {
            header.extend(number.to_le_bytes());
        }
        header.extend((name.len() as u16).to_le_bytes());
        // Nothing extra.
        header.extend([0; 2]);

        archive.extend(b"PK\x03\x04");
        archive.extend(&header);
        archive.extend(name.as_bytes());
        archive.extend(contents);

        directory.extend(b"PK\x01\x02\x0a\x00");
        directory.extend(&header);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = (files.len() as u16).to_le_bytes();
    let start = archive.len() as u32;
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\x00\x00\x00\x00");
    archive.extend(count);
    archive.extend(count);
    archive.extend((directory.len() as u32).to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    archive
}

/// The checksum of zip archives. Bit by bit: a table would be longer than what it saves.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 },
        )
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_its_standard() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
