//! A picture as SVG text that needs nothing else: colours are attributes of each mark, since office
//! programs read neither style sheets nor the properties of a page.

use crate::ink::{Ink, Look};
use crate::number::decimal;
use crate::picture::Picture;
use crate::scene::{At, Form, Mark};
use crate::spoken::spoken;

/// Families that are there on most machines.
const FAMILY: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// The file.
pub fn svg(picture: &Picture) -> String {
    let mut out = Out(String::new());
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    out.attr("font-family", FAMILY);
    inside(&mut out, picture, "");
    out.0
}

/// The picture as a part of a page in HTML, whose fonts it takes. Ids in it begin with `id`.
pub fn svg_part(picture: &Picture, id: &str) -> String {
    let mut out = Out(String::from("<svg"));
    inside(&mut out, picture, id);
    out.0
}

/// All after the name of the element; a file has no `id`, and white behind what is drawn.
fn inside(out: &mut Out, picture: &Picture, id: &str) {
    let (width, height) = (decimal(picture.width), decimal(picture.height));
    out.attr("width", &width).attr("height", &height);
    let size = ["0 0 ", &width, " ", &height].concat();
    out.attr("viewBox", &size).attr("role", "img");
    let (title, description) = ([id, "title"].concat(), [id, "desc"].concat());
    let both = [&*title, " ", &description].concat();
    out.attr("aria-labelledby", &both);
    let direction = if picture.is_rtl { "rtl" } else { "ltr" };
    out.attr("direction", direction).raw(">\n<title");
    out.attr("id", &title).words(&picture.title);
    out.raw("</title>\n<desc").attr("id", &description);
    out.words(&picture.description).raw("</desc>\n");
    if id.is_empty() {
        out.raw("<rect").attr("width", &width);
        out.attr("height", &height).attr("fill", "#fff").raw("/>\n");
    }
    for mark in &picture.marks {
        draw(out, mark, picture.is_rtl);
    }
    out.raw("</svg>\n");
}

struct Out(String);

impl Out {
    #[inline(never)]
    fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    /// The end of a tag, with the language of the words inside if it is another than around it, and the words.
    fn words(&mut self, words: &str) -> &mut Self {
        let (language, words) = spoken(words);
        if let Some(language) = language {
            self.attr("lang", language);
        }
        self.raw(">").text(&words)
    }

    /// Words, with the signs that mean something in XML written otherwise. Signs that XML does not allow
    /// are left out.
    #[inline(never)]
    fn text(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => {}
                '\u{fffe}' | '\u{ffff}' => {}
                c => self.0.push(c),
            }
        }
        self
    }

    #[inline(never)]
    fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    #[inline(never)]
    fn length(&mut self, name: &str, value: f64) -> &mut Self {
        self.attr(name, &decimal(value))
    }

    fn place(&mut self, names: [&str; 2], at: At) -> &mut Self {
        let [x, y] = names;
        self.length(x, at.0).length(y, at.1)
    }

    fn look(&mut self, look: Look) -> &mut Self {
        self.attr("fill", look.fill);
        if look.opacity < 1.0 {
            self.length("fill-opacity", look.opacity);
        }
        if look.stroke != "none" {
            self.attr("stroke", look.stroke);
            self.length("stroke-width", look.width);
            if look.dash > 0.0 {
                self.length("stroke-dasharray", look.dash);
            }
        }
        self
    }
}

