//! The edge of the tools for authors: proofs, comparison, cases, signatures, the text form.

use super::{LARGEST_RULEBOOK, json, to_js};
use crate::rulebook::{Dialect, schema, text_to_json};
use crate::signature::{self, SignatureFault};
use crate::{CheckOptions, Rulebook};
use js_sys::JSON;
use serde::Deserialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// A rulebook in its author's hands.
#[wasm_bindgen(js_name = ToolsHandle)]
pub struct ToolsHandle(Rulebook);

/// Loads one rulebook from its text (YAML or JSON) or from its plain object; likewise those on which it may stand.
///
/// # Errors
/// An array with every fault.
#[wasm_bindgen(js_name = loadForTools)]
pub fn load_for_tools(source: &JsValue, bases: &JsValue) -> Result<ToolsHandle, JsValue> {
    let bases = super::texts(bases);
    let bases: Vec<&str> = bases.iter().map(String::as_str).collect();
    Rulebook::from_text_on(&super::text(source), &bases).map(ToolsHandle).map_err(|issues| to_js(&issues))
}

/// What `check` is given.
#[derive(Default, Deserialize)]
struct Given {
    text: Option<String>,
    cases: Option<Vec<Value>>,
}

#[wasm_bindgen(js_class = ToolsHandle)]
impl ToolsHandle {
    /// Proofs about the rulebook itself. Without cases of the caller's, its own show what is exercised.
    #[must_use]
    pub fn check(&self, options: &JsValue) -> JsValue {
        let given: Given = read(options).unwrap_or_default();
        let cases = given.cases.as_deref().unwrap_or(self.0.cases());
        to_js(&self.0.check(CheckOptions { cases, text: given.text.as_deref() }))
    }

    /// Runs cases; the rulebook's own where none are given.
    #[must_use]
    pub fn test(&self, cases: &JsValue) -> JsValue {
        let given: Option<Vec<Value>> = read(cases);
        to_js(&self.0.test(given.as_deref().unwrap_or(self.0.cases())))
    }

    /// Everything about one clause; nothing where no clause has this id.
    #[must_use]
    pub fn clause(&self, id: &str) -> JsValue {
        self.0.clause(id).map_or(JsValue::UNDEFINED, |account| to_js(&account))
    }
}

/// Where two rulebooks part.
#[wasm_bindgen]
#[must_use]
pub fn diff(before: &ToolsHandle, after: &ToolsHandle) -> JsValue {
    to_js(&before.0.diff(&after.0))
}

/// The same for a reader.
#[wasm_bindgen]
#[must_use]
pub fn compare(before: &ToolsHandle, after: &ToolsHandle) -> JsValue {
    to_js(&before.0.compare(&after.0))
}

/// The JSON Schema of the format; nothing for a dialect that is not known.
#[wasm_bindgen(js_name = schema)]
#[must_use]
pub fn schema_of(dialect: &str) -> JsValue {
    Dialect::from_name(dialect).and_then(|it| JSON::parse(&schema(it)).ok()).unwrap_or(JsValue::UNDEFINED)
}

/// A rulebook's text as a plain object. Only the syntax is checked.
///
/// # Errors
/// An array with the fault.
#[wasm_bindgen(js_name = textToJson)]
pub fn object_of_text(text: &str) -> Result<JsValue, JsValue> {
    let json = text_to_json(text).map_err(|issues| to_js(&issues))?;
    Ok(JSON::parse(&json).unwrap_or(JsValue::NULL))
}

/// Whether a signature is by this key over this digest.
///
/// # Errors
/// An array with the fault where key or signature are none at all.
#[wasm_bindgen(js_name = verifySignature)]
pub fn verify_signature(public_key: &str, signature: Option<String>, digest: &str) -> Result<bool, JsValue> {
    match signature::verify(public_key, signature.as_deref(), digest) {
        Ok(()) => Ok(true),
        Err(SignatureFault::Mismatch) => Ok(false),
        Err(fault) => Err(to_js(&[crate::rulebook::Issue::from(fault)])),
    }
}

/// A value handed over, in a shape that is known; nothing where it has another.
fn read<T: for<'de> Deserialize<'de>>(value: &JsValue) -> Option<T> {
    serde_json::from_str(&json(value, LARGEST_RULEBOOK)?).ok()
}
