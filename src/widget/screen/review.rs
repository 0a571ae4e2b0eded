//! All answers, to check before the results.

use crate::dom::{el, text, El};
use crate::icon::{icon, Icon};
use crate::svg;
use crate::ui::Ui;
use gca_session::view::{review as answers, AnswerView, Review, ReviewArea, ReviewCounts, Row};
use gca_session::{Filter, Key, Msg, Screen};
use yew::{AttrValue, Html};

pub(crate) fn review(ui: &Ui) -> Html {
    let review = answers(ui.model);
    let lead = el("div|stack-s")
        .kid(ui.title(ui.t(Key::ReviewTitle)))
        .el(el("p|lead").kid(lead(ui, review.counts)));
    let head = el("div|page-head split")
        .el(lead)
        .el(ui.primary(Msg::Go(Screen::Results), ui.t(Key::ReviewSee)));
    let mut by_area = el("section|section").kid(ui.h(1, "t2", Key::ReviewByArea));
    for view in &review.areas {
        by_area = by_area.el(area(ui, view));
    }
    let empty = || {
        el("div|empty")
            .kid(ui.h(2, "t3", Key::ReviewEmpty))
            .el(ui.p("", Key::ReviewEmptyText))
            .el(ui.button(Msg::Show(Filter::All), ui.t(Key::ReviewShowAll)))
    };
    // A list of its own for what is open, unless that is all there is.
    let few = !review.open.is_empty() && review.open.len() < review.counts.total;
    el("div|page|part=page")
        .el(head)
        .el(facts(ui, review.counts))
        .el(filters(ui, &review))
        .el_if(few, || open(ui, &review.open))
        .el(by_area.el_if(review.areas.is_empty(), empty))
        .html()
}

fn open(ui: &Ui, rows: &[Row]) -> El {
    let count = el("span|count").words(&ui.whole(rows.len()));
    let words = el("span").t(ui, Key::ReviewOpenTitle).space().el(count);
    el("section")
        .kid(ui.heading(1, "t2", words.html()))
        .el(list(ui, rows))
}

fn list(ui: &Ui, rows: &[Row]) -> El {
    let mut list = el("ul");
    for view in rows {
        list = list.el(row(ui, view));
    }
    list
}

fn lead(ui: &Ui, counts: ReviewCounts) -> Html {
    let points = ui.model.assessment().overall.as_ref().map(|o| o.points);
    match points.filter(|p| p.coverage > 0.0) {
        Some(points) if counts.open() > 0 => {
            let words = ui
                .model
                .catalog()
                .plural(Key::ReviewLeadOpen, counts.open());
            let range = el("span|num").text(ui.range(points)).html();
            let n = text(ui.whole(counts.open()).into());
            ui.rich(&words, &[("n", n), ("range", range)])
        }
        Some(_) => text(ui.t(Key::ReviewLeadNone)),
        None => text(ui.t(Key::ReviewLeadNothing)),
    }
}

fn facts(ui: &Ui, counts: ReviewCounts) -> El {
    let known = ui.fill(
        Key::ReviewOf,
        &[
            ("n", &ui.whole(counts.answered)),
            ("total", &ui.whole(counts.total)),
        ],
    );
    let mut facts = el("dl|facts|part=panel").el(fact(ui, Key::ReviewAnswered, known));
    for (key, n) in [
        (Key::ReviewUnanswered, counts.unanswered),
        (Key::QuestionDontKnow, counts.dont_know),
        (Key::QuestionNotApplicable, counts.not_applicable),
        (Key::ReviewNotShown, counts.implied),
        (Key::ReviewWithNote, counts.noted),
    ] {
        if n > 0 || key != Key::ReviewNotShown {
            facts = facts.el(fact(ui, key, ui.whole(n).into()));
        }
    }
    facts
}

pub(super) fn fact(ui: &Ui, key: Key, value: AttrValue) -> El {
    el("div")
        .el(el("dt|xs muted").t(ui, key))
        .el(el("dd|strong").text(value))
}

fn filters(ui: &Ui, review: &Review) -> El {
    let counts = review.counts;
    let mut group = el("div|row seg|role=group").attr("aria-label", ui.t(Key::ReviewShow));
    for (filter, key, n) in [
        (Filter::All, Key::ReviewAll, counts.total),
        (Filter::Open, Key::ReviewOpen, counts.open()),
        (
            Filter::NotApplicable,
            Key::QuestionNotApplicable,
            counts.not_applicable,
        ),
        (Filter::Noted, Key::ReviewWithNote, counts.noted),
    ] {
        let button = el("button||type=button")
            .flag("aria-pressed", ui.model.filter() == filter)
            .click(ui.shell, Msg::Show(filter))
            .t(ui, key)
            .space()
            .el(el("span|count").words(&ui.whole(n)));
        group = group.el(button);
    }
    let mut shown = 0;
    for area in &review.areas {
        shown += area.rows.len();
    }
    el("div|row between toolbar")
        .el(group)
        .el(el("p|vh|role=status").text(ui.count(Key::ReviewShown, shown)))
}

fn area(ui: &Ui, area: &ReviewArea) -> El {
    let title = [&*ui.whole(area.number), " ", &*area.title].concat();
    let mut score = el("span|small muted num");
    if let Some(points) = area.score {
        let words = ui.model.catalog().text(Key::ReviewAreaScore);
        let shown = el("b").words(&ui.score(points)).html();
        score = score.kid(ui.rich(&words, &[("score", shown)]));
    }
    let summary = el("summary")
        .el(el("span|strong").text(title.into()))
        .el(el("span|small muted num").text(ui.count(Key::ReviewAreaOpen, area.open)))
        .el(score);
    el("details|group|open")
        .key(area.number)
        .el(summary)
        .el(list(ui, &area.rows))
}

fn row(ui: &Ui, row: &Row) -> El {
    let number = ui.number(row.number);
    let strong = |key: Key| el("strong").t(ui, key).html();
    let none = Html::default();
    let mut target = row.at;
    let (mark, words, open) = match &row.answer {
        AnswerView::Given(label, level, levels) => (
            svg::level(*level, *levels),
            text(label.clone().into()),
            false,
        ),
        AnswerView::Unanswered => (svg::ring(false), strong(Key::StateUnanswered), true),
        AnswerView::DontKnow => (svg::ring(true), strong(Key::QuestionDontKnow), false),
        AnswerView::NotApplicable => (none, text(ui.t(Key::QuestionNotApplicable)), false),
        AnswerView::Invalid => (svg::ring(false), strong(Key::StateInvalid), true),
        AnswerView::Hidden(hidden) => {
            let key = if hidden.not_applicable {
                Key::StateHiddenNa
            } else {
                Key::StateImplied
            };
            target = hidden.at;
            let words = ui.fill(key, &[("number", &ui.number(hidden.number))]);
            (none, text(words), false)
        }
    };
    let mut words = el("span").kid(words);
    if !row.note.is_empty() {
        let note = el("span|xs|dir=auto").kid(icon(Icon::Note)).space();
        words = words.el(el("br")).el(note.words(&row.note));
    }
    let (verb, label) = if open {
        (Key::ReviewAnswer, Key::ReviewAnswerLabel)
    } else {
        (Key::ReviewChange, Key::ReviewChangeLabel)
    };
    let link = ui.link(Msg::Jump(target), ui.t(verb));
    el("li|ans")
        .key(row.at)
        .el(el("span|muted small num").text(number.clone()))
        .el(el("span").words(&row.text))
        .el(el("span|ans-a muted small").kid(mark).el(words))
        .el(link.attr("aria-label", ui.fill(label, &[("number", &number)])))
}
