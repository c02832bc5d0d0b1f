//! A document as a draft that a page could have sent: what a clerk would state, and nothing that goes without saying.

use crate::situation::{Cube, FactId, NO, Space, YES, fixed};
use crate::vocabulary::{ADDRESSEE_KINDS, NONE, is_institution};
use serde_json::{Map, Value, json};

/// What a value costs: the simplest document is a 通知 of the 政府 with nothing special about it.
pub(crate) fn cost(fact: FactId, value: usize, space: &Space) -> u32 {
    const SPECIAL: u32 = 100;
    let Some(it) = space.fact(fact) else { return 0 };
    let place = u32::try_from(value).unwrap_or(SPECIAL);
    if it.yes_no {
        return if value == 0 { SPECIAL } else { 0 };
    }
    match it.values.get(value).map(String::as_str) {
        Some("通知" | NONE) => 0,
        _ => place + if it.values.first().is_some_and(|first| first == NONE) { SPECIAL } else { 1 },
    }
}

/// The draft that states these facts of a document, and every other in which it is special.
pub(crate) fn draft(document: &Cube, stated: &[FactId], space: &Space) -> Value {
    let mut fields = Map::new();
    let mut matters = Map::new();
    let states = |fact: FactId| stated.contains(&fact);
    for (fact, mask) in document.iter() {
        let Some(it) = space.fact(fact) else { continue };
        let special = it.yes_no && mask == YES;
        let Some(term) = it.values_in(mask).next() else { continue };
        match fact {
            fixed::ADDRESSEES..=fixed::SEVERAL | fixed::COPIES..fixed::MATTERS => {}
            fixed::MATTERS.. if special || states(fact) => {
                matters.insert(it.label.clone(), Value::Bool(special));
            }
            fixed::OTHER_DEPARTMENTS if special || states(fact) => {
                let others = if special { json!(["协办部门"]) } else { json!([]) };
                fields.insert("departments".to_owned(), json!({ "others": others }));
            }
            fixed::VALID_YEARS if states(fact) => {
                fields.insert(it.name.clone(), json!(space.years_in(mask)));
            }
            _ if it.yes_no && (special || states(fact)) => {
                fields.insert(it.name.clone(), Value::Bool(special));
            }
            _ if !it.yes_no && fact != fixed::VALID_YEARS && term != NONE && (states(fact) || has_none(&it.values)) => {
                fields.insert(it.name.clone(), json!(term));
            }
            _ => {}
        }
    }
    if !matters.is_empty() {
        fields.insert("matters".to_owned(), Value::Object(matters));
    }
    let several = document.get(fixed::SEVERAL) == YES;
    for (name, first, several) in [("addressees", fixed::ADDRESSEES, several), ("copies", fixed::COPIES, false)] {
        let kinds = first..first + fixed::KINDS;
        let named = document.iter().any(|(fact, mask)| kinds.contains(&fact) && mask == YES);
        let asked = stated.iter().any(|fact| kinds.contains(fact) || (*fact == fixed::SEVERAL && name == "addressees"));
        if named || asked {
            fields.insert(name.to_owned(), recipients(document, first, several));
        }
    }
    Value::Object(fields)
}

fn has_none(values: &[String]) -> bool {
    values.first().is_some_and(|first| first == NONE)
}

/// The kinds that are there. Where one kind stands for several institutions, two are named.
fn recipients(document: &Cube, first: FactId, several: bool) -> Value {
    let there = (first..).zip(ADDRESSEE_KINDS).filter(|(fact, _)| document.get(*fact) != NO).map(|(_, kind)| kind);
    let mut list: Vec<Value> = there.clone().map(|kind| json!({ "kind": kind })).collect();
    let mut institutions = there.filter(|kind| is_institution(kind));
    if let (true, Some(only), None) = (several, institutions.next(), institutions.next()) {
        list.retain(|it| it.get("kind").is_none_or(|kind| kind != only));
        list.extend(["甲", "乙"].map(|which| json!({ "kind": only, "name": format!("{which}机关") })));
    }
    Value::Array(list)
}
