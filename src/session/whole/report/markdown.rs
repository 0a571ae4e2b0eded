//! The report as Markdown (CommonMark with tables), to go on writing with.

use super::{Asked, Block, Cell, Entry, Report, Signs, Table};
use crate::details::{safe_link, Evidence};
use crate::marks::plain;

/// The text of the file.
pub fn markdown(report: &Report) -> String {
    let mut out = String::with_capacity(32 * 1024);
    line(&mut out, &["# ", &escape(&report.title)]);
    if !report.name.is_empty() {
        line(&mut out, &["**", &one_line(&report.name), "**"]);
    }
    for badge in &report.badges {
        line(&mut out, &["> **", &one_line(badge), "**"]);
    }
    let facts = report.facts.iter();
    let facts = facts
        .map(|(label, value)| [&*one_line(label), &*report.signs.colon, &one_line(value)].concat());
    list(&mut out, facts);
    for section in &report.sections {
        line(&mut out, &["## ", &one_line(&section.title)]);
        for block in &section.blocks {
            write(&mut out, block, &report.signs);
        }
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn write(out: &mut String, block: &Block, signs: &Signs) {
    match block {
        Block::Score(score) => {
            let (of, place) = (one_line(&score.of), one_line(&score.place));
            let number = [&*one_line(&score.score), "** ", &of].concat();
            line(out, &[&one_line(&score.label), &signs.colon, "**", &number]);
            let place = signs.aside(&place);
            line(out, &["**", &one_line(&score.stage), "** ", &place]);
        }
        Block::Text(text) | Block::Quiet(text) => line(out, &[&one_line(text)]),
        Block::Points(points) => list(out, points.iter().map(|point| one_line(point))),
        Block::Table(table) => write_table(out, table, signs),
        // Its table says the same.
        Block::Figure(_) => {}
        Block::Heading(text) => line(out, &["### ", &one_line(text)]),
        Block::Answers(entries) => {
            for entry in entries {
                write_entry(out, entry, signs);
            }
            out.push('\n');
        }
        Block::Signatures(lines) => {
            for text in lines {
                line(out, &[&one_line(text), BLANK]);
            }
        }
        Block::Asked(questions) => {
            for asked in questions {
                write_asked(out, asked);
            }
        }
    }
}

/// A line to write on.
const BLANK: &str = ": \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

fn write_asked(out: &mut String, asked: &Asked) {
    let head = [&*one_line(&asked.number), "** ", &one_line(&asked.question)].concat();
    line(out, &["**", &head]);
    if !asked.how.is_empty() {
        line(out, &[&one_line(&asked.how)]);
    }
    let options = asked.options.iter();
    list(
        out,
        options.map(|(mark, label)| ["**", &*one_line(mark), "** ", &one_line(label)].concat()),
    );
    line(out, &[&one_line(&asked.note), BLANK]);
}

/// A paragraph.
#[inline(never)]
fn line(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
    out.push_str("\n\n");
}

fn list(out: &mut String, items: impl Iterator<Item = String>) {
    for item in items {
        out.push_str("- ");
        out.push_str(&item);
        out.push('\n');
    }
    out.push('\n');
}

fn write_table(out: &mut String, table: &Table, signs: &Signs) {
    for (head, _) in &table.columns {
        out.push_str("| ");
        out.push_str(&one_line(head));
        out.push(' ');
    }
    out.push_str("|\n");
    for (_, is_number) in &table.columns {
        out.push_str(if *is_number { "| ---: " } else { "| --- " });
    }
    out.push_str("|\n");
    for (n, row) in table.rows.iter().enumerate() {
        let strong = if table.sums.contains(&n) { "**" } else { "" };
        for Cell(text, small) in row {
            for part in ["| ", strong, &*one_line(text), strong] {
                out.push_str(part);
            }
            if !small.is_empty() {
                out.push(' ');
                out.push_str(&signs.aside(&one_line(small)));
            }
            out.push(' ');
        }
        out.push_str("|\n");
    }
    out.push('\n');
}

fn write_entry(out: &mut String, entry: &Entry, signs: &Signs) {
    let head = [&*one_line(&entry.number), "** ", &one_line(&entry.question)].concat();
    out.push_str("- **");
    out.push_str(&head);
    out.push_str("\n  - ");
    out.push_str(&match entry.open {
        true => ["*", &*one_line(&entry.answer), "*"].concat(),
        false => one_line(&entry.answer),
    });
    out.push('\n');
    for (label, text) in &entry.typed {
        out.push_str("  - ");
        out.push_str(&one_line(label));
        out.push_str(&signs.colon);
        out.push_str(&lines(text, "    "));
        out.push('\n');
    }
    for evidence in &entry.evidence {
        out.push_str("  - ");
        out.push_str(&evidence_line(evidence, signs));
        out.push('\n');
    }
}

fn evidence_line(evidence: &Evidence, signs: &Signs) -> String {
    let mut parts: Vec<String> = Entry::parts(evidence).map(|part| one_line(part)).collect();
    match safe_link(&evidence.link) {
        // An address that is safe has neither spaces nor angle brackets.
        Some(address) => parts.push(["<", address, ">"].concat()),
        None if evidence.link.is_empty() => {}
        None => parts.push(one_line(&evidence.link)),
    }
    parts.join(&signs.comma)
}

/// A text in one line.
#[inline(never)]
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(is_break).map(str::trim).collect();
    let words: Vec<&str> = words.into_iter().filter(|part| !part.is_empty()).collect();
    escape(&words.join(" "))
}

/// A text in several lines that all belong to the item that it stands in.
fn lines(text: &str, indent: &str) -> String {
    let lines = text.split(is_break).map(str::trim);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).map(escape).collect();
    lines.join(&["\\\n", indent].concat())
}

fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// A line in which nothing is markup. What can begin a block is escaped at the start, what can be
/// markup inside a line everywhere.
fn escape(line: &str) -> String {
    let line = &*plain(line);
    let mut out = String::with_capacity(line.len() + 8);
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    for (at, c) in line.chars().enumerate() {
        let is_inside = matches!(
            c,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '&'
                | '#'
                | '|'
                | '~'
                | '$'
                | '{'
                | '}'
                | '!'
        );
        let is_apart =
            || !matches!(line.chars().nth(at + 1), Some(next) if next != ' ' && next != '\t');
        let begins_block = match c {
            '-' | '=' | ':' => at == 0,
            '+' => at == 0 && is_apart(),
            '.' | ')' => at > 0 && at == digits && is_apart(),
            _ => false,
        };
        if is_inside || begins_block {
            out.push('\\');
        }
        match c {
            '\t' => out.push(' '),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escape, lines, one_line};

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (text, written) in [
            ("plain words, 3.5 (and 2)", "plain words, 3.5 (and 2)"),
            ("- item", "\\- item"),
            ("1. first", "1\\. first"),
            ("12) twelfth", "12\\) twelfth"),
            ("12)", "12\\)"),
            ("2.4.1 Ports", "2.4.1 Ports"),
            ("+ item", "\\+ item"),
            ("+25.0", "+25.0"),
            ("---", "\\---"),
            ("===", "\\==="),
            ("a - b", "a - b"),
            ("# head", "\\# head"),
            ("> quote", "\\> quote"),
            ("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"),
            ("[a](javascript:b)", "\\[a\\](javascript:b)"),
            ("![a](b)", "\\!\\[a\\](b)"),
            ("<script>", "\\<script\\>"),
            ("&lt;", "\\&lt;"),
            ("a | b", "a \\| b"),
            ("a\\b", "a\\\\b"),
            ("a\tb\u{0}", "a b\u{fffd}"),
        ] {
            assert_eq!(escape(text), written);
        }
    }

    #[test]
    fn a_text_of_several_lines_stays_in_its_item() {
        assert_eq!(one_line(" a\r\n\n- b\u{2028}c "), "a - b c");
        assert_eq!(lines("a\n\n- b\r\n1. c", "  "), "a\\\n  \\- b\\\n  1\\. c");
    }
}
