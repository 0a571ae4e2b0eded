//! The camera, where the browser has one and reads QR codes by itself. Its pictures go nowhere.

use super::people;
use crate::config::field;
use crate::effects::more::then;
use crate::shell::Shell;
use gca_session::whole::workshop::people::{Camera as Is, Msg};
use gloo_timers::callback::{Interval, Timeout};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::JsCast;

/// How often the picture is looked at, in milliseconds.
const LOOK: u32 = 250;
/// By then the page was drawn, in milliseconds.
const DRAWN: u32 = 100;

/// The camera of one running assessment.
#[derive(Default)]
pub(crate) struct Camera {
    stream: RefCell<Option<JsValue>>,
    looking: RefCell<Option<Interval>>,
    is_busy: Cell<bool>,
}

impl Camera {
    /// Switches it off; its light goes out.
    pub(crate) fn stop(&self) {
        self.looking.borrow_mut().take();
        if let Some(stream) = self.stream.borrow_mut().take() {
            let tracks = call(&stream, "getTracks", &[]).unwrap_or_default();
            let tracks: Array = tracks.dyn_into().unwrap_or_default();
            for track in tracks.iter() {
                call(&track, "stop", &[]);
            }
        }
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Asks for the camera, and looks for codes until it is stopped.
pub(super) fn start(shell: &Rc<Shell>) {
    shell.workshop.camera.stop();
    let window: JsValue = js_sys::global().into();
    let maker = field(&window, "BarcodeDetector");
    let devices = field(&field(&window, "navigator"), "mediaDevices");
    let wanted = js_sys::JSON::parse(r#"{"video":{"facingMode":"environment"}}"#);
    let asked = wanted.ok().and_then(|wanted| {
        maker.is_function().then_some(())?;
        promise(call(&devices, "getUserMedia", &[wanted])?)
    });
    let Some(asked) = asked else {
        return shell.dispatch(people(Msg::CameraIs(Is::Missing)));
    };
    let (come, gone) = (shell.clone(), shell.clone());
    let come = Closure::once_into_js(move |stream: JsValue| {
        *come.workshop.camera.stream.borrow_mut() = Some(stream.clone());
        // The page may come to draw the place for it only after this.
        Timeout::new(DRAWN, move || show(&come, &stream, &maker)).forget();
    });
    let gone = Closure::once_into_js(move |error: JsValue| {
        let is_missing = crate::config::text(&error, "name") == "NotFoundError";
        gone.dispatch(people(Msg::CameraIs(match is_missing {
            true => Is::Missing,
            false => Is::Refused,
        })));
    });
    then(&asked, &come, &gone);
}

/// Shows what the camera sees, and looks at it again and again.
fn show(shell: &Rc<Shell>, stream: &JsValue, maker: &JsValue) {
    let is_wanted = shell.model.borrow().workshop().people_state.camera != Is::Off;
    let video = shell.root.query_selector("#camera").ok().flatten();
    let (Some(video), true) = (video, is_wanted) else {
        return shell.workshop.camera.stop();
    };
    let video: JsValue = video.into();
    let _ = Reflect::set(&video, &"srcObject".into(), stream);
    if let Some(playing) = call(&video, "play", &[]).and_then(promise) {
        let ignore = Closure::once_into_js(|_: JsValue| {});
        then(&playing, &ignore, &ignore);
    }
    let options = js_sys::JSON::parse(r#"{"formats":["qr_code"]}"#).unwrap_or_default();
    let made = maker
        .dyn_ref::<Function>()
        .and_then(|maker| Reflect::construct(maker, &Array::of1(&options)).ok());
    let Some(detector) = made else {
        shell.workshop.camera.stop();
        return shell.dispatch(people(Msg::CameraIs(Is::Missing)));
    };
    shell.dispatch(people(Msg::CameraIs(Is::On)));
    let weak = Rc::downgrade(shell);
    let look = move || {
        if let Some(shell) = weak.upgrade() {
            look(&shell, &detector, &video);
        }
    };
    *shell.workshop.camera.looking.borrow_mut() = Some(Interval::new(LOOK, look));
}

fn look(shell: &Rc<Shell>, detector: &JsValue, video: &JsValue) {
    // Whoever went to another page is not filmed any longer.
    let is_shown = video
        .dyn_ref::<web_sys::Node>()
        .is_some_and(web_sys::Node::is_connected);
    if !is_shown {
        shell.workshop.camera.stop();
        return;
    }
    if shell.workshop.camera.is_busy.replace(true) {
        return;
    }
    let found = call(detector, "detect", std::slice::from_ref(video)).and_then(promise);
    let Some(found) = found else {
        return shell.workshop.camera.is_busy.set(false);
    };
    let (come, gone) = (shell.clone(), shell.clone());
    let come = Closure::once_into_js(move |codes: JsValue| {
        come.workshop.camera.is_busy.set(false);
        let codes: Array = codes.dyn_into().unwrap_or_default();
        for code in codes.iter() {
            let text = crate::config::text(&code, "rawValue");
            if !text.is_empty() {
                come.dispatch(people(Msg::Seen(text.into())));
            }
        }
    });
    // A picture that is not there yet.
    let gone = Closure::once_into_js(move |_: JsValue| gone.workshop.camera.is_busy.set(false));
    then(&found, &come, &gone);
}

/// Calls a method; `None` if there is none or it throws.
fn call(object: &JsValue, name: &str, values: &[JsValue]) -> Option<JsValue> {
    if object.is_undefined() || object.is_null() {
        return None;
    }
    let method: Function = field(object, name).dyn_into().ok()?;
    let values: Array = values.iter().collect();
    method.apply(object.unchecked_ref::<Object>(), &values).ok()
}

fn promise(value: JsValue) -> Option<Promise> {
    value.dyn_into().ok()
}
