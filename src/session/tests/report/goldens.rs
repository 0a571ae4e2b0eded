//! The written forms of one assessment, to the letter. `BLESS=1` writes them anew.

use crate::{file, page_of, setting, small, Kind, Page};
use serde_json::json;

/// A fixed assessment of the small bank, with something of everything.
pub fn fixed() -> Page {
    page_of(
        &small(),
        &json!({
            "answers": {"law": "some", "court": "full", "ticks": ["x"], "port": "yes", "guard": "dk", "team": "none"},
            "notes": {"law": "Act 7 of 2014 & <amended>\n- 2021: *offences*\n- 2022: | courts", "team": "=1+1"},
            "evidence": {"law": [{"text": "Covers all", "reference": "Sections 3–9", "link": "https://example.org/act?a=1&b=2", "date": "2021-03-12"}, {"link": "javascript:alert(1)"}]},
            "plan": {"law": {"full": {"progress": "under-way", "owner": "Ministry of <Justice>", "date": "2027-03-31", "time": "first quarter", "deliverable": "Act | in force"}}},
            "targets": {"name": "Target <2028>", "overall": "high", "areas": {"a": 72.5}},
            "who": {"law": "وزارة العدل"}, "name": "Côte d’Ivoire / 2026"}),
    )
}

#[test]
fn written_forms_are_the_goldens() {
    let page = fixed();
    for (kind, name) in [
        (Kind::Html, "report.html"),
        (Kind::Markdown, "report.md"),
        (Kind::AnswersCsv, "answers.csv"),
        (Kind::ScoresCsv, "scores.csv"),
        (Kind::StepsCsv, "steps.csv"),
    ] {
        let made = file(&page.model, &setting(false), kind);
        let text = String::from_utf8(made.bytes).unwrap();
        let path = [env!("CARGO_MANIFEST_DIR"), "/tests/goldens/", name].concat();
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let golden = std::fs::read_to_string(&path).expect(&path);
        assert!(
            text == golden,
            "{name} is another than the golden; look at it and run with BLESS=1"
        );
    }
}

#[test]
fn names_of_files_come_from_the_name_of_the_assessment() {
    let page = fixed();
    let made = file(&page.model, &setting(false), Kind::StepsCsv);
    assert_eq!(made.name, "côte-d-ivoire-2026-2023-11-14-steps.csv");
}
