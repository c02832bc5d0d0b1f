//! Working days, and the dates that time limits come to.
//!
//! Knows a route's limits and a draft's dates. Knows no clause's conditions, and never asks what day it is.
//!
//! `notices` are the days off as shipped, `read` takes those of a caller, `days` counts, `due` puts the day on each limit, `late` finds
//! what is out of time or out of order, `timing` says when the document can go out.

mod days;
mod due;
mod late;
mod notices;
mod read;
#[cfg(test)]
mod tests;
mod timing;

use crate::draft::Said;
use crate::route::Route;
use chrono::NaiveDate;

/// Which days are worked: the State Council's notices of the years shipped, and what the caller adds. A year that the caller gives
/// takes the place of the one shipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    given: Vec<Year>,
}

/// One year as a caller gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Year {
    year: i32,
    holidays: Vec<NaiveDate>,
    workdays: Vec<NaiveDate>,
}

impl Calendar {
    /// Puts the dates into a route.
    pub(crate) fn date(&self, route: &mut Route, said: &Said) {
        for step in &mut route.steps {
            self.put_due(step, &said.dates);
        }
        late::find(route, &said.dates);
        route.timing = timing::timing(&route.steps, &said.dates);
    }
}
