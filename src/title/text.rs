//! A title as written, and beside it as it is compared: without spaces and line breaks, in one script and one kind of brackets.
//!
//! Knows where each letter was, in UTF-16 units. Knows no words.

use super::TitlePart;
use crate::short::{find, is_of};
use crate::vocabulary::simplified;

pub(super) struct Text<'a> {
    written: &'a str,
    /// What is compared.
    pub(super) plain: String,
    /// For each byte of what is compared, where its letter was written.
    origin: Vec<usize>,
}

impl<'a> Text<'a> {
    pub(super) fn new(written: &'a str) -> Self {
        let mut text = Self { written, plain: String::new(), origin: Vec::new() };
        for (byte, letter) in written.char_indices() {
            if !letter.is_whitespace() && !is_invisible(letter) {
                text.plain.push(plain(letter));
                while text.origin.len() < text.plain.len() {
                    text.origin.push(byte);
                }
            }
        }
        text
    }

    /// Where a piece of the compared text was written: a piece is known by its address.
    pub(super) fn part(&self, piece: &str) -> TitlePart {
        let letters = self.origin(piece).get(..piece.len());
        let Some([first, .., last] | [first @ last]) = letters else { return TitlePart::default() };
        let (before, rest) = split(self.written, *first);
        let (words, behind) = split(rest, last - first);
        let end = behind.chars().next().map_or(0, char::len_utf8);
        let words = until(rest, words.len() + end);
        let start = units(before);
        TitlePart { start, end: start + units(words), words: words.to_owned(), term: None }
    }

    /// Whether a piece begins behind a space or a line break.
    pub(super) fn is_apart(&self, piece: &str) -> bool {
        let first = self.origin(piece).first();
        first.is_some_and(|at| until(self.written, *at).ends_with(char::is_whitespace))
    }

    /// Where the letters of a piece were written, and those behind it.
    fn origin(&self, piece: &str) -> &[usize] {
        let at = (piece.as_ptr() as usize).wrapping_sub(self.plain.as_ptr() as usize);
        self.origin.get(at..).unwrap_or_default()
    }
}

fn units(words: &str) -> usize {
    words.chars().map(char::len_utf16).sum()
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
        _ => simplified(letter),
    }
}

/// What is no letter, digit, bracket or quotation mark.
pub(super) fn is_mark(letter: char) -> bool {
    !matches!(letter, '0'..='9' | 'A'..='Z' | 'a'..='z' | '《' | '》' | '(' | ')' | '“' | '”' | '‘' | '’' | '"' | '〇'
        | '\u{c0}'..='\u{1fff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

pub(super) fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || is_of("〇零一二三四五六七八九十百", letter)
}

/// A piece without letters of one kind at its end.
pub(super) fn trimmed_end(piece: &str, kind: fn(char) -> bool) -> &str {
    let mut letters = piece.chars();
    loop {
        let here = letters.as_str();
        if !letters.next_back().is_some_and(kind) {
            return here;
        }
    }
}

/// A piece without letters of one kind at its beginning.
pub(super) fn trimmed_start(piece: &str, kind: fn(char) -> bool) -> &str {
    let mut letters = piece.chars();
    loop {
        let here = letters.as_str();
        if !letters.next().is_some_and(kind) {
            return here;
        }
    }
}

/// A piece without letters of one kind at either end.
pub(super) fn trimmed_of(piece: &str, kind: fn(char) -> bool) -> &str {
    trimmed_start(trimmed_end(piece, kind), kind)
}

/// A piece without what is no letter at its ends: stars, dashes, full stops, emoji.
pub(super) fn trimmed(piece: &str) -> &str {
    trimmed_of(piece, is_mark)
}

/// A piece in two; where that is no place between letters, nothing.
pub(super) fn split(piece: &str, at: usize) -> (&str, &str) {
    piece.split_at_checked(at).unwrap_or_default()
}

/// The piece before a place.
pub(super) fn until(piece: &str, at: usize) -> &str {
    split(piece, at).0
}

/// The piece from a place on.
pub(super) fn from(piece: &str, at: usize) -> &str {
    split(piece, at).1
}

/// The words of a list, which stand with spaces between them.
pub(super) fn words(list: &str) -> impl Iterator<Item = &str> {
    list.split(' ').filter(|it| !it.is_empty())
}

/// What is left of a piece behind the first word of a list with which it begins.
pub(super) fn behind<'a>(piece: &'a str, list: &str) -> Option<&'a str> {
    words(list).find_map(|it| piece.strip_prefix(it))
}

/// What is left of a piece before the first word of a list with which it ends.
pub(super) fn before<'a>(piece: &'a str, list: &str) -> Option<&'a str> {
    words(list).find_map(|it| piece.strip_suffix(it))
}

pub(super) fn begins(piece: &str, list: &str) -> bool {
    behind(piece, list).is_some()
}

pub(super) fn ends(piece: &str, list: &str) -> bool {
    before(piece, list).is_some()
}

/// Whether any word of a list stands in a piece.
pub(super) fn says(piece: &str, list: &str) -> bool {
    words(list).any(|it| find(piece, it).is_some())
}

/// The word of a list that is just this.
pub(super) fn one_of<'a>(list: &'a str, word: &str) -> Option<&'a str> {
    words(list).find(|it| *it == word)
}

/// What stands between the bracket at the beginning of a piece and the one that closes it, and what comes behind.
pub(super) fn inside(piece: &str, open: char, close: char) -> Option<(&str, &str)> {
    if !piece.starts_with(open) {
        return None;
    }
    let mut depth = 0_usize;
    for (at, letter) in piece.char_indices() {
        if letter == open {
            depth += 1;
        } else if letter == close {
            depth -= 1;
        }
        if depth == 0 {
            let within = piece.get(open.len_utf8()..at)?;
            return Some((within, from(piece, at + close.len_utf8())));
        }
    }
    None
}

/// The first of some words that stands outside every 书名号: what is before it, the word, what is behind it.
pub(super) fn outside<'a>(piece: &'a str, list: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let mut depth = 0_usize;
    for (at, letter) in piece.char_indices() {
        match letter {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                let (earlier, rest) = split(piece, at);
                if let Some(later) = behind(rest, list) {
                    return Some((earlier, until(rest, rest.len() - later.len()), later));
                }
            }
        }
    }
    None
}
