//! Two rulebooks side by side for a reader: plain documents first, then what is special, alike or not.

use super::align::Aligned;
use super::signing::{Pair, Signings};
use super::{About, Difference, demands, difference};
use crate::proof::Survey;
use crate::situation::{Cube, FactId, NO, Possible, Space, YES, fixed};
use crate::vocabulary::IMPLIED_MATTERS;
use serde::Serialize;

/// Two rulebooks compared, for a reader.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Whether no document is treated differently: a proof.
    pub same: bool,
    /// Facts on which only the first rulebook turns.
    pub only_before: Vec<String>,
    /// Facts on which only the second turns.
    pub only_after: Vec<String>,
    /// Groups of documents, with what both say.
    pub groups: Vec<Group>,
}

/// Documents of one sort, or one step or finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Which documents, or which step or finding.
    pub words: String,
    /// What the first rulebook says of them.
    pub before: String,
    /// What the second says.
    pub after: String,
    /// Whether it is the same for all of them.
    pub same: bool,
    /// Where it is not.
    pub differences: Vec<Difference>,
}

pub(crate) fn compare(aligned: &Aligned) -> Comparison {
    let mut signings = Signings::new(aligned);
    let mut groups = signing(aligned, &mut signings);
    let all = signings.differences(aligned);
    let mut same = all.is_empty();
    groups.push(exact("签发：全部不同之处，逐一".to_owned(), all));
    for topic in demands(aligned) {
        same &= topic.differences.is_empty();
        groups.push(exact(topic.words, topic.differences));
    }
    let names = |facts: &[FactId]| -> Vec<String> {
        facts.iter().filter_map(|fact| aligned.space().fact(*fact)).map(|fact| fact.name.clone()).collect()
    };
    Comparison { same, only_before: names(&aligned.only_before), only_after: names(&aligned.only_after), groups }
}

/// A group whose differences say everything.
fn exact(words: String, differences: Vec<Difference>) -> Group {
    let same = differences.is_empty();
    let word = if same { "一致" } else { "见不同之处" };
    Group { words, before: word.to_owned(), after: word.to_owned(), same, differences }
}

/// Who signs, as a reader asks: of documents with nothing special about them, then of those with one special thing.
/// Things that change nothing are not told.
fn signing(aligned: &Aligned, signings: &mut Signings<'_>) -> Vec<Group> {
    let space = aligned.space();
    let support = signings.survey.diagrams.support(signings.both);
    let mut told: Vec<Told> = Vec::new();
    slice(None, aligned, signings, &mut told);
    for matter in support.into_iter().filter(|fact| *fact >= fixed::MATTERS) {
        slice(Some(matter), aligned, signings, &mut told);
    }
    told.into_iter()
        .map(|it| {
            let labels = it.special.iter().filter_map(|fact| space.fact(*fact)).map(|fact| format!("“{}”", fact.label));
            let special = labels.collect::<Vec<_>>().join("、");
            let words = if special.is_empty() { it.words } else { format!("属于{special}：{}", it.words) };
            Group {
                words,
                before: it.pair.before,
                after: it.pair.after,
                same: it.pair.same,
                differences: it.differences,
            }
        })
        .collect()
}

/// Documents about which both rulebooks say the same two things.
struct Told {
    words: String,
    pair: Pair,
    /// The matters with any one of which it is so; none where it is so without any.
    special: Vec<FactId>,
    differences: Vec<Difference>,
}

/// What both say of documents about which at most this one thing is special. What is so of plain documents as well is not
/// told again.
fn slice(special: Option<FactId>, aligned: &Aligned, signings: &mut Signings<'_>, told: &mut Vec<Told>) {
    let space = aligned.space();
    let (mut diagrams, root) = signings.survey.diagrams.within(signings.both, &plain_but_for(special, space));
    let possible = Possible::new(space, &mut diagrams);
    let mut survey = Survey::new(&aligned.before, diagrams, possible);
    for (number, pair) in (0_u32..).zip(signings.pairs.clone()) {
        let region = survey.diagrams.chosen(root, &|it| it == number);
        let parts = survey.parts(region);
        if parts.is_empty() || (pair.before == SILENT && pair.after == SILENT) {
            continue;
        }
        let words = parts.iter().map(|part| part.words.clone()).collect::<Vec<_>>().join("；");
        if let Some(known) = told.iter_mut().find(|it| it.pair == pair && it.words == words) {
            if !known.special.is_empty() {
                known.special.extend(special);
            }
            continue;
        }
        let everywhere = signings.survey.diagrams.chosen(signings.both, &|it| it == number);
        let mut differences = Vec::new();
        for mut part in parts.into_iter().filter(|_| !pair.same) {
            // What is special is not in the slice's own diagrams: its document is looked for among all.
            special.iter().for_each(|fact| part.term.restrict(*fact, YES));
            let whole = signings.survey.part(&part.term, everywhere);
            differences.extend(whole.map(|it| difference(it, aligned, About::Signing, &pair.before, &pair.after)));
        }
        told.push(Told { words, pair, special: special.into_iter().collect(), differences });
    }
}

const SILENT: &str = "未规定";

/// Documents with nothing special about them, but for one matter and what that implies.
fn plain_but_for(special: Option<FactId>, space: &Space) -> Cube {
    let mut cube = Cube::all(space);
    let label = special.and_then(|fact| space.fact(fact)).map_or("", |it| it.label.as_str());
    let implied = IMPLIED_MATTERS.iter().find(|(matter, _)| *matter == label).and_then(|(_, it)| space.matter(it));
    for (id, fact) in (0..).zip(&space.facts) {
        let mask = match id {
            _ if special == Some(id) || implied == Some(id) => YES,
            _ if (fixed::ADDRESSEES..fixed::SEVERAL).contains(&id) => continue,
            _ if fact.yes_no => NO,
            fixed::DECIDED_BY | fixed::SECRECY | fixed::URGENCY | fixed::VALID_YEARS => 1,
            _ => continue,
        };
        cube.set(id, mask);
    }
    cube
}
