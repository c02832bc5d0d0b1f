//! The cases of the shipped rulebooks: the same body natively and, compiled to WebAssembly, in a browser.
//!
//! The native run writes every route to `target/answers/<id>.json`, one a line, and the digest of each file to
//! `target/answers/digests.txt`. What other runtimes answer must be the same, byte for byte.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{SHIPPED, Shipped, cases, load, routes};
use qianfa::Route;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_case_comes_out_as_its_text_says() {
    let mut failed = Vec::new();
    for shipped in SHIPPED {
        for result in load(shipped).test(&cases(shipped)) {
            if !result.contested && !result.faults.is_empty() {
                failed.push(format!("{}: {}\n    {}", shipped.id, result.name, result.faults.join("\n    ")));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_rulebook_has_forty_cases_each_with_a_name_of_its_own() {
    for shipped in SHIPPED {
        let mut names: Vec<String> = cases(shipped).iter().map(|case| case["name"].to_string()).collect();
        assert!(names.len() >= 40, "{} has {} cases", shipped.id, names.len());
        names.sort();
        let twice = names.windows(2).find(|pair| pair.first() == pair.last());
        assert_eq!(twice, None, "{}", shipped.id);
    }
}

/// Every route of a rulebook's cases, one a line.
fn answers(shipped: &Shipped) -> String {
    let line = |(_, route): (String, Route)| serde_json::to_string(&route).expect("a route is JSON") + "\n";
    routes(shipped, &load(shipped)).into_iter().map(line).collect()
}

/// FNV-1a: enough to tell one text from another.
fn digest(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

fn digests() -> String {
    let all: Vec<String> =
        SHIPPED.iter().map(|shipped| format!("{}:{}", shipped.id, digest(&answers(shipped)))).collect();
    all.join(",")
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn native_answers_are_kept_for_the_other_runtimes() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("../answers");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for shipped in SHIPPED {
        std::fs::write(folder.join(format!("{}.json", shipped.id)), answers(shipped)).expect("answers can be written");
    }
    std::fs::write(folder.join("digests.txt"), digests()).expect("digests can be written");
}

/// The native digests come in at compile time: a browser reads no files.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test]
fn answers_are_those_of_the_native_run() {
    let native = option_env!("QIANFA_ANSWERS").expect("run natively first: `cargo xtask test` does");
    assert_eq!(digests(), native);
}
