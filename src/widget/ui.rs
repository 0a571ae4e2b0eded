//! What every screen needs at hand: texts, numbers and elements of the house.

use crate::app::{App, Props, Shown};
use crate::dom::{all, el, spoken, text, El};
use crate::format::{integer, Format};
use crate::shell::Shell;
use gca_engine::Points;
use gca_session::catalog::{fill, pieces, Piece};
use gca_session::marks::{first, plain, Part};
use gca_session::view::Number;
use gca_session::{Key, Model, Msg};
use std::rc::Rc;
use yew::{AttrValue, Html};

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
    #[inline(never)]
    pub(crate) fn t(&self, key: Key) -> AttrValue {
        self.model.catalog().text(key).into()
    }

    /// A block of the page, which is drawn anew only when what it shows has changed.
    pub(crate) fn block(&self, shown: Shown, key: usize) -> Html {
        let props = Props {
            shell: self.shell.clone(),
            shown,
            catalog: self.model.catalog().clone(),
        };
        let key = yew::virtual_dom::Key::from(integer(key));
        yew::virtual_dom::VComp::new::<App>(Rc::new(props), Some(key)).into()
    }

    /// A screen is another element than the one before it, which goes as a whole: to make one of the other, place by
    /// place, takes an old laptop longer, and nothing of it is to stay.
    pub(crate) fn page(&self, page: El) -> El {
        page.key(self.model.screen() as usize)
    }

    /// A text with its placeholders filled.
    #[inline(never)]
    pub(crate) fn fill(&self, key: Key, values: &[(&str, &str)]) -> AttrValue {
        self.model.catalog().fill(key, values).into()
    }

    /// The form of a text that agrees with a number; `{n}` is the number itself.
    #[inline(never)]
    pub(crate) fn count(&self, key: Key, n: usize) -> AttrValue {
        let form = self.model.catalog().plural(key, n);
        fill(&form, &[("n", &self.whole(n))]).into()
    }

    /// A text with markup in the places of its placeholders.
    pub(crate) fn rich(&self, words: &str, values: &[(&str, Html)]) -> Html {
        let mut children = Vec::new();
        // A sentence of another language is in one element, with what is filled in.
        if let Some((Part::Open(language), _)) = first(words, 0) {
            let own = self.model.catalog().language();
            let filled: Vec<(&str, Html)> = values
                .iter()
                .map(|(name, html)| (*name, spoken(own).kid(html.clone()).html()))
                .collect();
            let sentence = self.rich(&plain(words), &filled);
            return spoken(language).kid(sentence).html();
        }
        for piece in pieces(words) {
            children.push(match piece {
                Piece::Words(words) => text(words.to_owned().into()),
                Piece::Slot(name) => {
                    let found = values.iter().find(|(n, _)| *n == name);
                    found.map(|(_, html)| html.clone()).unwrap_or_default()
                }
            });
        }
        all(children)
    }

    #[inline(never)]
    pub(crate) fn whole(&self, n: usize) -> Rc<str> {
        self.format.whole(n)
    }

    pub(crate) fn score(&self, points: f64) -> Rc<str> {
        self.format.score(points, self.model.bank().stages())
    }

    /// The headline of points, or that there is none.
    #[inline(never)]
    pub(crate) fn headline(&self, points: Points) -> AttrValue {
        match points.score() {
            Some(score) => self.score(score).into(),
            None => self.t(Key::ResultsNoneShort),
        }
    }

    /// The range of what is possible, or that there is none.
    #[inline(never)]
    pub(crate) fn range(&self, points: Points) -> AttrValue {
        if points.coverage > 1.0 - 1e-9 {
            return self.t(Key::ResultsExactShort);
        }
        let (low, high) = (self.score(points.low), self.score(points.high()));
        self.fill(Key::Range, &[("low", &low), ("high", &high)])
    }

    /// A number as people read it, such as 2.4.1.
    #[inline(never)]
    pub(crate) fn number(&self, n: Number) -> AttrValue {
        let mut words = String::new();
        for part in [n.area, n.indicator, n.question] {
            if part > 0 {
                if !words.is_empty() {
                    words.push('.');
                }
                words.push_str(&self.whole(part));
            }
        }
        words.into()
    }

    /// Number and title, as in "2.4 Critical infrastructure".
    #[inline(never)]
    pub(crate) fn numbered(&self, n: Number, title: &str) -> AttrValue {
        [&*self.number(n), " ", title].concat().into()
    }

    pub(crate) fn stage(&self, at: usize) -> AttrValue {
        let stage = self.model.texts().stages.get(at);
        stage.map(|s| s.0.clone()).unwrap_or_default().into()
    }

    /// A heading, at the level that the host page wants: `level` counts from the page's own, 0.
    #[inline(never)]
    pub(crate) fn heading(&self, level: u8, class: &'static str, words: Html) -> Html {
        let heading = match self.shell.heading.saturating_add(level) {
            0 | 1 => el("h1"),
            2 => el("h2"),
            3 => el("h3"),
            4 => el("h4"),
            5 => el("h5"),
            _ => el("h6"),
        };
        heading.class(class.into()).kid(words).html()
    }

    /// A heading of words alone.
    #[inline(never)]
    pub(crate) fn h(&self, level: u8, class: &'static str, key: Key) -> Html {
        self.heading(level, class, text(self.t(key)))
    }

    /// The heading of the page, which takes the focus when the page changes.
    pub(crate) fn title(&self, words: AttrValue) -> Html {
        self.title_at().text(words).html()
    }

    fn title_at(&self) -> El {
        match self.shell.heading {
            0 | 1 => el("h1|t1|id=title|tabindex=-1|part=title"),
            2 => el("h2|t1|id=title|tabindex=-1|part=title"),
            3 => el("h3|t1|id=title|tabindex=-1|part=title"),
            _ => el("h4|t1|id=title|tabindex=-1|part=title"),
        }
    }

    #[inline(never)]
    pub(crate) fn primary(&self, msg: Msg, words: AttrValue) -> El {
        let button = el("button|btn primary|type=button|part=button-primary");
        button.click(self.shell, msg).text(words)
    }

    #[inline(never)]
    pub(crate) fn button(&self, msg: Msg, words: AttrValue) -> El {
        let button = el("button|btn|type=button|part=button");
        button.click(self.shell, msg).text(words)
    }

    #[inline(never)]
    pub(crate) fn link(&self, msg: Msg, words: AttrValue) -> El {
        el("button|link|type=button")
            .click(self.shell, msg)
            .text(words)
    }

    /// A paragraph.
    #[inline(never)]
    pub(crate) fn p(&self, class: &'static str, key: Key) -> El {
        el("p")
            .attr_if(!class.is_empty(), "class", class)
            .t(self, key)
    }
}
