//! What is shown of all answers: the list of areas, the review, the spoken score.

use crate::begun;
use gca_session::view::{bar, rail, review, AnswerView};
use gca_session::{Filter, Msg, Screen};

#[test]
fn a_change_from_the_review_leads_back_to_it() {
    let mut page = begun();
    page.send(Msg::Go(Screen::Review));
    let team = page.at("team");
    page.send(Msg::Jump(team));
    assert_eq!(
        (page.model.screen(), page.indicator()),
        (Screen::Questions, "b.1".into())
    );
    assert_eq!(bar(&page.model).next, None);
    page.choose("team", "some");
    page.send(Msg::Next);
    assert_eq!(page.model.screen(), Screen::Review);
    page.send(Msg::Page(0));
    page.send(Msg::Next);
    assert_eq!(
        page.indicator(),
        "a.2",
        "the way back is for one change only"
    );
}

#[test]
fn review_shows_what_was_asked_for() {
    let mut page = begun();
    page.choose("law", "none");
    page.choose("ticks", "dk");
    page.send(Msg::Page(1));
    page.choose("port", "na");
    page.send(Msg::Note(page.at("port"), "inland".into()));
    page.send(Msg::Go(Screen::Review));
    let counts = review(&page.model).counts;
    let told = [
        counts.total,
        counts.answered,
        counts.unanswered,
        counts.dont_know,
        counts.not_applicable,
    ];
    assert_eq!(told, [6, 1, 1, 1, 2]);
    assert_eq!((counts.implied, counts.noted, counts.open()), (1, 1, 2));
    for (filter, expected) in [
        (
            Filter::All,
            vec!["law", "court", "ticks", "port", "guard", "team"],
        ),
        (Filter::Open, vec!["ticks", "team"]),
        (Filter::NotApplicable, vec!["port", "guard"]),
        (Filter::Noted, vec!["port"]),
    ] {
        page.send(Msg::Show(filter));
        let view = review(&page.model);
        let rows = view.areas.iter().flat_map(|area| &area.rows);
        let ids: Vec<_> = rows
            .map(|row| page.model.bank().question_id(row.at))
            .collect();
        assert_eq!(ids, expected, "{filter:?}");
        for row in view.areas.iter().flat_map(|area| &area.rows) {
            let is_hidden = matches!(row.answer, AnswerView::Hidden(_));
            let id = page.model.bank().question_id(row.at);
            assert_eq!(is_hidden, ["court", "guard"].contains(&id), "{id}");
        }
    }
    page.send(Msg::Go(Screen::Review));
    assert_eq!(page.model.filter(), Filter::All);
}

#[test]
fn list_of_areas_counts_what_needs_no_answer_any_more() {
    let mut page = begun();
    page.choose("law", "none");
    page.choose("ticks", "dk");
    let areas = rail(&page.model);
    let counts: Vec<_> = areas.iter().map(|a| (a.done, a.total, a.open)).collect();
    assert_eq!(counts, [(3, 5, true), (0, 1, false)]);
    assert_eq!(areas[0].indicators[0].dont_know, 1);
    page.send(Msg::ToggleArea(1));
    let open: Vec<_> = rail(&page.model).iter().map(|a| a.open).collect();
    assert_eq!(open, [false, true]);
    page.send(Msg::ToggleRail);
    assert!(
        page.model.rail_is_open() && rail(&page.model)[0].open,
        "opens at the current area"
    );
    page.send(Msg::Page(2));
    assert!(!page.model.rail_is_open());
}

#[test]
fn score_is_spoken_once_things_are_quiet() {
    let mut page = begun();
    page.choose("law", "some");
    assert!(!page.model.is_spoken());
    page.send(Msg::Speak);
    assert!(page.model.is_spoken());
    page.choose("law", "full");
    assert!(!page.model.is_spoken());
}
