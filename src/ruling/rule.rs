//! One ruling: walks the compiled diagrams for one situation.

use super::compile::{CheckRow, Compiled, OutcomeId};
use super::rows::{Source, StepRow};
use crate::rulebook::ClauseId;
use crate::short::sort_and_dedup;
use crate::situation::{Area, Cube, FactId, Verdict};

/// What a rulebook demands of the documents in a situation.
pub(crate) struct Ruling<'a> {
    /// Every outcome that some document has; one alone is certain.
    pub(crate) outcomes: Vec<RuledOutcome>,
    /// Every step that some document demands.
    pub(crate) steps: Vec<RuledStep<'a>>,
    /// Every finding that all documents get.
    pub(crate) checks: Vec<&'a CheckRow>,
    /// Findings that some documents get.
    pub(crate) possible_checks: Vec<&'a CheckRow>,
    /// Unknown facts that can still change the signing.
    pub(crate) open_for_signing: Vec<FactId>,
    /// Unknown facts that can still change a step or a finding.
    pub(crate) open_for_steps: Vec<FactId>,
}

pub(crate) struct RuledOutcome {
    pub(crate) outcome: OutcomeId,
    /// The smallest cube around the documents with this outcome.
    pub(crate) around: Cube,
    /// The clauses behind it: those behind every such document first, each part in the order of the text.
    pub(crate) clauses: Vec<ClauseId>,
}

pub(crate) struct RuledStep<'a> {
    pub(crate) row: &'a StepRow,
    pub(crate) certain: bool,
    /// For a possible step: the smallest cube around the documents that demand it.
    pub(crate) around: Option<Cube>,
    /// Those who demand it in some document, with whether they do in all.
    pub(crate) sources: Vec<(Source, bool)>,
}

impl Compiled {
    /// The signing question alone: the outcomes that some document has.
    pub(crate) fn decide(&self, cube: &Cube) -> Vec<OutcomeId> {
        self.diagrams.terminals(self.signing, cube).into_iter().map(|it| it as usize).collect()
    }

    pub(crate) fn verdict(&self, area: &Area, cube: &Cube) -> Verdict {
        area.verdict(cube, &self.diagrams)
    }

    /// Everything.
    pub(crate) fn rule(&self, cube: &Cube) -> Ruling<'_> {
        let mut open_for_steps = Vec::new();
        let steps = self.steps.iter().filter_map(|row| self.rule_step(row, cube, &mut open_for_steps)).collect();
        let (mut checks, mut possible_checks) = (Vec::new(), Vec::new());
        for row in &self.checks {
            match self.verdict(&row.area, cube) {
                Verdict::Always => checks.push(row),
                Verdict::Sometimes => {
                    possible_checks.push(row);
                    open_for_steps.extend(row.area.relevant(cube, &self.diagrams));
                }
                Verdict::Never => {}
            }
        }
        sort_and_dedup(&mut open_for_steps);
        let outcomes = self.rule_signing(cube);
        let open_for_signing =
            if outcomes.len() > 1 { self.diagrams.relevant(self.signing, cube) } else { Vec::new() };
        Ruling { outcomes, steps, checks, possible_checks, open_for_signing, open_for_steps }
    }

    fn rule_signing(&self, cube: &Cube) -> Vec<RuledOutcome> {
        let leaves = self.diagrams.terminals(self.speaking, cube);
        let outcomes = self.decide(cube);
        let around = self.around_outcomes(&outcomes, cube);
        outcomes
            .into_iter()
            .zip(around)
            .map(|(outcome, around)| {
                let behind: Vec<&Vec<ClauseId>> = leaves
                    .iter()
                    .filter(|leaf| self.outcome_of_leaf.get(**leaf as usize) == Some(&outcome))
                    .filter_map(|leaf| self.leaves.get(*leaf as usize))
                    .collect();
                RuledOutcome { outcome, around, clauses: clauses_behind(&behind) }
            })
            .collect()
    }

    /// For each outcome, the smallest cube around its documents.
    fn around_outcomes(&self, outcomes: &[OutcomeId], cube: &Cube) -> Vec<Cube> {
        if outcomes.len() < 2 {
            return outcomes.iter().map(|_| cube.clone()).collect();
        }
        let mut around = vec![cube.clone(); outcomes.len()];
        let all = u32::try_from(self.outcomes.len()).unwrap_or(u32::MAX);
        for first in (0..all).step_by(64) {
            let spread = self.diagrams.spread(self.signing, cube, first);
            for (outcome, around) in outcomes.iter().zip(&mut around) {
                let Some(bit) = outcome.checked_sub(first as usize).filter(|bit| *bit < 64) else { continue };
                for (fact, values) in (0..).zip(&spread) {
                    let mask = (0..).zip(values).filter(|(_, reached)| **reached >> bit & 1 == 1);
                    around.set(fact, mask.fold(0, |mask, (value, _)| mask | 1 << value));
                }
            }
        }
        around
    }

    fn rule_step<'a>(&'a self, row: &'a StepRow, cube: &Cube, open: &mut Vec<FactId>) -> Option<RuledStep<'a>> {
        let certain = match self.verdict(&row.area, cube) {
            Verdict::Never => return None,
            Verdict::Always => true,
            Verdict::Sometimes => {
                open.extend(row.area.relevant(cube, &self.diagrams));
                false
            }
        };
        let sources = row
            .sources
            .iter()
            .filter_map(|(source, area)| match self.verdict(area, cube) {
                Verdict::Never => None,
                verdict => Some((*source, verdict == Verdict::Always)),
            })
            .collect();
        let around = if certain { None } else { row.area.around(cube, &self.diagrams) };
        Some(RuledStep { row, certain, around, sources })
    }

    /// Why `winner` goes before others in this situation, where that is the author's reading.
    pub(crate) fn displacements_by(&self, winner: ClauseId, cube: &Cube) -> impl Iterator<Item = &str> {
        self.displacements
            .iter()
            .filter(move |it| it.winner == winner && self.verdict(&it.area, cube) != Verdict::Never)
            .map(|it| it.interpretation.as_str())
    }

    /// How a clause that stands by itself (a note, an absence, a circled name) lies to the situation.
    pub(crate) fn stands(&self, clause: ClauseId, cube: &Cube) -> Verdict {
        self.standing.get(clause).map_or(Verdict::Never, |area| self.verdict(area, cube))
    }

    /// Whether the answer for `cube` differs from that for `freed`, where these facts are unknown.
    pub(crate) fn rests_on(&self, facts: &[FactId], cube: &Cube, freed: &Cube) -> bool {
        let differs = |area: &Area| {
            facts.iter().any(|fact| area.support.contains(fact))
                && self.verdict(area, cube) != self.verdict(area, freed)
        };
        self.decide(cube) != self.decide(freed)
            || self.steps.iter().any(|row| differs(&row.area))
            || self.checks.iter().any(|row| differs(&row.area))
    }
}

/// Those in every leaf first, then those in some; each part in the order of the text, which is the order of ids.
fn clauses_behind(leaves: &[&Vec<ClauseId>]) -> Vec<ClauseId> {
    let mut all: Vec<ClauseId> = leaves.iter().flat_map(|leaf| leaf.iter().copied()).collect();
    sort_and_dedup(&mut all);
    let (mut everywhere, somewhere): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|clause| leaves.iter().all(|leaf| leaf.contains(clause)));
    everywhere.extend(somewhere);
    everywhere
}
