//! Fields that are wrong as they stand: they are listed in one place, where the way to each begins.

use super::Part;
use crate::details::{Evidence, MAX_DATE, MAX_EVIDENCE_TEXT, MAX_LINK, MAX_NAME, MAX_REFERENCE};
use crate::model::{Model, MAX_NOTE};
use crate::msg::{Effect, Focus};
use crate::update::turn;
use crate::view::{number, Number};
use gca_engine::State;

/// A field of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The answer.
    Answer,
    /// The note.
    Note,
    /// A part of a piece of evidence: which piece, which part.
    Evidence(usize, Part),
    /// Who answered.
    Who,
}

/// A field to correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Position of its question in the bank that is asked.
    pub at: usize,
    /// Number of its question.
    pub number: Number,
    /// Which field.
    pub field: Field,
    /// Characters that it has and characters that it may have; `None` where it is not too long.
    pub too_long: Option<(usize, usize)>,
}

/// Every field that is wrong, in the order of the questions.
pub fn wrong(model: &Model) -> Vec<Wrong> {
    let details = &model.whole_part.details;
    let mut found = Vec::new();
    for (at, question) in model.bank.questions().iter().enumerate() {
        let mut add = |field, too_long| {
            found.push(Wrong {
                at,
                number: number(model, at),
                field,
                too_long,
            });
        };
        if model.state(at) == State::Invalid {
            add(Field::Answer, None);
        }
        let mut limit = |field, text: &str, max| {
            let length = text.chars().count();
            if length > max {
                add(field, Some((length, max)));
            }
        };
        let id = &*question.id;
        let note = model.note(question.source).map_or("", |note| note);
        limit(Field::Note, note, MAX_NOTE);
        for (entry, piece) in details.evidence.get(id).into_iter().flatten().enumerate() {
            for (part, text, max) in parts(piece) {
                limit(Field::Evidence(entry, part), text, max);
            }
        }
        if model.config.ask_who {
            limit(
                Field::Who,
                details.who.get(id).map_or("", |who| who),
                MAX_NAME,
            );
        }
    }
    found
}

/// The parts of a piece of evidence, with the characters that each may have.
fn parts(piece: &Evidence) -> [(Part, &str, usize); 4] {
    [
        (Part::Text, &piece.text, MAX_EVIDENCE_TEXT),
        (Part::Reference, &piece.reference, MAX_REFERENCE),
        (Part::Date, &piece.date, MAX_DATE),
        (Part::Link, &piece.link, MAX_LINK),
    ]
}

/// Opens the page of a question with the focus in a field of it; from there one comes back to the review.
pub(super) fn mend(model: &mut Model, at: usize, field: Field) -> Vec<Effect> {
    let page = model.question(at).map_or(0, |q| q.indicator);
    let mut effects = turn(model, page);
    model.returning = true;
    effects.pop();
    effects.push(Effect::Focus(match field {
        Field::Answer => Focus::Question(at),
        Field::Note => Focus::Note(at),
        Field::Evidence(..) | Field::Who => Focus::Field(at, field),
    }));
    effects
}
