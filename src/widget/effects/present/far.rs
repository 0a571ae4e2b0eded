//! The second window. Its page has no address and no program of its own: it holds a copy of the question in the
//! trainer's page ([`Page`]).

use super::mirror;
use super::page::Page;
use crate::shell::Shell;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use web_sys::Window;

/// How the window is opened: with as little of a browser around it as there can be.
const FEATURES: &str = "popup,width=1280,height=720";
/// How long a window may take to close, or to load its empty page, in milliseconds.
const MOMENT: u32 = 100;

/// An open second window.
pub(super) struct Far {
    window: Window,
    page: Page,
}

impl Far {
    /// Opens it; `None` if the browser does not.
    pub(super) fn open(shell: &Rc<Shell>) -> Option<Self> {
        let opened = web_sys::window()?.open_with_url_and_target_and_features("", "", FEATURES);
        let window = opened.ok().flatten().filter(is_open)?;
        let page = Page::new(shell, &window)?;
        // Some browsers load the empty page only now, and what was put into it is gone.
        look_again(shell);
        Some(Self { window, page })
    }

    /// Shows the question as it is now. Whether the window is still open.
    pub(super) fn draw(&mut self, shell: &Rc<Shell>) -> bool {
        if !is_open(&self.window) {
            return false;
        }
        if !self.page.is_in(&self.window) {
            match Page::new(shell, &self.window) {
                Some(page) => std::mem::replace(&mut self.page, page).leave(),
                None => return true,
            }
        }
        self.page.draw(shell);
        true
    }

    /// Closes the window.
    pub(super) fn close(self) {
        let _ = self.window.close();
        self.page.leave();
    }
}

fn is_open(window: &Window) -> bool {
    window.closed().is_ok_and(|closed| !closed)
}

/// Draws the window in a moment, or ends it all if it was closed.
pub(super) fn look_again(shell: &Rc<Shell>) {
    let shell = shell.clone();
    Timeout::new(MOMENT, move || mirror(&shell)).forget();
}
