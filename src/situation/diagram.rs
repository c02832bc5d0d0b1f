//! Regions in canonical form: multi-valued decision diagrams that share their parts.
//!
//! A diagram answers every question about a region and a cube in one walk, and never multiplies under subtraction as
//! lists of cubes do. Terminals are small numbers: 0 and 1 for a region, an outcome's number for a partition.
//! Documents that cannot be lead to [`Ref::IMPOSSIBLE`], which every question passes over.
//!
//! Levels are the facts in one of two orders. Where the facts that rules about impossible documents link come first,
//! a partition of the possible documents is smallest. Where they come last, a walk over a region and the impossible
//! documents together is no longer than over the region alone.

use super::cube::Cube;
use super::region::Region;
use super::space::{FactId, Space, fixed};
use crate::short::{CollectVec, PushAll, sort_and_dedup, sort_by_key};
use rustc_hash::FxHashMap as HashMap;

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

    fn from_memo(known: u64) -> Ref {
        u32::try_from(known).map_or(Ref::IMPOSSIBLE, Ref)
    }

    /// The place of a node among all nodes; a terminal's is beyond them all.
    pub(crate) const fn place(self) -> usize {
        self.0 as usize
    }

    /// The terminal's number, or `None` for a node.
    pub(crate) const fn value(self) -> Option<u32> {
        if self.0 & TERMINAL == 0 { None } else { Some(self.0 & !TERMINAL) }
    }
}

/// How a region lies to a cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Never,
    Sometimes,
    Always,
}

/// Where a diagram branches.
pub(super) type Level = u16;

/// The level of terminals.
const BOTTOM: Level = Level::MAX;

#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) level: Level,
    pub(super) children: Box<[Ref]>,
}

/// What has been worked out for two places. (One kind of table for all walks: each kind weighs in the module.)
pub(super) type Memo = HashMap<u64, u64>;

/// The key of two places.
pub(super) fn both(a: Ref, b: Ref) -> u64 {
    u64::from(a.0) << 32 | u64::from(b.0)
}

/// All diagrams of one rulebook.
#[derive(Clone, Debug)]
pub(crate) struct Diagrams {
    pub(super) nodes: Vec<Node>,
    /// How many values the fact of each level has.
    arities: Vec<usize>,
    /// The fact of the first level; from there on, facts follow each other in a circle.
    first: FactId,
    /// Only while building: what makes equal diagrams the same node. Each is kept under the number that
    /// [`Diagrams::key`] makes of it, or the next that was free.
    unique: Memo,
    /// Only while building: what [`Diagrams::where_possible`] has made of which two diagrams. It is asked of every region of a
    /// rulebook, and these have much in common.
    apart: Memo,
}

impl Diagrams {
    /// For partitions of the possible documents.
    pub(crate) fn linked_first(space: &Space) -> Self {
        Self::starting_with(0, space)
    }

    /// For regions that are asked together with the impossible documents.
    pub(crate) fn linked_last(space: &Space) -> Self {
        Self::starting_with(fixed::LINKED_UNTIL, space)
    }

    fn starting_with(first: FactId, space: &Space) -> Self {
        let mut arities: Vec<usize> = space.facts.iter().map(|fact| fact.values.len()).collect_vec();
        arities.rotate_left(usize::from(first));
        Self { nodes: Vec::new(), arities, first, unique: Memo::default(), apart: Memo::default() }
    }

    fn level_of(&self, fact: FactId) -> Level {
        let facts = Level::try_from(self.arities.len()).unwrap_or(BOTTOM);
        if fact < self.first { fact + facts - self.first } else { fact - self.first }
    }

    pub(super) fn fact_at(&self, level: Level) -> FactId {
        let facts = Level::try_from(self.arities.len()).unwrap_or(BOTTOM);
        let fact = level + self.first;
        if fact < facts { fact } else { fact - facts }
    }

    /// The mask of all values of a fact.
    pub(crate) fn full(&self, fact: FactId) -> u32 {
        u32::try_from((1_u64 << self.arity(self.level_of(fact)).min(32)) - 1).unwrap_or(u32::MAX)
    }

