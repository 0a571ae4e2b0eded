//! All answers with what stands beside them, and those that do not fit together.

use super::{evidence_of, Block, Entry, Words};
use crate::view::{indicator_number, row, Row};
use crate::whole::contradictions;
use crate::Key;
use std::rc::Rc;

/// Every question under its indicator, and lines to sign on.
pub(super) fn all(words: &Words) -> Vec<Block> {
    let model = words.model;
    let mut blocks = Vec::new();
    if words.setting.unnamed {
        blocks.push(Block::Quiet(words.t(Key::ReportUnnamedMark)));
    }
    for indicator in model.bank.indicators() {
        let number = indicator_number(model, indicator.source);
        let title = model.texts.indicators.get(indicator.source);
        let title = title.map(|t| t.0.clone()).unwrap_or_default();
        blocks.push(Block::Heading(words.numbered(number, &title)));
        let rows = indicator.questions.clone();
        let rows = rows.filter_map(|at| row(model, at));
        blocks.push(Block::Answers(rows.map(|row| entry(words, &row)).collect()));
    }
    if !words.setting.unnamed {
        blocks.push(Block::Signatures(vec![
            words.t(Key::ReportPrepared),
            words.t(Key::ReportApproved),
        ]));
    }
    blocks
}

fn entry(words: &Words, row: &Row) -> Entry {
    use crate::view::AnswerView as A;
    let beside = [(Key::ReportNote, &row.note), (Key::ReportWho, &row.who)];
    let typed = beside.into_iter().filter_map(|(key, text)| {
        let text = words.note(text);
        (!text.is_empty()).then(|| (words.t(key), text))
    });
    Entry {
        number: words.number(row.number),
        question: row.text.clone(),
        answer: words.answer(row.at, &row.answer),
        open: matches!(row.answer, A::Unanswered | A::DontKnow | A::Invalid),
        typed: typed.collect(),
        evidence: evidence_of(words.setting, &row.evidence),
    }
}

/// The contradictions, if they could be looked for.
pub(super) fn contradicting(words: &Words) -> Vec<Block> {
    let Some(found) = contradictions(words.model) else {
        let missing = words.model.is_more_missing();
        let words = missing.then(|| words.t(Key::ReviewContradictionsMissing));
        return words.map(Block::Quiet).into_iter().collect();
    };
    if found.is_empty() {
        return vec![Block::Quiet(words.t(Key::ReportContradictionsNone))];
    }
    let line = |one: &crate::whole::Contradiction| -> Rc<str> {
        let numbers = one.questions.iter().map(|(_, n)| words.number(*n));
        let numbers: Vec<Rc<str>> = numbers.collect();
        let numbers = words.formats().list(&numbers);
        let values = [("text", &*one.text), ("numbers", &*numbers)];
        words.fill(Key::ReportContradiction, &values)
    };
    vec![Block::Points(found.iter().map(line).collect())]
}
