//! What `check` and `diff` say of the shipped rulebooks, and of rulebooks in which something is wrong.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

mod common;

use common::{SHIPPED, Shipped, base, cases, load};
use qianfa::{About, CheckOptions, Options, Report, Rulebook, Status};
use serde_json::{Value, json};

const FINISHED: &Options = &Options { on: None, unstated_is_no: true, roster: None, calendar: None };

fn check(shipped: &Shipped) -> Report {
    load(shipped).check(CheckOptions { cases: &cases(shipped), text: None })
}

#[test]
fn the_shipped_rulebooks_pass() {
    for shipped in SHIPPED {
        let report = check(shipped);
        assert!(report.ok, "{}: {report:#?}", shipped.id);
        assert!(!report.gaps.is_empty() && report.gaps.iter().all(|it| it.declared), "{}", shipped.id);
        assert!(report.proposed_cases.is_empty(), "{}", shipped.id);
        assert!(report.exercise.iter().all(|it| !it.stands.is_empty()), "{}", shipped.id);
    }
}

#[test]
fn a_witness_routed_shows_what_its_region_says() {
    for shipped in SHIPPED {
        let (rulebook, report) = (load(shipped), check(shipped));
        for gap in &report.gaps {
            let route = rulebook.route(&gap.witness, FINISHED);
            assert_eq!(route.status, Status::Silent, "{}: {}", shipped.id, gap.witness);
            assert!(route.findings.iter().all(|it| !it.basis.is_empty()), "{}: {:?}", gap.witness, route.findings);
        }
        for conflict in &report.conflicts {
            let route = rulebook.route(&conflict.witness, FINISHED);
            assert_eq!(route.status, Status::Conflict, "{}: {}", shipped.id, conflict.witness);
            let basis: Vec<&str> = route.signing.iter().flat_map(|it| &it.basis).map(|it| it.clause.as_str()).collect();
            assert!(conflict.clauses.iter().all(|it| basis.contains(&it.as_str())), "{basis:?} {conflict:?}");
        }
        for overlap in &report.overlaps {
            let status = rulebook.route(&overlap.witness, FINISHED).status;
            assert!(matches!(status, Status::Determined | Status::Elsewhere), "{}: {overlap:?}", shipped.id);
        }
    }
}

#[test]
fn every_clause_has_an_account_and_a_document_for_which_it_stands() {
    for shipped in SHIPPED {
        let rulebook = load(shipped);
        let mut stands: Vec<Value> = Vec::new();
        for clause in rulebook.clauses() {
            let account = rulebook.clause(&clause.clause).expect("it is a clause");
            assert!(!account.demands.is_empty() && !account.applies.is_empty(), "{}", clause.clause);
            let witness = account.witness.expect("no shipped clause is dead");
            stands.push(json!({ "name": clause.clause, "draft": witness, "unstated": "no", "expect": {} }));
            assert_eq!(account.basis, clause);
        }
        assert!(rulebook.clause("999").is_none());
        for it in rulebook.check(CheckOptions { cases: &stands, text: None }).exercise {
            assert!(it.stands.contains(&it.clause), "{} {}", shipped.id, it.clause);
        }
    }
}

/// The smallest rulebook, with more of its clauses and declarations.
fn small(more: &str) -> Rulebook {
    let text = format!("{}{more}", include_str!("rulebooks/smallest.yaml"));
    Rulebook::from_text(&text).unwrap_or_else(|issues| panic!("{issues:#?}"))
}

