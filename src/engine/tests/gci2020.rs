//! Validation on a published index: the Global Cybersecurity Index 2020 as a bank of 20 quantitative
//! questions, and the published scores of 194 countries. Data and credit: `data/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::assess;
use serde_json::{json, Map, Value};
use std::collections::HashMap;
use support::{answers_of, bank_of, text};

const PILLARS: [&str; 5] = [
    "legal",
    "technical",
    "organizational",
    "capacity",
    "cooperation",
];

/// The rows of a file by column name. No field of these files holds a comma within quotes.
fn rows(file: &str) -> Vec<HashMap<String, String>> {
    let text = text(&format!("tests/data/{file}"));
    let mut lines = text.lines().map(fields);
    let names = lines.next().unwrap();
    let rows: Vec<HashMap<_, _>> = lines
        .map(|row| names.iter().cloned().zip(row).collect())
        .collect();
    rows
}

/// Splits a line at commas outside quotes.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            c => fields.last_mut().unwrap().push(c),
        }
    }
    fields
}

/// Solves the weights of one pillar from the countries themselves: least squares by the normal
/// equations, which the data meet exactly. The printed weights have ten digits; these have all.
fn solve(scores: &[Vec<f64>], points: &[f64]) -> Vec<f64> {
    let n = scores[0].len();
    let mut m: Vec<Vec<f64>> = (0..n)
        .map(|i| {
            let cell = |j: usize| scores.iter().map(|row| row[i] * row[j]).sum();
            let right = scores.iter().zip(points).map(|(row, y)| row[i] * y).sum();
            (0..n).map(cell).chain([right]).collect()
        })
        .collect();
    for k in 0..n {
        let pivot = (k..n)
            .max_by(|&a, &b| m[a][k].abs().total_cmp(&m[b][k].abs()))
            .unwrap();
        m.swap(k, pivot);
        for i in 0..n {
            if i != k {
                let factor = m[i][k] / m[k][k];
                let pivot = m[k].clone();
                for (cell, above) in m[i].iter_mut().zip(&pivot).skip(k) {
                    *cell -= factor * above;
                }
            }
        }
    }
    (0..n).map(|i| m[i][n] / m[i][i]).collect()
}

#[test]
fn published_pillar_scores_of_194_countries_come_out_but_for_one() {
    let (totals, scores) = (rows("gci2020.csv"), rows("gci2020_indicators.csv"));
    assert_eq!((totals.len(), scores.len()), (194, 194));
    let printed = rows("gci2020_weights.csv");
    let number = |row: &HashMap<String, String>, name: &str| row[name].parse::<f64>().unwrap();
    let mut areas = Vec::new();
    for pillar in PILLARS {
        let of_pillar: Vec<_> = printed.iter().filter(|w| w["pillar"] == pillar).collect();
        let names: Vec<&str> = of_pillar.iter().map(|w| &*w["indicator"]).collect();
        // The one country out of line would spoil the solution of the legal pillar.
        let pairs = totals
            .iter()
            .zip(&scores)
            .filter(|(t, _)| t["iso3"] != "AFG");
        let (table, points): (Vec<Vec<f64>>, Vec<f64>) = pairs
            .map(|(t, s)| {
                (
                    names.iter().map(|n| number(s, n)).collect(),
                    number(t, pillar),
                )
            })
            .unzip();
        let weights = solve(&table, &points);
        let questions: Vec<Value> = of_pillar
            .iter()
            .zip(&weights)
            .map(|(row, weight)| {
                let as_printed = number(row, "points_of_20");
                assert!(
                    (weight - as_printed).abs() < 1e-5,
                    "{} {weight}",
                    row["indicator"]
                );
                json!({"id": row["indicator"].to_lowercase(), "kind": "number", "weight": weight,
                    "worst": 0, "best": 1, "min": 0, "max": 1})
            })
            .collect();
        areas.push(json!({"id": pillar, "weight": 1, "indicators": [
            {"id": format!("{pillar}-measures"), "weight": 1, "questions": questions}]}));
    }
    let bank = bank_of(&json!({
        "id": "gci-2020", "version": "1", "areas": areas, "stages": [{"id": "all", "min": 0}]
    }));
    assert_eq!(bank.questions().len(), 20);
    let (mut same, mut others) = (0, Vec::new());
    for (total, row) in totals.iter().zip(&scores) {
        assert_eq!(total["iso3"], row["iso3"]);
        let given: Map<_, _> = bank
            .questions()
            .iter()
            .map(|q| (q.id.to_string(), json!(number(row, &q.id.to_uppercase()))))
            .collect();
        let assessment = assess(&bank, &answers_of(&bank, &json!({ "answers": given })));
        assert_eq!(assessment.counts.answered, 20);
        for (pillar, area) in PILLARS.iter().zip(&assessment.areas) {
            let published = 100.0 * number(total, pillar) / 20.0;
            let score = area.unwrap().points.score().unwrap();
            if (score - published).abs() < 1e-6 {
                same += 1;
            } else {
                others.push((&*total["country"], *pillar, published, score));
            }
        }
        let overall = assessment.overall.unwrap().points.score().unwrap();
        if total["iso3"] != "AFG" {
            assert!(
                (overall - number(total, "total")).abs() < 1e-6,
                "{}",
                total["country"]
            );
        }
    }
    assert_eq!(same, 969);
    // Published 0.3953…, where the weighted sum of the published indicators is twenty times as much.
    let [(country, pillar, published, score)] = others[..] else {
        panic!("{others:?}");
    };
    assert_eq!((country, pillar), ("Afghanistan", "legal"));
    assert!((score / published - 20.0).abs() < 1e-6);
}
