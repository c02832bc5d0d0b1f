//! A title taken apart: marks, 发文机关, 事由, 文种, and the title that it passes on.

use super::doc_type::{DocType, at_end};
use super::text::{
    before, begins, behind, ends, inside, is_digit, is_mark, one_of, outside, split, trimmed, trimmed_end,
    trimmed_start, until,
};
use crate::short::find;

/// How many titles may be inside one another: real ones have four at most.
const DEEPEST: usize = 8;
/// What passes a title on, with 书名号 or without.
const PASSING_ON: &str = "转发 批转 印发";
/// What is done to a text in 书名号.
const ABOUT_A_TEXT: &str = "公布 发布 颁布 废止 修改 修订";
/// How the name of an institution ends.
const INSTITUTIONS: &str = "府 室 厅 局 委 会 部 院 组 处 心 司 办 站 所 队 校 团 社 馆 署 行 库 园 场 联";
/// What a draft is called while it is one.
const STAGES: &str = "征求意见稿 代拟稿 送审稿 讨论稿 修改稿 初稿 草案";

/// The parts, as pieces of the compared text.
#[derive(Default)]
pub(super) struct Parts<'a> {
    /// What stands before everything else in brackets or by itself, such as 特急; and in brackets behind it.
    pub(super) marks: Vec<&'a str>,
    pub(super) issuer: Option<&'a str>,
    pub(super) subject: Option<&'a str>,
    pub(super) doc_type: Option<DocType<'a>>,
    pub(super) wraps: Option<Wraps<'a>>,
}

/// What is passed on.
pub(super) struct Wraps<'a> {
    pub(super) by: &'a str,
    /// What stands before the 书名号: whose title it is.
    pub(super) whose: &'a str,
    pub(super) title: &'a str,
    pub(super) inner: Box<Parts<'a>>,
}

pub(super) fn read(title: &str) -> Parts<'_> {
    within(title, 0)
}

fn within(title: &str, depth: usize) -> Parts<'_> {
    let mut parts = Parts::default();
    let mut body = trimmed(title);
    // A title may be handed over in 书名号.
    if let Some((all, "")) = inside(body, '《', '》') {
        body = trimmed(all);
    }
    while let Some((mark, rest)) = mark(body) {
        parts.marks.push(mark);
        body = trimmed(rest);
    }
    let bare = without_endnotes(body, &mut parts.marks);
    let (rest, doc_type) = at_end(bare).map_or((body, None), |(rest, found)| (rest, Some(found)));
    parts.doc_type = doc_type;
    let (issuer, subject) = halves(rest, doc_type.map(|it| it.term));
    parts.issuer = written(issuer);
    parts.subject = written(subject);
    if depth < DEEPEST {
        parts.wraps = parts.subject.and_then(|it| wraps(it, depth));
    }
    // 转发……关于……的意见: the 意见 is the inner title's, and its own 文种 is not written.
    if let (Some(wraps), Some(found)) = (&parts.wraps, parts.doc_type)
        && wraps.inner.doc_type.is_none()
        && one_of("通知 函 请示 决定", found.term).is_none()
        && outside(wraps.title, "关于").is_some()
    {
        let (_, whole) = halves(body, None);
        parts.doc_type = None;
        parts.subject = Some(whole);
        parts.wraps = self::wraps(whole, depth);
    }
    parts
}

/// A part that has letters.
fn written(piece: &str) -> Option<&str> {
    Some(trimmed(piece)).filter(|it| !it.is_empty())
}

/// A mark at the beginning: in brackets, or a word of its own.
fn mark(body: &str) -> Option<(&str, &str)> {
    if let Some((mark, rest)) = inside(body, '(', ')') {
        return Some((mark, rest)).filter(|_| !rest.is_empty());
    }
    let rest = behind(body, "特急 加急 平急 特提 绝密 机密 秘密")?;
    rest.starts_with(is_mark).then(|| (until(body, body.len() - rest.len()), rest))
}

