//! Which places of the text a rulebook accounts for.

use super::report::{Misquoted, Place, State};
use super::text::{Text, squeeze};
use crate::rulebook::{Definition, parse_id, place_in_text};

/// Every place that a clause rests on or that is left out, in the order of the text; then the articles of the text of which nobody
/// accounts for anything.
pub(crate) fn coverage(definition: &Definition, text: Option<&Text>) -> Vec<Place> {
    let encoded = definition.own_clauses().iter().map(|it| (&it.words.clause, &it.words.cite, None));
    let dated = definition.in_force.iter().map(|it| (&it.words.clause, &it.words.cite, None));
    let left_out = definition.omissions.iter().map(|it| (&it.clause, &it.cite, Some(it.because.clone())));
    let mut places: Vec<_> = encoded.chain(dated).chain(left_out).collect();
    places.sort_by_key(|(id, _, because)| (place_in_text(id), because.is_some()));
    let missing = text.map(|it| it.missing(places.iter().map(|(id, ..)| id.as_str()))).unwrap_or_default();
    places.dedup_by(|(_, later, _), (_, earlier, _)| later == earlier);
    let accounted = places.into_iter().map(|(_, cite, because)| Place {
        article: cite.clone(),
        state: if because.is_none() { State::Encoded } else { State::LeftOut },
        because,
    });
    let missing = missing.into_iter().map(|article| Place { article, state: State::Missing, because: None });
    accounted.chain(missing).collect()
}

/// Quotations that do not stand in the text where they should: of clauses, of the period in force, of matters.
pub(crate) fn misquoted(definition: &Definition, words: &str) -> Vec<Misquoted> {
    let text = Text::parse(words);
    let squeezed = squeeze(words);
    // A date that no article gives has a place of another kind.
    let dated = definition.in_force.iter().map(|it| &it.words).filter(|it| parse_id(&it.clause).is_some());
    let clauses = definition.own_clauses().iter().map(|it| &it.words).chain(dated).filter_map(|it| {
        let message = text.check(&it.clause, &it.cite, &it.quote).err()?;
        Some(Misquoted { clause: it.clause.clone(), message })
    });
    let matters = definition.own_matters().iter().filter_map(|it| {
        let quote = squeeze(it.quote.as_ref()?);
        (!squeezed.contains(&quote))
            .then(|| Misquoted { clause: it.name.clone(), message: format!("文本没有这样的原文：{quote}") })
    });
    clauses.chain(matters).collect()
}
