//! Routes as callers rely on them: what is unknown stays unknown, what is wrong is a finding, nothing is order.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::SHIPPED;
use qianfa::vocabulary::ADDRESSEE_KINDS;
use qianfa::{Certainty, FindingSeverity, Options, Route, Rulebook, Status};
use serde_json::{Value, json};

const FINISHED: &Options = &Options { on: None, unstated_is_no: true, roster: None, calendar: None };

fn load(id: &str) -> Rulebook {
    let shipped = SHIPPED.iter().find(|it| it.id == id).expect("it is shipped");
    common::load(shipped)
}

fn route(id: &str, draft: &Value) -> Route {
    load(id).route(draft, &Options::default())
}

/// `code path` of every finding about the input.
fn input_faults(route: &Route) -> Vec<String> {
    route.findings.iter().filter(|it| it.basis.is_empty()).map(|it| format!("{} {}", it.code, it.path)).collect()
}

fn derived(draft: &Value) -> Value {
    json!(route("yiyuan", draft).facts)["derived"].clone()
}

#[test]
fn direction_follows_from_issuer_and_addressees() {
    let table = [
        ("政府", json!(["上级政府"]), json!("上行")),
        ("政府办公室", json!(["上级政府办公厅", "本级党委"]), json!("上行")),
        ("政府", json!(["上级部门", "同级政府"]), json!("平行")),
        ("政府", json!(["本级部门", "下级政府"]), json!("下行")),
        ("政府办公室", json!(["下级政府"]), json!("下行")),
        ("部门", json!(["本级政府"]), json!("上行")),
        ("派出机构", json!(["本级政府"]), json!("上行")),
        ("下级政府", json!(["本级政府"]), json!("上行")),
        // Not settled: asked.
        ("政府办公室", json!(["本级部门"]), Value::Null),
        ("政府", json!(["上级政府", "下级政府"]), Value::Null),
        ("政府", json!(["社会公众"]), Value::Null),
        ("政府", json!([]), Value::Null),
        ("部门联合", json!(["本级政府"]), Value::Null),
    ];
    for (issuer, addressees, direction) in table {
        let draft = json!({ "issuer": issuer, "addressees": addressees });
        assert_eq!(derived(&draft)["direction"], direction, "{draft}");
    }
}

#[test]
fn facts_follow_from_facts() {
    assert_eq!(derived(&json!({ "minutesOf": "常务会议" }))["docType"], "纪要");
    assert_eq!(derived(&json!({ "docType": "议案" }))["addressees.本级人大"], true);
    assert_eq!(derived(&json!({ "docType": "请示" }))["direction"], "上行");
    let wushan = route("wushan", &json!({ "matters": { "全局性": true, "重大政策": true } }));
    assert_eq!(json!(wushan.facts)["derived"]["matters.全域性"], true);
    assert_eq!(json!(wushan.facts)["derived"]["matters.重要政策"], true);
}

#[test]
fn a_contradiction_is_an_error_and_what_is_derived_wins() {
    let wrong = json!({ "issuer": "政府", "addressees": ["上级政府"], "direction": "下行" });
    assert_eq!(input_faults(&route("yiyuan", &wrong)), ["contradiction /direction"]);
    assert_eq!(derived(&wrong)["direction"], "上行");
    let cases = [
        (json!({ "docType": "通知", "minutesOf": "常务会议" }), "contradiction /minutesOf"),
        (json!({ "docType": "议案", "addressees": ["本级政府"] }), "contradiction /addressees"),
        (json!({ "docType": "请示", "direction": "下行" }), "contradiction /direction"),
        (json!({ "issuer": "政府", "docType": "请示", "addressees": ["下级政府"] }), "contradiction /docType"),
    ];
    for (draft, fault) in cases {
        assert_eq!(input_faults(&route("yiyuan", &draft)), [fault], "{draft}");
    }
    let wushan = route("wushan", &json!({ "matters": { "全局性": true, "全域性": false } }));
    assert_eq!(input_faults(&wushan), ["contradiction /matters/全域性"]);
}

