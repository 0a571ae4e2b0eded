//! Files that people open by mistake, told by their first bytes.

/// A kind of file that is no assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherKind {
    /// A packed archive.
    Zip,
    /// A document, table or slides of an office program.
    Office,
    /// A PDF.
    Pdf,
    /// A web page.
    Html,
    /// A picture.
    Image,
}

/// How much of a file is looked at.
const HEAD: usize = 4096;

impl OtherKind {
    /// Stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::Office => "office",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Image => "image",
        }
    }

    /// The kind of a file; `None` if it may be an assessment. No JSON begins like any of these.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        let begins = |starts: &[&[u8]]| starts.iter().any(|start| head.starts_with(start));
        let has = |word: &[u8]| head.windows(word.len()).any(|part| part == word);
        if begins(&[b"PK\x03\x04", b"PK\x05\x06"]) {
            let parts: [&[u8]; 5] = [
                b"[Content_Types].xml",
                b"word/",
                b"xl/",
                b"ppt/",
                b"mimetypeapplication/vnd.oasis.opendocument",
            ];
            let is_office = parts.iter().any(|part| has(part));
            return Some(if is_office { Self::Office } else { Self::Zip });
        }
        if begins(&[b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a"]) {
            return Some(Self::Zip);
        }
        // The older office formats, and RTF, which begins like an object.
        if begins(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"]) {
            return Some(Self::Office);
        }
        if begins(&[b"%PDF-"]) {
            return Some(Self::Pdf);
        }
        let images: [&[u8]; 7] = [
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"GIF87a",
            b"GIF89a",
            b"RIFF",
            b"II*\0",
            b"MM\0*",
        ];
        if begins(&images) || head.get(4..8) == Some(b"ftyp") {
            return Some(Self::Image);
        }
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        if text.trim_ascii_start().starts_with(b"<") {
            return Some(if has(b"<svg") {
                Self::Image
            } else {
                Self::Html
            });
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::OtherKind;

    #[test]
    fn first_bytes_tell_the_kind() {
        let rows: [(&[u8], Option<OtherKind>); 20] = [
            (b"PK\x03\x04\x14\0\0\0file.txt", Some(OtherKind::Zip)),
            (b"\x1f\x8b\x08", Some(OtherKind::Zip)),
            (
                b"PK\x03\x04\x14\0\x06\0[Content_Types].xml",
                Some(OtherKind::Office),
            ),
            (
                b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text",
                Some(OtherKind::Office),
            ),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0",
                Some(OtherKind::Office),
            ),
            (b"{\\rtf1\\ansi", Some(OtherKind::Office)),
            (b"%PDF-1.7\n", Some(OtherKind::Pdf)),
            (b"<!DOCTYPE html><html>", Some(OtherKind::Html)),
            (
                b"\xef\xbb\xbf \r\n<html lang=\"en\">",
                Some(OtherKind::Html),
            ),
            (b"<?xml version=\"1.0\"?><svg>", Some(OtherKind::Image)),
            (b"\x89PNG\r\n\x1a\n\0", Some(OtherKind::Image)),
            (b"\xff\xd8\xff\xe0", Some(OtherKind::Image)),
            (b"GIF89a", Some(OtherKind::Image)),
            (b"RIFF\0\0\0\0WEBP", Some(OtherKind::Image)),
            (b"\0\0\0\x18ftypheic", Some(OtherKind::Image)),
            (b"", None),
            (b"PK", None),
            (b" {\"answers\":{}}", None),
            (b"[1]", None),
            (b"\xef\xbb\xbf{}", None),
        ];
        for (bytes, kind) in rows {
            assert_eq!(OtherKind::of(bytes), kind, "{bytes:?}");
        }
    }
}
