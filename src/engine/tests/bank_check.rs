//! The bank check finds every fault, with its code and its path.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::{BankSpec, Detail, Finding};
use serde_json::{json, Value};
use std::sync::OnceLock;
use support::core;

fn bank() -> Value {
    static BANK: OnceLock<Value> = OnceLock::new();
    BANK.get_or_init(|| serde_json::from_str(&core()).unwrap())
        .clone()
}

fn findings(text: &[u8], detail: Detail) -> Vec<Finding> {
    match BankSpec::parse(text, detail) {
        Ok(checked) => checked.warnings,
        Err(error) => error.findings().cloned().collect(),
    }
}

/// Changes values of the shipped bank by their pointers (null takes the member away) and expects
/// exactly these findings, each as code and path. `@` stands for the first question, `#` for the
/// first checklist.
#[track_caller]
fn check(changes: &[(&str, Value)], expected: &[&str]) {
    let long = |s: &str| {
        s.replace('@', "areas[0].indicators[0].questions[0]")
            .replace('#', "areas[0].indicators[0].questions[2]")
    };
    let mut bank = bank();
    // Its own checks would speak up whenever one of their questions changes.
    bank["checks"] = json!([]);
    for (pointer, value) in changes {
        let pointer = pointer
            .replace('@', "/areas/0/indicators/0/questions/0")
            .replace('#', "/areas/0/indicators/0/questions/2");
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match bank.pointer_mut(parent).unwrap() {
            Value::Object(members) if value.is_null() => drop(members.remove(name)),
            Value::Object(members) => drop(members.insert(name.into(), value.clone())),
            Value::Array(items) => items[name.parse::<usize>().unwrap()] = value.clone(),
            other => panic!("{pointer} leads into {other}"),
        }
    }
    let found = findings(bank.to_string().as_bytes(), Detail::Whole);
    let short: Vec<_> = found
        .iter()
        .map(|f| format!("{} {}", f.code, f.path))
        .collect();
    let expected: Vec<_> = expected.iter().map(|s| long(s)).collect();
    assert_eq!(short, expected, "{found:#?}");
    assert!(found.iter().all(|f| !f.expected.is_empty()));
}

/// One change, one finding.
#[track_caller]
fn one(pointer: &str, value: Value, finding: &str) {
    check(&[(pointer, value)], &[finding]);
}

#[test]
fn shipped_bank_has_no_findings() {
    check(&[], &[]);
    assert_eq!(findings(core().as_bytes(), Detail::Whole), []);
}

#[test]
fn example_banks_are_whole_but_for_their_texts() {
    for n in [1, 2] {
        let text = support::example(&format!("example-{n}"));
        assert_eq!(findings(text.as_bytes(), Detail::Structure), []);
        let found = findings(text.as_bytes(), Detail::Whole);
        assert!(!found.is_empty());
        assert!(found
            .iter()
            .all(|f| f.code == "bank.missing-field" || f.code == "bank.na-when"));
    }
}

#[test]
fn ids_are_well_formed_and_unique() {
    one(
        "/areas/0/indicators/3/id",
        json!("Legal I4"),
        "bank.id areas[0].indicators[3].id",
    );
    one(
        "/areas/0/indicators/3/id",
        json!("7"),
        "bank.id areas[0].indicators[3].id",
    );
    one(
        "/areas/0/indicators/3/id",
        json!("legal"),
        "bank.duplicate-id areas[0].indicators[3].id",
    );
    one(
        "/areas/0/indicators/3/id",
        json!("overall"),
        "bank.reserved-id areas[0].indicators[3].id",
    );
    one(
        "@/options/1/id",
        json!("dk"),
        "bank.reserved-id @.options[1].id",
    );
    one(
        "@/options/1/id",
        json!("none"),
        "bank.duplicate-id @.options[1].id",
    );
    one(
        "/stages/1/id",
        json!("starting"),
        "bank.duplicate-id stages[1].id",
    );
}

