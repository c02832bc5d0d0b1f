//! Reader and schema side by side, over a rulebook in which every key of the format stands.

use super::super::issue::Issue;
use super::super::{from_text, text_to_json};
use super::{Dialect, schema};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

const EVERYTHING: &str = include_str!("../../../tests/rulebooks/everything.yaml");

/// What it stands on.
const BASE: &str = include_str!("../../../rulebooks/tiaoli-2012/rules.yaml");

/// Cases are read by those who run them.
const CASES: &str = "/案例";

/// Nothing of the format is called so.
const STRANGER: &str = "查无此名";

#[test]
fn reader_and_schema_know_the_same_keys_and_terms() {
    let schema: Value = serde_json::from_str(&schema(Dialect::Draft2020)).unwrap();
    let rulebook: Value = serde_json::from_str(&text_to_json(EVERYTHING).unwrap()).unwrap();
    let none: Vec<String> = faults(&rulebook).iter().map(ToString::to_string).collect();
    assert!(none.is_empty(), "{none:#?}");

    let mut walk = Walk { schema: &schema, rulebook: &rulebook, seen: Vec::new() };
    walk.value(&schema, &rulebook, "");
    let unseen: Vec<&Value> = maps(&schema).into_iter().filter(|it| !walk.seen.contains(it)).collect();
    assert!(unseen.is_empty(), "not in everything.yaml: {unseen:#?}");
}

/// The fields of a case's draft are those that `route` reads.
#[test]
fn drafts_have_the_fields_that_are_read() {
    let schema: Value = serde_json::from_str(&schema(Dialect::Draft2020)).unwrap();
    let fields: BTreeSet<&str> = known(&schema["$defs"]["draft"]);
    assert_eq!(fields, BTreeSet::from(crate::draft::FIELDS));
}

struct Walk<'a> {
    schema: &'a Value,
    rulebook: &'a Value,
    /// The maps of the schema that have been compared.
    seen: Vec<&'a Value>,
}

impl<'a> Walk<'a> {
    fn value(&mut self, schema: &'a Value, value: &'a Value, path: &str) {
        if path == CASES {
            return;
        }
        let forms = self.forms(schema);
        match value {
            Value::Object(entries) => {
                let maps: Vec<&'a Value> = forms.into_iter().filter(|it| it["type"] == "object").collect();
                let [map] = maps[..] else { panic!("{path}: not one form of a map, but {maps:#?}") };
                self.keys(map, entries, path);
                for (key, value) in entries {
                    let form = map["properties"].get(key).unwrap_or(&map["additionalProperties"]);
                    self.value(form, value, &format!("{path}/{key}"));
                }
            }
            Value::Array(items) => {
                let items_of = forms.into_iter().find(|it| it["type"] == "array").expect(path);
                for (at, item) in items.iter().enumerate() {
                    self.value(&items_of["items"], item, &format!("{path}/{at}"));
                }
            }
            _ => self.terms(&forms, path),
        }
    }

    /// What a schema allows, without references and alternatives.
    fn forms(&self, schema: &'a Value) -> Vec<&'a Value> {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.forms(self.schema.pointer(reference.trim_start_matches('#')).expect(reference));
        }
        match schema["type"].as_str().is_none().then(|| schema["anyOf"].as_array().or(schema["oneOf"].as_array())) {
            Some(Some(alternatives)) => alternatives.iter().flat_map(|it| self.forms(it)).collect(),
            _ => vec![schema],
        }
    }

    /// The keys that the reader takes here are those of the schema, and what it misses is required.
    fn keys(&mut self, map: &'a Value, entries: &Map<String, Value>, path: &str) {
        self.seen.push(map);
        let stranger = format!("{path}/{STRANGER}");
        let faults =
            self.faults_with(path, |it| drop(it.as_object_mut().unwrap().insert(STRANGER.into(), STRANGER.into())));
        let unknown = faults.iter().find(|it| it.path == stranger && it.code.starts_with("unknown"));
        if map["additionalProperties"] != false {
            assert!(unknown.is_none_or(|it| it.code != "unknown-key"), "{path}: the reader takes no other keys");
            return;
        }
        let expected = unknown.and_then(|it| it.expected.as_deref()).expect(path);
        assert_eq!(known(map), expected.split('、').collect(), "{path}");
        for key in entries.keys() {
            let faults = self.faults_with(path, |it| drop(it.as_object_mut().unwrap().remove(key)));
            let missed = faults.iter().any(|it| it.path == path && it.code.starts_with("missing"));
            let required = map["required"].as_array().is_some_and(|it| it.iter().any(|it| it == key));
            let demanded_with_others = map["then"]["required"] == serde_json::json!([key]);
            assert!(!missed || required || demanded_with_others, "{path}: the reader misses `{key}`");
            assert!(!required || !faults.is_empty(), "{path}: the reader does not miss `{key}`");
        }
    }

    /// Where the schema lists terms, the reader takes each, and lists no other.
    fn terms(&self, forms: &[&Value], path: &str) {
        let Some(terms) = forms.iter().map(|it| terms_of(it)).collect::<Option<Vec<_>>>() else { return };
        let terms: Vec<&Value> = terms.concat();
        for term in &terms {
            let faults = self.faults_with(path, |it| *it = (*term).clone());
            assert!(faults.iter().all(|it| it.path != path), "{path}: the reader takes no {term}");
        }
        let faults = self.faults_with(path, |it| *it = STRANGER.into());
        let expected = faults.iter().find(|it| it.path == path).and_then(|it| it.expected.as_deref()).expect(path);
        for term in expected.split('、') {
            assert!(terms.iter().any(|it| *it == term), "{path}: the schema takes no {term}");
        }
    }

    /// The faults of the rulebook after a change at a path.
    fn faults_with(&self, path: &str, change: impl FnOnce(&mut Value)) -> Vec<Issue> {
        let mut rulebook = self.rulebook.clone();
        change(rulebook.pointer_mut(path).expect(path));
        faults(&rulebook)
    }
}

fn faults(rulebook: &Value) -> Vec<Issue> {
    from_text(&rulebook.to_string(), &[BASE]).err().unwrap_or_default()
}

fn known(map: &Value) -> BTreeSet<&str> {
    map["properties"].as_object().unwrap().keys().map(String::as_str).collect()
}

/// The terms of a form that takes nothing else.
fn terms_of(form: &Value) -> Option<Vec<&Value>> {
    form["enum"].as_array().map(|it| it.iter().collect()).or_else(|| form.get("const").map(|it| vec![it]))
}

/// Every map that the schema describes, but for those of cases.
fn maps(schema: &Value) -> Vec<&Value> {
    match schema {
        Value::Object(entries) => {
            let own = (schema["type"] == "object").then_some(schema);
            let of_cases = |key: &str| matches!(key, "case" | "expectation" | "draft" | "recipients");
            own.into_iter()
                .chain(entries.iter().filter(|(key, _)| !of_cases(key)).flat_map(|(_, it)| maps(it)))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(maps).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_committed_schemas_are_these() {
    let committed = [
        (Dialect::Draft2020, include_str!("../../../rulebooks/schema/rulebook-1.2020-12.schema.json")),
        (Dialect::Draft07, include_str!("../../../rulebooks/schema/rulebook-1.draft-07.schema.json")),
    ];
    for (dialect, text) in committed {
        assert_eq!(text.replace("\r\n", "\n").trim_end(), schema(dialect), "run `cargo xtask schema`");
    }
}
