//! One question with its answer, and what stands beside it.

use crate::dom::{el, text as words_of, El};
use crate::icon::{icon, Icon};
use crate::screen::question::{host, new_tab, outward};
use crate::svg;
use crate::ui::Ui;
use gca_session::details::{safe_link, Evidence};
use gca_session::view::{AnswerView, Row};
use gca_session::{Feature, Key, Msg};
use yew::Html;

pub(super) fn list(ui: &Ui, rows: &[Row]) -> El {
    let mut list = el("ul");
    for view in rows {
        list = list.el(row(ui, view));
    }
    list
}

pub(super) fn row(ui: &Ui, row: &Row) -> El {
    let number = ui.number(row.number);
    let strong = |key: Key| el("strong").t(ui, key).html();
    let none = Html::default();
    let mut target = row.at;
    let (mark, words, open) = match &row.answer {
        AnswerView::Given(label, level, levels) => (
            svg::level(*level, *levels),
            words_of(label.clone().into()),
            false,
        ),
        AnswerView::Unanswered => (svg::ring(false), strong(Key::StateUnanswered), true),
        AnswerView::DontKnow => (svg::ring(true), strong(Key::QuestionDontKnow), false),
        AnswerView::NotApplicable => (none, words_of(ui.t(Key::QuestionNotApplicable)), false),
        AnswerView::Invalid => (svg::ring(false), strong(Key::StateInvalid), true),
        AnswerView::Hidden(hidden) => {
            let key = if hidden.not_applicable {
                Key::StateHiddenNa
            } else {
                Key::StateImplied
            };
            target = hidden.at;
            let words = ui.fill(key, &[("number", &ui.number(hidden.number))]);
            (none, words_of(words), false)
        }
    };
    let mut words = el("span").kid(words);
    if !row.note.is_empty() && !ui.model.hides(Feature::Notes) {
        let note = el("span|xs beside|dir=auto").kid(icon(Icon::Note)).space();
        words = words.el(note.words(&row.note));
    }
    let has_evidence = !ui.model.hides(Feature::Evidence);
    for entry in row.evidence.iter().filter(|_| has_evidence) {
        words = words.el(evidence(ui, entry));
    }
    if !row.who.is_empty() {
        let by = ui.fill(Key::ReviewBy, &[("who", &row.who)]);
        words = words.el(el("span|xs beside|dir=auto").text(by));
    }
    let (verb, label) = if open {
        (Key::ReviewAnswer, Key::ReviewAnswerLabel)
    } else {
        (Key::ReviewChange, Key::ReviewChangeLabel)
    };
    let link = ui.link(Msg::Jump(target), ui.t(verb));
    let flag = || {
        let words = el("span|vh")
            .t(ui, Key::QuestionFlagged)
            .t(ui, Key::SignColon);
        el("span|flag").kid(icon(Icon::Flag)).el(words)
    };
    let text = el("span").el_if(row.flagged, flag).words(&row.text);
    el("li|ans")
        .key(row.at)
        .el(el("span|muted small num").text(number.clone()))
        .el(text)
        .el(el("span|ans-a muted small").kid(mark).el(words))
        .el(link.attr("aria-label", ui.fill(label, &[("number", &number)])))
}

/// A piece of evidence in one line.
fn evidence(ui: &Ui, entry: &Evidence) -> El {
    let mut line = el("span|xs beside|dir=auto").kid(icon(Icon::Paper)).space();
    let safe = safe_link(&entry.link);
    let mut parts = vec![&*entry.text, &*entry.reference, &*entry.date];
    if safe.is_none() {
        parts.push(&entry.link);
    }
    parts.retain(|part| !part.is_empty());
    // Each on its own: signs that turn the direction of writing must not reach into the others.
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            line = line.t(ui, Key::SignComma);
        }
        line = line.el(el("bdi").text((*part).to_owned().into()));
    }
    match safe {
        Some(address) => {
            if !parts.is_empty() {
                line = line.t(ui, Key::SignComma);
            }
            let link = outward(address).text(host(address).to_owned().into());
            line.el(link.el(new_tab(ui)))
        }
        None => line,
    }
}
