//! The rulebook format: from text or JSON to a checked definition, with every fault named at its place.
//!
//! Knows the format and the shared vocabulary. Knows nothing of JavaScript, and does not decide anything.

mod canonical;
mod clauses;
mod condition;
#[cfg(feature = "tools")]
mod declared;
mod effects;
mod head;
mod issue;
mod layers;
mod model;
mod reader;
#[cfg(feature = "tools")]
mod schema;
#[cfg(feature = "yaml")]
mod slip;
#[cfg(feature = "yaml")]
mod yaml;

#[cfg(feature = "tools")]
pub(crate) use clauses::{parse_id, place_in_text};
pub(crate) use head::parse_date;
pub use issue::Issue;
#[cfg(feature = "tools")]
pub(crate) use model::Matter;
pub(crate) use model::{
    Clause, ClauseId, Definition, InForce, Layer, Limit, OWN, Place, RoleEntry, RoleId, Severity, SignOption, Signing,
    StandingIn, Step, Substitute, Words,
};
#[cfg(test)]
pub(crate) use model::{DeclaredConflict, DeclaredGap, Higher, Yield};
#[cfg(feature = "tools")]
pub use schema::{Dialect, schema};

use crate::short::CollectVec;
use crate::situation::Space;
use crate::tree::Node;
use crate::vocabulary::IMPLIED_MATTERS;
use condition::Terms;
use effects::Effects;
use reader::{At, Faults};

/// `$schema` is for editors; nothing here reads it.
const KEYS: [&str; 19] = [
    "格式",
    "标识",
    "名称",
    "机关",
    "层级",
    "文号",
    "所据",
    "施行",
    "职务",
    "自定职务",
    "会议",
    "机关名称",
    "事项",
    "条款",
    "不编",
    "未规定",
    "冲突",
    "案例",
    "$schema",
];

/// A rulebook in the text format as JSON text, its form at run time. Only the syntax is checked.
///
/// # Errors
/// The place at which the text is no YAML (or JSON).
#[cfg(feature = "yaml")]
pub fn text_to_json(text: &str) -> Result<String, Vec<Issue>> {
    let node = yaml::tree(text).map_err(|issue| vec![*issue])?;
    serde_json::to_string(&node).map_err(|error| vec![Issue::syntax(error.to_string())])
}

/// Reads a rulebook from its text: YAML or JSON, or JSON alone without the feature `yaml`. Texts on which it may stand
/// (所据) are given likewise.
pub(crate) fn from_text(text: &str, bases: &[&str]) -> Result<Definition, Vec<Issue>> {
    let mut given = Vec::new();
    for base in bases {
        #[allow(unused_mut, reason = "places are known in YAML alone")]
        let mut base = tree(base).map_err(|issue| vec![Issue { path: "/所据/规则".to_owned(), ..*issue }])?;
        #[cfg(feature = "yaml")]
        base.forget_places();
        given.push(base);
    }
    from_tree(&tree(text).map_err(|issue| vec![*issue])?, &given)
}

#[cfg(feature = "yaml")]
use yaml::tree;

/// Faults of JSON name the path; only where it is no JSON at all is the place known.
#[cfg(not(feature = "yaml"))]
fn tree(text: &str) -> Result<Node, Box<Issue>> {
    crate::tree::read_json(text).map_err(|error| {
        Box::new(Issue {
            line: u32::try_from(error.line()).ok(),
            column: u32::try_from(error.column()).ok(),
            ..Issue::syntax("不是合法的JSON".to_owned())
        })
    })
}

fn from_tree(node: &Node, given: &[Node]) -> Result<Definition, Vec<Issue>> {
    let mut faults = Faults::default();
    let root = At::root(node);
    let bases = layers::bases(&root, given, &mut faults);
    let mut texts = vec![&root];
    for base in &bases {
        texts.push(&base.at);
    }
    let space = space_of(&texts);
    let mut definition = read(&root, space, &mut faults);
    for text in texts.iter().rev() {
        definition.digest = canonical::digest(text.node, &definition.digest);
    }
    for base in bases {
        let first = faults.issues.len();
        let mut text = read(&base.at, std::mem::take(&mut definition.space), &mut faults);
        definition.space = std::mem::take(&mut text.space);
        base.name_faults(first, &mut faults);
        base.join(text, &mut definition);
    }
    if faults.issues.is_empty() { Ok(definition) } else { Err(faults.issues) }
}

/// One text over a space that has all that it names.
fn read(at: &At<'_>, space: Space, faults: &mut Faults) -> Definition {
    at.only(&KEYS, faults);
    head::check_format(at, faults);
    let matters = head::matters(at, faults);
    let roles = head::roles(at, faults);
    let meetings = head::meetings(at, faults);
    let effects = Effects { terms: Terms { space: &space, meetings: &meetings }, roles: &roles };
    let clauses = clauses::clauses(at, &effects, faults);
    Definition {
        id: head::id(at, faults),
        digest: String::new(),
        title: at.need_text("名称", faults),
        government: at.need_text("机关", faults),
        in_force: head::in_force(at, faults),
        names: head::names(at, faults),
        omissions: head::omissions(at, faults),
        #[cfg(feature = "tools")]
        gaps: declared::gaps(at, &effects.terms, faults),
        #[cfg(feature = "tools")]
        conflicts: declared::conflicts(at, &clauses, faults),
        #[cfg(feature = "tools")]
        cases: declared::cases(at, faults),
        #[cfg(feature = "tools")]
        declared: matters.len(),
        roles,
        meetings,
        matters,
        clauses,
        higher: Vec::new(),
        space,
    }
}

/// The space of these texts: the matters of each that none before it declares, then those that imply a declared one: a
/// draft may state these as well.
fn space_of(texts: &[&At<'_>]) -> Space {
    let (mut matters, mut thresholds): (Vec<String>, _) = (Vec::new(), Vec::new());
    for at in texts {
        // Their faults are told where the text is read.
        let above = matters.len();
        for matter in &head::matters(at, &mut Faults::default()) {
            if !matters.iter().take(above).any(|it| *it == matter.name) {
                matters.push(matter.name.clone());
            }
        }
        condition::thresholds(at.node, &mut thresholds);
    }
    let declared = |name: &str| matters.iter().any(|matter| matter == name);
    let mut implying: Vec<String> = IMPLIED_MATTERS
        .iter()
        .filter(|(special, general)| declared(general) && !declared(special))
        .map(|(special, _)| (*special).to_owned())
        .collect_vec();
    matters.append(&mut implying);
    Space::new(matters, thresholds)
}
