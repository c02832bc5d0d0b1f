//! Questions as a form relies on them: each can change the route, none is missing, none is idle, and asking ends.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::dice::Dice;
use common::{SHIPPED, Shipped};
use qianfa::vocabulary::ADDRESSEE_KINDS;
use qianfa::{Answer, FactValue, Options, Question, Route, Rulebook, Status};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Drafts of a rulebook's cases from which fields were dropped at random, and the empty one.
fn partial_drafts(shipped: &Shipped, count: usize, dice: &mut Dice) -> Vec<Value> {
    let cases = common::cases(shipped);
    let mut drafts = vec![json!({})];
    for _ in 0..count {
        let draft = cases[dice.roll(cases.len())]["draft"].as_object().cloned().unwrap_or_default();
        let kept: Map<String, Value> = draft.into_iter().filter(|_| dice.roll(3) > 0).collect();
        drafts.push(Value::Object(kept));
    }
    drafts
}

fn route(rulebook: &Rulebook, draft: &Value) -> Route {
    rulebook.route(draft, &Options::default())
}

/// Shows `check` every rulebook with some partial drafts and their routes.
fn for_partial_drafts(count: usize, check: &mut dyn FnMut(&Rulebook, &Value, &Route)) {
    let mut dice = Dice(0x5bd1_e995_9e37_79b9);
    for shipped in SHIPPED {
        let rulebook = common::load(shipped);
        for draft in partial_drafts(shipped, count, &mut dice) {
            check(&rulebook, &draft, &route(&rulebook, &draft));
        }
    }
}

/// `addressees` and `上级政府` of a question whether a kind is in a list. A draft states lists whole, so that its answer is a list.
fn member(fact: &str) -> Option<(&str, &str)> {
    fact.split_once('.').filter(|(list, _)| matches!(*list, "addressees" | "copies"))
}

/// The draft with an answer; none where the answer is a list.
fn answered(draft: &Value, fact: &str, answer: &Answer) -> Option<Value> {
    if member(fact).is_some() {
        return None;
    }
    let value = match &answer.value {
        FactValue::Term(term) if fact == "validYears" => json!(years(term)),
        value => json!(value),
    };
    let mut next = draft.clone();
    match fact.split_once('.') {
        Some((outer, inner)) => next[outer][inner] = value,
        None => next[fact] = value,
    }
    Some(next)
}

/// A number of years in `超过5年`, `不超过5年`, `超过2年、不超过5年`.
fn years(interval: &str) -> f64 {
    let last = interval.rsplit('、').next().unwrap_or_default();
    let number = last.trim_matches(|it: char| !it.is_ascii_digit()).parse::<f64>().unwrap_or(0.0);
    if last.starts_with('不') { number } else { number + 1.0 }
}

/// What a route says, and what it still asks: findings that are merely possible show in nothing else. Where that differs
/// after two answers, some complete documents that differ in this fact alone have different routes.
fn said(route: &Route) -> Value {
    let mut said = json!(route);
    said["facts"] = json!(route.facts.missing);
    said
}

/// The routes after each answer; for a kind in a list, after lists with it and without.
fn after_answers(rulebook: &Rulebook, draft: &Value, question: &Question) -> Vec<Value> {
    let drafts: Vec<Value> = match member(&question.fact) {
        None => question.answers.iter().filter_map(|answer| answered(draft, &question.fact, answer)).collect(),
        Some((list, kind)) => {
            let others = ADDRESSEE_KINDS.iter().filter(|it| **it != kind);
            let lists = others.flat_map(|it| [json!([it]), json!([it, kind])]).chain([json!([]), json!([kind])]);
            let state = |list_of: Value| {
                let mut next = draft.clone();
                next[list] = list_of;
                next
            };
            lists.map(state).collect()
        }
    };
    drafts.iter().map(|draft| said(&route(rulebook, draft))).collect()
}

