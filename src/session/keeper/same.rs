//! What counts as the same answers.

/// Whether two payloads differ in nothing but the place that was open.
pub(super) fn same_answers(a: &str, b: &str) -> bool {
    around_place(a) == around_place(b)
}

/// A payload without the values of `screen` and `indicator`, as [`crate::Snapshot::text`] writes
/// them one after the other behind the notes. No string can hold these words with their quotes
/// unescaped, and no object ends within answers or notes. A payload of another form is taken whole.
fn around_place(payload: &str) -> (&str, &str) {
    let cut = || {
        let (answers, place) = around(payload, "},\"screen\":\"")?;
        let (_, indicator) = around(place, "\",\"indicator\":\"")?;
        Some((answers, around(indicator, "\"")?.1))
    };
    cut().unwrap_or((payload, ""))
}

/// What stands before and behind the first of some words. `split_once` brings a searcher that is too good for the first load.
fn around<'a>(text: &'a str, words: &str) -> Option<(&'a str, &'a str)> {
    let words = words.as_bytes();
    let mut places = text.as_bytes().windows(words.len());
    let at = places.position(|p| p.first() == words.first() && p == words)?;
    Some((text.get(..at)?, text.get(at + words.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::same_answers;
    use crate::{Given, Snapshot};
    use gca_engine::RawAnswer;

    /// A kept text, with words that look like the place where they can stand.
    fn kept(answer: &str, screen: &str, indicator: &str, rest: &str) -> String {
        let words = "},\"screen\":\"x\",\"indicator\":\"";
        let list = [("screen", answer), ("indicator", words), (words, "}")];
        let given = list.map(|(id, text)| (id.to_owned(), RawAnswer::Text(text.into())));
        let snapshot = Snapshot {
            answers: Given(given.to_vec()),
            notes: Given(given.to_vec()),
            screen: screen.into(),
            indicator: indicator.into(),
            rest: rest.into(),
            ..Snapshot::default()
        };
        snapshot.text(&|x| x.to_string())
    }

    #[test]
    fn place_makes_no_difference_and_everything_else_does() {
        let rest = r#"{"name":"n","screens":{"a":{},"screen":"s","indicator":"i"}}"#;
        for rest in ["", rest] {
            let here = kept("a", "questions", "i-1", rest);
            for (screen, indicator) in [("review", "i-1"), ("questions", "i-2"), ("", "")] {
                assert!(same_answers(&here, &kept("a", screen, indicator, rest)));
            }
            for other in [
                kept("b", "questions", "i-1", rest),
                kept("", "questions", "i-1", rest),
                kept("a", "questions", "i-1", r#"{"name":"m"}"#),
            ] {
                assert!(!same_answers(&here, &other), "{other}");
            }
        }
    }

    #[test]
    fn text_of_another_form_is_compared_whole() {
        assert!(same_answers("{1}", "{1}"));
        for other in [
            "{2}",
            "",
            "{1},\"screen\":\"",
            "{1},\"screen\":\"a\",\"indicator\":\"b",
        ] {
            assert!(!same_answers("{1}", other), "{other}");
        }
    }
}
