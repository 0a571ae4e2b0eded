//! From the first question to the results, in every version.

use crate::support::page::{Disk, Page};
use crate::support::{core, small};
use crate::{begun, CHANGED};
use gca_engine::display_score;
use gca_session::{Config, Effect, Event, Focus, Mode, Msg, Persist, Screen};
use serde_json::Value;

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
        [
            Effect::Save,
            complete,
            // Contradictions are looked for here too, and the texts for them have not come yet.
            Effect::FetchMore,
            Effect::Focus(Focus::Heading)
        ]
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
            first: false,
            ask_who: false,
            read_only: false,
            hidden: 0,
        };
        let page = Page::open(&small(), config, &Disk::default());
        let asked = page.model.bank().questions().len();
        assert_eq!((page.model.screen(), asked), (screen, questions));
        assert_eq!(page.model.only_mode(), mode);
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
