//! The signing question: the possible documents divided by who signs them.

use super::agree::{Outcome, outcome};
use super::asking::Asking;
use super::compile::{intern, raw_regions, remaining};
use super::higher::HigherText;
use crate::memory::Memory;
use crate::rulebook::{Clause, ClauseId, Definition, Layer, OWN};
use crate::short::{CollectVec, PushAll, sort_and_dedup};
use crate::situation::{Cube, Diagrams, FactId, Possible, Ref, Situation, Toll, Way};
use std::sync::Arc;

/// Index of an outcome in [`SigningQuestion::outcomes`].
pub(crate) type OutcomeId = usize;

/// Who signs, worked out for every possible document.
pub(crate) struct SigningQuestion {
    pub(super) diagrams: Diagrams,
    /// For each document, the set of clauses that speak about its signature: an index into `leaves`.
    speaking: Ref,
    leaves: Vec<Vec<ClauseId>>,
    outcome_of_leaf: Vec<OutcomeId>,
    /// For each document, its outcome.
    signing: Ref,
    pub(crate) outcomes: Vec<Outcome>,
    /// The facts on which the answer turns.
    pub(crate) support: Vec<FactId>,
    /// What the texts on which the rulebook stands say beside it.
    pub(crate) higher: Vec<HigherText>,
    pub(crate) asking: Asking,
    /// Every fact on which some answer here depends.
    facts: Vec<FactId>,
    terminals: Memory<Vec<u32>>,
    ruled: Memory<Vec<RuledOutcome>>,
    relevant: Memory<Vec<FactId>>,
}

/// How many situations are remembered.
const REMEMBERED: usize = 512;

/// An outcome that is possible in a situation.
#[derive(Clone, Debug)]
pub(crate) struct RuledOutcome {
    pub(crate) outcome: OutcomeId,
    /// The smallest cube around the documents with this outcome.
    pub(crate) around: Cube,
    /// The clauses behind it: those behind every such document first, each part in the order of the text.
    pub(crate) clauses: Vec<ClauseId>,
    /// The sets of clauses that bring it about together, one set or another.
    pub(crate) together: Vec<Vec<ClauseId>>,
}

impl SigningQuestion {
    pub(crate) fn new(definition: &Definition) -> Self {
        let mut diagrams = Diagrams::linked_first(&definition.space);
        let impossible = Possible::new(&definition.space, &mut diagrams).impossible;
        let raw = raw_regions(definition, &mut diagrams);
        let support = support(definition, &raw, &diagrams);
        let regions = remaining(definition, &raw, false, &mut diagrams);
        let divide = |layer, diagrams: &mut Diagrams| Division::new(definition, layer, &regions, impossible, diagrams);
        let mut own = divide(OWN, &mut diagrams);
        let mut higher: Vec<HigherText> = Vec::new();
        for layer in 1..=definition.higher.len() {
            let division = divide(layer, &mut diagrams);
            if let Some(text) = HigherText::new(layer, &own, division, definition, &mut diagrams) {
                higher.push(text);
            }
        }
        let mut facts = support.clone();
        for clause in definition.clauses.iter().filter(|it| it.signing.is_some()) {
            facts.push_all(clause.applies.facts());
        }
        let mut roots = vec![&mut own.speaking, &mut own.signing];
        for text in &mut higher {
            let [speaking, relation] = text.roots();
            roots.push(speaking);
            roots.push(relation);
        }
        for root in &roots {
            facts.append(&mut diagrams.support(**root));
        }
        diagrams.finish(roots);
        sort_and_dedup(&mut facts);
        let Division { speaking, leaves, outcome_of_leaf, signing, outcomes } = own;
        let asking = Asking::new(definition);
        Self {
            diagrams,
            speaking,
            leaves,
            outcome_of_leaf,
            signing,
            outcomes,
            support,
            higher,
            asking,
            facts,
            terminals: Memory::new(REMEMBERED),
            ruled: Memory::new(REMEMBERED),
            relevant: Memory::new(REMEMBERED),
        }
    }

    /// The diagrams, open for building, with which clauses speak and with the outcome.
    #[cfg(feature = "tools")]
    pub(crate) fn reopened(&self) -> (Diagrams, Ref, Ref) {
        (self.diagrams.reopened(), self.speaking, self.signing)
    }

    /// The clauses that speak together in a part of the space.
    #[cfg(feature = "tools")]
    pub(crate) fn leaf(&self, leaf: u32) -> &[ClauseId] {
        self.leaves.get(leaf as usize).map_or(&[], Vec::as_slice)
    }

