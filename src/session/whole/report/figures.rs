//! The pictures of a report.

use super::standing::area_title;
use super::Words;
use crate::view::AreaRow;
use crate::Key;
use gca_charts::{
    bare, bars as bar_scene, dumbbell, radar as radar_scene, strip, Band, Item, Names, Picture,
    Profile, Range, Scene, Score, Strip,
};
use gca_engine::{Assessment, Overall, Points};
use std::rc::Rc;

/// A picture with what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The chart.
    pub scene: Scene,
    /// All that it shows, for those who do not see it.
    pub description: Rc<str>,
    /// Width for which it is laid out, in pixels.
    pub width: f64,
}

impl Figure {
    /// What is drawn. Written from right to left, its scale runs so too.
    pub fn picture(&self, is_rtl: bool) -> Picture {
        Picture {
            description: self.description.to_string(),
            ..bare(&self.scene, self.width, is_rtl)
        }
    }

    /// Whether it stands around a centre, and is as high as wide.
    pub fn is_round(&self) -> bool {
        matches!(self.scene.body, gca_charts::Body::Round(_))
    }
}

/// The score on the scale of stages.
pub(super) fn scale(words: &Words, overall: &Overall, score: f64, stage: usize) -> Figure {
    let stages = words.model.bank.stages();
    let bands = stages.iter().enumerate().map(|(at, band)| Band {
        from: band.min,
        tick: words.formats().plain(band.min),
        name: words.stage(at),
    });
    let shown = words.score(score);
    let values = [
        ("range", &*words.range(overall.points)),
        ("n", &*words.whole(stage + 1)),
        ("total", &*words.whole(stages.len())),
        ("stage", &*words.stage(stage)),
    ];
    let description = words.fill(Key::ResultsStripDesc, &values);
    let scene = strip(&Strip {
        title: words.fill(Key::ResultsStrip, &[("score", &shown)]),
        reading: description.clone(),
        names: names(words),
        bands: bands.collect(),
        end: words.whole(100),
        stage,
        own: Score {
            at: score,
            words: shown,
        },
        range: range(words, overall.points),
        other: None,
    });
    Figure {
        scene,
        description,
        width: 480.0,
    }
}

/// The areas around a centre.
pub(super) fn radar(words: &Words, areas: &[AreaRow]) -> Figure {
    const WIDTH: f64 = 400.0;
    let scene = radar_scene(&profile(words, Key::ResultsRadar, areas), WIDTH);
    Figure {
        scene,
        description: description(words, areas),
        width: WIDTH,
    }
}

/// A bar for each area, with its possible range.
pub(super) fn bars(words: &Words, areas: &[AreaRow]) -> Figure {
    Figure {
        scene: bar_scene(&profile(words, Key::ResultsAreas, areas)),
        description: description(words, areas),
        width: 680.0,
    }
}

/// The areas of an assessment beside those of a reference, both on the whole bank.
pub(crate) fn beside(
    words: &Words,
    title: Rc<str>,
    own: &Assessment,
    reference: &Assessment,
) -> Figure {
    let score = |assessment: &Assessment, at: usize| {
        let points = assessment.areas.get(at)?.as_ref()?.points;
        points.score().map(|at| Score {
            at,
            words: words.score(at),
        })
    };
    let areas = words.model.texts().areas.iter().enumerate();
    let items: Vec<Item> = areas
        .map(|(at, texts)| Item {
            name: [&*words.whole(at + 1), " ", &*texts.title].concat().into(),
            short: texts.short.clone(),
            own: score(own, at),
            other: score(reference, at),
            ..Item::default()
        })
        .collect();
    let none = words.t(Key::ResultsNoneShort);
    let other = words.t(Key::ExerciseReferenceShort);
    let mut description = String::new();
    let (colon, item_end, stop) = (
        words.t(Key::SignColon),
        words.t(Key::SignItem),
        words.t(Key::SignStop),
    );
    for item in &items {
        let shown = |score: &Option<Score>| score.as_ref().map_or(&none, |s| &s.words).clone();
        let (own, reference) = (shown(&item.own), shown(&item.other));
        for part in [
            &*item.name,
            &*colon,
            &*own,
            &*item_end,
            &*other,
            &*colon,
            &*reference,
            &*stop,
        ] {
            description.push_str(part);
        }
    }
    let names = Names {
        item: words.t(Key::ResultsArea),
        own: title.clone(),
        other,
        ..Names::default()
    };
    Figure {
        scene: dumbbell(&Profile {
            title,
            names,
            ticks: [0, 25, 50, 75, 100].map(|tick| words.whole(tick)),
            none,
            items,
            ..Profile::default()
        }),
        description: description.trim_end().into(),
        width: 680.0,
    }
}

fn names(words: &Words) -> Names {
    Names {
        item: words.t(Key::ResultsArea),
        own: words.t(Key::ResultsKeyScore),
        range: words.t(Key::ResultsKeyRange),
        ..Names::default()
    }
}

fn profile(words: &Words, title: Key, areas: &[AreaRow]) -> Profile {
    let item = |area: &AreaRow| Item {
        name: area_title(words, area),
        short: area.short.clone(),
        own: area.points.score().map(|at| Score {
            at,
            words: words.score(at),
        }),
        range: Some(range(words, area.points)),
        ..Item::default()
    };
    Profile {
        title: words.t(title),
        names: names(words),
        ticks: [0, 25, 50, 75, 100].map(|tick| words.whole(tick)),
        none: words.t(Key::ResultsNoneShort),
        items: areas.iter().map(item).collect(),
        ..Profile::default()
    }
}

fn range(words: &Words, points: Points) -> Range {
    Range {
        low: points.low,
        high: points.high(),
        words: words.range(points),
    }
}

/// Every value in words.
fn description(words: &Words, areas: &[AreaRow]) -> Rc<str> {
    let mut all = String::new();
    let (colon, stop) = (words.t(Key::SignColon), words.t(Key::SignStop));
    for area in areas {
        let (score, range) = (words.headline(area.points), words.range(area.points));
        let range = words.fill(Key::SignAside, &[("words", &range)]);
        for part in [&*area.title, &*colon, &*score, " ", &*range, &*stop] {
            all.push_str(part);
        }
    }
    all.trim_end().into()
}
