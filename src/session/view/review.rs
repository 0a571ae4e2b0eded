//! All answers on one screen.

use super::question::{answer_label, hidden};
use super::{counts, number, Hidden, Number, ReviewCounts};
use crate::details::Evidence;
use crate::model::{Filter, Model};
use crate::whole::{contradictions, left, Contradiction, Left};
use gca_engine::State;
use std::rc::Rc;

/// All answers on one screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How many answers there are of each kind.
    pub counts: ReviewCounts,
    /// Questions to come back to.
    pub flagged: usize,
    /// Questions whose answers contradict others.
    pub contradicting: usize,
    /// Answers that do not fit together; `None` while the texts for them are not there.
    pub contradictions: Option<Vec<Contradiction>>,
    /// What is open, most telling first; empty if another choice is shown.
    pub left: Vec<Left>,
    /// All that fits the choice, by area; areas with nothing to show are left out.
    pub areas: Vec<ReviewArea>,
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
    /// Evidence.
    pub evidence: Vec<Evidence>,
    /// Whether to come back to it.
    pub flagged: bool,
    /// Who answered; empty if nobody said so.
    pub who: Rc<str>,
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

impl Row {
    fn is_unanswered(&self) -> bool {
        matches!(self.answer, AnswerView::Unanswered | AnswerView::Invalid)
    }

    fn is_open(&self) -> bool {
        self.is_unanswered() || self.answer == AnswerView::DontKnow
    }
}

/// The review.
pub fn review(model: &Model) -> Review {
    let contradictions = contradictions(model);
    let all = contradictions.iter().flatten();
    let mut contradicting: Vec<usize> = all.flat_map(|c| c.questions.iter().map(|q| q.0)).collect();
    contradicting.sort_unstable();
    contradicting.dedup();
    let mut review = Review {
        counts: counts(model),
        flagged: 0,
        contradicting: contradicting.len(),
        contradictions,
        left: Vec::new(),
        areas: Vec::new(),
    };
    if model.filter == Filter::All {
        review.left = left(model);
    }
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
            view.open += usize::from(row.is_open());
            review.flagged += usize::from(row.flagged);
            let shown = match model.filter {
                Filter::All => true,
                Filter::Open => row.is_open(),
                Filter::Unanswered => row.is_unanswered(),
                Filter::DontKnow => row.answer == AnswerView::DontKnow,
                Filter::NotApplicable => model.state(question) == State::NotApplicable,
                Filter::Noted => !row.note.is_empty() || !row.evidence.is_empty(),
                Filter::Flagged => row.flagged,
                Filter::Contradicting => contradicting.contains(&question),
            };
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

/// One question of the bank that is asked, with its answer.
pub(crate) fn row(model: &Model, at: usize) -> Option<Row> {
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
    let details = &model.whole_part.details;
    let entries = details.evidence.get(&*question.id).into_iter().flatten();
    Some(Row {
        at,
        number: number(model, at),
        text: model.texts.questions.get(question.source)?.text.clone(),
        answer,
        note: model.note(question.source).cloned().unwrap_or_default(),
        evidence: entries.filter(|e| !e.is_empty()).cloned().collect(),
        flagged: details.flagged.contains(&*question.id),
        who: details.who.get(&*question.id).cloned().unwrap_or_default(),
    })
}
