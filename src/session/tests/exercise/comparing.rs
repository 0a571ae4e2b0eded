//! Everybody beside the reference answers.

use super::*;
use gca_engine::Flag;
use gca_session::whole::workshop::exercise::{comparison, distance, Comparison, Spot, FIRST};
use gca_session::{Focus, Msg as Any};

fn compared(page: &Page) -> Comparison {
    (*comparison(&page.model).expect("revealed")).clone()
}

#[test]
fn reference_answers_are_hidden_until_the_trainer_confirms() {
    let mut page = open();
    add(&mut page, "law", |_, _| {});
    assert_eq!(comparison(&page.model), None);
    // Not by one press, and not without being asked.
    send(&mut page, Exercising::Reveal);
    assert_eq!(comparison(&page.model), None);
    let asked = send(&mut page, Exercising::AskReveal);
    assert_eq!(asked, [Effect::Focus(Focus::Dialog)]);
    send(&mut page, Exercising::KeepHidden);
    send(&mut page, Exercising::Reveal);
    assert_eq!(comparison(&page.model), None);
    reveal(&mut page);
    assert!(comparison(&page.model).is_some());
    let all = send(&mut page, Exercising::AllQuestions);
    assert_eq!(all, [Effect::Focus(Focus::Exercise(Spot::Question))]);
    send(&mut page, Exercising::Hide);
    assert_eq!(comparison(&page.model), None);
}

/// METHOD, section 12: check values for the full bank.
#[test]
fn the_reference_scores_as_the_method_says_also_after_the_last_event() {
    let mut page = open();
    reveal(&mut page);
    let found = compared(&page);
    let score = |x: Option<f64>| x.expect("a score");
    let now = found.reference.overall.as_ref().unwrap().points.score();
    assert!((score(now) - 39.528_902).abs() < 1e-6);
    assert_eq!(found.changed, None);
    // The events before it change no fact.
    for n in 0..5 {
        at(&mut page, Timed::Release(n), 100.0);
    }
    assert_eq!(compared(&page).changed, None);
    at(&mut page, Timed::Release(5), 121.0);
    assert!((score(compared(&page).changed) - 41.406_502).abs() < 1e-6);
}

#[test]
fn whoever_answers_as_the_reference_is_at_no_distance() {
    let mut page = open();
    for _ in 0..3 {
        add(&mut page, "law", |_, _| {});
    }
    reveal(&mut page);
    let found = compared(&page);
    for row in &found.participants {
        let distance = row.distance.unwrap();
        assert_eq!(
            (distance.points, distance.levels, distance.lean),
            (0.0, 0.0, 0.0)
        );
        // One reference answer is "don't know": there is nothing to be away from.
        assert_eq!(distance.questions, 69);
    }
    assert_eq!(found.agreement.interval, Some(1.0));
    assert_eq!(found.agreement.ordinal, Some(1.0));
    assert!(found.farthest(0, 9).is_empty());
}

#[test]
fn one_level_on_one_question_is_its_weight_in_the_score() {
    let mut page = open();
    // "approved" is level 2 of 5, one above the draft of the reference: 25 points of the question or so.
    add(&mut page, "org", |bank, answers| {
        choose(
            bank,
            answers,
            "organisational.governance.crisis",
            "approved",
        );
    });
    reveal(&mut page);
    let found = compared(&page);
    let given = found.participants[0].distance.unwrap();
    let at = page
        .model
        .whole_bank()
        .question_position("organisational.governance.crisis")
        .unwrap();
    let question = &page.model.whole_bank().questions()[at];
    let score = |id: &str| question.options[question.option_position(id).unwrap()].score;
    let rise = 100.0 * (score("approved") - score("draft"));
    assert!(rise > 0.0);
    let outcome = found.reference.questions[at];
    let known: f64 = found
        .reference
        .questions
        .iter()
        .filter(|o| o.state.is_known())
        .map(|o| o.weight)
        .sum();
    assert!((given.points - outcome.weight * rise / known).abs() < 1e-9);
    assert!((given.lean - given.points).abs() < 1e-12);
    assert!((given.levels - 1.0 / 69.0).abs() < 1e-12);
    // The team of one person answers as the person does.
    let org = found.teams.iter().find(|row| row.team.id == "org").unwrap();
    assert_eq!(org.distance, Some(given));
    let far = found.farthest(org.at, 3);
    assert_eq!(far.len(), 1);
    assert_eq!((far[0].0, far[0].1.levels), (at, 1));
    assert!((far[0].1.points - rise).abs() < 1e-9);
}

#[test]
fn lower_and_higher_answers_do_not_pay_for_each_other() {
    let mut page = open();
    add(&mut page, "", |bank, answers| {
        choose(bank, answers, "legal.cybercrime-law.neutrality", "tied");
        choose(
            bank,
            answers,
            "organisational.governance.crisis",
            "approved",
        );
    });
    reveal(&mut page);
    let given = compared(&page).participants[0].distance.unwrap();
    assert!(given.points > given.lean.abs() + 1e-9);
    assert!((given.levels * 69.0).round() >= 2.0);
}

