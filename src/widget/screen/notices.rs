//! What must not be missed, above the page, and the dialog.

use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::{keeper::Trouble, Key, Msg, Saving};
use yew::{html, AttrValue, Event, Html};

pub(crate) fn notices(ui: &Ui) -> Html {
    let trouble = match ui.model.saving() {
        Saving::Failed(trouble) => Some(match trouble {
            Trouble::Denied => notice(
                ui,
                Key::NoticeDenied,
                ui.t(Key::NoticeDeniedText),
                &[(Msg::Copy, Key::NoticeCopy), (Msg::Retry, Key::NoticeRetry)],
            ),
            Trouble::Full => notice(
                ui,
                Key::NoticeFull,
                ui.t(Key::NoticeFullText),
                &[(Msg::Copy, Key::NoticeCopy), (Msg::Retry, Key::NoticeRetry)],
            ),
            Trouble::Newer => notice(
                ui,
                Key::NoticeNewer,
                ui.t(Key::NoticeNewerText),
                &[(Msg::Copy, Key::NoticeCopy)],
            ),
            Trouble::Elsewhere => notice(
                ui,
                Key::NoticeOtherTab,
                ui.t(Key::NoticeOtherTabText),
                &[
                    (Msg::TakeTheirs, Key::NoticeTakeTheirs),
                    (Msg::KeepMine, Key::NoticeKeepMine),
                    (Msg::Copy, Key::NoticeCopy),
                ],
            ),
        }),
        _ => None,
    };
    let close = [(Msg::CloseNotice, Key::NoticeClose)];
    let damaged = ui
        .model
        .found_damaged()
        .then(|| notice(ui, Key::NoticeDamaged, ui.t(Key::NoticeDamagedText), &close));
    let kept = match ui.model.kept_to_report() {
        0 => None,
        n => Some(html! {
            <div class="notice" part="notice">
                {icon(Icon::Info)}
                <div class="stack-s"><p>{ui.count(Key::NoticeKept, n)}</p>{actions(ui, &close)}</div>
            </div>
        }),
    };
    html! { <>{trouble}{damaged}{kept}</> }
}

fn notice(ui: &Ui, title: Key, text: AttrValue, buttons: &[(Msg, Key)]) -> Html {
    html! {
        <div class="notice warn" part="notice" role="alert">
            {icon(Icon::Warn)}
            <div class="stack-s">
                {ui.heading(1, "t3", ui.t(title).into())}
                <p>{text}</p>
                {actions(ui, buttons)}
            </div>
        </div>
    }
}

fn actions(ui: &Ui, buttons: &[(Msg, Key)]) -> Html {
    let buttons = buttons
        .iter()
        .map(|(msg, key)| ui.button("btn", msg.clone(), ui.t(*key)));
    html! { <div class="row">{for buttons}</div> }
}

/// Asks before deleting; the safe choice has the focus.
pub(crate) fn dialog(ui: &Ui) -> Html {
    if !ui.model.is_deleting() {
        return Html::default();
    }
    let text = ui.fill(
        Key::DeleteText,
        &[
            (
                "answers",
                &ui.count(Key::DeleteAnswers, ui.model.answer_count()),
            ),
            ("notes", &ui.count(Key::DeleteNotes, ui.model.note_count())),
        ],
    );
    html! {
        <dialog class="dialog" aria-labelledby="dlg-h" aria-describedby="dlg-p" oncancel={ui.on::<Event>(Msg::KeepAssessment)}>
            <div class="stack">
                <h3 class="t3" id="dlg-h">{ui.t(Key::DeleteTitle)}</h3>
                <p id="dlg-p">{text}</p>
                <div class="row">
                    <button type="button" class="btn danger" onclick={ui.click(Msg::Delete)}>{ui.t(Key::DeleteDelete)}</button>
                    <button type="button" class="btn safe" onclick={ui.click(Msg::KeepAssessment)}>{ui.t(Key::DeleteKeep)}</button>
                    {ui.link(Msg::Copy, ui.t(Key::NoticeCopy), None)}
                </div>
            </div>
        </dialog>
    }
}
