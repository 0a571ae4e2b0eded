//! The workbook, taken apart by a reader of its own: archive, parts, cells.

use crate::support::small;
use crate::{made, naughty, page_of, typed};
use gca_session::whole::export::{crc32, xlsx, Book, Column, Kind, Sheet, Value};
use std::collections::BTreeMap;

fn number(bytes: &[u8], at: usize, width: usize) -> usize {
    let digits = bytes[at..at + width].iter().rev();
    digits.fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

/// The files of an archive by the directory at its end; heads, sizes and checksums must agree.
fn unzip(bytes: &[u8]) -> BTreeMap<String, String> {
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let (count, size, start) = (
        number(bytes, end + 10, 2),
        number(bytes, end + 12, 4),
        number(bytes, end + 16, 4),
    );
    assert_eq!(start + size, end, "the directory ends where the end begins");
    let (mut at, mut expected, mut files) = (start, 0, BTreeMap::new());
    for _ in 0..count {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let (sum, packed, length) = (
            number(bytes, at + 16, 4),
            number(bytes, at + 20, 4),
            number(bytes, at + 24, 4),
        );
        let (name_length, place) = (number(bytes, at + 28, 2), number(bytes, at + 42, 4));
        assert_eq!((number(bytes, at + 10, 2), packed), (0, length), "stored");
        assert_eq!(
            (number(bytes, at + 30, 2), number(bytes, at + 32, 2)),
            (0, 0)
        );
        let name = &bytes[at + 46..at + 46 + name_length];
        assert_eq!(place, expected, "files follow each other");
        assert_eq!(&bytes[place..place + 4], b"PK\x03\x04");
        assert_eq!(
            bytes[place + 4..place + 30],
            bytes[at + 6..at + 32],
            "both heads agree"
        );
        assert_eq!(&bytes[place + 30..place + 30 + name_length], name);
        let from = place + 30 + name_length;
        let content = &bytes[from..from + length];
        assert_eq!(crc32(content) as usize, sum);
        expected = from + length;
        at += 46 + name_length;
        let twice = files.insert(
            String::from_utf8(name.to_vec()).unwrap(),
            String::from_utf8(content.to_vec()).unwrap(),
        );
        assert!(twice.is_none());
    }
    assert_eq!((at, expected), (end, start));
    files
}

/// Elements with attributes and the text before the next tag, in order; fails at XML that is not well formed.
fn parse(xml: &str) -> Vec<(String, BTreeMap<String, String>, String)> {
    let body = xml
        .strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        .unwrap();
    let (mut open, mut found, mut rest) = (Vec::new(), Vec::new(), body);
    while let Some(tail) = rest.strip_prefix('<') {
        let (tag, tail) = tail.split_once('>').unwrap();
        let (text, next) = tail.split_at(tail.find('<').unwrap_or(tail.len()));
        let text = plain(text);
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
        } else {
            let inner = tag.trim_end_matches('/');
            let (name, attributes) = inner.split_once(' ').unwrap_or((inner, ""));
            let mut pairs = BTreeMap::new();
            let mut left = attributes;
            while let Some((key, value)) = left.split_once("=\"") {
                let (value, after) = value.split_once('"').unwrap();
                assert!(pairs.insert(key.trim().to_owned(), plain(value)).is_none());
                left = after;
            }
            assert!(left.trim().is_empty(), "{tag}");
            if !tag.ends_with('/') {
                open.push(name.to_owned());
            }
            found.push((name.to_owned(), pairs, text));
        }
        rest = next;
    }
    assert!(open.is_empty() && rest.is_empty());
    found
}

