//! Which of the open facts to ask first.
//!
//! The best is the one after whose answer two documents of the situation, drawn at random, have least often different
//! outcomes (Gini's measure: as good as entropy here, and it needs no logarithm). What most documents are asked anyway goes
//! a little before what only some are. Ties, to a thousandth, are broken by the order in which the rulebook names the facts;
//! the measure is so coarse that they are common, and an answer seldom reshuffles what is left.

use crate::rulebook::Definition;
use crate::short::{CollectVec, sort_by_key};
use crate::situation::{Cube, Diagrams, FactId, NO, Weighed, fixed};
use crate::vocabulary::NONE;

/// What is known beforehand of each fact.
pub(crate) struct Asking {
    /// The value that says no (否, 无), where there is one.
    word_for_no: Vec<u32>,
    /// That a paper records no meeting.
    no_meeting: u32,
    /// The facts as the clauses name them, in the order of the text, those of higher texts last.
    named: Vec<FactId>,
}

impl Asking {
    pub(super) fn new(definition: &Definition) -> Self {
        let mut named: Vec<FactId> = Vec::new();
        for clause in &definition.clauses {
            let mut facts: Vec<FactId> = clause.applies.facts().chain(clause.except.facts()).collect_vec();
            // How a clause writes its conditions means nothing: the order of the vocabulary.
            sort_by_key(&mut facts, |fact| *fact);
            for fact in facts {
                if !named.contains(&fact) {
                    named.push(fact);
                }
            }
        }
        let facts = definition.space.facts.iter();
        let mut word_for_no: Vec<u32> =
            facts.map(|it| if it.yes_no { NO } else { it.mask(NONE).unwrap_or(0) }).collect_vec();
        let no_meeting = word_for_no.get_mut(usize::from(fixed::MINUTES_OF)).map_or(0, std::mem::take);
        Self { word_for_no, no_meeting, named }
    }

    /// How likely a value is. No is as likely as two other values: most matters are not those of a given paper, but where
    /// it is open whether one is, that is not much to go by.
    fn odds(&self, fact: FactId, value: usize) -> u32 {
        let no = self.word_for_no.get(usize::from(fact)).copied().unwrap_or(0);
        1 + (no >> value & 1)
    }

    /// The facts on which a diagram turns that lies within a cube, the best to ask first.
    pub(super) fn best_first(&self, inside: &Diagrams, cube: &Cube) -> Vec<FactId> {
        let weighed = inside.weigh(cube, &|fact, value| self.odds(fact, value));
        let mut ranked: Vec<(FactId, i32)> = Vec::new();
        for it in &weighed {
            ranked.push((it.fact, if self.is_too_early(it.fact, cube) { i32::MAX } else { unsettled(it) }));
        }
        sort_by_key(&mut ranked, |(fact, unsettled)| (*unsettled, self.place(*fact)));
        ranked.into_iter().map(|(fact, _)| fact).collect_vec()
    }

    /// Which meeting a 纪要 is of is asked once it is one: who has none could not answer.
    pub(crate) fn is_too_early(&self, fact: FactId, cube: &Cube) -> bool {
        fact == fixed::MINUTES_OF && cube.get(fact) & self.no_meeting != 0
    }

    /// Where the rulebook names a fact.
    pub(crate) fn place(&self, fact: FactId) -> (usize, FactId) {
        (self.named.iter().position(|it| *it == fact).unwrap_or(self.named.len()), fact)
    }
}

/// How little is settled once a fact is known, in thousandths.
fn unsettled(it: &Weighed) -> i32 {
    let (mut all, mut differ) = (0.0, 0.0);
    for weights in &it.values {
        let sum: f64 = weights.iter().sum();
        if sum > 0.0 {
            all += sum;
            differ += sum - weights.iter().map(|it| it * it).sum::<f64>() / sum;
        }
    }
    #[allow(clippy::cast_possible_truncation, reason = "between -100 and 1000")]
    let thousandths = (1000.0 * (differ - it.passed / 10.0) / all + 0.5).floor() as i32;
    thousandths
}
