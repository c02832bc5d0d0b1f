//! Proofs in words, for a rulebook's author.

use crate::route::condition_words;
use crate::rulebook::Definition;
use crate::situation::{Region, Term, fixed};

/// The documents of a cube: `发文名义为政府，文种为公文，属于“涉及面广”`.
pub(crate) fn region(term: &Term, definition: &Definition) -> String {
    let told: Vec<String> = term
        .0
        .iter()
        .map(|(fact, mask)| match *fact {
            fixed::DOC_TYPE if *mask == definition.space.official() => "文种为公文".to_owned(),
            fixed::DOC_TYPE if *mask == definition.space.full(*fact) & !definition.space.official() => {
                "文种不属公文".to_owned()
            }
            _ => condition_words(*fact, *mask, definition),
        })
        .collect();
    if told.is_empty() { "任何文件".to_owned() } else { told.join("，") }
}

/// A condition as written: its alternatives.
pub(crate) fn alternatives(condition: &Region, definition: &Definition) -> String {
    condition.0.iter().map(|term| region(term, definition)).collect::<Vec<_>>().join("；或者")
}
