//! What the test suites and benchmarks share: the shipped rulebooks, their cases, the texts they quote, and a generator of numbers.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "each suite uses its own part"
)]

#[cfg(not(target_arch = "wasm32"))]
pub mod checklist;
pub mod dice;

use qianfa::{Route, Rulebook};
use serde_json::{Value, json};

/// A shipped rulebook: id, rules, cases.
pub struct Shipped {
    pub id: &'static str,
    pub rules: &'static str,
    pub cases: &'static str,
}

macro_rules! shipped {
    ($($id:literal),+ $(,)?) => {
        /// Every shipped rulebook.
        pub const SHIPPED: &[Shipped] = &[$(Shipped {
            id: $id,
            rules: include_str!(concat!("../../rulebooks/", $id, "/rules.yaml")),
            cases: include_str!(concat!("../../rulebooks/", $id, "/cases.json")),
        }),+];
    };
}
shipped!("tiaoli-2012", "wushan", "jixi", "wujiagang", "yiyuan", "toksun");

/// The one on which the governments' rulebooks stand.
pub const HIGHER: &str = "tiaoli-2012";

/// The governments' rulebooks.
pub fn governments() -> impl Iterator<Item = &'static Shipped> {
    SHIPPED.iter().filter(|it| it.id != HIGHER)
}

/// The text of a shipped rulebook. The texts are not part of this repository; they are looked for in `../shared/sources` beside it.
#[cfg(not(target_arch = "wasm32"))]
pub fn text(id: &str) -> Option<String> {
    let beside = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    std::fs::read_to_string(beside.join(format!("{id}.txt"))).ok()
}

/// A shipped rulebook's cases.
pub fn cases(shipped: &Shipped) -> Vec<Value> {
    serde_json::from_str(shipped.cases).expect("cases are JSON")
}

/// The rules of the one on which the governments' rulebooks stand.
pub fn base() -> &'static str {
    SHIPPED.iter().find(|it| it.id == HIGHER).map_or("", |it| it.rules)
}

/// A shipped rulebook, standing on the one on which it stands.
pub fn load(shipped: &Shipped) -> Rulebook {
    Rulebook::from_text_on(shipped.rules, &[base()]).unwrap_or_else(|issues| {
        let faults: Vec<String> = issues.iter().map(ToString::to_string).collect();
        panic!("{}:\n{}", shipped.id, faults.join("\n"))
    })
}

/// The routes of a rulebook's cases, each with the case's name.
pub fn routes(shipped: &Shipped, rulebook: &Rulebook) -> Vec<(String, Route)> {
    let route = |case: Value| {
        let options = json!({ "unstated": case["unstated"], "on": case["on"] });
        (case["name"].as_str().unwrap_or_default().to_owned(), rulebook.route_json(&case["draft"], &options))
    };
    cases(shipped).into_iter().map(route).collect()
}
