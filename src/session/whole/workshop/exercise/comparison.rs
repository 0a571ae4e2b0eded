//! Everybody beside the reference: people, teams, questions.

use super::alpha::{alpha, Metric};
use super::distance::{distance, step, Distance, Step};
use super::material::Exercise;
use super::teams::{teams, TeamView};
use crate::model::Model;
use crate::texts::Texts;
use gca_engine::{
    assess, routed, workshop, Answers, Assessment, Bank, Flag, Outcome, State, Workshop,
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Fewer answers than this are never shown as a distribution.
pub const FEW: usize = 3;

/// Everybody beside the reference answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The reference answers, on the whole bank.
    pub reference_answers: Answers,
    /// What follows from them.
    pub reference: Assessment,
    /// The headline after the changes of the events that are released; `None` if they change nothing.
    pub changed: Option<f64>,
    /// Questions, the largest distance first; those without one last, in the order of the bank.
    pub questions: Vec<QuestionRow>,
    /// People, the largest distance first; those without one last.
    pub participants: Vec<ParticipantRow>,
    /// Teams, the largest distance first; those without one last.
    pub teams: Vec<TeamRow>,
    /// What all people together answer.
    pub room: Assessment,
    /// How far people agree with each other, whatever the reference says.
    pub agreement: Agreement,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionRow {
    /// Position in the whole bank.
    pub question: usize,
    /// People whose score can be compared.
    pub compared: usize,
    /// Mean of their absolute distances in points of the question, 0–100; `None` for fewer than three.
    pub points: Option<f64>,
    /// The same in levels.
    pub levels: Option<f64>,
    /// Mean with the sign, in points: above 0 where people answer higher than the reference.
    pub lean: Option<f64>,
    /// Consensus of the people who answered, 0–1; `None` for fewer than three.
    pub consensus: Option<f64>,
    /// How it reads.
    pub flag: Option<Flag>,
    /// The answer of each team, by position of the team; `None` where it cannot be compared.
    pub teams: Vec<Option<Step>>,
}

/// One person.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantRow {
    /// Position in the workshop.
    pub person: usize,
    /// Position of the team; `None` for none.
    pub team: Option<usize>,
    /// How far the person is from the reference.
    pub distance: Option<Distance>,
}

/// One team.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamRow {
    /// The team.
    pub team: TeamView,
    /// Its position among the teams.
    pub at: usize,
    /// What it answers: the group answers of its people (METHOD, section 10).
    pub answers: Answers,
    /// What follows from them.
    pub assessment: Assessment,
    /// How far these are from the reference.
    pub distance: Option<Distance>,
    /// How far its people agree with each other.
    pub agreement: Agreement,
}

/// How far raters agree with each other.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Number of raters.
    pub raters: usize,
    /// Krippendorff's alpha of the scores; `None` for fewer than three raters, and where it is not defined.
    pub interval: Option<f64>,
    /// The same if only the order of the answers counts.
    pub ordinal: Option<f64>,
}

/// What a comparison was made of.
#[derive(Clone, Debug)]
pub struct Of {
    room: u64,
    names: BTreeMap<String, Rc<str>>,
    groups: BTreeMap<String, String>,
    released: Vec<String>,
    exercise: Rc<Exercise>,
    texts: Rc<Texts>,
}

impl Of {
    fn now(model: &Model, exercise: &Rc<Exercise>) -> Self {
        let state = &model.workshop().exercise;
        Self {
            room: model.workshop().mark(),
            names: state.names.clone(),
            groups: state.groups.clone(),
            released: state.released.keys().cloned().collect(),
            exercise: exercise.clone(),
            texts: model.texts.clone(),
        }
    }

    fn is(&self, other: &Self) -> bool {
        let own = (self.room, &self.names, &self.groups, &self.released);
        let same = own == (other.room, &other.names, &other.groups, &other.released);
        let material = Rc::ptr_eq(&self.exercise, &other.exercise);
        same && material && Rc::ptr_eq(&self.texts, &other.texts)
    }
}

