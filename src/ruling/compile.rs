//! What is worked out once when a rulebook is loaded.

use super::rows::{StepRow, step_rows};
use super::rule::RuledRow;
use super::signing::SigningQuestion;
use crate::memory::Memory;
use crate::rulebook::{Clause, ClauseId, Definition, Layer, OWN};
use crate::short::{CollectVec, PushAll, sort_and_dedup};
use crate::situation::{Area, Diagrams, FactId, Possible, Ref, Verdict};

/// A clause whose signing gives way to another because the author reads it so.
#[derive(Clone, Debug)]
pub(crate) struct Displacement {
    pub(crate) winner: ClauseId,
    pub(crate) interpretation: String,
    /// Where both would speak.
    pub(crate) area: Area,
}

/// A form finding with the region in which it is made.
#[derive(Clone, Debug)]
pub(crate) struct CheckRow {
    pub(crate) layer: Layer,
    pub(crate) clause: ClauseId,
    pub(crate) check: usize,
    pub(crate) area: Area,
}

/// How many rulings on single rows are remembered: for the largest rulebooks, a hundred rows in some forty situations each.
const REMEMBERED: usize = 4096;

/// Everything about a rulebook that no draft can change.
pub(crate) struct Compiled {
    /// Who signs.
    pub(crate) signing: SigningQuestion,
    /// The diagrams of everything below.
    pub(crate) diagrams: Diagrams,
    /// Which combinations cannot be.
    pub(crate) possible: Possible,
    pub(crate) steps: Vec<StepRow>,
    pub(crate) checks: Vec<CheckRow>,
    /// Where each clause stands (it has not given way entirely).
    pub(crate) standing: Vec<Area>,
    pub(crate) displacements: Vec<Displacement>,
    /// For each clause, the facts that its own words name.
    pub(crate) mentions: Vec<Vec<FactId>>,
    /// For each fact, the clauses whose own words name it.
    pub(crate) mentioning: Vec<Vec<ClauseId>>,
    /// How rows lie to situations.
    pub(super) rows: Memory<RuledRow>,
    /// Verdicts on rows and clauses.
    pub(super) verdicts: Memory<Verdict>,
}

impl Compiled {
    pub(crate) fn new(definition: &Definition) -> Self {
        let mut diagrams = Diagrams::linked_last(&definition.space);
        let possible = Possible::new(&definition.space, &mut diagrams);
        let raw = raw_regions(definition, &mut diagrams);
        let Demands { steps, checks, standing } = Demands::new(definition, &raw, &possible, &mut diagrams);
        let displacements = displacements(definition, &raw, &possible, &mut diagrams);
        let mentions = definition.clauses.iter().map(mentioned).collect_vec();
        let mut mentioning: Vec<Vec<ClauseId>> = vec![Vec::new(); definition.space.facts.len()];
        for (clause, facts) in mentions.iter().enumerate() {
            for fact in facts {
                if let Some(clauses) = mentioning.get_mut(usize::from(*fact)) {
                    clauses.push(clause);
                }
            }
        }
        let mut compiled = Self {
            signing: SigningQuestion::new(definition),
            diagrams,
            possible,
            steps,
            checks,
            standing,
            displacements,
            mentions,
            mentioning,
            rows: Memory::new(REMEMBERED),
            verdicts: Memory::new(REMEMBERED),
        };
        compiled.keep_what_is_needed();
        compiled
    }

    fn keep_what_is_needed(&mut self) {
        let mut roots: Vec<&mut Ref> = self.possible.roots().collect_vec();
        for row in &mut self.steps {
            for (_, area) in &mut row.sources {
                roots.push_all(area.roots());
            }
            roots.push_all(row.area.roots());
        }
        for row in &mut self.checks {
            roots.push_all(row.area.roots());
        }
        for area in &mut self.standing {
            roots.push_all(area.roots());
        }
        for it in &mut self.displacements {
            roots.push_all(it.area.roots());
        }
        self.diagrams.finish(roots);
    }
}

