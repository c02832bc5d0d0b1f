//! Conditions: which documents are meant.

use super::json::{Json, Key, defined, either, explained, list, may, need, object, one_or_more, suggested, words};
use super::terms::{count, text};
use crate::vocabulary::{CONSENSUS, MEETINGS, NONE, PORTFOLIOS, SECRECIES, URGENCIES};

/// A map is all of it, a list any of its maps.
pub(super) fn condition() -> Json {
    either([defined("all"), some(defined("all"))])
}

/// Everything that a document must meet at once.
pub(super) fn all() -> Json {
    object([
        may("发文名义", "以谁的名义发文，例如：政府。", values(defined("issuer"))),
        may("文种", "文种；“公文”代表条例第八条的十五种。", values(doc_types())),
        may("行文方向", "行文方向。", values(defined("direction"))),
        may("主送", "主送机关中有其一，例如：上级政府。", values(defined("addresseeKind"))),
        may("抄送", "抄送机关中有其一。", values(defined("addresseeKind"))),
        may("多个主送", "主送是否为两个以上机关。", words(["是", "否"])),
        may("分管", "涉及一位还是多位政府领导分管的工作。", values(words(PORTFOLIOS))),
        may("协商", "部门之间协商的结果。", values(words(CONSENSUS))),
        may("协办部门", "有没有主办部门以外的部门。", words(["有", "无"])),
        may(
            "已经会议",
            "已经由何会议决定；“无”是没有上过会。",
            values(suggested([NONE].into_iter().chain(MEETINGS), text())),
        ),
        may("纪要会议", "纪要所记的会议，用通用名或本机关的称呼。", values(defined("meeting"))),
        may("主持人", "会议由谁主持。", values(defined("chair"))),
        may("受委托", "主持人是否受委托主持。", words(["是", "否"])),
        may("密级", "密级。", values(words(SECRECIES))),
        may("紧急程度", "紧急程度；平急、特提只用于电报。", values(words(URGENCIES))),
        may("有效期", "有效期的年数，例如 { 超过: 5 }。", years()),
        may("是", "这些事项都是“是”，例如 [规范性文件, 全局性]。", matters()),
        may("否", "这些事项都是“否”。", matters()),
        may("任一", "这些事项至少有一个“是”。", either([defined("matterName"), some(defined("matterName"))])),
    ])
    .and([("minProperties", 1.into())])
}

/// A term, any of several, or any but these.
fn values(term: Json) -> Json {
    let but: Key = need("除", "这些以外的都算，例如 { 除: [纪要, 议案] }。", one_or_more(term.clone()));
    either([term.clone(), some(term), object([but])])
}

/// A list that is not empty: of nothing, nothing can be true.
fn some(item: Json) -> Json {
    list(item).and([("minItems", 1.into())])
}

fn doc_types() -> Json {
    let fifteen = explained([("公文", "条例第八条的十五种公文。")]);
    either([fifteen, defined("docType")])
}

fn years() -> Json {
    object([may("超过", "超过多少年（整数）。", count()), may("不超过", "不超过多少年（整数）。", count())])
        .and([("minProperties", 1.into())])
}

fn matters() -> Json {
    one_or_more(defined("matterName"))
}
