//! One ruling: walks the compiled diagrams for one situation.

use super::compile::{CheckRow, Compiled, OutcomeId};
use super::rows::{Source, StepRow};
use crate::rulebook::ClauseId;
use crate::short::sort_and_dedup;
use crate::situation::{Cube, FactId, Ref, Verdict};

/// What a rulebook demands of the documents in a situation.
pub(crate) struct Ruling<'a> {
    /// Every outcome that some document has; one alone is certain.
    pub(crate) outcomes: Vec<RuledOutcome>,
    /// Every step that some document demands.
    pub(crate) steps: Vec<RuledStep<'a>>,
    /// Every finding that all documents get.
    pub(crate) checks: Vec<&'a CheckRow>,
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
    pub(crate) sources: Vec<(&'a Source, bool)>,
}

impl Compiled {
    /// The signing question alone: the outcomes that some document has.
    pub(crate) fn decide(&self, cube: &Cube) -> Vec<OutcomeId> {
        self.diagrams.terminals(self.signing, cube).into_iter().map(|it| it as usize).collect()
    }

    /// Everything.
    pub(crate) fn rule(&self, cube: &Cube) -> Ruling<'_> {
        let mut open_for_steps = Vec::new();
        let steps = self.steps.iter().filter_map(|row| self.rule_step(row, cube, &mut open_for_steps)).collect();
        let mut checks = Vec::new();
        for row in &self.checks {
            match self.diagrams.verdict(row.region, cube) {
                Verdict::Always => checks.push(row),
                Verdict::Sometimes => open_for_steps.extend(self.diagrams.relevant(row.region, cube)),
                Verdict::Never => {}
            }
        }
        sort_and_dedup(&mut open_for_steps);
        let outcomes = self.rule_signing(cube);
        let open_for_signing = if outcomes.len() > 1 { self.diagrams.relevant(self.signing, cube) } else { Vec::new() };
        Ruling { outcomes, steps, checks, open_for_signing, open_for_steps }
    }

    fn rule_signing(&self, cube: &Cube) -> Vec<RuledOutcome> {
        let leaves = self.diagrams.terminals(self.speaking, cube);
        self.decide(cube)
            .into_iter()
            .map(|outcome| {
                let behind: Vec<&Vec<ClauseId>> = leaves
                    .iter()
                    .filter(|leaf| self.outcome_of_leaf.get(**leaf as usize) == Some(&outcome))
                    .filter_map(|leaf| self.leaves.get(*leaf as usize))
                    .collect();
                let number = u32::try_from(outcome).unwrap_or(u32::MAX);
                let around = self.diagrams.project(self.signing, cube, &|it| it == number);
                RuledOutcome {
                    outcome,
                    around: around.unwrap_or_else(|| cube.clone()),
                    clauses: clauses_behind(&behind),
                }
            })
            .collect()
    }

    fn rule_step<'a>(&'a self, row: &'a StepRow, cube: &Cube, open: &mut Vec<FactId>) -> Option<RuledStep<'a>> {
        let certain = match self.diagrams.verdict(row.region, cube) {
            Verdict::Never => return None,
            Verdict::Always => true,
            Verdict::Sometimes => {
                open.extend(self.diagrams.relevant(row.region, cube));
                false
            }
        };
        let sources = row
            .sources
            .iter()
            .filter_map(|(source, region)| match self.diagrams.verdict(*region, cube) {
                Verdict::Never => None,
                verdict => Some((source, verdict == Verdict::Always)),
            })
            .collect();
        let around = if certain { None } else { self.diagrams.project(row.region, cube, &|it| it == 1) };
        Some(RuledStep { row, certain, around, sources })
    }

    /// Why `winner` goes before others in this situation, where that is the author's reading.
    pub(crate) fn displacements_by(&self, winner: ClauseId, cube: &Cube) -> impl Iterator<Item = &str> {
        self.displacements
            .iter()
            .filter(move |it| it.winner == winner && self.diagrams.verdict(it.region, cube) != Verdict::Never)
            .map(|it| it.interpretation.as_str())
    }

    /// How a clause that stands by itself (a note, an absence, a circled name) lies to the situation.
    pub(crate) fn stands(&self, clause: ClauseId, cube: &Cube) -> Verdict {
        self.standing.get(clause).map_or(Verdict::Never, |region| self.diagrams.verdict(*region, cube))
    }

    /// Whether the answer for `cube` differs from that for `freed`, where these facts are unknown.
    pub(crate) fn rests_on(&self, facts: &[FactId], cube: &Cube, freed: &Cube) -> bool {
        let differs = |region: Ref, support: &[FactId]| {
            facts.iter().any(|fact| support.contains(fact))
                && self.diagrams.verdict(region, cube) != self.diagrams.verdict(region, freed)
        };
        self.decide(cube) != self.decide(freed)
            || self.steps.iter().any(|row| differs(row.region, &row.support))
            || self.checks.iter().any(|row| differs(row.region, &row.support))
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
