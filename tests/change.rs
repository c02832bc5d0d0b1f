//! What would change an answer: every change has been made here again, by other means, and gives just what it promised.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{SHIPPED, cases, load};
use qianfa::vocabulary::{ADDRESSEE_KINDS, ROLES, StepKind};
use qianfa::{Certainty, Change, Route, Rulebook, Standing, Versions};
use serde_json::{Value, json};

/// The drafts of a rulebook's cases with their options: as they stand in the case, and half filled.
fn drafts(id: &str) -> Vec<(Value, Value)> {
    let shipped = SHIPPED.iter().find(|it| it.id == id).expect("it is shipped");
    let mut drafts = vec![(json!({}), json!({})), (json!({}), json!({ "unstated": "no" }))];
    for (number, case) in cases(shipped).into_iter().enumerate() {
        let options = json!({ "unstated": case["unstated"], "on": case["on"] });
        if let Some(fields) = case["draft"].as_object() {
            let half = fields.iter().enumerate().filter(|(at, _)| (at + number) % 2 == 0);
            let half: serde_json::Map<String, Value> = half.map(|(_, (key, it))| (key.clone(), it.clone())).collect();
            drafts.push((Value::Object(half), json!({})));
        }
        drafts.push((case["draft"].clone(), options));
    }
    drafts
}

/// A draft with one fact stated otherwise, made here by other means than the engine's.
fn with(draft: &Value, fact: &str, to: &Value) -> Value {
    let mut draft = draft.clone();
    let Some((field, key)) = fact.split_once('.') else {
        if to.is_null() {
            draft.as_object_mut().expect("an object").remove(fact);
        } else {
            draft[fact] = to.clone();
        }
        return draft;
    };
    if matches!(field, "addressees" | "copies") {
        let named = |entry: &Value| entry.as_str().or_else(|| entry["kind"].as_str()) == Some(key);
        let mut list = draft[field].as_array().cloned().unwrap_or_default();
        if to == true {
            list.push(json!(key))
        } else {
            list.retain(|it| !named(it))
        }
        draft[field] = json!(list);
    } else {
        if !draft[field].is_object() {
            draft[field] = json!({});
        }
        draft[field][key] = to.clone();
    }
    draft
}

/// A draft with a whole change made.
fn made(draft: &Value, change: &Change, but: Option<usize>) -> Value {
    let mut set: Vec<(usize, &qianfa::ChangedFact)> = change.set.iter().enumerate().collect();
    // What is there first: a list that names nobody says that nobody is there.
    set.sort_by_key(|(_, it)| value(&it.to) == false);
    let kept = set.into_iter().filter(|(at, _)| Some(*at) != but);
    kept.fold(draft.clone(), |draft, (_, it)| with(&draft, &it.fact, &value(&it.to)))
}

fn value(json: &qianfa::Json) -> Value {
    serde_json::to_value(json).expect("it is JSON")
}

/// What a clerk would call another answer: outcomes, and steps with their certainty.
fn answer(rulebook: &Rulebook, draft: &Value, options: &Value) -> (Vec<String>, Vec<(String, bool)>) {
    let route = rulebook.route_json(draft, options);
    let steps = route.steps.iter().filter(|it| it.kind != StepKind::Sign);
    (
        rulebook.decide_json(draft, options).outcomes,
        steps.map(|it| (it.id.clone(), it.certainty == Certainty::Certain)).collect(),
    )
}

fn contradictions(route: &Route) -> usize {
    route.findings.iter().filter(|it| it.code == "contradiction").count()
}

