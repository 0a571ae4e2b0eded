//! Markup in few bytes: elements are described by static text and built at run time.
//!
//! The usual macro unfolds every element into code of its own; measured on these screens that was a
//! third of the whole download. Here an element is one call with one string:
//! `el("button|btn primary|type=button|part=button")` is a tag, its classes and its attributes.

#[cfg(feature = "whole")]
mod keys;
mod shape;

use crate::shell::Shell;
use crate::ui::Ui;
use gca_engine::Answer;
use gca_session::Msg;
#[cfg(feature = "whole")]
use gca_session::WholeMsg;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};
use yew::virtual_dom::{Key, Listener, ListenerKind, VTag};
use yew::{AttrValue, Html};

/// An element being built. Boxed, since the builder hands it on at every step: moving a pointer is
/// less code than moving the element.
pub(crate) struct El(Box<Building>);

struct Building {
    tag: VTag,
    attributes: shape::Attributes,
}

/// An element from `tag|classes|name=value|…`; classes may be empty, values hold no `|`.
#[inline(never)]
pub(crate) fn el(spec: &'static str) -> El {
    let (tag, attributes) = shape::read(spec);
    El(Box::new(Building {
        tag: VTag::new(AttrValue::Static(tag)),
        attributes,
    }))
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub(crate) fn attr(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.attributes.set(name, Some(value));
        self
    }

    /// Sets an attribute to a fixed value, if a condition holds; else it keeps its place, so that
    /// the element is compared with what it was in one pass.
    #[inline(never)]
    pub(crate) fn attr_if(mut self, on: bool, name: &'static str, value: &'static str) -> Self {
        let value = on.then_some(AttrValue::Static(value));
        self.0.attributes.set(name, value);
        self
    }

    /// Sets an attribute to `true` or `false`.
    #[inline(never)]
    pub(crate) fn flag(self, name: &'static str, on: bool) -> Self {
        self.attr(name, AttrValue::Static(if on { "true" } else { "false" }))
    }

    /// Replaces the classes.
    pub(crate) fn class(self, class: AttrValue) -> Self {
        self.attr("class", class)
    }

    /// Adds a child.
    #[inline(never)]
    pub(crate) fn kid(mut self, child: Html) -> Self {
        self.0.tag.add_child(child);
        self
    }

    /// Adds an element as a child.
    #[inline(never)]
    pub(crate) fn el(self, child: El) -> Self {
        self.kid(child.html())
    }

    /// Adds an element as a child, if a condition holds. Else its place stays, empty: children are
    /// matched by place, and those beside it would lose their state (an open explanation, the focus).
    pub(crate) fn el_if(self, on: bool, child: impl FnOnce() -> El) -> Self {
        if on {
            self.el(child())
        } else {
            self.kid(Html::default())
        }
    }

    /// Adds words.
    #[inline(never)]
    pub(crate) fn text(self, words: AttrValue) -> Self {
        self.kid(text(words))
    }

    /// Adds words that others share.
    #[inline(never)]
    pub(crate) fn words(self, words: &Rc<str>) -> Self {
        self.text(words.clone().into())
    }

    /// Adds a text of the interface.
    #[inline(never)]
    pub(crate) fn t(self, ui: &Ui, key: gca_session::Key) -> Self {
        self.text(ui.t(key))
    }

    /// Adds a space.
    #[inline(never)]
    pub(crate) fn space(self) -> Self {
        self.text(AttrValue::Static(" "))
    }

    /// Adds children.
    pub(crate) fn kids(mut self, children: Vec<Html>) -> Self {
        for child in children {
            self.0.tag.add_child(child);
        }
        self
    }

    /// Another key is another element, even in the same place.
    #[inline(never)]
    pub(crate) fn key(mut self, key: usize) -> Self {
        self.0.tag.key = Some(Key::from(crate::format::integer(key)));
        self
    }

    /// Whether a radio button or check box is chosen.
    pub(crate) fn checked(mut self, on: bool) -> Self {
        self.0.tag.set_checked(on);
        self
    }

    /// The value of a field.
    pub(crate) fn value(mut self, value: AttrValue) -> Self {
        self.0.tag.set_value(value);
        self
    }

    /// Sends a message on an event.
    #[inline(never)]
    pub(crate) fn on(mut self, kind: Kind, shell: &Rc<Shell>, send: Send) -> Self {
        self.0.tag.set_listeners(Box::new([Some(Rc::new(On {
            kind,
            shell: shell.clone(),
            send,
        }))]));
        self
    }

    /// Sends a message when clicked.
    #[inline(never)]
    pub(crate) fn click(self, shell: &Rc<Shell>, msg: Msg) -> Self {
        self.on(Kind::Click, shell, Send::Msg(msg))
    }

    /// As markup.
    #[inline(never)]
    pub(crate) fn html(self) -> Html {
        let Building {
            mut tag,
            attributes,
        } = *self.0;
        tag.set_attributes(attributes);
        tag.into()
    }
}

