//! What a text on which the rulebook stands says beside it: where the two part over the signature, and where the higher
//! one alone speaks of it.
//!
//! Decides nothing: the rulebook's own answer stays what it is.

use super::agree::{Outcome, exceeds};
use super::rule::Ruling;
use super::signing::{Division, SigningQuestion, clauses_behind};
use crate::rulebook::{ClauseId, Definition, Layer, Signing};
use crate::situation::{Diagrams, FactId, Ref, Situation};

/// How the rulebook and a higher text lie to each other over one document: the terminals of [`HigherText::relation`].
pub(crate) type Relation = u32;

/// There is nothing to be told.
pub(crate) const BESIDE: Relation = 0;
/// The rulebook lets somebody sign whom the higher text does not.
pub(crate) const EXCEEDED: Relation = 1;
/// The rulebook is silent; the higher text is not.
pub(crate) const ALONE: Relation = 2;

pub(super) fn between(own: &Outcome, higher: &Outcome, definition: &Definition) -> Relation {
    match (own, higher) {
        (Outcome::Silent, Outcome::Settled(Signing::Sign(_))) => ALONE,
        _ if exceeds(own, higher, &definition.roles) => EXCEEDED,
        _ => BESIDE,
    }
}

/// A higher text that speaks about signatures.
pub(crate) struct HigherText {
    pub(crate) layer: Layer,
    /// For each document, which of its clauses speak: an index into `leaves`.
    speaking: Ref,
    leaves: Vec<Vec<ClauseId>>,
    /// For each document, how the two lie to each other.
    relation: Ref,
    pub(crate) support: Vec<FactId>,
}

impl HigherText {
    /// Nothing where the text says nothing about signatures.
    pub(super) fn new(
        layer: Layer,
        own: &Division,
        higher: Division,
        definition: &Definition,
        diagrams: &mut Diagrams,
    ) -> Option<Self> {
        let relation = diagrams.combine(own.signing, higher.signing, &mut |own_outcome, outcome| {
            let both = own.outcomes.get(own_outcome as usize).zip(higher.outcomes.get(outcome as usize));
            Ref::terminal(both.map_or(BESIDE, |(own, higher)| between(own, higher, definition)))
        });
        let support = diagrams.support(relation);
        (higher.leaves.len() > 1).then_some(Self {
            layer,
            speaking: higher.speaking,
            leaves: higher.leaves,
            relation,
            support,
        })
    }

    /// The diagrams that must be kept.
    pub(super) fn roots(&mut self) -> [&mut Ref; 2] {
        [&mut self.speaking, &mut self.relation]
    }
}

/// A higher text with what is so of all documents.
pub(crate) struct RuledHigher {
    pub(crate) relation: Relation,
    pub(crate) clauses: Vec<ClauseId>,
}

impl SigningQuestion {
    /// The relations that some document has.
    pub(crate) fn relations(&self, text: &HigherText, situation: &Situation) -> Vec<Relation> {
        self.terminals(text.relation, situation).to_vec()
    }

    /// The higher texts that count, added to what is ruled.
    pub(super) fn rule_higher<'a>(&'a self, lapsed: &[Layer], situation: &Situation, ruling: &mut Ruling<'a>) {
        for text in self.higher.iter().filter(|it| !lapsed.contains(&it.layer)) {
            match *self.relations(text, situation) {
                [BESIDE] => {}
                [relation] => {
                    let mut leaves = Vec::new();
                    for leaf in self.terminals(text.speaking, situation).iter() {
                        if let Some(clauses) = text.leaves.get(*leaf as usize) {
                            leaves.push(clauses.clone());
                        }
                    }
                    ruling.higher.push(RuledHigher { relation, clauses: clauses_behind(&leaves) });
                }
                _ => {
                    ruling.possible_higher.push(text);
                    ruling.open_for_steps.append(&mut self.relevant_to(text.relation, situation));
                }
            }
        }
    }
}
