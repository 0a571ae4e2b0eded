//! Draws the scenes of `gca-charts` on the page.
//!
//! Rows are words in HTML with their marks beside them as SVG: across, marks are placed in per cent, so that
//! a row is right at any width, on screen and on paper, without anything being measured, and words keep their
//! size, wrap, and can be selected and heard. What depends on the width (the labels of a scale, the words
//! around a radar) is drawn for two widths, and a container query shows one of them: that too is right in
//! print, where no script runs between the new layout and the paper.

mod foot;

pub(crate) use foot::{foot, save, table};

use crate::dom::{all, el, El};
use crate::format::integer;
use crate::svg::{number, percent};
use gca_charts::{
    decimal, lanes, Anchor, Drawing, Entry, Form, Ink, Mark, Picture, Row, Rows, Scale, Scene,
    Words, WIDTHS,
};
use yew::{AttrValue, Html};

/// Height of a lane of labels, in em.
const LANE: f64 = 1.25;

/// Words of the page as words of a scene.
pub(crate) fn words(words: &AttrValue) -> Words {
    words.as_str().into()
}

/// Puts what is inside into a box whose own width decides what is shown.
pub(crate) fn fig(inside: Vec<Html>) -> El {
    el("div|fig").kids(inside)
}

/// The marks of a row.
pub(crate) fn row(row: &Row) -> El {
    let mut svg = el("svg|viz mark row|aria-hidden=true").attr("height", number(row.height));
    for level in 0..5 {
        let is_used = |mark: &Mark| mark.ink == Ink::Hatch(level);
        if level > 0 && row.marks.iter().any(is_used) {
            svg = svg.el(pattern(level));
        }
    }
    for mark in &row.marks {
        svg = svg.el(across(mark, row.height));
    }
    svg
}

/// All rows of a scene that stand alone, without names and values beside them, and their scales.
pub(crate) fn plain(rows: &Rows) -> El {
    let mut inside: Vec<Html> = rows.rows.iter().map(|each| row(each).html()).collect();
    for each in &rows.scales {
        inside.push(scale(each));
    }
    fig(inside)
}

/// A chart without rows beside words that was laid out for both widths.
pub(crate) fn pair(scenes: [&Scene; 2]) -> El {
    let mut inside = Vec::new();
    for (at, scene) in scenes.into_iter().enumerate() {
        let gca_charts::Body::Rows(rows) = &scene.body else {
            continue;
        };
        let shown = match at {
            0 => el("div|under-30"),
            _ => el("div|from-30"),
        };
        let each = rows.rows.iter().map(|each| row(each).html());
        let room = WIDTHS.get(at).copied().unwrap_or_default();
        let scales = rows.scales.iter().map(|scale| {
            let svg = el("svg|viz mark|aria-hidden=true");
            labels(svg, scale, room).html()
        });
        inside.push(shown.kids(each.collect()).kids(scales.collect()).html());
    }
    fig(inside)
}

/// The labels of a scale, for both widths if they differ.
pub(crate) fn scale(scale: &Scale) -> Html {
    let [narrow, wide] = WIDTHS;
    let is_same = lanes(&scale.labels, narrow, 0.0) == lanes(&scale.labels, wide, 0.0);
    if is_same {
        return labels(el("svg|viz mark|aria-hidden=true"), scale, wide).html();
    }
    all(vec![
        labels(el("svg|viz mark under-30|aria-hidden=true"), scale, narrow).html(),
        labels(el("svg|viz mark from-30|aria-hidden=true"), scale, wide).html(),
    ])
}

fn labels(mut svg: El, scale: &Scale, room: f64) -> El {
    let mut last = 0;
    for (label, placed) in scale.labels.iter().zip(lanes(&scale.labels, room, 0.0)) {
        last = last.max(placed.lane);
        let text = if label.is_strong {
            el("text|strong")
        } else {
            el("text")
        };
        // In em of the words themselves, which are smaller than those around.
        let y = em((placed.lane as f64 * LANE + 0.95) * 1.2);
        svg = svg.el(anchored(text, placed.anchor)
            .attr("x", percent(placed.at))
            .attr("y", y)
            .label(label.words.clone().into()));
    }
    svg.attr("height", em(LANE * (last + 1) as f64 + 0.1))
}

fn em(x: f64) -> AttrValue {
    (decimal(x) + "em").into()
}

/// A drawing around a centre, for both widths; title and description are for those who do not see it. Nobody
/// hears it without: its values stand beside it.
pub(crate) fn around(scenes: [&Scene; 2], said: Option<(&AttrValue, &AttrValue)>) -> El {
    let mut inside = Vec::new();
    for (at, scene) in scenes.into_iter().enumerate() {
        let gca_charts::Body::Round(drawing) = &scene.body else {
            continue;
        };
        let svg = match at {
            0 => el("svg|viz radar under-25"),
            _ => el("svg|viz radar from-25"),
        };
        let id = |part: &str| -> String { [scene.name, part, &integer(at)].concat() };
        let svg = match said {
            Some((title, description)) => {
                let title = el("title").attr("id", id("t").into()).label(title.clone());
                let words = el("desc").attr("id", id("d").into());
                svg.attr("role", AttrValue::Static("img"))
                    .attr("aria-labelledby", id("t").into())
                    .attr("aria-describedby", id("d").into())
                    .el(title)
                    .el(words.label(description.clone()))
            }
            None => svg.attr("aria-hidden", AttrValue::Static("true")),
        };
        inside.push(round(svg, drawing).html());
    }
    fig(inside)
}

