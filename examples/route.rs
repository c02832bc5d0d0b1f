//! Routes one draft natively: `cargo run --example route -- wujiagang '{"issuer":"政府","docType":"通知"}'`.
//!
//! Reads `rulebooks/<id>/rules.yaml` from the current folder.

use qianfa::{Certainty, Options, Rulebook};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let id = arguments.next().unwrap_or_else(|| "wujiagang".to_owned());
    let draft = arguments.next().unwrap_or_else(|| r#"{"issuer":"政府","docType":"通知"}"#.to_owned());

    let text = std::fs::read_to_string(format!("rulebooks/{id}/rules.yaml"))?;
    let rulebook = Rulebook::from_text(&text)
        .map_err(|issues| issues.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let draft = serde_json::from_str(&draft)?;

    for outcome in rulebook.decide(&draft, &Options::default()).outcomes {
        println!("签发：{outcome}");
    }
    let route = rulebook.route(&draft, &Options::default());
    for step in &route.steps {
        let who: Vec<&str> = step.actors.iter().map(|actor| actor.title.as_str()).collect();
        let sure = if step.certainty == Certainty::Certain { "" } else { "（可能）" };
        let cites: Vec<&str> = step.basis.iter().map(|basis| basis.cite.as_str()).collect();
        println!("{:>2} {}{sure} {} {}", step.stage, step.kind.term(), who.join("、"), cites.join("、"));
    }
    for finding in &route.findings {
        println!("{:?}：{}", finding.severity, finding.message);
    }
    if let Some(question) = route.questions.first() {
        println!("先问：{}（{}）", question.prompt, question.because);
    }
    Ok(())
}
