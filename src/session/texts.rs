//! Texts of a bank in one language, laid over its structure.

use gca_engine::Bank;
use std::rc::Rc;

/// Texts of a bank, by position in the whole bank.
///
/// They travel as one flat list in a fixed order (see [`Texts::read`]), so that no id is sent twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    /// Title of the bank.
    pub title: Rc<str>,
    /// What it is, in a sentence or two.
    pub description: Rc<str>,
    /// Rules shown before the first question, one a line.
    pub instructions: Rc<str>,
    /// Label and description of each stage.
    pub stages: Vec<(Rc<str>, Rc<str>)>,
    /// Texts of each area.
    pub areas: Vec<AreaTexts>,
    /// Title and reason of each indicator.
    pub indicators: Vec<(Rc<str>, Rc<str>)>,
    /// Texts of each question.
    pub questions: Vec<QuestionTexts>,
}

/// Texts of one area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaTexts {
    /// Title.
    pub title: Rc<str>,
    /// A word or two for charts; the title where the bank has none.
    pub short: Rc<str>,
    /// What it covers.
    pub summary: Rc<str>,
}

/// Texts of one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionTexts {
    /// The question.
    pub text: Rc<str>,
    /// Its options, in order.
    pub options: Vec<Rc<str>>,
    /// When "not applicable" may be chosen; may be empty.
    pub na_when: Rc<str>,
}

impl Texts {
    /// Lays a flat list over a whole bank: title, description, instructions; per stage label and
    /// description; per area title, short title and summary, then per indicator title and reason, then per
    /// question its text, the labels of its options and its "not applicable" condition.
    /// `None` if the list is shorter or longer than the bank asks for.
    pub fn read(bank: &Bank, flat: impl IntoIterator<Item = Rc<str>>) -> Option<Self> {
        let mut flat = flat.into_iter();
        let mut next = || flat.next();
        let mut texts = Self {
            title: next()?,
            description: next()?,
            instructions: next()?,
            ..Self::default()
        };
        for _ in bank.stages() {
            texts.stages.push((next()?, next()?));
        }
        for area in bank.areas() {
            texts.areas.push(AreaTexts {
                title: next()?,
                short: next()?,
                summary: next()?,
            });
            for indicator in bank.indicators_of(area) {
                texts.indicators.push((next()?, next()?));
                for question in bank.questions_of(indicator) {
                    texts.questions.push(QuestionTexts {
                        text: next()?,
                        options: question
                            .options
                            .iter()
                            .map(|_| next())
                            .collect::<Option<_>>()?,
                        na_when: next()?,
                    });
                }
            }
        }
        next().is_none().then_some(texts)
    }
}
