//! Going about at random: whatever was done, nothing is lost.

use crate::support::core;
use crate::support::page::Page;
use gca_engine::{Answer, Kind};
use gca_session::whole::Part;
use gca_session::{Mode, Model, Msg, Screen, WholeMsg};

/// Numbers from a seed, good enough to wander about.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % n.max(1)
    }

    /// Something that the screens offer.
    fn message(&mut self, model: &Model) -> Msg {
        let at = self.below(model.bank().questions().len());
        match self.below(20) {
            0..=5 => self.answer(model, at),
            6 => Msg::Answer(at, Some(Answer::DontKnow)),
            7 => Msg::Clear(at),
            8 => Msg::Note(at, ["", "n", "a longer note"][self.below(3)].into()),
            9 => Msg::Start([Mode::Full, Mode::Quick][self.below(2)]),
            10 => Msg::Page(self.below(30)),
            11 => [Msg::Next, Msg::Previous][self.below(2)].clone(),
            12 => Msg::Jump(at),
            13 => Msg::Whole([WholeMsg::Undo, WholeMsg::Redo][self.below(2)].clone()),
            14 => Msg::Whole(WholeMsg::Flag(at, self.below(2) == 0)),
            15 => Msg::Whole(WholeMsg::AddEvidence(at)),
            16 => Msg::Whole(WholeMsg::Evidence(at, 0, Part::Link, "x".into())),
            17 => Msg::Whole(WholeMsg::RemoveEvidence(at, self.below(2))),
            18 => Msg::Whole([WholeMsg::PutBack, WholeMsg::ClearAll][self.below(2)].clone()),
            _ => Msg::Go([Screen::Start, Screen::Review, Screen::Results][self.below(3)]),
        }
    }

    fn answer(&mut self, model: &Model, at: usize) -> Msg {
        let question = &model.bank().questions()[at];
        if question.allow_na && self.below(4) == 0 {
            return Msg::Answer(at, Some(Answer::NotApplicable));
        }
        let option = self.below(question.options.len());
        match question.kind {
            Kind::Multi => Msg::Tick(at, option, self.below(3) > 0),
            _ => Msg::Answer(at, Some(Answer::Option(option as u8))),
        }
    }
}

#[test]
fn after_any_walk_a_reload_finds_everything_as_it_was() {
    let file = core();
    let mut page = Page::fresh(&file);
    let mut dice = Dice(2026);
    for step in 0..600 {
        let msg = dice.message(&page.model);
        page.send(msg);
        let score = page.score().unwrap_or_default();
        assert!(
            (0.0..100.0 + 1e-9).contains(&score),
            "{score} at step {step}"
        );
        if step % 20 == 0 && page.model.is_begun() {
            let after = page.reloaded(&file);
            assert_eq!(after.kept(), page.kept(), "step {step}");
            assert_eq!(
                after.model.assessment(),
                page.model.assessment(),
                "step {step}"
            );
        }
    }
}
