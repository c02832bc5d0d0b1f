//! What is worked out once when a rulebook is loaded.

use super::agree::{Outcome, outcome};
use super::rows::{StepRow, step_rows};
use crate::rulebook::{Clause, ClauseId, Definition};
use crate::short::sort_and_dedup;
use crate::situation::{Area, Diagrams, FactId, Possible, Ref};

/// Index of an outcome in [`Compiled::outcomes`].
pub(crate) type OutcomeId = usize;

/// A clause whose signing gives way to another because the author reads it so.
#[derive(Clone, Debug)]
pub(crate) struct Displacement {
    pub(crate) winner: ClauseId,
    pub(crate) interpretation: String,
    /// Where both would speak.
    pub(crate) area: Area,
}

/// A form finding with the region in which it is made.
#[derive(Clone, Debug)]
pub(crate) struct CheckRow {
    pub(crate) clause: ClauseId,
    pub(crate) check: usize,
    pub(crate) area: Area,
}

/// Everything about a rulebook that no draft can change.
pub(crate) struct Compiled {
    pub(crate) diagrams: Diagrams,
    /// Which combinations cannot be.
    pub(crate) possible: Possible,
    /// For each document, the set of clauses that speak about its signature: an index into `leaves`.
    pub(crate) speaking: Ref,
    pub(crate) leaves: Vec<Vec<ClauseId>>,
    /// For each document, its outcome.
    pub(crate) signing: Ref,
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) outcome_of_leaf: Vec<OutcomeId>,
    pub(crate) steps: Vec<StepRow>,
    pub(crate) checks: Vec<CheckRow>,
    /// Where each clause stands (it has not given way entirely).
    pub(crate) standing: Vec<Area>,
    pub(crate) displacements: Vec<Displacement>,
    /// For each clause, the facts that its own words name.
    pub(crate) mentions: Vec<Vec<FactId>>,
    /// The facts on which some clause turns.
    pub(crate) turning: Vec<FactId>,
}

impl Compiled {
    pub(crate) fn new(definition: &Definition) -> Self {
        let mut diagrams = Diagrams::new(&definition.space);
        let possible = Possible::new(&definition.space, &mut diagrams);
        let impossible = possible.impossible;
        let raw = raw_regions(definition, &mut diagrams);
        let standing = remaining(definition, &raw, true, &mut diagrams);
        let speaking = remaining(definition, &raw, false, &mut diagrams);
        let (speaking, leaves) = partition(definition, &speaking, impossible, &mut diagrams);
        let mut outcomes: Vec<Outcome> = Vec::new();
        let outcome_of_leaf: Vec<OutcomeId> = leaves
            .iter()
            .map(|leaf| intern(&mut outcomes, outcome(leaf, &definition.clauses, &definition.roles)))
            .collect();
        let signing = diagrams.combine(speaking, Ref::FALSE, &mut |leaf, _| {
            let outcome = outcome_of_leaf.get(leaf as usize).copied().unwrap_or(0);
            Ref::terminal(u32::try_from(outcome).unwrap_or(0))
        });
        let turning = turning(&raw, &diagrams);
        let steps = step_rows(definition, &standing, &possible, &mut diagrams);
        let checks = check_rows(definition, &standing, &possible, &mut diagrams);
        let displacements = displacements(definition, &raw, &possible, &mut diagrams);
        let standing = standing.into_iter().map(|it| Area::new(it, &possible, &mut diagrams)).collect();
        let mentions = definition.clauses.iter().map(mentioned).collect();
        let mut compiled = Self {
            diagrams,
            possible,
            speaking,
            leaves,
            signing,
            outcomes,
            outcome_of_leaf,
            steps,
            checks,
            standing,
            displacements,
            mentions,
            turning,
        };
        compiled.keep_what_is_needed();
        compiled
    }

    fn keep_what_is_needed(&mut self) {
        let steps = self
            .steps
            .iter_mut()
            .flat_map(|row| row.area.roots().chain(row.sources.iter_mut().flat_map(|(_, area)| area.roots())));
        let roots = [&mut self.speaking, &mut self.signing]
            .into_iter()
            .chain(self.possible.roots())
            .chain(steps)
            .chain(self.checks.iter_mut().flat_map(|row| row.area.roots()))
            .chain(self.standing.iter_mut().flat_map(Area::roots))
            .chain(self.displacements.iter_mut().flat_map(|it| it.area.roots()));
        self.diagrams.finish(roots);
    }
}

