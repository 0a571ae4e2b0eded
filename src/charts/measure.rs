//! How much room words take, without a font to ask.
//!
//! Which font will be there is not known: the widths are those of wide ones (Verdana, DejaVu Sans, Noto
//! Sans), so that words in others leave a little room.

use crate::ink::Look;
use crate::spoken;

/// The line height, in sizes of the words.
pub(crate) const LEADING: f64 = 1.3;

/// About how wide words are, in pixels.
pub(crate) fn width(words: &str, look: Look) -> f64 {
    let (_, words) = spoken::spoken(words);
    let ems: f64 = words.chars().map(em).sum();
    ems * look.size * if look.is_bold { 1.1 } else { 1.0 }
}

/// The width of a character in sizes.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.34,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 0.44,
        'm' | 'w' | 'M' | 'W' | '%' => 0.97,
        'A'..='Z' => 0.73,
        '\0'..='\u{7e}' => 0.62,
        // Accents take no room of their own.
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' => 0.0,
        '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => 0.0,
        'ж' | 'ш' | 'щ' | 'ю' | 'ы' | 'ф' | 'м' => 0.9,
        'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | 'Ф' | 'М' => 1.05,
        '\u{400}'..='\u{42f}' => 0.76,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}' => 1.0,
        _ => 0.66,
    }
}

/// Words in lines of a width at most. A word that is wider is broken: nothing is left out.
pub(crate) fn wrap(words: &str, look: Look, room: f64) -> Vec<String> {
    let (language, words) = spoken::spoken(words);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in pieces(&words) {
        let fits = |line: &str, word: &str| {
            let end = word.trim_end();
            width(line, look) + width(end, look) <= room
        };
        if !line.is_empty() && !fits(&line, word) {
            push(&mut lines, &mut line);
        }
        if fits("", word) {
            line.push_str(word);
            continue;
        }
        for c in word.chars() {
            let wide = width(&line, look) + em(c) * look.size * 1.1 > room;
            if wide && !line.is_empty() && em(c) > 0.0 {
                push(&mut lines, &mut line);
            }
            line.push(c);
        }
    }
    push(&mut lines, &mut line);
    let lines = lines.into_iter();
    lines.map(|line| spoken::line(language, line)).collect()
}

fn push(lines: &mut Vec<String>, line: &mut String) {
    let words = line.trim();
    if !words.is_empty() {
        lines.push(words.to_owned());
    }
    line.clear();
}

/// Words with what follows them up to where a line may end.
fn pieces(words: &str) -> impl Iterator<Item = &str> {
    words.split_inclusive([' ', '-', '/'])
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};
    use crate::ink::{Ink, Tone};

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let look = Ink::Text(Tone::Plain).look();
        for words in [
            "",
            "Technical and Procedural Measures",
            "Sicherheitszertifizierungsangelegenheiten der Bundesverwaltung",
            "Международное сотрудничество",
            "評価評価評価評価評価評価評価評価評価",
            "Inter-agency co-ordination and/or co-operation",
        ] {
            for room in [20.0, 80.0, 140.0, 400.0] {
                let lines = wrap(words, look, room);
                for line in &lines {
                    assert!(width(line, look) <= room, "{line} in {room}");
                }
                let bare = |words: &str| words.replace(' ', "");
                assert_eq!(bare(&lines.concat()), bare(words));
            }
        }
    }
}
