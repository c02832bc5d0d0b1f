//! The 文种 at the end of a title.
//!
//! 报告 is one, 调研报告 is none: a word counts where only words that are usual before it stand between it and 的, or where it
//! follows the issuer at once.

use super::text::outside;
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
const ALONE: &str = "通知|通告|请示|批复|复函|情况通报|嘉奖令|会议申请|会议申请表|会议申请单|用印申请|用印申请表|用印申请单|介绍信|新闻稿|新闻通稿|合同|合同书|协议|协议书";
/// What may follow the issuer at once.
const AFTER_ISSUER: &str = "命令|令|公告|通告|通知|决定|通报|函";

/// Where the 文种 begins, and what it is.
pub(super) fn at_end(title: &str) -> Option<(&str, DocType<'_>)> {
    let says_about = outside(title, &["关于"]).is_some();
    minutes(title)
        .or_else(|| after_de(title))
        .or_else(|| after_issuer(title))
        .or_else(|| if says_about { of_circumstances(title) } else { alone(title) })
}

/// 纪要 of something that is a meeting.
fn minutes(title: &str) -> Option<(&str, DocType<'_>)> {
    let (before, words) = ending(title, "纪要")?;
    let held = before.is_empty() || before.ends_with("会议") || before.ends_with('会') || before.ends_with(')');
    held.then(|| (before, known(words))).filter(|_| !before.ends_with("会谈"))
}

fn after_de(title: &str) -> Option<(&str, DocType<'_>)> {
    for line in AFTER_DE.split('|') {
        let mut words = line.split(' ');
        let Some((mut before, mut written)) = words.next().and_then(|it| ending(title, it)) else { continue };
        // 若干指导意见: more than one of them may stand there.
        for usual in words.clone().chain(words) {
            if let Some((earlier, _)) = ending(before, usual) {
                before = earlier;
                written = title.get(before.len()..).unwrap_or(written);
            }
        }
        // As the whole title, it needs no 的.
        let rest = if before.is_empty() { Some(before) } else { before.strip_suffix('的') };
        if let Some(rest) = rest {
            let found = DocType { words: written, ..known(line.split(' ').next().unwrap_or_default()) };
            return Some((rest, found)).filter(|_| !is_object(rest, found.term));
        }
    }
    application(title)
}

/// 关于召开……会议的申请, 关于使用……印章的申请.
fn application(title: &str) -> Option<(&str, DocType<'_>)> {
    let (before, words) = ending(title, "的申请")?;
    let words = words.strip_prefix('的').unwrap_or(words);
    let term = if before.ends_with("会议") {
        "会议申请"
    } else if before.ends_with("印章") || before.ends_with("用印") {
        "用印申请"
    } else {
        return None;
    };
    Some((before, DocType { words, ..known(term) }))
}

/// 关于征求……的意见, 关于听取……的报告: the word is what the verb is about.
fn is_object(before: &str, term: &str) -> bool {
    let Some((_, _, about)) = outside(before, &["关于"]) else {
        // 在……会议上的报告 is a speech.
        let is_ours = before.is_empty() || before.ends_with("情况") || outside(before, &["人民政府"]).is_some();
        return matches!(term, "报告" | "意见") && !is_ours;
    };
    let begins = |verbs: &[&str]| verbs.iter().any(|it| about.starts_with(it));
    // 关于贯彻落实省政府关于……的意见: its own 文种 is not written.
    let passed_down = begins(&["贯彻", "落实", "学习", "执行"]) && outside(about, &["关于"]).is_some();
    let asked = term == "意见" && (begins(&["征求", "听取", "反馈", "答复"]) || about.starts_with("对《"));
    (passed_down && !DOC_TYPES.iter().any(|it| about.ends_with(it))) || asked || (term == "报告" && begins(&["听取"]))
}

fn after_issuer(title: &str) -> Option<(&str, DocType<'_>)> {
    for word in AFTER_ISSUER.split('|') {
        if let Some((before, words)) = ending(title, word)
            && (before.ends_with("人民政府")
                || before.ends_with("办公室")
                || (before.is_empty() && word != "令" && word != "函"))
        {
            return Some((before, DocType { words, ..known(word) }));
        }
    }
    None
}

/// 关于……情况报告: the 的 is left out often enough.
fn of_circumstances(title: &str) -> Option<(&str, DocType<'_>)> {
    for word in ["报告", "通报"] {
        if let Some((before, words)) = ending(title, word).filter(|(before, _)| before.ends_with("情况")) {
            return Some((before, known(words)));
        }
    }
    None
}

fn alone(title: &str) -> Option<(&str, DocType<'_>)> {
    for word in ALONE.split('|') {
        if let Some((before, words)) = ending(title, word) {
            return Some((before, known(words)));
        }
    }
    None
}

fn ending<'a>(title: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let before = title.strip_suffix(word)?;
    Some((before, title.get(before.len()..)?))
}

/// The term for a word of the lists.
fn known(word: &str) -> DocType<'_> {
    let begun = |it: &&&str| match **it {
        "合同协议" => word.starts_with("合同") || word.starts_with("协议"),
        "新闻稿" => word.starts_with("新闻"),
        "命令" => word.ends_with('令'),
        "函" => word.ends_with('函'),
        term => word.starts_with(term) || word.ends_with(term),
    };
    DocType { words: word, term: DOC_TYPES.iter().find(begun).copied().unwrap_or_default() }
}
