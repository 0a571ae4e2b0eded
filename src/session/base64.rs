//! Bytes as letters and digits (RFC 4648, sections 4 and 5).

/// Which two characters stand beside letters and digits, and whether the end is filled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alphabet {
    /// `+` and `/`, filled up with `=`.
    Standard,
    /// `-` and `_`, not filled up: nothing that means something in an address.
    Url,
}

impl Alphabet {
    fn last_two(self) -> [char; 2] {
        match self {
            Self::Standard => ['+', '/'],
            Self::Url => ['-', '_'],
        }
    }

    fn character(self, digit: u8) -> char {
        let [plus, slash] = self.last_two();
        match digit & 63 {
            digit @ 0..=25 => char::from(b'A' + digit),
            digit @ 26..=51 => char::from(b'a' + digit - 26),
            digit @ 52..=61 => char::from(b'0' + digit - 52),
            62 => plus,
            _ => slash,
        }
    }

    fn digit(self, c: char) -> Option<u8> {
        let [plus, slash] = self.last_two();
        let digit = match c {
            'A'..='Z' => c as u32 - 'A' as u32,
            'a'..='z' => c as u32 - 'a' as u32 + 26,
            '0'..='9' => c as u32 - '0' as u32 + 52,
            c if c == plus => 62,
            c if c == slash => 63,
            _ => return None,
        };
        Some(digit as u8)
    }
}

/// Bytes as they were read.
#[derive(Debug, PartialEq)]
pub(crate) struct Decoded {
    /// All whole bytes.
    pub(crate) bytes: Vec<u8>,
    /// Whether exactly this text is written for these bytes; not so if it was cut or filled with more.
    pub(crate) is_exact: bool,
}

/// Writes bytes.
pub(crate) fn encode(bytes: &[u8], alphabet: Alphabet) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| {
            bits << 8 | u32::from(group.get(at).copied().unwrap_or_default())
        });
        for at in 0..4 {
            if at <= group.len() {
                out.push(alphabet.character((bits >> (18 - 6 * at)) as u8));
            } else if alphabet == Alphabet::Standard {
                out.push('=');
            }
        }
    }
    out
}

/// Reads bytes; `None` if a character is not of the alphabet.
pub(crate) fn decode(text: &str, alphabet: Alphabet) -> Option<Decoded> {
    let digits = match alphabet {
        Alphabet::Standard if text.len().is_multiple_of(4) => {
            let one = text.strip_suffix('=');
            one.map_or(text, |one| one.strip_suffix('=').unwrap_or(one))
        }
        _ => text,
    };
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for c in digits.chars() {
        bits = bits << 6 | u32::from(alphabet.digit(c)?);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    let is_filled = alphabet == Alphabet::Url || text.len().is_multiple_of(4);
    Some(Decoded {
        bytes,
        is_exact: held < 6 && bits == 0 && is_filled,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{decode, encode, Alphabet};

    #[test]
    fn published_examples_come_out() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            let bytes = bytes.as_bytes();
            assert_eq!(encode(bytes, Alphabet::Standard), text);
            let bare = text.trim_end_matches('=');
            assert_eq!(encode(bytes, Alphabet::Url), bare);
            for (text, alphabet) in [(text, Alphabet::Standard), (bare, Alphabet::Url)] {
                let decoded = decode(text, alphabet).unwrap();
                assert!(decoded.is_exact && decoded.bytes == bytes, "{text}");
            }
        }
    }

    #[test]
    fn all_bytes_come_back_in_both_alphabets() {
        let bytes: Vec<u8> = (0..=255).collect();
        for alphabet in [Alphabet::Standard, Alphabet::Url] {
            for length in 0..=bytes.len() {
                let bytes = bytes.get(..length).unwrap();
                let decoded = decode(&encode(bytes, alphabet), alphabet).unwrap();
                assert!(decoded.is_exact && decoded.bytes == bytes);
            }
        }
    }

    #[test]
    fn only_the_one_way_of_writing_is_exact() {
        use Alphabet::{Standard, Url};
        for (text, alphabet) in [
            ("Zg", Standard),
            ("Zh==", Standard),
            ("Zm9=", Standard),
            ("Zm9vY", Standard),
            ("Zh", Url),
            ("Z", Url),
            ("Zm9vY", Url),
        ] {
            assert!(!decode(text, alphabet).unwrap().is_exact, "{text}");
        }
        for (text, alphabet) in [
            ("Zg=", Standard),
            ("Z===", Standard),
            ("====", Standard),
            ("Zg==Zg==", Standard),
            ("Zm9v\n", Standard),
            ("Zm-v", Standard),
            ("Zg==", Url),
            ("Zm+v", Url),
            ("Zm/v", Url),
            ("Zmév", Url),
        ] {
            assert_eq!(decode(text, alphabet), None, "{text}");
        }
    }
}
