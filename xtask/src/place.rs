//! Where things lie. Nothing else here spells out a folder of the project.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Cargo's target folder, which the environment may move.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The npm package.
pub(crate) fn package() -> PathBuf {
    root().join("pkg")
}

/// What is built from Rust and goes into the package: glue, module, rulebooks as JSON.
pub(crate) fn built() -> PathBuf {
    package().join("build")
}

/// The rulebooks that are shipped.
pub(crate) fn rulebooks() -> PathBuf {
    root().join("rulebooks")
}

/// The cases of a rulebook, in its folder.
pub(crate) const CASES: &str = "cases.json";

/// The JSON Schemas of the rulebook format.
pub(crate) fn schemas() -> PathBuf {
    rulebooks().join("schema")
}

/// Where the tests unpack and install things.
pub(crate) fn scratch() -> PathBuf {
    target().join("npm")
}
