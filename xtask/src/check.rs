//! Reads one rulebook as its author would: every fault, every case that fails, and what its proofs leave to mend.
//!
//! For who has this repository; authors have the same, and more, in the package's command line (`npx qianfa check`).

use crate::{pack, place};
use anyhow::{Context, Result, bail};
use qianfa::{CheckOptions, Report, Rulebook};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks a shipped rulebook by its id, or any rulebook by its path. With the text of the rules, quotations as well.
pub(crate) fn check(rulebook: &str, text: Option<&Path>) -> Result<()> {
    let shipped = pack::rulebook_file(rulebook);
    let file = if shipped.is_file() { shipped } else { PathBuf::from(rulebook) };
    if !file.is_file() {
        bail!("no rulebook `{rulebook}`: neither a file nor one of {}", pack::rulebook_ids()?.join(", "));
    }
    let loaded = load(&file)?;
    let cases = cases(&loaded, &file)?;
    let words = text.map(fs::read_to_string).transpose().context("cannot read the text")?;
    let mut open: Vec<String> = Vec::new();
    for it in loaded.test(&cases).into_iter().filter(|it| !it.faults.is_empty() && !it.contested) {
        open.push(format!("案例“{}”：{}", it.name, it.faults.join("；")));
    }
    open.extend(to_mend(&loaded.check(CheckOptions { cases: &cases, text: words.as_deref() })));
    for it in &open {
        println!("{it}");
    }
    if open.is_empty() {
        println!("{rulebook}: {} cases pass, nothing to mend", cases.len());
        return Ok(());
    }
    bail!("{rulebook}: {} things to mend", open.len())
}

fn load(file: &Path) -> Result<Rulebook> {
    let rules = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let bases = pack::rulebook_ids()?
        .iter()
        .map(|id| fs::read_to_string(pack::rulebook_file(id)))
        .collect::<Result<Vec<_>, _>>()?;
    let bases: Vec<&str> = bases.iter().map(String::as_str).collect();
    Rulebook::from_text_on(&rules, &bases).or_else(|faults| {
        for fault in &faults {
            println!("{fault}");
        }
        bail!("{}: {} faults", file.display(), faults.len())
    })
}

/// The rulebook's own cases and those beside its file.
fn cases(rulebook: &Rulebook, file: &Path) -> Result<Vec<Value>> {
    let mut cases = rulebook.cases().to_vec();
    let beside = file.with_file_name(place::CASES);
    if beside.is_file() {
        cases.extend(serde_json::from_str::<Vec<Value>>(&fs::read_to_string(&beside)?).context("cases are not JSON")?);
    }
    Ok(cases)
}

fn to_mend(report: &Report) -> Vec<String> {
    let gaps =
        report.gaps.iter().filter(|it| !it.declared).map(|it| format!("未规定：{}，例如{}", it.words, it.witness));
    let conflicts = report.conflicts.iter().filter(|it| !it.declared);
    let conflicts = conflicts.map(|it| format!("冲突：{}：{}，例如{}", it.clauses.join("、"), it.words, it.witness));
    let dead =
        report.dead_clauses.iter().map(|it| format!("不起作用：{}，让位于{}", it.clause, it.covered_by.join("、")));
    let unreached = report.unreached.iter().map(|it| format!("到不了：{}的{}", it.clause, it.what));
    let unused = report.unused_matters.iter().chain(&report.needless_facts).map(|it| format!("用不到：{it}"));
    let empty = report.empty_declarations.iter().map(|it| format!("声明落空：{} {}", it.path, it.words));
    let misquoted = report.misquoted.iter().map(|it| format!("引文：{}：{}", it.clause, it.message));
    let half = report.exercise.iter().filter(|it| it.stands.is_empty() || (!it.everywhere && it.just_not.is_empty()));
    let half = half.map(|it| format!("案例不全：{}", it.clause));
    gaps.chain(conflicts).chain(dead).chain(unreached).chain(unused).chain(empty).chain(misquoted).chain(half).collect()
}
