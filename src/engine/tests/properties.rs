//! What holds for every bank and every set of answers, on random ones from seeds.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::exchange::AnswersFile;
use gca_engine::{
    assess, compare, roadmap, sensitivity, workshop, Answer, Answers, Assessment, Bank, Draw, Json,
    Kind, Points, SensitivityRun, State,
};
use serde_json::{json, Value};
use std::sync::LazyLock;
use support::random::{self, Random, MEDIUM};
use support::{answers_of, bank_of};

const COUNT: u64 = 200;

#[derive(Clone)]
struct Case {
    random: Random,
    json: Value,
    file: Value,
    bank: Bank,
    answers: Answers,
}

/// The cases are made once and lent to every test.
fn cases() -> impl Iterator<Item = Case> {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| (0..COUNT).map(case).collect());
    CASES.iter().cloned()
}

fn case(seed: u64) -> Case {
    let mut random = Random(seed);
    let json = random::bank(&mut random, MEDIUM);
    let known = *random.pick(&[0, 30, 70, 100]);
    let file = random::answers(&mut random, &json, known);
    let bank = bank_of(&json);
    let answers = answers_of(&bank, &file);
    Case {
        random,
        json,
        file,
        bank,
        answers,
    }
}

fn overall(assessment: &Assessment) -> Option<Points> {
    assessment.overall.as_ref().map(|o| o.points)
}

