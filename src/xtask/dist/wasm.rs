//! From a crate to an optimised wasm module and its glue: cargo, then wasm-bindgen (as a library), then wasm-opt, then short names.

use super::{imports, mute};
use crate::stamps::{hash_of, Stamps};
use crate::tools::{node_script, npm_manifest, rustc_version, WASM_TARGET};
use crate::workspace::{cargo, root, run_quiet, run_shown, scratch, target};
use crate::{files, progress};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use wasm_bindgen_cli_support::Bindgen;

/// What one wasm module is built from.
#[derive(Clone, Copy)]
pub struct Module {
    pub package: &'static str,
    /// Cargo profile, see the root `Cargo.toml`.
    pub profile: &'static str,
    /// Passes of wasm-opt, in order. Restructuring between two rounds for size saves another per cent.
    pub level: &'static str,
    /// Cargo features; those that are on by default are off here.
    pub features: &'static [&'static str],
    /// Whether the glue exports `__wbg_reset_state`, which gives a fresh instance after a panic.
    pub restartable: bool,
    /// Whether panics say less, see `mute.rs`.
    pub muted: bool,
}

/// Where the finished module and its glue lie.
pub struct Built {
    pub wasm: PathBuf,
    pub glue: PathBuf,
}

/// What every browser of the support table has. Not `--all-features`: no browser loads what that makes.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Names, debug information and producers are for developers; the features were said on the command line.
const STRIP: &[&str] = &[
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// How this file makes things is an input of what it makes.
const RECIPE: &[u8] = include_bytes!("wasm.rs");
const SHORTEN: &[u8] = include_bytes!("imports.rs");
const MUTE: &[u8] = include_bytes!("mute.rs");

/// What wasm-bindgen calls its files.
const BOUND: &str = "bound";

impl Module {
    /// Builds what changed since the last run.
    ///
    /// # Errors
    /// When one of the three tools fails, with what it said.
    pub fn build(&self, stamps: &mut Stamps) -> Result<Built> {
        let folder = self.folder();
        let linked = folder.join("linked.wasm");
        let bound = folder.join(format!("{BOUND}_bg.wasm"));
        let glue = folder.join(format!("{BOUND}.js"));
        let optimised = folder.join("optimised.wasm");
        let built = Built {
            wasm: folder.join(format!("{}.wasm", self.stem())),
            glue: folder.join(format!("{}.js", self.stem())),
        };
        self.compile(stamps, &linked)?;
        self.bind(stamps, &linked, &glue, &bound)?;
        self.optimise(stamps, &bound, &optimised)?;
        self.shorten(stamps, &optimised, &glue, &built)?;
        Ok(built)
    }

    fn compile(&self, stamps: &mut Stamps, linked: &Path) -> Result<()> {
        let step = self.step("compile");
        let sources = linked.with_extension("sources");
        if let Ok(inputs) = self.compile_inputs(&sources) {
            if stamps.is_fresh(&step, &inputs, &[linked]) {
                progress::unchanged(&step);
                return Ok(());
            }
        }
        let begun = SystemTime::now();
        progress::step_shown(&step, || {
            let mut command = cargo();
            // The crate type is said here because cargo silently leaves out link-time optimisation for a crate that is also an
            // rlib; a page of Yew is a third larger then.
            command.args(["rustc", "--package", self.package, "--lib"]);
            command.args(["--crate-type", "cdylib"]);
            command.args(["--target", WASM_TARGET, "--profile", self.profile]);
            command.arg("--no-default-features");
            if !self.features.is_empty() {
                command.args(["--features", &self.features.join(",")]);
            }
            command.args(["--config", &remapped_paths()]);
            run_shown(&mut command)
        })?;
        let out = target().join(WASM_TARGET).join(self.profile);
        let made = out.join(self.stem()).with_extension("wasm");
        files::write(linked, &files::read(&made)?)?;
        let listed = sources_of(&files::read_text(&made.with_extension("d"))?);
        files::write(&sources, listed.join("\n").as_bytes())?;
        // What was edited while the compiler ran may not be in: the next run compiles again.
        let edited = |source: &String| {
            let time = std::fs::metadata(source).and_then(|data| data.modified());
            time.is_ok_and(|time| time >= begun)
        };
        if listed.iter().any(edited) {
            return Ok(());
        }
        stamps.record(&step, &self.compile_inputs(&sources)?)
    }

    /// Everything that decides what the compiler makes: the sources it read last time, the manifests, the lock file, itself.
    fn compile_inputs(&self, sources: &Path) -> Result<String> {
        let mut inputs = vec![
            RECIPE.to_vec(),
            self.profile.as_bytes().to_vec(),
            self.features.join(",").into_bytes(),
            rustc_version()?.into_bytes(),
            remapped_paths().into_bytes(),
            files::read(&root().join("Cargo.lock"))?,
            files::read(&root().join("Cargo.toml"))?,
        ];
        for source in files::read_text(sources)?.lines() {
            inputs.push(source.as_bytes().to_vec());
            inputs.push(files::read(Path::new(source))?);
        }
        for manifest in files::below(&root().join("src"))? {
            if manifest.ends_with("Cargo.toml") {
                inputs.push(files::read(&manifest)?);
            }
        }
        Ok(hash_of(inputs.iter().map(Vec::as_slice)))
    }

    fn bind(&self, stamps: &mut Stamps, linked: &Path, glue: &Path, bound: &Path) -> Result<()> {
        let linked_bytes = files::read(linked)?;
        let lock = files::read(&root().join("Cargo.lock"))?;
        let restartable = [u8::from(self.restartable)];
        let muted = [u8::from(self.muted)];
        let inputs = [
            linked_bytes.as_slice(),
            RECIPE,
            &lock,
            &restartable,
            &muted,
            MUTE,
        ];
        let inputs = hash_of(inputs);
        stamps.step(&self.step("wasm-bindgen"), &inputs, &[glue, bound], || {
            let quiet = linked.with_extension("muted.wasm");
            let muted = if self.muted {
                mute::mute(&linked_bytes)?
            } else {
                linked_bytes
            };
            files::write(&quiet, &muted)?;
            let mut bindgen = Bindgen::new();
            bindgen
                .input_path(&quiet)
                .out_name(BOUND)
                .web(true)?
                .typescript(false)
                .omit_default_module_path(true)
                .remove_name_section(true)
                .remove_producers_section(true)
                .reset_state_function(self.restartable);
            bindgen
                .generate(self.folder())
                .context("wasm-bindgen failed")
        })
    }

    fn optimise(&self, stamps: &mut Stamps, bound: &Path, wasm: &Path) -> Result<()> {
        let bound_bytes = files::read(bound)?;
        let tool = files::read(&npm_manifest("binaryen"))?;
        let passes: Vec<&str> = self.level.split(' ').collect();
        let options = [FEATURES, &passes, STRIP].concat();
        let inputs = hash_of([bound_bytes.as_slice(), &tool, RECIPE, self.level.as_bytes()]);
        stamps.step(&self.step("wasm-opt"), &inputs, &[wasm], || {
            let mut command: Command = node_script("binaryen/bin/wasm-opt");
            command.args(&options).arg(bound).arg("-o").arg(wasm);
            run_quiet(&mut command).map(drop)
        })
    }

    fn shorten(&self, stamps: &mut Stamps, wasm: &Path, glue: &Path, out: &Built) -> Result<()> {
        let (wasm, glue) = (files::read(wasm)?, files::read_text(glue)?);
        let inputs = hash_of([wasm.as_slice(), glue.as_bytes(), SHORTEN]);
        let made = [&*out.wasm, &*out.glue];
        stamps.step(&self.step("shorten"), &inputs, &made, || {
            let (wasm, glue) = imports::shorten(&wasm, &glue)?;
            files::write(&out.wasm, &wasm)?;
            files::write(&out.glue, glue.as_bytes())
        })
    }

    fn step(&self, verb: &str) -> String {
        format!("{verb} {}", self.name())
    }

    /// Package and features.
    pub fn name(&self) -> String {
        let names = std::iter::once(self.package).chain(self.features.iter().copied());
        names.collect::<Vec<_>>().join(" +")
    }

    fn stem(&self) -> String {
        self.package.replace('-', "_")
    }

    fn folder(&self) -> PathBuf {
        scratch().join(self.name().replace(' ', ""))
    }
}

/// A cargo setting that takes the folders of this machine out of panic messages: the same bytes everywhere, and fewer of them.
fn remapped_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || {
            let user = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
            PathBuf::from(user.unwrap_or_default()).join(".cargo")
        },
        PathBuf::from,
    );
    let mut prefixes = vec![(root(), String::new())];
    if let Ok(registries) = std::fs::read_dir(home.join("registry/src")) {
        prefixes.extend(
            registries
                .flatten()
                .map(|entry| (entry.path(), String::new())),
        );
    }
    prefixes.sort();
    // Where the rust-src component is installed the compiler names its own sources by this folder, elsewhere as here.
    if let (Ok(sysroot), Some(commit)) = (sysroot(), rustc_commit()) {
        prefixes.push((
            sysroot.join("lib/rustlib/src/rust"),
            format!("/rustc/{commit}/"),
        ));
    }
    let flags = prefixes
        .iter()
        .map(|(folder, name)| format!("'--remap-path-prefix={}/={name}'", folder.display()))
        .collect::<Vec<_>>();
    format!("target.{WASM_TARGET}.rustflags=[{}]", flags.join(","))
}

fn sysroot() -> Result<PathBuf> {
    let path = run_quiet(Command::new("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(path.trim()))
}

fn rustc_commit() -> Option<String> {
    let version = rustc_version().ok()?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some(commit.to_string())
}

/// The files behind the colon of a cargo `.d` file, in which a space inside a path is written `\ `.
fn sources_of(dep_info: &str) -> Vec<String> {
    let Some((_, listed)) = dep_info
        .lines()
        .next()
        .and_then(|line| line.split_once(": "))
    else {
        return Vec::new();
    };
    let mut paths: Vec<String> = listed
        .replace("\\ ", "\0")
        .split_whitespace()
        .map(|path| path.replace('\0', " "))
        .collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dep_info_lists_sources_with_spaces() {
        let listed = sources_of("/out/a.wasm: /src/lib.rs /my\\ src/app.rs\n\nother: x\n");
        assert_eq!(listed, ["/my src/app.rs", "/src/lib.rs"]);
    }
}
