//! The page of one indicator.

use super::{indicator_number, number, Number};
use crate::model::Model;
use crate::snapshot::is_checklist;
use gca_engine::{Answer, Goalposts, Kind, State};
use std::rc::Rc;

/// The page of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Number of the area, from 1, and of the indicator in it.
    pub number: Number,
    /// How many areas there are.
    pub areas: usize,
    /// Title of the area.
    pub area: Rc<str>,
    /// Title of the indicator.
    pub title: Rc<str>,
    /// Why it matters.
    pub why: Rc<str>,
    /// Its questions, those too that skip logic takes away.
    pub questions: Vec<QuestionView>,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// Position in the bank that is asked, for messages.
    pub at: usize,
    /// Number.
    pub number: Number,
    /// The question.
    pub text: Rc<str>,
    /// How it is answered, and what is chosen.
    pub options: Vec<OptionView>,
    /// Whether several options may be ticked.
    pub checklist: bool,
    /// Goalposts and value of a quantitative question.
    pub measure: Option<(Goalposts, Option<f64>)>,
    /// Whether "don't know" is chosen.
    pub dont_know: bool,
    /// Whether "not applicable" is chosen; `None` where it is not offered.
    pub not_applicable: Option<bool>,
    /// When "not applicable" is right; may be empty.
    pub na_when: Rc<str>,
    /// Whether there is an answer to clear.
    pub is_answered: bool,
    /// The note; `None` while it is not open.
    pub note: Option<Rc<str>>,
    /// Why the question is not shown.
    pub hidden: Option<Hidden>,
    /// Whether a stored answer does not fit.
    pub is_invalid: bool,
    /// Explanation and evidence to look for, once they are there.
    pub more: Option<(Rc<str>, Vec<Rc<str>>)>,
    /// Whether they could not be fetched.
    pub more_failed: bool,
    /// What the whole program shows besides.
    #[cfg(feature = "whole")]
    pub extras: Rc<crate::whole::Extras>,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionView {
    /// What it says.
    pub label: Rc<str>,
    /// Whether it is chosen.
    pub on: bool,
    /// "None of these".
    pub exclusive: bool,
}

/// Why a question is not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Hidden {
    /// Position of the prerequisite.
    pub at: usize,
    /// Number of the prerequisite.
    pub number: Number,
    /// The answer to the prerequisite that rules the question out.
    pub answer: Rc<str>,
    /// Whether the question does not apply, instead of counting as not in place.
    pub not_applicable: bool,
}

/// The open page.
pub fn page(model: &Model) -> Page {
    let bank = &model.bank;
    let Some(indicator) = bank.indicators().get(model.page) else {
        return Page {
            number: Number::default(),
            areas: 0,
            area: Rc::default(),
            title: Rc::default(),
            why: Rc::default(),
            questions: Vec::new(),
        };
    };
    let area = bank.areas().get(indicator.area).map_or(0, |a| a.source);
    let texts = model.texts.indicators.get(indicator.source).cloned();
    let (title, why) = texts.unwrap_or_default();
    Page {
        number: indicator_number(model, indicator.source),
        areas: bank.areas().len(),
        area: model
            .texts
            .areas
            .get(area)
            .map_or_else(Rc::default, |a| a.title.clone()),
        title,
        why,
        questions: indicator
            .questions
            .clone()
            .filter_map(|at| question(model, at))
            .collect(),
    }
}

/// One question of the bank that is asked; `None` beyond its end.
pub fn question(model: &Model, at: usize) -> Option<QuestionView> {
    let question = model.question(at)?;
    let texts = model.texts.questions.get(question.source)?;
    let answer = model.answers.get(question.source);
    let options = question
        .options
        .iter()
        .zip(&texts.options)
        .enumerate()
        .map(|(i, (option, label))| OptionView {
            label: label.clone(),
            on: match answer {
                Some(Answer::Option(chosen)) => usize::from(chosen) == i,
                Some(Answer::Ticks(ticks)) => ticks >> i & 1 == 1,
                _ => false,
            },
            exclusive: option.exclusive,
        })
        .collect();
    let more = model.more.as_ref();
    Some(QuestionView {
        at,
        number: number(model, at),
        text: texts.text.clone(),
        options,
        checklist: is_checklist(question.kind),
        measure: match (question.kind, answer) {
            (Kind::Number(g), Some(Answer::Number(x))) => Some((g, Some(x))),
            (Kind::Number(g), _) => Some((g, None)),
            _ => None,
        },
        dont_know: answer == Some(Answer::DontKnow),
        not_applicable: question
            .allow_na
            .then_some(answer == Some(Answer::NotApplicable)),
        na_when: texts.na_when.clone(),
        is_answered: answer.is_some(),
        note: model.note(question.source).cloned(),
        hidden: hidden(model, at),
        is_invalid: model.state(at) == State::Invalid,
        more: more.and_then(|m| m.questions.get(question.source)).cloned(),
        more_failed: model.more_failed,
        #[cfg(feature = "whole")]
        extras: Rc::new(crate::whole::extras(model, at, question)),
    })
}

/// Why skip logic takes a question away; `None` if it does not.
pub(super) fn hidden(model: &Model, at: usize) -> Option<Hidden> {
    let outcome = model.assessment.questions.get(at)?;
    let is_hidden = |at: usize| model.assessment.questions.get(at).is_some_and(|o| o.hidden);
    let mut prerequisite = model.question(at)?.depends_on?.question;
    // Of a chain it is the first question that was answered and can be changed.
    while is_hidden(prerequisite) {
        prerequisite = model.question(prerequisite)?.depends_on?.question;
    }
    outcome.hidden.then(|| Hidden {
        at: prerequisite,
        number: number(model, prerequisite),
        answer: answer_label(model, prerequisite).unwrap_or_default(),
        not_applicable: outcome.state == State::NotApplicable,
    })
}

/// What was chosen, in words; `None` where no option was.
pub(super) fn answer_label(model: &Model, at: usize) -> Option<Rc<str>> {
    let answer = model.answers.get(model.question(at)?.source)?;
    answer_words(model, at, answer)
}

/// What an answer to a question chooses, in words; `None` where it is no option.
pub(crate) fn answer_words(model: &Model, at: usize, answer: Answer) -> Option<Rc<str>> {
    let question = model.question(at)?;
    let labels = &model.texts.questions.get(question.source)?.options;
    match answer {
        Answer::Option(chosen) => labels.get(usize::from(chosen)).cloned(),
        Answer::Ticks(ticks) => {
            let chosen: Vec<&str> = labels
                .iter()
                .enumerate()
                .filter(|(i, _)| ticks >> i & 1 == 1)
                .map(|(_, label)| &**label)
                .collect();
            Some(
                chosen
                    .join(&model.catalog.text(crate::Key::SignItem))
                    .into(),
            )
        }
        _ => None,
    }
}
