//! All answers, to check before the results.

use super::rail::flag;
use crate::icon::{icon, Icon};
use crate::svg;
use crate::ui::{num, Ui};
use gca_session::view::{review as answers, AnswerView, Review, ReviewArea, ReviewCounts, Row};
use gca_session::{Filter, Key, Msg, Screen};
use yew::{html, Html};

pub(crate) fn review(ui: &Ui) -> Html {
    let review = answers(ui.model);
    let all = ui.model.filter() == Filter::All;
    html! {
        <div class="page" part="page">
            <div class="page-head split">
                <div class="stack-s">
                    {ui.title(ui.t(Key::ReviewTitle))}
                    <p class="lead">{lead(ui, review.counts)}</p>
                </div>
                {ui.button("btn primary", Msg::Go(Screen::Results), ui.t(Key::ReviewSee))}
            </div>
            {facts(ui, review.counts)}
            {filters(ui, &review)}
            if all && !review.open.is_empty() && review.open.len() < review.counts.total {
                <section>
                    {ui.heading(1, "t2", html! { <>{ui.t(Key::ReviewOpenTitle)}{" "}<span class="count">{ui.whole(review.open.len())}</span></> })}
                    <ul>{for review.open.iter().map(|r| row(ui, r))}</ul>
                </section>
            }
            <section class="section">
                {ui.heading(1, "t2", ui.t(Key::ReviewByArea).into())}
                {for review.areas.iter().map(|a| area(ui, a))}
                if review.areas.is_empty() {
                    <div class="empty">
                        {ui.heading(2, "t3", ui.t(Key::ReviewEmpty).into())}
                        <p>{ui.t(Key::ReviewEmptyText)}</p>
                        {ui.button("btn", Msg::Show(Filter::All), ui.t(Key::ReviewShowAll))}
                    </div>
                }
            </section>
        </div>
    }
}

fn lead(ui: &Ui, counts: ReviewCounts) -> Html {
    let points = ui.model.assessment().overall.as_ref().map(|o| o.points);
    match points {
        Some(points) if points.coverage > 0.0 && counts.open() > 0 => {
            let text = ui
                .model
                .catalog()
                .plural(Key::ReviewLeadOpen, counts.open());
            let values = [
                ("n", ui.whole(counts.open()).into()),
                ("range", num(ui.range(points))),
            ];
            ui.rich(&text, &values)
        }
        Some(points) if points.coverage > 0.0 => ui.t(Key::ReviewLeadNone).into(),
        _ => ui.t(Key::ReviewLeadNothing).into(),
    }
}

fn facts(ui: &Ui, counts: ReviewCounts) -> Html {
    let fact = |key: Key, n: Html| {
        html! { <div><dt class="xs muted">{ui.t(key)}</dt><dd class="strong num">{n}</dd></div> }
    };
    let n = |n: usize| Html::from(ui.whole(n));
    let known = ui.fill(
        Key::ReviewOf,
        &[
            ("n", &ui.whole(counts.answered)),
            ("total", &ui.whole(counts.total)),
        ],
    );
    html! {
        <dl class="facts" part="panel">
            {fact(Key::ReviewAnswered, known.into())}
            {fact(Key::ReviewUnanswered, n(counts.unanswered))}
            {fact(Key::QuestionDontKnow, n(counts.dont_know))}
            {fact(Key::QuestionNotApplicable, n(counts.not_applicable))}
            if counts.implied > 0 { {fact(Key::ReviewNotShown, n(counts.implied))} }
            {fact(Key::ReviewWithNote, n(counts.noted))}
        </dl>
    }
}

fn filters(ui: &Ui, review: &Review) -> Html {
    let counts = review.counts;
    let choice = |filter: Filter, key: Key, n: usize| {
        let on = ui.model.filter() == filter;
        html! {
            <button type="button" aria-pressed={flag(on)} onclick={ui.click(Msg::Show(filter))}>
                {ui.t(key)}{" "}<span class="count">{ui.whole(n)}</span>
            </button>
        }
    };
    let shown: usize = review.areas.iter().map(|a| a.rows.len()).sum();
    html! {
        <div class="row between toolbar">
            <div class="row seg" role="group" aria-label={ui.t(Key::ReviewShow)}>
                {choice(Filter::All, Key::ReviewAll, counts.total)}
                {choice(Filter::Open, Key::ReviewOpen, counts.open())}
                {choice(Filter::NotApplicable, Key::QuestionNotApplicable, counts.not_applicable)}
                {choice(Filter::Noted, Key::ReviewWithNote, counts.noted)}
            </div>
            <p class="vh" role="status">{ui.count(Key::ReviewShown, shown)}</p>
        </div>
    }
}

fn area(ui: &Ui, area: &ReviewArea) -> Html {
    let score = area.score.map(|s| {
        let text = ui.model.catalog().text(Key::ReviewAreaScore);
        ui.rich(&text, &[("score", html! { <b>{ui.score(s)}</b> })])
    });
    html! {
        <details class="group" open=true key={area.number}>
            <summary>
                <span class="strong">{ui.whole(area.number)}{" "}{area.title.clone()}</span>
                <span class="small muted num">{ui.count(Key::ReviewAreaOpen, area.open)}</span>
                <span class="small muted num">{score}</span>
            </summary>
            <ul>{for area.rows.iter().map(|r| row(ui, r))}</ul>
        </details>
    }
}

fn row(ui: &Ui, row: &Row) -> Html {
    let number = ui.number(row.number);
    let strong = |key: Key| html! { <strong>{ui.t(key)}</strong> };
    let mut target = row.at;
    let (mark, words, open) = match &row.answer {
        AnswerView::Given(label, level, levels) => {
            (svg::level(*level, *levels), label.clone().into(), false)
        }
        AnswerView::Unanswered => (svg::ring(false), strong(Key::StateUnanswered), true),
        AnswerView::DontKnow => (svg::ring(true), strong(Key::QuestionDontKnow), false),
        AnswerView::NotApplicable => (
            Html::default(),
            ui.t(Key::QuestionNotApplicable).into(),
            false,
        ),
        AnswerView::Invalid => (svg::ring(false), strong(Key::StateInvalid), true),
        AnswerView::Hidden(hidden) => {
            let key = match hidden.not_applicable {
                true => Key::StateHiddenNa,
                false => Key::StateImplied,
            };
            target = hidden.at;
            let words = ui.fill(key, &[("number", &ui.number(hidden.number))]);
            (Html::default(), words.into(), false)
        }
    };
    let (text, label) = if open {
        (Key::ReviewAnswer, Key::ReviewAnswerLabel)
    } else {
        (Key::ReviewChange, Key::ReviewChangeLabel)
    };
    let label = ui.fill(label, &[("number", &number)]);
    html! {
        <li class="ans" key={row.at}>
            <span class="muted small num">{number}</span>
            <span>{row.text.clone()}</span>
            <span class="ans-a muted small">{mark}<span>{words}
                if !row.note.is_empty() {
                    <br /><span class="xs" dir="auto">{icon(Icon::Note)}{" "}{row.note.clone()}</span>
                }
            </span></span>
            {ui.link(Msg::Jump(target), ui.t(text), Some(label))}
        </li>
    }
}
