//! The clauses of a rulebook, and which gives way to which.

use super::effects::{Effects, note};
use super::model::{Clause, ClauseId, OWN, Signing, Words, Yield};
use super::reader::{At, Faults};
use crate::short::{CollectVec, joined, sort_by_key};
use crate::situation::Region;

const KEYS: [&str; 18] = [
    "编号",
    "条文",
    "原文",
    "适用",
    "除外",
    "分管含",
    "让位于",
    "全部让位于",
    "用语优先于",
    "增列",
    "解释",
    "签发",
    "另有规定",
    "步骤",
    "检查",
    "代行",
    "圈阅",
    "注",
];

/// A clause as read, its references not yet resolved.
struct Draft<'a> {
    at: At<'a>,
    clause: Clause,
}

/// All clauses, in the order of the text.
pub(crate) fn clauses(at: &At<'_>, effects: &Effects<'_>, faults: &mut Faults) -> Vec<Clause> {
    at.need("条款", faults);
    let mut drafts: Vec<Draft<'_>> = at.list("条款").into_iter().map(|it| clause(it, effects, faults)).collect_vec();
    sort_by_key(&mut drafts, |draft| place_in_text(&draft.clause.words.clause));
    check_ids(&drafts, faults);
    let ids: Vec<String> = drafts.iter().map(|draft| draft.clause.words.clause.clone()).collect_vec();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect_vec();
    let references: Vec<_> = drafts
        .iter()
        .map(|draft| {
            faults.clause = Some(draft.clause.words.clause.clone());
            let mut yields = give_way(&draft.at, "让位于", false, &ids, faults);
            yields.append(&mut give_way(&draft.at, "全部让位于", true, &ids, faults));
            let before: Vec<ClauseId> = draft
                .at
                .list("用语优先于")
                .iter()
                .filter_map(|it| it.text(faults).and_then(|id| resolve(id, it, &ids, faults)))
                .collect_vec();
            (yields, before)
        })
        .collect_vec();
    for (draft, (yields, before)) in drafts.iter_mut().zip(references) {
        draft.clause.yields = yields;
        draft.clause.act_before = before;
    }
    report_cycles(&drafts, faults);
    faults.clause = None;
    drafts.into_iter().map(|draft| draft.clause).collect_vec()
}

fn clause<'a>(at: At<'a>, effects: &Effects<'_>, faults: &mut Faults) -> Draft<'a> {
    faults.clause = at.node.get("编号").and_then(|it| it.scalar()).map(str::to_owned);
    at.only(&KEYS, faults);
    let clause = Clause {
        layer: OWN,
        words: words(&at, faults),
        applies: applies(&at, effects, faults),
        except: at.get("除外").map(|it| effects.terms.condition(&it, faults)).unwrap_or_default(),
        in_charge: at.list("分管含").iter().filter_map(|it| effects.role(it, faults)).collect_vec(),
        yields: Vec::new(),
        act_before: Vec::new(),
        adds: at.flag("增列", faults),
        signing: effects.signing(&at, faults),
        steps: effects.steps(&at, faults),
        checks: effects.checks(&at, faults),
        standing_in: effects.standing_in(&at, faults),
        circled: at.get_text("圈阅", faults),
        note: note(&at, faults),
    };
    if !["签发", "另有规定", "步骤", "检查", "代行", "圈阅", "注"].iter().any(|key| at.get(key).is_some())
    {
        faults.report("no-effect", &at, "条款什么也不要求：须有签发、另有规定、步骤、检查、代行、圈阅或注".to_owned());
    }
    if clause.adds && !matches!(clause.signing, Some(Signing::Sign(_))) {
        faults.report("bad-value", &at, "“增列”只用于“签发”".to_owned());
    }
    Draft { at, clause }
}

/// When the clause applies. Rules about absence and about what a circled name means may leave it out: they hold for
/// every document.
fn applies(at: &At<'_>, effects: &Effects<'_>, faults: &mut Faults) -> Region {
    let bound_to_documents = ["签发", "另有规定", "步骤", "检查"].iter().any(|key| at.get(key).is_some());
    if at.get("适用").is_none() && !bound_to_documents {
        return Region::everything();
    }
    at.need("适用", faults).map(|it| effects.terms.condition(&it, faults)).unwrap_or_default()
}

fn words(at: &At<'_>, faults: &mut Faults) -> Words {
    let quote = match at.get("原文") {
        Some(quote) => quote.text(faults).unwrap_or_default().to_owned(),
        None => {
            faults.report("missing-quote", at, "缺少`原文`：每个条款须逐字引用所依据的文字".to_owned());
            String::new()
        }
    };
    Words {
        clause: at.need_text("编号", faults),
        cite: at.need_text("条文", faults),
        quote,
        interpretation: at.get_text("解释", faults),
    }
}

