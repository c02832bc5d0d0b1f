//! What a case would expect if the route were right: a proposal for the author, who holds it against the text.

use crate::route::{Certainty, FindingSeverity, Route, SigningOutcome, Status};
use serde_json::{Map, Value, json};

/// The expectation that a route fulfils.
pub(crate) fn expectation(route: &Route) -> Value {
    let mut expect = Map::new();
    expect.insert("status".to_owned(), serde_json::to_value(route.status).unwrap_or_default());
    let first = route.signing.first();
    match (route.status, first) {
        (Status::Determined, Some(signing)) => {
            let act = signing.options.first().map(|it| it.act.term()).unwrap_or_default();
            let signers: Vec<Value> = signing
                .options
                .iter()
                .flat_map(|option| option.signers.iter().map(move |it| (it, option.modality.term())))
                .map(|(it, modality)| json!({ "role": it.role, "modality": modality }))
                .collect();
            expect.insert("act".to_owned(), json!(act));
            expect.insert("signers".to_owned(), json!(signers));
        }
        (Status::Open | Status::Conflict, _) => {
            let roles = route.signing.iter().map(|signing| match signing.outcome {
                SigningOutcome::Elsewhere => vec!["elsewhere"],
                _ => signing.options.iter().flat_map(|it| &it.signers).map(|it| it.role.as_str()).collect(),
            });
            expect.insert("possible".to_owned(), json!(roles.collect::<Vec<_>>()));
        }
        _ => {}
    }
    let clauses = first.into_iter().flat_map(|it| &it.basis).map(|it| it.clause.as_str());
    insert_list(&mut expect, "clauses", clauses.collect());
    let demanded = route.steps.iter().filter(|it| it.customary.is_none() && it.certainty == Certainty::Certain);
    insert_list(&mut expect, "steps", demanded.map(|it| it.kind.term()).collect());
    let findings: Vec<Value> = route
        .findings
        .iter()
        .filter(|it| it.severity != FindingSeverity::Info)
        .filter_map(|it| Some((it, it.basis.first()?)))
        .map(|(it, basis)| json!({ "severity": it.severity, "clause": basis.clause, "about": it.path }))
        .collect();
    if !findings.is_empty() {
        expect.insert("findings".to_owned(), json!(findings));
    }
    Value::Object(expect)
}

fn insert_list(expect: &mut Map<String, Value>, name: &str, list: Vec<&str>) {
    if !list.is_empty() {
        expect.insert(name.to_owned(), json!(list));
    }
}
