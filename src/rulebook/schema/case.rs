//! Cases: a draft and what must come of it.

use super::json::{Json, defined, explained, list, map, may, need, object, suggested, words};
use super::terms::text;
use crate::vocabulary::{Modality, ROLES};

pub(super) fn case() -> Json {
    object([
        need("name", "一句话说明这个案例，各例不同。", text()),
        need("draft", "公文：经办人已经知道的各栏；不写或写null是还不知道。", defined("draft")),
        may("unstated", "没有写的各栏怎样看待。", unstated()),
        may("on", "按哪一天问，例如 2019-03-01；不写就看起草日期。", defined("date")),
        need("expect", "依文本应得的结果。", defined("expectation")),
        may("why", "起决定作用的原文。", remark()),
        may("doubt", "还可以怎样读，供复核。", remark()),
        may("contested", "是否两可：照跑，但不算数。", boolean()),
        may("optional", "也可以出现的签批人（职务代码）。", role_codes()),
        may("ignoreRoles", "不计的签批人（职务代码）。", role_codes()),
    ])
}

fn unstated() -> Json {
    explained([("no", "经办人已经填完：没有写的都是“否”“无”。"), ("unknown", "还不知道（默认值）。")])
}

pub(super) fn expectation() -> Json {
    object([
        may("status", "签批问题定到什么程度。", status()),
        may("act", "签批的用语。", defined("act")),
        may("signers", "各签批人和语气，几种做法合并列出。", list(signer())),
        may("choice", "几个人之中须一人（one）、全部（all）还是两可（unclear）。", words(["one", "all", "unclear"])),
        may("possible", "几种可能各由哪些人；[]是未规定，[\"elsewhere\"]是另有规定。", list(list(outcome_role()))),
        may("clauses", "起决定作用的条款编号，后面的字母可省，例如 46-1。", list(text())),
        may("steps", "一定要有的步骤。", list(defined("stepKind"))),
        may("notSteps", "一定没有的步骤。", list(defined("stepKind"))),
        may("findings", "应提出的问题；[]是没有问题。", list(finding())),
        may("optional", "也可以出现的签批人（职务代码）。", role_codes()),
        may("ignoreRoles", "不计的签批人（职务代码）。", role_codes()),
        may("contested", "是否两可：照跑，但不算数。", boolean()),
    ])
}

fn status() -> Json {
    explained([
        ("determined", "已定：无论其余各栏怎样，结果只有一个。"),
        ("open", "未定：还有几种可能。"),
        ("conflict", "冲突：条款要求不一，文本未分先后。"),
        ("silent", "未规定。"),
        ("elsewhere", "另有规定。"),
    ])
}

fn signer() -> Json {
    let modalities = Modality::ALL.iter().map(|it| it.term());
    object([
        need("role", "职务代码，例如 head。", role_code()),
        may("modality", "语气；“或”是几人之中一人即可。", words(modalities.chain(["或"]))),
    ])
}

fn finding() -> Json {
    object([
        need("severity", "轻重：错误error、警告warning、提示info。", words(["error", "warning", "info"])),
        need("clause", "提出问题的条款编号。", text()),
        may("about", "关于哪一栏，例如 addressees。", text()),
    ])
}

/// A shared role by its code, or one of the rulebook's own.
fn role_code() -> Json {
    suggested(ROLES.map(|role| role.code), text())
}

fn outcome_role() -> Json {
    suggested(ROLES.map(|role| role.code).into_iter().chain(["elsewhere"]), text())
}

fn role_codes() -> Json {
    list(role_code())
}

/// For whoever reads the case; it may be left blank.
fn remark() -> Json {
    map([("type", "string".into())])
}

fn boolean() -> Json {
    map([("type", "boolean".into())])
}
