//! When several clauses speak at once: do they agree, and on whom?

use crate::rulebook::{Clause, ClauseId, RoleEntry, RoleId, SignOption, Signing};
use crate::vocabulary::{Choice, Modality, Role};

/// What becomes of the signature. Two outcomes are one if act and options are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// 未规定
    Silent,
    /// What the text demands, or where it points.
    Settled(Signing),
    /// Demands that no signer can satisfy together; one entry per different demand, in the order of the text.
    Conflict(Vec<Signing>),
}

/// The outcome where exactly these clauses stand (in the order of the text).
pub(crate) fn outcome(standing: &[ClauseId], clauses: &[Clause], roles: &[RoleEntry]) -> Outcome {
    let speaking: Vec<(ClauseId, &Clause, &Signing)> = standing
        .iter()
        .filter_map(|id| clauses.get(*id).and_then(|it| it.signing.as_ref().map(|signing| (*id, it, signing))))
        .collect();
    let Some((_, _, first)) = speaking.first() else { return Outcome::Silent };
    if speaking.iter().all(|(_, _, it)| it == first) {
        return Outcome::Settled((*first).clone());
    }
    if let Some(options) = agreement(&speaking, roles) {
        return Outcome::Settled(Signing::Sign(options));
    }
    let mut sides: Vec<Signing> = Vec::new();
    for (_, _, signing) in speaking {
        if !sides.contains(signing) {
            sides.push(signing.clone());
        }
    }
    Outcome::Conflict(sides)
}

/// Who may sign under one option: one person, or several who sign together.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unit {
    signers: Vec<RoleId>,
    choice: Choice,
}

struct Grant<'a> {
    unit: Unit,
    option: &'a SignOption,
}

fn grants(options: &[SignOption]) -> Vec<Grant<'_>> {
    options
        .iter()
        .flat_map(|option| {
            let units = match option.choice {
                Choice::One => option.signers.iter().map(|it| vec![*it]).collect(),
                Choice::All | Choice::Unclear => vec![option.signers.clone()],
            };
            units.into_iter().map(move |signers| {
                let choice = if signers.len() > 1 { option.choice } else { Choice::One };
                Grant { unit: Unit { signers, choice }, option }
            })
        })
        .collect()
}

/// Whether what is granted to `wide` is granted to `narrow`: to the same, or to any deputy and this is one.
fn covers(wide: &Unit, narrow: &Unit, roles: &[RoleEntry]) -> bool {
    if wide == narrow {
        return true;
    }
    match (wide.signers.as_slice(), narrow.signers.as_slice()) {
        ([wide], [narrow]) => match (roles.get(*wide), roles.get(*narrow)) {
            (Some(wide), Some(narrow)) => Role::includes(&wide.code, &narrow.code),
            _ => false,
        },
        _ => false,
    }
}

/// Every signer who satisfies all clauses, each with the weaker grant; `None` if there is no such signer.
fn agreement(speaking: &[(ClauseId, &Clause, &Signing)], roles: &[RoleEntry]) -> Option<Vec<SignOption>> {
    let demands: Vec<Vec<Grant<'_>>> = speaking
        .iter()
        .map(|(_, _, signing)| match signing {
            Signing::Sign(options) => Some(grants(options)),
            Signing::Elsewhere => None,
        })
        .collect::<Option<_>>()?;
    let leading = leading_act(speaking);
    let mut agreed: Vec<SignOption> = Vec::new();
    let mut seen: Vec<&Unit> = Vec::new();
    let mut anybody = false;
    // Signers stand in the order of the clause whose act is used, then of the others.
    let order = [leading].into_iter().chain((0..demands.len()).filter(|it| *it != leading));
    for candidate in order.filter_map(|it| demands.get(it)).flatten() {
        if seen.contains(&&candidate.unit) {
            continue;
        }
        seen.push(&candidate.unit);
        let Some(grant) = weakest_grant(&candidate.unit, &demands, roles) else { continue };
        anybody |= grant.modality.weakness().is_some();
        let act = demands
            .get(leading)
            .and_then(|grants| best(&candidate.unit, grants, roles))
            .map_or(grant.act, |option| option.act);
        add(&mut agreed, &candidate.unit, act, grant);
    }
    anybody.then_some(agreed)
}

/// The clause whose act is used: one that no other standing clause precedes, the first of the text among several.
fn leading_act(speaking: &[(ClauseId, &Clause, &Signing)]) -> usize {
    speaking
        .iter()
        .position(|(id, _, _)| !speaking.iter().any(|(_, other, _)| other.act_before.contains(id)))
        .unwrap_or(0)
}

/// What one clause grants this unit, most freely; grants that satisfy go before those that do not.
fn best<'a>(unit: &Unit, grants: &[Grant<'a>], roles: &[RoleEntry]) -> Option<&'a SignOption> {
    grants
        .iter()
        .filter(|grant| covers(&grant.unit, unit, roles))
        .min_by_key(|grant| grant.option.modality.weakness().unwrap_or(u8::MAX))
        .map(|grant| grant.option)
}

/// The weakest of what all clauses grant this unit. 必要时 and 可 grant nothing against a duty: they survive only
/// where every clause has them.
fn weakest_grant<'a>(unit: &Unit, demands: &[Vec<Grant<'a>>], roles: &[RoleEntry]) -> Option<&'a SignOption> {
    let granted: Vec<&SignOption> = demands.iter().map(|grants| best(unit, grants, roles)).collect::<Option<_>>()?;
    let first = *granted.first()?;
    let unsatisfying = granted.iter().filter(|it| it.modality.weakness().is_none()).count();
    if unsatisfying > 0 {
        return granted.iter().all(|it| it.modality == first.modality).then_some(first);
    }
    granted.into_iter().reduce(|a, b| if b.modality.weakness() > a.modality.weakness() { b } else { a })
}

/// Adds a signer: to the option before it where that says the same, as an option of its own otherwise.
fn add(agreed: &mut Vec<SignOption>, unit: &Unit, act: crate::vocabulary::Act, grant: &SignOption) {
    let modality: Modality = grant.modality;
    if unit.choice == Choice::One {
        let same = agreed.iter_mut().find(|option| {
            option.choice == Choice::One
                && option.act == act
                && option.modality == modality
                && option.decided_by == grant.decided_by
        });
        if let Some(option) = same {
            option.signers.extend(&unit.signers);
            return;
        }
    }
    agreed.push(SignOption {
        act,
        modality,
        choice: unit.choice,
        signers: unit.signers.clone(),
        decided_by: grant.decided_by.clone(),
    });
}
