//! Our words in the traditional script, which some texts write.

/// Letters of the traditional script that stand in our words, and under the same places the simplified ones.
const TRADITIONAL: &str = "關於發轉請報復覆議決會紀縣區鎮鄉辦黨務員廳長規則實細試聯協專題廢頒補緊見約聞紹組織導領責監與處項為調職號創場產業單機構編設張來條應對準書徵開審簽訂";
const SIMPLIFIED: &str = "关于发转请报复复议决会纪县区镇乡办党务员厅长规则实细试联协专题废颁补紧见约闻绍组织导领责监与处项为调职号创场产业单机构编设张来条应对准书征开审签订";

/// The simplified letter for one that stands in our words.
pub(crate) fn simplified(letter: char) -> char {
    let mut pairs = TRADITIONAL.chars().zip(SIMPLIFIED.chars());
    pairs.find(|(it, _)| *it == letter).map_or(letter, |(_, simple)| simple)
}
