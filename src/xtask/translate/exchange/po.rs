//! Gettext's PO: `msgctxt` is the key, `msgid` the English.
//!
//! Plural forms are units of their own, `key#few`, since the rules of PO and of CLDR differ.

use super::Unit;
use anyhow::{bail, Context, Result};

/// A file of units.
pub fn write(of: &str, language: &str, units: &[Unit]) -> String {
    let head = format!(
        "Project-Id-Version: {of}\nLanguage: {language}\nContent-Type: text/plain; charset=UTF-8\n"
    );
    let mut out = format!("msgid \"\"\nmsgstr {}\n", quoted(&head));
    for unit in units {
        out.push('\n');
        if unit.is_reviewed {
            out.push_str("#. reviewed\n");
        }
        if unit.is_stale {
            out.push_str("#, fuzzy\n");
        }
        let lines = [
            ("msgctxt", &unit.id()),
            ("msgid", &unit.source),
            ("msgstr", &unit.target),
        ];
        for (name, text) in lines {
            out.push_str(&format!("{name} {}\n", quoted(text)));
        }
    }
    out
}

/// What a file is of, its language and its units. A unit whose note says so was reviewed; one that is fuzzy says nothing.
///
/// # Errors
/// When a line is not PO, or the header does not say what it is.
pub fn read(text: &str) -> Result<(String, String, Vec<Unit>)> {
    let (mut units, mut head) = (Vec::new(), String::new());
    for block in text.replace("\r\n", "\n").split("\n\n") {
        let fields = fields(block)?;
        let field = |name: &str| {
            fields
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, text)| text.clone())
        };
        let Some(target) = field("msgstr") else {
            continue;
        };
        match field("msgctxt") {
            None => head = target,
            Some(id) => units.push(Unit {
                source: field("msgid").unwrap_or_default(),
                target: if block.contains("#, fuzzy") {
                    String::new()
                } else {
                    target
                },
                is_reviewed: block.lines().any(|line| line == "#. reviewed"),
                ..Unit::named(&id)
            }),
        }
    }
    let of = |name: &str| {
        head.lines()
            .find_map(|line| line.strip_prefix(name))
            .map(|text| text.trim().to_owned())
    };
    let what = of("Project-Id-Version:").context("the header names no Project-Id-Version")?;
    Ok((
        what,
        of("Language:").context("the header names no Language")?,
        units,
    ))
}

/// Name and text of every field of a block; a line that begins with a quote goes on with the one before.
fn fields(block: &str) -> Result<Vec<(String, String)>> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in block
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let Some((name, rest)) = line.split_once('"') else {
            bail!("this is not PO: {line}");
        };
        let text = rest
            .strip_suffix('"')
            .with_context(|| format!("this text does not end: {line}"))?;
        match (name.trim(), fields.last_mut()) {
            ("", Some(last)) => last.1.push_str(&plain(text)),
            (name, _) => fields.push((name.into(), plain(text))),
        }
    }
    Ok(fields)
}

fn quoted(text: &str) -> String {
    let text = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
        .replace('\t', "\\t");
    format!("\"{text}\"")
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next().map(|c| match c {
                'n' => '\n',
                't' => '\t',
                c => c,
            })),
            c => out.push(c),
        }
    }
    out
}
