//! Texts in a workbook.

use super::super::sheet::Sheet;
use crate::marks::plain;

/// Longest text of a cell, in units of UTF-16.
const MAX_CELL: usize = 32_767;
/// Longest name of a sheet, in units of UTF-16.
const MAX_NAME: usize = 31;

/// Writes a text of a cell. What XML cannot hold is written as `_x0000_`, as ECMA-376 has it
/// (22.9.2.19); a text that looks like that already is written so that it comes back.
pub(super) fn push(out: &mut String, text: &str) {
    let text = plain(text).replace("\r\n", "\n");
    let mut units = 0;
    let mut rest = &*text;
    while let Some(c) = rest.chars().next() {
        let start = out.len();
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if is_escape(rest) => out.push_str("_x005F_"),
            '\n' | '\t' => out.push(c),
            '\r' => out.push('\n'),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push_str(&escape(c)),
            c => out.push(c),
        }
        // A cell counts an escape by its own letters.
        units += match out.get(start..) {
            Some(written) if written.starts_with("_x") => 7,
            _ => c.len_utf16(),
        };
        if units > MAX_CELL {
            out.truncate(start);
            return;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
}

/// Whether a text begins like an escape: `_x`, four hexadecimal digits, `_`.
fn is_escape(text: &str) -> bool {
    let Some(digits) = text
        .strip_prefix("_x")
        .and_then(|rest| rest.as_bytes().get(..5))
    else {
        return false;
    };
    matches!(digits, [digits @ .., b'_'] if digits.iter().all(u8::is_ascii_hexdigit))
}

fn escape(c: char) -> String {
    let code = u32::from(c);
    let digits = [12, 8, 4, 0].map(|shift| code >> shift & 15);
    let mut out = String::from("_x");
    let digits = digits.iter().filter_map(|d| char::from_digit(*d, 16));
    out.extend(digits.map(|d| d.to_ascii_uppercase()));
    out.push('_');
    out
}

/// Names of sheets as programs take them: short, without some signs, none twice.
pub(super) fn sheet_names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let mut name = String::new();
        for c in plain(&sheet.name).trim_matches(['\'', ' ']).chars() {
            let is_refused = c.is_control() || "[]:*?/\\".contains(c);
            let c = if is_refused { ' ' } else { c };
            if name.encode_utf16().count() + c.len_utf16() > MAX_NAME {
                break;
            }
            name.push(c);
        }
        let is_taken = |other: &String| other.to_lowercase() == name.to_lowercase();
        if name.trim().is_empty() || names.iter().any(is_taken) {
            name = (at + 1).to_string();
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::push;

    #[test]
    fn texts_are_escaped_for_xml_and_for_cells() {
        for (text, written) in [
            ("a & <b> \"c\"", "a &amp; &lt;b&gt; &quot;c&quot;"),
            ("a\r\nb\rc\td", "a\nb\nc\td"),
            ("\u{0}\u{1f}\u{ffff}", "_x0000__x001F__xFFFF_"),
            ("_x000D_ _x00g0_ _x000D", "_x005F_x000D_ _x00g0_ _x000D"),
            ("=1+1", "=1+1"),
            ("\u{10ffff}\u{7f}", "\u{10ffff}\u{7f}"),
        ] {
            let mut out = String::new();
            push(&mut out, text);
            assert_eq!(out, written);
        }
    }

    #[test]
    fn a_cell_ends_at_its_longest() {
        let mut out = String::new();
        push(&mut out, &"\u{1f600}".repeat(20_000));
        assert_eq!(out.encode_utf16().count(), 32_766);
    }
}
