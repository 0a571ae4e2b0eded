//! Other assessments on the same page: each is a landmark, and those need names that differ.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Which of several the assessment around `root` is, from 1; `None` if it is the only one.
pub(crate) fn which(root: &Element) -> Option<usize> {
    let host = Reflect::get(&root.get_root_node(), &"host".into()).ok()?;
    let host: Element = host.dyn_into().ok()?;
    let all = host
        .owner_document()?
        .query_selector_all(&host.local_name())
        .ok()?;
    if all.length() < 2 {
        return None;
    }
    let is_it = |at: &u32| all.get(*at).as_ref() == Some::<&Node>(&host);
    let at = (0..all.length()).find(is_it)?;
    Some(at as usize + 1)
}
