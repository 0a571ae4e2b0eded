//! A picture on a canvas. An SVG file as an image would be shorter, but a strict policy blocks images from
//! `blob:` and `data:`, so each mark is drawn.

use crate::config::field;
use crate::effects::download;
use gca_charts::{outline, Anchor, Form, Look, Mark, Picture};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::JsCast;
use web_sys::Blob;

/// Pixels of the file for each pixel of the picture: sharp on paper.
const SCALE: f64 = 3.0;
const FAMILY: &str = "px system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// Hands the picture to the user as a PNG file of this name.
pub(super) fn png(picture: &Picture, name: String) {
    let document = web_sys::window().and_then(|w| w.document());
    let canvas = document.and_then(|d| d.create_element("canvas").ok());
    let Some(canvas) = canvas.map(Object::from) else {
        return;
    };
    set(&canvas, "width", picture.width * SCALE);
    set(&canvas, "height", picture.height * SCALE);
    let Ok(context) = call(&canvas, "getContext", &["2d".into()]).dyn_into::<Object>() else {
        return;
    };
    let pen = Pen {
        context,
        is_rtl: picture.is_rtl,
    };
    pen.numbers("scale", &[SCALE, SCALE]);
    pen.set("fillStyle", "#fff");
    pen.numbers("fillRect", &[0.0, 0.0, picture.width, picture.height]);
    for mark in &picture.marks {
        pen.draw(mark);
    }
    let made = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            download::hand(&name, &blob);
        }
    });
    call(&canvas, "toBlob", &[made, "image/png".into()]);
}

/// What draws. Methods are called by name: a binding for each would be part of the first load.
struct Pen {
    context: Object,
    is_rtl: bool,
}

impl Pen {
    fn draw(&self, mark: &Mark) {
        let look = mark.ink.look();
        if let Form::Text(at, anchor, words) = &mark.form {
            self.write(look, *at, *anchor, words);
            return;
        }
        let Ok(shape) = path(&outline(mark)) else {
            return;
        };
        if look.fill != "none" {
            set(&self.context, "globalAlpha", look.opacity);
            self.set("fillStyle", look.fill);
            call(&self.context, "fill", std::slice::from_ref(&shape));
            set(&self.context, "globalAlpha", 1.0);
        }
        if look.stroke != "none" {
            self.set("strokeStyle", look.stroke);
            set(&self.context, "lineWidth", look.width);
            let dash = Array::new();
            if look.dash > 0.0 {
                dash.push(&look.dash.into());
            }
            call(&self.context, "setLineDash", &[dash.into()]);
            call(&self.context, "stroke", &[shape]);
        }
    }

    fn write(&self, look: Look, (x, y): (f64, f64), anchor: Anchor, words: &str) {
        let weight = if look.is_bold { "bold " } else { "" };
        let font = [weight, &gca_charts::decimal(look.size), FAMILY].concat();
        self.set("font", &font);
        self.set("direction", if self.is_rtl { "rtl" } else { "ltr" });
        self.set(
            "textAlign",
            match anchor {
                Anchor::Left => "left",
                Anchor::Middle => "center",
                Anchor::Right => "right",
            },
        );
        self.set("fillStyle", look.fill);
        let place = [gca_charts::plain(words).into(), x.into(), y.into()];
        call(&self.context, "fillText", &place);
    }

    fn set(&self, name: &str, value: &str) {
        crate::config::set(&self.context, name, &value.into());
    }

    fn numbers(&self, name: &str, values: &[f64]) {
        let values: Vec<JsValue> = values.iter().map(|x| JsValue::from(*x)).collect();
        call(&self.context, name, &values);
    }
}

fn path(data: &str) -> Result<JsValue, JsValue> {
    let class = field(&js_sys::global(), "Path2D");
    let class: Function = class.dyn_into()?;
    Reflect::construct(&class, &Array::of1(&data.into()))
}

fn set(target: &Object, name: &str, value: f64) {
    crate::config::set(target, name, &value.into());
}

/// Calls a method; `undefined` if there is none, or it fails.
fn call(target: &Object, name: &str, values: &[JsValue]) -> JsValue {
    let method = field(target, name).dyn_into::<Function>();
    let values: Array = values.iter().collect();
    method
        .and_then(|method| method.apply(target, &values))
        .unwrap_or_default()
}
