//! Regions in canonical form: multi-valued decision diagrams that share their parts.
//!
//! A diagram answers every question about a region and a cube in one walk, and never multiplies under subtraction as
//! lists of cubes do. Terminals are small numbers: 0 and 1 for a region, an outcome's number for a partition.
//! Documents that cannot be lead to [`Ref::IMPOSSIBLE`], which every question passes over.

use super::cube::Cube;
use super::region::Region;
use super::space::{FactId, Space};
use crate::short::sort_and_dedup;
use std::collections::HashMap;

/// A node or a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ref(u32);

const TERMINAL: u32 = 1 << 31;

impl Ref {
    pub(crate) const FALSE: Ref = Ref::terminal(0);
    pub(crate) const TRUE: Ref = Ref::terminal(1);
    /// A document that cannot be.
    pub(crate) const IMPOSSIBLE: Ref = Ref(u32::MAX);

    pub(crate) const fn terminal(value: u32) -> Ref {
        Ref(value | TERMINAL)
    }

    /// The terminal's number, or `None` for a node.
    pub(crate) const fn value(self) -> Option<u32> {
        if self.0 & TERMINAL == 0 { None } else { Some(self.0 & !TERMINAL) }
    }
}

/// How a region lies to a cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Never,
    Sometimes,
    Always,
}

#[derive(Clone, Debug)]
struct Node {
    fact: FactId,
    children: Box<[Ref]>,
}

/// All diagrams of one rulebook.
#[derive(Clone, Debug)]
pub(crate) struct Diagrams {
    nodes: Vec<Node>,
    arities: Vec<usize>,
    /// Only while building: what makes equal diagrams the same node.
    unique: HashMap<(FactId, Box<[Ref]>), Ref>,
}

impl Diagrams {
    pub(crate) fn new(space: &Space) -> Self {
        Self {
            nodes: Vec::new(),
            arities: space.facts.iter().map(|fact| fact.values.len()).collect(),
            unique: HashMap::new(),
        }
    }

    /// No diagrams over the same space.
    fn empty(&self) -> Self {
        Self { nodes: Vec::new(), arities: self.arities.clone(), unique: HashMap::new() }
    }

