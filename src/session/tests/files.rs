//! What is saved is opened again, and whatever else is opened gets the exact reason.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "files/hostile.rs"]
mod hostile;
#[path = "support/random.rs"]
#[allow(dead_code)]
mod random;
#[path = "files/reported.rs"]
mod reported;
#[path = "files/sealing.rs"]
mod sealing;
mod support;

use gca_engine::exchange::AnswersFile;
use gca_engine::Bank;
use gca_session::files::{read, write_all, write_one, FileError, Opened, Reading};
use gca_session::Snapshot;
use serde_json::{json, Value};
use std::rc::Rc;
use support::{bank_of, small};

/// When everything here is saved: 2023-11-14T22:13:20Z.
const SAVED: f64 = 1_700_000_000_000.0;

fn bank() -> Rc<Bank> {
    bank_of(&small())
}

fn snapshot(value: &Value) -> Snapshot {
    Snapshot::parse(&value.to_string()).unwrap()
}

/// An assessment of the small bank with everything that an assessment can have.
fn full() -> Snapshot {
    snapshot(&json!({
        "format": 1, "bank": "small", "version": "1", "hash": "", "mode": "full",
        "answers": {"law": "some", "ticks": ["x", "y"], "port": "na", "team": "dk"},
        "notes": {"law": "Act 7 \u{1f600} \u{202e}<script>\r\n"}, "screen": "review", "indicator": "a.2",
        "name": "Kenya 2026", "flagged": ["team"], "evidence": {"law": [{"text": "Act 7"}]}}))
}

fn opened(text: &str) -> Opened {
    match read(text.as_bytes(), &bank()) {
        Ok(Reading::Open(opened)) => opened,
        other => panic!("{other:?}: {text}"),
    }
}

fn refused(text: impl AsRef<[u8]>) -> FileError {
    let text = text.as_ref();
    match read(text, &bank()) {
        Err(error) => error,
        Ok(other) => panic!("{other:?}: {}", String::from_utf8_lossy(text)),
    }
}

#[test]
fn an_assessment_comes_back_as_it_was_saved() {
    let text = write_one(&full(), SAVED);
    let opened = opened(&text);
    assert_eq!(opened.saved, Some(SAVED));
    assert!(!opened.newer);
    assert_eq!(opened.left_out, 0);
    let [(snapshot, report)] = &opened.assessments[..] else {
        panic!("{}", opened.assessments.len());
    };
    assert_eq!(*snapshot, full());
    assert_eq!((report.carried, report.notes), (4, 1));
    assert_eq!(write_one(snapshot, SAVED), text);
}

#[test]
fn the_file_says_what_it_is() {
    let file: Value = serde_json::from_str(&write_one(&full(), SAVED)).unwrap();
    assert_eq!(file["format"], 1);
    assert_eq!(file["saved"], "2023-11-14T22:13:20.000Z");
    assert_eq!(file["engine"], env!("CARGO_PKG_VERSION"));
    let without_time: Value = serde_json::from_str(&write_one(&full(), f64::NAN)).unwrap();
    assert!(without_time.get("saved").is_none());
}

#[test]
fn the_engine_reads_the_file_of_one_assessment() {
    let text = write_one(&full(), SAVED);
    let file = AnswersFile::parse(&bank(), text.as_bytes()).unwrap();
    assert_eq!(file.answers.len(), 4);
    assert!(file.kept.is_empty());
}

#[test]
fn all_assessments_of_a_device_come_back_in_order() {
    let other = Snapshot {
        rest: String::new(),
        ..full()
    };
    let named = |n| Snapshot {
        rest: format!("{{\"name\":\"Round {n}\"}}"),
        ..full()
    };
    let all = [full(), other, named(2), named(3)];
    for count in 1..=all.len() {
        let all = &all[..count];
        let text = write_all(all, SAVED);
        let opened = opened(&text);
        assert_eq!(opened.saved, Some(SAVED));
        let read: Vec<Snapshot> = opened.assessments.into_iter().map(|(s, _)| s).collect();
        assert_eq!(read, all);
    }
    assert_eq!(refused(write_all(&[], SAVED)), FileError::NotAssessment);
}

#[test]
fn what_was_exported_before_there_were_files_is_opened() {
    for text in [
        json!({"answers": {"law": "some"}}),
        json!({"format": 1, "bank": "small", "version": "1", "hash": "", "mode": "", "answers": {"law": "some"}, "notes": {}, "screen": "", "indicator": ""}),
        json!({"format": 0, "bank": "", "answers": {"law": "some"}, "saved": "yesterday"}),
    ] {
        let opened = opened(&text.to_string());
        let (snapshot, report) = &opened.assessments[0];
        assert_eq!(
            (opened.saved, opened.newer, report.carried),
            (None, false, 1)
        );
        let again: Value = serde_json::from_str(&write_one(snapshot, SAVED)).unwrap();
        assert_eq!(
            (&again["format"], &again["answers"]["law"]),
            (&json!(1), &json!("some"))
        );
    }
}

#[test]
fn a_file_given_back_by_a_host_is_stamped_anew() {
    let text = write_one(&full(), SAVED);
    // The first program knows no files, and hands on all members.
    let handed_on = Snapshot::parse(&text).unwrap();
    assert!(handed_on.rest.contains("\"saved\""));
    let again = write_one(&handed_on, SAVED + 1000.0);
    assert_eq!(again.matches("\"saved\"").count(), 1);
    assert_eq!(again.matches("\"engine\"").count(), 1);
    assert_eq!(opened(&again).assessments[0].0, full());
    assert_eq!(
        write_all(&[handed_on], SAVED).matches("\"saved\"").count(),
        1
    );
}

#[test]
fn a_newer_format_is_opened_with_what_can_be_understood() {
    let one = json!({"format": 2, "bank": "small", "answers": {"law": "some", "team": {"level": 2}}, "layers": [1]});
    let all = json!({"format": 1, "assessments": [one]});
    let later = json!({"format": 1e300, "assessments": [{"answers": {"law": "some"}}]});
    for text in [one, all, later] {
        let opened = opened(&text.to_string());
        assert!(opened.newer, "{text}");
        assert_eq!(opened.assessments[0].1.carried, 1);
    }
    let nothing = json!({"format": 2, "respondents": []});
    assert_eq!(refused(nothing.to_string()), FileError::NotAssessment);
}