/// Every draft in which one fact is stated otherwise, with the fact, as the vocabulary lists facts and values.
fn single_facts(rulebook: &Rulebook, draft: &Value) -> Vec<(String, Value)> {
    let mut drafts = Vec::new();
    for fact in rulebook.vocabulary().facts {
        let values: Vec<Value> = match (fact.name.as_str(), fact.kind) {
            ("departments.others", _) | (_, "yesno") => vec![json!(true), json!(false)],
            (_, "enum") => fact.values.iter().map(|it| json!(it.value)).collect(),
            ("validYears", _) => (0..12).map(|years| json!(years)).collect(),
            _ => Vec::new(),
        };
        drafts.extend(values.iter().map(|to| (fact.name.clone(), with(draft, &fact.name, to))));
    }
    for list in ["addressees", "copies"] {
        for kind in ADDRESSEE_KINDS {
            let name = format!("{list}.{kind}");
            drafts.push((name.clone(), with(draft, &name, &json!(true))));
            if draft[list].is_array() {
                drafts.push((name.clone(), with(draft, &name, &json!(false))));
            }
        }
    }
    drafts
}

#[test]
fn following_a_change_gives_just_the_promised_route() {
    let mut followed = 0;
    for shipped in SHIPPED {
        let rulebook = load(shipped);
        for (draft, options) in drafts(shipped.id).into_iter().step_by(7) {
            let before = rulebook.route_json(&draft, &options);
            let now = answer(&rulebook, &draft, &options);
            for change in rulebook.what_if_json(&draft, &options) {
                let told = format!("{} {draft} {options}: {}", shipped.id, change.words);
                let changed = value(&change.draft);
                let route = rulebook.route_json(&changed, &options);
                let then = answer(&rulebook, &changed, &options);
                assert_eq!(route, rulebook.route_json(&made(&draft, &change, None), &options), "{told}");
                assert!(contradictions(&route) <= contradictions(&before), "{told}");
                assert_eq!(change.then.status, route.status, "{told}");
                assert_eq!(change.then.outcomes, then.0, "{told}");
                let is = |of: &[(String, bool)], id: &String, certain: bool| of.contains(&(id.clone(), certain));
                let ids = |steps: &[qianfa::StepChange]| steps.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
                let all = |of: &[(String, bool)], keep: &dyn Fn(&String, bool) -> bool| {
                    of.iter().filter(|(id, sure)| keep(id, *sure)).map(|(id, _)| id.clone()).collect::<Vec<_>>()
                };
                let absent = |of: &[(String, bool)], id: &String| !is(of, id, true) && !is(of, id, false);
                assert_eq!(ids(&change.then.added), all(&then.1, &|id, sure| sure && !is(&now.1, id, true)), "{told}");
                assert_eq!(ids(&change.then.possible), all(&then.1, &|id, sure| !sure && absent(&now.1, id)), "{told}");
                assert_eq!(ids(&change.then.dropped), all(&now.1, &|id, sure| sure && absent(&then.1, id)), "{told}");
                for (at, fact) in change.set.iter().enumerate() {
                    assert_ne!(fact.from, fact.to, "{told}");
                    assert!(change.words.contains(&fact.words), "{told}");
                    assert!(!change.set.iter().skip(at + 1).any(|other| other.fact == fact.fact), "{told}");
                    // Left out, it must be missed: in the answer, or because the draft contradicts itself.
                    let without = made(&draft, &change, Some(at));
                    let missed = answer(&rulebook, &without, &options) != then
                        || contradictions(&rulebook.route_json(&without, &options)) > contradictions(&before);
                    assert!(missed, "{told}: {} is superfluous", fact.fact);
                }
                assert_ne!(now, then, "{told}");
                followed += 1;
            }
        }
    }
    assert!(followed > 800, "{followed}");
}

