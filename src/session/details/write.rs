//! Details as the members that a snapshot hands on.

use super::plan;
use super::read::NAMES;
use super::{Details, Earlier, Evidence};
use crate::json;
use crate::snapshot::MEMBERS;
use gca_engine::Json;
use std::collections::{BTreeMap, HashMap};

impl Details {
    /// The text of an object with the members that hold something; empty if none does. Reading it
    /// gives the same.
    pub fn write(&self) -> String {
        let mut members = Vec::new();
        for name in NAMES {
            let left = self.others.iter().find(|(other, _)| other == name);
            let value = match (self.member(name), left) {
                (Some(own), Some((_, left))) => merged(own, left),
                (Some(own), None) => own,
                (None, Some((_, left))) => left.clone(),
                (None, None) => continue,
            };
            members.push((name.to_owned(), value));
        }
        for (name, value) in &self.others {
            if !NAMES.contains(&&**name) && !MEMBERS.contains(&&**name) {
                members.push((name.clone(), value.clone()));
            }
        }
        if members.is_empty() {
            return String::new();
        }
        json::text(&Json::Object(members))
    }

    /// One member; `None` if it holds nothing.
    fn member(&self, name: &str) -> Option<Json> {
        match name {
            "name" => text(&self.name),
            "begun" => time(self.begun),
            "evidence" => {
                let questions = self.evidence.iter().filter_map(|(id, entries)| {
                    let entries = entries.iter().filter(|entry| !entry.is_empty());
                    let entries: Vec<Json> = entries.map(Evidence::to_json).collect();
                    (!entries.is_empty()).then(|| (id.clone(), Json::List(entries)))
                });
                object(questions.collect())
            }
            "flagged" => {
                let ids: Vec<Json> = self.flagged.iter().cloned().map(Json::Text).collect();
                (!ids.is_empty()).then_some(Json::List(ids))
            }
            "who" => {
                let who = self.who.iter();
                object(
                    who.filter_map(|(id, who)| Some((id.clone(), text(who)?)))
                        .collect(),
                )
            }
            "earlier" => self.earlier.as_ref().map(Earlier::to_json),
            "targets" => self.targets.to_json(),
            "weights" => {
                let group = |weights: &BTreeMap<String, f64>| {
                    let weights = weights.iter();
                    let weights = weights.map(|(id, weight)| (id.clone(), Json::Number(*weight)));
                    object(weights.collect())
                };
                object(some([
                    ("areas", group(&self.weights.areas)),
                    ("indicators", group(&self.weights.indicators)),
                ]))
            }
            "plan" => plan::write(&self.plan),
            _ => None,
        }
    }
}

impl Evidence {
    fn to_json(&self) -> Json {
        Json::Object(some([
            ("text", text(&self.text)),
            ("reference", text(&self.reference)),
            ("link", text(&self.link)),
            ("date", text(&self.date)),
        ]))
    }
}

impl Earlier {
    fn to_json(&self) -> Json {
        Json::Object(some([
            ("name", text(&self.name)),
            ("saved", time(self.saved)),
            ("version", text(&self.version)),
            ("hash", text(&self.hash)),
            ("mode", text(&self.mode)),
            ("answers", Some(self.answers.to_json())),
        ]))
    }
}

/// The members that hold something.
fn some<const N: usize>(members: [(&str, Option<Json>); N]) -> Vec<(String, Json)> {
    let members = members.into_iter();
    members
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

fn text(text: &str) -> Option<Json> {
    (!text.is_empty()).then(|| Json::Text(text.to_owned()))
}

fn time(ms: f64) -> Option<Json> {
    (ms.is_finite() && ms > 0.0).then_some(Json::Number(ms))
}

fn object(members: Vec<(String, Json)>) -> Option<Json> {
    (!members.is_empty()).then_some(Json::Object(members))
}

/// A value with what was left over when it was read. Where both cannot stand, the own value does.
fn merged(own: Json, left: &Json) -> Json {
    match (own, left) {
        (Json::Object(mut members), Json::Object(others)) => {
            // Looked up by name once: a file from elsewhere may have a great many.
            let names = members.iter().map(|(name, _)| name.clone());
            let places: HashMap<String, usize> = names.zip(0..).collect();
            for (name, left) in others {
                match places.get(name).and_then(|at| members.get_mut(*at)) {
                    Some((_, value)) => {
                        let own = std::mem::replace(value, Json::Null);
                        *value = merged(own, left);
                    }
                    None => members.push((name.clone(), left.clone())),
                }
            }
            Json::Object(members)
        }
        (Json::List(mut items), Json::List(others)) => {
            items.extend(others.iter().cloned());
            Json::List(items)
        }
        (own, _) => own,
    }
}
