//! One ruling: walks the compiled diagrams for one situation.

use super::compile::{CheckRow, Compiled};
use super::higher::{HigherText, RuledHigher};
use super::rows::{Source, StepRow};
use super::signing::{OutcomeId, RuledOutcome};
use crate::rulebook::{ClauseId, Layer};
use crate::short::sort_and_dedup;
use crate::situation::{Area, Cube, FactId, Situation, Spread, Verdict};
use std::ops::Deref;
use std::sync::Arc;

/// Rows of steps are numbered from 0, findings from here.
const FIRST_CHECK: u32 = 1 << 16;
/// Clauses are numbered from here.
const FIRST_CLAUSE: u32 = 2 << 16;

/// What a rulebook demands of the documents in a situation.
pub(crate) struct Ruling<'a> {
    /// Every outcome that some document has; one alone is certain.
    pub(crate) outcomes: Vec<RuledOutcome>,
    /// Every step that some document demands.
    pub(crate) steps: Vec<RuledStep<'a>>,
    /// Every finding that all documents get.
    pub(crate) checks: Vec<&'a CheckRow>,
    /// Findings that some documents get.
    pub(crate) possible_checks: Vec<RuledCheck<'a>>,
    /// What the higher texts say beside all documents.
    pub(crate) higher: Vec<RuledHigher>,
    /// The higher texts that lie differently to different documents.
    pub(crate) possible_higher: Vec<&'a HigherText>,
    /// Unknown facts that can still change the signing.
    pub(crate) open_for_signing: Vec<FactId>,
    /// Unknown facts that can still change a step or a finding.
    pub(crate) open_for_steps: Vec<FactId>,
    /// Known facts that no rule links to others and without which some row would lie otherwise.
    pub(crate) turning: Vec<FactId>,
}

pub(crate) struct RuledStep<'a> {
    pub(crate) row: &'a StepRow,
    pub(crate) certain: bool,
    ruled: Arc<RuledRow>,
}

impl Deref for RuledStep<'_> {
    type Target = RuledRow;

    fn deref(&self) -> &RuledRow {
        &self.ruled
    }
}

/// A finding that some documents get.
pub(crate) struct RuledCheck<'a> {
    pub(crate) row: &'a CheckRow,
    pub(crate) ruled: Arc<RuledRow>,
}

/// How a row lies to a situation. It depends on nothing but the row's own facts, and on those that rules link where more
/// than one of its own is open and linked.
#[derive(Debug)]
pub(crate) struct RuledRow {
    verdict: Verdict,
    /// For a possible one: the smallest cube around the documents in question, as far as the row's own facts go.
    pub(crate) around: Option<Cube>,
    /// Those who demand it in some document, with whether they do in all.
    pub(crate) sources: Vec<(Source, bool)>,
    /// Unknown facts that can still change it.
    open: Vec<FactId>,
    /// For a possible one: for each of its open facts, the values with which it would be certain, and those with which it
    /// would be out of the question.
    answers: Vec<(FactId, u32, u32)>,
    turning: Vec<FactId>,
}

impl RuledRow {
    /// How the row would lie if an open fact had this value.
    pub(crate) fn after(&self, fact: FactId, mask: u32) -> Verdict {
        match self.answers.iter().find(|(it, ..)| *it == fact) {
            Some((_, certain, _)) if certain & mask != 0 => Verdict::Always,
            Some((_, _, never)) if never & mask != 0 => Verdict::Never,
            _ => Verdict::Sometimes,
        }
    }
}

impl Compiled {
    /// The signing question alone: the outcomes that some document has.
    pub(crate) fn decide(&self, situation: &Situation) -> Vec<OutcomeId> {
        self.signing.decide(situation)
    }

    pub(crate) fn verdict(&self, area: &Area, situation: &Situation) -> Verdict {
        area.verdict(situation, &self.diagrams)
    }

    /// The verdict on a row or a clause by its number: remembered, or worked out now.
    fn verdict_on(&self, number: u32, area: &Area, situation: &Situation) -> Verdict {
        match self.numbers(number, area, &[], situation) {
            Some(numbers) => *self.verdicts.get(&numbers, &mut || self.verdict(area, situation)),
            None => self.verdict(area, situation),
        }
    }

    /// All that an answer about a row depends on; nothing where it depends on more.
    fn numbers(&self, number: u32, area: &Area, sources: &[(Source, Area)], situation: &Situation) -> Option<Vec<u32>> {
        let mut numbers = Vec::with_capacity(64);
        numbers.push(number);
        let mut open_and_linked = 0;
        for area in sources.iter().map(|(_, area)| area).chain([area]) {
            for fact in &area.support {
                numbers.push(situation.get(*fact));
            }
            open_and_linked += area.open_and_linked(situation);
        }
        if open_and_linked > 1 {
            self.possible.add_linked(situation, &mut numbers);
        }
        situation.is_possible().then_some(numbers)
    }

