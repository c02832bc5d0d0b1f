//! The steps that a rulebook can demand, each with the region in which it does.

use crate::rulebook::{Clause, ClauseId, Definition, Place, RoleId, Step};
use crate::short::{CollectVec, PushAll};
use crate::situation::{Area, Diagrams, Possible, Ref, Region, Space, fixed};
use crate::vocabulary::{CUSTOMARY, Choice, MEETINGS, StepKind};

/// Who demands a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A clause, which of its steps, and whether that sets a time limit.
    Clause(ClauseId, usize, bool),
    /// An entry of the table of customary steps.
    Customary(usize),
}

impl Source {
    pub(crate) fn sets_limit(self) -> bool {
        matches!(self, Source::Clause(_, _, true))
    }
}

/// What makes two demanded steps the same step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) kind: StepKind,
    pub(crate) actors: Vec<RoleId>,
    pub(crate) choice: Choice,
    pub(crate) meetings: Vec<usize>,
    /// The mark, with the clause that set it.
    pub(crate) one_of: Option<(ClauseId, String)>,
    pub(crate) on_arrival: bool,
    pub(crate) place: Place,
    /// Where steps of one kind follow each other: the position in that sequence.
    pub(crate) turn: u16,
}

/// One step with everyone who demands it.
#[derive(Clone, Debug)]
pub(crate) struct StepRow {
    pub(crate) id: String,
    pub(crate) template: Template,
    pub(crate) area: Area,
    pub(crate) sources: Vec<(Source, Area)>,
}

/// One demand of one clause, before equal steps are joined.
struct Demand {
    template: Template,
    source: Source,
    region: Ref,
}

/// All step rows of a rulebook. `standing` are the regions in which clauses' steps stand.
pub(crate) fn step_rows(
    definition: &Definition,
    standing: &[Ref],
    possible: &Possible,
    diagrams: &mut Diagrams,
) -> Vec<StepRow> {
    let mut demands = Vec::new();
    for (id, (clause, region)) in definition.clauses.iter().zip(standing).enumerate() {
        for (number, step) in clause.steps.iter().enumerate() {
            let region = demand_region(step, clause, *region, &definition.space, diagrams);
            demands.push_all(templates(step, id).into_iter().map(|template| Demand {
                template,
                source: Source::Clause(id, number, step.limit.is_some()),
                region,
            }));
        }
    }
    settle_alternatives(&mut demands, diagrams);
    add_customary(&mut demands, &definition.space, diagrams);
    join(demands, &definition.clauses, possible, diagrams)
}

/// Where a clause stands, as far as this step is narrowed, and unless a meeting that would do has decided already.
/// Where a step is one of several alternatives, any of their meetings does.
fn demand_region(step: &Step, clause: &Clause, standing: Ref, space: &Space, diagrams: &mut Diagrams) -> Ref {
    let when = diagrams.region(&step.when);
    let mut region = diagrams.and(standing, when);
    let meetings = clause
        .steps
        .iter()
        .filter(|it| std::ptr::eq(*it, step) || (it.one_of.is_some() && it.one_of == step.one_of))
        .flat_map(|it| &it.meetings);
    let decided =
        meetings.filter_map(|meeting| space.mask(fixed::DECIDED_BY, MEETINGS.get(*meeting)?)).fold(0, |a, b| a | b);
    if decided != 0 {
        let decided = diagrams.region(&Region::of(fixed::DECIDED_BY, decided));
        region = diagrams.without(region, decided);
    }
    region
}

/// The templates of one step: one, or one for each actor where they act in turn.
fn templates(step: &Step, clause: ClauseId) -> Vec<Template> {
    let template = |actors: Vec<RoleId>, turn| Template {
        kind: step.kind,
        actors,
        choice: step.choice,
        meetings: step.meetings.clone(),
        one_of: step.one_of.clone().map(|mark| (clause, mark)),
        on_arrival: step.on_arrival,
        place: step.place,
        turn,
    };
    if step.in_turn {
        (0..).zip(&step.actors).map(|(turn, actor)| template(vec![*actor], turn)).collect_vec()
    } else {
        vec![template(step.actors.clone(), 0)]
    }
}

