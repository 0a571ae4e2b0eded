//! What was said: one respondent's answers on a bank (METHOD, section 2).

use crate::bank::{Bank, Kind, Question};

/// The answer to one question. Absence (`None` in [`Answers`]) is "unanswered".
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// Position of the chosen option of a `single` or `yesno` question.
    Option(u8),
    /// Ticked options of a checklist, one bit each by position; never 0.
    Ticks(u64),
    /// A measured value in the unit of the question.
    Number(f64),
    /// Said not to be known.
    DontKnow,
    /// Said not to apply, where the question allows it.
    NotApplicable,
    /// Something that is no answer to this question; it counts as unknown.
    Invalid,
}

/// The answers of one respondent, stored by position of the question in the whole bank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    values: Vec<Option<Answer>>,
}

/// An answer as it stands in a file, before the bank has been asked about it.
#[derive(Clone, Debug, PartialEq)]
pub enum RawAnswer {
    /// An option id, `dk` or `na`.
    Text(String),
    /// A list of option ids.
    List(Vec<String>),
    /// A number.
    Number(f64),
    /// Null: the same as absent.
    Null,
    /// Any other type.
    Other,
}

/// An answer that the bank does not understand, kept so that it can be given back.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Id of the question in the file.
    pub question: String,
    /// What stood there.
    pub value: RawAnswer,
}

impl Answers {
    /// No answers yet, on this bank.
    pub fn new(bank: &Bank) -> Self {
        Self {
            values: vec![None; bank.width()],
        }
    }

    /// The answer stored at a position ([`Question::source`]); `None` is unanswered.
    pub fn get(&self, source: usize) -> Option<Answer> {
        self.values.get(source).copied().flatten()
    }

    /// Stores or clears the answer at a position; positions outside the bank are ignored.
    pub fn set(&mut self, source: usize, answer: Option<Answer>) {
        if let Some(slot) = self.values.get_mut(source) {
            *slot = answer;
        }
    }

    /// All answers by position.
    pub fn iter(&self) -> impl Iterator<Item = Option<Answer>> + '_ {
        self.values.iter().copied()
    }

    /// Number of questions with any answer, "don't know" and "not applicable" included.
    pub fn len(&self) -> usize {
        self.values.iter().flatten().count()
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(Option::is_none)
    }

    /// Reads answers by question id on the whole bank. What the bank does not know comes back
    /// beside them: unknown questions, and values with unknown options or of a wrong type.
    pub fn read(
        bank: &Bank,
        entries: impl IntoIterator<Item = (String, RawAnswer)>,
    ) -> (Self, Vec<Kept>) {
        let mut answers = Self::new(bank);
        let mut kept = Vec::new();
        for (id, value) in entries {
            let at = bank.question_position(&id);
            let Some(question) = at.and_then(|at| bank.questions.get(at)) else {
                kept.push(Kept {
                    question: id,
                    value,
                });
                continue;
            };
            let (answer, whole) = question.read(&value);
            answers.set(question.source, answer);
            if !whole {
                kept.push(Kept {
                    question: id,
                    value,
                });
            }
        }
        (answers, kept)
    }
}

impl Question {
    /// What a raw value means for this question, and whether all of it was understood.
    pub fn read(&self, value: &RawAnswer) -> (Option<Answer>, bool) {
        match value {
            RawAnswer::Null => (None, true),
            RawAnswer::Text(text) => match &**text {
                "dk" => (Some(Answer::DontKnow), true),
                "na" if self.allow_na => (Some(Answer::NotApplicable), true),
                id => match (self.option_position(id), self.kind) {
                    (Some(at), Kind::Multi) => (Some(Answer::Ticks(1 << at)), true),
                    (Some(at), _) => (Some(Answer::Option(at as u8)), true),
                    _ => (Some(Answer::Invalid), false),
                },
            },
            RawAnswer::List(ids) if matches!(self.kind, Kind::Multi) => {
                if ids.is_empty() {
                    return (None, true);
                }
                let mut ticks = 0_u64;
                let mut whole = true;
                for id in ids {
                    match self.option_position(id) {
                        Some(at) => ticks |= 1 << at,
                        None => whole = false,
                    }
                }
                if ticks == 0 {
                    (Some(Answer::Invalid), false)
                } else {
                    (Some(Answer::Ticks(ticks)), whole)
                }
            }
            RawAnswer::Number(x) => match self.kind {
                Kind::Number(g) if x.is_finite() && *x >= g.min && *x <= g.max => {
                    (Some(Answer::Number(*x)), true)
                }
                _ => (Some(Answer::Invalid), false),
            },
            RawAnswer::List(_) | RawAnswer::Other => (Some(Answer::Invalid), false),
        }
    }

    /// Score 0–1 and level of an answer; `None` for what has no score ("don't know" and the like).
    #[inline]
    pub fn value_of(&self, answer: Answer) -> Option<(f64, u8)> {
        match (answer, self.kind) {
            (Answer::Option(at), Kind::Single | Kind::YesNo) => {
                self.options.get(usize::from(at)).map(|o| (o.score, at))
            }
            (Answer::Ticks(ticks), Kind::Multi) => {
                let score = self.ticked(ticks);
                Some((score, level_of(score)))
            }
            (Answer::Number(x), Kind::Number(g)) => {
                let score = ((x - g.worst) / (g.best - g.worst)).clamp(0.0, 1.0);
                Some((score, level_of(score)))
            }
            _ => None,
        }
    }

    /// Score of a checklist, 0–1.
    fn ticked(&self, ticks: u64) -> f64 {
        // Without a branch: ticks follow no pattern. The exclusive option scores 0.
        let mut sum = 0.0;
        for (at, option) in self.options.iter().enumerate() {
            sum += option.score * (ticks >> at & 1) as i64 as f64;
        }
        f64::min(sum, 1.0)
    }
}

/// Level of a checklist or a number from its score (METHOD, section 1).
pub(crate) fn level_of(score: f64) -> u8 {
    const TOLERANCE: f64 = 1e-9;
    u8::from(score > TOLERANCE)
        + u8::from(score >= 0.5 - TOLERANCE)
        + u8::from(score >= 1.0 - TOLERANCE)
}
