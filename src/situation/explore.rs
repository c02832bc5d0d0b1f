//! Looking around in a region: the largest cubes that fill it, its simplest document.
//!
//! What the tools for authors need and no route does.

use super::cube::Cube;
use super::diagram::{Diagrams, Ref};
use super::region::{Region, Term};
use super::space::{FactId, Space};

/// What a value costs on the way to a document, by fact and number of the value.
pub(crate) type Cost<'a> = &'a dyn Fn(FactId, usize) -> u32;

/// What the cheapest path from a node costs, and the value with which it starts; nothing where none leads into the region.
type Price = Option<(u32, usize)>;

impl Diagrams {
    /// The documents whose terminal is chosen; impossible ones stay set apart.
    pub(crate) fn chosen(&mut self, root: Ref, choose: &dyn Fn(u32) -> bool) -> Ref {
        self.combine(root, Ref::FALSE, &mut |terminal, _| Ref::terminal(u32::from(choose(terminal))))
    }

    /// As few and as general terms as a greedy search finds that together are the region: none can be widened further.
    /// Impossible documents may lie in them.
    pub(crate) fn cover(&mut self, region: Ref, space: &Space) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        let mut rest = region;
        while let Some(path) = self.shortest(rest, space) {
            let term = self.widest(&path, region, space);
            let filled = self.region(&Region(vec![term.clone()]));
            rest = self.without(rest, filled);
            terms.push(term);
        }
        terms
    }

    /// One term of a region that cannot be widened, of the most general ones; `None` where the region is empty.
    pub(crate) fn one_of_cover(&self, region: Ref, space: &Space) -> Option<Term> {
        self.shortest(region, space).map(|path| self.widest(&path, region, space))
    }

    /// The path into a region that branches on the fewest facts.
    fn shortest(&self, region: Ref, space: &Space) -> Option<Vec<(FactId, usize)>> {
        self.cheapest(region, &Cube::all(space), &|_, _| 1)
    }

    /// Widens the cube around a path until nothing more fits into the region: whole facts first, then single values.
    /// Matters are given up before addressees, these before 文种 and 名义: a reader asks in the other order.
    fn widest(&self, path: &[(FactId, usize)], region: Ref, space: &Space) -> Term {
        let mut cube = path.iter().fold(Cube::all(space), |cube, (fact, value)| cube.with(*fact, 1 << value));
        let mut facts: Vec<FactId> = path.iter().map(|(fact, _)| *fact).collect();
        facts.sort_unstable();
        for &fact in facts.iter().rev() {
            let wider = cube.with(fact, space.full(fact));
            if self.fills(region, &wider) {
                cube = wider;
            }
        }
        for &fact in facts.iter().rev() {
            for value in 0..32 {
                let mask = cube.get(fact) | 1 << value & space.full(fact);
                let wider = cube.with(fact, mask);
                if mask != cube.get(fact) && self.fills(region, &wider) {
                    cube = wider;
                }
            }
        }
        let narrowed = facts.into_iter().filter(|fact| cube.get(*fact) != space.full(*fact));
        Term(narrowed.map(|fact| (fact, cube.get(fact))).collect())
    }

    /// Whether all possible documents of a cube lie in the region, and some do. As [`Diagrams::verdict`] says it, but quicker on large
    /// regions: a search asks it thousands of times.
    fn fills(&self, region: Ref, cube: &Cube) -> bool {
        let mut seen = vec![false; self.nodes.len()];
        let mut stack = vec![region];
        let mut some = false;
        while let Some(at) = stack.pop() {
            let Some(node) = self.node(at) else {
                match at {
                    Ref::TRUE => some = true,
                    Ref::IMPOSSIBLE => {}
                    _ => return false,
                }
                continue;
            };
            if let Some(new) = seen.get_mut(at.place()).filter(|seen| !**seen) {
                *new = true;
                stack.extend(self.open_children(node, cube).map(|(_, child)| child));
            }
        }
        some
    }

    /// The simplest document of the region inside a cube: the one whose values cost least. A cube with one value for
    /// each fact.
    pub(crate) fn simplest(&self, region: Ref, cube: &Cube, space: &Space, cost: Cost<'_>) -> Option<Cube> {
        let path = self.cheapest(region, cube, cost)?;
        let mut document = cube.clone();
        for (fact, mask) in cube.iter() {
            let arity = space.fact(fact).map_or(0, |it| it.values.len());
            let open = (0..arity).filter(|value| mask >> value & 1 == 1);
            document.set(fact, open.min_by_key(|value| cost(fact, *value)).map_or(0, |value| 1 << value));
        }
        for (fact, value) in path {
            document.set(fact, 1 << value);
        }
        Some(document)
    }

    /// The cheapest path into the region inside a cube: the facts on which it branches, with their values.
    fn cheapest(&self, region: Ref, cube: &Cube, cost: Cost<'_>) -> Option<Vec<(FactId, usize)>> {
        let mut known: Vec<Option<Price>> = vec![None; self.nodes.len()];
        self.price(region, cube, cost, &mut known)?;
        let mut path = Vec::new();
        let mut at = region;
        while let Some(node) = self.node(at) {
            let (_, value) = known.get(at.place()).copied().flatten().flatten()?;
            path.push((self.fact_at(node.level), value));
            at = node.children.get(value).copied()?;
        }
        Some(path)
    }

    /// What the cheapest path from here costs; `None` where none leads into the region.
    fn price(&self, at: Ref, cube: &Cube, cost: Cost<'_>, known: &mut Vec<Option<Price>>) -> Option<u32> {
        let Some(node) = self.node(at) else { return (at == Ref::TRUE).then_some(0) };
        if let Some(known) = known.get(at.place()).copied().flatten() {
            return known.map(|(price, _)| price);
        }
        let fact = self.fact_at(node.level);
        let mut best: Price = None;
        for (value, child) in self.open_children(node, cube) {
            let Some(below) = self.price(child, cube, cost, known) else { continue };
            let price = below.saturating_add(cost(fact, value));
            if best.is_none_or(|(cheapest, _)| price < cheapest) {
                best = Some((price, value));
            }
        }
        if let Some(slot) = known.get_mut(at.place()) {
            *slot = Some(best);
        }
        best.map(|(price, _)| price)
    }
}
