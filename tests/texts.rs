//! The shipped rulebooks against the texts they quote, and against the checklist of provisions.
//!
//! Neither is part of this repository. Where they are not beside it, the tests say so and are skipped.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{HIGHER, SHIPPED, checklist, load, text};
use qianfa::{CheckOptions, State};

/// Says so past the test runner, which keeps to itself what passing tests print.
fn skipped(what: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "skipped: {what} not beside this repository");
}

#[test]
fn every_quotation_stands_verbatim_where_its_citation_says() {
    let mut wrong = Vec::new();
    for shipped in SHIPPED {
        let Some(text) = text(shipped.id) else {
            skipped(&format!("the text of {} is", shipped.id));
            continue;
        };
        let report = load(shipped).check(CheckOptions { text: Some(&text), ..CheckOptions::default() });
        wrong.extend(report.misquoted.into_iter().map(|it| format!("{} {}: {}", shipped.id, it.clause, it.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_article_of_the_higher_text_is_encoded_or_accounted_for() {
    let (Some(shipped), Some(text)) = (SHIPPED.iter().find(|it| it.id == HIGHER), text(HIGHER)) else {
        skipped("the text of the 条例 is");
        return;
    };
    let report = load(shipped).check(CheckOptions { text: Some(&text), ..CheckOptions::default() });
    let missing: Vec<_> = report.coverage.iter().filter(|it| it.state == State::Missing).collect();
    assert!(report.coverage.len() > 42, "it has 42 articles, and items");
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_provision_of_the_checklist_is_encoded_or_accounted_for() {
    let Some(checklist) = checklist::text() else {
        skipped("the checklist is");
        return;
    };
    let mut missing = Vec::new();
    for shipped in SHIPPED.iter().filter(|it| it.id != HIGHER) {
        let rulebook = load(shipped);
        let ids: Vec<String> = rulebook
            .clauses()
            .chain(rulebook.in_force_basis())
            .map(|it| it.clause)
            .chain(rulebook.left_out().map(|it| it.clause))
            .collect();
        let provisions = checklist::provisions(&checklist, shipped.id);
        assert!(provisions.len() > 5, "{}: the checklist has a section for it", shipped.id);
        missing.extend(
            provisions
                .into_iter()
                .filter(|provision| !checklist::accounted(provision, &ids))
                .map(|provision| format!("{}: {provision}", shipped.id)),
        );
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
