//! Everything that must hold before a change is taken, stage by stage.
//!
//! A stage that fails does not hide the others, unless they need what it makes.

use crate::run::{cargo, run};
use crate::{demo, lint, npm, pack, place, setup};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// How much is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Everything,
    /// Without the stages that need Chromium, the current one or an old one.
    NoBrowser,
}

/// Runs the stages and ends with their count, alone on the last line.
pub(crate) fn test(extent: Extent) -> Result<()> {
    let mut stages = Stages::default();
    stages.run("formatting", lint::format);
    stages.run("clippy", lint::clippy);
    stages.run("clippy for WebAssembly", lint::clippy_wasm);
    stages.run("documentation", lint::documentation);
    // Before the package tests: these write the answers that the package has to repeat byte for byte.
    stages.run("Rust tests", rust_tests);
    let tarball = stages.run("build and pack", pack::pack);
    stages.run("sizes", || {
        tarball.as_ref().context(NO_PACKAGE)?;
        pack::sizes()
    });
    stages.run("package manifest and types", || package_checks(tarball.as_deref()));
    stages.run("package in Node", || node_tests("tests/node", tarball.as_deref()));
    if extent == Extent::Everything {
        stages.run("package in bundlers and pages", || browser_tests("tests/consumers", tarball.as_deref()));
        stages.run("demo page", || page_tests(tarball.as_deref()));
        stages.run("engine in Chromium", wasm_tests);
        stages.run("package in Chromium 78, 92 and 109", || kernel_tests(tarball.as_deref()));
    }
    stages.finish()
}

#[derive(Default)]
struct Stages {
    passed: usize,
    failed: Vec<&'static str>,
}

impl Stages {
    fn run<T>(&mut self, name: &'static str, stage: impl FnOnce() -> Result<T>) -> Option<T> {
        println!("\n=== {name}");
        let start = Instant::now();
        let result = stage();
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Ok(value) => {
                println!("=== {name}: passed in {seconds:.1} s");
                self.passed += 1;
                Some(value)
            }
            Err(error) => {
                println!("{error:#}");
                println!("=== {name}: FAILED after {seconds:.1} s");
                self.failed.push(name);
                None
            }
        }
    }

    fn finish(self) -> Result<()> {
        println!();
        for name in &self.failed {
            println!("failed: {name}");
        }
        println!("{} passed, {} failed", self.passed, self.failed.len());
        ensure!(self.failed.is_empty(), "not everything passed");
        Ok(())
    }
}

fn rust_tests() -> Result<()> {
    run(cargo(&place::root()).args(["test", "--quiet", "--package", "qianfa", "--package", "xtask"]))
}

/// publint and attw look at the tarball; tsc at the package's own sources.
fn package_checks(tarball: Option<&Path>) -> Result<()> {
    let tarball = tarball.context(NO_PACKAGE)?;
    let tests = place::root().join("tests");
    npm::install(&tests)?;
    run(npm::tool(&place::package(), "tsc").args(["--noEmit"]))?;
    run(npm::tool(&tests, "publint").arg(tarball).arg("--strict"))?;
    run(npm::tool(&tests, "attw").arg(tarball).args([
        // `node10` knows no `exports`; the entries left out are no modules.
        "--profile",
        "node16",
        "--exclude-entrypoints",
        "./qianfa_bg.wasm",
        "./qianfa_tools_bg.wasm",
        "./qianfa.iife.js",
    ]))
}

/// Node's test runner over the test files of a folder.
fn node_tests(folder: &str, tarball: Option<&Path>) -> Result<()> {
    run(&mut node_test_command(folder, tarball)?)
}

/// The same where the tests drive a browser.
fn browser_tests(folder: &str, tarball: Option<&Path>) -> Result<()> {
    let browser = setup::browser()?;
    run(node_test_command(folder, tarball)?.env("CHROMIUM", browser.chromium))
}

/// The demo page as `cargo xtask demo` would serve it.
fn page_tests(tarball: Option<&Path>) -> Result<()> {
    demo::assemble(tarball.context(NO_PACKAGE)?)?;
    browser_tests("tests/page", tarball)
}

fn kernel_tests(tarball: Option<&Path>) -> Result<()> {
    // The old browsers find their system libraries where the current one's are.
    setup::browser()?;
    node_tests("tests/kernels", tarball)
}

/// One test binary: the same cases as natively. (No `--quiet`: cargo would hand it on to the runner, which knows no such word.)
fn wasm_tests() -> Result<()> {
    setup::wasm_target()?;
    let browser = setup::browser()?;
    // A browser reads no files: the digests of the native answers are compiled in.
    let digests = place::target().join("answers/digests.txt");
    let answers = fs::read_to_string(&digests).with_context(|| format!("cannot read {}", digests.display()))?;
    run(cargo(&place::root())
        .env("QIANFA_ANSWERS", answers)
        .args(["test", "--package", "qianfa", "--target", "wasm32-unknown-unknown", "--test", "cases"])
        .env("CHROMEDRIVER", browser.driver))
}

fn node_test_command(folder: &str, tarball: Option<&Path>) -> Result<Command> {
    let root = place::root();
    npm::install(&root.join("tests"))?;
    if root.join(folder).join("package-lock.json").is_file() {
        npm::install(&root.join(folder))?;
    }
    let mut node = npm::node(&root);
    node.args(["--test", "--test-reporter=spec"])
        .args(test_files(&root.join(folder))?)
        .env("QIANFA_TARBALL", tarball.context(NO_PACKAGE)?)
        .env("QIANFA_TARGET", place::target());
    Ok(node)
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    ensure!(!files.is_empty(), "no tests in {}", folder.display());
    Ok(files)
}

const NO_PACKAGE: &str = "there is no package to test";
