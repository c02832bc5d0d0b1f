//! Step kinds, the order in which they stand, and the steps of the ordinary course.

use super::signing::terms;
use serde::Serialize;

terms! {
    /// What kind of step it is; the order here is the order of a path unless a rulebook orders otherwise.
    StepKind {
        /// 拟稿
        Draft = "拟稿",
        /// 事先请示
        AskFirst = "事先请示",
        /// 论证评估
        Appraise = "论证评估",
        /// 征求意见
        Consult = "征求意见",
        /// 部门审核
        DepartmentReview = "部门审核",
        /// 部门会签
        DepartmentCountersign = "部门会签",
        /// 协调
        Mediate = "协调",
        /// 公开征求意见
        PublicComment = "公开征求意见",
        /// 社会稳定风险评估
        StabilityRisk = "社会稳定风险评估",
        /// 公平竞争审查
        FairCompetition = "公平竞争审查",
        /// 廉洁性评估
        Integrity = "廉洁性评估",
        /// 合法性审查
        Legality = "合法性审查",
        /// 办公室审核
        OfficeReview = "办公室审核",
        /// 拟办
        Propose = "拟办",
        /// 签署意见
        WriteOpinion = "签署意见",
        /// 分管领导审核
        LeaderReview = "分管领导审核",
        /// 领导会签
        LeaderCountersign = "领导会签",
        /// 会议审议
        Meeting = "会议审议",
        /// 政府批准
        GovernmentApproval = "政府批准",
        /// 领导同意
        LeaderConsent = "领导同意",
        /// 审定
        Finalise = "审定",
        /// 签发
        Sign = "签发",
        /// 政策解读
        Explain = "政策解读",
        /// 复核
        Recheck = "复核",
        /// 编号
        Number = "编号",
        /// 用印
        Seal = "用印",
        /// 印发
        Issue = "印发",
        /// 审批: on arrival at the government addressed
        Decide = "审批",
        /// 公开
        Publish = "公开",
        /// 备案
        File = "备案",
        /// 归档
        Archive = "归档",
    }
}

impl StepKind {
    /// The place in the path; kinds with one place may run side by side.
    pub(crate) fn place(self) -> u16 {
        let representative = match self {
            StepKind::Consult => StepKind::Appraise,
            StepKind::StabilityRisk | StepKind::FairCompetition | StepKind::Integrity => StepKind::PublicComment,
            StepKind::File => StepKind::Publish,
            other => other,
        };
        representative as u16
    }
}

/// A step of the ordinary course of every 公文, which a local text need not name.
pub(crate) struct Customary {
    pub(crate) kind: StepKind,
    pub(crate) clause: &'static str,
    pub(crate) cite: &'static str,
    pub(crate) quote: &'static str,
}

/// 条例 第十八条至第二十七条: the steps every 公文 passes even where the local text is silent.
pub(crate) const CUSTOMARY: [Customary; 6] = [
    Customary {
        kind: StepKind::Draft,
        clause: "tiaoli-2012/18",
        cite: "《党政机关公文处理工作条例》第十八条",
        quote: "公文拟制包括公文的起草、审核、签发等程序",
    },
    Customary {
        kind: StepKind::Recheck,
        clause: "tiaoli-2012/25-1",
        cite: "《党政机关公文处理工作条例》第二十五条（一）",
        quote: "印发前应当对公文的审批手续、内容、文种、格式等进行复核",
    },
    Customary {
        kind: StepKind::Number,
        clause: "tiaoli-2012/25-2",
        cite: "《党政机关公文处理工作条例》第二十五条（二）",
        quote: "对复核后的公文，应当确定发文字号、分送范围和印制份数并详细记载",
    },
    Customary {
        kind: StepKind::Seal,
        clause: "tiaoli-2012/9-13",
        cite: "《党政机关公文处理工作条例》第九条（十三）",
        quote: "公文中有发文机关署名的，应当加盖发文机关印章",
    },
    Customary {
        kind: StepKind::Issue,
        clause: "tiaoli-2012/25-4",
        cite: "《党政机关公文处理工作条例》第二十五条（四）",
        quote: "公文印制完毕，应当对公文的文字、格式和印刷质量进行检查后分发",
    },
    Customary {
        kind: StepKind::Archive,
        clause: "tiaoli-2012/27",
        cite: "《党政机关公文处理工作条例》第二十七条",
        quote: "需要归档的公文及有关材料，应当根据有关档案法律法规以及机关档案管理规定，及时收集齐全、整理归档",
    },
];