#[test]
fn what_one_fact_brings_is_told_with_one_fact() {
    for shipped in SHIPPED {
        let rulebook = load(shipped);
        for (draft, options) in drafts(shipped.id).into_iter().step_by(29) {
            let before = rulebook.route_json(&draft, &options);
            let now = answer(&rulebook, &draft, &options);
            let changes = rulebook.what_if_json(&draft, &options);
            let mut alone = Vec::new();
            for (fact, changed) in single_facts(&rulebook, &draft) {
                if contradictions(&rulebook.route_json(&changed, &options)) > contradictions(&before) {
                    continue;
                }
                let then = answer(&rulebook, &changed, &options);
                for outcome in &then.0 {
                    let sure = then.0.len() == 1;
                    if now.0.contains(outcome) && (now.0.len() == 1 || !sure) {
                        continue;
                    }
                    let told = changes.iter().any(|it| {
                        it.set.len() == 1
                            && it.then.outcomes.contains(outcome)
                            && (!sure || it.then.outcomes.len() == 1)
                    });
                    assert!(told, "{} {draft} {options}: {fact} leads to {outcome}", shipped.id);
                }
                alone.push(then);
            }
            for change in changes.iter().filter(|it| it.set.len() > 1) {
                let then = answer(&rulebook, &value(&change.draft), &options);
                assert!(
                    !alone.contains(&then),
                    "{} {draft} {options}: one fact would do: {}",
                    shipped.id,
                    change.words
                );
            }
        }
    }
}

/// How an answer lies to what is wanted, seen from the route alone.
fn expected(had: usize, of: usize) -> Option<Standing> {
    match had {
        0 => None,
        _ if had == of => Some(Standing::IsSo),
        _ => Some(Standing::MayBe),
    }
}

#[test]
fn why_not_agrees_with_the_route_and_its_changes_bring_it_about() {
    for shipped in SHIPPED {
        let rulebook = load(shipped);
        let drafts = drafts(shipped.id);
        let routes: Vec<_> = drafts.iter().map(|(draft, options)| rulebook.route_json(draft, options)).collect();
        let mut outcomes: Vec<String> =
            drafts.iter().flat_map(|(draft, options)| rulebook.decide_json(draft, options).outcomes).collect();
        outcomes.sort();
        outcomes.dedup();
        let mut wanted: Vec<Value> = outcomes.iter().map(|it| json!(it)).collect();
        wanted.extend(StepKind::ALL.iter().map(|it| json!({ "step": it.term() })));
        for (number, (draft, options)) in drafts.iter().enumerate().step_by(11) {
            for wanted in wanted.iter().skip(number % 7).step_by(7) {
                let told = format!("{} {draft} {options} {wanted}", shipped.id);
                let why = rulebook.why_not_json(draft, wanted, options);
                let now = rulebook.decide_json(draft, options).outcomes;
                let kind = wanted["step"].as_str();
                let had = match (wanted.as_str(), kind) {
                    (Some(outcome), _) => expected(now.iter().filter(|it| *it == outcome).count(), now.len()),
                    (_, Some("签发")) => continue,
                    (_, kind) => {
                        let steps = routes[number].steps.iter().filter(|it| Some(it.kind.term()) == kind);
                        let sure: Vec<bool> = steps.map(|it| it.certainty == Certainty::Certain).collect();
                        expected(usize::from(sure.contains(&true)), usize::from(!sure.is_empty()))
                            .or_else(|| (!sure.is_empty()).then_some(Standing::MayBe))
                    }
                };
                match had {
                    Some(standing) => assert_eq!(why.answer, standing, "{told}"),
                    None => assert!(matches!(why.answer, Standing::IsNot | Standing::Never), "{told}"),
                }
                if why.answer == Standing::Never {
                    let some = routes.iter().any(|it| it.steps.iter().any(|it| Some(it.kind.term()) == kind));
                    assert!(wanted.is_object() && !some, "{told}");
                }
                assert!(why.because.iter().all(|it| why.words.contains(&it.words)), "{told}: {}", why.words);
                for change in &why.changes {
                    let then = rulebook.why_not_json(&value(&change.draft), wanted, options);
                    match why.answer {
                        Standing::IsNot => assert!(matches!(then.answer, Standing::IsSo | Standing::MayBe), "{told}"),
                        _ => assert_eq!(then.answer, Standing::IsSo, "{told}: {}", change.words),
                    }
                }
            }
        }
    }
}

