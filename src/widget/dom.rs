//! Markup in few bytes: elements are described by static text and built at run time.
//!
//! The usual macro unfolds every element into code of its own; measured on these screens that was a
//! third of the whole download. Here an element is one call with one string:
//! `el("button|btn primary|type=button|part=button")` is a tag, its classes and its attributes.

mod keys;
mod shape;

use crate::shell::Shell;
use crate::ui::Ui;
use gca_engine::Answer;
#[cfg(feature = "whole")]
use gca_session::marks::parts;
use gca_session::marks::{first, is_marked, plain, Part};
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
    /// Sets an attribute. A name that is only heard brings its language, where it is heard in place of what the element holds.
    #[inline(never)]
    pub(crate) fn attr(mut self, name: &'static str, value: AttrValue) -> Self {
        #[cfg(feature = "whole")]
        if name == "aria-label" && is_heard_alone(self.0.tag.tag()) {
            if let Some(language) = lone(&value) {
                let language = AttrValue::from(language.to_owned());
                self.0.attributes.set("lang", Some(language));
            }
        }
        self.0.attributes.set(name, Some(unmarked(value)));
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

    /// Adds words to what can hold no element, such as those of a drawing or a choice of a list: it takes the mark of their language,
    /// if they have one alone.
    #[cfg(feature = "whole")]
    pub(crate) fn label(self, words: AttrValue) -> Self {
        let is_choice = self.0.tag.tag() == "option";
        let marked = match lone(&words) {
            Some(language) => self
                .attr("lang", language.to_owned().into())
                .attr_if(is_choice, "dir", "auto"),
            None => self,
        };
        marked.text(unmarked(words))
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
        self.0.tag.set_value(unmarked(value));
        self
    }

    /// Sends a message on an event.
    #[inline(never)]
    pub(crate) fn on(mut self, kind: Kind, shell: &Rc<Shell>, send: Send) -> Self {
        let hears = |kind, send| {
            let shell = shell.clone();
            let on: Rc<dyn Listener> = Rc::new(On { kind, shell, send });
            Some(on)
        };
        let first = hears(kind, send);
        #[cfg(feature = "whole")]
        if matches!(kind, Kind::Change) {
            let typing = hears(Kind::Input, Send::Draft);
            self.0.tag.set_listeners(Box::new([first, typing]));
            return self;
        }
        self.0.tag.set_listeners(Box::new([first]));
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

/// Words alone; those of another language are in an element that says so.
#[inline(never)]
pub(crate) fn text(words: AttrValue) -> Html {
    if !is_marked(&words) {
        return yew::virtual_dom::VText::new(words).into();
    }
    all(pieces(&mut &*words, 0))
}

/// The parts of marked words, up to the end of the language that is open.
fn pieces(rest: &mut &str, depth: usize) -> Vec<Html> {
    let mut done = Vec::new();
    while let Some((part, after)) = first(rest, depth) {
        *rest = after;
        done.push(match part {
            Part::Words(words) => yew::virtual_dom::VText::new(words.to_owned()).into(),
            Part::Open(language) => spoken(language).kids(pieces(rest, depth + 1)).html(),
            Part::Close => break,
        });
    }
    done
}

/// Whether the name of such an element is all that is heard of it.
#[cfg(feature = "whole")]
fn is_heard_alone(tag: &str) -> bool {
    ["button", "input", "select", "svg", "a", "summary"].contains(&tag)
}

/// The language of words that are all marked with the same.
#[cfg(feature = "whole")]
fn lone(words: &str) -> Option<&str> {
    let mut around = Vec::new();
    let mut found = None;
    for part in parts(words) {
        match part {
            Part::Open(language) => around.push(language),
            Part::Close => _ = around.pop(),
            Part::Words(words) if words.contains(char::is_alphabetic) => {
                let language = *around.last()?;
                if *found.get_or_insert(language) != language {
                    return None;
                }
            }
            Part::Words(_) => {}
        }
    }
    found
}

/// An element for words of a language.
#[inline(never)]
pub(crate) fn spoken(language: &str) -> El {
    el("bdi").attr("lang", language.to_owned().into())
}

/// Words for what has no place for a mark.
pub(crate) fn unmarked(words: AttrValue) -> AttrValue {
    match plain(&words) {
        std::borrow::Cow::Owned(plain) => plain.into(),
        _ => words,
    }
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
    /// The change of a choice: unlike in a field, nothing is typed before it.
    Choice,
    /// The same of a radio button: the browser shows by itself what became of its group.
    Radio,
    Input,
    Cancel,
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
    /// The language of the field.
    Language,
    /// A part of a piece of evidence, with the text of the field.
    #[cfg(feature = "whole")]
    Evidence(usize, usize, gca_session::whole::Part),
    /// Who answered a question, with the text of the field.
    #[cfg(feature = "whole")]
    Who(usize),
    /// What a key does that is pressed on an answer of a question.
    Key(usize),
    /// The form of a dialog.
    #[cfg(feature = "whole")]
    Form,
    /// Nothing yet: the field is read when it is left.
    #[cfg(feature = "whole")]
    Draft,
    /// What the value of a field or a choice becomes, with a place of the page.
    #[cfg(feature = "whole")]
    Value(usize, fn(usize, Rc<str>) -> WholeMsg),
    /// The weight of an area or an indicator, with the choice of the field.
    #[cfg(feature = "whole")]
    Weigh(gca_engine::Node),
    /// What a form was filled with, in the field of this selector, which is empty from then on.
    #[cfg(feature = "whole")]
    Typed(&'static str, fn(Rc<str>) -> WholeMsg),
    /// What is asked for where answers are handed in.
    #[cfg(feature = "whole")]
    Hand(crate::effects::workshop::Hand),
    /// The picture of a chart is saved.
    #[cfg(feature = "whole")]
    Picture(crate::effects::picture::Wanted),
    /// What is done about a question that the room sees.
    #[cfg(feature = "whole")]
    Present(crate::effects::present::Act),
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
            Kind::Change | Kind::Choice | Kind::Radio => ListenerKind::onchange,
            Kind::Input => ListenerKind::oninput,
            Kind::Cancel => ListenerKind::oncancel,
            Kind::Key => ListenerKind::onkeydown,
            Kind::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        let target = event.target();
        #[cfg(feature = "whole")]
        if matches!(self.kind, Kind::Change | Kind::Choice | Kind::Radio) {
            self.shell.draft.read();
        }
        let msg = match &self.send {
            Send::Msg(msg) => Some(msg.clone()),
            Send::Note(at) => target
                .and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok())
                .map(|field| Msg::Note(*at, field.value().into())),
            Send::Measure(at) => target
                .and_then(|t| t.dyn_into::<HtmlInputElement>().ok())
                .map(|field| Msg::Answer(*at, measure(&field.value()))),
            Send::Language => {
                if let Some(field) = target {
                    let language = crate::config::text(&field, "value");
                    self.shell.host.speak(&language);
                }
                None
            }
            #[cfg(feature = "whole")]
            Send::Evidence(at, entry, part) => {
                let text = typed(target);
                text.map(|text| Msg::Whole(WholeMsg::Evidence(*at, *entry, *part, text)))
            }
            #[cfg(feature = "whole")]
            Send::Who(at) => typed(target).map(|text| Msg::Whole(WholeMsg::Who(*at, text))),
            Send::Key(at) => keys::pressed(&event, *at),
            #[cfg(feature = "whole")]
            Send::Value(at, made) => target
                .and_then(|t| js_sys::Reflect::get(&t, &"value".into()).ok())
                .and_then(|value| value.as_string())
                .map(|value| Msg::Whole(made(*at, value.into()))),
            #[cfg(feature = "whole")]
            Send::Draft => {
                self.shell.draft.keep(target);
                None
            }
            #[cfg(feature = "whole")]
            Send::Form => {
                event.prevent_default();
                crate::effects::device::form(&self.shell)
            }
            #[cfg(feature = "whole")]
            Send::Typed(selector, made) => {
                event.prevent_default();
                let field = self.shell.root.query_selector(selector).ok().flatten();
                field.map(|field| {
                    let typed = crate::config::text(&field, "value");
                    let _ = js_sys::Reflect::set(&field, &"value".into(), &"".into());
                    Msg::Whole(made(typed.into()))
                })
            }
            #[cfg(feature = "whole")]
            Send::Hand(what) => {
                crate::effects::workshop::hand_in(&self.shell, *what);
                None
            }
            #[cfg(feature = "whole")]
            Send::Weigh(node) => target.map(|field| {
                let weight = js_sys::parse_float(&crate::config::text(&field, "value"));
                use gca_session::whole::results::Msg::Weigh;
                Msg::Whole(WholeMsg::Results(Weigh(*node, weight)))
            }),
            #[cfg(feature = "whole")]
            Send::Picture(wanted) => {
                crate::effects::picture::save(&self.shell, &event, wanted);
                None
            }
            #[cfg(feature = "whole")]
            Send::Present(act) => {
                crate::effects::present::act(&self.shell, &event, *act);
                None
            }
        };
        match (msg, self.kind) {
            (Some(msg), Kind::Radio) => self.shell.dispatch_shown(msg),
            // As the box is now: it may be pressed again before the page followed.
            (Some(Msg::Tick(at, option, on)), Kind::Choice) => {
                let field = event.target().and_then(|t| t.dyn_into().ok());
                let on = field.map_or(on, |field: HtmlInputElement| field.checked());
                self.shell.dispatch_shown(Msg::Tick(at, option, on));
            }
            (Some(msg), _) => self.shell.dispatch(msg),
            _ => {}
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Takes an event that changes nothing the way of an answer.
pub(crate) fn rehearse(shell: &Rc<Shell>, event: Event) {
    let listener = On {
        kind: Kind::Click,
        shell: shell.clone(),
        send: Send::Msg(Msg::Rehearse),
    };
    listener.handle(event);
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
