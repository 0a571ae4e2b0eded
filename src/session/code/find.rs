//! The code in what was pasted.

use super::CodeError;
use std::borrow::Cow;

/// What the code is called in a fragment.
const NAME: &str = "gca=";

/// The code in a text: the text itself, or what follows `gca=` in an address or a fragment.
pub(super) fn find(text: &str) -> Result<String, CodeError> {
    let text = plain(text.trim())?;
    let code = match named(&text) {
        Some(code) => code,
        None => text.trim(),
    };
    match code {
        "" => Err(CodeError::Empty),
        code => Ok(code.to_owned()),
    }
}

/// What follows the last `gca=` that begins a part of an address, up to the next part.
fn named(text: &str) -> Option<&str> {
    let places = text.rmatch_indices(NAME).map(|(at, _)| at);
    let at = places.into_iter().find(|at| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        before.is_none_or(|c| "#?&;/!".contains(c) || c.is_whitespace())
    })?;
    let code = text.get(at + NAME.len()..)?;
    code.split(['&', ';', '#']).next().map(str::trim)
}

/// The text with what is encoded for addresses as it was; once only, so that what is encoded twice
/// keeps a sign that no code has.
fn plain(text: &str) -> Result<Cow<'_, str>, CodeError> {
    if !text.contains('%') {
        return Ok(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || {
                    let digit = char::from(rest.next()?).to_digit(16)?;
                    u8::try_from(digit).ok()
                };
                let (high, low) = (digit(), digit());
                high.zip(low)
                    .map(|(high, low)| high << 4 | low)
                    .ok_or(CodeError::Alphabet)?
            }
            byte => byte,
        });
    }
    let text = String::from_utf8(bytes).map_err(|_| CodeError::Alphabet)?;
    Ok(Cow::Owned(text))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::code::CodeError;

    #[test]
    fn the_code_is_found_in_what_people_paste() {
        for text in [
            "AQ-_z",
            "  AQ-_z\r\n",
            "gca=AQ-_z",
            "#gca=AQ-_z",
            "https://example.org/page?x=1#gca=AQ-_z",
            "https://example.org/#lang=fr&gca=AQ-_z&x=gca",
            "https://example.org/?gca=AQ-_z#top",
            "https://example.org/gca=old#gca=AQ-_z",
            "Look: https://example.org/#gca=AQ-_z",
            "https%3A%2F%2Fexample.org%2F%23gca%3DAQ-_z",
            "gca%3dAQ%2D%5fz",
            "%20AQ-_z%0A",
        ] {
            assert_eq!(find(text).as_deref(), Ok("AQ-_z"), "{text}");
        }
    }

    #[test]
    fn what_holds_no_code_is_empty_and_what_is_no_encoding_is_refused() {
        for text in [
            "",
            "  \n",
            "gca=",
            "https://example.org/#gca=",
            "#gca=&x=1",
            "%20",
        ] {
            assert_eq!(find(text), Err(CodeError::Empty), "{text}");
        }
        for text in ["%", "AQ%2", "AQ%zz", "%+1AQ", "gca=%ff", "AQ%é"] {
            assert_eq!(find(text), Err(CodeError::Alphabet), "{text}");
        }
    }
}
