//! A scene as a picture of a fixed width, with its words: for files, and for whoever pastes it into a letter
//! or a slide. Title and sentence stand above, the legend and where it comes from below.

mod rows;
mod tiles;

use crate::ink::{Ink, Tone};
use crate::measure::{width as wide, wrap, LEADING};
use crate::scene::{Anchor, At, Body, Drawing, Entry, Form, Mark, Scene, Words, SIGN};

/// How a picture is made.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// Width in pixels, with the margins; at least 160.
    pub width: f64,
    /// Whether it is written from right to left.
    pub is_rtl: bool,
    /// What stands at the foot: what it is about and when it was made; may be empty.
    pub foot: &'a str,
}

/// A picture: marks in pixels, from back to front.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Whether its words are written from right to left.
    pub is_rtl: bool,
    /// What it is, for those who do not see it.
    pub title: Words,
    /// What it says, for those who do not see it: the sentence and every value.
    pub description: String,
    /// What is drawn.
    pub marks: Vec<Mark>,
}

/// Around everything, in pixels.
const MARGIN: f64 = 16.0;

/// Lays a scene out.
pub fn picture(scene: &Scene, paper: &Paper) -> Picture {
    let width = paper.width.max(160.0);
    let mut sheet = Sheet {
        left: MARGIN,
        width: width - 2.0 * MARGIN,
        y: MARGIN,
        mirror: paper.is_rtl.then_some(width),
        marks: Vec::new(),
    };
    sheet.words(&scene.title, Tone::Title);
    sheet.y += 2.0;
    sheet.words(&scene.reading, Tone::Quiet);
    sheet.y += 14.0;
    body(&mut sheet, scene);
    legend(&mut sheet, &scene.legend);
    if !paper.foot.is_empty() {
        sheet.y += 10.0;
        sheet.words(paper.foot, Tone::Small);
    }
    Picture {
        width,
        height: (sheet.y + MARGIN).ceil(),
        is_rtl: paper.is_rtl,
        title: scene.title.clone(),
        description: description(scene),
        marks: sheet.marks,
    }
}

fn body(sheet: &mut Sheet, scene: &Scene) {
    match &scene.body {
        Body::Rows(rows) => rows::rows(sheet, rows),
        Body::Tiles(tiles) => tiles::tiles(sheet, tiles),
        Body::Round(drawing) => round(sheet, drawing),
    }
}

/// Room for marks at the ends of a scale, in pixels.
const INSET: f64 = 8.0;

/// Lays out only what is drawn: for a page that has title, sentence and table in its own words.
pub fn bare(scene: &Scene, width: f64, is_rtl: bool) -> Picture {
    let width = width.max(160.0);
    let mut sheet = Sheet {
        left: INSET,
        width: width - 2.0 * INSET,
        y: 0.0,
        mirror: is_rtl.then_some(width),
        marks: Vec::new(),
    };
    body(&mut sheet, scene);
    Picture {
        width,
        height: (sheet.y + 2.0).ceil(),
        is_rtl,
        title: scene.title.clone(),
        description: description(scene),
        marks: sheet.marks,
    }
}

/// The sentence, then each row of the table.
fn description(scene: &Scene) -> String {
    let mut words = String::from(&*scene.reading);
    for row in &scene.table.rows {
        let mut before = " ";
        for cell in row.iter().filter(|cell| !cell.is_empty()) {
            words.push_str(before);
            words.push_str(cell);
            before = if before == " " { ": " } else { ", " };
        }
        words.push('.');
    }
    words
}

/// What is drawn on, from the top down. Places are those from left to right; from right to left they are
/// turned over as they come.
struct Sheet {
    left: f64,
    width: f64,
    y: f64,
    /// The whole width, if places are turned over.
    mirror: Option<f64>,
    marks: Vec<Mark>,
}

impl Sheet {
    #[inline(never)]
    fn draw(&mut self, mut mark: Mark) {
        if let Some(width) = self.mirror {
            turn_over(&mut mark.form, width);
        }
        self.marks.push(mark);
    }

