//! Who is in which team.

use super::material::Team;
use super::State;
use crate::model::Model;
use std::rc::Rc;

/// A team with the people who are in it.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamView {
    /// Id, of the exercise or of the area.
    pub id: String,
    /// What it is called: as the trainer wants it, else as in the exercise.
    pub name: Rc<str>,
    /// What it is called in the exercise.
    pub title: Rc<str>,
    /// Position of its area in the whole bank; `None` if it has none.
    pub area: Option<usize>,
    /// Whom it stands for.
    pub role: Rc<str>,
    /// What it has to do.
    pub tasks: Vec<Rc<str>>,
    /// Positions of its people in the workshop: those who count.
    pub people: Vec<usize>,
}

/// A group that people are in, and the team that it is.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupView {
    /// What it is called.
    pub name: Rc<str>,
    /// Number of its people who count.
    pub people: usize,
    /// Position of its team; `None` if it belongs to none.
    pub team: Option<usize>,
}

/// The teams of the exercise, or one for each area if it has none.
pub(super) fn teams_of(model: &Model) -> Vec<Team> {
    let of_exercise = model.exercise().map(|exercise| &exercise.teams);
    if let Some(teams) = of_exercise.filter(|teams| !teams.is_empty()) {
        return teams.clone();
    }
    let areas = model.whole.areas().iter().zip(&model.texts.areas);
    let one = areas.map(|(area, texts)| Team {
        id: area.id.to_string(),
        title: texts.title.clone(),
        area: area.id.to_string(),
        ..Team::default()
    });
    one.collect()
}

/// The teams with their people.
pub fn teams(model: &Model) -> Vec<TeamView> {
    let teams = teams_of(model);
    let state = &model.workshop().exercise;
    let places = Places::new(model, state, &teams);
    let mut views: Vec<TeamView> = teams
        .iter()
        .map(|team| TeamView {
            name: state.name_of(team),
            area: area_of(model, &team.area),
            people: Vec::new(),
            id: team.id.clone(),
            title: team.title.clone(),
            role: team.role.clone(),
            tasks: team.tasks.clone(),
        })
        .collect();
    for (at, person) in model.workshop().people.iter().enumerate() {
        let team = person.is_in.then(|| places.of(&person.group)).flatten();
        if let Some(view) = team.and_then(|team| views.get_mut(team)) {
            view.people.push(at);
        }
    }
    views
}

/// The groups of the people who count, by name.
pub fn groups(model: &Model) -> Vec<GroupView> {
    let teams = teams_of(model);
    let state = &model.workshop().exercise;
    let places = Places::new(model, state, &teams);
    let people = model.workshop().people.iter();
    let named = people.filter(|person| person.is_in && !person.group.is_empty());
    let mut names: Vec<&Rc<str>> = named.map(|person| &person.group).collect();
    names.sort();
    let one = |run: &[&Rc<str>]| {
        let name: &Rc<str> = run.first()?;
        Some(GroupView {
            team: places.of(name),
            name: name.clone(),
            people: run.len(),
        })
    };
    names.chunk_by(|a, b| a == b).filter_map(one).collect()
}

/// Position of an area in the whole bank.
pub(super) fn area_of(model: &Model, id: &str) -> Option<usize> {
    model.whole.areas().iter().position(|area| &*area.id == id)
}

/// Which team a group is: the one that the trainer chose for it, else the one whose name, title, area or id it has.
struct Places<'a> {
    state: &'a State,
    teams: &'a [Team],
    /// What each team may be called, in small letters.
    called: Vec<Vec<String>>,
}

impl<'a> Places<'a> {
    fn new(model: &Model, state: &'a State, teams: &'a [Team]) -> Self {
        let called = teams.iter().map(|team| {
            let area = area_of(model, &team.area);
            let texts = area.and_then(|at| model.texts.areas.get(at));
            let of_area = texts.map(|texts| [texts.title.clone(), texts.short.clone()]);
            let own = [state.name_of(team), team.title.clone()].into_iter();
            let own = own.chain(of_area.into_iter().flatten());
            let ids = [folded(&team.id), folded(&team.area)].into_iter();
            own.map(|name| folded(&name))
                .chain(ids)
                .filter(|name| !name.is_empty())
                .collect()
        });
        Self {
            state,
            teams,
            called: called.collect(),
        }
    }

    fn of(&self, group: &str) -> Option<usize> {
        if let Some(id) = self.state.groups.get(group) {
            return self.teams.iter().position(|team| team.id == *id);
        }
        let group = folded(group);
        self.called.iter().position(|names| names.contains(&group))
    }
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
