//! Answers that contradict each other, and what is left to find out.

use crate::begun;
use crate::support::page::Page;
use gca_engine::{Check, Condition};
use gca_session::view::review;
use gca_session::whole::{contradictions, left};
use gca_session::{Effect, Filter, Mode, More, Msg, Screen};
use std::rc::Rc;

/// The law is said to be missing, and the team to be at work.
fn more(page: &Page) -> Msg {
    let condition = |id, at_least, at_most| Condition {
        question: page.at(id),
        at_least,
        at_most,
    };
    let check = |text: &str, all| Check {
        id: "".into(),
        text: text.into(),
        all,
    };
    let checks = vec![
        check(
            "A team without a law.",
            vec![
                condition("law", None, Some(0)),
                condition("team", Some(1), None),
            ],
        ),
        check(
            "Ticked without a team.",
            vec![
                condition("ticks", Some(1), None),
                condition("team", None, Some(0)),
            ],
        ),
    ];
    Msg::More(Some(Rc::new(More {
        checks,
        ..More::default()
    })))
}

#[test]
fn review_fetches_the_texts_for_contradictions_once() {
    let mut page = begun();
    let fetches = |effects: &[Effect]| effects.contains(&Effect::FetchMore);
    let opened = page.send(Msg::Go(Screen::Review));
    assert!(fetches(&opened));
    assert_eq!(
        opened.last(),
        Some(&Effect::Focus(gca_session::Focus::Heading))
    );
    assert_eq!(contradictions(&page.model), None);
    page.send(Msg::More(None));
    assert!(page.model.is_more_missing());
    assert!(fetches(&page.send(Msg::Help)), "tried again on request");
    let more = more(&page);
    page.send(more);
    assert_eq!(contradictions(&page.model), Some(vec![]));
    page.send(Msg::Page(0));
    assert!(!fetches(&page.send(Msg::Go(Screen::Review))));
}

#[test]
fn contradictions_stand_with_the_questions_that_make_them() {
    let mut page = begun();
    let more = more(&page);
    page.send(more);
    page.choose("law", "none");
    page.choose("team", "some");
    page.send(Msg::Go(Screen::Review));
    let view = review(&page.model);
    let found = view.contradictions.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(&*found[0].text, "A team without a law.");
    let at: Vec<usize> = found[0].questions.iter().map(|q| q.0).collect();
    assert_eq!(at, [page.at("law"), page.at("team")]);
    assert_eq!(found[0].questions[1].1.area, 2);
    page.send(Msg::Show(Filter::Contradicting));
    let view = review(&page.model);
    let rows: Vec<usize> = view
        .areas
        .iter()
        .flat_map(|a| a.rows.iter().map(|r| r.at))
        .collect();
    assert_eq!((view.contradicting, rows), (2, at));
    page.choose("law", "some");
    assert_eq!(contradictions(&page.model), Some(vec![]));
}

#[test]
fn the_quick_version_looks_only_at_what_it_asks() {
    let mut page = begun();
    let more = more(&page);
    page.send(more);
    page.choose("law", "none");
    page.choose("team", "none");
    page.tick("ticks", "x", true);
    let found = |page: &Page| contradictions(&page.model).unwrap().len();
    assert_eq!(found(&page), 1);
    page.send(Msg::Start(Mode::Quick));
    assert_eq!(found(&page), 0, "it does not ask for ticks");
    page.choose("team", "full");
    let found = contradictions(&page.model).unwrap();
    let at: Vec<usize> = found[0].questions.iter().map(|q| q.0).collect();
    assert_eq!(at, [0, 1], "positions among the questions that are asked");
}

#[test]
fn what_tells_most_comes_first_and_adds_up_to_the_range() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("ticks", "dk");
    let open = left(&page.model);
    let ids: Vec<_> = open
        .iter()
        .map(|l| page.model.bank().question_id(l.row.at))
        .collect();
    assert_eq!(ids[0], "team", "half of the whole rests on it");
    assert!(open.windows(2).all(|two| two[0].points >= two[1].points));
    let points = page.model.assessment().overall.as_ref().unwrap().points;
    let sum: f64 = open.iter().map(|l| l.points).sum();
    assert!((sum - (points.high() - points.low)).abs() < 1e-9);
    page.send(Msg::Go(Screen::Review));
    assert_eq!(review(&page.model).left.len(), open.len());
    page.send(Msg::Show(Filter::Open));
    assert!(review(&page.model).left.is_empty());
}

#[test]
fn review_tells_unanswered_from_not_known() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("ticks", "dk");
    page.send(Msg::Go(Screen::Review));
    let shown = |page: &mut Page, filter| {
        page.send(Msg::Show(filter));
        let view = review(&page.model);
        view.areas.iter().map(|a| a.rows.len()).sum::<usize>()
    };
    assert_eq!(shown(&mut page, Filter::DontKnow), 1);
    assert_eq!(shown(&mut page, Filter::Unanswered), 4);
    assert_eq!(shown(&mut page, Filter::Open), 5);
}
