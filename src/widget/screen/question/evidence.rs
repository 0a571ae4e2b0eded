//! The evidence of a question: pieces of four short texts each.

use super::extras::{new_tab, outward};
use super::id;
use crate::dom::{el, El, Kind, Send};
use crate::format::integer;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::details::{
    safe_link, Evidence, MAX_DATE, MAX_EVIDENCE, MAX_EVIDENCE_TEXT, MAX_LINK, MAX_REFERENCE,
};
use gca_session::view::QuestionView;
use gca_session::whole::Part;
use gca_session::{Feature, Key, Msg, WholeMsg};
use yew::{AttrValue, Html};

pub(super) fn evidence(ui: &Ui, q: &QuestionView, body: El) -> El {
    let extras = &q.extras;
    let is_none = extras.evidence.is_empty() && !extras.is_removed;
    if is_none || ui.model.hides(Feature::Evidence) {
        return body.kid(Html::default());
    }
    let mut list = el("div|evidence stack");
    for (n, entry) in extras.evidence.iter().enumerate() {
        list = list.el(piece(ui, q, n, entry));
    }
    let most = || {
        let words = ui.fill(Key::EvidenceMost, &[("max", &ui.whole(MAX_EVIDENCE))]);
        el("p|hint muted small").text(words)
    };
    let removed = || {
        let words = ui.fill(Key::EvidenceRemoved, &[("number", &ui.number(q.number))]);
        let back = ui.link(Msg::Whole(WholeMsg::PutBack), ui.t(Key::EvidencePutBack));
        el("p|row small").el(el("span").text(words)).el(back)
    };
    body.el(list
        .el_if(!extras.can_add, most)
        .el_if(extras.is_removed, removed))
}

fn piece(ui: &Ui, q: &QuestionView, n: usize, entry: &Evidence) -> El {
    let (number, shown) = (ui.number(q.number), ui.whole(n + 1));
    let values = [("n", &*shown), ("number", &*number)];
    let place = [&*id("e", q.at), "-", &integer(n)].concat();
    let remove = ui.link(
        Msg::Whole(WholeMsg::RemoveEvidence(q.at, n)),
        ui.t(Key::EvidenceRemove),
    );
    let head = el("div|row between")
        .el(el("span|label small").text(ui.fill(Key::EvidenceEntry, &values)))
        .el(remove.attr("aria-label", ui.fill(Key::EvidenceRemoveLabel, &values)));
    let mut fields = el("div|fields");
    for (part, key, text, max) in [
        (
            Part::Text,
            Key::EvidenceText,
            &entry.text,
            MAX_EVIDENCE_TEXT,
        ),
        (
            Part::Reference,
            Key::EvidenceReference,
            &entry.reference,
            MAX_REFERENCE,
        ),
        (Part::Date, Key::EvidenceDate, &entry.date, MAX_DATE),
        (Part::Link, Key::EvidenceLink, &entry.link, MAX_LINK),
    ] {
        let part_id = |more: &str| -> AttrValue {
            [&*place, "-", &integer(part as usize), more]
                .concat()
                .into()
        };
        let field = match part {
            Part::Link => el(
                "input|input|type=text|dir=auto|autocomplete=off|inputmode=url|spellcheck=false",
            ),
            _ => el("input|input|type=text|dir=auto|autocomplete=off"),
        };
        let field = field.attr("id", part_id("")).value(text.clone().into()).on(
            Kind::Input,
            ui.shell,
            Send::Evidence(q.at, n, part),
        );
        let label = el("label|label small").attr("for", part_id("")).t(ui, key);
        let about = match part {
            Part::Link => link(ui, text),
            _ => None,
        };
        let hint = if about.is_some() {
            part_id("h")
        } else {
            "".into()
        };
        let place = match part {
            Part::Text | Part::Link => el("div|wide-field"),
            _ => el("div"),
        };
        let mut place = limited(
            ui,
            place.el(label),
            field,
            text,
            max,
            [hint.clone(), part_id("e")],
        );
        // Its place stays: what stands before it is not made anew as it comes.
        place = match about {
            Some(about) => place.el(about.attr("id", hint)),
            None => place.kid(Html::default()),
        };
        fields = fields.el(place);
    }
    el("div|piece|role=group")
        .key(n)
        .attr("id", place.into())
        .attr("aria-label", ui.fill(Key::EvidenceEntry, &values))
        .el(head)
        .el(fields)
}

/// What becomes of a link: a real one, where it is safe and says where it leads.
fn link(ui: &Ui, text: &str) -> Option<El> {
    if text.is_empty() {
        return None;
    }
    let place = el("p|small after-field");
    Some(match safe_link(text) {
        Some(address) => {
            let words = ui.fill(Key::EvidenceOpen, &[("host", host(address))]);
            place.el(outward(address).text(words).el(new_tab(ui)))
        }
        None => place.el(el("span|muted").t(ui, Key::EvidenceNoLink)),
    })
}

/// Where a safe link leads: the host, or the person.
pub(in crate::screen) fn host(address: &str) -> &str {
    let (_, rest) = address.split_once(':').unwrap_or(("", address));
    let rest = rest.trim_start_matches('/');
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// A field below what stands before it. A text that is too long is told, and stays.
pub(in crate::screen) fn limited(
    ui: &Ui,
    place: El,
    field: El,
    text: &str,
    max: usize,
    [hint, error_id]: [AttrValue; 2],
) -> El {
    let length = text.chars().count();
    let too_long = length > max;
    let described = if too_long { error_id.clone() } else { hint };
    let mut field = field.attr_if(too_long, "aria-invalid", "true");
    if !described.is_empty() {
        field = field.attr("aria-describedby", described);
    }
    let error = || {
        let values = [("max", &*ui.whole(max)), ("n", &*ui.whole(length))];
        let words = ui.fill(Key::QuestionLong, &values);
        let error = el("span|vh").t(ui, Key::QuestionError).space();
        let words = el("span").el(error).text(words);
        let place = el("p|error-text small").attr("id", error_id);
        place.kid(icon(Icon::Warn)).el(words)
    };
    place.el_if(too_long, error).el(field)
}
