//! One question.

#[cfg(feature = "whole")]
mod evidence;
#[cfg(feature = "whole")]
mod extras;
#[cfg(feature = "whole")]
mod words;

#[cfg(feature = "whole")]
pub(super) use evidence::host;
#[cfg(feature = "whole")]
pub(super) use evidence::limited;
#[cfg(feature = "whole")]
pub(super) use extras::{new_tab, outward, reading};
#[cfg(feature = "whole")]
pub(super) use words::all_words;

use crate::dom::{el, El, Kind, Send};
use crate::format::integer;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_engine::{Answer, Goalposts};
use gca_session::view::{Hidden, QuestionView};
use gca_session::{Feature, Key, Msg, MAX_NOTE};
use yew::{AttrValue, Html};

pub(crate) fn question(ui: &Ui, q: &QuestionView) -> Html {
    let number = ui.number(q.number);
    let body_id = id("q", q.at);
    let number_mark = el("span|q-no muted num").text(number.clone());
    if let Some(hidden) = &q.hidden {
        let words = el("p|q-text muted").el(number_mark).space().words(&q.text);
        let body = el("div|q-body")
            .attr("id", body_id)
            .el(words)
            .el(why_hidden(ui, hidden));
        return el("div|q|part=question").key(q.at).el(body).html();
    }
    let legend = el("legend|q-text").el(number_mark).space();
    #[cfg(feature = "whole")]
    let legend = extras::mark(ui, q, legend);
    let mut body = el("fieldset|q-body")
        .attr("id", body_id)
        .el(legend.words(&q.text))
        .el(help(ui, q));
    #[cfg(feature = "whole")]
    {
        body = body.el_if(!q.extras.words.is_empty(), || words::explained(ui, q));
    }
    body = body.el_if(q.is_invalid, || {
        let words = el("span").t(ui, Key::StateInvalid);
        el("p|error-text").kid(icon(Icon::Warn)).el(words)
    });
    #[cfg(feature = "whole")]
    {
        body = extras::before(ui, q, body);
    }
    body = body.on(Kind::Key, ui.shell, Send::Key(q.at));
    body = match q.measure {
        Some((goalposts, value)) => body.el(measure(ui, q, goalposts, value)),
        None => options(ui, q, body),
    };
    let has_notes = !ui.model.hides(Feature::Notes);
    body = match &q.note {
        Some(words) if has_notes => body.el(note(ui, q.at, words)),
        _ => body.kid(Html::default()),
    };
    #[cfg(feature = "whole")]
    {
        body = extras::who(ui, q, evidence::evidence(ui, q, body));
    }
    let tools = el("div|row q-tools").el_if(has_notes && q.note.is_none(), || {
        let label = ui.fill(Key::QuestionAddNoteLabel, &[("number", &number)]);
        let add = ui.link(Msg::OpenNote(q.at), ui.t(Key::QuestionAddNote));
        add.attr("aria-label", label)
    });
    #[cfg(feature = "whole")]
    let tools = extras::tools(ui, q, tools);
    // It has its room before there is anything to clear: an answer moves nothing, and costs less to lay out.
    let label = ui.fill(Key::QuestionClearLabel, &[("number", &number)]);
    let clear = ui.link(Msg::Clear(q.at), ui.t(Key::QuestionClear));
    let clear = clear
        .attr("aria-label", label)
        .class(AttrValue::Static(if q.is_answered {
            "link"
        } else {
            "link off"
        }));
    el("div|q|part=question")
        .key(q.at)
        .el(body.el(tools.el(clear)))
        .html()
}

fn id(prefix: &str, at: usize) -> AttrValue {
    [prefix, &integer(at)].concat().into()
}

fn why_hidden(ui: &Ui, hidden: &Hidden) -> El {
    let number = ui.number(hidden.number);
    let key = if hidden.not_applicable {
        Key::QuestionHiddenNa
    } else {
        Key::QuestionImplied
    };
    let words = ui.fill(key, &[("number", &number), ("answer", &hidden.answer)]);
    let change = ui.fill(Key::QuestionChangeOther, &[("number", &number)]);
    el("div|stack-s")
        .el(el("p|muted").text(words))
        .el(ui.link(Msg::Jump(hidden.at), change))
}

fn help(ui: &Ui, q: &QuestionView) -> El {
    let mut body = el("div|disc-body stack-s|aria-live=polite");
    body = match &q.more {
        Some((help, evidence)) => {
            body = body.el(el("p").words(help));
            if !evidence.is_empty() {
                let mut list = el("ul|blist");
                for item in evidence {
                    list = list.el(el("li").words(item));
                }
                body = body.el(ui.p("strong", Key::QuestionEvidence)).el(list);
            }
            #[cfg(feature = "whole")]
            {
                body = extras::sources(ui, q, body);
            }
            body
        }
        None if q.more_failed => body.el(ui.p("", Key::QuestionNoHelp)),
        None => body.el(ui.p("", Key::QuestionLoading)),
    };
    let summary = el("summary")
        .click(ui.shell, Msg::Help)
        .t(ui, Key::QuestionHelp);
    el("details|disc|part=help").el(summary).el(body)
}

