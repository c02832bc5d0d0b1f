//! The people behind the roles, and who is away.
//!
//! Knows a route's roles and the rulebook's words about standing in. Knows no clause's conditions.

use crate::draft::{InputFinding, Reading};
use crate::route::Route;
use crate::rulebook::Definition;
use crate::tree::Node;
use chrono::NaiveDate;

/// A government's people: who holds which role, who is in charge of what, who is away and who acts for whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {}

impl Roster {
    /// Reads a roster as callers write it. What is wrong with it is a finding and counts as not given.
    pub(crate) fn read(_roster: &Node, _faults: &mut Vec<InputFinding>) -> Self {
        Self {}
    }

    /// What the roster settles about a draft: whether one leader or several are concerned.
    pub(crate) fn derive(&self, _reading: &mut Reading, _definition: &Definition) {}

    /// Puts the people into a route.
    pub(crate) fn staff(
        &self,
        _route: &mut Route,
        _reading: &Reading,
        _definition: &Definition,
        _day: Option<NaiveDate>,
    ) {
    }
}