    /// The parts in which documents of a situation lie.
    #[cfg(feature = "tools")]
    pub(crate) fn parts(&self, situation: &Situation) -> Vec<u32> {
        self.diagrams.terminals(self.speaking, situation)
    }

    /// The outcome of a part.
    #[cfg(feature = "tools")]
    pub(crate) fn outcome_of(&self, leaf: u32) -> Option<&Outcome> {
        self.outcome_of_leaf.get(leaf as usize).and_then(|it| self.outcomes.get(*it))
    }

    /// The sets of clauses that speak together about some document.
    #[cfg(test)]
    pub(crate) fn leaves(&self) -> &[Vec<ClauseId>] {
        &self.leaves
    }

    /// The outcomes that some document has.
    pub(crate) fn decide(&self, situation: &Situation) -> Vec<OutcomeId> {
        self.terminals(self.signing, situation).iter().map(|it| *it as usize).collect_vec()
    }

    /// The terminals that documents of a situation reach.
    pub(super) fn terminals(&self, root: Ref, situation: &Situation) -> Arc<Vec<u32>> {
        let numbers = self.numbers(root, situation);
        self.terminals.get(&numbers, &mut || self.diagrams.terminals(root, situation))
    }

    /// All on which an answer depends that a diagram gives.
    fn numbers(&self, root: Ref, situation: &Situation) -> Vec<u32> {
        let mut numbers = Vec::with_capacity(self.facts.len() + 1);
        numbers.push(u32::try_from(root.place()).unwrap_or(u32::MAX));
        for fact in &self.facts {
            numbers.push(situation.get(*fact));
        }
        numbers
    }

    /// The cheapest way to a document with one of these outcomes; with `inside`, by facts that are open there alone.
    pub(super) fn way(&self, wanted: &[OutcomeId], inside: Option<&Situation>, toll: Toll<'_>) -> Option<Way> {
        let wanted = &|outcome| wanted.iter().any(|it| u32::try_from(*it) == Ok(outcome));
        match inside {
            Some(situation) => {
                let (small, root) = self.diagrams.within(self.signing, situation);
                small.nearest(root, Ref::FALSE, wanted, toll)
            }
            None => self.diagrams.nearest(self.signing, Ref::FALSE, wanted, toll),
        }
    }

    /// The open facts that can still change the outcome, the best to ask first.
    pub(crate) fn relevant(&self, situation: &Situation) -> Vec<FactId> {
        let numbers = self.numbers(self.signing, situation);
        let best_first = || self.asking.best_first(&self.diagrams.within(self.signing, situation).0, situation);
        self.relevant.get(&numbers, &mut &best_first).to_vec()
    }

    /// The open facts that can still change what another diagram says.
    pub(super) fn relevant_to(&self, root: Ref, situation: &Situation) -> Vec<FactId> {
        let numbers = self.numbers(root, situation);
        self.relevant.get(&numbers, &mut || self.diagrams.relevant(root, situation)).to_vec()
    }

    /// The outcomes with what is around them and behind them.
    pub(crate) fn rule(&self, situation: &Situation) -> Vec<RuledOutcome> {
        let numbers = self.numbers(self.signing, situation);
        let mut ruled = self.ruled.get(&numbers, &mut || self.work_out(situation)).to_vec();
        for it in &mut ruled {
            let remembered = std::mem::replace(&mut it.around, Cube::clone(situation));
            for fact in &self.facts {
                it.around.set(*fact, remembered.get(*fact));
            }
        }
        ruled
    }

    fn work_out(&self, situation: &Situation) -> Vec<RuledOutcome> {
        let leaves = self.terminals(self.speaking, situation);
        let outcomes = self.decide(situation);
        let around = self.around(&outcomes, situation);
        outcomes
            .into_iter()
            .zip(around)
            .map(|(outcome, around)| {
                let together: Vec<Vec<ClauseId>> = leaves
                    .iter()
                    .filter(|leaf| self.outcome_of_leaf.get(**leaf as usize) == Some(&outcome))
                    .filter_map(|leaf| self.leaves.get(*leaf as usize).cloned())
                    .collect_vec();
                RuledOutcome { outcome, around, clauses: clauses_behind(&together), together }
            })
            .collect_vec()
    }

    /// For each outcome, the smallest cube around its documents.
    fn around(&self, outcomes: &[OutcomeId], situation: &Situation) -> Vec<Cube> {
        let mut around = vec![Cube::clone(situation); outcomes.len()];
        if outcomes.len() < 2 {
            return around;
        }
        let all = u32::try_from(self.outcomes.len()).unwrap_or(u32::MAX);
        for first in (0..all).step_by(64) {
            let bit = |outcome: u32| outcome.checked_sub(first).filter(|bit| *bit < 64);
            let spread =
                self.diagrams.spread(self.signing, situation, &|outcome| bit(outcome).map_or(0, |bit| 1 << bit));
            for (outcome, around) in outcomes.iter().zip(&mut around) {
                if let Some(bit) = u32::try_from(*outcome).ok().and_then(bit) {
                    *around = spread.around(bit, situation);
                }
            }
        }
        around
    }
}

