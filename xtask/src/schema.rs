//! The JSON Schemas of the rulebook format: written beside the rulebooks, where editors find them.

use crate::place;
use anyhow::Result;
use qianfa::rulebook::{Dialect, schema};
use std::fs;

/// Writes one file for each dialect.
pub(crate) fn write() -> Result<()> {
    let folder = place::schemas();
    fs::create_dir_all(&folder)?;
    for dialect in Dialect::ALL {
        let file = folder.join(format!("rulebook-1.{}.schema.json", dialect.name()));
        fs::write(&file, schema(dialect) + "\n")?;
        println!("{}", file.display());
    }
    Ok(())
}
