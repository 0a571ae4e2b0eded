//! Words in another language than those around them: the session marks them with signs that no text has (its `marks`).
//!
//! On the page the marks become elements. In a picture, words are laid out without them, and a line keeps its language.

const OPEN: char = '\u{fdd0}';
const NAMED: char = '\u{fdd1}';
const CLOSE: char = '\u{fdd2}';

/// The language of the words that are marked first, and all words without marks.
pub(crate) fn spoken(words: &str) -> (Option<&str>, String) {
    if !words.contains(NAMED) {
        return (None, words.to_owned());
    }
    let mut language = None;
    let mut plain = String::with_capacity(words.len());
    for (at, part) in words.split(OPEN).enumerate() {
        let words = match part.split_once(NAMED) {
            Some((named, words)) if at > 0 => {
                language = language.or(Some(named));
                words
            }
            _ => part,
        };
        plain.extend(words.chars().filter(|c| *c != CLOSE));
    }
    (language, plain)
}

/// A line of the same language.
pub(crate) fn line(language: Option<&str>, words: String) -> String {
    let Some(language) = language else {
        return words;
    };
    let mut line = String::from(OPEN);
    line.push_str(language);
    line.push(NAMED);
    line.push_str(&words);
    line.push(CLOSE);
    line
}

/// Words without marks, for what draws pictures by itself.
pub fn plain(words: &str) -> String {
    spoken(words).1
}

#[cfg(test)]
mod tests {
    use super::{line, plain, spoken};

    #[test]
    fn a_line_keeps_its_language_and_takes_no_room_for_it() {
        let marked = line(Some("en"), "Legal".into());
        assert_eq!(spoken(&marked), (Some("en"), "Legal".into()));
        let numbered = ["1 ", &marked].concat();
        assert_eq!(spoken(&numbered), (Some("en"), "1 Legal".into()));
        assert_eq!(plain("Legal"), "Legal");
        assert_eq!(plain("\u{fdd0}typed\u{fdd2}"), "\u{fdd0}typed\u{fdd2}");
        assert_eq!(line(None, "Legal".into()), "Legal");
    }
}
