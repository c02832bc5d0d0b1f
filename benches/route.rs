//! How long things take, side by side in one run: `cargo bench`.
//!
//! Machines are noisy: compare the columns of one run, never figures of two.

#![allow(clippy::expect_used, clippy::indexing_slicing, unreachable_pub, reason = "a benchmark")]

#[path = "../tests/common/mod.rs"]
mod common;

use common::{cases, governments, load};
use qianfa::Options;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Instant;

/// Microseconds for one call, the best of several rounds.
fn microseconds(times: u32, mut call: impl FnMut()) -> f64 {
    (0..5)
        .map(|_| {
            let start = Instant::now();
            (0..times).for_each(|_| call());
            start.elapsed().as_secs_f64() * 1e6 / f64::from(times)
        })
        .fold(f64::INFINITY, f64::min)
}

fn main() {
    println!(
        "{:<10} {:>10} {:>12} {:>12} {:>12} {:>12}",
        "µs", "load", "route empty", "decide empty", "route case", "decide case"
    );
    for shipped in governments() {
        let (id, rulebook) = (shipped.id, load(shipped));
        let drafts: Vec<Value> = cases(shipped).into_iter().map(|case| case["draft"].clone()).collect();
        let finished = Options { unstated_is_no: true, ..Options::default() };
        let empty = json!({});
        let each = |call: &dyn Fn(&Value)| {
            microseconds(1, || drafts.iter().for_each(call)) / f64::from(u32::try_from(drafts.len()).unwrap_or(1))
        };
        println!(
            "{id:<10} {:>10.0} {:>12.1} {:>12.1} {:>12.1} {:>12.1}",
            microseconds(1, || drop(black_box(load(shipped)))),
            microseconds(5, || drop(black_box(rulebook.route(&empty, &Options::default())))),
            microseconds(50, || drop(black_box(rulebook.decide(&empty, &Options::default())))),
            each(&|draft| drop(black_box(rulebook.route(draft, &finished)))),
            each(&|draft| drop(black_box(rulebook.decide(draft, &finished)))),
        );
    }
}
