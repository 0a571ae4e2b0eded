//! Where texts go that could not be read.

use super::Shelf;

/// Keeps a damaged text under one of the last two keys, unless it is kept or both are taken; never
/// over another one, which may be somebody's work as well.
pub(super) fn set_aside(shelf: &mut dyn Shelf, keys: &[String; 4], text: &str) {
    let [.., first, second] = keys;
    for key in [first, second] {
        match shelf.get(key) {
            Ok(Some(kept)) if kept == text => return,
            Ok(None) if shelf.set(key, text).is_ok() => return,
            _ => {}
        }
    }
}
