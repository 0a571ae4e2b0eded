//! Pictures of charts as files.

mod paint;

use super::download;
use crate::shell::Shell;
use gca_charts::{picture, svg, Paper, Scene};
use gca_session::whole::picture::named;
use gca_session::whole::report::Setting;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Width of a picture in pixels: with this size of words it fills a page of A4.
const WIDTH: f64 = 672.0;

/// A picture that somebody wants.
pub(crate) struct Wanted {
    pub(crate) scene: Rc<Scene>,
    pub(crate) kind: Kind,
}

/// A kind of file.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Svg,
    Png,
}

/// Hands the picture to the user, and the focus back to the menu.
pub(crate) fn save(shell: &Rc<Shell>, event: &Event, wanted: &Wanted) {
    leave(event);
    let (formats, direction) = (shell.format.borrow(), shell.direction.borrow());
    let model = shell.model.borrow();
    let setting = Setting {
        formats: &*formats,
        direction: &direction,
        now: js_sys::Date::now(),
        unnamed: model.is_unnamed(),
    };
    let ending = match wanted.kind {
        Kind::Svg => ".svg",
        Kind::Png => ".png",
    };
    let named = named(&model, &setting, wanted.scene.name, ending);
    let picture = picture(
        &wanted.scene,
        &Paper {
            width: WIDTH,
            is_rtl: *direction == "rtl",
            foot: &named.foot,
        },
    );
    match wanted.kind {
        Kind::Svg => download::bytes(&named.file, "image/svg+xml", svg(&picture).as_bytes()),
        Kind::Png => paint::png(&picture, named.file),
    }
}

/// The button that was pressed is hidden with its menu, and would take the focus along.
fn leave(event: &Event) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let menu = target.and_then(|t| t.closest("details").ok().flatten());
    let summary = menu.and_then(|m| m.query_selector("summary").ok().flatten());
    if let Some(summary) = summary.and_then(|s| s.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}
