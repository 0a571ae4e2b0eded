//! The assessment as a plain value, by ids and names of the public result shape.

use crate::config::set;
use gca_engine::{display_score, Points};
use gca_session::{Mode, Model};
use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

/// Overall, areas, indicators, questions, stage and counts; roadmap and robustness are the engine
/// module's, which loads when they are asked for.
pub(crate) fn plain(model: &Model) -> JsValue {
    let (bank, assessment) = (model.bank(), model.assessment());
    let stage_id = |at: Option<usize>| match at.and_then(|at| bank.stages().get(at)) {
        Some(stage) => JsValue::from_str(&stage.id),
        None => JsValue::NULL,
    };
    let show = |object: &Object, points: Points| {
        let score = points.score().map(|s| display_score(s, bank.stages()));
        set(
            object,
            "display",
            &score.map_or(JsValue::NULL, JsValue::from),
        );
    };
    let out = Object::new();
    set(&out, "questionnaire", &bank.id().into());
    set(&out, "version", &bank.version().into());
    let mode = model.mode().unwrap_or(Mode::Full);
    set(&out, "mode", &mode.name().into());
    #[cfg(feature = "whole")]
    if !model.has_standard_weights() {
        let weights = Object::new();
        let own = &model.details().weights;
        for (name, group) in [("areas", &own.areas), ("indicators", &own.indicators)] {
            let members = Object::new();
            for (id, weight) in group {
                set(&members, id, &(*weight).into());
            }
            set(&weights, name, &members);
        }
        set(&out, "weights", &weights);
    }
    let counts = Object::new();
    let c = assessment.counts;
    for (name, n) in [
        ("answered", c.answered),
        ("implied", c.implied),
        ("dk", c.dont_know),
        ("na", c.not_applicable),
        ("unanswered", c.unanswered),
        ("invalid", c.invalid),
    ] {
        set(&counts, name, &(n as u32).into());
    }
    set(&out, "counts", &counts);
    match &assessment.overall {
        None => {
            set(&out, "overall", &JsValue::NULL);
            set(&out, "stage", &JsValue::NULL);
        }
        Some(overall) => {
            let result = points(overall.points);
            show(&result, overall.points);
            set(&out, "overall", &result);
            let s = &overall.standing;
            let stage = Object::new();
            set(&stage, "stage", &stage_id(s.stage));
            set(&stage, "ungated", &stage_id(s.ungated));
            set(&stage, "gated", &s.gated.into());
            let limiting = s.limiting.iter().filter_map(|at| bank.areas().get(*at));
            let limiting: Array = limiting.map(|a| JsValue::from_str(&a.id)).collect();
            set(&stage, "limitingAreas", &limiting);
            set(&stage, "low", &stage_id(Some(s.low)));
            set(&stage, "high", &stage_id(Some(s.high)));
            set(&stage, "provisional", &s.provisional.into());
            set(&out, "stage", &stage);
        }
    }
    let areas = Object::new();
    for (area, result) in bank.areas().iter().zip(&assessment.areas) {
        let value = match result {
            None => JsValue::NULL,
            Some(result) => {
                let object = points(result.points);
                show(&object, result.points);
                set(&object, "stage", &stage_id(result.stage));
                object.into()
            }
        };
        set(&areas, &area.id, &value);
    }
    set(&out, "areas", &areas);
    let indicators = Object::new();
    for (indicator, result) in bank.indicators().iter().zip(&assessment.indicators) {
        let value = result.map_or(JsValue::NULL, |p| points(p).into());
        set(&indicators, &indicator.id, &value);
    }
    set(&out, "indicators", &indicators);
    let questions = Object::new();
    for (question, outcome) in bank.questions().iter().zip(&assessment.questions) {
        let object = Object::new();
        let known = outcome.state.is_known();
        let number = |x: f64, there: bool| if there { x.into() } else { JsValue::NULL };
        set(&object, "state", &outcome.state.id().into());
        set(&object, "score", &number(outcome.score, known));
        set(&object, "level", &number(f64::from(outcome.level), known));
        set(
            &object,
            "weight",
            &number(outcome.weight, outcome.weight > 0.0),
        );
        set(&questions, &question.id, &object);
    }
    set(&out, "questions", &questions);
    out.into()
}

fn points(points: Points) -> Object {
    let object = Object::new();
    set(
        &object,
        "score",
        &points.score().map_or(JsValue::NULL, JsValue::from),
    );
    set(&object, "low", &points.low.into());
    set(&object, "high", &points.high().into());
    set(&object, "coverage", &points.coverage.into());
    object
}
