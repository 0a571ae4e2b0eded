//! The dialogs. The safe choice has the focus, or the field if there is one.

use super::{drop, reason, word};
use crate::dom::{el, El, Kind, Send};
use crate::effects::device::{can_seal, message, page_address};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::details::MAX_NAME;
use gca_session::whole::device::{Copied, Dialog, Msg, NotWritten, Scope, MIN_PASSPHRASE};
use gca_session::Key;
use yew::{AttrValue, Html};

pub(crate) fn dialog(ui: &Ui) -> Html {
    let Some(dialog) = ui.model.dialog() else {
        return Html::default();
    };
    let body = match dialog {
        Dialog::Rename { name, is_long, .. } => rename(ui, name, *is_long),
        Dialog::Delete(id) => delete(ui, id),
        Dialog::DeleteAll => delete_all(ui),
        Dialog::Leave => leave(ui),
        Dialog::Shared => share_computer(ui),
        Dialog::Save {
            scope,
            seal,
            is_busy,
            error,
        } => save(ui, scope, *seal, *is_busy, *error),
        Dialog::Open => open(ui),
        Dialog::Unseal {
            is_busy,
            has_failed,
        } => unseal(ui, *is_busy, *has_failed),
        Dialog::Share { is_made } => share(ui, *is_made),
        Dialog::Code { error, typed } => {
            let error = error.map(|error| reason::code(ui, error));
            code(ui, error, typed)
        }
    };
    el("dialog|dialog|aria-labelledby=dlg-d")
        .on(Kind::Cancel, ui.shell, Send::Msg(message(Msg::Close)))
        .el(body)
        .html()
}

fn title(key: Html) -> El {
    el("h2|t3|id=dlg-d").kid(key)
}

/// A dialog with a heading. Enter does what its first button says.
fn form(heading: El) -> El {
    el("form|stack|novalidate=novalidate").el(heading)
}

fn send(ui: &Ui, form: El) -> El {
    form.on(Kind::Submit, ui.shell, Send::Form)
}

fn submit(ui: &Ui, class: &'static str, key: Key) -> El {
    el("button||type=submit|part=button")
        .class(class.into())
        .t(ui, key)
}

fn cancel(ui: &Ui, key: Key) -> El {
    el("button|btn safe|type=button|part=button")
        .click(ui.shell, message(Msg::Close))
        .t(ui, key)
}

/// The safe choice where there is no field: it has the focus, and is described by what the dialog is and says. Orca says nothing of the dialog around it.
fn keep(ui: &Ui, key: Key) -> El {
    cancel(ui, key).attr("aria-describedby", "dlg-d dlg-p".into())
}

fn buttons(one: El, other: El) -> El {
    el("div|row").el(one).el(other)
}

/// An error before its field.
fn error(ui: &Ui, words: AttrValue) -> El {
    let words = el("span")
        .el(el("span|vh").t(ui, Key::QuestionError).space())
        .text(words);
    el("p|error-text|id=error|role=alert")
        .kid(icon(Icon::Warn))
        .el(words)
}

fn rename(ui: &Ui, name: &str, is_long: bool) -> El {
    let field = el("input|input|id=name|type=text|dir=auto|autocomplete=off|aria-labelledby=dlg-d")
        .attr_if(is_long, "aria-invalid", "true")
        .attr(
            "aria-describedby",
            AttrValue::Static(if is_long { "error" } else { "hint" }),
        )
        // What it begins with: a page that is drawn anew must not take back what is being typed.
        .attr("value", name.to_owned().into());
    let long = || {
        let values = [
            ("max", &*ui.whole(MAX_NAME)),
            ("n", &*ui.whole(name.chars().count())),
        ];
        error(ui, ui.fill(Key::RenameLong, &values))
    };
    let body = el("div")
        .el(el("p|hint small muted|id=hint").t(ui, Key::RenameHint))
        .el_if(is_long, long)
        .el(field);
    let form = form(title(word(ui.t(Key::RenameTitle))))
        .el(body)
        .el(buttons(
            submit(ui, "btn primary", Key::RenameSave),
            cancel(ui, Key::DialogCancel),
        ));
    send(ui, form)
}

fn delete(ui: &Ui, id: &str) -> El {
    let row = ui.model.row(id);
    let (name, answers, notes) = row.map_or(("", 0, 0), |r| (&*r.name, r.answers, r.notes));
    let heading = ui.rich(
        &ui.t(Key::DeleteTitleOne),
        &[("name", super::bidi(ui.named(name)))],
    );
    let form = form(title(heading))
        .el(el("p||id=dlg-p").text(ui.holds(Key::DeleteText, answers, notes)))
        .el(buttons(
            submit(ui, "btn danger", Key::DeleteDelete),
            keep(ui, Key::DeleteKeep),
        ));
    send(ui, form)
}

