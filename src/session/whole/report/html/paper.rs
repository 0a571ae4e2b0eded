//! The paper that a report is printed on.

use super::super::Report;
use crate::marks::plain;

/// The size of the paper, and what stands at the top of each printed page.
pub fn paper(report: &Report) -> String {
    let (start, end) = match &*report.direction {
        "rtl" => ("right", "left"),
        _ => ("left", "right"),
    };
    let font = "font: 8pt system-ui, sans-serif; color: #4a5965";
    [
        "\n@page { size: A4; margin: 16mm; @top-",
        start,
        " { content: \"",
        &css_string(&report.running),
        "\"; ",
        font,
        " } @top-",
        end,
        " { content: counter(page) \" / \" counter(pages); ",
        font,
        " } }",
    ]
    .concat()
}

/// A text inside the quotes of a style sheet that stands in a page or by itself.
fn css_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' | '\'' | '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {
                out.push_str(&escape(c));
            }
            c => out.push(c),
        }
    }
    out
}

/// A character as an escape of style sheets, such as `\3c `.
fn escape(c: char) -> String {
    let code = match c {
        '\0' => 0xfffd,
        c => u32::from(c),
    };
    let digits = [12, 8, 4, 0].map(|shift| code >> shift & 15);
    let mut out = String::from("\\");
    out.extend(digits.iter().filter_map(|d| char::from_digit(*d, 16)));
    out.push(' ');
    out
}
