//! Runs the cases of a rulebook. The format is in `docs/rulebook-format.md`, section 6.
//!
//! A case asserts reasons as well as results: status, act, signers with their modality, deciding clauses, steps that
//! are certain, steps that are excluded, findings.

use qianfa::{Route, Rulebook, Signing, Status};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One case with the route that came out.
pub(crate) struct Outcome {
    pub name: String,
    pub route: Route,
    pub faults: Vec<String>,
    pub contested: bool,
}

/// Runs all cases of a rulebook.
pub(crate) fn run(rulebook: &Rulebook, cases: &str) -> Vec<Outcome> {
    let cases: Vec<Value> = serde_json::from_str(cases).expect("cases are JSON");
    cases.iter().map(|case| run_case(rulebook, case)).collect()
}

fn run_case(rulebook: &Rulebook, case: &Value) -> Outcome {
    let options = json!({ "unstated": case["unstated"], "on": case["on"] });
    let route = rulebook.route_json(&case["draft"], &options);
    let expect = &case["expect"];
    let mut faults = Vec::new();
    check_status(&route, expect, &mut faults);
    match route.status {
        Status::Determined => check_signers(&route, case, &mut faults),
        Status::Open | Status::Conflict => check_possible(&route, case, &mut faults),
        Status::Silent | Status::Elsewhere => {}
    }
    check_clauses(&route, expect, &mut faults);
    check_steps(&route, expect, &mut faults);
    check_findings(&route, expect, &mut faults);
    Outcome {
        name: case["name"].as_str().unwrap_or_default().to_owned(),
        route,
        faults,
        contested: expect["contested"] == true || case["contested"] == true,
    }
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().map(|items| items.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

fn check_status(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let status = serde_json::to_value(route.status).expect("a status is JSON");
    if status != expect["status"] {
        faults.push(format!("status: expected {}, got {status}", expect["status"]));
    }
}

/// Roles that do not count in this case.
fn ignored(case: &Value) -> BTreeSet<&str> {
    texts(&case["expect"]["ignoreRoles"]).into_iter().chain(texts(&case["ignoreRoles"])).collect()
}

fn check_signers(route: &Route, case: &Value, faults: &mut Vec<String>) {
    let expect = &case["expect"];
    let Some(signing) = route.signing.first() else { return };
    if let Some(act) = expect["act"].as_str() {
        let acts: Vec<&str> = signing.options.iter().map(|option| option.act.term()).collect();
        if !acts.contains(&act) {
            faults.push(format!("act: expected {act}, got {acts:?}"));
        }
    }
    let Some(expected) = expect["signers"].as_array() else { return };
    let optional: BTreeSet<&str> =
        texts(&expect["optional"]).into_iter().chain(texts(&case["optional"])).chain(ignored(case)).collect();
    let mut missing: Vec<(&str, &str)> = expected
        .iter()
        .map(|it| (it["role"].as_str().unwrap_or_default(), it["modality"].as_str().unwrap_or_default()))
        .collect();
    for option in &signing.options {
        for signer in &option.signers {
            let modality = option.modality.term();
            let fits = |expected: &str| {
                expected == modality || (expected == "或" && matches!(modality, "须" | "核报")) || expected.is_empty()
            };
            let found = missing.iter().position(|(role, expected)| *role == signer.role && fits(expected));
            match found {
                Some(at) => drop(missing.swap_remove(at)),
                None if optional.contains(signer.role.as_str()) => {}
                None => faults.push(format!("signer not expected: {} ({modality})", signer.role)),
            }
        }
    }
    faults.extend(missing.iter().map(|(role, modality)| format!("signer missing: {role} ({modality})")));
}

/// The roles of an outcome; `elsewhere` stands for another rule.
fn roles(signing: &Signing, ignored: &BTreeSet<&str>) -> BTreeSet<String> {
    if signing.outcome == qianfa::SigningOutcome::Elsewhere {
        return BTreeSet::from(["elsewhere".to_owned()]);
    }
    signing
        .options
        .iter()
        .flat_map(|option| option.signers.iter().map(|signer| signer.role.clone()))
        .filter(|role| !ignored.contains(role.as_str()))
        .collect()
}

fn check_possible(route: &Route, case: &Value, faults: &mut Vec<String>) {
    let Some(expected) = case["expect"]["possible"].as_array() else { return };
    let ignored = ignored(case);
    let expected: BTreeSet<BTreeSet<String>> = expected
        .iter()
        .map(|set| texts(set).into_iter().filter(|it| *it != "silent").map(str::to_owned).collect())
        .collect();
    let actual: BTreeSet<BTreeSet<String>> = route.signing.iter().map(|signing| roles(signing, &ignored)).collect();
    if actual != expected {
        faults.push(format!("possible: expected {expected:?}, got {actual:?}"));
    }
}

/// `46-1` names `46-1a` as well.
fn names(expected: &str, actual: &str) -> bool {
    actual.strip_prefix(expected).is_some_and(|rest| rest.len() <= 1 && rest.chars().all(|it| it.is_ascii_lowercase()))
}

fn check_clauses(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let signing = route.signing.iter().flat_map(|it| &it.basis);
    let limits = route.steps.iter().flat_map(|step| &step.limits).flat_map(|limit| &limit.basis);
    let notes = route.steps.iter().flat_map(|step| &step.notes).map(|note| &note.basis);
    let steps = route.steps.iter().flat_map(|step| &step.basis);
    let findings = route.findings.iter().flat_map(|finding| &finding.basis);
    let all: Vec<&str> =
        signing.chain(steps).chain(limits).chain(notes).chain(findings).map(|it| it.clause.as_str()).collect();
    for clause in texts(&expect["clauses"]) {
        if !all.iter().any(|actual| names(clause, actual)) {
            faults.push(format!("clause not shown: {clause}"));
        }
    }
}

fn check_steps(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let named = route.steps.iter().filter(|step| step.customary.is_none());
    let certain = |kind: &str| {
        named.clone().any(|step| step.kind.term() == kind && matches!(step.certainty, qianfa::Certainty::Certain))
    };
    for kind in texts(&expect["steps"]) {
        if !certain(kind) {
            faults.push(format!("step not certain: {kind}"));
        }
    }
    for kind in texts(&expect["notSteps"]) {
        if named.clone().any(|step| step.kind.term() == kind) {
            faults.push(format!("step not excluded: {kind}"));
        }
    }
}

fn check_findings(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let Some(expected) = expect["findings"].as_array() else { return };
    for it in expected {
        let (severity, clause) = (&it["severity"], it["clause"].as_str().unwrap_or_default());
        let found = route.findings.iter().any(|finding| {
            serde_json::to_value(finding.severity).expect("a severity is JSON") == *severity
                && finding.basis.iter().any(|basis| names(clause, &basis.clause))
        });
        if !found {
            faults.push(format!("finding missing: {severity} by {clause}"));
        }
    }
    let by_clauses = route
        .findings
        .iter()
        .filter(|it| !it.basis.is_empty() && it.severity != qianfa::FindingSeverity::Info)
        .filter(|it| it.code != "not-in-force");
    for finding in by_clauses {
        let named = expected.iter().any(|it| {
            let clause = it["clause"].as_str().unwrap_or_default();
            finding.basis.iter().any(|basis| names(clause, &basis.clause))
        });
        if !named {
            faults.push(format!("finding not expected: {} {}", finding.code, finding.message));
        }
    }
}