#[test]
fn what_is_wrong_is_named_in_words() {
    let rulebook = small(
        "
  - { 编号: \"2\", 条文: 第二条, 原文: 原文, 适用: { 发文名义: 政府, 文种: 公文, 是: 重大事项 }, 签发: [{ 用语: 签发, 由: 分管领导 }] }
  - { 编号: \"3\", 条文: 第三条, 原文: 原文, 适用: { 发文名义: 政府, 文种: 通知 }, 让位于: [\"1\"], 签发: [{ 用语: 签发, 由: 分管领导 }] }
  - { 编号: \"4\", 条文: 第四条, 原文: 原文, 适用: { 发文名义: 政府, 文种: 函 }, 签发: [{ 用语: 签发, 由: 县长 }] }
  - { 编号: \"5\", 条文: 第五条, 原文: 原文, 适用: { 文种: 请示 }, 检查: [{ 代码: seal, 级别: 错误, 字段: /direction, 说明: 请示不下行, 当: { 行文方向: 下行 } }] }
未规定:
  - { 适用: { 发文名义: 政府, 文种: 纪要 }, 缘由: 其实有规定 }
",
    );
    let report = rulebook.check(CheckOptions::default());
    assert!(!report.ok);
    let gaps: Vec<&str> = report.gaps.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(gaps, ["发文名义不是政府", "文种不属公文"]);
    assert_eq!(report.gaps[1].witness, json!({ "docType": "合同协议", "issuer": "政府" }));
    let conflict = &report.conflicts[0];
    assert_eq!(
        (conflict.words.as_str(), conflict.clauses.as_slice()),
        ("发文名义为政府，文种为公文，属于“重大事项”", ["1".to_owned(), "2".to_owned()].as_slice())
    );
    let covered =
        |list: &[qianfa::Covered]| -> Vec<Value> { list.iter().map(|it| json!([it.clause, it.covered_by])).collect() };
    assert_eq!(covered(&report.dead_clauses), [json!(["3", ["1"]]), json!(["5", []])]);
    assert_eq!(covered(&report.redundant_clauses), [json!(["4", ["1", "2"]])]);
    assert_eq!(report.unused_matters, ["全局性", "全域性", "例行批准"]);
    assert_eq!(report.empty_declarations[0].path, "/未规定/0");
    let proposed: Vec<&str> = report.proposed_cases.iter().map(|it| it.name.as_str()).collect();
    assert!(
        proposed.contains(&"第二条（2）起作用") && proposed.contains(&"第二条（2）因“重大事项”不同而不起作用"),
        "{proposed:?}"
    );
}

#[test]
fn proposed_cases_pass_and_leave_nothing_to_propose() {
    for shipped in SHIPPED {
        let rulebook = load(shipped);
        let proposed = rulebook.check(CheckOptions::default()).proposed_cases;
        let proposed: Vec<Value> = proposed.iter().map(|it| json!(it)).collect();
        let failed: Vec<_> = rulebook.test(&proposed).into_iter().filter(|it| !it.faults.is_empty()).collect();
        assert!(failed.is_empty(), "{}: {failed:#?}", shipped.id);
        let report = rulebook.check(CheckOptions { cases: &proposed, text: None });
        let half: Vec<_> = report.exercise.iter().filter(|it| it.stands.is_empty()).collect();
        assert!(half.is_empty(), "{}: {half:?}", shipped.id);
    }
}

#[test]
fn a_rulebook_is_the_same_as_itself_and_a_changed_word_of_a_signer_is_found() {
    let shipped = SHIPPED.iter().find(|it| it.id == "wujiagang").expect("it is shipped");
    let before = load(shipped);
    assert!(before.diff(&before).is_empty() && before.compare(&before).same);
    // Words that decide nothing are no difference.
    let reworded = shipped.rules.replacen("问: 内容是否涉及面广？", "问: 内容涉及面是否广？", 1);
    assert_ne!(reworded, shipped.rules);
    assert!(before.diff(&Rulebook::from_text_on(&reworded, &[base()]).expect("it loads")).is_empty());
    let changed =
        shipped.rules.replacen("{ 用语: 审定签发, 由: [区长, 常务副区长] }", "{ 用语: 审定签发, 由: 区长 }", 1);
    assert_ne!(changed, shipped.rules);
    let after = Rulebook::from_text_on(&changed, &[base()]).expect("it loads");
    let differences = before.diff(&after);
    assert!(!differences.is_empty());
    for it in &differences {
        assert_eq!(it.about, About::Signing);
        assert_eq!(before.decide(&it.region.witness, FINISHED).outcomes, [it.before.as_str()]);
        assert_eq!(after.decide(&it.region.witness, FINISHED).outcomes, [it.after.as_str()]);
    }
}

#[test]
fn two_governments_are_compared_in_their_own_words() {
    let [yiyuan, wujiagang] =
        ["yiyuan", "wujiagang"].map(|id| load(SHIPPED.iter().find(|it| it.id == id).expect("it is shipped")));
    let comparison = yiyuan.compare(&wujiagang);
    assert!(!comparison.same && comparison.only_before.contains(&"matters.县长办公会议议题".to_owned()));
    let minutes =
        comparison.groups.iter().find(|it| it.words.contains("区政府专题会议") || it.words.contains("县政府专题会议"));
    assert!(minutes.is_some(), "{:#?}", comparison.groups.iter().map(|it| &it.words).collect::<Vec<_>>());
    for it in comparison.groups.iter().flat_map(|it| &it.differences).filter(|it| it.about == About::Signing) {
        assert_eq!(yiyuan.decide(&it.region.witness, FINISHED).outcomes, [it.before.as_str()], "{}", it.region.witness);
        assert_eq!(
            wujiagang.decide(&it.region.witness, FINISHED).outcomes,
            [it.after.as_str()],
            "{}",
            it.region.witness
        );
    }
}
