//! Undo, redo, and the answers of the earlier round.

use crate::begun;
use crate::support::page::Page;
use gca_session::view::Number;
use gca_session::whole::{Said, Words};
use gca_session::{Effect, Event, Focus, Msg, Screen, Snapshot, WholeMsg};
use serde_json::{json, Value};

fn said(page: &Page) -> Option<Said> {
    page.model.said().map(|(said, _)| said)
}

const LAW: Number = Number {
    area: 1,
    indicator: 1,
    question: 1,
};

#[test]
fn undo_and_redo_save_show_the_question_and_say_what_they_did() {
    let mut page = begun();
    assert!(!page.model.can_undo() && !page.model.can_redo());
    assert_eq!(page.whole(WholeMsg::Undo), []);
    page.choose("law", "some");
    page.choose("law", "full");
    page.send(Msg::Page(2));
    let law = page.at("law");
    for (msg, answer, expected) in [
        (WholeMsg::Undo, json!("some"), Said::ChangedBack(LAW)),
        (WholeMsg::Undo, Value::Null, Said::TakenBack(LAW)),
        (WholeMsg::Redo, json!("some"), Said::ChangedAgain(LAW)),
        (WholeMsg::Redo, json!("full"), Said::ChangedAgain(LAW)),
    ] {
        let effects = page.whole(msg);
        assert_eq!(page.answer("law"), answer);
        assert_eq!(said(&page), Some(expected));
        assert_eq!(page.indicator(), "a.1");
        assert_eq!(effects.first(), Some(&Effect::Save));
        assert!(effects.contains(&Effect::Emit(Event::Change)));
        assert_eq!(effects.last(), Some(&Effect::Focus(Focus::Answer(law))));
    }
    assert!(page.model.can_undo() && !page.model.can_redo());
    page.choose("law", "none");
    assert_eq!(said(&page), None, "over once something else happens");
}

#[test]
fn the_same_words_twice_are_two_things_to_say() {
    let mut page = begun();
    for option in ["none", "some", "full"] {
        page.choose("law", option);
    }
    page.whole(WholeMsg::Undo);
    let first = page.model.said();
    page.whole(WholeMsg::Undo);
    let second = page.model.said();
    assert_eq!(first.map(|s| s.0), second.map(|s| s.0));
    assert_ne!(first, second);
}

#[test]
fn a_new_answer_ends_what_can_be_made_again() {
    let mut page = begun();
    page.choose("law", "some");
    page.choose("ticks", "dk");
    page.whole(WholeMsg::Undo);
    assert!(page.model.can_redo());
    page.choose("law", "some");
    assert!(page.model.can_redo(), "the same answer again is no change");
    page.choose("law", "full");
    assert!(!page.model.can_redo());
}

#[test]
fn answers_that_came_from_outside_can_not_be_taken_back() {
    let mut page = begun();
    page.choose("law", "some");
    let snapshot = Snapshot::parse(r#"{"format":1,"answers":{"team":"full"}}"#);
    page.send(Msg::Import(snapshot.unwrap()));
    assert!(!page.model.can_undo());
}

#[test]
fn undo_brings_back_a_value_that_the_bank_does_not_know() {
    let mut page = begun();
    let snapshot = Snapshot::parse(r#"{"format":1,"answers":{"law":"of another bank"}}"#);
    page.send(Msg::Import(snapshot.unwrap()));
    page.choose("law", "some");
    assert_eq!(page.answer("law"), "some");
    page.whole(WholeMsg::Undo);
    assert_eq!(page.answer("law"), "of another bank");
    assert!(page.question("law").is_invalid);
    page.whole(WholeMsg::Redo);
    assert_eq!(page.answer("law"), "some");
}

fn with_earlier() -> Page {
    let mut page = begun();
    let text = json!({"format": 1, "answers": {}, "earlier": {"name": "Round one", "saved": 5, "answers":
        {"law": "some", "ticks": ["x", "y"], "port": "na", "guard": "gone", "team": "dk", "old": "x"}}});
    page.send(Msg::Import(Snapshot::parse(&text.to_string()).unwrap()));
    page
}

#[test]
fn the_earlier_answer_shows_until_the_present_one_is_the_same() {
    let mut page = with_earlier();
    let before = page.question("law").extras.before.clone().unwrap();
    assert_eq!((&*before.name, before.saved), ("Round one", 5.0));
    assert_eq!(before.answer, Words::Chosen("law some".into()));
    page.choose("law", "full");
    assert!(page.question("law").extras.before.is_some());
    let law = page.at("law");
    let effects = page.whole(WholeMsg::AsBefore(law));
    assert_eq!(effects.first(), Some(&Effect::Save));
    assert_eq!(effects.last(), Some(&Effect::Focus(Focus::Answer(law))));
    assert_eq!(page.answer("law"), "some");
    assert_eq!(page.question("law").extras.before, None);
    page.whole(WholeMsg::Undo);
    assert_eq!(page.answer("law"), "full", "and can be taken back");
}

#[test]
fn every_kind_of_earlier_answer_has_its_words() {
    let mut page = with_earlier();
    let answer = |page: &Page, id| {
        let before = page.question(id).extras.before.clone();
        before.map(|b| b.answer)
    };
    let ticks = Words::Chosen("tick x; tick y".into());
    assert_eq!(answer(&page, "ticks"), Some(ticks));
    page.send(Msg::Page(1));
    assert_eq!(answer(&page, "port"), Some(Words::NotApplicable));
    assert_eq!(answer(&page, "guard"), None, "it is none of this bank");
    page.send(Msg::Page(2));
    assert_eq!(answer(&page, "team"), Some(Words::DontKnow));
    page.whole(WholeMsg::AsBefore(page.at("team")));
    assert_eq!(page.answer("team"), "dk");
    let without = page.at("guard");
    assert_eq!(page.whole(WholeMsg::AsBefore(without)), []);
}

#[test]
fn a_change_from_a_filtered_review_comes_back_to_the_same_filter() {
    use gca_session::Filter;
    let mut page = begun();
    page.send(Msg::Go(Screen::Review));
    page.send(Msg::Show(Filter::Unanswered));
    page.send(Msg::Jump(page.at("team")));
    page.send(Msg::Next);
    assert_eq!(page.model.filter(), Filter::Unanswered);
    page.send(Msg::Go(Screen::Review));
    assert_eq!(page.model.filter(), Filter::All);
}
