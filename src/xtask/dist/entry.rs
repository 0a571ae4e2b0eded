//! The element's script in its forms: a module that fetches its files, a module with all files inside, and both as classic scripts
//! for pages that can not have modules.

use super::assets::Assets;
use super::bundle::{self, Script};
use super::wasm::Built;
use super::{version, Flavour};
use crate::files;
use crate::stamps::Stamps;
use crate::workspace::{root, scratch};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::Path;

/// What the forms are made of.
pub struct Entry<'a> {
    pub flavour: Flavour,
    /// The first and the whole program.
    pub programs: [&'a Built; 2],
    pub assets: &'a Assets,
}

/// One form.
struct Form {
    /// Path in dist.
    name: &'static str,
    is_inline: bool,
    options: &'static [&'static str],
}

/// A classic script knows its address only while it runs first; `www/classic.js` remembers it.
const CLASSIC: &[&str] = &[
    "--format=iife",
    "--global-name=gcaAssessment",
    "--inject:www/classic.js",
    "--define:import.meta.url=gcaScript",
];

const FORMS: &[Form] = &[
    Form {
        name: "gca-assessment.js",
        is_inline: false,
        options: &[],
    },
    Form {
        name: "gca-assessment.classic.js",
        is_inline: false,
        options: CLASSIC,
    },
    Form {
        name: "inline.js",
        is_inline: true,
        options: &[],
    },
    Form {
        name: "inline.classic.js",
        is_inline: true,
        options: CLASSIC,
    },
];

impl Entry<'_> {
    /// Adds all forms. With test hooks there is only the first, which is what the hooks are for.
    pub fn add(&self, stamps: &mut Stamps, contents: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
        for form in FORMS {
            if self.flavour == Flavour::Shipped || form.options.is_empty() && !form.is_inline {
                contents.insert(form.name.into(), self.bundle(stamps, form)?);
            }
        }
        Ok(())
    }

    fn bundle(&self, stamps: &mut Stamps, form: &Form) -> Result<Vec<u8>> {
        let hooks = self.flavour == Flavour::Hooked;
        let suffix = if hooks { "+test-hooks" } else { "" };
        let style = bundle::style(stamps, "first")?;
        let folder = scratch().join(format!("entry{suffix}"));
        let table = folder.join(format!("assets of {}", form.name));
        self.write_table(&table, form.is_inline)?;
        let [first, whole] = self.programs;
        Script {
            step: &format!("bundle {}{suffix}", form.name),
            entry: root().join("www/gca-assessment.js"),
            out: folder.join(form.name),
            aliases: &[
                ("gca:first", &first.glue),
                ("gca:whole", &whole.glue),
                ("gca:style", &style),
                ("gca:assets", &table),
            ],
            defines: &[
                ("__GCA_VERSION__", version()),
                ("__GCA_INLINE__", form.is_inline.to_string()),
                ("__GCA_TEST_HOOKS__", hooks.to_string()),
            ],
            options: form.options,
        }
        .bundle(stamps)
    }

    /// Writes the module `gca:assets` of a form.
    fn write_table(&self, path: &Path, is_inline: bool) -> Result<()> {
        let table = if is_inline {
            self.assets.inline_table()
        } else {
            self.assets.table()
        };
        files::write(path, table.as_bytes())
    }
}
