//! How a case's faults call things: by the words of the text, not by codes.

use crate::rulebook::RoleEntry;
use crate::vocabulary::ROLES;

/// Every status of a route, with what it says.
pub(super) const STATUSES: [(&str, &str); 5] = [
    ("determined", "可以确定"),
    ("open", "尚未确定"),
    ("conflict", "规则冲突"),
    ("silent", "未规定"),
    ("elsewhere", "另有规定"),
];

/// How grave a finding is.
const SEVERITIES: [(&str, &str); 3] = [("error", "错误"), ("warning", "警告"), ("info", "提示")];

/// Whether this is the code of a status.
pub(super) fn is_status(word: &str) -> bool {
    STATUSES.iter().any(|(code, _)| *code == word)
}

/// A status in words, with its code.
pub(super) fn status(code: &str) -> String {
    with_code(&STATUSES, code)
}

/// A severity in words, with its code.
pub(super) fn severity(code: &str) -> String {
    with_code(&SEVERITIES, code)
}

fn with_code(words: &[(&str, &str)], code: &str) -> String {
    let word = words.iter().find(|(it, _)| *it == code).map_or("", |(_, word)| word);
    format!("{word}（{code}）")
}

/// The roles of a rulebook: the shared ones and its own.
#[derive(Clone, Copy)]
pub(super) struct Roles<'a>(pub(super) &'a [RoleEntry]);

impl<'a> Roles<'a> {
    /// Whether this is the code of a role.
    pub(super) fn know(self, code: &str) -> bool {
        self.0.iter().any(|it| it.code == code)
    }

    /// The shared term; of the rulebook's own roles, their title.
    pub(super) fn term(self, code: &str) -> String {
        ROLES.iter().find(|it| it.code == code).map_or_else(|| self.title(code), |it| it.term.to_owned())
    }

    /// What the role is called here.
    pub(super) fn title(self, code: &str) -> String {
        self.0.iter().find(|it| it.code == code).map_or_else(|| format!("（{code}）"), |it| it.title.clone())
    }

    /// Everything by which an author may call a role, with the code that is meant.
    pub(super) fn names(self) -> Vec<(&'a str, &'a str)> {
        let shared = ROLES.iter().map(|it| (it.term, it.code));
        let here = self.0.iter().flat_map(|it| [(it.code.as_str(), it.code.as_str()), (&it.title, &it.code)]);
        here.chain(shared).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Roles, severity, status};
    use crate::rulebook::RoleEntry;

    #[test]
    fn statuses_and_severities_are_told_with_their_code() {
        assert_eq!(status("determined"), "可以确定（determined）");
        assert_eq!(status("elsewhere"), "另有规定（elsewhere）");
        assert_eq!(severity("warning"), "警告（warning）");
    }

    #[test]
    fn roles_have_a_term_and_a_title() {
        let entry = |code: &str, title: &str| RoleEntry { code: code.to_owned(), title: title.to_owned() };
        let entries = [entry("head", "县长"), entry("organ_head", "部门主要负责人")];
        let roles = Roles(&entries);
        assert_eq!((roles.term("head"), roles.title("head")), ("行政首长".to_owned(), "县长".to_owned()));
        assert_eq!(roles.term("organ_head"), "部门主要负责人");
        assert_eq!(roles.term("nobody"), "（nobody）");
        assert!(roles.know("organ_head") && !roles.know("nobody"));
    }
}
