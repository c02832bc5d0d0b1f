//! The npm package: rulebooks and their cases as JSON, the JavaScript around the modules, and the tarball.

use crate::{npm, place, run, wasm};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Builds and packs; gives back the absolute path of the tarball.
pub(crate) fn pack() -> Result<PathBuf> {
    wasm::build()?;
    rulebooks()?;
    let package = place::package();
    for license in LICENSES {
        let source = place::root().join(license);
        fs::copy(&source, package.join(license)).with_context(|| format!("cannot copy {}", source.display()))?;
    }
    npm::install(&package)?;
    run::run(npm::node(&package).arg("scripts/build.mjs").env("QIANFA_VERSION", wasm::version()?))?;
    let name = run::output(npm::npm(&package).args(["pack", "--silent", "--ignore-scripts"]))?;
    Ok(std::path::absolute(package.join(name.trim()))?)
}

/// Prints what a page has to load, and fails where it is more than promised.
pub(crate) fn sizes() -> Result<()> {
    run::run(npm::node(&place::package()).arg("scripts/sizes.mjs"))
}

/// Turns every shipped rulebook into JSON, reporting the faults of all of them, and puts its cases beside it.
fn rulebooks() -> Result<()> {
    let out = emptied(place::built().join("rulebooks"))?;
    let cases = emptied(place::built().join("cases"))?;
    let mut faulty = Vec::new();
    for id in rulebook_ids()? {
        let file = cases_file(&id);
        fs::copy(&file, cases.join(format!("{id}.json"))).with_context(|| format!("cannot copy {}", file.display()))?;
        match rulebook_json(&rulebook_file(&id))? {
            Ok(json) => fs::write(out.join(format!("{id}.json")), json)?,
            Err(faults) => {
                for fault in &faults {
                    eprintln!("{id}: {fault}");
                }
                faulty.push(id);
            }
        }
    }
    if !faulty.is_empty() {
        bail!("faulty rulebooks: {}", faulty.join(", "));
    }
    Ok(())
}

/// A folder made from scratch: a rulebook that is no longer there must not be shipped.
fn emptied(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The ids of the shipped rulebooks, in order: every folder with rules in it.
pub(crate) fn rulebook_ids() -> Result<Vec<String>> {
    let mut ids = Vec::new();
    for entry in fs::read_dir(place::rulebooks())? {
        let id = entry?.file_name().to_string_lossy().into_owned();
        if rulebook_file(&id).is_file() {
            ids.push(id);
        }
    }
    ids.sort();
    Ok(ids)
}

/// The rules of one rulebook.
pub(crate) fn rulebook_file(id: &str) -> PathBuf {
    place::rulebooks().join(id).join("rules.yaml")
}

/// The cases of one rulebook.
fn cases_file(id: &str) -> PathBuf {
    place::rulebooks().join(id).join(place::CASES)
}

/// Reads a rulebook: its JSON, or its faults in words.
pub(crate) fn rulebook_json(file: &Path) -> Result<Result<String, Vec<String>>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(qianfa::rulebook::text_to_json(&text).map_err(|faults| faults.iter().map(ToString::to_string).collect()))
}
