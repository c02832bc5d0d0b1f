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
mod model;
mod reader;
#[cfg(feature = "tools")]
mod schema;
#[cfg(feature = "yaml")]
mod yaml;

#[cfg(feature = "tools")]
pub(crate) use clauses::{parse_id, place_in_text};
pub(crate) use head::parse_date;
pub use issue::Issue;
pub(crate) use model::{
    Clause, ClauseId, Definition, Limit, Matter, Place, RoleEntry, RoleId, Severity, SignOption, Signing, StandingIn,
    Step, Words,
};
#[cfg(test)]
pub(crate) use model::{DeclaredConflict, DeclaredGap, Yield};
#[cfg(feature = "tools")]
pub use schema::{Dialect, schema};

use crate::situation::Space;
use crate::tree::Node;
use crate::vocabulary::IMPLIED_MATTERS;
use condition::Terms;
use effects::Effects;
use reader::{At, Faults};

/// `$schema` is for editors; nothing here reads it.
const KEYS: [&str; 18] = [
    "格式",
    "标识",
    "名称",
    "机关",
    "层级",
    "文号",
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

/// Reads a rulebook from its text: YAML or JSON, or JSON alone without the feature `yaml`.
pub(crate) fn from_text(text: &str) -> Result<Definition, Vec<Issue>> {
    #[cfg(feature = "yaml")]
    let tree = yaml::tree(text);
    #[cfg(not(feature = "yaml"))]
    let tree = json(text);
    from_tree(&tree.map_err(|issue| vec![*issue])?)
}

/// Faults of JSON name the path; only where it is no JSON at all is the place known.
#[cfg(not(feature = "yaml"))]
fn json(text: &str) -> Result<Node, Box<Issue>> {
    crate::tree::read_json(text).map_err(|error| {
        Box::new(Issue {
            line: u32::try_from(error.line()).ok(),
            column: u32::try_from(error.column()).ok(),
            ..Issue::syntax("不是合法的JSON".to_owned())
        })
    })
}

fn from_tree(node: &Node) -> Result<Definition, Vec<Issue>> {
    let mut faults = Faults::default();
    let at = At::root(node);
    at.only(&KEYS, &mut faults);
    head::check_format(&at, &mut faults);
    let matters = head::matters(&at, &mut faults);
    let mut thresholds = Vec::new();
    condition::thresholds(node, &mut thresholds);
    let space = Space::new(names_of(&matters), thresholds);
    let roles = head::roles(&at, &mut faults);
    let meetings = head::meetings(&at, &mut faults);
    let effects = Effects { terms: Terms { space: &space, meetings: &meetings }, roles: &roles };
    let clauses = clauses::clauses(&at, &effects, &mut faults);
    let definition = Definition {
        id: head::id(&at, &mut faults),
        digest: canonical::digest(node),
        title: at.need_text("名称", &mut faults),
        government: at.need_text("机关", &mut faults),
        in_force: head::in_force(&at, &mut faults),
        names: head::names(&at, &mut faults),
        omissions: head::omissions(&at, &mut faults),
        #[cfg(feature = "tools")]
        gaps: declared::gaps(&at, &effects.terms, &mut faults),
        #[cfg(feature = "tools")]
        conflicts: declared::conflicts(&at, &clauses, &mut faults),
        #[cfg(feature = "tools")]
        cases: declared::cases(&at, &mut faults),
        roles,
        meetings,
        matters,
        clauses,
        space,
    };
    if faults.issues.is_empty() { Ok(definition) } else { Err(faults.issues) }
}

/// The declared matters, then those that imply a declared one: a draft may state these as well.
fn names_of(matters: &[Matter]) -> Vec<String> {
    let declared = |name: &str| matters.iter().any(|matter| matter.name == name);
    let implying = IMPLIED_MATTERS
        .iter()
        .filter(|(special, general)| declared(general) && !declared(special))
        .map(|(special, _)| (*special).to_owned());
    matters.iter().map(|matter| matter.name.clone()).chain(implying).collect()
}
