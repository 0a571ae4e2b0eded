//! How marks look: the names of their classes on the page, and their colours in files.

/// What a mark stands for, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The own value.
    Own,
    /// The line through own values, and whiskers.
    OwnLine,
    /// The shape of the own profile.
    OwnArea,
    /// A bar up to the own value; the middle half of many values.
    Soft,
    /// A possible range where whiskers would hide in lines of the same colour.
    Range,
    /// A possible range as a box.
    Box,
    /// A value of another profile.
    Other,
    /// The line through values of another profile.
    OtherLine,
    /// A target.
    Target,
    /// From one value to another.
    Link,
    /// Lines to read by.
    Grid,
    /// The border between neighbours of like colour.
    Edge,
    /// A level, from 0; more than five share the last colour.
    Level(usize),
    /// The pattern over a level.
    Hatch(usize),
    /// No value: an empty tile.
    Nothing,
    /// A small square that counts a level and is filled; on the colour of a level.
    Pip(usize),
    /// The same, empty.
    NoPip(usize),
    /// Words.
    Text(Tone),
    /// Words on the colour of a level; bold or not.
    On(usize, bool),
}

/// How loud words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A title.
    Title,
    /// A value.
    Strong,
    /// A name.
    Plain,
    /// What is said beside.
    Quiet,
    /// Numbers of a scale, and what stands at the foot.
    Small,
}

/// Colours of files, those of the light page. Contrasts are measured in DESIGN: words 7:1, signs 3:1.
const SURFACE: &str = "#fff";
const TEXT: &str = "#13202a";
const MUTED: &str = "#4a5965";
const LINE: &str = "#d3dce2";
const CONTROL: &str = "#697985";
const DATA: &str = "#0b6184";
const DATA_SOFT: &str = "#a9cddb";
const COMPARE: &str = "#b04e08";
const LEVELS: [&str; 5] = ["#e6eff3", "#b9d6e1", "#7fb5c9", "#24748f", "#0b465b"];
/// Class of each level on the page.
const CLASSES: [&str; 5] = ["lv l1", "lv l2", "lv l3", "lv l4", "lv l5"];

/// How a mark is drawn in a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Colour inside; `none` for nothing.
    pub fill: &'static str,
    /// How much of it covers what is behind, 0–1.
    pub opacity: f64,
    /// Colour of the line; `none` for nothing.
    pub stroke: &'static str,
    /// Width of the line, in pixels.
    pub width: f64,
    /// Lengths of line and gap, in pixels; 0 for an unbroken line.
    pub dash: f64,
    /// Size of words, in pixels.
    pub size: f64,
    /// Whether words are bold.
    pub is_bold: bool,
}

impl Ink {
    /// The classes of the mark on the page, where the tokens of the host colour it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Own => "own halo",
            Self::OwnLine => "own-l",
            Self::OwnArea => "own-l fillsoft",
            Self::Soft => "soft",
            Self::Range => "rng",
            Self::Box => "iv",
            Self::Other => "cmp",
            Self::OtherLine => "cmp-l",
            Self::Target => "tgt",
            Self::Link => "lnk",
            Self::Grid => "grid",
            Self::Edge => "edge",
            Self::Level(at) => CLASSES.get(at.min(4)).copied().unwrap_or_default(),
            Self::Hatch(_) => "hatch",
            Self::Nothing => "none",
            Self::Pip(_) => "on",
            Self::NoPip(_) => "off",
            Self::Text(Tone::Title | Tone::Strong) | Self::On(_, true) => "strong",
            Self::Text(Tone::Plain) | Self::On(_, false) => "plain",
            Self::Text(Tone::Quiet) => "quiet",
            Self::Text(Tone::Small) => "tick out",
        }
    }

    /// How the mark is drawn in a file.
    pub fn look(self) -> Look {
        match self {
            Self::Own => stroked(DATA, SURFACE, 1.5),
            Self::OwnLine => stroked("none", DATA, 2.0),
            Self::OwnArea => Look {
                opacity: 0.1,
                ..stroked(DATA, DATA, 2.0)
            },
            Self::Soft => stroked(DATA_SOFT, "none", 0.0),
            Self::Range => stroked("none", TEXT, 2.0),
            Self::Box => Look {
                opacity: 0.45,
                ..stroked(SURFACE, TEXT, 1.5)
            },
            Self::Other => stroked(SURFACE, COMPARE, 2.0),
            Self::OtherLine => Look {
                dash: 5.0,
                ..stroked("none", COMPARE, 2.0)
            },
            Self::Target => stroked("none", TEXT, 2.5),
            Self::Link => stroked("none", DATA_SOFT, 5.0),
            Self::Grid => stroked("none", LINE, 1.0),
            Self::Edge => stroked("none", CONTROL, 1.0),
            Self::Level(0) => stroked(level(0), LINE, 1.0),
            Self::Level(at) => stroked(level(at), "none", 0.0),
            // Quieter than words: a level three steps away.
            Self::Hatch(at) => stroked("none", level(if at < 3 { 3 } else { 1 }), 1.0),
            Self::Nothing => Look {
                dash: 3.0,
                ..stroked("none", CONTROL, 1.0)
            },
            Self::Pip(at) => stroked(on(at), on(at), 1.0),
            Self::NoPip(at) => stroked("none", on(at), 1.0),
            Self::Text(tone) => tone.look(),
            Self::On(at, true) => words(on(at), 15.0, true),
            Self::On(at, false) => words(on(at), 12.0, false),
        }
    }
}

impl Tone {
    fn look(self) -> Look {
        match self {
            Self::Title => words(TEXT, 17.0, true),
            Self::Strong => words(TEXT, 13.0, true),
            Self::Plain => words(TEXT, 13.0, false),
            Self::Quiet => words(MUTED, 13.0, false),
            Self::Small => words(MUTED, 12.0, false),
        }
    }
}

fn level(at: usize) -> &'static str {
    LEVELS.get(at.min(4)).copied().unwrap_or_default()
}

/// What can be read on the colour of a level.
fn on(at: usize) -> &'static str {
    if at < 3 {
        TEXT
    } else {
        SURFACE
    }
}

fn stroked(fill: &'static str, stroke: &'static str, width: f64) -> Look {
    Look {
        fill,
        opacity: 1.0,
        stroke,
        width,
        dash: 0.0,
        size: 0.0,
        is_bold: false,
    }
}

fn words(fill: &'static str, size: f64, is_bold: bool) -> Look {
    Look {
        size,
        is_bold,
        ..stroked(fill, "none", 0.0)
    }
}
