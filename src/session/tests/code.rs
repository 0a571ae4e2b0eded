//! A share code gives the answers it was made of, or is refused as a whole.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/random.rs"]
#[allow(dead_code)]
mod random;
mod support;

use gca_engine::{Answer, Answers, Bank, Kind, Question};
use gca_session::code::{decode, encode, CodeError};
use gca_session::slots::crc32;
use gca_session::Mode;
use random::Random;
use serde_json::{json, Value};
use std::rc::Rc;
use support::{bank_of, core, small};

const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The small bank with a number and with a checklist as long as can be.
fn numeric() -> Rc<Bank> {
    let mut file = small();
    let questions = file["areas"][0]["indicators"][1]["questions"]
        .as_array_mut()
        .unwrap();
    questions.push(json!({"id": "days", "kind": "number", "weight": 1, "worst": 60, "best": -10, "min": -1e300, "max": 1e300, "allow_na": true}));
    questions.push(json!({"id": "share", "kind": "number", "weight": 1, "worst": 0, "best": 1, "min": 0, "max": 1}));
    let options: Vec<Value> = (0..60)
        .map(|n| json!({"id": format!("t{n}"), "score": 0.5}))
        .collect();
    questions.push(
        json!({"id": "long", "kind": "multi", "weight": 1, "options": options, "allow_na": true}),
    );
    bank_of(&file)
}

/// Any answer that a question can have.
fn answer(random: &mut Random, question: &Question) -> Option<Answer> {
    match random.below(10) {
        0 => return None,
        1 => return Some(Answer::DontKnow),
        2 if question.allow_na => return Some(Answer::NotApplicable),
        _ => {}
    }
    let count = question.options.len();
    Some(match question.kind {
        Kind::Single | Kind::YesNo => Answer::Option(random.below(count) as u8),
        Kind::Multi => Answer::Ticks((random.next() & ((1 << count) - 1)).max(1)),
        Kind::Number(g) => {
            let x = *random.pick(&[
                0.0,
                -0.0,
                1.0,
                0.1,
                7.0,
                1_048_575.0,
                1_048_576.0,
                -3.0,
                1e300,
                5e-324,
            ]);
            Answer::Number(if x >= g.min && x <= g.max { x } else { g.max })
        }
    })
}

fn answers(random: &mut Random, bank: &Bank) -> Answers {
    let mut answers = Answers::new(bank);
    for question in bank.questions() {
        answers.set(question.source, answer(random, question));
    }
    answers
}

/// A code of content that was made up.
fn sealed(mut bytes: Vec<u8>) -> String {
    bytes.extend(crc32(&bytes).to_be_bytes());
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..=group.len() {
            out.push(ALPHABET[(bits >> (18 - 6 * at) & 63) as usize].into());
        }
    }
    out
}

#[test]
fn random_answers_come_back_to_the_bit() {
    let mut random = Random(1);
    for bank in [bank_of(&core()), bank_of(&small()), numeric()] {
        for mode in [Mode::Full, Mode::Quick] {
            for _ in 0..300 {
                let answers = answers(&mut random, &bank);
                let code = encode(&bank, mode, &answers);
                let (read, other) = decode(&bank, &code).map(|(m, a)| (a, m)).unwrap();
                assert_eq!((&read, other), (&answers, mode), "{code}");
                // Equal numbers may differ in the sign of zero.
                assert_eq!(encode(&bank, mode, &read), code);
            }
        }
    }
}

#[test]
fn no_answers_come_back_as_none() {
    let bank = bank_of(&core());
    let code = encode(&bank, Mode::Full, &Answers::new(&bank));
    let (mode, answers) = decode(&bank, &code).unwrap();
    assert_eq!((mode, answers.len()), (Mode::Full, 0));
}

#[test]
fn the_shipped_bank_fits_into_a_line_of_chat() {
    let mut random = Random(2);
    let bank = bank_of(&core());
    let code = encode(&bank, Mode::Full, &answers(&mut random, &bank));
    assert_eq!(bank.questions().len(), 70);
    assert!((50..=80).contains(&code.len()), "{}: {code}", code.len());
}

