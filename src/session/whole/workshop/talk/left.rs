//! The disagreement that remains.

use super::super::answers::is_shown;
use super::super::found::FEWEST;
use super::Talk;
use crate::model::Model;
use crate::view::{number_of, Number};
use gca_engine::{Answer, Flag};
use std::rc::Rc;

/// A question on which the room is not of one mind.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// Position in the whole bank.
    pub source: usize,
    /// Number.
    pub number: Number,
    /// The question.
    pub text: Rc<str>,
    /// How far the room agreed before it was discussed, 0–1.
    pub before: Option<f64>,
    /// How far it agreed in the second vote.
    pub after: Option<f64>,
    /// The answer that was agreed on.
    pub agreed: Option<Answer>,
    /// What a minority wants noted.
    pub minority: Rc<str>,
    /// Whether the room is done with it.
    pub is_done: bool,
}

/// Every question on which the last vote was not of one mind, or a minority wants something noted.
pub fn left(model: &Model) -> Vec<Left> {
    let none = Talk::default();
    let room = model.room();
    let mut all = Vec::new();
    for (source, told) in room.all.questions.iter().enumerate() {
        let talk = model.talk(source).unwrap_or(&none);
        let (after, flag) = match talk.votes() >= FEWEST {
            true => talk.agreement(model, source),
            false => (None, told.flag),
        };
        let is_split = matches!(flag, Some(Flag::Discuss | Flag::Mixed));
        if !is_split && talk.minority.trim().is_empty() {
            continue;
        }
        let text = model.texts.questions.get(source);
        all.push(Left {
            source,
            number: number_of(model, source),
            text: text.map(|text| text.text.clone()).unwrap_or_default(),
            before: Some(told)
                .filter(|told| is_shown(told))
                .and_then(|told| told.consensus),
            after,
            agreed: talk.agreed,
            minority: talk.minority.trim().into(),
            is_done: talk.is_done,
        });
    }
    all
}
