//! Tables as a workbook of Office Open XML (ECMA-376): the least that all programs open without
//! asking to repair it. Texts are inline, numbers are numbers, no cell is ever a formula.

mod parts;
mod text;

use super::sheet::{Column, Sheet, Value};
use super::zip::zip;
use crate::json::number;
use text::{push, sheet_names};

/// A workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// Its tables, in order.
    pub sheets: Vec<Sheet>,
    /// Whether columns run from right to left.
    pub rtl: bool,
}

/// Cell formats, by their place in the styles part.
#[derive(Clone, Copy)]
enum Style {
    Head = 1,
    Text = 2,
    Points = 3,
    Whole = 4,
    Percent = 5,
    Exact = 6,
}

/// The file of a workbook.
pub fn xlsx(book: &Book) -> Vec<u8> {
    let names = sheet_names(&book.sheets);
    let part = |path: &str, text: String| (path.to_owned(), text.into_bytes());
    let mut files = vec![
        part("[Content_Types].xml", parts::types(names.len())),
        part("_rels/.rels", parts::ROOT.to_owned()),
        part("xl/workbook.xml", parts::workbook(&names)),
        part("xl/_rels/workbook.xml.rels", parts::links(names.len())),
        part("xl/styles.xml", parts::STYLES.to_owned()),
    ];
    for (at, sheet) in book.sheets.iter().enumerate() {
        let path = ["xl/worksheets/sheet", &(at + 1).to_string(), ".xml"].concat();
        files.push((path, worksheet(sheet, book.rtl, at == 0).into_bytes()));
    }
    zip(&files)
}

/// One sheet: the head stays in view, and a page is as wide as the paper.
fn worksheet(sheet: &Sheet, rtl: bool, is_first: bool) -> String {
    let mut out = String::from(parts::HEAD);
    out.push_str(parts::SHEET_START);
    if rtl {
        out.push_str(" rightToLeft=\"1\"");
    }
    if is_first {
        out.push_str(" tabSelected=\"1\"");
    }
    out.push_str(parts::SHEET_PANE);
    columns(&mut out, &sheet.columns);
    out.push_str("<sheetData>");
    let heads = sheet.columns.iter();
    let heads = heads.map(|column| Value::Text(column.title.clone()));
    row(&mut out, 1, &heads.collect::<Vec<_>>());
    for (at, values) in sheet.rows.iter().enumerate() {
        row(&mut out, at + 2, values);
    }
    out.push_str("</sheetData>");
    out.push_str(parts::SHEET_END);
    out
}

fn columns(out: &mut String, columns: &[Column]) {
    out.push_str("<cols>");
    for (at, column) in columns.iter().enumerate() {
        let n = (at + 1).to_string();
        let width = column.width.to_string();
        for piece in [
            "<col min=\"",
            &n,
            "\" max=\"",
            &n,
            "\" width=\"",
            &width,
            "\" customWidth=\"1\"/>",
        ] {
            out.push_str(piece);
        }
    }
    out.push_str("</cols>");
}

fn row(out: &mut String, n: usize, values: &[Value]) {
    let n = n.to_string();
    out.push_str("<row r=\"");
    out.push_str(&n);
    out.push_str("\">");
    for (at, value) in values.iter().enumerate() {
        let place = [&*column_name(at), &*n].concat();
        cell(out, &place, n == "1", value);
    }
    out.push_str("</row>");
}

fn cell(out: &mut String, place: &str, is_head: bool, value: &Value) {
    let (style, digits) = match value {
        Value::Empty => return,
        Value::Text(text) => {
            let style = if is_head { Style::Head } else { Style::Text };
            open(out, place, style, " t=\"inlineStr\"");
            out.push_str("<is><t xml:space=\"preserve\">");
            push(out, text);
            out.push_str("</t></is></c>");
            return;
        }
        Value::Whole(n) => (Style::Whole, n.to_string()),
        Value::Points(x) => (Style::Points, number(*x)),
        Value::Exact(x) => (Style::Exact, number(*x)),
        Value::Percent(x) => (Style::Percent, number(*x)),
    };
    open(out, place, style, "");
    out.push_str("<v>");
    out.push_str(&digits);
    out.push_str("</v></c>");
}

fn open(out: &mut String, place: &str, style: Style, kind: &str) {
    let style = (style as u8).to_string();
    for piece in ["<c r=\"", place, "\" s=\"", &style, "\"", kind, ">"] {
        out.push_str(piece);
    }
}

/// Name of a column: A to Z, then AA and so on.
fn column_name(at: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    match at {
        0..=25 => letter(at).to_string(),
        _ => [letter(at / 26 - 1), letter(at)].iter().collect(),
    }
}