/// Without what stands behind the 文种: (试行), (2026年), 〔2026〕12号, 第12号, 代拟稿.
fn without_endnotes<'a>(body: &'a str, marks: &mut Vec<&'a str>) -> &'a str {
    let mut bare = body;
    loop {
        let written = bare.len();
        bare = trimmed_end(bare, is_mark);
        if bare.ends_with(')')
            && let Some(open) = opening(bare)
        {
            marks.push(bare.get(open + 1..bare.len() - 1).unwrap_or_default());
            bare = until(bare, open);
        }
        bare = without_number(before(bare, STAGES).unwrap_or(bare));
        if bare.is_empty() {
            return body;
        }
        if bare.len() == written {
            return bare;
        }
    }
}

/// Where the bracket opens that closes at the end.
fn opening(piece: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, letter) in piece.char_indices().rev() {
        match letter {
            ')' => depth += 1,
            '(' if depth == 1 => return Some(at),
            '(' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Without 第12号, 第三期 or the number behind a year in brackets.
fn without_number(piece: &str) -> &str {
    let Some(counted) = before(piece, "号 期 次") else { return piece };
    let number = trimmed_end(counted, is_digit);
    if number.len() == counted.len() {
        return piece;
    }
    match number.strip_suffix('第') {
        Some(before) => before,
        None if number.ends_with(')') => number,
        None => piece,
    }
}

/// 发文机关 and 事由 of what stands before the 文种.
fn halves<'a>(rest: &'a str, doc_type: Option<&str>) -> (&'a str, &'a str) {
    let about = outside(rest, "关于");
    let named = about.map_or(rest, |(issuer, ..)| issuer);
    if let Some((issuer, ..)) = outside(named, PASSING_ON)
        && (about.is_some() || issuer.is_empty() || is_institution(issuer))
    {
        return split(rest, issuer.len());
    }
    if let Some((issuer, _, about)) = about {
        return (if is_institution(issuer) { issuer } else { "" }, about);
    }
    let issuer =
        doc_type.filter(|it| one_of("纪要 合同协议 新闻稿 介绍信", it).is_none()).and_then(|_| government(rest));
    split(rest, issuer.map_or(0, str::len))
}

/// 某某人民政府…… without 关于.
fn government(rest: &str) -> Option<&str> {
    let (_, _, later) = outside(rest, "人民政府")?;
    let later = behind(later, "办公室 办公厅").unwrap_or(later);
    let joined = begins(later, "与 和 同 、 及 的 第 常 县 市 区");
    (!joined).then(|| until(rest, rest.len() - later.len()))
}

pub(super) fn is_institution(piece: &str) -> bool {
    ends(trimmed(piece), INSTITUTIONS)
}

fn wraps(subject: &str, depth: usize) -> Option<Wraps<'_>> {
    let passed = behind(subject, PASSING_ON);
    let rest = passed.or_else(|| behind(subject, ABOUT_A_TEXT))?;
    let by = until(subject, subject.len() - rest.len());
    let (whose, title) = match find(rest, "《").map(|at| split(rest, at)) {
        Some((whose, quoted)) if find(whose, "关于").is_none() => (whose, unquoted(quoted)),
        _ => ("", passed?),
    };
    let title = written(title)?;
    let mut inner = within(title, depth + 1);
    // 批转县应急管理局2026年……要点.
    if by != "印发"
        && inner.issuer.is_none()
        && let Some((issuer, about)) = inner.subject.and_then(|it| Some(split(it, find(it, "局")? + "局".len())))
        && about.starts_with(is_digit)
    {
        (inner.issuer, inner.subject) = (Some(issuer), Some(about));
    }
    Some(Wraps { by, whose, title, inner: Box::new(inner) })
}

/// What stands in 书名号; where they do not match, all that is left.
fn unquoted(quoted: &str) -> &str {
    match inside(quoted, '《', '》') {
        Some((title, _)) => title,
        None => trimmed_end(trimmed_start(quoted, |it| it == '《'), |it| it == '》'),
    }
}
