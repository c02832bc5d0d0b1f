//! What a rulebook says about itself: where its text is silent, where its clauses disagree, what must come of which draft.
//! Never changes a route.

use super::condition::Terms;
use super::model::{Clause, DeclaredConflict, DeclaredGap};
use super::reader::{At, Faults};
use serde_json::Value;

/// 未规定: documents about whose signature the text says nothing, and why.
pub(crate) fn gaps(at: &At<'_>, terms: &Terms<'_>, faults: &mut Faults) -> Vec<DeclaredGap> {
    at.list("未规定")
        .into_iter()
        .map(|place| {
            place.only(&["适用", "除外", "缘由"], faults);
            DeclaredGap {
                applies: place.need("适用", faults).map(|it| terms.condition(&it, faults)).unwrap_or_default(),
                except: place.get("除外").map(|it| terms.condition(&it, faults)).unwrap_or_default(),
                because: place.need_text("缘由", faults),
                path: place.path.clone(),
            }
        })
        .collect()
}

/// 冲突: clauses that demand different things, with nothing in the text to go by, and why.
pub(crate) fn conflicts(at: &At<'_>, clauses: &[Clause], faults: &mut Faults) -> Vec<DeclaredConflict> {
    let ids: Vec<&str> = clauses.iter().map(|it| it.words.clause.as_str()).collect();
    at.list("冲突")
        .into_iter()
        .map(|place| {
            place.only(&["条款", "缘由"], faults);
            place.need("条款", faults);
            DeclaredConflict {
                clauses: place
                    .list("条款")
                    .iter()
                    .filter_map(|it| it.text(faults).and_then(|id| super::clauses::resolve(id, it, &ids, faults)))
                    .collect(),
                because: place.need_text("缘由", faults),
                path: place.path.clone(),
            }
        })
        .collect()
}

/// 案例: drafts with what must come of them, as they are written.
pub(crate) fn cases(at: &At<'_>, faults: &mut Faults) -> Vec<Value> {
    at.list("案例")
        .into_iter()
        .filter_map(|place| {
            for key in ["name", "draft", "expect"] {
                place.need(key, faults);
            }
            serde_json::to_value(place.node).ok()
        })
        .collect()
}