/// Article, paragraph, item, what is numbered within the item, letter.
type Place = (u32, u32, u32, u32, String);

/// Where an id such as `64p3`, `46-1a` or `51-1-2` stands; ids of another form come last.
pub(crate) fn place_in_text(id: &str) -> Place {
    parse_id(id).unwrap_or((u32::MAX, 0, 0, 0, id.to_owned()))
}

/// The same; `None` for an id of another form.
pub(crate) fn parse_id(id: &str) -> Option<Place> {
    let split = id.find(|it: char| !it.is_ascii_digit()).unwrap_or(id.len());
    let (article, mut rest) = id.split_at_checked(split)?;
    let mut number = |mark: char| -> Option<u32> {
        let Some(tail) = rest.strip_prefix(mark) else { return Some(0) };
        let end = tail.find(|it: char| !it.is_ascii_digit()).unwrap_or(tail.len());
        let (digits, after) = tail.split_at_checked(end)?;
        rest = after;
        digits.parse().ok()
    };
    let (paragraph, item, within) = (number('p')?, number('-')?, number('-')?);
    let letter_fits = rest.len() <= 1 && rest.chars().all(|it| it.is_ascii_lowercase());
    letter_fits.then_some(())?;
    Some((article.parse().ok()?, paragraph, item, within, rest.to_owned()))
}

fn check_ids(drafts: &[Draft<'_>], faults: &mut Faults) {
    for (index, draft) in drafts.iter().enumerate() {
        let id = &draft.clause.words.clause;
        if id.is_empty() {
            continue;
        }
        faults.clause = Some(id.clone());
        if parse_id(id).is_none()
            && let Some(issue) = faults.report("bad-value", &draft.at, format!("编号`{id}`不合格式"))
        {
            issue.expected = Some("条[p款][-项[-目]][字母]，如46-1、64p3、56-5b、51-1-2".to_owned());
        }
        if drafts.iter().take(index).any(|it| it.clause.words.clause == *id) {
            faults.report("duplicate-id", &draft.at, format!("编号`{id}`重复"));
        }
    }
}

pub(crate) fn resolve(id: &str, at: &At<'_>, ids: &[&str], faults: &mut Faults) -> Option<ClauseId> {
    let found = ids.iter().position(|it| *it == id);
    if found.is_none() {
        let suggestion = crate::vocabulary::nearest(id, ids).map(str::to_owned);
        if let Some(issue) = faults.report("unknown-clause", at, format!("没有编号为`{id}`的条款")) {
            issue.suggestion = suggestion;
        }
    }
    found
}

fn give_way(at: &At<'_>, key: &str, entirely: bool, ids: &[&str], faults: &mut Faults) -> Vec<Yield> {
    let mut yields = Vec::new();
    for item in at.list(key) {
        let (place, interpretation) = if item.node.scalar().is_some() {
            (Some(item.clone()), None)
        } else {
            item.only(&["条款", "解释"], faults);
            let why = item.need_text("解释", faults);
            (item.need("条款", faults), Some(why))
        };
        for place in place.iter().flat_map(At::items) {
            if let Some(to) = place.text(faults).and_then(|id| resolve(id, &place, ids, faults)) {
                yields.push(Yield { to, entirely, interpretation: interpretation.clone() });
            }
        }
    }
    yields
}

/// Giving way in a circle would leave nobody standing.
fn report_cycles(drafts: &[Draft<'_>], faults: &mut Faults) {
    let mut settled = vec![false; drafts.len()];
    for start in 0..drafts.len() {
        let mut path = Vec::new();
        follow(start, drafts, &mut path, &mut settled, faults);
    }
}

fn follow(at: ClauseId, drafts: &[Draft<'_>], path: &mut Vec<ClauseId>, settled: &mut [bool], faults: &mut Faults) {
    let name = |id: ClauseId| drafts.get(id).map_or("", |it| it.clause.words.clause.as_str());
    if let Some(first) = path.iter().position(|it| *it == at) {
        let circle: Vec<&str> = path.iter().skip(first).chain([&at]).map(|it| name(*it)).collect_vec();
        if let Some(draft) = drafts.get(at) {
            faults.clause = Some(name(at).to_owned());
            faults.report("cycle", &draft.at, format!("让位成环：{}", joined(&circle, "→")));
        }
        return;
    }
    if settled.get(at).copied().unwrap_or(true) {
        return;
    }
    path.push(at);
    for target in drafts.get(at).map(|it| it.clause.yields.iter().map(|it| it.to).collect_vec()).unwrap_or_default() {
        follow(target, drafts, path, settled, faults);
    }
    path.pop();
    if let Some(slot) = settled.get_mut(at) {
        *slot = true;
    }
}