#[test]
fn what_is_no_answer_counts_as_unanswered() {
    let bank = numeric();
    let at = |id: &str| bank.question_position(id).unwrap();
    let mut answers = Answers::new(&bank);
    for (id, answer) in [
        ("law", Answer::Option(3)),
        ("court", Answer::Invalid),
        ("ticks", Answer::Ticks(8)),
        ("port", Answer::Number(1.0)),
        ("team", Answer::NotApplicable),
        ("days", Answer::Number(f64::NAN)),
        ("share", Answer::Number(1.5)),
        ("long", Answer::Ticks(0)),
    ] {
        answers.set(at(id), Some(answer));
    }
    answers.set(at("guard"), Some(Answer::Option(1)));
    let (_, read) = decode(&bank, &encode(&bank, Mode::Full, &answers)).unwrap();
    assert_eq!(read.len(), 1);
    assert_eq!(read.get(at("guard")), Some(Answer::Option(1)));
}

#[test]
fn every_changed_character_is_noticed() {
    for bank in [bank_of(&core()), numeric()] {
        let code = encode(&bank, Mode::Quick, &answers(&mut Random(3), &bank)).into_bytes();
        for at in 0..code.len() {
            for other in 0..=255_u8 {
                if other == code[at] {
                    continue;
                }
                let mut changed = code.clone();
                changed[at] = other;
                let changed: String = changed.into_iter().map(char::from).collect();
                let error = decode(&bank, &changed).unwrap_err();
                // White space at an end is no part of the code; a changed bit that says how long a
                // number is moves the end.
                let is_edge = at == 0 || at == code.len() - 1;
                let is_space = is_edge && char::from(other).is_whitespace();
                if ALPHABET.contains(&other) || is_space {
                    let expected = [CodeError::Checksum, CodeError::Short];
                    assert!(expected.contains(&error), "{error:?}: {changed}");
                } else if other != b'%' {
                    // What follows that sign may happen to be digits.
                    assert_eq!(error, CodeError::Alphabet, "{changed}");
                }
            }
        }
    }
}

#[test]
fn every_missing_character_is_noticed() {
    for bank in [bank_of(&core()), numeric()] {
        let code = encode(&bank, Mode::Full, &answers(&mut Random(4), &bank));
        assert_eq!(decode(&bank, ""), Err(CodeError::Empty));
        for end in 1..code.len() {
            assert_eq!(decode(&bank, &code[..end]), Err(CodeError::Short), "{end}");
            assert!(decode(&bank, &code[end..]).is_err());
            let without = [&code[..end - 1], &code[end..]].concat();
            assert!(decode(&bank, &without).is_err(), "{end}");
        }
    }
}

#[test]
fn every_extra_character_is_noticed() {
    for bank in [bank_of(&core()), numeric()] {
        let code = encode(&bank, Mode::Full, &answers(&mut Random(5), &bank));
        for at in 0..=code.len() {
            for extra in ALPHABET
                .iter()
                .chain(b"=+/%.\0")
                .map(|byte| char::from(*byte))
            {
                let mut changed = code.clone();
                changed.insert(at, extra);
                let error = decode(&bank, &changed).unwrap_err();
                if !ALPHABET.contains(&(extra as u8)) {
                    assert_eq!(error, CodeError::Alphabet, "{changed}");
                }
            }
        }
        assert!(decode(&bank, &code.repeat(2)).is_err());
    }
}

#[test]
fn a_code_is_taken_from_an_address_and_encoded_once_at_most() {
    let bank = bank_of(&core());
    let code = encode(&bank, Mode::Full, &answers(&mut Random(6), &bank));
    let expected = decode(&bank, &code);
    assert!(expected.is_ok());
    let encoded =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
    let address = format!("https://example.org/gca/?lang=fr#gca={code}");
    for text in [
        format!("\u{2003}\t{code}\r\n"),
        address.clone(),
        format!("#x=1&gca={code}&y=2"),
        encoded(&code),
        encoded(&address),
    ] {
        assert_eq!(decode(&bank, &text), expected, "{text}");
    }
    for text in [
        encoded(&encoded(&code)),
        format!("gca=%252D{code}"),
        format!("{code}é"),
    ] {
        assert_eq!(decode(&bank, &text), Err(CodeError::Alphabet));
    }
}

