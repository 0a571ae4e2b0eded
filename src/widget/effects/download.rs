//! A file for the user, made in the page.

use js_sys::Array;
#[cfg(feature = "whole")]
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands a JSON text to the user as a file of this name. Nothing can be told about whether it was kept.
pub(crate) fn json(name: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = Array::of1(&text.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        hand(name, &blob);
    }
}

/// The same with any content of a media type.
#[cfg(feature = "whole")]
pub(crate) fn bytes(name: &str, media: &str, content: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let parts = Array::of1(&Uint8Array::from(content));
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        hand(name, &blob);
    }
}

/// Hands a file of this name to the user.
pub(crate) fn hand(name: &str, blob: &Blob) {
    let document = web_sys::window().and_then(|w| w.document());
    let link = document.and_then(|d| d.create_element("a").ok());
    let Some(link) = link.and_then(|e| e.dyn_into::<HtmlAnchorElement>().ok()) else {
        return;
    };
    if let Ok(url) = Url::create_object_url_with_blob(blob) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
        // Some browsers read the address only after this task.
        gloo_timers::callback::Timeout::new(10_000, move || {
            let _ = Url::revoke_object_url(&url);
        })
        .forget();
    }
}
