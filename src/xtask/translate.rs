//! `cargo xtask bank translate`: texts to translators and back.
//!
//! `export LANG [po|xliff]` writes what is to be translated, with what is already, to `target/translate/`; `import FILE` takes a file
//! of either kind back; `report` says how complete each language is; `record LANG` notes that the texts as they stand are made from
//! the English as it is now.

mod exchange;

use crate::data::translation::{self, Finding, Record, Texts};
use crate::files;
use crate::workspace::{root, shown, target};
use anyhow::{bail, Context, Result};
use exchange::{po, xliff, Unit};
use std::path::{Path, PathBuf};

/// What has translations: the interface, and the bank that comes with it.
const OF: [&str; 2] = ["ui", BANK];
const BANK: &str = "gca-core";

pub fn run(args: &[&str]) -> Result<()> {
    match args {
        ["export", language] => export(language, "xliff"),
        ["export", language, kind] => export(language, kind),
        ["import", file] => import(Path::new(file)),
        ["record", language] => OF.iter().try_for_each(|of| record(of, language)),
        ["report"] => report(),
        _ => bail!("usage: cargo xtask bank translate export LANG [xliff|po] | import FILE | record LANG | report"),
    }
}

/// Where the texts of a translation are.
fn path(of: &str, language: &str) -> PathBuf {
    root().join(match of {
        "ui" => format!("www/data/ui/{language}.json"),
        bank => format!("www/data/texts/{bank}.{language}.json"),
    })
}

fn record_path(of: &str, language: &str) -> PathBuf {
    root().join(format!("www/data/records/{of}.{language}.json"))
}

/// The English that translations are of.
pub fn english(of: &str) -> Result<Texts> {
    match of {
        "ui" => translation::read(&files::read(&path("ui", "en"))?),
        bank => translation::english(&files::read(
            &root().join(format!("www/data/banks/{bank}.json")),
        )?),
    }
}

/// A translation; empty if there is none yet.
pub fn translated(of: &str, language: &str) -> Result<Texts> {
    let path = path(of, language);
    match path.exists() {
        true => translation::read(&files::read(&path)?).with_context(|| shown(&path)),
        false => Ok(Texts::new()),
    }
}

/// The record of a translation; empty if there is none yet.
pub fn record_of(of: &str, language: &str) -> Result<Record> {
    let path = record_path(of, language);
    match path.exists() {
        true => serde_json::from_slice(&files::read(&path)?).with_context(|| shown(&path)),
        false => Ok(Record::default()),
    }
}

/// The languages that have texts besides English.
pub fn languages() -> Result<Vec<String>> {
    let mut found = Vec::new();
    for file in files::below(&root().join("www/data/ui"))? {
        let name = file
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned());
        found.extend(name.filter(|name| name != "en"));
    }
    Ok(found)
}

fn export(language: &str, kind: &str) -> Result<()> {
    for of in OF {
        let (english, texts, record) = (
            english(of)?,
            translated(of, language)?,
            record_of(of, language)?,
        );
        let stale = record.stale(&english, &texts);
        let units = exchange::units(language, &english, &texts, &record, &stale);
        let written = match kind {
            "po" => po::write(of, language, &units),
            "xliff" => xliff::write(of, language, &units),
            other => bail!("there is no way to write {other}: it is xliff or po"),
        };
        let file = target().join(format!("translate/{of}.{language}.{kind}"));
        files::write(&file, written.as_bytes())?;
        println!("{}: {} texts", shown(&file), english.len());
    }
    Ok(())
}

fn import(file: &Path) -> Result<()> {
    let text = files::read_text(file)?;
    let (of, language, units) = match text.trim_start().starts_with('<') {
        true => xliff::read(&text),
        false => po::read(&text),
    }
    .with_context(|| shown(file))?;
    if !OF.contains(&&*of) {
        bail!("{of} is neither the interface nor a bank of ours");
    }
    let english = english(&of)?;
    let before = translated(&of, &language)?;
    let mut after = before.clone();
    for unit in &units {
        unit.put(&mut after);
    }
    let wrong: Vec<Finding> = translation::check(&language, &english, &after)
        .into_iter()
        .filter(|finding| !matches!(finding, Finding::Missing(_)))
        .collect();
    if !wrong.is_empty() {
        bail!("nothing was taken over: {wrong:#?}");
    }
    write(&of, &language, &after)?;
    note(&of, &language, &english, &before, &after, &units)?;
    warn(&of, &language, &english, &after);
    println!(
        "{of}.{language}: {} of {} texts",
        after.len(),
        english.len()
    );
    Ok(())
}

/// Says which texts may be too long on a narrow screen; a person decides.
fn warn(of: &str, language: &str, english: &Texts, texts: &Texts) {
    for long in translation::long(english, texts) {
        println!(
            "{of}.{language}: {} may be too long at 320 px: {}",
            long.key, long.why
        );
    }
}

fn record(of: &str, language: &str) -> Result<()> {
    let texts = translated(of, language)?;
    note(of, language, &english(of)?, &texts, &texts, &[])
}

fn note(
    of: &str,
    language: &str,
    english: &Texts,
    before: &Texts,
    after: &Texts,
    units: &[Unit],
) -> Result<()> {
    let mut record = record_of(of, language)?;
    record.note(english, before, after);
    for unit in units.iter().filter(|unit| unit.is_reviewed) {
        record.review(&unit.key);
    }
    write_json(&record_path(of, language), &serde_json::to_value(&record)?)
}

fn write(of: &str, language: &str, texts: &Texts) -> Result<()> {
    let texts = texts
        .iter()
        .map(|(key, text)| (key.clone(), text.to_json()));
    write_json(
        &path(of, language),
        &serde_json::Value::Object(texts.collect()),
    )
}

/// One text a line, so that a change is a line of its history.
fn write_json(path: &Path, value: &serde_json::Value) -> Result<()> {
    let mut lines = Vec::new();
    for (key, value) in value.as_object().into_iter().flatten() {
        lines.push(format!("{}: {value}", serde_json::Value::from(&**key)));
    }
    files::write(path, format!("{{\n{}\n}}\n", lines.join(",\n")).as_bytes())
}

fn report() -> Result<()> {
    println!(
        "{:<10}{:<10}{:>8}{:>10}{:>9}{:>8}{:>10}{:>6}",
        "of", "language", "texts", "missing", "changed", "wrong", "reviewed", "long"
    );
    for language in languages()? {
        for of in OF {
            let (english, texts, record) = (
                english(of)?,
                translated(of, &language)?,
                record_of(of, &language)?,
            );
            let findings = translation::check(&language, &english, &texts);
            let missing = findings
                .iter()
                .filter(|f| matches!(f, Finding::Missing(_)))
                .count();
            let stale = record.stale(&english, &texts).len();
            let wrong = findings.len() - missing;
            println!(
                "{of:<10}{language:<10}{:>8}{missing:>10}{stale:>9}{wrong:>8}{:>10}{:>6}",
                texts.len(),
                record.reviewed(),
                translation::long(&english, &texts).len()
            );
        }
    }
    println!();
    for language in languages()? {
        for of in OF {
            warn(of, &language, &english(of)?, &translated(of, &language)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
