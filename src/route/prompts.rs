//! How a clerk is asked for a fact.

use crate::rulebook::Definition;
use crate::situation::{FactId, fixed};

/// The question for a fact: in the rulebook's words for its matters, in plain words for the shared facts.
pub(crate) fn prompt(fact: FactId, definition: &Definition) -> String {
    let Some(it) = definition.space.fact(fact) else { return String::new() };
    if fact >= fixed::MATTERS {
        let own = definition.matters.get(usize::from(fact - fixed::MATTERS));
        return own.map_or_else(|| format!("是否属于{}？", it.label), |matter| matter.prompt.clone());
    }
    match fact {
        fixed::ISSUER => "以谁的名义发文？".to_owned(),
        fixed::DOC_TYPE => "用什么文种？".to_owned(),
        fixed::MINUTES_OF => "纪要记的是什么会议？".to_owned(),
        fixed::DIRECTION => "行文方向是上行、平行还是下行？".to_owned(),
        fixed::SEVERAL => "主送的是否不止一个机关？".to_owned(),
        fixed::DECIDED_BY => "已经何会议决定？".to_owned(),
        fixed::PORTFOLIOS => "内容涉及一位还是多位政府领导分管？".to_owned(),
        fixed::CHAIRED_BY => "会议由谁主持？".to_owned(),
        fixed::CHAIR_DELEGATED => "是否受委托主持？".to_owned(),
        fixed::CONSENSUS => "部门之间协商结果如何？".to_owned(),
        fixed::OTHER_DEPARTMENTS => "是否涉及其他部门？".to_owned(),
        fixed::SECRECY => "密级是什么？".to_owned(),
        fixed::URGENCY => "紧急程度如何？".to_owned(),
        fixed::VALID_YEARS => "有效期多少年？".to_owned(),
        _ if fact >= fixed::COPIES => format!("抄送机关中有没有{}？", kind(&it.name)),
        _ => format!("主送机关中有没有{}？", kind(&it.name)),
    }
}

/// The kind in `addressees.上级政府`.
fn kind(name: &str) -> &str {
    name.split_once('.').map_or(name, |(_, kind)| kind)
}