#[test]
fn references_lead_somewhere() {
    one(
        "/quick/3",
        json!("legal.nowhere"),
        "bank.unknown-reference quick[3]",
    );
    one(
        "@/sources/0/id",
        json!("no-work"),
        "bank.unknown-reference @.sources[0].id",
    );
    one(
        "@/advice/1/see/0",
        json!("no-work"),
        "bank.unknown-reference @.advice[1].see[0]",
    );
    one(
        "@/scale",
        json!("no-scale"),
        "bank.unknown-reference @.scale",
    );
    one(
        "/exercise/teams/0/area",
        json!("nowhere"),
        "bank.unknown-reference exercise.teams[0].area",
    );
    one(
        "/exercise/reference_answers/technical.standards.adoption",
        json!({"option": "no-option", "rationale": "None."}),
        "bank.answer exercise.reference_answers.technical.standards.adoption",
    );
}

#[test]
fn skip_logic_ends_and_its_levels_can_be_reached() {
    let depends = |id: &str, n: i32| json!({"question": id, "at_least": n});
    let cycle = "bank.cycle @.depends_on";
    one(
        "@/depends_on",
        depends("legal.cybercrime-law.neutrality", 1),
        cycle,
    );
    one(
        "@/depends_on",
        depends("legal.cybercrime-law.offences", 1),
        cycle,
    );
    let unknown = "bank.unknown-reference @.depends_on.question";
    one("@/depends_on", depends("legal.nowhere", 1), unknown);
    for n in [0, 5] {
        let level = "bank.level @.depends_on.at_least";
        one(
            "@/depends_on",
            depends("capacity.education.schools", n),
            level,
        );
    }
}

#[test]
fn options_are_in_order_and_span_nought_to_one() {
    check(
        &[("@/options/2/score", json!(0.25))],
        &[
            "bank.scale @.options[2].score",
            "bank.option-order @.options[2].score",
        ],
    );
    check(
        &[("@/options/0/score", json!(0.1)), ("@/scale", Value::Null)],
        &["bank.option-span @.options[0].score"],
    );
    check(
        &[("@/options/4/score", json!(0.9)), ("@/scale", Value::Null)],
        &["bank.option-span @.options[4].score"],
    );
    one(
        "@/options/4/score",
        json!(1.5),
        "bank.range @.options[4].score",
    );
    one(
        "@/options/4/exclusive",
        json!(true),
        "bank.exclusive @.options[4].exclusive",
    );
    check(
        &[
            ("@/options", json!([])),
            ("@/scale", Value::Null),
            ("@/advice", json!([])),
        ],
        &[
            "bank.option-count @.options",
            "bank.answer exercise.reference_answers.legal.cybercrime-law.offences",
        ],
    );
    one("@/kind", json!("ranking"), "bank.unknown-word @.kind");
}

#[test]
fn checklists_can_be_filled_and_declined() {
    let bank = bank();
    let options = bank
        .pointer("/areas/0/indicators/0/questions/2/options")
        .unwrap();
    let count = options.as_array().unwrap().len();
    let last = format!("#/options/{}", count - 1);
    assert_eq!(
        bank.pointer("/areas/0/indicators/0/questions/2/kind")
            .unwrap(),
        "multi"
    );
    check(
        &[(&format!("{last}/exclusive"), json!(false))],
        &[
            "bank.exclusive #.options",
            &format!("bank.option-span #.options[{}].score", count - 1),
        ],
    );
    one(
        &format!("{last}/score"),
        json!(0.5),
        &format!("bank.option-span #.options[{}].score", count - 1),
    );
    let faint: Vec<_> = (0..count - 1)
        .map(|n| (format!("#/options/{n}/score"), 0.01))
        .collect();
    let faint: Vec<_> = faint.iter().map(|(p, x)| (&**p, json!(x))).collect();
    check(&faint, &["bank.option-span #.options"]);
}

#[test]
fn weights_are_numbers_above_nought() {
    for x in [json!(0), json!(-1), json!(1e300), json!(1e-300)] {
        one("@/weight", x, "bank.weight @.weight");
    }
    one("@/weight", json!("2"), "bank.type @.weight");
    check(
        &[
            ("/areas/3/indicators/0/weight", json!("heavy")),
            ("@/weight", Value::Null),
        ],
        &[
            "bank.missing-field @.weight",
            "bank.type areas[3].indicators[0].weight",
        ],
    );
    let zero: Vec<_> = (0..5).map(|n| format!("/areas/{n}/weight")).collect();
    let zero: Vec<_> = zero.iter().map(|p| (&**p, json!(0))).collect();
    let mut expected: Vec<_> = (0..5)
        .map(|n| format!("bank.weight areas[{n}].weight"))
        .collect();
    expected.push("bank.zero-group areas".into());
    check(&zero, &expected.iter().map(|s| &**s).collect::<Vec<_>>());
    let lonely = "/areas/0/indicators/0/questions";
    let mut bank = bank();
    *bank.pointer_mut(lonely).unwrap() = json!([]);
    let found = findings(bank.to_string().as_bytes(), Detail::Whole);
    assert_eq!(found[0].code, "bank.empty");
    assert!(found[1..]
        .iter()
        .all(|f| f.code == "bank.unknown-reference"));
}