/// The possible documents divided by who signs them under the rulebook's own text: for each the number of its outcome.
#[cfg(feature = "tools")]
pub(crate) fn outcomes_over(definition: &Definition, impossible: Ref, diagrams: &mut Diagrams) -> (Ref, Vec<Outcome>) {
    let raw = raw_regions(definition, diagrams);
    let regions = remaining(definition, &raw, false, diagrams);
    let own = Division::new(definition, OWN, &regions, impossible, diagrams);
    (own.signing, own.outcomes)
}

/// The possible documents divided by who signs them under one text.
pub(super) struct Division {
    pub(super) speaking: Ref,
    pub(super) leaves: Vec<Vec<ClauseId>>,
    outcome_of_leaf: Vec<OutcomeId>,
    pub(super) signing: Ref,
    pub(super) outcomes: Vec<Outcome>,
}

impl Division {
    fn new(definition: &Definition, layer: Layer, regions: &[Ref], impossible: Ref, diagrams: &mut Diagrams) -> Self {
        let (speaking, leaves) = partition(definition, layer, regions, impossible, diagrams);
        let mut outcomes: Vec<Outcome> = Vec::new();
        let outcome_of_leaf: Vec<OutcomeId> = leaves
            .iter()
            .map(|leaf| intern(&mut outcomes, outcome(leaf, &definition.clauses, &definition.roles)))
            .collect_vec();
        let signing = diagrams.combine(speaking, Ref::FALSE, &mut |leaf, _| {
            let outcome = outcome_of_leaf.get(leaf as usize).copied().unwrap_or(0);
            Ref::terminal(u32::try_from(outcome).unwrap_or(0))
        });
        Self { speaking, leaves, outcome_of_leaf, signing, outcomes }
    }
}

/// The space divided by which clauses of a text speak about the signature.
fn partition(
    definition: &Definition,
    layer: Layer,
    speaking: &[Ref],
    impossible: Ref,
    diagrams: &mut Diagrams,
) -> (Ref, Vec<Vec<ClauseId>>) {
    let mut leaves: Vec<Vec<ClauseId>> = vec![Vec::new()];
    let mut root = diagrams.where_possible(Ref::terminal(0), impossible);
    for (id, (clause, region)) in definition.clauses.iter().zip(speaking).enumerate() {
        if clause.layer != layer || clause.signing.is_none() {
            continue;
        }
        // For each leaf so far, the one that has this clause as well: no other leaf can be the same.
        let mut with_it = vec![None; leaves.len()];
        root = diagrams.change(root, *region, &mut |leaf| {
            let Some(known) = with_it.get_mut(leaf as usize) else { return Ref::terminal(leaf) };
            *known.get_or_insert_with(|| {
                let mut with: Vec<ClauseId> = leaves.get(leaf as usize).cloned().unwrap_or_default();
                with.push(id);
                leaves.push(with);
                Ref::terminal(u32::try_from(leaves.len() - 1).unwrap_or(0))
            })
        });
    }
    (root, leaves)
}

/// The facts on which some clause of the rulebook itself turns that signs, or before which one gives way.
fn support(definition: &Definition, raw: &[Ref], diagrams: &Diagrams) -> Vec<FactId> {
    let signs = |clause: &Clause| clause.layer == OWN && clause.signing.is_some();
    let signing = definition.clauses.iter().enumerate().filter(|(_, clause)| signs(clause));
    let regions = signing.flat_map(|(id, clause)| clause.yields.iter().map(|it| it.to).chain([id]));
    let mut facts: Vec<FactId> =
        regions.filter_map(|id| raw.get(id)).flat_map(|region| diagrams.support(*region)).collect_vec();
    sort_and_dedup(&mut facts);
    facts
}

/// Those in every leaf first, then those in some; each part in the order of the text, which is the order of ids.
pub(super) fn clauses_behind(leaves: &[Vec<ClauseId>]) -> Vec<ClauseId> {
    let mut all: Vec<ClauseId> = leaves.iter().flat_map(|leaf| leaf.iter().copied()).collect_vec();
    sort_and_dedup(&mut all);
    let (mut everywhere, somewhere): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|clause| leaves.iter().all(|leaf| leaf.contains(clause)));
    everywhere.push_all(somewhere);
    everywhere
}
