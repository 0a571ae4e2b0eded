//! What people do with the assessment, from the first question to the results.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::{display_score, Answer};
use gca_session::keeper::Trouble;
use gca_session::view::{bar, rail, review, AnswerView, Number};
use gca_session::{Config, Effect, Event, Filter, Focus, Mode, Msg, Persist, Saving, Screen};
use serde_json::{json, Value};
use support::page::{Disk, Page};
use support::{core, small};

const CHANGED: [Effect; 3] = [Effect::Save, Effect::Emit(Event::Change), Effect::SpeakSoon];

/// A page of the small bank with the full version begun.
fn begun() -> Page {
    let mut page = Page::fresh(&small());
    page.send(Msg::Start(Mode::Full));
    page
}

/// Answers of the exercise by question id.
fn reference() -> Vec<(String, Value)> {
    let file = core();
    let given = file["exercise"]["reference_answers"].as_object().unwrap();
    given
        .iter()
        .map(|(id, answer)| (id.clone(), answer["option"].clone()))
        .collect()
}

#[test]
fn first_answer_to_results_in_one_line() {
    let mut page = Page::fresh(&small());
    assert_eq!(
        page.send(Msg::Start(Mode::Full)),
        [Effect::Focus(Focus::Heading)]
    );
    assert_eq!(
        (page.model.screen(), page.indicator()),
        (Screen::Questions, "a.1".into())
    );
    for (id, option) in [("law", "full"), ("court", "some")] {
        assert_eq!(page.choose(id, option), CHANGED);
    }
    assert_eq!(page.tick("ticks", "x", true), CHANGED);
    for (indicator, answers) in [
        ("a.2", [("port", "yes"), ("guard", "no")].as_slice()),
        ("b.1", &[("team", "some")]),
    ] {
        assert_eq!(
            page.send(Msg::Next),
            [Effect::Save, Effect::Focus(Focus::Heading)]
        );
        assert_eq!(page.indicator(), indicator);
        for (id, option) in answers {
            page.choose(id, option);
        }
    }
    page.send(Msg::Next);
    assert_eq!(page.model.screen(), Screen::Review);
    let effects = page.send(Msg::Go(Screen::Results));
    let complete = Effect::Emit(Event::Complete);
    assert_eq!(
        effects,
        [Effect::Save, complete, Effect::Focus(Focus::Heading)]
    );
    // a: (2 (1 + 0.5 + 0.5) / 3 + 1 (1 + 0) / 2) / 3 = 0.6111…; b: 0.5.
    let expected = 100.0 * ((2.0 * 2.0 / 3.0 + 0.5) / 3.0 + 0.5) / 2.0;
    assert!((page.score().unwrap() - expected).abs() < 1e-9);
}

#[test]
fn previous_leads_back_to_the_start_and_next_past_the_end_to_the_review() {
    let mut page = begun();
    page.send(Msg::Next);
    page.send(Msg::Previous);
    assert_eq!(page.indicator(), "a.1");
    page.send(Msg::Previous);
    assert_eq!(page.model.screen(), Screen::Start);
    page.send(Msg::Continue);
    for _ in 0..9 {
        page.send(Msg::Next);
    }
    assert_eq!(page.model.screen(), Screen::Review);
    page.send(Msg::Page(usize::MAX));
    assert_eq!(page.indicator(), "b.1");
}

#[test]
fn exercise_answers_give_the_check_values() {
    for (mode, expected, shown) in [
        (Mode::Quick, 45.952_381, 46.0),
        (Mode::Full, 39.528_902, 39.5),
    ] {
        let mut page = Page::fresh(&core());
        page.send(Msg::Start(mode));
        let mut asked = 0;
        for (id, answer) in reference() {
            if page.model.bank().question_position(&id).is_some() {
                page.give(&id, &answer);
                asked += 1;
                assert_eq!(page.answer(&id), answer, "{id}");
            }
        }
        assert_eq!(asked, page.model.bank().questions().len());
        let score = page.score().unwrap();
        assert!((score - expected).abs() < 5e-7, "{score}");
        assert_eq!(display_score(score, page.model.bank().stages()), shown);
    }
}

