//! Effective weights: what share of the whole one question is (METHOD, section 4).

use crate::bank::Bank;

/// The three shares whose product is the effective weight of a question, each 0–1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shares {
    /// Share of the area among the applicable areas.
    pub area: f64,
    /// Share of the indicator among the applicable ones of its area.
    pub indicator: f64,
    /// Share of the question among the applicable ones of its indicator.
    pub question: f64,
}

impl Shares {
    /// The effective weight, a share of 1.
    pub fn weight(self) -> f64 {
        self.area * self.indicator * self.question
    }
}

/// Shares of all questions if only some apply; 0 for those that do not.
pub(crate) fn shares(bank: &Bank, applicable: &[bool]) -> Vec<Shares> {
    let mut shares = vec![Shares::default(); bank.questions.len()];
    let sum = |applies: &mut dyn Iterator<Item = (f64, bool)>| {
        applies
            .filter(|(_, is)| *is)
            .map(|(weight, _)| weight)
            .sum::<f64>()
    };
    let of_questions: Vec<f64> = bank
        .indicators
        .iter()
        .map(|indicator| {
            let flags = applicable.get(indicator.questions.clone()).unwrap_or(&[]);
            let questions = bank.questions_of(indicator).iter();
            sum(&mut questions.map(|q| q.weight).zip(flags.iter().copied()))
        })
        .collect();
    let of_indicators: Vec<f64> = bank
        .areas
        .iter()
        .map(|area| {
            let totals = of_questions.get(area.indicators.clone()).unwrap_or(&[]);
            let indicators = bank.indicators_of(area).iter();
            sum(&mut indicators
                .map(|i| i.weight)
                .zip(totals.iter().map(|t| *t > 0.0)))
        })
        .collect();
    let flags = of_indicators.iter().map(|t| *t > 0.0);
    let of_areas = sum(&mut bank.areas.iter().map(|a| a.weight).zip(flags));
    for (at, (question, slot)) in bank.questions.iter().zip(&mut shares).enumerate() {
        let found = || {
            let indicator = bank.indicators.get(question.indicator)?;
            let area = bank.areas.get(indicator.area)?;
            Some(Shares {
                area: area.weight / of_areas,
                indicator: indicator.weight / of_indicators.get(indicator.area)?,
                question: question.weight / of_questions.get(question.indicator)?,
            })
        };
        if applicable.get(at) == Some(&true) {
            *slot = found().unwrap_or_default();
        }
    }
    shares
}
