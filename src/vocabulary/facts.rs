//! The facts of a draft and the terms they take, as the contract's section 1 lists them.

/// 发文名义: in whose name the document goes out.
pub const ISSUERS: [&str; 8] =
    ["政府", "政府办公室", "党政联合", "部门", "部门联合", "派出机构", "议事协调机构", "下级政府"];

/// How many of [`DOC_TYPES`] are 公文 in the sense of 条例 第八条.
pub const OFFICIAL_DOC_TYPES: usize = 15;

/// 文种: the fifteen of 条例 第八条, then five papers about whose signing the rules also speak.
pub const DOC_TYPES: [&str; 20] = [
    "决议",
    "决定",
    "命令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
    "合同协议",
    "新闻稿",
    "会议申请",
    "用印申请",
    "介绍信",
];

/// What a page may also call a 文种, and its term in [`DOC_TYPES`].
pub(crate) const DOC_TYPE_ALIASES: [(&str, &str); 4] =
    [("令", "命令"), ("命令（令）", "命令"), ("命令(令)", "命令"), ("会议纪要", "纪要")];

/// The term of `DOC_TYPES` for what a page may also call it.
#[must_use]
pub fn canonical_doc_type(word: &str) -> &str {
    DOC_TYPE_ALIASES.iter().find(|(alias, _)| *alias == word).map_or(word, |(_, term)| term)
}

/// 行文方向.
pub const DIRECTIONS: [&str; 3] = ["上行", "平行", "下行"];

/// Kinds of 主送 and 抄送, seen from the rulebook's own government.
pub const ADDRESSEE_KINDS: [&str; 16] = [
    "上级政府",
    "上级政府办公厅",
    "上级部门",
    "上级部门办公室",
    "本级党委",
    "本级人大",
    "本级政协",
    "本级政府",
    "本级部门",
    "同级政府",
    "同级政府办公室",
    "下级政府",
    "企事业单位",
    "社会公众",
    "领导个人",
    "其他",
];

/// Whether a kind is an institution: two of them as 主送 make a paper 多头.
pub(crate) fn is_institution(kind: &str) -> bool {
    !matches!(kind, "社会公众" | "领导个人")
}

/// The word for "none" in the enumerations that have one.
pub const NONE: &str = "无";

/// Meetings, for 已经会议 (with 无) and 纪要会议.
pub const MEETINGS: [&str; 8] =
    ["全体会议", "常务会议", "行政首长办公会议", "行政首长例会", "专题会议", "协调会议", "党组会议", "工作会议"];

/// 会议主持人.
pub const CHAIRS: [&str; 9] =
    ["行政首长", "常务副职", "副职", "行政首长助理", "党组成员", "秘书长", "副秘书长", "办公室主任", "办公室副主任"];

/// 涉及政府领导分管范围.
pub(crate) const PORTFOLIOS: [&str; 2] = ["一位", "多位"];

/// 部门间协商.
pub(crate) const CONSENSUS: [&str; 3] = ["一致", "有分歧", "未协商"];

/// 密级.
pub const SECRECIES: [&str; 4] = ["无", "秘密", "机密", "绝密"];

/// 紧急程度; 平急 and 特提 only on telegrams.
pub const URGENCIES: [&str; 5] = ["无", "平急", "加急", "特急", "特提"];

/// 日期: keys of `dates` in a draft, with their label.
pub const DATES: [(&str, &str); 7] = [
    ("drafted", "起草日期"),
    ("received", "收文日期"),
    ("sentForCountersign", "送会签日期"),
    ("meetingHeld", "会议召开日期"),
    ("meetingEnded", "会议结束日期"),
    ("signed", "签发日期"),
    ("issued", "印发日期"),
];

/// Matters under names that all governments share, so that two of them can be compared.
pub const SHARED_MATTERS: [&str; 53] = [
    "规范性文件",
    "普遍约束力",
    "人事任免",
    "主要负责人出国",
    "全局性",
    "全域性",
    "重大政策",
    "重要政策",
    "重要部署",
    "重大事项",
    "涉及面广",
    "例行批准",
    "行政首长交办",
    "商洽工作",
    "事项回复",
    "办公室事务",
    "重要内容",
    "工作通报",
    "通报重大情况",
    "财政资金",
    "国有资产",
    "公共资源转让",
    "特许经营",
    "土地使用",
    "重大投资",
    "重要资产处置",
    "公众权益",
    "市场主体",
    "社会稳定风险",
    "政策解读",
    "部门职权内",
    "指令性要求",
    "经政府同意",
    "多个请示事项",
    "夹带请示事项",
    "越级",
    "要求批转转发",
    "必须直接报送",
    "法制机构承办",
    "全局性重大影响",
    "领导交办直报",
    "突发事件",
    "涉外",
    "重大修改",
    "会议协调一致",
    "重要规范性文件",
    "社会关注度高",
    "涉及下级政府",
    "大额资金",
    "机构编制",
    "需执行或公布",
    "可用办公室公文",
    "已获批准",
];

/// What one matter says of another: where the first holds, so does the second.
pub(crate) const IMPLIED_MATTERS: [(&str, &str); 2] = [("全局性", "全域性"), ("重大政策", "重要政策")];
