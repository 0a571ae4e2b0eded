//! How the state changes.

use crate::keeper::Trouble;
use crate::model::{Model, Persist, Saving, Screen};
use crate::msg::{Effect, Event, Focus, Msg};
use crate::snapshot::Snapshot;
use crate::Mode;

/// Changes the state and says what has to be done outside.
///
/// Answers are in the model, and the effect that saves them comes first, before anything is scored:
/// call [`Model::settle`] after running the effects.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    #[cfg(feature = "whole")]
    {
        model.whole_part.hear(&msg);
        if crate::whole::device::refuses(model, &msg) {
            return vec![];
        }
    }
    match msg {
        Msg::Opened(found, snapshot) => {
            model.damaged = found.damaged;
            if let Some(trouble) = found.trouble {
                return fail(model, trouble);
            }
            match snapshot {
                Some(snapshot) => {
                    model.saving = Saving::Saved(found.saved_at);
                    model.open(snapshot);
                    let effects = turned(model);
                    #[cfg(feature = "whole")]
                    let effects = effects
                        .into_iter()
                        .chain(crate::whole::device::listed(model))
                        .collect();
                    effects
                }
                None => vec![],
            }
        }
        Msg::Start(mode) => {
            model.set_mode(mode);
            go(model, Screen::Questions)
        }
        Msg::Continue => {
            if model.mode.is_none() {
                model.set_mode(Mode::Full);
            }
            go(model, Screen::Questions)
        }
        Msg::Go(screen) => go(model, screen),
        Msg::Page(page) => turn(model, page),
        Msg::Next => {
            if model.returning {
                return go(model, Screen::Review);
            }
            match model.page + 1 {
                page if page < model.bank.indicators().len() => turn(model, page),
                _ => go(model, Screen::Review),
            }
        }
        Msg::Previous => match model.page.checked_sub(1) {
            Some(page) => turn(model, page),
            None => go(model, Screen::Start),
        },
        Msg::Jump(question) => {
            let returning = model.screen == Screen::Review || model.returning;
            let page = model.question(question).map_or(0, |q| q.indicator);
            let mut effects = turn(model, page);
            model.returning = returning;
            effects.pop();
            effects.push(Effect::Focus(Focus::Question(question)));
            effects
        }
        Msg::ToggleRail => {
            model.rail_open = !model.rail_open;
            model.show_area();
            vec![]
        }
        Msg::ToggleArea(area) => {
            model.area_open = (model.area_open != Some(area)).then_some(area);
            vec![]
        }
        Msg::Answer(question, answer) => {
            model.answer(question, answer);
            changed(model)
        }
        Msg::Tick(question, option, on) => {
            let answer = model.ticked(question, option, on);
            model.answer(question, answer);
            changed(model)
        }
        Msg::Clear(question) => {
            model.answer(question, None);
            let mut effects = changed(model);
            effects.push(Effect::Focus(Focus::Question(question)));
            effects
        }
        Msg::OpenNote(question) => {
            let source = model.question(question).map(|q| q.source);
            if let Some(slot) = source.and_then(|s| model.notes.get_mut(s)) {
                slot.get_or_insert_with(Default::default);
            }
            vec![Effect::Focus(Focus::Note(question))]
        }
        Msg::Note(question, text) => {
            let source = model.question(question).map(|q| q.source);
            if let Some(slot) = source.and_then(|s| model.notes.get_mut(s)) {
                *slot = Some(text);
            }
            changed(model)
        }
        Msg::Help => {
            if model.more.is_some() {
                return vec![];
            }
            model.more_failed = false;
            vec![Effect::FetchMore]
        }
        Msg::More(more) => {
            model.more_failed = more.is_none();
            model.more = more;
            #[cfg(feature = "whole")]
            crate::whole::steps::know_efforts(model);
            vec![]
        }
        Msg::Missing => {
            model.whole_failed = true;
            vec![]
        }
        Msg::FetchWhole => {
            model.whole_failed = false;
            vec![
                Effect::Turned { needed: true },
                Effect::Focus(Focus::Heading),
            ]
        }
        #[cfg(feature = "whole")]
        Msg::Whole(msg) => crate::whole::update(model, msg),
        Msg::Show(filter) => {
            model.filter = filter;
            vec![]
        }
        Msg::Saved(Ok(at)) => {
            model.saving = Saving::Saved(at);
            vec![]
        }
        Msg::Saved(Err(trouble)) => fail(model, trouble),
        Msg::Retry => vec![Effect::Save],
        Msg::Elsewhere => fail(model, Trouble::Elsewhere),
        Msg::Vanished => fail(model, Trouble::Gone),
        Msg::Afresh => {
            let mut effects = delete(model);
            // There is nothing to forget, and nothing to tell: somebody else deleted it.
            model.deleted = false;
            effects.retain(|effect| *effect != Effect::Forget);
            effects.insert(0, Effect::Follow);
            effects
        }
        Msg::TakeTheirs => {
            model.saving = Saving::Idle;
            vec![Effect::Reopen, Effect::Focus(Focus::Heading)]
        }
        Msg::KeepMine => vec![Effect::Follow, Effect::Save, Effect::Focus(Focus::Heading)],
        Msg::CloseNotice => {
            model.damaged = false;
            model.report_kept = false;
            model.deleted = false;
            vec![Effect::Focus(Focus::Heading)]
        }
        Msg::AskDelete => {
            model.deleting = true;
            vec![Effect::Focus(Focus::Dialog)]
        }
        Msg::KeepAssessment => {
            model.deleting = false;
            vec![Effect::Focus(Focus::DeleteButton)]
        }
        Msg::Delete => delete(model),
        Msg::Import(snapshot) => {
            #[cfg(feature = "whole")]
            crate::whole::device::stop_looking(model);
            model.restore(snapshot);
            changed(model)
        }
        Msg::Copy => vec![Effect::Download],
        Msg::Speak => {
            model.spoken = true;
            vec![]
        }
        Msg::Rehearse => vec![],
    }
}