/// Everybody beside the reference; `None` until the reference answers are revealed, or without any.
pub fn comparison(model: &Model) -> Option<Rc<Comparison>> {
    let is_revealed = model.workshop().exercise.is_revealed;
    is_revealed.then(|| prepare(model)).flatten()
}

/// Whether the comparison is there, so that it is shown without delay.
pub fn is_prepared(model: &Model) -> bool {
    let kept = model.workshop().cache.compared.borrow();
    let exercise = model.exercise();
    kept.as_ref()
        .zip(exercise)
        .is_some_and(|((of, _), exercise)| of.is(&Of::now(model, exercise)))
}

/// Works the comparison out, if that is not done yet, and keeps it: also before it may be seen.
pub fn prepare(model: &Model) -> Option<Rc<Comparison>> {
    let exercise = model.exercise().filter(|e| !e.reference.is_empty())?;
    let now = Of::now(model, exercise);
    let mut kept = model.workshop().cache.compared.borrow_mut();
    if let Some((_, compared)) = kept.as_ref().filter(|(of, _)| of.is(&now)) {
        return Some(compared.clone());
    }
    let compared = Rc::new(compare(model, exercise));
    *kept = Some((now, compared.clone()));
    Some(compared)
}

fn compare(model: &Model, exercise: &Exercise) -> Comparison {
    let (bank, shop) = (&model.whole, model.workshop());
    let reference_answers = exercise.reference_answers(bank);
    let reference = assess(bank, &reference_answers);
    let is_released = |id: &str| shop.exercise.released.contains_key(id);
    let changed = exercise.changed_answers(bank, is_released);
    let changed = (changed != reference_answers).then(|| assess(bank, &changed));
    let room = Room::new(model);
    let found = model.room();
    let all = &found.all;
    let teams = room.teams(teams(model), bank, &reference);
    let questions = room.questions(all, &teams, &reference);
    Comparison {
        changed: changed.and_then(|a| a.overall?.points.score()),
        agreement: agreement(bank.width(), &room.scored()),
        participants: room.participants(&teams, &reference),
        teams: by_distance(teams, |row| row.distance),
        room: all.group.clone(),
        reference_answers,
        reference,
        questions,
    }
}

/// The people who count: their positions in the workshop, answers and outcomes, in one order.
struct Room {
    people: Vec<usize>,
    answers: Vec<Answers>,
    outcomes: Vec<Vec<Outcome>>,
}

impl Room {
    fn new(model: &Model) -> Self {
        let mut room = Self {
            people: Vec::new(),
            answers: Vec::new(),
            outcomes: Vec::new(),
        };
        let people = model.workshop().people.iter().enumerate();
        for (at, person) in people.filter(|(_, person)| person.is_in) {
            room.people.push(at);
            room.outcomes.push(routed(&model.whole, &person.answers));
            room.answers.push(person.answers.clone());
        }
        room
    }

    fn scored(&self) -> Vec<&[Outcome]> {
        self.outcomes.iter().map(|outcomes| &**outcomes).collect()
    }

    fn teams(&self, teams: Vec<TeamView>, bank: &Bank, reference: &Assessment) -> Vec<TeamRow> {
        let row = |(at, team): (usize, TeamView)| {
            // Both lists are in the order of the workshop.
            let places = team
                .people
                .iter()
                .filter_map(|of| self.people.binary_search(of).ok());
            let places: Vec<usize> = places.collect();
            let own = places
                .iter()
                .filter_map(|at| self.answers.get(*at).cloned());
            let scored = places.iter().filter_map(|at| self.outcomes.get(*at));
            let scored: Vec<&[Outcome]> = scored.map(|outcomes| &**outcomes).collect();
            let result = workshop(bank, &own.collect::<Vec<Answers>>());
            TeamRow {
                at,
                distance: distance(&result.group.questions, &reference.questions),
                assessment: result.group,
                answers: result.answers,
                agreement: agreement(bank.width(), &scored),
                team,
            }
        };
        teams.into_iter().enumerate().map(row).collect()
    }

