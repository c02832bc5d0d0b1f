//! Whose name stands before a title (发文名义), seen from a rulebook's own government.
//!
//! Knows how governments, their offices and departments are called. What it cannot place for sure it does not place: 税务局 and 气象局
//! are no departments of a county, and of an office of two nobody can say which it is.

use super::people::People;
use super::text::Text;
use crate::rulebook::Definition;
use crate::short::CollectVec;
use crate::vocabulary::ADDRESSEE_KINDS;

/// Units of other hands: led from above, or of the party.
const NOT_OURS: [&str; 13] =
    ["税务", "气象", "烟草", "邮政", "海关", "调查", "海事", "铁路", "老干部", "档案", "保密", "信访", "国家"];
/// Departments that are no 局.
const COMMISSIONS: [&str; 5] =
    ["发展和改革委员会", "卫生健康委员会", "发展改革委", "卫生健康委", "国有资产监督管理委员会"];
/// Bodies for coordination.
const COORDINATION: [&str; 5] = ["领导小组", "指挥部", "联席会议", "安全生产委员会", "减灾委员会"];

/// What a government calls itself.
pub(super) struct Own<'a> {
    definition: &'a Definition,
    /// 宜昌市伍家岗区, 伍家岗区, 区: as the full name, as its last part, as its level.
    names: [&'a str; 3],
}

impl<'a> Own<'a> {
    /// Nothing where the rulebook is no government's.
    pub(super) fn new(definition: &'a Definition) -> Option<Self> {
        let place = definition.government.strip_suffix("人民政府")?;
        let (level, letter) = place.char_indices().next_back()?;
        let above = place.get(..level)?.rfind(['省', '市', '州', '盟', '区']).map_or(0, |at| at + letter.len_utf8());
        Some(Self { definition, names: [place, place.get(above..)?, place.get(level..)?] })
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
        let bare = name.strip_prefix("中共").or_else(|| name.strip_prefix("中国共产党")).unwrap_or(name);
        matches!(self.behind_place(bare), Some("委" | "委员会")) || self.kind(name) == Some("本级党委")
    }

    /// 县委 and 县政府 written without anything between them.
    fn is_party_and_government(&self, name: &str) -> bool {
        name.char_indices().any(|(at, _)| {
            name.split_at_checked(at).is_some_and(|(party, rest)| self.is_party(party) && self.is_government(rest))
        })
    }

    /// The 发文名义 of what stands before a title.
    pub(super) fn issuer(&self, names: &[&str], people: &People<'_>) -> Option<&'static str> {
        let kinds: Vec<Option<&'static str>> = names.iter().map(|it| self.one(it, people)).collect_vec();
        match (names, kinds.as_slice()) {
            ([name], _) if self.is_party_and_government(name) => Some("党政联合"),
            ([party, _], [_, Some("政府")]) if self.is_party(party) => Some("党政联合"),
            ([_], [kind]) => *kind,
            (_, kinds) => kinds.iter().all(|it| *it == Some("部门")).then_some("部门联合"),
        }
    }

    fn one(&self, name: &str, people: &People<'_>) -> Option<&'static str> {
        if name.contains(['、', ',']) {
            return None;
        }
        if self.is_government(name) {
            return Some("政府");
        }
        for office in ["办公室", "办公厅", "办"] {
            if name.strip_suffix(office).is_some_and(|it| self.is_government(it)) {
                return Some("政府办公室");
            }
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
        let ends = |endings: &[&str]| endings.iter().any(|it| name.ends_with(it));
        let rest = match self.behind_place(name) {
            Some(rest) if rest.starts_with('委') || NOT_OURS.iter().any(|it| rest.contains(it)) => return None,
            Some(rest) if is_several(rest, self.names) => return None,
            Some(_) if ends(&["局"]) || ends(&COMMISSIONS) => return Some("部门"),
            Some(_) if ends(&COORDINATION) => return Some("议事协调机构"),
            rest => rest.unwrap_or(name),
        };
        // A city's towns are its counties'; a town that names another county is another county's.
        let ours = matches!(self.names, [.., "县" | "区"]);
        let towns = [("镇人民政府", "下级政府"), ("乡人民政府", "下级政府"), ("街道办事处", "派出机构")];
        let (town, kind) = towns.iter().find_map(|(ending, kind)| Some((rest.strip_suffix(ending)?, *kind)))?;
        let town = town.strip_prefix("人民政府").unwrap_or(town);
        (ours && !town.contains(['省', '市', '县', '区', '州', '旗', '镇', '乡', '委', '府', '局', '办']))
            .then_some(kind)
    }
}

/// Whether what stands behind a place names a second institution: 财政局县水利局.
fn is_several(rest: &str, [.., level]: [&str; 3]) -> bool {
    let mut others = rest.trim_start_matches("市场").chars();
    others.next_back();
    let others = others.as_str();
    others.contains('局') || others.contains(level) || (others.contains("委员会") && rest.ends_with('局'))
}

/// The names of the issuers: one that is known as a whole, however it is spaced; else what stands between 顿号 and commas, or
/// spaces and line breaks.
pub(super) fn names<'a>(issuer: &'a str, text: &Text<'_>, own: Option<&Own<'_>>, people: &People<'_>) -> Vec<&'a str> {
    if people.department(issuer, own).is_some() || own.is_some_and(|it| it.one(issuer, people).is_some()) {
        return vec![issuer];
    }
    let mut names = Vec::new();
    let mut rest = issuer;
    for (at, letter) in issuer.char_indices() {
        let Some(here) = issuer.get(at..) else { continue };
        let is_mark = matches!(letter, '、' | ',');
        if is_mark || (at > 0 && text.is_apart(here)) {
            let name = rest.get(..rest.len() - here.len()).unwrap_or_default();
            if !name.is_empty() {
                names.push(name);
            }
            rest = if is_mark { here.get(letter.len_utf8()..).unwrap_or_default() } else { here };
        }
    }
    names.push(rest);
    names
}
