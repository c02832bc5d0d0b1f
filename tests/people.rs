//! People in routes: a table of situations over the five texts, as data, and what holds for every route.
//!
//! Each situation of `people/situations.json` is a roster (one of `people/rosters.json`, with changes), a draft and a day, and
//! what must come: who stands behind each signature and step, the words about standing in, the line for the form, and just the
//! findings about people that are named.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{SHIPPED, Shipped, cases, load};
use qianfa::{Finding, Route, Rulebook, Signer, StandingIn};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The codes of findings about people: a situation names all that must come.
const CODES: [&str; 23] = [
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
    "roster-unknown-matter",
    "roster-unknown-role",
    "same-person",
    "stands-in",
    "unknown-department",
    "unknown-person",
    "wrong-roster",
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

/// A list without repetitions, as JSON.
fn once(items: impl Iterator<Item = String>) -> Value {
    let mut list: Vec<String> = Vec::new();
    for item in items {
        if !list.contains(&item) {
            list.push(item);
        }
    }
    json!(list)
}

/// What a route says about people, in the form of an expectation: what is empty is left out.
fn about_people(route: &Route) -> Value {
    let mut steps: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for step in route.steps.iter().filter(|it| it.kind.term() != "签发") {
        if step.actors.iter().any(|it| !it.persons.is_empty()) {
            steps.entry(step.kind.term()).or_default().push(told_all(&step.actors));
        }
    }
    let standing: Vec<&StandingIn> = signers(route).filter_map(|it| it.standing_in.as_ref()).collect();
    let words = once(standing.iter().map(|it| it.words.clone()));
    let lines = once(standing.iter().filter_map(|it| it.line.clone()));
    // Of a finding that says what a signer says already, the code is enough.
    let told = |it: &Finding| match [&words, &lines].iter().any(|list| list.to_string().contains(&it.message)) {
        true => it.code.clone(),
        false => format!("{}{}：{}", it.code, it.path, it.message),
    };
    let findings = once(route.findings.iter().filter(|it| CODES.contains(&it.code.as_str())).map(told));
    let options = route.signing.iter().flat_map(|it| &it.options);
    let all = json!({
        "signing": once(options.map(|it| format!("{} {}", told_all(&it.signers), it.act.term()))),
        "steps": steps.into_iter().map(|(kind, who)| (kind.to_owned(), json!(who.join(" / ")))).collect::<Map<_, _>>(),
        "findings": findings,
        "words": words,
        "lines": lines,
        "under": once(standing.iter().map(|it| format!("{} {}", it.under.clause, it.under.cite).trim().to_owned())),
        "portfolios": route.facts.derived.iter().find(|it| it.0 == "portfolios").map(|it| json!(it.1)),
    });
    let told = |it: &Value| !it.is_null() && it != &json!([]) && it != &json!({});
    Value::Object(all.as_object().expect("an object").clone().into_iter().filter(|(_, it)| told(it)).collect())
}

/// Every situation with its route.
fn routed() -> Vec<(Value, Route)> {
    let mut rulebooks: BTreeMap<String, Rulebook> = BTreeMap::new();
    let routed = |situation: Value| {
        let id = situation["rulebook"].as_str().expect("a rulebook").to_owned();
        let rulebook = rulebooks.entry(id.clone()).or_insert_with(|| load(shipped(&id)));
        let route = route(rulebook, &situation);
        (situation, route)
    };
    situations().into_iter().map(routed).collect()
}

#[test]
fn every_situation_comes_out_as_its_text_says() {
    let mut wrong = Vec::new();
    for (situation, route) in routed() {
        let told = about_people(&route);
        if told != situation["expect"] {
            let (name, rulebook) = (&situation["name"], &situation["rulebook"]);
            wrong.push(format!("{rulebook} {name}\n  must: {}\n  came: {told}", situation["expect"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_covers_the_five_texts() {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    let mut names = BTreeSet::new();
    let mut codes = BTreeSet::new();
    for (situation, route) in routed() {
        *count.entry(situation["rulebook"].to_string()).or_default() += 1;
        assert!(names.insert(format!("{} {}", situation["rulebook"], situation["name"])), "{}", situation["name"]);
        codes.extend(route.findings.into_iter().map(|it| it.code));
    }
    assert!(count.len() == 5 && count.values().all(|it| *it >= 10), "{count:?}");
    assert!(names.len() >= 60, "{}", names.len());
    let never: Vec<_> = CODES.iter().filter(|code| !codes.contains(**code)).collect();
    assert!(never.is_empty(), "no situation has {never:?}");
}

/// Nobody is put in another's place without a word: beside the signer there is a finding, and nobody is named who is away
/// without being marked.
#[test]
fn no_substitution_is_silent() {
    for (situation, route) in routed() {
        let certain = route.steps.iter().filter(|it| serde_json::to_value(it.certainty).expect("JSON") == "certain");
        for signer in certain.filter(|it| it.one_of.is_none()).flat_map(|it| &it.actors) {
            let Some(it) = &signer.standing_in else { continue };
            let said = |finding: &&Finding| finding.message == it.words || Some(&finding.message) == it.line.as_ref();
            let finding =
                route.findings.iter().find(said).unwrap_or_else(|| panic!("{}: {}", situation["name"], it.words));
            assert_eq!(finding.basis, std::slice::from_ref(&it.under), "{}", situation["name"]);
            assert!(it.needs.is_some() != it.line.is_some() || finding.code == "stands-in", "{}", situation["name"]);
            assert!(signer.persons.iter().all(|it| it.away.is_none()), "{}", situation["name"]);
            let severity = serde_json::to_value(finding.severity).expect("JSON");
            assert_eq!(severity, if it.needs.is_some() { "warning" } else { "info" }, "{}", situation["name"]);
        }
    }
}

/// A route without its people: roles alone, those of one person and those of a list apart again.
fn without_people(route: &Route) -> Value {
    fn strip(signers: &mut Value) {
        let mut plain: Vec<Value> = Vec::new();
        for signer in signers.as_array().into_iter().flatten() {
            let one = json!({ "role": signer["role"], "title": signer["title"] });
            for office in std::iter::once(&one).chain(signer["also"].as_array().into_iter().flatten()) {
                if !plain.contains(office) {
                    plain.push(office.clone());
                }
            }
        }
        *signers = json!(plain);
    }
    let mut plain = serde_json::to_value(route).expect("JSON");
    for option in plain["signing"]
        .as_array_mut()
        .expect("a list")
        .iter_mut()
        .flat_map(|it| it["options"].as_array_mut())
        .flatten()
    {
        strip(&mut option["signers"]);
    }
    for step in plain["steps"].as_array_mut().expect("a list") {
        strip(&mut step["actors"]);
    }
    let about_people = |it: &Value| CODES.iter().any(|code| it["code"] == *code);
    plain["findings"].as_array_mut().expect("a list").retain(|it| !about_people(it));
    plain["facts"] = Value::Null;
    plain
}

/// With people a route is the one without, but for the people: for every case of every rulebook, with everybody there and
/// with some away.
#[test]
fn people_change_nothing_but_people() {
    let rosters = rosters();
    let day = "2023-06-10";
    let away = |id: &str| json!({ "person": id, "from": "2023-06-01", "until": "2023-07-01", "reason": "外出" });
    let mut staffed = 0;
    for (id, roster) in rosters.as_object().expect("rosters") {
        let rulebook = load(shipped(id));
        let lead = roster["people"]
            .as_array()
            .expect("people")
            .iter()
            .find_map(|it| it["portfolio"]["departments"][0].as_str());
        for case in cases(shipped(id)) {
            for absences in [json!([]), json!([away("wang"), away("li")])] {
                let mut roster = roster.clone();
                roster["absences"] = absences;
                let mut draft = case["draft"].clone();
                if draft["departments"].is_null() {
                    draft["departments"] = json!({});
                }
                draft["departments"]["lead"] = json!(lead);
                let options = |roster: Value| json!({ "unstated": case["unstated"], "on": day, "roster": roster });
                let with = rulebook.route_json(&draft, &options(roster));
                if let Some((_, derived)) = with.facts.derived.iter().find(|it| it.0 == "portfolios") {
                    draft["portfolios"] = json!(derived);
                }
                let without = rulebook.route_json(&draft, &options(Value::Null));
                assert_eq!(without_people(&with), without_people(&without), "{id} {}", case["name"]);
                staffed += usize::from(signers(&with).any(|it| !it.persons.is_empty()));
            }
        }
    }
    assert!(staffed > 300, "only {staffed} routes have people");
}

/// A text in which two clauses ask for the same check by two offices.
const TWO_OFFICES: &str = "
格式: 1
标识: two
名称: 某县工作规则
机关: 某县人民政府
层级: 县
职务: { 行政首长: 县长, 常务副职: 常务副县长, 分管领导: 分管副县长, 任一副职: 副县长, 办公室主任: 办公室主任 }
条款:
  - 编号: 1
    条文: 第一条
    原文: 由分管副县长审核，县长签发
    适用: { 发文名义: 政府 }
    步骤: [{ 类: 分管领导审核, 由: 分管副县长 }]
    签发: [{ 用语: 签发, 由: 县长 }]
  - 编号: 2
    条文: 第二条
    原文: 重大事项由常务副县长审核
    适用: { 发文名义: 政府, 是: 重大事项 }
    步骤: [{ 类: 分管领导审核, 由: 常务副县长, 语气: 一般, 时限: { 天数: 3, 单位: 工作日, 自: 收文 } }]
事项: { 重大事项: { 问: 是否重大事项？ } }
";

#[test]
fn two_steps_that_fall_on_one_person_become_one_with_both_reasons() {
    let rulebook = Rulebook::from_text(TWO_OFFICES).expect("a rulebook");
    let person = |id: &str, role: &str, department: &str| json!({ "id": id, "name": id, "roles": [role], "portfolio": { "departments": [department] } });
    let roster = json!({ "people": [person("甲", "县长", "审计局"), person("乙", "常务副县长", "财政局"), person("丙", "副县长", "教育局")] });
    let route = |lead: &str| {
        let draft = json!({ "issuer": "政府", "matters": { "重大事项": true }, "departments": { "lead": lead } });
        rulebook.route_json(&draft, &json!({ "unstated": "no", "roster": roster }))
    };
    let reviews = |route: &Route| -> Vec<(String, Vec<String>, usize)> {
        let checks = route.steps.iter().filter(|it| it.kind.term() == "分管领导审核");
        checks
            .map(|it| (told_all(&it.actors), it.basis.iter().map(|it| it.cite.clone()).collect(), it.limits.len()))
            .collect()
    };
    let apart = route("教育局");
    assert_eq!(
        reviews(&apart),
        [
            ("分管副县长：丙".to_owned(), vec!["第一条".to_owned()], 0),
            ("常务副县长：乙".to_owned(), vec!["第二条".to_owned()], 1)
        ]
    );
    let merged = route("财政局");
    let both = vec!["第一条".to_owned(), "第二条".to_owned()];
    assert_eq!(reviews(&merged), [("分管副县长兼常务副县长：乙".to_owned(), both, 1)]);
    let ids: Vec<&str> = merged.steps.iter().map(|it| it.id.as_str()).collect();
    for step in &merged.steps {
        assert!(step.after.iter().all(|it| ids.contains(&it.as_str())), "{} follows what is gone", step.id);
        let once: BTreeSet<&String> = step.after.iter().collect();
        assert_eq!(once.len(), step.after.len(), "{} follows one step twice", step.id);
    }
}

/// What is wrong with a roster is told with its place, and never stops a route.
#[test]
fn every_fault_of_shape_names_its_place() {
    let rulebook = Rulebook::from_text(TWO_OFFICES).expect("a rulebook");
    let faults = |roster: Value| -> Vec<String> {
        let route = rulebook.route_json(&json!({}), &json!({ "roster": roster }));
        route.findings.into_iter().filter(|it| it.code == "wrong-roster").map(|it| it.message).collect()
    };
    assert_eq!(faults(json!([])), ["名册应为对象"]);
    assert_eq!(faults(json!({})), ["名册`people`：缺少人员的列表"]);
    assert_eq!(faults(json!({ "people": {} })), ["名册`people`：应为列表"]);
    let people = json!([
        7,
        { "id": "", "name": "甲", "roles": [] },
        { "id": "a", "name": "甲", "roles": "县长", "rank": 1.5, "pairedwith": [] },
        { "id": "a", "name": "乙", "roles": ["县长", 3], "portfolio": { "department": ["x"] } },
        { "name": "丙", "roles": [] },
    ]);
    assert_eq!(
        faults(json!({ "people": people })),
        [
            "名册`people/0`：应为对象",
            "名册`people/1/id`：应为文字",
            "名册`people/2`：不认识的字段`pairedwith`；是否想写`pairedWith`",
            "名册`people/2/rank`：应为整数",
            "名册`people/2/roles`：应为列表",
            "名册`people/3/portfolio`：不认识的字段`department`；是否想写`departments`",
            "名册`people/3/roles/1`：应为文字",
            "名册`people/3`：标识`a`重复，只认第一个",
            "名册`people/4`：缺少`id`",
        ]
    );
    let departments = json!([{ "id": "j" }, { "id": "k", "name": "教委", "aliases": "县教委", "head": 1 }]);
    let delegations = json!([
        { "from": "a", "to": "b" },
        { "from": "a", "to": "b", "since": "2026-06-01", "urgentOnly": "是", "acts": ["签发", "签字"] },
    ]);
    assert_eq!(
        faults(json!({ "people": [], "departments": departments, "delegations": delegations, "absences": [{}] })),
        [
            "名册`absences/0`：缺少`person`",
            "名册`absences/0`：缺少`from`",
            "名册`absences/0`：缺少`until`",
            "名册`delegations/0`：缺少`since`",
            "名册`delegations/1/acts/1`：没有`签字`这个值；是否想写`签发`",
            "名册`delegations/1/urgentOnly`：应为true或false",
            "名册`departments/0`：缺少`name`",
            "名册`departments/1/aliases`：应为列表",
            "名册`departments/1/head`：应为文字",
        ]
    );
    let many = faults(json!({ "people": vec![json!(1); 2000] }));
    assert_eq!(many.len(), 21);
    assert_eq!(many.last().map(String::as_str), Some("名册另有981处错误"));
}

/// A scope that cannot be read must not widen what is delegated; one that names nothing delegates nothing.
#[test]
fn a_delegation_never_covers_more_than_it_says() {
    let rulebook = Rulebook::from_text(TWO_OFFICES).expect("a rulebook");
    let needs = |scope: Value| {
        let mut delegation = json!({ "from": "甲", "to": "乙", "since": "2026-01-01" });
        for (key, value) in scope.as_object().expect("a scope") {
            delegation[key] = value.clone();
        }
        let roster = json!({
            "people": [{ "id": "甲", "name": "甲", "roles": ["县长"] }, { "id": "乙", "name": "乙", "roles": ["副县长"] }],
            "absences": [{ "person": "甲", "from": "2026-06-01", "until": "2026-07-01" }],
            "delegations": [delegation],
        });
        let options = json!({ "on": "2026-06-10", "unstated": "no", "roster": roster });
        let route = rulebook.route_json(&json!({ "issuer": "政府" }), &options);
        route.signing[0].options[0].signers[0].standing_in.is_none()
    };
    assert!(!needs(json!({})));
    assert!(!needs(json!({ "acts": ["签发"] })));
    for scope in [
        json!({ "acts": [] }),
        json!({ "acts": ["会签"] }),
        json!({ "acts": "签发" }),
        json!({ "matters": [] }),
        json!({ "matters": ["重大事项"] }),
        json!({ "urgentOnly": "否" }),
        json!({ "until": "2026-6-30" }),
        json!({ "until": "2026-06-10" }),
        json!({ "since": "2026-06-11" }),
        json!({ "matter": ["重大事项"] }),
    ] {
        assert!(needs(scope.clone()), "{scope}");
    }
}

/// The same question to `decide`: what the roster settles counts there as well.
#[test]
fn decide_knows_what_the_roster_settles() {
    let rulebook = load(shipped("wushan"));
    let draft = json!({ "issuer": "政府", "docType": "通知", "addressees": ["下级政府"], "departments": { "lead": "教委", "others": ["交通局"] } });
    let options = json!({ "unstated": "no", "roster": rosters()["wushan"] });
    assert_eq!(rulebook.decide_json(&draft, &options).outcomes, ["由县长或常务副县长审签"]);
    let without = rulebook.decide_json(&draft, &json!({ "unstated": "no" }));
    assert_eq!(without.outcomes.len(), 2);
}
