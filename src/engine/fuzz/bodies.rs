//! What is tried on hostile input. The same bodies serve libFuzzer (`cargo xtask fuzz`) and the
//! smoke run among the tests. Each must return whatever it is given; a panic is a bug.

use gca_engine::exchange::workshop::Responses;
use gca_engine::exchange::{AnswersFile, Engine};
use gca_engine::{
    assess, check, explain, geometric, path, roadmap, sensitivity, workshop, Answer, Answers, Bank,
    BankSpec, Detail, Draw, Goal, Kind, Node,
};
use std::sync::LazyLock;

/// A bank with every kind of skip and state, for what is not a bank itself.
const EXAMPLE: &str = include_str!("../tests/examples/example-2.json");

static ENGINE: LazyLock<Engine> = LazyLock::new(|| match Engine::open(EXAMPLE) {
    Ok(engine) => engine,
    Err(error) => unreachable!("the example is sound: {error}"),
});

static BANK: LazyLock<Bank> =
    LazyLock::new(|| linked(EXAMPLE.as_bytes()).unwrap_or_else(|| unreachable!()));

fn linked(text: &[u8]) -> Option<Bank> {
    let checked = BankSpec::parse(text, Detail::Structure).ok()?;
    match checked.spec.bank() {
        Ok(bank) => Some(bank),
        Err(error) => unreachable!("a spec without findings links: {error}"),
    }
}

/// A bank file: refused with findings, or computed with.
pub fn bank(data: &[u8]) {
    if let Err(error) = BankSpec::parse(data, Detail::Whole) {
        assert!(error
            .findings()
            .all(|f| !f.code.is_empty() && !f.expected.is_empty()));
    }
    let Some(bank) = linked(data) else { return };
    for bank in [&bank, &bank.quick()] {
        for seed in 0..3 {
            compute(bank, &some_answers(bank, seed));
        }
    }
}

/// An answer file: refused, or scored and written back.
pub fn answers(data: &[u8]) {
    let Ok(file) = AnswersFile::parse(&BANK, data) else {
        return;
    };
    compute(&BANK, &file.answers);
    let Ok(text) = serde_json::to_vec(&file.write(&BANK)) else {
        unreachable!()
    };
    match AnswersFile::parse(&BANK, &text) {
        Ok(again) => assert_eq!(again, file),
        Err(error) => unreachable!("what was written is read: {error}"),
    }
}

/// Everything else that comes as a file. The first byte says what it is taken for.
pub fn files(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    let known = r#"{"answers": {"a.i1.q1": "l1", "b.i1.q1": "l3", "a.i2.q1": ["m1"]}}"#;
    // Whether it is refused does not matter here; that it comes back does.
    let _ = match first % 9 {
        0 => ENGINE.assess(text, ""),
        1 => ENGINE.workshop(text, ""),
        2 => ENGINE.compare(known, text, ""),
        3 => ENGINE.target(known, text, ""),
        4 => ENGINE.profile(known, text, ""),
        5 => ENGINE.path(known, text, ""),
        6 => ENGINE.explain(known, text, ""),
        7 => ENGINE.assess(known, text),
        _ => Responses::parse(&BANK, rest).map(|responses| {
            let result = workshop(&BANK, &responses.answers);
            assert_eq!(result.n, responses.answers.len());
            String::new()
        }),
    };
}

/// All that follows from answers; every number must be a number.
fn compute(bank: &Bank, answers: &Answers) {
    let assessment = assess(bank, answers);
    let areas = assessment.areas.iter().flatten().map(|a| a.points);
    let indicators = assessment.indicators.iter().flatten().copied();
    let overall = assessment.overall.iter().map(|o| o.points);
    for points in areas.chain(indicators).chain(overall) {
        assert!((-1e-6..=100.0 + 1e-6).contains(&points.low), "{points:?}");
        assert!(
            (-1e-9..=1.0 + 1e-9).contains(&points.coverage),
            "{points:?}"
        );
        assert!(points
            .score()
            .is_none_or(|s| (-1e-6..=100.0 + 1e-6).contains(&s)));
    }
    if let Some(g) = geometric(bank, &assessment) {
        assert!((0.0..=100.0).contains(&g.low) && (0.0..=100.0).contains(&g.high));
    }
    let steps = roadmap(bank, answers, &assessment).steps;
    assert!(steps
        .iter()
        .all(|s| s.gain.is_finite() && s.priority.is_finite()));
    check(bank, &assessment);
    let draw = Draw {
        draws: 3,
        ..Draw::default()
    };
    if let Some(run) = sensitivity(bank, answers, draw) {
        assert!(run.mean.is_finite() && run.sd.is_finite());
    }
    if bank.questions().len() > 200 {
        return;
    }
    for at in 0..bank.questions().len() {
        assert!(explain(bank, answers, &assessment, Node::Question(at)).is_some());
    }
    let goal = Goal {
        stage: Some(2),
        score: Some(50.0),
        areas: vec![(0, 30.0)],
    };
    if let Ok(found) = path(bank, answers, &assessment, &goal) {
        assert_eq!(found.plan.is_some(), found.obstacles.is_empty());
    }
    let result = workshop(bank, &[answers.clone(), Answers::new(bank)]);
    assert_eq!(result.n, 2);
}

/// Answers of every sort, from a seed.
fn some_answers(bank: &Bank, seed: u64) -> Answers {
    let mut answers = Answers::new(bank);
    for (at, question) in bank.questions().iter().enumerate() {
        let turn = (at as u64)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .wrapping_add(seed)
            >> 7;
        let answer = match (turn % 5, question.kind) {
            (0, _) => None,
            (1, _) => Some(Answer::DontKnow),
            (2, _) => Some(Answer::NotApplicable),
            (_, Kind::Single | Kind::YesNo) => Some(Answer::Option((turn % 7) as u8)),
            (_, Kind::Multi) => Some(Answer::Ticks(turn)),
            (_, Kind::Number(posts)) => Some(Answer::Number(posts.best - 1.5)),
        };
        answers.set(question.source, answer);
    }
    answers
}