/// Words alone.
pub(crate) fn text(words: AttrValue) -> Html {
    yew::virtual_dom::VText::new(words).into()
}

/// Several nodes as one.
pub(crate) fn all(children: Vec<Html>) -> Html {
    yew::virtual_dom::VList::with_children(children, None).into()
}

/// The events we listen to; cloning one of the many kinds there are would be code for each.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Click,
    Change,
    Input,
    Cancel,
    #[cfg(feature = "whole")]
    Key,
    Submit,
}

/// The message that an event becomes.
// Nearly all are messages, so a box round them would only be one more allocation each.
#[allow(clippy::large_enum_variant)]
pub(crate) enum Send {
    /// This one.
    Msg(Msg),
    /// The note of a question, with the text of the field.
    Note(usize),
    /// The value of a quantitative question, with the number in the field.
    Measure(usize),
    /// A part of a piece of evidence, with the text of the field.
    #[cfg(feature = "whole")]
    Evidence(usize, usize, gca_session::whole::Part),
    /// Who answered a question, with the text of the field.
    #[cfg(feature = "whole")]
    Who(usize),
    /// What a key does that is pressed on an answer of a question.
    #[cfg(feature = "whole")]
    Key(usize),
    /// The form of a dialog.
    #[cfg(feature = "whole")]
    Form,
}

/// One listener for all events: the closures of the usual ones would be compiled one by one.
struct On {
    kind: Kind,
    shell: Rc<Shell>,
    send: Send,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Kind::Click => ListenerKind::onclick,
            Kind::Change => ListenerKind::onchange,
            Kind::Input => ListenerKind::oninput,
            Kind::Cancel => ListenerKind::oncancel,
            #[cfg(feature = "whole")]
            Kind::Key => ListenerKind::onkeydown,
            Kind::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        let target = event.target();
        let msg = match &self.send {
            Send::Msg(msg) => Some(msg.clone()),
            Send::Note(at) => target
                .and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok())
                .map(|field| Msg::Note(*at, field.value().into())),
            Send::Measure(at) => target
                .and_then(|t| t.dyn_into::<HtmlInputElement>().ok())
                .map(|field| Msg::Answer(*at, measure(&field.value()))),
            #[cfg(feature = "whole")]
            Send::Evidence(at, entry, part) => {
                let text = typed(target);
                text.map(|text| Msg::Whole(WholeMsg::Evidence(*at, *entry, *part, text)))
            }
            #[cfg(feature = "whole")]
            Send::Who(at) => typed(target).map(|text| Msg::Whole(WholeMsg::Who(*at, text))),
            #[cfg(feature = "whole")]
            Send::Key(at) => keys::pressed(&event, *at),
            #[cfg(feature = "whole")]
            Send::Form => {
                event.prevent_default();
                crate::effects::device::form(&self.shell)
            }
        };
        if let Some(msg) = msg {
            self.shell.dispatch(msg);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The text of a field of one line.
#[cfg(feature = "whole")]
fn typed(target: Option<web_sys::EventTarget>) -> Option<Rc<str>> {
    let field: HtmlInputElement = target?.dyn_into().ok()?;
    Some(field.value().into())
}

/// A number as people type it, with a point or a comma.
fn measure(typed: &str) -> Option<Answer> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| Answer::Number(js_sys::parse_float(&typed.replace(',', "."))))
}