/// A choice with its label; the whole row is the target.
fn choice(ui: &Ui, place: El, (input, kind): (El, Kind), on: bool, msg: Msg, words: El) -> El {
    let input = input.checked(on).on(kind, ui.shell, Send::Msg(msg));
    place.el(input).el(words)
}

fn input(q: &QuestionView) -> (El, Kind) {
    let (input, kind) = if q.checklist {
        (el("input||type=checkbox"), Kind::Choice)
    } else {
        (el("input||type=radio"), Kind::Radio)
    };
    (input.attr("name", id("g", q.at)), kind)
}

fn options(ui: &Ui, q: &QuestionView, body: El) -> El {
    let mut ladder = if q.checklist {
        el("div|ladder checks")
    } else {
        el("div|ladder ordered")
    };
    let mut apart = el("div|row");
    let (mut total, mut on) = (0, 0);
    for (i, option) in q.options.iter().enumerate() {
        let msg = if q.checklist {
            Msg::Tick(q.at, i, !option.on)
        } else {
            Msg::Answer(q.at, Some(Answer::Option(i as u8)))
        };
        let words = el("span").words(&option.label);
        if option.exclusive {
            let place = el("label|pick own|part=option");
            apart = apart.el(choice(ui, place, input(q), option.on, msg, words));
        } else {
            total += 1;
            on += usize::from(option.on);
            let place = el("label|rung|part=option");
            ladder = ladder.el(choice(ui, place, input(q), option.on, msg, words));
        }
    }
    let apart = unknown(ui, q, apart);
    let select = || {
        let values = [("n", &*ui.whole(on)), ("total", &*ui.whole(total))];
        let count = ui.fill(Key::QuestionSelected, &values);
        ui.p("hint muted small", Key::QuestionSelect)
            .space()
            .el(el("span|num strong|role=status").text(count))
    };
    let when = || {
        let words = ui.fill(Key::QuestionNaWhen, &[("condition", &q.na_when)]);
        el("p|hint muted small after").text(words)
    };
    body.el_if(q.checklist, select)
        .el(ladder)
        .el(apart)
        .el_if(q.not_applicable.is_some() && !q.na_when.is_empty(), when)
}

/// "Don't know" and "Not applicable", off the ladder.
fn unknown(ui: &Ui, q: &QuestionView, mut row: El) -> El {
    for (on, answer, key) in [
        (Some(q.dont_know), Answer::DontKnow, Key::QuestionDontKnow),
        (
            q.not_applicable,
            Answer::NotApplicable,
            Key::QuestionNotApplicable,
        ),
    ] {
        let Some(on) = on else { continue };
        let boxes = q.checklist || q.measure.is_some();
        let input = if boxes {
            (el("input||type=checkbox"), Kind::Choice)
        } else {
            input(q)
        };
        let msg = Msg::Answer(q.at, (!(boxes && on)).then_some(answer));
        row = row.el(choice(
            ui,
            el("label|pick|part=option"),
            input,
            on,
            msg,
            el("span").t(ui, key),
        ));
    }
    row
}

/// A quantitative question: one field.
fn measure(ui: &Ui, q: &QuestionView, goalposts: Goalposts, value: Option<f64>) -> El {
    let shown = value.and_then(|v| js_sys::Number::from(v).to_string_with_radix(10).ok());
    let field = el("input|input|type=text|inputmode=decimal")
        .value(shown.map(String::from).unwrap_or_default().into())
        .on(Kind::Change, ui.shell, Send::Measure(q.at));
    let mut label = el("label").el(el("span|label").t(ui, Key::QuestionNumber));
    if goalposts.min.is_finite() && goalposts.max.is_finite() {
        let (min, max) = (
            ui.format.plain(goalposts.min),
            ui.format.plain(goalposts.max),
        );
        let range = ui.fill(Key::Range, &[("low", &min), ("high", &max)]);
        label = label.el(el("span|hint muted small num").text(range));
    }
    el("div|stack-s")
        .el(label.el(field))
        .el(unknown(ui, q, el("div|row")))
}

fn note(ui: &Ui, at: usize, note: &str) -> El {
    let label = el("label|label")
        .attr("for", id("n", at))
        .t(ui, Key::QuestionNote)
        .space()
        .el(el("span|muted").t(ui, Key::QuestionOptional));
    let hint = ui
        .p("hint muted small", Key::QuestionNoteHint)
        .attr("id", id("nh", at));
    let part = el("div|q-note|part=note").el(label).el(hint);
    let mut field = el("textarea|input|rows=3|dir=auto")
        .attr("id", id("n", at))
        .value(note.to_owned().into())
        .on(Kind::Input, ui.shell, Send::Note(at));
    let length = note.chars().count();
    let too_long = length > MAX_NOTE;
    let described = if too_long { "ne" } else { "nh" };
    field = field
        .attr_if(too_long, "aria-invalid", "true")
        .attr("aria-describedby", id(described, at));
    let error = || {
        let words = ui.fill(
            Key::QuestionNoteLong,
            &[("max", &ui.whole(MAX_NOTE)), ("n", &ui.whole(length))],
        );
        let error = el("span|vh").t(ui, Key::QuestionError).space();
        let words = el("span").el(error).text(words);
        let place = el("p|error-text").attr("id", id("ne", at));
        place.kid(icon(Icon::Warn)).el(words)
    };
    part.el_if(too_long, error).el(field)
}
