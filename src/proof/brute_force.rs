//! The proofs against brute force: every gap and conflict found, none invented, nothing left to widen.
//!
//! The reference looks at one complete document at a time. Random rulebooks turn on eight facts; every combination of these is a
//! document, the other facts being as plain as they can be.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::ground::Ground;
use super::{CheckOptions, Region, check, clauses, signing};
use crate::rulebook::{ClauseId, DeclaredConflict, DeclaredGap, Definition};
use crate::ruling::brute_force::{Answer, Dice, Document, answer, inside, random_definition, random_region};
use crate::ruling::{Compiled, Outcome, outcome};
use crate::situation::{FactId, Region as Condition, Term, fixed};

/// The facts on which random rulebooks turn.
pub(crate) const FACTS: [FactId; 8] = [
    fixed::ISSUER,
    fixed::DIRECTION,
    fixed::PORTFOLIOS,
    fixed::DECIDED_BY,
    fixed::MATTERS,
    fixed::MATTERS + 1,
    fixed::MATTERS + 2,
    fixed::MATTERS + 3,
];

/// Every document over these facts that can be: a 通知 that is otherwise plain.
pub(crate) fn documents(definition: &Definition, compiled: &Compiled) -> Vec<Document> {
    let space = &definition.space;
    let notice = space.mask(fixed::DOC_TYPE, "通知").unwrap();
    let plain = |(at, fact): (usize, &crate::situation::Fact)| match FactId::try_from(at).unwrap() {
        fixed::DOC_TYPE => notice,
        _ if fact.yes_no => 2,
        _ => 1,
    };
    let mut all = vec![space.facts.iter().enumerate().map(plain).collect::<Document>()];
    for fact in FACTS {
        let values = space.fact(fact).unwrap().values.len();
        all = all
            .into_iter()
            .flat_map(|document| {
                (0..values).map(move |value| {
                    let mut other = document.clone();
                    other[usize::from(fact)] = 1 << value;
                    other
                })
            })
            .collect();
    }
    all.retain(|document| !compiled.possible.rules.iter().any(|(rule, _)| inside(&rule.region, document)));
    all
}

pub(crate) fn lies_in(document: &Document, term: &Term) -> bool {
    term.0.iter().all(|(fact, mask)| document[usize::from(*fact)] & mask != 0)
}

/// That these regions are just the documents for which something is so, and that none of them could be wider.
pub(crate) fn just_these(
    regions: &[&Region],
    documents: &[Document],
    so: impl Fn(&Document) -> bool,
    definition: &Definition,
) {
    for document in documents {
        let found = regions.iter().any(|region| lies_in(document, &region.term));
        assert_eq!(found, so(document), "{document:?}");
    }
    for region in regions {
        assert!(documents.iter().any(|it| lies_in(it, &region.term)), "no document in {}", region.words);
        for (fact, mask) in &region.term.0 {
            let full = definition.space.full(*fact);
            for value in (0..20).map(|value| 1 << value).filter(|value| full & value != 0 && mask & value == 0) {
                let mut wider = region.term.clone();
                wider.0.retain(|(it, _)| it != fact);
                wider.restrict(*fact, mask | value);
                let new = documents.iter().filter(|it| lies_in(it, &wider) && !lies_in(it, &region.term));
                // Facts beyond the eight have one value here: of these nothing can be said.
                assert!(new.clone().count() == 0 || new.clone().any(|it| !so(it)), "could be wider: {}", region.words);
            }
        }
    }
}

fn setting(dice: &mut Dice) -> (Definition, Compiled) {
    let definition = random_definition(dice);
    let compiled = Compiled::new(&definition);
    (definition, compiled)
}

#[test]
fn gaps_are_just_the_documents_of_which_nothing_is_said() {
    let mut dice = Dice(0x51_7cc1_b727_220a);
    for round in 0..14 {
        let (mut definition, compiled) = setting(&mut dice);
        if round % 2 == 1 {
            let applies = random_region(&FACTS, &definition.space, &mut dice);
            let path = "/未规定/0".to_owned();
            let gap = DeclaredGap { applies, except: Condition::default(), because: "不管".to_owned(), path };
            definition.gaps.push(gap);
        }
        let documents = documents(&definition, &compiled);
        let mut ground = Ground::new(&definition, &compiled);
        let mut empty = Vec::new();
        let gaps = signing::gaps(&mut ground, &mut empty);
        let undeclared: Vec<&Region> = gaps.iter().filter(|it| !it.declared).collect();
        let declared = |document: &Document| definition.gaps.iter().any(|gap| inside(&gap.applies, document));
        let silent = |document: &Document| answer(&definition, document).outcome == Outcome::Silent;
        just_these(&undeclared, &documents, |it| silent(it) && !declared(it), &definition);
        let some_declared = documents.iter().any(|it| silent(it) && declared(it));
        assert_eq!(gaps.iter().any(|it| it.declared), some_declared);
        assert_eq!(empty.is_empty(), definition.gaps.is_empty() || some_declared);
    }
}

