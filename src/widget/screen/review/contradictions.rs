//! Answers that contradict each other.

use crate::dom::{el, El};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::whole::Contradiction;
use gca_session::{Key, Msg};

pub(crate) fn section(ui: &Ui, found: Option<&Vec<Contradiction>>) -> El {
    let found = found.map(Vec::as_slice).unwrap_or_default();
    let count = el("span|count").words(&ui.whole(found.len()));
    let words = el("span")
        .t(ui, Key::ReviewContradictionsTitle)
        .space()
        .el(count);
    let mut list = el("ul|lines clashes");
    for one in found {
        let mut links = el("span|row");
        for (at, number) in &one.questions {
            let label = ui.fill(Key::ReviewChangeLabel, &[("number", &ui.number(*number))]);
            links = links.el(ui.link(Msg::Jump(*at), label));
        }
        let words = el("div|stack-s").el(el("p").words(&one.text)).el(links);
        list = list.el(el("li").kid(icon(Icon::Warn)).el(words));
    }
    el("section|contradict")
        .kid(ui.heading(1, "t2", words.html()))
        .el(ui.p("sub muted", Key::ReviewContradictionsLead))
        .el(list)
}

/// That nobody could look for them.
pub(crate) fn missing(ui: &Ui) -> El {
    el("div|row small missing")
        .el(ui.p("muted", Key::ReviewContradictionsMissing))
        .el(ui.link(Msg::Help, ui.t(Key::NoticeRetry)))
}
