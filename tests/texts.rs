//! The shipped rulebooks against the texts they quote, and against the checklist of provisions.
//!
//! Neither is part of this repository. Where they are not beside it, the tests say so and are skipped.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{HIGHER, SHIPPED, Shipped, checklist, sources};
use qianfa::{Basis, Rulebook};

fn load(shipped: &Shipped) -> Rulebook {
    Rulebook::from_text(shipped.rules).expect("a shipped rulebook loads")
}

/// Says so past the test runner, which keeps to itself what passing tests print.
fn skipped(what: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "skipped: {what} not beside this repository");
}

/// The words of all clauses, and of the period in force where an article gives it.
fn quotations(rulebook: &Rulebook) -> Vec<Basis> {
    let dated = rulebook.in_force_basis().filter(|basis| sources::parse_id(&basis.clause).is_some());
    rulebook.clauses().chain(dated).collect()
}

/// Every shipped rulebook with its text; nothing, and a word about it, where the texts are not here.
fn with_texts() -> Vec<(&'static Shipped, String)> {
    let Some(folder) = sources::folder() else {
        skipped("the rule texts are");
        return Vec::new();
    };
    let read = |id: &str| std::fs::read_to_string(folder.join(format!("{id}.txt"))).expect("the text is there");
    SHIPPED.iter().map(|shipped| (shipped, read(shipped.id))).collect()
}

#[test]
fn every_quotation_stands_verbatim_where_its_citation_says() {
    let mut wrong = Vec::new();
    for (shipped, text) in with_texts() {
        let text = sources::Text::parse(&text);
        let faults =
            quotations(&load(shipped)).into_iter().filter_map(|it| text.check(&it.clause, &it.cite, &it.quote).err());
        wrong.extend(faults.map(|fault| format!("{}: {fault}", shipped.id)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_matter_quotes_words_of_its_text() {
    let mut wrong = Vec::new();
    for (shipped, text) in with_texts() {
        let text = sources::squeeze(&text);
        for fact in load(shipped).vocabulary().facts {
            let quote = fact.citation.map(|it| sources::squeeze(&it.quote));
            if let Some(quote) = quote.filter(|quote| !text.contains(quote)) {
                wrong.push(format!("{}: {}: {quote}", shipped.id, fact.label));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The ids of everything that a rulebook encodes or leaves out.
fn accounted_for(rulebook: &Rulebook) -> Vec<String> {
    quotations(rulebook).into_iter().map(|it| it.clause).chain(rulebook.left_out().map(|it| it.clause)).collect()
}

#[test]
fn every_article_of_the_higher_text_is_encoded_or_accounted_for() {
    for (shipped, text) in with_texts().into_iter().filter(|(shipped, _)| shipped.id == HIGHER) {
        let ids = accounted_for(&load(shipped));
        let mut provisions = sources::Text::parse(&text).provisions();
        assert!(provisions.len() > 42, "it has 42 articles, and items");
        provisions.retain(|provision| !checklist::accounted(provision, &ids));
        assert!(provisions.is_empty(), "{}", provisions.join("\n"));
    }
}

#[test]
fn every_provision_of_the_checklist_is_encoded_or_accounted_for() {
    let Some(checklist) = checklist::text() else {
        skipped("the checklist is");
        return;
    };
    let mut missing = Vec::new();
    for shipped in SHIPPED.iter().filter(|it| it.id != HIGHER) {
        let ids = accounted_for(&load(shipped));
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

#[test]
fn a_quotation_that_is_not_there_is_found_out() {
    let text = sources::Text::parse(
        "第四十六条公文签发权限:\n(一)上报的公文,由区长签发;\n(二)其他公文,由副区长签发。\n第二款另说。\n四十七、文字。",
    );
    assert_eq!(text.check("46-1", "第四十六条（一）", "由区长 签发"), Ok(()));
    assert_eq!(text.check("46p2", "第四十六条第二款", "第二款另说"), Ok(()));
    assert_eq!(text.check("47", "四十七", "文字"), Ok(()));
    assert!(text.check("46-2", "第四十六条（二）", "由区长签发").is_err(), "other item");
    assert!(text.check("46-1", "第四十五条（一）", "由区长签发").is_err(), "other citation");
    assert!(text.check("46-1", "第四十六条（二）", "由区长签发").is_err(), "citation of another item");
    assert!(text.check("46-1", "第四十六条（一）", "由区长审签").is_err(), "other words");
    assert!(text.check("46-1", "第四十六条（一）", "").is_err(), "no words");
}
