//! What the results say besides numbers, and what can be asked of them.

#[path = "results/weights.rs"]
mod weights;
#[path = "results/why.rs"]
mod why;

use crate::begun;
use crate::support::page::Page;
use crate::support::{core, file};
use gca_engine::{assess, geometric, sensitivity, Draw};
use gca_session::view::AnswerView;
use gca_session::whole::results::{earlier, ranked, robustness, unevenness, Msg as Do};
use gca_session::whole::results::{BEFORE_DRAWS, PARTS};
use gca_session::{Config, Effect, Mode, Msg, Screen, WholeMsg};

pub fn results(page: &mut Page, msg: Do) -> Vec<Effect> {
    page.whole(WholeMsg::Results(msg))
}

/// A page of the shipped bank with the answers of its exercise, on the results.
pub fn exercise() -> Page {
    let bank = core();
    let mut page = Page::fresh(&bank);
    page.send(Msg::Start(Mode::Full));
    let given = bank["exercise"]["reference_answers"].as_object().unwrap();
    for (id, value) in given {
        page.give(id, &value["option"]);
    }
    page.send(Msg::Go(Screen::Results));
    page
}

/// What the shell does with a page of results: all parts of it, as they are asked for.
pub fn unfold(page: &mut Page) -> Vec<Do> {
    let mut steps = Vec::new();
    while let Some(step) = page.model.next_part() {
        results(page, step);
        steps.push(step);
    }
    steps
}

#[test]
fn weights_are_drawn_only_where_results_show_and_once_for_the_same_answers() {
    let mut page = begun();
    page.choose("law", "full");
    assert_eq!(page.model.next_part(), None, "the questions are shown");
    page.send(Msg::Go(Screen::Results));
    assert_eq!(robustness(&page.model), None, "not before they are drawn");
    let steps = unfold(&mut page);
    let (before, draw) = steps.split_at(usize::from(BEFORE_DRAWS));
    assert!(before.iter().all(|step| *step == Do::Unfold));
    // What they say comes in portions, and then what stands below.
    assert_eq!(draw, [Do::Draw, Do::Unfold, Do::Unfold, Do::Unfold]);
    assert_eq!(page.model.unfolded(), PARTS);
    let drawn = robustness(&page.model).unwrap().clone();
    page.choose("team", "some");
    assert_eq!(robustness(&page.model), None, "that was for other answers");
    assert_eq!(unfold(&mut page), [Do::Draw, Do::Unfold, Do::Unfold]);
    assert_ne!(robustness(&page.model), Some(&drawn));
    page.send(Msg::Go(Screen::Review));
    assert_eq!(page.model.next_part(), None);
    page.send(Msg::Go(Screen::Results));
    assert!(
        robustness(&page.model).is_some(),
        "the answers are the same"
    );
    assert_eq!(page.model.unfolded(), 0, "the page comes in parts again");
    unfold(&mut page);
    page.send(Msg::Start(Mode::Quick));
    page.send(Msg::Go(Screen::Results));
    assert_eq!(
        robustness(&page.model),
        None,
        "that was for another version"
    );
    let config = Config {
        first: true,
        start_at: Screen::Results,
        ..Config::default()
    };
    let first = Page::open(&crate::small(), config, &page.disk);
    assert_eq!(
        first.model.next_part(),
        None,
        "the first program has no results"
    );
}

#[test]
fn robustness_is_that_of_the_method() {
    let mut page = exercise();
    assert_eq!(draw(&mut page), 4);
    let found = robustness(&page.model).unwrap();
    assert_eq!(found.draw, Draw::default());
    let [low, .., high] = found.result.percentiles;
    // Check values of the full bank, METHOD, section 12.
    assert!((low - 38.662991).abs() < 1e-6);
    assert!((high - 40.436538).abs() < 1e-6);
    let places: Vec<usize> = found.places.iter().map(|p| p.0).collect();
    assert_eq!(places, [0, 2, 1, 4, 3], "legal first, capacity last");
    let gap = unevenness(&page.model).unwrap();
    assert!((gap.geometric - 38.998856).abs() < 1e-6);
    let areas = [50.0, 37.847222, 41.136364, 31.086957, 37.222222];
    let mean = areas.iter().sum::<f64>() / 5.0;
    assert!((gap.arithmetic - mean).abs() < 1e-6);
    assert!((gap.gap() - (mean - 38.998856)).abs() < 1e-5);
    assert_eq!(gap.lowest, 3);
}

#[test]
fn what_is_on_the_page_changes_with_what_happens_and_not_with_parts_that_come() {
    let mut page = exercise();
    let seen = |page: &Page| (page.model.version(false), page.model.version(true));
    let (parts, firm) = seen(&page);
    results(&mut page, Do::Unfold);
    assert_eq!(seen(&page), (parts, firm));
    unfold(&mut page);
    for step in [Do::Draw, Do::Unfold, Do::Unfold] {
        let firm = seen(&page).1;
        results(&mut page, step);
        assert_eq!(seen(&page).0, parts);
        assert_ne!(seen(&page).1, firm);
    }
    for msg in [Msg::More(None), Msg::Go(Screen::Results)] {
        let before = seen(&page);
        page.send(msg);
        assert!(seen(&page).0 != before.0 && seen(&page).1 != before.1);
    }
}

#[test]
fn nothing_is_drawn_without_a_score() {
    let mut page = begun();
    page.send(Msg::Go(Screen::Results));
    assert_eq!(unfold(&mut page)[usize::from(BEFORE_DRAWS)], Do::Draw);
    assert_eq!(robustness(&page.model), None);
    assert_eq!(page.model.next_part(), None, "and not again and again");
    assert_eq!(unevenness(&page.model), None);
    let found = ranked(&page.model);
    assert!(found.strengths.is_empty() && found.gaps.is_empty());
}

