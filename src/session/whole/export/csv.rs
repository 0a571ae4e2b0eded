//! Tables as RFC 4180 has them, for programs that read tables.

use super::sheet::{Sheet, Value};
use crate::json::number;
use crate::marks::plain;

/// The text of a table, with a mark at the start by which spreadsheets know that it is UTF-8.
///
/// A spreadsheet takes a cell that begins like a formula for one, and runs it: whatever somebody typed
/// that begins so gets an apostrophe in front.
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::from('\u{feff}');
    for (at, column) in sheet.columns.iter().enumerate() {
        push(&mut out, at, &column.title);
    }
    out.push_str("\r\n");
    for row in &sheet.rows {
        for (at, value) in row.iter().enumerate() {
            match value {
                Value::Text(text) => push(&mut out, at, text),
                value => push_number(&mut out, at, value),
            }
        }
        out.push_str("\r\n");
    }
    out
}

fn push_number(out: &mut String, at: usize, value: &Value) {
    if at > 0 {
        out.push(',');
    }
    match value {
        Value::Whole(n) => out.push_str(&n.to_string()),
        Value::Points(x) | Value::Exact(x) | Value::Percent(x) if x.is_finite() => {
            out.push_str(number(*x).trim_end_matches(".0"));
        }
        _ => {}
    }
}

fn push(out: &mut String, at: usize, text: &str) {
    let text = &*plain(text);
    if at > 0 {
        out.push(',');
    }
    let is_quoted = text.contains(['"', ',', '\r', '\n'])
        || text.starts_with(char::is_whitespace)
        || text.ends_with(char::is_whitespace);
    if is_quoted {
        out.push('"');
    }
    if is_formula(text) {
        out.push('\'');
    }
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '"' => out.push_str("\"\""),
            '\r' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    if is_quoted {
        out.push('"');
    }
}

/// Whether a spreadsheet could take a text for a formula. Signs that nobody sees are passed over, and
/// the wide forms of East Asian scripts count (OWASP, "CSV Injection").
fn is_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || c == '\u{feff}'
            || ('\u{200b}'..='\u{200f}').contains(&c)
    };
    text.trim_start_matches(unseen)
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '|', '%'])
}
