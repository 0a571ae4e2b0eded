//! What came in, and what became of each.

use super::name_of;
use crate::dom::{el, El};
use crate::effects::workshop::people as say;
use crate::icon::{icon, Icon};
use crate::screen::device::reason;
use crate::ui::Ui;
use gca_session::catalog::fill;
use gca_session::whole::workshop::people::{Arrival, Msg, What, MAX_PEOPLE};
use gca_session::Key;
use yew::AttrValue;

/// Lines that are shown of what came in without trouble.
const LINES: usize = 12;
/// Lines that are heard with the number; where there are more, the list is read.
const HEARD: usize = 3;

pub(super) fn arrivals(ui: &Ui) -> El {
    let arrivals = &ui.model.workshop().people_state.arrivals;
    let is_good = |arrival: &Arrival| {
        matches!(
            arrival.what,
            What::Added | What::Replaced | What::OtherVersion | What::Workshop(_)
        )
    };
    let added = arrivals.iter().filter(|arrival| is_good(arrival)).count();
    let mut list = el("ul|lines arrivals|id=arrivals");
    let mut good = 0;
    for (at, arrival) in arrivals.iter().enumerate() {
        // Trouble is always shown; of a thousand that went well the number will do.
        if is_good(arrival) {
            good += 1;
            if good > LINES {
                continue;
            }
        }
        list = list.el(line(ui, at, arrival, is_good(arrival)));
    }
    let close = ui.link(say(Msg::CloseArrivals), ui.t(Key::DialogClose));
    el("section|notice after|part=notice")
        .kid(icon(Icon::Info))
        .el(el("div")
            .el(el("p|strong|id=came|tabindex=-1")
                .attr_if(arrivals.len() <= HEARD, "aria-describedby", "arrivals")
                .text(ui.count(Key::ArriveCount, added)))
            .el(list)
            .el(el("div|row").el(close)))
}

fn line(ui: &Ui, at: usize, arrival: &Arrival, is_good: bool) -> El {
    let who: AttrValue = match (&*arrival.file, &*arrival.name) {
        ("", "") => ui.t(Key::ShareCode),
        ("", name) => name.to_owned().into(),
        (file, _) => file.to_owned().into(),
    };
    let words: AttrValue = match &arrival.what {
        What::Added => ui.t(Key::ArriveAdded),
        What::OtherVersion => ui.t(Key::ArriveVersion),
        What::Replaced => ui.t(Key::ArriveReplaced),
        What::Again(id, _) => {
            let people = ui.model.workshop().people.iter();
            let person = people.into_iter().find(|person| person.id == *id);
            let name = person.map(|person| name_of(ui, person)).unwrap_or_default();
            ui.fill(Key::ArriveAgain, &[("name", &name)])
        }
        What::Unread => ui.t(Key::ArriveUnread),
        What::File(error) => fill(&reason::file(ui, error), &[("name", &who)]).into(),
        What::Code(error) => reason::code(ui, *error),
        What::Newer => ui.t(Key::ArriveNewer),
        What::Sealed => ui.t(Key::ArriveSealed),
        What::NoAnswers => ui.t(Key::ArriveNone),
        What::Full => ui.fill(Key::ArriveFull, &[("max", &ui.whole(MAX_PEOPLE))]),
        What::Room(n, _) => ui.count(Key::ArriveRoom, *n),
        What::Workshop(n) => ui.count(Key::ArriveWorkshop, *n),
    };
    let is_room = matches!(arrival.what, What::Room(..));
    let choose = || {
        let label = |key| ui.fill(key, &[("name", &who)]);
        let instead = ui
            .link(say(Msg::Instead(at)), ui.t(Key::ArriveInstead))
            .attr("aria-label", label(Key::ArriveInsteadOf));
        el("span|row").el(instead).el_if(!is_room, || {
            ui.link(say(Msg::Both(at)), ui.t(Key::ArriveBoth))
                .attr("aria-label", label(Key::ArriveBothOf))
        })
    };
    let is_open = is_room || matches!(arrival.what, What::Again(..));
    el("li")
        .el(el("span")
            .kid(icon(if is_good { Icon::Check } else { Icon::Warn }))
            .space()
            .el(el("bdi|strong").text(who.clone()))
            .t(ui, Key::SignColon)
            .el(el("span").text(words)))
        .el_if(is_open, choose)
}