/// Whether answers tell apart some document that a case makes of the draft: it has what the draft leaves open.
fn tells_cases_apart(rulebook: &Rulebook, draft: &Value, question: &Question) -> bool {
    let finished = Options { unstated_is_no: true, ..Options::default() };
    let shipped = SHIPPED.iter().find(|it| it.id == rulebook.id()).expect("it is shipped");
    common::cases(shipped).iter().any(|case| {
        let mut whole = case["draft"].clone();
        for (field, value) in draft.as_object().into_iter().flatten() {
            match (whole.get_mut(field).and_then(Value::as_object_mut), value.as_object()) {
                (Some(inner), Some(stated)) => inner.extend(stated.clone()),
                _ => whole[field] = value.clone(),
            }
        }
        let drafts = question.answers.iter().filter_map(|answer| answered(&whole, &question.fact, answer));
        let routes: Vec<Route> = drafts.map(|draft| rulebook.route(&draft, &finished)).collect();
        routes.iter().any(|it| {
            (&it.signing, &it.steps, &it.findings) != (&routes[0].signing, &routes[0].steps, &routes[0].findings)
        })
    })
}

#[test]
fn every_question_can_change_the_route() {
    let (mut tried, mut unshown) = (0, Vec::new());
    let mut seen = BTreeSet::new();
    for_partial_drafts(2, &mut |rulebook, draft, before| {
        for question in before.questions.iter().filter(|_| draft != &json!({})) {
            if seen.insert((rulebook.id().to_owned(), question.fact.clone())) {
                tried += 1;
                let routes = after_answers(rulebook, draft, question);
                if routes.iter().all(|it| *it == routes[0]) && !tells_cases_apart(rulebook, draft, question) {
                    unshown.push(format!("{}: {} in {draft}", rulebook.id(), question.fact));
                }
            }
        }
    });
    // A fact may matter only together with several others of which no case has all: brute force shows those
    // (`src/ruling/brute_force.rs`).
    assert!(unshown.len() * 20 <= tried, "{} of {tried}: {unshown:#?}", unshown.len());
    println!("{} of {tried}: {unshown:#?}", unshown.len());
}

#[test]
fn what_is_missing_is_asked_and_nothing_else() {
    for_partial_drafts(25, &mut |rulebook, draft, route| {
        // How many addressees there are is answered by naming them.
        let missing: BTreeSet<&str> =
            route.facts.missing.iter().map(String::as_str).filter(|it| *it != "addressees.两个以上机关").collect();
        let asked: BTreeSet<&str> = route.questions.iter().map(|it| it.fact.as_str()).collect();
        assert_eq!(asked, missing, "{} {draft}", rulebook.id());
        assert_eq!(asked.len(), route.questions.len(), "{} {draft}: asked twice", rulebook.id());
        assert!(route.questions.is_sorted_by_key(|it| it.affects == "steps"), "{} {draft}", rulebook.id());
    });
}

#[test]
fn answers_are_possible_and_leave_nothing_out() {
    for_partial_drafts(2, &mut |rulebook, draft, before| {
        let all: BTreeSet<String> = rulebook.decide(draft, &Options::default()).outcomes.into_iter().collect();
        for question in &before.questions {
            assert!(question.answers.len() > 1, "{} {draft}: {question:?}", rulebook.id());
            // Which meeting a 纪要 is of, where it may be none: that is for the 文种 to say.
            let for_the_doc_type = question.fact == "minutesOf" && !draft["docType"].is_string();
            if question.affects == "signing" && !for_the_doc_type {
                let led_to: BTreeSet<String> =
                    question.answers.iter().flat_map(|answer| answer.leads_to.clone()).collect();
                assert_eq!(led_to, all, "{} {draft}: {}", rulebook.id(), question.fact);
            }
            for answer in &question.answers {
                let Some(next) = answered(draft, &question.fact, answer) else { continue };
                let after = route(rulebook, &next);
                let contradicted = after.findings.iter().find(|it| it.code == "contradiction");
                let known = before.findings.iter().any(|it| it.code == "contradiction");
                assert!(known || contradicted.is_none(), "{} {next}: {contradicted:?}", rulebook.id());
                if question.affects == "signing" {
                    let decision = rulebook.decide(&next, &Options::default());
                    assert_eq!(decision.outcomes, answer.leads_to, "{} {next}", rulebook.id());
                }
            }
        }
    });
}

