//! The size budgets, and the table that shows how they are kept.

use super::manifest::FileList;
use anyhow::{bail, Context, Result};

/// The wasm module under Brotli.
const WASM_BUDGET: usize = 100 * 1024;
/// All that comes over the wire before the first question, under Brotli.
const FIRST_QUESTION_BUDGET: usize = 130 * 1024;

/// Prints the sizes of what stands before the first question, and of the rest.
///
/// # Errors
/// When a budget is passed.
pub fn check(list: &FileList, wasm: &str, first_question: &[&str]) -> Result<()> {
    println!("\n  {:<42}{:>10}{:>10}", "", "bytes", "brotli");
    let mut rest = 0;
    for file in &list.files {
        if first_question.contains(&file.path.as_str()) {
            println!("  {:<42}{:>10}{:>10}", file.path, file.bytes, file.brotli);
        } else {
            rest += file.brotli;
        }
    }
    let sum = first_question
        .iter()
        .map(|path| brotli_of(list, path))
        .sum::<Result<usize>>()?;
    println!("  {:<42}{:>10}{sum:>10}", "before the first question", "");
    println!("  {:<42}{:>10}{rest:>10}\n", "everything else", "");
    within("the wasm module", brotli_of(list, wasm)?, WASM_BUDGET)?;
    within("all before the first question", sum, FIRST_QUESTION_BUDGET)
}

fn brotli_of(list: &FileList, path: &str) -> Result<usize> {
    let file = list.files.iter().find(|file| file.path == path);
    Ok(file
        .with_context(|| format!("{path} is not in dist"))?
        .brotli)
}

fn within(what: &str, size: usize, budget: usize) -> Result<()> {
    if size > budget {
        bail!("{what} is {size} bytes under Brotli, over the budget of {budget}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::manifest::Listed;

    fn list(sizes: &[(&str, usize)]) -> FileList {
        let files = sizes.iter().map(|(path, brotli)| Listed {
            path: (*path).to_string(),
            bytes: brotli * 3,
            brotli: *brotli,
            sri: String::new(),
        });
        FileList {
            version: String::new(),
            files: files.collect(),
        }
    }

    #[test]
    fn a_budget_is_kept_up_to_its_last_byte() {
        let kept = list(&[("w", WASM_BUDGET), ("j", 30 * 1024), ("later", 999_999)]);
        assert!(check(&kept, "w", &["w", "j"]).is_ok());
    }

    #[test]
    fn a_passed_budget_is_an_error() {
        let heavy_wasm = list(&[("w", WASM_BUDGET + 1)]);
        assert!(check(&heavy_wasm, "w", &["w"]).is_err());
        let heavy_sum = list(&[("w", WASM_BUDGET), ("j", 30 * 1024 + 1)]);
        assert!(check(&heavy_sum, "w", &["w", "j"]).is_err());
        assert!(check(&heavy_sum, "w", &["w", "gone"]).is_err());
    }
}
