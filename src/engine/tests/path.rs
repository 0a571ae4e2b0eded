//! The path equals enumeration on small random banks: every set of moves is tried, and the best is
//! found by the order of the method alone.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::{
    assess, path, Answer, Answers, Assessment, Bank, Effort, Goal, Kind, Question, State,
};
use support::random::{self, Random, SMALL};
use support::{answers_of, bank_of};

/// One way to raise a question: effort, gain, answer after.
type Rung = (u32, f64, Answer);

/// Steps by the letter of sections 8 and 15, apart from the engine's own.
fn rungs(question: &Question, answer: Answer, weight: f64) -> Vec<Rung> {
    let effort = |level: u8| {
        let effort = question.efforts.get(usize::from(level));
        effort.map_or(Effort::Medium, |effort| *effort).points()
    };
    let value = |answer: Answer| question.value_of(answer).unwrap();
    let start = value(answer).0;
    let (mut now, mut total, mut out) = (answer, 0, Vec::new());
    loop {
        let (score, level) = value(now);
        let next = match (question.kind, now) {
            _ if score >= 1.0 => break,
            (Kind::Single | Kind::YesNo, Answer::Option(at)) => Answer::Option(at + 1),
            (Kind::Multi, Answer::Ticks(ticks)) => {
                let mut ticks = ticks;
                let mut best: Option<usize> = None;
                for (at, option) in question.options.iter().enumerate() {
                    if option.exclusive {
                        ticks &= !(1 << at);
                    } else if ticks >> at & 1 == 0
                        && best.is_none_or(|b| option.score > question.options[b].score)
                    {
                        best = Some(at);
                    }
                }
                match best {
                    Some(at) => Answer::Ticks(ticks | 1 << at),
                    None => break,
                }
            }
            (Kind::Number(g), Answer::Number(_)) => match level {
                0 | 1 => Answer::Number(g.worst + 0.5 * (g.best - g.worst)),
                2 => Answer::Number(g.worst + (g.best - g.worst)),
                _ => break,
            },
            _ => break,
        };
        if value(next).0 - score <= 1e-9 {
            break;
        }
        total += effort(level);
        now = next;
        out.push((total, 100.0 * weight * (value(now).0 - start), now));
    }
    out
}

struct Movable {
    question: usize,
    area: usize,
    rungs: Vec<Rung>,
}

fn movable(bank: &Bank, answers: &Answers, assessment: &Assessment) -> Vec<Movable> {
    let mut list = Vec::new();
    for (at, (question, outcome)) in bank
        .questions()
        .iter()
        .zip(&assessment.questions)
        .enumerate()
    {
        if outcome.state == State::Answered {
            let rungs = rungs(
                question,
                answers.get(question.source).unwrap(),
                outcome.weight,
            );
            let area = bank.indicators()[question.indicator].area;
            list.push(Movable {
                question: at,
                area,
                rungs,
            });
        }
    }
    list.retain(|m| !m.rungs.is_empty());
    list
}

/// Effort, headline, and per movable question the number of steps.
struct Way {
    effort: u32,
    headline: f64,
    steps: Vec<usize>,
}

impl Way {
    fn changed(&self) -> Vec<usize> {
        (0..self.steps.len())
            .filter(|&n| self.steps[n] > 0)
            .collect()
    }

    /// Whether it comes before another by the order of section 16.
    fn beats(&self, other: &Way) -> bool {
        if self.effort != other.effort {
            return self.effort < other.effort;
        }
        if (self.headline - other.headline).abs() > 1e-9 {
            return self.headline > other.headline;
        }
        let (a, b) = (self.changed(), other.changed());
        (a.len(), &a, &self.steps) < (b.len(), &b, &other.steps)
    }
}

