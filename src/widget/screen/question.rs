//! One question.

use crate::format::integer;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_engine::Answer;
use gca_session::view::{Hidden, OptionView, QuestionView};
use gca_session::{Key, Msg, MAX_NOTE};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{html, AttrValue, Event, Html, InputEvent};

pub(crate) fn question(ui: &Ui, q: &QuestionView) -> Html {
    let number = ui.number(q.number);
    let id: AttrValue = ["q", &integer(q.at)].concat().into();
    let key = integer(q.at);
    if let Some(hidden) = &q.hidden {
        return html! {
            <div {key} class="q" part="question"><div class="q-body" {id}>
                <p class="q-text muted"><span class="q-no muted num">{number}</span>{" "}{q.text.clone()}</p>
                {why_hidden(ui, hidden)}
            </div></div>
        };
    }
    html! {
        <div {key} class="q" part="question">
            <fieldset class="q-body" {id}>
                <legend class="q-text"><span class="q-no muted num">{number.clone()}</span>{" "}{q.text.clone()}</legend>
                {help(ui, q)}
                if q.is_invalid {
                    <p class="error-text">{icon(Icon::Warn)}<span>{ui.t(Key::StateInvalid)}</span></p>
                }
                {options(ui, q)}
                {note(ui, q)}
                <div class="row q-tools">
                    if q.note.is_none() {
                        {ui.link(
                            Msg::OpenNote(q.at),
                            ui.t(Key::QuestionAddNote),
                            Some(ui.fill(Key::QuestionAddNoteLabel, &[("number", &number)])),
                        )}
                    }
                    if q.is_answered {
                        {ui.link(
                            Msg::Clear(q.at),
                            ui.t(Key::QuestionClear),
                            Some(ui.fill(Key::QuestionClearLabel, &[("number", &number)])),
                        )}
                    }
                </div>
            </fieldset>
        </div>
    }
}

fn why_hidden(ui: &Ui, hidden: &Hidden) -> Html {
    let number = ui.number(hidden.number);
    let key = if hidden.not_applicable {
        Key::QuestionHiddenNa
    } else {
        Key::QuestionImplied
    };
    let change = ui.fill(Key::QuestionChangeOther, &[("number", &number)]);
    html! {
        <div class="stack-s">
            <p class="muted">{ui.fill(key, &[("number", &number), ("answer", &hidden.answer)])}</p>
            {ui.link(Msg::Jump(hidden.at), change, None)}
        </div>
    }
}

fn help(ui: &Ui, q: &QuestionView) -> Html {
    let body = match &q.more {
        Some((help, evidence)) => html! {
            <>
                <p>{help.clone()}</p>
                if !evidence.is_empty() {
                    <p class="strong">{ui.t(Key::QuestionEvidence)}</p>
                    <ul class="blist">{for evidence.iter().map(|e| html! { <li>{e.clone()}</li> })}</ul>
                }
            </>
        },
        None if q.more_failed => html! { <p>{ui.t(Key::QuestionNoHelp)}</p> },
        None => html! { <p>{ui.t(Key::QuestionLoading)}</p> },
    };
    html! {
        <details class="disc" part="help">
            <summary onclick={ui.click(Msg::Help)}>{ui.t(Key::QuestionHelp)}</summary>
            <div class="disc-body stack-s" aria-live="polite">{body}</div>
        </details>
    }
}

fn options(ui: &Ui, q: &QuestionView) -> Html {
    if let Some((goalposts, value)) = q.measure {
        return super::question::measure(ui, q, goalposts, value);
    }
    let at = q.at;
    let name: AttrValue = ["g", &integer(at)].concat().into();
    let input = |i: usize, option: &OptionView| {
        let (kind, msg) = if q.checklist {
            ("checkbox", Msg::Tick(at, i, !option.on))
        } else {
            ("radio", Msg::Answer(at, Some(Answer::Option(i as u8))))
        };
        html! { <input type={kind} name={name.clone()} checked={option.on} onchange={ui.on::<Event>(msg)} /> }
    };
    let rungs = q.options.iter().enumerate().filter(|(_, o)| !o.exclusive).map(|(i, o)| {
        html! { <label class="rung" part="option">{input(i, o)}<span>{o.label.clone()}</span></label> }
    });
    let exclusive = q.options.iter().enumerate().filter(|(_, o)| o.exclusive).map(|(i, o)| {
        html! { <label class="pick" part="option">{input(i, o)}<span>{o.label.clone()}</span></label> }
    });
    let apart = |on: bool, answer: Answer, key: Key| {
        let kind = if q.checklist { "checkbox" } else { "radio" };
        let msg = Msg::Answer(at, (!(q.checklist && on)).then_some(answer));
        html! {
            <label class="pick" part="option">
                <input type={kind} name={name.clone()} checked={on} onchange={ui.on::<Event>(msg)} />
                <span>{ui.t(key)}</span>
            </label>
        }
    };
    let class = if q.checklist {
        "ladder checks"
    } else {
        "ladder ordered"
    };
    html! {
        <>
            if q.checklist { {selected(ui, q)} }
            <div {class}>{for rungs}</div>
            <div class="row">
                {for exclusive}
                {apart(q.dont_know, Answer::DontKnow, Key::QuestionDontKnow)}
                if let Some(on) = q.not_applicable {
                    {apart(on, Answer::NotApplicable, Key::QuestionNotApplicable)}
                }
            </div>
            if q.not_applicable.is_some() && !q.na_when.is_empty() {
                <p class="hint muted small after">{ui.fill(Key::QuestionNaWhen, &[("condition", &q.na_when)])}</p>
            }
        </>
    }
}

