//! Where things lie in the checkout, and how other programs are started from it.

use anyhow::{bail, Context, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The release that is being built; all crates share it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The folder for intermediate files of the chores.
pub fn scratch() -> PathBuf {
    target().join("xtask")
}

/// The folder of the pinned npm tools and of the browser suite.
pub fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// Path of a file relative to the root, with forward slashes, for messages.
pub fn shown(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}

/// The cargo that runs this program, started at the root.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Runs a program to its end with its output shown as it comes.
///
/// # Errors
/// When it can not be started or ends with another code than 0.
pub fn run_shown(command: &mut Command) -> Result<()> {
    let name = name_of(command);
    let status = command
        .status()
        .with_context(|| format!("can not start {name}"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs a program to its end and returns what it wrote to stdout; its stderr is part of the error.
///
/// # Errors
/// When it can not be started or ends with another code than 0.
pub fn run_quiet(command: &mut Command) -> Result<String> {
    let name = name_of(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("can not start {name}"))?;
    if !output.status.success() {
        bail!(
            "{name} failed ({})\n{}{}",
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Program and first two arguments: enough to recognise it in a message.
fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program());
    std::iter::once(program)
        .chain(command.get_args().take(2))
        .map(|part| shown(Path::new(part)))
        .collect::<Vec<_>>()
        .join(" ")
}
