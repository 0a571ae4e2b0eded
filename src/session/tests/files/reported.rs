//! What is said about a file that was opened, and about one that was not.

use crate::support::bank_of;
use crate::{full, opened, refused, small, snapshot, SAVED};
use gca_session::files::{write_one, Aside, FileError, OtherKind, Reason, Report, Why};
use serde_json::{json, Value};

fn report(answers: Value) -> Report {
    let file = json!({"bank": "small", "answers": answers}).to_string();
    opened(&file).assessments.remove(0).1
}

#[test]
fn every_answer_kept_aside_has_its_reason() {
    let aside = |value: Value| report(value).kept_aside;
    let one = |question: &str, why| {
        vec![Aside {
            question: question.into(),
            why,
        }]
    };
    let no_option = |id: &str| Why::NoOption(id.into());
    for (answers, expected) in [
        (json!({"gone": "x"}), one("gone", Why::NoQuestion)),
        (json!({"__proto__": {}}), one("__proto__", Why::NoQuestion)),
        (json!({"law": "huge"}), one("law", no_option("huge"))),
        (json!({"law": ["some"]}), one("law", Why::WrongType)),
        (json!({"law": 3}), one("law", Why::WrongType)),
        (json!({"law": true}), one("law", Why::WrongType)),
        (json!({"law": {"a": 1}}), one("law", Why::WrongType)),
        (json!({"law": "na"}), one("law", Why::NotAllowed)),
        (
            json!({"ticks": ["x", "old", "older"]}),
            one("ticks", no_option("old, older")),
        ),
        (json!({"ticks": ["old"]}), one("ticks", no_option("old"))),
        (json!({"ticks": "old"}), one("ticks", no_option("old"))),
        (json!({"ticks": [5]}), one("ticks", Why::WrongType)),
        (
            json!({"port": "na", "ticks": "x", "law": null, "team": "dk"}),
            vec![],
        ),
    ] {
        assert_eq!(aside(answers.clone()), expected, "{answers}");
    }
    assert_eq!(
        report(json!({"ticks": ["x", "old"], "law": "no"})).carried,
        1
    );
}

#[test]
fn a_number_must_lie_within_the_bounds_of_its_question() {
    let mut file = small();
    let question = &mut file["areas"][0]["indicators"][0]["questions"][1];
    *question = json!({"id": "court", "text": "Days?", "kind": "number", "weight": 1, "worst": 60, "best": 10, "min": 0, "max": 90});
    let bank = bank_of(&file);
    for (value, expected) in [
        (json!(30.5), None),
        (json!("dk"), None),
        (json!(-1), Some(Why::NotAllowed)),
        (json!(91), Some(Why::NotAllowed)),
        (json!("30"), Some(Why::WrongType)),
        (json!(["30"]), Some(Why::WrongType)),
    ] {
        let answers = snapshot(&json!({"answers": {"court": value}}));
        let report = Report::new(&bank, &answers);
        let why = report.kept_aside.into_iter().next().map(|aside| aside.why);
        assert_eq!(why, expected, "{value}");
    }
}

#[test]
fn another_version_of_the_bank_is_said_with_the_questions_it_leaves_open() {
    for (version, hash, other) in [
        ("1", "", None),
        ("", "", None),
        ("1", "any", None),
        ("0.9", "", Some("0.9")),
    ] {
        let file = json!({"bank": "small", "version": version, "hash": hash, "answers": {"law": "some", "team": "old", "ticks": []}});
        let report = opened(&file.to_string()).assessments.remove(0).1;
        assert_eq!(report.other_version.as_deref(), other, "{version} {hash}");
        // Positions: law, court, ticks, port, guard, team.
        let expected: &[usize] = if other.is_some() { &[1, 2, 3, 4] } else { &[] };
        assert_eq!(report.new_questions, expected);
    }
    let mut file = small();
    file["hash"] = json!("ab");
    let answers = snapshot(&json!({"version": "1", "hash": "cd", "answers": {}}));
    let report = Report::new(&bank_of(&file), &answers);
    assert_eq!(report.other_version.as_deref(), Some("1"));
}

#[test]
fn answers_to_another_bank_are_refused_with_its_id() {
    let other = json!({"bank": "national", "answers": {}});
    let id = |id: &str| FileError::OtherBank { id: id.into() };
    assert_eq!(refused(other.to_string()), id("national"));
    let all = json!({"assessments": [{"x": 1}, other, {"bank": "third", "answers": {}}]});
    assert_eq!(refused(all.to_string()), id("national"));
    let mixed =
        json!({"assessments": [other, {"bank": "small", "answers": {}}, 5, {"answers": []}]});
    let opened = opened(&mixed.to_string());
    assert_eq!((opened.assessments.len(), opened.left_out), (1, 3));
}

