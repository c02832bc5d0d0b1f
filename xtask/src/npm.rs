//! npm: installing exactly what a committed lock file says.

use crate::run::{command, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// `npm` in a folder.
pub(crate) fn npm(folder: &Path) -> Command {
    command(NPM, folder)
}

/// `node` in a folder.
pub(crate) fn node(folder: &Path) -> Command {
    command("node", folder)
}

/// Installs the folder's locked packages, unless they are there already.
///
/// Scripts of packages are not run: nothing here needs them, and what does not run can do no harm.
pub(crate) fn install(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(npm(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))
        .context("Node 20 or newer with npm is needed")?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// A tool of the packages that are installed in a folder.
pub(crate) fn tool(folder: &Path, name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    command(folder.join("node_modules/.bin").join(file), folder)
}
