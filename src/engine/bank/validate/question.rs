//! One question in itself: its options, its goalposts, its advice.

use super::ids::Names;
use super::{top_level, Located, Reader};
use crate::bank::link::MAX_OPTIONS;
use crate::bank::spec::{BankSpec, QuestionSpec};
use crate::bank::word::KindWord;
use crate::finding::Finding;

/// Scores that differ by less count as equal.
const TOLERANCE: f64 = 1e-9;

pub(super) fn judge(_: &BankSpec, question: &Located, reader: &mut Reader) {
    let spec = question.spec;
    let mut names = Names::new("the options of the question", &["dk", "na"]);
    for (at, option) in spec.options.iter().enumerate() {
        names.add(
            &option.id,
            || question.path(&format!("options[{at}].id")),
            reader,
        );
    }
    let na_when = spec.na_when.is_some();
    if reader.whole && spec.allow_na != na_when {
        let expected = if spec.allow_na {
            "a text that says when, as allow_na is true"
        } else {
            "nothing, as allow_na is not true"
        };
        reader.push(Finding::error(
            "bank.na-when",
            question.path("na_when"),
            expected,
        ));
    }
    let path = question.path("");
    if !reader.is_sound(&path) || !reader.is_sound(&question.path("kind")) {
        return;
    }
    match spec.kind {
        KindWord::Number => number(question, reader),
        _ => choice(question, reader),
    }
    advice(question, reader);
}

fn choice(question: &Located, reader: &mut Reader) {
    let spec = question.spec;
    let stray = [
        ("unit", spec.unit.is_some()),
        ("worst", spec.worst.is_some()),
        ("best", spec.best.is_some()),
        ("min", spec.min.is_some()),
        ("max", spec.max.is_some()),
    ];
    for (name, _) in stray.into_iter().filter(|(_, there)| *there) {
        let expected = "nothing: only a question of kind number has it";
        reader.push(Finding::error("bank.kind", question.path(name), expected));
    }
    let path = question.path("options");
    if !reader.is_sound(&path) {
        return;
    }
    let count = spec.options.len();
    let (fits, expected) = match spec.kind {
        KindWord::YesNo => (count == 2, "two options: no, then yes"),
        KindWord::Multi => ((2..=MAX_OPTIONS).contains(&count), "2 to 64 options"),
        _ => (
            (2..=MAX_OPTIONS).contains(&count),
            "2 to 64 options, worst first",
        ),
    };
    if !fits {
        let found = format!("{count} options");
        reader.push(Finding::error("bank.option-count", path, expected).found(found));
    }
    let scores_sound =
        (0..count).all(|at| reader.is_sound(&question.path(&format!("options[{at}].score"))));
    match spec.kind {
        KindWord::Multi => checklist(question, scores_sound, reader),
        _ => ordered(question, scores_sound, reader),
    }
}

fn ordered(question: &Located, scores_sound: bool, reader: &mut Reader) {
    let options = &question.spec.options;
    for (at, option) in options.iter().enumerate() {
        if option.exclusive {
            let path = question.path(&format!("options[{at}].exclusive"));
            reader.push(Finding::error(
                "bank.exclusive",
                path,
                "nothing: only a checklist has it",
            ));
        }
    }
    if !scores_sound {
        return;
    }
    for (at, pair) in options.windows(2).enumerate() {
        if let [before, after] = pair {
            if after.score.0 - before.score.0 <= TOLERANCE {
                let path = question.path(&format!("options[{}].score", at + 1));
                let expected = format!(
                    "more than {}: options go from worst to best",
                    before.score.0
                );
                let found = after.score.0.to_string();
                reader.push(Finding::error("bank.option-order", path, expected).found(found));
            }
        }
    }
    let ends = [
        (options.first(), 0, 0.0),
        (options.last(), options.len().saturating_sub(1), 1.0),
    ];
    for (option, at, wanted) in ends {
        if let Some(option) = option.filter(|o| o.score.0 != wanted) {
            let path = question.path(&format!("options[{at}].score"));
            let expected = format!("{wanted}: options span 0 to 1");
            let found = option.score.0.to_string();
            reader.push(Finding::error("bank.option-span", path, expected).found(found));
        }
    }
}

