//! `cargo xtask fuzz [--seconds N]`: libFuzzer on every target of the engine, for a bounded time each.
//!
//! The coverage that libFuzzer steers by comes from a pass of LLVM that the stable compiler has too,
//! so neither a nightly compiler nor another tool is needed. What it finds worth keeping stays in
//! `target/fuzz/corpus`; an input that breaks something is written to `target/fuzz/artifacts`.

use crate::workspace::{cargo, root, target};
use anyhow::{bail, Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGETS: [&str; 3] = ["bank", "answers", "files"];

const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";

/// Inputs longer than this teach nothing that shorter ones do not.
const MAX_LENGTH: usize = 1 << 16;

pub fn run(args: Vec<String>) -> Result<()> {
    let args: Vec<&str> = args.iter().map(|a| &**a).collect();
    let seconds: u32 = match args.as_slice() {
        [] => 20,
        ["--seconds", n] => n.parse().context("--seconds wants a number")?,
        _ => bail!("usage: cargo xtask fuzz [--seconds N], N seconds for each target"),
    };
    let folder = &target().join("fuzz");
    // Named, the target is kept apart from build scripts, which the flags would break.
    let host = host()?;
    let status = cargo()
        .args(["build", "--release", "--quiet", "--target", &host])
        .args(["--manifest-path", "src/engine/fuzz/Cargo.toml"])
        .env("CARGO_TARGET_DIR", folder)
        .env("RUSTFLAGS", FLAGS)
        .status()
        .context("cannot start cargo")?;
    if !status.success() {
        bail!("the fuzz targets do not build");
    }
    for name in TARGETS {
        let corpus = seed(folder, name)?;
        let artifacts = folder.join("artifacts");
        std::fs::create_dir_all(&artifacts)?;
        println!("fuzzing {name} for {seconds} s");
        let program = folder.join(&host).join("release").join(name);
        let output = Command::new(program)
            .arg(&corpus)
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={MAX_LENGTH}"))
            .arg(format!("-artifact_prefix={}/{name}-", artifacts.display()))
            // A slow input is a finding as much as a panic.
            .args(["-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"])
            .output()
            .with_context(|| format!("cannot start {name}"))?;
        let log = String::from_utf8_lossy(&output.stderr);
        for line in log
            .lines()
            .filter(|l| l.contains("number_of_executed_units"))
        {
            println!("  {line}");
        }
        if !output.status.success() {
            eprintln!("{log}");
            bail!("{name} broke; the input is in {}", artifacts.display());
        }
    }
    Ok(())
}

/// The machine that the compiler runs on.
fn host() -> Result<String> {
    let output = Command::new("rustc")
        .arg("-vV")
        .output()
        .context("cannot start rustc")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names no host")?.to_owned())
}

/// The examples of the method, where the target takes them.
fn seed(folder: &Path, target: &str) -> Result<PathBuf> {
    let corpus = folder.join("corpus").join(target);
    std::fs::create_dir_all(&corpus)?;
    let examples = root().join("src/engine/tests/examples");
    let kinds: [(&str, u8); 7] = [
        (".answers.", 0),
        (".responses.", 1),
        (".earlier.", 2),
        (".target.", 3),
        (".profile.", 4),
        (".goal.", 5),
        (".responses.", 8),
    ];
    for entry in std::fs::read_dir(examples).context("no examples")? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read(&path)?;
        match target {
            "bank" if name.matches('.').count() == 1 => std::fs::write(corpus.join(&name), text)?,
            "answers" if name.contains(".answers.") => std::fs::write(corpus.join(&name), text)?,
            "files" => {
                for (_, first) in kinds.iter().filter(|(part, _)| name.contains(part)) {
                    let mut data = vec![*first];
                    data.extend(&text);
                    std::fs::write(corpus.join(format!("{first}-{name}")), data)?;
                }
            }
            _ => {}
        }
    }
    Ok(corpus)
}
