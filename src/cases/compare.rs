//! A route against what a case expects.
//!
//! A case asserts reasons as well as results: status, act, signers with their modality, deciding clauses, steps that are
//! certain, steps that are excluded, findings.

use super::field;
use crate::route::{Basis, Certainty, FindingSeverity, Route, Signing, SigningOutcome, Status};
use serde_json::Value;
use std::collections::BTreeSet;

/// Everything in which the route is not the expected one, for the rulebook's author.
pub(crate) fn faults(route: &Route, case: &Value) -> Vec<String> {
    let expect = field(case, "expect");
    let mut faults = Vec::new();
    status(route, expect, &mut faults);
    match route.status {
        Status::Determined => signers(route, case, &mut faults),
        Status::Open | Status::Conflict => possible(route, case, &mut faults),
        Status::Silent | Status::Elsewhere => {}
    }
    clauses(route, expect, &mut faults);
    steps(route, expect, &mut faults);
    findings(route, expect, &mut faults);
    faults
}

fn texts<'a>(from: &'a Value, name: &str) -> Vec<&'a str> {
    strings(field(from, name))
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().map(|items| items.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

fn status(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let actual = serde_json::to_value(route.status).unwrap_or_default();
    let expected = field(expect, "status");
    if actual != *expected {
        faults.push(format!("status应为{expected}，实为{actual}"));
    }
}

/// Roles named by the case or its expectation under a key.
fn roles_under<'a>(case: &'a Value, key: &str) -> BTreeSet<&'a str> {
    texts(field(case, "expect"), key).into_iter().chain(texts(case, key)).collect()
}

fn signers(route: &Route, case: &Value, faults: &mut Vec<String>) {
    let expect = field(case, "expect");
    let Some(signing) = route.signing.first() else { return };
    if let Some(act) = field(expect, "act").as_str() {
        let acts: Vec<&str> = signing.options.iter().map(|option| option.act.term()).collect();
        if !acts.contains(&act) {
            faults.push(format!("用语应为{act}，实为{}", acts.join("、")));
        }
    }
    let Some(expected) = field(expect, "signers").as_array() else { return };
    let mut optional = roles_under(case, "optional");
    optional.extend(roles_under(case, "ignoreRoles"));
    let text = |it: &Value, name: &str| field(it, name).as_str().unwrap_or_default().to_owned();
    let mut missing: Vec<(String, String)> =
        expected.iter().map(|it| (text(it, "role"), text(it, "modality"))).collect();
    for option in &signing.options {
        let modality = option.modality.term();
        let fits = |expected: &str| {
            expected == modality || (expected == "或" && matches!(modality, "须" | "核报")) || expected.is_empty()
        };
        for signer in &option.signers {
            match missing.iter().position(|(role, expected)| *role == signer.role && fits(expected)) {
                Some(at) => drop(missing.swap_remove(at)),
                None if optional.contains(signer.role.as_str()) => {}
                None => faults.push(format!("不应由{}（{}）签发", signer.role, modality)),
            }
        }
    }
    faults.extend(missing.iter().map(|(role, modality)| format!("缺签发人{role}（{modality}）")));
}

/// The roles of an outcome; `elsewhere` stands for another rule.
fn roles(signing: &Signing, ignored: &BTreeSet<&str>) -> BTreeSet<String> {
    if signing.outcome == SigningOutcome::Elsewhere {
        return BTreeSet::from(["elsewhere".to_owned()]);
    }
    let signers = signing.options.iter().flat_map(|option| &option.signers);
    signers.map(|signer| signer.role.clone()).filter(|role| !ignored.contains(role.as_str())).collect()
}

fn possible(route: &Route, case: &Value, faults: &mut Vec<String>) {
    let Some(expected) = field(field(case, "expect"), "possible").as_array() else { return };
    let ignored = roles_under(case, "ignoreRoles");
    let outcome = |set: &Value| strings(set).into_iter().filter(|it| *it != "silent").map(str::to_owned).collect();
    let expected: BTreeSet<BTreeSet<String>> = expected.iter().map(outcome).collect();
    let actual: BTreeSet<BTreeSet<String>> = route.signing.iter().map(|signing| roles(signing, &ignored)).collect();
    if actual != expected {
        faults.push(format!("可能的结果应为{}，实为{}", told(&expected), told(&actual)));
    }
}

fn told(outcomes: &BTreeSet<BTreeSet<String>>) -> String {
    let one = |roles: &BTreeSet<String>| match roles.len() {
        0 => "未规定".to_owned(),
        _ => roles.iter().cloned().collect::<Vec<_>>().join("+"),
    };
    outcomes.iter().map(one).collect::<Vec<_>>().join("、")
}

/// `46-1` names `46-1a` as well.
fn names(expected: &str, actual: &str) -> bool {
    actual.strip_prefix(expected).is_some_and(|rest| rest.len() <= 1 && rest.chars().all(|it| it.is_ascii_lowercase()))
}

fn clauses(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let signing = route.signing.iter().flat_map(|it| &it.basis);
    let limits = route.steps.iter().flat_map(|step| &step.limits).flat_map(|limit| &limit.basis);
    let notes = route.steps.iter().flat_map(|step| &step.notes).map(|note| &note.basis);
    let steps = route.steps.iter().flat_map(|step| &step.basis);
    let findings = route.findings.iter().flat_map(|finding| &finding.basis);
    let all: Vec<&Basis> = signing.chain(steps).chain(limits).chain(notes).chain(findings).collect();
    for clause in texts(expect, "clauses") {
        if !all.iter().any(|actual| names(clause, &actual.clause)) {
            faults.push(format!("没有用到条款{clause}"));
        }
    }
}

fn steps(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let demanded = || route.steps.iter().filter(|step| step.customary.is_none());
    for kind in texts(expect, "steps") {
        if !demanded().any(|step| step.kind.term() == kind && step.certainty == Certainty::Certain) {
            faults.push(format!("缺环节{kind}，或不确定"));
        }
    }
    for kind in texts(expect, "notSteps") {
        if demanded().any(|step| step.kind.term() == kind) {
            faults.push(format!("不应有环节{kind}"));
        }
    }
}

fn findings(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let Some(expected) = field(expect, "findings").as_array() else { return };
    let clause_of = |it: &Value| field(it, "clause").as_str().unwrap_or_default().to_owned();
    for it in expected {
        let (severity, clause) = (field(it, "severity"), clause_of(it));
        let found = route.findings.iter().any(|finding| {
            serde_json::to_value(finding.severity).is_ok_and(|it| it == *severity)
                && finding.basis.iter().any(|basis| names(&clause, &basis.clause))
        });
        if !found {
            faults.push(format!("缺检查结果：{severity}，依条款{clause}"));
        }
    }
    let of_the_text = route
        .findings
        .iter()
        .filter(|it| it.severity != FindingSeverity::Info && it.code != "not-in-force")
        // What only a higher rulebook says is its own cases' affair.
        .filter(|it| it.basis.iter().any(|basis| !basis.clause.contains('/')) && it.code != "contradicts-higher");
    for finding in of_the_text {
        let named = |it: &Value| finding.basis.iter().any(|basis| names(&clause_of(it), &basis.clause));
        if !expected.iter().any(named) {
            faults.push(format!("不应有检查结果{}：{}", finding.code, finding.message));
        }
    }
}
