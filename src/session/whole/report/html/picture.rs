//! A picture in the page, as SVG.

use super::super::Figure;
use super::Page;
use gca_charts::svg_part;

pub(super) fn picture(page: &mut Page, figure: &Figure) {
    page.figures += 1;
    let id = ["f", &page.figures.to_string(), "-"].concat();
    let svg = svg_part(&figure.picture(page.rtl), &id);
    let class = if figure.is_round() {
        " class=\"around\""
    } else {
        ""
    };
    page.raw("<div")
        .raw(class)
        .raw(">")
        .raw(&svg)
        .raw("</div>\n");
}
