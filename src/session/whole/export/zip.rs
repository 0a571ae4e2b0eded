//! Several files in one, as a zip archive holds them, none of them packed: a workbook of a whole
//! assessment stays far below what packing would be worth in bytes of program.

/// An archive of these files: name in ASCII, content. The time of all is the first that the format
/// knows, so that the same content gives the same bytes.
pub fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let at = out.len() as u32;
        let entry = entry(name, content);
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&entry);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(content);
        directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        directory.extend_from_slice(&entry);
        // No comment, first disk, no attributes; then the place of the file.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let (start, count) = (out.len() as u32, files.len() as u16);
    let size = directory.len() as u32;
    out.append(&mut directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&size.to_le_bytes());
    out.extend_from_slice(&start.to_le_bytes());
    out.extend_from_slice(&[0, 0]);
    out
}

/// What both heads of a file say: version 2.0, no flags, stored, 1980-01-01, checksum, sizes, names.
fn entry(name: &str, content: &[u8]) -> Vec<u8> {
    let size = (content.len() as u32).to_le_bytes();
    let mut out = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
    out.extend_from_slice(&crc32(content).to_le_bytes());
    out.extend_from_slice(&size);
    out.extend_from_slice(&size);
    out.extend_from_slice(&(name.len() as u16).to_le_bytes());
    out.extend_from_slice(&[0, 0]);
    out
}

/// The checksum of zip archives (ISO 3309, reflected, polynomial 0xEDB88320).
pub fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            let is_odd = crc & 1 == 1;
            crc >>= 1;
            if is_odd {
                crc ^= 0xedb8_8320;
            }
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::{crc32, zip};

    #[test]
    fn checksums_are_those_of_the_standard() {
        for (text, sum) in [("", 0), ("123456789", 0xcbf4_3926), ("a", 0xe8b7_be43)] {
            assert_eq!(crc32(text.as_bytes()), sum);
        }
    }

    #[test]
    fn an_empty_archive_is_its_end_alone() {
        assert_eq!(zip(&[]).len(), 22);
    }
}
