//! "Did you mean …?": the known term nearest to a mistyped one.

use crate::short::CollectVec;

/// The candidate that differs least from `word`, if it is near enough to be a likely slip. One inside the other (`机密级`
/// for `机密`) is the commonest slip: terms are short.
pub(crate) fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().collect_vec();
    let mut best: Option<((bool, usize), &'a str)> = None;
    for candidate in candidates {
        let other: Vec<char> = candidate.chars().collect_vec();
        let (short, long) = if letters.len() < other.len() { (&letters, &other) } else { (&other, &letters) };
        let inside = short.len() > 1 && long.windows(short.len()).any(|part| part == short);
        // With one inside the other the distance is the difference in length, and it is never less: a whole page written
        // into a field need not be measured against every term.
        let apart = long.len() - short.len();
        let distance = if inside || apart * 2 > long.len() { apart } else { distance(&letters, &other) };
        let rank = (!inside, distance);
        if (inside || distance * 2 <= long.len()) && best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// What was probably meant, at the end of a sentence.
pub(crate) fn hint(meant: Option<&str>) -> String {
    meant.map(|it| format!("；是否想写`{it}`")).unwrap_or_default()
}

/// Levenshtein's distance, one row at a time.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect_vec();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let substituted = diagonal + usize::from(x != y);
            diagonal = *cell;
            left = substituted.min(left + 1).min(*cell + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_the_slip_and_ignores_strangers() {
        assert_eq!(nearest("机密级", &["无", "秘密", "机密", "绝密"]), Some("机密"));
        assert_eq!(nearest("isuer", &["issuer", "docType"]), Some("issuer"));
        assert_eq!(nearest("县长", &["issuer", "docType"]), None);
        assert_eq!(nearest(&format!("{}机密", "文".repeat(5000)), &["秘密", "机密"]), Some("机密"));
        assert_eq!(nearest("", &["无"]), None);
    }
}
