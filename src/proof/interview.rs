//! How many questions a clerk is asked until it is settled who signs, beside the fewest there could be.
//!
//! Knows the signing question and the order in which routes ask. A document here is a cube with one value for each fact.

use crate::engine::{Options, Rulebook};
use crate::ruling::SigningQuestion;
use crate::short::sort_by_key;
use crate::situation::{Cube, FactId, Situation, fixed};
use crate::tree::Node;
use rustc_hash::FxHashMap;
use serde_json::Value;

/// In which order open facts are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// As routes ask.
    AsAsked,
    /// By how many outcomes an answer leaves on average, whatever their likelihood.
    FewestOutcomes,
    /// In the order of the vocabulary.
    AsListed,
}

/// A complete document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document(Cube);

/// A rulebook being asked about documents.
pub struct Interviews<'a> {
    rulebook: &'a Rulebook,
    next: FxHashMap<(Order, Vec<u32>), Option<FactId>>,
}

impl Rulebook {
    /// How many questions documents take.
    #[must_use]
    pub fn interviews(&self) -> Interviews<'_> {
        Interviews { rulebook: self, next: FxHashMap::default() }
    }
}

impl Interviews<'_> {
    fn signing(&self) -> &SigningQuestion {
        &self.rulebook.compiled.signing
    }

    /// A document drawn fact by fact: `pick` is given a fact's name and values and returns the place of one. What cannot be is
    /// drawn again. Papers that are no 公文 are left out, as a draft without a 文种 leaves them out.
    pub fn draw(&self, pick: &mut dyn FnMut(&str, &[String]) -> usize) -> Document {
        let space = &self.rulebook.definition.space;
        let possible = &self.rulebook.compiled.possible;
        loop {
            let mut cube = self.everything();
            for (fact, it) in (0..).zip(&space.facts) {
                let open: Vec<String> = it.values_in(cube.get(fact)).map(str::to_owned).collect();
                cube.set(fact, 1 << pick(&it.name, &open));
            }
            if self.rulebook.compiled.diagrams.terminals(possible.impossible, &cube) == [0] {
                return Document(cube);
            }
        }
    }

    /// The document of a finished draft; what even that leaves open takes its first value. None of a paper that is no 公文.
    pub fn document(&self, draft: &Value) -> Option<Document> {
        let finished = Options { unstated_is_no: true, ..Options::default() };
        let situation = self.rulebook.settled(&Node::from(draft), &finished).situation;
        let compiled = &self.rulebook.compiled;
        let mut cube = Cube::clone(&situation);
        if cube.get(fixed::DOC_TYPE) & !self.everything().get(fixed::DOC_TYPE) != 0 {
            return None;
        }
        let facts: Vec<FactId> = cube.iter().map(|(fact, _)| fact).collect();
        for fact in facts {
            let first = cube.get(fact) & cube.get(fact).wrapping_neg();
            let narrowed = Situation::of(&cube.with(fact, first), &compiled.possible, &compiled.diagrams)?;
            cube = Cube::clone(&narrowed);
        }
        Some(Document(cube))
    }

    /// What a draft without any fact may become.
    fn everything(&self) -> Cube {
        let space = &self.rulebook.definition.space;
        Cube::all(space).with(fixed::DOC_TYPE, space.official())
    }

    /// What is known once these facts of a document are.
    fn knowing(&self, known: &[FactId], document: &Document) -> Situation {
        let mut cube = self.everything();
        for fact in known {
            cube.set(*fact, document.0.get(*fact));
        }
        let compiled = &self.rulebook.compiled;
        Situation::of(&cube, &compiled.possible, &compiled.diagrams).unwrap_or_else(|| Situation::as_it_is(cube))
    }

    /// How many questions a document takes.
    pub fn asked(&mut self, document: &Document, order: Order) -> usize {
        let mut known = Vec::new();
        loop {
            let situation = self.knowing(&known, document);
            let key = (order, situation.iter().map(|(_, mask)| mask).collect());
            let next = match self.next.get(&key) {
                Some(next) => *next,
                None => {
                    let next = self.first(&situation, order);
                    self.next.insert(key, next);
                    next
                }
            };
            match next {
                Some(fact) if !known.contains(&fact) => known.push(fact),
                _ => return known.len(),
            }
        }
    }

    fn first(&self, situation: &Situation, order: Order) -> Option<FactId> {
        let mut open = self.signing().relevant(situation);
        if order == Order::AsAsked {
            return open.first().copied();
        }
        sort_by_key(&mut open, |fact| *fact);
        if order == Order::FewestOutcomes {
            let outcomes = self.signing().rule(situation);
            sort_by_key(&mut open, |fact| {
                let mut left = 0;
                for outcome in &outcomes {
                    left += 1000 * outcome.around.get(*fact).count_ones();
                }
                left / situation.get(*fact).count_ones().max(1)
            });
        }
        open.first().copied()
    }

    /// The fewest questions that any way of asking takes for all these documents together, as far as looking at so many
    /// situations shows it: a lower bound, and whether it is reached.
    pub fn fewest(&self, documents: &[Document], most: usize) -> (usize, bool) {
        let mut search = super::fewest::Search::new(documents.iter().map(|it| &it.0), most);
        let fewest = search.fewest(&|document, known| {
            let situation = self.knowing(known, &Document(document.clone()));
            if self.signing().decide(&situation).len() < 2 {
                return Vec::new();
            }
            let mut open = self.signing().relevant(&situation);
            // Nobody can be asked which meeting a 纪要 is of as long as it may be none: see the order of asking.
            if open.len() > 1 && self.signing().asking.is_too_early(fixed::MINUTES_OF, &situation) {
                open.retain(|fact| *fact != fixed::MINUTES_OF);
            }
            open
        });
        (fewest, search.is_exact())
    }
}
