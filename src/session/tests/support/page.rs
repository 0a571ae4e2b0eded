//! An open page on a storage that several pages share: what the shell does in a browser, without one.

use super::{bank_of, catalog, texts_of};
use gca_engine::{Answer, Bank};
use gca_session::keeper::{Denied, Found, Keeper, Shelf, Stamp, Trouble};
use gca_session::view::{page, Page as PageView, QuestionView};
use gca_session::whole::device::{self, Desk};
use gca_session::whole::workshop;
use gca_session::{update, Config, Effect, Event, Model, Msg, Persist, Snapshot, WholeMsg};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Texts by key, with the ways in which a browser's storage can fail.
#[derive(Clone, Default)]
pub struct Disk {
    pub texts: Rc<RefCell<BTreeMap<String, String>>>,
    pub denied: Rc<Cell<bool>>,
    pub full: Rc<Cell<bool>>,
    /// The write after this many fails.
    pub writes_left: Rc<Cell<Option<usize>>>,
}

impl Disk {
    pub fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    pub fn put(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.into(), text.into());
    }
}

impl Shelf for Disk {
    fn get(&self, key: &str) -> Result<Option<String>, Denied> {
        if self.denied.get() {
            return Err(Denied);
        }
        Ok(self.texts.borrow().get(key).cloned())
    }
    fn set(&mut self, key: &str, text: &str) -> Result<(), Denied> {
        if self.denied.get() || self.full.get() {
            return Err(Denied);
        }
        if let Some(left) = self.writes_left.get() {
            self.writes_left
                .set(Some(left.checked_sub(1).ok_or(Denied)?));
        }
        self.put(key, text);
        Ok(())
    }
    fn remove(&mut self, key: &str) {
        self.texts.borrow_mut().remove(key);
    }
    fn keys(&self) -> Vec<String> {
        Disk::keys(self)
    }
}

/// An open page.
pub struct Page {
    pub model: Model,
    pub disk: Disk,
    /// Everything that was asked of the outside so far.
    pub effects: Vec<Effect>,
    pub desk: Desk,
    keeper: Keeper,
    room: workshop::Desk,
    whole: Rc<Bank>,
    clock: f64,
}

impl Page {
    /// Opens a page on a bank file, and on what the disk holds.
    pub fn open(file: &Value, config: Config, disk: &Disk) -> Self {
        let bank = bank_of(file);
        let texts = texts_of(file, &bank);
        let persist = config.persist;
        thread_local!(static PAGES: Cell<u32> = const { Cell::new(0) });
        let n = PAGES.with(|pages| pages.replace(pages.get() + 1));
        let place = gca_session::keeper::place::last(disk, bank.id(), "default");
        let desk = Desk::new(bank.id(), "default", &place);
        let mut page = Self {
            keeper: desk.keeper(format!("w{n}")),
            room: workshop::Desk::new(bank.id(), "default", format!("w{n}")),
            desk,
            model: Model::new(config, bank.clone(), texts, catalog()),
            whole: bank,
            disk: disk.clone(),
            effects: Vec::new(),
            clock: 1_700_000_000_000.0,
        };
        if persist != Persist::None {
            page.reopen();
            page.device(&device::Effect::List);
        }
        page
    }

    /// A page on which nothing was answered before.
    pub fn fresh(file: &Value) -> Self {
        Self::open(file, Config::default(), &Disk::default())
    }

    /// The page after a reload.
    pub fn reloaded(&self, file: &Value) -> Self {
        Self::open(file, Config::default(), &self.disk)
    }

