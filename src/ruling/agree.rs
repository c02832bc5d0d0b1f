//! When several clauses speak at once: do they agree, and on whom?

use crate::rulebook::{Clause, ClauseId, RoleEntry, RoleId, SignOption, Signing};
use crate::short::CollectVec;
use crate::vocabulary::{Choice, Modality, ROLES, Role};

/// What becomes of the signature. Two outcomes are one if act and options are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// 未规定
    Silent,
    /// What the text demands, or where it points.
    Settled(Signing),
    /// Demands that no signer can satisfy together; one entry per different demand, in the order of the text.
    Conflict(Vec<Signing>),
}

/// A clause that speaks about the signature.
type Speaking<'a> = (ClauseId, &'a Clause, &'a Signing);

/// The outcome where exactly these clauses stand (in the order of the text).
pub(crate) fn outcome(standing: &[ClauseId], clauses: &[Clause], roles: &[RoleEntry]) -> Outcome {
    let (mut speaking, mut adding): (Vec<Speaking<'_>>, Vec<&Signing>) = (Vec::new(), Vec::new());
    for id in standing {
        match clauses.get(*id).map(|it| (it, it.signing.as_ref())) {
            Some((clause, Some(signing))) if clause.adds => adding.push(signing),
            Some((clause, Some(signing))) => speaking.push((*id, clause, signing)),
            _ => {}
        }
    }
    adding.into_iter().fold(demanded(&speaking, roles), with_added)
}

/// Signers who come beside those of other clauses: what these demand stays as it is.
fn with_added(outcome: Outcome, added: &Signing) -> Outcome {
    match (outcome, added) {
        (Outcome::Silent, added) => Outcome::Settled(added.clone()),
        (Outcome::Settled(Signing::Sign(mut options)), Signing::Sign(added)) => {
            for option in added {
                if !options.contains(option) {
                    options.push(option.clone());
                }
            }
            Outcome::Settled(Signing::Sign(options))
        }
        (outcome, _) => outcome,
    }
}

/// What these clauses demand together.
fn demanded(speaking: &[Speaking<'_>], roles: &[RoleEntry]) -> Outcome {
    let Some((_, _, first)) = speaking.first() else { return Outcome::Silent };
    if speaking.iter().all(|(_, _, it)| it == first) {
        return Outcome::Settled((*first).clone());
    }
    if let Some(options) = agreement(speaking, roles) {
        return Outcome::Settled(Signing::Sign(options));
    }
    let mut sides: Vec<Signing> = Vec::new();
    for (_, _, signing) in speaking {
        if !sides.contains(signing) {
            sides.push(Signing::clone(signing));
        }
    }
    Outcome::Conflict(sides)
}

/// Who may sign under one option: one person, or several who sign together.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unit {
    signers: Vec<RoleId>,
    choice: Choice,
}

struct Grant<'a> {
    unit: Unit,
    option: &'a SignOption,
}

fn grants(options: &[SignOption]) -> Vec<Grant<'_>> {
    options
        .iter()
        .flat_map(|option| {
            let units = match option.choice {
                Choice::One => option.signers.iter().map(|it| vec![*it]).collect_vec(),
                Choice::All | Choice::Unclear => vec![option.signers.clone()],
            };
            units.into_iter().map(move |signers| {
                let choice = if signers.len() > 1 { option.choice } else { Choice::One };
                Grant { unit: Unit { signers, choice }, option }
            })
        })
        .collect_vec()
}

/// Whether what is granted to `wide` is granted to `narrow`: to the same, or to any deputy and this is one.
fn covers(wide: &Unit, narrow: &Unit, roles: &[RoleEntry]) -> bool {
    if wide == narrow {
        return true;
    }
    match (wide.signers.as_slice(), narrow.signers.as_slice()) {
        ([wide], [narrow]) => match (roles.get(*wide), roles.get(*narrow)) {
            (Some(wide), Some(narrow)) => Role::includes(&wide.code, &narrow.code),
            _ => false,
        },
        _ => false,
    }
}

