//! Routes: a ruling put into words, in order, with what is missing and what to ask.
//!
//! Knows rulings and the words of rulebooks. Knows nothing of JavaScript.

mod assemble;
mod facts;
mod foresight;
mod form;
mod higher;
mod order;
mod prompts;
mod questions;
mod reasons;
mod types;
mod words;

pub use form::{Citation, FormFact, FormValue, Impossible, RulebookWords, Vocabulary};
pub use types::{
    Answer, Basis, Certainty, Condition, Decision, Due, DueDay, FactValue, Facts, Finding, FindingSeverity, Limit,
    Note, Office, Question, RosterPerson, Route, RulebookRef, SignOption, Signer, Signing, SigningOutcome, StandingIn,
    Status, Step, Timing,
};

use crate::draft::{InputFinding, Known, Reading};
use crate::rulebook::{Definition, InForce, OWN};
use crate::ruling::{Compiled, Outcome};
use crate::short::{CollectVec, PushAll};
use assemble::{input_finding, status};
use chrono::NaiveDate;

pub(crate) use assemble::{Assembly, basis};
pub(crate) use form::vocabulary;
pub(crate) use words::{
    between, condition as condition_words, local as local_word, occasion, outcome as outcome_words, period, substitutes,
};
#[cfg(feature = "tools")]
pub(crate) use words::{demand as signing_words, people as people_words, standing_in as standing_in_words};

/// Assembles the route of one situation.
pub(crate) fn route(
    definition: &Definition,
    compiled: &Compiled,
    reading: &Reading,
    known: Known,
    on: Option<NaiveDate>,
) -> Route {
    let day = on.or(reading.said.dates.day("起草"));
    let mut lapsed = Vec::new();
    for (it, layer) in definition.higher.iter().zip(OWN + 1..) {
        if in_force(it.in_force.as_ref(), day) == Some(false) {
            lapsed.push(layer);
        }
    }
    let assembly = Assembly { definition, compiled, situation: &known.situation, lapsed };
    let ruling = compiled.rule(&known.situation, &assembly.lapsed);
    let outcomes: Vec<&Outcome> =
        ruling.outcomes.iter().filter_map(|it| compiled.signing.outcomes.get(it.outcome)).collect_vec();
    let signing = assembly.signing(&ruling);
    let in_force = in_force(definition.in_force.as_ref(), day);
    let dated = if on.is_some() { "" } else { "/dates/drafted" };
    let facts = assembly.facts(&ruling, &known);
    let mut findings: Vec<Finding> =
        reading.findings.iter().cloned().chain(known.findings).map(input_finding).collect_vec();
    assembly.add_checks(&ruling, &mut findings);
    findings.push_all(not_in_force(definition, in_force, dated));
    findings.append(&mut assembly.foresight(&ruling));
    assembly.add_higher(&ruling, &signing, &mut findings);
    Route {
        rulebook: RulebookRef {
            id: definition.id.clone(),
            title: definition.title.clone(),
            digest: definition.digest.clone(),
            in_force,
        },
        status: status(&outcomes),
        steps: assembly.steps(&ruling, &signing),
        questions: assembly.questions(&ruling),
        signing,
        findings,
        timing: Timing::default(),
        facts,
    }
}

/// The signing question alone.
pub(crate) fn decide(definition: &Definition, compiled: &Compiled, known: &Known) -> Decision {
    let outcomes: Vec<&Outcome> =
        compiled.decide(&known.situation).into_iter().filter_map(|it| compiled.signing.outcomes.get(it)).collect_vec();
    Decision {
        status: status(&outcomes),
        outcomes: outcomes.iter().map(|it| words::outcome(it, definition)).collect_vec(),
    }
}

fn in_force(period: Option<&InForce>, date: Option<NaiveDate>) -> Option<bool> {
    let (period, date) = (period?, date?);
    Some(period.from <= date && period.until.is_none_or(|until| date < until))
}

fn not_in_force(definition: &Definition, in_force: Option<bool>, path: &str) -> Option<Finding> {
    let period = definition.in_force.as_ref().filter(|_| in_force == Some(false))?;
    Some(Finding {
        code: "not-in-force".to_owned(),
        severity: FindingSeverity::Warning,
        message: format!("{}在该日不在施行期内：{}", definition.title, words::period(period)),
        path: path.to_owned(),
        basis: vec![basis(&period.words, None)],
    })
}

/// A finding about the options beside a draft.
pub(crate) fn option_finding(path: &str, message: String) -> InputFinding {
    InputFinding::error("wrong-option", path, message)
}
