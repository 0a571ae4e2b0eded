//! The charts of the results: what is on them. How they are drawn is in `chart`, and in `gca-charts`.

mod heat;
mod profile;
mod strip;

pub(crate) use heat::{indicators, tiles, tiles_foot};
pub(crate) use profile::{areas, areas_foot, radar};
pub(crate) use strip::strip;

use crate::dom::El;
use crate::table;
use crate::ui::Ui;
use gca_charts::{Range, Score, Words};
use gca_engine::{Node, Points};
use gca_session::view::AreaRow;
use gca_session::whole::results::{Earlier, Msg as Do};
use gca_session::{Key, Msg, WholeMsg};
use yew::AttrValue;

/// What scenes need of a number of the page.
impl Ui<'_> {
    /// 0, 25, 50, 75 and 100 as they are read.
    pub(crate) fn ticks(&self) -> [Words; 5] {
        [0, 25, 50, 75, 100].map(|tick| self.whole(tick))
    }

    /// Points with their words.
    pub(crate) fn mark(&self, at: f64) -> Score {
        let words = self.score(at);
        Score { at, words }
    }

    /// The possible range with its words.
    pub(crate) fn bounds(&self, points: Points) -> Range {
        Range {
            low: points.low,
            high: points.high(),
            words: self.range(points).as_str().into(),
        }
    }

    /// A text as words of a scene.
    pub(crate) fn said(&self, key: Key) -> Words {
        self.model.catalog().text(key)
    }
}

/// What the earlier round is called.
fn name_of(ui: &Ui, earlier: Option<&Earlier>) -> Words {
    let name = earlier.map(|e| e.name.clone()).unwrap_or_default();
    // Pictures that are to name nobody have this word too.
    if name.is_empty() || ui.model.is_unnamed() {
        ui.said(Key::ResultsKeyEarlier)
    } else {
        name
    }
}

/// The score of an area in the earlier round.
fn before(earlier: Option<&Earlier>, area: &AreaRow) -> Option<f64> {
    let areas = &earlier?.areas;
    let found = areas.iter().find(|(number, _)| *number == area.number);
    found.map(|(_, score)| *score)
}

/// A score that says where it comes from.
fn asks(ui: &Ui, button: El, node: Node, name: &str, points: Points) -> El {
    let values = [("name", name), ("score", &*ui.headline(points))];
    button
        .click(ui.shell, Msg::Whole(WholeMsg::Results(Do::Why(node))))
        .attr("aria-label", ui.fill(Key::WhyTile, &values))
}

fn title(ui: &Ui, area: &AreaRow) -> AttrValue {
    [&*ui.whole(area.number), " ", &*area.title].concat().into()
}

/// A table behind a summary, that can be scrolled by keyboard. Columns of numbers are marked.
pub(super) fn table(ui: &Ui, title: Key, heads: &[(Key, bool)], body: El) -> El {
    table::folded(ui, ui.t(title), table::named(ui, heads), body)
}
