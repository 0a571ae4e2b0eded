//! The charts: as golden texts, and by what must hold for each in every language and at every width.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/mod.rs"]
mod support;

use gca_charts::{
    bars, picture, radar, svg, Anchor, Body, Form, Mark, Paper, Picture, Profile, Scene, Score,
};
use std::collections::BTreeSet;
use std::path::Path;
use support::LANGUAGES;

/// The widest picture, with its margins.
const WIDE: f64 = 672.0;
const NARROW: f64 = 320.0;

fn draw(scene: &Scene, width: f64, is_rtl: bool) -> Picture {
    let foot = "Cybersecurity readiness · Kenya 2026 · 25 November 2026";
    let paper = Paper {
        width,
        is_rtl,
        foot,
    };
    picture(scene, &paper)
}

/// Calls with every chart in every language, at both widths: language, name, scene, picture.
fn each(mut look: impl FnMut(&str, &Scene, &Picture)) {
    for language in &LANGUAGES {
        for (inner, width) in [(288.0, NARROW), (640.0, WIDE)] {
            for (name, scene) in language.all(inner) {
                let at = format!("{name} {} {width}", language.name);
                look(&at, &scene, &draw(&scene, width, language.is_rtl));
            }
        }
    }
}

/// With BLESS=1 the files are written instead of compared.
#[test]
fn pictures_are_the_goldens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
    let mut wrong = Vec::new();
    let mut expected = BTreeSet::new();
    for (language, width) in [("en", WIDE), ("en", NARROW), ("ar", WIDE)] {
        let found = LANGUAGES.iter().find(|l| l.name == language).unwrap();
        for (name, scene) in found.all(width - 32.0) {
            let file = match (language, width == WIDE) {
                ("en", true) => format!("{name}.svg"),
                ("en", false) => format!("{name}-narrow.svg"),
                _ => format!("{name}-rtl.svg"),
            };
            let text = svg(&draw(&scene, width, found.is_rtl));
            let path = folder.join(&file);
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&path, &text).unwrap();
            }
            if std::fs::read_to_string(&path).unwrap_or_default() != text {
                wrong.push(file.clone());
            }
            expected.insert(file);
        }
    }
    assert!(wrong.is_empty(), "other than the goldens: {wrong:?}");
    let there = std::fs::read_dir(&folder).unwrap();
    let there = there.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(
        there.collect::<BTreeSet<_>>(),
        expected,
        "files of no chart"
    );
}

/// The numbers in words.
fn numbers(words: &str) -> Vec<String> {
    let signs = words.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let signs = signs.map(|n| n.trim_matches('.').to_owned());
    signs.filter(|n| !n.is_empty()).collect()
}

#[test]
fn every_value_that_is_drawn_stands_in_the_table() {
    each(|at, scene, _| {
        let cells = scene.table.rows.iter().flatten();
        let known: BTreeSet<String> = cells.flat_map(|cell| numbers(cell)).collect();
        let mut drawn = Vec::new();
        match &scene.body {
            Body::Rows(rows) => {
                for row in &rows.rows {
                    drawn.extend([row.value.clone(), row.note.clone()]);
                    drawn.extend(values(&row.marks));
                }
            }
            Body::Tiles(tiles) => {
                let tiles = tiles.groups.iter().flat_map(|group| &group.tiles);
                drawn.extend(tiles.map(|tile| tile.value.clone()));
            }
            Body::Round(drawing) => drawn.extend(values(&drawing.marks)),
        }
        assert!(scene.table.rows.len() > 1, "{at}: no table");
        for row in &scene.table.rows {
            assert_eq!(row.len(), scene.table.heads.len(), "{at}");
        }
        for number in drawn.iter().flat_map(|words| numbers(words)) {
            assert!(known.contains(&number), "{at}: {number} is in no cell");
        }
    });
}

/// Words of marks that are values: bold ones.
fn values(marks: &[Mark]) -> Vec<gca_charts::Words> {
    let words = marks.iter().filter_map(|mark| match &mark.form {
        Form::Text(_, _, words) if mark.ink.look().is_bold => Some(words.clone()),
        _ => None,
    });
    words.collect()
}

/// About how wide words are: what the crate reckons is kept to itself.
fn width(words: &str, size: f64) -> f64 {
    let wide = |c: char| match c {
        '\u{2e80}'..='\u{ffef}' => 1.0,
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | '.' | ' ' => 0.32,
        _ => 0.57,
    };
    size * words.chars().map(wide).sum::<f64>()
}

/// The box of a text: left, top, right, bottom.
fn text_box(mark: &Mark) -> Option<(f64, f64, f64, f64)> {
    let Form::Text((x, y), anchor, words) = &mark.form else {
        return None;
    };
    let size = mark.ink.look().size;
    let wide = width(words, size);
    let left = match anchor {
        Anchor::Left => *x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::Right => x - wide,
    };
    Some((left, y - 0.75 * size, left + wide, y + 0.2 * size))
}

