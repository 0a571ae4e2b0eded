//! What happens around the screens: a click beside an open menu, Escape, Tab, a file dropped anywhere.

use super::file;
use crate::shell::Shell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, DragEvent, Element, Event, FileList, HtmlElement, HtmlInputElement, KeyboardEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Listens until it is dropped.
pub(crate) struct Listener {
    root: Element,
    document: Option<Document>,
    handle: Closure<dyn FnMut(Event)>,
}

const INSIDE: [&str; 7] = [
    "pointerdown",
    "keydown",
    "keyup",
    "change",
    "dragover",
    "dragleave",
    "drop",
];

impl Listener {
    pub(crate) fn new(shell: &Rc<Shell>) -> Self {
        let root = shell.root.clone();
        let document = web_sys::window().and_then(|w| w.document());
        let weak: Weak<Shell> = Rc::downgrade(shell);
        let handle = Closure::new(move |event: Event| {
            if let Some(shell) = weak.upgrade() {
                hear(&shell, &event);
            }
        });
        let function = handle.as_ref().unchecked_ref();
        for kind in INSIDE {
            let _ = root.add_event_listener_with_callback(kind, function);
        }
        if let Some(document) = &document {
            let _ = document.add_event_listener_with_callback("click", function);
        }
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback("hashchange", function);
        }
        Self {
            root,
            document,
            handle,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.handle.as_ref().unchecked_ref();
        for kind in INSIDE {
            let _ = self
                .root
                .remove_event_listener_with_callback(kind, function);
        }
        if let Some(document) = &self.document {
            let _ = document.remove_event_listener_with_callback("click", function);
        }
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback("hashchange", function);
        }
    }
}

fn hear(shell: &Rc<Shell>, event: &Event) {
    match &*event.type_() {
        "click" => close_menus(shell, &|menu| is_in(event, menu, "summary")),
        // A link with a code that is pasted into the address of the open page loads nothing anew.
        "hashchange" => super::offered(shell),
        "keydown" => {
            let escapes = event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|event| event.key() == "Escape");
            if escapes {
                close_menus(shell, &|_| false);
            }
        }
        "pointerdown" => show_keys(shell, None),
        "keyup" => {
            let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            let choice = target.and_then(|t| t.closest(".rung, .pick").ok().flatten());
            show_keys(
                shell,
                choice.and_then(|c| c.closest(".q-body").ok().flatten()),
            );
            let is_tab = event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|event| event.key() == "Tab");
            let target = event.target().and_then(|t| t.dyn_into().ok());
            if let Some(element) = target.filter(|_: &Element| is_tab) {
                // Of a field with several lines browsers show the line of the caret alone, under the bar at the foot.
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                options.set_inline(ScrollLogicalPosition::Nearest);
                element.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
        "change" => {
            let target = event.target().and_then(|t| t.dyn_into().ok());
            if let Some(field) = target.filter(|f: &HtmlInputElement| f.id() == "file") {
                if let Some(files) = field.files() {
                    file::read(shell, &files);
                }
                // The same file can be chosen again.
                field.set_value("");
            }
        }
        kind => {
            let Some(files) = dragged(event) else {
                return;
            };
            // Without this the browser would leave the page to show the file.
            event.prevent_default();
            light(shell, kind == "dragover");
            if kind == "drop" {
                file::read(shell, &files);
            }
        }
    }
}

/// The files of a drag; `None` if something else is dragged, such as words.
fn dragged(event: &Event) -> Option<FileList> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let has_files = data.types().includes(&"Files".into(), 0);
    has_files.then(|| data.files()).flatten()
}

/// Shows where a file would be dropped.
fn light(shell: &Shell, on: bool) {
    let Ok(places) = shell.root.query_selector_all(".drop") else {
        return;
    };
    for at in 0..places.length() {
        if let Some(place) = places.get(at).and_then(|p| p.dyn_into::<Element>().ok()) {
            let _ = place.class_list().toggle_with_force("is-over", on);
        }
    }
}

/// Shows beside the options of a question the keys that choose them, and nowhere else: while somebody answers with keys.
fn show_keys(shell: &Shell, question: Option<Element>) {
    let before = shell.root.query_selector("[data-keys]").ok().flatten();
    if before == question {
        return;
    }
    if let Some(before) = before {
        let _ = before.remove_attribute("data-keys");
    }
    if let Some(question) = question {
        let _ = question.set_attribute("data-keys", "");
    }
}

/// What a click does, where nothing is to be closed: see `effects/rehearsal.rs`.
pub(crate) fn rehearse(shell: &Shell) {
    close_menus(shell, &|_| true);
}

/// Closes the open menus, but for those that see to it themselves.
fn close_menus(shell: &Shell, but: &dyn Fn(&Element) -> bool) {
    // With every click: the browser has this list at hand, where it would look for a selector anew.
    let menus = shell.root.get_elements_by_class_name("menu");
    for at in 0..menus.length() {
        let menu = menus.item(at).filter(|menu| menu.has_attribute("open"));
        if let Some(menu) = menu.filter(|menu| !but(menu)) {
            // Before the focused item is hidden: browsers drop the focus then, and a dialog that is drawn a moment later
            // would not know where to give it back.
            let summary = find_in(&menu, "summary");
            if let Some(summary) = summary.filter(|_| find_in(&menu, ":focus").is_some()) {
                let _ = summary.focus();
            }
            let _ = menu.remove_attribute("open");
        }
    }
}

/// Whether an event happened in a part of an element, also where a shadow tree hides it.
fn is_in(event: &Event, element: &Element, part: &str) -> bool {
    let part = element.query_selector(part).ok().flatten();
    part.is_some_and(|part| event.composed_path().includes(&part, 0))
}

fn find_in(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.query_selector(selector).ok()??.dyn_into().ok()
}