impl Model {
    /// A snapshot from the storage: answers, notes and the place where they were left.
    pub(crate) fn open(&mut self, snapshot: Snapshot) {
        let screen = Screen::from_name(&snapshot.screen);
        let indicator = snapshot.indicator.clone();
        self.restore(snapshot);
        let place = self
            .bank
            .indicators()
            .iter()
            .position(|i| *i.id == *indicator);
        self.page = place.unwrap_or(0);
        self.show_area();
        // A page made for a workshop opens on it.
        if self.mode.is_some() && self.config.start_at != Screen::Workshop {
            self.screen = self.allowed(screen);
        }
    }

    /// Brings what follows from the answers up to date, after the effects have been run.
    pub fn settle(&mut self) {
        self.rescore();
    }
}

/// Something worth keeping changed.
pub(crate) fn changed(model: &mut Model) -> Vec<Effect> {
    model.spoken = false;
    model.deleted = false;
    let mut effects = keep(model);
    effects.push(Effect::Emit(Event::Change));
    effects.push(Effect::SpeakSoon);
    effects
}

/// Saves, unless that would overwrite what must not be.
pub(crate) fn keep(model: &mut Model) -> Vec<Effect> {
    let blocked = matches!(
        model.saving,
        Saving::Failed(Trouble::Elsewhere | Trouble::Newer | Trouble::Gone)
    );
    #[cfg(feature = "whole")]
    let blocked = blocked || model.is_looking();
    if model.config.persist == Persist::None || blocked {
        return vec![];
    }
    // A trouble that goes on stays what it is, so that it is told once and not for every change.
    if !matches!(model.saving, Saving::Failed(_)) {
        model.saving = Saving::Pending;
    }
    vec![Effect::Save]
}

fn fail(model: &mut Model, trouble: Trouble) -> Vec<Effect> {
    let known = model.saving == Saving::Failed(trouble);
    model.saving = Saving::Failed(trouble);
    if known {
        vec![]
    } else {
        vec![Effect::Emit(Event::NotSaved(trouble))]
    }
}

/// The first program says when another may take over; the whole one fetches what the screen needs.
fn turned(model: &Model) -> Vec<Effect> {
    #[cfg(feature = "whole")]
    if model.wants_more() {
        return vec![Effect::FetchMore];
    }
    let needed = !matches!(model.screen, Screen::Start | Screen::Questions);
    if model.config.first {
        vec![Effect::Turned { needed }]
    } else {
        vec![]
    }
}

pub(crate) fn go(model: &mut Model, screen: Screen) -> Vec<Effect> {
    let screen = model.allowed(screen);
    if screen != Screen::Start && model.mode.is_none() {
        model.set_mode(Mode::Full);
    }
    model.screen = screen;
    model.rail_open = false;
    #[cfg(feature = "whole")]
    crate::whole::results::left(model);
    // Whoever went to change an answer comes back to what was shown.
    if screen == Screen::Review && !model.returning {
        model.filter = Default::default();
    }
    model.returning = false;
    model.rescore();
    model.whole_failed = false;
    let mut effects = place_changed(model);
    let counts = model.assessment.counts;
    let complete = counts.unanswered + counts.invalid == 0;
    let is_end = screen == model.end();
    if is_end && complete && !model.completed {
        effects.push(Effect::Emit(Event::Complete));
    }
    model.completed = complete && (model.completed || is_end);
    effects.extend(turned(model));
    #[cfg(feature = "whole")]
    effects.extend(crate::whole::device::listed(model));
    #[cfg(feature = "whole")]
    effects.extend(crate::whole::workshop::left(model));
    #[cfg(feature = "whole")]
    effects.extend(crate::whole::workshop::wanted(model));
    effects.push(Effect::Focus(Focus::Heading));
    effects
}

pub(crate) fn turn(model: &mut Model, page: usize) -> Vec<Effect> {
    model.page = page.min(model.bank.indicators().len().saturating_sub(1));
    model.show_area();
    go(model, Screen::Questions)
}

/// The place is part of what is kept, but opening a page alone leaves nothing worth a first save.
fn place_changed(model: &mut Model) -> Vec<Effect> {
    if model.is_begun() {
        keep(model)
    } else {
        vec![]
    }
}

/// Nothing answered, on the start; what is about the page stays.
pub(crate) fn renew(model: &mut Model) {
    let fresh = Model::new(
        model.config.clone(),
        model.whole.clone(),
        model.texts.clone(),
        model.catalog.clone(),
    );
    let before = std::mem::replace(model, fresh);
    model.more = before.more;
    model.screen = Screen::Start;
    #[cfg(feature = "whole")]
    {
        model.whole_part.device = before.whole_part.device;
        model.whole_part.device.behind = None;
        model.whole_part.workshop = before.whole_part.workshop;
    }
}

fn delete(model: &mut Model) -> Vec<Effect> {
    renew(model);
    model.deleted = true;
    vec![
        Effect::Forget,
        Effect::Emit(Event::Change),
        Effect::Focus(Focus::Heading),
    ]
}
