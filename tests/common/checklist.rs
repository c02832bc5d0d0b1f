//! The checklist of provisions: is each encoded or accounted for?
//!
//! The checklist is not part of this repository. It is looked for in `../shared/clauses.md` beside it.

use std::path::PathBuf;

/// The checklist's text, if it is here.
pub(crate) fn text() -> Option<String> {
    std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/clauses.md")).ok()
}

/// The provisions that the checklist names for a government, as ids.
pub(crate) fn provisions(checklist: &str, government: &str) -> Vec<String> {
    let section = checklist.split("\n## ").find(|section| section.starts_with(government)).unwrap_or_default();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| ")).filter_map(|row| row.split(" | ").next());
    rows.flat_map(ids).collect()
}

/// The ids in one cell: `56-1 … 56-7` is a range, words and Chinese numerals in brackets are remarks.
fn ids(cell: &str) -> Vec<String> {
    let is_part = |it: char| it.is_ascii_digit() || matches!(it, 'p' | '-');
    let mut found: Vec<String> = Vec::new();
    for part in cell.split(", ") {
        let tokens: Vec<&str> = part
            .split(|it: char| !is_part(it))
            .filter(|token| token.starts_with(|it: char| it.is_ascii_digit()))
            .collect();
        match tokens.as_slice() {
            [first, last] if part.contains('…') || part.contains('–') => found.extend(range(first, last)),
            tokens => found.extend(tokens.iter().map(|it| (*it).to_owned())),
        }
    }
    found
}

/// `56-1` to `56-7`, `64p1` to `64p4`, `68` to `72`.
fn range(first: &str, last: &str) -> Vec<String> {
    let split = |id: &str| {
        let at = id.rfind(['-', 'p']).map_or(0, |at| at + 1);
        (id[..at].to_owned(), id[at..].parse::<u32>().ok())
    };
    match (split(first), split(last)) {
        ((stem, Some(from)), (_, Some(to))) => (from..=to).map(|it| format!("{stem}{it}")).collect(),
        _ => vec![first.to_owned(), last.to_owned()],
    }
}

/// Whether one of these ids stands at the provision or inside it.
pub(crate) fn accounted(provision: &str, ids: &[String]) -> bool {
    let Some((article, paragraph, item)) = parse_id(provision) else { return false };
    ids.iter().filter_map(|id| parse_id(id)).any(|(a, p, i)| {
        a == article
            && paragraph.is_none_or(|it| p.unwrap_or(1) == it)
            && item.is_none_or(|it| i == Some(it) || i.is_none())
    })
}

/// `(article, paragraph, item)` of an id such as `64p3` or `46-1a`.
fn parse_id(id: &str) -> Option<(u32, Option<u32>, Option<u32>)> {
    let id = id.trim_end_matches(|it: char| it.is_ascii_lowercase());
    let (place, item) = match id.split_once('-') {
        Some((place, item)) => (place, Some(item.parse().ok()?)),
        None => (id, None),
    };
    let (article, paragraph) = match place.split_once('p') {
        Some((article, paragraph)) => (article, Some(paragraph.parse().ok()?)),
        None => (place, None),
    };
    Some((article.parse().ok()?, paragraph, item))
}