#[test]
fn what_is_not_answered_is_not_compared() {
    let mut page = open();
    add(&mut page, "law", |bank, answers| {
        *answers = Answers::new(bank);
        answers.set(0, Some(gca_engine::Answer::DontKnow));
    });
    add(&mut page, "law", |bank, answers| {
        *answers = Answers::new(bank);
        choose(bank, answers, "legal.cybercrime-law.offences", "enacted");
    });
    reveal(&mut page);
    let found = compared(&page);
    assert_eq!(found.participants.len(), 2);
    assert_eq!(found.participants[0].distance.unwrap().questions, 1);
    assert_eq!(found.participants[1].distance, None);
    assert_eq!(distance(&[], &found.reference.questions), None);
}

#[test]
fn fewer_than_three_answers_show_no_numbers_of_a_question() {
    let mut page = open();
    for _ in 0..2 {
        add(&mut page, "law", |_, _| {});
    }
    reveal(&mut page);
    let found = compared(&page);
    assert!(found.questions.iter().all(|row| row.points.is_none()
        && row.levels.is_none()
        && row.lean.is_none()
        && row.consensus.is_none()));
    assert!(found
        .questions
        .iter()
        .any(|row| row.flag == Some(Flag::Few)));
    assert_eq!(
        (found.agreement.interval, found.agreement.ordinal),
        (None, None)
    );
    add(&mut page, "law", |_, _| {});
    let found = compared(&page);
    assert!(
        found
            .questions
            .iter()
            .filter(|row| row.points.is_some())
            .count()
            == 69
    );
    assert!(found.agreement.interval.is_some());
}

#[test]
fn everything_is_sorted_by_distance() {
    let mut page = open();
    let crisis = "organisational.governance.crisis";
    let neutral = "legal.cybercrime-law.neutrality";
    add(&mut page, "law", |_, _| {});
    add(&mut page, "tech", |bank, answers| {
        choose(bank, answers, crisis, "approved")
    });
    add(&mut page, "org", |bank, answers| {
        choose(bank, answers, crisis, "approved");
        choose(bank, answers, neutral, "tied");
    });
    reveal(&mut page);
    let found = compared(&page);
    let people: Vec<usize> = found.participants.iter().map(|row| row.person).collect();
    assert_eq!(people, [2, 1, 0]);
    let teams: Vec<&str> = found.teams.iter().map(|row| &*row.team.id).collect();
    assert_eq!(teams, ["org", "tech", "law", "cap", "int"]);
    let points: Vec<f64> = found
        .questions
        .iter()
        .filter_map(|row| row.points)
        .collect();
    assert!(points.windows(2).all(|pair| pair[0] >= pair[1]) && points[0] > 0.0);
    assert_eq!(found.questions.last().unwrap().points, None);
    assert_eq!(found.questions.len(), 70);
}

#[test]
fn whoever_does_not_count_is_not_compared() {
    let mut page = open();
    add(&mut page, "law", |_, _| {});
    add(&mut page, "law", |_, _| {});
    let msg = gca_session::whole::workshop::people::Msg::Count(1, false);
    page.whole(WholeMsg::Workshop(Workshop::People(msg)));
    reveal(&mut page);
    assert_eq!(compared(&page).participants.len(), 1);
}

#[test]
fn facts_decide_reference_answers() {
    let page = open();
    let exercise = page.model.exercise().unwrap();
    let facts = exercise.facts_of("legal.procedure.powers");
    let ids: Vec<&str> = facts.iter().map(|fact| &*fact.id).collect();
    assert_eq!(ids, ["L3"]);
    // Every reference answer rests on a fact.
    for reference in &exercise.reference {
        let facts = exercise.facts_of(&reference.question);
        assert!(!facts.is_empty(), "{}", reference.question);
    }
}

#[test]
fn a_thousand_people_are_compared_in_a_moment() {
    let mut page = open();
    for n in 0..1000 {
        let option = ["tied", "neutral"][n % 2];
        let group = ["law", "tech", "org", "cap", "int"][n % 5];
        add(&mut page, group, |bank, answers| {
            choose(bank, answers, "legal.cybercrime-law.neutrality", option);
        });
    }
    reveal(&mut page);
    let begun = std::time::Instant::now();
    let found = compared(&page);
    let took = begun.elapsed();
    assert_eq!(found.participants.len(), 1000);
    // Not a benchmark: a slip that makes it grow with the square would take minutes.
    assert!(took.as_secs() < 5, "{took:?}");
    send(&mut page, Exercising::More);
    assert_eq!(page.model.workshop().exercise.more, FIRST);
    page.send(Any::Go(Screen::Start));
}
