//! What belongs to an assessment besides answers and notes comes back as it was, whatever stands beside it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/random.rs"]
#[allow(dead_code)]
mod random;

use gca_engine::{Json, RawAnswer};
use gca_session::details::{Aim, Details, Earlier, Evidence, MAX_EVIDENCE};
use gca_session::Given;
use random::Random;
use serde_json::{json, Value};
use std::rc::Rc;

const FULL: &str = r#"{"name":"Kenya 2026","begun":1700000000000,"evidence":{"law":[{"text":"Act 7","reference":"s. 3","link":"https://example.org","date":"2026-03-12"},{"text":"Gazette"}]},"flagged":["law","team"],"who":{"law":"Ministry"},"earlier":{"name":"Kenya 2024","saved":1600000000000,"version":"1","hash":"ab","mode":"quick","answers":{"law":"some","ticks":["x"],"n":2.5}},"plan":{"law":{"some":{"progress":"under-way","owner":"Ministry","date":"2027-03-31","time":"spring","deliverable":"A bill"}},"n":{"2":{"progress":"done"}}},"later":{"a":[1,null]}}"#;

/// What is left of a text that was read and written.
fn through(text: &str) -> Value {
    let written = Details::read(text).write();
    if written.is_empty() {
        return Value::Null;
    }
    serde_json::from_str(&written).unwrap()
}

#[test]
fn everything_comes_back_as_it_was_written() {
    let details = Details::read(FULL);
    assert_eq!(&*details.name, "Kenya 2026");
    assert_eq!(details.begun, 1.7e12);
    assert_eq!(details.evidence["law"].len(), 2);
    assert_eq!(&*details.evidence["law"][0].link, "https://example.org");
    assert!(details.flagged.contains("team"));
    assert_eq!(&*details.who["law"], "Ministry");
    assert_eq!(details.earlier.as_ref().unwrap().answers.0.len(), 3);
    assert_eq!(&*details.plan.get("law", "some").unwrap().time, "spring");
    assert_eq!(details.others.len(), 1);
    assert_eq!(details.write(), FULL);
}

#[test]
fn only_what_holds_something_is_written() {
    let hollow = json!({"name": "", "begun": 0, "flagged": [], "who": {"q": ""}, "earlier": null,
        "evidence": {"q": [], "r": [{"text": ""}], "s": null}, "plan": {"q": {}, "r": {"a": {"owner": ""}, "b": null}}});
    for text in ["", "{}", "null", "[]", "5", "{", &hollow.to_string()] {
        let details = Details::read(text);
        assert_eq!(details, Details::default(), "{text}");
        assert_eq!(details.write(), "", "{text}");
    }
    let mut details = Details::default();
    details
        .evidence
        .insert("q".into(), vec![Evidence::default()]);
    details.who.insert("q".into(), "".into());
    details.begun = f64::NAN;
    assert_eq!(details.write(), "");
}

