//! Changes of answers by the rules of the question.

use crate::model::Model;
use gca_engine::Answer;

impl Model {
    /// Stores or clears an answer. What was kept aside for this question has been answered anew.
    pub(crate) fn answer(&mut self, at: usize, answer: Option<Answer>) {
        let Some(question) = self.bank.questions().get(at) else {
            return;
        };
        let (source, id) = (question.source, &question.id);
        #[cfg(feature = "whole")]
        {
            let before = self.answers.get(source);
            let of_this = self.kept.iter().filter(|k| *k.question == **id);
            let one = crate::whole::One::new(source, before, answer);
            let kept = of_this.cloned().collect();
            self.whole_part.history.remember(vec![one], kept);
        }
        let before = self.answers.get(source);
        self.trail.extend(crate::trail::step(source, before));
        self.kept.retain(|k| *k.question != **id);
        self.answers.set(source, answer);
    }

    /// Position of the first question that is answered with ticks; 0 if there is none.
    pub fn first_checklist(&self) -> usize {
        let mut questions = self.bank.questions().iter();
        let list = questions.position(|q| crate::snapshot::is_checklist(q.kind));
        list.unwrap_or_default()
    }

    /// Whether a tick changes nothing else of its question, as the browser shows it.
    pub fn ticks_alone(&self, at: usize, option: usize, on: bool) -> bool {
        let source = self.question(at).map(|q| q.source);
        let before = match source.and_then(|source| self.answers.get(source)) {
            Some(Answer::Ticks(ticks)) => ticks,
            None => 0,
            _ => return false,
        };
        let after = match self.ticked(at, option, on) {
            Some(Answer::Ticks(ticks)) => ticks,
            _ => 0,
        };
        let bit = u32::try_from(option).ok();
        bit.and_then(|bit| 1_u64.checked_shl(bit)) == Some(before ^ after)
    }

    /// The answer after a tick: an exclusive option and the others put each other out.
    pub(crate) fn ticked(&self, at: usize, option: usize, on: bool) -> Option<Answer> {
        let question = self.question(at)?;
        let exclusive = |at: usize| question.options.get(at).is_some_and(|o| o.exclusive);
        let before = match self.answers.get(question.source) {
            Some(Answer::Ticks(ticks)) => ticks,
            _ => 0,
        };
        let bit = 1_u64.checked_shl(u32::try_from(option).ok()?)?;
        let mut ticks = if on { before | bit } else { before & !bit };
        if on {
            for other in (0..question.options.len()).filter(|o| *o != option) {
                if exclusive(option) || exclusive(other) {
                    ticks &= !(1 << other);
                }
            }
        }
        (ticks != 0).then_some(Answer::Ticks(ticks))
    }
}
