//! One ruling: walks the compiled diagrams for one situation.

use super::compile::{CheckRow, Compiled};
use super::higher::{HigherText, RuledHigher};
use super::rows::{Source, StepRow};
use super::signing::{OutcomeId, RuledOutcome};
use crate::rulebook::{ClauseId, Layer};
use crate::short::{CollectVec, sort_and_dedup};
use crate::situation::{Area, Cube, FactId, Situation, Verdict};

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
    /// What the higher texts say beside all documents.
    pub(crate) higher: Vec<RuledHigher>,
    /// The higher texts that lie differently to different documents.
    pub(crate) possible_higher: Vec<&'a HigherText>,
    /// Unknown facts that can still change the signing.
    pub(crate) open_for_signing: Vec<FactId>,
    /// Unknown facts that can still change a step or a finding.
    pub(crate) open_for_steps: Vec<FactId>,
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
    pub(crate) fn decide(&self, situation: &Situation) -> Vec<OutcomeId> {
        self.signing.decide(situation)
    }

    pub(crate) fn verdict(&self, area: &Area, situation: &Situation) -> Verdict {
        area.verdict(situation, &self.diagrams)
    }

    /// Everything, without the words of higher texts that are not in force.
    pub(crate) fn rule(&self, situation: &Situation, lapsed: &[Layer]) -> Ruling<'_> {
        let mut open_for_steps = Vec::new();
        let steps =
            self.steps.iter().filter_map(|row| self.rule_step(row, situation, &mut open_for_steps)).collect_vec();
        let (mut checks, mut possible_checks) = (Vec::new(), Vec::new());
        for row in self.checks.iter().filter(|row| !lapsed.contains(&row.layer)) {
            match self.verdict(&row.area, situation) {
                Verdict::Always => checks.push(row),
                Verdict::Sometimes => {
                    possible_checks.push(row);
                    open_for_steps.append(&mut row.area.relevant(situation, &self.diagrams));
                }
                Verdict::Never => {}
            }
        }
        let outcomes = self.signing.rule(situation);
        let open_for_signing = if outcomes.len() > 1 { self.signing.relevant(situation) } else { Vec::new() };
        let (higher, possible_higher) = (Vec::new(), Vec::new());
        let mut ruling = Ruling {
            outcomes,
            steps,
            checks,
            possible_checks,
            higher,
            possible_higher,
            open_for_signing,
            open_for_steps,
        };
        self.signing.rule_higher(lapsed, situation, &mut ruling);
        sort_and_dedup(&mut ruling.open_for_steps);
        ruling
    }

    fn rule_step<'a>(
        &'a self,
        row: &'a StepRow,
        situation: &Situation,
        open: &mut Vec<FactId>,
    ) -> Option<RuledStep<'a>> {
        let certain = match self.verdict(&row.area, situation) {
            Verdict::Never => return None,
            Verdict::Always => true,
            Verdict::Sometimes => {
                open.append(&mut row.area.relevant(situation, &self.diagrams));
                false
            }
        };
        let sources = row
            .sources
            .iter()
            .filter_map(|(source, area)| match self.verdict(area, situation) {
                Verdict::Never => None,
                verdict => Some((*source, verdict == Verdict::Always)),
            })
            .collect_vec();
        self.open_limits(row, situation, open);
        let around = if certain { None } else { row.area.around(situation, &self.diagrams) };
        Some(RuledStep { row, certain, around, sources })
    }

    /// A time limit is part of a step: whoever may still set one leaves its facts open.
    fn open_limits(&self, row: &StepRow, situation: &Situation, open: &mut Vec<FactId>) {
        for (_, area) in row.sources.iter().filter(|(source, _)| source.sets_limit()) {
            if self.verdict(area, situation) == Verdict::Sometimes {
                open.append(&mut area.relevant(situation, &self.diagrams));
            }
        }
    }

    /// Why `winner` goes before others in this situation, where that is the author's reading.
    pub(crate) fn displacements_by(&self, winner: ClauseId, situation: &Situation) -> impl Iterator<Item = &str> {
        self.displacements
            .iter()
            .filter(move |it| it.winner == winner && self.verdict(&it.area, situation) != Verdict::Never)
            .map(|it| it.interpretation.as_str())
    }

    /// How a clause that stands by itself (a note, an absence, a circled name) lies to the situation.
    pub(crate) fn stands(&self, clause: ClauseId, situation: &Situation) -> Verdict {
        self.standing.get(clause).map_or(Verdict::Never, |area| self.verdict(area, situation))
    }

    /// Whether the answer for `situation` differs from that for `freed`, where these facts are unknown.
    pub(crate) fn rests_on(
        &self,
        facts: &[FactId],
        (situation, freed): (&Situation, &Situation),
        lapsed: &[Layer],
    ) -> bool {
        let turns_on = |support: &[FactId]| facts.iter().any(|fact| support.contains(fact));
        let differs =
            |area: &Area| turns_on(&area.support) && self.verdict(area, situation) != self.verdict(area, freed);
        let parts = |text: &HigherText| {
            turns_on(&text.support) && self.signing.relations(text, situation) != self.signing.relations(text, freed)
        };
        (turns_on(&self.signing.support) && self.decide(situation) != self.decide(freed))
            || self.steps.iter().any(|row| differs(&row.area))
            || self.checks.iter().any(|row| !lapsed.contains(&row.layer) && differs(&row.area))
            || self.signing.higher.iter().any(|text| !lapsed.contains(&text.layer) && parts(text))
    }
}