fn check(seed: u64) -> bool {
    let mut random = Random(seed);
    let json = random::bank(&mut random, SMALL);
    let bank = bank_of(&json);
    let answers = answers_of(&bank, &random::answers(&mut random, &json, 85));
    let base = assess(&bank, &answers);
    let movable = movable(&bank, &answers, &base);
    let ways: usize = movable.iter().map(|m| m.rungs.len() + 1).product();
    let Some(overall) = base.overall.as_ref() else {
        return false;
    };
    let Some(headline) = overall.points.score() else {
        return false;
    };
    if ways > 20_000 {
        return false;
    }
    let mut areas = Vec::new();
    for at in 0..bank.areas().len() {
        if random.chance(30) {
            areas.push((at, 100.0 * random.unit()));
        }
    }
    let goal = Goal {
        stage: random.chance(50).then(|| random.below(5)),
        score: random
            .chance(50)
            .then(|| headline + random.unit() * (105.0 - headline)),
        areas,
    };
    let weights: f64 = bank
        .areas()
        .iter()
        .zip(&base.areas)
        .filter(|(_, a)| a.is_some())
        .map(|(a, _)| a.weight)
        .sum();
    let found = path(&bank, &answers, &base, &goal).unwrap();
    let mut best: Option<Way> = None;
    let mut frontier = vec![f64::NEG_INFINITY; found.frontier.len()];
    let mut steps = vec![0; movable.len()];
    for _ in 0..ways {
        let mut gains = vec![0.0; bank.areas().len()];
        let mut effort = 0;
        for (m, &n) in movable.iter().zip(&steps) {
            if n > 0 {
                effort += m.rungs[n - 1].0;
                gains[m.area] += m.rungs[n - 1].1;
            }
        }
        let now = headline + gains.iter().sum::<f64>() / overall.points.coverage;
        let areas: Vec<Option<f64>> = (0..gains.len())
            .map(|at| {
                let points = base.areas[at]?.points;
                let share = bank.areas()[at].weight / weights;
                Some(points.score()? + gains[at] / share / points.coverage)
            })
            .collect();
        let stage = |x: f64| gca_engine::band(bank.stages(), x);
        let lowest = areas.iter().flatten().map(|&x| stage(x)).min().unwrap();
        let holds = goal.stage.is_none_or(|s| stage(now).min(lowest + 1) >= s)
            && goal.score.is_none_or(|s| now >= s - 1e-9)
            && goal
                .areas
                .iter()
                .all(|&(at, t)| areas[at].is_some_and(|x| x >= t - 1e-9));
        let way = Way {
            effort,
            headline: now,
            steps: steps.clone(),
        };
        for slot in &mut frontier[effort as usize..] {
            *slot = slot.max(now);
        }
        if holds && best.as_ref().is_none_or(|b| way.beats(b)) {
            best = Some(way);
        }
        for (m, n) in movable.iter().zip(&mut steps) {
            *n += 1;
            if *n <= m.rungs.len() {
                break;
            }
            *n = 0;
        }
    }
    for (given, expected) in found.frontier.iter().zip(&frontier) {
        assert!(
            (given.unwrap() - expected).abs() < 1e-9,
            "seed {seed}: frontier"
        );
    }
    assert_eq!(
        found.plan.is_some(),
        best.is_some(),
        "seed {seed}: reached, {goal:?}"
    );
    assert_eq!(
        found.plan.is_some(),
        found.obstacles.is_empty(),
        "seed {seed}"
    );
    let (Some(plan), Some(best)) = (found.plan, best) else {
        return true;
    };
    assert_eq!(plan.effort, best.effort, "seed {seed}");
    let score = plan.assessment.overall.unwrap().points.score().unwrap();
    assert!((score - best.headline).abs() < 1e-9, "seed {seed}");
    let expected: Vec<_> = best
        .changed()
        .into_iter()
        .map(|n| (movable[n].question, movable[n].rungs[best.steps[n] - 1].2))
        .collect();
    let given: Vec<_> = plan.moves.iter().map(|m| (m.question, m.to)).collect();
    assert_eq!(given, expected, "seed {seed}, {goal:?}");
    for m in &plan.moves {
        let mut rises = bank.questions()[m.question].rises(m.from);
        let last = rises.iter().position(|r| r.to.answer == m.to).unwrap();
        rises.truncate(last + 1);
        let effort: u32 = rises.iter().map(|r| r.effort.points()).sum();
        assert_eq!(effort, m.effort, "seed {seed}: single steps add up");
        assert_eq!(rises[0].from.answer, m.from);
        assert!(rises.windows(2).all(|two| two[0].to == two[1].from));
    }
    true
}

#[test]
fn path_equals_enumeration_on_small_random_banks() {
    let compared = (0..1500).filter(|&seed| check(seed)).count();
    assert!(compared > 700, "only {compared} banks were small enough");
}

#[test]
fn efforts_that_come_apart_are_those_of_the_file() {
    for seed in 0..50 {
        let file = random::bank(&mut Random(seed), SMALL);
        let whole = bank_of(&file);
        let mut bare = file.clone();
        for area in bare["areas"].as_array_mut().unwrap() {
            for indicator in area["indicators"].as_array_mut().unwrap() {
                for question in indicator["questions"].as_array_mut().unwrap() {
                    question.as_object_mut().unwrap().remove("advice");
                }
            }
        }
        let mut bank = bank_of(&bare);
        for (at, question) in random::questions(&file).into_iter().enumerate() {
            let advice = question["advice"].as_array().into_iter().flatten();
            let advice = advice.map(|a| {
                let below = a["below"].as_u64().unwrap() as u8;
                (below, Effort::from_id(a["effort"].as_str().unwrap()))
            });
            bank.set_efforts(at, advice);
        }
        bank.set_efforts(usize::MAX, []);
        let efforts = |bank: &Bank| bank.questions().iter().map(|q| q.efforts.clone()).collect();
        let (given, expected): (Vec<_>, Vec<_>) = (efforts(&bank), efforts(&whole));
        assert_eq!(given, expected, "seed {seed}");
    }
}
