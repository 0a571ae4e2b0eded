//! A workshop as a file: the responses that `workshop` reads, and what it hands out.

use super::answers::{read_values, AnswersFile};
use super::assessment::ScoresReport;
use super::{AnswerValue, Keyed};
use crate::answers::Answers;
use crate::bank::{Bank, Kind, Question};
use crate::finding::{Finding, InputError};
use crate::json::Json;
use crate::workshop::{workshop, QuestionWorkshop, Spread, Values, Workshop};
use serde::{Serialize, Serializer};

/// Largest file of responses, in bytes.
pub const MAX_RESPONSES_BYTES: usize = 1 << 30;

/// The responses of a workshop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Responses {
    /// Id of each response, where it has one.
    pub ids: Vec<Option<String>>,
    /// The answers of each.
    pub answers: Vec<Answers>,
}

impl Responses {
    /// Reads `{"responses": [{"id", "answers"}]}`. What the bank does not know in a response is
    /// passed over.
    ///
    /// # Errors
    /// `responses.type`, and those of a JSON text and of answers.
    pub fn parse(bank: &Bank, text: &[u8]) -> Result<Self, InputError> {
        let json = Json::parse(text, MAX_RESPONSES_BYTES)?;
        let Some(Json::List(list)) = json.get("responses") else {
            let expected = "an object with the list \"responses\"";
            return Err(Finding::error("responses.type", "", expected).into());
        };
        let mut responses = Self::default();
        for (at, response) in list.iter().enumerate() {
            let path = format!("responses[{at}]");
            let Some(answers) = response.get("answers") else {
                let expected = "an object with the member \"answers\"";
                let finding = Finding::error("responses.type", path, expected);
                return Err(finding.found(response.kind()).into());
            };
            let (answers, _) = read_values(bank, answers, &format!("{path}.answers"))?;
            responses.answers.push(answers);
            responses.ids.push(match response.get("id") {
                Some(Json::Text(id)) => Some(id.clone()),
                _ => None,
            });
        }
        Ok(responses)
    }
}

/// What a group answered, by ids.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkshopReport<'a> {
    n: usize,
    questions: Keyed<&'a str, QuestionReport<'a>>,
    group_answers: Keyed<&'a str, AnswerValue<'a>>,
    group: ScoresReport<'a>,
    individuals: Vec<IndividualReport<'a>>,
    individual_scores: SpreadReport,
}

/// One question of a workshop; `ticks` only for checklists and `values` only for numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionReport<'a> {
    n_valid: u32,
    n_dk: u32,
    n_na: u32,
    n_skipped: u32,
    n_unanswered: u32,
    counts: Vec<u32>,
    mean: Option<f64>,
    consensus: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticks: Option<Keyed<&'a str, u32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "values")]
    values: Option<Values>,
    median_level: Option<u8>,
    group: Option<AnswerValue<'a>>,
    flag: Option<&'static str>,
}

/// One response: headline in points, coverage 0–1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct IndividualReport<'a> {
    id: Option<&'a str>,
    score: Option<f64>,
    coverage: Option<f64>,
}

/// Individual headlines in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SpreadReport {
    n: usize,
    mean: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    sd: Option<f64>,
}

impl<'a> WorkshopReport<'a> {
    /// Brings responses together and writes what follows with ids.
    pub fn new(bank: &'a Bank, responses: &'a Responses) -> Self {
        let result = workshop(bank, &responses.answers);
        let questions = || bank.questions.iter().zip(&result.questions);
        let group = questions().filter_map(|(question, tally)| {
            Some((&*question.id, AnswerValue::new(question, tally.group?)?))
        });
        Self {
            n: result.n,
            questions: questions()
                .map(|(question, tally)| (&*question.id, QuestionReport::new(question, tally)))
                .collect(),
            group_answers: group.collect(),
            group: ScoresReport::new(bank, &result.group),
            individuals: individuals(responses, &result),
            individual_scores: result.spread.into(),
        }
    }
}

impl<'a> QuestionReport<'a> {
    fn new(question: &'a Question, tally: &QuestionWorkshop) -> Self {
        let ticks = tally.ticks.as_ref().map(|ticks| {
            let options = question.options.iter().zip(ticks);
            let open = options.filter(|(option, _)| !option.exclusive);
            open.map(|(option, &n)| (&*option.id, n)).collect()
        });
        Self {
            n_valid: tally.numbers.valid,
            n_dk: tally.numbers.dont_know,
            n_na: tally.numbers.not_applicable,
            n_skipped: tally.numbers.skipped,
            n_unanswered: tally.numbers.unanswered,
            counts: tally.counts.clone(),
            mean: tally.mean,
            consensus: tally.consensus,
            ticks,
            values: matches!(question.kind, Kind::Number(_))
                .then_some(tally.values)
                .flatten(),
            median_level: tally.median_level,
            group: tally
                .group
                .and_then(|answer| AnswerValue::new(question, answer)),
            flag: tally.flag.map(|flag| flag.id()),
        }
    }
}

fn individuals<'a>(responses: &'a Responses, result: &Workshop) -> Vec<IndividualReport<'a>> {
    let pairs = responses.ids.iter().zip(&result.individuals);
    pairs
        .map(|(id, points)| IndividualReport {
            id: id.as_deref(),
            score: points.and_then(|p| p.score()),
            coverage: points.map(|p| p.coverage),
        })
        .collect()
}

fn values<S: Serializer>(values: &Option<Values>, serializer: S) -> Result<S::Ok, S::Error> {
    let values = values.unwrap_or_default();
    serializer.collect_map([
        ("min", values.min),
        ("median", values.median),
        ("max", values.max),
    ])
}

impl From<Spread> for SpreadReport {
    fn from(spread: Spread) -> Self {
        Self {
            n: spread.n,
            mean: spread.mean,
            min: spread.min,
            max: spread.max,
            sd: spread.sd,
        }
    }
}

impl AnswersFile {
    /// The answer file of a group, to go on with as one's own.
    pub fn of_group(workshop: &Workshop) -> Self {
        Self {
            answers: workshop.answers.clone(),
            kept: Vec::new(),
            others: Vec::new(),
        }
    }
}
