//! The answers that are other ones.

use super::marks::{direction, signed};
use crate::dom::{all, el, El};
use crate::ui::Ui;
use gca_session::whole::compare::{Changed, Comparison, Was};
use gca_session::whole::Words;
use gca_session::{Key, Msg};
use yew::{AttrValue, Html};

/// How many are seen without asking.
const FIRST: usize = 5;

pub(super) fn answers(ui: &Ui, comparison: &Comparison) -> Html {
    let of = |wanted: fn(&Changed) -> bool| -> Vec<&Changed> {
        let list = comparison.answers.iter();
        list.filter(|one| wanted(one)).collect()
    };
    let improved = of(|one| one.contribution > 1e-9);
    let worse = of(|one| one.contribution < -1e-9);
    let others = of(|one| one.contribution.abs() <= 1e-9);
    let is_compared = comparison.compared.is_some();
    let mut parts = Vec::new();
    if is_compared {
        let cols = el("section|section rule cols two")
            .el(group(ui, Key::CompareImproved, &improved))
            .el(group(ui, Key::CompareWorse, &worse));
        parts.push(cols.html());
    }
    if !others.is_empty() {
        let mut list = el("ul|lines changed");
        for one in &others {
            list = list.el(row(ui, one));
        }
        let n = ui.count(Key::CompareOtherAnswers, others.len());
        let more = el("details|disc")
            .el(el("summary").text(n))
            .el(ui.p("small muted measure after", Key::CompareOtherHint))
            .el(list);
        parts.push(el("section|section rule").el(more).html());
    }
    all(parts)
}

fn group(ui: &Ui, title: Key, rows: &[&Changed]) -> El {
    let group = el("div").kid(ui.h(1, "t2", title));
    if rows.is_empty() {
        return group.el(ui.p("muted", Key::CompareNoAnswers));
    }
    let (first, rest) = rows.split_at(rows.len().min(FIRST));
    let list = |rows: &[&Changed]| {
        let mut list = el("ul|lines changed");
        for one in rows {
            list = list.el(row(ui, one));
        }
        list
    };
    let more = || {
        el("details|disc")
            .el(el("summary").text(ui.count(Key::CompareMore, rest.len())))
            .el(list(rest))
    };
    group.el(list(first)).el_if(!rest.is_empty(), more)
}

fn row(ui: &Ui, one: &Changed) -> El {
    let title = ui.numbered(one.number, &one.text);
    let was = |key, was: &Was| {
        el("div")
            .el(el("dt|muted").t(ui, key))
            .el(el("dd||dir=auto").text(words(ui, was)))
    };
    let body = el("dl|was small")
        .el(was(Key::CompareThen, &one.from))
        .el(was(Key::CompareNow, &one.to));
    let points = || {
        let points = signed(ui, one.contribution);
        let words = ui.fill(Key::ComparePoints, &[("points", &points)]);
        el("b|num small").text(words)
    };
    el("li")
        .key(one.at)
        .el(ui.link(Msg::Jump(one.at), title))
        .el_if(direction(one.contribution) != 0, points)
        .el(body)
}

fn words(ui: &Ui, was: &Was) -> AttrValue {
    match was {
        Was::Answer(Words::Chosen(words)) => words.clone().into(),
        Was::Answer(Words::Number(x)) => ui.format.plain(*x).into(),
        Was::Answer(Words::DontKnow) => ui.t(Key::QuestionDontKnow),
        Was::Answer(Words::NotApplicable) => ui.t(Key::QuestionNotApplicable),
        Was::Open => ui.t(Key::ReviewUnanswered),
        Was::Implied => ui.t(Key::CompareImplied),
        Was::Ruled => ui.t(Key::CompareRuled),
    }
}
