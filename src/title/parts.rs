//! A title taken apart: marks, 发文机关, 事由, 文种, and the title that it passes on.

use super::doc_type::{DocType, at_end};
use super::text::{inside, is_word, outside, trimmed};

/// How many titles may be inside one another: real ones have four at most.
const DEEPEST: usize = 8;
/// What passes a title on, with 书名号 or without.
const PASSING_ON: [&str; 3] = ["转发", "批转", "印发"];
/// What is done to a text in 书名号.
const ABOUT_A_TEXT: [&str; 6] = ["公布", "发布", "颁布", "废止", "修改", "修订"];
/// How the name of an institution ends.
const INSTITUTIONS: &str = "府室厅局委会部院组处心司办站所队校团社馆署行库园部场联";
/// What a draft is called while it is one.
const STAGES: [&str; 7] = ["征求意见稿", "代拟稿", "送审稿", "讨论稿", "修改稿", "初稿", "草案"];

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
    let (issuer, subject) = split(rest, doc_type.map(|it| it.term));
    parts.issuer = Some(trimmed(issuer)).filter(|it| !it.is_empty());
    parts.subject = Some(trimmed(subject)).filter(|it| !it.is_empty());
    if depth < DEEPEST {
        parts.wraps = parts.subject.and_then(|it| wraps(it, depth));
    }
    // 转发……关于……的意见: the 意见 is the inner title's, and its own 文种 is not written.
    if let (Some(wraps), Some(found)) = (&parts.wraps, parts.doc_type)
        && outside(wraps.title, &["关于"]).is_some()
        && wraps.inner.doc_type.is_none()
        && !matches!(found.term, "通知" | "函" | "请示" | "决定")
    {
        let whole = split(body, None);
        parts.doc_type = None;
        parts.subject = Some(whole.1);
        parts.wraps = self::wraps(whole.1, depth);
    }
    parts
}

/// A mark at the beginning: in brackets, or a word of its own.
fn mark(body: &str) -> Option<(&str, &str)> {
    if let Some((mark, rest)) = inside(body, '(', ')') {
        return Some((mark, rest)).filter(|_| !rest.is_empty());
    }
    for word in ["特急", "加急", "平急", "特提", "绝密", "机密", "秘密"] {
        if let Some(rest) = body.strip_prefix(word)
            && rest.chars().next().is_some_and(|next| !is_word(next))
        {
            return Some((body.get(..word.len())?, rest));
        }
    }
    None
}

/// Without what stands behind the 文种: (试行), (2026年), 〔2026〕12号, 第12号, 代拟稿.
fn without_endnotes<'a>(body: &'a str, marks: &mut Vec<&'a str>) -> &'a str {
    let mut bare = body;
    loop {
        let before = bare;
        bare = bare.trim_end_matches(|it| !is_word(it));
        if bare.ends_with(')')
            && let Some(open) = opening(bare)
        {
            marks.push(bare.get(open + 1..bare.len() - 1).unwrap_or_default());
            bare = bare.get(..open).unwrap_or(bare);
        }
        for stage in STAGES {
            bare = bare.strip_suffix(stage).unwrap_or(bare);
        }
        bare = without_number(bare);
        if bare.is_empty() {
            return body;
        }
        if bare.len() == before.len() {
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
    let Some(counted) = piece.strip_suffix(['号', '期', '次']) else { return piece };
    let number = counted.trim_end_matches(is_digit);
    if number.len() == counted.len() {
        return piece;
    }
    match number.strip_suffix('第') {
        Some(before) => before,
        None if number.ends_with(')') => number,
        None => piece,
    }
}

pub(super) fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(letter)
}

/// 发文机关 and 事由 of what stands before the 文种.
fn split<'a>(rest: &'a str, doc_type: Option<&str>) -> (&'a str, &'a str) {
    if let Some((before, _, about)) = outside(rest, &["关于"]) {
        if let Some((issuer, ..)) = outside(before, &PASSING_ON) {
            return (issuer, rest.get(issuer.len()..).unwrap_or_default());
        }
        return (if is_institution(before) { before } else { "" }, about);
    }
    if let Some((issuer, ..)) = outside(rest, &PASSING_ON)
        && (issuer.is_empty() || is_institution(issuer))
    {
        return (issuer, rest.get(issuer.len()..).unwrap_or_default());
    }
    match doc_type {
        None | Some("纪要" | "合同协议" | "新闻稿" | "介绍信") => ("", rest),
        _ => government(rest).unwrap_or(("", rest)),
    }
}

/// 某某人民政府…… without 关于.
fn government(rest: &str) -> Option<(&str, &str)> {
    let (_, _, mut behind) = outside(rest, &["人民政府"])?;
    for office in ["办公室", "办公厅"] {
        behind = behind.strip_prefix(office).unwrap_or(behind);
    }
    let joined = behind.starts_with(['与', '和', '同', '、', '及', '的', '第', '常', '县', '市', '区']);
    (!joined).then(|| rest.split_at_checked(rest.len() - behind.len())).flatten()
}

pub(super) fn is_institution(piece: &str) -> bool {
    trimmed(piece).chars().next_back().is_some_and(|it| INSTITUTIONS.contains(it))
}

fn wraps(subject: &str, depth: usize) -> Option<Wraps<'_>> {
    let (by, rest) = PASSING_ON.iter().chain(&ABOUT_A_TEXT).find_map(|verb| {
        let rest = subject.strip_prefix(verb)?;
        Some((subject.get(..verb.len())?, rest))
    })?;
    let (whose, title) = match rest.find('《').and_then(|at| rest.split_at_checked(at)) {
        Some((whose, quoted)) if !whose.contains("关于") => (whose, unquoted(quoted)),
        _ if PASSING_ON.contains(&by) => ("", rest),
        _ => return None,
    };
    let title = Some(trimmed(title)).filter(|it| !it.is_empty())?;
    let mut inner = within(title, depth + 1);
    // 批转县应急管理局2026年……要点.
    if by != "印发"
        && inner.issuer.is_none()
        && let Some((issuer, about)) =
            inner.subject.and_then(|it| it.split_at_checked(it.find('局')? + '局'.len_utf8()))
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
        None => quoted.trim_start_matches('《').trim_end_matches('》'),
    }
}
