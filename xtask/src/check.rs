//! Reads one rulebook as its author would: every fault on a line of its own.

use crate::pack;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Checks a shipped rulebook by its id, or any rulebook by its path.
pub(crate) fn check(rulebook: &str) -> Result<()> {
    let shipped = pack::rulebook_file(rulebook);
    let file = if shipped.is_file() { shipped } else { PathBuf::from(rulebook) };
    if !file.is_file() {
        bail!("no rulebook `{rulebook}`: neither a file nor one of {}", pack::rulebook_ids()?.join(", "));
    }
    match pack::rulebook_json(&file)? {
        Ok(_) => {
            println!("{rulebook}: no faults");
            Ok(())
        }
        Err(faults) => {
            for fault in &faults {
                println!("{fault}");
            }
            bail!("{rulebook}: {} faults", faults.len())
        }
    }
}