fn selected(ui: &Ui, q: &QuestionView) -> Html {
    let options = q.options.iter().filter(|o| !o.exclusive);
    let (total, on) = options.fold((0, 0), |(n, on), o| (n + 1, on + usize::from(o.on)));
    let words = ui.fill(
        Key::QuestionSelected,
        &[("n", &ui.whole(on)), ("total", &ui.whole(total))],
    );
    html! {
        <p class="hint muted small">
            {ui.t(Key::QuestionSelect)}{" "}<span class="num strong" role="status">{words}</span>
        </p>
    }
}

/// A quantitative question: one field.
fn measure(
    ui: &Ui,
    q: &QuestionView,
    goalposts: gca_engine::Goalposts,
    value: Option<f64>,
) -> Html {
    let at = q.at;
    let onchange = ui.with(move |event: Event| {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let number = js_sys::parse_float(&input.value().replace(',', "."));
        let answer = (!input.value().trim().is_empty()).then_some(Answer::Number(number));
        Some(Msg::Answer(at, answer))
    });
    let shown =
        value.map(|v| String::from(js_sys::Number::from(v).to_string_with_radix(10).unwrap_or_default()));
    let bounds = (goalposts.min.is_finite() && goalposts.max.is_finite()).then(|| {
        let (min, max) = (
            ui.format.plain(goalposts.min),
            ui.format.plain(goalposts.max),
        );
        ui.fill(Key::Range, &[("low", &min), ("high", &max)])
    });
    let apart = |on: bool, answer: Answer, key: Key| {
        let msg = Msg::Answer(at, (!on).then_some(answer));
        html! {
            <label class="pick" part="option">
                <input type="checkbox" checked={on} onchange={ui.on::<Event>(msg)} /><span>{ui.t(key)}</span>
            </label>
        }
    };
    html! {
        <div class="stack-s">
            <label><span class="label">{ui.t(Key::QuestionNumber)}</span>{bounds}
                <input class="input" type="text" inputmode="decimal" value={shown} {onchange} />
            </label>
            <div class="row">
                {apart(q.dont_know, Answer::DontKnow, Key::QuestionDontKnow)}
                if let Some(on) = q.not_applicable { {apart(on, Answer::NotApplicable, Key::QuestionNotApplicable)} }
            </div>
        </div>
    }
}

fn note(ui: &Ui, q: &QuestionView) -> Html {
    let Some(note) = &q.note else {
        return Html::default();
    };
    let at = q.at;
    let id = |prefix: &str| AttrValue::from([prefix, &integer(at)].concat());
    let oninput = ui.with(move |event: InputEvent| {
        let field: HtmlTextAreaElement = event.target()?.dyn_into().ok()?;
        Some(Msg::Note(at, field.value().into()))
    });
    let length = note.chars().count();
    let too_long = (length > MAX_NOTE).then(|| {
        let words = ui.fill(
            Key::QuestionNoteLong,
            &[("max", &ui.whole(MAX_NOTE)), ("n", &ui.whole(length))],
        );
        html! {
            <p class="error-text" id={id("ne")}>
                {icon(Icon::Warn)}<span><span class="vh">{ui.t(Key::QuestionError)}{" "}</span>{words}</span>
            </p>
        }
    });
    let invalid = too_long.is_some().then_some("true");
    let described = if too_long.is_some() {
        id("ne")
    } else {
        id("nh")
    };
    html! {
        <div class="q-note" part="note">
            <label class="label" for={id("n")}>
                {ui.t(Key::QuestionNote)}{" "}<span class="muted">{ui.t(Key::QuestionOptional)}</span>
            </label>
            <p class="hint muted small" id={id("nh")}>{ui.t(Key::QuestionNoteHint)}</p>
            {too_long}
            <textarea class="input" id={id("n")} rows="3" dir="auto" value={note.clone()} {oninput}
                aria-describedby={described} aria-invalid={invalid} />
        </div>
    }
}