fn delete_all(ui: &Ui) -> El {
    let model = ui.model;
    let begun = usize::from(model.is_begun());
    let (mut answers, mut notes) = (model.answer_count(), model.note_count());
    for row in model.rows().iter() {
        answers += row.answers;
        notes += row.notes;
    }
    let n = ui.count(Key::DeleteAllAssessments, model.rows().len() + begun);
    let words = ui.holds(Key::DeleteAllText, answers, notes);
    let words = gca_session::catalog::fill(&words, &[("assessments", &n)]);
    let form = form(title(word(ui.t(Key::DeleteAllTitle))))
        .el(el("p||id=dlg-p").words(&words))
        .el(buttons(
            submit(ui, "btn danger", Key::DeviceDeleteAll),
            keep(ui, Key::DeleteKeep),
        ));
    send(ui, form)
}

fn leave(ui: &Ui) -> El {
    let (answers, notes) = (ui.model.answer_count(), ui.model.note_count());
    let row = buttons(
        submit(ui, "btn danger", Key::LeaveGo),
        keep(ui, Key::LeaveStay),
    );
    let copy = ui.link(gca_session::Msg::Copy, ui.t(Key::NoticeCopy));
    let form = form(title(word(ui.t(Key::LeaveTitle))))
        .el(el("p||id=dlg-p").text(ui.holds(Key::LeaveText, answers, notes)))
        .el(row.el(copy));
    send(ui, form)
}

fn share_computer(ui: &Ui) -> El {
    let (answers, notes) = (ui.model.answer_count(), ui.model.note_count());
    let others = ui.model.rows().len();
    let form = form(title(word(ui.t(Key::SharedAsk))))
        .el(el("p||id=dlg-p").text(ui.holds(Key::SharedText, answers, notes)))
        .el_if(others > 0, || {
            el("p").text(ui.count(Key::SharedOthers, others))
        })
        .el(buttons(
            submit(ui, "btn danger", Key::SharedConfirm),
            keep(ui, Key::DialogCancel),
        ));
    send(ui, form)
}

fn save(ui: &Ui, scope: &Scope, seal: bool, is_busy: bool, failed: Option<NotWritten>) -> El {
    let model = ui.model;
    let all = model.rows().iter().filter(|r| r.snapshot.is_some()).count()
        + usize::from(model.is_begun());
    let choices = || {
        let one = match scope {
            Scope::All => Scope::This,
            scope => scope.clone(),
        };
        let mut list = el("fieldset").el(el("legend|label").t(ui, Key::SaveWhat));
        for (choice, words) in [
            (one, ui.t(Key::SaveThis)),
            (Scope::All, ui.count(Key::SaveAll, all)),
        ] {
            let field = el("input||type=radio|name=scope")
                .checked(choice == *scope)
                .on(
                    Kind::Change,
                    ui.shell,
                    Send::Msg(message(Msg::Choose(choice))),
                );
            list = list.el(el("label|choice").el(field).el(el("span").text(words)));
        }
        list
    };
    let several = all > 1 && (model.is_begun() || *scope != Scope::All);
    let field = el("input||type=checkbox|id=seal").checked(seal).on(
        Kind::Change,
        ui.shell,
        Send::Msg(message(Msg::ToggleSeal)),
    );
    let possible = can_seal();
    let protect = || {
        el("label|choice")
            .el(field)
            .el(el("span").t(ui, Key::SaveSeal))
    };
    let about = match (possible, seal) {
        (false, _) => ui.p("small", Key::SaveInsecure),
        (_, true) => ui.p("small", Key::SaveWarn),
        _ => ui.p("small muted", Key::SaveOpenToAll),
    };
    let fields = || passphrases(ui, failed);
    let form = form(title(word(ui.t(Key::SaveTitle))))
        .el_if(several, choices)
        .el(el("div|stack-s")
            .el_if(possible, protect)
            .el(about.attr("id", "dlg-p".into())))
        .el_if(seal, fields)
        .el_if(is_busy, || el("p|small|role=status").t(ui, Key::SaveBusy))
        .el(buttons(
            submit(ui, "btn primary", Key::SaveSave).attr_if(is_busy, "disabled", "disabled"),
            keep(ui, Key::DialogCancel),
        ));
    send(ui, form)
}

fn passphrases(ui: &Ui, failed: Option<NotWritten>) -> El {
    let least = ui.whole(MIN_PASSPHRASE);
    let least = [("n", &*least)];
    let mut list = el("div|stack-s").el_if(failed.is_some(), || {
        error(
            ui,
            match failed {
                Some(NotWritten::Empty) => ui.t(Key::SaveEmpty),
                Some(NotWritten::Short) => ui.fill(Key::SaveShort, &least),
                Some(NotWritten::Differs) => ui.t(Key::SaveDiffers),
                _ => ui.t(Key::SaveFailed),
            },
        )
    });
    let hint = el("p|hint xs muted|id=passphrase-hint");
    list = list.el(hint.text(ui.fill(Key::SaveHint, &least)));
    for (spec, key) in [
        (
            "input|input|type=password|id=passphrase|autocomplete=new-password",
            Key::SavePassphrase,
        ),
        (
            "input|input|type=password|id=repeat|autocomplete=new-password",
            Key::SaveRepeat,
        ),
    ] {
        let describedby = match failed {
            Some(_) => "error passphrase-hint",
            None => "passphrase-hint",
        };
        let field = el(spec)
            .attr_if(failed.is_some(), "aria-invalid", "true")
            .attr("aria-describedby", AttrValue::Static(describedby));
        list = list.el(el("label|label").t(ui, key).el(field));
    }
    list
}

