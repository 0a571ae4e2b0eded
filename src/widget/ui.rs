//! What every screen needs at hand: texts, numbers and callbacks.

use crate::format::Format;
use crate::shell::Shell;
use gca_engine::Points;
use gca_session::catalog::{fill, pieces, Piece};
use gca_session::view::Number;
use gca_session::{Key, Model, Msg};
use std::rc::Rc;
use yew::{html, AttrValue, Callback, Html, MouseEvent};

/// The state with everything needed to draw it.
#[derive(Clone, Copy)]
pub(crate) struct Ui<'a> {
    pub(crate) shell: &'a Rc<Shell>,
    pub(crate) model: &'a Model,
    pub(crate) format: &'a Format,
    pub(crate) direction: &'a str,
}

impl Ui<'_> {
    /// A text.
    pub(crate) fn t(&self, key: Key) -> AttrValue {
        self.model.catalog().text(key).into()
    }

    /// A text with its placeholders filled.
    pub(crate) fn fill(&self, key: Key, values: &[(&str, &str)]) -> AttrValue {
        self.model.catalog().fill(key, values).into()
    }

    /// The form of a text that agrees with a number; `{n}` is the number itself.
    pub(crate) fn count(&self, key: Key, n: usize) -> AttrValue {
        let text = self.model.catalog().plural(key, n);
        fill(&text, &[("n", &self.whole(n))]).into()
    }

    /// A text with markup in the places of its placeholders.
    pub(crate) fn rich(&self, text: &str, values: &[(&str, Html)]) -> Html {
        let value = |name: &str| {
            let found = values.iter().find(|(n, _)| *n == name);
            found.map(|(_, html)| html.clone()).unwrap_or_default()
        };
        pieces(text)
            .map(|piece| match piece {
                Piece::Words(words) => Html::from(AttrValue::from(words.to_owned())),
                Piece::Slot(name) => value(name),
            })
            .collect()
    }

    pub(crate) fn whole(&self, n: usize) -> Rc<str> {
        self.format.whole(n)
    }

    pub(crate) fn score(&self, points: f64) -> Rc<str> {
        self.format.score(points, self.model.bank().stages())
    }

    /// The range of what is possible, or that there is none.
    pub(crate) fn range(&self, points: Points) -> AttrValue {
        if points.coverage > 1.0 - 1e-9 {
            return self.t(Key::ResultsExactShort);
        }
        let (low, high) = (self.score(points.low), self.score(points.high()));
        self.fill(Key::Range, &[("low", &low), ("high", &high)])
    }

    /// A number as people read it, such as 2.4.1.
    pub(crate) fn number(&self, n: Number) -> AttrValue {
        let mut text = String::new();
        for part in [n.area, n.indicator, n.question] {
            if part > 0 {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(&self.whole(part));
            }
        }
        text.into()
    }

    /// Number and title, as in "2.4 Critical infrastructure".
    pub(crate) fn numbered(&self, n: Number, title: &str) -> AttrValue {
        [&*self.number(n), " ", title].concat().into()
    }

    pub(crate) fn stage(&self, at: usize) -> AttrValue {
        let stage = self.model.texts().stages.get(at);
        stage.map(|s| s.0.clone()).unwrap_or_default().into()
    }

    /// Sends a message when clicked.
    pub(crate) fn click(&self, msg: Msg) -> Callback<MouseEvent> {
        self.on(msg)
    }

    /// Sends a message on any event.
    pub(crate) fn on<E>(&self, msg: Msg) -> Callback<E> {
        let shell = self.shell.clone();
        Callback::from(move |_| shell.dispatch(msg.clone()))
    }

    /// Sends a message made from the event.
    pub(crate) fn with<E: 'static>(
        &self,
        make: impl Fn(E) -> Option<Msg> + 'static,
    ) -> Callback<E> {
        let shell = self.shell.clone();
        Callback::from(move |event| {
            if let Some(msg) = make(event) {
                shell.dispatch(msg);
            }
        })
    }

    /// A heading, at the level that the host page wants: `level` counts from the page's own, 0.
    pub(crate) fn heading(&self, level: u8, class: &'static str, text: Html) -> Html {
        let tag = match self.shell.heading.saturating_add(level) {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        };
        html! { <@{tag} {class}>{text}</@> }
    }

    /// The heading of the page, which takes the focus when the page changes.
    pub(crate) fn title(&self, text: AttrValue) -> Html {
        let tag = match self.shell.heading {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            _ => "h4",
        };
        html! { <@{tag} class="t1" id="title" tabindex="-1" part="title">{text}</@> }
    }

    pub(crate) fn button(&self, class: &'static str, msg: Msg, text: AttrValue) -> Html {
        let part = match class {
            "btn primary" => "button-primary",
            _ => "button",
        };
        html! { <button type="button" {class} {part} onclick={self.click(msg)}>{text}</button> }
    }

    pub(crate) fn link(&self, msg: Msg, text: AttrValue, label: Option<AttrValue>) -> Html {
        html! {
            <button type="button" class="link" aria-label={label} onclick={self.click(msg)}>{text}</button>
        }
    }
}

/// A number that is not broken over two lines and keeps its direction.
pub(crate) fn num(text: impl Into<AttrValue>) -> Html {
    html! { <span class="num">{text.into()}</span> }
}

/// The same, strong.
pub(crate) fn strong(text: impl Into<AttrValue>) -> Html {
    html! { <strong class="num">{text.into()}</strong> }
}