#[test]
fn advice_covers_every_level_once() {
    let two = |below: [i32; 2]| {
        let entry =
            |n| json!({"below": n, "action": "Act.", "effort": "low", "actors": [], "see": []});
        json!(below.map(entry))
    };
    check(
        &[("@/advice/2/below", json!(9))],
        &[
            "bank.advice-level @.advice[2].below",
            "bank.missing-advice @.advice",
        ],
    );
    check(
        &[("@/advice", two([1, 1]))],
        &[
            "bank.advice-level @.advice[1].below",
            "bank.missing-advice @.advice",
            "bank.missing-advice @.advice",
            "bank.missing-advice @.advice",
        ],
    );
    one(
        "@/advice/0/effort",
        json!("huge"),
        "bank.unknown-word @.advice[0].effort",
    );
}

#[test]
fn numbers_have_two_goalposts_inside_their_range() {
    let mut number = json!({
        "id": "legal.cybercrime-law.delay", "kind": "number", "text": "How many days?",
        "unit": "days", "worst": 60, "best": 10, "min": 0, "weight": 1, "advice": [
            {"below": 1, "action": "Act.", "effort": "low"},
            {"below": 2, "action": "Act.", "effort": "low"},
            {"below": 3, "action": "Act.", "effort": "low"}]
    });
    let at = "/areas/0/indicators/0/questions/1";
    let path = "areas[0].indicators[0].questions[1]";
    let lost = "bank.unknown-reference exercise.reference_answers.legal.cybercrime-law.neutrality";
    check(&[(at, number.clone())], &[lost]);
    number["best"] = json!(60);
    check(
        &[(at, number.clone())],
        &[&format!("bank.goalposts {path}.best"), lost],
    );
    number["best"] = json!(-5);
    check(
        &[(at, number.clone())],
        &[&format!("bank.goalposts {path}.min"), lost],
    );
    number["best"] = Value::Null;
    number["options"] = json!([{"id": "x", "label": "X", "score": 0}]);
    let (kind, missing) = (
        format!("bank.kind {path}.options"),
        format!("bank.missing-field {path}.best"),
    );
    check(&[(at, number)], &[&kind, &missing, lost]);
    one("@/worst", json!(3), "bank.kind @.worst");
}

#[test]
fn texts_are_there_and_of_bearable_length() {
    one("@/text", json!("x".repeat(1001)), "bank.text-length @.text");
    one("@/text", json!(" "), "bank.text-empty @.text");
    one("@/text", json!("bell \u{7}"), "bank.text-control @.text");
    one("@/text", json!(["x"]), "bank.type @.text");
    one(
        "/areas/0/title",
        Value::Null,
        "bank.missing-field areas[0].title",
    );
    one("@/na_when", json!("Never."), "bank.na-when @.na_when");
    one("@/allow_na", json!(true), "bank.na-when @.na_when");
    one(
        "/sources/0/url",
        json!("javascript:alert(1)"),
        "bank.address sources[0].url",
    );
    one("/language", json!("English"), "bank.language language");
}

#[test]
fn members_are_known_and_stand_once() {
    one("@/colour", json!("red"), "bank.unknown-field @.colour");
    one("/Areas", json!([]), "bank.unknown-field Areas");
    one(
        "/__proto__",
        json!({"weight": 1}),
        "bank.unknown-field __proto__",
    );
    let twice = core().replacen("\"version\"", "\"id\": \"other\", \"version\"", 1);
    let found = findings(twice.as_bytes(), Detail::Whole);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].code, &*found[0].path),
        ("bank.duplicate-field", "id")
    );
}

