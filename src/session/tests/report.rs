//! The report and the files that leave: right for who reads them, harmless for who opens them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "report/csv.rs"]
mod csv;
#[path = "report/goldens.rs"]
mod goldens;
#[path = "report/hostile.rs"]
mod hostile;
#[path = "report/json.rs"]
mod json;
#[path = "report/page.rs"]
mod page;
#[path = "report/pictures.rs"]
mod pictures;
mod support;
#[path = "report/unnamed.rs"]
mod unnamed;
#[path = "report/xlsx.rs"]
mod xlsx;

use gca_engine::{display_coverage, display_score, Stage};
use gca_session::whole::export::{file, Kind};
use gca_session::whole::report::{Formats, Setting};
use gca_session::{Config, Mode, Model, Msg, Snapshot};
use serde_json::{json, Value};
use std::rc::Rc;
use support::page::{Disk, Page};
use support::small;

/// When everything here is made: 2023-11-14T22:13:20Z.
const NOW: f64 = 1_700_000_000_000.0;

/// Numbers and dates in English, as far as tests need them.
struct English;

impl Formats for English {
    fn score(&self, points: f64, stages: &[Stage]) -> Rc<str> {
        format!("{:.1}", display_score(points, stages)).into()
    }
    fn points(&self, points: f64) -> Rc<str> {
        format!("{points:.1}").into()
    }
    fn whole(&self, n: usize) -> Rc<str> {
        n.to_string().into()
    }
    fn plain(&self, x: f64) -> Rc<str> {
        x.to_string().into()
    }
    fn percent(&self, coverage: f64) -> Rc<str> {
        format!("{}%", display_coverage(coverage)).into()
    }
    fn day(&self, _: f64) -> Rc<str> {
        "14 November 2023".into()
    }
    fn calendar(&self, day: &str) -> Rc<str> {
        day.replace("2027-03-31", "31 March 2027").into()
    }
    fn list(&self, items: &[Rc<str>]) -> Rc<str> {
        items.join(" and ").into()
    }
}

fn setting(unnamed: bool) -> Setting<'static> {
    Setting {
        formats: &English,
        direction: "ltr",
        now: NOW,
        unnamed,
    }
}

/// An open page with what a snapshot holds.
fn page_of(bank: &Value, snapshot: &Value) -> Page {
    let mut page = Page::open(bank, Config::default(), &Disk::default());
    page.send(Msg::Start(Mode::Full));
    page.send(Msg::Import(Snapshot::parse(&snapshot.to_string()).unwrap()));
    page
}

/// Every member of an assessment of the small bank that holds a text, with this text in all of them.
fn typed(text: &str) -> Value {
    json!({
        "format": 1, "bank": "small", "version": "1", "hash": "", "mode": "full",
        "answers": {"law": "some", "ticks": ["x", "y"], "port": "na", "team": "dk", "gone": text},
        "notes": {"law": text, "team": text, "gone": text}, "screen": "review", "indicator": "a.2",
        "name": text, "flagged": ["team", text], "who": {"law": text, "gone": text},
        "evidence": {"law": [{"text": text, "reference": text, "link": text, "date": text}]},
        "earlier": {"name": text, "saved": 1, "answers": {"law": "none", "gone": text}},
        "targets": {"name": text, "overall": 60},
        "plan": {"law": {"full": {"progress": "planned", "owner": text, "time": text, "deliverable": text}}},
        "later": {"text": text}})
}

/// A file, with or without what somebody typed.
fn made(model: &Model, kind: Kind, unnamed: bool) -> Vec<u8> {
    file(model, &setting(unnamed), kind).bytes
}

fn text(model: &Model, kind: Kind, unnamed: bool) -> String {
    String::from_utf8(made(model, kind, unnamed)).unwrap()
}

/// Texts that programs have broken on: those of the browser tests.
fn naughty() -> Vec<String> {
    let path = [
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/browser/naughty.mjs",
    ]
    .concat();
    let source = std::fs::read_to_string(path).unwrap();
    let mut texts = Vec::new();
    for line in source.lines().filter(|line| line.starts_with("  ")) {
        texts.extend(strings(line.trim()));
    }
    assert!(texts.len() > 150, "{}", texts.len());
    texts
}

/// The strings in a line of JavaScript, each in any of its quotes. Templates are left out, and halves
/// of pairs, which no text of ours can hold.
fn strings(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['"', '\'', '`']) {
        let quote = rest[at..].chars().next().unwrap();
        let (mut text, mut end, mut escaped) = (String::new(), None, false);
        for (n, c) in rest[at + 1..].char_indices() {
            if !escaped && c == quote {
                end = Some(at + 1 + n);
                break;
            }
            escaped = c == '\\' && !escaped;
            text.push(c);
        }
        let Some(end) = end else { break };
        rest = &rest[end + 1..];
        if quote != '`' {
            found.extend(unescaped(&text));
        }
    }
    found
}

fn unescaped(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next()? {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            'u' => {
                let rest: String = chars.clone().collect();
                let (digits, used) = match rest.strip_prefix('{') {
                    Some(rest) => (rest.split('}').next()?, rest.find('}')? + 2),
                    None => (rest.get(..4)?, 4),
                };
                out.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                for _ in 0..used {
                    chars.next();
                }
            }
            other => out.push(other),
        }
    }
    Some(out)
}
