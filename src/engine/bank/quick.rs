//! The short version of a bank.

use super::{Area, Bank, DependsOn, Index, Indicator, Question};

impl Bank {
    /// The short version: what `quick` does not list is removed, then every indicator and area left
    /// empty; weights stay, and a dependency on a removed question is ignored (METHOD, section 1).
    /// Answers to the whole bank serve for it unchanged.
    pub fn quick(&self) -> Self {
        let mut short = Self {
            areas: Vec::new(),
            indicators: Vec::new(),
            questions: Vec::new(),
            order: Vec::new(),
            ..self.clone()
        };
        let mut position = vec![None; self.questions.len()];
        for area in &self.areas {
            let first_indicator = short.indicators.len();
            for indicator in self.indicators_of(area) {
                let first = short.questions.len();
                for (at, question) in indicator
                    .questions
                    .clone()
                    .zip(self.questions_of(indicator))
                {
                    if question.quick {
                        if let Some(slot) = position.get_mut(at) {
                            *slot = Some(short.questions.len());
                        }
                        short.questions.push(Question {
                            indicator: short.indicators.len(),
                            ..question.clone()
                        });
                    }
                }
                if short.questions.len() > first {
                    short.indicators.push(Indicator {
                        questions: first..short.questions.len(),
                        area: short.areas.len(),
                        ..indicator.clone()
                    });
                }
            }
            if short.indicators.len() > first_indicator {
                short.areas.push(Area {
                    indicators: first_indicator..short.indicators.len(),
                    ..area.clone()
                });
            }
        }
        let moved = |at: usize| position.get(at).copied().flatten();
        for question in &mut short.questions {
            question.depends_on = question.depends_on.and_then(|d| {
                Some(DependsOn {
                    question: moved(d.question)?,
                    ..d
                })
            });
        }
        short.checks.retain_mut(|check| {
            check.all.iter_mut().all(|c| match moved(c.question) {
                Some(at) => {
                    c.question = at;
                    true
                }
                None => false,
            })
        });
        if let Ok(index) = Index::new(&short.questions) {
            short.index = index;
        }
        short.order = self.order.iter().filter_map(|&at| moved(at)).collect();
        short
    }
}
