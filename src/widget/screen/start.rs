//! The start: what it is, where to begin or go on, what happens to the answers.

use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::view::rail;
use gca_session::{Key, Mode, Msg, Persist, Saving};
use yew::{html, Html};

pub(crate) fn start(ui: &Ui) -> Html {
    html! {
        <div class="page" part="page">
            <div class="page-head">
                {ui.title(ui.t(Key::StartTitle))}
                <p class="lead">{ui.t(Key::StartLead)}</p>
                <p>{icon(Icon::Lock)}{" "}<strong>{ui.t(Key::StartStay)}</strong>{" "}{ui.t(Key::StartNobody)}</p>
            </div>
            {resume(ui)}
            {modes(ui)}
            {covers(ui)}
            <div class="section rule cols two">
                <section class="stack">
                    {ui.heading(1, "t2", ui.t(Key::StartRules).into())}
                    <ul class="blist stack-s">
                        {for ui.model.texts().instructions.split('\n').map(|rule| html! { <li>{rule.to_owned()}</li> })}
                    </ul>
                </section>
                {privacy(ui)}
            </div>
        </div>
    }
}

fn resume(ui: &Ui) -> Html {
    let model = ui.model;
    if !model.is_begun() {
        return Html::default();
    }
    let areas = rail(model);
    let done = areas.iter().map(|a| a.done).sum();
    let total = areas.iter().map(|a| a.total).sum();
    let saved = match model.saving() {
        Saving::Saved(at) if model.persist() == Persist::Local => {
            Some(ui.fill(Key::StartSaved, &[("date", &ui.format.date(at))]))
        }
        _ => None,
    };
    html! {
        <section class="resume" part="resume">
            <div>
                {ui.heading(1, "t3", ui.t(Key::StartResume).into())}
                <p class="small">
                    {ui.fill(Key::StartDone, &[("done", &ui.whole(done)), ("total", &ui.whole(total))])}
                    {" "}{saved}
                </p>
            </div>
            <div class="row">
                {ui.button("btn primary", Msg::Continue, ui.t(Key::StartContinue))}
                <button type="button" class="link" id="delete" onclick={ui.click(Msg::AskDelete)}>
                    {ui.t(Key::StartDelete)}
                </button>
            </div>
        </section>
    }
}

fn modes(ui: &Ui) -> Html {
    let model = ui.model;
    let card = |mode, title, meta, n, text, button| {
        if model.only_mode().is_some_and(|only| only != mode) {
            return Html::default();
        }
        html! {
            <div class="mode" part="panel">
                {ui.heading(2, "t3", ui.t(title).into())}
                <p class="muted small num">{ui.count(meta, n)}</p>
                <p>{ui.t(text)}</p>
                {ui.button(if model.is_begun() { "btn" } else { "btn primary" }, Msg::Start(mode), ui.t(button))}
            </div>
        }
    };
    let quick = model.quick_count();
    let heading = if model.is_begun() {
        Key::StartChoose
    } else {
        Key::StartNew
    };
    html! {
        <section class="section">
            {ui.heading(1, "t2", ui.t(heading).into())}
            <div class="modes">
                {card(Mode::Full, Key::AppFull, Key::StartFullMeta, model.whole_count(), Key::StartFullText, Key::StartFullButton)}
                if quick > 0 {
                    {card(Mode::Quick, Key::AppQuick, Key::StartQuickMeta, quick, Key::StartQuickText, Key::StartQuickButton)}
                }
            </div>
            if quick > 0 && model.only_mode().is_none() {
                <p class="small muted after">{ui.t(Key::StartShared)}</p>
            }
        </section>
    }
}

fn covers(ui: &Ui) -> Html {
    let bank = ui.model.bank();
    let areas = bank.areas().iter().map(|area| {
        let texts = ui
            .model
            .texts()
            .areas
            .get(area.source)
            .cloned()
            .unwrap_or_default();
        let indicators = bank.indicators_of(area);
        let questions = indicators.iter().map(|i| i.questions.len()).sum();
        let counts = ui.fill(
            Key::StartCounts,
            &[
                (
                    "indicators",
                    &ui.count(Key::StartIndicators, indicators.len()),
                ),
                ("questions", &ui.count(Key::StartQuestions, questions)),
            ],
        );
        html! {
            <li class="area">
                <span class="area-n" aria-hidden="true">{ui.whole(area.source + 1)}</span>
                {ui.heading(2, "strong", texts.title.into())}
                <p class="small muted">{texts.summary}</p>
                <p class="xs muted num">{counts}</p>
            </li>
        }
    });
    html! {
        <section class="section rule">
            {ui.heading(1, "t2", ui.t(Key::StartCovers).into())}
            <ol class="areas">{for areas}</ol>
        </section>
    }
}

fn privacy(ui: &Ui) -> Html {
    let text = match ui.model.persist() {
        Persist::Local => Key::StartPrivacyText,
        Persist::Session => Key::StartPrivacyTab,
        Persist::None => Key::StartPrivacyMemory,
    };
    html! {
        <section class="stack">
            {ui.heading(1, "t2", ui.t(Key::StartPrivacy).into())}
            <p>{ui.t(text)}</p>
            <details class="disc">
                <summary>{ui.t(Key::StartCheck)}</summary>
                <div class="disc-body"><p>{ui.t(Key::StartCheckText)}</p></div>
            </details>
        </section>
    }
}