    pub(super) fn arity(&self, level: Level) -> usize {
        self.arities.get(usize::from(level)).copied().unwrap_or(0)
    }

    /// No diagrams over the same space.
    fn empty(&self) -> Self {
        Self {
            nodes: Vec::new(),
            arities: self.arities.clone(),
            first: self.first,
            unique: Memo::default(),
            apart: Memo::default(),
        }
    }

    /// Nothing more will be built: keeps what these roots need and forgets the rest.
    pub(crate) fn finish(&mut self, roots: Vec<&mut Ref>) {
        let mut kept = self.empty();
        let mut moved: Vec<Option<Ref>> = vec![None; self.nodes.len()];
        for root in roots {
            *root = self.keep(*root, &mut kept, &mut moved);
        }
        kept.unique = HashMap::default();
        kept.nodes.shrink_to_fit();
        *self = kept;
    }

    fn keep(&self, at: Ref, kept: &mut Diagrams, moved: &mut Vec<Option<Ref>>) -> Ref {
        let Some(node) = self.node(at) else { return at };
        if let Some(moved) = moved.get(at.0 as usize).copied().flatten() {
            return moved;
        }
        let children = node.children.iter().map(|child| self.keep(*child, kept, moved)).collect_vec();
        let new = kept.make(node.level, &children);
        if let Some(slot) = moved.get_mut(at.0 as usize) {
            *slot = Some(new);
        }
        new
    }

    pub(super) fn level(&self, at: Ref) -> Level {
        self.node(at).map_or(BOTTOM, |node| node.level)
    }

    pub(super) fn node(&self, at: Ref) -> Option<&Node> {
        self.nodes.get(at.0 as usize)
    }

    fn make(&mut self, level: Level, children: &[Ref]) -> Ref {
        if let Some((first, rest)) = children.split_first()
            && rest.iter().all(|child| child == first)
        {
            return *first;
        }
        let mut key = key(level, children);
        while let Some(known) = self.unique.get(&key) {
            let known = Ref::from_memo(*known);
            if self.node(known).is_some_and(|node| node.level == level && *node.children == *children) {
                return known;
            }
            key = key.wrapping_add(1);
        }
        let made = Ref(u32::try_from(self.nodes.len()).unwrap_or(TERMINAL - 1));
        self.nodes.push(Node { level, children: children.into() });
        self.unique.insert(key, u64::from(made.0));
        made
    }

    /// Takes up building again after [`Diagrams::finish`]: equal diagrams are the same node as before.
    #[cfg(feature = "tools")]
    pub(crate) fn reopened(&self) -> Self {
        let mut open = self.empty();
        for node in &self.nodes {
            open.make(node.level, &node.children);
        }
        open
    }

    /// The diagram of a region.
    pub(crate) fn region(&mut self, region: &Region) -> Ref {
        let mut union = Ref::FALSE;
        for term in &region.0 {
            let mut parts: Vec<(Level, u32)> =
                term.0.iter().map(|(fact, mask)| (self.level_of(*fact), *mask)).collect_vec();
            sort_by_key(&mut parts, |(level, _)| *level);
            let mut at = Ref::TRUE;
            for (level, mask) in parts.into_iter().rev() {
                let values = 0..self.arity(level);
                let children = values.map(|value| if mask >> value & 1 == 1 { at } else { Ref::FALSE }).collect_vec();
                at = self.make(level, &children);
            }
            union = self.or(union, at);
        }
        union
    }

    pub(crate) fn or(&mut self, a: Ref, b: Ref) -> Ref {
        self.change(a, b, &mut |_| Ref::TRUE)
    }

    pub(crate) fn and(&mut self, a: Ref, b: Ref) -> Ref {
        self.combine(a, b, &mut |a, b| Ref::terminal(a & b))
    }

    pub(crate) fn without(&mut self, a: Ref, b: Ref) -> Ref {
        self.change(a, b, &mut |_| Ref::FALSE)
    }

