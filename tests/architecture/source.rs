//! Reads the sources as the rules look at them: without comments and without test code.

use std::fs;
use std::path::{Path, PathBuf};

/// One source file without comments and test code.
pub struct Source {
    pub path: String,
    pub code: String,
}

impl Source {
    /// Lines that contain one of the words, as "path:line: word".
    pub fn mentions(&self, words: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for (at, line) in self.code.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{}:{}: {word}", self.path, at + 1));
            }
        }
        found
    }
}

/// Non-test Rust code below folders.
pub fn rust(folders: &[&str]) -> Vec<Source> {
    let mut found = sources(folders, "rs");
    found.retain(|source| {
        let inside_tests = source.path.contains("/tests/") || source.path.contains("/benches/");
        !inside_tests && !source.path.ends_with("/tests.rs")
    });
    for source in &mut found {
        // Test modules stand at the end of a file.
        if let Some(at) = source.code.find("#[cfg(test)]\nmod tests {") {
            source.code.truncate(at);
        }
    }
    found
}

/// JavaScript that browsers load.
pub fn scripts() -> Vec<Source> {
    sources(&["www"], "js")
}

/// Pages of `www/`.
pub fn pages() -> Vec<Source> {
    sources(&["www"], "html")
}

/// Manifests of crates in `src/`.
pub fn manifests(crates: &[&str]) -> Vec<Source> {
    let paths = crates.iter().map(|name| format!("src/{name}/Cargo.toml"));
    paths
        .map(|path| Source {
            code: read(&path),
            path,
        })
        .collect()
}

/// Files of a kind below folders.
pub fn sources(folders: &[&str], kind: &str) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        walk(&root().join(folder), &mut |path| {
            if path.extension().is_some_and(|extension| extension == kind) {
                let path = path.strip_prefix(root()).unwrap_or(path);
                let path = path.to_string_lossy().replace('\\', "/");
                let code = without_comments(&read(&path));
                found.push(Source { path, code });
            }
        });
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "node_modules") {
                walk(&path, visit);
            }
        } else {
            visit(&path);
        }
    }
}

/// The text with its comments emptied; lines keep their numbers. Knows no strings, but takes the `//` of an address for none.
fn without_comments(text: &str) -> String {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut kept = String::new();
        let mut rest = line;
        loop {
            if inside {
                let Some((_, after)) = rest.split_once("*/") else {
                    break;
                };
                inside = false;
                rest = after;
            }
            match comment(rest) {
                Some((at, "//")) => {
                    kept.push_str(&rest[..at]);
                    break;
                }
                Some((at, _)) => {
                    kept.push_str(&rest[..at]);
                    rest = &rest[at + 2..];
                    inside = true;
                }
                None => {
                    kept.push_str(rest);
                    break;
                }
            }
        }
        lines.push(kept);
    }
    lines.join("\n")
}

/// Where the first comment of a line begins, and by what.
fn comment(line: &str) -> Option<(usize, &str)> {
    let line_comments = line
        .match_indices("//")
        .filter(|(at, _)| !line[..*at].ends_with(':'));
    // "*/*" and the like in strings are media types and globs.
    let blocks = line
        .match_indices("/*")
        .filter(|(at, _)| !line[..*at].contains('"'));
    line_comments.chain(blocks).min_by_key(|(at, _)| *at)
}

/// A file of the repository.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_path_buf)
        .unwrap_or_default()
}

#[test]
fn comments_are_left_out_and_addresses_kept() {
    let text = "a // b\n/* c\nd */ e\nlet url = \"https://x\"; // f";
    assert_eq!(
        without_comments(text),
        "a \n\n e\nlet url = \"https://x\"; "
    );
}
