//! The browser's storage, which may be missing, throw on any call, or come and go.

use gca_session::keeper::{Denied, Found, Shelf, Trouble};
use gca_session::Persist;
use web_sys::Storage;

/// The storage for a way of keeping; `None` if there is none to be had.
pub(crate) fn shelf(persist: Persist) -> Option<Browser> {
    let window = web_sys::window()?;
    let storage = match persist {
        Persist::Local => window.local_storage(),
        Persist::Session => window.session_storage(),
        Persist::None => return None,
    };
    storage.ok().flatten().map(Browser)
}

/// What opening a storage finds that cannot be had.
pub(crate) fn denied() -> Found {
    Found {
        trouble: Some(Trouble::Denied),
        ..Found::default()
    }
}

/// Asked for anew at each use, since the browser may take it away in between.
pub(crate) struct Browser(Storage);

impl Shelf for Browser {
    fn get(&self, key: &str) -> Result<Option<String>, Denied> {
        self.0.get_item(key).map_err(|_| Denied)
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), Denied> {
        self.0.set_item(key, text).map_err(|_| Denied)
    }

    #[cfg(feature = "whole")]
    fn keys(&self) -> Vec<String> {
        let length = self.0.length().unwrap_or_default();
        (0..length)
            .filter_map(|at| self.0.key(at).ok().flatten())
            .collect()
    }

    fn remove(&mut self, key: &str) {
        let _ = self.0.remove_item(key);
    }
}

/// Where a save is rehearsed: it holds what was put there last, under every key.
#[derive(Default)]
pub(crate) struct Nowhere(Option<String>);

impl Shelf for Nowhere {
    fn get(&self, _: &str) -> Result<Option<String>, Denied> {
        Ok(self.0.clone())
    }

    fn set(&mut self, _: &str, text: &str) -> Result<(), Denied> {
        self.0 = Some(text.to_owned());
        Ok(())
    }

    fn remove(&mut self, _: &str) {}
}
