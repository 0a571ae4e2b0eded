//! Words that the parts of a report and the files share.

use super::{Formats, Setting, Signs};
use crate::details::Evidence;
use crate::view::{number, AnswerView, Number};
use crate::{Key, Model};
use gca_engine::{Answer, Effort, Points};
use std::rc::Rc;

/// A model with how it is written.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) model: &'a Model,
    pub(crate) setting: &'a Setting<'a>,
}

impl<'a> Words<'a> {
    pub(crate) fn formats(&self) -> &'a dyn Formats {
        self.setting.formats
    }

    #[inline(never)]
    pub(crate) fn t(&self, key: Key) -> Rc<str> {
        self.model.catalog.text(key)
    }

    #[inline(never)]
    pub(crate) fn fill(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        self.model.catalog.fill(key, values)
    }

    /// The signs between words.
    pub(crate) fn signs(&self) -> Signs {
        Signs {
            comma: self.t(Key::SignComma),
            colon: self.t(Key::SignColon),
            aside: self.t(Key::SignAside),
        }
    }

    #[inline(never)]
    pub(crate) fn whole(&self, n: usize) -> Rc<str> {
        self.formats().whole(n)
    }

    #[inline(never)]
    pub(crate) fn score(&self, points: f64) -> Rc<str> {
        self.formats().score(points, self.model.bank.stages())
    }

    /// The headline of points, or that there is none.
    #[inline(never)]
    pub(crate) fn headline(&self, points: Points) -> Rc<str> {
        match points.score() {
            Some(score) => self.score(score),
            None => self.t(Key::ResultsNoneShort),
        }
    }

    /// The range of what is possible, or that there is none.
    #[inline(never)]
    pub(crate) fn range(&self, points: Points) -> Rc<str> {
        if points.coverage > 1.0 - 1e-9 {
            return self.t(Key::ResultsExactShort);
        }
        let (low, high) = (self.score(points.low), self.score(points.high()));
        self.fill(Key::Range, &[("low", &low), ("high", &high)])
    }

    #[inline(never)]
    pub(crate) fn stage(&self, at: usize) -> Rc<str> {
        let stage = self.model.texts.stages.get(at);
        stage.map(|s| s.0.clone()).unwrap_or_default()
    }

    /// A number as people read it, such as 2.4.1.
    #[inline(never)]
    pub(crate) fn number(&self, n: Number) -> Rc<str> {
        let parts = [n.area, n.indicator, n.question];
        let parts = parts.into_iter().filter(|part| *part > 0);
        let parts: Vec<Rc<str>> = parts.map(|part| self.whole(part)).collect();
        parts.join(".").into()
    }

    /// Number and words.
    #[inline(never)]
    pub(crate) fn numbered(&self, n: Number, words: &str) -> Rc<str> {
        [&*self.number(n), " ", words].concat().into()
    }

    pub(crate) fn effort(&self, effort: Effort) -> Rc<str> {
        self.t(match effort {
            Effort::Low => Key::ReportEffortLow,
            Effort::Medium => Key::ReportEffortMedium,
            Effort::High => Key::ReportEffortHigh,
        })
    }

    /// What was answered, in words.
    pub(crate) fn answer(&self, at: usize, answer: &AnswerView) -> Rc<str> {
        match answer {
            AnswerView::Given(label, ..) if !label.is_empty() => label.clone(),
            AnswerView::Given(..) => self.measured(at),
            AnswerView::Unanswered => self.t(Key::StateUnanswered),
            AnswerView::DontKnow => self.t(Key::QuestionDontKnow),
            AnswerView::NotApplicable => self.t(Key::QuestionNotApplicable),
            AnswerView::Invalid => self.t(Key::StateInvalid),
            AnswerView::Hidden(hidden) => {
                let key = match hidden.not_applicable {
                    true => Key::StateHiddenNa,
                    false => Key::StateImplied,
                };
                self.fill(key, &[("number", &self.number(hidden.number))])
            }
        }
    }

    /// The value of a quantitative question.
    fn measured(&self, at: usize) -> Rc<str> {
        let question = self.model.question(at);
        match question.and_then(|q| self.model.answers.get(q.source)) {
            Some(Answer::Number(x)) => self.formats().plain(x),
            _ => Rc::default(),
        }
    }

    /// Title of the indicator of a question.
    pub(crate) fn indicator_of(&self, at: usize) -> Rc<str> {
        let model = self.model;
        let indicator = model.question(at).map(|q| q.indicator);
        let source = indicator.and_then(|i| Some(model.bank.indicators().get(i)?.source));
        let number = Number {
            question: 0,
            ..number(model, at)
        };
        match source.and_then(|s| model.texts.indicators.get(s)) {
            Some((title, _)) => self.numbered(number, title),
            None => Rc::default(),
        }
    }

    /// Note of a question; empty where there is none, and where it is left out.
    pub(crate) fn note(&self, note: &Rc<str>) -> Rc<str> {
        match self.setting.unnamed {
            true => Rc::default(),
            false => note.clone(),
        }
    }
}

/// Evidence, unless it is left out.
pub(crate) fn evidence_of(setting: &Setting, evidence: &[Evidence]) -> Vec<Evidence> {
    match setting.unnamed {
        true => Vec::new(),
        false => evidence.to_vec(),
    }
}

/// The state of an answer as in result files.
pub(crate) fn state_of(model: &Model, at: usize) -> &'static str {
    model.state(at).id()
}
