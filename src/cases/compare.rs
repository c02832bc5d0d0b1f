//! A route against what a case expects.
//!
//! A case asserts reasons as well as results: status, act, signers with their modality, deciding clauses, steps that are
//! certain, steps that are excluded, findings.

use super::words::{self, Roles};
use super::{field, misspelt, strings, texts};
use crate::route::{Basis, Certainty, Finding, FindingSeverity, Route, Signing, SigningOutcome, Status};
use crate::vocabulary::StepKind;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// Everything in which the route is not the expected one, for the rulebook's author.
pub(super) fn faults(route: &Route, case: &Value, known: Roles<'_>) -> Vec<String> {
    let expect = field(case, "expect");
    let mut faults = Vec::new();
    draft(route, expect, &mut faults);
    status(route, expect, &mut faults);
    match route.status {
        Status::Determined => {
            act(route, expect, &mut faults);
            signers(route, case, known, &mut faults);
        }
        Status::Open | Status::Conflict => possible(route, case, known, &mut faults),
        Status::Silent | Status::Elsewhere => {}
    }
    clauses(route, expect, &mut faults);
    steps(route, expect, &mut faults);
    findings(route, expect, &mut faults);
    faults
}

/// Faults of the draft itself that keep the case from asking what it means to ask.
const OF_THE_DRAFT: [&str; 4] = ["not-a-draft", "unknown-field", "wrong-type", "wrong-value"];

/// The draft's own faults, unless the case is about them: then it names a finding without a clause.
fn draft(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let expected = field(expect, "findings").as_array().into_iter().flatten();
    if expected.into_iter().any(|it| field(it, "clause").is_null()) {
        return;
    }
    for finding in &route.findings {
        if finding.basis.is_empty() && OF_THE_DRAFT.contains(&finding.code.as_str()) {
            let place = if finding.path.is_empty() { String::new() } else { format!("{}：", finding.path) };
            faults.push(format!("草稿：{place}{}", finding.message));
        }
    }
}

fn status(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let actual = code(route.status);
    match field(expect, "status").as_str() {
        Some(expected) if expected == actual || !words::is_status(expected) => {}
        Some(expected) => {
            faults.push(format!("应为{}，实为{}", words::status(expected), words::status(&actual)));
        }
        None => faults.push(format!("没有写status；实为{}", words::status(&actual))),
    }
}

/// What stands for a value in JSON.
fn code(value: impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

/// Roles named by the case or its expectation under a key.
fn roles_under<'a>(case: &'a Value, key: &str) -> BTreeSet<&'a str> {
    texts(field(case, "expect"), key).into_iter().chain(texts(case, key)).collect()
}

fn act(route: &Route, expect: &Value, faults: &mut Vec<String>) {
    let (Some(signing), Some(act)) = (route.signing.first(), field(expect, "act").as_str()) else { return };
    let acts: Vec<&str> = signing.options.iter().map(|option| option.act.term()).collect();
    if !acts.contains(&act) {
        faults.push(format!("用语应为{act}，实为{}", acts.join("、")));
    }
}

fn signers(route: &Route, case: &Value, known: Roles<'_>, faults: &mut Vec<String>) {
    let Some(signing) = route.signing.first() else { return };
    let Some(expected) = field(field(case, "expect"), "signers").as_array() else { return };
    if !misspelt::roles_are_known(case, known) {
        return;
    }
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
                None => faults.push(format!("不应由{}（{modality}）签发", signer.title)),
            }
        }
    }
    faults.extend(missing.iter().map(|(role, modality)| {
        let modality = if modality.is_empty() { String::new() } else { format!("（{modality}）") };
        format!("缺签发人{}{modality}", known.term(role))
    }));
}

/// The roles of an outcome; `elsewhere` stands for another rule.
fn roles(signing: &Signing, ignored: &BTreeSet<&str>) -> BTreeSet<String> {
    if signing.outcome == SigningOutcome::Elsewhere {
        return BTreeSet::from(["elsewhere".to_owned()]);
    }
    let signers = signing.options.iter().flat_map(|option| &option.signers);
    signers.map(|signer| signer.role.clone()).filter(|role| !ignored.contains(role.as_str())).collect()
}

fn possible(route: &Route, case: &Value, known: Roles<'_>, faults: &mut Vec<String>) {
    let Some(expected) = field(field(case, "expect"), "possible").as_array() else { return };
    if !misspelt::roles_are_known(case, known) {
        return;
    }
    let ignored = roles_under(case, "ignoreRoles");
    let outcome = |set: &Value| strings(set).into_iter().filter(|it| *it != "silent").map(str::to_owned).collect();
    let expected: BTreeSet<BTreeSet<String>> = expected.iter().map(outcome).collect();
    let actual: BTreeSet<BTreeSet<String>> = route.signing.iter().map(|signing| roles(signing, &ignored)).collect();
    if actual != expected {
        faults.push(format!("可能的结果应为{}，实为{}", told(&expected, known), told(&actual, known)));
    }
}

fn told(outcomes: &BTreeSet<BTreeSet<String>>, known: Roles<'_>) -> String {
    let title = |role: &String| if role == "elsewhere" { "另有规定".to_owned() } else { known.title(role) };
    let one = |roles: &BTreeSet<String>| match roles.len() {
        0 => "未规定".to_owned(),
        _ => roles.iter().map(title).collect::<Vec<_>>().join("+"),
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
    for kind in texts(expect, "steps").into_iter().filter(|it| StepKind::from_term(it).is_some()) {
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
    for it in expected.iter().filter(|it| !route.findings.iter().any(|finding| meets(finding, it))) {
        let severity = words::severity(field(it, "severity").as_str().unwrap_or_default());
        let clause = field(it, "clause").as_str().map(|it| format!("，依条款{it}")).unwrap_or_default();
        faults.push(format!("缺检查结果：{severity}{clause}"));
    }
    let of_the_text = route
        .findings
        .iter()
        .filter(|it| it.severity != FindingSeverity::Info && it.code != "not-in-force")
        // What only a higher rulebook says is its own cases' affair.
        .filter(|it| it.basis.iter().any(|basis| !basis.clause.contains('/')) && it.code != "contradicts-higher");
    for finding in of_the_text {
        if !expected.iter().any(|it| rests_on(finding, field(it, "clause"))) {
            faults.push(format!("不应有检查结果：{}（{}）", finding.message, finding.code));
        }
    }
}

fn meets(finding: &Finding, expected: &Value) -> bool {
    field(expected, "severity") == code(finding.severity).as_str() && rests_on(finding, field(expected, "clause"))
}

/// Whether a finding rests on the clause that is named; where none is, whether it is about the draft itself.
fn rests_on(finding: &Finding, clause: &Value) -> bool {
    match clause.as_str() {
        Some(clause) => finding.basis.iter().any(|basis| names(clause, &basis.clause)),
        None => finding.basis.is_empty(),
    }
}
