//! How the documents of a cube weigh: for every fact and value at once, how heavy each terminal is among the documents
//! with that value.
//!
//! Knows no likelihoods: it is handed the odds of values, and takes facts as independent of each other but for what
//! cannot be. Only adds, multiplies and divides: the same bits come out on every machine.

use super::cube::Cube;
use super::diagram::{Diagrams, Node, Ref};
use super::space::FactId;
use crate::short::{CollectVec, PushAll, sort_and_dedup};

/// How likely a value is beside the other values of its fact.
pub(crate) type Odds<'a> = &'a dyn Fn(FactId, usize) -> u32;

/// One fact on which the terminal turns.
pub(crate) struct Weighed {
    pub(crate) fact: FactId,
    /// For each value, the weight of each terminal; together the weight of all documents.
    pub(crate) values: Vec<Vec<f64>>,
    /// The weight of the documents on whose way through the diagram the fact is asked.
    pub(crate) passed: f64,
}

impl Diagrams {
    /// Weighs all documents of a cube. The diagram lies wholly within it, as [`Diagrams::within`] makes it: children stand
    /// before their parents, and the last node is the root.
    pub(crate) fn weigh(&self, cube: &Cube, odds: Odds<'_>) -> Vec<Weighed> {
        let mut scales =
            Scales { diagrams: self, cube, odds, wholes: Vec::new(), terminals: Vec::new(), below: Vec::new() };
        scales.wholes = cube.iter().map(|(fact, mask)| whole(fact, mask, odds)).collect_vec();
        for node in &self.nodes {
            let children = node.children.iter().filter(|child| **child != Ref::IMPOSSIBLE);
            scales.terminals.push_all(children.filter_map(|child| child.value()));
        }
        sort_and_dedup(&mut scales.terminals);
        scales.weigh_below();
        scales.weigh_values()
    }
}

fn whole(fact: FactId, mask: u32, odds: Odds<'_>) -> f64 {
    let open = (0..32).filter(|value| mask >> value & 1 == 1);
    f64::from(open.map(|value| odds(fact, value)).sum::<u32>())
}

struct Scales<'a> {
    diagrams: &'a Diagrams,
    cube: &'a Cube,
    odds: Odds<'a>,
    /// For each fact, the odds of all its open values together.
    wholes: Vec<f64>,
    /// Those that are told apart.
    terminals: Vec<u32>,
    /// For each node, the weight of each terminal below it.
    below: Vec<Vec<f64>>,
}

impl Scales<'_> {
    /// Where a node leads, by value: and the share of its documents that goes there.
    fn shares(&self, node: &Node) -> impl Iterator<Item = (usize, Ref, f64)> {
        let fact = self.diagrams.fact_at(node.level);
        let whole = self.wholes.get(usize::from(fact)).copied().unwrap_or(1.0);
        let children = self.diagrams.open_children(node, self.cube);
        children.map(move |(value, child)| (value, child, f64::from((self.odds)(fact, value)) / whole))
    }

    fn weigh_below(&mut self) {
        for node in &self.diagrams.nodes {
            let mut sum = vec![0.0; self.terminals.len()];
            for (_, child, share) in self.shares(node) {
                self.add(child, share, &mut sum);
            }
            self.below.push(sum);
        }
    }

    /// From the root down: what reaches a node goes on to its children, and each value counts what it carries.
    fn weigh_values(&self) -> Vec<Weighed> {
        let Some(all) = self.below.last() else { return Vec::new() };
        let nodes = &self.diagrams.nodes;
        let mut reached = vec![0.0; nodes.len()];
        if let Some(root) = reached.last_mut() {
            *root = 1.0;
        }
        let mut weighed: Vec<Weighed> = Vec::new();
        for (at, node) in nodes.iter().enumerate().rev() {
            let fact = self.diagrams.fact_at(node.level);
            // Nodes of a level need not stand together, but mostly do.
            let known = weighed.iter().rposition(|it| it.fact == fact);
            let place = known.unwrap_or(weighed.len());
            if known.is_none() {
                weighed.push(Weighed { fact, values: vec![vec![0.0; all.len()]; node.children.len()], passed: 0.0 });
            }
            let from = reached.get(at).copied().unwrap_or(0.0);
            for (value, child, share) in self.shares(node) {
                if let Some(slot) = reached.get_mut(child.place()) {
                    *slot += from * share;
                }
                if let Some(sum) = weighed.get_mut(place).and_then(|it| it.values.get_mut(value)) {
                    self.add(child, from * share, sum);
                }
            }
        }
        for it in &mut weighed {
            self.add_those_that_pass_by(it, all);
        }
        weighed
    }

    /// Of the documents that pass no node of a fact, each of its values has its share.
    fn add_those_that_pass_by(&self, it: &mut Weighed, all: &[f64]) {
        let whole = self.wholes.get(usize::from(it.fact)).copied().unwrap_or(1.0);
        let open = self.cube.get(it.fact);
        for (terminal, all) in all.iter().enumerate() {
            let passed: f64 = it.values.iter().filter_map(|weights| weights.get(terminal)).sum();
            it.passed += passed;
            for (value, weights) in it.values.iter_mut().enumerate().filter(|(value, _)| open >> value & 1 == 1) {
                if let Some(slot) = weights.get_mut(terminal) {
                    *slot += (all - passed) * f64::from((self.odds)(it.fact, value)) / whole;
                }
            }
        }
    }

    /// Adds what lies at a place, so many times.
    fn add(&self, at: Ref, times: f64, sum: &mut [f64]) {
        if let Some(below) = self.below.get(at.place()) {
            for (slot, below) in sum.iter_mut().zip(below) {
                *slot += times * below;
            }
        } else if let Some(terminal) = at.value()
            && let Ok(at) = self.terminals.binary_search(&terminal)
            && let Some(slot) = sum.get_mut(at)
        {
            *slot += times;
        }
    }
}
