//! Moving the focus after a page was drawn.

use crate::format::integer;
#[cfg(feature = "whole")]
use gca_session::whole::workshop::exercise::Spot as Place;
#[cfg(feature = "whole")]
use gca_session::whole::{compare::Spot, Field};
use gca_session::Focus;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlDialogElement, HtmlElement};

/// What is narrower than so many pixels is taken for a phone.
const PHONE: i32 = 576;

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
        Focus::Field(at, field) => match field {
            Field::Answer => return apply(root, Focus::Question(at)),
            Field::Note => return apply(root, Focus::Note(at)),
            Field::Who => ["#w", &integer(at)].concat(),
            Field::Evidence(entry, part) => {
                let [at, entry, part] = [at, entry, part as usize].map(integer);
                ["#e", &at, "-", &entry, "-", &part].concat()
            }
        },
        #[cfg(feature = "whole")]
        Focus::AddEvidence(at) => ["#ea", &integer(at)].concat(),
        #[cfg(feature = "whole")]
        Focus::ClearButton => "#clear".to_owned(),
        #[cfg(feature = "whole")]
        Focus::Step(id) => ["#st", &integer(id.code())].concat(),
        #[cfg(feature = "whole")]
        Focus::Place(id) => ["#", id].concat(),
        #[cfg(feature = "whole")]
        Focus::Device(_) => return,
        #[cfg(feature = "whole")]
        Focus::Compare(spot) => match spot {
            Spot::Points(place) => ["#aim", &integer(place)].concat(),
            Spot::Add => "#add".to_owned(),
            Spot::Aims => "#aims".to_owned(),
        },
        #[cfg(feature = "whole")]
        Focus::Exercise(spot) => match spot {
            Place::Reveal => "#reveal".to_owned(),
            Place::Reference => "#reference".to_owned(),
            Place::Print => "#print".to_owned(),
            Place::Question => ".far > li:nth-child(11) summary".to_owned(),
            Place::Event(at) => ["#le", &integer(at), " button"].concat(),
        },
        #[cfg(feature = "whole")]
        Focus::Why => "#why-h".to_owned(),
        #[cfg(feature = "whole")]
        Focus::Weights => "#weights".to_owned(),
        #[cfg(feature = "whole")]
        Focus::Present => "#present".to_owned(),
        #[cfg(feature = "whole")]
        Focus::Talk => "#talk-h".to_owned(),
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
        // The top of the page comes into view, but a page that shows it already stays where it is. On a phone that
        // would leave the answers under the window: there a page of questions goes up to its top.
        let areas = root.query_selector(".rail-btn").ok().flatten();
        match areas.filter(|_| root.client_width() < PHONE) {
            Some(areas) => areas.scroll_into_view(),
            None if root.get_bounding_client_rect().top() < 0.0 => root.scroll_into_view(),
            None => {}
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
