//! A title as written, and beside it as it is compared: without spaces and line breaks, in one script and one kind of brackets.
//!
//! Knows where each letter was, in UTF-16 units. Knows no words.

use super::TitlePart;

/// Letters of the traditional script that stand in our words, and under the same places the simplified ones.
const TRADITIONAL: &str = "關於發轉請報復覆議決會紀縣區鎮鄉辦黨務員廳長規則實細試聯協專題廢頒補緊見約聞紹組織導領責監與處項為調職號創場產業單機構編設張來條應對準書徵開";
const SIMPLIFIED: &str = "关于发转请报复复议决会纪县区镇乡办党务员厅长规则实细试联协专题废颁补紧见约闻绍组织导领责监与处项为调职号创场产业单机构编设张来条应对准书征开";

/// Where a letter that counts begins: among the compared ones and among the written ones in bytes, and in UTF-16 units.
struct Letter {
    at: usize,
    byte: usize,
    unit: usize,
}

pub(super) struct Text<'a> {
    written: &'a str,
    /// What is compared.
    pub(super) plain: String,
    letters: Vec<Letter>,
}

impl<'a> Text<'a> {
    pub(super) fn new(written: &'a str) -> Self {
        // Chinese letters have three bytes.
        let letters = Vec::with_capacity(written.len() / 3 + 1);
        let mut text = Self { written, plain: String::with_capacity(written.len()), letters };
        let mut unit = 0;
        for (byte, letter) in written.char_indices() {
            if !letter.is_whitespace() && !is_invisible(letter) {
                text.letters.push(Letter { at: text.plain.len(), byte, unit });
                text.plain.push(plain(letter));
            }
            unit += letter.len_utf16();
        }
        text
    }

    /// Where a piece of the compared text was written: a piece is known by its address.
    pub(super) fn part(&self, piece: &str) -> TitlePart {
        let from = self.offset(piece);
        let behind = self.letters.partition_point(|it| it.at < from + piece.len());
        let last = behind.checked_sub(1).and_then(|it| self.letters.get(it));
        let (Some(first), Some(last)) = (self.letter(from), last) else { return TitlePart::default() };
        let end = self.written.get(last.byte..).and_then(|it| it.chars().next()).unwrap_or_default();
        let words = self.written.get(first.byte..last.byte + end.len_utf8()).unwrap_or_default();
        TitlePart { start: first.unit, end: last.unit + end.len_utf16(), words: words.to_owned() }
    }

    /// Whether a piece begins behind a space or a line break.
    pub(super) fn is_apart(&self, piece: &str) -> bool {
        let before = self.letter(self.offset(piece)).and_then(|it| self.written.get(..it.byte));
        before.is_some_and(|it| it.ends_with(char::is_whitespace))
    }

    fn letter(&self, at: usize) -> Option<&Letter> {
        self.letters.get(self.letters.partition_point(|it| it.at < at))
    }

    fn offset(&self, piece: &str) -> usize {
        (piece.as_ptr() as usize).wrapping_sub(self.plain.as_ptr() as usize)
    }
}

/// Marks of direction, of width and of no width at all.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn plain(letter: char) -> char {
    match letter {
        '（' | '〔' | '［' | '[' | '【' | '﹝' => '(',
        '）' | '〕' | '］' | ']' | '】' | '﹞' => ')',
        '〈' | '<' | '＜' | '﹤' | '≪' => '《',
        '〉' | '>' | '＞' | '﹥' | '≫' => '》',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        _ => {
            let simple = TRADITIONAL.find(letter).and_then(|at| SIMPLIFIED.get(at..)?.chars().next());
            simple.unwrap_or(letter)
        }
    }
}

/// A piece without what is no letter at its ends: stars, dashes, full stops, emoji.
pub(super) fn trimmed(piece: &str) -> &str {
    piece.trim_matches(|it| !is_word(it))
}

/// Letters, digits, brackets and quotation marks.
pub(super) fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(letter, '《' | '》' | '(' | ')' | '“' | '”' | '‘' | '’' | '"' | '〇')
        || matches!(letter, '\u{c0}'..='\u{1fff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// What stands between the bracket at the beginning of a piece and the one that closes it, and what comes behind.
pub(super) fn inside(piece: &str, open: char, close: char) -> Option<(&str, &str)> {
    let within = piece.strip_prefix(open)?;
    let mut depth = 1_usize;
    for (at, letter) in within.char_indices() {
        if letter == open {
            depth += 1;
        } else if letter == close {
            depth -= 1;
            if depth == 0 {
                return within.split_at_checked(at).map(|(it, rest)| (it, rest.strip_prefix(close).unwrap_or(rest)));
            }
        }
    }
    None
}

/// The first of some words that stands outside every 书名号: what is before it, the word, what is behind it.
pub(super) fn outside<'a>(piece: &'a str, words: &[&str]) -> Option<(&'a str, &'a str, &'a str)> {
    let mut depth = 0_usize;
    for (at, letter) in piece.char_indices() {
        match letter {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                let (before, rest) = piece.split_at_checked(at)?;
                for word in words {
                    if let Some(behind) = rest.strip_prefix(word) {
                        return Some((before, rest.get(..word.len())?, behind));
                    }
                }
            }
        }
    }
    None
}