fn shipped(id: &str) -> Rulebook {
    load(SHIPPED.iter().find(|it| it.id == id).expect("it is shipped"))
}

#[test]
fn a_draft_that_is_none_is_asked_about_as_an_empty_one() {
    let rulebook = shipped("wushan");
    let empty = rulebook.what_if_json(&json!({}), &json!({}));
    assert!(!empty.is_empty());
    for nothing in [json!(null), json!(7), json!("请示"), json!([{}])] {
        assert_eq!(rulebook.what_if_json(&nothing, &json!({})), empty);
    }
}

#[test]
fn hostile_drafts_are_answered_as_well() {
    let long = "文".repeat(5000);
    let many: Value = (0..50).map(|at| (format!("k{at}"), json!(at))).collect::<serde_json::Map<_, _>>().into();
    let drafts = [
        json!({ "addressees": "上级政府", "copies": { "a": 1 }, "matters": [], "departments": 1, "validYears": -1 }),
        json!({ "addressees": [1, null, { "kind": 2 }, { "name": long }, ["上级政府"]], "docType": long }),
        json!({ "docType": "纪要", "minutesOf": "无", "direction": "下行", "issuer": "政府", "addressees": ["本级政府"] }),
        json!({ "docType": "议案", "addressees": ["下级政府"], "direction": "上行", "minutesOf": "常务会议" }),
        json!({ "matters": many, "validYears": 1.5e300, "": "", "a.b": { "c.d": true } }),
    ];
    for it in SHIPPED {
        let rulebook = load(it);
        for draft in &drafts {
            for options in [json!({ "unstated": "no" }), json!({}), json!(3)] {
                for change in rulebook.what_if_json(draft, &options) {
                    let changed = value(&change.draft);
                    assert_eq!(change.then.outcomes, rulebook.decide_json(&changed, &options).outcomes, "{changed}");
                }
                for wanted in ROLES.iter().map(|it| json!({ "signer": it.code })).step_by(9) {
                    assert!(!rulebook.why_not_json(draft, &wanted, &options).words.is_empty());
                }
            }
        }
    }
}

#[test]
fn what_nobody_knows_is_never_and_says_so() {
    let rulebook = shipped("toksun");
    let words = |wanted: Value| {
        let why = rulebook.why_not_json(&json!({}), &wanted, &json!({}));
        assert_eq!((why.answer, why.changes.len(), why.basis.len()), (Standing::Never, 0, 0), "{wanted}");
        why.words
    };
    assert_eq!(words(json!({ "signer": "县长长" })), "没有`县长长`这一职务；是否想写`县长`");
    assert_eq!(words(json!({ "step": "合法审查" })), "没有`合法审查`这一环节；是否想写`合法性审查`");
    assert_eq!(words(json!("由太守签发")), "本规则没有`由太守签发`这一签发结果；是否想写`由县长签发`");
    assert_eq!(words(json!(null)), "所问应为签发结果、{signer}或{step}");
    assert_eq!(words(json!({ "signer": "县长", "step": "审定" })), "所问应为签发结果、{signer}或{step}");
}

#[test]
fn of_several_versions_that_of_the_day_is_asked() {
    let text = SHIPPED.iter().find(|it| it.id == "yiyuan").expect("it is shipped").rules;
    let versions = Versions::from_texts(&[text], &[common::base()]).expect("it loads");
    let draft = json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"] });
    let options = json!({ "unstated": "no", "on": "2026-11-22" });
    let alone = shipped("yiyuan");
    assert_eq!(versions.what_if_json(&draft, &options), alone.what_if_json(&draft, &options));
    let wanted = json!({ "signer": "县长" });
    assert_eq!(versions.why_not_json(&draft, &wanted, &options), alone.why_not_json(&draft, &wanted, &options));
}
