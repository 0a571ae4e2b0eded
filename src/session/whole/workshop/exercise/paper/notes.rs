//! What the trainer alone has: schedule, events, reference answers.

use super::super::material::{Event, Exercise};
use super::super::shown::concerned;
use super::super::teams::{teams, TeamView};
use super::{answer, cell, more, page, question, questions_of};
use crate::whole::report::{Block, Section, Table, Words};
use crate::Key;
use std::rc::Rc;

pub(super) fn sections(words: &Words, exercise: &Exercise) -> Vec<Section> {
    let teams = teams(words.model);
    let mut sections = vec![page(
        words.t(Key::ExerciseSchedule),
        schedule(words, exercise, &teams),
    )];
    let mut events = Vec::new();
    for one in &exercise.events {
        event(words, one, &teams, &mut events);
    }
    sections.push(page(words.t(Key::ExerciseEvents), events));
    if !exercise.debrief.is_empty() {
        let closing = Block::Points(exercise.debrief.clone());
        sections.push(more(words.t(Key::ExerciseClosing), vec![closing]));
    }
    sections.push(page(
        words.t(Key::ExerciseReference),
        reference(words, exercise),
    ));
    sections
}

fn minute(words: &Words, minute: f64) -> Rc<str> {
    words.formats().plain(minute)
}

fn schedule(words: &Words, exercise: &Exercise, teams: &[TeamView]) -> Vec<Block> {
    let parts = exercise.schedule.iter();
    let rows = parts.map(|part| vec![cell(minute(words, part.minute)), cell(part.text.clone())]);
    let parts = Table {
        caption: words.t(Key::ExerciseSchedule),
        columns: vec![
            (words.t(Key::ExerciseMinute), false),
            (words.t(Key::ExerciseActivity), false),
        ],
        rows: rows.collect(),
        sums: Vec::new(),
    };
    let rows = teams.iter().map(|team| {
        let tasks: Vec<&str> = team.tasks.iter().map(|task| &**task).collect();
        vec![
            cell(team.name.clone()),
            cell(team.role.clone()),
            cell(tasks.join(&words.t(Key::SignItem))),
        ]
    });
    let people = Table {
        caption: words.t(Key::ExerciseTeams),
        columns: [
            Key::ExerciseTeam,
            Key::ExerciseStandsFor,
            Key::ExerciseTasks,
        ]
        .map(|key| (words.t(key), false))
        .into(),
        rows: rows.collect(),
        sums: Vec::new(),
    };
    vec![
        Block::Text(exercise.briefing.clone()),
        Block::Table(parts),
        Block::Heading(words.t(Key::ExerciseTeams)),
        Block::Table(people),
    ]
}

fn event(words: &Words, event: &Event, teams: &[TeamView], blocks: &mut Vec<Block>) {
    let values = [
        ("minute", &*minute(words, event.minute)),
        ("title", &*event.title),
    ];
    blocks.push(Block::Heading(words.fill(Key::ExerciseEventAt, &values)));
    blocks.push(Block::Text(event.text.clone()));
    let named = match concerned(teams, &event.teams) {
        none if none.is_empty() => words.t(Key::ExerciseEverybody),
        some => words.formats().list(&some),
    };
    blocks.push(Block::Text(
        words.fill(Key::ExerciseConcerns, &[("teams", &named)]),
    ));
    blocks.push(Block::Points(event.discussion.clone()));
    let bank = &words.model.whole;
    let places = event
        .affects
        .iter()
        .filter_map(|id| bank.question_position(id));
    let numbers: Vec<Rc<str>> = places.map(|at| question(words, at).0).collect();
    if !numbers.is_empty() {
        let numbers = words.formats().list(&numbers);
        blocks.push(Block::Quiet(
            words.fill(Key::ExerciseAbout, &[("questions", &numbers)]),
        ));
    }
}

fn reference(words: &Words, exercise: &Exercise) -> Vec<Block> {
    let model = words.model;
    let answers = exercise.reference_answers(&model.whole);
    let mut blocks = vec![Block::Text(words.t(Key::ExerciseReferenceText))];
    for (area, texts) in model.texts.areas.iter().enumerate() {
        let questions = questions_of(model, area).into_iter();
        let rows = questions.filter_map(|at| {
            let why = &exercise.reference_of(model.whole.question_id(at))?.why;
            let (number, text) = question(words, at);
            let text = [&*number, " ", &*text].concat();
            Some(vec![
                cell(text),
                cell(answer(words, &answers, at)),
                cell(why.clone()),
            ])
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(texts.title.clone()));
        blocks.push(Block::Table(Table {
            caption: texts.title.clone(),
            columns: [
                Key::ExerciseQuestion,
                Key::ExerciseReferenceAnswer,
                Key::ExerciseWhy,
            ]
            .map(|key| (words.t(key), false))
            .into(),
            rows,
            sums: Vec::new(),
        }));
    }
    blocks
}
