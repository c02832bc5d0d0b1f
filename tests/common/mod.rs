//! What the test suites share: the shipped rulebooks, their cases, and the texts they quote.
#![allow(dead_code, reason = "each suite uses its own part")]

pub mod cases;
#[cfg(not(target_arch = "wasm32"))]
pub mod checklist;
#[cfg(not(target_arch = "wasm32"))]
pub mod sources;

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
