//! Whatever somebody typed is text, wherever it is written.

use crate::support::small;
use crate::{naughty, page_of, text, typed};
use gca_session::whole::export::Kind;

/// Tags and attributes of a page, and what is between them; character references stand as they are.
/// Fails at anything that is no markup of the report.
fn check(html: &str) {
    let (_, body) = html.split_once("</style>").expect("a style sheet");
    let mut rest = body;
    while let Some((_, tail)) = rest.split_once('<') {
        let (tag, tail) = tail.split_once('>').expect("a tag that ends");
        rest = tail;
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        const KNOWN: &str = " a b bdi body circle dd desc div dl dt g h1 h2 h3 head header html li line main p path polygon polyline rect section small span svg table tbody td text tspan th thead title caption tr ul figure figcaption clipPath pattern defs use ";
        assert!(KNOWN.contains(&format!(" {name} ")), "<{tag}>");
        for attribute in tag.split(' ').skip(1) {
            let attribute = attribute.split('=').next().unwrap();
            assert!(!attribute.starts_with("on"), "<{tag}>");
        }
        if let Some((_, address)) = tag.split_once("href=\"") {
            let is_safe = ["http://", "https://", "mailto:", "#"];
            assert!(
                is_safe.iter().any(|start| address.starts_with(start)),
                "<{tag}>"
            );
        }
    }
}

#[test]
fn no_text_becomes_markup_of_the_page() {
    for typed_text in naughty() {
        let page = page_of(&small(), &typed(&typed_text));
        let html = text(&page.model, Kind::Html, false);
        check(&html);
        for part in ["<script", "<img", "onerror=\"", "onload=\""] {
            assert!(!html.contains(part), "{typed_text:?}: {part}");
        }
        let is_control = |c: char| c.is_control() && !"\n\t".contains(c);
        assert!(!html.contains(is_control), "{typed_text:?}");
    }
}

#[test]
fn no_name_ends_the_style_sheet() {
    for name in [
        "</style><script>alert(1)</script>",
        "\" } body { display: none } \"",
        "\\",
        "a\nb",
        "'",
        "\u{0}",
    ] {
        let page = page_of(&small(), &typed(name));
        let html = text(&page.model, Kind::Html, false);
        assert_eq!(html.matches("</style>").count(), 1, "{name:?}");
        assert_eq!(html.matches("<style>").count(), 1, "{name:?}");
        let (_, paper) = html.split_once("@page").unwrap();
        let (paper, _) = paper.split_once("</style>").unwrap();
        let bare: String = paper.split('"').step_by(2).collect();
        assert_eq!(
            bare.matches('{').count(),
            bare.matches('}').count(),
            "{name:?}: {paper}"
        );
        assert_eq!(paper.matches('"').count(), 4, "{name:?}: {paper}");
    }
}

#[test]
fn no_text_becomes_markup_of_the_markdown() {
    for typed_text in naughty() {
        let page = page_of(&small(), &typed(&typed_text));
        let markdown = text(&page.model, Kind::Markdown, false);
        for line in markdown.lines() {
            let mut before = ' ';
            for (at, c) in line.char_indices() {
                // The addresses of links that are safe stand in angle brackets.
                let is_link = line[at..].starts_with("<http") || line[at..].starts_with("<mailto:");
                if c == '<' && before != '\\' && !is_link {
                    panic!("{typed_text:?}: {line}");
                }
                before = if before == '\\' && c == '\\' { ' ' } else { c };
            }
        }
    }
}

#[test]
fn only_safe_addresses_become_links() {
    for (address, is_link) in [
        ("https://example.org/a?b=c&d='e'", true),
        ("mailto:a@example.org", true),
        ("javascript:alert(1)", false),
        ("data:text/html,<script>alert(1)</script>", false),
        ("example.org", false),
    ] {
        let page = page_of(&small(), &typed(address));
        let html = text(&page.model, Kind::Html, false);
        assert_eq!(html.contains(" href=\""), is_link, "{address}");
        check(&html);
    }
}
