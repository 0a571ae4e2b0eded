//! All answers, to check before the results.

mod clearing;
pub(super) mod contradictions;
mod left;
mod mend;
mod row;

use crate::dom::{el, text, El};
use crate::ui::Ui;
use gca_session::view::{review as answers, Review, ReviewArea, ReviewCounts};
use gca_session::whole::wrong;
use gca_session::{Feature, Filter, Key, Msg, Screen};
use row::list;
use yew::{AttrValue, Html};

pub(crate) fn review(ui: &Ui) -> Html {
    let review = answers(ui.model);
    let has_score = !ui.model.hides(Feature::Results);
    let lead = el("div|stack-s")
        .kid(ui.title(ui.t(Key::ReviewTitle)))
        .el_if(has_score, || el("p|lead").kid(lead(ui, review.counts)));
    let head = el("div|page-head split").el(lead).el_if(has_score, || {
        ui.primary(Msg::Go(Screen::Results), ui.t(Key::ReviewSee))
    });
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
    let filter = ui.model.filter();
    let found = review.contradictions.as_ref();
    let contradict = matches!(filter, Filter::All | Filter::Contradicting)
        && found.is_some_and(|found| !found.is_empty());
    let wrong = wrong(ui.model);
    let page = ui
        .page(el("div|page|part=page"))
        .el(head)
        .kid(clearing::cleared(ui))
        .el_if(!wrong.is_empty(), || mend::section(ui, &wrong))
        .el(facts(ui, review.counts))
        .el(filters(ui, &review))
        .el_if(contradict, || contradictions::section(ui, found))
        .el_if(ui.model.is_more_missing(), || contradictions::missing(ui))
        .el_if(!review.left.is_empty(), || left::section(ui, &review.left))
        .el(by_area.el_if(review.areas.is_empty(), empty))
        .el_if(ui.model.answer_count() > 0, || clearing::section(ui));
    page.kid(clearing::dialog(ui)).html()
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
        let is_hidden = key == Key::ReviewWithNote && hides_notes(ui);
        if !is_hidden && (n > 0 || key != Key::ReviewNotShown) {
            facts = facts.el(fact(ui, key, ui.whole(n).into()));
        }
    }
    facts
}

/// Whether nothing can stand beside an answer.
fn hides_notes(ui: &Ui) -> bool {
    ui.model.hides(Feature::Notes) && ui.model.hides(Feature::Evidence)
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
        (Filter::Unanswered, Key::ReviewUnanswered, counts.unanswered),
        (Filter::DontKnow, Key::QuestionDontKnow, counts.dont_know),
        (
            Filter::NotApplicable,
            Key::QuestionNotApplicable,
            counts.not_applicable,
        ),
        (Filter::Noted, Key::ReviewWithNote, counts.noted),
        (Filter::Flagged, Key::ReviewFlagged, review.flagged),
        (
            Filter::Contradicting,
            Key::ReviewContradictions,
            review.contradicting,
        ),
    ] {
        if filter == Filter::Noted && hides_notes(ui) {
            continue;
        }
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
    let shown = area.score.filter(|_| !ui.model.hides(Feature::Results));
    if let Some(points) = shown {
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
