//! A title as written, and beside it as it is compared: without spaces and line breaks, in one script and one kind of brackets.
//!
//! Knows where each letter was, in UTF-16 units. Knows no words.

use super::TitlePart;

/// Letters of the traditional script that stand in our words, each before its simplified one.
const SIMPLER: &str = "關关於于發发轉转請请報报復复覆复議议決决會会紀纪縣县區区鎮镇鄉乡辦办黨党務务員员廳厅長长規规則则實实細细試试聯联協协專专題题廢废頒颁公公開开補补緊紧見见約约聞闻紹绍組组織织導导領领領领責责監监與与處处項项為为調调職职號号創创場场產产業业單单機机構构編编設设產产張张來来條条應应對对準准書书徵征";

/// Opening and closing, each kind as one.
const BRACKETS: [(&str, char); 4] = [("（〔［【﹝", '('), ("）〕］】﹞", ')'), ("〈<＜﹤≪", '《'), ("〉>＞﹥≫", '》')];

/// One letter that counts.
struct Letter {
    /// Where it stands among the compared ones, in bytes.
    at: usize,
    /// Where it was written: in bytes, and in UTF-16 units.
    byte: (usize, usize),
    unit: (usize, usize),
    /// Whether a space or a line break was before it.
    apart: bool,
}

pub(super) struct Text<'a> {
    written: &'a str,
    /// What is compared.
    pub(super) plain: String,
    letters: Vec<Letter>,
}

impl<'a> Text<'a> {
    pub(super) fn new(written: &'a str) -> Self {
        let mut text = Self { written, plain: String::with_capacity(written.len()), letters: Vec::new() };
        let (mut unit, mut apart) = (0, false);
        for (byte, letter) in written.char_indices() {
            let end = unit + letter.len_utf16();
            if letter.is_whitespace() {
                apart = true;
            } else if !is_invisible(letter) {
                let at = text.plain.len();
                text.letters.push(Letter { at, byte: (byte, byte + letter.len_utf8()), unit: (unit, end), apart });
                text.plain.push(plain(letter));
                apart = false;
            }
            unit = end;
        }
        text
    }

    /// Where a piece of the compared text was written: a piece is known by its address.
    pub(super) fn part(&self, piece: &str) -> TitlePart {
        let from = self.offset(piece);
        let until = from + piece.len();
        let first = self.letters.get(self.letters.partition_point(|it| it.at < from));
        let behind = self.letters.partition_point(|it| it.at < until);
        let last = behind.checked_sub(1).and_then(|it| self.letters.get(it));
        let (Some(first), Some(last)) = (first, last) else { return TitlePart::default() };
        let words = self.written.get(first.byte.0..last.byte.1).unwrap_or_default();
        TitlePart { start: first.unit.0, end: last.unit.1, words: words.to_owned() }
    }

    /// Whether a piece begins behind a space or a line break.
    pub(super) fn is_apart(&self, piece: &str) -> bool {
        let at = self.letters.partition_point(|it| it.at < self.offset(piece));
        self.letters.get(at).is_some_and(|it| it.apart)
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
    for (kinds, one) in BRACKETS {
        if kinds.contains(letter) {
            return one;
        }
    }
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        _ => {
            let mut pairs = SIMPLER.chars();
            while let Some(other) = pairs.next() {
                let simple = pairs.next();
                if other == letter {
                    return simple.unwrap_or(letter);
                }
            }
            letter
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
