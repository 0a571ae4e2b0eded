//! Words in another language than what is around them, marked where they stand.
//!
//! A text that a translation lacks is English, and a bank may speak another language than the interface. Both end up
//! anywhere: filled into a sentence, in a chart, in a file. So the mark is part of the words, in characters that Unicode
//! keeps for programs (noncharacters, which no text has), and what shows words turns it into `lang`, or leaves it out.

use std::borrow::Cow;

/// Before the language of the words that follow.
const OPEN: &str = "\u{fdd0}";
/// After the language.
const NAMED: &str = "\u{fdd1}";
/// After the words.
const CLOSE: &str = "\u{fdd2}";

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// From here on the words are of this language.
    Open(&'a str),
    /// Up to here.
    Close,
}

/// Marks words as being of a language, each line by itself: what is split into lines stays marked. What has no letters belongs to
/// every language.
pub fn mark(language: &str, words: &str) -> String {
    let mut marked = String::new();
    for line in words.split_inclusive('\n') {
        let (end, rest) = match line.strip_suffix('\n') {
            Some(end) => (end, "\n"),
            None => (line, ""),
        };
        if end.chars().any(is_letter) {
            for part in [OPEN, language, NAMED, end, CLOSE] {
                marked.push_str(part);
            }
        } else {
            marked.push_str(end);
        }
        marked.push_str(rest);
    }
    marked
}

/// Whether this may be a letter. Whoever asks Unicode itself brings its tables.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (c >= '\u{c0}' && !('\u{2000}'..'\u{2c00}').contains(&c))
}

/// Whether anything in a text is marked.
#[inline(never)]
pub fn is_marked(words: &str) -> bool {
    find(words, NAMED).is_some()
}

/// Where a mark stands. The searchers of the library are as large as the rest of this.
fn find(words: &str, mark: &str) -> Option<usize> {
    let mark = mark.as_bytes();
    let mut places = words.as_bytes().windows(mark.len());
    places.position(|place| place.first() == mark.first() && place == mark)
}

/// The first part of a text, and what follows it, where so many languages are open. A sign that is no mark is a word: who typed it has
/// it back.
#[inline(never)]
pub fn first(words: &str, depth: usize) -> Option<(Part<'_>, &str)> {
    if let Some(after) = words.strip_prefix(CLOSE).filter(|_| depth > 0) {
        return Some((Part::Close, after));
    }
    if let Some(named) = words.strip_prefix(OPEN) {
        let end = find(named, NAMED).unwrap_or_default();
        let language = named.get(..end)?;
        if end > 0 && is_tag(language) {
            return Some((Part::Open(language), named.get(end + NAMED.len()..)?));
        }
    }
    // A letter takes up to the three bytes that a sign has, and what follows begins with another.
    let begun = words.chars().next()?.len_utf8();
    let rest = words.get(begun..)?;
    let next = |mark| find(rest, mark).unwrap_or(rest.len());
    let end = begun + next(OPEN).min(next(CLOSE));
    Some((Part::Words(words.get(..end)?), words.get(end..)?))
}

/// The parts of a text, in order.
pub fn parts(words: &str) -> impl Iterator<Item = Part<'_>> {
    let (mut rest, mut depth) = (words, 0usize);
    std::iter::from_fn(move || {
        let (part, after) = first(rest, depth)?;
        rest = after;
        match part {
            Part::Open(_) => depth += 1,
            Part::Close => depth -= 1,
            Part::Words(_) => {}
        }
        Some(part)
    })
}

fn is_tag(language: &str) -> bool {
    let is_part = |c: u8| c.is_ascii_alphanumeric() || c == b'-';
    language.bytes().all(is_part)
}

/// The words without marks, for what has no place for them.
pub fn plain(words: &str) -> Cow<'_, str> {
    if !is_marked(words) {
        return Cow::Borrowed(words);
    }
    let mut plain = String::new();
    for part in parts(words) {
        if let Part::Words(words) = part {
            plain.push_str(words);
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::{is_marked, mark, parts, plain, Part};

    #[test]
    fn words_come_apart_at_their_marks() {
        let inside = mark("pt", "{name}");
        let text = mark("en", &format!("Compared with {inside} of 2024"));
        let expected = [
            Part::Open("en"),
            Part::Words("Compared with "),
            Part::Open("pt"),
            Part::Words("{name}"),
            Part::Close,
            Part::Words(" of 2024"),
            Part::Close,
        ];
        assert_eq!(parts(&text).collect::<Vec<_>>(), expected);
        assert_eq!(plain(&text), "Compared with {name} of 2024");
        assert!(is_marked(&text) && !is_marked("Compared"));
    }

    #[test]
    fn lines_are_marked_alone_and_numbers_not_at_all() {
        assert_eq!(mark("en", "12 %"), "12 %");
        assert_eq!(mark("en", ""), "");
        let lines = mark("en", "one\n\n2\nthree");
        let lines: Vec<_> = lines.split('\n').collect();
        assert_eq!(lines, [&*mark("en", "one"), "", "2", &*mark("en", "three")]);
    }

    #[test]
    fn broken_marks_lose_no_words() {
        for (text, expected) in [
            ("\u{fdd0}en", "\u{fdd0}en"),
            ("\u{fdd2}a\u{fdd2}", "\u{fdd2}a\u{fdd2}"),
            ("\u{fdd0}", "\u{fdd0}"),
            ("\u{fdd0}no tag\u{fdd1}", "\u{fdd0}no tag\u{fdd1}"),
            ("a\u{fdd2}\u{fdd0}en\u{fdd1}b\u{fdd2}", "a\u{fdd2}b"),
            ("\u{fdd0}en\u{fdd1}a", "a"),
            ("", ""),
        ] {
            assert_eq!(plain(text), expected);
        }
    }
}
