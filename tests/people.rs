//! People in routes: a table of situations over the five texts, as data, and what holds for every route.
//!
//! Each situation of `people/situations.json` is a roster (one of `people/rosters.json`, with changes), a draft and a day, and
//! what must come: who stands behind each signature and step, the words about standing in, the line for the form, and just the
//! findings about people that are named.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{SHIPPED, Shipped, cases, load};
use qianfa::{Finding, Route, Rulebook, Signer};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The codes of findings about people: a situation names all that must come.
const CODES: [&str; 21] = [
    "absent",
    "by-delegation",
    "contradiction",
    "day-unknown",
    "lead-unknown",
    "needs-delegation",
    "nobody-in-role",
    "others-unknown",
    "roster-delegation-cycle",
    "roster-empty-period",
    "roster-overlap",
    "roster-portfolio-open",
    "roster-portfolio-twice",
    "roster-self-delegation",
    "roster-two-holders",
    "roster-unknown-id",
    "roster-unknown-role",
    "same-person",
    "stands-in",
    "unknown-department",
    "unknown-person",
];

fn data(text: &str) -> Value {
    serde_json::from_str(text).expect("test data is JSON")
}

fn rosters() -> Value {
    data(include_str!("people/rosters.json"))
}

fn situations() -> Vec<Value> {
    data(include_str!("people/situations.json")).as_array().expect("a list").clone()
}

fn shipped(id: &str) -> &'static Shipped {
    SHIPPED.iter().find(|it| it.id == id).expect("a shipped rulebook")
}

/// The base roster of a rulebook with a situation's changes: other lists as they are, people by their ids (`null` leaves).
fn roster(situation: &Value) -> Value {
    let mut roster = rosters()[situation["rulebook"].as_str().expect("a rulebook")].clone();
    for (key, value) in situation["roster"].as_object().unwrap_or(&Map::new()) {
        if key != "people" {
            roster[key] = value.clone();
            continue;
        }
        let people = roster["people"].as_array_mut().expect("people");
        for (id, change) in value.as_object().expect("changes by id") {
            match (people.iter_mut().find(|it| it["id"] == **id), change) {
                (_, Value::Null) => people.retain(|it| it["id"] != **id),
                (Some(person), change) => {
                    for (field, value) in change.as_object().expect("fields") {
                        person[field] = value.clone();
                    }
                }
                (None, change) => {
                    let mut person = change.clone();
                    person["id"] = json!(id);
                    people.push(person);
                }
            }
        }
    }
    roster
}

fn route(rulebook: &Rulebook, situation: &Value) -> Route {
    let options = json!({ "on": situation["day"], "unstated": situation["unstated"], "roster": roster(situation) });
    rulebook.route_json(&situation["draft"], &options)
}

/// A signer in one line: `分管副县长：li`, `县长：zhang 代 wang 须委托`, `副县长：li、zhao（外出）`.
fn told(signer: &Signer) -> String {
    let mut titles = vec![signer.title.clone()];
    titles.extend(signer.also.iter().map(|it| it.title.clone()));
    let person = |it: &qianfa::RosterPerson| match &it.away {
        Some(why) => format!("{}（{why}）", it.id),
        None => it.id.clone(),
    };
    let people: Vec<String> = signer.persons.iter().map(person).collect();
    let mut line = titles.join("兼");
    if !people.is_empty() {
        line += &format!("：{}", people.join("、"));
    }
    if let Some(it) = &signer.standing_in {
        line += &format!(" 代 {}{}", it.absent.id, it.needs.map(|it| format!(" 须{it}")).unwrap_or_default());
    }
    line
}

fn told_all(signers: &[Signer]) -> String {
    signers.iter().map(told).collect::<Vec<_>>().join("；")
}

fn signers(route: &Route) -> impl Iterator<Item = &Signer> + Clone {
    let signing = route.signing.iter().flat_map(|it| &it.options).flat_map(|it| &it.signers);
    signing.chain(route.steps.iter().flat_map(|it| &it.actors))
}

/// What a route says about people, in the form of an expectation.
fn about_people(route: &Route) -> Value {
    let options = route.signing.iter().flat_map(|it| &it.options);
    let mut steps: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for step in route.steps.iter().filter(|it| it.kind.term() != "签发" && !it.actors.is_empty()) {
        steps.entry(step.kind.term()).or_default().push(told_all(&step.actors));
    }
    let about = |it: &&Finding| CODES.contains(&it.code.as_str()) || it.code == "wrong-roster";
    let findings: Vec<Value> =
        route.findings.iter().filter(about).map(|it| json!([it.code, it.message, it.path])).collect();
    let standing = signers(route).filter_map(|it| it.standing_in.as_ref());
    let mut words: Vec<&str> = standing.clone().map(|it| it.words.as_str()).collect();
    words.dedup();
    let mut lines: Vec<&str> = standing.clone().filter_map(|it| it.line.as_deref()).collect();
    lines.dedup();
    let mut under: Vec<String> = standing.map(|it| format!("{} {}", it.under.clause, it.under.cite)).collect();
    under.dedup();
    json!({
        "signing": options.map(|it| format!("{}{}", told_all(&it.signers), it.act.term())).collect::<Vec<_>>(),
        "steps": steps.into_iter().map(|(kind, who)| (kind.to_owned(), json!(who.join(" / ")))).collect::<Map<_, _>>(),
        "findings": findings,
        "words": words,
        "lines": lines,
        "under": under,
        "portfolios": route.facts.derived.iter().find(|it| it.0 == "portfolios").map(|it| json!(it.1)),
    })
}

#[test]
fn show() {
    for situation in situations() {
        let rulebook = load(shipped(situation["rulebook"].as_str().expect("a rulebook")));
        let route = route(&rulebook, &situation);
        println!("=== {} {}\n{}", situation["rulebook"], situation["name"], serde_json::to_string_pretty(&about_people(&route)).expect("JSON"));
    }
    let _ = cases;
}