/// A text without references; fails at what XML 1.0 cannot hold.
fn plain(text: &str) -> String {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(is_allowed), "{text:?}");
    for part in text.split('&').skip(1) {
        assert!(
            ["amp;", "lt;", "gt;", "quot;"]
                .iter()
                .any(|name| part.starts_with(name)),
            "{text}"
        );
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// A cell's text as a program shows it (ECMA-376, 22.9.2.19).
fn shown(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let digits = rest
            .strip_prefix("_x")
            .and_then(|r| r.get(..4))
            .filter(|_| rest.get(6..7) == Some("_"));
        match digits
            .and_then(|d| u32::from_str_radix(d, 16).ok())
            .and_then(char::from_u32)
        {
            Some(c) => {
                out.push(c);
                rest = &rest[7..];
            }
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

#[test]
fn parts_refer_to_each_other_and_are_well_formed() {
    let page = page_of(&small(), &typed("Kenya & Chad"));
    let files = unzip(&made(&page.model, Kind::Xlsx, false));
    let types = parse(&files["[Content_Types].xml"]);
    for (name, attributes, _) in &types {
        if name == "Override" {
            assert!(files.contains_key(attributes["PartName"].trim_start_matches('/')));
        }
    }
    let links = parse(&files["xl/_rels/workbook.xml.rels"]);
    let links: BTreeMap<&str, &str> = links
        .iter()
        .skip(1)
        .map(|(_, a, _)| (&*a["Id"], &*a["Target"]))
        .collect();
    let sheets = parse(&files["xl/workbook.xml"]);
    let sheets: Vec<_> = sheets.iter().filter(|(name, ..)| name == "sheet").collect();
    let names: Vec<&str> = sheets.iter().map(|(_, a, _)| &*a["name"]).collect();
    assert_eq!(
        names,
        ["About", "All answers", "Scores", "Next steps", "Notes"]
    );
    for (_, attributes, _) in sheets {
        let path = ["xl/", links[&*attributes["r:id"]]].concat();
        let cells = parse(&files[&path]);
        let order: Vec<&str> = cells.iter().map(|(name, ..)| &**name).collect();
        let place = |name| order.iter().position(|one| *one == name).unwrap();
        let parts = [
            "sheetPr",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "pageMargins",
            "pageSetup",
        ];
        let places: Vec<usize> = parts.map(place).to_vec();
        assert!(places.is_sorted(), "{places:?}");
        assert!(cells
            .iter()
            .any(|(name, a, _)| name == "pane" && a["state"] == "frozen"));
        assert!(!order.contains(&"f"), "no formula");
    }
    let formats = parse(&files["xl/styles.xml"]);
    let counted = [
        "numFmts",
        "fonts",
        "fills",
        "borders",
        "cellStyleXfs",
        "cellXfs",
    ];
    let children = ["numFmt", "font", "fill", "border"];
    for (list, child) in counted.iter().zip(children) {
        let count = formats.iter().find(|(name, ..)| name == list).unwrap();
        let found = formats.iter().filter(|(name, ..)| name == child).count();
        assert_eq!(count.1["count"], found.to_string(), "{list}");
    }
    assert_eq!(
        formats.iter().filter(|(name, ..)| name == "xf").count(),
        1 + 7
    );
}

#[test]
fn every_text_comes_back_as_text() {
    let texts = naughty();
    let sheet = Sheet {
        name: "a/b:c [d] *?\\ and a name that is far too long for a sheet".into(),
        columns: vec![Column {
            title: "t".into(),
            width: 9,
        }],
        rows: texts
            .iter()
            .map(|text| vec![Value::Text(text.as_str().into())])
            .collect(),
    };
    let book = Book {
        sheets: vec![sheet.clone(), sheet],
        rtl: true,
    };
    let files = unzip(&xlsx(&book));
    let cells = parse(&files["xl/worksheets/sheet1.xml"]);
    let found = cells.iter().filter(|(name, ..)| name == "t").skip(1);
    let found: Vec<String> = found.map(|(_, _, text)| shown(text)).collect();
    let expected: Vec<String> = texts
        .iter()
        .map(|text| text.replace("\r\n", "\n").replace('\r', "\n"))
        .collect();
    assert_eq!(found, expected);
    assert!(cells
        .iter()
        .any(|(name, a, _)| name == "sheetView" && a.get("rightToLeft").is_some()));
    let names: Vec<_> = parse(&files["xl/workbook.xml"])
        .into_iter()
        .filter(|(name, ..)| name == "sheet")
        .collect();
    assert_eq!(names[1].1["name"], "2", "no name twice");
    assert!(names[0].1["name"].len() <= 31 && !names[0].1["name"].contains(['/', ':', '[', '*']));
}

#[test]
fn numbers_are_numbers() {
    let values = vec![
        Value::Whole(7),
        Value::Points(39.5),
        Value::Percent(0.99),
        Value::Exact(0.125),
        Value::Empty,
    ];
    let columns = (0..28).map(|_| Column {
        title: "t".into(),
        width: 9,
    });
    let sheet = Sheet {
        name: "t".into(),
        columns: columns.collect(),
        rows: vec![values],
    };
    let files = unzip(&xlsx(&Book {
        sheets: vec![sheet],
        rtl: false,
    }));
    let cells = parse(&files["xl/worksheets/sheet1.xml"]);
    let numbers: Vec<&str> = cells
        .iter()
        .filter(|(name, ..)| name == "v")
        .map(|(_, _, text)| &**text)
        .collect();
    assert_eq!(numbers, ["7", "39.5", "0.99", "0.125"]);
    let places: Vec<&str> = cells
        .iter()
        .filter(|(name, ..)| name == "c")
        .map(|(_, a, _)| &*a["r"])
        .collect();
    assert_eq!(places[25..], ["Z1", "AA1", "AB1", "A2", "B2", "C2", "D2"]);
}
