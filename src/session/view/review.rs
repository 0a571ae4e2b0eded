//! All answers on one screen.

use super::question::{answer_label, hidden};
use super::{number, Hidden, Number};
use crate::model::{Filter, Model};
use gca_engine::State;
use std::rc::Rc;

/// All answers on one screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How many answers there are of each kind.
    pub counts: ReviewCounts,
    /// Questions neither answered nor ruled out, in questionnaire order; empty if another choice is shown.
    pub open: Vec<Row>,
    /// All that fits the choice, by area; areas with nothing to show are left out.
    pub areas: Vec<ReviewArea>,
}

/// How many questions there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewCounts {
    /// All.
    pub total: usize,
    /// Answered with a score.
    pub answered: usize,
    /// Not answered, or with something that does not fit.
    pub unanswered: usize,
    /// "Don't know".
    pub dont_know: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// Known by skip logic.
    pub implied: usize,
    /// With a note.
    pub noted: usize,
}

impl ReviewCounts {
    /// Questions that make the score a range.
    pub fn open(self) -> usize {
        self.unanswered + self.dont_know
    }
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewArea {
    /// Number, from 1.
    pub number: usize,
    /// Title.
    pub title: Rc<str>,
    /// Open questions in it.
    pub open: usize,
    /// Headline; `None` while nothing is known.
    pub score: Option<f64>,
    /// Its questions.
    pub rows: Vec<Row>,
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Position in the bank that is asked.
    pub at: usize,
    /// Number.
    pub number: Number,
    /// The question.
    pub text: Rc<str>,
    /// Its answer.
    pub answer: AnswerView,
    /// Note; empty if there is none.
    pub note: Rc<str>,
}

/// An answer as the review shows it.
#[derive(Clone, Debug, PartialEq)]
pub enum AnswerView {
    /// Answered: words, level, and the number of levels.
    Given(Rc<str>, u8, u8),
    /// Not answered.
    Unanswered,
    /// "Don't know".
    DontKnow,
    /// Not applicable.
    NotApplicable,
    /// Ruled out by another answer.
    Hidden(Hidden),
    /// A stored answer that does not fit.
    Invalid,
}

/// The review.
pub fn review(model: &Model) -> Review {
    let mut review = Review {
        counts: counts(model),
        open: Vec::new(),
        areas: Vec::new(),
    };
    for (at, area) in model.bank.areas().iter().enumerate() {
        let points = model.assessment.areas.get(at).copied().flatten();
        let texts = model.texts.areas.get(area.source);
        let mut view = ReviewArea {
            number: area.source + 1,
            title: texts.map_or_else(Rc::default, |t| t.title.clone()),
            open: 0,
            score: points.and_then(|p| p.points.score()),
            rows: Vec::new(),
        };
        let questions = model
            .bank
            .indicators_of(area)
            .iter()
            .flat_map(|i| i.questions.clone());
        for question in questions {
            let Some(row) = row(model, question) else {
                continue;
            };
            let open = matches!(
                row.answer,
                AnswerView::Unanswered | AnswerView::DontKnow | AnswerView::Invalid
            );
            view.open += usize::from(open);
            let shown = match model.filter {
                Filter::All => true,
                Filter::Open => open,
                Filter::NotApplicable => model.state(question) == State::NotApplicable,
                Filter::Noted => !row.note.is_empty(),
            };
            if open && model.filter == Filter::All {
                review.open.push(row.clone());
            }
            if shown {
                view.rows.push(row);
            }
        }
        if !view.rows.is_empty() {
            review.areas.push(view);
        }
    }
    review
}

/// How many questions there are of each kind.
pub fn counts(model: &Model) -> ReviewCounts {
    let counts = model.assessment.counts;
    let noted = |q: &&gca_engine::Question| model.note(q.source).is_some_and(|n| !n.is_empty());
    ReviewCounts {
        total: model.bank.questions().len(),
        answered: counts.answered,
        unanswered: counts.unanswered + counts.invalid,
        dont_know: counts.dont_know,
        not_applicable: counts.not_applicable,
        implied: counts.implied,
        noted: model.bank.questions().iter().filter(noted).count(),
    }
}

fn row(model: &Model, at: usize) -> Option<Row> {
    let question = model.question(at)?;
    let outcome = model.assessment.questions.get(at)?;
    let answer = match (hidden(model, at), outcome.state) {
        (Some(hidden), _) => AnswerView::Hidden(hidden),
        (_, State::Unanswered | State::Implied) => AnswerView::Unanswered,
        (_, State::DontKnow) => AnswerView::DontKnow,
        (_, State::NotApplicable) => AnswerView::NotApplicable,
        (_, State::Invalid) => AnswerView::Invalid,
        (_, State::Answered) => AnswerView::Given(
            answer_label(model, at).unwrap_or_default(),
            outcome.level,
            question.levels(),
        ),
    };
    Some(Row {
        at,
        number: number(model, at),
        text: model.texts.questions.get(question.source)?.text.clone(),
        answer,
        note: model.note(question.source).cloned().unwrap_or_default(),
    })
}