#[test]
fn labels_do_not_overlap_and_stay_inside() {
    each(|at, _, picture| {
        let boxes: Vec<_> = picture.marks.iter().filter_map(text_box).collect();
        for (n, a) in boxes.iter().enumerate() {
            assert!(a.0 >= -0.5 && a.2 <= picture.width + 0.5, "{at}: {a:?}");
            for b in boxes.iter().skip(n + 1) {
                let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                assert!(apart, "{at}: {a:?} and {b:?}");
            }
        }
    });
}

fn corners(form: &Form) -> Vec<(f64, f64)> {
    match form {
        Form::Rect(at, size) => vec![*at, (at.0 + size.0, at.1 + size.1)],
        Form::Line(from, to) => vec![*from, *to],
        Form::Circle(at, r) | Form::Diamond(at, r) => {
            vec![(at.0 - r, at.1 - r), (at.0 + r, at.1 + r)]
        }
        Form::Polygon(points) | Form::Path(points) => points.clone(),
        Form::Text(at, ..) => vec![*at],
    }
}

fn assert_inside(at: &str, picture: &Picture) {
    for mark in &picture.marks {
        for (x, y) in corners(&mark.form) {
            assert!(x.is_finite() && y.is_finite(), "{at}: {mark:?}");
            let (right, bottom) = (picture.width + 0.01, picture.height + 0.01);
            assert!((-0.01..=right).contains(&x), "{at}: {mark:?}");
            assert!((-0.01..=bottom).contains(&y), "{at}: {mark:?}");
        }
    }
}

#[test]
fn marks_stay_inside_the_picture() {
    each(|at, _, picture| assert_inside(at, picture));
}

#[test]
fn values_off_the_scale_are_drawn_at_its_end() {
    let odd = [f64::NAN, f64::INFINITY, -f64::INFINITY, -5.0, 105.0, 1e300];
    for (n, own) in odd.into_iter().enumerate() {
        let mut profile = LANGUAGES[0].profile(3);
        for (at, item) in profile.items.iter_mut().enumerate() {
            let other = odd[(n + at) % odd.len()];
            let score = |at| Score {
                at,
                words: "?".into(),
            };
            (item.own, item.other, item.target) =
                (Some(score(own)), Some(score(other)), Some(score(own)));
            if let Some(range) = &mut item.range {
                (range.low, range.high) = (other, own);
            }
        }
        for scene in [radar(&profile, 640.0), bars(&profile)] {
            assert_inside("odd", &draw(&scene, WIDE, false));
        }
    }
}

#[test]
fn nothing_to_show_is_no_trouble() {
    let profile = Profile::default();
    for scene in [
        radar(&profile, 288.0),
        bars(&profile),
        gca_charts::dumbbell(&profile),
        gca_charts::strip(&Default::default()),
        gca_charts::heat(&Default::default()),
        gca_charts::timeline(&Default::default(), 288.0),
        gca_charts::frontier(&Default::default(), 288.0),
        gca_charts::spread(&Default::default()),
        gca_charts::shares(&Default::default()),
        gca_charts::votes(&Default::default()),
        gca_charts::stack(&Default::default()),
        gca_charts::crowd(&Default::default()),
        gca_charts::crowd_radar(&Default::default(), 288.0),
    ] {
        for width in [0.0, NARROW, WIDE] {
            assert_inside(scene.name, &draw(&scene, width, true));
        }
    }
}

#[test]
fn from_right_to_left_rows_are_mirrored_and_the_radar_is_not() {
    let arabic = LANGUAGES.iter().find(|l| l.is_rtl).unwrap();
    for (name, scene) in arabic.all(640.0) {
        let [ltr, rtl] = [false, true].map(|is_rtl| draw(&scene, WIDE, is_rtl));
        assert_eq!(ltr.height, rtl.height);
        let dots = |picture: &Picture| {
            let marks = picture.marks.iter();
            let dots = marks.filter_map(|mark| match mark.form {
                Form::Circle((x, _), r) if r > 5.0 => Some((x * 100.0).round()),
                _ => None,
            });
            dots.collect::<Vec<_>>()
        };
        let over = |dots: Vec<f64>| dots.iter().map(|x| WIDE * 100.0 - x).collect::<Vec<_>>();
        match name {
            "radar" | "radar-alone" | "crowd-radar" => assert_eq!(dots(&ltr), dots(&rtl)),
            _ => assert_eq!(over(dots(&ltr)), dots(&rtl), "{name}"),
        }
    }
}

#[test]
fn a_file_is_one_piece_of_xml_and_asks_for_nothing() {
    let mut profile = LANGUAGES[0].profile(1);
    profile.title = "<script>alert('1')</script> & \"\u{0}\u{b}\u{ffff}]]>".into();
    let text = svg(&draw(&bars(&profile), WIDE, false));
    assert!(text.contains(">&lt;script&gt;alert('1')&lt;/script&gt; &amp; &quot;]]&gt;</title>"));
    assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    assert!(text.ends_with("</svg>\n"));
    assert_eq!(text.matches("<svg").count(), 1);
    for word in ["href", "url(", "style", "class", "<script", "NaN", "inf"] {
        assert!(!text.contains(word), "{word}");
    }
}