/// Whether one outcome lets somebody sign whom a higher text's outcome does not. Roles of a higher text's own may be
/// anybody: what they are called here is not known.
pub(super) fn exceeds(own: &Outcome, higher: &Outcome, roles: &[RoleEntry]) -> bool {
    let Outcome::Settled(Signing::Sign(allowed)) = higher else { return false };
    if allowed.iter().flat_map(|option| &option.signers).any(|role| *role >= ROLES.len()) {
        return false;
    }
    let allowed = grants(allowed);
    let sides = match own {
        Outcome::Silent => &[],
        Outcome::Settled(signing) => std::slice::from_ref(signing),
        Outcome::Conflict(sides) => sides.as_slice(),
    };
    let uncovered = |it: &Grant<'_>| !allowed.iter().any(|wide| covers(&wide.unit, &it.unit, roles));
    sides.iter().any(|side| match side {
        Signing::Sign(options) => grants(options).iter().any(uncovered),
        Signing::Elsewhere => false,
    })
}

/// Every signer who satisfies all clauses, each with the weaker grant; `None` if there is no such signer.
fn agreement(speaking: &[Speaking<'_>], roles: &[RoleEntry]) -> Option<Vec<SignOption>> {
    let demands: Vec<Vec<Grant<'_>>> = speaking
        .iter()
        .map(|(_, _, signing)| match signing {
            Signing::Sign(options) => Some(grants(options)),
            Signing::Elsewhere => None,
        })
        .collect::<Option<_>>()?;
    let leading = leading_act(speaking);
    let mut agreed: Vec<SignOption> = Vec::new();
    let mut seen: Vec<&Unit> = Vec::new();
    let mut anybody = false;
    // Signers stand in the order of the clause whose act is used, then of the others.
    let order = [leading].into_iter().chain((0..demands.len()).filter(|it| *it != leading));
    for candidate in order.filter_map(|it| demands.get(it)).flatten() {
        if seen.contains(&&candidate.unit) {
            continue;
        }
        seen.push(&candidate.unit);
        let Some(grant) = weakest_grant(&candidate.unit, &demands, roles) else { continue };
        anybody |= grant.modality.weakness().is_some();
        let act = demands
            .get(leading)
            .and_then(|grants| best(&candidate.unit, grants, roles))
            .map_or(grant.act, |option| option.act);
        add(&mut agreed, &candidate.unit, act, grant);
    }
    anybody.then_some(agreed)
}

/// The clause whose act is used: one that no other standing clause precedes, the first of the text among several.
fn leading_act(speaking: &[Speaking<'_>]) -> usize {
    speaking
        .iter()
        .position(|(id, _, _)| !speaking.iter().any(|(_, other, _)| other.act_before.contains(id)))
        .unwrap_or(0)
}

/// What one clause grants this unit, most freely; grants that satisfy go before those that do not.
fn best<'a>(unit: &Unit, grants: &[Grant<'a>], roles: &[RoleEntry]) -> Option<&'a SignOption> {
    grants
        .iter()
        .filter(|grant| covers(&grant.unit, unit, roles))
        .min_by_key(|grant| grant.option.modality.weakness().unwrap_or(u8::MAX))
        .map(|grant| grant.option)
}

/// The weakest of what all clauses grant this unit. 必要时 and 可 grant nothing against a duty: they survive only
/// where every clause has them.
fn weakest_grant<'a>(unit: &Unit, demands: &[Vec<Grant<'a>>], roles: &[RoleEntry]) -> Option<&'a SignOption> {
    let granted: Vec<&SignOption> = demands.iter().map(|grants| best(unit, grants, roles)).collect::<Option<_>>()?;
    let first = *granted.first()?;
    let unsatisfying = granted.iter().filter(|it| it.modality.weakness().is_none()).count();
    if unsatisfying > 0 {
        return granted.iter().all(|it| it.modality == first.modality).then_some(first);
    }
    granted.into_iter().reduce(|a, b| if b.modality.weakness() > a.modality.weakness() { b } else { a })
}

/// Adds a signer: to the option before it where that says the same, as an option of its own otherwise.
fn add(agreed: &mut Vec<SignOption>, unit: &Unit, act: crate::vocabulary::Act, grant: &SignOption) {
    let modality: Modality = grant.modality;
    if unit.choice == Choice::One {
        let same = agreed.iter_mut().find(|option| {
            option.choice == Choice::One
                && option.act == act
                && option.modality == modality
                && option.decided_by == grant.decided_by
        });
        if let Some(option) = same {
            option.signers.extend_from_slice(&unit.signers);
            return;
        }
    }
    agreed.push(SignOption {
        act,
        modality,
        choice: unit.choice,
        signers: unit.signers.clone(),
        decided_by: grant.decided_by.clone(),
    });
}

