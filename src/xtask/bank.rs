//! `cargo xtask bank`: what an author of banks needs.
//!
//! `bank check FILE [--json]` prints every finding, for a person or as JSON, and fails if there is an
//! error. `bank schema` writes the JSON Schema of the format beside the banks.

use anyhow::{bail, Context, Result};
use gca_engine::{BankSpec, Detail, Finding, Severity};
use std::path::Path;

/// Where the schema stands in the repository.
pub const SCHEMA: &str = "www/data/banks/bank.schema.json";

pub fn run(args: Vec<String>) -> Result<()> {
    let args: Vec<&str> = args.iter().map(|a| &**a).collect();
    match args.as_slice() {
        ["check", file] => check(Path::new(file), false),
        ["check", file, "--json"] | ["check", "--json", file] => check(Path::new(file), true),
        ["schema"] => schema(),
        ["readability"] => crate::readability::run(),
        ["translate", rest @ ..] => crate::translate::run(rest),
        _ => bail!("usage: cargo xtask bank check FILE [--json] | bank schema | bank readability | bank translate …"),
    }
}

fn check(file: &Path, as_json: bool) -> Result<()> {
    let name = file.display();
    // One byte more than is allowed tells that a file is too large, however large it is.
    let bytes = read(file).with_context(|| format!("cannot read {name}"))?;
    let (findings, size) = match BankSpec::parse(&bytes, Detail::Whole) {
        Ok(checked) => {
            let bank = checked.spec.bank()?;
            let size = [
                bank.areas().len(),
                bank.indicators().len(),
                bank.questions().len(),
            ];
            (checked.warnings, Some(size))
        }
        Err(error) => (error.findings().cloned().collect(), None),
    };
    let errors = findings
        .iter()
        .filter(|f| f.severity == Severity::Error)
        .count();
    if as_json {
        let report = serde_json::json!({
            "file": name.to_string(),
            "ok": errors == 0,
            "errors": errors,
            "warnings": findings.len() - errors,
            "findings": findings,
        });
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print(&findings);
        match size {
            Some([areas, indicators, questions]) => println!(
                "{name}: good, {areas} areas, {indicators} indicators, {questions} questions"
            ),
            None => println!("{name}: {errors} errors"),
        }
    }
    if errors > 0 {
        bail!("the bank cannot be used");
    }
    Ok(())
}

fn print(findings: &[Finding]) {
    for finding in findings {
        let word = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        println!("{word}: {finding}");
    }
}

fn read(file: &Path) -> Result<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let limit = gca_engine::MAX_BANK_BYTES as u64 + 1;
    std::fs::File::open(file)?
        .take(limit)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The schema as it stands in the repository.
pub fn schema_text() -> Result<String> {
    Ok(serde_json::to_string_pretty(&BankSpec::schema())? + "\n")
}

fn schema() -> Result<()> {
    std::fs::write(crate::workspace::root().join(SCHEMA), schema_text()?)
        .with_context(|| format!("cannot write {SCHEMA}"))?;
    println!("wrote {SCHEMA}");
    Ok(())
}
