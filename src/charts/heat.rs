//! A tile for each indicator, by area, coloured by its stage. The number and a count of small squares say
//! the same as the colour.

use crate::profile::Column;
use crate::scene::{Body, Group, Scene, Table, Tile, Tiles, Words};

/// What the tiles are made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What a tile is: "Indicator".
    pub item: Words,
    /// What its value is: "Score".
    pub own: Words,
    /// The stages, the lowest first: their names, and from where to where they reach.
    pub levels: Vec<(Words, Words)>,
    /// The areas with their indicators.
    pub areas: Vec<Group>,
    /// Further columns of the table, a cell for each tile.
    pub more: Vec<Column>,
}

/// Tiles by area.
pub fn heat(data: &Heat) -> Scene {
    Scene {
        name: "indicators",
        title: data.title.clone(),
        reading: data.reading.clone(),
        table: table(data),
        legend: Vec::new(),
        body: Body::Tiles(Tiles {
            levels: data.levels.clone(),
            groups: data.areas.clone(),
        }),
    }
}

fn table(data: &Heat) -> Table {
    let each = |cell: fn(&Tile) -> Words| {
        let tiles = data.areas.iter().flat_map(|area| &area.tiles);
        tiles.map(cell).collect()
    };
    let mut table = Table::default();
    table.column(&data.item, false, each(|tile| tile.label.clone()));
    table.column(&data.own, true, each(|tile| tile.value.clone()));
    for column in &data.more {
        table.column(&column.head, column.is_number, column.cells.clone());
    }
    table
}
