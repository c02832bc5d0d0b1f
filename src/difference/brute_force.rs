//! Differences against brute force: exact for the signature and for steps, on random pairs of rulebooks.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::align::Aligned;
use super::{About, Difference, diff};
use crate::proof::brute_force::{FACTS, documents, lies_in};
use crate::rulebook::{Definition, Place, RoleId, Step};
use crate::ruling::brute_force::{Answer, Dice, answer, random_definition, random_region};
use crate::ruling::{Compiled, Outcome};
use crate::situation::Region as Condition;
use crate::vocabulary::{Choice, Modality, StepKind};

fn random_step(dice: &mut Dice) -> Step {
    Step {
        kind: [StepKind::Legality, StepKind::LeaderCountersign][dice.roll(2)],
        actors: vec![dice.roll(2)],
        choice: Choice::One,
        modality: [Modality::Must, Modality::Generally][dice.roll(2)],
        meetings: Vec::new(),
        when: Condition::everything(),
        one_of: None,
        in_turn: false,
        on_arrival: false,
        place: Place::Usual,
        limit: None,
    }
}

/// A rulebook and a version of it in which a few things are changed.
fn versions(dice: &mut Dice) -> (Definition, Definition) {
    let mut before = random_definition(dice);
    for clause in &mut before.clauses {
        clause.steps = (0..dice.roll(2)).map(|_| random_step(dice)).collect();
    }
    let mut after = before.clone();
    for _ in 0..dice.roll(3) {
        let count = after.clauses.len();
        let changed = &mut after.clauses[dice.roll(count)];
        match dice.roll(4) {
            0 => changed.applies = random_region(&FACTS, &before.space, dice),
            1 => changed.yields.clear(),
            2 => changed.steps = vec![random_step(dice)],
            _ => changed.signing = random_definition(dice).clauses[0].signing.clone(),
        }
    }
    (before, after)
}

/// For each sort of step that is demanded, the strongest word for it.
fn steps(definition: &Definition, answer: &Answer) -> Vec<(StepKind, RoleId, Modality)> {
    let standing = definition.clauses.iter().zip(&answer.standing).filter(|(_, stands)| **stands);
    let mut found: Vec<(StepKind, RoleId, Modality)> = Vec::new();
    for step in standing.flat_map(|(clause, _)| &clause.steps) {
        let it = (step.kind, step.actors[0], step.modality);
        match found.iter_mut().find(|known| (known.0, known.1) == (it.0, it.1)) {
            Some(known) => known.2 = known.2.stronger(it.2),
            None => found.push(it),
        }
    }
    found.sort();
    found
}

#[test]
fn differences_are_just_the_documents_that_go_another_way() {
    let mut dice = Dice(0x6a_09e6_67f3_bcc9);
    let (mut same, mut other) = (0, 0);
    for _ in 0..30 {
        let (before, after) = versions(&mut dice);
        let differences = diff(&before, &after);
        let of = |about: About| -> Vec<&Difference> { differences.iter().filter(|it| it.about == about).collect() };
        let (signing, path) = (of(About::Signing), of(About::Step));
        for document in documents(&before, &Compiled::new(&before)) {
            let (a, b) = (answer(&before, &document), answer(&after, &document));
            let told = |differences: &[&Difference]| differences.iter().any(|it| lies_in(&document, &it.region.term));
            assert_eq!(told(&signing), !same_outcome(&a.outcome, &b.outcome), "{document:?}");
            assert_eq!(told(&path), steps(&before, &a) != steps(&after, &b), "{document:?}");
        }
        if differences.is_empty() { same += 1 } else { other += 1 }
    }
    assert!(same > 3 && other > 10, "{same} alike, {other} not");
}

/// Whether two outcomes are one: 甲或乙 is 乙或甲, and the sides of a conflict have no order.
fn same_outcome(a: &Outcome, b: &Outcome) -> bool {
    let order = |it: &Outcome| {
        let mut told = match it {
            Outcome::Conflict(sides) => sides.iter().map(sorted).collect(),
            Outcome::Settled(signing) => vec!["settled".to_owned(), sorted(signing)],
            Outcome::Silent => vec!["silent".to_owned()],
        };
        if matches!(it, Outcome::Conflict(_)) {
            told.sort();
        }
        told
    };
    order(a) == order(b)
}

fn sorted(signing: &crate::rulebook::Signing) -> String {
    let mut signing = signing.clone();
    if let crate::rulebook::Signing::Sign(options) = &mut signing {
        options.iter_mut().for_each(|it| it.signers.sort_unstable());
    }
    format!("{signing:?}")
}

#[test]
fn a_fact_that_only_one_knows_is_said_to_be_its_own() {
    let text = include_str!("../../tests/rulebooks/smallest.yaml");
    let before = crate::rulebook::from_text(text, &[]).unwrap();
    let own =
        text.replace("适用: { 发文名义: 政府, 文种: 公文 }", "适用: { 发文名义: 政府, 文种: 公文, 否: 涉外事务 }");
    let own = own.replace("  例行批准:", "  涉外事务: { 问: 是否涉外？ }\n  例行批准:");
    let after = crate::rulebook::from_text(&own, &[]).unwrap();
    let differences = diff(&before, &after);
    assert_eq!(differences.len(), 1);
    assert_eq!(differences[0].region.words, "发文名义为政府，文种为公文，属于“涉外事务”");
    assert_eq!(differences[0].only_after, ["matters.涉外事务"]);
    assert_eq!((differences[0].before.as_str(), differences[0].after.as_str()), ("由县长签发", "未规定"));
    assert!(diff(&after, &after).is_empty());
}

#[test]
fn years_are_compared_across_thresholds() {
    let text = include_str!("../../tests/rulebooks/smallest.yaml");
    let of = |years: &str| {
        let condition = format!("适用: {{ 发文名义: 政府, 文种: 公文, 有效期: {{ {years} }} }}");
        crate::rulebook::from_text(&text.replace("适用: { 发文名义: 政府, 文种: 公文 }", &condition), &[]).unwrap()
    };
    let differences = diff(&of("超过: 3"), &of("超过: 5"));
    assert_eq!(differences.len(), 1);
    assert_eq!(differences[0].region.words, "发文名义为政府，文种为公文，有效期为超过3年、不超过5年");
    assert_eq!(differences[0].region.witness["validYears"], 5);
    let aligned = Aligned::new(&of("超过: 3"), &of("不超过: 5"));
    assert_eq!(aligned.space().thresholds, [3, 5]);
}
