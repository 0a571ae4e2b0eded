//! The bill of materials in CycloneDX form, read from `Cargo.lock`: what the shipped programs are linked from, by name, version,
//! address and hash. What only the build or the tests need is listed too, with the scope `excluded`.

use crate::workspace::VERSION;
use anyhow::{Context, Result};
use serde_json::{json, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The crates that are compiled for the browser.
const SHIPPED: [&str; 2] = ["gca-engine-wasm", "gca-widget"];

/// A package of the lock file.
#[derive(Default)]
struct Package {
    name: String,
    version: String,
    /// SHA-256 of the published crate; the crates of this repository have none.
    checksum: Option<String>,
    /// As the lock file writes them: a name, with its version where there are several.
    needs: Vec<String>,
}

impl Package {
    fn reference(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version)
    }
}

/// The document; the same lock file gives the same bytes.
///
/// # Errors
/// When the lock file has no shipped crate, so that a change of its form is noticed.
pub fn of_lock_file(lock: &str) -> Result<String> {
    let packages = read(lock);
    let shipped = closure(&packages);
    SHIPPED
        .iter()
        .find(|name| packages.iter().any(|package| package.name == **name))
        .context("Cargo.lock does not list what is shipped")?;
    let published = packages.iter().filter(|package| package.checksum.is_some());
    let components: Vec<Value> = published
        .clone()
        .map(|package| {
            let reference = package.reference();
            let is_shipped = shipped.contains(&reference);
            json!({
                "type": "library",
                "bom-ref": reference,
                "name": package.name,
                "version": package.version,
                "purl": reference,
                "scope": if is_shipped { "required" } else { "excluded" },
                "hashes": [{"alg": "SHA-256", "content": package.checksum}],
            })
        })
        .collect();
    let product = format!("pkg:npm/gca-assessment@{VERSION}");
    let direct: BTreeSet<String> = packages
        .iter()
        .filter(|package| package.checksum.is_none() && shipped.contains(&package.reference()))
        .flat_map(|package| needed_by(package, &packages))
        .filter(|need| need.checksum.is_some())
        .map(Package::reference)
        .collect();
    let mut dependencies = vec![json!({"ref": product, "dependsOn": direct})];
    dependencies.extend(published.map(|package| {
        let needs: Vec<String> = needed_by(package, &packages)
            .map(Package::reference)
            .collect();
        json!({"ref": package.reference(), "dependsOn": needs})
    }));
    let document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {
            "type": "library",
            "bom-ref": product,
            "name": "gca-assessment",
            "version": VERSION,
            "purl": product,
            "licenses": [{"expression": "(MIT OR Apache-2.0) AND CC-BY-4.0"}],
        }},
        "components": components,
        "dependencies": dependencies,
    });
    Ok(format!("{document:#}\n"))
}

/// The packages of a lock file. Only the few forms of line that Cargo writes are known.
fn read(lock: &str) -> Vec<Package> {
    let blocks = lock.split("[[package]]").skip(1);
    blocks
        .map(|block| {
            let mut package = Package::default();
            for line in block.lines().map(str::trim) {
                let quoted = |text: &str| text.trim_matches(['"', ',']).to_string();
                match line.split_once(" = ") {
                    Some(("name", name)) => package.name = quoted(name),
                    Some(("version", version)) => package.version = quoted(version),
                    Some(("checksum", checksum)) => package.checksum = Some(quoted(checksum)),
                    None if line.starts_with('"') => package.needs.push(quoted(line)),
                    _ => {}
                }
            }
            package
        })
        .collect()
}

fn needed_by<'a>(
    package: &'a Package,
    packages: &'a [Package],
) -> impl Iterator<Item = &'a Package> {
    package.needs.iter().filter_map(|need| {
        let mut words = need.split(' ');
        let name = words.next()?;
        let version = words.next();
        packages
            .iter()
            .find(|one| one.name == name && version.is_none_or(|version| version == one.version))
    })
}

/// References of all that the shipped crates need, directly or not.
fn closure(packages: &[Package]) -> BTreeSet<String> {
    let known: BTreeMap<String, &Package> = packages
        .iter()
        .map(|package| (package.reference(), package))
        .collect();
    let mut open: Vec<&Package> = known
        .values()
        .filter(|package| SHIPPED.contains(&package.name.as_str()))
        .copied()
        .collect();
    let mut found = BTreeSet::new();
    while let Some(next) = open.pop() {
        if found.insert(next.reference()) {
            open.extend(needed_by(next, packages));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "gca-widget"
version = "0.1.0"
dependencies = [
 "yew",
 "twice 2.0.0",
]

[[package]]
name = "yew"
version = "0.23.0"
checksum = "aa"

[[package]]
name = "twice"
version = "1.0.0"
checksum = "bb"

[[package]]
name = "twice"
version = "2.0.0"
checksum = "cc"
"#;

    #[test]
    fn what_is_linked_is_required_and_the_rest_is_excluded() -> Result<()> {
        let document: Value = serde_json::from_str(&of_lock_file(LOCK)?)?;
        let components = document.get("components").and_then(Value::as_array);
        let scopes: Vec<(&str, &str)> = components
            .into_iter()
            .flatten()
            .filter_map(|one| Some((one.get("purl")?.as_str()?, one.get("scope")?.as_str()?)))
            .collect();
        let expected = [
            ("pkg:cargo/yew@0.23.0", "required"),
            ("pkg:cargo/twice@1.0.0", "excluded"),
            ("pkg:cargo/twice@2.0.0", "required"),
        ];
        assert_eq!(scopes, expected);
        assert!(of_lock_file("version = 5").is_err());
        Ok(())
    }
}
