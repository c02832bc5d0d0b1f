//! Several versions of one rulebook: the day picks one, and on every day at most one is in force.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use chrono::NaiveDate;
use qianfa::{FindingSeverity, Options, Versions};
use serde_json::{Value, json};

const SMALLEST: &str = include_str!("rulebooks/smallest.yaml");

/// A version of the smallest rulebook that another person signs.
fn version(title: &str, signer: &str, from: &str, until: &str) -> String {
    let until = if until.is_empty() { String::new() } else { format!("至: {until}, ") };
    let period = format!("施行: {{ 自: {from}, {until}条款: \"9\", 条文: 第九条, 原文: 自发布之日起施行 }}\n职务:");
    SMALLEST
        .replacen("职务:", &period, 1)
        .replace("某县人民政府工作规则", title)
        .replace("由: 县长", &format!("由: {signer}"))
}

fn three() -> [String; 3] {
    [
        version("规则甲", "县长", "2010-03-01", "2013-01-01"),
        version("规则乙", "分管副县长", "2013-01-01", "2016-02-29"),
        version("规则丙", "办公室主任", "2018-07-01", ""),
    ]
}

fn load(texts: &[String]) -> Versions {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    Versions::from_texts(&texts, &[]).unwrap_or_else(|issues| panic!("{issues:?}"))
}

fn faults(texts: &[&str]) -> Vec<String> {
    Versions::from_texts(texts, &[]).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("it is a date")
}

fn draft(drafted: Option<&str>) -> Value {
    json!({ "issuer": "政府", "docType": "通知", "dates": { "drafted": drafted } })
}

#[test]
fn the_day_picks_the_version() {
    let [a, b, c] = three();
    // Their order when they are loaded means nothing.
    for versions in [load(&[a.clone(), b.clone(), c.clone()]), load(&[c, a, b])] {
        let signer = |date: &str| versions.decide(&draft(Some(date)), &Options::default()).outcomes[0].clone();
        let [first, second, third] = ["由县长签发", "由分管副县长签发", "由办公室主任签发"];
        assert_eq!(signer("1990-01-01"), first, "none has begun: the first");
        assert_eq!(signer("2010-03-01"), first);
        assert_eq!(signer("2012-12-31"), first);
        assert_eq!(signer("2013-01-01"), second);
        assert_eq!(signer("2016-02-28"), second);
        assert_eq!(signer("2017-01-01"), second, "none is in force: the latest that had begun");
        assert_eq!(signer("2018-07-01"), third);
        assert_eq!(signer("2026-01-01"), third);
        let route = versions.route(&draft(Some("2017-01-01")), &Options::default());
        assert_eq!((route.rulebook.title.as_str(), route.rulebook.in_force), ("规则乙", Some(false)));
        let on = Options { on: Some(day("2011-01-01")), ..Options::default() };
        assert_eq!(versions.decide(&draft(Some("2026-01-01")), &on).outcomes, [first], "`on` goes before");
        assert_eq!(versions.route_json(&draft(None), &json!({ "on": "2014-01-01" })).rulebook.title, "规则乙");
        assert_eq!(versions.decide_json(&draft(None), &json!({ "on": "2014-01-01" })).outcomes, [second]);
        assert_eq!(versions.vocabulary().rulebook.title, "规则丙");
        let titles: Vec<String> = versions
            .route_many(&[draft(Some("2011-01-01")), draft(None)], &Options::default())
            .into_iter()
            .map(|it| it.rulebook.title)
            .collect();
        assert_eq!(titles, ["规则甲", "规则丙"]);
    }
}

#[test]
fn without_a_day_it_is_the_newest_and_the_route_says_so() {
    let route = load(&three()).route(&draft(None), &Options::default());
    assert_eq!(route.rulebook.title, "规则丙");
    let told = route.findings.iter().find(|it| it.code == "no-date").expect("it is told");
    assert_eq!(told.severity, FindingSeverity::Info);
    assert_eq!((told.path.as_str(), told.basis.len()), ("/dates/drafted", 0));
    assert_eq!(told.message, "没有日期，按最新的版本办理；请填起草日期");
    let alone = load(&[SMALLEST.to_owned()]);
    let route = alone.route(&draft(None), &Options::default());
    assert!(route.findings.is_empty(), "one version needs no day: {:?}", route.findings);
    assert_eq!(alone.pick(Some(day("1980-01-01"))).title(), "某县人民政府工作规则");
}

