//! A question on a projector: keys, full screen, the timer, and the second window.

mod far;
mod keys;
mod page;

use super::workshop::message;
use crate::shell::Shell;
use far::Far;
use gca_session::whole::workshop::present::{Effect, Msg, Place};
use gca_session::whole::workshop::Msg as Workshop;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, MouseEvent};

/// What a button or a key of the question does.
#[derive(Clone, Copy)]
pub(crate) enum Act {
    /// This happens.
    Do(Msg),
    /// It fills the display, or no longer.
    Full,
    /// What the key says that was pressed.
    Key,
}

/// What is called when something happens.
type Heard = Closure<dyn FnMut(Event)>;

/// What belongs to it in one running assessment.
#[derive(Default)]
pub(crate) struct Present {
    far: RefCell<Option<Far>>,
    tick: RefCell<Option<Timeout>>,
    /// Whether the question is on the trainer's display, and was asked to fill it.
    is_near: Cell<bool>,
    /// Whether it fills the display.
    is_full: Cell<bool>,
    heard: RefCell<Option<Heard>>,
}

fn of(shell: &Shell) -> &Present {
    &shell.workshop.present
}

fn send(shell: &Rc<Shell>, msg: Msg) {
    shell.dispatch(message(Workshop::Present(msg)));
}

/// Does what showing a question asks for.
pub(super) fn run(shell: &Rc<Shell>, effect: Effect) {
    match effect {
        // At once: later the browser would no longer know that somebody asked for it.
        Effect::Window => {
            let far = Far::open(shell);
            let is_blocked = far.is_none();
            *of(shell).far.borrow_mut() = far;
            if is_blocked {
                send(shell, Msg::Blocked);
            }
        }
        Effect::Close => close(shell),
        Effect::Time(timed) => send(shell, Msg::Do(timed, js_sys::Date::now())),
        Effect::Soon => {
            let wait = shell.model.borrow().workshop().present.timer.until_next();
            let again = shell.clone();
            let tick = gca_session::whole::workshop::present::Timed::Tick;
            let timer = Timeout::new(wait, move || send(&again, Msg::Ask(tick)));
            *of(shell).tick.borrow_mut() = Some(timer);
        }
    }
}

/// Ends it.
pub(crate) fn close(shell: &Shell) {
    let present = of(shell);
    *present.tick.borrow_mut() = None;
    let far = present.far.borrow_mut().take();
    if let Some(far) = far {
        far.close();
    }
    if present.is_near.replace(false) {
        let document = shell.root.owner_document();
        present.is_full.set(false);
        if let Some(document) = document {
            listen(shell, &document, None);
            if document.fullscreen_element().is_some() {
                document.exit_fullscreen();
            }
        }
    }
}

/// Called when the page was drawn: the second window follows, and a question on this display fills it.
pub(crate) fn drawn(shell: &Rc<Shell>) {
    let on = shell.model.borrow().workshop().present.on;
    match on {
        Some(Place::Window) => mirror(shell),
        Some(Place::Screen) if !of(shell).is_near.replace(true) => {
            let Some(document) = shell.root.owner_document() else {
                return;
            };
            let heard = shell.clone();
            let left = move |_: Event| left(&heard);
            listen(shell, &document, Some(Closure::new(left)));
            full(shell);
        }
        _ => {}
    }
}

/// Draws the second window, or ends it all if somebody has closed it.
fn mirror(shell: &Rc<Shell>) {
    let is_open = match &mut *of(shell).far.borrow_mut() {
        Some(far) => far.draw(shell),
        None => return,
    };
    if !is_open {
        let shell = shell.clone();
        Timeout::new(0, move || send(&shell, Msg::Close)).forget();
    }
}

/// The question as it is drawn in the trainer's page.
fn stage(shell: &Shell) -> Option<Element> {
    shell.root.query_selector(".present").ok().flatten()
}

/// A button was clicked or a key was pressed in the trainer's page.
pub(crate) fn act(shell: &Rc<Shell>, event: &Event, act: Act) {
    match act {
        Act::Key => match keys::meant(event, shell.direction.borrow().as_str() == "rtl") {
            Some(Act::Do(msg)) => send(shell, msg),
            Some(_) => full(shell),
            None => {}
        },
        Act::Full => full(shell),
        Act::Do(msg) => send(shell, msg),
    }
    if is_pointed(event) {
        rest(stage(shell));
    }
}

/// After a click of a mouse the focus rests on the question: else Space would press the button again.
fn rest(stage: Option<Element>) {
    let found = stage.and_then(|stage| stage.query_selector(".safe").ok().flatten());
    if let Some(title) = found {
        // From another window it is of another kind, but has the same methods.
        let _ = title.unchecked_into::<HtmlElement>().focus();
    }
}

fn is_pointed(event: &Event) -> bool {
    event.type_() == "click" && event.unchecked_ref::<MouseEvent>().detail() > 0
}

/// Fills the display with the question, or no longer. Where that is refused it fills the window as it is.
fn full(shell: &Shell) {
    let present = of(shell);
    let Some(document) = shell.root.owner_document() else {
        return;
    };
    if present.is_full.replace(false) {
        document.exit_fullscreen();
    } else if let Some(stage) = stage(shell) {
        ask_full(&stage);
    }
}

/// Asks for the whole display. The answer is a promise in today's browsers: one that is broken unheard is an error of the page.
fn ask_full(element: &Element) {
    let ask = js_sys::Reflect::get(element, &"requestFullscreen".into());
    let ask = ask.and_then(JsCast::dyn_into::<js_sys::Function>);
    let Some(promise) = ask.ok().and_then(|ask| ask.call0(element).ok()) else {
        return;
    };
    let nothing = Closure::once_into_js(|_: JsValue| {});
    super::more::then(promise.unchecked_ref(), &JsValue::UNDEFINED, &nothing);
}

/// The display is filled, or no longer. Who leaves by Escape, which only the browser hears, leaves the question.
fn left(shell: &Rc<Shell>) {
    let document = shell.root.owner_document();
    let is_full = document.is_some_and(|document| document.fullscreen_element().is_some());
    if of(shell).is_full.replace(is_full) && !is_full {
        send(shell, Msg::Close);
    }
}

/// Listens to the display being filled, or no longer.
fn listen(shell: &Shell, document: &Document, next: Option<Heard>) {
    let mut heard = of(shell).heard.borrow_mut();
    let change = "fullscreenchange";
    if let Some(closure) = &*heard {
        let function = closure.as_ref().unchecked_ref();
        let _ = document.remove_event_listener_with_callback(change, function);
    }
    if let Some(closure) = &next {
        let function = closure.as_ref().unchecked_ref();
        let _ = document.add_event_listener_with_callback(change, function);
    }
    // The one that is running must not be dropped: it may be what ends it.
    let before = std::mem::replace(&mut *heard, next);
    Timeout::new(0, move || drop(before)).forget();
}
