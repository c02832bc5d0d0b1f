//! The demo: the pages in `www` with the package as npm would install it and the rulebooks as their authors wrote them, in
//! one folder that any static server can serve.

use crate::{npm, pack, place, run, serve};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The port of the demo, if it is free.
pub(crate) const PORT: u16 = 8080;

/// Builds everything and serves the page until it is stopped.
pub(crate) fn demo(port: u16) -> Result<()> {
    let site = assemble(&pack::pack()?)?;
    serve::serve(&site, port)
}

/// Lays out `www/dist`: the pages' files, the unpacked tarball in `vendor/qianfa/`, the rulebooks' texts and cases in
/// `rulebooks/` for the authoring page to open.
pub(crate) fn assemble(tarball: &Path) -> Result<PathBuf> {
    let source = place::root().join("www");
    let site = source.join("dist");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    copy(&source, &site, &["dist", "node_modules"])?;
    unpack(tarball, &site.join("vendor/qianfa"))?;
    copy(&place::rulebooks(), &site.join("rulebooks"), &[])?;
    Ok(site)
}

/// Copies a folder, except for the entries named.
fn copy(from: &Path, to: &Path, except: &[&str]) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        if except.iter().any(|&unwanted| name == unwanted) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name), &[])?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}

/// Puts the files of a tarball into a folder. npm itself unpacks it: a page gets what an installation gets.
fn unpack(tarball: &Path, folder: &Path) -> Result<()> {
    let scratch = place::scratch().join("demo");
    match fs::remove_dir_all(&scratch) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => fs::create_dir_all(&scratch)?,
    }
    fs::write(scratch.join("package.json"), r#"{ "private": true }"#)?;
    run::run(
        npm::npm(&scratch)
            .args(["install", "--no-save", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
            .arg(tarball),
    )?;
    copy(&scratch.join("node_modules/qianfa"), folder, &[])
}
