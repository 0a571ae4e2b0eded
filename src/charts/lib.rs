//! The charts of the product, without a browser.
//!
//! Numbers and words that are already translated go in as plain data, such as a [`Profile`]; a [`Scene`]
//! comes out: title, one sentence, table, legend, and marks with names for how they look. From one scene
//! come what the page draws, and by [`picture`] a picture of a fixed width, whose marks a canvas draws and
//! [`svg`] writes as a file that needs nothing else.
//!
//! Every scale of points runs from 0 to 100. Nothing here knows a language: who calls writes numbers as
//! the reader does. Values outside their scale are drawn at its end; a value that is no number is drawn at 0.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod crowd;
mod frontier;
mod heat;
mod ink;
mod lanes;
mod measure;
mod number;
mod picture;
mod profile;
mod radar;
mod scene;
mod spoken;
mod spread;
mod strip;
mod svg;
mod timeline;
mod votes;

pub use crowd::{crowd, Crowd, Many};
pub use frontier::{frontier, Chosen, Frontier};
pub use heat::{heat, Heat};
pub use ink::{Ink, Look, Tone};
pub use lanes::{lanes, Placed};
pub use number::decimal;
pub use picture::{bare, picture, Paper, Picture};
pub use profile::{bars, dumbbell, dumbbell_row, Column, Item, Names, Profile, Range, Score};
pub use radar::{crowd_radar, radar};
pub use scene::{
    Anchor, Body, Drawing, Entry, Form, Group, Head, Label, Mark, Row, Rows, Scale, Scene, Sign,
    Table, Tile, Tiles, Words,
};
pub use spoken::plain;
pub use spread::{shares, spread, Share, Shares, Spread};
pub use strip::{strip, Band, Strip};
pub use svg::{outline, svg, svg_part};
pub use timeline::{timeline, Round, Timeline};
pub use votes::{stack, votes, Vote, Votes};

/// The two widths, in pixels, for which the page lays out what depends on its width.
pub const WIDTHS: [f64; 2] = [288.0, 480.0];
