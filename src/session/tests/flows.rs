//! What people do with the assessment, run as in the browser but in milliseconds.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "flows/answering.rs"]
mod answering;
#[path = "flows/asking.rs"]
mod asking;
#[path = "flows/beside.rs"]
mod beside;
#[path = "flows/clearing.rs"]
mod clearing;
#[path = "flows/comparing.rs"]
mod comparing;
#[path = "flows/contradicting.rs"]
mod contradicting;
#[path = "flows/device.rs"]
mod device;
#[path = "flows/hiding.rs"]
mod hiding;
#[path = "flows/keeping.rs"]
mod keeping;
#[path = "flows/looking.rs"]
mod looking;
#[path = "flows/mending.rs"]
mod mending;
#[path = "flows/presenting.rs"]
mod presenting;
#[path = "flows/results.rs"]
mod results;
#[path = "flows/roadmap.rs"]
mod roadmap;
#[path = "flows/room.rs"]
mod room;
#[path = "flows/stepping.rs"]
mod stepping;
mod support;
#[path = "flows/tabs.rs"]
mod tabs;
#[path = "flows/taking_over.rs"]
mod taking_over;
#[path = "flows/trouble.rs"]
mod trouble;
#[path = "flows/wandering.rs"]
mod wandering;
#[path = "flows/workshop.rs"]
mod workshop;

use gca_session::{Config, Effect, Event, Mode, Msg};
use support::page::{Disk, Page};
use support::small;

/// What every change of an answer asks for.
const CHANGED: [Effect; 3] = [Effect::Save, Effect::Emit(Event::Change), Effect::SpeakSoon];

/// A page of the small bank with the full version begun.
fn begun() -> Page {
    begun_on(&Disk::default())
}

/// The same on a disk that others may use.
fn begun_on(disk: &Disk) -> Page {
    let mut page = Page::open(&small(), Config::default(), disk);
    page.send(Msg::Start(Mode::Full));
    page
}
