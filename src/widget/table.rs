//! Tables: a caption that is heard, heads, and a place of their own to scroll in by keyboard where they do not fit.

use crate::dom::{el, El};
use crate::ui::Ui;
use gca_session::Key;
use yew::AttrValue;

/// The row of heads; those of numbers are marked.
pub(crate) fn heads(of: impl IntoIterator<Item = (AttrValue, bool)>) -> El {
    let mut row = el("tr");
    for (words, is_number) in of {
        let head = el("th||scope=col").attr_if(is_number, "class", "n");
        row = row.el(head.text(words));
    }
    row
}

/// The row of heads that are texts of the interface.
pub(crate) fn named(ui: &Ui, of: &[(Key, bool)]) -> El {
    heads(of.iter().map(|(key, is_number)| (ui.t(*key), *is_number)))
}

/// Fills a table, which brings its classes, and makes it one that scrolls.
pub(crate) fn scrolled(ui: &Ui, table: El, title: AttrValue, heads: El, body: El) -> El {
    let label = ui.fill(Key::TableScroll, &[("title", &title)]);
    let table = table
        .el(el("caption|vh").text(title))
        .el(el("thead").el(heads))
        .el(body);
    el("div|scroll|tabindex=0|role=group")
        .attr("aria-label", label)
        .el(table)
}

/// The same behind a summary.
pub(crate) fn folded(ui: &Ui, title: AttrValue, heads: El, body: El) -> El {
    el("details|disc")
        .el(el("summary").t(ui, Key::ResultsTable))
        .el(scrolled(ui, el("table|tbl"), title, heads, body))
}
