//! The share code: all answers, without notes, in few enough characters for the fragment of an address.
//!
//! A version, a check of the bank, the mode, one number of few bits for each question in the order of
//! the bank, and a CRC-32 over all of it at the end, whatever the version; written in base64 for
//! addresses (RFC 4648, section 5). It hides nothing: whoever has the code and the bank has the answers.

mod bits;
mod find;

use crate::base64::{self, Alphabet};
use crate::slots::crc32;
use crate::Mode;
use bits::{Reader, Writer};
use gca_engine::{Answer, Answers, Bank, Kind, Question};

/// Longest text that is looked at, in bytes.
pub const MAX_CODE_BYTES: usize = 64 << 10;

const VERSION: u8 = 1;

/// Bytes that every code has: version, check of the bank, mode, CRC-32.
const LEAST_BYTES: usize = 1 + 2 + 1 + 4;

/// Why a share code was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// No code there.
    Empty,
    /// Characters that no code has, or far more of them than any.
    Alphabet,
    /// The end is missing.
    Short,
    /// Something in it was changed.
    Checksum,
    /// Made by a newer version.
    Newer,
    /// Made for another bank, or another version of it.
    OtherBank,
}

impl CodeError {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "code.empty",
            Self::Alphabet => "code.alphabet",
            Self::Short => "code.short",
            Self::Checksum => "code.checksum",
            Self::Newer => "code.newer",
            Self::OtherBank => "code.other-bank",
        }
    }
}

/// The code of answers on a whole bank. What is no answer to its question counts as unanswered.
pub fn encode(bank: &Bank, mode: Mode, answers: &Answers) -> String {
    let mut writer = Writer::default();
    writer.push(VERSION.into(), 8);
    writer.push(check_of(bank).into(), 16);
    writer.push(u128::from(mode == Mode::Quick), 1);
    for question in bank.questions() {
        push(&mut writer, question, answers.get(question.source));
    }
    let mut bytes = writer.into_bytes();
    let crc = crc32(&bytes);
    bytes.extend(crc.to_be_bytes());
    base64::encode(&bytes, Alphabet::Url)
}

/// The answers of a code. The text may be the code alone, or an address or a fragment that has it as
/// `gca=…`, once encoded for addresses at most.
///
/// # Errors
/// Says why nothing was taken; a code is taken as a whole or not at all.
pub fn decode(bank: &Bank, text: &str) -> Result<(Mode, Answers), CodeError> {
    if text.len() > MAX_CODE_BYTES {
        return Err(CodeError::Alphabet);
    }
    let code = find::find(text)?;
    let decoded = base64::decode(&code, Alphabet::Url).ok_or(CodeError::Alphabet)?;
    let Some(crc) = decoded.bytes.last_chunk::<4>() else {
        return Err(CodeError::Short);
    };
    if decoded.bytes.len() < LEAST_BYTES {
        return Err(CodeError::Short);
    }
    let end = decoded.bytes.len() - crc.len();
    let content = decoded.bytes.get(..end).unwrap_or_default();
    if !decoded.is_exact || crc32(content) != u32::from_be_bytes(*crc) {
        return Err(damage(bank, &decoded.bytes));
    }
    let mut reader = Reader::new(content);
    let mut take = |bits| reader.take(bits);
    match take(8) {
        Some(version) if version == u128::from(VERSION) => {}
        Some(version) if version > u128::from(VERSION) => return Err(CodeError::Newer),
        _ => return Err(CodeError::Checksum),
    }
    if take(16) != Some(check_of(bank).into()) {
        return Err(CodeError::OtherBank);
    }
    // What follows was not made here if it does not fit the bank.
    let read = answers_of(bank, &mut reader).filter(|_| reader.is_at_end());
    read.ok_or(CodeError::Checksum)
}

/// What to say of a code that does not hold: cut, as far as that can be told, or changed.
fn damage(bank: &Bank, bytes: &[u8]) -> CodeError {
    let mut reader = Reader::new(bytes);
    let is_ours =
        reader.take(8) == Some(VERSION.into()) && reader.take(16) == Some(check_of(bank).into());
    let mut is_short = false;
    if is_ours {
        is_short = reader.take(1).is_none();
        for question in bank.questions() {
            is_short |= !skip(&mut reader, question);
        }
        is_short |= reader.take(32).is_none();
    }
    if is_short {
        CodeError::Short
    } else {
        CodeError::Checksum
    }
}

