//! Two rulebooks over one space of documents: the facts of both, a fact that only one knows being that one's own.

use crate::rulebook::{Clause, Definition, Matter};
use crate::situation::{FactId, Region, Space, Term, fixed};

/// Both rulebooks over one space.
pub(crate) struct Aligned {
    pub(crate) before: Definition,
    pub(crate) after: Definition,
    /// Names of matters that only the first knows.
    pub(crate) only_before: Vec<FactId>,
    /// Names of matters that only the second knows.
    pub(crate) only_after: Vec<FactId>,
}

impl Aligned {
    pub(crate) fn new(before: &Definition, after: &Definition) -> Self {
        let matters = |it: &Definition| -> Vec<String> { matters(it).map(str::to_owned).collect() };
        let (of_before, of_after) = (matters(before), matters(after));
        let mut all = of_before.clone();
        all.extend(of_after.iter().filter(|it| !of_before.contains(it)).cloned());
        let thresholds = before.space.thresholds.iter().chain(&after.space.thresholds).copied().collect();
        let space = Space::new(all, thresholds);
        let only = |these: &[String], those: &[String]| -> Vec<FactId> {
            these.iter().filter(|it| !those.contains(it)).filter_map(|it| space.matter(it)).collect()
        };
        Self {
            only_before: only(&of_before, &of_after),
            only_after: only(&of_after, &of_before),
            before: moved(before, &space, after),
            after: moved(after, &space, before),
        }
    }

    pub(crate) fn space(&self) -> &Space {
        &self.before.space
    }
}

/// The matters of the text itself: those that it declares, and those that imply one. What only a higher text turns on is no matter here.
fn matters(definition: &Definition) -> impl Iterator<Item = &str> {
    let above = definition.matters.get(definition.own_matters().len()..).unwrap_or_default();
    let labels = definition.space.facts.iter().skip(usize::from(fixed::MATTERS)).map(|it| it.label.as_str());
    labels.filter(|label| above.iter().all(|it| it.name != *label))
}

/// A rulebook's own text with its conditions over another space. Its matters are asked about in its own words, others in `other`'s.
fn moved(definition: &Definition, space: &Space, other: &Definition) -> Definition {
    let shift = Shift { from: &definition.space, to: space };
    let mut moved = definition.clone();
    moved.clauses.truncate(definition.own_clauses().len());
    moved.higher.clear();
    moved.clauses.iter_mut().for_each(|clause| shift.clause(clause));
    moved.matters = space
        .facts
        .iter()
        .skip(usize::from(fixed::MATTERS))
        .filter_map(|fact| [definition, other].into_iter().find_map(|it| matter(it, &fact.label)))
        .collect();
    moved.space = space.clone();
    moved
}

fn matter(definition: &Definition, name: &str) -> Option<Matter> {
    definition.matters.iter().find(|it| it.name == name).cloned()
}

struct Shift<'a> {
    from: &'a Space,
    to: &'a Space,
}

impl Shift<'_> {
    fn clause(&self, clause: &mut Clause) {
        self.region(&mut clause.applies);
        self.region(&mut clause.except);
        clause.steps.iter_mut().for_each(|it| self.region(&mut it.when));
        clause.checks.iter_mut().for_each(|it| self.region(&mut it.when));
    }

    fn region(&self, region: &mut Region) {
        for term in &mut region.0 {
            let mut moved = Term::default();
            for (fact, mask) in &term.0 {
                let (fact, mask) = self.restriction(*fact, *mask);
                moved.restrict(fact, mask);
            }
            *term = moved;
        }
    }

    fn restriction(&self, fact: FactId, mask: u32) -> (FactId, u32) {
        match fact {
            fixed::VALID_YEARS => (fact, self.years(mask)),
            fixed::MATTERS.. => {
                let label = self.from.fact(fact).map_or("", |it| it.label.as_str());
                (self.to.matter(label).unwrap_or(fact), mask)
            }
            _ => (fact, mask),
        }
    }

    /// The finer intervals of 有效期 that lie in the given ones.
    fn years(&self, mask: u32) -> u32 {
        let ends = self.to.thresholds.iter().map(|end| f64::from(*end));
        let last = self.to.thresholds.last().map_or(0.0, |end| f64::from(*end) + 1.0);
        let samples = ends.chain([last]);
        samples
            .filter(|years| mask & self.from.interval_of(*years) != 0)
            .fold(0, |mask, years| mask | self.to.interval_of(years))
    }
}