fn checklist(question: &Located, scores_sound: bool, reader: &mut Reader) {
    let options = &question.spec.options;
    let exclusive = options.iter().filter(|o| o.exclusive).count();
    if exclusive != 1 {
        let expected = "one exclusive option, such as \"None of these\"";
        let found = format!("{exclusive} of them");
        let path = question.path("options");
        reader.push(Finding::error("bank.exclusive", path, expected).found(found));
    }
    if !scores_sound {
        return;
    }
    for (at, option) in options.iter().enumerate() {
        let wrong = match option.exclusive {
            true => (option.score.0 != 0.0).then_some("0: the exclusive option scores nothing"),
            false => (option.score.0 <= TOLERANCE).then_some("more than 0: a tick earns something"),
        };
        if let Some(expected) = wrong {
            let path = question.path(&format!("options[{at}].score"));
            let found = option.score.0.to_string();
            reader.push(Finding::error("bank.option-span", path, expected).found(found));
        }
    }
    let sum: f64 = options.iter().map(|o| o.score.0).sum();
    if sum < 1.0 - TOLERANCE {
        let expected = "scores that add up to 1 or more, so that the top can be reached";
        let path = question.path("options");
        reader.push(Finding::error("bank.option-span", path, expected).found(sum.to_string()));
    }
}

fn number(question: &Located, reader: &mut Reader) {
    let spec = question.spec;
    if !spec.options.is_empty() {
        let expected = "nothing: a question of kind number has no options";
        reader.push(Finding::error(
            "bank.kind",
            question.path("options"),
            expected,
        ));
    }
    if reader.whole && spec.unit.is_none() {
        let expected = "a text: the unit of the number";
        reader.push(Finding::error(
            "bank.missing-field",
            question.path("unit"),
            expected,
        ));
    }
    for (name, value) in [("worst", spec.worst), ("best", spec.best)] {
        let path = question.path(name);
        if value.is_none() && reader.is_sound(&path) {
            let expected = "a number: a question of kind number needs two goalposts";
            reader.push(Finding::error("bank.missing-field", path, expected));
        }
    }
    let (Some(worst), Some(best)) = (spec.worst, spec.best) else {
        return;
    };
    if ["worst", "best"]
        .iter()
        .any(|name| !reader.is_sound(&question.path(name)))
    {
        return;
    }
    if worst == best {
        let expected = format!("another number than worst, {}", worst.0);
        let path = question.path("best");
        reader.push(Finding::error("bank.goalposts", path, expected).found(best.0.to_string()));
    }
    bounds(question, worst.0.min(best.0), worst.0.max(best.0), reader);
}

/// The values that may be entered enclose both goalposts.
fn bounds(question: &Located, low: f64, high: f64, reader: &mut Reader) {
    let QuestionSpec { min, max, .. } = question.spec;
    if let Some(min) = min.filter(|min| min.0 > low) {
        let expected = format!("at most {low}: the range encloses both goalposts");
        let path = question.path("min");
        reader.push(Finding::error("bank.goalposts", path, expected).found(min.0.to_string()));
    }
    if let Some(max) = max.filter(|max| max.0 < high) {
        let expected = format!("at least {high}: the range encloses both goalposts");
        let path = question.path("max");
        reader.push(Finding::error("bank.goalposts", path, expected).found(max.0.to_string()));
    }
}

/// One next step for every level below the top.
fn advice(question: &Located, reader: &mut Reader) {
    let path = question.path("advice");
    let top = top_level(question.spec);
    if !reader.is_sound(&path) || !reader.is_sound(&question.path("options")) {
        return;
    }
    let mut covered = [false; MAX_OPTIONS];
    for (at, advice) in question.spec.advice.iter().enumerate() {
        let path = question.path(&format!("advice[{at}].below"));
        if !reader.is_sound(&path) {
            return;
        }
        let below = advice.below.0;
        match covered.get_mut(usize::from(below)) {
            Some(slot) if (1..=top).contains(&below) => {
                if std::mem::replace(slot, true) {
                    let expected = "one entry for each level";
                    let finding = Finding::error("bank.advice-level", path, expected);
                    reader.push(finding.found(below.to_string()));
                }
            }
            _ => {
                let expected = format!("a level from 1 to {top}");
                let finding = Finding::error("bank.advice-level", path, expected);
                reader.push(finding.found(below.to_string()));
            }
        }
    }
    if !reader.whole {
        return;
    }
    for below in 1..=top {
        if covered.get(usize::from(below)) == Some(&false) {
            let expected = format!("an entry with \"below\": {below}");
            reader.push(Finding::error(
                "bank.missing-advice",
                path.clone(),
                expected,
            ));
        }
    }
}
