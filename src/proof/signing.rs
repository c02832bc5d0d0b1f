//! Who signs, over every document that can be: where the text is silent, where clauses disagree, where they overlap.

use super::ground::Ground;
use super::report::{EmptyDeclaration, Region};
use super::survey::Part;
use super::words;
use crate::rulebook::ClauseId;
use crate::ruling::{Outcome, outcome};
use crate::situation::{Ref, Region as Condition};

/// Documents about whose signature the text says nothing: first those of which the rulebook says nothing either.
pub(crate) fn gaps(ground: &mut Ground<'_>, empty: &mut Vec<EmptyDeclaration>) -> Vec<Region> {
    let (signing, outcomes) = (ground.signing, &ground.compiled.signing.outcomes);
    let silent = ground.diagrams.chosen(signing, &|it| outcomes.get(it as usize) == Some(&Outcome::Silent));
    let mut undeclared = silent;
    let mut declared = Vec::new();
    for gap in &ground.definition.gaps {
        let applies = ground.region(&gap.applies);
        let except = ground.region(&gap.except);
        let said = ground.diagrams.without(applies, except);
        undeclared = ground.diagrams.without(undeclared, said);
        let gap_words = words::alternatives(&gap.applies, ground.definition);
        let both = ground.diagrams.and(silent, said);
        match first_part(ground, &gap.applies, both) {
            Some(part) => {
                let words = with_exception(gap_words, &gap.except, ground);
                declared.push(Region { words, ..part.told(Vec::new(), Some(gap.because.clone())) });
            }
            None => empty.push(EmptyDeclaration { path: gap.path.clone(), words: gap_words }),
        }
    }
    ground.parts(undeclared).into_iter().map(Part::undeclared).chain(declared).collect()
}

fn with_exception(applies: String, except: &Condition, ground: &Ground<'_>) -> String {
    if except.0.is_empty() {
        return applies;
    }
    format!("{applies}；除去：{}", words::alternatives(except, ground.definition))
}

/// The first alternative of a condition that has a document in a region.
fn first_part(ground: &Ground<'_>, condition: &Condition, region: Ref) -> Option<Part> {
    condition.0.iter().find_map(|term| ground.part(term, region))
}

/// Documents of which clauses demand what no signer can satisfy together.
pub(crate) fn conflicts(ground: &mut Ground<'_>, empty: &mut Vec<EmptyDeclaration>) -> Vec<Region> {
    let disagreeing = sets(ground, |outcome| matches!(outcome, Outcome::Conflict(_)), disagree);
    for declared in &ground.definition.conflicts {
        let found = disagreeing.iter().any(|(clauses, _)| clauses.iter().all(|it| declared.clauses.contains(it)));
        if !found {
            empty.push(EmptyDeclaration { path: declared.path.clone(), words: declared.because.clone() });
        }
    }
    let mut regions = Vec::new();
    for (clauses, leaves) in disagreeing {
        let said = ground.definition.conflicts.iter().find(|it| clauses.iter().all(|id| it.clauses.contains(id)));
        let because = said.map(|it| it.because.clone());
        // Two that disagree leave a conflict wherever both speak.
        let region = match clauses.as_slice() {
            [a, b] => where_both_speak(*a, *b, ground),
            _ => ground.where_speaking(&leaves),
        };
        let ids = ground.ids(&clauses);
        // Of what is declared, one document is enough.
        let parts = match because {
            Some(_) => ground.largest_part(region).into_iter().collect(),
            None => ground.parts(region),
        };
        regions.extend(parts.into_iter().map(|part| part.told(ids.clone(), because.clone())));
    }
    regions.sort_by_key(|it| it.declared);
    regions
}

/// Documents of which clauses demand different things that can be done together: one region for each pair of clauses.
pub(crate) fn overlaps(ground: &mut Ground<'_>) -> Vec<Region> {
    let differ = |clauses: &[ClauseId], ground: &Ground<'_>| {
        let signing = |id: &ClauseId| ground.definition.clauses.get(*id).and_then(|it| it.signing.as_ref());
        let mut demands = clauses.iter().map(signing);
        let first = demands.next();
        demands.any(|it| Some(it) != first)
    };
    let agreeing = sets(ground, |outcome| matches!(outcome, Outcome::Settled(_)), differ);
    let (signing, outcomes) = (ground.signing, &ground.compiled.signing.outcomes);
    let settled = |it: u32| matches!(outcomes.get(it as usize), Some(Outcome::Settled(_)));
    let settled = ground.diagrams.chosen(signing, &settled);
    let mut regions = Vec::new();
    for (clauses, leaves) in agreeing {
        let region = match clauses.as_slice() {
            [a, b] => {
                let both = where_both_speak(*a, *b, ground);
                ground.diagrams.and(both, settled)
            }
            _ => ground.where_speaking(&leaves),
        };
        let clauses = ground.ids(&clauses);
        regions.extend(ground.largest_part(region).map(|part| part.told(clauses, None)));
    }
    regions
}

fn where_both_speak(a: ClauseId, b: ClauseId, ground: &mut Ground<'_>) -> Ref {
    let (a, b) = (ground.spoken(a), ground.spoken(b));
    ground.diagrams.and(a, b)
}

/// Whether no signer satisfies all of these clauses.
fn disagree(clauses: &[ClauseId], ground: &Ground<'_>) -> bool {
    matches!(outcome(clauses, &ground.definition.clauses, &ground.definition.roles), Outcome::Conflict(_))
}

/// The pairs of clauses between which something is so, each with the parts of the space in which they stand; where it is
/// so of a part and of no pair in it, all clauses of the part.
fn sets(
    ground: &Ground<'_>,
    concerned: impl Fn(&Outcome) -> bool,
    so: impl Fn(&[ClauseId], &Ground<'_>) -> bool,
) -> Vec<(Vec<ClauseId>, Vec<u32>)> {
    let signing = &ground.compiled.signing;
    let mut found: Vec<(Vec<ClauseId>, Vec<u32>)> = Vec::new();
    let mut add = |clauses: Vec<ClauseId>, leaf: u32| match found.iter_mut().find(|(it, _)| *it == clauses) {
        Some((_, leaves)) => leaves.push(leaf),
        None => found.push((clauses, vec![leaf])),
    };
    for leaf in signing.parts(&ground.everything) {
        let clauses = signing.leaf(leaf);
        if clauses.len() < 2 || !signing.outcome_of(leaf).is_some_and(&concerned) {
            continue;
        }
        let mut pairs = Vec::new();
        for (at, a) in clauses.iter().enumerate() {
            pairs.extend(clauses.iter().skip(at + 1).map(|b| vec![*a, *b]).filter(|pair| so(pair, ground)));
        }
        if pairs.is_empty() && so(clauses, ground) {
            pairs.push(clauses.to_vec());
        }
        pairs.into_iter().for_each(|pair| add(pair, leaf));
    }
    found.sort();
    found
}
