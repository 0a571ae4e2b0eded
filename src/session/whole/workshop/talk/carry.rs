//! Agreed answers become an assessment of their own.

use super::{left, Fill};
use crate::catalog::fill;
use crate::details::Details;
use crate::model::{Mode, Model, MAX_NOTE};
use crate::msg::Effect;
use crate::snapshot::{Given, Snapshot, FORMAT};
use crate::whole::device::{leave, Next};
use crate::Key;
use gca_engine::{Answers, RawAnswer};

/// Makes the assessment and opens it; what was open stays on the device.
pub(super) fn carry(model: &mut Model) -> Vec<Effect> {
    let snapshot = snapshot(model);
    model.whole_part.device.told = None;
    leave(model, Next::Take(Box::new(snapshot)))
}

fn snapshot(model: &Model) -> Snapshot {
    let bank = &model.whole;
    let state = &model.workshop().table;
    let room = model.room();
    let mut answers = Answers::new(bank);
    let mut notes = Vec::new();
    let left = left(model);
    for question in bank.questions() {
        let source = question.source;
        let agreed = model.talk(source).and_then(|talk| talk.agreed);
        let filled = match state.fill {
            Fill::Open => None,
            Fill::Group => room.all.answers.get(source),
        };
        answers.set(source, agreed.or(filled));
        let mut note = String::new();
        let mut add = |words: &str| {
            if !note.is_empty() && !words.is_empty() {
                note.push('\n');
            }
            note.push_str(words);
        };
        if let Some(left) = left.iter().find(|left| left.source == source) {
            if !left.minority.is_empty() {
                let values = [("note", &*left.minority)];
                add(&fill(&model.catalog.bare(Key::TalkNoteMinority), &values));
            }
            if let Some(agreement) = left.after.or(left.before) {
                let percent = (100.0 * agreement).floor().to_string();
                let values = [("percent", &*percent)];
                add(&fill(&model.catalog.bare(Key::TalkNoteLeft), &values));
            }
        }
        if agreed.is_none() && filled.is_some() {
            add(&model.catalog.bare(Key::TalkNoteGroup));
        }
        if !note.is_empty() {
            let note: String = note.chars().take(MAX_NOTE).collect();
            notes.push((question.id.to_string(), RawAnswer::Text(note)));
        }
    }
    let name = match state.name.trim() {
        "" => model.catalog.bare(Key::TalkName),
        name => name.into(),
    };
    let details = Details {
        name,
        ..Details::default()
    };
    Snapshot {
        format: FORMAT,
        bank: bank.id().into(),
        version: bank.version().into(),
        hash: bank.hash().into(),
        mode: Mode::Full.name().into(),
        answers: Given::collect(bank, &answers, &[]),
        notes: Given(notes),
        screen: "start".into(),
        indicator: String::new(),
        rest: details.write(),
    }
}
