//! Puts people into a route: its signatures, its steps, and what falls on one person.
//!
//! Steps of one kind and stage that fall on the same single person become one step with both reasons. Where checking and
//! signing fall on one person, that is told.

use super::absence::Deed;
use super::faults;
use super::seats::{Seat, Seats, join_roles};
use super::who::{Who, code};
use crate::route::{Basis, Certainty, FindingSeverity, RosterPerson, Route, SignOption, Signer, SigningOutcome, Step};
use crate::short::{PushAll, find, push_new};
use crate::vocabulary::{Choice, Modality, StepKind};

/// Puts people into a route.
pub(super) fn staff(route: &mut Route, who: &Who<'_>) {
    let mut seats = Seats {
        who,
        findings: Vec::new(),
        seated: Vec::new(),
        waiting: [Vec::new(), Vec::new()],
        unsettled: Vec::new(),
    };
    let signed = sign(route, &mut seats);
    let mut signed = signed.into_iter();
    for step in &mut route.steps {
        if is_signature(step) {
            // The signature is there twice: as an outcome and as a step, in the same order.
            step.actors = signed.next().unwrap_or_else(|| std::mem::take(&mut step.actors));
            continue;
        }
        let deed = Deed { kind: step.kind, verb: verb(step.kind, &step.basis), reserved: false };
        let mut actors = std::mem::take(&mut step.actors);
        let seat = Seat {
            deed,
            choice: step.choice,
            told: step.certainty == Certainty::Certain && step.one_of.is_none() && binds(step.modality),
            signature: false,
            authorised_by: None,
            basis: &step.basis,
        };
        seats.seat(&mut actors, &seat);
        step.actors = actors;
    }
    merge_steps(&mut route.steps);
    tell_same_person(route, &mut seats);
    seats.tell_missing();
    faults::tell(&mut seats);
    route.findings.append(&mut seats.findings);
}

/// Puts people into the signatures; the signers of each option, in the order of their steps.
fn sign(route: &mut Route, seats: &mut Seats<'_>) -> Vec<Vec<Signer>> {
    let mut signed = Vec::new();
    for signing in route.signing.iter_mut().filter(|it| it.outcome == SigningOutcome::Sign) {
        let alone = signing.options.len() == 1;
        let told_before = seats.findings.len();
        let mut somebody_may = false;
        let binding = signing.options.iter().filter(|it| binds(it.modality)).count();
        for option in &mut signing.options {
            let verb = option.act.term();
            let by_head = matches!(option.signers.as_slice(), [one] if one.role == "head");
            let reserved = alone && by_head && option.modality == Modality::Must && seats.who.is_reserved(verb);
            let authorised_by = authorised_by(option, seats.who).map(str::to_owned);
            let seat = Seat {
                deed: Deed { kind: StepKind::Sign, verb, reserved },
                choice: option.choice,
                told: signing.certainty == Certainty::Certain && binds(option.modality),
                signature: true,
                authorised_by: authorised_by.as_deref(),
                basis: &signing.basis,
            };
            somebody_may |= seats.seat(&mut option.signers, &seat) && binds(option.modality);
            signed.push(option.signers.clone());
        }
        // Where somebody is there for one of several, nobody has to know who is missing from the others.
        if binding > 1 && somebody_may {
            seats.findings.truncate(told_before);
        }
    }
    signed
}

/// Whose authorisation an option takes: whom the text names, else the head.
fn authorised_by<'a>(option: &'a SignOption, who: &'a Who<'_>) -> Option<&'a str> {
    let named = option.decided_by.as_deref().and_then(|it| code(it, who.definition)).unwrap_or("head");
    (option.modality == Modality::Authorised).then_some(named)
}

/// Whether somebody has to do it by these words alone: 必要时 and 经授权 wait for somebody's decision.
fn binds(modality: Modality) -> bool {
    !matches!(modality, Modality::IfNecessary | Modality::Authorised)
}

/// What somebody does in a step, without who does it; what a leader does, in the text's own word.
fn verb(kind: StepKind, basis: &[Basis]) -> &str {
    // Where one sentence names both, the check comes first, and what the head says to it last.
    let (usual, words, last): (&str, &[&str], bool) = match kind {
        StepKind::LeaderReview => ("审核", &["审核", "审签", "审定", "批准"], false),
        StepKind::LeaderConsent => ("同意", &["同意", "确定", "批准"], true),
        StepKind::OfficeReview | StepKind::DepartmentReview => return "审核",
        StepKind::LeaderCountersign | StepKind::DepartmentCountersign => return "会签",
        StepKind::GovernmentApproval => return "批准",
        other => return other.term(),
    };
    basis.iter().find_map(|it| word_in(&it.quote, words, last)).unwrap_or(usual)
}

