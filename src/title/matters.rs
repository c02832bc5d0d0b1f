//! Matters (事项) whose words stand in a title.
//!
//! Only names that all rulebooks share, and only where the rulebook declares the matter and asks for it in the sense meant here.

use super::parts::Parts;
use super::text::{before, ends, from, one_of, says, trimmed_end, until, words};
use crate::rulebook::Definition;
use crate::short::find;

/// A matter, and how a title tells it.
struct Sign {
    matter: &'static str,
    /// What the rulebook's own question must say: a word that means something narrower there tells nothing.
    asked: &'static str,
    /// The 文种 that alone can have it; none where any can.
    doc_types: &'static str,
    /// The words of the 事由, of which any does: `…` before or behind stands for anything.
    words: &'static str,
    /// Words that tell against it.
    not: &'static str,
}

const SIGNS: [Sign; 8] = [
    Sign {
        matter: "人事任免",
        asked: "任免",
        doc_types: "通知 决定 议案 请示 命令 批复 函 公告",
        words: "…任免职 …任免 …任职 …免职 免去…职务 任命…职务 任命…局长 任命…主任",
        not: "规定 办法 公示 出国 规范 加强 改进 完善 做好 严格 禁止 兼职 制度 程序 印发 转发",
    },
    Sign {
        matter: "机构编制", asked: "机构编制", doc_types: "通知", words: "印发…人员编制规定", not: ""
    },
    Sign {
        matter: "涉外",
        asked: "涉外",
        doc_types: "",
        words: "…因公出国… …因公赴… …涉外… …外事活动… …友好城市… …外宾…",
        not: "",
    },
    Sign {
        matter: "突发事件",
        asked: "突发事件",
        doc_types: "报告 通报 请示",
        words: "…突发事件情况 …突发事件处置情况 …突发事件有关情况",
        not: "预案 演练 防范 体系",
    },
    Sign {
        matter: "要求批转转发",
        asked: "批转",
        doc_types: "请示 函 报告",
        words: "提请批转… 恳请批转… 请求批转… 提请转发… 恳请转发… 请求转发… 请予转发… 请予批转…",
        not: "",
    },
    Sign { matter: "商洽工作", asked: "商洽", doc_types: "函", words: "商请… 商洽…", not: "" },
    Sign {
        matter: "办公室事务",
        asked: "会议",
        doc_types: "通知",
        words: "召开…会议 召开…座谈会 召开…动员会 召开…推进会 召开…调度会 …值班工作 …值班值守工作 …政务信息报送工作",
        not: "人大 政协 党委 党代",
    },
    Sign {
        matter: "通报重大情况", asked: "通报重大情况", doc_types: "", words: "…通报重大情况…", not: ""
    },
];

/// The matters that the parts of a title tell, each with its words; `is_ours` where it goes out in the name of the government or its office.
pub(super) fn told<'a>(parts: &Parts<'a>, definition: &Definition, is_ours: bool) -> Vec<(&'static str, &'a str)> {
    let mut found = Vec::new();
    let (term, written) = parts.doc_type.map_or(("", ""), |it| (it.term, it.words));
    let subject = parts.subject.unwrap_or_default();
    let mut tell = |matter: &'static str, asked: &str, words: Option<&'a str>| {
        let Some(words) = words else { return };
        if definition.matters.iter().any(|it| it.name == matter && find(&it.prompt, asked).is_some()) {
            found.push((matter, words));
        }
    };
    for sign in &SIGNS {
        let fits = sign.doc_types.is_empty() || one_of(sign.doc_types, term).is_some();
        if fits && !says(subject, sign.not) {
            tell(sign.matter, sign.asked, words(sign.words).find_map(|it| telling(subject, it)));
        }
    }
    tell("事项回复", "回复", Some(written).filter(|it| *it == "复函"));
    if is_ours && term == "通知" {
        tell("规范性文件", "规范性文件", normative(parts));
    }
    found
}

/// The words of a subject that fit `…任免`, `召开…会议`, `…涉外…`, `商请…`.
fn telling<'a>(subject: &'a str, pattern: &str) -> Option<&'a str> {
    let (begin, rest) = pattern.split_once('…')?;
    let behind = subject.strip_prefix(begin)?;
    if let Some((word, _)) = rest.split_once('…') {
        return Some(until(from(subject, find(subject, word)?), word.len()));
    }
    let between = behind.strip_suffix(rest)?;
    Some(match (begin, rest) {
        (_, "") => until(subject, begin.len()),
        ("", _) => from(subject, between.len()),
        _ => subject,
    })
}

/// 办法, 规定 or 细则 about what the public does or gets; what a government does inside its own house, and how it works, binds nobody else.
fn normative<'a>(parts: &Parts<'a>) -> Option<&'a str> {
    const ABOUT: &str = "管理 补偿 安置 征收 救助 补助 补贴 收费 保护 监督";
    const INSIDE: &str = "规范性文件 工作 机关 内部 考核 绩效 值班 公文 督查 督办 档案 会议 财务 资金 经费 差旅 印章 车辆 用车 公车 请假 考勤 保密 \
信息 干部 公务 奖 评审 职责 编制 接待 人员 目标 责任 意见稿 讨论稿 送审稿 草案 预案 应急 党";
    let wraps = parts.wraps.as_ref().filter(|it| it.by == "印发" && it.inner.wraps.is_none())?;
    let mut name = wraps.title;
    // (试行) and the like behind it.
    if name.ends_with(')') {
        name = trimmed_end(name, |it| it != '(').strip_suffix('(').unwrap_or(name);
    }
    let about = before(name, "办法 规定 细则")?;
    let topic = before(about, "暂行 实施").unwrap_or(about);
    (ends(topic, ABOUT) && !says(wraps.title, INSIDE)).then(|| from(name, about.len()))
}
