//! XLIFF 2.1 (OASIS): a unit's name is the key, its segment's state says how far it is.

use super::Unit;
use anyhow::{Context, Result};
use roxmltree::{Document, Node};

const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// A file of units.
pub fn write(of: &str, language: &str, units: &[Unit]) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"{NAMESPACE}\" version=\"2.1\" srcLang=\"en\" trgLang=\"{}\">\n<file id=\"{}\">\n",
        escaped(language),
        escaped(of),
    );
    for (n, unit) in units.iter().enumerate() {
        let state = match unit {
            _ if unit.target.is_empty() || unit.is_stale => "initial",
            _ if unit.is_reviewed => "reviewed",
            _ => "translated",
        };
        out.push_str(&format!(
            "<unit id=\"u{n}\" name=\"{}\"><segment state=\"{state}\"><source xml:space=\"preserve\">{}</source><target xml:space=\"preserve\">{}</target></segment></unit>\n",
            escaped(&unit.id()),
            escaped(&unit.source),
            escaped(&unit.target),
        ));
    }
    out.push_str("</file>\n</xliff>\n");
    out
}

/// What a file is of, its language and its units. A unit that is back in its initial state says nothing.
///
/// # Errors
/// When the file is no XLIFF 2.
pub fn read(text: &str) -> Result<(String, String, Vec<Unit>)> {
    let document = Document::parse(text)?;
    let root = document.root_element();
    let language = root.attribute("trgLang").context("it names no trgLang")?;
    let file = child(root, "file").context("it has no file")?;
    let of = file.attribute("id").context("its file has no id")?;
    let units = file
        .children()
        .filter(|node| node.has_tag_name((NAMESPACE, "unit")));
    let units = units.map(|unit| {
        let name = unit.attribute("name").context("a unit has no name")?;
        let segment = child(unit, "segment").with_context(|| format!("{name} has no segment"))?;
        let said = |tag| child(segment, tag).map(words).unwrap_or_default();
        let state = segment.attribute("state").unwrap_or("translated");
        Ok(Unit {
            source: said("source"),
            target: if state == "initial" {
                String::new()
            } else {
                said("target")
            },
            is_reviewed: matches!(state, "reviewed" | "final"),
            ..Unit::named(name)
        })
    });
    Ok((of.into(), language.into(), units.collect::<Result<_>>()?))
}

fn child<'a, 'input>(node: Node<'a, 'input>, tag: &str) -> Option<Node<'a, 'input>> {
    node.children()
        .find(|child| child.has_tag_name((NAMESPACE, tag)))
}

fn words(node: Node) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|node| node.text()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
