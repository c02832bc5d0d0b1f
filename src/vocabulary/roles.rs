//! Roles: who may act. Codes go out to callers; terms are what rulebooks write.

/// A shared role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// The stable code, as it stands in a route.
    pub code: &'static str,
    /// The term that a rulebook uses for it.
    pub term: &'static str,
}

/// Every shared role. A rulebook may declare others.
pub const ROLES: [Role; 20] = [
    Role { code: "head", term: "行政首长" },
    Role { code: "executive_deputy", term: "常务副职" },
    Role { code: "deputy_in_charge", term: "分管领导" },
    Role { code: "other_deputies", term: "其他分管领导" },
    Role { code: "any_deputy", term: "任一副职" },
    Role { code: "legal_deputy", term: "法制副职" },
    Role { code: "secretary_general", term: "秘书长" },
    Role { code: "deputy_secretary_general", term: "副秘书长" },
    Role { code: "office_director", term: "办公室主任" },
    Role { code: "office_deputy_director", term: "办公室副主任" },
    Role { code: "office", term: "办公室" },
    Role { code: "legal_office", term: "合法性审查机构" },
    Role { code: "lead_department_head", term: "主办部门负责人" },
    Role { code: "other_department_heads", term: "有关部门主要负责人" },
    Role { code: "other_department_officials", term: "有关部门负责人" },
    Role { code: "assistant", term: "行政首长助理" },
    Role { code: "sending_unit_head", term: "报送单位负责人" },
    Role { code: "delegator", term: "委托人" },
    Role { code: "party_group_member", term: "党组成员" },
    Role { code: "government", term: "本级政府" },
];

/// The role with this term.
pub(crate) fn role_of_term(term: &str) -> Option<Role> {
    ROLES.into_iter().find(|role| role.term == term)
}

impl Role {
    /// Whether `narrow` is one of those whom the role `wide` means: 任一副职 includes each particular deputy.
    #[must_use]
    pub fn includes(wide: &str, narrow: &str) -> bool {
        wide == narrow
            || (wide == "any_deputy"
                && matches!(narrow, "executive_deputy" | "deputy_in_charge" | "other_deputies" | "legal_deputy"))
    }
}
