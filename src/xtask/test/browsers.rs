//! Finds the browsers of the suite, or installs them where that is possible without asking: on Debian, as root.
//!
//! What the suite needs is known by `tests/browser/find.mjs`, which the drivers use too.

use crate::progress;
use crate::workspace::{browser_tests, run_quiet};
use anyhow::{bail, Result};
use std::process::Command;

/// Scripts that the languages of the product need and that browsers do not bring.
const FONTS: &[&str] = &["fonts-noto-core", "fonts-noto-cjk"];

/// Makes sure that every browser is there.
///
/// # Errors
/// One line that says what is missing and how to get it.
pub fn ensure() -> Result<()> {
    let missing = Missing::look()?;
    if missing.is_nothing() {
        return Ok(());
    }
    let packages = missing.packages();
    if !is_debian() {
        let variables = missing.variables.join(", ");
        bail!(
            "the browser suite misses programs: install what Debian calls {packages}, or name the programs by {variables}"
        );
    }
    if run_quiet(Command::new("id").arg("-u"))?.trim() != "0" {
        bail!("the browser suite misses packages: run `apt-get install --no-install-recommends {packages}` as root");
    }
    println!("  installing {packages}");
    progress::step("apt-get update", || run_quiet(&mut apt(&["update"])))?;
    progress::step("apt-get install", || {
        let mut command = apt(&["install", "--yes", "--no-install-recommends"]);
        run_quiet(command.args(packages.split(' ')))
    })?;
    let still = Missing::look()?;
    if !still.is_nothing() {
        bail!(
            "apt-get installed {packages}, and yet {} is missing",
            still.packages()
        );
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
struct Missing {
    /// Variables that could name the missing programs.
    variables: Vec<String>,
    packages: Vec<String>,
}

impl Missing {
    fn look() -> Result<Self> {
        let said = run_quiet(Command::new("node").arg(browser_tests().join("find.mjs")))?;
        let mut missing = Missing::read(&said);
        if is_debian() {
            let fonts = FONTS.iter().filter(|font| !is_installed(font));
            missing.packages.extend(fonts.map(ToString::to_string));
        }
        Ok(missing)
    }

    /// Reads lines of a variable and a package.
    fn read(said: &str) -> Self {
        let rows: Vec<(&str, &str)> = said
            .lines()
            .filter_map(|line| line.split_once(' '))
            .collect();
        let mut packages: Vec<String> = rows
            .iter()
            .map(|(_, package)| package.to_string())
            .collect();
        packages.dedup();
        Missing {
            variables: rows
                .iter()
                .map(|(variable, _)| variable.to_string())
                .collect(),
            packages,
        }
    }

    fn is_nothing(&self) -> bool {
        self.packages.is_empty()
    }

    fn packages(&self) -> String {
        self.packages.join(" ")
    }
}

fn is_debian() -> bool {
    // Ubuntu and others carry the browsers as something else than packages.
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}

fn is_installed(package: &str) -> bool {
    let mut command = Command::new("dpkg-query");
    command.args(["--show", "--showformat=${db:Status-Status}", package]);
    run_quiet(&mut command).is_ok_and(|status| status == "installed")
}

fn apt(args: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command.args(["-qq", "-o", "Acquire::Retries=3"]).args(args);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_of_two_programs_is_installed_once() {
        let missing = Missing::read(
            "WEBKIT_WEBDRIVER webkit2gtk-driver\nMINIBROWSER webkit2gtk-driver\nXVFB xvfb\n",
        );
        assert_eq!(missing.packages(), "webkit2gtk-driver xvfb");
        assert_eq!(
            missing.variables,
            ["WEBKIT_WEBDRIVER", "MINIBROWSER", "XVFB"]
        );
        assert!(Missing::read("").is_nothing());
    }
}
