//! Moving the focus after a page was drawn.

use crate::format::integer;
use gca_session::Focus;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlDialogElement, HtmlElement};

/// Moves the focus.
pub(crate) fn apply(root: &Element, target: Focus) {
    let selector = match target {
        Focus::Heading => "#title".to_owned(),
        Focus::Question(at) => ["#q", &integer(at), " :is(input,button:not(summary *))"].concat(),
        Focus::Note(at) => ["#n", &integer(at)].concat(),
        Focus::Dialog => "dialog .safe".to_owned(),
        Focus::DeleteButton => "#delete".to_owned(),
        #[cfg(feature = "whole")]
        Focus::Answer(at) => {
            let chosen = ["#q", &integer(at), " :checked"].concat();
            match root.query_selector(&chosen) {
                Ok(Some(_)) => chosen,
                _ => return apply(root, Focus::Question(at)),
            }
        }
        #[cfg(feature = "whole")]
        Focus::Evidence(at, entry) => ["#e", &integer(at), "-", &integer(entry), " input"].concat(),
        #[cfg(feature = "whole")]
        Focus::AddEvidence(at) => ["#ea", &integer(at)].concat(),
        #[cfg(feature = "whole")]
        Focus::ClearButton => "#clear".to_owned(),
        #[cfg(feature = "whole")]
        Focus::Device(_) => return,
    };
    let found = root.query_selector(&selector).ok().flatten();
    let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if target == Focus::Heading {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
        show_tab(root);
        // The top of the page comes into view, but a page that shows it already stays where it is.
        if root.get_bounding_client_rect().top() < 0.0 {
            root.scroll_into_view();
        }
    } else {
        let _ = element.focus();
    }
}

/// Brings the tab of the open page into view where they do not all have room.
fn show_tab(root: &Element) {
    let find = |selector| root.query_selector(selector).ok().flatten();
    if let (Some(tabs), Some(tab)) = (find(".tabs"), find(".tab[aria-current]")) {
        let by = tab.get_bounding_client_rect().left() - tabs.get_bounding_client_rect().left();
        tabs.set_scroll_left(tabs.scroll_left() + by as i32 - 16);
    }
}

/// Opens a dialog that was drawn, so that the browser keeps the focus inside it.
pub(crate) fn dialog(root: &Element) {
    let found = root.query_selector("dialog:not([open])").ok().flatten();
    if let Some(dialog) = found.and_then(|e| e.dyn_into::<HtmlDialogElement>().ok()) {
        let _ = dialog.show_modal();
    }
}
