//! Rebuilds dist when a source changed.
//!
//! The build runs as `cargo xtask dist` of its own, because this program carries the keys of the catalog: what changes there must
//! be compiled into the program that builds.

use crate::files;
use crate::workspace::{cargo, root};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

const PAUSE: Duration = Duration::from_secs(1);
const FOLDERS: &[&str] = &["src", "www"];

/// Looks at the sources every second and rebuilds after a change, until the program ends.
pub fn rebuild_on_change() {
    let mut seen = times();
    loop {
        std::thread::sleep(PAUSE);
        let now = times();
        if now == seen {
            continue;
        }
        seen = now;
        println!("  changed: rebuilding");
        let status = cargo().args(["xtask", "dist"]).status();
        match status {
            Ok(status) if status.success() => println!("  rebuilt: reload the page\n"),
            _ => println!("  not rebuilt: the last good build is still served\n"),
        }
    }
}

fn times() -> BTreeMap<PathBuf, SystemTime> {
    FOLDERS
        .iter()
        .filter_map(|folder| files::below(&root().join(folder)).ok())
        .flatten()
        .filter_map(|path| {
            let time = path.metadata().ok()?.modified().ok()?;
            Some((path, time))
        })
        .collect()
}
