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
use super::situation::Feasible;
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

    /// The node at a place.
    #[cfg(feature = "tools")]
    pub(super) const fn node(at: u32) -> Ref {
        Ref(at)
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
    /// Only while building: what makes equal diagrams the same node.
    pub(super) unique: HashMap<(Level, Box<[Ref]>), Ref>,
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
        Self { nodes: Vec::new(), arities, first, unique: HashMap::default() }
    }

    fn level_of(&self, fact: FactId) -> Level {
        let facts = Level::try_from(self.arities.len()).unwrap_or(BOTTOM);
        (fact + facts - self.first) % facts
    }

    pub(super) fn fact_at(&self, level: Level) -> FactId {
        let facts = Level::try_from(self.arities.len()).unwrap_or(BOTTOM);
        (level + self.first) % facts
    }

    pub(super) fn arity(&self, level: Level) -> usize {
        self.arities.get(usize::from(level)).copied().unwrap_or(0)
    }

    /// The values of a level's fact that the cube still allows.
    fn open_values(&self, level: Level, cube: &Cube) -> impl Iterator<Item = usize> + use<> {
        let mask = cube.get(self.fact_at(level));
        (0..self.arity(level)).filter(move |value| mask >> value & 1 == 1)
    }

    /// No diagrams over the same space.
    fn empty(&self) -> Self {
        Self { nodes: Vec::new(), arities: self.arities.clone(), first: self.first, unique: HashMap::default() }
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
        let children = node.children.iter().map(|child| self.keep(*child, kept, moved)).collect();
        let new = kept.make(node.level, children);
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

    fn make(&mut self, level: Level, children: Box<[Ref]>) -> Ref {
        if let Some((first, rest)) = children.split_first()
            && rest.iter().all(|child| child == first)
        {
            return *first;
        }
        if let Some(known) = self.unique.get(&(level, children.clone())) {
            return *known;
        }
        let made = Ref(u32::try_from(self.nodes.len()).unwrap_or(TERMINAL - 1));
        self.nodes.push(Node { level, children: children.clone() });
        self.unique.insert((level, children), made);
        made
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
                let children = values.map(|value| if mask >> value & 1 == 1 { at } else { Ref::FALSE }).collect();
                at = self.make(level, children);
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
        self.change(a, impossible, &mut |_| Ref::IMPOSSIBLE)
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
            .collect();
        let made = self.make(level, children);
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
        let mask = cube.get(self.fact_at(node.level));
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

    /// How a region lies to the cube; with `apart`, the impossible documents set apart.
    pub(crate) fn verdict(&self, region: Ref, apart: Option<Apart<'_>>, cube: &Cube) -> Verdict {
        let (mut inside, mut outside) = (false, false);
        let mut seen = Seen::default();
        let mut stack = vec![(region, apart.map_or(Ref::FALSE, |it| it.impossible))];
        while let Some((a, b)) = stack.pop() {
            if a == Ref::IMPOSSIBLE || b == Ref::TRUE {
                continue;
            }
            if a.value().is_some() {
                if apart.is_some_and(|it| !it.feasible.some(b)) {
                    continue;
                }
                if a == Ref::TRUE {
                    inside = true
                } else {
                    outside = true
                }
                if inside && outside {
                    return Verdict::Sometimes;
                }
            } else if seen.is_new((a, b)) {
                let level = self.level(a).min(self.level(b));
                stack.push_all(
                    self.open_values(level, cube)
                        .map(|value| (self.child(a, level, value), self.child(b, level, value))),
                );
            }
        }
        if inside { Verdict::Always } else { Verdict::Never }
    }

    /// Shows `visit` every terminal that the cube reaches, until it has seen enough (returns `false`).
    fn walk(&self, root: Ref, cube: &Cube, visit: &mut dyn FnMut(u32) -> bool) {
        let mut seen = Seen::default();
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
            if let Some(node) = self.node(at)
                && seen.is_new((at, at))
            {
                stack.push_all(self.open_children(node, cube).map(|(_, child)| child));
            }
        }
    }

    /// For each fact and each of its values: what the documents of `cube` with that value reach, as the bits that
    /// `bits` gives to terminals.
    pub(crate) fn spread(&self, root: Ref, cube: &Cube, bits: &dyn Fn(u32) -> u64) -> Spread {
        let mut walk = SpreadWalk {
            diagrams: self,
            cube,
            bits,
            // Children stand before their parents: nothing below the root stands behind it.
            reaches: vec![UNSEEN; if root.value().is_some() { 0 } else { root.place() + 1 }],
            values: vec![[0; MOST_VALUES]; self.arities.len()],
            jumps: HashMap::default(),
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
    pub(crate) fn relevant(&self, root: Ref, apart: Option<Apart<'_>>, cube: &Cube) -> Vec<FactId> {
        let (inside, top) = self.within(root, apart, cube);
        inside.support(top)
    }

    /// A diagram seen from inside a cube: it branches only where the answer still turns on a fact. Impossible documents
    /// are taken as whatever makes it simplest.
    pub(crate) fn within(&self, root: Ref, apart: Option<Apart<'_>>, cube: &Cube) -> (Diagrams, Ref) {
        let mut inside = Inside { full: self, cube, apart, known: HashMap::default(), small: self.empty() };
        let top = inside.reduce(root, apart.map_or(Ref::FALSE, |it| it.impossible));
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

/// What the documents of a cube reach, value by value.
pub(crate) struct Spread {
    /// What they reach at all.
    pub(crate) all: u64,
    /// For each fact, for each value.
    values: Vec<[u64; MOST_VALUES]>,
    /// For each node.
    nodes: Vec<u64>,
}

/// No fact has more values (there are twenty 文种).
const MOST_VALUES: usize = 24;

/// A node that the walk has not passed.
const UNSEEN: u64 = u64::MAX;

impl Spread {
    /// The smallest cube around the documents that reach a bit.
    pub(crate) fn around(&self, bit: u32, cube: &Cube) -> Cube {
        let mut around = cube.clone();
        for (fact, values) in (0..).zip(&self.values) {
            let mut mask = 0;
            for (value, reached) in values.iter().enumerate() {
                mask |= u32::from(reached >> bit & 1 == 1) << value;
            }
            around.set(fact, mask);
        }
        around
    }

    /// Which nodes some document with a bit passes.
    pub(crate) fn passed(self) -> Vec<bool> {
        self.nodes.into_iter().map(|reached| reached != 0 && reached != UNSEEN).collect_vec()
    }
}

/// One walk that collects, for every fact and value, the terminals on paths through them.
struct SpreadWalk<'a> {
    diagrams: &'a Diagrams,
    cube: &'a Cube,
    bits: &'a dyn Fn(u32) -> u64,
    reaches: Vec<u64>,
    /// By level.
    values: Vec<[u64; MOST_VALUES]>,
    /// Paths that jump over levels, from the first level jumped to the one after the last: all values go with them.
    jumps: Memo,
}

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
            for (value, child) in self.diagrams.open_children(node, self.cube) {
                let below = self.visit(child);
                reaches |= below;
                if let Some(slot) = self.values.get_mut(usize::from(node.level)).and_then(|it| it.get_mut(value)) {
                    *slot |= below;
                }
                self.jump(node.level + 1, child, below);
            }
        }
        if let Some(slot) = self.reaches.get_mut(at.place()) {
            *slot = reaches;
        }
        reaches
    }

    fn jump(&mut self, from: Level, to: Ref, reached: u64) {
        let to = self.diagrams.level(to);
        if from < to && reached != 0 {
            let key = u64::from(from) << 16 | u64::from(to);
            let known = self.jumps.get(&key).copied().unwrap_or(0);
            self.jumps.insert(key, known | reached);
        }
    }

    fn finish(mut self, all: u64) -> Spread {
        for (key, reached) in self.jumps {
            let part = |shift: u32| Level::try_from(key >> shift & 0xffff).unwrap_or(BOTTOM);
            let (from, to) = (part(16), part(0));
            let jumped = usize::from(from)..usize::from(to).min(self.values.len());
            for (level, values) in (from..).zip(self.values.get_mut(jumped).into_iter().flatten()) {
                let open = self.cube.get(self.diagrams.fact_at(level));
                for (value, slot) in values.iter_mut().enumerate() {
                    if open >> value & 1 == 1 {
                        *slot |= reached;
                    }
                }
            }
        }
        self.values.rotate_right(usize::from(self.diagrams.first));
        Spread { all, values: self.values, nodes: self.reaches }
    }
}

