//! What the first answer needs is used once before it.

use crate::dom;
use crate::shell::Shell;
use std::rc::Rc;
use web_sys::Event;

/// Sends an event through the listeners of the page, of which none wants it, and one to the listener of an answer. The page
/// around can hear neither: the event does not leave the shadow tree.
pub(crate) fn rehearse(shell: &Rc<Shell>) {
    if let Ok(event) = Event::new("change") {
        let _ = shell.root.dispatch_event(&event);
        dom::rehearse(shell, event);
    }
}
