//! The shape of a profile: its items around a centre, the first at the top, the others clockwise. It is
//! the same from right to left, so that a shape that is known stays known.

use crate::crowd::Crowd;
use crate::ink::{Ink, Tone};
use crate::measure::{width as wide, wrap, LEADING};
use crate::number::{place, turn};
use crate::profile::{Item, Profile, Score};
use crate::scene::{Anchor, At, Body, Drawing, Form, Mark, Scene, Sign};

/// The largest radius, in pixels: more would not say more.
const RADIUS: f64 = 140.0;
/// Between the outer ring and its labels, in pixels.
const GAP: f64 = 9.0;
/// Most lines of a name.
const LABEL: f64 = 150.0;

/// The profile around a centre, on a drawing that is `width` pixels wide.
pub fn radar(profile: &Profile, width: f64) -> Scene {
    Scene {
        name: "profile",
        title: profile.title.clone(),
        reading: profile.reading.clone(),
        table: profile.table(),
        legend: profile.legend(&[Sign::OwnLine, Sign::Rod]),
        body: Body::Round(drawing(profile, &[], width)),
    }
}

/// The middle of a crowd around a centre: a band for the middle half, a line for the median, and what its
/// group scores.
pub fn crowd_radar(crowd: &Crowd, width: f64) -> Scene {
    let items = crowd.items.iter().map(|many| Item {
        name: many.name.clone(),
        short: many.short.clone(),
        own: many.median.clone(),
        other: many.group.clone(),
        ..Item::default()
    });
    let profile = Profile {
        ticks: crowd.ticks.clone(),
        none: crowd.none.clone(),
        items: items.collect(),
        ..Profile::default()
    };
    let bands = crowd.items.iter();
    let bands: Vec<(f64, f64)> = bands
        .filter_map(|many| many.half.as_ref().map(|(low, high, _)| (*low, *high)))
        .collect();
    Scene {
        name: "room",
        title: crowd.title.clone(),
        reading: crowd.reading.clone(),
        table: crowd.table(),
        legend: crowd.legend(Sign::OwnLine),
        body: Body::Round(drawing(&profile, &bands, width)),
    }
}

/// Centre, radius and number of spokes.
struct Web {
    centre: At,
    radius: f64,
    n: usize,
}

impl Web {
    fn at(&self, i: usize, points: f64) -> At {
        self.beyond(i, self.radius * place(points) / 100.0)
    }

    /// The place at a distance from the centre.
    fn beyond(&self, i: usize, r: f64) -> At {
        let (sine, cosine) = turn(i as f64 / self.n.max(1) as f64);
        (self.centre.0 + r * sine, self.centre.1 - r * cosine)
    }

    fn ring(&self, points: f64) -> Vec<At> {
        (0..self.n).map(|i| self.at(i, points)).collect()
    }
}

fn drawing(profile: &Profile, bands: &[(f64, f64)], width: f64) -> Drawing {
    let radius = (width * 0.36).min(RADIUS);
    let web = Web {
        centre: (width / 2.0, 0.0),
        radius,
        n: profile.items.len(),
    };
    let mut marks = Vec::new();
    // A band needs all its corners.
    if bands.len() == web.n {
        marks.extend(band(&web, bands));
    }
    rings(&web, profile, &mut marks);
    values(&web, profile, &mut marks);
    let (top, bottom) = labels(&web, profile, width, &mut marks);
    // The labels are placed around a centre at height 0: now it is known how high they reach.
    for mark in &mut marks {
        lower(&mut mark.form, -top);
    }
    Drawing {
        width,
        height: bottom - top,
        marks,
    }
}

/// The room between two rings: out along the outer one, and back along the inner.
fn band(web: &Web, bands: &[(f64, f64)]) -> Option<Mark> {
    let ring = |of: fn(&(f64, f64)) -> f64| -> Vec<At> {
        let corners = bands.iter().enumerate();
        let mut ring: Vec<At> = corners.map(|(i, band)| web.at(i, of(band))).collect();
        ring.extend(ring.first().copied());
        ring
    };
    let mut corners = ring(|band| band.1);
    let mut inner = ring(|band| band.0);
    inner.reverse();
    corners.extend(inner);
    (!bands.is_empty()).then_some(Mark {
        ink: Ink::Soft,
        form: Form::Polygon(corners),
    })
}

fn lower(form: &mut Form, by: f64) {
    match form {
        Form::Line(from, to) => (from.1, to.1) = (from.1 + by, to.1 + by),
        Form::Rect(at, _) | Form::Circle(at, _) | Form::Diamond(at, _) | Form::Text(at, ..) => {
            at.1 += by;
        }
        Form::Polygon(points) | Form::Path(points) => {
            for point in points {
                point.1 += by;
            }
        }
    }
}

