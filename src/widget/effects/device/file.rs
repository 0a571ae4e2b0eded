//! Files that were chosen or dropped.

use super::message;
use crate::effects::more::then;
use crate::shell::Shell;
use gca_session::files::{FileError, MAX_FILE_BYTES};
use gca_session::whole::device::{Incoming, Msg};
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{File, FileList};

/// Files on their way, in the order in which they were chosen.
type Arriving = Rc<RefCell<Vec<Option<Incoming>>>>;

/// Reads all of them, then sends them on. The size is looked at first: what is too large is not read.
pub(super) fn read(shell: &Rc<Shell>, list: &FileList) {
    let files: Vec<File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    if files.is_empty() {
        return;
    }
    let arriving: Arriving = Rc::new(RefCell::new(vec![None; files.len()]));
    for (at, file) in files.into_iter().enumerate() {
        let name = file.name();
        if file.size() > MAX_FILE_BYTES as f64 {
            arrive(shell, &arriving, at, name, Some(Err(FileError::TooLarge)));
            continue;
        }
        let promise = file.array_buffer();
        let come = {
            let (shell, arriving, name) = (shell.clone(), arriving.clone(), name.clone());
            Closure::once_into_js(move |buffer: JsValue| {
                let bytes = Uint8Array::new(&buffer).to_vec();
                arrive(&shell, &arriving, at, name, Some(Ok(bytes)));
            })
        };
        let (shell, arriving) = (shell.clone(), arriving.clone());
        let gone = Closure::once_into_js(move |_: JsValue| {
            arrive(&shell, &arriving, at, name, None);
        });
        then(&promise, &come, &gone);
    }
}

/// One has come; with the last, all are sent on.
fn arrive(
    shell: &Rc<Shell>,
    arriving: &Arriving,
    at: usize,
    name: String,
    bytes: Option<Result<Vec<u8>, FileError>>,
) {
    let mut files = arriving.borrow_mut();
    if let Some(file) = files.get_mut(at) {
        *file = Some(Incoming { name, bytes });
    }
    if files.iter().all(Option::is_some) {
        let files = files.drain(..).flatten().collect();
        shell.dispatch(message(Msg::Files(files)));
    }
}
