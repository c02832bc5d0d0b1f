//! What a command needs on the machine: the WebAssembly target and, for the browser tests, Chromium with its driver.

use crate::place;
use crate::run::{command, output, run};
use anyhow::{Context, Result, bail};
use std::env;
use std::path::PathBuf;

const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The pinned toolchain's target. `rustup target add` never moves the compiler, unlike `rustup toolchain install`.
pub(crate) fn wasm_target() -> Result<()> {
    run(command("rustup", &place::root()).args(["--quiet", "target", "add", "wasm32-unknown-unknown"]))
        .context("rustup is needed to install the wasm32-unknown-unknown target")
}

/// Chromium and chromedriver: those of the environment, else those in the PATH, else those of Debian.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Finds Chromium and its driver, installing them where apt-get and the right to use it are at hand.
pub(crate) fn browser() -> Result<Browser> {
    if let Some(browser) = find_browser() {
        return Ok(browser);
    }
    if !may_use_apt() {
        bail!(
            "the browser tests need Chromium and chromedriver: install them (Debian: chromium chromium-driver), or name them in \
             CHROMIUM and CHROMEDRIVER; `cargo xtask test --quick` does without"
        );
    }
    let root = place::root();
    run(command("apt-get", &root).args(["-qq", "update"]))?;
    // The font is for Chinese text in screenshots: without it every glyph is a box.
    run(command("apt-get", &root).env("DEBIAN_FRONTEND", "noninteractive").args([
        "-qq",
        "install",
        "-y",
        "--no-install-recommends",
        "chromium",
        "chromium-driver",
        "fonts-wqy-microhei",
    ]))?;
    find_browser().context("chromium was installed, but is not in the PATH")
}

fn find_browser() -> Option<Browser> {
    let named = |variable| env::var_os(variable).map(PathBuf::from);
    Some(Browser {
        chromium: named("CHROMIUM").or_else(|| CHROMIUM.into_iter().find_map(in_path))?,
        driver: named("CHROMEDRIVER").or_else(|| in_path("chromedriver"))?,
    })
}

fn in_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

fn may_use_apt() -> bool {
    in_path("apt-get").is_some() && output(command("id", &place::root()).arg("-u")).is_ok_and(|user| user.trim() == "0")
}