/// The first or the last of some words of two letters in a text, with those enumerated behind it: `审核、审签`.
fn word_in<'a>(text: &'a str, words: &[&str], last: bool) -> Option<&'a str> {
    let mut found: Option<(usize, usize)> = None;
    for at in 0..text.len() {
        let end = at + "审核".len();
        if text.get(at..end).is_some_and(|it| words.contains(&it)) {
            found = match found {
                Some((first, before)) if text.get(before..at) == Some("、") => Some((first, end)),
                Some(first) if !last => Some(first),
                _ => Some((at, end)),
            };
        }
    }
    found.and_then(|(at, end)| text.get(at..end))
}

/// The one on whom a list of signers falls, in whatever roles; where any one will do, of those who are there.
fn sole(signers: &[Signer], choice: Choice) -> Option<&str> {
    let is_here = |it: &RosterPerson| it.away.is_none();
    let one_is_here = choice == Choice::One && signers.iter().any(|it| it.persons.iter().any(is_here));
    let mut found: Option<&str> = None;
    for signer in signers {
        if signer.persons.is_empty() {
            return None;
        }
        for person in &signer.persons {
            if one_is_here && !is_here(person) {
                continue;
            }
            if found.is_some_and(|it| it != person.id) {
                return None;
            }
            found = Some(&person.id);
        }
    }
    found
}

/// Whether a text gives both to one office: then it means one person to do both.
fn of_one_office(check: &[Signer], signature: &[Signer]) -> bool {
    let signs = |role: &str| signature.iter().any(|it| it.role == role || it.also.iter().any(|it| it.role == role));
    check.iter().all(|it| signs(&it.role) && it.also.iter().all(|it| signs(&it.role)))
}

/// Steps of one kind and stage that fall on the same single person become one; not where they act for somebody else in one
/// of them: the text means another.
fn merge_steps(steps: &mut Vec<Step>) {
    let mut merged: Vec<Step> = Vec::with_capacity(steps.len());
    let mut gone: Vec<(String, String)> = Vec::new();
    for step in std::mem::take(steps) {
        let same = |it: &&mut Step| {
            !is_signature(&step)
                && (it.kind, it.stage, &it.one_of, it.certainty)
                    == (step.kind, step.stage, &step.one_of, step.certainty)
                && it.requires == step.requires
                && it.meetings == step.meetings
                && sole(&it.actors, Choice::All).is_some_and(|one| sole(&step.actors, Choice::All) == Some(one))
                && it.actors.iter().chain(&step.actors).all(|it| it.standing_in.is_none())
        };
        let Some(before) = merged.iter_mut().find(same) else {
            merged.push(step);
            continue;
        };
        gone.push((step.id, before.id.clone()));
        before.modality = before.modality.stronger(step.modality);
        before.choice = Choice::All;
        before.actors.push_all(step.actors);
        join_roles(&mut before.actors);
        for basis in step.basis {
            push_new(&mut before.basis, basis);
        }
        before.limits.push_all(step.limits);
        for note in step.notes {
            push_new(&mut before.notes, note);
        }
    }
    for step in &mut merged {
        for (id, kept) in &gone {
            let has_kept = step.after.contains(kept);
            step.after.retain(|it| it != id || !has_kept);
            for after in step.after.iter_mut().filter(|it| *it == id) {
                after.clone_from(kept);
            }
        }
    }
    *steps = merged;
}

/// Where somebody would sign what they have checked themselves, and nobody else may sign.
fn tell_same_person(route: &Route, seats: &mut Seats<'_>) {
    let steps = &route.steps;
    let mut acts = route.signing.iter().flat_map(|it| &it.options).map(|it| it.act.term());
    for signature in steps.iter().filter(|it| is_signature(it)) {
        let act = acts.next().unwrap_or_default();
        let told = signature.one_of.is_none() && is_certain(signature);
        let Some(one) = sole(&signature.actors, signature.choice).filter(|_| told) else { continue };
        for check in steps.iter().filter(|it| checks(it.kind) && it.stage < signature.stage && is_certain(it)) {
            if sole(&check.actors, check.choice) != Some(one) || of_one_office(&check.actors, &signature.actors) {
                continue;
            }
            let name = seats.who.by_id(one).map_or("", |it| seats.who.person(it).name.as_str());
            let message = format!(
                "{}和{act}都落在{name}一人身上：条文分作两步，没有说可以由一人包办；由谁{}请另行确定",
                check.kind.term(),
                verb(check.kind, &check.basis),
            );
            let mut basis = check.basis.clone();
            for it in &signature.basis {
                push_new(&mut basis, it.clone());
            }
            seats.tell("same-person", FindingSeverity::Warning, message, "", &basis);
        }
    }
}

/// Whether a step is the signature itself; a step of that kind that a clause demands beside it bears the clause in its id.
fn is_signature(step: &Step) -> bool {
    step.kind == StepKind::Sign && find(&step.id, "@").is_none()
}

fn is_certain(step: &Step) -> bool {
    step.certainty == Certainty::Certain
}

/// Whether a step is somebody's look at what another signs.
fn checks(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::DepartmentReview
            | StepKind::OfficeReview
            | StepKind::WriteOpinion
            | StepKind::LeaderReview
            | StepKind::LeaderCountersign
            | StepKind::Finalise
    )
}
