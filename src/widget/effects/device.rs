//! What is about the device: where assessments are kept, files, codes, and what closes a menu.

mod clip;
mod file;
mod listen;
mod seal;

pub(crate) use clip::page_address;
pub(crate) use seal::can_seal;

use super::{download, storage};
use crate::shell::{Host, Shell};
use gca_session::keeper::{Keeper, Shelf};
use gca_session::whole::device::{Desk, Dialog, Effect, Msg, NotWritten, Spot, MIN_PASSPHRASE};
use gca_session::{files, Focus, Key, Persist, WholeMsg};
pub(crate) use listen::rehearse;
use listen::Listener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    /// Where the open assessment is kept from now on; see life.js.
    #[wasm_bindgen(method)]
    fn moved(this: &Host, persist: &str, place: &str);
}

/// What belongs to the device in one running assessment.
pub(crate) struct Device {
    desk: RefCell<Desk>,
    listener: RefCell<Option<Listener>>,
    /// What the open dialog was opened from.
    opener: RefCell<Option<HtmlElement>>,
}

impl Device {
    /// Of a bank and an instance of the element; `place` is where the open assessment is kept.
    pub(crate) fn new(bank: &str, instance: &str, place: &str) -> Self {
        Self {
            desk: RefCell::new(Desk::new(bank, instance, place)),
            listener: RefCell::default(),
            opener: RefCell::default(),
        }
    }

    /// Before each save.
    pub(crate) fn settle(
        &self,
        host: &Host,
        persist: Persist,
        keeper: &mut Keeper,
        shelf: &dyn Shelf,
    ) {
        let mut desk = self.desk.borrow_mut();
        if desk.settle(keeper, shelf) {
            tell(host, persist, &desk);
        }
    }

    /// After the open assessment was removed.
    pub(crate) fn forgot(&self, shelf: &mut dyn Shelf) {
        self.desk.borrow_mut().forgot(shelf);
    }

    /// After each save that succeeded.
    pub(crate) fn saved(&self, shelf: &mut dyn Shelf) {
        self.desk.borrow_mut().saved(shelf);
    }

    /// Remembers what a dialog that was drawn, and is not open yet, was opened from.
    pub(crate) fn remember_opener(&self, root: &Element) {
        if matches!(root.query_selector("dialog:not([open])"), Ok(Some(_))) {
            if let Some(opener) = active(root) {
                *self.opener.borrow_mut() = Some(opener);
            }
        }
    }

    pub(crate) fn close(&self) {
        *self.listener.borrow_mut() = None;
    }
}

/// What has the focus; of a button in a menu, what the menu is opened with.
fn active(root: &Element) -> Option<HtmlElement> {
    let tree = root.get_root_node();
    let active = js_sys::Reflect::get(&tree, &"activeElement".into()).ok()?;
    let active: HtmlElement = active.dyn_into().ok()?;
    if active.closest("dialog").ok()?.is_some() {
        return None;
    }
    match active.closest("details.menu").ok()? {
        Some(menu) => menu.query_selector("summary").ok()??.dyn_into().ok(),
        None => Some(active),
    }
}

/// A message about the device.
pub(crate) fn message(msg: Msg) -> gca_session::Msg {
    gca_session::Msg::Whole(WholeMsg::Device(msg))
}

/// Called once the assessment is open.
pub(crate) fn begin(shell: &Rc<Shell>) {
    *shell.device.listener.borrow_mut() = Some(Listener::new(shell));
    list(shell);
    offered(shell);
}

/// Offers what the address of the page has a code of.
fn offered(shell: &Rc<Shell>) {
    if let Some(code) = clip::code_in_address() {
        shell.dispatch(message(Msg::Offered(code)));
    }
}

/// Looks through the device again, if that is to be seen: another tab may have changed it.
pub(crate) fn list(shell: &Rc<Shell>) {
    let is_seen = shell.model.borrow().shows_rows();
    if is_seen {
        run(shell, Effect::List);
    }
}