#[test]
fn what_is_of_another_type_is_written_back_beside_what_is_understood() {
    for value in [
        json!({"name": 5, "begun": "x", "evidence": [1], "flagged": {"q": true}, "who": "w", "earlier": {"answers": 1}}),
        json!({"evidence": {"q": [{"text": "a"}, {"text": "b", "page": 3}, "c"], "r": "d", "s": [{"text": 5}]}}),
        json!({"flagged": ["q", 5, {"r": true}], "who": {"q": "w", "r": ["x"]}}),
        json!({"earlier": {"answers": {"q": "a", "r": {"b": 1}, "s": ["x", 1], "t": [1], "u": true}, "score": 5, "name": []}}),
        json!({"plan": {"q": {"a": {"owner": "x", "date": "soon", "progress": "stuck", "cost": 5}, "b": "c", "d": {"time": 3}}, "r": [1]}}),
        json!({"plan": 5}),
        json!({"begun": -5, "__proto__": {"name": "x"}, "constructor": 1, "toString": null}),
    ] {
        let text = value.to_string();
        let mut expected = value;
        // What holds nothing is not written.
        if expected["earlier"]["name"].is_array() {
            expected["earlier"].as_object_mut().unwrap().remove("name");
        }
        assert_eq!(through(&text), expected, "{text}");
    }
    let details = Details::read(r#"{"evidence":{"q":["x",{"text":"a"}]}}"#);
    assert_eq!(details.evidence["q"].len(), 1);
}

#[test]
fn an_own_value_takes_the_place_of_what_was_not_understood() {
    let mut details = Details::read(r#"{"name":5,"evidence":{"q":"d"},"flagged":7}"#);
    details.name = "Round two".into();
    details.flagged.insert("q".into());
    let entry = Evidence {
        text: "Act".into(),
        ..Evidence::default()
    };
    details.evidence.insert("q".into(), vec![entry]);
    let written: Value = serde_json::from_str(&details.write()).unwrap();
    let expected =
        json!({"name": "Round two", "flagged": ["q"], "evidence": {"q": [{"text": "Act"}]}});
    assert_eq!(written, expected);
}

#[test]
fn members_of_the_snapshot_have_no_place_here() {
    let mut details = Details::read(r#"{"answers":{"q":"a"},"format":9,"x":1}"#);
    assert_eq!(details.others, [("x".to_owned(), Json::Number(1.0))]);
    details.others.push(("answers".into(), Json::Null));
    assert_eq!(details.write(), r#"{"x":1}"#);
}

#[test]
fn too_long_names_are_cut_between_characters_and_what_was_typed_stays_whole() {
    let long = "é\u{1f600}".repeat(2000);
    let entry = json!({"text": long, "reference": long, "link": long, "date": long});
    let value = json!({"name": long, "who": {"q": long}, "evidence": {"q": vec![entry; 25]},
        "earlier": {"name": long, "answers": {}}});
    let details = Details::read(&value.to_string());
    let entries = &details.evidence["q"];
    let entry = &entries[0];
    assert_eq!(entries.len(), MAX_EVIDENCE);
    let lengths = [
        &details.name,
        &details.who["q"],
        &entry.text,
        &entry.reference,
        &entry.link,
        &entry.date,
    ]
    .map(|text| text.chars().count());
    assert_eq!(lengths, [120, 4000, 4000, 4000, 4000, 4000]);
    assert!(details.others.is_empty());
    assert_eq!(Details::read(&details.write()), details);
}

#[test]
fn random_details_come_back_the_same() {
    let mut random = Random(1);
    for _ in 0..500 {
        let mut details = Details::default();
        let text = |random: &mut Random, max| -> Rc<str> { random.text(max).into() };
        details.name = text(&mut random, 120);
        details.begun = *random.pick(&[0.0, 1.0, 1.7e12, 0.5]);
        for _ in 0..random.below(4) {
            let entries = (0..1 + random.below(20)).map(|_| Evidence {
                text: format!("x{}", random.text(499)).into(),
                reference: text(&mut random, 200),
                link: text(&mut random, 50),
                date: text(&mut random, 40),
            });
            let entries = entries.collect();
            details.evidence.insert(random.text(5), entries);
            details.flagged.insert(format!("q{}", random.text(5)));
            let who = format!("w{}", random.text(100));
            details.who.insert(random.text(5), who.into());
            let name = format!("other{}", random.text(5));
            if details.others.iter().all(|(other, _)| *other != name) {
                let value = random.value(&["a", "b", "__proto__"], 3).to_string();
                let value = Json::parse(value.as_bytes(), 1 << 20).unwrap();
                details.others.push((name, value));
            }
        }
        if random.chance(50) {
            let mut answers = vec![("q".to_owned(), RawAnswer::Number(0.1))];
            answers.push((random.text(9) + "r", RawAnswer::Text(random.text(9))));
            answers.push(("t".into(), RawAnswer::List(vec![random.text(9)])));
            details.earlier = Some(Earlier {
                name: text(&mut random, 120),
                saved: 5.0,
                mode: "full".into(),
                answers: Given(answers),
                ..Earlier::default()
            });
        }
        if random.chance(50) {
            let aims = [
                Aim::Points(0.0),
                Aim::Points(99.9),
                Aim::Stage("managed".into()),
            ];
            details.targets.name = text(&mut random, 120);
            details.targets.overall = random.chance(50).then(|| random.pick(&aims).clone());
            for _ in 0..random.below(4) {
                let id = format!("a{}", random.text(5));
                let aim = random.pick(&aims).clone();
                details.targets.set(&id, Some(aim));
            }
        }
        assert_eq!(Details::read(&details.write()), details);
    }
}

#[test]
fn whatever_stands_there_is_read_and_written_without_change_from_then_on() {
    let names = [
        "name",
        "begun",
        "evidence",
        "flagged",
        "who",
        "earlier",
        "targets",
        "overall",
        "areas",
        "answers",
        "text",
        "link",
        "saved",
        "q",
        "r",
        "__proto__",
        "",
    ];
    let mut random = Random(2);
    for _ in 0..5000 {
        let value = random.value(&names, 5);
        let details = Details::read(&value.to_string());
        let written = details.write();
        assert_eq!(Details::read(&written), details, "{value}");
        assert_eq!(Details::read(&written).write(), written, "{value}");
    }
    for (at, _) in FULL.char_indices() {
        assert_eq!(Details::read(&FULL[..at]), Details::default());
    }
    let deep = format!("{{\"x\":{}{}}}", "[".repeat(5000), "]".repeat(5000));
    assert_eq!(Details::read(&deep), Details::default());
}