/// The impossible documents, and which of their nodes still lead to possible ones.
#[derive(Clone, Copy)]
pub(crate) struct Apart<'a> {
    pub(crate) impossible: Ref,
    pub(crate) feasible: &'a Feasible,
}

/// Builds the diagram that is left inside a cube.
struct Inside<'a> {
    full: &'a Diagrams,
    cube: &'a Cube,
    apart: Option<Apart<'a>>,
    known: Memo,
    small: Diagrams,
}

impl Inside<'_> {
    fn reduce(&mut self, a: Ref, b: Ref) -> Ref {
        if a == Ref::IMPOSSIBLE || b == Ref::TRUE {
            return Ref::IMPOSSIBLE;
        }
        if a.value().is_some() {
            let feasible = self.apart.is_none_or(|it| it.feasible.some(b));
            return if feasible { a } else { Ref::IMPOSSIBLE };
        }
        if let Some(known) = self.known.get(&both(a, b)) {
            return Ref::from_memo(*known);
        }
        let level = self.full.level(a).min(self.full.level(b));
        let mut children = vec![Ref::IMPOSSIBLE; self.full.arity(level)];
        let mut only: Option<Ref> = None;
        let mut differ = false;
        for value in self.full.open_values(level, self.cube) {
            let child = self.reduce(self.full.child(a, level, value), self.full.child(b, level, value));
            if child != Ref::IMPOSSIBLE {
                differ |= only.is_some_and(|it| it != child);
                only = Some(child);
            }
            if let Some(slot) = children.get_mut(value) {
                *slot = child;
            }
        }
        let reduced =
            if differ { self.small.make(level, children.into_boxed_slice()) } else { only.unwrap_or(Ref::IMPOSSIBLE) };
        self.known.insert(both(a, b), u64::from(reduced.0));
        reduced
    }
}

/// What a walk has visited. Most walks are short: a list is quicker than a table until it is long.
#[derive(Default)]
struct Seen {
    few: Vec<(Ref, Ref)>,
    many: Memo,
}

impl Seen {
    fn is_new(&mut self, it: (Ref, Ref)) -> bool {
        if self.few.len() < 24 {
            let new = !self.few.contains(&it);
            if new {
                self.few.push(it);
            }
            return new;
        }
        !self.few.contains(&it) && self.many.insert(both(it.0, it.1), 0).is_none()
    }
}
