//! What each clause is good for: dead ones, redundant ones, steps and findings out of reach, facts that nobody needs.

use super::ground::Ground;
use super::report::{Covered, Unreached};
use crate::rulebook::{Clause, ClauseId};
use crate::ruling::{Source, outcome};
use crate::short::sort_and_dedup;
use crate::situation::{Area, FactId, Ref, Region, Verdict, fixed};

/// Which effects of each clause some document gets.
pub(crate) struct Reach {
    /// For each clause, whether it speaks about some signature.
    signs: Vec<bool>,
    /// For each clause, for each of its steps.
    steps: Vec<Vec<bool>>,
    /// For each clause, for each of its findings.
    checks: Vec<Vec<bool>>,
    /// For each clause, whether its remarks stand somewhere.
    remarks: Vec<bool>,
}

impl Reach {
    pub(crate) fn new(ground: &Ground<'_>) -> Self {
        let clauses = &ground.definition.clauses;
        let mut reach = Self {
            signs: vec![false; clauses.len()],
            steps: clauses.iter().map(|it| vec![false; it.steps.len()]).collect(),
            checks: clauses.iter().map(|it| vec![false; it.checks.len()]).collect(),
            remarks: (0..clauses.len())
                .map(|id| ground.compiled.stands(id, &ground.everything) != Verdict::Never)
                .collect(),
        };
        let signing = &ground.compiled.signing;
        for id in signing.parts(&ground.everything).into_iter().flat_map(|leaf| signing.leaf(leaf)) {
            mark(reach.signs.get_mut(*id));
        }
        for (source, area) in ground.compiled.steps.iter().flat_map(|row| &row.sources) {
            if let Source::Clause(clause, step, _) = *source
                && reached(area, ground)
            {
                mark(reach.steps.get_mut(clause).and_then(|it| it.get_mut(step)));
            }
        }
        for row in ground.compiled.checks.iter().filter(|row| reached(&row.area, ground)) {
            mark(reach.checks.get_mut(row.clause).and_then(|it| it.get_mut(row.check)));
        }
        reach
    }

    /// Whether the clause decides anything about some document.
    fn lives(&self, id: ClauseId, clause: &Clause) -> bool {
        let any = |reached: &[Vec<bool>]| reached.get(id).is_some_and(|it| it.contains(&true));
        let remarks = clause.note.is_some() || clause.circled.is_some() || clause.standing_in.is_some();
        self.signs.get(id) == Some(&true)
            || any(&self.steps)
            || any(&self.checks)
            || (remarks && self.remarks.get(id) == Some(&true))
    }
}

fn mark(slot: Option<&mut bool>) {
    if let Some(slot) = slot {
        *slot = true;
    }
}

fn reached(area: &Area, ground: &Ground<'_>) -> bool {
    ground.compiled.verdict(area, &ground.everything) != Verdict::Never
}

/// Clauses that can never decide anything, with those before which they give way everywhere; none where no document is as they
/// say.
pub(crate) fn dead(ground: &mut Ground<'_>, reach: &Reach) -> Vec<Covered> {
    let clauses = ground.definition.own_clauses();
    let dead: Vec<ClauseId> = (0..).zip(clauses).filter(|(id, it)| !reach.lives(*id, it)).map(|(id, _)| id).collect();
    dead.into_iter().map(|id| Covered { clause: ground.id(id), covered_by: covering(id, ground) }).collect()
}

fn covering(id: ClauseId, ground: &mut Ground<'_>) -> Vec<String> {
    let mut rest = ground.own(id);
    let mut covering = Vec::new();
    let yields = ground.definition.clauses.get(id).map(|it| it.yields.as_slice()).unwrap_or_default();
    for winner in yields.iter().map(|it| it.to) {
        let taken = ground.own(winner);
        let left = ground.diagrams.without(rest, taken);
        if left != rest {
            covering.push(ground.id(winner));
            rest = left;
        }
    }
    covering
}

/// Steps and findings that no document can get, of clauses that are not dead.
pub(crate) fn unreached(ground: &Ground<'_>, reach: &Reach) -> Vec<Unreached> {
    let mut found = Vec::new();
    for (id, clause) in ground.definition.own_clauses().iter().enumerate().filter(|(id, it)| reach.lives(*id, it)) {
        let mut miss = |what: String| found.push(Unreached { clause: ground.id(id), what });
        if clause.signing.is_some() && reach.signs.get(id) != Some(&true) {
            miss("签发".to_owned());
        }
        for (step, reached) in clause.steps.iter().zip(reach.steps.get(id).into_iter().flatten()) {
            if !reached {
                miss(step.kind.term().to_owned());
            }
        }
        for (check, reached) in clause.checks.iter().zip(reach.checks.get(id).into_iter().flatten()) {
            if !reached {
                miss(check.message.clone());
            }
        }
    }
    found
}

