//! How long the proofs take, on the shipped rulebooks and on random ones that grow: `cargo bench --bench check`.
//!
//! With the word `shipped`, on these alone; with `large`, also on 800 random clauses, which takes minutes. Random clauses are
//! spread over 名义 and 文种 as real ones are, turn on one or two of forty matters, and often give way to the next clause of
//! their kind.

#![allow(clippy::expect_used, clippy::indexing_slicing, unreachable_pub, reason = "a benchmark")]

#[path = "../tests/common/mod.rs"]
mod common;

use common::dice::Dice;
use common::{SHIPPED, base, cases};
use qianfa::vocabulary::{DOC_TYPES, ISSUERS};
use qianfa::{CheckOptions, Rulebook};
use serde_json::Value;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

const MATTERS: usize = 40;
const SIGNERS: [&str; 5] = ["县长", "常务副县长", "分管副县长", "主任", "副主任"];

fn random_rulebook(clauses: usize, dice: &mut Dice) -> String {
    let mut text = String::from(
        "格式: 1\n标识: random\n名称: 规则\n机关: 某县人民政府\n层级: 县\n职务: { 行政首长: 县长, 常务副职: 常务副县长, 分管领导: 分管副县长, 办公室主任: 主任, 办公室副主任: 副主任 }\n事项:\n",
    );
    for matter in 0..MATTERS {
        let _ = writeln!(text, "  事项{matter}: {{ 问: 是否属于事项{matter}？ }}");
    }
    text.push_str("条款:\n");
    let kinds: Vec<(usize, usize)> =
        (0..clauses).map(|_| (dice.roll(ISSUERS.len()), dice.roll(DOC_TYPES.len() - 1))).collect();
    for (at, (issuer, doc_type)) in kinds.iter().enumerate() {
        let next = kinds.iter().skip(at + 1).position(|it| it == &(*issuer, *doc_type)).map(|it| at + it + 2);
        let gives_way =
            next.filter(|_| dice.roll(10) < 8).map(|to| format!("让位于: [\"{to}\"], ")).unwrap_or_default();
        let one = dice.roll(MATTERS);
        let also = if dice.roll(2) == 0 { format!(", 事项{}", dice.roll(MATTERS)) } else { String::new() };
        let _ = writeln!(
            text,
            "  - {{ 编号: \"{}\", 条文: 第{}条, 原文: 原文, 适用: {{ 发文名义: {}, 文种: [{}, {}], 是: [事项{one}{also}] }}, {gives_way}签发: [{{ 用语: 签发, 由: {} }}] }}",
            at + 1,
            at + 1,
            ISSUERS[*issuer],
            DOC_TYPES[*doc_type],
            DOC_TYPES[doc_type + 1],
            SIGNERS[dice.roll(SIGNERS.len())]
        );
    }
    text
}

fn row(name: &str, text: &str, cases: &[Value]) {
    let milliseconds = |call: &dyn Fn()| {
        let start = Instant::now();
        call();
        start.elapsed().as_secs_f64() * 1e3
    };
    let bases = [base()];
    let load = milliseconds(&|| drop(black_box(Rulebook::from_text_on(text, &bases))));
    let rulebook = Rulebook::from_text_on(text, &bases).expect("it loads");
    let report = rulebook.check(CheckOptions { cases, text: None });
    let check = milliseconds(&|| drop(black_box(rulebook.check(CheckOptions { cases, text: None }))));
    println!(
        "{name:<12} {load:>10.1} {check:>10.1} {:>6} {:>10} {:>9} {:>6}",
        report.gaps.len(),
        report.conflicts.len(),
        report.overlaps.len(),
        report.dead_clauses.len()
    );
}

fn main() {
    println!(
        "{:<12} {:>10} {:>10} {:>6} {:>10} {:>9} {:>6}",
        "ms", "load", "check", "gaps", "conflicts", "overlaps", "dead"
    );
    for shipped in SHIPPED {
        row(shipped.id, shipped.rules, &cases(shipped));
    }
    if std::env::args().any(|it| it == "shipped") {
        return;
    }
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let most = if std::env::args().any(|it| it == "large") { 800 } else { 200 };
    for clauses in [50, 200, 800].into_iter().filter(|it| *it <= most) {
        row(&format!("{clauses} random"), &random_rulebook(clauses, &mut dice), &[]);
    }
}