#[test]
fn another_bank_another_version_and_a_newer_code_are_told_apart() {
    let bank = bank_of(&core());
    let answers = answers(&mut Random(7), &bank);
    let code = encode(&bank, Mode::Full, &answers);
    for name in ["id", "version", "hash"] {
        let mut other = core();
        other[name] = json!("other");
        assert_eq!(
            decode(&bank_of(&other), &code),
            Err(CodeError::OtherBank),
            "{name}"
        );
    }
    assert_eq!(
        decode(&bank, &sealed(vec![2, 0, 0, 0])),
        Err(CodeError::Newer)
    );
    assert_eq!(decode(&bank, &sealed(vec![255; 80])), Err(CodeError::Newer));
    assert_eq!(
        decode(&bank, &sealed(vec![0, 0, 0, 0])),
        Err(CodeError::Checksum)
    );
    assert_eq!(
        decode(&bank, &sealed(vec![1, 0, 0, 0])),
        Err(CodeError::OtherBank)
    );
}

#[test]
fn content_that_was_made_up_is_refused_or_is_exactly_a_code() {
    let mut random = Random(8);
    for bank in [bank_of(&small()), numeric()] {
        let code = encode(&bank, Mode::Full, &Answers::new(&bank));
        let length = code.len() * 6 / 8 - 4;
        // The first three bytes are version and check, as the code has them.
        let start: Vec<u8> = (0..4)
            .map(|at| {
                ALPHABET
                    .iter()
                    .position(|c| *c == code.as_bytes()[at])
                    .unwrap() as u32
            })
            .fold(0, |bits, digit| bits << 6 | digit)
            .to_be_bytes()[1..]
            .to_vec();
        for _ in 0..20_000 {
            let mut bytes = start.clone();
            let count = (length + random.below(30)).saturating_sub(3 + random.below(4));
            bytes.extend((0..count).map(|_| random.next() as u8));
            let made_up = sealed(bytes);
            match decode(&bank, &made_up) {
                Ok((mode, answers)) => {
                    // A small number may stand there in its long form.
                    let again = encode(&bank, mode, &answers);
                    assert_eq!(decode(&bank, &again), Ok((mode, answers)));
                }
                Err(CodeError::Short) => assert!(made_up.len() < 11, "{made_up}"),
                Err(error) => assert_eq!(error, CodeError::Checksum, "{made_up}"),
            }
        }
    }
}

#[test]
fn any_text_is_refused_at_once_or_understood() {
    let bank = bank_of(&core());
    let mut random = Random(9);
    for _ in 0..5000 {
        let text = random.text(60);
        assert!(decode(&bank, &text).is_err());
        let digits: String = (0..random.below(90))
            .map(|_| char::from(*random.pick(ALPHABET)))
            .collect();
        assert!(decode(&bank, &digits).is_err());
        assert!(decode(&bank, &format!("gca={digits}%{text}")).is_err());
    }
    let long = "A".repeat((64 << 10) + 1);
    assert_eq!(decode(&bank, &long), Err(CodeError::Alphabet));
    assert!(decode(&bank, &"A".repeat(64 << 10)).is_err());
    assert!(decode(&bank, &"gca=".repeat(16_000)).is_err());
}

#[test]
fn every_error_has_a_stable_code() {
    let codes = [
        (CodeError::Empty, "code.empty"),
        (CodeError::Alphabet, "code.alphabet"),
        (CodeError::Short, "code.short"),
        (CodeError::Checksum, "code.checksum"),
        (CodeError::Newer, "code.newer"),
        (CodeError::OtherBank, "code.other-bank"),
    ];
    for (error, code) in codes {
        assert_eq!(error.code(), code);
    }
}