/// Of alternatives, only that one stands which another clause demands: where one is demanded, the marked ones go.
fn settle_alternatives(demands: &mut [Demand], diagrams: &mut Diagrams) {
    let groups: Vec<_> = demands.iter().filter_map(|demand| demand.template.one_of.clone()).collect_vec();
    for group in groups {
        let members: Vec<Template> = demands
            .iter()
            .filter(|demand| demand.template.one_of.as_ref() == Some(&group))
            .map(|demand| demand.template.clone())
            .collect_vec();
        let mut demanded = Ref::FALSE;
        for demand in demands.iter() {
            if demand.template.one_of.is_none() && is_one_of(&demand.template, &members) {
                demanded = diagrams.or(demanded, demand.region);
            }
        }
        for demand in demands.iter_mut().filter(|demand| demand.template.one_of.as_ref() == Some(&group)) {
            demand.region = diagrams.without(demand.region, demanded);
        }
    }
}

/// Whether a demanded step is one of the alternatives: of their kind; and where they are all of one kind, by the same
/// actors, for then it is the actors that tell them apart.
fn is_one_of(demanded: &Template, members: &[Template]) -> bool {
    let one_kind = members.iter().all(|it| members.first().is_some_and(|first| first.kind == it.kind));
    members.iter().any(|it| it.kind == demanded.kind && (!one_kind || it.actors == demanded.actors))
}

/// The steps of the ordinary course: for every 公文, unless a clause demands a step of that kind by other means.
fn add_customary(demands: &mut Vec<Demand>, space: &Space, diagrams: &mut Diagrams) {
    let official = diagrams.region(&Region::of(fixed::DOC_TYPE, space.official()));
    for (index, step) in CUSTOMARY.iter().enumerate() {
        let template = Template {
            kind: step.kind,
            actors: Vec::new(),
            choice: Choice::One,
            meetings: Vec::new(),
            one_of: None,
            on_arrival: false,
            place: Place::Usual,
            turn: 0,
        };
        let region = demands
            .iter()
            .filter(|it| it.template.kind == step.kind && !it.template.on_arrival && it.template != template)
            .fold(official, |region, it| diagrams.without(region, it.region));
        demands.push(Demand { template, source: Source::Customary(index), region });
    }
}

/// Equal steps become one row; ids are the kind's term, numbered where a kind has several rows.
fn join(demands: Vec<Demand>, clauses: &[Clause], possible: &Possible, diagrams: &mut Diagrams) -> Vec<StepRow> {
    let mut joined: Vec<(Template, Vec<(Source, Ref)>)> = Vec::new();
    for demand in demands {
        match joined.iter_mut().find(|(template, _)| *template == demand.template) {
            Some((_, sources)) => sources.push((demand.source, demand.region)),
            None => joined.push((demand.template, vec![(demand.source, demand.region)])),
        }
    }
    let mut rows: Vec<StepRow> = Vec::new();
    for (template, sources) in joined {
        let union = sources.iter().fold(Ref::FALSE, |union, (_, region)| diagrams.or(union, *region));
        rows.push(StepRow {
            id: String::new(),
            template,
            area: Area::new(union, possible, diagrams),
            sources: sources
                .into_iter()
                .map(|(source, region)| (source, Area::new(region, possible, diagrams)))
                .collect_vec(),
        });
    }
    name(&mut rows, clauses);
    rows
}

/// An id says the kind and, where that is not enough, the clause that demands the step first.
fn name(rows: &mut [StepRow], clauses: &[Clause]) {
    let mut taken: Vec<String> = Vec::new();
    for row in rows {
        let kind = row.template.kind.term();
        let mut id = match row.sources.first() {
            Some((Source::Clause(clause, ..), _)) => {
                format!("{kind}@{}", clauses.get(*clause).map_or("", |it| it.words.clause.as_str()))
            }
            _ => kind.to_owned(),
        };
        if row.sources.iter().any(|(source, _)| matches!(source, Source::Customary(_))) {
            kind.clone_into(&mut id);
        }
        let same = taken.iter().filter(|it| **it == id).count();
        taken.push(id.clone());
        row.id = if same == 0 { id } else { format!("{id}.{}", same + 1) };
    }
}
