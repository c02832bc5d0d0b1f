//! A clause: where its words stand, when it applies, before which others it gives way.

use super::json::{Json, Key, defined, either, map, may, need, object, one_or_more};
use super::terms::text;

pub(super) fn clause() -> Json {
    let keys = origin().into_iter().chain(precedence()).chain(effects());
    object(keys).and([
        ("anyOf", EFFECTS.into_iter().map(given).collect()),
        ("not", map([("required", ["签发", "另有规定"].into())])),
        // Rules about absence and about what a circled name means hold for every document.
        ("if", map([("anyOf", ["签发", "另有规定", "步骤", "检查"].into_iter().map(given).collect())])),
        ("then", given("适用")),
    ])
}

/// What a clause can demand, one of which it must.
const EFFECTS: [&str; 7] = ["签发", "另有规定", "步骤", "检查", "代行", "圈阅", "注"];

fn given(key: &str) -> Json {
    map([("required", [key].into())])
}

fn origin() -> [Key; 7] {
    [
        need("编号", "原文所在：条[p款][-项[-目]][字母]，例如 46-1、64p3、56-5b、51-1-2。", defined("id")),
        need("条文", "出处，照文本自己的编法，例如：第五十六条（五）。", text()),
        need("原文", "起作用的原文，简短，逐字照录（空白不计）。", text()),
        may(
            "适用",
            "什么公文适用：对照表是同时符合，列表是符合其一，例如 { 发文名义: 政府, 文种: 公文 }。",
            defined("condition"),
        ),
        may("除外", "从适用中除去的公文，写法同适用。", defined("condition")),
        may(
            "分管含",
            "本条所说分管的领导，除副职外还含哪些职务，例如“县政府领导同志”含党组成员；只用于按名册认人。",
            one_or_more(defined("role")),
        ),
        may("解释", "作者读进原文里去的意思；随结果显示为解释，不作原文。", text()),
    ]
}

fn precedence() -> [Key; 4] {
    [
        may(
            "让位于",
            "在签批上让位于哪些条款：文本自己写明的只写编号，作者读出来的写条款和解释。",
            defined("givingWay"),
        ),
        may("全部让位于", "签批、步骤、时限、检查都让位于哪些条款，写法同让位于。", defined("givingWay")),
        may("用语优先于", "两条并立且签批人一致时，用本条的用语（如签署），写对方的编号。", one_or_more(defined("id"))),
        may(
            "增列",
            "写“是”：本条的签批人列在别的条款之外，不排斥任何人，例如“常规事项也可由秘书长签发”。",
            defined("flag"),
        ),
    ]
}

fn effects() -> [Key; 7] {
    [
        may("签发", "由谁签批；几种做法依文本的先后列出。", one_or_more(defined("signing"))),
        may("另有规定", "文本指向的其他规定，例如：按县委、县政府有关规定办理；不与签发并用。", text()),
        may("步骤", "必经的步骤。", one_or_more(defined("step"))),
        may("检查", "对公文的检查：什么情况下提出什么问题。", one_or_more(defined("check"))),
        may("代行", "某人不在时由谁代行；只作提示，不代为换人。", defined("standingIn")),
        may("圈阅", "来文上圈阅的含义，例如：已阅知。", text()),
        may("注", "附在某类步骤上的一句提醒。", defined("note")),
    ]
}

/// Clauses by their ids, where the text says so; with 解释, where the author reads it so.
pub(super) fn giving_way() -> Json {
    let read_so = object([
        need("条款", "让位于哪些条款，写编号，例如 56-6。", one_or_more(defined("id"))),
        need("解释", "为什么这样读，例如：特别规定优于一般规定。", text()),
    ]);
    one_or_more(either([defined("id"), read_so]))
}
