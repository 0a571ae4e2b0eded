//! The closing round: profiles beside the reference, what was judged otherwise and why, what the teams would do.

use super::super::comparison::{comparison, Comparison, TeamRow};
use super::super::material::Exercise;
use super::super::teams::teams;
use super::{answer, cell, more, page, question};
use crate::whole::report::{beside, Block, Cell, Entry, Section, Table, Words};
use crate::Key;
use gca_engine::Assessment;
use std::rc::Rc;

/// Differences that are told of each team.
const DIFFERENCES: usize = 5;

pub(super) fn sections(words: &Words, exercise: &Exercise) -> Vec<Section> {
    let mut sections = Vec::new();
    if let Some(compared) = comparison(words.model) {
        sections.push(page(
            words.t(Key::ExerciseProfiles),
            profiles(words, &compared),
        ));
        let far = differences(words, exercise, &compared);
        if !far.is_empty() {
            sections.push(page(words.t(Key::ExerciseDifferences), far));
        }
    }
    sections.push(page(words.t(Key::ExerciseActions), actions(words)));
    if !exercise.debrief.is_empty() {
        let questions = Block::Points(exercise.debrief.clone());
        sections.push(more(words.t(Key::ExerciseClosing), vec![questions]));
    }
    sections
}

/// Teams in their own order, those with any score.
fn rows(compared: &Comparison) -> Vec<&TeamRow> {
    let scored = |row: &&TeamRow| row.distance.is_some();
    let mut rows: Vec<&TeamRow> = compared.teams.iter().filter(scored).collect();
    rows.sort_by_key(|row| row.at);
    rows
}

fn profiles(words: &Words, compared: &Comparison) -> Vec<Block> {
    let rows = rows(compared);
    let mut columns = vec![(words.t(Key::ResultsArea), false)];
    columns.push((words.t(Key::ExerciseReferenceShort), true));
    columns.extend(rows.iter().map(|row| (row.team.name.clone(), true)));
    let score = |assessment: &Assessment, area: Option<usize>| -> Rc<str> {
        let points = match area {
            Some(at) => assessment
                .areas
                .get(at)
                .and_then(|a| a.as_ref())
                .map(|a| a.points),
            None => assessment.overall.as_ref().map(|o| o.points),
        };
        let score = points.and_then(|points| points.score());
        score.map_or_else(|| "\u{2013}".into(), |score| words.score(score))
    };
    let line = |name: Rc<str>, area: Option<usize>| -> Vec<Cell> {
        let of = rows.iter().map(|row| &row.assessment);
        let all = std::iter::once(&compared.reference).chain(of);
        let mut cells = vec![cell(name)];
        cells.extend(all.map(|assessment| cell(score(assessment, area))));
        cells
    };
    let areas = words.model.texts.areas.iter().enumerate();
    let mut lines = vec![line(words.t(Key::ExerciseOverall), None)];
    lines.extend(areas.map(|(at, texts)| {
        line(
            [&*words.whole(at + 1), " ", &*texts.title].concat().into(),
            Some(at),
        )
    }));
    let mut blocks = vec![Block::Table(Table {
        caption: words.t(Key::ExerciseProfiles),
        columns,
        rows: lines,
        sums: vec![0],
    })];
    if let Some(changed) = compared.changed {
        let now = compared
            .reference
            .overall
            .as_ref()
            .and_then(|o| o.points.score());
        let values = [
            ("now", &*now.map(|now| words.score(now)).unwrap_or_default()),
            ("changed", &*words.score(changed)),
        ];
        blocks.push(Block::Text(words.fill(Key::ExerciseChanged, &values)));
    }
    if !rows.is_empty() {
        blocks.push(Block::Quiet(words.t(Key::ExerciseSigns)));
    }
    for row in rows {
        let name = row.team.name.clone();
        blocks.push(Block::Heading(name.clone()));
        blocks.push(Block::Text(said(words, row)));
        blocks.push(Block::Figure(beside(
            words,
            name,
            &row.assessment,
            &compared.reference,
        )));
    }
    blocks
}

/// How far a team is from the reference, in a sentence.
fn said(words: &Words, row: &TeamRow) -> Rc<str> {
    let Some(distance) = row.distance else {
        return Rc::default();
    };
    let values = [
        ("n", &*words.whole(distance.questions)),
        ("points", &*words.formats().points(distance.points)),
        ("levels", &*words.formats().points(distance.levels)),
    ];
    words.fill(Key::ExerciseDistanceText, &values)
}

fn differences(words: &Words, exercise: &Exercise, compared: &Comparison) -> Vec<Block> {
    let mut blocks = Vec::new();
    for row in rows(compared) {
        let far = compared.farthest(row.at, DIFFERENCES).into_iter();
        let entries: Vec<Entry> = far
            .map(|(at, _)| {
                let id = words.model.whole.question_id(at);
                let (number, question) = question(words, at);
                let reference = answer(words, &compared.reference_answers, at);
                let mut typed = vec![(words.t(Key::ExerciseReferenceAnswer), reference)];
                if let Some(why) = exercise.reference_of(id).map(|one| one.why.clone()) {
                    typed.push((words.t(Key::ExerciseWhy), why));
                }
                let facts = exercise.facts_of(id).into_iter();
                typed.extend(facts.map(|fact| (fact.id.clone(), fact.text.clone())));
                Entry {
                    answer: team_answer(words, row, at),
                    number,
                    question,
                    open: false,
                    typed,
                    evidence: Vec::new(),
                }
            })
            .collect();
        if !entries.is_empty() {
            blocks.push(Block::Heading(row.team.name.clone()));
            blocks.push(Block::Answers(entries));
        }
    }
    blocks
}

/// What a team answers; where skip logic says it, that the capacity is missing.
fn team_answer(words: &Words, row: &TeamRow, at: usize) -> Rc<str> {
    let outcome = row.assessment.questions.get(at);
    match outcome.is_some_and(|outcome| outcome.hidden) {
        true => words.t(Key::ExerciseImplied),
        false => answer(words, &row.answers, at),
    }
}

fn actions(words: &Words) -> Vec<Block> {
    let state = &words.model.workshop().exercise;
    let mut blocks = Vec::new();
    for team in teams(words.model) {
        let actions = state.actions_of(&team.id);
        let written: Vec<Rc<str>> = actions
            .iter()
            .filter(|one| !one.trim().is_empty())
            .cloned()
            .collect();
        blocks.push(Block::Heading(team.name.clone()));
        blocks.push(match written.is_empty() {
            true => Block::Quiet(words.t(Key::ExerciseNoActions)),
            false => Block::Points(written),
        });
    }
    blocks
}
