//! What a clause demands.

use super::super::effects::{FIRST_DAYS, LIMIT_STARTS};
use super::json::{Json, defined, either, explained, like, may, need, object, one_or_more, suggested, words};
use super::terms::{count, text};

pub(super) fn option() -> Json {
    object([
        need("用语", "文本自己的用词。", defined("act")),
        need("由", "由谁，写本机关的称呼或通用职务，例如 [区长, 常务副区长]。", one_or_more(defined("role"))),
        may("语气", "文本的语气，不写是“须”。", defined("modality")),
        may("选择", "几个人之中须一人还是全部，不写是“一人”。", defined("choice")),
        may("裁量", "由谁斟酌或授权，文本写明时才填，例如：区长。", text()),
    ])
}

pub(super) fn step() -> Json {
    object([
        need("类", "步骤的类别。", defined("stepKind")),
        may("由", "由谁办，文本没有说就不写。", one_or_more(defined("role"))),
        may("选择", "几个人之中须一人还是全部，不写是“一人”。", defined("choice")),
        may("语气", "文本的语气，不写是“须”。", defined("modality")),
        may("会议", "会议审议由哪个会议，几个之中有一个即可。", one_or_more(defined("meeting"))),
        may("当", "只在这些公文时才要这一步，在适用之内再收窄。", defined("condition")),
        may("任选", "记号：本条款中记号相同的步骤任选其一，例如：合同审查。", text()),
        may("依次", "各人是否按所列先后依次办。", defined("flag")),
        may("到文后", "是否在来文到达本级政府以后才办。", defined("flag")),
        may("后于", "排在这类步骤之后，而不在通常的位置。", defined("stepKind")),
        may("先于", "排在这类步骤之前，而不在通常的位置。", defined("stepKind")),
        may("时限", "办理的时限。", defined("limit")),
    ])
}

pub(super) fn limit() -> Json {
    object([
        need("天数", "多少天；0是随即。", count()),
        need("单位", "工作日或日。", words(["工作日", "日"])),
        need("自", "从什么时候算起。", words(LIMIT_STARTS)),
        may("之前", "是否往前倒数，例如：会前5个工作日。", defined("flag")),
        may("起算", "文本写明哪天是第一天时才填：当日，还是次日。", words(FIRST_DAYS)),
        may("语气", "文本的语气，不写是“须”。", defined("modality")),
        may("逾期", "文本写明的逾期后果，例如：视为无不同意见。", text()),
    ])
}

pub(super) fn check() -> Json {
    object([
        need("代码", "英文代码，只用小写字母和连字符，定下就不再改，例如 multiple-recipients。", code()),
        need("级别", "问题的轻重。", severity()),
        need("字段", "问题在公文的哪一栏，写JSON Pointer，例如 /addressees、/matters/越级。", field()),
        need("说明", "给经办人的一句话，句末不加句号，例如：不得多头报文：上行文只主送一个机关。", text()),
        may("当", "只在这些公文时才提出，在适用之内再收窄。", defined("condition")),
    ])
}

fn severity() -> Json {
    explained([
        ("错误", "文本说不得、必须、应。"),
        ("警告", "文本说一般不得、原则上；或可以照报的分歧。"),
        ("提示", "没有错，但值得知道。"),
    ])
}

/// Codes that rulebooks share; a rulebook may have others.
fn code() -> Json {
    let shared = [
        "one-matter",
        "hidden-request",
        "multiple-recipients",
        "level-skipping",
        "direct-to-leader",
        "department-business",
        "not-consulted",
        "missing-countersign",
        "disagreement",
        "instruction-to-lower",
        "needs-government-consent",
        "not-requested-first",
        "validity-too-long",
        "minutes-discouraged",
        "no-such-power",
        "wrong-issuer",
        "seal",
        "writing-tool",
    ];
    suggested(shared, like("^[a-z-]+$"))
}

fn field() -> Json {
    let usual =
        ["/addressees", "/copies", "/consensus", "/issuer", "/docType", "/direction", "/validYears", "/matters/越级"];
    suggested(usual, like("^/"))
}

pub(super) fn standing_in() -> Json {
    object([
        need("缺位", "谁不在，写本机关的称呼或通用职务。", defined("role")),
        need("由", "由谁代行：职务，或“AB角”“补位”；几位中的一位，写成列表。", one_or_more(stand_in())),
        need("事", "代行什么，例如：主持区政府工作。", text()),
        may("情形", "在什么情形下，例如 [外出, 休假]。", one_or_more(text())),
        may("需", "需要什么手续，例如：委托；“无”同不写。", text()),
    ])
}

fn stand_in() -> Json {
    let arrangement = explained([("AB角", "互为AB角的另一位。"), ("补位", "按补位安排。")]);
    either([arrangement, defined("role")])
}

pub(super) fn note() -> Json {
    object([
        need("附于", "附在哪类步骤上。", defined("stepKind")),
        need("内容", "提醒的话，例如：用印必须及时登记。", text()),
    ])
}