    /// Everything, without the words of higher texts that are not in force.
    pub(crate) fn rule(&self, situation: &Situation, lapsed: &[Layer]) -> Ruling<'_> {
        let outcomes = self.signing.rule(situation);
        let open_for_signing = if outcomes.len() > 1 { self.signing.relevant(situation) } else { Vec::new() };
        let mut ruling = Ruling {
            outcomes,
            steps: Vec::new(),
            checks: Vec::new(),
            possible_checks: Vec::new(),
            higher: Vec::new(),
            possible_higher: Vec::new(),
            open_for_signing,
            open_for_steps: Vec::new(),
            turning: Vec::new(),
        };
        for (number, row) in (0..).zip(&self.steps) {
            let ruled = self.row(number, &row.area, &row.sources, situation);
            ruling.turning.extend_from_slice(&ruled.turning);
            if ruled.verdict != Verdict::Never {
                ruling.open_for_steps.extend_from_slice(&ruled.open);
                ruling.steps.push(RuledStep { row, certain: ruled.verdict == Verdict::Always, ruled });
            }
        }
        for (number, row) in (FIRST_CHECK..).zip(&self.checks) {
            if lapsed.contains(&row.layer) {
                continue;
            }
            let ruled = self.row(number, &row.area, &[], situation);
            ruling.turning.extend_from_slice(&ruled.turning);
            match ruled.verdict {
                Verdict::Always => ruling.checks.push(row),
                Verdict::Sometimes => {
                    ruling.open_for_steps.extend_from_slice(&ruled.open);
                    ruling.possible_checks.push(RuledCheck { row, ruled });
                }
                Verdict::Never => {}
            }
        }
        self.signing.rule_higher(lapsed, situation, &mut ruling);
        sort_and_dedup(&mut ruling.open_for_steps);
        ruling
    }

    /// How a row lies to a situation: remembered, or worked out now.
    fn row(&self, number: u32, area: &Area, sources: &[(Source, Area)], situation: &Situation) -> Arc<RuledRow> {
        match self.numbers(number, area, sources, situation) {
            Some(numbers) => self.rows.get(&numbers, &mut || self.rule_row(area, sources, situation)),
            None => Arc::new(self.rule_row(area, sources, situation)),
        }
    }

    fn rule_row(&self, area: &Area, sources: &[(Source, Area)], situation: &Situation) -> RuledRow {
        let mut row = RuledRow {
            verdict: self.verdict(area, situation),
            around: None,
            sources: Vec::new(),
            open: Vec::new(),
            answers: Vec::new(),
            turning: Vec::new(),
        };
        if row.verdict == Verdict::Sometimes {
            (row.open, row.around) = area.inside(situation, &self.diagrams);
        }
        for (source, area) in sources {
            let verdict = self.verdict(area, situation);
            if verdict != Verdict::Never {
                row.sources.push((*source, verdict == Verdict::Always));
            }
            // A time limit is part of a step: whoever may still set one leaves its facts open.
            if verdict == Verdict::Sometimes && source.sets_limit() {
                row.open.append(&mut area.inside(situation, &self.diagrams).0);
            }
        }
        if row.verdict == Verdict::Sometimes {
            let spread = area.spread(situation, &self.diagrams);
            for fact in area.support.iter().filter(|fact| !situation.is_known(**fact)) {
                let (certain, never) = self.answers(area, &spread, *fact, situation);
                row.answers.push((*fact, certain, never));
            }
        }
        for fact in &area.support {
            let open = situation.get(*fact);
            let all = self.diagrams.full(*fact);
            if open != all && !self.possible.links(*fact) {
                let freed = situation.with_unlinked(*fact, all);
                if self.verdict(area, &freed) != row.verdict {
                    row.turning.push(*fact);
                }
            }
        }
        row
    }

    /// The values of a fact after which a possible row would be certain, and those after which it would be out of the
    /// question.
    fn answers(&self, area: &Area, spread: &Spread, fact: FactId, situation: &Situation) -> (u32, u32) {
        let (inside, outside) = (spread.values(0, fact), spread.values(1, fact));
        if situation.is_possible() {
            return (inside & !outside, outside & !inside);
        }
        // Documents that cannot be are not set apart here; but an answer may make them possible again.
        let (mut certain, mut never) = (0, 0);
        for mask in (0..u32::BITS).map(|value| 1 << value & situation.get(fact)) {
            match self.answered(fact, mask, situation).map(|then| self.verdict(area, &then)) {
                Some(Verdict::Always) => certain |= mask,
                Some(Verdict::Never) => never |= mask,
                _ => {}
            }
        }
        (certain, never)
    }

    /// The situation after an answer; `None` where no document could be.
    pub(crate) fn answered(&self, fact: FactId, mask: u32, situation: &Situation) -> Option<Situation> {
        if self.possible.links(fact) {
            Situation::of(&situation.with(fact, mask), &self.possible, &self.diagrams)
        } else {
            Some(situation.with_unlinked(fact, mask))
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
        let number = FIRST_CLAUSE + u32::try_from(clause).unwrap_or(0);
        self.standing.get(clause).map_or(Verdict::Never, |area| self.verdict_on(number, area, situation))
    }

    /// Whether the answer for `situation` differs from that for `freed`, where these facts are unknown.
    pub(crate) fn rests_on(
        &self,
        facts: &[FactId],
        (situation, freed): (&Situation, &Situation),
        lapsed: &[Layer],
    ) -> bool {
        let differs = |area: &Area| {
            area.turns_on(facts)
                && area.may_part(situation, freed)
                && self.verdict(area, situation) != self.verdict(area, freed)
        };
        self.signing_rests_on(facts, (situation, freed), lapsed)
            || self.steps.iter().any(|row| differs(&row.area))
            || self.checks.iter().any(|row| !lapsed.contains(&row.layer) && differs(&row.area))
    }

    /// Likewise, as far as the signature goes.
    pub(crate) fn signing_rests_on(
        &self,
        facts: &[FactId],
        (situation, freed): (&Situation, &Situation),
        lapsed: &[Layer],
    ) -> bool {
        let turns_on = |support: &[FactId]| facts.iter().any(|fact| support.contains(fact));
        let parts = |text: &HigherText| {
            turns_on(&text.support) && self.signing.relations(text, situation) != self.signing.relations(text, freed)
        };
        (turns_on(&self.signing.support) && self.decide(situation) != self.decide(freed))
            || self.signing.higher.iter().any(|text| !lapsed.contains(&text.layer) && parts(text))
    }
}
