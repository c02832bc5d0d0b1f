//! Prints where two rulebooks part: `cargo run --release --example differ -- a.yaml b.yaml`.

#![allow(clippy::expect_used, clippy::print_stdout, clippy::panic, reason = "a tool for authors")]

use qianfa::Rulebook;
use std::time::Instant;

fn load(path: &str) -> Rulebook {
    let text = std::fs::read_to_string(path).expect("a file");
    Rulebook::from_text(&text).unwrap_or_else(|issues| panic!("{issues:?}"))
}

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [a, b] = [load(&paths[0]), load(&paths[1])];
    let start = Instant::now();
    let differences = a.diff(&b);
    println!("{} differences in {:?}", differences.len(), start.elapsed());
    if paths.len() > 2 {
        for it in &differences {
            println!("{:?} {} | {} -> {} | {}", it.about, it.region.words, it.before, it.after, it.region.witness);
        }
    }
    let start = Instant::now();
    let comparison = a.compare(&b);
    println!("compared in {:?}: same {}", start.elapsed(), comparison.same);
    for it in &comparison.groups {
        println!(
            "{} {}: {} | {} ({})",
            if it.same { "=" } else { "≠" },
            it.words,
            it.before,
            it.after,
            it.differences.len()
        );
    }
}
