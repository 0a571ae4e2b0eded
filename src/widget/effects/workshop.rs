//! What a workshop asks of the browser.

mod camera;
pub(crate) mod portion;

use super::present::{self, Present};
use super::{download, storage};
use crate::shell::Shell;
use gca_session::keeper::{News, Shelf, Trouble};
use gca_session::whole::report::Setting;
use gca_session::whole::workshop::hand::{self, write_file as hand_file};
use gca_session::whole::workshop::people::Msg as People;
use gca_session::whole::workshop::{file, file_name, talk, write_file, Desk, Effect, Msg, Paper};
use gca_session::WholeMsg;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What belongs to the workshop in one running assessment.
pub(crate) struct Workshop {
    desk: RefCell<Desk>,
    camera: camera::Camera,
    pub(super) present: Present,
    pub(crate) portions: portion::Portions,
}

/// What is done where answers are handed in, and needs to know the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// Make the code.
    Make,
    /// Save the file.
    File,
}

impl Workshop {
    /// Of a bank and an instance of the element, for the id of this open page.
    pub(crate) fn new(bank: &str, instance: &str, writer: &str) -> Self {
        Self {
            desk: RefCell::new(Desk::new(bank, instance, writer.into())),
            camera: camera::Camera::default(),
            present: Present::default(),
            portions: portion::Portions::default(),
        }
    }
}

/// A message about the workshop.
pub(crate) fn message(msg: Msg) -> gca_session::Msg {
    gca_session::Msg::Whole(WholeMsg::Workshop(msg))
}

/// A message about people.
pub(crate) fn people(msg: People) -> gca_session::Msg {
    message(Msg::People(msg))
}

/// Called once the assessment is open.
pub(crate) fn begin(shell: &Rc<Shell>) {
    let wants = shell.model.borrow().wants_workshop();
    if wants {
        run(shell, Effect::Open);
    }
}

/// Another page has written to the storage.
pub(crate) fn storage_changed(shell: &Rc<Shell>, key: Option<&str>) {
    let is_open = shell.model.borrow().workshop().is_open;
    let news = {
        let desk = shell.workshop.desk.borrow();
        let ours = key.is_none_or(|key| desk.keys().contains(&key));
        let shelf = storage::shelf(shell.persist()).filter(|_| ours && is_open);
        shelf.and_then(|shelf| desk.elsewhere(&shelf))
    };
    match news {
        Some(News::Changed(_)) => shell.dispatch(message(Msg::Kept(Err(Trouble::Elsewhere)))),
        Some(News::Gone) => shell.dispatch(message(Msg::Kept(Err(Trouble::Gone)))),
        None => {}
    }
}

/// Does what the workshop asks for.
pub(crate) fn run(shell: &Rc<Shell>, effect: Effect) {
    match effect {
        Effect::Pick => {
            let found = shell.root.query_selector("#file").ok().flatten();
            if let Some(field) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
                field.click();
            }
        }
        Effect::SaveAll => {
            let name = {
                let model = shell.model.borrow();
                let now = js_sys::Date::now();
                let text = write_file(model.whole_bank(), model.workshop(), now);
                let name = file_name(&day());
                download::json(&name, &text);
                name
            };
            shell.dispatch(people(People::Saved(name.into())));
        }
        Effect::Camera(true) => camera::start(shell),
        Effect::Camera(false) => shell.workshop.camera.stop(),
        Effect::Present(effect) => present::run(shell, effect),
        Effect::Exercise(effect) => super::exercise::run(shell, effect),
        Effect::Save(paper) => save(shell, paper),
        effect => kept(shell, &effect),
    }
}

fn kept(shell: &Rc<Shell>, effect: &Effect) {
    let msg = {
        let model = shell.model.borrow();
        let mut shelf = storage::shelf(model.persist());
        let shelf = shelf.as_mut().map(|shelf| shelf as &mut dyn Shelf);
        let mut desk = shell.workshop.desk.borrow_mut();
        desk.run(effect, shelf, &model, js_sys::Date::now())
    };
    if let Some(msg) = msg {
        shell.dispatch(message(msg));
    }
}

/// Makes a file of the room and hands it to the user.
fn save(shell: &Rc<Shell>, paper: Paper) {
    let file = {
        let (formats, direction) = (shell.format.borrow(), shell.direction.borrow());
        let setting = Setting {
            formats: &*formats,
            direction: &direction,
            now: js_sys::Date::now(),
            unnamed: false,
        };
        file(&shell.model.borrow(), &setting, paper)
    };
    download::bytes(&file.name, file.media, &file.bytes);
    shell.dispatch(message(Msg::Talk(talk::Msg::Saved(paper, file.name))));
}

/// What a button asks for where answers are handed in.
pub(crate) fn hand_in(shell: &Rc<Shell>, what: Hand) {
    let now = js_sys::Date::now();
    match what {
        Hand::Make => shell.dispatch(message(Msg::Hand(hand::Msg::Make(now)))),
        Hand::File => {
            let model = shell.model.borrow();
            let text = hand_file(model.whole_bank(), &model.hand(), now);
            download::json("hand-in.gca.json", &text);
        }
    }
}

/// Today, such as 2026-03-12.
fn day() -> String {
    let text: String = js_sys::Date::new_0().to_iso_string().into();
    text.chars().take(10).collect()
}
