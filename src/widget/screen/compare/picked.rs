//! What is compared with what.

use super::{message, name_of};
use crate::dom::{el, El, Kind, Send};
use crate::screen::compare::marks::Shape;
use crate::ui::Ui;
use gca_engine::Points;
use gca_session::whole::compare::{Msg, Other, Which};
use gca_session::{Key, Saving};
use yew::AttrValue;

pub(super) fn picked(ui: &Ui, others: &[Other]) -> El {
    let own = own(ui);
    if others.is_empty() {
        return el("section").el(el("ul|picked").el(own));
    }
    let mut list = el("ul|picked").el(own);
    for (at, other) in others.iter().enumerate() {
        list = list.el(card(ui, at, other));
    }
    let legend = el("legend").kid(ui.h(1, "t2", Key::CompareWith));
    el("fieldset").el(legend).el(list)
}

fn own(ui: &Ui) -> El {
    let model = ui.model;
    let name = match &**model.name() {
        "" => ui.t(Key::CompareThis),
        name => name.to_owned().into(),
    };
    let mut facts = Vec::new();
    if !model.name().is_empty() {
        facts.push(ui.t(Key::CompareThis));
    }
    let saved = match model.saving() {
        Saving::Saved(at) => at,
        _ => 0.0,
    };
    let points = model.assessment().overall.as_ref().map(|o| o.points);
    let words = el("div|choice")
        .kid(Shape::Own.key())
        .el(words(ui, name, facts, saved));
    el("li|card").el(words).el(score(ui, points))
}

fn card(ui: &Ui, at: usize, other: &Other) -> El {
    let mut facts = Vec::new();
    match &other.which {
        Which::Earlier => facts.push(ui.t(Key::CompareEarlier)),
        Which::Device(_) => facts.push(ui.t(Key::CompareOnDevice)),
        Which::Added(_) if other.name.is_empty() => facts.push(ui.t(Key::CompareOfFile)),
        Which::Added(_) => facts.push(ui.fill(Key::CompareFromFile, &[("name", &other.file)])),
    }
    if other.is_quick {
        facts.push(ui.t(Key::AppQuick));
    }
    let field = el("input||type=radio|name=with")
        .checked(other.is_chosen)
        .on(
            Kind::Change,
            ui.shell,
            Send::Msg(message(Msg::With(other.which.clone()))),
        );
    let name = name_of(ui, other);
    let label = el("label|choice")
        .el(field)
        .el_if(other.is_chosen, || el("span").kid(Shape::Other.key()))
        .el(words(ui, name.clone(), facts, other.saved));
    let remove = || {
        let id = match other.which {
            Which::Added(id) => id,
            _ => 0,
        };
        let label = ui.fill(Key::CompareRemoveLabel, &[("name", &name)]);
        ui.link(message(Msg::Remove(id)), ui.t(Key::CompareRemove))
            .attr("aria-label", label)
    };
    el("li|card")
        .key(at)
        .el(label)
        .el(score(ui, other.points))
        .el_if(matches!(other.which, Which::Added(_)), remove)
}

/// A name, what there is to say of it, and when it was saved if that is known.
fn words(ui: &Ui, name: AttrValue, facts: Vec<AttrValue>, saved: f64) -> El {
    let mut line = el("span|small muted beside");
    let dated = if facts.is_empty() { "" } else { "· " };
    for (at, fact) in facts.into_iter().enumerate() {
        let dot = if at > 0 { " · " } else { "" };
        line = line.text(dot.into()).el(el("bdi").text(fact));
    }
    if saved > 0.0 {
        // The dot goes to the next line with its date.
        let day = el("span|nowrap")
            .text(dated.into())
            .el(el("bdi").words(&ui.format.day(saved)));
        line = line.space().el(day);
    }
    el("span").el(el("bdi|strong").text(name)).space().el(line)
}

fn score(ui: &Ui, points: Option<Points>) -> El {
    let score = match points.and_then(Points::score) {
        Some(score) => ui.score(score).into(),
        None => ui.t(Key::ResultsNoneShort),
    };
    el("b|num").text(score)
}
