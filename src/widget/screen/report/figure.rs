//! The pictures of the report.

use crate::chart;
use crate::dom::el;
use crate::ui::Ui;
use gca_session::whole::report::Figure;
use yew::Html;

/// A picture.
pub(super) fn figure(ui: &Ui, figure: &Figure) -> Html {
    let picture = figure.picture(ui.direction == "rtl");
    let svg = if figure.is_round() {
        el("svg|viz picture around|role=img")
    } else {
        el("svg|viz picture|role=img")
    };
    chart::picture(svg, figure.scene.name, &picture).html()
}