#[test]
fn weights_are_drawn_in_portions_and_as_often_for_large_banks() {
    let mut bank = crate::small();
    let question = bank["areas"][1]["indicators"][0]["questions"][0].clone();
    let questions = bank["areas"][1]["indicators"][0]["questions"]
        .as_array_mut()
        .unwrap();
    for n in 0..1000 {
        let mut question = question.clone();
        question["id"] = format!("q{n}").into();
        questions.push(question);
    }
    let mut page = Page::fresh(&bank);
    page.send(Msg::Start(Mode::Full));
    page.choose("law", "some");
    page.choose("team", "full");
    page.send(Msg::Go(Screen::Results));
    let portions = draw(&mut page);
    assert!((40..80).contains(&portions), "{portions}");
    assert_own_draws(&page);
    // Answers that change meanwhile have them begun anew.
    page.choose("law", "full");
    results(&mut page, Do::Draw);
    page.choose("law", "none");
    assert_eq!(draw(&mut page), portions);
    assert_own_draws(&page);
}

/// Draws to the end; how many portions that took.
pub fn draw(page: &mut Page) -> usize {
    let mut portions = 0;
    while robustness(&page.model).is_none() {
        results(page, Do::Draw);
        portions += 1;
    }
    portions
}

fn assert_own_draws(page: &Page) {
    let own = sensitivity(page.model.bank(), &answers(page), Draw::default());
    let found = robustness(&page.model).unwrap();
    assert_eq!(
        (found.draw, Some(&found.result)),
        (Draw::default(), own.as_ref())
    );
}

/// The answers of a page as the engine reads them.
fn answers(page: &Page) -> gca_engine::Answers {
    let given = page.model.snapshot().answers.0;
    gca_engine::Answers::read(page.model.whole_bank(), given).0
}

#[test]
fn strengths_and_gaps_are_ranked_with_the_answer_that_makes_them() {
    let page = exercise();
    let found = ranked(&page.model);
    assert_eq!((found.strengths.len(), found.gaps.len()), (4, 4));
    let score = |s: &gca_session::whole::results::Standout| s.points.score().unwrap();
    let falling = |two: &[gca_session::whole::results::Standout]| score(&two[0]) >= score(&two[1]);
    assert!(found.strengths.windows(2).all(falling));
    assert!(found
        .gaps
        .windows(2)
        .all(|two| score(&two[0]) <= score(&two[1])));
    assert!(score(&found.strengths[3]) > score(&found.gaps[3]));
    for one in found.strengths.iter().chain(&found.gaps) {
        let because = one.because.as_ref().unwrap();
        assert_eq!(because.number.area, one.number.area);
        assert_eq!(because.number.indicator, one.number.indicator);
    }
}

#[test]
fn indicators_with_too_many_open_questions_are_left_out() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("team", "none");
    page.choose("port", "dk");
    let found = ranked(&page.model);
    // One of three questions of the first, half of nothing of the second.
    assert_eq!(found.left_out, 2);
    assert_eq!(
        (found.strengths.len(), found.gaps.len()),
        (0, 0),
        "one alone stands out from nothing"
    );
    page.choose("court", "none");
    let found = ranked(&page.model);
    assert_eq!(found.left_out, 1);
    assert_eq!(&*found.strengths[0].title, "Laws");
    let because = found.strengths[0].because.as_ref().unwrap();
    assert_eq!(because.answer, AnswerView::Given("law full".into(), 2, 3));
    assert_eq!(&*found.gaps[0].title, "Teams");
    page.choose("team", "some");
    let found = ranked(&page.model);
    assert_eq!(
        (found.strengths.len(), found.gaps.len()),
        (0, 0),
        "both have 50"
    );
}

#[test]
fn results_look_for_contradictions_and_ask_for_their_texts() {
    let mut page = begun();
    page.choose("law", "full");
    assert!(page
        .send(Msg::Go(Screen::Results))
        .contains(&Effect::FetchMore));
}

#[test]
fn what_the_results_compute_is_what_the_engine_computes() {
    let page = exercise();
    let answers = answers(&page);
    let bank = crate::support::bank_of(&file("www/data/banks/gca-core.json"));
    let assessment = assess(&bank, &answers);
    assert_eq!(*page.model.assessment(), assessment);
    let other = geometric(&bank, &assessment).unwrap();
    assert_eq!(
        unevenness(&page.model).unwrap().geometric,
        other.score.unwrap()
    );
}

#[test]
fn earlier_round_stands_beside_this_one_until_it_is_put_away() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("team", "full");
    assert_eq!(
        (page.model.earlier_shown(), earlier(&page.model)),
        (None, None)
    );
    let mut snapshot = page.model.snapshot();
    snapshot.rest =
        r#"{"earlier":{"name":"Round 1","answers":{"law":"some","team":"none","gone":"x"}}}"#
            .into();
    page.send(Msg::Import(snapshot));
    let then = earlier(&page.model).unwrap();
    assert_eq!(&*then.name, "Round 1");
    let near = |given: &(usize, f64), n: usize, points: f64| {
        given.0 == n && (given.1 - points).abs() < 1e-9
    };
    assert!(near(&then.areas[0], 1, 50.0) && near(&then.areas[1], 2, 0.0));
    assert!((then.overall.unwrap().low - (50.0 / 3.0 * 2.0 / 3.0) / 2.0).abs() < 1e-9);
    results(&mut page, Do::ShowEarlier(false));
    assert_eq!(earlier(&page.model), None);
    assert_eq!(page.model.earlier_shown(), Some(false));
}
