//! What is wrong with the input itself. Such findings rest on no clause.

/// A fault of a draft or of the options beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InputFinding {
    /// Stable: `not-a-draft`, `unknown-field`, `wrong-type`, `wrong-value`, `unknown-name`, `contradiction`,
    /// `wrong-option`, `wrong-calendar`.
    pub(crate) code: &'static str,
    /// For the clerk.
    pub(crate) message: String,
    /// JSON Pointer into the draft.
    pub(crate) path: String,
    /// Whether nothing is wrong: it is merely asked about.
    pub(crate) mild: bool,
}

impl InputFinding {
    pub(crate) fn error(code: &'static str, path: impl Into<String>, message: String) -> Self {
        Self { code, message, path: path.into(), mild: false }
    }
}
