//! Step lines with seconds, so that a person sees what a long command is doing.

use std::io::Write;
use std::time::Instant;

/// Runs one step and prints its name at the start and its seconds at the end, on one line.
///
/// # Errors
/// Those of the step.
pub fn step<T>(name: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    print!("  {name:<34}");
    flush();
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs_f64();
    match result {
        Ok(value) => {
            println!("{seconds:>7.1} s");
            Ok(value)
        }
        Err(error) => {
            println!("{seconds:>7.1} s  failed");
            Err(error)
        }
    }
}

/// As [`step`], for a program that prints lines of its own.
///
/// # Errors
/// Those of the step.
pub fn step_shown<T>(name: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    println!("  {name} …");
    flush();
    let start = Instant::now();
    let value = work()?;
    println!("  {name:<34}{:>7.1} s", start.elapsed().as_secs_f64());
    Ok(value)
}

/// Says that a step had nothing to do.
pub fn unchanged(name: &str) {
    println!("  {name:<34}unchanged");
}

fn flush() {
    // A closed stdout is no reason to stop a build.
    let _ = std::io::stdout().flush();
}
