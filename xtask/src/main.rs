//! Every command of this project. Each does all of its own set-up, so that one line works on a fresh machine.

mod check;
mod demo;
mod lint;
mod npm;
mod pack;
mod place;
mod run;
mod schema;
mod serve;
mod setup;
mod test;
mod wasm;

use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build            both WebAssembly modules and their glue, validated for Chromium 78
cargo xtask pack             the npm package; the last line is the path of the tarball
cargo xtask demo [--port N]  builds, packs, assembles www/dist and serves it on 127.0.0.1
cargo xtask lint             formatting, clippy and documentation, warnings being errors
cargo xtask test [--quick]   everything; --quick leaves out what needs a browser
cargo xtask check <id>       faults, failing cases and open proofs of rulebooks/<id>/rules.yaml (or a file); --text FILE: its quotations too
cargo xtask schema           writes the JSON Schemas of the rulebook format to rulebooks/schema";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // In words, whatever RUST_BACKTRACE says.
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["build"] => wasm::build(),
        ["pack"] => {
            let tarball = pack::pack()?;
            pack::sizes()?;
            println!("{}", tarball.display());
            Ok(())
        }
        ["demo"] => demo::demo(demo::PORT),
        ["demo", "--port", port] => demo::demo(port.parse()?),
        ["lint"] => lint::lint(),
        ["test"] => test::test(test::Extent::Everything),
        ["test", "--quick"] => test::test(test::Extent::NoBrowser),
        ["check", rulebook] => check::check(rulebook, None),
        ["check", rulebook, "--text", text] => check::check(rulebook, Some(Path::new(text))),
        ["schema"] => schema::write(),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        [] => bail!("which command?\n\n{HELP}"),
        other => bail!("not a command: `{}`\n\n{HELP}", other.join(" ")),
    }
}
