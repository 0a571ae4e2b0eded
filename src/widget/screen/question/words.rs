//! Words of the trade, explained where they are used and all together.

use crate::dom::{el, El};
use crate::ui::Ui;
use gca_session::marks::plain;
use gca_session::view::QuestionView;
use gca_session::whole::words::{Word, WORDS};
use gca_session::Key;

/// A button for each word that a question uses; what it means opens under it.
pub(super) fn explained(ui: &Ui, q: &QuestionView) -> El {
    let label = ui.fill(Key::WordsOf, &[("number", &ui.number(q.number))]);
    let mut row = el("div|words small|role=group").attr("aria-label", label);
    row = row.el(el("span|muted|aria-hidden=true").t(ui, Key::WordsTitle));
    for word in q.extras.words.iter() {
        row = row.el(one(ui, *word));
    }
    row
}

/// Every word, for who wants to read them before the questions.
pub(in crate::screen) fn all_words(ui: &Ui) -> El {
    let mut list = el("dl|glossary");
    let mut words: Vec<_> = WORDS.iter().collect();
    words.sort_by_key(|word| plain(&ui.t(word.name)).to_lowercase());
    for word in words {
        let row = el("div")
            .el(el("dt|strong").t(ui, word.name))
            .el(el("dd").t(ui, word.meaning));
        list = list.el(row);
    }
    el("details|disc section words-all")
        .el(el("summary").t(ui, Key::WordsTitle))
        .el(el("div|disc-body").el(list))
}

fn one(ui: &Ui, word: Word) -> El {
    el("details|disc word")
        .el(el("summary").t(ui, word.name))
        .el(el("p|disc-body").t(ui, word.meaning))
}
