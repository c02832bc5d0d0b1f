//! The head of a rulebook, and what it declares about itself.

use super::json::{Json, Key, defined, either, map, may, need, object, one_or_more, open_object};
use super::terms::{date, name, text};
use crate::vocabulary::{MEETINGS, ROLES, SHARED_MATTERS};

pub(super) fn in_force() -> Json {
    object([
        need("自", "施行之日（含），例如 2019-03-01。", date()),
        may("至", "失效之日（不含），例如 2024-03-01。", date()),
        need("条款", "写明施行日期的条款编号，例如 \"83\"。", text()),
        need("条文", "该条款的出处，照文本自己的编法，例如：第八十三条。", text()),
        need("原文", "该条款的原文，逐字照录。", text()),
        may("解释", "日期须读出来时，写明怎样读出。", text()),
    ])
}

/// The rulebook on which this one stands: its id, or the whole of it.
pub(super) fn base() -> Json {
    let explained = object([
        need("规则", "上位规则的标识；运行时也可以是整部规则。", either([name(), map([("$ref", "#".into())])])),
        may("解释", "作者对立足于上位规则的说明。", text()),
    ]);
    either([name(), explained])
}

pub(super) fn roles() -> Json {
    object(ROLES.map(|role| may(role.term, &format!("“{}”在本机关的称呼（代码 {}）。", role.term, role.code), text())))
}

pub(super) fn meetings() -> Json {
    object(MEETINGS.map(|meeting| may(meeting, &format!("“{meeting}”在本机关的称呼。"), text())))
}

/// Shared names are offered, others are the rulebook's own.
pub(super) fn matters() -> Json {
    let shared = SHARED_MATTERS.map(|matter| may(matter, &format!("通用事项“{matter}”。"), defined("matter")));
    open_object(shared, defined("matter"))
}

pub(super) fn matter() -> Json {
    object([
        need("问", "问经办人的一句话，例如：内容是否涉及面广？", text()),
        may("原文", "文本中说到这一事项的原文，例如：涉及面广的。", text()),
        may("条文", "原文的出处，例如：第五十六条（五）。", text()),
    ])
}

pub(super) fn omission() -> Json {
    object([
        need("编号", "未编条款的编号，例如 \"9\"。", text()),
        need("条文", "未编条款的出处，例如：第九条。", text()),
        because("为什么不编成条款。"),
    ])
}

pub(super) fn gap() -> Json {
    object([
        need("适用", "哪些公文的签批文本没有规定，写法同条款的适用。", defined("condition")),
        may("除外", "其中除去哪些公文，写法同条款的除外。", defined("condition")),
        because("为什么确未规定，例如：本规则只管区政府的公文，部门自行制发的未提。"),
    ])
}

pub(super) fn conflict() -> Json {
    object([
        need("条款", "相互冲突的条款编号，例如 [46-1a, 46-6]。", one_or_more(defined("id"))),
        because("为什么文本分不出先后。"),
    ])
}

fn because(words: &str) -> Key {
    need("缘由", words, text())
}