/// Passes over one answer; false if the end comes first.
fn skip(reader: &mut Reader, question: &Question) -> bool {
    let Some(state) = reader.take(width(question)) else {
        return false;
    };
    let is_number = matches!(question.kind, Kind::Number(_)) && state == NUMBER;
    !is_number || number(reader).is_some()
}

fn answers_of(bank: &Bank, reader: &mut Reader) -> Option<(Mode, Answers)> {
    let mode = match reader.take(1)? {
        0 => Mode::Full,
        _ => Mode::Quick,
    };
    let mut answers = Answers::new(bank);
    for question in bank.questions() {
        answers.set(question.source, answer(reader, question)?);
    }
    Some((mode, answers))
}

/// Sixteen bits that tell banks and their versions apart.
fn check_of(bank: &Bank) -> u16 {
    let words = [bank.id(), bank.version(), bank.hash()].join("\0");
    crc32(words.as_bytes()) as u16
}

/// States of a question: unanswered, "don't know", "not applicable" if allowed, then what it has itself.
const DONT_KNOW: u128 = 1;
const NOT_APPLICABLE: u128 = 2;
/// State of a question that has a number, which follows.
const NUMBER: u128 = 3;

/// The state of the first option; for a checklist, one below that of the first tick.
fn first(question: &Question) -> u128 {
    if question.allow_na {
        NOT_APPLICABLE + 1
    } else {
        DONT_KNOW + 1
    }
}

/// Number of states of a question.
fn states(question: &Question) -> u128 {
    match question.kind {
        Kind::Single | Kind::YesNo => first(question) + question.options.len() as u128,
        // No tick at all is unanswered.
        Kind::Multi => first(question) + ((1_u128 << question.options.len().min(64)) - 1),
        Kind::Number(_) => NUMBER + 1,
    }
}

/// Bits that the states of a question need.
fn width(question: &Question) -> u32 {
    u128::BITS - (states(question) - 1).leading_zeros()
}

fn push(writer: &mut Writer, question: &Question, answer: Option<Answer>) {
    let state = match (answer, question.kind) {
        (Some(Answer::DontKnow), _) => DONT_KNOW,
        (Some(Answer::NotApplicable), _) if question.allow_na => NOT_APPLICABLE,
        (Some(Answer::Option(at)), Kind::Single | Kind::YesNo) => first(question) + u128::from(at),
        (Some(Answer::Ticks(ticks)), Kind::Multi) if ticks > 0 => {
            first(question) + u128::from(ticks) - 1
        }
        (Some(Answer::Number(x)), Kind::Number(g)) if x >= g.min && x <= g.max => {
            writer.push(NUMBER, width(question));
            push_number(writer, x);
            return;
        }
        _ => 0,
    };
    // An option that the question does not have is no answer to it.
    let state = if state < states(question) { state } else { 0 };
    writer.push(state, width(question));
}

/// An answer; `None` if the bits are no state of the question.
fn answer(reader: &mut Reader, question: &Question) -> Option<Option<Answer>> {
    let state = reader.take(width(question))?;
    if state >= states(question) {
        return None;
    }
    let above = state.checked_sub(first(question));
    Some(match (state, question.kind) {
        (0, _) => None,
        (DONT_KNOW, _) => Some(Answer::DontKnow),
        (NOT_APPLICABLE, _) if question.allow_na => Some(Answer::NotApplicable),
        (NUMBER, Kind::Number(g)) => {
            let x = number(reader)?;
            if !(x >= g.min && x <= g.max) {
                return None;
            }
            Some(Answer::Number(x))
        }
        (_, Kind::Number(_)) => return None,
        (_, Kind::Multi) => Some(Answer::Ticks((above? + 1) as u64)),
        (_, Kind::Single | Kind::YesNo) => Some(Answer::Option(above? as u8)),
    })
}

/// A number: a whole one below 2^20 in 20 bits, every other as it is, after a bit that says which.
fn push_number(writer: &mut Writer, x: f64) {
    let small = x as u32;
    if small < 1 << SMALL && f64::from(small).to_bits() == x.to_bits() {
        writer.push(0, 1);
        writer.push(small.into(), SMALL);
    } else {
        writer.push(1, 1);
        writer.push(x.to_bits().into(), 64);
    }
}

/// Bits of a small whole number.
const SMALL: u32 = 20;

fn number(reader: &mut Reader) -> Option<f64> {
    Some(match reader.take(1)? {
        0 => f64::from(reader.take(SMALL)? as u32),
        _ => f64::from_bits(reader.take(64)? as u64),
    })
}
