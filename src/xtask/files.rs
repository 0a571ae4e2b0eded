//! Reading, writing and hashing files, with the path in every error.

use crate::workspace::run_quiet;
use anyhow::{bail, Context, Result};
use base64::Engine;
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The content of a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("can not read {}", path.display()))
}

/// The content of a text file.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("can not read {}", path.display()))
}

/// Writes a file and its folders, unless it has this content already.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("can not make {}", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("can not write {}", path.display()))
}

/// Every file below a folder, sorted, never through symbolic links; nothing when the folder does not exist.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else {
            continue;
        };
        for entry in entries {
            let entry = entry.with_context(|| format!("can not list {}", next.display()))?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                open.push(entry.path());
            } else if kind.is_file() {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// SHA-256 in lower-case hex.
pub fn sha256(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// The value of an `integrity` attribute.
pub fn integrity(content: &[u8]) -> String {
    let digest = Sha384::digest(content);
    format!(
        "sha384-{}",
        base64::engine::general_purpose::STANDARD.encode(digest)
    )
}

/// The same with SHA-256, a third shorter: for the table inside the script, where each byte comes before the first question.
pub fn short_integrity(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    format!(
        "sha256-{}",
        base64::engine::general_purpose::STANDARD.encode(digest)
    )
}

/// Bytes on the wire of each file with the best Brotli setting that static hosts use: quality 11, window 2^22.
///
/// Node carries the reference encoder; a Rust one would be compiled without optimisation here and take a quarter of a minute.
pub fn brotli_sizes(paths: &[PathBuf]) -> Result<Vec<usize>> {
    const SCRIPT: &str = r#"
        const { readFileSync } = require("node:fs");
        const { brotliCompressSync, constants } = require("node:zlib");
        for (const path of process.argv.slice(1)) {
          const content = readFileSync(path);
          const params = {
            [constants.BROTLI_PARAM_QUALITY]: process.env.GCA_QUICK === "1" ? 1 : 11,
            [constants.BROTLI_PARAM_LGWIN]: 22,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          };
          console.log(brotliCompressSync(content, { params }).length);
        }"#;
    let mut command = Command::new("node");
    command.args(["--eval", SCRIPT, "--"]).args(paths);
    let sizes = run_quiet(&mut command)?;
    let sizes: Vec<usize> = sizes.lines().filter_map(|line| line.parse().ok()).collect();
    if sizes.len() != paths.len() {
        bail!("node told {} sizes of {} files", sizes.len(), paths.len());
    }
    Ok(sizes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_standards() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(
            short_integrity(b"abc"),
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        );
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn brotli_makes_repetition_small() -> Result<()> {
        let path = std::env::temp_dir().join(format!("gca-brotli-{}", std::process::id()));
        write(&path, &[b'a'; 10_000])?;
        let sizes = brotli_sizes(&[path.clone(), path.clone()])?;
        fs::remove_file(&path)?;
        assert!(matches!(sizes.as_slice(), [1..=40, 1..=40]), "{sizes:?}");
        Ok(())
    }
}
