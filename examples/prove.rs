//! Prints what `check` proves about a rulebook: `cargo run --release --example prove -- yiyuan`.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a tool for authors")]

use qianfa::Rulebook;
use serde_json::Value;
use std::time::Instant;

fn main() {
    for id in std::env::args().skip(1) {
        let rules = std::fs::read_to_string(format!("rulebooks/{id}/rules.yaml")).expect("rules");
        let rulebook = match Rulebook::from_text(&rules) {
            Ok(it) => it,
            Err(issues) => {
                issues.iter().for_each(|it| println!("{it}"));
                continue;
            }
        };
        let cases: Vec<Value> = std::fs::read_to_string(format!("rulebooks/{id}/cases.json"))
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        let start = Instant::now();
        let report = rulebook.check(&cases);
        let took = start.elapsed();
        println!("== {id}: ok {} in {took:?}", report.ok);
        println!("-- gaps {}", report.gaps.len());
        for it in &report.gaps {
            println!("{} {} | {}", if it.declared { "declared" } else { "GAP" }, it.words, it.witness);
        }
        println!("-- conflicts {}", report.conflicts.len());
        for it in &report.conflicts {
            println!(
                "{} {:?} {} | {}",
                if it.declared { "declared" } else { "CONFLICT" },
                it.clauses,
                it.words,
                it.witness
            );
        }
        println!("-- overlaps {}", report.overlaps.len());
        for it in &report.overlaps {
            println!("{:?} {}", it.clauses, it.words);
        }
        println!("-- dead {:?}\n-- redundant {:?}", report.dead_clauses, report.redundant_clauses);
        println!("-- unreached {:?}", report.unreached);
        println!("-- unused {:?} needless {:?}", report.unused_matters, report.needless_facts);
        println!("-- empty {:?}", report.empty_declarations);
        for it in report.exercise.iter().filter(|it| it.stands.is_empty() || it.just_not.is_empty()) {
            println!("NOT EXERCISED {} stands {} just not {}", it.clause, it.stands.len(), it.just_not.len());
        }
        println!("-- proposed {}", report.proposed_cases.len());
        if std::env::var_os("PROPOSED").is_some() {
            for it in &report.proposed_cases {
                println!("{it}");
            }
        }
    }
}
