//! A view that is drawn in portions: what is seen first is on the page in the next frame, and the rest follows at once.

use crate::shell::Shell;
use gca_session::whole::workshop::answers::State;
use gca_session::whole::workshop::exercise::View;
use gca_session::whole::workshop::Part;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// When the next portion follows, in milliseconds: once the one before is painted.
const NEXT: u32 = 30;

/// What is drawn anew from its beginning when it changes: the open view, or what is chosen of a list in it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Place(pub(crate) Part, pub(crate) View, pub(crate) Option<State>);

/// How far something is drawn.
#[derive(Default)]
pub(crate) struct Lane {
    place: Cell<Place>,
    /// Portions that may be drawn besides the first, and those that were asked for.
    allowed: Cell<usize>,
    wanted: Cell<usize>,
}

/// How far the view and the list in it are drawn.
#[derive(Default)]
pub(crate) struct Portions {
    pub(crate) view: Lane,
    pub(crate) list: Lane,
    /// Whether the next one is on its way.
    is_coming: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
}

impl Lane {
    /// Called before anything is drawn.
    pub(crate) fn begin(&self, place: Place) {
        if self.place.replace(place) != place {
            self.allowed.set(0);
        }
        self.wanted.set(0);
    }

    /// Whether a portion may be drawn, from 1; else it is drawn later.
    pub(crate) fn may(&self, portion: usize) -> bool {
        self.wanted.set(self.wanted.get().max(portion));
        portion <= self.allowed.get()
    }

    fn waits(&self) -> bool {
        self.wanted.get() > self.allowed.get()
    }
}

/// Called when the page was drawn.
pub(crate) fn drawn(shell: &Rc<Shell>) {
    let portions = &shell.workshop.portions;
    let is_busy = portions.list.waits() || portions.view.waits();
    let _ = match is_busy {
        true => shell.root.set_attribute("aria-busy", "true"),
        false => shell.root.remove_attribute("aria-busy"),
    };
    // One that is on its way comes, however often the page is drawn meanwhile.
    if portions.is_coming.get() || !is_busy {
        return;
    }
    let again = shell.clone();
    let timer = Timeout::new(NEXT, move || {
        let portions = &again.workshop.portions;
        portions.is_coming.set(false);
        let lane = match portions.list.waits() {
            true => &portions.list,
            false => &portions.view,
        };
        lane.allowed.set(lane.allowed.get() + 1);
        again.redraw();
    });
    portions.is_coming.set(true);
    *portions.timer.borrow_mut() = Some(timer);
}
