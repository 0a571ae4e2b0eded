//! Files under a passphrase, sealed and opened by the browser itself; see seal.js.

use super::{field, message};
use crate::config::field as member;
use crate::effects::{download, more::then};
use crate::shell::{Host, Shell};
use gca_session::files::{write_sealed, Sealed, ITERATIONS, NONCE_BYTES, SALT_BYTES};
use gca_session::whole::device::{Msg, NotWritten};
use js_sys::{Promise, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::{wasm_bindgen, Closure, JsValue};

#[wasm_bindgen]
extern "C" {
    /// Bytes that nobody can foresee.
    #[wasm_bindgen(method)]
    fn random(this: &Host, length: usize) -> Vec<u8>;
    /// Seals (`encrypt`) or opens (`decrypt`) bytes with a passphrase.
    #[wasm_bindgen(method)]
    fn crypt(
        this: &Host,
        way: &str,
        passphrase: &str,
        bytes: &[u8],
        salt: &[u8],
        nonce: &[u8],
        iterations: u32,
    ) -> Promise;
}

/// Whether the browser can seal files here: it cannot on a page without https.
pub(crate) fn can_seal() -> bool {
    member(&member(&js_sys::global(), "crypto"), "subtle").is_object()
}

/// Seals a file with the passphrase in the dialog and hands it to the user.
pub(super) fn seal(shell: &Rc<Shell>, name: String, text: String) {
    let passphrase = field(shell, "#passphrase").map(|field| field.value());
    let (salt, nonce) = (
        shell.host.random(SALT_BYTES),
        shell.host.random(NONCE_BYTES),
    );
    let promise = shell.host.crypt(
        "encrypt",
        &passphrase.unwrap_or_default(),
        text.as_bytes(),
        &salt,
        &nonce,
        ITERATIONS,
    );
    let (come, gone) = (shell.clone(), shell.clone());
    let come = Closure::once_into_js(move |data: JsValue| {
        let sealed = Sealed {
            iterations: ITERATIONS,
            salt,
            nonce,
            data: Uint8Array::new(&data).to_vec(),
        };
        download::json(&name, &write_sealed(&sealed));
        come.dispatch(message(Msg::Written(Ok(name))));
    });
    let gone = Closure::once_into_js(move |_: JsValue| {
        gone.dispatch(message(Msg::Written(Err(NotWritten::Failed))));
    });
    then(&promise, &come, &gone);
}

/// Opens a sealed file with the passphrase in the dialog.
pub(super) fn unseal(shell: &Rc<Shell>, sealed: &Sealed) {
    let passphrase = field(shell, "#passphrase").map(|field| field.value());
    let promise = shell.host.crypt(
        "decrypt",
        &passphrase.unwrap_or_default(),
        &sealed.data,
        &sealed.salt,
        &sealed.nonce,
        sealed.iterations,
    );
    let (come, gone) = (shell.clone(), shell.clone());
    let come = Closure::once_into_js(move |bytes: JsValue| {
        let inside = Uint8Array::new(&bytes).to_vec();
        come.dispatch(message(Msg::Unsealed(Some(inside))));
    });
    let gone = Closure::once_into_js(move |_: JsValue| {
        gone.dispatch(message(Msg::Unsealed(None)));
    });
    then(&promise, &come, &gone);
}