/// A drawing in pixels, as large as it was laid out, in em: words are as large as those beside it.
fn round(svg: El, drawing: &Drawing) -> El {
    let (width, height) = (number(drawing.width), number(drawing.height));
    let size = ["0 0 ", &*width, " ", &*height].concat();
    // Some readers read the words in a picture aloud, tick by tick.
    let mut marks = el("g||aria-hidden=true");
    for mark in &drawing.marks {
        marks = marks.el(fixed(mark));
    }
    svg.attr("viewBox", size.into())
        .attr("width", em(drawing.width / 16.0))
        .attr("height", em(drawing.height / 16.0))
        .el(marks)
}

/// A picture on the page; `name` tells its ids from those of others.
pub(crate) fn picture(svg: El, name: &str, picture: &Picture) -> El {
    let id = |part: &str| -> String { ["p-", name, part].concat() };
    let size = [
        "0 0 ",
        &*number(picture.width),
        " ",
        &*number(picture.height),
    ];
    let title = el("title").attr("id", id("t").into());
    let description = el("desc").attr("id", id("d").into());
    let svg = svg
        .attr("viewBox", size.concat().into())
        .attr("aria-labelledby", id("t").into())
        .attr("aria-describedby", id("d").into())
        .el(title.label(picture.title.clone().into()))
        .el(description.label(picture.description.clone().into()));
    let mut marks = el("g||aria-hidden=true");
    for mark in &picture.marks {
        marks = marks.el(fixed(mark));
    }
    svg.el(marks)
}

/// The legend of a scene.
pub(crate) fn legend(entries: &[Entry]) -> El {
    let mut list = el("ul|row xs muted legend");
    for entry in entries {
        let mut svg = el("svg|viz|viewBox=0 0 24 16|aria-hidden=true");
        for mark in entry.sign.marks() {
            svg = svg.el(fixed(&mark));
        }
        let words = el("bdi").words(&entry.words);
        list = list.el(el("li").el(svg).space().el(words));
    }
    list
}

/// A mark whose places are pixels.
fn fixed(mark: &Mark) -> El {
    match &mark.form {
        Form::Polygon(corners) => closed(mark.ink, corners),
        Form::Path(corners) => el("polyline|x").attr("points", points(corners)),
        _ => placed(mark, number),
    }
    .class(mark.ink.class().into())
}

/// A mark whose places are per cent of the width, and pixels down.
fn across(mark: &Mark, height: f64) -> El {
    let corners = match &mark.form {
        Form::Polygon(corners) | Form::Path(corners) => corners,
        _ => return placed(mark, percent).class(mark.ink.class().into()),
    };
    // Corners cannot be per cent: they are those of a box that is stretched.
    let size = ["0 0 100 ", &*number(height)].concat();
    let line = el("polyline|x|vector-effect=non-scaling-stroke")
        .attr("points", points(corners))
        .class(mark.ink.class().into());
    el("svg||width=100%|height=100%|preserveAspectRatio=none")
        .attr("viewBox", size.into())
        .el(line)
}

fn placed(mark: &Mark, x: fn(f64) -> AttrValue) -> El {
    let two = |shape: El, names: [&'static str; 2], at: (f64, f64)| {
        let [across, down] = names;
        shape.attr(across, x(at.0)).attr(down, number(at.1))
    };
    match &mark.form {
        Form::Rect(at, size) => {
            let rect = two(
                two(el("rect|x"), ["x", "y"], *at),
                ["width", "height"],
                *size,
            );
            match mark.ink {
                Ink::Hatch(level) => rect.attr("fill", hatch("url(#", level, ")")),
                _ => rect,
            }
        }
        Form::Line(from, to) => two(two(el("line|x"), ["x1", "y1"], *from), ["x2", "y2"], *to),
        Form::Circle(at, r) => two(el("circle|x"), ["cx", "cy"], *at).attr("r", number(*r)),
        Form::Diamond(at, r) => {
            let place = two(el("svg|x|overflow=visible"), ["x", "y"], *at);
            place.el(diamond(*r).class(mark.ink.class().into()))
        }
        Form::Text(at, anchor, words) => {
            anchored(two(el("text|x"), ["x", "y"], *at), *anchor).label(words.clone().into())
        }
        Form::Polygon(_) | Form::Path(_) => el("g|x"),
    }
}

fn diamond(r: f64) -> El {
    closed(Ink::Other, &[(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)])
}

fn closed(_: Ink, corners: &[(f64, f64)]) -> El {
    el("polygon|x").attr("points", points(corners))
}

/// Drawings are laid out from left to right in every language.
fn anchored(text: El, anchor: Anchor) -> El {
    text.attr("text-anchor", AttrValue::Static(anchor.name(false)))
}

fn points(corners: &[(f64, f64)]) -> AttrValue {
    let mut text = String::new();
    for (x, y) in corners {
        for part in [&*number(*x), ",", &*number(*y), " "] {
            text.push_str(part);
        }
    }
    text.into()
}

fn hatch(before: &str, level: usize, after: &str) -> AttrValue {
    [before, "hatch-", &integer(level), after].concat().into()
}

/// Slanted lines, the closer the higher the level.
fn pattern(level: usize) -> El {
    let step = number(match level {
        1 => 12.0,
        2 => 8.0,
        3 => 5.0,
        _ => 3.5,
    });
    let line = match level {
        1 | 2 => el("line|hatch-dark|y2=16"),
        _ => el("line|hatch-light|y2=16"),
    };
    el("pattern||height=16|patternUnits=userSpaceOnUse|patternTransform=rotate(45)")
        .attr("id", hatch("", level, ""))
        .attr("width", step)
        .el(line)
}
