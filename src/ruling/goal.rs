//! What somebody wants of a ruling: how a situation lies to it, and which values are on the shortest way there.
//!
//! Knows outcomes and steps. Which changes a draft can state is not its affair.

use super::compile::Compiled;
use super::signing::OutcomeId;
use crate::situation::{FactId, Ref, Situation, Toll, Verdict, Way};

/// A signature, a step that comes, or a step that goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// One of these outcomes.
    Outcomes(Vec<OutcomeId>),
    /// One of these steps, by their place among [`Compiled::steps`].
    Come(Vec<usize>),
    /// No such step.
    Go(usize),
}

/// How many of the outcomes are wanted: all, some, or none.
pub(crate) fn share(wanted: &[OutcomeId], outcomes: &[OutcomeId]) -> Verdict {
    let had = outcomes.iter().filter(|it| wanted.contains(it)).count();
    if had == 0 {
        Verdict::Never
    } else if had < outcomes.len() {
        Verdict::Sometimes
    } else {
        Verdict::Always
    }
}

impl Compiled {
    /// Whether documents of a situation have what is wanted: all, some, or none.
    pub(crate) fn lies(&self, goal: &Goal, situation: &Situation) -> Verdict {
        let of_row = |row: usize| self.steps.get(row).map_or(Verdict::Never, |it| self.verdict(&it.area, situation));
        match goal {
            Goal::Outcomes(wanted) => share(wanted, &self.decide(situation)),
            Goal::Come(rows) => {
                let mut best = Verdict::Never;
                for row in rows {
                    best = best.max(of_row(*row));
                }
                best
            }
            // A step that may still come is not gone.
            Goal::Go(row) => {
                if of_row(*row) == Verdict::Never {
                    Verdict::Always
                } else {
                    Verdict::Never
                }
            }
        }
    }

    /// Whether a fact that no rule links to others can make a difference.
    pub(crate) fn turns_on(&self, goal: &Goal, fact: FactId) -> bool {
        let row = |row: &usize| self.steps.get(*row).is_some_and(|it| it.area.support.contains(&fact));
        match goal {
            Goal::Outcomes(_) => self.signing.support.contains(&fact),
            Goal::Come(rows) => rows.iter().any(row),
            Goal::Go(at) => row(at),
        }
    }

    /// The cheapest way to a document that has what is wanted. With `inside`, only facts that are still open there are on
    /// the way, and together they make it sure.
    pub(crate) fn way(&self, goal: &Goal, inside: Option<&Situation>, toll: Toll<'_>) -> Option<Way> {
        let step = |row: usize, wanted: u32| {
            let area = &self.steps.get(row)?.area;
            let wanted = &|terminal| terminal == wanted;
            match inside {
                Some(situation) => {
                    let (small, root) = area.within(situation, &self.diagrams);
                    small.nearest(root, Ref::FALSE, wanted, toll)
                }
                None => self.diagrams.nearest(area.region(), self.possible.impossible, wanted, toll),
            }
        };
        match goal {
            Goal::Outcomes(outcomes) => self.signing.way(outcomes, inside, toll),
            Goal::Come(rows) => {
                let mut best: Option<Way> = None;
                for row in rows {
                    let way = step(*row, 1);
                    if best.is_none() || way.as_ref().is_some_and(|way| best.as_ref().is_some_and(|it| way.0 < it.0)) {
                        best = way;
                    }
                }
                best
            }
            Goal::Go(row) => step(*row, 0),
        }
    }
}
