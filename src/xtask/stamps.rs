//! Remembers the inputs of each step, so that a step whose inputs did not change is skipped.
//!
//! Inputs are contents, not times: a fresh checkout of the same sources, or a touched file, rebuilds nothing.

use crate::{files, progress};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The memory: step name → hash of its inputs when it last ended well.
pub struct Stamps {
    path: PathBuf,
    known: BTreeMap<String, String>,
}

impl Stamps {
    /// Reads the memory of earlier runs; a missing or damaged one is empty.
    pub fn load(path: PathBuf) -> Self {
        let known = files::read_text(&path)
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        Stamps { path, known }
    }

    /// Whether the step ran with these inputs and all its outputs are still there.
    pub fn is_fresh(&self, step: &str, inputs: &str, outputs: &[&Path]) -> bool {
        self.known.get(step).is_some_and(|known| known == inputs)
            && outputs.iter().all(|path| path.exists())
    }

    /// Keeps the inputs of a step that ended well.
    pub fn record(&mut self, step: &str, inputs: &str) -> Result<()> {
        self.known.insert(step.to_string(), inputs.to_string());
        files::write(&self.path, &serde_json::to_vec_pretty(&self.known)?)
    }

    /// Runs a step with its line of progress, unless nothing changed.
    pub fn step(
        &mut self,
        step: &str,
        inputs: &str,
        outputs: &[&Path],
        work: impl FnOnce() -> Result<()>,
    ) -> Result<()> {
        if self.is_fresh(step, inputs, outputs) {
            progress::unchanged(step);
            return Ok(());
        }
        progress::step(step, work)?;
        self.record(step, inputs)
    }
}

/// One hash over several inputs, each with its length so that none runs into the next.
pub fn hash_of<'a>(inputs: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut all = Vec::new();
    for input in inputs {
        all.extend_from_slice(&(input.len() as u64).to_le_bytes());
        all.extend_from_slice(input);
    }
    files::sha256(&all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_between_inputs_counts() {
        let one = hash_of([b"ab".as_slice(), b"c"]);
        let other = hash_of([b"a".as_slice(), b"bc"]);
        assert_ne!(one, other);
    }

    #[test]
    fn a_step_is_fresh_only_with_its_inputs_and_outputs() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("gca-stamps-{}", std::process::id()));
        let output = folder.join("out");
        files::write(&output, b"made")?;
        let mut stamps = Stamps::load(folder.join("stamps.json"));
        stamps.record("step", "1")?;
        let again = Stamps::load(folder.join("stamps.json"));
        assert!(again.is_fresh("step", "1", &[&output]));
        assert!(!again.is_fresh("step", "2", &[&output]));
        assert!(!again.is_fresh("step", "1", &[&folder.join("gone")]));
        std::fs::remove_dir_all(folder)?;
        Ok(())
    }
}
