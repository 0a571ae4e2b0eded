//! The rules of the house that the compiler can not enforce, read from the sources.
//!
//! A rule without files to look at fails, so that a renamed folder does not switch it off.

#[path = "architecture/source.rs"]
mod source;

use source::{manifests, pages, read, rust, scripts, sources, Source};

/// Fails with every place outside `allowed` that mentions one of the words. `allowed` holds beginnings of paths.
fn check(rule: &str, sources: &[Source], words: &[&str], allowed: &[&str]) {
    assert!(!sources.is_empty(), "{rule}: no file to look at");
    let found: Vec<String> = sources
        .iter()
        .filter(|source| !allowed.iter().any(|start| source.path.starts_with(start)))
        .flat_map(|source| source.mentions(words))
        .collect();
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn engine_and_session_know_no_browser() {
    let words = ["wasm_bindgen", "web_sys", "js_sys", "gloo", "yew"];
    let rule = "the pure crates mention no browser library";
    let pure = ["src/engine", "src/charts", "src/session"];
    check(rule, &rust(&pure), &words, &[]);
    let manifests = manifests(&["engine", "charts", "session"]);
    let words = ["wasm-bindgen", "web-sys", "js-sys", "gloo", "yew"];
    check(rule, &manifests, &words, &[]);
}

#[test]
fn engine_and_session_read_no_clock_and_touch_nothing_outside() {
    let words = [
        "std::time",
        "Instant",
        "SystemTime",
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "thread_rng",
        "getrandom",
        "println!",
        "eprintln!",
    ];
    let rule = "the pure crates depend on their arguments only";
    let pure = ["src/engine", "src/charts", "src/session"];
    check(rule, &rust(&pure), &words, &[]);
}

#[test]
fn crates_depend_downwards() {
    let rule = "widget → session → engine, never the other way";
    let upwards = ["gca-session", "gca-widget", "gca-engine-wasm", "xtask"];
    check(rule, &manifests(&["engine"]), &upwards, &[]);
    let upwards = ["gca-widget", "gca-engine-wasm", "xtask"];
    check(rule, &manifests(&["session"]), &upwards, &[]);
    let upwards = ["gca-session", "gca-widget", "xtask"];
    check(rule, &manifests(&["engine-wasm"]), &upwards, &[]);
    check(rule, &manifests(&["widget"]), &["xtask"], &[]);
    let rule = "charts know numbers and words only";
    check(rule, &manifests(&["charts"]), &["[dependencies"], &[]);
}

#[test]
fn only_effects_touch_storage_network_files_and_printing() {
    let words = [
        "web_sys::Storage",
        "local_storage",
        "session_storage",
        "fetch_with",
        "XmlHttpRequest",
        "WebSocket",
        "send_beacon",
        "FileReader",
        "Blob",
        ".print()",
        "set_timeout",
        "set_interval",
        "gloo_timers",
    ];
    // The shell runs the effects and holds the one timer that an effect asks for.
    let allowed = [
        "src/widget/effects",
        "src/widget/shell.rs",
        "src/widget/shell/",
    ];
    let rule = "only widget/effects reaches out of the program";
    check(rule, &rust(&["src/widget"]), &words, &allowed);
    let shell: Vec<Source> = rust(&["src/widget"])
        .into_iter()
        .filter(|source| source.path == "src/widget/shell.rs")
        .collect();
    if !shell.is_empty() {
        check(rule, &shell, &words[..12], &[]);
    }
}

#[test]
fn only_the_element_dispatches_events_to_the_host() {
    let rule = "www/element.js is the one place that tells the host; across a frame it is told on by the two ends of the frame";
    let words = ["dispatchEvent", "postMessage"];
    let allowed = [
        "www/element.js",
        "www/demo/",
        "www/embed.js",
        "www/gca-frame.js",
    ];
    check(rule, &scripts(), &words, &allowed);
    let words = ["dispatch_event", "post_message", "CustomEvent"];
    // An event that is rehearsed does not leave the shadow tree.
    let allowed = ["src/widget/effects/rehearsal.rs"];
    check(rule, &rust(&["src/widget"]), &words, &allowed);
}

#[test]
fn only_types_that_are_written_down_derive_serde() {
    let rule = "a type that is not part of a file format is free to change";
    let allowed = [
        "src/engine/bank/",
        "src/engine/exchange",
        "src/engine/json.rs",
        "src/session/snapshot.rs",
    ];
    let words = ["Serialize", "Deserialize"];
    let crates = [
        "src/engine",
        "src/charts",
        "src/session",
        "src/widget",
        "src/engine-wasm",
    ];
    check(rule, &rust(&crates), &words, &allowed);
}

#[test]
fn nothing_that_a_strict_policy_blocks_is_used() {
    let rule = "no style attribute, no raw HTML, no code from strings";
    let words = [
        "style={",
        "style=\"",
        "inner_html",
        "outer_html",
        "insert_adjacent_html",
        "from_html_unchecked",
        "VRaw",
        "js_sys::eval",
        "js_sys::Function::new",
    ];
    check(rule, &rust(&["src/widget"]), &words, &[]);
    // Number formats have a member of that name.
    let allowed = ["src/widget/format.rs"];
    check(rule, &rust(&["src/widget"]), &["\"style\""], &allowed);
    let words = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "createContextualFragment",
        "document.write",
        "DOMParser",
        "cssText",
        "setAttribute(\"style\"",
        "eval(",
        "new Function",
    ];
    check(rule, &scripts(), &words, &[]);
    let words = [" style=", "<style", " onclick=", " onload=", "javascript:"];
    // The page that holds everything is opened from its file, where no server sets a policy.
    let mut pages = pages();
    pages.retain(|page| page.path != "www/offline.html");
    check(rule, &pages, &words, &[]);
    for page in pages {
        for script in page.code.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap_or_default();
            assert!(tag.contains("src="), "{}: inline script", page.path);
        }
    }
}

