//! The teams, and which groups they are.

use super::{label, points, wrapped, At};
use crate::dom::{el, El, Kind, Send};
use crate::format::integer;
use crate::screen::question::limited;
use gca_session::whole::workshop::exercise::{
    groups, teams, GroupView, Msg, TeamView, MAX_TEAM_NAME,
};
use gca_session::Key;
use yew::AttrValue;

pub(super) fn section(at: &At) -> El {
    let teams = teams(at.ui.model);
    let mut list = el("ul|teams");
    for (n, one) in teams.iter().enumerate() {
        list = list.el(team(at, n, one));
    }
    el("section|section rule")
        .kid(at.ui.h(2, "t3", Key::ExerciseTeams))
        .el(list)
        .el(of_groups(at, &teams))
}

fn team(at: &At, n: usize, team: &TeamView) -> El {
    let ui = at.ui;
    let id = |name: &str| AttrValue::from([name, &*integer(n)].concat());
    let area = team.area.and_then(|area| ui.model.texts().areas.get(area));
    let area = area.map(|texts| texts.title.clone()).unwrap_or_default();
    // While it is written it may be empty, and then the team is called as in the exercise.
    let name = at.state.names.get(&team.id).unwrap_or(&team.title);
    let field = el("input|input|type=text|dir=auto|autocomplete=off")
        .attr("id", id("lt"))
        .value(name.clone().into())
        .on(
            Kind::Input,
            ui.shell,
            Send::Value(n, |n, name| wrapped(Msg::Name(n, name))),
        );
    let place = el("div").el(label(id("lt"), ui.t(Key::ExerciseTeamName)));
    let field = limited(
        ui,
        place,
        field,
        name,
        MAX_TEAM_NAME,
        ["".into(), id("lte")],
    );
    let facts = el("p|small muted")
        .text(ui.count(Key::ExercisePeople, team.people.len()))
        .el_if(!area.is_empty(), || {
            el("span").t(ui, Key::SignStop).el(el("span").words(&area))
        });
    el("li|stack-s")
        .el(field)
        .el(facts)
        .el(el("p|small").words(&team.role))
        .el(points(&team.tasks))
}

/// Which team each group is.
fn of_groups(at: &At, teams: &[TeamView]) -> El {
    let ui = at.ui;
    let groups = groups(ui.model);
    let mut list = el("ul|groups");
    for (n, group) in groups.iter().enumerate() {
        list = list.el(of_group(at, n, group, teams));
    }
    el("div|stack-s after")
        .kid(ui.h(3, "strong", Key::ExerciseGroups))
        .el(ui.p("small muted measure", Key::ExerciseGroupsText))
        .el_if(groups.is_empty(), || ui.p("small", Key::ExerciseGroupsNone))
        .el(list)
}

fn of_group(at: &At, n: usize, group: &GroupView, teams: &[TeamView]) -> El {
    let ui = at.ui;
    let id = AttrValue::from(["lg", &*integer(n)].concat());
    let name = ["\u{2068}", &*group.name, "\u{2069}"].concat();
    let words = ui.fill(Key::ExerciseGroupTeam, &[("group", &name)]);
    let mut field = el("select|input").attr("id", id.clone()).on(
        Kind::Change,
        ui.shell,
        Send::Value(n, |n, team| wrapped(Msg::Assign(n, team.parse().ok()))),
    );
    let none = el("option||value=").attr_if(group.team.is_none(), "selected", "selected");
    field = field.el(none.label(ui.t(Key::ExerciseNoTeam)));
    for (at, team) in teams.iter().enumerate() {
        let option = el("option").attr("value", integer(at).into()).attr_if(
            group.team == Some(at),
            "selected",
            "selected",
        );
        field = field.el(option.label(team.name.clone().into()));
    }
    let people = ui.count(Key::ExercisePeople, group.people);
    el("li")
        .el(label(id, words))
        .el(field)
        .el(el("p|small muted").text(people))
}
