//! Many respondents: distributions, agreement, and the answers of the group (METHOD, section 10).

mod tally;

use crate::answers::{Answer, Answers};
use crate::assess::{assess, outcomes, overall_points, Assessment, Points};
use crate::bank::Bank;
use tally::Tally;

/// What a group answered. Distributions of fewer than three responses should not leave the room.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    /// Number of responses.
    pub n: usize,
    /// Questions by position.
    pub questions: Vec<QuestionWorkshop>,
    /// The answers of the group.
    pub answers: Answers,
    /// They are scored like any assessment.
    pub group: Assessment,
    /// Overall points of each response; `None` if nothing applied to it.
    pub individuals: Vec<Option<Points>>,
    /// Headlines of the responses with a headline and coverage of at least 0.5.
    pub spread: Spread,
}

/// How a group answered one question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionWorkshop {
    /// Responses by what they said.
    pub numbers: Numbers,
    /// Valid responses by level.
    pub counts: Vec<u32>,
    /// Mean score of the valid responses, 0–1; `None` without any.
    pub mean: Option<f64>,
    /// Consensus after Tastle and Wierman (2007), 0–1: 1 when all agree, 0 when half stand at each
    /// end; `None` without valid responses.
    pub consensus: Option<f64>,
    /// Ticks by option, the exclusive one included; checklists only.
    pub ticks: Option<Vec<u32>>,
    /// Values in the unit of the question; numbers only.
    pub values: Option<Values>,
    /// The lower median of the levels: with an even split the lower one.
    pub median_level: Option<u8>,
    /// The answer of the group.
    pub group: Option<Answer>,
    /// How the consensus reads.
    pub flag: Option<Flag>,
}

/// Responses by what they said to one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Were shown the question and answered it.
    pub valid: u32,
    /// "Don't know".
    pub dont_know: u32,
    /// Not applicable, also by skip logic.
    pub not_applicable: u32,
    /// Not asked, because a prerequisite is missing.
    pub skipped: u32,
    /// Not answered, or with something that is no answer.
    pub unanswered: u32,
}

/// Spread of the values of a quantitative question; each `None` without valid responses.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Values {
    /// Smallest value.
    pub min: Option<f64>,
    /// Lower median: of two in the middle the one nearer to the worst.
    pub median: Option<f64>,
    /// Largest value.
    pub max: Option<f64>,
}

/// How far a group agrees on one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Fewer than three valid responses.
    Few,
    /// From 0.8.
    Agree,
    /// From 0.6.
    Mixed,
    /// Below.
    Discuss,
}

impl Flag {
    /// Id as in result files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Few => "few",
            Self::Agree => "agree",
            Self::Mixed => "mixed",
            Self::Discuss => "discuss",
        }
    }
}

/// Individual headlines in points; each `None` where too few responses have one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Number of headlines.
    pub n: usize,
    /// Mean.
    pub mean: Option<f64>,
    /// Smallest.
    pub min: Option<f64>,
    /// Largest.
    pub max: Option<f64>,
    /// Sample standard deviation, divisor n - 1; `None` for fewer than two.
    pub sd: Option<f64>,
}

/// Brings responses together. Each has its own skip logic; the group answers have theirs.
pub fn workshop(bank: &Bank, responses: &[Answers]) -> Workshop {
    let mut tallies: Vec<Tally> = bank.questions.iter().map(Tally::new).collect();
    let mut individuals = Vec::with_capacity(responses.len());
    let mut buffer = Vec::new();
    for response in responses {
        outcomes(bank, response, &mut buffer);
        for ((question, tally), outcome) in bank.questions.iter().zip(&mut tallies).zip(&buffer) {
            tally.add(question, response, outcome);
        }
        individuals.push(overall_points(bank, &buffer));
    }
    let mut answers = Answers::new(bank);
    let mut questions = Vec::with_capacity(tallies.len());
    for (question, tally) in bank.questions.iter().zip(tallies) {
        let result = tally.finish(question);
        answers.set(question.source, result.group);
        questions.push(result);
    }
    Workshop {
        n: responses.len(),
        questions,
        group: assess(bank, &answers),
        answers,
        spread: spread(&individuals),
        individuals,
    }
}

/// How far people agree whose answers are counted by level: their consensus and how it reads.
pub fn agreement(counts: &[u32]) -> (Option<f64>, Option<Flag>) {
    let consensus = tally::consensus(counts);
    (consensus, tally::flag(counts, consensus))
}

/// The level in the middle of answers counted by level: with an even split the lower one.
pub fn median_level(counts: &[u32]) -> Option<u8> {
    tally::median_level(counts, counts.iter().sum())
}

fn spread(individuals: &[Option<Points>]) -> Spread {
    let scores: Vec<f64> = individuals
        .iter()
        .flatten()
        .filter(|points| points.coverage >= 0.5 - 1e-9)
        .filter_map(|points| points.score())
        .collect();
    let n = scores.len();
    if n == 0 {
        return Spread::default();
    }
    let mean = scores.iter().sum::<f64>() / n as f64;
    let squares: f64 = scores.iter().map(|x| (x - mean) * (x - mean)).sum();
    Spread {
        n,
        mean: Some(mean),
        min: scores.iter().copied().reduce(f64::min),
        max: scores.iter().copied().reduce(f64::max),
        sd: (n > 1).then(|| (squares / (n - 1) as f64).sqrt()),
    }
}