/// Clauses without which every document would go the same way.
pub(crate) fn redundant(ground: &mut Ground<'_>, reach: &Reach) -> Vec<Covered> {
    let clauses = ground.definition.own_clauses();
    (0..)
        .zip(clauses)
        .filter(|(id, clause)| reach.lives(*id, clause) && only_signs_and_steps(clause))
        .filter(|(id, _)| !clauses.iter().any(|it| it.yields.iter().any(|it| it.to == *id)))
        .filter_map(|(id, clause)| {
            let mut covered_by = Vec::new();
            let said = says_nothing_new(id, ground, &mut covered_by)
                && steps_are_demanded_anyway(id, clause, ground, &mut covered_by);
            sort_and_dedup(&mut covered_by);
            said.then(|| Covered { clause: ground.id(id), covered_by: ground.ids(&covered_by) })
        })
        .collect()
}

fn only_signs_and_steps(clause: &Clause) -> bool {
    clause.checks.is_empty() && clause.note.is_none() && clause.circled.is_none() && clause.standing_in.is_none()
}

/// Whether wherever the clause speaks about the signature, the outcome would be the same without it.
fn says_nothing_new(id: ClauseId, ground: &Ground<'_>, said_by: &mut Vec<ClauseId>) -> bool {
    let signing = &ground.compiled.signing;
    signing.parts(&ground.everything).into_iter().filter(|leaf| signing.leaf(*leaf).contains(&id)).all(|leaf| {
        let others: Vec<ClauseId> = signing.leaf(leaf).iter().copied().filter(|it| *it != id).collect();
        let same =
            signing.outcome_of(leaf) == Some(&outcome(&others, &ground.definition.clauses, &ground.definition.roles));
        said_by.extend(others);
        same
    })
}

/// Whether every step of the clause is demanded by others at least as firmly, and it sets no limit.
fn steps_are_demanded_anyway(
    id: ClauseId,
    clause: &Clause,
    ground: &mut Ground<'_>,
    demanded_by: &mut Vec<ClauseId>,
) -> bool {
    let (definition, rows) = (ground.definition, ground.compiled.steps.iter());
    let diagrams = &mut ground.demands;
    let of_clause = |source: &Source| matches!(source, Source::Clause(it, ..) if *it == id);
    for row in rows.filter(|row| row.sources.iter().any(|(source, _)| of_clause(source))) {
        let mut rest = Ref::FALSE;
        for (_, area) in row.sources.iter().filter(|(source, _)| of_clause(source)) {
            rest = diagrams.or(rest, area.region());
        }
        for (source, area) in row.sources.iter().filter(|(source, _)| !of_clause(source)) {
            let Source::Clause(other, step, _) = *source else { continue };
            let firm = definition.clauses.get(other).and_then(|it| it.steps.get(step)).map(|it| it.modality);
            if clause
                .steps
                .iter()
                .filter(|it| it.kind == row.template.kind)
                .all(|it| it.limit.is_none() && firm.is_some_and(|firm| firm.stronger(it.modality) == firm))
            {
                rest = diagrams.without(rest, area.region());
                demanded_by.push(other);
            }
        }
        if rest != Ref::FALSE {
            return false;
        }
    }
    true
}

/// Matters that are declared and that no clause names.
pub(crate) fn unused_matters(ground: &Ground<'_>) -> Vec<String> {
    let mentioned = mentioned(ground);
    let matters = (fixed::MATTERS..).zip(ground.definition.own_matters());
    matters.filter(|(fact, _)| !mentioned.contains(fact)).map(|(_, matter)| matter.name.clone()).collect()
}

fn mentioned(ground: &Ground<'_>) -> Vec<FactId> {
    let declared = ground.definition.gaps.iter().flat_map(|gap| [&gap.applies, &gap.except]).flat_map(Region::facts);
    let mut facts: Vec<FactId> = named_by_clauses(ground).chain(declared).collect();
    sort_and_dedup(&mut facts);
    facts
}

fn named_by_clauses(ground: &Ground<'_>) -> impl Iterator<Item = FactId> {
    let own = ground.definition.own_clauses().len();
    ground.compiled.mentions.iter().take(own).flatten().copied()
}

/// Facts that some clause names and that can change no answer.
pub(crate) fn needless_facts(ground: &Ground<'_>) -> Vec<String> {
    let compiled = ground.compiled;
    let mut needed = compiled.signing.relevant(&ground.everything);
    let rows = compiled.steps.iter().flat_map(|row| row.sources.iter().map(|(_, area)| area).chain([&row.area]));
    let areas = rows.chain(compiled.checks.iter().map(|row| &row.area)).chain(&compiled.standing);
    // A fact on which the diagram of a region branches can change whether a document lies in it.
    needed.extend(areas.flat_map(|area| area.support.iter().copied()));
    sort_and_dedup(&mut needed);
    let space = &ground.definition.space;
    let mut mentioned: Vec<FactId> = named_by_clauses(ground).collect();
    sort_and_dedup(&mut mentioned);
    let needless = mentioned.into_iter().filter(|fact| !needed.contains(fact));
    needless.filter_map(|fact| space.fact(fact)).map(|fact| fact.name.clone()).collect()
}