#[test]
fn every_page_of_the_shipped_bank_shows_its_questions_with_all_their_texts() {
    let file = core();
    for (mode, pages, questions) in [(Mode::Full, 26, 70), (Mode::Quick, 15, 15)] {
        let mut page = Page::fresh(&file);
        page.send(Msg::Start(mode));
        let (mut seen, mut asked) = (0, 0);
        while page.model.screen() == Screen::Questions {
            let view = page.view();
            assert!(!view.title.is_empty() && !view.why.is_empty() && !view.area.is_empty());
            for question in &view.questions {
                assert!(!question.text.is_empty() && question.hidden.is_none());
                assert!(question.options.iter().all(|o| !o.label.is_empty()));
                assert_eq!(
                    question.not_applicable.is_some(),
                    !question.na_when.is_empty()
                );
            }
            seen += 1;
            asked += view.questions.len();
            page.send(Msg::Next);
        }
        assert_eq!((seen, asked), (pages, questions));
    }
}

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
fn changing_the_version_keeps_answers_numbers_and_place() {
    let mut page = begun();
    page.choose("law", "some");
    page.tick("ticks", "y", true);
    page.send(Msg::Page(2));
    page.choose("team", "full");
    let before = page.kept();
    page.send(Msg::Start(Mode::Quick));
    assert_eq!(page.kept()["answers"], before["answers"]);
    assert_eq!(page.indicator(), "b.1");
    let number = page.question("team").number;
    assert_eq!((number.area, number.indicator, number.question), (2, 1, 1));
    assert_eq!(page.model.bank().questions().len(), 2);
    assert_eq!(page.score(), Some(75.0));
    page.send(Msg::Start(Mode::Full));
    assert_eq!(page.kept(), before);
}

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
fn complete_is_told_once_for_each_time_it_becomes_so() {
    let mut page = begun();
    let told = |page: &Page| page.told(Event::Complete);
    page.send(Msg::Go(Screen::Results));
    assert_eq!(told(&page), 0);
    for (id, option) in [
        ("law", "dk"),
        ("court", "dk"),
        ("ticks", "dk"),
        ("port", "na"),
        ("team", "some"),
    ] {
        page.choose(id, option);
    }
    assert_eq!(told(&page), 0, "only the results screen completes");
    page.send(Msg::Go(Screen::Results));
    page.send(Msg::Go(Screen::Review));
    page.send(Msg::Go(Screen::Results));
    assert_eq!(told(&page), 1);
    page.send(Msg::Clear(page.at("team")));
    page.send(Msg::Go(Screen::Results));
    page.choose("team", "full");
    page.send(Msg::Go(Screen::Results));
    assert_eq!(told(&page), 2);
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
                Trouble::Denied | Trouble::Full | Trouble::Newer | Trouble::Elsewhere,
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
fn host_may_ask_one_version_only_and_another_first_screen() {
    for (mode, start_at, screen, questions) in [
        (None, Screen::Start, Screen::Start, 6),
        (None, Screen::Questions, Screen::Questions, 6),
        (Some(Mode::Quick), Screen::Questions, Screen::Questions, 2),
        (Some(Mode::Quick), Screen::Start, Screen::Start, 2),
        (Some(Mode::Full), Screen::Results, Screen::Results, 6),
    ] {
        let config = Config {
            mode,
            persist: Persist::Local,
            start_at,
        };
        let page = Page::open(&small(), config, &Disk::default());
        let asked = page.model.bank().questions().len();
        assert_eq!((page.model.screen(), asked), (screen, questions));
        assert_eq!(page.model.only_mode(), mode);
    }
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
