//! The guide for authors: its example stands by itself, and what the guide shows of it is really there.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, unreachable_pub, reason = "tests")]

use qianfa::vocabulary::{
    ADDRESSEE_KINDS, Act, CHAIRS, DOC_TYPES, ISSUERS, MEETINGS, Modality, ROLES, SECRECIES, SHARED_MATTERS, StepKind,
    URGENCIES,
};
use qianfa::{CheckOptions, Rulebook, State};
use std::path::PathBuf;

/// The guide in both languages.
const GUIDES: [&str; 2] = ["writing-a-rulebook.md", "writing-a-rulebook.zh-CN.md"];

/// A file of `docs/`.
fn doc(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn example() -> Rulebook {
    let base = include_str!("../rulebooks/tiaoli-2012/rules.yaml");
    Rulebook::from_text_on(&doc("example/rules.yaml"), &[base]).unwrap_or_else(|issues| {
        let faults: Vec<String> = issues.iter().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    })
}

/// The pieces that a guide says to be from a file: the file, and the lines of the fence that follows.
fn fragments(guide: &str) -> Vec<(String, String)> {
    guide
        .split("<!-- from docs/")
        .skip(1)
        .map(|rest| {
            let (file, after) = rest.split_once(" -->\n").expect("a mark is closed and ends its line");
            let fenced = after.strip_prefix("```yaml\n").expect("its fence follows");
            let (lines, _) = fenced.split_once("```").expect("a fence is closed");
            (file.to_owned(), lines.to_owned())
        })
        .collect()
}

#[test]
fn what_the_guides_show_is_in_the_example() {
    for guide in GUIDES {
        let fragments = fragments(&doc(guide));
        assert!(fragments.len() >= 20, "{guide} shows only {} pieces", fragments.len());
        for (file, lines) in fragments {
            assert!(format!("\n{}", doc(&file)).contains(&format!("\n{lines}")), "{guide}: not in {file}:\n{lines}");
        }
    }
}

#[test]
fn the_example_passes_its_own_proofs() {
    let (rulebook, text) = (example(), doc("example/text.txt"));
    let cases = rulebook.cases();
    let report = rulebook.check(CheckOptions { cases, text: Some(&text) });
    assert!(report.ok, "{report:#?}");
    let missing: Vec<_> = report.coverage.iter().filter(|it| it.state == State::Missing).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let failed: Vec<_> = rulebook.test(cases).into_iter().filter(|it| !it.faults.is_empty()).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn the_last_section_of_a_guide_lists_every_shared_term() {
    let steps = StepKind::ALL.iter().map(|it| it.term());
    let acts = Act::ALL.iter().map(|it| it.term());
    let modalities = Modality::ALL.iter().map(|it| it.term());
    let roles = ROLES.iter().flat_map(|role| [role.term, role.code]);
    let values =
        [&DOC_TYPES[..], &ISSUERS, &ADDRESSEE_KINDS, &MEETINGS, &CHAIRS, &SECRECIES, &URGENCIES, &SHARED_MATTERS];
    let terms: Vec<&str> = steps.chain(acts).chain(modalities).chain(roles).chain(values.concat()).collect();
    for guide in GUIDES {
        let text = doc(guide);
        let (_, list) = text.rsplit_once("\n## ").expect("a guide has sections");
        let missing: Vec<&&str> = terms.iter().filter(|term| !list.contains(**term)).collect();
        assert!(missing.is_empty(), "{guide}: {missing:?}");
    }
}
