//! The draft of a case: every field of the contract. A misspelt field is no knowledge, so none is let through.

use super::json::{Json, Key, defined, either, list, map, may, need, object, open_object, words};
use super::terms::or_unknown;
use crate::vocabulary::{CONSENSUS, DATES, MEETINGS, NONE, PORTFOLIOS, SECRECIES, SHARED_MATTERS, URGENCIES};

pub(super) fn draft() -> Json {
    object([
        field("title", "标题；不单凭标题定结果。", string()),
        field("issuer", "发文名义：以谁的名义发文。", defined("issuer")),
        field("docType", "文种。", defined("docType")),
        field("direction", "行文方向；能从发文名义和主送推出时不必写。", defined("direction")),
        field("addressees", "主送机关，写全；[]是没有。", defined("recipients")),
        field("copies", "抄送机关，写全；[]是没有。", defined("recipients")),
        field("matters", "各事项是不是，例如 { 规范性文件: true }。", matters()),
        field("portfolios", "涉及一位还是多位政府领导分管的工作。", words(PORTFOLIOS)),
        field("leaders", "涉及的政府领导。", list(string())),
        field("departments", "主办和协办部门。", departments()),
        field("consensus", "部门之间协商的结果。", words(CONSENSUS)),
        field("decidedBy", "已经由何会议决定；“无”是没有上过会。", words([NONE].into_iter().chain(MEETINGS))),
        field("minutesOf", "纪要所记的会议。", words(MEETINGS)),
        field("chairedBy", "会议由谁主持。", defined("chair")),
        field("chairDelegated", "主持人是否受委托主持。", yes_no()),
        field("secrecy", "密级。", words(SECRECIES)),
        field("urgency", "紧急程度；平急、特提只用于电报。", words(URGENCIES)),
        field("validYears", "有效期的年数，例如 5。", map([("type", "number".into()), ("minimum", 0.into())])),
        field("dates", "各个日期，写作年-月-日。", object(DATES.map(|(key, label)| date(key, label)))),
    ])
}

/// Every field may also be left open.
fn field(name: &'static str, words: &str, form: Json) -> Key {
    may(name, words, or_unknown(form))
}

fn date(key: &'static str, label: &str) -> Key {
    field(key, &format!("{label}，例如 2026-11-22。"), defined("date"))
}

/// A kind, a name that the rulebook knows, or both.
pub(super) fn recipients() -> Json {
    let both = object([need("kind", "机关的类别。", defined("addresseeKind")), may("name", "机关的名称。", string())]);
    list(either([defined("addresseeKind"), string(), both]))
}

fn matters() -> Json {
    let shared = SHARED_MATTERS.map(|matter| field(matter, &format!("是否{matter}。"), yes_no()));
    open_object(shared, or_unknown(yes_no()))
}

fn departments() -> Json {
    object([
        field("lead", "主办部门。", string()),
        field("others", "协办部门，写全，[]是没有；只知道有没有时写true或false。", either([list(string()), yes_no()])),
    ])
}

fn yes_no() -> Json {
    map([("type", "boolean".into())])
}

fn string() -> Json {
    map([("type", "string".into())])
}
