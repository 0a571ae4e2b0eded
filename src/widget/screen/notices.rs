//! What must not be missed, above the page, and the dialog.

use crate::dom::{all, el, El, Kind, Send};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::{keeper::Trouble, Feature, Key, Msg, Saving};
use yew::Html;

pub(crate) fn notices(ui: &Ui) -> Html {
    let copy = (Msg::Copy, Key::NoticeCopy);
    let retry = (Msg::Retry, Key::NoticeRetry);
    let close = [(Msg::CloseNotice, Key::NoticeClose)];
    // Each has its place: one that goes must not announce the others again.
    let (mut trouble_notice, mut damaged, mut news) = Default::default();
    if let Saving::Failed(trouble) = ui.model.saving() {
        trouble_notice = match trouble {
            Trouble::Denied => warn(ui, Key::NoticeDenied, Key::NoticeDeniedText, &[copy, retry]),
            Trouble::Full => warn(ui, Key::NoticeFull, Key::NoticeFullText, &[copy, retry]),
            Trouble::Newer => warn(ui, Key::NoticeNewer, Key::NoticeNewerText, &[copy]),
            Trouble::Gone => warn(
                ui,
                Key::NoticeGone,
                Key::NoticeGoneText,
                &[
                    (Msg::KeepMine, Key::NoticeSaveAgain),
                    (Msg::Afresh, Key::NoticeAfresh),
                    copy,
                ],
            ),
            Trouble::Elsewhere => warn(
                ui,
                Key::NoticeOtherTab,
                Key::NoticeOtherTabText,
                &[
                    (Msg::TakeTheirs, Key::NoticeTakeTheirs),
                    (Msg::KeepMine, Key::NoticeKeepMine),
                    copy,
                ],
            ),
        };
    }
    if ui.model.found_damaged() {
        damaged = warn(ui, Key::NoticeDamaged, Key::NoticeDamagedText, &close);
    }
    let kept = ui.model.kept_to_report();
    // What came of a file is told in more words already.
    #[cfg(feature = "whole")]
    let kept = match ui.model.told() {
        Some(gca_session::whole::device::Told::Opened(_)) => 0,
        _ => kept,
    };
    let told = match kept {
        0 if ui.model.is_deleted() => Some(ui.t(Key::DeleteDone)),
        0 => None,
        kept => Some(ui.count(Key::NoticeKept, kept)),
    };
    if let Some(words) = told {
        let words = el("div|stack-s")
            .el(el("p").text(words))
            .el(actions(ui, &close));
        let notice = el("div|notice|part=notice|role=status");
        news = notice.kid(icon(Icon::Info)).el(words).html();
    }
    all(vec![trouble_notice, damaged, news])
}

fn warn(ui: &Ui, title: Key, words: Key, buttons: &[(Msg, Key)]) -> Html {
    let body = el("div|stack-s")
        .kid(ui.h(0, "t3", title))
        .el(ui.p("", words))
        .el(actions(ui, buttons));
    el("div|notice warn|part=notice|role=alert")
        .kid(icon(Icon::Warn))
        .el(body)
        .html()
}

fn actions(ui: &Ui, buttons: &[(Msg, Key)]) -> El {
    let mut row = el("div|row");
    for (msg, key) in buttons {
        row = row.el(ui.button(msg.clone(), ui.t(*key)));
    }
    row
}

/// Asks before deleting; the safe choice has the focus, and what is asked as its description: Orca says nothing of the dialog around it.
pub(crate) fn dialog(ui: &Ui) -> Html {
    if !ui.model.is_deleting() {
        return Html::default();
    }
    let words = ui.fill(
        Key::DeleteText,
        &[
            (
                "answers",
                &ui.count(Key::DeleteAnswers, ui.model.answer_count()),
            ),
            ("notes", &ui.count(Key::DeleteNotes, ui.model.note_count())),
        ],
    );
    let delete = el("button|btn danger|type=button").click(ui.shell, Msg::Delete);
    let keep = el("button|btn safe|type=button|aria-describedby=dlg-p")
        .click(ui.shell, Msg::KeepAssessment);
    let buttons = el("div|row")
        .el(delete.t(ui, Key::DeleteDelete))
        .el(keep.t(ui, Key::DeleteKeep))
        .el_if(!ui.model.hides(Feature::Files), || {
            ui.link(Msg::Copy, ui.t(Key::NoticeCopy))
        });
    let body = el("div|stack")
        .el(el("h2|t3|id=dlg-h").t(ui, Key::DeleteTitle))
        .el(el("p||id=dlg-p").text(words))
        .el(buttons);
    el("dialog|dialog|aria-labelledby=dlg-h")
        .on(Kind::Cancel, ui.shell, Send::Msg(Msg::KeepAssessment))
        .el(body)
        .html()
}