#[test]
fn a_wrong_value_is_a_finding_and_stays_unknown() {
    let draft = json!({ "issuer": "政府", "docType": "通知", "secrecy": "机密级" });
    let route = load("wushan").route(&draft, FINISHED);
    assert_eq!(input_faults(&route), ["wrong-value /secrecy"]);
    assert_eq!(route.findings[0].message, "没有`机密级`这个值；应为无、秘密、机密、绝密；是否想写`机密`");
    assert!(route.facts.missing.contains(&"secrecy".to_owned()), "a mistake must not turn into no");
}

#[test]
fn malformed_drafts_are_findings_and_never_stop_the_route() {
    let cases = [
        (json!(7), "not-a-draft "),
        (json!(null), "not-a-draft "),
        (json!({ "isuer": "政府" }), "unknown-field /isuer"),
        (json!({ "issuer": 1 }), "wrong-type /issuer"),
        (json!({ "minutesOf": "无" }), "wrong-value /minutesOf"),
        (json!({ "addressees": "本级部门" }), "wrong-type /addressees"),
        (json!({ "addressees": ["某机关"] }), "unknown-name /addressees/0"),
        (json!({ "addressees": [{ "kind": "本级" }] }), "wrong-value /addressees/0/kind"),
        (json!({ "addressees": [{ "kind": "本级部门", "nmae": "x" }] }), "unknown-field /addressees/0/nmae"),
        (json!({ "matters": { "规范性文件": "是" } }), "wrong-type /matters/规范性文件"),
        (json!({ "matters": { "规范文件": true } }), "unknown-field /matters/规范文件"),
        (json!({ "departments": { "others": "财政局" } }), "wrong-type /departments/others"),
        (json!({ "validYears": -1 }), "wrong-type /validYears"),
        (json!({ "dates": { "drafted": "2026-2-30" } }), "wrong-type /dates/drafted"),
        (json!({ "dates": { "draftd": "2026-02-03" } }), "unknown-field /dates/draftd"),
        (json!({ "title": 1 }), "wrong-type /title"),
    ];
    for (draft, fault) in cases {
        assert_eq!(input_faults(&route("yiyuan", &draft)), [fault], "{draft}");
    }
    // A matter of the shared vocabulary on which this text does not turn is no mistake.
    assert_eq!(input_faults(&route("jixi", &json!({ "matters": { "特许经营": true } }))), Vec::<String>::new());
}

