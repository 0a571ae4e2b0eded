//! All of it on paper and in files.

mod figure;
mod files;
mod sheets;

pub(crate) use sheets::sheets;

use crate::dom::{el, El};
use crate::effects::paper::message;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::whole::paper::Msg;
use gca_session::whole::report::{report as describe, Setting};
use gca_session::whole::results::REPORT_PARTS;
use gca_session::{Feature, Key, Msg as Any};
use yew::Html;

pub(crate) fn report(ui: &Ui) -> Html {
    let page = ui.page(el("div|page|part=page"));
    let overall = ui.model.assessment().overall.as_ref();
    let has_score = overall.is_some_and(|o| o.points.score().is_some());
    let lead = el("div|stack-s")
        .kid(ui.title(ui.t(Key::NavReport)))
        .el_if(has_score, || ui.p("lead", Key::ReportLead));
    let head = el("div|page-head split").el(lead);
    if !has_score && ui.model.answer_count() == 0 {
        return page.el(head).el(empty(ui)).html();
    }
    // Part by part, each in its place from the beginning.
    let parts = ui.model.unfolded();
    let is_whole = parts >= REPORT_PARTS;
    let has_files = parts > 0 && !ui.model.hides(Feature::Files);
    let waiting = || el("div|section rule|aria-hidden=true").el(el("span|skel box"));
    page.el(head.el_if(is_whole, || print(ui)))
        .el_if(has_files, || files::section(ui))
        .el_if(parts > 0, || super::hand_in::section(ui))
        .el_if(is_whole, || preview(ui))
        .el_if(!is_whole, waiting)
        .html()
}

fn preview(ui: &Ui) -> El {
    let setting = Setting {
        formats: ui.format,
        direction: ui.direction,
        now: js_sys::Date::now(),
        unnamed: ui.model.is_unnamed(),
    };
    sheets::section(ui, &describe(ui.model, &setting))
}

fn print(ui: &Ui) -> El {
    el("button|btn primary|type=button|part=button-primary")
        .click(ui.shell, message(Msg::Print))
        .kid(icon(Icon::Print))
        .space()
        .t(ui, Key::ReportPrint)
}

fn empty(ui: &Ui) -> El {
    el("div|empty")
        .kid(ui.h(1, "t3", Key::ResultsEmpty))
        .el(ui.p("", Key::ReportEmptyText))
        .el(ui.primary(Any::Continue, ui.t(Key::ResultsEmptyButton)))
}
