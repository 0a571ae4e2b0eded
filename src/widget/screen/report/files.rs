//! The files that can be made, and what each is for.

use crate::dom::{el, El, Kind as On, Send};
use crate::effects::paper::message;
use crate::ui::Ui;
use gca_session::whole::export::Kind;
use gca_session::whole::paper::Msg;
use gca_session::{Feature, Key};
use yew::AttrValue;

/// Name, what it is for, and the files with their names.
type Offer = (Key, Key, &'static [(Kind, Key)]);

/// What is offered.
const OFFERS: [Offer; 5] = [
    (
        Key::ReportHtml,
        Key::ReportHtmlText,
        &[(Kind::Html, Key::ReportHtml)],
    ),
    (
        Key::ReportXlsx,
        Key::ReportXlsxText,
        &[(Kind::Xlsx, Key::ReportXlsx)],
    ),
    (
        Key::ReportMarkdown,
        Key::ReportMarkdownText,
        &[(Kind::Markdown, Key::ReportMarkdown)],
    ),
    (
        Key::ReportCsv,
        Key::ReportCsvText,
        &[
            (Kind::AnswersCsv, Key::ReportAnswers),
            (Kind::ScoresCsv, Key::ExportScores),
            (Kind::StepsCsv, Key::NavSteps),
        ],
    ),
    (
        Key::ReportJson,
        Key::ReportJsonText,
        &[(Kind::Json, Key::ReportJson)],
    ),
];

pub(super) fn section(ui: &Ui) -> El {
    let mut list = el("ul|offers");
    for (name, text, files) in OFFERS {
        // What is only looked at is a file already.
        if name != Key::ReportJson || !ui.model.is_looking() {
            list = list.el(offer(ui, name, text, files));
        }
    }
    let saved = ui.model.paper_saved();
    let saved = saved.map(|name| ui.fill(Key::ReportSaved, &[("name", name)]));
    let words = el("span").text(saved.unwrap_or_default());
    el("section|section rule")
        .kid(ui.h(1, "t2", Key::ReportFiles))
        .el(ui.p("muted small", Key::ReportFilesLead))
        .el(unnamed(ui))
        .el(list)
        .el(el("p|small saved-as|role=status").el(words))
}

fn unnamed(ui: &Ui) -> El {
    let on = ui.model.is_unnamed();
    let field = el("input||type=checkbox|id=unnamed|aria-describedby=unnamed-p")
        .checked(on)
        .on(On::Change, ui.shell, Send::Msg(message(Msg::Unnamed(!on))));
    let label = el("label|choice")
        .el(field)
        .el(el("span").t(ui, Key::ReportUnnamed));
    let hint = el("p|small muted|id=unnamed-p").t(ui, Key::ReportUnnamedHint);
    el("div|unnamed").el(label).el(hint)
}

fn offer(ui: &Ui, name: Key, text: Key, files: &[(Kind, Key)]) -> El {
    let words = el("div")
        .el(el("p|strong").t(ui, name))
        .el(el("p|small muted").t(ui, text));
    let mut buttons = el("div|row");
    for (kind, what) in files {
        if *kind == Kind::StepsCsv && ui.model.hides(Feature::Steps) {
            continue;
        }
        let what = ui.t(*what);
        let label = ui.fill(Key::ReportSaveAs, &[("what", &what)]);
        // One file needs no name beside that of its row.
        let shown: AttrValue = match files.len() {
            1 => ui.t(Key::ReportSave),
            _ => what,
        };
        let button = el("button|btn sm|type=button|part=button")
            .attr("aria-label", label)
            .click(ui.shell, message(Msg::Save(*kind)))
            .text(shown);
        buttons = buttons.el(button);
    }
    el("li").el(words).el(buttons)
}
