//! What the tests share: two banks with their texts, and an open page that does what effects ask, as the shell does in a browser.
#![allow(dead_code)]

pub mod page;

use gca_engine::{Bank, Structure};
use gca_session::catalog::{NAMES, RECORD, UNIT};
use gca_session::{Catalog, Texts};
use serde_json::{json, Value};
use std::rc::Rc;

/// Content of a JSON file of the repository.
pub fn file(path: &str) -> Value {
    let path = [env!("CARGO_MANIFEST_DIR"), "/../../", path].concat();
    serde_json::from_str(&std::fs::read_to_string(&path).expect(&path)).expect(&path)
}

/// The shipped bank.
pub fn core() -> Value {
    file("www/data/banks/gca-core.json")
}

/// The English texts of the interface as they lie in the repository.
pub fn interface() -> Value {
    file("www/data/ui/en.json")
}

/// Two areas, three indicators, six questions with every rule: skip logic that implies and that removes, a checklist
/// with "none", a question that may not apply.
pub fn small() -> Value {
    let ladder = json!([{"id": "none", "score": 0}, {"id": "some", "score": 0.5}, {"id": "full", "score": 1}]);
    let labelled = |label: &str| {
        let mut options = ladder.clone();
        for option in options.as_array_mut().into_iter().flatten() {
            option["label"] = json!(format!("{label} {}", option["id"].as_str().unwrap()));
        }
        options
    };
    let ticks = json!([
        {"id": "x", "label": "tick x", "score": 0.5}, {"id": "y", "label": "tick y", "score": 0.5},
        {"id": "none", "label": "none of these", "score": 0, "exclusive": true}]);
    let yes_no =
        json!([{"id": "no", "label": "no", "score": 0}, {"id": "yes", "label": "yes", "score": 1}]);
    json!({
        "id": "small", "version": "1", "title": "Small", "description": "", "instructions": [],
        "stages": [
            {"id": "low", "label": "Low", "min": 0, "description": ""},
            {"id": "middle", "label": "Middle", "min": 40, "description": ""},
            {"id": "high", "label": "High", "min": 80, "description": ""}],
        "quick": ["law", "team"],
        "areas": [
            {"id": "a", "title": "Area a", "summary": "", "weight": 1, "indicators": [
                {"id": "a.1", "title": "Laws", "why": "", "weight": 2, "questions": [
                    {"id": "law", "text": "Law?", "kind": "single", "weight": 1, "options": labelled("law")},
                    {"id": "court", "text": "Court?", "kind": "single", "weight": 1, "options": labelled("court"),
                        "depends_on": {"question": "law", "at_least": 1}},
                    {"id": "ticks", "text": "Which?", "kind": "multi", "weight": 1, "options": ticks}]},
                {"id": "a.2", "title": "Ports", "why": "", "weight": 1, "questions": [
                    {"id": "port", "text": "A port?", "kind": "yesno", "weight": 1, "options": yes_no, "allow_na": true},
                    {"id": "guard", "text": "Guarded?", "kind": "yesno", "weight": 1, "options": yes_no,
                        "depends_on": {"question": "port", "at_least": 1}}]}]},
            {"id": "b", "title": "Area b", "summary": "", "weight": 1, "indicators": [
                {"id": "b.1", "title": "Teams", "why": "", "weight": 1, "questions": [
                    {"id": "team", "text": "Team?", "kind": "single", "weight": 1, "options": labelled("team")}]}]}]
    })
}

/// The bank of a bank file.
pub fn bank_of(file: &Value) -> Rc<Bank> {
    let structure: Structure = serde_json::from_value(file.clone()).expect("a structure");
    Rc::new(Bank::new(structure).expect("a sound bank"))
}

/// The texts of a bank file, in the flat order that [`Texts::read`] documents.
pub fn texts_of(file: &Value, bank: &Bank) -> Rc<Texts> {
    let each = |value: &Value, name: &str| value[name].as_array().cloned().unwrap_or_default();
    let text = |value: &Value, name: &str| Rc::from(value[name].as_str().unwrap_or_default());
    let lines = each(file, "instructions");
    let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
    let mut flat: Vec<Rc<str>> = vec![
        text(file, "title"),
        text(file, "description"),
        lines.join("\n").into(),
    ];
    for stage in each(file, "stages") {
        flat.extend([text(&stage, "label"), text(&stage, "description")]);
    }
    for area in each(file, "areas") {
        let short = if area["short"].is_null() {
            "title"
        } else {
            "short"
        };
        flat.extend(["title", short, "summary"].map(|name| text(&area, name)));
        for indicator in each(&area, "indicators") {
            flat.extend(["title", "why"].map(|name| text(&indicator, name)));
            for question in each(&indicator, "questions") {
                flat.push(text(&question, "text"));
                flat.extend(each(&question, "options").iter().map(|o| text(o, "label")));
                flat.push(text(&question, "na_when"));
            }
        }
    }
    Rc::new(Texts::read(bank, flat).expect("as many texts as the bank asks for"))
}

/// The shipped catalog as it travels.
pub fn catalog() -> Rc<Catalog> {
    let file = interface();
    let compiled = |name: &&str| match &file[*name] {
        Value::String(text) => Rc::from(text.as_str()),
        Value::Object(forms) => {
            let forms: Vec<String> = forms
                .iter()
                .map(|(form, text)| format!("{form}{UNIT}{}", text.as_str().unwrap()))
                .collect();
            forms.join(&RECORD.to_string()).into()
        }
        other => panic!("{name} is {other}"),
    };
    Rc::new(Catalog::new("en", NAMES.iter().map(compiled).collect()))
}
