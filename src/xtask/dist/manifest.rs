//! What says what is in dist: the npm manifest, the list of files with sizes and hashes, and the check sums.

use super::is_quick;
use crate::files;
use crate::workspace::VERSION;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Name of the list in dist.
pub const FILE_LIST: &str = "files.json";

/// One file of dist.
#[derive(Clone, Serialize, Deserialize)]
pub struct Listed {
    pub path: String,
    pub bytes: usize,
    /// Bytes under Brotli, quality 11.
    pub brotli: usize,
    /// Value for an `integrity` attribute.
    pub sri: String,
}

/// The content of [`FILE_LIST`].
#[derive(Serialize, Deserialize)]
pub struct FileList {
    pub version: String,
    pub files: Vec<Listed>,
}

impl FileList {
    /// Lists the files that lie in a folder; the list of the last run is there too, and its compressed sizes hold for same contents.
    pub fn of(contents: &BTreeMap<String, Vec<u8>>, folder: &Path) -> Result<Self> {
        let mut known: BTreeMap<String, usize> = files::read(&folder.join(FILE_LIST))
            .ok()
            .and_then(|list| serde_json::from_slice::<FileList>(&list).ok())
            .filter(|list| list.version == version())
            .map(|list| list.files.into_iter().map(|f| (f.sri, f.brotli)).collect())
            .unwrap_or_default();
        let hashed: Vec<(&String, usize, String)> = contents
            .iter()
            .map(|(path, content)| (path, content.len(), files::integrity(content)))
            .collect();
        let new = hashed.iter().filter(|(_, _, sri)| !known.contains_key(sri));
        let new: Vec<(PathBuf, &String)> =
            new.map(|(path, _, sri)| (folder.join(path), sri)).collect();
        let paths: Vec<PathBuf> = new.iter().map(|(path, _)| path.clone()).collect();
        let sizes = files::brotli_sizes(&paths)?;
        known.extend(new.iter().map(|(_, sri)| (*sri).clone()).zip(sizes));
        let listed = hashed.into_iter().map(|(path, bytes, sri)| {
            let brotli = *known.get(&sri).context("a file without a size")?;
            Ok(Listed {
                path: path.clone(),
                bytes,
                brotli,
                sri,
            })
        });
        Ok(FileList {
            version: version(),
            files: listed.collect::<Result<_>>()?,
        })
    }
}

/// The version, marked where a quick build compressed with little care: no other build may take over its sizes.
fn version() -> String {
    let mark = if is_quick() { "+quick" } else { "" };
    format!("{VERSION}{mark}")
}

/// The check sums of all files, as `sha256sum --check` reads them.
pub fn check_sums(contents: &BTreeMap<String, Vec<u8>>) -> String {
    contents
        .iter()
        .map(|(path, content)| format!("{}  {path}\n", files::sha256(content)))
        .collect()
}

/// The npm manifest: dist is also the package. In `exports` the order of the conditions counts: types come first.
pub fn package() -> String {
    PACKAGE.replace("{version}", VERSION)
}

const PACKAGE: &str = r#"{
  "name": "gca-assessment",
  "version": "{version}",
  "description": "National cybersecurity readiness self-assessment as a web component; answers never leave the browser.",
  "license": "(MIT OR Apache-2.0) AND CC-BY-4.0",
  "type": "module",
  "exports": {
    ".": { "types": "./gca-assessment.d.ts", "default": "./gca-assessment.js" },
    "./inline": { "types": "./gca-assessment.d.ts", "default": "./inline.js" },
    "./engine": { "types": "./engine.d.ts", "default": "./engine.js" },
    "./frame": { "types": "./gca-frame.d.ts", "default": "./gca-frame.js" },
    "./banks/*": "./banks/*",
    "./custom-elements.json": "./custom-elements.json",
    "./files.json": "./files.json",
    "./package.json": "./package.json"
  },
  "types": "./gca-assessment.d.ts",
  "customElements": "custom-elements.json",
  "sideEffects": ["./gca-assessment.js", "./gca-assessment.classic.js", "./inline.js", "./inline.classic.js", "./gca-frame.js", "./embed.js"],
  "files": ["*.js", "*.d.ts", "*.md", "*.json", "embed.html", "embed.css", "LICENSE-*", "SHA256SUMS", "assets", "banks", "recipes"],
  "keywords": ["custom-element", "web-component", "webassembly", "cybersecurity", "self-assessment", "questionnaire"]
}
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_npm_manifest_is_json_of_this_version() -> Result<()> {
        let package: serde_json::Value = serde_json::from_str(&package())?;
        let version = package.get("version").and_then(serde_json::Value::as_str);
        assert_eq!(version, Some(VERSION));
        Ok(())
    }

    #[test]
    fn sums_are_those_of_sha256sum() {
        let contents = BTreeMap::from([("a/b".to_string(), b"abc".to_vec())]);
        let hash = files::sha256(b"abc");
        assert_eq!(check_sums(&contents), format!("{hash}  a/b\n"));
    }
}
