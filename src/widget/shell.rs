//! The running assessment: the state, and the effects it asks for.

use crate::app::App;
use crate::config::{self, Setting};
#[cfg(not(feature = "whole"))]
use crate::effects::download;
use crate::effects::{focus, storage};
use crate::format::Format;
use gca_session::keeper::{place, Keeper, News, Stamp};
use gca_session::{slots, update, Effect, Event, Focus, Model, Msg, Persist, Saving, Snapshot};
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
}

type Link = yew::html::Scope<App>;

/// Longer than a frame at 60 a second, in milliseconds.
const FRAME: u32 = 20;
/// When the first screen is on the page, in milliseconds after it was drawn.
const REHEARSAL: u32 = 100;
/// How long the page may lag behind answers that follow quickly on each other, in milliseconds.
const PATIENCE: f64 = 250.0;

/// The state and what belongs to this instance of it.
pub(crate) struct Shell {
    pub(crate) model: RefCell<Model>,
    pub(crate) format: RefCell<Format>,
    pub(crate) direction: RefCell<String>,
    pub(crate) heading: u8,
    pub(crate) root: Element,
    pub(crate) host: Host,
    pub(crate) keeper: RefCell<Keeper>,
    link: RefCell<Option<Link>>,
    /// The questions on the page, each under an id of its own.
    blocks: RefCell<Vec<(usize, Link)>>,
    next_block: Cell<usize>,
    /// Until the page follows the question that was answered.
    follow: RefCell<Option<Timeout>>,
    /// Since when the page lags behind, in milliseconds; 0 if it does not.
    behind: Cell<f64>,
    pending_focus: Cell<Option<Focus>>,
    speak: RefCell<Option<Timeout>>,
    drawing: Cell<bool>,
    /// Whether another program was here before: the host has been told that it is ready.
    took_over: bool,
    #[cfg(feature = "whole")]
    pub(crate) device: crate::effects::device::Device,
}

impl Shell {
    pub(crate) fn open(root: Element, setting: Setting, host: Host) -> Rc<Self> {
        let (bank, key) = (setting.bank.id(), &setting.storage_key);
        let keeper = match &setting.handover {
            Some(from) => Keeper::at(from.place.clone(), from.writer.clone(), from.sequence),
            None => {
                let place = match storage::shelf(setting.config.persist) {
                    Some(shelf) => place::last(&shelf, bank, key),
                    None => place::first(bank, key),
                };
                Keeper::at(place, writer(), 0)
            }
        };
        #[cfg(feature = "whole")]
        let device = crate::effects::device::Device::new(bank, key, keeper.place());
        let shell = Rc::new(Self {
            format: RefCell::new(Format::new(&setting.language)),
            direction: RefCell::new(setting.direction),
            heading: setting.heading,
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
            behind: Cell::new(0.0),
            pending_focus: Cell::new(None),
            speak: RefCell::new(None),
            drawing: Cell::new(false),
            took_over: setting.handover.is_some(),
            #[cfg(feature = "whole")]
            device,
        });
        match setting.handover {
            Some(from) => {
                let focus = from.focus.then_some(Focus::Heading);
                shell.pending_focus.set(focus);
                let mut model = shell.model.borrow_mut();
                model.take_over(from.snapshot, from.marks);
                drop(model);
                shell.catch_up();
            }
            None => shell.reopen(setting.older),
        }
        #[cfg(feature = "whole")]
        if shell.model.borrow().wants_more() {
            shell.fetch_more();
        }
        #[cfg(feature = "whole")]
        crate::effects::device::begin(&shell);
        shell
    }

    /// What another tab did while nobody looked is seen now, or it would be taken for a conflict.
    fn catch_up(&self) {
        if let Some(shelf) = storage::shelf(self.persist()) {
            self.keeper.borrow_mut().catch_up(&shelf);
        }
    }

