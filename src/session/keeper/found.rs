//! What there is to say about the kept answers.

/// Why answers are not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Storage is blocked.
    Denied,
    /// Writing failed, or what was read back is not what was written.
    Full,
    /// A newer version of the product wrote what is there.
    Newer,
    /// Another tab wrote since.
    Elsewhere,
    /// What was kept has vanished: deleted in another tab, or by the browser.
    Gone,
}

/// What was found when opening.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The newest good snapshot as JSON text.
    pub payload: Option<String>,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at: f64,
    /// A slot was damaged; the other one was used, if it was good.
    pub damaged: bool,
    /// Why nothing can be saved from now on.
    pub trouble: Option<Trouble>,
}

/// What happened to the kept answers without this page.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Another page wrote other answers.
    Changed(Found),
    /// Both slots have vanished.
    Gone,
}
