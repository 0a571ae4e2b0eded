//! One question as the room sees it. What is hidden is not in it, so that no page can show it by mistake.

use crate::model::Model;
use crate::view::{number_of, Number};
use crate::whole::workshop::Talk;
use gca_engine::{Answer, Flag, Kind, QuestionWorkshop};
use std::rc::Rc;

/// Fewer valid answers than this are never shown.
const FEWEST: u32 = 3;

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Which it is, from 1.
    pub place: usize,
    /// How many there are.
    pub total: usize,
    /// Number in the bank.
    pub number: Number,
    /// The question.
    pub text: Rc<str>,
    /// Its options.
    pub rows: Vec<Row>,
    /// What was answered.
    pub answered: Distribution,
    /// Values of a quantitative question.
    pub spread: Option<Spread>,
    /// The answer that was agreed on; `None` if there is none, or it is hidden.
    pub agreed: Option<Answer>,
    /// What to talk about.
    pub prompt: Prompt,
}

/// An option, with the people who chose it. Each number is `None` where it is not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it says.
    pub label: Rc<str>,
    /// At first.
    pub first: Option<u32>,
    /// In the second vote.
    pub second: Option<u32>,
}

/// Values of a quantitative question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Smallest, middle and largest.
    pub first: [f64; 3],
    /// The same in the second vote.
    pub second: Option<[f64; 3]>,
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// The room does not see it yet; so many have answered.
    Hidden(u32),
    /// Fewer than three answered.
    Few,
    /// The room sees it.
    Shown {
        /// Agreement, 0–1.
        agreement: f64,
        /// How it reads.
        flag: Flag,
        /// Agreement in the second vote, 0–1; `None` if there was none, or of fewer than three.
        after: Option<f64>,
        /// People with an answer that counts.
        valid: u32,
        /// People who do not know.
        dont_know: u32,
        /// People with an answer in the second vote; 0 if there was none.
        second: u32,
    },
}

/// What to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// Decide alone first.
    Decide,
    /// Too few answered.
    Few,
    /// Most do not know.
    Unknown,
    /// People are far from each other.
    Apart,
    /// They are near each other.
    Near,
    /// They agree.
    Agree,
}

/// What the room sees; `None` if nothing is shown.
pub fn seen(model: &Model) -> Option<Seen> {
    let state = &model.workshop().present;
    state.on?;
    let at = state.question()?;
    let question = model.whole.questions().get(at)?;
    let texts = model.texts.questions.get(question.source)?;
    let room = state.counted.as_ref()?.all.questions.get(at)?;
    let talk = model.workshop().talks.get(&*question.id);
    let numbers = room.numbers;
    let voted = talk.filter(|talk| talk.votes() >= FEWEST);
    let (after, later) = voted.map_or((None, None), |talk| talk.agreement(model, question.source));
    let answered = match (state.is_open, room.flag) {
        (false, _) => Distribution::Hidden(numbers.valid + numbers.dont_know),
        (true, Some(flag)) if numbers.valid >= FEWEST => Distribution::Shown {
            agreement: room.consensus.unwrap_or(1.0),
            flag,
            after,
            valid: numbers.valid,
            dont_know: numbers.dont_know,
            second: talk.map_or(0, Talk::votes),
        },
        (true, _) => Distribution::Few,
    };
    let is_shown = matches!(answered, Distribution::Shown { .. });
    let first = match (&room.ticks, is_shown) {
        (_, false) => &[],
        (Some(ticks), _) => ticks.as_slice(),
        (None, _) => room.counts.as_slice(),
    };
    // The second vote on a checklist is the set that was agreed on, and on a number its values.
    let second = match voted.filter(|_| is_shown) {
        Some(talk) if matches!(question.kind, Kind::Single | Kind::YesNo) => &*talk.second,
        _ => &[],
    };
    let options = texts.options.iter().enumerate();
    let rows = options.map(|(n, label)| Row {
        label: label.clone(),
        first: first.get(n).copied(),
        second: second.get(n).copied(),
    });
    let agreed = talk.filter(|_| state.is_open);
    Some(Seen {
        place: state.at + 1,
        total: state.order.len(),
        number: number_of(model, question.source),
        text: texts.text.clone(),
        rows: rows.collect(),
        answered,
        spread: is_shown.then(|| spread(room, talk)).flatten(),
        agreed: agreed.and_then(|talk| talk.agreed),
        prompt: prompt(room, later, state.is_open),
    })
}

fn spread(room: &QuestionWorkshop, talk: Option<&Talk>) -> Option<Spread> {
    let values = room.values?;
    let mut second = talk.map(|talk| talk.values.clone()).unwrap_or_default();
    second.sort_by(f64::total_cmp);
    let middle = second.get(second.len().saturating_sub(1) / 2).copied();
    let ends = second.first().copied().zip(second.last().copied());
    let second = middle.zip(ends).filter(|_| second.len() as u32 >= FEWEST);
    Some(Spread {
        first: [values.min?, values.median?, values.max?],
        second: second.map(|(middle, (min, max))| [min, middle, max]),
    })
}

/// After a second vote, `later` is how that reads.
fn prompt(room: &QuestionWorkshop, later: Option<Flag>, is_open: bool) -> Prompt {
    let numbers = room.numbers;
    match later.or(room.flag) {
        _ if !is_open => Prompt::Decide,
        _ if later.is_none() && numbers.dont_know > numbers.valid => Prompt::Unknown,
        None | Some(Flag::Few) => Prompt::Few,
        Some(Flag::Discuss) => Prompt::Apart,
        Some(Flag::Mixed) => Prompt::Near,
        Some(Flag::Agree) => Prompt::Agree,
    }
}