    #[inline(never)]
    fn text(&mut self, ink: Ink, at: At, anchor: Anchor, words: &str) {
        if !words.is_empty() {
            self.draw(Mark::text(ink, at, anchor, &words.into()));
        }
    }

    /// Lines from `top` down, in a column; how high they are comes back.
    fn lines(&mut self, ink: Ink, (x, top): At, lines: &[String]) -> f64 {
        let line = ink.look().size * LEADING;
        for (n, words) in lines.iter().enumerate() {
            let base = top + line * (n as f64 + 0.78);
            self.text(ink, (x, base), Anchor::Left, words);
        }
        line * lines.len() as f64
    }

    /// A paragraph.
    fn words(&mut self, words: &str, tone: Tone) {
        let ink = Ink::Text(tone);
        let lines = wrap(words, ink.look(), self.width);
        let at = (self.left, self.y);
        self.y += self.lines(ink, at, &lines);
    }
}

fn turn_over(form: &mut Form, width: f64) {
    let flip = |at: &mut At| at.0 = width - at.0;
    match form {
        Form::Rect(at, size) => at.0 = width - at.0 - size.0,
        Form::Line(from, to) => {
            flip(from);
            flip(to);
        }
        Form::Circle(at, _) | Form::Diamond(at, _) => flip(at),
        Form::Polygon(points) | Form::Path(points) => points.iter_mut().for_each(flip),
        Form::Text(at, anchor, _) => {
            flip(at);
            *anchor = anchor.mirrored();
        }
    }
}

/// The mark moved, and stretched across.
fn moved(mark: &Mark, (x, y): At, scale: f64) -> Mark {
    let at = |at: &At| (x + at.0 * scale, y + at.1);
    let each = |points: &Vec<At>| points.iter().map(at).collect();
    let form = match &mark.form {
        Form::Rect(from, size) => Form::Rect(at(from), (size.0 * scale, size.1)),
        Form::Line(from, to) => Form::Line(at(from), at(to)),
        Form::Circle(from, r) => Form::Circle(at(from), *r),
        Form::Diamond(from, r) => Form::Diamond(at(from), *r),
        Form::Polygon(points) => Form::Polygon(each(points)),
        Form::Path(points) => Form::Path(each(points)),
        Form::Text(from, anchor, words) => Form::Text(at(from), *anchor, words.clone()),
    };
    let ink = mark.ink;
    Mark { ink, form }
}

/// A drawing in the middle; it is not turned over.
fn round(sheet: &mut Sheet, drawing: &Drawing) {
    let x = sheet.left + (sheet.width - drawing.width) / 2.0;
    let at = (x, sheet.y);
    let marks = drawing.marks.iter().map(|mark| moved(mark, at, 1.0));
    sheet.marks.extend(marks);
    sheet.y += drawing.height + 6.0;
}

fn legend(sheet: &mut Sheet, entries: &[Entry]) {
    let ink = Ink::Text(Tone::Quiet);
    let (mut x, end) = (sheet.left, sheet.left + sheet.width);
    let line = 22.0;
    if !entries.is_empty() {
        sheet.y += 8.0;
    }
    for entry in entries {
        let room = sheet.width - SIGN.0 - 6.0;
        let lines = wrap(&entry.words, ink.look(), room);
        let wides = lines.iter().map(|line| wide(line, ink.look()));
        let size = SIGN.0 + 6.0 + wides.fold(0.0, f64::max);
        if x > sheet.left && x + size > end {
            x = sheet.left;
            sheet.y += line;
        }
        for mark in entry.sign.marks() {
            sheet.draw(moved(&mark, (x, sheet.y), 1.0));
        }
        let at = (x + SIGN.0 + 6.0, sheet.y - 0.5);
        let high = sheet.lines(ink, at, &lines);
        sheet.y += (high - line).max(0.0);
        x += size + 18.0;
    }
    if !entries.is_empty() {
        sheet.y += line;
    }
}
