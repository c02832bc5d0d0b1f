//! The library as two WebAssembly modules with their JavaScript glue, the engine and the tools for authors, and the proof that old
//! kernels can load them.

use crate::place;
use crate::run::{cargo, output, run};
use crate::setup;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Validator, WasmFeatures};

const TARGET: &str = "wasm32-unknown-unknown";

/// The custom section in which the module carries its version. The JavaScript compares it with its own before it starts the
/// module: a self-hosted page easily serves a module that is older than its script.
const VERSION_SECTION: &str = "qianfa_version";

/// What Chromium 75 and newer understand.
const FEATURES: WasmFeatures = WasmFeatures::WASM1
    .union(WasmFeatures::MUTABLE_GLOBAL)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::BULK_MEMORY);

/// One build of the library.
struct Module {
    /// The name of its files.
    name: &'static str,
    /// What cargo is told beside what holds for both.
    profile: &'static str,
    features: &'static [&'static str],
}

const MODULES: [Module; 2] = [
    // What a drafting page loads: rulebooks as JSON, no tools for authors.
    Module { name: "qianfa", profile: "release", features: &["--no-default-features"] },
    // Everything, made for speed.
    Module { name: "qianfa_tools", profile: "tools", features: &[] },
];

/// Builds both modules and their glue into `pkg/build`.
pub(crate) fn build() -> Result<()> {
    setup::wasm_target()?;
    let version = version()?;
    for module in &MODULES {
        compile(module)?;
        glue(module, &version)?;
    }
    Ok(())
}

fn compile(module: &Module) -> Result<()> {
    let root = place::root();
    let mut cargo = cargo(&root);
    cargo
        .args(["build", "--profile", module.profile, "--package", "qianfa", "--lib", "--target", TARGET])
        .args(module.features);
    // Either variable would silently replace the flags of `.cargo/config.toml`.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    cargo.arg("--config").arg(remapped_paths(&root)?);
    run(&mut cargo)
}

/// Writes the glue and the finished module of what was compiled last.
fn glue(module: &Module, version: &str) -> Result<()> {
    let out = place::built();
    fs::create_dir_all(&out)?;
    Bindgen::new()
        .input_path(place::target().join(TARGET).join(module.profile).join("qianfa.wasm"))
        .out_name(module.name)
        .web(true)?
        .typescript(true)
        // No `import.meta` in the glue: one glue serves web, Node, inline and classic scripts.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&out)?;

    // Types of the raw exports, which nobody may use.
    fs::remove_file(out.join(format!("{}_bg.wasm.d.ts", module.name)))?;

    let file = out.join(format!("{}_bg.wasm", module.name));
    let mut bytes = fs::read(&file)?;
    validate(&bytes)?;
    append_custom_section(&mut bytes, VERSION_SECTION, version.as_bytes());
    fs::write(&file, &bytes)?;
    println!("{}: {} bytes, valid for Chromium 78", module.name, bytes.len());
    Ok(())
}

/// The version of the library, which the package must have as well.
pub(crate) fn version() -> Result<String> {
    let id = output(cargo(&place::root()).args(["pkgid", "--package", "qianfa"]))?;
    let (_, version) = id.trim().rsplit_once(['#', '@']).context("cargo pkgid names no version")?;
    Ok(version.to_owned())
}

/// Takes the folders of this machine out of the module: panic messages name the source files of dependencies.
fn remapped_paths(root: &Path) -> Result<String> {
    let mut flags = Vec::new();
    for folder in registry_sources()? {
        flags.push(format!("'--remap-path-prefix={}=crates'", folder.display()));
    }
    flags.push(format!("'--remap-path-prefix={}=qianfa'", root.display()));
    // Cargo joins these to the flags of `.cargo/config.toml`.
    Ok(format!("target.{TARGET}.rustflags=[{}]", flags.join(", ")))
}

/// Where cargo unpacked the dependencies; this program's own are among them, so the folders exist.
fn registry_sources() -> Result<Vec<PathBuf>> {
    let home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => env::home_dir().context("there is no home folder")?.join(".cargo"),
    };
    let Ok(entries) = fs::read_dir(home.join("registry/src")) else {
        return Ok(Vec::new());
    };
    let mut folders = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    folders.sort();
    Ok(folders)
}

/// Fails where the module needs more than the oldest supported kernel has.
fn validate(module: &[u8]) -> Result<()> {
    Validator::new_with_features(FEATURES)
        .validate_all(module)
        .map(|_| ())
        .context("the module would not load in Chromium 78 (are the rustflags of .cargo/config.toml in force?)")
}

/// A custom section at the end of a module: id 0, its size, its name with length, its content.
fn append_custom_section(module: &mut Vec<u8>, name: &str, content: &[u8]) {
    let mut body = leb128(name.len());
    body.extend_from_slice(name.as_bytes());
    body.extend_from_slice(content);
    module.push(0);
    module.extend(leb128(body.len()));
    module.extend(body);
}

/// A number as WebAssembly writes lengths: seven bits a byte, lowest first, the eighth bit saying that more follow.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}
