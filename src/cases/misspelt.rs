//! What of an expectation no route can meet, because nothing is called so.

use super::words::{Roles, STATUSES, is_status};
use super::{field, strings, texts};
use crate::vocabulary::{StepKind, hint, nearest};
use serde_json::Value;

/// The keys of an expectation.
const KEYS: [&str; 12] = [
    "status",
    "act",
    "signers",
    "choice",
    "possible",
    "clauses",
    "steps",
    "notSteps",
    "findings",
    "optional",
    "ignoreRoles",
    "contested",
];

/// Outcomes that stand in `possible` beside roles.
const NOBODY: [&str; 2] = ["silent", "elsewhere"];

/// Everything that is misspelt, with what was probably meant.
pub(super) fn faults(case: &Value, known: Roles<'_>) -> Vec<String> {
    let expect = field(case, "expect");
    let mut faults = keys(expect);
    faults.extend(status(expect));
    faults.extend(roles(case, known));
    faults.extend(steps(expect));
    faults
}

/// Whether every role that is to sign can be somebody's; until then nothing is to be said about who signs.
pub(super) fn roles_are_known(case: &Value, known: Roles<'_>) -> bool {
    roles(case, known).is_empty()
}

fn unknown(place: &str, word: &str, what: &str, names: &[(&str, &str)]) -> String {
    let words: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
    let meant = nearest(word, &words).and_then(|it| names.iter().find(|(name, _)| *name == it));
    format!("{place}中没有`{word}`这个{what}{}", hint(meant.map(|(_, code)| *code)))
}

fn same<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<(&'a str, &'a str)> {
    words.into_iter().map(|it| (it, it)).collect()
}

fn keys(expect: &Value) -> Vec<String> {
    let given = expect.as_object().into_iter().flat_map(|it| it.keys());
    given.filter(|it| !KEYS.contains(&it.as_str())).map(|it| unknown("expect", it, "键", &same(KEYS))).collect()
}

fn status(expect: &Value) -> Option<String> {
    let word = field(expect, "status").as_str()?;
    let names: Vec<(&str, &str)> = STATUSES.iter().flat_map(|&(code, word)| [(code, code), (word, code)]).collect();
    (!is_status(word)).then(|| unknown("status", word, "值", &names))
}

fn roles(case: &Value, known: Roles<'_>) -> Vec<String> {
    let expect = field(case, "expect");
    let list = |name| field(expect, name).as_array().into_iter().flatten();
    let signers = || list("signers").map(|it| field(it, "role").as_str());
    let mut given: Vec<(&str, &str)> = signers().flatten().map(|it| ("signers", it)).collect();
    given.extend(list("possible").flat_map(strings).filter(|it| !NOBODY.contains(it)).map(|it| ("possible", it)));
    for name in ["optional", "ignoreRoles"] {
        given.extend([expect, case].iter().flat_map(|it| texts(it, name)).map(|it| (name, it)));
    }
    let strangers = given.into_iter().filter(|(_, code)| !known.know(code));
    let unnamed = signers().any(|it| it.is_none()).then(|| "signers的每一项都须写明role".to_owned());
    unnamed.into_iter().chain(strangers.map(|(place, code)| unknown(place, code, "职务", &known.names()))).collect()
}

fn steps(expect: &Value) -> Vec<String> {
    let names = same(StepKind::ALL.iter().map(|it| it.term()));
    let of = |place: &'static str| texts(expect, place).into_iter().map(move |it| (place, it));
    let strangers = of("steps").chain(of("notSteps")).filter(|(_, kind)| StepKind::from_term(kind).is_none());
    strangers.map(|(place, kind)| unknown(place, kind, "环节", &names)).collect()
}