fn draw(out: &mut Out, mark: &Mark, is_rtl: bool) {
    let look = mark.ink.look();
    match &mark.form {
        Form::Rect(at, size) => {
            if let Ink::Hatch(level) = mark.ink {
                let lines = hatch(level, *at, *size);
                out.raw("<path").attr("d", &lines).look(look);
            } else {
                out.raw("<rect").place(["x", "y"], *at);
                out.place(["width", "height"], *size).look(look);
            }
        }
        Form::Line(from, to) => {
            out.raw("<line").place(["x1", "y1"], *from);
            out.place(["x2", "y2"], *to).look(look);
        }
        Form::Circle(at, r) => {
            out.raw("<circle").place(["cx", "cy"], *at);
            out.length("r", *r).look(look);
        }
        Form::Diamond(at, r) => {
            let corners = diamond(*at, *r);
            out.raw("<polygon")
                .attr("points", &points(&corners))
                .look(look);
        }
        Form::Polygon(corners) => {
            out.raw("<polygon")
                .attr("points", &points(corners))
                .look(look);
        }
        Form::Path(corners) => {
            out.raw("<polyline")
                .attr("points", &points(corners))
                .look(look);
        }
        Form::Text(at, anchor, words) => {
            out.raw("<text").place(["x", "y"], *at);
            out.attr("text-anchor", anchor.name(is_rtl));
            out.length("font-size", look.size);
            if look.is_bold {
                out.attr("font-weight", "bold");
            }
            out.attr("fill", look.fill);
            out.words(words).raw("</text>\n");
            return;
        }
    }
    out.raw("/>\n");
}

/// The outline of a mark as the data of a path, for a canvas; words have none.
pub fn outline(mark: &Mark) -> String {
    match &mark.form {
        Form::Rect(at, size) => match mark.ink {
            Ink::Hatch(level) => hatch(level, *at, *size),
            _ => {
                let (right, bottom) = (at.0 + size.0, at.1 + size.1);
                joined(&[*at, (right, at.1), (right, bottom), (at.0, bottom)], true)
            }
        },
        Form::Line(from, to) => joined(&[*from, *to], false),
        Form::Circle((x, y), r) => {
            let (radius, r) = (*r, decimal(*r));
            let mut data = joined(&[(*x, y - radius)], false);
            // Two halves: an arc that ends where it began is none.
            for end in [y + radius, y - radius] {
                for part in [
                    "A",
                    &r,
                    " ",
                    &r,
                    " 0 0 1 ",
                    &decimal(*x),
                    " ",
                    &decimal(end),
                ] {
                    data.push_str(part);
                }
            }
            data.push('Z');
            data
        }
        Form::Diamond(at, r) => joined(&diamond(*at, *r), true),
        Form::Polygon(corners) => joined(corners, true),
        Form::Path(corners) => joined(corners, false),
        Form::Text(..) => String::new(),
    }
}

fn joined(corners: &[At], is_closed: bool) -> String {
    let mut data = String::new();
    for (x, y) in corners {
        data.push(if data.is_empty() { 'M' } else { 'L' });
        data.push_str(&decimal(*x));
        data.push(' ');
        data.push_str(&decimal(*y));
    }
    if is_closed && !data.is_empty() {
        data.push('Z');
    }
    data
}

/// The corners of a diamond.
pub(crate) fn diamond((x, y): At, r: f64) -> [At; 4] {
    [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
}

fn points(corners: &[At]) -> String {
    let mut text = String::new();
    for (x, y) in corners {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&decimal(*x));
        text.push(',');
        text.push_str(&decimal(*y));
    }
    text
}

/// Slanted lines inside a box, the closer the higher the level, as the data of a path.
pub(crate) fn hatch(level: usize, (x, y): At, (width, height): At) -> String {
    let mut data = String::new();
    let step = match level {
        0 => return data,
        1 => 16.0,
        2 => 11.0,
        3 => 7.0,
        _ => 4.5,
    };
    // A line begins at the lower edge or, right of the first corner, goes on from it.
    let mut from = x - height + step / 2.0;
    while from < x + width {
        let (left, right) = (from.max(x), (from + height).min(x + width));
        if right > left {
            let low = y + height - (left - from);
            let high = y + height - (right - from);
            for (sign, a, b) in [("M", left, low), ("L", right, high)] {
                data.push_str(sign);
                data.push_str(&decimal(a));
                data.push(' ');
                data.push_str(&decimal(b));
            }
        }
        from += step;
    }
    data
}
