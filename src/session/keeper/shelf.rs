//! Where texts are kept, as far as the keeper has to know.

/// Where texts can be put under keys: the browser's storage, or a list in a test.
pub trait Shelf {
    /// The text under a key.
    ///
    /// # Errors
    /// The storage cannot be used at all.
    fn get(&self, key: &str) -> Result<Option<String>, Denied>;
    /// Puts a text under a key.
    ///
    /// # Errors
    /// No room, or the storage cannot be used; whatever the browser says counts as not saved.
    fn set(&mut self, key: &str, text: &str) -> Result<(), Denied>;
    /// Removes a key; failing to is not told apart from having nothing to remove.
    fn remove(&mut self, key: &str);
    /// All keys, those of others included, in any order; none if they cannot be had.
    fn keys(&self) -> Vec<String> {
        Vec::new()
    }
}

/// The storage said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denied;
