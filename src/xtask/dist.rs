//! `cargo xtask dist`: everything that goes on a web server, with its sizes, hashes and budgets.

mod assets;
mod binary;
mod budget;
mod bundle;
mod entry;
mod imports;
mod manifest;
mod mute;
mod sbom;
mod wasm;

use crate::stamps::Stamps;
use crate::workspace::{root, scratch, target};
use crate::{files, progress, tools};
use anyhow::{bail, Context, Result};
use assets::{hashed_path, Assets};
use bundle::Script;
use entry::Entry;
use manifest::{FileList, FILE_LIST};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm::{Built, Module};

/// The first program: the start and the questions. Small first, since it stands before the first question.
const FIRST: Module = Module {
    package: "gca-widget",
    profile: "wasm",
    level: "-Oz --flatten --rereloop -Oz -Oz",
    features: &[],
    restartable: true,
    muted: true,
};

/// The whole program, which takes over from the first.
const WHOLE: Module = Module {
    features: &["whole"],
    muted: false,
    ..FIRST
};

/// The engine for JavaScript: fast first, since it is asked for by programs.
const ENGINE: Module = Module {
    package: "gca-engine-wasm",
    profile: "wasm-engine",
    level: "-O3",
    features: &[],
    restartable: false,
    muted: false,
};

/// Whether this is a build for trying things, in a fraction of the time: larger, slower, and held to no budget.
pub fn is_quick() -> bool {
    std::env::var_os("GCA_QUICK").is_some_and(|value| value == "1")
}

/// A module as it is built for trying things.
fn quickly(module: Module) -> Module {
    if !is_quick() {
        return module;
    }
    Module {
        profile: "wasm-quick",
        level: "-O0",
        muted: false,
        ..module
    }
}

/// What is built: what is shipped, or the same with hooks for tests.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    Shipped,
    Hooked,
}

impl Flavour {
    /// The folder that the flavour is written to.
    pub fn folder(self) -> PathBuf {
        match self {
            Flavour::Shipped => root().join("dist"),
            Flavour::Hooked => target().join("dist-test"),
        }
    }

    /// The first and the whole program. As the browser suite tests them they have hooks that make them fail on purpose.
    fn programs(self) -> [Module; 2] {
        let modules = match self {
            Flavour::Shipped => [FIRST, WHOLE],
            Flavour::Hooked => [
                Module {
                    features: &["test-hooks"],
                    ..FIRST
                },
                // Nobody downloads it: once over is enough.
                Module {
                    features: &["test-hooks", "whole"],
                    level: "-Oz",
                    ..WHOLE
                },
            ],
        };
        modules.map(quickly)
    }
}

/// Runs the command.
///
/// # Errors
/// What went wrong, in one line where it can be.
pub fn run(args: Vec<String>) -> Result<()> {
    let mut wasm_only = false;
    let mut flavour = Flavour::Shipped;
    for arg in args {
        match arg.as_str() {
            "--wasm-only" => wasm_only = true,
            "--hooks" => flavour = Flavour::Hooked,
            other => bail!("dist does not know {other}"),
        }
    }
    if wasm_only {
        return print_wasm_sizes(flavour);
    }
    build(flavour)
}

/// Builds what changed of a flavour, checks the budgets and writes its folder.
///
/// # Errors
/// What went wrong, in one line where it can be.
pub fn build(flavour: Flavour) -> Result<()> {
    // Two builds at once would write into each other's files.
    let _lock = lock()?;
    let mut stamps = prepare()?;
    let [first, whole] = flavour.programs();
    let (first, whole) = (first.build(&mut stamps)?, whole.build(&mut stamps)?);
    let engine = quickly(ENGINE).build(&mut stamps)?;

    let mut assets = Assets::default();
    assets.add("wasm", "gca-widget", "wasm", files::read(&first.wasm)?);
    let content = files::read(&whole.wasm)?;
    assets.add("wasm-whole", "gca-whole", "wasm", content);
    // Bundlers that carry a style sheet along minify it once more, and then its hash is another.
    let sheet = files::read_text(&bundle::style(&mut stamps, "whole")?)?;
    let content = serde_json::to_vec(&sheet)?;
    assets.add("style-whole", "gca-whole", "json", content);
    progress::step("compile data", || assets.add_data())?;
    let mut contents = BTreeMap::new();
    let entry = Entry {
        flavour,
        programs: [&first, &whole],
        assets: &assets,
    };
    entry.add(&mut stamps, &mut contents)?;
    add_offline(&mut contents)?;
    add_engine(&mut stamps, &engine, &mut contents)?;
    add_copies(&assets, &mut contents)?;

    let wasm = assets.get("wasm")?.path.clone();
    let mut first_question = vec!["gca-assessment.js".to_string()];
    for name in ["wasm", "bank:gca-core", "texts:gca-core.en", "ui.en"] {
        first_question.push(assets.get(name)?.path.clone());
    }
    contents.extend(assets.into_files());
    let folder = flavour.folder();
    write(&folder, &contents)?;
    let list = progress::step("list files", || FileList::of(&contents, &folder))?;
    let mut listed = serde_json::to_vec_pretty(&list)?;
    listed.push(b'\n');
    contents.insert(FILE_LIST.into(), listed);
    let sums = manifest::check_sums(&contents);
    contents.insert("SHA256SUMS".into(), sums.into_bytes());
    write(&folder, &contents)?;
    remove_others(&folder, &contents)?;
    if is_quick() {
        return Ok(());
    }
    let first_question: Vec<&str> = first_question.iter().map(String::as_str).collect();
    budget::check(&list, &wasm, &first_question)
}