    /// Nothing more will be built: keeps what these roots need and forgets the rest.
    pub(crate) fn finish<'a>(&mut self, roots: impl Iterator<Item = &'a mut Ref>) {
        let mut kept = self.empty();
        let mut moved: Vec<Option<Ref>> = vec![None; self.nodes.len()];
        for root in roots {
            *root = self.keep(*root, &mut kept, &mut moved);
        }
        kept.unique = HashMap::new();
        kept.nodes.shrink_to_fit();
        *self = kept;
    }

    fn keep(&self, at: Ref, kept: &mut Diagrams, moved: &mut Vec<Option<Ref>>) -> Ref {
        let Some(node) = self.node(at) else { return at };
        if let Some(moved) = moved.get(at.0 as usize).copied().flatten() {
            return moved;
        }
        let children = node.children.iter().map(|child| self.keep(*child, kept, moved)).collect();
        let new = kept.make(node.fact, children);
        if let Some(slot) = moved.get_mut(at.0 as usize) {
            *slot = Some(new);
        }
        new
    }

    fn level(&self, at: Ref) -> FactId {
        self.node(at).map_or(FactId::MAX, |node| node.fact)
    }

    fn node(&self, at: Ref) -> Option<&Node> {
        self.nodes.get(at.0 as usize)
    }

    fn make(&mut self, fact: FactId, children: Box<[Ref]>) -> Ref {
        if let Some((first, rest)) = children.split_first()
            && rest.iter().all(|child| child == first)
        {
            return *first;
        }
        if let Some(known) = self.unique.get(&(fact, children.clone())) {
            return *known;
        }
        let made = Ref(u32::try_from(self.nodes.len()).unwrap_or(TERMINAL - 1));
        self.nodes.push(Node { fact, children: children.clone() });
        self.unique.insert((fact, children), made);
        made
    }

    /// The diagram of a region.
    pub(crate) fn region(&mut self, region: &Region) -> Ref {
        let mut union = Ref::FALSE;
        for term in &region.0 {
            let mut at = Ref::TRUE;
            for (fact, mask) in term.0.iter().rev() {
                let arity = self.arities.get(*fact as usize).copied().unwrap_or(0);
                let children = (0..arity).map(|value| if mask >> value & 1 == 1 { at } else { Ref::FALSE }).collect();
                at = self.make(*fact, children);
            }
            union = self.or(union, at);
        }
        union
    }

    pub(crate) fn or(&mut self, a: Ref, b: Ref) -> Ref {
        self.combine(a, b, &mut |a, b| Ref::terminal(a | b))
    }

    pub(crate) fn and(&mut self, a: Ref, b: Ref) -> Ref {
        self.combine(a, b, &mut |a, b| Ref::terminal(a & b))
    }

    pub(crate) fn without(&mut self, a: Ref, b: Ref) -> Ref {
        self.combine(a, b, &mut |a, b| Ref::terminal(a & !b & 1))
    }

    /// `a` where `impossible` does not hold.
    pub(crate) fn where_possible(&mut self, a: Ref, impossible: Ref) -> Ref {
        self.combine(a, impossible, &mut |a, gone| if gone == 1 { Ref::IMPOSSIBLE } else { Ref::terminal(a) })
    }

    /// Both diagrams at once: at each document, what `merge` makes of the two terminals.
    pub(crate) fn combine(&mut self, a: Ref, b: Ref, merge: &mut dyn FnMut(u32, u32) -> Ref) -> Ref {
        self.combine_memo(a, b, merge, &mut HashMap::new())
    }

    fn combine_memo(
        &mut self,
        a: Ref,
        b: Ref,
        merge: &mut dyn FnMut(u32, u32) -> Ref,
        memo: &mut HashMap<(Ref, Ref), Ref>,
    ) -> Ref {
        if a == Ref::IMPOSSIBLE || b == Ref::IMPOSSIBLE {
            return Ref::IMPOSSIBLE;
        }
        if let (Some(a), Some(b)) = (a.value(), b.value()) {
            return merge(a, b);
        }
        if let Some(known) = memo.get(&(a, b)) {
            return *known;
        }
        let fact = self.level(a).min(self.level(b));
        let arity = self.arities.get(fact as usize).copied().unwrap_or(0);
        let children = (0..arity)
            .map(|value| {
                let (a, b) = (self.child(a, fact, value), self.child(b, fact, value));
                self.combine_memo(a, b, merge, memo)
            })
            .collect();
        let made = self.make(fact, children);
        memo.insert((a, b), made);
        made
    }

    /// Where `at` leads if `fact` has its value number `value`.
    fn child(&self, at: Ref, fact: FactId, value: usize) -> Ref {
        match self.node(at) {
            Some(node) if node.fact == fact => node.children.get(value).copied().unwrap_or(at),
            _ => at,
        }
    }

    /// The children of a node that the cube still allows, with their value's number.
    fn open_children<'a>(node: &'a Node, cube: &Cube) -> impl Iterator<Item = (usize, Ref)> + 'a {
        let mask = cube.get(node.fact);
        node.children.iter().copied().enumerate().filter(move |(value, _)| mask >> value & 1 == 1)
    }

    /// The terminals that documents of the cube reach, ascending.
    pub(crate) fn terminals(&self, root: Ref, cube: &Cube) -> Vec<u32> {
        let mut found = Vec::new();
        self.walk(root, cube, &mut |value| {
            if !found.contains(&value) {
                found.push(value);
            }
            true
        });
        sort_and_dedup(&mut found);
        found
    }

    /// How a region lies to the cube.
    pub(crate) fn verdict(&self, root: Ref, cube: &Cube) -> Verdict {
        let (mut inside, mut outside) = (false, false);
        self.walk(root, cube, &mut |value| {
            if value == 1 {
                inside = true
            } else {
                outside = true
            }
            !(inside && outside)
        });
        match (inside, outside) {
            (true, true) => Verdict::Sometimes,
            (true, false) => Verdict::Always,
            (false, _) => Verdict::Never,
        }
    }

    /// Shows `visit` every terminal that the cube reaches, until it has seen enough (returns `false`).
    fn walk(&self, root: Ref, cube: &Cube, visit: &mut dyn FnMut(u32) -> bool) {
        let mut seen = vec![0_u64; self.nodes.len() / 64 + 1];
        let mut stack = vec![root];
        while let Some(at) = stack.pop() {
            if at == Ref::IMPOSSIBLE {
                continue;
            }
            if let Some(value) = at.value() {
                if !visit(value) {
                    return;
                }
                continue;
            }
            let bit = 1 << (at.0 % 64);
            let Some(word) = seen.get_mut(at.0 as usize / 64) else { continue };
            if *word & bit == 0 {
                *word |= bit;
                if let Some(node) = self.node(at) {
                    stack.extend(Self::open_children(node, cube).map(|(_, child)| child));
                }
            }
        }
    }

    /// The smallest cube around those documents of `cube` that reach a wanted terminal; `None` if none does.
    pub(crate) fn project(&self, root: Ref, cube: &Cube, wanted: &dyn Fn(u32) -> bool) -> Option<Cube> {
        let mut projection = Projection {
            diagrams: self,
            cube,
            wanted,
            reaches: vec![None; self.nodes.len()],
            masks: vec![0; self.arities.len()],
            skipped: vec![0; self.arities.len() + 1],
        };
        if !projection.visit(root) {
            return None;
        }
        projection.skip(0, root);
        let mut result = cube.clone();
        let mut depth = 0_i32;
        for (fact, mask) in cube.iter() {
            depth += projection.skipped.get(fact as usize).copied().unwrap_or(0);
            if depth <= 0 {
                result.set(fact, projection.masks.get(fact as usize).copied().unwrap_or(0) & mask);
            }
        }
        Some(result)
    }

    /// For each fact and each of its values: the terminals that documents of `cube` with that value reach, as one bit
    /// each, of the 64 terminals from `first` on.
    pub(crate) fn spread(&self, root: Ref, cube: &Cube, first: u32) -> Vec<Vec<u64>> {
        let mut spread = Spread {
            diagrams: self,
            cube,
            first,
            reaches: vec![None; self.nodes.len()],
            values: self.arities.iter().map(|arity| vec![0; *arity]).collect(),
            jumps: HashMap::new(),
        };
        let all = spread.visit(root);
        spread.jump(0, root, all);
        spread.finish()
    }

    /// The facts that can still change which terminal a document of the cube reaches.
    pub(crate) fn relevant(&self, root: Ref, cube: &Cube) -> Vec<FactId> {
        let mut reduced = Reduced { full: self, cube, known: vec![None; self.nodes.len()], small: self.empty() };
        let top = reduced.reduce(root);
        reduced.small.support(top)
    }

    /// The facts on which a diagram branches at all.
    pub(crate) fn support(&self, root: Ref) -> Vec<FactId> {
        let mut seen = vec![false; self.nodes.len()];
        let mut facts = Vec::new();
        let mut stack = vec![root];
        while let Some(at) = stack.pop() {
            let Some(node) = self.node(at) else { continue };
            if let Some(slot) = seen.get_mut(at.0 as usize).filter(|slot| !**slot) {
                *slot = true;
                facts.push(node.fact);
                stack.extend(node.children.iter().copied());
            }
        }
        sort_and_dedup(&mut facts);
        facts
    }
}

