//! What stands under every chart: its values as a table, and the picture to take away.

use crate::dom::{el, El, Kind as On, Send};
use crate::effects::picture::{Kind, Wanted};
use crate::icon::{icon, Icon};
use crate::table::{folded, heads};
use crate::ui::Ui;
use gca_charts::{Scene, Table};
use gca_session::{Feature, Key};
use std::rc::Rc;

/// The table of a scene, and the menu that saves its picture.
pub(crate) fn foot(ui: &Ui, scene: Scene) -> El {
    let table = table(ui, &scene.title, &scene.table);
    el("div|foot").el(table).el(save(ui, scene))
}

/// A table behind a summary, that can be scrolled by keyboard.
pub(crate) fn table(ui: &Ui, title: &str, table: &Table) -> El {
    let head = table.heads.iter();
    let head = heads(head.map(|head| (head.words.clone().into(), head.is_number)));
    let mut body = el("tbody");
    for row in &table.rows {
        let mut line = el("tr");
        for (at, (cell, head)) in row.iter().zip(&table.heads).enumerate() {
            let place = match (at, head.is_number) {
                (0, _) => el("th||scope=row"),
                (_, true) => el("td|n"),
                (_, false) => el("td"),
            };
            line = line.el(place.el(el("bdi").words(cell)));
        }
        body = body.el(line);
    }
    folded(ui, title.to_owned().into(), head, body)
}

/// The menu that saves the picture of a scene.
pub(crate) fn save(ui: &Ui, scene: Scene) -> El {
    let label = ui.fill(Key::ChartSaveWhat, &[("title", &scene.title)]);
    let summary = el("summary|link")
        .attr("aria-label", label)
        .t(ui, Key::ChartSave)
        .kid(icon(Icon::Down));
    let scene = Rc::new(scene);
    let mut list = el("div|pop");
    for (kind, key) in [(Kind::Png, Key::ChartPng), (Kind::Svg, Key::ChartSvg)] {
        let wanted = Wanted {
            scene: scene.clone(),
            kind,
        };
        let button = el("button||type=button");
        list = list.el(button
            .on(On::Click, ui.shell, Send::Picture(wanted))
            .t(ui, key));
    }
    let menu = el("details|menu save");
    if ui.model.hides(Feature::Files) {
        return el("span");
    }
    menu.el(summary).el(list)
}
