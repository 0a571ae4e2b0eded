//! `cargo xtask dist`: everything that goes on a web server, with its sizes, hashes and budgets.

mod wasm;

use crate::stamps::Stamps;
use crate::workspace::scratch;
use crate::{files, tools};
use anyhow::{bail, Result};
use wasm::Module;

/// The widget: small first, since it stands before the first question.
const WIDGET: Module = Module {
    package: "gca-widget",
    profile: "wasm",
    level: "-Oz",
    features: &[],
    restartable: true,
};

/// The widget as the browser suite tests it, with hooks that make it fail on purpose.
const HOOKED_WIDGET: Module = Module {
    features: &["test-hooks"],
    ..WIDGET
};

/// The engine for JavaScript: fast first, since it is asked for by programs.
const ENGINE: Module = Module {
    package: "gca-engine-wasm",
    profile: "wasm-engine",
    level: "-O3",
    features: &[],
    restartable: false,
};

/// Runs the command.
///
/// # Errors
/// What went wrong, in one line where it can be.
pub fn run(args: Vec<String>) -> Result<()> {
    let mut wasm_only = false;
    let mut hooks = false;
    for arg in args {
        match arg.as_str() {
            "--wasm-only" => wasm_only = true,
            "--hooks" => hooks = true,
            other => bail!("dist does not know {other}"),
        }
    }
    tools::ensure_wasm_target()?;
    tools::ensure_npm_packages()?;
    let mut stamps = Stamps::load(scratch().join("stamps.json"));
    if wasm_only {
        let widget = if hooks { HOOKED_WIDGET } else { WIDGET };
        for module in [widget, ENGINE] {
            let built = module.build(&mut stamps)?;
            let bytes = files::read(&built.wasm)?;
            println!(
                "{:<20} {:>8} bytes  {:>7} brotli",
                module.package,
                bytes.len(),
                files::brotli_size(&bytes)?
            );
        }
    }
    Ok(())
}
