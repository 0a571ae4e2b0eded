//! Makes sure that the tools of the build are there: the wasm target of rustc, and the pinned npm packages.

use crate::workspace::{browser_tests, run_quiet};
use crate::{files, progress};
use anyhow::{bail, Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that browsers run.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target when the toolchain in use does not have it.
///
/// # Errors
/// One line that says what is missing.
pub fn ensure_wasm_target() -> Result<()> {
    let libraries = run_quiet(Command::new("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    if !starts("rustup") {
        bail!("the {WASM_TARGET} target of rustc is missing: install rustup (https://rustup.rs), or the target's package of your system");
    }
    progress::step("rustup target add", || {
        run_quiet(Command::new("rustup").args(["target", "add", WASM_TARGET]))
    })?;
    Ok(())
}

/// Installs the npm packages of the lock file when they are missing or from another lock file.
///
/// # Errors
/// One line that says what is missing.
pub fn ensure_npm_packages() -> Result<()> {
    install("npm ci", &browser_tests())
}

/// The same for the frameworks and bundlers that the browser suite tries the element in.
///
/// # Errors
/// One line that says what is missing.
pub fn ensure_framework_packages() -> Result<()> {
    install("npm ci (frameworks)", &browser_tests().join("frameworks"))
}

fn install(step: &str, folder: &Path) -> Result<()> {
    if !starts("node") {
        bail!("node is missing: install Node.js 20 or later (https://nodejs.org)");
    }
    let lock = files::sha256(&files::read(&folder.join("package-lock.json"))?);
    let stamp = folder.join("node_modules/.gca-lock");
    if files::read_text(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if !starts(npm()) {
        bail!("npm is missing: it comes with Node.js (https://nodejs.org); on Debian: apt-get install npm");
    }
    progress::step(step, || {
        // No package here needs its install scripts, so none runs.
        let arguments = [
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ];
        run_quiet(Command::new(npm()).args(arguments).current_dir(folder))
    })?;
    files::write(&stamp, lock.as_bytes())
}

/// A command that runs a script of an installed npm package by node.
pub fn node_script(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(browser_tests().join("node_modules").join(script));
    command
}

/// The program's version line, which is an input of what it makes.
///
/// # Errors
/// When it can not be started.
pub fn rustc_version() -> Result<String> {
    run_quiet(Command::new("rustc").arg("-vV")).context("rustc is missing")
}

/// Where an installed npm package keeps its `package.json`, an input of what its tool makes.
pub fn npm_manifest(package: &str) -> PathBuf {
    browser_tests()
        .join("node_modules")
        .join(package)
        .join("package.json")
}

fn npm() -> &'static str {
    if cfg!(windows) {
        "npm.cmd"
    } else {
        "npm"
    }
}

fn starts(program: &str) -> bool {
    run_quiet(Command::new(program).arg("--version")).is_ok()
}
