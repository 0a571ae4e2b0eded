//! Counting the responses to one question.

use super::{Flag, Numbers, QuestionWorkshop, Values};
use crate::answers::{Answer, Answers};
use crate::assess::{Outcome, State};
use crate::bank::{Goalposts, Kind, Question};

/// What has been said to one question so far.
pub(super) struct Tally {
    numbers: Numbers,
    counts: Vec<u32>,
    sum: f64,
    ticks: Vec<u32>,
    values: Vec<f64>,
}

impl Tally {
    pub(super) fn new(question: &Question) -> Self {
        let ticks = match question.kind {
            Kind::Multi => vec![0; question.options.len()],
            _ => Vec::new(),
        };
        Self {
            numbers: Numbers::default(),
            counts: vec![0; usize::from(question.levels())],
            sum: 0.0,
            ticks,
            values: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, question: &Question, response: &Answers, outcome: &Outcome) {
        match outcome.state {
            State::Implied => self.numbers.skipped += 1,
            State::DontKnow => self.numbers.dont_know += 1,
            State::NotApplicable => self.numbers.not_applicable += 1,
            State::Unanswered | State::Invalid => self.numbers.unanswered += 1,
            State::Answered => {
                self.numbers.valid += 1;
                self.sum += outcome.score;
                if let Some(count) = self.counts.get_mut(usize::from(outcome.level)) {
                    *count += 1;
                }
                match response.get(question.source) {
                    Some(Answer::Ticks(ticks)) => {
                        for (at, count) in self.ticks.iter_mut().enumerate() {
                            *count += (ticks >> at & 1) as u32;
                        }
                    }
                    Some(Answer::Number(x)) => self.values.push(x),
                    _ => {}
                }
            }
        }
    }

    pub(super) fn finish(mut self, question: &Question) -> QuestionWorkshop {
        let n = self.numbers.valid;
        let values = match question.kind {
            Kind::Number(posts) => Some(values(&mut self.values, posts)),
            _ => None,
        };
        let median_level = median_level(&self.counts, n);
        let consensus = consensus(&self.counts);
        QuestionWorkshop {
            numbers: self.numbers,
            mean: (n > 0).then(|| self.sum / f64::from(n)),
            consensus,
            values,
            median_level,
            group: group_answer(question, &self, median_level, values),
            flag: flag(&self.counts, consensus),
            ticks: matches!(question.kind, Kind::Multi).then_some(self.ticks),
            counts: self.counts,
        }
    }
}

/// Smallest, lower median and largest; "lower" is nearer to the worst.
fn values(values: &mut [f64], posts: Goalposts) -> Values {
    values.sort_unstable_by(f64::total_cmp);
    let (min, max) = (values.first().copied(), values.last().copied());
    if posts.worst > posts.best {
        values.reverse();
    }
    Values {
        min,
        median: values.get(values.len().saturating_sub(1) / 2).copied(),
        max,
    }
}

/// Element floor((n - 1) / 2) of the sorted levels.
pub(super) fn median_level(counts: &[u32], n: u32) -> Option<u8> {
    let mut left = n.checked_sub(1)? / 2;
    for (level, &count) in counts.iter().enumerate() {
        match left.checked_sub(count) {
            Some(rest) => left = rest,
            None => return Some(level as u8),
        }
    }
    None
}

/// Tastle and Wierman, "Consensus and dissention", 2007: 1 + sum of p log2(1 - |k - mu| / (m - 1)).
pub(super) fn consensus(counts: &[u32]) -> Option<f64> {
    let n: u32 = counts.iter().sum();
    if n == 0 || counts.len() < 2 {
        return None;
    }
    let share = |count: u32| f64::from(count) / f64::from(n);
    let levels = || {
        counts
            .iter()
            .enumerate()
            .map(|(k, &count)| (k as f64, count))
    };
    let mean: f64 = levels().map(|(k, count)| k * share(count)).sum();
    let width = (counts.len() - 1) as f64;
    let sum: f64 = levels()
        .filter(|(_, count)| *count > 0)
        .map(|(k, count)| share(count) * libm::log2(1.0 - (k - mean).abs() / width))
        .sum();
    Some((1.0 + sum).clamp(0.0, 1.0))
}

/// With two levels the consensus falls too fast to be read, so the larger side speaks.
pub(super) fn flag(counts: &[u32], consensus: Option<f64>) -> Option<Flag> {
    let n: u32 = counts.iter().sum();
    let agreement = match counts {
        [a, b] if n > 0 => f64::from(*a.max(b)) / f64::from(n),
        _ => consensus?,
    };
    Some(match agreement {
        _ if n < 3 => Flag::Few,
        x if x >= 0.8 - 1e-9 => Flag::Agree,
        x if x >= 0.6 - 1e-9 => Flag::Mixed,
        _ => Flag::Discuss,
    })
}

fn group_answer(
    question: &Question,
    tally: &Tally,
    median_level: Option<u8>,
    values: Option<Values>,
) -> Option<Answer> {
    let Numbers {
        valid,
        dont_know,
        not_applicable,
        ..
    } = tally.numbers;
    let answered = valid + dont_know + not_applicable;
    if answered == 0 {
        return None;
    }
    if 2 * not_applicable > answered {
        return Some(Answer::NotApplicable);
    }
    if 2 * dont_know > answered || valid == 0 {
        return Some(Answer::DontKnow);
    }
    match question.kind {
        Kind::Single | Kind::YesNo => median_level.map(Answer::Option),
        Kind::Number(_) => values.and_then(|v| v.median).map(Answer::Number),
        Kind::Multi => {
            let exclusive = question.exclusive;
            let by_most = tally
                .ticks
                .iter()
                .enumerate()
                .filter(|(_, &n)| 2 * n > valid);
            let ticks = by_most.fold(0_u64, |bits, (at, _)| bits | 1 << at) & !exclusive;
            let ticks = if ticks == 0 { exclusive } else { ticks };
            (ticks != 0).then_some(Answer::Ticks(ticks))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::consensus;

    #[test]
    fn published_check_value_of_the_consensus_comes_out() {
        let given = consensus(&[30, 40, 210, 130, 530, 50, 10]);
        assert!(given.is_some_and(|c| (c - 0.725_687_6).abs() < 5e-8));
        assert_eq!(consensus(&[0, 9, 0]), Some(1.0));
        assert_eq!(consensus(&[5, 0, 0, 5]), Some(0.0));
        assert_eq!(consensus(&[0, 0]), None);
    }
}
