//! A snapshot as text.
#![allow(clippy::unwrap_used)]
use super::{RawAnswer, Snapshot};

#[test]
fn snapshot_comes_back_as_it_was() {
    let text = r#"{"format":1,"bank":"b","version":"1","hash":"","mode":"full","answers":{"q":"x","m":["a","b"],"n":2.5,"z":null},"notes":{"q":"é\n<b>"},"screen":"questions","indicator":"i","name":"n","who":{"q":"x"}}"#;
    let snapshot = Snapshot::parse(text).unwrap();
    assert_eq!(snapshot.rest, r#"{"name":"n","who":{"q":"x"}}"#);
    assert_eq!(snapshot.text(&|x| x.to_string()), text);
}

#[test]
fn every_text_survives_being_written() {
    let words: String = (0..0x300).filter_map(char::from_u32).collect();
    for words in [&*words, "\u{2028}\"\\/\u{10ffff}", ""] {
        let mut snapshot = Snapshot::default();
        snapshot
            .notes
            .0
            .push((words.into(), RawAnswer::Text(words.into())));
        snapshot.answers.0.push((
            "l".into(),
            RawAnswer::List(vec![words.into(), words.into()]),
        ));
        let text = snapshot.text(&|x| x.to_string());
        assert_eq!(Snapshot::parse(&text).unwrap(), snapshot);
    }
}

#[test]
fn members_of_others_are_handed_on() {
    for rest in ["", "{}", r#"{"name":"n","who":{"q":"x"}}"#] {
        let snapshot = Snapshot {
            rest: rest.into(),
            ..Snapshot::default()
        };
        let text = snapshot.text(&|x| x.to_string());
        let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
        let named = rest.contains("name").then(|| "n".into());
        assert_eq!(whole.get("name"), named.as_ref());
        assert_eq!(whole.get("indicator"), Some(&"".into()));
    }
}