/// One walk that collects, for each fact, the values on paths to a wanted terminal.
struct Projection<'a> {
    diagrams: &'a Diagrams,
    cube: &'a Cube,
    wanted: &'a dyn Fn(u32) -> bool,
    reaches: Vec<Option<bool>>,
    masks: Vec<u32>,
    /// Differences: where a path jumps over facts, these keep all their values.
    skipped: Vec<i32>,
}

impl Projection<'_> {
    fn visit(&mut self, at: Ref) -> bool {
        if at == Ref::IMPOSSIBLE {
            return false;
        }
        if let Some(value) = at.value() {
            return (self.wanted)(value);
        }
        if let Some(known) = self.reaches.get(at.0 as usize).copied().flatten() {
            return known;
        }
        let mut reaches = false;
        if let Some(node) = self.diagrams.node(at) {
            for (value, child) in Diagrams::open_children(node, self.cube) {
                if self.visit(child) {
                    reaches = true;
                    if let Some(mask) = self.masks.get_mut(node.fact as usize) {
                        *mask |= 1 << value;
                    }
                    self.skip(node.fact + 1, child);
                }
            }
        }
        if let Some(slot) = self.reaches.get_mut(at.0 as usize) {
            *slot = Some(reaches);
        }
        reaches
    }

    /// Notes that a path jumps from before `from` to `to`.
    fn skip(&mut self, from: FactId, to: Ref) {
        let end = usize::from(self.diagrams.level(to)).min(self.diagrams.arities.len());
        if usize::from(from) < end {
            if let Some(slot) = self.skipped.get_mut(usize::from(from)) {
                *slot += 1;
            }
            if let Some(slot) = self.skipped.get_mut(end) {
                *slot -= 1;
            }
        }
    }
}