/// Asked day by day, the stretches say what the periods say; together they are all the days, each once.
#[test]
fn a_sweep_shows_every_day_once() {
    let versions = load(&three());
    let all = versions.versions();
    assert_eq!(all.iter().map(|it| it.title.as_str()).collect::<Vec<_>>(), ["规则甲", "规则乙", "规则丙"]);
    assert_eq!((all[1].from.as_deref(), all[1].until.as_deref()), (Some("2013-01-01"), Some("2016-02-29")));
    assert_eq!(all[2].until, None);
    let (from, until) = (day("2009-01-01"), day("2022-01-01"));
    let stretches = versions.sweep(from, until);
    let told: Vec<(&str, &str, Option<usize>)> = stretches
        .iter()
        .map(|it| {
            let version = it.digest.as_ref().map(|digest| all.iter().position(|it| it.digest == *digest));
            (it.from.as_str(), it.until.as_str(), version.map(|it| it.expect("it is a version's")))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2009-01-01", "2010-03-01", None),
            ("2010-03-01", "2013-01-01", Some(0)),
            ("2013-01-01", "2016-02-29", Some(1)),
            ("2016-02-29", "2018-07-01", None),
            ("2018-07-01", "2022-01-01", Some(2)),
        ]
    );
    for date in from.iter_days().take_while(|it| *it < until) {
        let text = date.to_string();
        let inside = |from: &str, until: &str| from <= text.as_str() && text.as_str() < until;
        let in_force: Vec<usize> = (0..all.len())
            .filter(|it| inside(all[*it].from.as_deref().unwrap_or(""), all[*it].until.as_deref().unwrap_or("9")))
            .collect();
        let stretch: Vec<_> = told.iter().filter(|(from, until, _)| inside(from, until)).collect();
        assert_eq!(stretch.len(), 1, "{date}");
        assert_eq!(stretch[0].2, in_force.first().copied(), "{date}");
        assert!(in_force.len() < 2, "{date}");
    }
    assert!(versions.sweep(until, from).is_empty());
    assert_eq!(versions.sweep(day("2014-01-01"), day("2014-01-02")).len(), 1);
    let always = load(&[SMALLEST.to_owned()]).sweep(from, until);
    assert_eq!((always.len(), always[0].digest.is_some()), (1, true), "no dates are given: it always is");
}

#[test]
fn versions_that_overlap_are_a_fault() {
    let [a, b, _] = three();
    let open = version("规则丁", "县长", "2012-12-31", "");
    assert_eq!(
        faults(&[&a, &b, &open]),
        [
            "/2/施行：两个版本的施行期重叠：《规则甲》（自2010-03-01起，至2013-01-01止（不含当日））与\
             《规则丁》（自2012-12-31起） [overlapping-versions]",
            "/2/施行：两个版本的施行期重叠：《规则乙》（自2013-01-01起，至2016-02-29止（不含当日））与\
             《规则丁》（自2012-12-31起） [overlapping-versions]",
        ]
    );
    assert_eq!(
        faults(&[&a, SMALLEST]),
        ["/1/施行：两个版本的施行期重叠：《规则甲》（自2010-03-01起，至2013-01-01止（不含当日））与\
             《某县人民政府工作规则》（没有写明施行期） [overlapping-versions]"]
    );
}

#[test]
fn another_rulebook_is_no_version() {
    let [a, ..] = three();
    let other = SMALLEST.replace("标识: smallest", "标识: other");
    assert_eq!(faults(&[&a, &other]), ["/1/标识：`other`不是`smallest`的版本：各版本的标识须相同 [different-id]"]);
}

#[test]
fn each_text_has_its_faults_at_its_place() {
    let [a, ..] = three();
    let wrong = SMALLEST.replace("层级: 县", "层级: 村");
    let issues = Versions::from_texts(&[&a, &wrong], &[]).err().expect("it has a fault");
    assert_eq!((issues.len(), issues[0].path.as_str()), (1, "/1/层级"));
    let issues = Versions::from_texts(&[&wrong], &[]).err().expect("it has a fault");
    assert_eq!(issues[0].path, "/层级", "one text needs no place");
    assert_eq!(faults(&[]), faults(&[""]));
    assert!(!faults(&[]).is_empty());
}
