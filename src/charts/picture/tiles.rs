//! Tiles of a picture.

use super::Sheet;
use crate::ink::{Ink, Tone};
use crate::measure::{width as wide, wrap, LEADING};
use crate::scene::{Anchor, Group, Mark, Tile, Tiles};

/// The least width of a tile, in pixels, and the space between them.
const LEAST: f64 = 124.0;
const GAP: f64 = 4.0;
const PAD: f64 = 8.0;
/// Side of a square that counts the level, and from one to the next.
const PIP: f64 = 6.0;
const STEP: f64 = 8.0;
/// Height of the line with value and squares.
const FOOT: f64 = 24.0;

pub(super) fn tiles(sheet: &mut Sheet, tiles: &Tiles) {
    let n = ((sheet.width + GAP) / (LEAST + GAP)).floor().max(1.0);
    let width = (sheet.width + GAP) / n - GAP;
    for group in &tiles.groups {
        heading(sheet, group);
        for row in group.tiles.chunks(n as usize) {
            line(sheet, row, width, tiles.levels.len());
        }
        sheet.y += 8.0;
    }
    levels(sheet, tiles);
}

fn heading(sheet: &mut Sheet, group: &Group) {
    let (ink, quiet) = (Ink::Text(Tone::Strong), Ink::Text(Tone::Quiet));
    let value = wide(&group.value, quiet.look());
    let lines = wrap(&group.label, ink.look(), sheet.width - value - 10.0);
    let at = (sheet.left, sheet.y);
    let base = sheet.y + ink.look().size * LEADING * 0.78;
    let end = sheet.left + sheet.width;
    sheet.text(quiet, (end, base), Anchor::Right, &group.value);
    sheet.y += sheet.lines(ink, at, &lines) + 4.0;
}

/// Tiles beside each other, all as high as the highest.
fn line(sheet: &mut Sheet, row: &[Tile], width: f64, levels: usize) {
    let room = width - 2.0 * PAD;
    let each = row.iter().map(|tile| {
        let look = ink(tile, false).look();
        wrap(&tile.label, look, room)
    });
    let each: Vec<Vec<String>> = each.collect();
    let most = each.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let high = PAD + most * 12.0 * LEADING + FOOT + PAD / 2.0;
    for (at, (tile, lines)) in row.iter().zip(&each).enumerate() {
        let (x, y) = (sheet.left + (width + GAP) * at as f64, sheet.y);
        let back = tile.level.map_or(Ink::Nothing, Ink::Level);
        sheet.draw(Mark::rect(back, (x, y), (width, high)));
        sheet.lines(ink(tile, false), (x + PAD, y + PAD), lines);
        let base = y + high - PAD - 2.0;
        let value = (x + PAD, base);
        sheet.text(ink(tile, true), value, Anchor::Left, &tile.value);
        if let Some(level) = tile.level {
            pips(sheet, (x + width - PAD, base - PIP - 2.0), level, levels);
        }
    }
    sheet.y += high + GAP;
}

fn ink(tile: &Tile, is_value: bool) -> Ink {
    match tile.level {
        Some(at) => Ink::On(at, is_value),
        None => Ink::On(0, is_value),
    }
}

/// As many squares as there are levels, filled up to this one; they end at a place.
fn pips(sheet: &mut Sheet, (end, y): (f64, f64), level: usize, levels: usize) {
    for n in 0..levels {
        let ink = if n <= level {
            Ink::Pip(level)
        } else {
            Ink::NoPip(level)
        };
        let x = end - STEP * (levels - n) as f64 + STEP - PIP;
        sheet.draw(Mark::rect(ink, (x, y), (PIP, PIP)));
    }
}

/// What the levels are called.
fn levels(sheet: &mut Sheet, tiles: &Tiles) {
    let ink = Ink::Text(Tone::Quiet);
    let (mut x, n) = (sheet.left, tiles.levels.len());
    let swatch = STEP * n as f64 + 12.0;
    for (at, (name, points)) in tiles.levels.iter().enumerate() {
        let words = [&**name, " ", points].concat();
        let size = swatch + 6.0 + wide(&words, ink.look());
        if x > sheet.left && x + size > sheet.left + sheet.width {
            x = sheet.left;
            sheet.y += 22.0;
        }
        let y = sheet.y;
        sheet.draw(Mark::rect(Ink::Level(at), (x, y), (swatch, 16.0)));
        pips(sheet, (x + swatch - 6.0, y + 5.0), at, n);
        let at = (x + swatch + 6.0, y + 12.5);
        sheet.text(ink, at, Anchor::Left, &words);
        x += size + 16.0;
    }
    sheet.y += 22.0;
}
