//! What the first answer needs is used once before it.

use crate::dom;
use crate::shell::Shell;
use std::rc::Rc;
use web_sys::Event;

/// Sends the events of an answer from a question up through the listeners of the page, of which none wants them, and one to the
/// listener of an answer. The page around can hear none: they do not leave the shadow tree.
pub(crate) fn rehearse(shell: &Rc<Shell>) {
    let question = shell.root.query_selector(".q-body").ok().flatten();
    let place = question.as_ref().unwrap_or(&shell.root);
    for kind in ["click", "change"] {
        let Ok(event) = Event::new(kind) else {
            return;
        };
        event.init_event_with_bubbles(kind, true);
        let _ = place.dispatch_event(&event);
        if kind == "change" {
            dom::rehearse(shell, event);
        }
    }
    #[cfg(feature = "whole")]
    crate::effects::device::rehearse(shell);
}
