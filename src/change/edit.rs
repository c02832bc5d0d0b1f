//! Edits: one fact stated otherwise, in a draft as a page would send it.
//!
//! Knows the shape of a draft. What follows from an edit, reading and settling say.

use crate::draft::{is_hidden, read};
use crate::rulebook::Definition;
use crate::short::CollectVec;
use crate::situation::{FactId, YES, fixed};
use crate::tree::{Node, Value};
use crate::vocabulary::NONE;

/// A fact and the number of the value that it is to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) fact: FactId,
    pub(super) value: usize,
}

impl Edit {
    /// The value as a mask.
    pub(super) fn mask(self) -> u32 {
        1 << self.value
    }

    /// How unusual it is: what the business is like is found out more easily than who writes what to whom. Less than
    /// [`FACT`] for any likely number of edits together.
    pub(super) fn weight(self, definition: &Definition) -> u32 {
        let Some(fact) = definition.space.fact(self.fact) else { return FACT };
        let place = match fact.values.get(self.value).map(String::as_str) {
            _ if fact.yes_no => 0,
            Some("通知" | NONE) => 0,
            _ => u32::try_from(self.value).unwrap_or(0) + 1,
        };
        place
            + match self.fact {
                fixed::ISSUER => 400,
                fixed::DOC_TYPE => 300,
                fixed::ADDRESSEES..=fixed::SEVERAL => 200,
                fixed::COPIES..fixed::MATTERS => 150,
                _ if fact.yes_no => 1,
                _ => 100,
            }
    }
}

/// What each further fact costs: fewer facts come before less unusual ones.
pub(super) const FACT: u32 = 10_000;

/// The draft with the edits made; nothing where no draft can say so.
pub(super) fn edited(draft: &Node, edits: &[Edit], definition: &Definition) -> Option<Node> {
    let mut draft = draft.clone();
    for edit in edits {
        let fact = definition.space.fact(edit.fact)?;
        let yes = edit.mask() == YES;
        let term = fact.values.get(edit.value)?;
        let value = match edit.fact {
            // How many addressees there are is said by naming them.
            fixed::SEVERAL => return None,
            fixed::ADDRESSEES..fixed::SEVERAL | fixed::COPIES..fixed::MATTERS => {
                let first = if edit.fact < fixed::SEVERAL { fixed::ADDRESSEES } else { fixed::COPIES };
                let named = |it: &Edit| it.mask() == YES && (first..first + fixed::KINDS).contains(&it.fact);
                let (list, kind) = fact.name.split_once('.')?;
                let entries = draft.get(list).and_then(Node::items);
                let mut kept = Vec::new();
                for entry in entries.unwrap_or_default() {
                    if yes || !names(entry, list, edit.fact, definition) {
                        kept.push(entry.clone());
                    }
                }
                if yes {
                    kept.push(text(kind));
                } else if entries.is_none() {
                    // That one kind is missing cannot be said without saying which are there.
                    edits.iter().find(|it| named(it))?;
                    continue;
                }
                set(&mut draft, list, Node::unplaced(Value::List(kept)));
                continue;
            }
            fixed::VALID_YEARS => {
                let years = definition.space.years_in(edit.mask());
                Value::Number(f64::from(years), years.to_string())
            }
            _ if fact.yes_no => Value::Bool(yes),
            _ if is_hidden(edit.fact, term) => Value::Null,
            _ => Value::Text(term.clone()),
        };
        let value = Node::unplaced(value);
        match fact.name.split_once('.') {
            Some((field, key)) => {
                let mut inner = draft.get(field).cloned().unwrap_or_default();
                set(&mut inner, key, value);
                set(&mut draft, field, inner);
            }
            None => set(&mut draft, &fact.name, value),
        }
    }
    Some(draft)
}

/// The value of an edited fact, as the draft has it.
pub(super) fn stated(draft: &Node, fact: FactId, mask: u32, definition: &Definition) -> Node {
    let Some(it) = definition.space.fact(fact) else { return Node::default() };
    let term = it.values_in(mask).next().unwrap_or_default();
    if fact == fixed::VALID_YEARS {
        return draft.get(&it.name).cloned().unwrap_or_default();
    }
    Node::unplaced(match term {
        _ if it.yes_no => Value::Bool(mask == YES),
        _ if is_hidden(fact, term) => Value::Null,
        _ => Value::Text(term.to_owned()),
    })
}

/// Whether an entry of a list of recipients is of a fact's kind.
fn names(entry: &Node, list: &str, fact: FactId, definition: &Definition) -> bool {
    let mut alone = Node::default();
    set(&mut alone, list, Node::unplaced(Value::List(vec![entry.clone()])));
    read(&alone, &definition.space, &definition.names).cube.get(fact) == YES
}

/// States a field; `Null` takes it out. What has no fields becomes what has this one.
fn set(node: &mut Node, key: &str, value: Node) {
    let mut entries = match std::mem::take(&mut node.value) {
        Value::Map(entries) => entries,
        _ => Vec::new(),
    };
    match entries.iter_mut().find(|(it, _)| it.scalar() == Some(key)) {
        Some((_, slot)) => *slot = value,
        None => entries.push((text(key), value)),
    }
    let stated = |(it, value): &(Node, Node)| it.scalar() != Some(key) || !value.is_null();
    node.value = Value::Map(entries.into_iter().filter(stated).collect_vec());
}

fn text(text: &str) -> Node {
    Node::unplaced(Value::Text(text.to_owned()))
}