    fn questions(
        &self,
        all: &Workshop,
        teams: &[TeamRow],
        reference: &Assessment,
    ) -> Vec<QuestionRow> {
        let row = |at: usize| {
            let of = |outcomes: &[Outcome]| step(outcomes.get(at)?, reference.questions.get(at)?);
            let steps = self.outcomes.iter().filter_map(|outcomes| of(outcomes));
            let steps: Vec<Step> = steps.collect();
            let n = steps.len();
            let mean = |value: &dyn Fn(&Step) -> f64| {
                (n >= FEW).then(|| steps.iter().map(value).sum::<f64>() / n as f64)
            };
            let result = all.questions.get(at);
            let valid = result.map_or(0, |question| question.numbers.valid as usize);
            QuestionRow {
                question: at,
                compared: n,
                points: mean(&|step| step.points.abs()),
                levels: mean(&|step| f64::from(step.levels.abs())),
                lean: mean(&|step| step.points),
                consensus: result.and_then(|q| q.consensus).filter(|_| valid >= FEW),
                flag: result.and_then(|question| question.flag),
                teams: teams
                    .iter()
                    .map(|row| of(&row.assessment.questions))
                    .collect(),
            }
        };
        let mut rows: Vec<QuestionRow> = (0..all.questions.len()).map(row).collect();
        rows.sort_by(|a, b| descending(a.points, b.points));
        rows
    }

    fn participants(&self, teams: &[TeamRow], reference: &Assessment) -> Vec<ParticipantRow> {
        let team_of = |(at, row): (usize, &TeamRow)| {
            let people = row.team.people.iter();
            people.map(move |person| (*person, at)).collect::<Vec<_>>()
        };
        let team_of: BTreeMap<usize, usize> = teams.iter().enumerate().flat_map(team_of).collect();
        let row = |(person, outcomes): (&usize, &Vec<Outcome>)| ParticipantRow {
            person: *person,
            team: team_of.get(person).copied(),
            distance: distance(outcomes, &reference.questions),
        };
        let rows = self.people.iter().zip(&self.outcomes).map(row);
        by_distance(rows.collect(), |row| row.distance)
    }
}

/// The largest distance first, those without one last.
fn by_distance<T>(mut rows: Vec<T>, of: impl Fn(&T) -> Option<Distance>) -> Vec<T> {
    let points = |row: &T| of(row).map(|distance| distance.points);
    rows.sort_by(|a, b| descending(points(a), points(b)));
    rows
}

/// How far raters agree on the questions that they were asked and answered.
fn agreement(width: usize, raters: &[&[Outcome]]) -> Agreement {
    let scores = |at: usize| {
        let outcomes = raters.iter().filter_map(|list| list.get(at));
        let answered = outcomes.filter(|outcome| outcome.state == State::Answered);
        answered.map(|outcome| outcome.score).collect()
    };
    let units: Vec<Vec<f64>> = (0..width).map(scores).collect();
    let is_enough = raters.len() >= FEW;
    Agreement {
        raters: raters.len(),
        interval: is_enough.then(|| alpha(&units, Metric::Interval)).flatten(),
        ordinal: is_enough.then(|| alpha(&units, Metric::Ordinal)).flatten(),
    }
}

/// The larger first, nothing last.
fn descending(a: Option<f64>, b: Option<f64>) -> std::cmp::Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

impl Comparison {
    /// Questions on which a team is far from the reference, the largest distance in the score first.
    pub fn farthest(&self, team: usize, most: usize) -> Vec<(usize, Step)> {
        let rows = self.questions.iter();
        let with = rows.filter_map(|row| Some((row.question, (*row.teams.get(team)?)?)));
        let mut far: Vec<(usize, Step)> = with.filter(|(_, s)| s.points.abs() > 1e-9).collect();
        let weight = |at: usize| self.reference.questions.get(at).map_or(0.0, |o| o.weight);
        let size = |(at, step): &(usize, Step)| step.points.abs() * weight(*at);
        far.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.0.cmp(&b.0)));
        far.truncate(most);
        far
    }
}
