//! A page that the first program does not have, until the whole program takes over.

use crate::dom::el;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::{Key, Msg, Screen};
use yew::Html;

pub(crate) fn wait(ui: &Ui, screen: Screen) -> Html {
    let title = match screen {
        Screen::Review => Key::NavReview,
        Screen::Steps => Key::NavSteps,
        Screen::Compare => Key::NavCompare,
        Screen::Report => Key::NavReport,
        _ => Key::NavResults,
    };
    let page = el("div|page stack|part=page|role=status").kid(ui.title(ui.t(title)));
    if !ui.model.is_whole_missing() {
        let bones = el("div|stack|aria-hidden=true")
            .el(el("span|skel tall"))
            .el(el("span|skel"))
            .el(el("span|skel box"));
        return page.el(ui.p("muted", Key::WaitText)).el(bones).html();
    }
    let words = el("div|stack-s")
        .kid(ui.h(1, "t3", Key::WaitFailed))
        .el(ui.p("", Key::WaitFailedText))
        .el(el("div|row").el(ui.primary(Msg::FetchWhole, ui.t(Key::WaitRetry))));
    let notice = el("div|notice warn|part=notice").kid(icon(Icon::Warn));
    page.el(notice.el(words)).html()
}
