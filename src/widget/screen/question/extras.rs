//! What a question shows in the whole program besides what is asked.

use super::{evidence, id};
use crate::dom::{el, El, Kind, Send};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::details::{safe_link, MAX_NAME};
use gca_session::view::QuestionView;
use gca_session::whole::{Before, Source, Words};
use gca_session::{Key, Msg, WholeMsg};
use yew::AttrValue;

/// That it is to come back to.
pub(super) fn mark(ui: &Ui, q: &QuestionView, legend: El) -> El {
    legend.el_if(q.extras.flagged, || {
        let words = el("span|vh")
            .t(ui, Key::QuestionFlagged)
            .t(ui, Key::SignColon);
        el("span|flag").kid(icon(Icon::Flag)).el(words)
    })
}

/// The answer of the earlier round, to take again.
pub(super) fn before(ui: &Ui, q: &QuestionView, body: El) -> El {
    let Some(before) = &q.extras.before else {
        return body.kid(yew::Html::default());
    };
    let label = ui.fill(
        Key::QuestionAsBeforeLabel,
        &[("number", &ui.number(q.number))],
    );
    let take = ui.link(
        Msg::Whole(WholeMsg::AsBefore(q.at)),
        ui.t(Key::QuestionAsBefore),
    );
    let line = el("p|before row small")
        .el(el("span||dir=auto").text(last_time(ui, before)))
        .el(take.attr("aria-label", label));
    body.el(line)
}

fn last_time(ui: &Ui, before: &Before) -> AttrValue {
    let answer: AttrValue = match &before.answer {
        Words::Chosen(words) => words.clone().into(),
        Words::Number(x) => ui.format.plain(*x).into(),
        Words::DontKnow => ui.t(Key::QuestionDontKnow),
        Words::NotApplicable => ui.t(Key::QuestionNotApplicable),
    };
    let mut when = before.name.to_string();
    if before.saved > 0.0 {
        if !when.is_empty() {
            when.push_str(&ui.t(Key::SignComma));
        }
        when.push_str(&ui.format.day(before.saved));
    }
    if when.is_empty() {
        return ui.fill(Key::QuestionBefore, &[("answer", &answer)]);
    }
    let values = [("when", &*when), ("answer", &*answer)];
    ui.fill(Key::QuestionBeforeWhen, &values)
}

/// What the question rests on, with its links.
pub(super) fn sources(ui: &Ui, q: &QuestionView, body: El) -> El {
    if q.extras.sources.is_empty() {
        return body;
    }
    body.el(ui.p("strong", Key::QuestionSources))
        .el(reading(ui, &q.extras.sources))
}

/// Publications with their links.
pub(in crate::screen) fn reading(ui: &Ui, sources: &[Source]) -> El {
    let mut list = el("ul|blist");
    for source in sources {
        let mut item = el("li");
        item = match safe_link(&source.link) {
            Some(address) => item.el(outward(address).words(&source.title).el(new_tab(ui))),
            None => item.words(&source.title),
        };
        let mut rest = String::new();
        for part in [&source.origin, &source.locator] {
            if !part.is_empty() {
                rest.push_str(&ui.t(Key::SignComma));
                rest.push_str(part);
            }
        }
        list = list.el(item.el(el("span|muted").text(rest.into())));
    }
    list
}

/// A link that leaves the page: in a tab of its own, which is told nothing of this one.
pub(in crate::screen) fn outward(address: &str) -> El {
    el("a|out|target=_blank|rel=noopener noreferrer").attr("href", address.to_owned().into())
}

pub(in crate::screen) fn new_tab(ui: &Ui) -> El {
    el("span|vh").space().t(ui, Key::EvidenceNewTab)
}

/// Who answered, where the host asks for it.
pub(super) fn who(ui: &Ui, q: &QuestionView, body: El) -> El {
    let Some(who) = &q.extras.who else {
        return body;
    };
    let label = el("label|label")
        .attr("for", id("w", q.at))
        .t(ui, Key::QuestionWho)
        .space()
        .el(el("span|muted").t(ui, Key::QuestionOptional));
    let hint = ui
        .p("hint muted small", Key::QuestionWhoHint)
        .attr("id", id("wh", q.at));
    let field = el("input|input|type=text|dir=auto|autocomplete=off")
        .attr("id", id("w", q.at))
        .value(who.clone().into())
        .on(Kind::Input, ui.shell, Send::Who(q.at));
    let part = el("div|q-note").el(label).el(hint);
    body.el(evidence::limited(
        ui,
        part,
        field,
        who,
        MAX_NAME,
        [id("wh", q.at), id("we", q.at)],
    ))
}

/// Buttons for evidence and for the flag.
pub(super) fn tools(ui: &Ui, q: &QuestionView, tools: El) -> El {
    let number = ui.number(q.number);
    let add = || {
        let label = ui.fill(Key::QuestionAddEvidenceLabel, &[("number", &number)]);
        let msg = Msg::Whole(WholeMsg::AddEvidence(q.at));
        let add = ui.link(msg, ui.t(Key::QuestionAddEvidence));
        add.attr("aria-label", label).attr("id", id("ea", q.at))
    };
    let on = q.extras.flagged;
    let label = ui.fill(Key::QuestionFlagLabel, &[("number", &number)]);
    let flag = el("button|link flagging|type=button")
        .flag("aria-pressed", on)
        .attr("aria-label", label)
        .click(ui.shell, Msg::Whole(WholeMsg::Flag(q.at, !on)))
        .kid(icon(Icon::Flag))
        .space()
        .t(ui, Key::QuestionFlag);
    tools.el_if(q.extras.can_add, add).el(flag)
}
