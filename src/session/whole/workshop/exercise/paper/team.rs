//! What each team gets: its dossier, and a sheet for its answers.

use super::super::material::{Dossier, Exercise};
use super::super::teams::{teams, TeamView};
use super::{areas_of, cell, page, question, questions_of};
use crate::whole::report::{Asked, Block, Section, Table, Words};
use crate::Key;
use gca_engine::Kind;
use std::rc::Rc;

pub(super) fn sections(words: &Words, exercise: &Exercise) -> Vec<Section> {
    let teams = teams(words.model);
    let of_team = |team: &TeamView| {
        let title = |key| words.fill(key, &[("team", &team.name)]);
        [
            page(
                title(Key::ExerciseDossierOf),
                dossier(words, exercise, team),
            ),
            page(title(Key::ExerciseSheetOf), sheet(words, team)),
        ]
    };
    teams.iter().flat_map(of_team).collect()
}

fn dossier(words: &Words, exercise: &Exercise, team: &TeamView) -> Vec<Block> {
    let mut blocks = vec![Block::Text(exercise.briefing.clone())];
    if !team.role.is_empty() {
        let role = words.fill(Key::ExerciseRole, &[("role", &team.role)]);
        blocks.push(Block::Text(role));
    }
    if !team.tasks.is_empty() {
        blocks.push(Block::Points(team.tasks.clone()));
    }
    let areas = areas_of(words.model, team);
    for area in areas {
        let id = words.model.whole.area_id(area);
        let dossiers = exercise
            .dossiers
            .iter()
            .filter(|dossier| dossier.area == id);
        for dossier in dossiers {
            blocks.push(Block::Table(facts(words, dossier)));
        }
    }
    blocks
}

fn facts(words: &Words, dossier: &Dossier) -> Table {
    let rows = dossier.facts.iter();
    Table {
        caption: words.t(Key::ExerciseDossier),
        columns: vec![
            (words.t(Key::ExerciseFact), false),
            (words.t(Key::ExerciseKnown), false),
        ],
        rows: rows
            .map(|fact| vec![cell(fact.id.clone()), cell(fact.text.clone())])
            .collect(),
        sums: Vec::new(),
    }
}

/// The questions as they are answered on paper: by the numbers of their options, which are entered later.
fn sheet(words: &Words, team: &TeamView) -> Vec<Block> {
    let blanks = [Key::ExerciseSheetName, Key::ExerciseSheetTeam];
    let mut blocks = vec![
        Block::Text(words.t(Key::ExerciseSheetHow)),
        Block::Signatures(blanks.map(|key| words.t(key)).into()),
    ];
    for area in areas_of(words.model, team) {
        let questions = questions_of(words.model, area);
        let asked = questions.into_iter().filter_map(|at| asked(words, at));
        blocks.push(Block::Asked(asked.collect()));
    }
    blocks
}

fn asked(words: &Words, at: usize) -> Option<Asked> {
    let model = words.model;
    let kind = model.whole.questions().get(at)?.kind;
    let texts = model.texts.questions.get(at)?;
    let options = texts.options.iter().zip(1..);
    let mut options: Vec<(Rc<str>, Rc<str>)> = options
        .map(|(label, n)| (words.whole(n), label.clone()))
        .collect();
    options.push(("?".into(), words.t(Key::QuestionDontKnow)));
    if model.whole.questions().get(at)?.allow_na {
        options.push(("\u{2013}".into(), words.t(Key::QuestionNotApplicable)));
    }
    let (number, question) = question(words, at);
    let how = match kind {
        Kind::Multi => words.t(Key::ExerciseSheetMany),
        Kind::Number(_) => words.t(Key::ExerciseSheetNumber),
        Kind::Single | Kind::YesNo => Rc::default(),
    };
    Some(Asked {
        number,
        question,
        how,
        options,
        note: words.t(Key::ExerciseSheetNote),
    })
}
