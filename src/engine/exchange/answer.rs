//! One answer in the encoding of an answer file.

use crate::answers::Answer;
use crate::bank::Question;
use serde::Serialize;

/// An answer by ids, as it stands in a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum AnswerValue<'a> {
    /// An option, `dk` or `na`.
    Id(&'a str),
    /// The ticked options of a checklist, in the order of the bank.
    Ids(Vec<&'a str>),
    /// A value in the unit of the question.
    Number(f64),
}

impl<'a> AnswerValue<'a> {
    /// Writes an answer with the ids of its question; `None` for what is no answer to it.
    pub fn new(question: &'a Question, answer: Answer) -> Option<Self> {
        Some(match answer {
            Answer::Option(at) => Self::Id(&question.options.get(usize::from(at))?.id),
            Answer::Ticks(ticks) => {
                let options = question.options.iter().enumerate();
                let ticked = options.filter(|(at, _)| ticks >> at & 1 == 1);
                Self::Ids(ticked.map(|(_, o)| &*o.id).collect())
            }
            Answer::Number(x) => Self::Number(x),
            Answer::DontKnow => Self::Id("dk"),
            Answer::NotApplicable => Self::Id("na"),
            Answer::Invalid => return None,
        })
    }
}
