//! What short lists and texts need, in little code.
//!
//! The standard library is made for long lists: much of it is written out anew for each type and each closure, and all of
//! that is downloaded by pages. Nothing here has more than a few dozen items, so the plainest loop is quick enough. Its
//! sorts, for one, weigh six kilobytes for each type; an insertion sort weighs a hundredth of that.

/// Collecting into a list.
pub(crate) trait CollectVec: Iterator + Sized {
    /// As `collect`, without its reckoning of lengths: that is three functions more for each closure, which together
    /// were a twelfth of the module.
    fn collect_vec(self) -> Vec<Self::Item> {
        let mut items = Vec::new();
        for item in self {
            items.push(item);
        }
        items
    }
}

impl<I: Iterator> CollectVec for I {}

/// Adding to a list.
pub(crate) trait PushAll<T> {
    /// As `extend`, one by one.
    fn push_all(&mut self, items: impl IntoIterator<Item = T>);
}

impl<T> PushAll<T> for Vec<T> {
    fn push_all(&mut self, items: impl IntoIterator<Item = T>) {
        for item in items {
            self.push(item);
        }
    }
}

/// Adds what is not there yet.
pub(crate) fn push_new<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if !items.contains(&item) {
        items.push(item);
    }
}

/// All items with something between each two.
pub(crate) fn joined<T: AsRef<str>>(items: &[T], between: &str) -> String {
    let mut text = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push_str(between);
        }
        text.push_str(item.as_ref());
    }
    text
}

/// Where a word first stands in a text. The standard library's search is made for long texts, and weighs five kilobytes.
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    (0..=text.len()).find(|at| text.as_bytes().get(*at..).is_some_and(|it| it.starts_with(word.as_bytes())))
}

/// Whether a letter is one of some.
pub(crate) fn is_of(letters: &str, letter: char) -> bool {
    letters.chars().any(|it| it == letter)
}

/// Sorts by a key; equal keys stay in their order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some([before, here]) = at.checked_sub(1).and_then(|it| items.get(it..=at)) {
            if key(before) <= key(here) {
                break;
            }
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Sorts and leaves each item once.
pub(crate) fn sort_and_dedup<T: Ord + Copy>(items: &mut Vec<T>) {
    let mut sorted: Vec<T> = Vec::with_capacity(items.len());
    for item in items.iter() {
        if let Err(at) = sorted.binary_search(item) {
            sorted.insert(at, *item);
        }
    }
    *items = sorted;
}

#[cfg(test)]
mod tests {
    use super::{CollectVec, PushAll, find, joined, sort_and_dedup, sort_by_key};

    #[test]
    fn collects_adds_and_joins_as_the_standard_library_does() {
        let mut items = ["", "甲"].into_iter().collect_vec();
        items.push_all(["乙"]);
        assert_eq!(items, ["", "甲", "乙"]);
        assert_eq!(joined(&items, "、"), items.join("、"));
        assert_eq!(joined::<String>(&[], "、"), "");
    }

    #[test]
    fn finds_as_the_standard_library_does() {
        for text in ["", "甲", "关关于关于", "a关于"] {
            for word in ["", "关于", "于", "甲乙", "a"] {
                assert_eq!(find(text, word), text.find(word), "{word} in {text}");
            }
        }
    }

    #[test]
    fn sorts_stably() {
        let mut items = vec![(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        sort_by_key(&mut items, |it| it.0);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        let mut none: Vec<u8> = Vec::new();
        sort_by_key(&mut none, |it| *it);
        assert!(none.is_empty());
    }

    #[test]
    fn leaves_each_once() {
        let mut items = vec![3, 1, 3, 2, 1];
        sort_and_dedup(&mut items);
        assert_eq!(items, [1, 2, 3]);
    }
}