    /// `a` where `impossible` does not hold.
    pub(crate) fn where_possible(&mut self, a: Ref, impossible: Ref) -> Ref {
        let mut merge = |a: u32, inside: u32| if inside == 1 { Ref::IMPOSSIBLE } else { Ref::terminal(a) };
        let mut apart = std::mem::take(&mut self.apart);
        let made = self.combine_memo(a, impossible, true, &mut merge, &mut apart);
        self.apart = apart;
        made
    }

    /// `a` changed where `region` holds. Where it does not, `a` stays, and no walk is made.
    pub(crate) fn change(&mut self, a: Ref, region: Ref, change: &mut dyn FnMut(u32) -> Ref) -> Ref {
        let mut merge = |a: u32, inside: u32| if inside == 1 { change(a) } else { Ref::terminal(a) };
        self.combine_memo(a, region, true, &mut merge, &mut HashMap::default())
    }

    /// Both diagrams at once: at each document, what `merge` makes of the two terminals.
    pub(crate) fn combine(&mut self, a: Ref, b: Ref, merge: &mut dyn FnMut(u32, u32) -> Ref) -> Ref {
        self.combine_memo(a, b, false, merge, &mut HashMap::default())
    }

    /// With `stays`, `merge` leaves `a` as it is where `b` is 0.
    fn combine_memo(
        &mut self,
        a: Ref,
        b: Ref,
        stays: bool,
        merge: &mut dyn FnMut(u32, u32) -> Ref,
        memo: &mut Memo,
    ) -> Ref {
        if stays && b == Ref::FALSE {
            return a;
        }
        if a == Ref::IMPOSSIBLE || b == Ref::IMPOSSIBLE {
            return Ref::IMPOSSIBLE;
        }
        if let (Some(a), Some(b)) = (a.value(), b.value()) {
            return merge(a, b);
        }
        if let Some(known) = memo.get(&both(a, b)) {
            return Ref::from_memo(*known);
        }
        let level = self.level(a).min(self.level(b));
        let children = (0..self.arity(level))
            .map(|value| {
                let (a, b) = (self.child(a, level, value), self.child(b, level, value));
                self.combine_memo(a, b, stays, merge, memo)
            })
            .collect_vec();
        let made = self.make(level, &children);
        memo.insert(both(a, b), u64::from(made.0));
        made
    }

    /// Where `at` leads if the fact of `level` has its value number `value`.
    pub(super) fn child(&self, at: Ref, level: Level, value: usize) -> Ref {
        match self.node(at) {
            Some(node) if node.level == level => node.children.get(value).copied().unwrap_or(at),
            _ => at,
        }
    }