/// What is demanded beside the signature, and where.
pub(crate) struct Demands {
    pub(crate) steps: Vec<StepRow>,
    pub(crate) checks: Vec<CheckRow>,
    /// Where each clause stands (it has not given way entirely).
    pub(crate) standing: Vec<Area>,
}

impl Demands {
    /// `raw` are the regions of the clauses' own words.
    pub(crate) fn new(definition: &Definition, raw: &[Ref], possible: &Possible, diagrams: &mut Diagrams) -> Self {
        let standing = remaining(definition, raw, true, diagrams);
        Self {
            steps: step_rows(definition, &standing, possible, diagrams),
            checks: check_rows(definition, &standing, possible, diagrams),
            standing: standing.into_iter().map(|it| Area::new(it, possible, diagrams)).collect_vec(),
        }
    }
}

pub(crate) fn intern<T: PartialEq>(all: &mut Vec<T>, item: T) -> usize {
    all.iter().position(|it| *it == item).unwrap_or_else(|| {
        all.push(item);
        all.len() - 1
    })
}

/// Each clause's own words: where it applies, less its exceptions.
pub(crate) fn raw_regions(definition: &Definition, diagrams: &mut Diagrams) -> Vec<Ref> {
    definition
        .clauses
        .iter()
        .map(|clause| {
            let applies = diagrams.region(&clause.applies);
            let except = diagrams.region(&clause.except);
            diagrams.without(applies, except)
        })
        .collect_vec()
}

/// Each clause's region less those before which it gives way: entirely, or at least with its signing.
pub(crate) fn remaining(definition: &Definition, raw: &[Ref], entirely: bool, diagrams: &mut Diagrams) -> Vec<Ref> {
    definition
        .clauses
        .iter()
        .zip(raw)
        .map(|(clause, own)| {
            clause.yields.iter().filter(|it| it.entirely || !entirely).fold(*own, |region, it| {
                let winner = raw.get(it.to).copied().unwrap_or(Ref::FALSE);
                diagrams.without(region, winner)
            })
        })
        .collect_vec()
}

/// The facts that a clause's conditions name; none where nothing of the clause came along from a higher text.
fn mentioned(clause: &Clause) -> Vec<FactId> {
    if clause.layer != OWN && clause.checks.is_empty() && clause.signing.is_none() {
        return Vec::new();
    }
    let narrowed = clause.steps.iter().map(|step| &step.when).chain(clause.checks.iter().map(|check| &check.when));
    let mut facts: Vec<FactId> =
        [&clause.applies, &clause.except].into_iter().chain(narrowed).flat_map(|region| region.facts()).collect_vec();
    sort_and_dedup(&mut facts);
    facts
}

fn check_rows(
    definition: &Definition,
    standing: &[Ref],
    possible: &Possible,
    diagrams: &mut Diagrams,
) -> Vec<CheckRow> {
    let mut rows = Vec::new();
    for (clause, (it, region)) in definition.clauses.iter().zip(standing).enumerate() {
        for (check, words) in it.checks.iter().enumerate() {
            let when = diagrams.region(&words.when);
            let region = diagrams.and(*region, when);
            rows.push(CheckRow { layer: it.layer, clause, check, area: Area::new(region, possible, diagrams) });
        }
    }
    rows
}

fn displacements(
    definition: &Definition,
    raw: &[Ref],
    possible: &Possible,
    diagrams: &mut Diagrams,
) -> Vec<Displacement> {
    let mut found = Vec::new();
    for (clause, own) in definition.clauses.iter().zip(raw) {
        for it in &clause.yields {
            let (Some(interpretation), Some(winner)) = (&it.interpretation, raw.get(it.to)) else { continue };
            let both = diagrams.and(*own, *winner);
            found.push(Displacement {
                winner: it.to,
                interpretation: interpretation.clone(),
                area: Area::new(both, possible, diagrams),
            });
        }
    }
    found
}
