//! The page in the second window: a copy of the question in the trainer's page, which hands back what is pressed in it.

use super::far::look_again;
use super::{ask_full, is_pointed, keys, rest, send, stage, Act};
use crate::config::set;
use crate::shell::Shell;
use gca_session::whole::workshop::present::Msg;
use gca_session::Key;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, Node, ShadowRoot, ShadowRootInit,
    ShadowRootMode, Window,
};

/// What the page needs besides the styles of the element.
const BARE: &str = "html, body { margin: 0 }";

type Heard = (EventTarget, &'static str, Closure<dyn FnMut(Event)>);

/// The page.
pub(super) struct Page {
    document: Document,
    section: Element,
    /// The copy that is shown.
    shown: Option<Element>,
    /// What is listened to.
    heard: Vec<Heard>,
}

impl Page {
    /// Puts what it needs into an empty window.
    pub(super) fn new(shell: &Rc<Shell>, window: &Window) -> Option<Self> {
        let document = window.document()?;
        let host = document.create_element("div").ok()?;
        let shadow = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .ok()?;
        let styles = dress(shell, &host)?;
        adopt(window, &shadow, &styles)?;
        adopt(window, &document, BARE)?;
        let section = document.create_element("section").ok()?;
        section.set_class_name("gca wall");
        shadow.append_child(&section).ok()?;
        document.body()?.append_child(&host).ok()?;
        document.set_title(&shell.model.borrow().catalog().bare(Key::PresentTitle));
        let mut page = Self {
            document: document.clone(),
            section,
            shown: None,
            heard: Vec::new(),
        };
        page.listen(shell, window);
        Some(page)
    }

    /// Whether it is what the window shows: somebody may have loaded the window anew.
    pub(super) fn is_in(&self, window: &Window) -> bool {
        window.document().as_ref() == Some(&self.document) && self.section.is_connected()
    }

    /// Shows the question as it is now.
    pub(super) fn draw(&mut self, shell: &Shell) {
        let Some(stage) = stage(shell) else {
            return;
        };
        let language = shell.model.borrow().catalog().language().to_owned();
        let root = self.document.document_element();
        for element in [Some(&self.section), root.as_ref()].into_iter().flatten() {
            let _ = element.set_attribute("lang", &language);
            let _ = element.set_attribute("dir", &shell.direction.borrow());
        }
        if self
            .shown
            .as_ref()
            .is_some_and(|shown| shown.is_equal_node(Some(&stage)))
        {
            return;
        }
        let Ok(copy) = self.document.import_node_with_deep(&stage, true) else {
            return;
        };
        let copy: Element = copy.unchecked_into();
        let focused = self.focused();
        self.section.replace_children_with_node_1(&copy);
        let place = focused.and_then(|at| buttons(&copy).into_iter().nth(at));
        self.shown = Some(copy);
        match place {
            Some(button) => drop(button.focus()),
            None => rest(self.shown.clone()),
        }
    }

    /// No longer listens.
    pub(super) fn leave(self) {
        for (target, name, closure) in &self.heard {
            let function = closure.as_ref().unchecked_ref();
            let _ = target.remove_event_listener_with_callback(name, function);
        }
        // What is listened to may be what ends it: it has to outlive this call.
        Timeout::new(0, move || drop(self)).forget();
    }

    /// Which button has the focus.
    fn focused(&self) -> Option<usize> {
        let shadow: ShadowRoot = self.section.get_root_node().unchecked_into();
        let active = shadow.active_element()?;
        let all = buttons(self.shown.as_ref()?);
        all.iter().position(|one| **one == active)
    }

    fn listen(&mut self, shell: &Rc<Shell>, window: &Window) {
        let here = shell.clone();
        self.on(&self.document.clone(), "click", move |event| {
            clicked(&here, event)
        });
        let here = shell.clone();
        self.on(&self.document.clone(), "keydown", move |event| {
            pressed(&here, event)
        });
        let here = shell.clone();
        self.on(window, "pagehide", move |_| look_again(&here));
        if let Some(near) = web_sys::window() {
            let here = shell.clone();
            self.on(&near, "pagehide", move |_| send(&here, Msg::Close));
        }
    }

    fn on(&mut self, target: &EventTarget, name: &'static str, then: impl FnMut(Event) + 'static) {
        let closure: Closure<dyn FnMut(Event)> = Closure::new(then);
        let function = closure.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback(name, function);
        self.heard.push((target.clone(), name, closure));
    }
}

/// A click in the second window is one on the same button of the trainer's page.
fn clicked(shell: &Rc<Shell>, event: Event) {
    let target: Element = event.composed_path().get(0).unchecked_into();
    let Ok(Some(button)) = target.closest("button") else {
        return;
    };
    let Ok(Some(copy)) = button.closest(".present") else {
        return;
    };
    let place = buttons(&copy).iter().position(|one| **one == button);
    if is_pointed(&event) {
        rest(Some(copy));
    }
    if button.has_attribute("data-full") {
        return full(&button);
    }
    let there = stage(shell)
        .map(|stage| buttons(&stage))
        .unwrap_or_default();
    if let Some(button) = place.and_then(|at| there.get(at)) {
        button.click();
    }
}

fn pressed(shell: &Rc<Shell>, event: Event) {
    let is_rtl = shell.direction.borrow().as_str() == "rtl";
    match keys::meant(&event, is_rtl) {
        Some(Act::Do(msg)) => send(shell, msg),
        Some(_) => full(&event.composed_path().get(0).unchecked_into()),
        None => {}
    }
}

/// Fills the display of the second window, or no longer.
fn full(inside: &Element) {
    let Some(document) = inside.owner_document() else {
        return;
    };
    match document.document_element() {
        _ if document.fullscreen_element().is_some() => document.exit_fullscreen(),
        Some(root) => ask_full(&root),
        None => {}
    }
}

fn buttons(inside: &Element) -> Vec<HtmlElement> {
    let Ok(found) = inside.query_selector_all("button") else {
        return Vec::new();
    };
    let all = (0..found.length()).filter_map(|at| found.item(at));
    all.map(|node: Node| node.unchecked_into()).collect()
}

/// The styles of the element as text. What the host has chosen, colours and letters, goes onto the copy of it.
fn dress(shell: &Shell, copy: &Element) -> Option<String> {
    let shadow: ShadowRoot = shell.root.get_root_node().unchecked_into();
    let sheets = Reflect::get(&shadow, &"adoptedStyleSheets".into()).ok()?;
    let mut text = String::new();
    for sheet in Array::from(&sheets).iter() {
        let rules = Reflect::get(&sheet, &"cssRules".into()).ok()?;
        for rule in Array::from(&rules).iter() {
            text.push_str(&crate::config::text(&rule, "cssText"));
            text.push('\n');
        }
    }
    let host = shadow.host();
    let chosen = web_sys::window()?
        .get_computed_style(&host)
        .ok()
        .flatten()?;
    let style = copy.unchecked_ref::<HtmlElement>().style();
    let names = text.split("--gca-").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        [
            "--gca-",
            rest.get(..end.unwrap_or(rest.len())).unwrap_or_default(),
        ]
        .concat()
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.dedup();
    names.extend(["font-family", "color-scheme"].map(String::from));
    for name in names {
        let value = chosen.get_property_value(&name).unwrap_or_default();
        if !value.is_empty() {
            let _ = style.set_property(&name, &value);
        }
    }
    Some(text)
}

/// Makes a style sheet: of the window that it is for, since others are refused.
fn adopt(window: &Window, place: &JsValue, text: &str) -> Option<()> {
    let made: Function = Reflect::get(window, &"CSSStyleSheet".into())
        .ok()?
        .unchecked_into();
    let sheet = Reflect::construct(&made, &Array::new()).ok()?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())
        .ok()?
        .unchecked_into();
    replace.call1(&sheet, &text.into()).ok()?;
    set(
        place.unchecked_ref(),
        "adoptedStyleSheets",
        &Array::of1(&sheet),
    );
    Some(())
}