    /// The children of a node that the cube still allows, with their value's number.
    pub(super) fn open_children<'a>(
        &self,
        node: &'a Node,
        cube: &Cube,
    ) -> impl Iterator<Item = (usize, Ref)> + use<'a> {
        let mut mask = cube.get(self.fact_at(node.level));
        std::iter::from_fn(move || {
            let value = mask.trailing_zeros() as usize;
            mask &= mask.wrapping_sub(1);
            node.children.get(value).map(|child| (value, *child))
        })
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
    pub(crate) fn verdict(&self, region: Ref, cube: &Cube) -> Verdict {
        let (mut inside, mut outside) = (false, false);
        self.walk(region, cube, &mut |value| {
            inside |= value == 1;
            outside |= value != 1;
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
        // Children stand before their parents: nothing below the root stands behind it.
        let mut seen = vec![0; if root.value().is_some() { 0 } else { root.place() / 64 + 1 }];
        self.pass(root, cube, &mut seen, visit);
    }

    fn pass(&self, at: Ref, cube: &Cube, seen: &mut [u64], visit: &mut dyn FnMut(u32) -> bool) -> bool {
        if at == Ref::IMPOSSIBLE {
            return true;
        }
        if let Some(value) = at.value() {
            return visit(value);
        }
        let bit = 1 << (at.place() % 64);
        let (Some(node), Some(slot)) = (self.node(at), seen.get_mut(at.place() / 64)) else { return true };
        if *slot & bit != 0 {
            return true;
        }
        *slot |= bit;
        self.open_children(node, cube).all(|(_, child)| self.pass(child, cube, seen, visit))
    }

    /// For each fact and each of its values: what the documents of `cube` with that value reach, as the bits that
    /// `bits` gives to terminals.
    pub(crate) fn spread(&self, root: Ref, cube: &Cube, bits: &dyn Fn(u32) -> u64) -> Spread {
        let mut first_values = Vec::with_capacity(self.arities.len());
        let mut values = 0;
        for arity in &self.arities {
            first_values.push(values);
            values += arity;
        }
        let mut walk = SpreadWalk {
            diagrams: self,
            cube,
            bits,
            reaches: vec![UNSEEN; if root.value().is_some() { 0 } else { root.place() + 1 }],
            first_values,
            values: vec![0; values],
            jumps: vec![0; self.arities.len() * JUMPS],
        };
        let all = walk.visit(root);
        walk.jump(0, root, all);
        walk.finish(all)
    }

    /// The smallest cube around those documents of `cube` that reach a wanted terminal; `None` if none does.
    pub(crate) fn project(&self, root: Ref, cube: &Cube, wanted: u32) -> Option<Cube> {
        let spread = self.spread(root, cube, &|terminal| u64::from(terminal == wanted));
        (spread.all != 0).then(|| spread.around(0, cube))
    }

    /// The facts that can still change which terminal a document of the cube reaches.
    pub(crate) fn relevant(&self, root: Ref, cube: &Cube) -> Vec<FactId> {
        let (inside, top) = self.within(root, cube);
        inside.support(top)
    }

    /// A diagram seen from inside a cube: it branches only where the answer still turns on a fact. Impossible documents
    /// are taken as whatever makes it simplest.
    pub(crate) fn within(&self, root: Ref, cube: &Cube) -> (Diagrams, Ref) {
        let known = vec![None; if root.value().is_some() { 0 } else { root.place() + 1 }];
        let mut inside = Inside { full: self, cube, known, small: self.empty() };
        let top = inside.reduce(root);
        (inside.small, top)
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
                facts.push(self.fact_at(node.level));
                stack.push_all(node.children.iter().copied());
            }
        }
        sort_and_dedup(&mut facts);
        facts
    }
}

