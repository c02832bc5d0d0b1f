//! Acts, modalities and choices: the small words of a signature, kept as the text has them.

use serde::Serialize;

/// An enumeration whose variants are written in the field's own terms.
macro_rules! terms {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $term:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $term)] $variant),+
        }

        impl $name {
            /// All of them, in the order in which the contract lists them.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The term as the texts write it.
            #[must_use]
            pub const fn term(self) -> &'static str {
                match self { $($name::$variant => $term),+ }
            }

            /// The value for a term.
            #[must_use]
            pub fn from_term(term: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.term() == term)
            }
        }
    };
}
pub(crate) use terms;

terms! {
    /// The text's own word for what the signer does.
    Act {
        /// 签发
        Issue = "签发",
        /// 审签
        ReviewAndSign = "审签",
        /// 签署
        Sign = "签署",
        /// 审定签发
        ApproveAndIssue = "审定签发",
        /// 审定
        Approve = "审定",
        /// 签订
        Conclude = "签订",
        /// 批准
        Ratify = "批准",
        /// 同意
        Agree = "同意",
        /// 批印
        ReleaseForPrint = "批印",
    }
}

terms! {
    /// How binding the words are.
    Modality {
        /// 须
        Must = "须",
        /// 一般
        Generally = "一般",
        /// 原则上
        InPrinciple = "原则上",
        /// 可
        May = "可",
        /// 经授权, 委托
        Authorised = "经授权",
        /// 必要时
        IfNecessary = "必要时",
        /// 核报: referred upward for checking and signing
        Referred = "核报",
    }
}

impl Modality {
    /// The most binding first.
    pub(crate) const BY_FORCE: [Modality; 7] = [
        Modality::Must,
        Modality::Generally,
        Modality::InPrinciple,
        Modality::Referred,
        Modality::Authorised,
        Modality::May,
        Modality::IfNecessary,
    ];

    /// The more binding of two.
    pub(crate) fn stronger(self, other: Self) -> Self {
        Self::BY_FORCE.into_iter().find(|it| *it == self || *it == other).unwrap_or(self)
    }

    /// How much a grant in these words gives, weaker grants later; `None` where the words grant nothing by
    /// themselves (必要时, 可). 核报 leads: beside a plain 须 it adds no condition.
    pub(crate) const fn weakness(self) -> Option<u8> {
        match self {
            Modality::Referred => Some(0),
            Modality::Must => Some(1),
            Modality::Generally => Some(2),
            Modality::InPrinciple => Some(3),
            Modality::Authorised => Some(4),
            Modality::May | Modality::IfNecessary => None,
        }
    }
}

/// Whether one of several signers suffices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// 或
    One,
    /// 和
    All,
    /// The words can be read both ways.
    Unclear,
}

impl Choice {
    /// The value for a rulebook's word.
    #[must_use]
    pub fn from_term(term: &str) -> Option<Self> {
        match term {
            "一人" => Some(Choice::One),
            "全部" => Some(Choice::All),
            "不明" => Some(Choice::Unclear),
            _ => None,
        }
    }
}
