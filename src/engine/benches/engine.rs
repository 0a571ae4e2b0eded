//! How long the engine takes on the shipped bank. The targets stand in the crate's documentation.

use criterion::{criterion_group, criterion_main, Criterion};
use gca_engine::exchange::Engine;
use gca_engine::{assess, path, roadmap, sensitivity, workshop, Draw, Goal};
use gca_engine_benches::{core, link, reference, reference_file, response, CORE};
use std::hint::black_box;

fn scores(c: &mut Criterion) {
    let whole = core();
    let bank = link(&whole);
    let answers = reference(&bank, &whole);
    let assessment = assess(&bank, &answers);
    c.bench_function("assess, sections 1 to 6", |b| {
        b.iter(|| assess(black_box(&bank), black_box(&answers)))
    });
    c.bench_function("assess with roadmap", |b| {
        b.iter(|| {
            let assessment = assess(black_box(&bank), black_box(&answers));
            roadmap(&bank, &answers, &assessment)
        })
    });
    c.bench_function("2000 draws", |b| {
        b.iter(|| sensitivity(black_box(&bank), black_box(&answers), Draw::default()))
    });
    for (name, stage) in [("managed", 3), ("adaptive", 4)] {
        let goal = Goal {
            stage: Some(stage),
            ..Goal::default()
        };
        c.bench_function(&format!("path to {name} with frontier"), |b| {
            b.iter(|| path(black_box(&bank), black_box(&answers), &assessment, &goal))
        });
    }
    let responses: Vec<_> = (0..10_000).map(|n| response(&bank, n)).collect();
    c.bench_function("workshop of 10000", |b| {
        b.iter(|| workshop(black_box(&bank), black_box(&responses)))
    });
}

fn files(c: &mut Criterion) {
    let engine = Engine::open(CORE).expect("the shipped bank opens");
    let answers = reference_file(&core());
    c.bench_function("open the bank file", |b| {
        b.iter(|| Engine::open(black_box(CORE)))
    });
    c.bench_function("answer file to report", |b| {
        b.iter(|| engine.assess(black_box(&answers), ""))
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(50);
    targets = scores, files
}
criterion_main!(benches);