#[test]
fn what_is_no_assessment_gets_its_reason() {
    let broken = |line, column, reason| FileError::Broken {
        line,
        column,
        reason,
    };
    let deep = "[".repeat(200);
    let rows: [(&[u8], FileError); 29] = [
        (b"", FileError::Empty),
        (b" \r\n\t", FileError::Empty),
        (b"\xef\xbb\xbf", FileError::Empty),
        (b"\xff\xfe", FileError::Empty),
        (b"\xff\xfe{", FileError::NotText),
        (b"\xff\xfe\x00\xd8", FileError::NotText),
        (b"{\0}\0", FileError::NotText),
        (b"{\"a\":\"\xe9\"}", FileError::NotText),
        (b"\xc3", FileError::NotText),
        (b"%PDF-1.4", FileError::OtherKind(OtherKind::Pdf)),
        (b"PK\x03\x04", FileError::OtherKind(OtherKind::Zip)),
        (b"<html>", FileError::OtherKind(OtherKind::Html)),
        (b"Dear colleague", broken(1, 1, Reason::Syntax)),
        (b"id;answer\n", broken(1, 1, Reason::Syntax)),
        (b"{", broken(1, 1, Reason::Cut)),
        (b"{\"a\":\n \"\xc3\xa9", broken(2, 3, Reason::Cut)),
        (b"{\"a\":\n \"\xc3", broken(2, 3, Reason::Cut)),
        (b"{\r\n\"a\": x}", broken(2, 6, Reason::Syntax)),
        ("{\"é\": é}".as_bytes(), broken(1, 7, Reason::Syntax)),
        (b"{\"answers\":{}} x", broken(1, 16, Reason::Syntax)),
        (b"{\"a\":1e999}", broken(1, 10, Reason::Number)),
        (b"{'answers':{}}", broken(1, 2, Reason::Syntax)),
        (deep.as_bytes(), broken(1, 128, Reason::Nesting)),
        (b"null", FileError::NotAssessment),
        (b"[]", FileError::NotAssessment),
        (b"{}", FileError::NotAssessment),
        (b"{\"answers\":[]}", FileError::NotAssessment),
        (b"{\"answers\":{},\"answers\":1}", FileError::NotAssessment),
        (b"{\"sealed\":{},\"answers\":{}}", FileError::Sealed),
    ];
    for (text, expected) in rows {
        let name = String::from_utf8_lossy(text);
        assert_eq!(refused(text), expected, "{name}");
    }
    assert_eq!(refused(vec![b' '; (16 << 20) + 1]), FileError::TooLarge);
}

#[test]
fn every_error_has_a_code_and_the_values_of_its_text() {
    let broken = FileError::Broken {
        line: 3,
        column: 7,
        reason: Reason::Cut,
    };
    let id = "x".repeat(1000);
    for (error, code, values) in [
        (FileError::Empty, "file.empty", json!({})),
        (FileError::TooLarge, "file.too-large", json!({"max": "16"})),
        (FileError::NotText, "file.not-text", json!({})),
        (
            FileError::OtherKind(OtherKind::Office),
            "file.other-kind",
            json!({"kind": "office"}),
        ),
        (
            broken,
            "file.broken",
            json!({"line": "3", "column": "7", "reason": "cut"}),
        ),
        (FileError::NotAssessment, "file.not-assessment", json!({})),
        (
            FileError::OtherBank { id },
            "file.other-bank",
            json!({"bank": "x".repeat(60)}),
        ),
        (FileError::Sealed, "file.sealed", json!({})),
        (FileError::Passphrase, "file.passphrase", json!({})),
    ] {
        assert_eq!(error.code(), code);
        let found: serde_json::Map<_, _> = error
            .values()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), Value::String(value)))
            .collect();
        assert_eq!(Value::Object(found), values, "{code}");
    }
}

#[test]
fn how_an_editor_saved_the_text_does_not_matter() {
    let text = write_one(&full(), SAVED);
    let lines = text.replace(",\"", ",\r\n\t\"");
    let expected = opened(&text);
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter()
            .chain(text.encode_utf16().flat_map(bytes))
            .collect()
    };
    for bytes in [
        format!("\u{feff}{text}").into_bytes(),
        format!("\r\n{lines}\r\n").into_bytes(),
        utf16([0xff, 0xfe], u16::to_le_bytes),
        utf16([0xfe, 0xff], u16::to_be_bytes),
    ] {
        let read = gca_session::files::read(&bytes, &crate::bank()).unwrap();
        assert_eq!(read, gca_session::files::Reading::Open(expected.clone()));
    }
}

#[test]
fn halves_of_characters_that_a_browser_wrote_do_not_keep_a_file_from_opening() {
    let opened = opened(r#"{"answers":{"law":"some"},"notes":{"law":"\ud83d \ud83d\ude00"}}"#);
    let (_, note) = &opened.assessments[0].0.notes.0[0];
    assert_eq!(
        *note,
        gca_engine::RawAnswer::Text("\u{fffd} \u{1f600}".into())
    );
}
