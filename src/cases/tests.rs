//! The words of the faults: they are what an author reads, so they are asserted whole.

use crate::engine::Rulebook;
use serde_json::{Value, json};

const SMALLEST: &str = include_str!("../../tests/rulebooks/smallest.yaml");

/// The faults of a case about an ordinary 通知 of the government, which 县长 must sign.
fn faults(expect: &Value) -> Vec<String> {
    faults_of(&json!({ "issuer": "政府", "docType": "通知" }), expect)
}

fn faults_of(draft: &Value, expect: &Value) -> Vec<String> {
    let rulebook = Rulebook::from_text(SMALLEST).unwrap_or_else(|issues| panic!("{issues:?}"));
    super::run(&rulebook, &json!({ "name": "例", "draft": draft, "unstated": "no", "expect": expect })).faults
}

#[test]
fn what_is_met_has_no_fault() {
    let met = json!({
        "status": "determined", "act": "签发", "signers": [{ "role": "head", "modality": "须" }],
        "clauses": ["1"], "notSteps": ["会议审议"], "findings": [],
    });
    assert_eq!(faults(&met), [""; 0]);
}

#[test]
fn roles_and_statuses_are_told_in_chinese() {
    let expect = json!({ "status": "determined", "signers": [{ "role": "deputy_in_charge", "modality": "须" }] });
    assert_eq!(faults(&expect), ["不应由县长（须）签发", "缺签发人分管领导（须）"]);
    assert_eq!(faults(&json!({ "status": "open" })), ["应为尚未确定（open），实为可以确定（determined）"]);
    assert_eq!(faults(&json!({})), ["没有写status；实为可以确定（determined）"]);
    let finding = json!({ "status": "determined", "findings": [{ "severity": "warning", "clause": "1" }] });
    assert_eq!(faults(&finding), ["缺检查结果：警告（warning），依条款1"]);
}

#[test]
fn possible_outcomes_are_told_by_their_titles() {
    let draft = json!({ "docType": "通知", "issuer": null });
    let rulebook = Rulebook::from_text(SMALLEST).unwrap_or_else(|issues| panic!("{issues:?}"));
    let expect = json!({ "status": "open", "possible": [["deputy_in_charge"], ["elsewhere"]] });
    let case = json!({ "name": "例", "draft": draft, "expect": expect });
    assert_eq!(super::run(&rulebook, &case).faults, ["可能的结果应为分管副县长、另有规定，实为未规定、县长"]);
}

#[test]
fn what_is_misspelt_is_said_so() {
    for (expect, fault) in [
        (json!({ "status": "determind" }), "status中没有`determind`这个值；是否想写`determined`"),
        (json!({ "status": "可以确定" }), "status中没有`可以确定`这个值；是否想写`determined`"),
        (json!({ "signers": [{ "role": "haed" }] }), "signers中没有`haed`这个职务；是否想写`head`"),
        (json!({ "signers": [{ "role": "县长" }] }), "signers中没有`县长`这个职务；是否想写`head`"),
        (json!({ "signers": ["head"] }), "signers的每一项都须写明role"),
        (json!({ "optional": ["any_deputi"] }), "optional中没有`any_deputi`这个职务；是否想写`any_deputy`"),
        (json!({ "steps": ["用章"] }), "steps中没有`用章`这个环节；是否想写`用印`"),
        (json!({ "notSteps": ["合法审查"] }), "notSteps中没有`合法审查`这个环节；是否想写`合法性审查`"),
        (json!({ "signer": [] }), "expect中没有`signer`这个键；是否想写`signers`"),
        (json!({ "某某某某某某": 1 }), "expect中没有`某某某某某某`这个键"),
    ] {
        let mut whole = json!({ "status": "determined" });
        for (key, value) in expect.as_object().into_iter().flatten() {
            whole[key] = value.clone();
        }
        assert_eq!(faults(&whole), [fault], "{expect}");
    }
}

#[test]
fn faults_of_the_draft_are_faults_of_the_case() {
    let draft = json!({ "issuer": "政府", "docType": "通知", "secrecy": "密", "titel": "甲" });
    let told = faults_of(&draft, &json!({ "status": "determined" }));
    assert_eq!(
        told,
        [
            "草稿：/secrecy：没有`密`这个值；应为无、秘密、机密、绝密；是否想写`秘密`",
            "草稿：/titel：不认识的字段`titel`；是否想写`title`",
        ]
    );
    let about_it = json!({ "status": "determined", "findings": [{ "severity": "error" }] });
    assert_eq!(faults_of(&draft, &about_it), [""; 0]);
    assert_eq!(faults(&about_it), ["缺检查结果：错误（error）"]);
}