fn intern<T: PartialEq>(all: &mut Vec<T>, item: T) -> usize {
    all.iter().position(|it| *it == item).unwrap_or_else(|| {
        all.push(item);
        all.len() - 1
    })
}

/// Each clause's own words: where it applies, less its exceptions.
fn raw_regions(definition: &Definition, diagrams: &mut Diagrams) -> Vec<Ref> {
    definition
        .clauses
        .iter()
        .map(|clause| {
            let applies = diagrams.region(&clause.applies);
            let except = diagrams.region(&clause.except);
            diagrams.without(applies, except)
        })
        .collect()
}

/// Each clause's region less those before which it gives way: entirely, or at least with its signing.
fn remaining(definition: &Definition, raw: &[Ref], entirely: bool, diagrams: &mut Diagrams) -> Vec<Ref> {
    definition
        .clauses
        .iter()
        .zip(raw)
        .map(|(clause, own)| {
            clause.yields.iter().filter(|it| it.entirely || !entirely).fold(*own, |region, it| {
                let winner = raw.get(it.to).copied().unwrap_or(Ref::FALSE);
                diagrams.without(region, winner)
            })
        })
        .collect()
}

/// The space divided by which clauses speak about the signature.
fn partition(
    definition: &Definition,
    speaking: &[Ref],
    impossible: Ref,
    diagrams: &mut Diagrams,
) -> (Ref, Vec<Vec<ClauseId>>) {
    let mut leaves: Vec<Vec<ClauseId>> = vec![Vec::new()];
    let mut root = diagrams.where_possible(Ref::terminal(0), impossible);
    for (id, (clause, region)) in definition.clauses.iter().zip(speaking).enumerate() {
        if clause.signing.is_none() {
            continue;
        }
        root = diagrams.combine(root, *region, &mut |leaf, speaks| {
            if speaks == 0 {
                return Ref::terminal(leaf);
            }
            let mut with: Vec<ClauseId> = leaves.get(leaf as usize).cloned().unwrap_or_default();
            with.push(id);
            Ref::terminal(u32::try_from(intern(&mut leaves, with)).unwrap_or(0))
        });
    }
    (root, leaves)
}

/// The facts on which some clause turns.
fn turning(raw: &[Ref], diagrams: &Diagrams) -> Vec<FactId> {
    let mut facts: Vec<FactId> = raw.iter().flat_map(|region| diagrams.support(*region)).collect();
    sort_and_dedup(&mut facts);
    facts
}

/// The facts that a clause's conditions name.
fn mentioned(clause: &Clause) -> Vec<FactId> {
    let narrowed = clause.steps.iter().map(|step| &step.when).chain(clause.checks.iter().map(|check| &check.when));
    let mut facts: Vec<FactId> =
        [&clause.applies, &clause.except].into_iter().chain(narrowed).flat_map(|region| region.facts()).collect();
    sort_and_dedup(&mut facts);
    facts
}

fn check_rows(definition: &Definition, standing: &[Ref], possible: &Possible, diagrams: &mut Diagrams) -> Vec<CheckRow> {
    let mut rows = Vec::new();
    for (clause, (it, region)) in definition.clauses.iter().zip(standing).enumerate() {
        for (check, words) in it.checks.iter().enumerate() {
            let when = diagrams.region(&words.when);
            let region = diagrams.and(*region, when);
            rows.push(CheckRow { clause, check, area: Area::new(region, possible, diagrams) });
        }
    }
    rows
}

fn displacements(definition: &Definition, raw: &[Ref], possible: &Possible, diagrams: &mut Diagrams) -> Vec<Displacement> {
    let mut found = Vec::new();
    for (clause, own) in definition.clauses.iter().zip(raw) {
        for it in &clause.yields {
            let (Some(interpretation), Some(winner)) = (&it.interpretation, raw.get(it.to)) else { continue };
            let both = diagrams.and(*own, *winner);
            found.push(Displacement {
                winner: it.to,
                interpretation: interpretation.clone(),
                area: Area::new(both, possible, diagrams),
            });
        }
    }
    found
}
