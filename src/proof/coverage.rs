//! Which places of the text a rulebook accounts for.

use super::report::{Place, State};
use crate::rulebook::Definition;

/// Every place that a clause rests on or that is left out, in the order of the text.
pub(crate) fn coverage(definition: &Definition) -> Vec<Place> {
    let encoded = definition.clauses.iter().map(|it| (&it.words.clause, &it.words.cite, None));
    let dated = definition.in_force.iter().map(|it| (&it.words.clause, &it.words.cite, None));
    let left_out = definition.omissions.iter().map(|it| (&it.clause, &it.cite, Some(it.because.clone())));
    let mut places: Vec<_> = encoded.chain(dated).chain(left_out).collect();
    places.sort_by_key(|(id, _, because)| (crate::rulebook::place_in_text(id), because.is_some()));
    places.dedup_by(|(_, later, _), (_, earlier, _)| later == earlier);
    places
        .into_iter()
        .map(|(_, cite, because)| Place {
            article: cite.clone(),
            state: if because.is_none() { State::Encoded } else { State::LeftOut },
            because,
        })
        .collect()
}