#[test]
fn conflicts_are_just_the_documents_on_which_clauses_disagree() {
    let mut dice = Dice(0x2b_992d_dfa2_3249);
    let mut conflicts_seen = 0;
    for _ in 0..20 {
        let (definition, compiled) = setting(&mut dice);
        let documents = documents(&definition, &compiled);
        let answers: Vec<Answer> = documents.iter().map(|it| answer(&definition, it)).collect();
        let mut ground = Ground::new(&definition, &compiled);
        let conflicts = signing::conflicts(&mut ground, &mut Vec::new());
        conflicts_seen += conflicts.len();
        let conflicting = |it: &Answer| matches!(it.outcome, Outcome::Conflict(_));
        for (document, answer) in documents.iter().zip(&answers) {
            let told = conflicts.iter().any(|it| lies_in(document, &it.term));
            assert_eq!(told, conflicting(answer));
        }
        let mut sets: Vec<&Vec<String>> = conflicts.iter().map(|it| &it.clauses).collect();
        sets.dedup();
        for set in sets {
            let ids: Vec<ClauseId> = set.iter().map(|id| id.parse::<ClauseId>().unwrap() - 1).collect();
            let whole = ids.len() > 2;
            let so = |document: &Document| {
                let answer = answer(&definition, document);
                let among = ids.iter().all(|id| answer.speaking.contains(id));
                conflicting(&answer) && among && (!whole || answer.speaking.len() == ids.len())
            };
            let regions: Vec<&Region> = conflicts.iter().filter(|it| it.clauses == *set).collect();
            just_these(&regions, &documents, so, &definition);
            assert!(matches!(outcome(&ids, &definition.clauses, &definition.roles), Outcome::Conflict(_)));
        }
    }
    assert!(conflicts_seen > 40, "only {conflicts_seen}");
}

#[test]
fn what_is_declared_is_told_apart() {
    let mut dice = Dice(0x77_1f3a_9c05_e6d1);
    let mut declared_seen = 0;
    for _ in 0..30 {
        let (mut definition, compiled) = setting(&mut dice);
        let all: Vec<ClauseId> = (0..definition.clauses.len()).collect();
        definition.conflicts.push(DeclaredConflict {
            clauses: all,
            because: "如此".to_owned(),
            path: "/冲突/0".to_owned(),
        });
        let mut empty = Vec::new();
        let conflicts = signing::conflicts(&mut Ground::new(&definition, &compiled), &mut empty);
        assert!(conflicts.iter().all(|it| it.declared && it.interpretation.as_deref() == Some("如此")));
        assert_eq!(empty.len(), usize::from(conflicts.is_empty()));
        declared_seen += conflicts.len();
    }
    assert!(declared_seen > 20);
}

#[test]
fn dead_clauses_decide_nothing_and_redundant_ones_nothing_new() {
    let mut dice = Dice(0x1d_8e4e_27c4_7d12);
    let (mut dead_seen, mut redundant_seen) = (0, 0);
    for _ in 0..50 {
        let (mut definition, _) = setting(&mut dice);
        // Every clause signs here, so that a clause that never speaks is dead, and many sign alike.
        let signing = definition.clauses.iter().find_map(|it| it.signing.clone());
        for clause in &mut definition.clauses {
            let own = clause.signing.take().filter(|_| dice.chance(50));
            clause.signing = own.or_else(|| signing.clone());
        }
        let compiled = Compiled::new(&definition);
        let documents = documents(&definition, &compiled);
        let answers: Vec<Answer> = documents.iter().map(|it| answer(&definition, it)).collect();
        let mut ground = Ground::new(&definition, &compiled);
        let reach = clauses::Reach::new(&ground);
        let dead = clauses::dead(&mut ground, &reach);
        let redundant = clauses::redundant(&mut ground, &reach);
        for (id, clause) in definition.clauses.iter().enumerate().filter(|(_, it)| it.signing.is_some()) {
            let speaks = answers.iter().any(|it| it.speaking.contains(&id));
            let told = dead.iter().find(|it| it.clause == clause.words.clause);
            assert_eq!(told.is_none(), speaks, "{}", clause.words.clause);
            for winner in told.iter().flat_map(|it| &it.covered_by) {
                assert!(clause.yields.iter().any(|it| definition.clauses[it.to].words.clause == *winner));
            }
        }
        dead_seen += dead.len();
        redundant_seen += redundant.len();
        for it in redundant {
            let id = it.clause.parse::<ClauseId>().unwrap() - 1;
            let mut without = definition.clone();
            without.clauses[id].signing = None;
            for (document, with) in documents.iter().zip(&answers) {
                assert_eq!(answer(&without, document).outcome, with.outcome);
            }
        }
    }
    assert!(dead_seen > 5 && redundant_seen > 5, "{dead_seen} dead, {redundant_seen} redundant");
}

#[test]
fn every_witness_is_a_document_of_its_region() {
    let mut dice = Dice(0x3c_6ef3_72fe_94f8);
    for _ in 0..12 {
        let (definition, compiled) = setting(&mut dice);
        let report = check(&definition, &compiled, CheckOptions::default(), &|_| serde_json::Value::Null);
        let ground = Ground::new(&definition, &compiled);
        for region in report.gaps.iter().chain(&report.conflicts).chain(&report.overlaps) {
            let situation = ground.settled(&region.witness);
            let outcomes = compiled.decide(&situation);
            let all = |so: &dyn Fn(&Outcome) -> bool| outcomes.iter().all(|it| so(&compiled.signing.outcomes[*it]));
            let fits = match region.clauses.len() {
                0 => all(&|it| *it == Outcome::Silent),
                _ => all(&|it| *it != Outcome::Silent),
            };
            assert!(fits, "{} {}", region.words, region.witness);
        }
    }
}
