//! What was decided to do, what to do next, and what to find out.

use super::standing::{columns_of, plain};
use super::{Block, Cell, Table, Words};
use crate::details::Progress;
use crate::whole::extras::Words as Answered;
use crate::whole::left;
use crate::whole::steps::{actions, Scope, Step};
use crate::Key;
use std::rc::Rc;

/// Most steps that are ranked; the tables hold all of them.
const STEPS: usize = 10;

/// The action list: the plan, then what else could be done.
pub(super) fn steps(words: &Words) -> Vec<Block> {
    let (planned, next) = all(words);
    let mut blocks = Vec::new();
    if !planned.is_empty() {
        blocks.push(Block::Quiet(words.t(Key::PlanLead)));
        blocks.push(plan(words, &planned));
    }
    if !next.is_empty() {
        blocks.push(Block::Quiet(words.t(Key::ReportActionsLead)));
        if next.len() > STEPS {
            let shown = words.whole(STEPS);
            let n = words.whole(next.len());
            let values = [("shown", &*shown), ("n", &*n)];
            blocks.push(Block::Quiet(words.fill(Key::ReportActionsMore, &values)));
        }
        blocks.push(ranked(words, &next));
    }
    blocks
}

/// Every step: those of the plan, unless what somebody typed is left out, and all others, best first.
pub(crate) fn all(words: &Words) -> (Vec<Step>, Vec<Step>) {
    let scope = match words.setting.unnamed {
        true => Scope::Next,
        false => Scope::All,
    };
    let is_planned = |step: &Step| scope == Scope::All && step.planned.progress.is_some();
    actions(words.model, scope)
        .into_iter()
        .partition(is_planned)
}

/// As the report of 2008 asks: objective, task, time frame and deliverable, and who sees to it.
fn plan(words: &Words, steps: &[Step]) -> Block {
    let rows = steps.iter().map(|step| {
        let planned = &step.planned;
        vec![
            Cell(title(words, step), under(words, step)),
            plain(planned.owner.clone()),
            Cell(
                words.formats().calendar(&planned.date),
                planned.time.clone(),
            ),
            plain(planned.deliverable.clone()),
            plain(
                planned
                    .progress
                    .map(|one| progress(words, one))
                    .unwrap_or_default(),
            ),
        ]
    });
    Block::Table(Table {
        caption: words.t(Key::StepsPlan),
        columns: columns_of(
            words,
            &[
                (Key::ReportStep, false),
                (Key::PlanOwner, false),
                (Key::PlanDate, false),
                (Key::PlanDeliverable, false),
                (Key::PlanProgress, false),
            ],
        ),
        rows: rows.collect(),
        sums: Vec::new(),
    })
}

fn ranked(words: &Words, steps: &[Step]) -> Block {
    let rows = steps.iter().take(STEPS).enumerate();
    let rows = rows.map(|(at, step)| {
        let number = [&*words.whole(at + 1), ". ", &*title(words, step)].concat();
        vec![
            Cell(number.into(), under(words, step)),
            plain(words.numbered(step.number, &step.question)),
            plain(effort(words, step)),
            plain(gain(words, step)),
        ]
    });
    Block::Table(Table {
        caption: words.t(Key::StepsRanked),
        columns: columns_of(
            words,
            &[
                (Key::ReportStep, false),
                (Key::ReportQuestion, false),
                (Key::ReportEffort, false),
                (Key::ReportGain, true),
            ],
        ),
        rows: rows.collect(),
        sums: Vec::new(),
    })
}

/// What to do; where the bank advises nothing, what is to hold.
pub(crate) fn title(words: &Words, step: &Step) -> Rc<str> {
    match step.title() {
        Some(title) => title.clone(),
        None => objective(words, step),
    }
}

/// What holds afterwards; where the title says that, the indicator.
fn under(words: &Words, step: &Step) -> Rc<str> {
    match step.action.is_empty() {
        true => words.indicator_of(step.at),
        false => objective(words, step),
    }
}

/// What holds after a step: the statement, or the value to come to.
pub(crate) fn objective(words: &Words, step: &Step) -> Rc<str> {
    match &step.to {
        Answered::Chosen(label) => label.clone(),
        Answered::Number(x) => words.formats().plain(*x),
        Answered::DontKnow | Answered::NotApplicable => Rc::default(),
    }
}

pub(crate) fn effort(words: &Words, step: &Step) -> Rc<str> {
    step.effort
        .map(|effort| words.effort(effort))
        .unwrap_or_default()
}

pub(crate) fn progress(words: &Words, progress: Progress) -> Rc<str> {
    words.t(match progress {
        Progress::Planned => Key::PlanPlanned,
        Progress::UnderWay => Key::PlanUnderWay,
        Progress::Done => Key::PlanDone,
    })
}

fn gain(words: &Words, step: &Step) -> Rc<str> {
    let gain = step.gain.map(|gain| words.formats().points(gain));
    gain.map(|gain| ["+", &*gain].concat().into())
        .unwrap_or_default()
}

/// What is not known, by what its answer would tell.
pub(super) fn open(words: &Words) -> Vec<Block> {
    let open = left(words.model);
    if open.is_empty() {
        return Vec::new();
    }
    let rows = open.iter().map(|left| {
        let row = &left.row;
        vec![
            plain(words.numbered(row.number, &row.text)),
            plain(words.answer(row.at, &row.answer)),
            plain(words.formats().points(left.points)),
        ]
    });
    vec![
        Block::Quiet(words.t(Key::ReviewLeftLead)),
        Block::Table(Table {
            caption: words.t(Key::ResultsOpen),
            columns: columns_of(
                words,
                &[
                    (Key::ReportQuestion, false),
                    (Key::ReportAnswer, false),
                    (Key::ReportPoints, true),
                ],
            ),
            rows: rows.collect(),
            sums: Vec::new(),
        }),
    ]
}
