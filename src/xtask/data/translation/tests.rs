use super::*;
use serde_json::json;

fn texts(value: Value) -> Texts {
    read(value.to_string().as_bytes()).unwrap_or_default()
}

#[test]
fn what_a_translation_lacks_or_spoils_is_found() {
    let english = texts(
        json!({"a": "A {n}", "b": {"one": "{n} b", "other": "{n} bs"}, "c": "C", "d": "D", "e": "E"}),
    );
    let french = texts(
        json!({"a": "A {m}", "b": {"one": "{n} b", "other": "{n} bs"}, "c": "C\u{202e}", "d": " ", "f": "F"}),
    );
    let wrong: Vec<String> = check("fr", &english, &french)
        .iter()
        .map(|finding| format!("{finding:?}"))
        .collect();
    assert_eq!(wrong.len(), 6, "{wrong:#?}");
    for (finding, said) in wrong.iter().zip([
        "placeholders",
        "plural forms",
        "control",
        "empty",
        "Missing(\"e\")",
        "Unknown(\"f\")",
    ]) {
        assert!(finding.contains(said), "{finding}");
    }
}

#[test]
fn a_text_whose_english_changed_is_known_until_it_is_made_anew() {
    let (old, new) = (
        texts(json!({"a": "A", "b": "B"})),
        texts(json!({"a": "A, too", "b": "B"})),
    );
    let french = texts(json!({"a": "Aa", "b": "Bb"}));
    let mut record = Record::default();
    record.note(&old, &Texts::new(), &french);
    record.review("a");
    assert_eq!(record.stale(&old, &french), []);
    assert_eq!(record.stale(&new, &french), [Finding::Stale("a".into())]);
    let mended = texts(json!({"a": "Aa aussi", "b": "Bb"}));
    record.note(&new, &french, &mended);
    assert_eq!(
        (record.stale(&new, &mended), record.state("a")),
        (vec![], Some(State::Draft)),
        "a new text was not reviewed"
    );
}

#[test]
fn the_categories_are_those_that_the_program_asks_for() {
    for language in ["ar", "en", "es", "fr", "pt", "ru", "zh"] {
        let asked: BTreeSet<&str> = (0..1_000_001)
            .map(|n| gca_session::plural::category(language, n).name())
            .collect();
        let known: BTreeSet<&str> = categories(language).iter().copied().collect();
        assert!(asked.is_subset(&known), "{language}: {asked:?}");
    }
}
