//! What is wrong with a rulebook: a stable code, the place, what was expected.

use serde::Serialize;
use std::fmt;

/// One fault of a rulebook. All faults are reported at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    /// Stable: `syntax`, `wrong-type`, `missing-key`, `unknown-key`, `unknown-term`, `bad-value`, `duplicate-id`,
    /// `duplicate-title`, `unknown-clause`, `cycle`, `empty-condition`, `no-effect`, `missing-quote`, `missing-base`; of
    /// several versions, `different-id`, `overlapping-versions`.
    pub code: &'static str,
    /// What is wrong, for the author.
    pub message: String,
    /// The id of the clause, where the fault lies in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// JSON Pointer to the place.
    pub path: String,
    /// Line in the file, from 1; only when the rulebook was loaded from text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column in characters, from 1; only when the rulebook was loaded from text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// What was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// The term probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

impl Issue {
    /// The text cannot be read at all.
    pub(crate) fn syntax(message: String) -> Self {
        Self {
            code: "syntax",
            message,
            clause: None,
            path: String::new(),
            line: None,
            column: None,
            expected: None,
            suggestion: None,
        }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "第{line}行第{column}列")?,
            _ => write!(f, "{}", if self.path.is_empty() { "/" } else { &self.path })?,
        }
        if let Some(clause) = &self.clause {
            write!(f, "，条款`{clause}`")?;
        }
        write!(f, "：{}", self.message)?;
        if let Some(expected) = &self.expected {
            write!(f, "；应为{expected}")?;
        }
        if let Some(suggestion) = &self.suggestion {
            write!(f, "；是否想写`{suggestion}`")?;
        }
        write!(f, " [{}]", self.code)
    }
}
