//! Checks one rulebook while it is being written: `cargo run --example check -- yiyuan`.
//!
//! Prints loading faults, quotations that the text does not have, provisions that are not accounted for, and cases
//! that fail, with the actual answer. Reads `rulebooks/<id>` from the current folder.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a tool for authors: a broken case file may stop it")]

#[path = "../tests/common/cases.rs"]
mod cases;
#[path = "../tests/common/checklist.rs"]
mod checklist;
#[path = "../tests/common/sources.rs"]
mod sources;

use qianfa::Rulebook;
use std::process::ExitCode;

fn main() -> ExitCode {
    let ids: Vec<String> = std::env::args().skip(1).collect();
    let mut faults = 0;
    for id in &ids {
        faults += check(id);
    }
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn check(id: &str) -> usize {
    println!("== {id}");
    let Ok(rules) = std::fs::read_to_string(format!("rulebooks/{id}/rules.yaml")) else {
        println!("no rulebooks/{id}/rules.yaml");
        return 1;
    };
    let rulebook = match Rulebook::from_text(&rules) {
        Ok(rulebook) => rulebook,
        Err(issues) => {
            issues.iter().for_each(|issue| println!("{issue}"));
            return issues.len();
        }
    };
    let mut faults = check_quotations(&rulebook) + check_checklist(&rulebook);
    let Ok(text) = std::fs::read_to_string(format!("rulebooks/{id}/cases.json")) else {
        println!("no cases");
        return faults + 1;
    };
    let outcomes = cases::run(&rulebook, &text);
    for outcome in outcomes.iter().filter(|it| !it.faults.is_empty()) {
        println!("{} {}", if outcome.contested { "contested:" } else { "case:" }, outcome.name);
        outcome.faults.iter().for_each(|fault| println!("    {fault}"));
        for signing in &outcome.route.signing {
            println!("    -> {}", summary(signing));
        }
        let steps: Vec<String> =
            outcome.route.steps.iter().map(|step| format!("{}{}", step.kind.term(), mark(step))).collect();
        println!("    -> {}", steps.join(" "));
        for finding in &outcome.route.findings {
            println!("    -> {:?} {} {}", finding.severity, finding.code, finding.message);
        }
        faults += usize::from(!outcome.contested);
    }
    println!("{} cases, {} clauses, {faults} faults", outcomes.len(), rulebook.clauses().count());
    faults
}

fn summary(signing: &qianfa::Signing) -> String {
    let options: Vec<String> = signing
        .options
        .iter()
        .map(|it| {
            let who: Vec<&str> = it.signers.iter().map(|signer| signer.role.as_str()).collect();
            format!("{}{}:{}", it.modality.term(), it.act.term(), who.join("|"))
        })
        .collect();
    let basis: Vec<&str> = signing.basis.iter().map(|it| it.clause.as_str()).collect();
    let requires: Vec<&str> = signing.requires.iter().flatten().map(|condition| condition.words.as_str()).collect();
    format!("{:?} {:?} [{}] by {basis:?} if {requires:?}", signing.certainty, signing.outcome, options.join("; "))
}

fn mark(step: &qianfa::Step) -> &'static str {
    match (step.customary.is_some(), step.certainty) {
        (true, _) => "°",
        (false, qianfa::Certainty::Certain) => "",
        (false, _) => "?",
    }
}

fn check_quotations(rulebook: &Rulebook) -> usize {
    let path = sources::folder().map(|it| it.join(format!("{}.txt", rulebook.id())));
    let Some(text) = path.and_then(|it| std::fs::read_to_string(it).ok()) else { return 0 };
    let text = sources::Text::parse(&text);
    let dated = rulebook.in_force_basis().filter(|it| sources::parse_id(&it.clause).is_some());
    let wrong: Vec<String> =
        rulebook.clauses().chain(dated).filter_map(|it| text.check(&it.clause, &it.cite, &it.quote).err()).collect();
    wrong.iter().for_each(|it| println!("quotation: {it}"));
    wrong.len()
}

fn check_checklist(rulebook: &Rulebook) -> usize {
    let Some(checklist) = checklist::text() else { return 0 };
    let ids: Vec<String> = rulebook
        .clauses()
        .chain(rulebook.in_force_basis())
        .map(|it| it.clause)
        .chain(rulebook.left_out().map(|it| it.clause))
        .collect();
    let missing: Vec<String> = checklist::provisions(&checklist, rulebook.id())
        .into_iter()
        .filter(|provision| !checklist::accounted(provision, &ids))
        .collect();
    missing.iter().for_each(|it| println!("not accounted for: {it}"));
    missing.len()
}