/// One walk that collects, for every fact and value, the terminals on paths through them.
struct Spread<'a> {
    diagrams: &'a Diagrams,
    cube: &'a Cube,
    first: u32,
    reaches: Vec<Option<u64>>,
    values: Vec<Vec<u64>>,
    /// Paths that jump over facts, from the first fact jumped to the one after the last: all values go with them.
    jumps: HashMap<(FactId, FactId), u64>,
}

impl Spread<'_> {
    fn visit(&mut self, at: Ref) -> u64 {
        if at == Ref::IMPOSSIBLE {
            return 0;
        }
        if let Some(value) = at.value() {
            return value.checked_sub(self.first).and_then(|bit| 1_u64.checked_shl(bit)).unwrap_or(0);
        }
        if let Some(known) = self.reaches.get(at.0 as usize).copied().flatten() {
            return known;
        }
        let mut reaches = 0;
        if let Some(node) = self.diagrams.node(at) {
            for (value, child) in Diagrams::open_children(node, self.cube) {
                let below = self.visit(child);
                reaches |= below;
                if let Some(slot) = self.values.get_mut(usize::from(node.fact)).and_then(|it| it.get_mut(value)) {
                    *slot |= below;
                }
                self.jump(node.fact + 1, child, below);
            }
        }
        if let Some(slot) = self.reaches.get_mut(at.0 as usize) {
            *slot = Some(reaches);
        }
        reaches
    }

    fn jump(&mut self, from: FactId, to: Ref, terminals: u64) {
        let to = self.diagrams.level(to);
        if from < to && terminals != 0 {
            *self.jumps.entry((from, to)).or_insert(0) |= terminals;
        }
    }

    fn finish(mut self) -> Vec<Vec<u64>> {
        for ((from, to), terminals) in self.jumps {
            let jumped = usize::from(from)..usize::from(to).min(self.values.len());
            for (fact, values) in (from..).zip(self.values.get_mut(jumped).into_iter().flatten()) {
                let open = self.cube.get(fact);
                for (value, slot) in values.iter_mut().enumerate() {
                    if open >> value & 1 == 1 {
                        *slot |= terminals;
                    }
                }
            }
        }
        self.values
    }
}

/// The diagram seen from inside a cube, impossible documents taken as whatever makes it simplest.
struct Reduced<'a> {
    full: &'a Diagrams,
    cube: &'a Cube,
    known: Vec<Option<Ref>>,
    small: Diagrams,
}

impl Reduced<'_> {
    fn reduce(&mut self, at: Ref) -> Ref {
        let full = self.full;
        let Some(node) = full.node(at) else { return at };
        if let Some(known) = self.known.get(at.0 as usize).copied().flatten() {
            return known;
        }
        let mut children: Vec<Ref> = Vec::with_capacity(node.children.len());
        let mut only: Option<Ref> = None;
        let mut differ = false;
        for (_, child) in Diagrams::open_children(node, self.cube) {
            let child = self.reduce(child);
            children.push(child);
            if child != Ref::IMPOSSIBLE {
                differ |= only.is_some_and(|it| it != child);
                only = Some(child);
            }
        }
        let reduced = if differ {
            self.small.make(node.fact, children.into_boxed_slice())
        } else {
            only.unwrap_or(Ref::IMPOSSIBLE)
        };
        if let Some(slot) = self.known.get_mut(at.0 as usize) {
            *slot = Some(reduced);
        }
        reduced
    }
}
