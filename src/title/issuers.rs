//! Whose name stands before a title (发文名义), seen from a rulebook's own government.
//!
//! Knows how governments, their offices and departments are called. What it cannot place for sure it does not place: 税务局 and 气象局
//! are no departments of a county, and of an office of two nobody can say which it is.

use super::people::People;
use super::text::{Text, before, begins, behind, ends, from, says, split, until};
use crate::rulebook::Definition;
use crate::short::is_of;
use crate::vocabulary::ADDRESSEE_KINDS;

/// Units of other hands: led from above, or of the party.
const NOT_OURS: &str = "税务 气象 烟草 邮政 海关 调查 海事 铁路 老干部 档案 保密 信访 国家";
/// Departments: 局, and the commissions.
const DEPARTMENTS: &str = "局 发展和改革委员会 卫生健康委员会 发展改革委 卫生健康委 国有资产监督管理委员会";
/// Bodies for coordination.
const COORDINATION: &str = "领导小组 指挥部 联席会议 安全生产委员会 减灾委员会";

/// What a government calls itself.
pub(super) struct Own<'a> {
    definition: &'a Definition,
    /// 宜昌市伍家岗区, 伍家岗区, 区: as the full name, as its last part, as its level.
    names: [&'a str; 3],
}

impl<'a> Own<'a> {
    /// Nothing where the rulebook is no government's.
    pub(super) fn new(definition: &'a Definition) -> Option<Self> {
        let place = definition.government.strip_suffix("人民政府").filter(|it| !it.is_empty())?;
        let (mut last, mut level) = (place, place);
        for (at, letter) in place.char_indices() {
            level = from(place, at);
            let behind = from(level, letter.len_utf8());
            if !behind.is_empty() && is_of("省市州盟区", letter) {
                last = behind;
            }
        }
        Some(Self { definition, names: [place, last, level] })
    }

    /// What is left of a name behind the place: 财政局 of 沂源县财政局 and of 县财政局.
    pub(super) fn behind_place<'b>(&self, name: &'b str) -> Option<&'b str> {
        self.names.iter().find_map(|place| name.strip_prefix(place))
    }

    pub(super) fn is_government(&self, name: &str) -> bool {
        matches!(self.behind_place(name), Some("人民政府" | "政府")) || self.kind(name) == Some("本级政府")
    }

    /// Its kind as an addressee, where the rulebook has the name.
    fn kind(&self, name: &str) -> Option<&'static str> {
        let (_, kind) = self.definition.names.iter().find(|(it, _)| it == name)?;
        ADDRESSEE_KINDS.get(*kind).copied()
    }

    fn is_party(&self, name: &str) -> bool {
        let bare = behind(name, "中共 中国共产党").unwrap_or(name);
        matches!(self.behind_place(bare), Some("委" | "委员会")) || self.kind(name) == Some("本级党委")
    }

    /// 县委 and 县政府 written without anything between them.
    fn is_party_and_government(&self, name: &str) -> bool {
        name.char_indices().any(|(at, _)| {
            let (party, rest) = split(name, at);
            self.is_party(party) && self.is_government(rest)
        })
    }

    /// The 发文名义 of what stands before a title.
    pub(super) fn issuer(&self, names: &[&str], people: People<'_>) -> Option<&'static str> {
        match names {
            [name] if self.is_party_and_government(name) => Some("党政联合"),
            [name] => self.one(name, people),
            [party, other] if self.is_party(party) && self.one(other, people) == Some("政府") => Some("党政联合"),
            _ => names.iter().all(|it| self.one(it, people) == Some("部门")).then_some("部门联合"),
        }
    }

    fn one(&self, name: &str, people: People<'_>) -> Option<&'static str> {
        if says(name, "、 ,") {
            return None;
        }
        if self.is_government(name) {
            return Some("政府");
        }
        if before(name, "办公室 办公厅 办").is_some_and(|it| self.is_government(it)) {
            return Some("政府办公室");
        }
        match self.kind(name) {
            Some("下级政府") => return Some("下级政府"),
            Some("本级部门") => return Some("部门"),
            Some(_) => return None,
            None => {}
        }
        if people.department(name, Some(self)).is_some() {
            return Some("部门");
        }
        let rest = match self.behind_place(name) {
            Some(rest) if begins(rest, "委") || says(rest, NOT_OURS) || self.is_several(rest) => return None,
            Some(_) if ends(name, DEPARTMENTS) => return Some("部门"),
            Some(_) if ends(name, COORDINATION) => return Some("议事协调机构"),
            rest => rest.unwrap_or(name),
        };
        let (town, kind) = match before(rest, "镇人民政府 乡人民政府") {
            Some(town) => (town, "下级政府"),
            None => (rest.strip_suffix("街道办事处")?, "派出机构"),
        };
        // A city's towns are its counties'; a town that names another county is another county's.
        let town = behind(town, "人民政府").unwrap_or(town);
        let ours = matches!(self.names, [.., "县" | "区"]) && !says(town, "省 市 县 区 州 旗 镇 乡 委 府 局 办");
        ours.then_some(kind)
    }

    /// Whether what stands behind a place names a second institution: 财政局县水利局.
    fn is_several(&self, rest: &str) -> bool {
        let [.., level] = self.names;
        let mut others = behind(rest, "市场").unwrap_or(rest).chars();
        others.next_back();
        let others = others.as_str();
        says(others, "局") || says(others, level) || (says(others, "委员会") && ends(rest, "局"))
    }
}

/// The names of the issuers: one that is known as a whole, however it is spaced; else what stands between 顿号 and commas, or
/// spaces and line breaks.
pub(super) fn names<'a>(issuer: &'a str, text: &Text<'_>, own: Option<&Own<'_>>, people: People<'_>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut rest = issuer;
    if people.department(issuer, own).is_none() && own.is_none_or(|it| it.one(issuer, people).is_none()) {
        for (at, letter) in issuer.char_indices() {
            let here = from(issuer, at);
            let is_comma = matches!(letter, '、' | ',');
            if is_comma || (at > 0 && text.is_apart(here)) {
                let name = until(rest, rest.len() - here.len());
                if !name.is_empty() {
                    names.push(name);
                }
                rest = if is_comma { from(here, letter.len_utf8()) } else { here };
            }
        }
    }
    names.push(rest);
    names
}
