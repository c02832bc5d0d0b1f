//! How long a keystroke takes: every case's draft filled field by field, in the order of the form; `cargo bench --bench keystrokes`.
//!
//! A keystroke is a route with its questions for a draft that differs from the last one in one fact. Each is timed once, as a situation
//! never seen; the last columns are the form as it opens and as it is handed in.

#![allow(clippy::expect_used, clippy::indexing_slicing, unreachable_pub, reason = "a benchmark")]

use qianfa::{Options, Rulebook};
use serde_json::{Map, Value, json};
use std::hint::black_box;
use std::time::Instant;

const LARGE: [(&str, &str, &str); 3] = [
    ("wujiagang", include_str!("../rulebooks/wujiagang/rules.yaml"), include_str!("../rulebooks/wujiagang/cases.json")),
    ("yiyuan", include_str!("../rulebooks/yiyuan/rules.yaml"), include_str!("../rulebooks/yiyuan/cases.json")),
    ("toksun", include_str!("../rulebooks/toksun/rules.yaml"), include_str!("../rulebooks/toksun/cases.json")),
];
const BASE: &str = include_str!("../rulebooks/tiaoli-2012/rules.yaml");

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

fn timed(call: impl FnOnce()) -> f64 {
    let start = Instant::now();
    call();
    start.elapsed().as_secs_f64() * 1e6
}

fn main() {
    println!(
        "{:<10} {:>6} {:>8} {:>8} {:>8} {:>10} {:>10} {:>8}",
        "µs", "keys", "mean", "p50", "p95", "empty", "finished", "decide"
    );
    for (id, rules, cases) in LARGE {
        let rulebook = Rulebook::from_text_on(rules, &[BASE]).expect("it loads");
        let cases: Vec<Value> = serde_json::from_str(cases).expect("cases are JSON");
        let typing = Options::default();
        let finished = Options { unstated_is_no: true, ..Options::default() };
        let route = |draft: &Value, options: &Options| timed(|| drop(black_box(rulebook.route(draft, options))));
        let empty = route(&json!({}), &typing);
        let mut seen: Vec<Value> = Vec::new();
        for case in &cases {
            for draft in keystrokes(case["draft"].as_object().expect("a draft is an object")) {
                if !seen.contains(&draft) {
                    seen.push(draft);
                }
            }
        }
        let mut times: Vec<f64> = seen.iter().map(|draft| route(draft, &typing)).collect();
        times.sort_by(f64::total_cmp);
        let mean = |times: &[f64]| times.iter().sum::<f64>() / f64::from(u32::try_from(times.len()).unwrap_or(1));
        let handed_in: Vec<f64> = cases.iter().map(|case| route(&case["draft"], &finished)).collect();
        let decided: Vec<f64> =
            cases.iter().map(|case| timed(|| drop(black_box(rulebook.decide(&case["draft"], &finished))))).collect();
        println!(
            "{id:<10} {:>6} {:>8.0} {:>8.0} {:>8.0} {empty:>10.0} {:>10.0} {:>8.0}",
            times.len(),
            mean(&times),
            times[times.len() / 2],
            times[times.len() * 95 / 100],
            mean(&handed_in),
            mean(&decided),
        );
    }
}