#[test]
fn what_is_known_of_single_kinds_says_nothing_of_the_others() {
    let one = json!({ "issuer": "政府", "docType": "通知", "addressees": { "下级政府": true, "上级政府": false, "其他": null } });
    let known = route("yiyuan", &one);
    assert_eq!(input_faults(&known), Vec::<String>::new());
    let complete = route("yiyuan", &json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"] }));
    assert!(known.facts.missing.len() > complete.facts.missing.len(), "of the other kinds nothing is known");
    // All kinds, one by one, are the list; how many institutions there are of one kind, only the list says.
    let mut all = json!({ "两个以上机关": false });
    for kind in ADDRESSEE_KINDS {
        all[kind] = json!(kind == "下级政府");
    }
    let all = route("yiyuan", &json!({ "issuer": "政府", "docType": "通知", "addressees": all }));
    assert_eq!(all.signing, complete.signing);
    assert_eq!(all.steps, complete.steps);
    let wrong = json!({ "addressees": { "上级政府": 1 }, "copies": { "上级政俯": true, "两个以上机关": true } });
    assert_eq!(
        input_faults(&route("yiyuan", &wrong)),
        ["wrong-type /addressees/上级政府", "unknown-field /copies/上级政俯", "unknown-field /copies/两个以上机关"]
    );
    let two = json!({ "addressees": { "两个以上机关": false, "上级政府": true, "本级党委": true } });
    assert_eq!(input_faults(&route("yiyuan", &two)), ["contradiction /addressees"]);
}

#[test]
fn options_are_checked_as_well() {
    let rulebook = load("yiyuan");
    let route = rulebook.route_json(&json!({}), &json!({ "on": "22.11.2026", "unstated": "nein", "roster": {} }));
    assert_eq!(input_faults(&route), ["wrong-option ", "wrong-roster ", "wrong-option "]);
}

#[test]
fn names_and_synonyms_are_understood() {
    let by_name = route("yiyuan", &json!({ "issuer": "政府", "addressees": ["淄博市人民政府"] }));
    assert_eq!(json!(by_name.facts)["derived"]["direction"], "上行");
    for word in ["令", "命令（令）", "命令"] {
        let route = route("jixi", &json!({ "issuer": "政府", "docType": word }));
        assert_eq!(route.status, Status::Determined, "{word}");
    }
    assert_eq!(input_faults(&route("yiyuan", &json!({ "docType": "会议纪要" }))), Vec::<String>::new());
}

#[test]
fn the_day_decides_whether_the_rules_are_in_force() {
    let rulebook = load("wujiagang");
    let on = |day: &str| rulebook.route_json(&json!({}), &json!({ "on": day }));
    assert_eq!(on("2019-02-28").rulebook.in_force, Some(false));
    assert_eq!(on("2019-03-01").rulebook.in_force, Some(true));
    assert_eq!(on("2024-02-29").rulebook.in_force, Some(true));
    let lapsed = on("2024-03-01");
    assert_eq!(lapsed.rulebook.in_force, Some(false));
    let finding = lapsed.findings.iter().find(|it| it.code == "not-in-force").expect("it says so");
    assert_eq!(finding.basis[0].clause, "83");
    let drafted = rulebook.route(&json!({ "dates": { "drafted": "2024-03-01" } }), &Options::default());
    assert_eq!(drafted.rulebook.in_force, Some(false));
    assert_eq!(rulebook.route(&json!({}), &Options::default()).rulebook.in_force, None);
    assert_eq!(load("wushan").route_json(&json!({}), &json!({ "on": "2020-01-01" })).rulebook.in_force, None);
}

#[test]
fn what_a_demanded_meeting_would_change_is_foretold() {
    let draft = json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"], "portfolios": "一位",
        "decidedBy": "无", "matters": { "规范性文件": true } });
    let route = load("yiyuan").route(&draft, FINISHED);
    let foretold = route.findings.iter().find(|it| it.code == "signing-after-meeting").expect("it says so");
    assert_eq!(foretold.severity, FindingSeverity::Info);
    assert_eq!(foretold.message, "经县政府常务会议决定后，签发改为：由县长签发，经授权可由副县长或县政府党组成员签发");
}

#[test]
fn steps_come_in_order_and_the_signature_never_before_the_office_review() {
    for shipped in SHIPPED {
        let rulebook = load(shipped.id);
        for (name, route) in common::routes(shipped, &rulebook) {
            let steps = &route.steps;
            assert!(steps.windows(2).all(|pair| pair[0].stage <= pair[1].stage), "{}", name);
            for step in steps {
                let before: Vec<&str> =
                    steps.iter().filter(|it| it.stage + 1 == step.stage).map(|it| it.id.as_str()).collect();
                assert_eq!(step.after, before, "{}: {}", name, step.id);
                assert!(!step.basis.is_empty(), "{}: {} rests on nothing", name, step.id);
            }
            let ids: std::collections::BTreeSet<&str> = steps.iter().map(|it| it.id.as_str()).collect();
            assert_eq!(ids.len(), steps.len(), "{}: ids are not unique", name);
        }
    }
}

#[test]
fn no_leader_signs_what_the_office_has_not_reviewed() {
    // 沂源 61, 托克逊 64: 不直接签批未经办公室审核的公文文稿.
    for id in ["yiyuan", "toksun"] {
        for issuer in ["政府", "政府办公室"] {
            let route = route(id, &json!({ "issuer": issuer }));
            let certain = |it: &&qianfa::Step| it.certainty == Certainty::Certain && it.kind.term() == "办公室审核";
            let review = route.steps.iter().find(certain).expect("a review is certain");
            for step in route.steps.iter().filter(|it| it.kind.term() == "签发") {
                assert!(review.stage < step.stage, "{id} {issuer}");
            }
        }
    }
}

