//! What a question shows besides what is asked.

use crate::details::{Evidence, MAX_EVIDENCE};
use crate::feature::Feature;
use crate::model::Model;
use crate::view::answer_words;
use crate::whole::words::{words_of, Word};
use gca_engine::{Answer, Question};
use std::rc::Rc;

/// What a question shows besides what is asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// Its evidence, empty pieces included that have just been opened.
    pub evidence: Vec<Evidence>,
    /// Whether another piece may be added.
    pub can_add: bool,
    /// Whether a piece was removed and can be put back.
    pub is_removed: bool,
    /// Whether to come back to it.
    pub flagged: bool,
    /// Who answered; `None` where it is not asked.
    pub who: Option<Rc<str>>,
    /// The answer of the earlier round, where it is another one.
    pub before: Option<Before>,
    /// What the question rests on, once it is there.
    pub sources: Rc<[Source]>,
    /// Words of the trade that it uses.
    pub words: Rc<[Word]>,
}

/// The answer of an earlier round.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// Name of that round; may be empty.
    pub name: Rc<str>,
    /// When it was last saved, in milliseconds since 1970; 0 is not known.
    pub saved: f64,
    /// What was answered.
    pub answer: Words,
}

/// An answer in words, or as what has words of the interface.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// Options, by their labels.
    Chosen(Rc<str>),
    /// A number.
    Number(f64),
    /// "Don't know".
    DontKnow,
    /// "Not applicable".
    NotApplicable,
}

/// What a question rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Title of a publication.
    pub title: Rc<str>,
    /// Publisher and year, as far as they are known.
    pub origin: Rc<str>,
    /// Address; see [`safe_link`](crate::details::safe_link).
    pub link: Rc<str>,
    /// The place in it.
    pub locator: Rc<str>,
}

/// The extras of a question of the bank that is asked.
pub(crate) fn extras(model: &Model, at: usize, question: &Question) -> Extras {
    let part = &model.whole_part;
    let (details, id) = (&part.details, &*question.id);
    let evidence = details.evidence.get(id).cloned().unwrap_or_default();
    let removed = part.removed.as_ref();
    let more = model.more.as_ref();
    Extras {
        can_add: evidence.len() < MAX_EVIDENCE && !model.hides(Feature::Evidence),
        evidence,
        is_removed: removed.is_some_and(|removed| *removed.question == *id),
        flagged: details.flagged.contains(id),
        who: (model.config.ask_who).then(|| details.who.get(id).cloned().unwrap_or_default()),
        before: before(model, at, question.source),
        sources: more
            .and_then(|more| more.sources.get(question.source).cloned())
            .unwrap_or_default(),
        words: words_of(id).collect(),
    }
}

fn before(model: &Model, at: usize, source: usize) -> Option<Before> {
    let answer = model.whole_part.earlier.as_ref()?.get(source)?;
    if model.answers.get(source) == Some(answer) {
        return None;
    }
    let answer = match answer {
        Answer::Option(_) | Answer::Ticks(_) => Words::Chosen(answer_words(model, at, answer)?),
        Answer::Number(x) => Words::Number(x),
        Answer::DontKnow => Words::DontKnow,
        Answer::NotApplicable => Words::NotApplicable,
        Answer::Invalid => return None,
    };
    let earlier = model.whole_part.details.earlier.as_ref()?;
    Some(Before {
        name: earlier.name.clone(),
        saved: earlier.saved,
        answer,
    })
}
