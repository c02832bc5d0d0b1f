//! Proofs about a rulebook itself, over every document that can be.
//!
//! Knows clauses and the calculus. Reads no text and answers no draft: what it finds are regions, each with a document in it.

#[cfg(test)]
pub(crate) mod brute_force;
mod clauses;
mod coverage;
mod exercise;
mod ground;
mod report;
mod signing;
mod survey;
mod witness;
mod words;

pub use report::{Covered, EmptyDeclaration, Exercise, Misquoted, Place, Region, Report, State, Unreached};

use crate::rulebook::Definition;
use crate::ruling::Compiled;
use ground::Ground;
use serde_json::Value;
pub(crate) use survey::{Part, Survey};

/// All proofs about a rulebook. `expect` says what a case would expect of a finished draft.
pub(crate) fn check(
    definition: &Definition,
    compiled: &Compiled,
    cases: &[Value],
    expect: &dyn Fn(&Value) -> Value,
) -> Report {
    let mut ground = Ground::new(definition, compiled);
    let ground = &mut ground;
    let mut empty_declarations = Vec::new();
    let gaps = signing::gaps(ground, &mut empty_declarations);
    let conflicts = signing::conflicts(ground, &mut empty_declarations);
    let overlaps = signing::overlaps(ground);
    let reach = clauses::Reach::new(ground);
    let dead_clauses = clauses::dead(ground, &reach);
    let unreached = clauses::unreached(ground, &reach);
    let redundant_clauses = clauses::redundant(ground, &reach);
    let unused_matters = clauses::unused_matters(ground);
    let needless_facts = clauses::needless_facts(ground);
    let exercise = exercise::exercise(ground, cases);
    let proposed_cases = exercise::proposals(ground, &exercise, expect);
    let settled = |regions: &[Region]| regions.iter().all(|it| it.declared);
    Report {
        ok: settled(&gaps)
            && settled(&conflicts)
            && dead_clauses.is_empty()
            && unreached.is_empty()
            && unused_matters.is_empty()
            && needless_facts.is_empty()
            && empty_declarations.is_empty()
            && exercise.iter().all(|it| !it.stands.is_empty() && !it.just_not.is_empty()),
        gaps,
        conflicts,
        overlaps,
        dead_clauses,
        redundant_clauses,
        unreached,
        unused_matters,
        needless_facts,
        empty_declarations,
        coverage: coverage::coverage(definition),
        misquoted: Vec::new(),
        exercise,
        proposed_cases,
        impossible: compiled.possible.rules.iter().map(|(rule, _)| rule.words.clone()).collect(),
    }
}
