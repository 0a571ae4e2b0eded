//! Texts that may be too long for a screen of 320 px: an estimate for translators, without a browser.
//!
//! Which font will be there is not known. The widths are those of wide ones (Verdana, DejaVu Sans, Noto Sans) in sizes of the letters, as
//! in `gca-charts`; whether a page really holds its texts is looked at in the browser suite.

use super::{Text, Texts};

/// What a line holds: 320 px without margins, in letters of 16 px.
const LINE: f64 = 18.0;
/// What a word may take that cannot be broken, in the letters of a title.
const WORD: f64 = 13.0;

/// Places with less room than a line or with one line alone: how a key begins, how it ends, and what they hold.
const PLACES: [(&str, &str, f64); 8] = [
    ("nav.label", "", f64::INFINITY),
    ("nav.", "", 10.0),
    ("bar.next", "", 12.0),
    ("bar.previous", "", 12.0),
    ("bar.area", "", 12.0),
    ("review.show-", "", 17.0),
    ("workshop.talk", "", 15.0),
    ("", "-button", 20.0),
];

/// How keys begin whose texts wrap wherever they stand.
const WRAPPED: [&str; 5] = [
    "words.",
    "questions.",
    "scales.",
    "indicators.",
    "exercise.",
];

/// A text that may be too long.
#[derive(Clone, Debug, PartialEq)]
pub struct Long {
    pub key: String,
    pub why: String,
}

/// The texts of a translation that may be too long. Only those of the interface have a place of their own; a word is too long anywhere.
pub fn long(english: &Texts, translated: &Texts) -> Vec<Long> {
    let mut found = Vec::new();
    for (key, text) in translated {
        let source = english.get(key).map(widest).unwrap_or_default();
        let room = room(key, source);
        let line = widest(text);
        let words = text
            .forms()
            .into_iter()
            .flat_map(|form| form.split(breaks))
            .map(|word| (width(word), word));
        let longest = words.max_by(|a, b| a.0.total_cmp(&b.0));
        let why = match longest {
            Some((wide, word)) if wide > WORD => {
                format!("the word {word:?} is {wide:.0} em wide, of {WORD:.0}")
            }
            _ if line > room => format!("is {line:.0} em wide, of {room:.0} (English {source:.0})"),
            _ => continue,
        };
        found.push(Long {
            key: key.clone(),
            why,
        });
    }
    found
}

/// The room of a text: that of its place, or a line where the English is a label that takes up to half of one.
fn room(key: &str, source: f64) -> f64 {
    let place = PLACES.iter().find(|(start, end, _)| {
        key.starts_with(start) && key.ends_with(end) && key.matches('.').count() < 2
    });
    match place {
        Some((_, _, room)) => *room,
        // In as many lines as they need: words that are explained, texts of a bank. Names for those who listen take no room.
        None if WRAPPED.iter().any(|start| key.starts_with(start)) => f64::INFINITY,
        None if key.ends_with("-label") => f64::INFINITY,
        None if source > 0.0 && source <= LINE / 2.0 => LINE,
        None => f64::INFINITY,
    }
}

fn widest(text: &Text) -> f64 {
    let forms = text.forms().into_iter().map(width);
    forms.fold(0.0, f64::max)
}

/// Where a line may end. Scripts without spaces end it anywhere; an address is broken by the sheet.
fn breaks(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '/' | '\u{200b}') || is_wide(c)
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// About how wide words are, in sizes of their letters; a place in them counts as three letters.
pub fn width(words: &str) -> f64 {
    let mut width = 0.0;
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        width += before.chars().map(em).sum::<f64>() + 2.0;
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    width + rest.chars().map(em).sum::<f64>()
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' => 0.34,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 0.44,
        'm' | 'w' | 'M' | 'W' | '%' => 0.97,
        'A'..='Z' => 0.73,
        '\0'..='\u{7e}' => 0.62,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' => 0.0,
        'ж' | 'ш' | 'щ' | 'ю' | 'ы' | 'ф' | 'м' => 0.9,
        'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | 'Ф' | 'М' => 1.05,
        '\u{400}'..='\u{42f}' => 0.76,
        c if is_wide(c) => 1.0,
        _ => 0.66,
    }
}

#[cfg(test)]
mod tests {
    use super::{long, width};
    use crate::data::translation::{Text, Texts};

    fn texts(rows: &[(&str, &str)]) -> Texts {
        let rows = rows.iter();
        rows.map(|(key, text)| ((*key).to_owned(), Text::Plain((*text).to_owned())))
            .collect()
    }

    #[test]
    fn a_text_is_too_long_for_its_place() {
        let english = texts(&[
            ("nav.results", "Results"),
            ("start.full-button", "Start the full assessment"),
            ("steps.effort", "Effort"),
            (
                "start.lead",
                "A sentence that is as long as a line of a narrow screen.",
            ),
        ]);
        for (key, text, is_long) in [
            ("nav.results", "Ergebnisse", false),
            ("nav.results", "Die Ergebnisse der Bewertung", true),
            ("start.full-button", "Vollständige Bewertung starten", false),
            (
                "start.full-button",
                "Die vollständige Bewertung jetzt von vorn beginnen",
                true,
            ),
            ("steps.effort", "Aufwand", false),
            ("steps.effort", "Wie viel Aufwand der Schritt macht", true),
            (
                "start.lead",
                "Ein Satz, der in mehreren Zeilen steht, darf so lang sein, wie er will.",
                false,
            ),
            (
                "start.lead",
                "Sicherheitszertifizierungsangelegenheiten",
                true,
            ),
            (
                "start.lead",
                "这是一个没有空格的很长很长很长很长很长的句子",
                false,
            ),
        ] {
            let found = long(&english, &texts(&[(key, text)]));
            assert_eq!(found.len(), usize::from(is_long), "{key} {text}: {found:?}");
        }
    }

    #[test]
    fn every_form_of_a_plural_counts_and_a_place_has_a_width() {
        let forms = [
            ("one", "{n} Schritt"),
            ("other", "{n} vorgeschlagene Schritte"),
        ];
        let forms = forms.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let text = Text::Plural(forms.into_iter().collect());
        let english = texts(&[("nav.steps", "{n} steps")]);
        let found = long(&english, &[("nav.steps".to_owned(), text)].into());
        assert_eq!(found.len(), 1);
        assert!(width("{n} a") > width(" a") + 1.0);
    }
}