/// Does what an effect asks.
pub(crate) fn run(shell: &Rc<Shell>, effect: Effect) {
    match effect {
        Effect::Proceed => shell.dispatch(message(Msg::Proceed)),
        Effect::Write {
            snapshots,
            all,
            seal,
        } => write(shell, &snapshots, all, seal),
        Effect::Pick => {
            if let Some(field) = field(shell, "#file") {
                field.click();
            }
        }
        Effect::Unseal(sealed) => seal::unseal(shell, &sealed),
        Effect::Copy(what) => clip::copy(shell, what),
        effect => keep(shell, &effect),
    }
}

/// What is asked of the storage.
fn keep(shell: &Rc<Shell>, effect: &Effect) {
    let persist = match effect {
        Effect::Vacate(before) => *before,
        _ => shell.persist(),
    };
    let mut shelf = storage::shelf(persist);
    let shelf = shelf.as_mut().map(|shelf| shelf as &mut dyn Shelf);
    let msg = {
        let model = shell.model.borrow();
        let (mut desk, mut keeper) = (shell.device.desk.borrow_mut(), shell.keeper.borrow_mut());
        desk.run(
            effect,
            &mut keeper,
            shelf,
            model.whole_bank(),
            js_sys::Date::now(),
        )
    };
    if *effect != Effect::List {
        tell(&shell.host, shell.persist(), &shell.device.desk.borrow());
    }
    if let Some(msg) = msg {
        shell.dispatch(msg);
    }
}

/// Tells the host where the open assessment is kept.
fn tell(host: &Host, persist: Persist, desk: &Desk) {
    let persist = match persist {
        Persist::Local => "local",
        Persist::Session => "session",
        Persist::None => "none",
    };
    host.moved(persist, &desk.place());
}

/// The open assessment as a file, from a notice.
pub(crate) fn download(shell: &Rc<Shell>) {
    let snapshot = shell.model.borrow().snapshot();
    write(shell, &[snapshot], false, false);
}

fn write(shell: &Rc<Shell>, snapshots: &[gca_session::Snapshot], all: bool, sealed: bool) {
    let now = js_sys::Date::now();
    let (name, text) = match snapshots {
        [one] if !all => {
            let details = gca_session::details::Details::read(&one.rest);
            (
                files::file_name(&details.name, now),
                files::write_one(one, now),
            )
        }
        several => {
            let name = shell.model.borrow().catalog().bare(Key::SaveName);
            (files::file_name(&name, now), files::write_all(several, now))
        }
    };
    if sealed {
        return seal::seal(shell, name, text);
    }
    download::json(&name, &text);
    shell.dispatch(message(Msg::Written(Ok(name))));
}

/// The message of the form in the open dialog.
pub(crate) fn form(shell: &Rc<Shell>) -> Option<gca_session::Msg> {
    let value = |id| field(shell, id).map(|field| field.value());
    let model = shell.model.borrow();
    let msg = match model.dialog()? {
        Dialog::Save { seal: true, .. } => {
            let (once, again) = (value("#passphrase")?, value("#repeat")?);
            if once.is_empty() {
                Msg::Written(Err(NotWritten::Empty))
            } else if once.chars().count() < MIN_PASSPHRASE {
                Msg::Written(Err(NotWritten::Short))
            } else if once != again {
                Msg::Written(Err(NotWritten::Differs))
            } else {
                Msg::Confirm
            }
        }
        Dialog::Unseal { is_busy: true, .. } | Dialog::Save { is_busy: true, .. } => return None,
        Dialog::Rename { .. } | Dialog::Code { .. } => Msg::Typed(value("dialog .input")?.into()),
        _ => Msg::Confirm,
    };
    Some(message(msg))
}

/// A field of the page.
fn field(shell: &Shell, selector: &str) -> Option<HtmlInputElement> {
    let found = shell.root.query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// Moves the focus, if it is about the device.
pub(crate) fn focus(shell: &Shell, target: Focus) -> bool {
    let Focus::Device(spot) = target else {
        return false;
    };
    let find = |selector| shell.root.query_selector(selector).ok().flatten();
    let element = match spot {
        Spot::Field => find("dialog .input, dialog .safe"),
        Spot::Told => find("#told"),
        Spot::Opener => {
            let opener = shell.device.opener.borrow_mut().take();
            let opener = opener.filter(|opener| opener.is_connected());
            opener.map(Into::into).or_else(|| find("#title"))
        }
    };
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        if spot == Spot::Field {
            if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
                field.select();
            }
        }
    }
    true
}
