//! The trace of one number: its children, their weights, the rule and the arithmetic, down to the
//! answer.

use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, Points, State};
use crate::bank::{Bank, Goalposts, Kind};
use crate::weights::{shares, Shares};

/// Something that has a number, by its position in the bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// The whole.
    Overall,
    /// An area.
    Area(usize),
    /// An indicator.
    Indicator(usize),
    /// A question.
    Question(usize),
}

impl Node {
    /// Looks a node up by id: `overall`, then areas, indicators and questions.
    pub fn find(bank: &Bank, id: &str) -> Option<Self> {
        let area = || bank.areas.iter().position(|a| *a.id == *id);
        let indicator = || bank.indicators.iter().position(|i| *i.id == *id);
        if id == "overall" {
            return Some(Self::Overall);
        }
        area()
            .map(Self::Area)
            .or_else(|| indicator().map(Self::Indicator))
            .or_else(|| bank.question_position(id).map(Self::Question))
    }
}

/// One step of the calculation.
#[derive(Clone, Debug, PartialEq)]
pub enum Explanation {
    /// A weighted mean, of the whole, an area or an indicator.
    Mean(Mean),
    /// A question, where the trace ends.
    Question(QuestionTrace),
}

/// A weighted mean: `low` is the sum of the low parts, `coverage` that of the coverage parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Mean {
    /// Which mean.
    pub node: Node,
    /// Its points; `None` if not applicable.
    pub points: Option<Points>,
    /// Sum of the weights of the applicable children; 0 if there is none.
    pub weight_sum: f64,
    /// Its members in questionnaire order.
    pub children: Vec<Child>,
}

/// One member of a mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Child {
    /// Which member.
    pub node: Node,
    /// Its weight in its group.
    pub weight: f64,
    /// What it adds; `None` if not applicable.
    pub part: Option<Part>,
}

/// What a member adds to a mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Its weight by the sum of weights, 0–1.
    pub share: f64,
    /// Its own points; of a question 100 times its score, and coverage 1 or 0.
    pub points: Points,
}

/// The end of a trace.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionTrace {
    /// Position of the question in the bank.
    pub question: usize,
    /// What the score comes from; `None` if the answer has no score of its own.
    pub rule: Option<Rule>,
    /// State after skip logic.
    pub state: State,
    /// The answer as it counts; `None` if none does.
    pub answer: Option<Answer>,
    /// Score 0–1 and level; `None` if not known.
    pub value: Option<(f64, u8)>,
    /// The prerequisite (position), the level needed, its state and, if known, its level.
    pub prerequisite: Option<(usize, u8, State, Option<u8>)>,
    /// The shares whose product is the effective weight; `None` if not applicable.
    pub shares: Option<Shares>,
}

/// What the score of a question comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// The score of the chosen option.
    Option,
    /// The sum of the ticked options, at most 1.
    Ticks,
    /// The place between two goalposts.
    Goalposts(Goalposts),
    /// The prerequisite: implied, or not applicable by skip logic.
    Prerequisite,
}

impl Rule {
    /// Id as in result files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Ticks => "ticks",
            Self::Goalposts(_) => "goalposts",
            Self::Prerequisite => "prerequisite",
        }
    }
}

/// Explains one number of an assessment, which must be that of these answers on this bank; `None`
/// for a position outside the bank.
pub fn explain(
    bank: &Bank,
    answers: &Answers,
    assessment: &Assessment,
    node: Node,
) -> Option<Explanation> {
    let area_points = |at: usize| assessment.areas.get(at)?.map(|a| a.points);
    let indicator_points = |at: usize| assessment.indicators.get(at).copied().flatten();
    let mean = match node {
        Node::Question(at) => {
            return question(bank, answers, assessment, at).map(Explanation::Question)
        }
        Node::Overall => {
            let points = assessment.overall.as_ref().map(|o| o.points);
            let areas = bank.areas.iter().enumerate();
            let members = areas.map(|(at, a)| (Node::Area(at), a.weight, area_points(at)));
            mean(node, points, members.collect())
        }
        Node::Area(at) => {
            let area = bank.areas.get(at)?;
            let indicators = area.indicators.clone().zip(bank.indicators_of(area));
            let members =
                indicators.map(|(at, i)| (Node::Indicator(at), i.weight, indicator_points(at)));
            mean(node, area_points(at), members.collect())
        }
        Node::Indicator(at) => {
            let indicator = bank.indicators.get(at)?;
            let questions = indicator
                .questions
                .clone()
                .zip(bank.questions_of(indicator));
            let members = questions.map(|(at, q)| {
                let outcome = assessment.questions.get(at);
                let applicable = outcome.filter(|o| o.state != State::NotApplicable);
                let points = applicable.map(|o| Points {
                    low: 100.0 * o.score,
                    coverage: f64::from(u8::from(o.state.is_known())),
                });
                (Node::Question(at), q.weight, points)
            });
            mean(node, indicator_points(at), members.collect())
        }
    };
    Some(Explanation::Mean(mean))
}

fn mean(node: Node, points: Option<Points>, members: Vec<(Node, f64, Option<Points>)>) -> Mean {
    let applicable = members.iter().filter(|(_, _, points)| points.is_some());
    let weight_sum = applicable.map(|(_, weight, _)| weight).sum();
    let children = members.into_iter().map(|(node, weight, points)| Child {
        node,
        weight,
        part: points.map(|points| Part {
            share: weight / weight_sum,
            points,
        }),
    });
    Mean {
        node,
        points,
        weight_sum,
        children: children.collect(),
    }
}

fn question(
    bank: &Bank,
    answers: &Answers,
    assessment: &Assessment,
    at: usize,
) -> Option<QuestionTrace> {
    let question = bank.questions.get(at)?;
    let outcome = assessment.questions.get(at)?;
    let given = answers.get(question.source).filter(|_| !outcome.hidden);
    let answer = match outcome.state {
        State::Answered => given.and_then(|a| question.position(a)).map(|p| p.answer),
        State::DontKnow | State::NotApplicable => given,
        State::Implied | State::Unanswered | State::Invalid => None,
    };
    let rule = match (outcome.state, question.kind) {
        _ if outcome.hidden => Some(Rule::Prerequisite),
        (State::Answered, Kind::Single | Kind::YesNo) => Some(Rule::Option),
        (State::Answered, Kind::Multi) => Some(Rule::Ticks),
        (State::Answered, Kind::Number(posts)) => Some(Rule::Goalposts(posts)),
        _ => None,
    };
    let prerequisite = question.depends_on.and_then(|needed| {
        let outcome = assessment.questions.get(needed.question)?;
        let level = outcome.state.is_known().then_some(outcome.level);
        Some((needed.question, needed.at_least, outcome.state, level))
    });
    let states = assessment.questions.iter();
    let applicable: Vec<bool> = states.map(|o| o.state != State::NotApplicable).collect();
    let shares = shares(bank, &applicable);
    Some(QuestionTrace {
        question: at,
        rule,
        state: outcome.state,
        answer,
        value: outcome
            .state
            .is_known()
            .then_some((outcome.score, outcome.level)),
        prerequisite,
        shares: shares
            .get(at)
            .copied()
            .filter(|_| outcome.state != State::NotApplicable),
    })
}