/// The draft after some answer to a question.
fn with_any_answer(draft: &Value, question: &Question, dice: &mut Dice) -> Value {
    let answer = &question.answers[dice.roll(question.answers.len())];
    answered(draft, &question.fact, answer).unwrap_or_else(|| {
        let (list, kind) = member(&question.fact).expect("it is about a list");
        let mut next = draft.clone();
        let is_in = answer.value == FactValue::YesNo(true);
        next[list] = if is_in { json!([kind]) } else { json!([ADDRESSEE_KINDS[dice.roll(16)]]) };
        next
    })
}

fn for_signing(route: &Route) -> Vec<&str> {
    route.questions.iter().filter(|it| it.affects == "signing").map(|it| it.fact.as_str()).collect()
}

#[test]
fn asking_what_comes_first_ends_and_reshuffles_little() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let (mut pairs, mut turned) = (0, 0);
    for_partial_drafts(12, &mut |rulebook, draft, _| {
        let facts = rulebook.vocabulary().facts.len();
        let mut draft = draft.clone();
        for count in 0.. {
            assert!(count <= facts, "{} {draft}", rulebook.id());
            let before = route(rulebook, &draft);
            let Some(question) = before.questions.first().filter(|it| it.affects == "signing") else {
                assert_ne!(before.status, Status::Open, "{} {draft}", rulebook.id());
                return;
            };
            let next = with_any_answer(&draft, question, &mut dice);
            let after = route(rulebook, &next);
            let places: Vec<usize> = for_signing(&after)
                .iter()
                .filter_map(|fact| for_signing(&before).iter().position(|it| it == fact))
                .collect();
            for (at, place) in places.iter().enumerate() {
                pairs += places.len() - at - 1;
                turned += places[at + 1..].iter().filter(|it| *it < place).count();
            }
            draft = next;
        }
    });
    println!("{turned} of {pairs} pairs of questions changed places");
    assert!(turned * 5 < pairs, "{turned} of {pairs} pairs of questions changed places");
}

#[test]
fn each_says_why_in_the_words_of_clauses() {
    let quotes: BTreeSet<String> = SHIPPED
        .iter()
        .flat_map(|it| common::load(it).clauses().map(|it| format!("“{}”", it.quote)).collect::<Vec<_>>())
        .collect();
    for_partial_drafts(12, &mut |rulebook, draft, route| {
        let rules: Vec<String> = rulebook.vocabulary().impossible.into_iter().map(|it| it.words).collect();
        for question in &route.questions {
            let because = question.because.strip_prefix('因').unwrap_or_default();
            let quoted = quotes.iter().any(|quote| because.ends_with(quote.as_str()));
            // A fact that no clause names is asked because another follows from it.
            let derived = rules.iter().any(|words| because == words);
            assert!(quoted || derived, "{} {draft}: {question:?}", rulebook.id());
        }
    });
}

#[test]
fn the_clause_that_turns_on_it_is_the_reason() {
    let yiyuan = common::load(SHIPPED.iter().find(|it| it.id == "yiyuan").expect("it is shipped"));
    let because = |draft: &Value, fact: &str| {
        let questions = route(&yiyuan, draft).questions;
        questions.into_iter().find(|it| it.fact == fact).map(|it| it.because).expect("it is asked")
    };
    let notice = json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"] });
    assert_eq!(
        because(&notice, "decidedBy"),
        "因六十二：“经县政府常务会议决定的事项和属于例行批准手续的事项,需以县政府名义行文的,由县长或县长授权副县长、县政府党组成员签发”"
    );
    // Two clauses name it; one of them demands nothing here that is open.
    assert_eq!(
        because(&notice, "matters.部门职权内"),
        "因六十、第二款：“属部门事权、应由部门自行发文或联合发文的,不以县政府和县政府办公室名义发文”"
    );
}