fn open(ui: &Ui) -> El {
    let body = drop(ui);
    let close = el("div|row").el(keep(ui, Key::DialogCancel));
    el("div|stack")
        .el(title(word(ui.t(Key::OpenTitle))))
        .el(body)
        .el(close)
}

fn unseal(ui: &Ui, is_busy: bool, has_failed: bool) -> El {
    let name = ui.model.sealed_name().unwrap_or_default();
    let heading = ui.rich(
        &ui.t(Key::UnsealTitle),
        &[("name", super::bidi(name.to_owned().into()))],
    );
    if !can_seal() {
        return el("div|stack")
            .el(title(heading))
            .el(ui.p("", Key::UnsealInsecure).attr("id", "dlg-p".into()))
            .el(el("div|row").el(keep(ui, Key::DialogClose)));
    }
    let field =
        el("input|input|type=password|id=passphrase|autocomplete=off|aria-labelledby=dlg-d")
            .attr_if(has_failed, "aria-invalid", "true")
            .attr_if(has_failed, "aria-describedby", "error");
    let body = el("div|stack-s")
        .el(ui.p("", Key::UnsealText))
        .el_if(has_failed, || error(ui, ui.t(Key::UnsealWrong)))
        .el(field);
    let form = form(title(heading))
        .el(body)
        .el_if(is_busy, || el("p|small|role=status").t(ui, Key::UnsealBusy))
        .el(buttons(
            submit(ui, "btn primary", Key::UnsealOpen).attr_if(is_busy, "disabled", "disabled"),
            cancel(ui, Key::UnsealSkip),
        ));
    send(ui, form)
}

fn share(ui: &Ui, is_made: bool) -> El {
    let heading = title(word(ui.t(Key::ShareTitle)));
    if !is_made {
        let form = form(heading)
            .el(ui.p("", Key::ShareWarn).attr("id", "dlg-p".into()))
            .el(buttons(
                submit(ui, "btn primary", Key::ShareMake),
                keep(ui, Key::DialogCancel),
            ));
        return send(ui, form);
    }
    let made = ui.model.share_code();
    let answers = ui.count(Key::DeleteAnswers, ui.model.answer_count());
    let mut body = el("div|stack")
        .el(heading)
        .el(el("p||id=dlg-p").text(ui.fill(Key::ShareReady, &[("answers", &answers)])));
    if let Some(page) = page_address() {
        let link = [&*page, "#gca=", &made].concat();
        body = body.el(shown(ui, Copied::Link, link));
    }
    body.el(shown(ui, Copied::Code, made))
        .el(el("div|row").el(keep(ui, Key::DialogClose)))
}

/// A text to copy.
fn shown(ui: &Ui, what: Copied, value: String) -> El {
    let (label, copy) = match what {
        Copied::Code => (Key::ShareCode, Key::ShareCopyCode),
        Copied::Link | Copied::Hand => (Key::ShareLink, Key::ShareCopyLink),
    };
    let field = el("input|input|type=text|dir=ltr|readonly=readonly|spellcheck=false")
        .attr("id", AttrValue::Static(what.field()))
        .value(value.into());
    let said = match ui.model.copied() {
        Some((copied, done)) if copied == what => ui.t(if done {
            Key::ShareCopied
        } else {
            Key::ShareSelected
        }),
        _ => AttrValue::default(),
    };
    el("div|stack-s")
        .el(el("label|label").t(ui, label).el(field))
        .el(el("div|row")
            .el(ui.act(Msg::Copy(what), copy))
            .el(el("span|small|role=status").text(said)))
}

fn code(ui: &Ui, failed: Option<AttrValue>, typed: &str) -> El {
    let is_bad = failed.is_some();
    let field = el("input|input|id=code|type=text|dir=ltr|autocomplete=off|spellcheck=false")
        .attr_if(is_bad, "aria-invalid", "true")
        .attr(
            "aria-describedby",
            AttrValue::Static(if is_bad { "error" } else { "hint" }),
        )
        .attr("value", typed.to_owned().into());
    let hint = if ui.model.keeps_several() {
        Key::OpenBeside
    } else {
        Key::OpenInstead
    };
    let mut body = el("div")
        .el(el("label|label|for=code").t(ui, Key::CodeLabel))
        .el(el("p|hint small muted|id=hint").t(ui, hint));
    if let Some(words) = failed {
        let all = [&*words, " ", &*ui.t(Key::ToldUnchanged)].concat();
        body = body.el(error(ui, all.into()));
    }
    let form = form(title(word(ui.t(Key::CodeTitle))))
        .el(body.el(field))
        .el(buttons(
            submit(ui, "btn primary", Key::CodeOpen),
            cancel(ui, Key::DialogCancel),
        ));
    send(ui, form)
}
