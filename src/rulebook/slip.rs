//! The commonest slips in a text that is no YAML, told in the author's words and at their own line.
//!
//! The parser speaks English, and often notices a line late. Looks at lines alone; knows no key of the format.

/// What is wrong, and where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Slip {
    pub(crate) message: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Keys are short; what is longer is prose, in which a full-width colon is right.
const LONGEST_KEY: usize = 16;

/// The slip behind the failure of the parser at a line (from 1): on it, or on one of the two before.
pub(crate) fn near(text: &str, failed: usize) -> Option<Slip> {
    let lines: Vec<&str> = text.lines().collect();
    (failed.saturating_sub(2)..=failed).rev().find_map(|number| {
        let line = lines.get(number.checked_sub(1)?)?;
        let (message, column) = tab(line).or_else(|| colon(line))?;
        Some(Slip { message, line: number, column })
    })
}

/// A tab before the first word.
fn tab(line: &str) -> Option<(String, usize)> {
    let indentation = line.chars().position(|it| !it.is_whitespace())?;
    let at = line.chars().take(indentation).position(|it| it == '\t')?;
    Some(("缩进只能用空格，不能用制表符".to_owned(), at + 1))
}

/// A colon after a key that YAML does not take for one.
fn colon(line: &str) -> Option<(String, usize)> {
    let content = line.trim_start_matches([' ', '-']);
    let (at, colon) = content.char_indices().find(|(_, it)| matches!(it, '：' | ':'))?;
    let (key, rest) = (content.get(..at)?, content.get(at + colon.len_utf8()..)?);
    if !is_key(key) || !is_value(rest) {
        return None;
    }
    let message = match colon {
        '：' => format!("冒号是全角的：应写“{key}: ”，半角冒号加空格"),
        _ if rest.is_empty() || rest.starts_with([' ', '\t']) => return None,
        _ => format!("冒号后缺空格：应写“{key}: ”"),
    };
    let before = line.chars().count() - content.chars().count();
    Some((message, before + key.chars().count() + 1))
}

fn is_key(word: &str) -> bool {
    (1..=LONGEST_KEY).contains(&word.chars().count())
        && word.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-' | '$'))
}

/// Whether the key ended at the colon before this: a later colon may be the key's true end, if none of `{…}` or `[…]`.
fn is_value(rest: &str) -> bool {
    rest.trim_start().starts_with(['{', '[']) || !(rest.contains(": ") || rest.trim_end().ends_with(':'))
}

#[cfg(test)]
mod tests {
    use super::near;

    fn place(text: &str, failed: usize) -> Option<(usize, usize)> {
        near(text, failed).map(|slip| (slip.line, slip.column))
    }

    #[test]
    fn a_slip_is_found_where_it_is_made() {
        for (text, failed, found) in [
            ("格式：1", 1, (1, 3)),
            ("格式：1\n甲: 乙\n丙: 丁", 3, (1, 3)),
            ("  - 编号：\"1\"\n    条文: 甲", 2, (1, 7)),
            ("适用：{ 文种: 公文 }", 1, (1, 3)),
            ("发文名义:政府", 2, (1, 5)),
            ("适用:{ 文种: 公文 }", 1, (1, 3)),
            ("甲:\n \t乙: 丙", 2, (2, 2)),
        ] {
            assert_eq!(place(text, failed), Some(found), "{text}");
        }
    }

    #[test]
    fn what_is_right_is_no_slip() {
        for text in [
            "",
            "甲: 乙：丙",
            "甲:",
            "甲: [1",
            "# 注意：如此",
            "\"甲\":1",
            "甲：乙: 丙",
            "甲：乙:",
            "县长认为有必要提请常务会议审议的事项按照下列程序办理：如此",
            "\t",
            "格式：1\n甲: 1\n乙: 1\n丙: 1",
        ] {
            assert_eq!(near(text, text.lines().count()), None, "{text}");
        }
    }
}
