//! Working days, and the dates that time limits come to.
//!
//! Knows a route's limits and a draft's dates. Knows no clause's conditions, and never asks what day it is.

use crate::draft::{InputFinding, Said};
use crate::route::Route;
use crate::tree::Node;

/// Which days are worked: the State Council's notices of the years shipped, and what the caller adds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {}

impl Calendar {
    /// Reads further years as callers write them. What is wrong is a finding and counts as not given.
    pub(crate) fn read(_calendar: &Node, _faults: &mut Vec<InputFinding>) -> Self {
        Self {}
    }

    /// Puts the dates into a route.
    pub(crate) fn date(&self, _route: &mut Route, _said: &Said) {}
}
