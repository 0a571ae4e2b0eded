//! Tables as RFC 4180 has them, read back by a reader that knows nothing of the writer.

use crate::support::{core, small};
use crate::{naughty, page_of, text, typed};
use gca_session::whole::export::{csv, Column, Kind, Sheet, Value};
use serde_json::json;

/// Records and fields of a text, by the grammar of RFC 4180, section 2.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted => match chars.peek() {
                Some('"') => field.push(chars.next().unwrap()),
                next => {
                    assert!(
                        matches!(next, Some(',' | '\r') | None),
                        "text after a quote"
                    );
                    quoted = false;
                }
            },
            c if quoted => field.push(c),
            '"' => {
                assert!(field.is_empty(), "a quote inside a bare field");
                quoted = true;
            }
            ',' => record.push(std::mem::take(&mut field)),
            '\r' => {
                assert_eq!(chars.next(), Some('\n'));
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            '\n' => panic!("a bare line feed"),
            c => field.push(c),
        }
    }
    assert!(
        !quoted && record.is_empty() && field.is_empty(),
        "the end is missing"
    );
    records
}

fn table(texts: &[String]) -> Sheet {
    let column = |title: &str| Column {
        title: title.into(),
        width: 9,
    };
    Sheet {
        name: "t".into(),
        columns: vec![column("a"), column("b, \"c\"")],
        rows: texts
            .iter()
            .map(|text| vec![Value::Text(text.as_str().into()), Value::Whole(1)])
            .collect(),
    }
}

/// What a cell may change: line ends, and signs that no table can hold.
fn as_written(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let sign = |c: char| match c {
        '\n' | '\t' => c,
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.chars().map(sign).collect()
}

#[test]
fn every_text_comes_back_and_none_is_a_formula() {
    let mut texts = naughty();
    for start in [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\t=",
        " =",
        "\u{feff}=",
        "\u{200b}@",
        "＝",
        "－",
        "\u{200f}+",
        "\r\n=",
    ] {
        texts.push([start, "HYPERLINK(\"http://evil\",\"a\")"].concat());
        texts.push(start.into());
    }
    texts.push("=cmd|' /C calc'!A0".into());
    let written = csv(&table(&texts));
    assert!(
        written.starts_with('\u{feff}'),
        "spreadsheets would guess the encoding"
    );
    let records = read(written.trim_start_matches('\u{feff}'));
    assert_eq!(records[0], ["a", "b, \"c\""]);
    assert_eq!(records.len(), texts.len() + 1);
    for (record, text) in records[1..].iter().zip(&texts) {
        let [cell, one] = &record[..] else {
            panic!("{record:?}")
        };
        assert_eq!(one, "1");
        let expected = as_written(text);
        let bare = cell.strip_prefix('\'').filter(|rest| **rest == expected);
        assert!(*cell == expected || bare.is_some(), "{text:?}: {cell:?}");
        let unseen =
            |c: char| c.is_whitespace() || c.is_control() || "\u{feff}\u{200b}\u{200f}".contains(c);
        let first = cell.trim_start_matches(unseen).chars().next();
        let runs = first.is_some_and(|c| "=+-@＝＋－＠".contains(c));
        assert!(
            !runs && !cell.starts_with(['\t', '\r', '\n']),
            "{text:?}: {cell:?}"
        );
    }
}

#[test]
fn numbers_are_bare_and_have_a_point() {
    let mut table = table(&[]);
    table.rows = vec![
        vec![Value::Points(39.5), Value::Percent(0.99)],
        vec![Value::Exact(0.0), Value::Exact(1.0 / 3.0)],
        vec![Value::Empty, Value::Exact(f64::NAN)],
    ];
    let written = csv(&table);
    let lines: Vec<&str> = written.split("\r\n").skip(1).collect();
    assert_eq!(lines, ["39.5,0.99", "0,0.3333333333333333", ",", ""]);
}

#[test]
fn tables_of_an_assessment_have_a_row_for_each() {
    let page = page_of(&small(), &typed("=1+1"));
    let answers = read(text(&page.model, Kind::AnswersCsv, false).trim_start_matches('\u{feff}'));
    assert_eq!(answers.len(), 7, "six questions");
    assert!(answers.iter().all(|row| row.len() == answers[0].len()));
    let law = answers.iter().find(|row| row[1] == "law").unwrap();
    assert_eq!(law[5..10], ["answered", "law some", "1", "2", "0.5"]);
    assert!(
        law[11..].iter().all(|cell| cell.starts_with("'=1+1")),
        "{law:?}"
    );
    let scores = read(text(&page.model, Kind::ScoresCsv, false).trim_start_matches('\u{feff}'));
    assert_eq!(scores.len(), 1 + 1 + 2 + 3);
    let steps = read(text(&page.model, Kind::StepsCsv, false).trim_start_matches('\u{feff}'));
    assert!(steps.len() > 1);
}

#[test]
fn the_score_in_the_table_is_the_one_that_is_shown() {
    let reference = core()["exercise"]["reference_answers"].clone();
    let answers = reference.as_object().unwrap().iter();
    let answers: serde_json::Map<_, _> = answers
        .map(|(id, answer)| (id.clone(), answer["option"].clone()))
        .collect();
    let page = page_of(&core(), &json!({"answers": answers}));
    let scores = read(text(&page.model, Kind::ScoresCsv, false).trim_start_matches('\u{feff}'));
    assert_eq!(
        scores[1][4..9],
        ["39.5", "39.2", "40", "0.99", "Established"]
    );
}
