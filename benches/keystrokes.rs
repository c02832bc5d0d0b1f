//! How long a keystroke takes: every case's draft filled field by field, in the order of the form; `cargo bench --bench keystrokes`.
//!
//! A keystroke is a route with its questions for a draft that differs from the last one in one fact. The whole is typed five times,
//! each time with a rulebook freshly loaded, so that no draft has been seen; of each keystroke the quickest counts, as machines
//! are noisy. The last columns are the form as it opens, as it is handed in, and the signing question alone.

#![allow(clippy::expect_used, clippy::indexing_slicing, unreachable_pub, reason = "a benchmark")]

#[path = "../tests/common/mod.rs"]
mod common;

use common::{Shipped, cases, governments, load};
use qianfa::{Options, Rulebook};
use serde_json::{Map, Value, json};
use std::hint::black_box;
use std::time::Instant;

const LARGE: [&str; 3] = ["wujiagang", "yiyuan", "toksun"];

/// The drafts on the way to a draft: one field after the other, matter by matter.
fn keystrokes(draft: &Map<String, Value>) -> Vec<Value> {
    let mut typed = Map::new();
    let mut all = Vec::new();
    for (field, value) in draft {
        let Some(entries) = value.as_object() else {
            typed.insert(field.clone(), value.clone());
            all.push(Value::Object(typed.clone()));
            continue;
        };
        let mut inner = Map::new();
        for (key, value) in entries {
            inner.insert(key.clone(), value.clone());
            typed.insert(field.clone(), Value::Object(inner.clone()));
            all.push(Value::Object(typed.clone()));
        }
    }
    all
}

/// Microseconds of each call, the quickest of several rounds with a rulebook freshly loaded.
fn quickest(shipped: &Shipped, drafts: &[Value], call: &dyn Fn(&Rulebook, &Value)) -> Vec<f64> {
    let mut best = vec![f64::INFINITY; drafts.len()];
    for _ in 0..5 {
        let rulebook = load(shipped);
        for (draft, best) in drafts.iter().zip(&mut best) {
            let start = Instant::now();
            call(&rulebook, draft);
            *best = best.min(start.elapsed().as_secs_f64() * 1e6);
        }
    }
    best.sort_by(f64::total_cmp);
    best
}

fn main() {
    println!(
        "{:<10} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "µs", "keys", "mean", "p50", "p95", "empty", "finished", "decide"
    );
    let finished = Options { unstated_is_no: true, ..Options::default() };
    for shipped in governments().filter(|it| LARGE.contains(&it.id)) {
        let id = shipped.id;
        let drafts: Vec<Value> = cases(shipped).iter().map(|case| case["draft"].clone()).collect();
        let mut typed: Vec<Value> = Vec::new();
        for draft in &drafts {
            for draft in keystrokes(draft.as_object().expect("a draft is an object")) {
                if !typed.contains(&draft) {
                    typed.push(draft);
                }
            }
        }
        let typing = |rulebook: &Rulebook, draft: &Value| drop(black_box(rulebook.route(draft, &Options::default())));
        let times = quickest(shipped, &typed, &typing);
        let empty = quickest(shipped, &[json!({})], &typing);
        let handed_in =
            quickest(shipped, &drafts, &|rulebook, draft| drop(black_box(rulebook.route(draft, &finished))));
        let decided = quickest(shipped, &drafts, &|rulebook, draft| drop(black_box(rulebook.decide(draft, &finished))));
        let mean = |times: &[f64]| times.iter().sum::<f64>() / f64::from(u32::try_from(times.len()).unwrap_or(1));
        println!(
            "{id:<10} {:>6} {:>8.0} {:>8.0} {:>8.0} {:>8.0} {:>8.0} {:>8.0}",
            times.len(),
            mean(&times),
            times[times.len() / 2],
            times[times.len() * 95 / 100],
            empty[0],
            mean(&handed_in),
            mean(&decided),
        );
    }
}