#[test]
fn the_order_of_clauses_and_facts_means_nothing() {
    for shipped in SHIPPED {
        let json = qianfa::rulebook::text_to_json(shipped.rules).expect("it is YAML");
        let mut value: Value = serde_json::from_str(&json).expect("it is JSON");
        let bases = [common::base()];
        let forward = Rulebook::from_text_on(&value.to_string(), &bases).expect("it loads");
        value["条款"].as_array_mut().expect("clauses are a list").reverse();
        let backward = Rulebook::from_text_on(&value.to_string(), &bases).expect("it loads");
        let cases: Vec<Value> = serde_json::from_str(shipped.cases).expect("cases are JSON");
        for case in &cases {
            let options = json!({ "unstated": case["unstated"] });
            let reversed = reversed_keys(&case["draft"]);
            let turned: Value = serde_json::from_str(&reversed).expect("it is JSON");
            assert_eq!(
                forward.route_json(&case["draft"], &options),
                backward.route_json(&turned, &options),
                "{}: {}",
                shipped.id,
                case["name"]
            );
        }
    }
}

/// A draft as JSON text with its fields in the opposite order.
fn reversed_keys(draft: &Value) -> String {
    let fields: Vec<String> = draft
        .as_object()
        .expect("a draft is an object")
        .iter()
        .rev()
        .map(|(key, value)| format!("{}:{value}", json!(key)))
        .collect();
    format!("{{{}}}", fields.join(","))
}

/// Outcomes that a route still allows, as their options.
fn outcomes(route: &Route) -> Vec<Value> {
    route.signing.iter().map(|it| json!([it.outcome, it.options])).collect()
}

#[test]
fn adding_a_fact_never_retracts_a_certain_step_nor_revives_an_outcome() {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut roll = |sides: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 11).expect("usize is wide enough") % sides
    };
    for shipped in SHIPPED {
        let rulebook = load(shipped.id);
        let vocabulary = rulebook.vocabulary();
        for _ in 0..25 {
            let mut draft = json!({});
            let mut before = rulebook.route(&draft, &Options::default());
            for _ in 0..12 {
                let fact = &vocabulary.facts[roll(vocabulary.facts.len())];
                let value = match fact.kind {
                    "yesno" => json!(roll(3) == 0),
                    // The fifteen: a paper that is none of them is no narrowing of an unstated 文种.
                    "enum" if fact.name == "docType" => json!(fact.values[roll(15)].value),
                    "enum" => json!(fact.values[roll(fact.values.len())].value),
                    "list" => json!([fact.values[roll(fact.values.len())].value]),
                    _ => continue,
                };
                let mut next = draft.clone();
                set(&mut next, &fact.name, value);
                let after = rulebook.route(&next, &Options::default());
                // A statement that contradicts another, or changes one, is no added fact.
                if !input_faults(&after).is_empty() || get(&draft, &fact.name).is_some() {
                    continue;
                }
                compare(&before, &after, &next);
                (draft, before) = (next, after);
            }
        }
    }
}

fn compare(before: &Route, after: &Route, draft: &Value) {
    for step in before.steps.iter().filter(|it| it.certainty == Certainty::Certain && it.kind.term() != "签发") {
        let same = after.steps.iter().find(|it| it.id == step.id);
        let same = same.unwrap_or_else(|| panic!("{} is gone in {draft}", step.id));
        assert_eq!((same.certainty, &same.actors), (Certainty::Certain, &step.actors), "{} in {draft}", step.id);
    }
    let known = outcomes(before);
    for outcome in outcomes(after) {
        assert!(known.contains(&outcome), "{outcome} was excluded before {draft}");
    }
    for fact in &after.facts.missing {
        assert!(!before.facts.used.contains(fact), "{fact} was known before {draft}");
    }
}

