//! How time and memory grow with questions and with responses: the slope of log cost over log size,
//! fitted by least squares. 1 is linear.

use gca_engine::{assess, roadmap, sensitivity, workshop, Draw};
use gca_engine_benches::{copies, link, response};
use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Counts what is held at once.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(held, Ordering::Relaxed);
        System.alloc(layout)
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        System.dealloc(pointer, layout);
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Best of some runs in microseconds, and the most bytes held beyond what was held before.
fn measure<T>(mut work: impl FnMut() -> T) -> (f64, f64) {
    let before = HELD.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    black_box(work());
    let bytes = PEAK.load(Ordering::Relaxed) - before;
    let start = Instant::now();
    let mut best = f64::INFINITY;
    let mut runs = 0;
    while runs < 5 || start.elapsed().as_millis() < 300 {
        let start = Instant::now();
        black_box(work());
        best = best.min(start.elapsed().as_secs_f64() * 1e6);
        runs += 1;
    }
    (best, bytes as f64)
}

/// Slope of log y over log x.
fn slope(points: &[(f64, f64)]) -> f64 {
    let n = points.len() as f64;
    let logs: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let (sx, sy) = logs
        .iter()
        .fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
    let (mx, my) = (sx / n, sy / n);
    let over: f64 = logs.iter().map(|(x, y)| (x - mx) * (y - my)).sum();
    let under: f64 = logs.iter().map(|(x, _)| (x - mx) * (x - mx)).sum();
    over / under
}

fn series(name: &str, unit: &str, rows: &[(usize, (f64, f64))]) {
    println!("\n{name}");
    for (n, (time, bytes)) in rows {
        println!(
            "  {n:>7} {unit:<10} {time:>12.1} µs {:>12.0} KB",
            bytes / 1024.0
        );
    }
    let of = |f: fn(&(f64, f64)) -> f64| -> Vec<(f64, f64)> {
        rows.iter().map(|(n, cost)| (*n as f64, f(cost))).collect()
    };
    println!(
        "  slope of time {:.2}, of memory {:.2}",
        slope(&of(|c| c.0)),
        slope(&of(|c| c.1))
    );
}

fn main() {
    let sizes = [1, 4, 18, 36, 72];
    let banks: Vec<_> = sizes.iter().map(|&n| link(&copies(n))).collect();
    let by_questions = |work: &dyn Fn(&gca_engine::Bank) -> (f64, f64)| -> Vec<_> {
        banks
            .iter()
            .map(|bank| (bank.questions().len(), work(bank)))
            .collect()
    };
    series(
        "assess with roadmap",
        "questions",
        &by_questions(&|bank| {
            let answers = response(bank, 1);
            measure(|| roadmap(bank, &answers, &assess(bank, &answers)))
        }),
    );
    series(
        "200 draws",
        "questions",
        &by_questions(&|bank| {
            let answers = response(bank, 1);
            let draw = Draw {
                draws: 200,
                ..Draw::default()
            };
            measure(|| sensitivity(bank, &answers, draw))
        }),
    );
    let bank = link(&copies(1));
    let rows: Vec<_> = [1_000, 10_000, 30_000, 100_000]
        .into_iter()
        .map(|n| {
            let responses: Vec<_> = (0..n as u64).map(|at| response(&bank, at)).collect();
            (n, measure(|| workshop(&bank, &responses)))
        })
        .collect();
    series("workshop", "responses", &rows);
}