#[test]
fn stages_go_up_from_nought_to_a_hundred() {
    one("/stages/0/min", json!(5), "bank.stage-order stages[0].min");
    one("/stages/4/max", json!(99), "bank.stage-order stages[4].max");
    check(
        &[("/stages/2/min", json!(12.5))],
        &[
            "bank.stage-order stages[1].max",
            "bank.stage-order stages[2].min",
        ],
    );
    one("/stages", json!([]), "bank.empty stages");
}

#[test]
fn checks_have_conditions_that_can_hold_and_fail() {
    let with = |all: Value| json!([{"id": "odd", "text": "Odd.", "all": all}]);
    let q = "legal.cybercrime-law.offences";
    check(
        &[("/checks", with(json!([{"question": q, "at_least": 2}])))],
        &[],
    );
    one("/checks", with(json!([])), "bank.empty checks[0].all");
    one(
        "/checks",
        with(json!([{"question": q}])),
        "bank.missing-field checks[0].all[0]",
    );
    one(
        "/checks",
        with(json!([{"question": q, "at_least": 5}])),
        "bank.level checks[0].all[0].at_least",
    );
    one(
        "/checks",
        with(json!([{"question": q, "at_most": 4}])),
        "bank.level checks[0].all[0].at_most",
    );
    one(
        "/checks",
        with(json!([{"question": q, "at_least": 3, "at_most": 2}])),
        "bank.level checks[0].all[0].at_most",
    );
    one(
        "/checks",
        with(json!([{"question": "nowhere", "at_most": 2}])),
        "bank.unknown-reference checks[0].all[0].question",
    );
}

#[test]
fn faults_far_apart_are_found_in_one_go() {
    check(
        &[
            ("/version", Value::Null),
            ("@/weight", json!(0)),
            ("@/colour", json!("red")),
            ("@/options/1/score", json!(0.5)),
            ("/areas/4/indicators/0/id", json!("technical")),
            ("/quick/0", json!("nowhere")),
        ],
        &[
            "bank.missing-field version",
            "bank.unknown-field @.colour",
            "bank.weight @.weight",
            "bank.duplicate-id areas[4].indicators[0].id",
            "bank.unknown-reference quick[0]",
            "bank.scale @.options[1].score",
            "bank.option-order @.options[2].score",
        ],
    );
}

#[test]
fn files_are_bounded_in_size_depth_and_number() {
    let code = |text: &[u8]| findings(text, Detail::Whole)[0].code;
    assert_eq!(code(&vec![b' '; (16 << 20) + 1]), "json.size");
    assert_eq!(code("[".repeat(100_000).as_bytes()), "json.depth");
    assert_eq!(code(b"{\"id\": \xff}"), "json.encoding");
    assert_eq!(code(b"{\"id\": 1e999}"), "json.syntax");
    assert_eq!(code(b""), "json.syntax");
    assert_eq!(code(b"[]"), "bank.type");
    let option = |id: &str, score: u8| json!({"id": id, "score": score});
    let many: Vec<_> = (0..10_001)
        .map(|n| {
            let options = [option("no", 0), option("yes", 1)];
            json!({"id": format!("q{n}"), "kind": "yesno", "weight": 1, "options": options})
        })
        .collect();
    let large = json!({
        "id": "large", "version": "1", "stages": [{"id": "all", "min": 0}],
        "areas": [{"id": "a", "weight": 1, "indicators": [
            {"id": "i", "weight": 1, "questions": many}]}]
    });
    let found = findings(large.to_string().as_bytes(), Detail::Structure);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code, &*found[0].path), ("bank.too-many", "areas"));
    let broken = format!("{{\"areas\": [{}]}}", vec!["{\"x\": 1}"; 50_000].join(","));
    let found = findings(broken.as_bytes(), Detail::Whole);
    assert_eq!(found.len(), 1001);
    assert!(found.iter().any(|f| f.code == "bank.more-findings"));
}

#[test]
fn published_schema_is_that_of_the_types() {
    let published: Value =
        serde_json::from_str(&support::text("../../www/data/banks/bank.schema.json")).unwrap();
    let made = serde_json::to_value(BankSpec::schema()).unwrap();
    assert_eq!(
        published, made,
        "write it anew with `cargo xtask bank schema`"
    );
}