fn set(draft: &mut Value, name: &str, value: Value) {
    match name.split_once('.') {
        Some((outer, inner)) => draft[outer][inner] = value,
        None => draft[name] = value,
    }
}

fn get<'a>(draft: &'a Value, name: &str) -> Option<&'a Value> {
    match name.split_once('.') {
        Some((outer, inner)) => draft.get(outer)?.get(inner),
        None => draft.get(name),
    }
}

#[test]
fn every_answer_to_a_question_leads_where_it_says() {
    for id in ["wujiagang", "toksun", "jixi"] {
        let rulebook = load(id);
        let draft = json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"] });
        let route = rulebook.route(&draft, &Options::default());
        assert_eq!(route.questions.is_empty(), route.facts.missing.is_empty(), "{id}");
        for question in route.questions.iter().filter(|it| it.affects == "signing") {
            for answer in &question.answers {
                let mut next = draft.clone();
                set(&mut next, &question.fact, json!(answer.value));
                let decision = rulebook.decide(&next, &Options::default());
                assert_eq!(decision.outcomes, answer.leads_to, "{id}: {} = {:?}", question.fact, answer.value);
            }
        }
    }
}

#[test]
fn facts_are_parted_and_a_determined_route_lacks_nothing_for_its_signature() {
    for shipped in SHIPPED {
        let rulebook = load(shipped.id);
        for (name, route) in common::routes(shipped, &rulebook) {
            let facts = &route.facts;
            let all: std::collections::BTreeSet<&String> =
                facts.used.iter().chain(&facts.missing).chain(&facts.irrelevant).collect();
            assert_eq!(all.len(), facts.used.len() + facts.missing.len() + facts.irrelevant.len(), "{}", name);
            let asks_for_signing = route.questions.iter().any(|it| it.affects == "signing");
            assert_eq!(asks_for_signing, route.status == Status::Open, "{}", name);
        }
    }
}

#[test]
fn a_possible_outcome_says_what_would_have_to_hold() {
    let route = route("yiyuan", &json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"] }));
    let by_meeting = route.signing.iter().find(|it| it.basis.iter().any(|basis| basis.clause.starts_with("62b")));
    let any_of = &by_meeting.expect("it is possible").any_of;
    let words: Vec<Vec<&str>> =
        any_of.iter().map(|all| all.iter().map(|condition| condition.words.as_str()).collect()).collect();
    assert_eq!(words, [["已经何会议决定为县政府常务会议"], ["属于“例行批准”"]]);
    for signing in route.signing.iter().filter(|it| it.certainty == Certainty::Possible) {
        let says = signing.requires.as_ref().is_some_and(|it| !it.is_empty()) || !signing.any_of.is_empty();
        assert!(says, "{signing:?}");
    }
}

/// The certain steps of these kinds, with their mark as alternatives.
fn certain<'a>(route: &'a Route, kinds: &[&str]) -> Vec<(&'a str, bool)> {
    route
        .steps
        .iter()
        .filter(|it| it.certainty == Certainty::Certain && kinds.contains(&it.kind.term()))
        .map(|it| (it.kind.term(), it.one_of.is_some()))
        .collect()
}

#[test]
fn of_alternatives_only_that_stands_which_another_clause_demands() {
    // 托克逊 二十四: 经过合法性审查或经常务会议研究通过; 二十三 demands the review where public money is used.
    let kinds = ["合法性审查", "会议审议"];
    let contract = |matters: Value, decided: &str| {
        let draft = json!({ "issuer": "政府", "docType": "合同协议", "addressees": ["企事业单位"], "portfolios": "一位",
            "decidedBy": decided, "matters": matters });
        load("toksun").route(&draft, FINISHED)
    };
    assert_eq!(certain(&contract(json!({}), "无"), &kinds), [("合法性审查", true), ("会议审议", true)]);
    assert_eq!(certain(&contract(json!({ "财政资金": true }), "无"), &kinds), [("合法性审查", false)]);
    assert_eq!(certain(&contract(json!({}), "常务会议"), &kinds), []);
    // Not known yet: the two stand as alternatives or the review alone, so the meeting is merely possible.
    let open = load("toksun")
        .route(&json!({ "issuer": "政府", "docType": "合同协议", "decidedBy": "无" }), &Options::default());
    assert!(open.steps.iter().any(|it| it.kind.term() == "会议审议" && it.certainty == Certainty::Possible));
}