    /// What another program needs to go on where this one is.
    pub(crate) fn handover(&self) -> JsValue {
        let given = Object::new();
        self.catch_up();
        let keeper = self.keeper.borrow();
        config::set(&given, "writer", &keeper.writer().into());
        config::set(&given, "place", &keeper.place().into());
        config::set(&given, "sequence", &(keeper.sequence() as f64).into());
        config::set(&given, "snapshot", &self.snapshot_text().into());
        let marks = self.model.borrow().marks();
        let marks: js_sys::Array = marks.into_iter().map(JsValue::from).collect();
        config::set(&given, "marks", &marks);
        given.into()
    }

    /// Changes the state, does what follows, and has it drawn.
    pub(crate) fn dispatch(self: &Rc<Self>, msg: Msg) {
        let is_answer = match &msg {
            Msg::Answer(..) | Msg::Tick(..) | Msg::Note(..) => true,
            #[cfg(feature = "whole")]
            Msg::Whole(msg) => msg.is_typed(),
            _ => false,
        };
        self.change(msg);
        self.model.borrow_mut().settle();
        if is_answer {
            self.redraw_answer();
        } else {
            self.redraw();
        }
    }

    fn change(self: &Rc<Self>, msg: Msg) {
        // The borrow ends before the effects run: an effect may dispatch again.
        let effects = update(&mut self.model.borrow_mut(), msg);
        for effect in effects {
            self.run(effect);
        }
    }

    /// Has the answer drawn in the next frame, and the page with its counts and scores once that is
    /// out: together they would take longer than a frame on an old laptop. While answers follow
    /// quickly on each other the page waits, but not for long.
    fn redraw_answer(self: &Rc<Self>) {
        for (_, link) in &*self.blocks.borrow() {
            link.send_message(());
        }
        let now = js_sys::Date::now();
        if self.behind.get() == 0.0 {
            self.behind.set(now);
        }
        if now - self.behind.get() > PATIENCE {
            return self.redraw();
        }
        let shell = self.clone();
        *self.follow.borrow_mut() = Some(Timeout::new(FRAME, move || shell.redraw()));
    }

    /// Has the state drawn, once for all changes of this task.
    fn redraw(&self) {
        *self.follow.borrow_mut() = None;
        self.behind.set(0.0);
        if let Some(link) = &*self.link.borrow() {
            if !self.drawing.replace(true) {
                link.send_message(());
            }
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
                let shell = self.clone();
                let timer = Timeout::new(1000, move || shell.dispatch(Msg::Speak));
                *self.speak.borrow_mut() = Some(timer);
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
        }
    }

    pub(crate) fn persist(&self) -> Persist {
        self.model.borrow().persist()
    }

    fn reopen(self: &Rc<Self>, older: bool) {
        let persist = self.persist();
        if persist == Persist::None {
            return;
        }
        let found = match storage::shelf(persist) {
            Some(shelf) => self.keeper.borrow_mut().open(&shelf, older),
            None => storage::denied(),
        };
        let snapshot = found.payload.as_deref().and_then(parse);
        self.dispatch(Msg::Opened(found, snapshot));
    }

    fn save(self: &Rc<Self>) {
        let text = self.snapshot_text();
        let now = js_sys::Date::now();
        let result = {
            let model = self.model.borrow();
            let bank = model.bank();
            let stamp = Stamp {
                now,
                version: bank.version(),
                hash: bank.hash(),
            };
            match storage::shelf(model.persist()) {
                Some(mut shelf) => {
                    let mut keeper = self.keeper.borrow_mut();
                    #[cfg(feature = "whole")]
                    self.device
                        .settle(&self.host, model.persist(), &mut keeper, &shelf);
                    let saved = keeper.save(&mut shelf, &text, stamp);
                    #[cfg(feature = "whole")]
                    if saved.is_ok() {
                        self.device.saved(&mut shelf);
                    }
                    saved
                }
                None => Err(gca_session::keeper::Trouble::Denied),
            }
        };
        self.change(Msg::Saved(result.map(|()| now)));
    }

    /// Saves if the last change is not kept; the page may be gone in a moment.
    pub(crate) fn save_again(self: &Rc<Self>) {
        let saving = self.model.borrow().saving();
        use gca_session::keeper::Trouble::{Denied, Full};
        if matches!(saving, Saving::Pending | Saving::Failed(Denied | Full)) {
            self.dispatch(Msg::Retry);
        }
    }

