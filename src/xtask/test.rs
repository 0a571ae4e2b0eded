//! `cargo xtask test`: all that we have, in an order in which the cheap comes first.

mod beside;
mod browsers;

use crate::dist::{self, Flavour};
use crate::tools::{self, WASM_TARGET};
use crate::workspace::{browser_tests, cargo, run_shown};
use anyhow::{bail, Context, Result};
use beside::Beside;
use std::process::Command;
use std::time::{Duration, Instant};

/// The crates that are compiled for the browser.
const WASM_CRATES: &[&str] = &["gca-widget", "gca-engine-wasm"];

/// Most of the browser suite is waiting, but each worker has up to three browsers, and what is too slow looks like a failure.
const WORKERS: usize = 2;

/// A step: its name for `--only`, its heading, and what it does with the arguments after `--`.
struct Step {
    name: &'static str,
    heading: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        heading: "format",
        run: fmt,
    },
    Step {
        name: "clippy",
        heading: "clippy on this machine",
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        heading: "clippy for the browser",
        run: clippy_wasm,
    },
    Step {
        name: "native",
        heading: "native tests",
        run: native,
    },
    Step {
        name: "dist",
        heading: "dist and its budgets",
        run: dist,
    },
    Step {
        name: "browser",
        heading: "browser suite",
        run: browser,
    },
];

/// Runs the command: every step, or those named after `--only`. Steps after a failed one still run, so that one run tells all.
///
/// # Errors
/// With the names of the steps that failed.
pub fn run(args: Vec<String>) -> Result<()> {
    let (only, passed_on) = parse(args)?;
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| only.is_empty() || only.iter().any(|name| name == step.name))
        .collect();
    let start = Instant::now();
    // What is missing is said before minutes of building, not after.
    if chosen.iter().any(|step| step.name == "browser") {
        tools::ensure_npm_packages()?;
        tools::ensure_framework_packages()?;
        browsers::ensure()?;
    }
    // Linking keeps one processor busy for minutes. The checks before it use what is left of the machine.
    let mut dist = match chosen.first() {
        Some(step) if step.name != "dist" && chosen.iter().any(|step| step.name == "dist") => {
            tools::ensure_wasm_target()?;
            tools::ensure_npm_packages()?;
            Some(Beside::begin(&["test", "--only", "dist"], "dist.log")?)
        }
        _ => None,
    };
    let mut ended = Vec::new();
    for step in chosen {
        println!("\n── {} ──", step.heading);
        let begun = Instant::now();
        let result = match dist.take_if(|_| step.name == "dist") {
            Some(begun_before) => begun_before.end(),
            None => (step.run)(&passed_on),
        };
        if let Err(error) = &result {
            eprintln!("error: {error:#}");
        }
        ended.push((step.name, begun.elapsed(), result.is_ok()));
    }
    report(&ended, start.elapsed())
}

fn report(ended: &[(&str, Duration, bool)], total: Duration) -> Result<()> {
    println!();
    for (name, time, passed) in ended {
        let verdict = if *passed { "" } else { "  FAILED" };
        println!("  {name:<14}{:>7.1} s{verdict}", time.as_secs_f64());
    }
    println!("  {:<14}{:>7.1} s", "all", total.as_secs_f64());
    let failed: Vec<&str> = ended
        .iter()
        .filter(|(_, _, passed)| !passed)
        .map(|(name, _, _)| *name)
        .collect();
    if !failed.is_empty() {
        bail!("{} failed", failed.join(", "));
    }
    Ok(())
}

/// The names after `--only`, and what stands after `--`.
fn parse(args: Vec<String>) -> Result<(Vec<String>, Vec<String>)> {
    let mut args = args.into_iter();
    let mut only = Vec::new();
    match args.next().as_deref() {
        None => return Ok((only, Vec::new())),
        Some("--only") => {}
        Some("--") => return Ok((only, args.collect())),
        Some(other) => bail!("test does not know {other}"),
    }
    for name in args.by_ref() {
        if name == "--" {
            break;
        }
        if !STEPS.iter().any(|step| step.name == name) {
            let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            bail!("no step is called {name}; there are {}", names.join(", "));
        }
        only.push(name);
    }
    if only.is_empty() {
        bail!("--only needs the name of a step");
    }
    Ok((only, args.collect()))
}

fn fmt(_: &[String]) -> Result<()> {
    run_shown(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(_: &[String]) -> Result<()> {
    let mut command = cargo();
    command.args(["clippy", "--workspace", "--all-targets", "--all-features"]);
    run_shown(command.args(["--", "-D", "warnings"]))
}

fn clippy_wasm(_: &[String]) -> Result<()> {
    tools::ensure_wasm_target()?;
    let mut command = cargo();
    command.args(["clippy", "--target", WASM_TARGET, "--all-features"]);
    for package in WASM_CRATES {
        command.args(["--package", package]);
    }
    run_shown(command.args(["--", "-D", "warnings"]))?;
    // The first program is the same crate without its features.
    let mut command = cargo();
    command.args(["clippy", "--target", WASM_TARGET, "--no-default-features"]);
    run_shown(command.args(["--package", "gca-widget", "--", "-D", "warnings"]))
}

fn native(_: &[String]) -> Result<()> {
    run_shown(cargo().args(["test", "--workspace", "--no-fail-fast"]))
}

fn dist(_: &[String]) -> Result<()> {
    dist::build(Flavour::Shipped)?;
    dist::build(Flavour::Hooked)
}

fn browser(args: &[String]) -> Result<()> {
    for flavour in [Flavour::Shipped, Flavour::Hooked] {
        let entry = flavour.folder().join("gca-assessment.js");
        entry
            .metadata()
            .with_context(|| format!("{} is missing: run the step dist first", entry.display()))?;
    }
    let mut command = Command::new("node");
    command.arg(browser_tests().join("run.mjs"));
    command.args([
        "--jobs",
        &std::thread::available_parallelism()?
            .get()
            .min(WORKERS)
            .to_string(),
    ]);
    command.args(args);
    run_shown(&mut command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<(Vec<String>, Vec<String>)> {
        parse(line.split_whitespace().map(ToString::to_string).collect())
    }

    #[test]
    fn steps_and_arguments_of_the_browser_suite_are_told_apart() -> Result<()> {
        let (only, passed_on) = parsed("--only dist browser -- --grep dist")?;
        assert_eq!(only, ["dist", "browser"]);
        assert_eq!(passed_on, ["--grep", "dist"]);
        assert_eq!(parsed("-- --list")?.1, ["--list"]);
        assert_eq!(parsed("")?, (vec![], vec![]));
        Ok(())
    }

    #[test]
    fn unknown_steps_are_refused() {
        for line in ["--only", "--only browsers", "browser", "--only -- x"] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn a_failed_step_fails_the_run() {
        let second = Duration::from_secs(1);
        assert!(report(&[("fmt", second, true)], second).is_ok());
        assert!(report(&[("fmt", second, false), ("dist", second, true)], second).is_err());
    }
}
