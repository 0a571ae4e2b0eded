//! The running assessment: the state, and the effects it asks for.

mod draw;
mod keep;

use crate::app::App;
use crate::config::{self, Setting};
#[cfg(not(feature = "whole"))]
use crate::effects::download;
use crate::effects::storage;
use crate::format::Format;
use gca_engine::Points;
use gca_session::keeper::{place, Keeper};
use gca_session::{update, Effect, Event, Focus, Model, Msg, Persist};
use gloo_timers::callback::Timeout;
use js_sys::{Object, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{wasm_bindgen, Closure, JsValue};
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The element, as far as the shell may use it.
    pub type Host;
    #[wasm_bindgen(method)]
    fn emit(this: &Host, name: &str, detail: &JsValue);
    #[wasm_bindgen(method)]
    fn more(this: &Host) -> Promise;
    #[wasm_bindgen(method)]
    fn turned(this: &Host, needed: bool);
    /// Shows another language.
    #[wasm_bindgen(method)]
    pub fn speak(this: &Host, language: &str);
}

type Link = yew::html::Scope<App>;

/// The questions that are drawn with an answer, beside the status.
#[derive(Clone, Copy, PartialEq)]
enum Drawn {
    None,
    One(usize),
    All,
}

/// A block that is told when an answer changed.
struct Block {
    id: usize,
    /// The question it shows; `None` for the status, which every answer changes.
    at: Option<usize>,
    link: Link,
}

/// The state and what belongs to this instance of it.
pub(crate) struct Shell {
    pub(crate) model: RefCell<Model>,
    pub(crate) format: RefCell<Format>,
    pub(crate) direction: RefCell<String>,
    /// The language of the bank's texts; empty if it is that of the interface.
    pub(crate) tongue: RefCell<String>,
    pub(crate) heading: u8,
    /// The groups that the host suggests instead of ours.
    #[cfg(feature = "whole")]
    pub(crate) groups: Vec<Rc<str>>,
    /// Whether the page is told results.
    pub(crate) is_told: bool,
    /// Tag and name of every language that there is.
    pub(crate) languages: Vec<(Rc<str>, Rc<str>)>,
    pub(crate) root: Element,
    pub(crate) host: Host,
    pub(crate) keeper: RefCell<Keeper>,
    link: RefCell<Option<Link>>,
    /// What an answer has drawn at once.
    blocks: RefCell<Vec<Block>>,
    next_block: Cell<usize>,
    /// Until the page follows the question that was answered.
    follow: RefCell<Option<Timeout>>,
    /// Until the next part of what an answer does is rehearsed.
    rehearsal: RefCell<Option<Timeout>>,
    /// Since when the page lags behind, in milliseconds; 0 if it does not.
    behind: Cell<f64>,
    /// What the bar at the foot draws: the points when the page was drawn last.
    pub(crate) measured: Cell<Points>,
    pending_focus: Cell<Option<Focus>>,
    speak: RefCell<Option<Timeout>>,
    /// Whether what changed is to be said once the page followed.
    speaks: Cell<bool>,
    /// Whether a draw is asked for whose view has not been made yet.
    drawing: Cell<bool>,
    /// Whether another program was here before: the host has been told that it is ready.
    took_over: bool,
    #[cfg(feature = "whole")]
    pub(crate) draft: crate::effects::draft::Draft,
    #[cfg(feature = "whole")]
    pub(crate) device: crate::effects::device::Device,
    #[cfg(feature = "whole")]
    pub(crate) workshop: crate::effects::workshop::Workshop,
    /// Until the clock of the exercise shows another minute.
    #[cfg(feature = "whole")]
    pub(crate) tick: RefCell<Option<Timeout>>,
}

