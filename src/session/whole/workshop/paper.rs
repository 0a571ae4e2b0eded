//! Answers on paper, typed in by the trainer: one question after the other, by numbers.

use super::people::cut;
use super::{keep, Came, Person};
use crate::model::Model;
use crate::msg::{Effect, Focus};
use gca_engine::{Answer, Answers, Kind, Question};
use std::rc::Rc;

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Begin with a sheet.
    Begin,
    /// Whose sheet it is.
    Name(Rc<str>),
    /// Their group.
    Group(Rc<str>),
    /// What was typed for the question.
    Typed(Rc<str>),
    /// Go to a question.
    Go(usize),
    /// The sheet is done: count it.
    Done,
    /// Leave it.
    Drop,
}

/// A sheet that is being typed.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Name on the sheet; may be empty.
    pub name: Rc<str>,
    /// Group on the sheet; may be empty.
    pub group: Rc<str>,
    /// Answers so far.
    pub answers: Answers,
    /// Position of the question that is typed, in the whole bank; at its end all have been.
    pub at: usize,
    /// What was typed and is no answer.
    pub wrong: Option<Rc<str>>,
    /// Questions typed so far: the field is made anew for each.
    pub turns: usize,
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let bank = model.whole.clone();
    let state = &mut model.workshop_mut().people_state;
    let Some(paper) = &mut state.paper else {
        if msg == Msg::Begin {
            state.paper = Some(Paper {
                name: Rc::default(),
                group: Rc::default(),
                answers: Answers::new(&bank),
                at: 0,
                wrong: None,
                turns: 0,
            });
        }
        return vec![Effect::Focus(Focus::Place("sheet"))];
    };
    match msg {
        Msg::Begin => {}
        Msg::Name(name) => {
            paper.name = cut(&name);
            return vec![];
        }
        Msg::Group(group) => {
            paper.group = cut(&group);
            return vec![];
        }
        Msg::Typed(text) => {
            let Some(question) = bank.questions().get(paper.at) else {
                return vec![];
            };
            match answer(question, &text) {
                Ok(answer) => {
                    if answer.is_some() {
                        paper.answers.set(question.source, answer);
                    }
                    paper.at += 1;
                    paper.wrong = None;
                    paper.turns += 1;
                }
                Err(()) => paper.wrong = Some(text),
            }
        }
        Msg::Go(at) => {
            paper.at = at.min(bank.questions().len());
            paper.wrong = None;
            paper.turns += 1;
        }
        Msg::Done => {
            let Some(paper) = state.paper.take() else {
                return vec![];
            };
            model.workshop_mut().add(Person {
                id: 0,
                name: paper.name.trim().into(),
                group: paper.group.trim().into(),
                answers: paper.answers,
                came: Came::Paper,
                mark: Rc::default(),
                is_in: true,
            });
            let mut effects = keep(model);
            effects.push(Effect::Focus(Focus::Place("paper")));
            return effects;
        }
        Msg::Drop => {
            state.paper = None;
            return vec![Effect::Focus(Focus::Place("paper"))];
        }
    }
    vec![Effect::Focus(Focus::Place("sheet"))]
}

/// The answer that was typed: the number of an option from 1, several for a checklist, a value where
/// the question asks for one, `d` or `?` for "don't know", `n` or `–` for "not applicable", as they
/// stand on the answer sheets; nothing leaves the question as it is.
///
/// # Errors
/// It is none of these.
#[allow(clippy::result_unit_err)]
pub fn answer(question: &Question, typed: &str) -> Result<Option<Answer>, ()> {
    let typed = typed.trim().to_lowercase();
    match &*typed {
        "" => return Ok(None),
        "d" | "?" => return Ok(Some(Answer::DontKnow)),
        "n" | "-" | "–" | "−" if question.allow_na => return Ok(Some(Answer::NotApplicable)),
        _ => {}
    }
    if let Kind::Number(_) = question.kind {
        let value: f64 = typed.replace(',', ".").parse().map_err(|_| ())?;
        return match value.is_finite() {
            true => Ok(Some(Answer::Number(value))),
            false => Err(()),
        };
    }
    let words = typed.split(|c: char| c.is_whitespace() || ",;.+".contains(c));
    let mut chosen = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        let n: usize = word.parse().map_err(|_| ())?;
        let at = n.checked_sub(1).filter(|at| *at < question.options.len());
        chosen.push(at.ok_or(())?);
    }
    if !matches!(question.kind, Kind::Multi) {
        return match chosen.as_slice() {
            [at] => Ok(Some(Answer::Option(*at as u8))),
            _ => Err(()),
        };
    }
    let exclusive = |at: &usize| question.options.get(*at).is_some_and(|o| o.exclusive);
    if chosen.is_empty() || (chosen.len() > 1 && chosen.iter().any(exclusive)) {
        return Err(());
    }
    Ok(Some(Answer::Ticks(
        chosen.iter().fold(0, |ticks, at| ticks | 1 << at),
    )))
}
