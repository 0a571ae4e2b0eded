//! What says what is in dist: the npm manifest, the list of files with sizes and hashes, and the check sums.

use crate::files;
use crate::workspace::VERSION;
use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::{json, Value};
use std::collections::BTreeMap;
use std::path::Path;

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

/// The content of `files.json`.
#[derive(Serialize, Deserialize)]
pub struct FileList {
    pub version: String,
    pub files: Vec<Listed>,
}

impl FileList {
    /// Lists files with their sizes; `earlier` is the list of the last run, whose compressed sizes are taken over for same contents.
    pub fn of(contents: &BTreeMap<String, Vec<u8>>, earlier: &Path) -> Result<Self> {
        let known: BTreeMap<String, usize> = files::read(earlier)
            .ok()
            .and_then(|list| serde_json::from_slice::<FileList>(&list).ok())
            .map(|list| list.files.into_iter().map(|f| (f.sri, f.brotli)).collect())
            .unwrap_or_default();
        let mut listed = Vec::new();
        for (path, content) in contents {
            let sri = files::integrity(content);
            let brotli = match known.get(&sri) {
                Some(size) => *size,
                None => files::brotli_size(content)?,
            };
            listed.push(Listed {
                path: path.clone(),
                bytes: content.len(),
                brotli,
                sri,
            });
        }
        Ok(FileList {
            version: VERSION.to_string(),
            files: listed,
        })
    }
}

/// The check sums of all files, as `sha256sum --check` reads them.
pub fn check_sums(contents: &BTreeMap<String, Vec<u8>>) -> String {
    contents
        .iter()
        .map(|(path, content)| format!("{}  {path}\n", files::sha256(content)))
        .collect()
}

/// The npm manifest: dist is also the package.
pub fn package() -> Value {
    json!({
        "name": "gca-assessment",
        "version": VERSION,
        "description": "National cybersecurity readiness self-assessment as a web component; answers never leave the browser.",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "exports": {
            ".": {"types": "./gca-assessment.d.ts", "default": "./gca-assessment.js"},
            "./engine": {"types": "./engine.d.ts", "default": "./engine.js"},
            "./banks/*": "./banks/*",
            "./custom-elements.json": "./custom-elements.json",
            "./files.json": "./files.json",
            "./package.json": "./package.json"
        },
        "types": "./gca-assessment.d.ts",
        "customElements": "custom-elements.json",
        "sideEffects": ["./gca-assessment.js"]
    })
}