fn all_points(assessment: &Assessment) -> Vec<Points> {
    let areas = assessment.areas.iter().flatten().map(|a| a.points);
    let indicators = assessment.indicators.iter().flatten().copied();
    areas.chain(indicators).chain(overall(assessment)).collect()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn bounds_enclose_the_headline_and_stay_within_nought_and_a_hundred() {
    for case in cases() {
        let assessment = assess(&case.bank, &case.answers);
        for p in all_points(&assessment) {
            assert!((-1e-9..=100.0 + 1e-9).contains(&p.low));
            assert!((-1e-12..=1.0 + 1e-12).contains(&p.coverage));
            assert!(p.high() >= p.low - 1e-9 && p.high() <= 100.0 + 1e-9);
            if let Some(score) = p.score() {
                assert!(score >= p.low - 1e-9 && score <= p.high() + 1e-9);
            }
        }
        let sum: f64 = assessment.questions.iter().map(|q| q.weight).sum();
        assert!(close(
            sum,
            if assessment.overall.is_some() {
                1.0
            } else {
                0.0
            }
        ));
        let c = assessment.counts;
        let counted =
            c.answered + c.implied + c.dont_know + c.not_applicable + c.unanswered + c.invalid;
        assert_eq!(counted, case.bank.questions().len());
    }
}

#[test]
fn effective_weights_give_the_overall_score() {
    for case in cases() {
        let assessment = assess(&case.bank, &case.answers);
        let Some(points) = overall(&assessment) else {
            continue;
        };
        let known = assessment.questions.iter().filter(|q| q.state.is_known());
        let (mut low, mut coverage) = (0.0, 0.0);
        for question in known {
            low += 100.0 * question.weight * question.score;
            coverage += question.weight;
        }
        assert!(close(low, points.low) && close(coverage, points.coverage));
    }
}

#[test]
fn order_of_questions_does_not_matter() {
    for case in cases() {
        let mut turned = case.json.clone();
        let reverse = |list: &mut Value| list.as_array_mut().unwrap().reverse();
        for area in turned["areas"].as_array_mut().unwrap() {
            for indicator in area["indicators"].as_array_mut().unwrap() {
                reverse(&mut indicator["questions"]);
            }
            reverse(&mut area["indicators"]);
        }
        reverse(&mut turned["areas"]);
        let bank = bank_of(&turned);
        let there = assess(&bank, &answers_of(&bank, &case.file));
        let here = assess(&case.bank, &case.answers);
        match (overall(&here), overall(&there)) {
            (Some(a), Some(b)) => assert!(close(a.low, b.low) && close(a.coverage, b.coverage)),
            (a, b) => assert_eq!(a, b),
        }
        for (question, outcome) in case.bank.questions().iter().zip(&here.questions) {
            let at = bank.question_position(&question.id).unwrap();
            assert_eq!(there.questions[at].state, outcome.state);
            assert!(close(there.questions[at].weight, outcome.weight));
        }
    }
}

/// A better answer to a question that is answered; `None` at the top.
fn better(bank: &Bank, at: usize, answer: Answer) -> Option<Answer> {
    let question = &bank.questions()[at];
    let (score, _) = question.value_of(answer)?;
    let other = match (question.kind, answer) {
        (Kind::Single | Kind::YesNo, Answer::Option(n)) => Answer::Option(n + 1),
        (Kind::Multi, Answer::Ticks(ticks)) => Answer::Ticks(ticks | (ticks + 1)),
        (Kind::Number(g), Answer::Number(_)) => Answer::Number(g.best),
        _ => return None,
    };
    (question.value_of(other)?.0 >= score).then_some(other)
}

#[test]
fn better_answer_never_lowers_the_lower_bound() {
    for case in cases() {
        let before = assess(&case.bank, &case.answers);
        for (at, question) in case.bank.questions().iter().enumerate() {
            if before.questions[at].state != State::Answered {
                continue;
            }
            let answer = case.answers.get(question.source).unwrap();
            let Some(better) = better(&case.bank, at, answer) else {
                continue;
            };
            let mut answers = case.answers.clone();
            answers.set(question.source, Some(better));
            let after = assess(&case.bank, &answers);
            // What it opens may turn out not to apply, which is another matter than a better answer.
            if after.counts.not_applicable != before.counts.not_applicable {
                continue;
            }
            let (a, b) = (overall(&before).unwrap(), overall(&after).unwrap());
            assert!(
                b.low >= a.low - 1e-9,
                "{} {:?} {better:?}",
                question.id,
                answer
            );
            assert!(b.high() >= a.high() - 1e-9);
            if after.counts == before.counts {
                assert!(b.score().unwrap() >= a.score().unwrap() - 1e-9);
            }
        }
    }
}

#[test]
fn answer_that_does_not_apply_takes_its_weight_away_exactly() {
    let mut tried = 0;
    for mut case in cases() {
        let free = |q: &&Value| {
            let asked = |o: &&Value| o["depends_on"]["question"] == q["id"];
            q["allow_na"] == true
                && q["depends_on"].is_null()
                && !random::questions(&case.json).iter().any(asked)
        };
        let questions = random::questions(&case.json);
        let candidates: Vec<_> = questions.iter().copied().filter(free).collect();
        if candidates.is_empty() || questions.len() < 2 {
            continue;
        }
        let id = case.random.pick(&candidates)["id"].clone();
        let at = case.bank.question_position(id.as_str().unwrap()).unwrap();
        let mut answers = case.answers.clone();
        answers.set(at, Some(Answer::NotApplicable));
        let without = assess(&case.bank, &answers);
        // The same bank without the question, and without what that leaves empty.
        let mut json = case.json.clone();
        json["checks"] = json!([]);
        json["quick"] = json!([]);
        let areas = json["areas"].as_array_mut().unwrap();
        for area in areas.iter_mut() {
            let indicators = area["indicators"].as_array_mut().unwrap();
            for indicator in indicators.iter_mut() {
                indicator["questions"]
                    .as_array_mut()
                    .unwrap()
                    .retain(|q| q["id"] != id);
            }
            indicators.retain(|i| !i["questions"].as_array().unwrap().is_empty());
        }
        areas.retain(|a| !a["indicators"].as_array().unwrap().is_empty());
        let bank = bank_of(&json);
        let cut = assess(&bank, &answers_of(&bank, &case.file));
        match (overall(&without), overall(&cut)) {
            (Some(a), Some(b)) => {
                assert_eq!(a.low.to_bits(), b.low.to_bits());
                assert_eq!(a.coverage.to_bits(), b.coverage.to_bits());
            }
            (a, b) => assert_eq!(a, b),
        }
        tried += 1;
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn workshop_of_one_gives_that_respondent() {
    for case in cases() {
        let alone = assess(&case.bank, &case.answers);
        let result = workshop(&case.bank, std::slice::from_ref(&case.answers));
        assert_eq!(result.individuals, [overall(&alone)]);
        assert_eq!(overall(&result.group), overall(&alone));
        for (a, b) in alone.questions.iter().zip(&result.group.questions) {
            // What counts as unanswered is left out of the group answers, however it was said.
            let state = if a.state == State::Invalid {
                State::Unanswered
            } else {
                a.state
            };
            assert_eq!(
                (b.state, b.score, b.level, b.weight),
                (state, a.score, a.level, a.weight)
            );
        }
    }
}

#[test]
fn order_of_responses_does_not_matter() {
    for mut case in cases().step_by(6) {
        let mut responses: Vec<_> = (0..9)
            .map(|_| {
                answers_of(
                    &case.bank,
                    &random::answers(&mut case.random, &case.json, 80),
                )
            })
            .collect();
        let here = workshop(&case.bank, &responses);
        responses.reverse();
        let there = workshop(&case.bank, &responses);
        assert_eq!(here.answers, there.answers);
        for (a, b) in here.questions.iter().zip(&there.questions) {
            assert_eq!(
                (&a.counts, a.consensus, a.flag),
                (&b.counts, b.consensus, b.flag)
            );
            assert!(a.consensus.is_none_or(|c| (0.0..=1.0).contains(&c)));
        }
    }
}

#[test]
fn export_then_import_is_the_identity() {
    for mut case in cases() {
        let mut file = case.file.clone();
        file["bank"] = json!("random");
        file["notes"] = json!({"a0.i0.q0": "=1+1 \u{202e} \u{0} \"'<b>"});
        file["answers"]["of-another-version"] = json!(["x", 7, null]);
        if case.random.chance(50) {
            file["answers"]["a0.i0.q0"] = json!({"deep": [1.5e-300]});
        }
        let read = |text: &str| AnswersFile::parse(&case.bank, text.as_bytes()).unwrap();
        let first = read(&file.to_string());
        let text = serde_json::to_string(&first.write(&case.bank)).unwrap();
        let second = read(&text);
        assert_eq!(first, second);
        assert_eq!(
            serde_json::to_string(&second.write(&case.bank)).unwrap(),
            text
        );
        // Nothing that stood in the file is lost; null and absent are the same.
        let written: Value = serde_json::from_str(&text).unwrap();
        for (id, value) in file["answers"].as_object().unwrap() {
            if !value.is_null() && value != "na" {
                support::same_answer(&written["answers"][id], value);
            }
        }
        support::same(&written["notes"], &file["notes"]);
    }
}

#[test]
fn numbers_survive_as_they_are() {
    for x in [
        0.1 + 0.2,
        -0.0,
        5e-324,
        1.7976931348623157e308,
        9007199254740993.0,
        1e21,
    ] {
        let text = serde_json::to_string(&Json::Number(x)).unwrap();
        let Json::Number(y) = Json::parse(text.as_bytes(), 100).unwrap() else {
            panic!("{text}")
        };
        assert_eq!(x.to_bits(), y.to_bits(), "{text}");
    }
}

#[test]
fn roadmap_gains_are_what_the_steps_bring() {
    for case in cases() {
        let before = assess(&case.bank, &case.answers);
        let plan = roadmap(&case.bank, &case.answers, &before);
        for step in &plan.steps {
            let mut answers = case.answers.clone();
            answers.set(case.bank.questions()[step.question].source, Some(step.to));
            let after = assess(&case.bank, &answers);
            if after.counts == before.counts {
                let rise = overall(&after).unwrap().low - overall(&before).unwrap().low;
                assert!(close(rise, step.gain), "{rise} {step:?}");
                assert!(step.unlocks.is_empty());
            }
            for &opened in &step.unlocks {
                assert_eq!(before.questions[opened].state, State::Implied);
                assert_ne!(after.questions[opened].state, State::Implied);
            }
        }
        let width: f64 = plan.find_out.iter().map(|f| f.weight_points).sum();
        if let Some(points) = overall(&before) {
            assert!(close(width, points.high() - points.low));
        }
    }
}

#[test]
fn weights_that_are_not_drawn_apart_leave_the_score_alone() {
    for case in cases().step_by(5) {
        let base = assess(&case.bank, &case.answers);
        let draw = Draw {
            draws: 20,
            delta: 0.0,
            ..Draw::default()
        };
        let Some(run) = sensitivity(&case.bank, &case.answers, draw) else {
            assert!(base.overall.is_none_or(|o| o.points.score().is_none()));
            continue;
        };
        let score = overall(&base).unwrap().score().unwrap();
        assert!(close(run.min, score) && close(run.max, score) && run.sd < 1e-9);
        assert_eq!((run.stage_stability, run.weakest_stability), (1.0, 1.0));
        let wide = sensitivity(&case.bank, &case.answers, Draw { draws: 50, ..draw }).unwrap();
        assert_eq!(wide.percentiles.map(|p| close(p, score)), [true; 5]);
    }
}

#[test]
fn draws_in_portions_give_what_all_at_once_give() {
    for mut case in cases().step_by(5) {
        let draw = Draw {
            draws: case.random.below(30) as u32,
            ..Draw::default()
        };
        let Some(mut run) = SensitivityRun::new(&case.bank, &case.answers, draw) else {
            continue;
        };
        let mut portions = 0;
        while run.advance(case.random.below(9) as u32) {
            portions += 1;
            assert!(portions < 1000);
        }
        let all = sensitivity(&case.bank, &case.answers, draw);
        assert_eq!(Some(run.finish()), all);
    }
}

#[test]
fn quick_version_is_the_bank_cut_down() {
    for case in cases() {
        let quick = case.bank.quick();
        assert!(quick.questions().iter().all(|q| q.quick));
        assert!(quick
            .indicators()
            .iter()
            .all(|i| !quick.questions_of(i).is_empty()));
        let assessment = assess(&quick, &case.answers);
        let sum: f64 = assessment.questions.iter().map(|q| q.weight).sum();
        assert!(sum == 0.0 || close(sum, 1.0));
        for (at, question) in quick.questions().iter().enumerate() {
            assert_eq!(quick.question_position(&question.id), Some(at));
        }
    }
}

#[test]
fn comparison_with_itself_gives_the_headlines_and_no_change() {
    for case in cases() {
        let outcome = assess(&case.bank, &case.answers);
        let Some(found) = compare(&case.bank, &outcome, &outcome) else {
            assert!(overall(&outcome).and_then(Points::score).is_none());
            continue;
        };
        assert!(found.changes.is_empty());
        let groups = found.areas.iter().chain(&found.indicators);
        let areas = outcome.areas.iter().map(|area| area.map(|a| a.points));
        let points = areas.chain(outcome.indicators.iter().copied());
        for (change, points) in groups.zip(points) {
            let score = points.and_then(Points::score);
            assert_eq!(change.is_some(), score.is_some());
            let now = change.map_or(0.0, |change| change.now);
            assert!(close(now, score.unwrap_or_default()));
            assert_eq!(change.map_or(0.0, |change| change.difference()), 0.0);
        }
    }
}
