//! How many questions it takes until it is settled who signs, beside the fewest there could be; how long a route with its
//! questions takes.
//!
//! `cargo bench --bench questions [documents] [situations]`: so many random documents of either kind for each rulebook (10000), so
//! many situations looked at for the fewest (100000).

#![allow(clippy::expect_used, clippy::indexing_slicing, unreachable_pub, reason = "a benchmark")]

#[path = "../tests/common/mod.rs"]
mod common;

use common::dice::Dice;
use common::{Shipped, cases, governments, load};
use qianfa::{Document, Options, Order, Rulebook};
use serde_json::json;
use std::hint::black_box;
use std::time::Instant;

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// How often a value comes in an office: few matters, one or two addressees, mostly 通知 and 函.
fn in_an_office(fact: &str, values: &[String]) -> Vec<usize> {
    let usual = |usual: &[&str], often: usize| {
        values.iter().map(|it| if usual.contains(&it.as_str()) { often } else { 1 }).collect()
    };
    match fact {
        "issuer" => usual(&["政府", "政府办公室", "部门"], 8),
        "docType" => usual(&["通知", "函", "请示", "报告"], 6),
        "direction" | "addressees.两个以上机关" => usual(&[], 1),
        "portfolios" => usual(&["一位"], 3),
        "consensus" => usual(&["一致"], 6),
        _ => usual(&["否", "无"], 12),
    }
}

/// The documents that a rulebook's cases are about, as far as the cases state them; the rest is as usual.
fn of_cases(rulebook: &Rulebook, shipped: &Shipped) -> Vec<Document> {
    cases(shipped).iter().filter_map(|case| rulebook.interviews().document(&case["draft"])).collect()
}

fn main() {
    let mut numbers = std::env::args().filter_map(|it| it.parse::<usize>().ok());
    let count = numbers.next().unwrap_or(10_000);
    let most = numbers.next().unwrap_or(100_000);
    println!("questions on average: as asked, by fewest outcomes, as listed; the fewest (≥: a lower bound)");
    for shipped in governments() {
        let (id, rulebook) = (shipped.id, load(shipped));
        let mut interviews = rulebook.interviews();
        let mut dice = Dice(SEED);
        let uniform = (0..count).map(|_| interviews.draw(&mut |_, values| dice.roll(values.len()))).collect();
        let office =
            (0..count).map(|_| interviews.draw(&mut |fact, values| dice.of(&in_an_office(fact, values)))).collect();
        for (kind, documents) in [("cases", of_cases(&rulebook, shipped)), ("uniform", uniform), ("office", office)] {
            let average = |sum: usize| sum as f64 / documents.len() as f64;
            let mut asked = |order| average(documents.iter().map(|it| interviews.asked(it, order)).sum());
            let by = [Order::AsAsked, Order::FewestOutcomes, Order::AsListed].map(&mut asked);
            let (fewest, exact) = interviews.fewest(&documents, most);
            let fewest = average(fewest);
            println!(
                "{id:<10} {kind:<8} {:>6} documents {:>7.3} {:>7.3} {:>7.3}  {} {fewest:.3}  {:+.1} %",
                documents.len(),
                by[0],
                by[1],
                by[2],
                if exact { "=" } else { "≥" },
                (by[0] / fewest - 1.0) * 100.0
            );
        }
        time(id, &rulebook);
    }
}

/// Microseconds for a route, the best of several.
fn time(id: &str, rulebook: &Rulebook) {
    let begun = json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"] });
    for (name, draft) in [("empty", json!({})), ("begun", begun)] {
        let best = (0..20)
            .map(|_| {
                let start = Instant::now();
                drop(black_box(rulebook.route(&draft, &Options::default())));
                start.elapsed().as_secs_f64() * 1e6
            })
            .fold(f64::INFINITY, f64::min);
        println!("{id:<10} {name:<8} {best:>9.1} µs for a route with its questions");
    }
}
