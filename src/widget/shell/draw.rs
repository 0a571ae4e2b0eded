//! When what is drawn.

use super::{Block, Drawn, Link, Shell};
use crate::effects::{focus, rehearsal};
use gca_session::{update, Event, Msg};
use gloo_timers::callback::Timeout;
use std::rc::Rc;

/// How long after an answer the rest of the page follows, in milliseconds: longer than a held key takes to
/// repeat, so that the page is drawn once it is let go, and too short to be seen as a delay.
const FOLLOWS: u32 = 50;
/// When the first screen is on the page, in milliseconds after it was drawn.
const REHEARSAL: u32 = 100;
/// How long after the page followed what changed is said, in milliseconds: once, after answers that follow on each other.
const SPEAKS: u32 = 950;
/// How long the page may lag behind answers that follow quickly on each other, in milliseconds.
const PATIENCE: f64 = 250.0;

impl Shell {
    /// Has an answer drawn in the next frame, with these questions, and the page with its counts and scores, and all other
    /// questions that the answer changes, once that is out: together they would take longer than a frame on an old laptop.
    /// While answers follow quickly on each other the page waits, but not for long.
    pub(super) fn redraw_answer(self: &Rc<Self>, questions: Drawn) {
        *self.rehearsal.borrow_mut() = None;
        for block in &*self.blocks.borrow() {
            if block
                .at
                .is_none_or(|at| [Drawn::One(at), Drawn::All].contains(&questions))
            {
                block.link.send_message(());
            }
        }
        let now = js_sys::Date::now();
        if self.behind.get() == 0.0 {
            self.behind.set(now);
        }
        if now - self.behind.get() > PATIENCE {
            return self.redraw();
        }
        let shell = self.clone();
        *self.follow.borrow_mut() = Some(Timeout::new(FOLLOWS, move || shell.redraw()));
    }

    /// Has another screen, or much of this one, drawn in a task of its own: with what was worked out and saved before it, it
    /// would hold up an old laptop.
    #[cfg(feature = "whole")]
    pub(super) fn turn(self: &Rc<Self>) {
        self.follows();
        if self.drawing.replace(true) {
            return;
        }
        let shell = self.clone();
        let draw = move || {
            if let Some(link) = &*shell.link.borrow() {
                link.send_message(());
            }
        };
        Timeout::new(0, draw).forget();
    }

    /// Has the state drawn, once for all changes of this task.
    pub(crate) fn redraw(self: &Rc<Self>) {
        self.follows();
        if let Some(link) = &*self.link.borrow() {
            if !self.drawing.replace(true) {
                link.send_message(());
            }
        }
    }

    /// The page no longer lags behind. What changed is said a while later; its timer is not worth a part of the frame of an answer.
    fn follows(self: &Rc<Self>) {
        *self.follow.borrow_mut() = None;
        self.behind.set(0.0);
        if self.speaks.take() {
            let shell = self.clone();
            let timer = Timeout::new(SPEAKS, move || shell.dispatch(Msg::Speak));
            *self.speak.borrow_mut() = Some(timer);
        }
    }

    /// Does what an answer does, with a copy and with nothing to answer, so that the first answer of a person does not
    /// have to wait for the browser to translate all that it needs: it does so function by function, when each is
    /// first called. In two tasks, or a key that is pressed meanwhile would wait for both.
    fn rehearse(self: &Rc<Self>) {
        let mut copy = self.model.borrow().clone();
        let answer = Some(gca_engine::Answer::Option(0));
        update(&mut copy, Msg::Answer(0, answer));
        let list = copy.first_checklist();
        if copy.ticks_alone(list, 0, true) {
            update(&mut copy, Msg::Tick(list, 0, true));
        }
        copy.settle();
        self.rehearse_saving(&copy);
        self.rehearse_after(rehearsal::rehearse);
    }

    fn rehearse_after(self: &Rc<Self>, part: fn(&Rc<Self>)) {
        let shell = self.clone();
        let timer = Timeout::new(REHEARSAL, move || part(&shell));
        *self.rehearsal.borrow_mut() = Some(timer);
    }

    /// The page is being drawn as things stand: what changes from here on is drawn again. Yew lets the browser have
    /// its turn after a long draw, so that a press may come before `drawn`.
    pub(crate) fn draws(&self) {
        self.drawing.set(false);
    }

    /// Moves the focus where the last change wants it, now that the page is drawn.
    pub(crate) fn drawn(self: &Rc<Self>, first: bool) {
        if first {
            self.rehearse_after(Self::rehearse);
        }
        if first && !self.took_over {
            self.emit(Event::Ready);
            // Nobody asked for the focus when the page opened.
            self.pending_focus.set(None);
        }
        #[cfg(feature = "whole")]
        self.draft.put_back(&self.root);
        #[cfg(feature = "whole")]
        crate::effects::results::drawn(self);
        #[cfg(feature = "whole")]
        crate::effects::exercise::drawn(self);
        #[cfg(feature = "whole")]
        crate::effects::workshop::portion::drawn(self);
        #[cfg(feature = "whole")]
        self.device.remember_opener(&self.root);
        focus::dialog(&self.root);
        #[cfg(feature = "whole")]
        crate::effects::present::drawn(self);
        // The place that was asked for meanwhile is not on the page yet.
        if self.drawing.get() {
            return;
        }
        if let Some(target) = self.pending_focus.take() {
            #[cfg(feature = "whole")]
            if crate::effects::device::focus(self, target) {
                return;
            }
            focus::apply(&self.root, target);
        }
    }

    pub(crate) fn attach(&self, link: Link) {
        *self.link.borrow_mut() = Some(link);
    }

    /// A block that is to be told when the answer to this question changed, or any; gives it an id.
    pub(crate) fn attach_block(&self, at: Option<usize>, link: Link) -> usize {
        let id = self.next_block.get();
        self.next_block.set(id + 1);
        self.blocks.borrow_mut().push(Block { id, at, link });
        id
    }

    pub(crate) fn detach_block(&self, id: usize) {
        self.blocks.borrow_mut().retain(|block| block.id != id);
    }
}
