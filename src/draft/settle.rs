//! What follows from what is stated: derived facts, contradictions, and what silence means.

use super::finding::InputFinding;
use super::read::Reading;
use crate::short::CollectVec;
use crate::situation::{Cube, Diagrams, FactId, NO, Possible, Situation, Space, fixed};
use crate::vocabulary::NONE;

/// A draft's situation.
pub(crate) struct Known {
    /// Every document that the draft may still become.
    pub(crate) situation: Situation,
    /// Facts that follow and were not stated.
    pub(crate) derived: Vec<FactId>,
    pub(crate) findings: Vec<InputFinding>,
}

/// Derives, reports contradictions, and, where the caller is finished, takes silence as no.
pub(crate) fn settle(
    reading: &Reading,
    finished: bool,
    possible: &Possible,
    diagrams: &Diagrams,
    space: &Space,
) -> Known {
    let mut set_aside: Vec<FactId> = Vec::new();
    let mut findings = Vec::new();
    let cube = loop {
        let start = without(&reading.cube, &set_aside, space);
        match possible.apply(&start, diagrams) {
            Ok(cube) => break cube,
            Err(rule) => {
                let Some(culprit) = culprit(reading, &set_aside, rule, (possible, diagrams), space) else {
                    break start;
                };
                findings.push(contradiction(culprit, rule, possible, space));
                set_aside.push(culprit);
            }
        }
    };
    let narrowed = |cube: &Cube| Situation::of(cube, possible, diagrams);
    // What contradicts itself beyond repair is taken as it stands.
    let mut situation = narrowed(&cube).unwrap_or_else(|| Situation::as_it_is(cube));
    let mut silent = Vec::new();
    if finished {
        let filled = take_silence_as_no(&situation, (reading, &set_aside), &narrowed, space, &mut silent);
        situation = narrowed(&filled).unwrap_or(situation);
    }
    let derived = situation
        .iter()
        .map(|(fact, _)| fact)
        .filter(|fact| {
            situation.is_known(*fact)
                && (!reading.stated.contains(fact) || set_aside.contains(fact))
                && !silent.contains(fact)
                && worth_telling(*fact, &situation, space)
        })
        .collect_vec();
    Known { situation, derived, findings }
}

/// The stated cube with some facts unknown again; with an addressee goes how many there are.
fn without(cube: &Cube, facts: &[FactId], space: &Space) -> Cube {
    let mut wider = cube.clone();
    for fact in facts {
        wider.set(*fact, if *fact == fixed::DOC_TYPE { space.official() } else { space.full(*fact) });
        if (fixed::ADDRESSEES..fixed::SEVERAL).contains(fact) {
            wider.set(fixed::SEVERAL, space.full(fixed::SEVERAL));
        }
    }
    wider
}

/// Which stated fact to set aside so that the rule holds: the first that suffices by itself, else the first at all.
fn culprit(
    reading: &Reading,
    set_aside: &[FactId],
    rule: usize,
    (possible, diagrams): (&Possible, &Diagrams),
    space: &Space,
) -> Option<FactId> {
    let (rule_itself, _) = possible.rules.get(rule)?;
    let candidates: Vec<FactId> = rule_itself
        .gives_way
        .iter()
        .copied()
        .filter(|fact| reading.stated.contains(fact) && !set_aside.contains(fact))
        .collect_vec();
    let suffices = |fact: &FactId| {
        let mut tried = set_aside.to_vec();
        tried.push(*fact);
        possible.apply(&without(&reading.cube, &tried, space), diagrams) != Err(rule)
    };
    candidates.iter().copied().find(|fact| suffices(fact)).or_else(|| candidates.first().copied())
}

fn contradiction(culprit: FactId, rule: usize, possible: &Possible, space: &Space) -> InputFinding {
    let (words, path) = possible.rules.get(rule).map_or(("", ""), |(rule, _)| (&rule.words, &rule.path));
    let path = match culprit {
        fixed::DIRECTION => "/direction",
        fixed::DOC_TYPE => "/docType",
        _ => path,
    };
    let label = space.fact(culprit).map_or("", |it| it.label.as_str());
    InputFinding::error("contradiction", path, format!("{words}；所填的“{label}”与此矛盾，不计"))
}

/// Every yes/no fact, every list and every field that has a 无 counts as no, empty, 无 where nothing is known of it.
/// An empty list that nobody stated feeds no derivation: where it would, its kinds stay open.
fn take_silence_as_no(
    cube: &Cube,
    (reading, set_aside): (&Reading, &[FactId]),
    narrow: &dyn Fn(&Cube) -> Option<Situation>,
    space: &Space,
    silent: &mut Vec<FactId>,
) -> Cube {
    let mut filled = cube.clone();
    let mut kinds = Vec::new();
    for (fact, mask) in cube.iter() {
        let Some(no) = word_for_no(fact, space) else { continue };
        let open = mask.count_ones() > 1 && mask & no != 0;
        if !open || reading.mistaken.contains(&fact) || set_aside.contains(&fact) {
            continue;
        }
        if (fixed::ADDRESSEES..fixed::SEVERAL).contains(&fact) {
            kinds.push(fact);
        } else {
            filled.set(fact, no);
            silent.push(fact);
        }
    }
    let empty = |cube: &Cube, kinds: &[FactId]| kinds.iter().fold(cube.clone(), |cube, kind| cube.with(*kind, NO));
    let derives_nothing = |cube: &Cube| {
        narrow(cube)
            .is_some_and(|after| cube.iter().all(|(fact, mask)| fact == fixed::SEVERAL || after.get(fact) == mask))
    };
    let all = empty(&filled, &kinds);
    if !derives_nothing(&all) {
        kinds.retain(|kind| derives_nothing(&filled.with(*kind, NO)));
    }
    silent.extend_from_slice(&kinds);
    empty(&filled, &kinds)
}

fn word_for_no(fact: FactId, space: &Space) -> Option<u32> {
    if space.fact(fact)?.yes_no {
        return (fact != fixed::SEVERAL).then_some(NO);
    }
    if fact == fixed::MINUTES_OF { None } else { space.mask(fact, NONE) }
}

/// That a 通知 records no meeting, that a list holds one institution, and what is not among the addressees, goes
/// without saying.
fn worth_telling(fact: FactId, cube: &Cube, space: &Space) -> bool {
    match fact {
        fixed::MINUTES_OF => space.mask(fact, NONE) != Some(cube.get(fact)),
        fixed::SEVERAL => false,
        fixed::VALID_YEARS => !space.thresholds.is_empty(),
        _ if (fixed::ADDRESSEES..fixed::SEVERAL).contains(&fact) => cube.get(fact) != NO,
        _ => true,
    }
}
