//! Answers of every kind, and what follows from each.

use crate::support::page::Page;
use crate::support::small;
use crate::{begun, CHANGED};
use gca_engine::Answer;
use gca_session::keeper::Trouble;
use gca_session::view::Number;
use gca_session::{Effect, Event, Focus, Mode, Msg, Saving};
use serde_json::{json, Value};

#[test]
fn none_and_the_other_ticks_put_each_other_out() {
    let mut page = begun();
    for (option, on, expected) in [
        ("x", true, json!(["x"])),
        ("y", true, json!(["x", "y"])),
        ("none", true, json!(["none"])),
        ("y", true, json!(["y"])),
        ("x", true, json!(["x", "y"])),
        ("x", false, json!(["y"])),
        ("y", false, Value::Null),
        ("none", true, json!(["none"])),
        ("none", false, Value::Null),
    ] {
        page.tick("ticks", option, on);
        assert_eq!(page.answer("ticks"), expected, "{option} {on}");
    }
    page.choose("ticks", "dk");
    assert!(page.question("ticks").dont_know);
    page.tick("ticks", "x", true);
    assert_eq!(page.answer("ticks"), json!(["x"]));
    assert!(!page.question("ticks").dont_know);
}

#[test]
fn tick_that_puts_others_out_is_told_from_one_that_does_not() {
    let mut page = begun();
    let at = page.at("ticks");
    let alone = |page: &Page, option| page.model.ticks_alone(at, option, true);
    let (x, y, none) = (0, 1, 2);
    assert!(alone(&page, x) && alone(&page, none));
    page.tick("ticks", "x", true);
    assert!(alone(&page, y) && !alone(&page, none));
    assert!(page.model.ticks_alone(at, x, false));
    page.tick("ticks", "none", true);
    assert!(!alone(&page, x));
    page.choose("ticks", "dk");
    assert!(!alone(&page, x));
    assert!(!page.model.ticks_alone(at, 99, true) && !page.model.ticks_alone(99, x, true));
}

#[test]
fn skip_logic_hides_with_a_reason_and_gives_the_answer_back() {
    let mut page = begun();
    page.choose("court", "full");
    page.choose("law", "none");
    let hidden = page.question("court").hidden.unwrap();
    let number = Number {
        area: 1,
        indicator: 1,
        question: 1,
    };
    assert_eq!((hidden.number, &*hidden.answer), (number, "law none"));
    assert!(!hidden.not_applicable);
    assert_eq!(
        page.answer("court"),
        "full",
        "the answer waits, and counts as none"
    );
    assert_eq!(page.score(), Some(0.0));
    page.send(Msg::Jump(hidden.at));
    assert_eq!(
        page.effects.last(),
        Some(&Effect::Focus(Focus::Question(hidden.at)))
    );
    page.choose("law", "some");
    let back = page.question("court");
    assert!(back.hidden.is_none() && back.options.last().unwrap().on);
}

#[test]
fn of_a_chain_the_answer_that_rules_it_out_is_named() {
    let mut file = small();
    let prerequisite = json!({"question": "court", "at_least": 1});
    file["areas"][1]["indicators"][0]["questions"][0]["depends_on"] = prerequisite;
    let mut page = Page::fresh(&file);
    page.send(Msg::Start(Mode::Full));
    page.choose("law", "none");
    page.send(Msg::Page(2));
    let hidden = page.question("team").hidden.unwrap();
    assert_eq!((hidden.at, &*hidden.answer), (page.at("law"), "law none"));
}

#[test]
fn a_question_behind_one_that_does_not_apply_does_not_count() {
    let mut page = begun();
    page.send(Msg::Page(1));
    page.choose("port", "na");
    assert!(page.question("guard").hidden.unwrap().not_applicable);
    assert_eq!(page.model.assessment().counts.not_applicable, 2);
    page.choose("port", "dk");
    assert!(
        page.question("guard").hidden.is_none(),
        "not known is not missing"
    );
    page.choose("port", "no");
    let hidden = page.question("guard").hidden.unwrap();
    assert!(!hidden.not_applicable && &*hidden.answer == "no");
}

#[test]
fn clearing_takes_the_answer_away_and_the_focus_to_its_question() {
    let mut page = begun();
    page.choose("law", "some");
    let at = page.at("law");
    let mut expected = CHANGED.to_vec();
    expected.push(Effect::Focus(Focus::Question(at)));
    assert_eq!(page.send(Msg::Clear(at)), expected);
    assert_eq!(page.answer("law"), Value::Null);
    assert!(!page.question("law").is_answered);
    assert_eq!(page.score(), None);
}

#[test]
fn a_note_is_kept_as_typed_however_long() {
    let mut page = begun();
    let at = page.at("law");
    assert_eq!(
        page.send(Msg::OpenNote(at)),
        [Effect::Focus(Focus::Note(at))]
    );
    assert_eq!(page.question("law").note.as_deref(), Some(""));
    assert!(!page.model.is_begun(), "an open field is no note");
    let long = "é\n<b>".repeat(1000);
    for text in ["a", &long, ""] {
        assert_eq!(page.send(Msg::Note(at, text.into())), CHANGED);
        let kept = page.kept()["notes"]["law"].clone();
        assert_eq!(kept.as_str().unwrap_or_default(), text);
        let count = usize::from(!text.is_empty());
        assert_eq!(page.model.note_count(), count);
    }
}

#[test]
fn whatever_changes_answers_is_saved_before_anything_else() {
    let mut page = begun();
    let law = page.at("law");
    let ticks = page.at("ticks");
    let snapshot = page.model.snapshot();
    for msg in [
        Msg::Answer(law, Some(Answer::Option(1))),
        Msg::Answer(law, Some(Answer::DontKnow)),
        Msg::Tick(ticks, 0, true),
        Msg::Note(law, "n".into()),
        Msg::Clear(law),
        Msg::Import(snapshot),
    ] {
        let effects = page.send(msg.clone());
        assert_eq!(effects.first(), Some(&Effect::Save), "{msg:?}");
        assert!(matches!(page.model.saving(), Saving::Saved(_)), "{msg:?}");
    }
}

#[test]
fn no_event_can_carry_an_answer() {
    // Complete by construction: a new event, or one that holds more, does not compile here.
    fn holds_nothing_of_the_answers(event: Event) {
        match event {
            Event::Ready | Event::Change | Event::Complete => {}
            Event::NotSaved(
                Trouble::Denied
                | Trouble::Full
                | Trouble::Newer
                | Trouble::Elsewhere
                | Trouble::Gone,
            ) => {}
        }
    }
    let mut page = begun();
    page.choose("law", "full");
    for effect in &page.effects {
        if let Effect::Emit(event) = effect {
            holds_nothing_of_the_answers(*event);
        }
    }
    assert_eq!(page.told(Event::Change), 1);
}

#[test]
fn positions_that_no_bank_has_change_nothing() {
    let mut page = begun();
    let before = page.kept();
    for msg in [
        Msg::Answer(99, Some(Answer::Option(0))),
        Msg::Tick(99, 99, true),
        Msg::Tick(page.at("ticks"), 99, true),
        Msg::Clear(99),
        Msg::OpenNote(99),
        Msg::Note(99, "n".into()),
        Msg::ToggleArea(99),
    ] {
        page.send(msg);
    }
    assert_eq!(page.kept()["answers"], before["answers"]);
    assert_eq!(page.kept()["notes"], before["notes"]);
}
