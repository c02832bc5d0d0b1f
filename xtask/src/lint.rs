//! Formatting, clippy and documentation. Warnings are errors.

use crate::run::{cargo, run};
use crate::{place, setup};
use anyhow::Result;

/// All of it, one after the other.
pub(crate) fn lint() -> Result<()> {
    format()?;
    clippy()?;
    clippy_wasm()?;
    documentation()
}

/// The formatting is rustfmt's.
pub(crate) fn format() -> Result<()> {
    run(cargo(&place::root()).args(["fmt", "--all", "--check"]))
}

/// Clippy on everything that runs on this machine. The test runner's one line is not worth checking its 150 dependencies.
pub(crate) fn clippy() -> Result<()> {
    run(cargo(&place::root()).args([
        "clippy",
        "--quiet",
        "--package",
        "qianfa",
        "--package",
        "xtask",
        "--all-targets",
        "--",
        "-Dwarnings",
    ]))
}

/// Clippy on what only exists for WebAssembly.
pub(crate) fn clippy_wasm() -> Result<()> {
    setup::wasm_target()?;
    run(cargo(&place::root()).args([
        "clippy",
        "--quiet",
        "--package",
        "qianfa",
        "--lib",
        // As it is shipped.
        "--no-default-features",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-Dwarnings",
    ]))
}

/// The library's documentation, with working links.
pub(crate) fn documentation() -> Result<()> {
    run(cargo(&place::root())
        .args(["doc", "--quiet", "--package", "qianfa", "--no-deps"])
        .env("RUSTDOCFLAGS", "-Dwarnings"))
}