    /// What happens when a message comes; gives the effects of this message alone.
    pub fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.model, msg);
        self.effects.extend(effects.iter().cloned());
        for effect in &effects {
            match effect {
                Effect::Save => self.save(),
                Effect::Reopen => self.reopen(),
                Effect::Follow => self.keeper.follow(&self.disk),
                Effect::Forget => {
                    self.keeper.forget(&mut self.disk);
                    self.desk.forgot(&mut self.disk);
                }
                Effect::Device(effect) => self.device(effect),
                Effect::Workshop(effect) => self.workshop(effect),
                _ => {}
            }
        }
        self.model.settle();
        effects
    }

    /// The same for what only the whole program knows.
    pub fn whole(&mut self, msg: WholeMsg) -> Vec<Effect> {
        self.send(Msg::Whole(msg))
    }

    /// The same, for what is about the device.
    pub fn device_msg(&mut self, msg: device::Msg) -> Vec<Effect> {
        self.send(Msg::Whole(WholeMsg::Device(msg)))
    }

    fn device(&mut self, effect: &device::Effect) {
        self.clock += 1.0;
        let is_there = self.model.persist() != Persist::None;
        let mut disk = self.disk.clone();
        let shelf = (is_there && !disk.denied.get()).then_some(&mut disk as &mut dyn Shelf);
        let shelf = match effect {
            device::Effect::Vacate(Persist::Local) => Some(&mut disk as &mut dyn Shelf),
            _ => shelf,
        };
        let (keeper, whole) = (&mut self.keeper, &self.whole);
        let msg = match effect {
            device::Effect::Proceed => Some(Msg::Whole(WholeMsg::Device(device::Msg::Proceed))),
            effect => self.desk.run(effect, keeper, shelf, whole, self.clock),
        };
        if let Some(msg) = msg {
            self.send(msg);
        }
    }

    fn workshop(&mut self, effect: &workshop::Effect) {
        self.clock += 1.0;
        let mut disk = self.disk.clone();
        let shelf = (self.model.persist() != Persist::None).then_some(&mut disk as &mut dyn Shelf);
        let msg = self.room.run(effect, shelf, &self.model, self.clock);
        if let Some(msg) = msg {
            self.send(Msg::Whole(WholeMsg::Workshop(msg)));
        }
    }

    /// What the browser tells a page when another one has written.
    pub fn storage_changed(&mut self) {
        if self.keeper.elsewhere(&self.disk).is_some() {
            self.send(Msg::Elsewhere);
        }
    }

    fn reopen(&mut self) {
        let found: Found = self.keeper.open(&self.disk, false);
        let snapshot = found.payload.as_deref().and_then(Snapshot::parse);
        self.send(Msg::Opened(found, snapshot));
    }

    fn save(&mut self) {
        let text = self.export();
        self.clock += 1.0;
        let stamp = Stamp {
            now: self.clock,
            version: self.whole.version(),
            hash: self.whole.hash(),
        };
        self.desk.settle(&mut self.keeper, &self.disk);
        let result = self.keeper.save(&mut self.disk, &text, stamp);
        if result.is_ok() {
            self.desk.saved(&mut self.disk);
        }
        let now = self.clock;
        self.send(Msg::Saved(result.map(|()| now)));
    }

    /// What is kept, as text.
    pub fn export(&self) -> String {
        let text = self.model.snapshot_text(&|x| x.to_string());
        assert_eq!(text, self.model.snapshot().text(&|x| x.to_string()));
        text
    }

    /// What is kept, as a value.
    pub fn kept(&self) -> Value {
        serde_json::from_str(&self.export()).expect("JSON")
    }

    /// The answer under a question's id; null if there is none.
    pub fn answer(&self, id: &str) -> Value {
        self.kept()["answers"][id].clone()
    }

    /// Position of a question in the bank that is asked.
    pub fn at(&self, id: &str) -> usize {
        self.model.bank().question_position(id).expect(id)
    }

    /// Chooses an option, or `dk`, or `na`.
    pub fn choose(&mut self, id: &str, option: &str) -> Vec<Effect> {
        let at = self.at(id);
        let answer = match option {
            "dk" => Answer::DontKnow,
            "na" => Answer::NotApplicable,
            _ => Answer::Option(self.option(id, option) as u8),
        };
        self.send(Msg::Answer(at, Some(answer)))
    }

    pub fn tick(&mut self, id: &str, option: &str, on: bool) -> Vec<Effect> {
        self.send(Msg::Tick(self.at(id), self.option(id, option), on))
    }

    pub fn option(&self, id: &str, option: &str) -> usize {
        let bank = self.model.bank();
        let question = bank.questions().get(self.at(id)).expect(id);
        question.option_position(option).expect(option)
    }

    /// Gives an answer as it stands in an answer file.
    pub fn give(&mut self, id: &str, value: &Value) {
        match value {
            Value::String(option) => drop(self.choose(id, option)),
            Value::Array(options) => {
                for option in options.iter().filter_map(Value::as_str) {
                    self.tick(id, option, true);
                }
            }
            other => panic!("{other} is no answer"),
        }
    }

    pub fn view(&self) -> PageView {
        page(&self.model)
    }

    /// A question as the open page shows it.
    pub fn question(&self, id: &str) -> QuestionView {
        let at = self.at(id);
        let view = self.view().questions.into_iter().find(|q| q.at == at);
        view.expect("the question is on the open page")
    }

    /// Id of the indicator whose page is open.
    pub fn indicator(&self) -> String {
        self.kept()["indicator"].as_str().unwrap_or_default().into()
    }

    /// How often the host was told.
    pub fn told(&self, event: Event) -> usize {
        let wanted = Effect::Emit(event);
        self.effects.iter().filter(|e| **e == wanted).count()
    }

    /// The overall headline, unrounded.
    pub fn score(&self) -> Option<f64> {
        self.model.assessment().overall.as_ref()?.points.score()
    }

    /// Why the last change is not saved.
    pub fn trouble(&self) -> Option<Trouble> {
        match self.model.saving() {
            gca_session::Saving::Failed(trouble) => Some(trouble),
            _ => None,
        }
    }
}
