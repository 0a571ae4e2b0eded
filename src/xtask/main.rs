//! The chores of the repository: `cargo xtask <command>`.
//!
//! This file only dispatches. Each command is one module with a `run(args)`; to add one, add a module and a line in `COMMANDS`.
//! Nothing here is shipped, and nothing here computes a score.

mod bank;
mod data;
mod dist;
mod files;
mod fuzz;
mod progress;
mod readability;
mod serve;
mod stamps;
mod test;
mod tools;
mod translate;
mod workspace;

use std::process::ExitCode;

/// A command: its name, one line of help, and what it does with the arguments after its name.
type Command = (
    &'static str,
    &'static str,
    fn(Vec<String>) -> anyhow::Result<()>,
);

const COMMANDS: &[Command] = &[
    (
        "serve",
        "build and serve the demo pages   [--port N] [--open] [--watch]",
        serve::run,
    ),
    (
        "test",
        "run all checks and tests   [--only NAME…] [-- arguments of the browser suite]",
        test::run,
    ),
    (
        "dist",
        "write dist/, the folder to put on a web server   [--wasm-only] [--hooks]",
        dist::run,
    ),
    (
        "bank",
        "look after question banks   check FILE [--json] | schema | readability | translate export|import|record|report",
        bank::run,
    ),
    (
        "fuzz",
        "feed hostile input to the engine   [--seconds N]",
        fuzz::run,
    ),
];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let name = args.next().unwrap_or_default();
    let Some((_, _, run)) = COMMANDS.iter().find(|(known, _, _)| *known == name) else {
        eprintln!("usage: cargo xtask <command>\n");
        for (known, help, _) in COMMANDS {
            eprintln!("  {known:<8} {help}");
        }
        return ExitCode::from(2);
    };
    match run(args.collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
