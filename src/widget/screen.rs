//! The frame around every screen.

mod charts;
mod notices;
mod question;
mod questions;
mod rail;
mod results;
mod review;
mod start;

use crate::svg;
use crate::ui::Ui;
use gca_session::view::rail as areas;
use gca_session::{Key, Mode, Msg, Screen};
use yew::{html, AttrValue, Html};

/// The whole widget.
pub(crate) fn root(ui: &Ui) -> Html {
    let page = match ui.model.screen() {
        Screen::Start => start::start(ui),
        Screen::Questions => questions::questions(ui),
        Screen::Review => review::review(ui),
        Screen::Results => results::results(ui),
    };
    let lang: AttrValue = ui.model.catalog().language().to_owned().into();
    let dir: AttrValue = ui.direction.to_owned().into();
    html! {
        <section class="gca" part="root" {lang} {dir} aria-labelledby="gca-name">
            <div class="in">
                {header(ui)}
                {notices::notices(ui)}
                {tabs(ui)}
                {page}
                {notices::dialog(ui)}
            </div>
        </section>
    }
}

fn header(ui: &Ui) -> Html {
    let shares: Vec<f64> = areas(ui.model)
        .iter()
        .map(|a| share(a.done, a.total))
        .collect();
    let bank = ui.model.bank();
    let sub = match ui.model.mode() {
        Some(Mode::Quick) => ui.t(Key::AppQuick),
        Some(Mode::Full) if ui.model.is_begun() => ui.t(Key::AppFull),
        _ => ui.fill(
            Key::AppSubtitle,
            &[
                ("areas", &ui.whole(bank.areas().len())),
                ("questions", &ui.whole(ui.model.whole_count())),
            ],
        ),
    };
    html! {
        <header class="head" part="header">
            <div class="brand">
                {svg::brand(&shares)}
                <div>
                    <strong class="brand-name" id="gca-name">{ui.t(Key::AppName)}</strong>
                    <span class="brand-sub small muted">{sub}</span>
                </div>
            </div>
        </header>
    }
}

/// A share of a whole that may be nothing.
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn tabs(ui: &Ui) -> Html {
    if ui.model.mode().is_none() {
        return Html::default();
    }
    let counts = gca_session::view::review(ui.model).counts;
    let tab = |screen, key| {
        let current = (ui.model.screen() == screen).then_some("page");
        let open = (screen == Screen::Review && ui.model.is_begun() && counts.open() > 0).then(|| {
            html! {
                <span class="count">
                    {" "}{ui.whole(counts.open())}<span class="vh">{" "}{ui.t(Key::ReviewOpen)}</span>
                </span>
            }
        });
        html! {
            <li><button type="button" class="tab" aria-current={current} onclick={ui.click(Msg::Go(screen))}>
                {ui.t(key)}{open}
            </button></li>
        }
    };
    html! {
        <nav class="tabs" part="nav" aria-label={ui.t(Key::NavLabel)}><ul>
            {tab(Screen::Start, Key::NavStart)}
            {tab(Screen::Questions, Key::NavQuestions)}
            {tab(Screen::Review, Key::NavReview)}
            {tab(Screen::Results, Key::NavResults)}
        </ul></nav>
    }
}