#[test]
fn the_ordinary_course_is_marked_unless_the_text_names_it() {
    let customary = |id: &str, draft: &Value, kind: &str| {
        let route = load(id).route(draft, FINISHED);
        let steps: Vec<Option<bool>> =
            route.steps.iter().filter(|it| it.kind.term() == kind).map(|it| it.customary).collect();
        steps
    };
    let notice = json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"], "portfolios": "一位" });
    // 托克逊 六十七 names 归档; 伍家岗 does not.
    assert_eq!(customary("toksun", &notice, "归档"), [None]);
    assert_eq!(customary("wujiagang", &notice, "归档"), [Some(true)]);
    // What is no 公文 has no ordinary course.
    let contract = json!({ "issuer": "政府", "docType": "合同协议" });
    assert_eq!(customary("wujiagang", &contract, "编号"), []);
}

#[test]
fn on_arrival_comes_after_the_sending_and_before_filing() {
    let draft = json!({ "issuer": "部门", "docType": "请示", "addressees": ["本级政府"] });
    let route = load("yiyuan").route(&draft, FINISHED);
    let stage = |kind: &str| {
        route.steps.iter().filter(|it| it.kind.term() == kind).map(|it| it.stage).max().expect("the step is there")
    };
    assert!(stage("签发") < stage("印发"));
    assert!(stage("印发") < stage("办公室审核"));
    assert!(stage("办公室审核") < stage("审批"));
    assert!(stage("审批") < stage("归档"));
}

#[test]
fn what_a_text_puts_after_the_filing_comes_after_it() {
    // 巫山 二十五: 报县政府备案，由县政府法制办审查.
    let draft = json!({ "issuer": "部门", "docType": "通知", "addressees": ["企事业单位"],
        "matters": { "规范性文件": true } });
    let route = load("wushan").route(&draft, FINISHED);
    let stage = |kind: &str| route.steps.iter().find(|it| it.kind.term() == kind).expect("the step is there").stage;
    assert!(stage("备案") < stage("合法性审查"));
}

#[test]
fn alternatives_are_the_least_that_will_do() {
    // 巫山 四十六（一） lists its papers; a paper that is two of them takes no more than one that is one of them.
    let route = route("wushan", &json!({ "issuer": "政府" }));
    let by_46_1 = |it: &&qianfa::Signing| it.basis.iter().all(|basis| basis.clause.starts_with("46-1"));
    let head =
        route.signing.iter().find(|it| it.certainty == Certainty::Possible && by_46_1(it) && !it.basis.is_empty());
    let any_of = &head.expect("it is possible").any_of;
    assert!((5..=16).contains(&any_of.len()), "{any_of:?}");
    let facts = |all: &Vec<qianfa::Condition>| -> Vec<String> { all.iter().map(|it| it.fact.clone()).collect() };
    assert!(any_of.iter().any(|all| facts(all) == ["addressees.上级政府"]), "{any_of:?}");
    for signing in &route.signing {
        for condition in signing.requires.iter().flatten().chain(signing.any_of.iter().flatten()) {
            assert!(!condition.is.is_empty(), "{condition:?}");
        }
    }
}

#[test]
fn no_meeting_is_required_of_what_is_no_minutes() {
    let route = route("wushan", &json!({}));
    for signing in &route.signing {
        let required = |name: &str| signing.requires.iter().flatten().find(|it| it.fact == name);
        if let Some(meeting) = required("minutesOf") {
            let minutes = required("docType").map(|it| json!(it.is));
            assert_eq!(minutes, Some(json!(["纪要"])), "{meeting:?}");
        }
    }
}
