//! Who signs under either rulebook, for every document that can be.

use super::align::Aligned;
use super::features::codes;
use super::{About, Difference, told};
use crate::proof::Survey;
use crate::route::outcome_words;
use crate::rulebook::{Definition, Signing};
use crate::ruling::{Outcome, intern, outcomes_over};
use crate::situation::{Diagrams, Possible, Ref};

/// The space divided by what both say about the signature.
pub(crate) struct Signings<'a> {
    pub(crate) survey: Survey<'a>,
    /// For each document, a pair of outcomes: an index into `pairs`.
    pub(crate) both: Ref,
    pub(crate) pairs: Vec<Pair>,
}

/// What two rulebooks say about the signature of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) before: String,
    pub(crate) after: String,
    /// Whether the same people do the same, whatever they are called.
    pub(crate) same: bool,
}

impl<'a> Signings<'a> {
    pub(crate) fn new(aligned: &'a Aligned) -> Self {
        let mut diagrams = Diagrams::linked_first(aligned.space());
        let possible = Possible::new(aligned.space(), &mut diagrams);
        let (before, of_before) = outcomes_over(&aligned.before, possible.impossible, &mut diagrams);
        let (after, of_after) = outcomes_over(&aligned.after, possible.impossible, &mut diagrams);
        let mut pairs: Vec<Pair> = Vec::new();
        let both = diagrams.combine(before, after, &mut |a, b| {
            let (Some(a), Some(b)) = (of_before.get(a as usize), of_after.get(b as usize)) else { return Ref::FALSE };
            let pair = Pair {
                before: outcome_words(a, &aligned.before),
                after: outcome_words(b, &aligned.after),
                same: key(a, &aligned.before) == key(b, &aligned.after),
            };
            Ref::terminal(u32::try_from(intern(&mut pairs, pair)).unwrap_or(0))
        });
        Self { survey: Survey::new(&aligned.before, diagrams, possible), both, pairs }
    }

    pub(crate) fn differences(&mut self, aligned: &Aligned) -> Vec<Difference> {
        let mut differences = Vec::new();
        for (number, pair) in (0_u32..).zip(&self.pairs).filter(|(_, pair)| !pair.same) {
            let region = self.survey.diagrams.chosen(self.both, &|it| it == number);
            differences.extend(told(&mut self.survey, aligned, region, About::Signing, &pair.before, &pair.after));
        }
        differences
    }
}

/// An outcome by act, modality and role, so that 县长 here is 区长 there.
fn key(outcome: &Outcome, definition: &Definition) -> Vec<String> {
    match outcome {
        Outcome::Silent => vec!["未规定".to_owned()],
        Outcome::Settled(signing) => demand(signing, definition),
        Outcome::Conflict(sides) => {
            let mut sides: Vec<String> = sides.iter().map(|side| demand(side, definition).join(",")).collect();
            sides.sort_unstable();
            sides.insert(0, "冲突".to_owned());
            sides
        }
    }
}

fn demand(signing: &Signing, definition: &Definition) -> Vec<String> {
    let Signing::Sign(options) = signing else { return vec!["另有规定".to_owned()] };
    options
        .iter()
        .map(|option| {
            let title = option.decided_by.as_deref().unwrap_or_default();
            let decided_by = definition.roles.iter().find(|role| role.title == title).map_or(title, |it| &it.code);
            let (act, modality) = (option.act.term(), option.modality.term());
            format!("{modality}{act}{:?}{}{decided_by}", option.choice, codes(&option.signers, definition))
        })
        .collect()
}
