//! The order of a path: each step's stage and what it comes after.

use super::types::Step;
use crate::rulebook::Place;
use crate::short::sort_by_key;
use crate::vocabulary::StepKind;

/// Where a step stands; equal places are one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    phase: Phase,
    place: u16,
    /// -1 before that place, 0 at it, 1 after it.
    beside: i8,
    turn: u16,
}

/// 印发, then what happens where the paper arrives, then 公开, 备案, 归档.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Until,
    OnArrival,
    Afterwards,
}

impl Position {
    pub(crate) fn new(kind: StepKind, place: Place, on_arrival: bool, turn: u16) -> Self {
        let (place, beside) = match place {
            Place::Usual => (kind.place(), 0),
            Place::Before(other) => (other.place(), -1),
            Place::After(other) => (other.place(), 1),
        };
        // What stands at or beside 公开, 备案 or 归档 comes last, wherever it is done.
        let phase = match (place > StepKind::Decide.place(), on_arrival) {
            (true, _) => Phase::Afterwards,
            (false, true) => Phase::OnArrival,
            (false, false) => Phase::Until,
        };
        Self { phase, place, beside, turn }
    }

    /// The place of the signature itself.
    pub(crate) fn of_signing() -> Self {
        Self::new(StepKind::Sign, Place::Usual, false, 0)
    }
}

/// Sorts steps into stages.
pub(crate) fn arrange(mut steps: Vec<(Position, Step)>) -> Vec<Step> {
    sort_by_key(&mut steps, |(position, _)| *position);
    let mut arranged: Vec<Step> = Vec::with_capacity(steps.len());
    let mut stage = 0;
    let mut last: Option<Position> = None;
    let mut before: Vec<String> = Vec::new();
    let mut here: Vec<String> = Vec::new();
    for (position, mut step) in steps {
        if last != Some(position) {
            stage += 1;
            before = std::mem::take(&mut here);
            last = Some(position);
        }
        step.stage = stage;
        step.after.clone_from(&before);
        here.push(step.id.clone());
        arranged.push(step);
    }
    arranged
}