/// One page that holds everything, for a stick or a mail: it opens from its file by a double click.
fn add_offline(contents: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let Some(script) = contents.get("inline.classic.js") else {
        return Ok(());
    };
    // What would end or hide the script stands in its strings only, where a backslash changes nothing.
    let script = std::str::from_utf8(script)?
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--");
    let page = files::read_text(&root().join("www/offline.html"))?;
    let page = page.replace("{{script}}", &script);
    contents.insert("offline.html".into(), page.into_bytes());
    // A double click cannot say `#workshop`.
    let trainers = files::read(&root().join("www/offline-workshop.html"))?;
    contents.insert("offline-workshop.html".into(), trainers);
    Ok(())
}

fn add_engine(
    stamps: &mut Stamps,
    engine: &Built,
    contents: &mut BTreeMap<String, Vec<u8>>,
) -> Result<()> {
    let wasm = files::read(&engine.wasm)?;
    let path = hashed_path("gca-engine", "wasm", &wasm);
    let script = Script {
        step: "bundle engine.js",
        entry: root().join("www/engine.js"),
        out: scratch().join("engine.js"),
        aliases: &[("gca:engine", &engine.glue)],
        defines: &[
            ("__GCA_VERSION__", version()),
            ("__GCA_ENGINE_WASM__", format!("\"./{path}\"")),
        ],
        options: &[],
    };
    contents.insert("engine.js".into(), script.bundle(stamps)?);
    contents.insert(path, wasm);
    Ok(())
}

/// What lies in `www/` and goes to dist as it is: types, the guide, and the scripts of the frame, which need no bundling.
const COPIED: &[&str] = &[
    "README.md",
    "custom-elements.json",
    "embed.css",
    "embed.html",
    "embed.js",
    "engine.d.ts",
    "gca-assessment.d.ts",
    "gca-frame.d.ts",
    "gca-frame.js",
    "privacy.md",
];

/// The papers of the repository that belong to what is published.
const PAPERS: &[&str] = &[
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "SECURITY.md",
];

/// Types, pages, banks and papers, which go to dist as they are.
fn add_copies(assets: &Assets, contents: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let www = root().join("www");
    for name in COPIED {
        contents.insert((*name).into(), files::read(&www.join(name))?);
    }
    for name in PAPERS {
        contents.insert((*name).into(), files::read(&root().join(name))?);
    }
    let sbom = sbom::of_lock_file(&files::read_text(&root().join("Cargo.lock"))?)?;
    contents.insert("sbom.cdx.json".into(), sbom.into_bytes());
    for path in files::below(&www.join("data/banks"))? {
        let name = path.file_name().context("a bank without a name")?;
        let name = format!("banks/{}", name.to_string_lossy());
        contents.insert(name, files::read(&path)?);
    }
    for path in files::below(&www.join("recipes"))? {
        contents.insert(relative(&path, &www)?, files::read(&path)?);
    }
    for path in files::below(&www.join("demo"))? {
        let inside = relative(&path, &www)?;
        let mut content = files::read(&path)?;
        if inside.ends_with(".html") {
            let page = String::from_utf8(content).with_context(|| inside.clone())?;
            let depth = inside.matches('/').count();
            content = assets
                .fill_in(&page, depth)
                .with_context(|| inside.clone())?
                .into_bytes();
        }
        contents.insert(inside, content);
    }
    contents.insert("package.json".into(), manifest::package().into_bytes());
    Ok(())
}

fn write(folder: &Path, contents: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    contents
        .iter()
        .try_for_each(|(name, content)| files::write(&folder.join(name), content))
}

/// Removes what is no longer part of the folder.
fn remove_others(folder: &Path, contents: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    for path in files::below(folder)? {
        if !contents.contains_key(&relative(&path, folder)?) {
            std::fs::remove_file(&path)
                .with_context(|| format!("can not remove {}", path.display()))?;
        }
    }
    Ok(())
}

fn print_wasm_sizes(flavour: Flavour) -> Result<()> {
    let _lock = lock()?;
    let mut stamps = prepare()?;
    let [first, whole] = flavour.programs();
    for module in [first, whole, quickly(ENGINE)] {
        let wasm = module.build(&mut stamps)?.wasm;
        let bytes = files::read(&wasm)?.len();
        let brotli = files::brotli_sizes(&[wasm])?;
        let name = module.name();
        println!("  {name:<34}{bytes:>8} bytes {brotli:?} brotli");
    }
    Ok(())
}

fn prepare() -> Result<Stamps> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm_packages()?;
    Ok(Stamps::load(scratch().join("stamps.json")))
}

fn lock() -> Result<std::fs::File> {
    let path = scratch().join("lock");
    files::write(&path, b"")?;
    let file = std::fs::File::open(&path).with_context(|| path.display().to_string())?;
    if file.try_lock().is_err() {
        println!("  waiting for another build of this checkout …");
        file.lock().context("can not lock the build folder")?;
    }
    Ok(file)
}

fn relative(path: &Path, folder: &Path) -> Result<String> {
    let inside = path.strip_prefix(folder)?;
    Ok(inside.to_string_lossy().replace('\\', "/"))
}

fn version() -> String {
    format!("\"{}\"", crate::workspace::VERSION)
}
