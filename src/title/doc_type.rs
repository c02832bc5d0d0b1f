//! The 文种 at the end of a title.
//!
//! 报告 is one, 调研报告 is none: a word counts where only words that are usual before it stand between it and 的, or where it
//! follows the issuer at once.

use super::text::{before, begins, ends, from, one_of, outside, words};
use crate::vocabulary::DOC_TYPES;

/// The 文种 of a title.
#[derive(Clone, Copy)]
pub(super) struct DocType<'a> {
    /// As written, with what is usual before it: `复函`, `实施意见`.
    pub(super) words: &'a str,
    pub(super) term: &'static str,
}

/// Each word, then what may stand between 的 and it.
const AFTER_DE: &str = "通知 紧急 补充 会议 任免 表彰 预备|通报 情况 表彰 表扬 批评|报告 情况 自查 专题 专项|意见 实施 指导 若干 工作 贯彻|请示 紧急|批复|议案|\
函 复 公 商洽 商请 征求意见|决定 表彰 奖励|决议|命令|嘉奖令|公告|通告 紧急|公报|会议申请|用印申请|介绍信|新闻稿|新闻通稿|合同 合作 补充|协议 合作 框架 战略 补充|协议书 合作|合同书";
/// What is a 文种 without 的 before it as well, where nothing says 关于.
const ALONE: &str = "通知 通告 请示 批复 复函 情况通报 嘉奖令 会议申请 会议申请表 会议申请单 用印申请 用印申请表 用印申请单 介绍信 新闻稿 新闻通稿 合同 合同书 协议 协议书";
/// What may follow the issuer at once.
const AFTER_ISSUER: &str = "命令 令 公告 通告 通知 决定 通报 函";

/// What stands before the 文种, and what it is.
pub(super) fn at_end(title: &str) -> Option<(&str, DocType<'_>)> {
    let found = minutes(title).or_else(|| after_de(title)).or_else(|| after_issuer(title));
    found.or_else(|| match outside(title, "关于") {
        // 关于……情况报告: the 的 is left out often enough.
        Some(_) => ending(title, "报告 通报").filter(|(earlier, _)| ends(earlier, "情况")),
        None => ending(title, ALONE),
    })
}

/// 纪要 of something that is a meeting.
fn minutes(title: &str) -> Option<(&str, DocType<'_>)> {
    let found = ending(title, "纪要");
    found.filter(|(earlier, _)| earlier.is_empty() || ends(earlier, "会议 会 )"))
}

fn after_de(title: &str) -> Option<(&str, DocType<'_>)> {
    for line in AFTER_DE.split('|') {
        let (word, usual) = line.split_once(' ').unwrap_or((line, ""));
        let Some((mut earlier, found)) = ending(title, word) else { continue };
        // 若干指导意见: more than one of them may stand there.
        for usual in words(usual).chain(words(usual)) {
            earlier = earlier.strip_suffix(usual).unwrap_or(earlier);
        }
        // As the whole title, it needs no 的.
        let rest = if earlier.is_empty() { Some(earlier) } else { earlier.strip_suffix('的') };
        if let Some(rest) = rest {
            let found = DocType { words: from(title, earlier.len()), ..found };
            return (!is_object(rest, found.term)).then_some((rest, found));
        }
    }
    application(title)
}

/// 关于召开……会议的申请, 关于使用……印章的申请.
fn application(title: &str) -> Option<(&str, DocType<'_>)> {
    let earlier = title.strip_suffix("的申请")?;
    let term = if ends(earlier, "会议") {
        "会议申请"
    } else if ends(earlier, "印章 用印") {
        "用印申请"
    } else {
        return None;
    };
    Some((earlier, DocType { words: from(title, earlier.len() + "的".len()), ..known(term) }))
}

/// 关于征求……的意见, 关于听取……的报告: the word is what the verb is about.
fn is_object(earlier: &str, term: &str) -> bool {
    let opinion = term == "意见";
    let report = term == "报告";
    let Some((_, _, about)) = outside(earlier, "关于") else {
        // 在……会议上的报告 is a speech.
        let is_ours = earlier.is_empty() || ends(earlier, "情况") || outside(earlier, "人民政府").is_some();
        return (opinion || report) && !is_ours;
    };
    // 关于贯彻落实省政府关于……的意见: its own 文种 is not written.
    let passed_down = begins(about, "贯彻 落实 学习 执行") && outside(about, "关于").is_some();
    (passed_down && !DOC_TYPES.iter().any(|it| about.ends_with(it)))
        || (opinion && begins(about, "征求 听取 反馈 答复 对《"))
        || (report && begins(about, "听取"))
}

fn after_issuer(title: &str) -> Option<(&str, DocType<'_>)> {
    let found = ending(title, AFTER_ISSUER);
    found.filter(|(earlier, found)| {
        ends(earlier, "人民政府 办公室") || (earlier.is_empty() && one_of("令 函", found.words).is_none())
    })
}

/// What stands before the first word of a list with which a title ends, and that word.
fn ending<'a>(title: &'a str, list: &str) -> Option<(&'a str, DocType<'a>)> {
    let earlier = before(title, list)?;
    Some((earlier, known(from(title, earlier.len()))))
}

/// The term for a word of the lists.
fn known(word: &str) -> DocType<'_> {
    let begun = |it: &&&str| match **it {
        "合同协议" => begins(word, "合同 协议"),
        "新闻稿" => begins(word, "新闻"),
        "命令" => ends(word, "令"),
        term => begins(word, term) || ends(word, term),
    };
    DocType { words: word, term: DOC_TYPES.iter().find(begun).copied().unwrap_or_default() }
}
