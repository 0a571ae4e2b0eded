//! The hashed files: named after their content, so that a browser may keep them for ever.

use crate::data::{compile_bank, compile_catalog};
use crate::files;
use crate::workspace::{root, shown};
use anyhow::{Context, Result};
use gca_session::catalog::{FIRST_NAMES, WHOLE_NAMES};
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One hashed file.
pub struct Asset {
    /// Path in dist.
    pub path: String,
    pub content: Vec<u8>,
}

/// The hashed files by the names that scripts ask for: `wasm`, `wasm-whole`, `style-whole`, `bank:<id>`, `texts:<id>.<language>`,
/// `more:<id>.<language>`, `ui.<language>`, `ui-whole.<language>`.
#[derive(Default)]
pub struct Assets(BTreeMap<String, Asset>);

impl Assets {
    /// Adds a file under `assets/<stem>-<hash>.<kind>`.
    pub fn add(&mut self, name: &str, stem: &str, kind: &str, content: Vec<u8>) {
        let path = hashed_path(stem, kind, &content);
        self.0.insert(name.to_string(), Asset { path, content });
    }

    /// Adds what the banks and catalogs of `www/data` compile to.
    ///
    /// # Errors
    /// With the path of the file that is wrong.
    pub fn add_data(&mut self) -> Result<()> {
        for path in json_in("www/data/banks")? {
            self.add_bank(&path).with_context(|| shown(&path))?;
        }
        for path in json_in("www/data/ui")? {
            self.add_catalog(&path).with_context(|| shown(&path))?;
        }
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

    fn add_catalog(&mut self, path: &Path) -> Result<()> {
        let language = path
            .file_stem()
            .context("no language in the file name")?
            .to_string_lossy();
        let groups = [FIRST_NAMES, WHOLE_NAMES];
        let texts = compile_catalog(&groups, &files::read(path)?)?;
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
        self.0
            .get(name)
            .with_context(|| format!("no asset is called {name}"))
    }

    /// The table that the entry script looks files up in.
    pub fn table(&self) -> Value {
        let rows = self.0.iter().map(|(name, asset)| {
            let row = json!({"url": asset.path, "integrity": files::integrity(&asset.content)});
            (name.clone(), row)
        });
        Value::Object(rows.collect::<Map<_, _>>())
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
        self.0
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
