//! The report on its way out: to the printer, and into files.

mod print;

use super::download;
use crate::shell::Shell;
use gca_session::marks::plain;
use gca_session::whole::export::file;
use gca_session::whole::paper::{Effect, Msg};
use gca_session::whole::report::{paper, report, Setting};
use gca_session::WholeMsg;
use std::rc::Rc;

pub(crate) use print::{close, print};

/// A message about the report.
pub(crate) fn message(msg: Msg) -> gca_session::Msg {
    gca_session::Msg::Whole(WholeMsg::Paper(msg))
}

/// Does what the page of the report asks for.
pub(crate) fn run(shell: &Rc<Shell>, effect: Effect) {
    let model = shell.model.borrow();
    let (formats, direction) = (shell.format.borrow(), shell.direction.borrow());
    let setting = Setting {
        formats: &*formats,
        direction: &direction,
        now: js_sys::Date::now(),
        unnamed: model.is_unnamed(),
    };
    match effect {
        Effect::Save(kind) => {
            let file = file(&model, &setting, kind);
            download::bytes(&file.name, file.media, &file.bytes);
            drop((model, formats, direction));
            shell.dispatch(message(Msg::Saved(file.name)));
        }
        Effect::Print => {
            let report = report(&model, &setting);
            let name = match report.name.is_empty() {
                true => &report.title,
                false => &report.name,
            };
            print(&shell.root, &paper(&report), &plain(name));
        }
    }
}