#[test]
fn styles_follow_the_host_and_load_nothing() {
    let rule = "em units, inherited fonts, nothing from elsewhere";
    let sheets = sources(&["src/widget/style"], "css");
    let words = ["@import", "@font-face", "url(", "@page"];
    check(rule, &sheets, &words, &[]);
    for sheet in &sheets {
        for (at, line) in sheet.code.lines().enumerate() {
            // The presenter fills the screen and scales its own em; its bar keeps to the reader's setting.
            let uses_rem = line
                .match_indices("rem")
                .any(|(place, _)| line[..place].ends_with(|before: char| before.is_ascii_digit()));
            let presenter = line.contains(".present-bar");
            assert!(!uses_rem || presenter, "{rule}: {}:{}", sheet.path, at + 1);
        }
    }
}

#[test]
fn no_lint_is_switched_off_outside_tests() {
    for manifest in manifests(&[
        "engine",
        "charts",
        "session",
        "widget",
        "engine-wasm",
        "xtask",
    ]) {
        let inherits = manifest.code.contains("[lints]\nworkspace = true");
        assert!(inherits, "{} does not follow the lints", manifest.path);
    }
    for folder in ["src/engine", "src/charts", "src/session"] {
        let front = read(&format!("{folder}/lib.rs"));
        assert!(front.contains("#![forbid(unsafe_code)]"), "{folder}");
    }
    let lints = [
        "unwrap_used",
        "expect_used",
        "indexing_slicing",
        "panic",
        "todo",
    ];
    for source in rust(&["src"]) {
        let lines: Vec<&str> = source.code.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let off =
                line.contains("allow(clippy::") && lints.iter().any(|lint| line.contains(lint));
            // The hook that fails on purpose is never part of what is shipped.
            let near = &lines[at.saturating_sub(5)..(at + 3).min(lines.len())];
            let hook = near.iter().any(|line| line.contains("test-hooks"));
            assert!(!off || hook, "{}:{}: {line}", source.path, at + 1);
        }
    }
}

#[test]
fn nothing_outside_the_repository_is_read() {
    let mut files = sources(&["src", "tests", "www"], "rs");
    files.extend(sources(&["tests/browser", "www"], "mjs"));
    files.extend(scripts());
    let words = ["../shared", "/work/"];
    check(
        "the repository stands alone",
        &files,
        &words,
        &["tests/architecture.rs"],
    );
}
