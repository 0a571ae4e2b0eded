//! The hashed files: named after their content, so that a browser may keep them for ever.

use crate::data::{compile_bank, compile_catalog, compile_failures, compile_texts, translation};
use crate::files;
use crate::workspace::{root, shown};
use anyhow::{Context, Result};
use base64::Engine;
use gca_session::catalog::{FIRST_NAMES, WHOLE_NAMES};
use serde_json::{json, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One hashed file.
pub struct Asset {
    /// Path in dist.
    pub path: String,
    pub content: Vec<u8>,
}

/// The hashed files by the names that scripts ask for: `wasm`, `wasm-whole`, `style-whole`, `bank:<id>`, `texts:<id>.<language>`,
/// `more:<id>.<language>`, `ui.<language>`, `ui-whole.<language>`, `failures`.
#[derive(Default)]
pub struct Assets {
    files: BTreeMap<String, Asset>,
    /// What languages call themselves, by their tags.
    names: BTreeMap<String, String>,
}

impl Assets {
    /// Adds a file under `assets/<stem>-<hash>.<kind>`.
    pub fn add(&mut self, name: &str, stem: &str, kind: &str, content: Vec<u8>) {
        let path = hashed_path(stem, kind, &content);
        self.files.insert(name.to_string(), Asset { path, content });
    }

    /// Adds what the banks and catalogs of `www/data` compile to.
    ///
    /// # Errors
    /// With the path of the file that is wrong.
    pub fn add_data(&mut self) -> Result<()> {
        for path in json_in("www/data/banks")? {
            self.add_bank(&path).with_context(|| shown(&path))?;
        }
        for path in json_in("www/data/texts")? {
            self.add_texts(&path).with_context(|| shown(&path))?;
        }
        for path in json_in("www/data/ui")? {
            self.add_catalog(&path).with_context(|| shown(&path))?;
        }
        self.add_failures()
    }

    /// What is told of a failure in all languages but English, in one file: each would cost its hash before the first question.
    fn add_failures(&mut self) -> Result<()> {
        let mut all = BTreeMap::new();
        for path in json_in("www/data/failures")? {
            let language = path.file_stem().context("no language in the file name")?;
            let language = language.to_string_lossy().into_owned();
            let english = files::read_text(&root().join("www/texts.js"))?;
            let texts = compile_failures(&files::read(&path)?, &english);
            all.insert(language, texts.with_context(|| shown(&path))?);
        }
        self.add("failures", "failures", "json", serde_json::to_vec(&all)?);
        Ok(())
    }

    fn add_bank(&mut self, path: &Path) -> Result<()> {
        let bank = compile_bank(&files::read(path)?)?;
        let id = &bank.id;
        let language = format!("{id}.{}", bank.language);
        self.add(&format!("bank:{id}"), id, "json", bank.structure);
        self.add(&format!("texts:{language}"), &language, "json", bank.texts);
        let more = format!("{language}.more");
        self.add(&format!("more:{language}"), &more, "json", bank.more);
        Ok(())
    }

    /// A translation, `<bank>.<language>.json`.
    fn add_texts(&mut self, path: &Path) -> Result<()> {
        let name = path.file_stem().context("a translation without a name")?;
        let name = name.to_string_lossy();
        let (bank, _) = name
            .rsplit_once('.')
            .context("no language in the file name")?;
        let bank = files::read(&root().join(format!("www/data/banks/{bank}.json")))?;
        let translation = translation::read(&files::read(path)?)?;
        let (texts, more) = compile_texts(&bank, &translation)?;
        self.add(&format!("texts:{name}"), &name, "json", texts);
        self.add(
            &format!("more:{name}"),
            &format!("{name}.more"),
            "json",
            more,
        );
        Ok(())
    }

    fn add_catalog(&mut self, path: &Path) -> Result<()> {
        let language = path
            .file_stem()
            .context("no language in the file name")?
            .to_string_lossy();
        let groups = [FIRST_NAMES, WHOLE_NAMES];
        let english = files::read(&path.with_file_name("en.json"))?;
        let file = files::read(path)?;
        let texts = compile_catalog(&groups, &language, &file, &english)?;
        let names = serde_json::from_slice::<Value>(&file)?;
        if let Some(name) = names.get("language.name").and_then(Value::as_str) {
            self.names.insert(language.to_string(), name.to_owned());
        }
        for (stem, texts) in ["ui", "ui-whole"].into_iter().zip(texts) {
            let name = format!("{stem}.{language}");
            self.add(&name, &name, "json", texts);
        }
        Ok(())
    }

    /// The file of a name.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn get(&self, name: &str) -> Result<&Asset> {
        self.files
            .get(name)
            .with_context(|| format!("no asset is called {name}"))
    }

    /// The module `gca:assets`: the table that the entry script looks files up in. Each address is written out as a
    /// `new URL("…", import.meta.url)`, the form in which bundlers find files that they must carry along.
    pub fn table(&self) -> String {
        let rows = self.files.iter().map(|(name, asset)| {
            let (path, hash) = (&asset.path, files::short_integrity(&asset.content));
            format!(
                "{name:?}:{{url:()=>new URL(\"./{path}\",import.meta.url),integrity:{hash:?}{}}},\n",
                self.called(name)
            )
        });
        format!("export default {{\n{}}};\n", rows.collect::<String>())
    }

    /// Of a language what it calls itself, as one more member of its row.
    fn called(&self, name: &str) -> String {
        let language = name.strip_prefix("ui.");
        let called = language.and_then(|language| self.names.get(language));
        called.map_or_else(String::new, |called| format!(",name:{called:?}"))
    }

    /// The same module with the files themselves in it: text as it is, all else in base64.
    pub fn inline_table(&self) -> String {
        let rows = self.files.iter().map(|(name, asset)| {
            let mut data = match std::str::from_utf8(&asset.content) {
                Ok(text) => json!({ "text": text }),
                Err(_) => json!({"wasm": base64::engine::general_purpose::STANDARD.encode(&asset.content)}),
            };
            let called = name.strip_prefix("ui.");
            let called = called.and_then(|language| self.names.get(language));
            if let (Some(called), Some(row)) = (called, data.as_object_mut()) {
                row.insert("name".into(), called.as_str().into());
            }
            format!("{name:?}:{data},\n")
        });
        format!("export default {{\n{}}};\n", rows.collect::<String>())
    }

    /// Replaces `{{url <name>}}` and `{{sri <name>}}` in a page that lies `depth` folders below dist.
    ///
    /// # Errors
    /// When a name is unknown.
    pub fn fill_in(&self, page: &str, depth: usize) -> Result<String> {
        let mut filled = String::new();
        let mut rest = page;
        while let Some((before, found)) = rest.split_once("{{") {
            let (inside, after) = found.split_once("}}").context("{{ without }}")?;
            filled.push_str(before);
            match inside.trim().split_once(' ') {
                Some(("url", name)) => {
                    filled.push_str(&"../".repeat(depth));
                    filled.push_str(&self.get(name)?.path);
                }
                Some(("sri", name)) => {
                    filled.push_str(&files::integrity(&self.get(name)?.content));
                }
                _ => anyhow::bail!("{{{{{inside}}}}} is neither url nor sri"),
            }
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }

    /// The files, to be written.
    pub fn into_files(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.files
            .into_values()
            .map(|asset| (asset.path, asset.content))
    }
}

/// Path in dist of a file named after its content.
pub fn hashed_path(stem: &str, kind: &str, content: &[u8]) -> String {
    let hash = files::sha256(content).chars().take(10).collect::<String>();
    format!("assets/{stem}-{hash}.{kind}")
}

fn json_in(folder: &str) -> Result<Vec<PathBuf>> {
    let mut paths = files::below(&root().join(folder))?;
    paths.retain(|path| {
        let name = path.to_string_lossy();
        name.ends_with(".json") && !name.ends_with(".schema.json")
    });
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets() -> Assets {
        let mut assets = Assets::default();
        assets.add("ui.en", "ui.en", "json", b"[]".to_vec());
        assets
    }

    #[test]
    fn an_asset_is_named_after_its_content() -> Result<()> {
        assert_eq!(assets().get("ui.en")?.path, "assets/ui.en-4f53cda18c.json");
        Ok(())
    }

    #[test]
    fn a_table_names_each_file_in_a_form_that_bundlers_follow() {
        let table = assets().table();
        assert!(table.contains(
            r#""ui.en":{url:()=>new URL("./assets/ui.en-4f53cda18c.json",import.meta.url)"#
        ));
        let mut inlined = assets();
        inlined.add("wasm", "w", "wasm", vec![0, 0x61, 0x73, 0x6d, 0xff]);
        let table = inlined.inline_table();
        assert!(table.contains(r#""ui.en":{"text":"[]"}"#), "{table}");
        assert!(table.contains(r#""wasm":{"wasm":"AGFzbf8="}"#), "{table}");
    }

    #[test]
    fn a_page_is_filled_with_addresses_and_hashes() -> Result<()> {
        let page = assets().fill_in("<a href=\"{{url ui.en}}\">{{sri ui.en}}</a>", 1)?;
        let hash = files::integrity(b"[]");
        assert_eq!(
            page,
            format!("<a href=\"../assets/ui.en-4f53cda18c.json\">{hash}</a>")
        );
        assert!(assets().fill_in("{{url nothing}}", 1).is_err());
        Ok(())
    }
}