impl Shell {
    pub(crate) fn open(root: Element, setting: Setting, host: Host) -> Rc<Self> {
        let (bank, key) = (setting.bank.id(), &setting.storage_key);
        let keeper = match &setting.handover {
            #[cfg(feature = "whole")]
            Some(from) => Keeper::at(from.place.clone(), from.writer.clone(), from.sequence),
            _ => {
                let place = match storage::shelf(setting.config.persist) {
                    Some(shelf) => place::last(&shelf, bank, key),
                    None => place::first(bank, key),
                };
                Keeper::at(place, keep::writer(), 0)
            }
        };
        #[cfg(feature = "whole")]
        let device = crate::effects::device::Device::new(bank, key, keeper.place());
        #[cfg(feature = "whole")]
        let workshop = crate::effects::workshop::Workshop::new(bank, key, keeper.writer());
        let shell = Rc::new(Self {
            format: RefCell::new(Format::new(&setting.language)),
            direction: RefCell::new(setting.direction),
            tongue: RefCell::new(setting.tongue),
            heading: setting.heading,
            is_told: setting.is_told,
            #[cfg(feature = "whole")]
            groups: setting.groups,
            languages: setting.languages,
            model: RefCell::new(Model::new(
                setting.config,
                setting.bank,
                setting.texts,
                setting.catalog,
            )),
            root,
            host,
            keeper: RefCell::new(keeper),
            link: RefCell::new(None),
            blocks: RefCell::default(),
            next_block: Cell::new(1),
            follow: RefCell::new(None),
            rehearsal: RefCell::new(None),
            behind: Cell::new(0.0),
            measured: Cell::default(),
            pending_focus: Cell::new(None),
            speak: RefCell::new(None),
            speaks: Cell::new(false),
            drawing: Cell::new(false),
            took_over: setting.handover.is_some(),
            #[cfg(feature = "whole")]
            draft: Default::default(),
            #[cfg(feature = "whole")]
            device,
            #[cfg(feature = "whole")]
            workshop,
            #[cfg(feature = "whole")]
            tick: RefCell::new(None),
        });
        match setting.handover {
            #[cfg(feature = "whole")]
            Some(from) => {
                let focus = from.focus.then_some(Focus::Heading);
                shell.pending_focus.set(focus);
                let mut model = shell.model.borrow_mut();
                model.take_over(from.snapshot, &from.marks);
                drop(model);
                shell.catch_up();
            }
            _ => shell.reopen(setting.older),
        }
        #[cfg(feature = "whole")]
        if shell.model.borrow().wants_more() {
            shell.fetch_more();
        }
        #[cfg(feature = "whole")]
        crate::effects::device::begin(&shell);
        #[cfg(feature = "whole")]
        crate::effects::workshop::begin(&shell);
        shell
    }

    /// Changes the state, does what follows, and has it drawn.
    pub(crate) fn dispatch(self: &Rc<Self>, msg: Msg) {
        self.take(msg, false);
    }

    /// The same where the browser shows the answer already: its question follows with the page.
    pub(crate) fn dispatch_shown(self: &Rc<Self>, msg: Msg) {
        self.take(msg, true);
    }

    fn take(self: &Rc<Self>, msg: Msg, is_shown: bool) {
        // Whether it is an answer, and which questions are drawn with it.
        let answer = match &msg {
            Msg::Answer(..) if is_shown => Some(Drawn::None),
            Msg::Tick(at, option, on)
                if is_shown && self.model.borrow().ticks_alone(*at, *option, *on) =>
            {
                Some(Drawn::None)
            }
            Msg::Answer(at, _) | Msg::Tick(at, ..) | Msg::Note(at, _) => Some(Drawn::One(*at)),
            Msg::Rehearse => Some(Drawn::All),
            #[cfg(feature = "whole")]
            Msg::Whole(msg) if msg.is_typed() => Some(Drawn::All),
            _ => None,
        };
        #[cfg(feature = "whole")]
        let redraws_much = matches!(&msg, Msg::Whole(msg) if msg.redraws_much());
        #[cfg(feature = "whole")]
        let before = self.model.borrow().screen();
        self.change(msg);
        self.model.borrow_mut().settle();
        #[cfg(feature = "whole")]
        if redraws_much || self.model.borrow().screen() != before {
            return self.turn();
        }
        match answer {
            Some(questions) => self.redraw_answer(questions),
            None => self.redraw(),
        }
    }

    pub(crate) fn change(self: &Rc<Self>, msg: Msg) {
        // The borrow ends before the effects run: an effect may dispatch again.
        let effects = update(&mut self.model.borrow_mut(), msg);
        for effect in effects {
            self.run(effect);
        }
    }

