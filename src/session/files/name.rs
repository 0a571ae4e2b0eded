//! A name for a file.

use super::time::iso;

/// Longest part of a file name that comes from the name of the assessment, in characters.
const MAX_CHARACTERS: usize = 60;
/// The same in bytes: file systems allow 255 for the whole name.
const MAX_BYTES: usize = 200;

/// A name for the file of an assessment, from its name and the time at which it was saved in
/// milliseconds since 1970: `kenya-2026-11-25.gca.json`, or `assessment-…` if the name has no letters.
pub fn file_name(name: &str, saved: f64) -> String {
    named(name, saved, ".gca.json")
}

/// The same with another ending, in short ASCII.
pub(crate) fn named(name: &str, saved: f64, ending: &str) -> String {
    let mut words = slug(name);
    if !words.chars().any(char::is_alphanumeric) {
        words = "assessment".into();
    }
    let time = iso(saved).unwrap_or_default();
    if let Some(date) = time.get(..10) {
        words.push('-');
        words.push_str(date);
    }
    words + ending
}

/// The letters and digits of a name in small letters, with a hyphen for everything between them. No
/// file system refuses those, and no name of a device can come out, since a date follows.
fn slug(name: &str) -> String {
    let mut out = String::new();
    let mut count = 0;
    let mut is_apart = false;
    for c in name.chars().flat_map(char::to_lowercase) {
        if !c.is_alphanumeric() && !is_mark(c) {
            is_apart = !out.is_empty();
            continue;
        }
        let hyphen = usize::from(is_apart);
        if count + hyphen >= MAX_CHARACTERS || out.len() + hyphen + c.len_utf8() > MAX_BYTES {
            break;
        }
        if is_apart {
            out.push('-');
        }
        out.push(c);
        count += 1 + hyphen;
        is_apart = false;
    }
    out
}

/// Signs that belong to the letter before them: accents, and vowels of scripts that write them so.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{900}'..='\u{10ff}'
            | '\u{1780}'..='\u{17ff}'
    )
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn name_and_day_make_the_file_name() {
        for (name, file) in [
            ("Kenya", "kenya-2023-11-14.gca.json"),
            (
                "  Kenya / 2026: 2nd round?  ",
                "kenya-2026-2nd-round-2023-11-14.gca.json",
            ),
            ("Côte d’Ivoire", "côte-d-ivoire-2023-11-14.gca.json"),
            ("تقييم وطني", "تقييم-وطني-2023-11-14.gca.json"),
            ("राष्ट्रीय", "राष्ट्रीय-2023-11-14.gca.json"),
            ("評価 2026", "評価-2026-2023-11-14.gca.json"),
            ("../../etc/passwd", "etc-passwd-2023-11-14.gca.json"),
            ("a\u{202e}b\0c\u{200b}d", "a-b-c-d-2023-11-14.gca.json"),
            ("CON", "con-2023-11-14.gca.json"),
        ] {
            assert_eq!(file_name(name, 1.7e12), file);
        }
    }

    #[test]
    fn without_letters_it_is_an_assessment() {
        for name in ["", "  ", "?*<>|\"", "...", "\u{301}", "—", "\u{1f600}"] {
            assert_eq!(file_name(name, 1.7e12), "assessment-2023-11-14.gca.json");
        }
        assert_eq!(file_name("", f64::NAN), "assessment.gca.json");
    }

    #[test]
    fn no_name_is_too_long_for_a_file_system() {
        for name in [
            "a",
            "é",
            "評",
            "\u{1e900}",
            "a ",
            "a\u{301}",
            "İ",
            "\u{20000}",
        ] {
            let file = file_name(&name.repeat(500), 1.7e12);
            let words = file
                .strip_suffix("-2023-11-14.gca.json")
                .unwrap_or_default();
            assert!((40..=60).contains(&words.chars().count()), "{file}");
            assert!(file.len() <= 255, "{file}");
        }
    }
}
