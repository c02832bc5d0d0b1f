//! Cases: drafts with what must come of them. They travel with a rulebook and are its test.
//!
//! Knows the case format (`docs/rulebook-format.md`, section 6) and routes. Decides nothing.

mod compare;
mod expectation;
mod misspelt;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use expectation::expectation;

use crate::engine::Rulebook;
use crate::route::Route;
use serde::Serialize;
use serde_json::{Value, json};

/// How a case came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseResult {
    /// The case's name.
    pub name: String,
    /// Everything in which the answer is not the expected one; empty where the case passes.
    pub faults: Vec<String>,
    /// Two readings are argued: faults count for nothing.
    pub contested: bool,
}

/// Runs one case.
pub(crate) fn run(rulebook: &Rulebook, case: &Value) -> CaseResult {
    let route = rulebook.route_json(field(case, "draft"), &options(case));
    CaseResult {
        name: field(case, "name").as_str().unwrap_or_default().to_owned(),
        faults: faults(&route, case, words::Roles(&rulebook.definition.roles)),
        contested: [case, field(case, "expect")].iter().any(|it| *field(it, "contested") == true),
    }
}

/// What nothing can meet, what is wrong with the draft, and everything in which the route is not the expected one.
fn faults(route: &Route, case: &Value, roles: words::Roles<'_>) -> Vec<String> {
    let mut faults = misspelt::faults(case, roles);
    faults.extend(compare::faults(route, case, roles));
    faults
}

/// The options under which a case is routed.
pub(crate) fn options(case: &Value) -> Value {
    json!({ "unstated": field(case, "unstated"), "on": field(case, "on") })
}

/// A field of a case, null where it is absent.
pub(crate) fn field<'a>(case: &'a Value, name: &str) -> &'a Value {
    case.get(name).unwrap_or(&Value::Null)
}

/// The texts of a list under a key.
fn texts<'a>(from: &'a Value, name: &str) -> Vec<&'a str> {
    strings(field(from, name))
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().map(|items| items.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}
