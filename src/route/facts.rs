//! Which facts a route rests on, which it lacks, which no longer matter.

use super::assemble::{Assembly, value};
use super::types::Facts;
use crate::draft::Known;
use crate::rulebook::ClauseId;
use crate::ruling::{Ruling, Source};
use crate::short::{CollectVec, sort_and_dedup};
use crate::situation::{Cube, FactId, Situation};

impl Assembly<'_> {
    pub(crate) fn facts(&self, ruling: &Ruling<'_>, known: &Known) -> Facts {
        let space = &self.definition.space;
        let shown = self.shown_clauses(ruling);
        let without_derived = known
            .derived
            .iter()
            .fold(Cube::clone(self.situation), |cube, fact| cube.with(*fact, self.all_values(*fact)));
        let mut facts = Facts::default();
        for (id, fact) in (0..).zip(&space.facts) {
            let list = if ruling.open_for_signing.contains(&id) || ruling.open_for_steps.contains(&id) {
                &mut facts.missing
            } else if self.situation.get(id) != self.all_values(id)
                && self.is_used(id, &shown, ruling, known, &without_derived)
            {
                &mut facts.used
            } else {
                &mut facts.irrelevant
            };
            list.push(fact.name.clone());
        }
        for id in &known.derived {
            let Some(fact) = space.fact(*id) else { continue };
            if let Some(term) = fact.values_in(self.situation.get(*id)).next() {
                facts.derived.push((fact.name.clone(), value(*id, term, space)));
            }
        }
        facts
    }

    /// What a draft that does not state the fact leaves open.
    fn all_values(&self, fact: FactId) -> u32 {
        let space = &self.definition.space;
        if fact == crate::situation::fixed::DOC_TYPE { space.official() } else { space.full(fact) }
    }

    /// A known fact is used if a clause shown in the route names it, or if the answer would differ without it and
    /// what was derived from it.
    fn is_used(
        &self,
        fact: FactId,
        shown: &[ClauseId],
        ruling: &Ruling<'_>,
        known: &Known,
        without_derived: &Cube,
    ) -> bool {
        let named = |clause: &ClauseId| self.compiled.mentions.get(*clause).is_some_and(|it| it.contains(&fact));
        if shown.iter().any(named) {
            return true;
        }
        let all = self.all_values(fact);
        if !self.compiled.possible.links(fact) {
            let freed = self.situation.with_unlinked(fact, all);
            return ruling.turning.contains(&fact)
                || self.compiled.signing_rests_on(&[fact], (self.situation, &freed), &self.lapsed);
        }
        let freed = without_derived.with(fact, all);
        let Some(freed) = Situation::of(&freed, &self.compiled.possible, &self.compiled.diagrams) else { return false };
        let mut changed = known.derived.clone();
        changed.push(fact);
        self.compiled.rests_on(&changed, (self.situation, &freed), &self.lapsed)
    }

    /// The clauses on which what is certain in the route rests.
    fn shown_clauses(&self, ruling: &Ruling<'_>) -> Vec<ClauseId> {
        let signing = ruling.outcomes.iter().filter(|_| ruling.outcomes.len() == 1).flat_map(|it| it.clauses.clone());
        let steps = ruling.steps.iter().filter(|step| step.certain).flat_map(|step| {
            step.sources.iter().filter_map(|(source, everywhere)| match source {
                Source::Clause(clause, ..) if *everywhere => Some(*clause),
                _ => None,
            })
        });
        let mut shown: Vec<ClauseId> =
            signing.chain(steps).chain(ruling.checks.iter().map(|it| it.clause)).collect_vec();
        sort_and_dedup(&mut shown);
        shown
    }
}