    fn run(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Save => self.save(),
            Effect::Reopen => self.reopen(false),
            Effect::Follow => {
                if let Some(shelf) = storage::shelf(self.persist()) {
                    self.keeper.borrow_mut().follow(&shelf);
                }
            }
            Effect::Forget => {
                if let Some(mut shelf) = storage::shelf(self.persist()) {
                    self.keeper.borrow_mut().forget(&mut shelf);
                    #[cfg(feature = "whole")]
                    self.device.forgot(&mut shelf);
                }
            }
            Effect::Focus(focus) => self.pending_focus.set(Some(focus)),
            Effect::SpeakSoon => {
                *self.speak.borrow_mut() = None;
                self.speaks.set(true);
            }
            Effect::FetchMore => self.fetch_more(),
            Effect::Turned { needed } => self.host.turned(needed),
            #[cfg(feature = "whole")]
            Effect::Download => crate::effects::device::download(self),
            #[cfg(not(feature = "whole"))]
            Effect::Download => download::json("assessment.gca.json", &self.snapshot_text()),
            Effect::Emit(event) => self.emit(event),
            #[cfg(feature = "whole")]
            Effect::Device(effect) => crate::effects::device::run(self, effect),
            #[cfg(feature = "whole")]
            Effect::Paper(effect) => crate::effects::paper::run(self, effect),
            #[cfg(feature = "whole")]
            Effect::Workshop(effect) => crate::effects::workshop::run(self, effect),
        }
    }

    pub(crate) fn persist(&self) -> Persist {
        self.model.borrow().persist()
    }

    fn fetch_more(self: &Rc<Self>) {
        let (come, gone) = (self.clone(), self.clone());
        let come = Closure::once_into_js(move |value: JsValue| {
            let more = crate::effects::more::read(&come, &value);
            come.dispatch(Msg::More(Some(Rc::new(more))));
        });
        let gone = Closure::once_into_js(move |_: JsValue| gone.dispatch(Msg::More(None)));
        crate::effects::more::then(&self.host.more(), &come, &gone);
    }

    fn emit(&self, event: Event) {
        let detail = Object::new();
        config::set(&detail, "schemaVersion", &1.into());
        let name = match event {
            Event::Ready => "gca-ready",
            Event::Change => "gca-change",
            Event::Complete => "gca-complete",
            Event::NotSaved(_) => {
                config::set(&detail, "code", &"storage.not-saved".into());
                "gca-error"
            }
        };
        self.host.emit(name, &detail);
    }

    pub(crate) fn close(&self) {
        *self.follow.borrow_mut() = None;
        *self.rehearsal.borrow_mut() = None;
        *self.speak.borrow_mut() = None;
        *self.link.borrow_mut() = None;
        #[cfg(feature = "whole")]
        {
            *self.tick.borrow_mut() = None;
        }
        #[cfg(feature = "whole")]
        self.device.close();
        #[cfg(feature = "whole")]
        crate::effects::paper::close();
        #[cfg(feature = "whole")]
        crate::effects::present::close(self);
    }

    pub(crate) fn relabel(self: &Rc<Self>, setting: Setting) {
        *self.format.borrow_mut() = Format::new(&setting.language);
        *self.direction.borrow_mut() = setting.direction;
        *self.tongue.borrow_mut() = setting.tongue;
        let has_more = {
            let mut model = self.model.borrow_mut();
            model.relabel(setting.texts, setting.catalog);
            model.has_more()
        };
        // What was fetched of the old language stays until the new has come.
        if has_more {
            self.fetch_more();
        }
        self.redraw();
    }

    pub(crate) fn bank_id(&self) -> String {
        self.model.borrow().bank().id().into()
    }

    /// How many answers were taken and kept aside.
    pub(crate) fn report(&self) -> JsValue {
        let model = self.model.borrow();
        let report = Object::new();
        let count = |n: usize| JsValue::from(n as u32);
        config::set(&report, "answers", &count(model.answer_count()));
        config::set(&report, "keptAside", &count(model.kept_to_report()));
        report.into()
    }

    pub(crate) fn assessment(&self) -> JsValue {
        crate::effects::outcome::plain(&self.model.borrow())
    }
}