/// The number under which a node is looked for first.
fn key(level: Level, children: &[Ref]) -> u64 {
    let mut key = u64::from(level);
    for child in children {
        key = (key.rotate_left(5) ^ u64::from(child.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    key
}

/// What the documents of a cube reach, value by value.
pub(crate) struct Spread {
    /// What they reach at all.
    pub(crate) all: u64,
    /// The first fact of `values`.
    first: FactId,
    /// For each level, where its values begin.
    first_values: Vec<usize>,
    /// Level by level, for each value.
    values: Vec<u64>,
}

/// A node that the walk has not passed.
const UNSEEN: u64 = u64::MAX;

impl Spread {
    /// The values of a fact with which documents reach a bit.
    pub(crate) fn values(&self, bit: u32, fact: FactId) -> u32 {
        let facts = FactId::try_from(self.first_values.len()).unwrap_or(0);
        let level = if fact < self.first { fact + facts - self.first } else { fact - self.first };
        let begin = self.first_values.get(usize::from(level)).copied().unwrap_or(usize::MAX);
        let end = self.first_values.get(usize::from(level) + 1).copied().unwrap_or(self.values.len());
        let mut mask = 0;
        for (value, reached) in self.values.get(begin..end).into_iter().flatten().enumerate() {
            mask |= u32::from(reached >> bit & 1 == 1) << value;
        }
        mask
    }

    /// The smallest cube around the documents that reach a bit.
    pub(crate) fn around(&self, bit: u32, cube: &Cube) -> Cube {
        let mut around = cube.clone();
        for (fact, _) in cube.iter() {
            around.set(fact, self.values(bit, fact));
        }
        around
    }
}

/// One walk that collects, for every fact and value, the terminals on paths through them.
struct SpreadWalk<'a> {
    diagrams: &'a Diagrams,
    cube: &'a Cube,
    bits: &'a dyn Fn(u32) -> u64,
    reaches: Vec<u64>,
    first_values: Vec<usize>,
    values: Vec<u64>,
    /// Paths that jump over levels: all values go with them. For each level, what jumps over 1, 2, 4… levels from it on: any
    /// jump is a few of these.
    jumps: Vec<u64>,
}

/// Longer jumps than two to the power of this less one are told as several.
const JUMPS: usize = 7;

impl SpreadWalk<'_> {
    fn visit(&mut self, at: Ref) -> u64 {
        if at == Ref::IMPOSSIBLE {
            return 0;
        }
        if let Some(value) = at.value() {
            return (self.bits)(value);
        }
        if let Some(known) = self.reaches.get(at.place()).filter(|reached| **reached != UNSEEN) {
            return *known;
        }
        let mut reaches = 0;
        if let Some(node) = self.diagrams.node(at) {
            let first = self.first_values.get(usize::from(node.level)).copied().unwrap_or(usize::MAX);
            for (value, child) in self.diagrams.open_children(node, self.cube) {
                let below = self.visit(child);
                reaches |= below;
                if let Some(slot) = self.values.get_mut(first + value) {
                    *slot |= below;
                }
                self.jump(usize::from(node.level) + 1, child, below);
            }
        }
        if let Some(slot) = self.reaches.get_mut(at.place()) {
            *slot = reaches;
        }
        reaches
    }

    fn jump(&mut self, from: usize, to: Ref, reached: u64) {
        let to = usize::from(self.diagrams.level(to)).min(self.first_values.len());
        if reached == 0 {
            return;
        }
        let mut from = from;
        while from < to {
            let length = ((to - from).ilog2() as usize).min(JUMPS - 1);
            if let Some(slot) = self.jumps.get_mut(from * JUMPS + length) {
                *slot |= reached;
            }
            from += 1 << length;
        }
    }

    fn finish(mut self, all: u64) -> Spread {
        let levels = self.first_values.len();
        for length in (1..JUMPS).rev() {
            for level in 0..levels {
                let jumped = self.jumps.get(level * JUMPS + length).copied().unwrap_or(0);
                if jumped == 0 {
                    continue;
                }
                for begin in [level, level + (1 << (length - 1))] {
                    if let Some(slot) = self.jumps.get_mut(begin * JUMPS + length - 1) {
                        *slot |= jumped;
                    }
                }
            }
        }
        for ((level, first), jumped) in (0..).zip(&self.first_values).zip(self.jumps.iter().step_by(JUMPS)) {
            let mut open = if *jumped == 0 { 0 } else { self.cube.get(self.diagrams.fact_at(level)) };
            while open != 0 {
                if let Some(slot) = self.values.get_mut(first + open.trailing_zeros() as usize) {
                    *slot |= jumped;
                }
                open &= open - 1;
            }
        }
        Spread { all, first: self.diagrams.first, first_values: self.first_values, values: self.values }
    }
}

/// Builds the diagram that is left inside a cube.
struct Inside<'a> {
    full: &'a Diagrams,
    cube: &'a Cube,
    /// For each node what is left of it.
    known: Vec<Option<Ref>>,
    small: Diagrams,
}

impl Inside<'_> {
    fn reduce(&mut self, at: Ref) -> Ref {
        let Some(node) = self.full.node(at) else { return at };
        if let Some(known) = self.known.get(at.place()).copied().flatten() {
            return known;
        }
        let mut children = vec![Ref::IMPOSSIBLE; node.children.len()];
        let mut only: Option<Ref> = None;
        let mut differ = false;
        for (value, child) in self.full.open_children(node, self.cube) {
            let child = self.reduce(child);
            if child != Ref::IMPOSSIBLE {
                differ |= only.is_some_and(|it| it != child);
                only = Some(child);
            }
            if let Some(slot) = children.get_mut(value) {
                *slot = child;
            }
        }
        let reduced = if differ { self.small.make(node.level, &children) } else { only.unwrap_or(Ref::IMPOSSIBLE) };
        if let Some(slot) = self.known.get_mut(at.place()) {
            *slot = Some(reduced);
        }
        reduced
    }
}
