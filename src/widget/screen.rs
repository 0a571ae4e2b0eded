//! The frame around every screen.

#[cfg(feature = "whole")]
mod charts;
#[cfg(feature = "whole")]
mod compare;
#[cfg(feature = "whole")]
mod device;
#[cfg(feature = "whole")]
mod hand_in;
mod notices;
mod question;
mod questions;
mod rail;
#[cfg(feature = "whole")]
mod report;
#[cfg(feature = "whole")]
mod results;
#[cfg(feature = "whole")]
mod review;
#[cfg(feature = "whole")]
mod said;
mod start;
#[cfg(feature = "whole")]
mod steps;
#[cfg(not(feature = "whole"))]
mod wait;
#[cfg(feature = "whole")]
mod workshop;

#[cfg(not(feature = "whole"))]
pub(crate) use question::question;
pub(crate) use questions::status;
pub(crate) use rail::area;
#[cfg(feature = "whole")]
pub(crate) use results::{part, Part};
#[cfg(feature = "whole")]
pub(crate) use workshop::told;

use crate::dom::{el, Kind, Send};
use crate::svg;
use crate::ui::Ui;
use gca_session::view::{counts, rail as areas};
use gca_session::{Feature, Key, Mode, Msg, Screen};
use yew::{AttrValue, Html};

/// The whole widget.
pub(crate) fn root(ui: &Ui) -> Html {
    let page = match ui.model.screen() {
        Screen::Start => start::start(ui),
        Screen::Questions => questions::questions(ui),
        #[cfg(feature = "whole")]
        Screen::Review => review::review(ui),
        #[cfg(feature = "whole")]
        Screen::Results => results::results(ui),
        #[cfg(feature = "whole")]
        Screen::Steps => steps::steps(ui),
        #[cfg(feature = "whole")]
        Screen::Compare => compare::compare(ui),
        #[cfg(feature = "whole")]
        Screen::Report => report::report(ui),
        #[cfg(feature = "whole")]
        Screen::Workshop => workshop::workshop(ui),
        #[cfg(not(feature = "whole"))]
        screen => wait::wait(ui, screen),
    };
    let frame = el("div|in")
        .kid(header(ui))
        .kid(above(ui))
        .kid(tabs(ui))
        .kid(page)
        .kid(notices::dialog(ui));
    #[cfg(feature = "whole")]
    let frame = frame.el(said::said(ui));
    #[cfg(feature = "whole")]
    let frame = frame.kid(device::dialog(ui));
    #[cfg(feature = "whole")]
    let section = el("section|gca|part=root|aria-labelledby=gca-name gca-which");
    #[cfg(not(feature = "whole"))]
    let section = el("section|gca|part=root|aria-labelledby=gca-name");
    section
        .attr("lang", ui.model.catalog().language().to_owned().into())
        .attr("dir", ui.direction.to_owned().into())
        .el(frame)
        .html()
}

fn header(ui: &Ui) -> Html {
    let mut shares = Vec::new();
    for area in areas(ui.model) {
        shares.push(share(area.done, area.total));
    }
    let sub = match ui.model.mode() {
        Some(Mode::Quick) => ui.t(Key::AppQuick),
        Some(Mode::Full) if ui.model.is_begun() => ui.t(Key::AppFull),
        _ => ui.fill(
            Key::AppSubtitle,
            &[
                ("areas", &ui.whole(ui.model.bank().areas().len())),
                ("questions", &ui.whole(ui.model.whole_count())),
            ],
        ),
    };
    let words = el("div")
        .el(el("strong|brand-name|id=gca-name").t(ui, Key::AppName))
        .el(el("span|brand-sub small muted").text(sub));
    #[cfg(feature = "whole")]
    let words = words.el(which(ui));
    let brand = el("div|brand").kid(svg::brand(&shares)).el(words);
    let head = el("header|head|part=header").el(brand).kid(language(ui));
    #[cfg(feature = "whole")]
    let head = head.el(device::tools(ui));
    head.html()
}

/// Which assessment of the page this is, for those who hear it; nothing if there are no others.
#[cfg(feature = "whole")]
fn which(ui: &Ui) -> crate::dom::El {
    let n = crate::effects::neighbours::which(&ui.shell.root);
    let n = n.map(|n| ui.whole(n)).unwrap_or_default();
    el("span|vh|id=gca-which").words(&n)
}

/// The choice of the language, where people come in and where they print: elsewhere it would be in the way.
fn language(ui: &Ui) -> Html {
    let languages = &ui.shell.languages;
    if languages.len() < 2
        || ui.model.hides(Feature::Language)
        || !matches!(ui.model.screen(), Screen::Start | Screen::Report)
    {
        return Html::default();
    }
    let mut field = el("select|input small|id=language")
        .attr("aria-label", ui.t(Key::LanguageLabel))
        .on(Kind::Change, ui.shell, Send::Language);
    for (tag, name) in languages {
        let is_shown = **tag == *ui.model.catalog().language();
        let option = el("option")
            .attr("value", AttrValue::Rc(tag.clone()))
            .attr("lang", AttrValue::Rc(tag.clone()));
        field = field.el(option
            .attr_if(is_shown, "selected", "selected")
            .text(AttrValue::Rc(name.clone())));
    }
    field.html()
}

/// What must not be missed.
fn above(ui: &Ui) -> Html {
    #[cfg(feature = "whole")]
    return crate::dom::all(vec![device::notices(ui), notices::notices(ui)]);
    #[cfg(not(feature = "whole"))]
    notices::notices(ui)
}

/// A question; one that is only looked at cannot be answered.
#[cfg(feature = "whole")]
pub(crate) fn question(ui: &Ui, question: &gca_session::view::QuestionView) -> Html {
    let block = question::question(ui, question);
    if ui.model.is_looking() {
        el("fieldset||disabled=disabled").kid(block).html()
    } else {
        block
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
    let open = counts(ui.model).open();
    let mut list = el("ul");
    for (screen, key) in [
        (Screen::Start, Key::NavStart),
        (Screen::Questions, Key::NavQuestions),
        (Screen::Review, Key::NavReview),
        (Screen::Results, Key::NavResults),
        (Screen::Steps, Key::NavSteps),
        (Screen::Compare, Key::NavCompare),
        (Screen::Report, Key::NavReport),
        #[cfg(feature = "whole")]
        (Screen::Workshop, Key::NavWorkshop),
    ] {
        if ui.model.hides_screen(screen) {
            continue;
        }
        #[cfg(feature = "whole")]
        if screen == Screen::Workshop && !ui.model.has_workshop() {
            continue;
        }
        let count = || {
            let words = el("span|vh").space().t(ui, Key::ReviewOpen);
            el("span|count").space().words(&ui.whole(open)).el(words)
        };
        let counted = screen == Screen::Review && ui.model.is_begun() && open > 0;
        let tab = el("button|tab|type=button")
            .attr_if(ui.model.screen() == screen, "aria-current", "page")
            .click(ui.shell, Msg::Go(screen))
            .t(ui, key)
            .el_if(counted, count);
        list = list.el(el("li").el(tab));
    }
    let nav = el("nav|tabs|part=nav").attr("aria-label", ui.t(Key::NavLabel));
    nav.el(list).html()
}