    pub(crate) fn storage_changed(self: &Rc<Self>, key: Option<&str>) {
        let keeper = self.keeper.borrow();
        let ours = key.is_none_or(|key| keeper.keys().contains(&key));
        let shelf = storage::shelf(self.persist()).filter(|_| ours);
        let news = shelf.and_then(|shelf| keeper.elsewhere(&shelf));
        drop(keeper);
        match news {
            Some(News::Changed(_)) => self.dispatch(Msg::Elsewhere),
            Some(News::Gone) => self.dispatch(Msg::Vanished),
            None => {}
        }
        #[cfg(feature = "whole")]
        crate::effects::device::list(self);
    }

    fn fetch_more(self: &Rc<Self>) {
        let (come, gone) = (self.clone(), self.clone());
        let come = Closure::once_into_js(move |value: JsValue| {
            come.dispatch(Msg::More(Some(Rc::new(crate::effects::more::read(&value)))));
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

    /// Answers a question of a copy, so that the first answer of a person does not have to wait for
    /// the browser to translate everything that an answer needs: it does so function by function,
    /// when each is first called.
    fn rehearse(&self) {
        let mut copy = self.model.borrow().clone();
        let answer = Some(gca_engine::Answer::Option(0));
        update(&mut copy, Msg::Answer(0, answer));
        copy.settle();
        let text = copy.snapshot().text(&|_| String::new());
        slots::write(&slots::Slot {
            payload: &text,
            ..slots::Slot::default()
        });
        self.redraw();
    }

    /// Moves the focus where the last change wants it, now that the page is drawn.
    pub(crate) fn drawn(self: &Rc<Self>, first: bool) {
        self.drawing.set(false);
        if first {
            let shell = self.clone();
            let timer = Timeout::new(REHEARSAL, move || shell.rehearse());
            *self.follow.borrow_mut() = Some(timer);
        }
        if first && !self.took_over {
            self.emit(Event::Ready);
            // Nobody asked for the focus when the page opened.
            self.pending_focus.set(None);
        }
        #[cfg(feature = "whole")]
        self.device.remember_opener(&self.root);
        focus::dialog(&self.root);
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

    /// A block that is to be told when an answer changed; gives it an id.
    pub(crate) fn attach_block(&self, link: Link) -> usize {
        let id = self.next_block.get();
        self.next_block.set(id + 1);
        self.blocks.borrow_mut().push((id, link));
        id
    }

    pub(crate) fn detach_block(&self, id: usize) {
        self.blocks.borrow_mut().retain(|(other, _)| *other != id);
    }

    pub(crate) fn close(&self) {
        *self.follow.borrow_mut() = None;
        *self.speak.borrow_mut() = None;
        *self.link.borrow_mut() = None;
        #[cfg(feature = "whole")]
        self.device.close();
    }

    pub(crate) fn relabel(self: &Rc<Self>, setting: Setting) {
        *self.format.borrow_mut() = Format::new(&setting.language);
        *self.direction.borrow_mut() = setting.direction;
        self.model
            .borrow_mut()
            .relabel(setting.texts, setting.catalog);
        self.redraw();
    }

    pub(crate) fn bank_id(&self) -> String {
        self.model.borrow().bank().id().into()
    }

    pub(crate) fn snapshot(&self) -> JsValue {
        js_sys::JSON::parse(&self.snapshot_text()).unwrap_or_default()
    }

    fn snapshot_text(&self) -> String {
        let number = |x| {
            let text = js_sys::Number::from(x).to_string_with_radix(10);
            text.map(String::from).unwrap_or_default()
        };
        self.model.borrow().snapshot().text(&number)
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

fn parse(text: &str) -> Option<Snapshot> {
    let value = js_sys::JSON::parse(text).ok()?;
    value.is_object().then(|| crate::json::read(&value))
}

/// An id for this open page, to tell its saves from those of another tab.
fn writer() -> String {
    let n = js_sys::Math::random() * 1e15;
    String::from(
        js_sys::Number::from(n.floor())
            .to_string_with_radix(36)
            .unwrap_or_default(),
    )
}
