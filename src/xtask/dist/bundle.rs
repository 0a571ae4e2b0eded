//! Bundles the hand-written JavaScript of `www/` with the glue and the styles, by esbuild.
//!
//! Sources import `gca:first`, `gca:whole` and `gca:engine` (glue of the wasm modules), `gca:style` (the first sheet of the shadow root as a string) and `gca:assets`
//! (the table of hashed files).
//! What they know of the build comes as defined names: `__GCA_VERSION__`, `__GCA_INLINE__`, `__GCA_ENGINE_WASM__`, `__GCA_TEST_HOOKS__`.

use crate::files;
use crate::stamps::{hash_of, Stamps};
use crate::tools::{node_script, npm_manifest};
use crate::workspace::{root, run_quiet, scratch, VERSION};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How this file makes things is an input of what it makes.
const RECIPE: &[u8] = include_bytes!("bundle.rs");

/// Every browser with the wasm features that we ask for speaks this.
const TARGET: &str = "--target=es2022";

/// A sheet of the shadow root, `first` or `whole`: minified, nothing lowered, so that `light-dark()` and container queries stay
/// as they are.
pub fn style(stamps: &mut Stamps, name: &str) -> Result<PathBuf> {
    let sheet = root().join(format!("src/widget/style/{name}.css"));
    let minified = scratch().join(format!("{name}.css"));
    let inputs = hash_of([files::read(&sheet)?.as_slice(), &tool()?]);
    let step = format!("minify {name}.css");
    stamps.step(&step, &inputs, &[&minified], || {
        let mut command = esbuild(&sheet, &minified);
        command.arg("--target=esnext");
        run_quiet(&mut command).map(drop)
    })?;
    Ok(minified)
}

/// One script to bundle.
pub struct Script<'a> {
    pub step: &'a str,
    pub entry: PathBuf,
    pub out: PathBuf,
    /// Import specifier → file.
    pub aliases: &'a [(&'a str, &'a Path)],
    /// Name → JavaScript expression.
    pub defines: &'a [(&'a str, String)],
    /// More arguments for esbuild; the later one of two holds.
    pub options: &'a [&'a str],
}

impl Script<'_> {
    /// Bundles the script unless nothing of `www/`, the aliased files or the defined names changed.
    pub fn bundle(&self, stamps: &mut Stamps) -> Result<Vec<u8>> {
        let inputs = self.inputs()?;
        stamps.step(self.step, &inputs, &[&self.out], || {
            let mut command = esbuild(&self.entry, &self.out);
            command.args(["--bundle", "--format=esm", TARGET, "--loader:.css=text"]);
            command.args(["--external:node:*", "--platform=neutral"]);
            for (name, file) in self.aliases {
                command.arg(format!("--alias:{name}={}", file.display()));
            }
            for (name, value) in self.defines {
                command.arg(format!("--define:{name}={value}"));
            }
            command.args(self.options);
            run_quiet(&mut command).map(drop)
        })?;
        files::read(&self.out)
    }

    fn inputs(&self) -> Result<String> {
        let mut inputs = vec![VERSION.as_bytes().to_vec(), tool()?];
        for script in files::below(&root().join("www"))? {
            if script.extension().is_some_and(|kind| kind == "js") {
                inputs.push(script.to_string_lossy().into_owned().into_bytes());
                inputs.push(files::read(&script)?);
            }
        }
        for (name, file) in self.aliases {
            inputs.push(name.as_bytes().to_vec());
            inputs.push(files::read(file)?);
        }
        for (name, value) in self.defines {
            inputs.push(name.as_bytes().to_vec());
            inputs.push(value.as_bytes().to_vec());
        }
        inputs.extend(self.options.iter().map(|option| option.as_bytes().to_vec()));
        Ok(hash_of(inputs.iter().map(Vec::as_slice)))
    }
}

fn esbuild(entry: &Path, out: &Path) -> Command {
    let mut command = node_script("esbuild/bin/esbuild");
    command
        .current_dir(root())
        .arg(entry)
        .arg(format!("--outfile={}", out.display()))
        .args(["--minify", "--charset=utf8", "--legal-comments=none"])
        .args(["--log-level=warning"]);
    command
}

fn tool() -> Result<Vec<u8>> {
    Ok([RECIPE, &files::read(&npm_manifest("esbuild"))?].concat())
}
