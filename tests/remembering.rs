//! What a rulebook remembers saves time and nothing else: no route depends on the drafts before it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{SHIPPED, Shipped, cases, load};
use qianfa::{Options, Route, Rulebook};
use serde_json::{Map, Value};
use std::thread;

/// Every third case's draft, field by field, as it is typed.
fn typed(shipped: &Shipped) -> Vec<Value> {
    let mut all = Vec::new();
    for case in cases(shipped).iter().step_by(3) {
        let mut draft = Map::new();
        for (field, value) in case["draft"].as_object().expect("a draft is an object") {
            draft.insert(field.clone(), value.clone());
            all.push(Value::Object(draft.clone()));
        }
    }
    all
}

fn route(rulebook: &Rulebook, draft: &Value) -> Route {
    rulebook.route(draft, &Options::default())
}

#[test]
fn no_route_depends_on_the_drafts_before_it() {
    for shipped in SHIPPED {
        let (forwards, backwards) = (load(shipped), load(shipped));
        let drafts = typed(shipped);
        let first: Vec<Route> = drafts.iter().map(|draft| route(&forwards, draft)).collect();
        for (draft, first) in drafts.iter().zip(&first).rev() {
            assert_eq!(&route(&backwards, draft), first, "{}: {draft}", shipped.id);
        }
    }
}

#[test]
fn threads_may_share_a_rulebook() {
    let shipped = &SHIPPED[1];
    let (shared, alone) = (load(shipped), load(shipped));
    let drafts = typed(shipped);
    let expected: Vec<Route> = drafts.iter().map(|draft| route(&alone, draft)).collect();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for (draft, expected) in drafts.iter().zip(&expected) {
                    assert_eq!(&route(&shared, draft), expected, "{}: {draft}", shipped.id);
                }
            });
        }
    });
}