#[cfg(all(test, feature = "yaml"))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::{Outcome, outcome};
    use crate::rulebook::{self, Definition, Signing};

    /// A rulebook whose clauses sign as written, each in YAML.
    fn clauses(signing: &[&str]) -> Definition {
        let mut text = include_str!("../../tests/rulebooks/smallest.yaml")
            .replace("  分管领导: 分管副县长", "  分管领导: 分管副县长\n  任一副职: 副县长\n  办公室主任: 主任");
        let start = text.find("条款:").unwrap();
        text.truncate(start);
        text.push_str("条款:\n");
        for (number, signing) in (1..).zip(signing) {
            text.push_str(&format!(
                "  - {{ 编号: \"{number}\", 条文: 第一条, 原文: 原文, 适用: {{ 发文名义: 政府 }}, {signing} }}\n"
            ));
        }
        rulebook::from_text(&text, &[]).unwrap()
    }

    /// What becomes of a document for which all these clauses stand, as `语气用语:职务|职务`.
    fn together(signing: &[&str]) -> String {
        let definition = clauses(signing);
        let all: Vec<usize> = (0..definition.clauses.len()).collect();
        match outcome(&all, &definition.clauses, &definition.roles) {
            Outcome::Silent => "silent".to_owned(),
            Outcome::Conflict(sides) => format!("conflict of {}", sides.len()),
            Outcome::Settled(Signing::Elsewhere) => "elsewhere".to_owned(),
            Outcome::Settled(Signing::Sign(options)) => options
                .iter()
                .map(|it| {
                    let who: Vec<&str> = it.signers.iter().map(|role| definition.roles[*role].title.as_str()).collect();
                    format!("{}{}:{}", it.modality.term(), it.act.term(), who.join("|"))
                })
                .collect::<Vec<_>>()
                .join(" "),
        }
    }

    #[test]
    fn an_added_signer_comes_beside_the_others_and_restricts_nobody() {
        let also = "增列: 是, 签发: [{ 用语: 签发, 由: 主任, 语气: 可 }]";
        assert_eq!(together(&[A, also]), "须签发:县长 可签发:主任");
        assert_eq!(together(&[also]), "可签发:主任");
        assert_eq!(together(&[A, B, also]), "conflict of 2");
        assert_eq!(together(&["另有规定: 按有关规定办理", also]), "elsewhere");
        assert_eq!(together(&[A, also, also]), "须签发:县长 可签发:主任");
        let no_addition = "签发: [{ 用语: 签发, 由: 主任, 语气: 可 }]";
        assert_eq!(together(&[A, no_addition]), "conflict of 2");
    }

    const A_OR_B: &str = "签发: [{ 用语: 签发, 由: [县长, 常务副职] }]";
    const A: &str = "签发: [{ 用语: 签发, 由: 县长 }]";
    const B: &str = "签发: [{ 用语: 签发, 由: 常务副职 }]";

    #[test]
    fn clauses_agree_on_whoever_satisfies_all() {
        assert_eq!(together(&[A]), "须签发:县长");
        assert_eq!(together(&[A_OR_B, A]), "须签发:县长");
        assert_eq!(together(&[A_OR_B, A_OR_B]), "须签发:县长|常务副职");
        assert_eq!(together(&[A, B]), "conflict of 2");
        assert_eq!(together(&[A, B, A]), "conflict of 2");
    }

    #[test]
    fn the_weaker_grant_stays() {
        let authorised = "签发: [{ 用语: 签发, 由: 县长 }, { 用语: 签发, 由: 副县长, 语气: 经授权 }]";
        let referred = "签发: [{ 用语: 签发, 由: 主任 }, { 用语: 签发, 由: 县长, 语气: 核报 }]";
        let generally = "签发: [{ 用语: 签发, 由: 县长, 语气: 一般 }]";
        // 常务副职 is one of the deputies whom 副县长 means.
        assert_eq!(together(&[A_OR_B, authorised]), "须签发:县长 经授权签发:常务副职");
        assert_eq!(together(&[A, referred]), "须签发:县长");
        assert_eq!(together(&[A, generally]), "一般签发:县长");
    }

    #[test]
    fn what_is_only_if_necessary_satisfies_no_duty() {
        let if_necessary = "签发: [{ 用语: 签发, 由: 主任 }, { 用语: 签发, 由: 县长, 语气: 必要时 }]";
        assert_eq!(together(&[A, if_necessary]), "conflict of 2");
        assert_eq!(together(&[if_necessary, if_necessary]), "须签发:主任 必要时签发:县长");
    }

    #[test]
    fn the_declared_act_is_used_whatever_the_order() {
        let sign = "签发: [{ 用语: 签署, 由: 县长 }], 用语优先于: [\"2\"]";
        assert_eq!(together(&[sign, A]), "须签署:县长");
        let last = "签发: [{ 用语: 签署, 由: 县长 }], 用语优先于: [\"1\"]";
        assert_eq!(together(&[A, last]), "须签署:县长");
    }

    #[test]
    fn other_rules_agree_with_themselves_alone() {
        let elsewhere = "另有规定: 按有关规定办理";
        assert_eq!(together(&[elsewhere, elsewhere]), "elsewhere");
        assert_eq!(together(&[elsewhere, A]), "conflict of 2");
    }

    #[test]
    fn who_signs_together_is_not_who_signs_alone() {
        let both = "签发: [{ 用语: 签发, 由: [县长, 常务副职], 选择: 全部 }]";
        assert_eq!(together(&[both, both]), "须签发:县长|常务副职");
        assert_eq!(together(&[both, A]), "conflict of 2");
    }

    /// Whether a text that signs as the first lets somebody sign whom one that signs as the second does not.
    fn exceeds(own: &[&str], higher: &str) -> bool {
        let mut signing = own.to_vec();
        signing.push(higher);
        let definition = clauses(&signing);
        let own: Vec<usize> = (0..own.len()).collect();
        let outcome = |ids: &[usize]| outcome(ids, &definition.clauses, &definition.roles);
        super::exceeds(&outcome(&own), &outcome(&[own.len()]), &definition.roles)
    }

    #[test]
    fn a_text_exceeds_a_higher_one_where_it_lets_others_sign() {
        let deputy = "签发: [{ 用语: 签发, 由: 副县长 }]";
        let both = "签发: [{ 用语: 签发, 由: [县长, 常务副职], 选择: 全部 }]";
        let if_necessary = "签发: [{ 用语: 签发, 由: 县长 }, { 用语: 签发, 由: 常务副职, 语气: 必要时 }]";
        assert!(exceeds(&[A_OR_B], A));
        assert!(exceeds(&[if_necessary], A));
        assert!(exceeds(&[deputy], B), "any deputy is more than one of them");
        assert!(exceeds(&[A, B], A), "every side of a conflict is looked at");
        assert!(exceeds(&[both], A));
        assert!(!exceeds(&[A], A_OR_B));
        assert!(!exceeds(&[B], deputy));
        assert!(!exceeds(&[], A), "silence lets nobody sign");
        assert!(!exceeds(&["另有规定: 按有关规定办理"], A));
        assert!(!exceeds(&[A], "另有规定: 按有关规定办理"));
    }

    #[test]
    fn shipped_rulebooks_say_whose_act_is_used() {
        let mut undeclared: Vec<String> = Vec::new();
        for text in [
            include_str!("../../rulebooks/wushan/rules.yaml"),
            include_str!("../../rulebooks/jixi/rules.yaml"),
            include_str!("../../rulebooks/wujiagang/rules.yaml"),
            include_str!("../../rulebooks/yiyuan/rules.yaml"),
            include_str!("../../rulebooks/toksun/rules.yaml"),
        ] {
            let base = include_str!("../../rulebooks/tiaoli-2012/rules.yaml");
            let definition = rulebook::from_text(text, &[base]).unwrap();
            let compiled = crate::ruling::Compiled::new(&definition);
            for leaf in compiled.signing.leaves() {
                if let Outcome::Settled(Signing::Sign(_)) = outcome(leaf, &definition.clauses, &definition.roles) {
                    let acts = |id: &usize| match &definition.clauses[*id].signing {
                        Some(Signing::Sign(options)) => options.first().map(|it| it.act),
                        _ => None,
                    };
                    let leading = leaf
                        .iter()
                        .filter(|id| !leaf.iter().any(|other| definition.clauses[*other].act_before.contains(id)));
                    let mut acts: Vec<_> = leading.filter_map(acts).collect();
                    acts.dedup();
                    let ids: Vec<&str> = leaf.iter().map(|id| definition.clauses[*id].words.clause.as_str()).collect();
                    if acts.len() > 1 {
                        undeclared.push(format!("{}: {ids:?}", definition.id));
                    }
                }
            }
        }
        assert!(undeclared.is_empty(), "they agree, but whose act is used is not declared:\n{}", undeclared.join("\n"));
    }
}