fn rings(web: &Web, profile: &Profile, marks: &mut Vec<Mark>) {
    let polygon = |ink, corners| Mark {
        ink,
        form: Form::Polygon(corners),
    };
    for tick in 1..5 {
        marks.push(polygon(Ink::Grid, web.ring(25.0 * f64::from(tick))));
    }
    for i in 0..web.n {
        marks.push(Mark::line(Ink::Grid, web.centre, web.at(i, 100.0)));
    }
    let corners = |of: fn(&Item) -> Option<&Score>| -> Vec<At> {
        let items = profile.items.iter().enumerate();
        let known = items.filter_map(|(i, item)| Some(web.at(i, of(item)?.at)));
        known.collect()
    };
    let own = corners(|item| item.own.as_ref());
    if !own.is_empty() {
        marks.push(polygon(Ink::OwnArea, own));
    }
    let other = corners(|item| item.other.as_ref());
    if !other.is_empty() {
        marks.push(polygon(Ink::OtherLine, other));
    }
    for (tick, words) in profile.ticks.iter().enumerate().skip(1) {
        let y = web.centre.1 - web.radius * 25.0 * tick as f64 / 100.0 + 4.0;
        let at = (web.centre.0 + 8.0, y);
        marks.push(Mark::text(Ink::Text(Tone::Small), at, Anchor::Left, words));
    }
}

fn values(web: &Web, profile: &Profile, marks: &mut Vec<Mark>) {
    for (i, item) in profile.items.iter().enumerate() {
        if let Some((low, high)) = item.ends() {
            marks.push(Mark::line(Ink::Range, web.at(i, low), web.at(i, high)));
        }
    }
    for (i, item) in profile.items.iter().enumerate() {
        if let Some(target) = &item.target {
            // A bar across the spoke.
            let (x, y) = web.at(i, target.at);
            let (sine, cosine) = turn(i as f64 / web.n.max(1) as f64);
            let end = |side: f64| (x + side * cosine, y + side * sine);
            marks.push(Mark::line(Ink::Target, end(-8.0), end(8.0)));
        }
        if let Some(other) = &item.other {
            marks.push(Mark::diamond(web.at(i, other.at), 6.0));
        }
        if let Some(own) = &item.own {
            marks.push(Mark::circle(Ink::Own, web.at(i, own.at), 5.5));
        }
    }
}

/// Name and value of each item at the end of its spoke. How far they reach up and down comes back.
fn labels(web: &Web, profile: &Profile, width: f64, marks: &mut Vec<Mark>) -> (f64, f64) {
    let (plain, strong) = (Ink::Text(Tone::Quiet), Ink::Text(Tone::Strong));
    let line = plain.look().size * LEADING;
    let (mut top, mut bottom) = (-web.radius - GAP, web.radius + GAP);
    for (i, item) in profile.items.iter().enumerate() {
        let (x, y) = web.beyond(i, web.radius + GAP);
        let side = (x - web.centre.0) / web.radius;
        // A label keeps to its half, so that it meets none of the other.
        let room = if side.abs() < 0.05 {
            width
        } else {
            width / 2.0 - 4.0
        };
        let mut lines = wrap(&item.short, plain.look(), room.min(LABEL));
        let value = item.own.as_ref().map(|own| own.words.clone());
        let value = value.unwrap_or_else(|| profile.none.clone());
        let mut wides: Vec<f64> = lines.iter().map(|l| wide(l, plain.look())).collect();
        wides.push(wide(&value, strong.look()));
        let box_width = wides.iter().copied().fold(0.0, f64::max);
        lines.push(value.to_string());
        let height = line * lines.len() as f64;
        let beside = if side > 0.05 { width - x } else { x };
        let (at, anchor, up) = if side.abs() < 0.05 {
            (web.centre.0, Anchor::Middle, y < web.centre.1)
        } else if beside >= box_width && side.abs() > 0.5 {
            let anchor = if side > 0.0 {
                Anchor::Left
            } else {
                Anchor::Right
            };
            (x, anchor, false)
        } else if side > 0.0 {
            let low = web.centre.0 + 4.0 + box_width / 2.0;
            let high = (width - box_width / 2.0).max(low);
            (x.clamp(low, high), Anchor::Middle, y < web.centre.1)
        } else {
            let high = web.centre.0 - 4.0 - box_width / 2.0;
            let low = (box_width / 2.0).min(high);
            (x.clamp(low, high), Anchor::Middle, y < web.centre.1)
        };
        let from = match (anchor, up) {
            (Anchor::Middle, true) => y - height,
            (Anchor::Middle, false) => y,
            _ => y - height / 2.0,
        };
        top = top.min(from);
        bottom = bottom.max(from + height);
        for (n, words) in lines.iter().enumerate() {
            let is_value = n + 1 == lines.len();
            let ink = if is_value { strong } else { plain };
            let base = from + line * (n as f64 + 0.78);
            marks.push(Mark::text(ink, (at, base), anchor, &words.as_str().into()));
        }
    }
    (top, bottom)
}
