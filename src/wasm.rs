//! The edge to JavaScript: nothing but this room knows `JsValue`. It decides nothing.
//!
//! Input is taken as a snapshot, `JSON.stringify` of whatever the page hands over: throwing getters, proxies, cycles
//! and polluted prototypes then never reach the engine. Output is plain objects.

#[cfg(feature = "tools")]
mod tools;

use crate::draft::InputFinding;
use crate::engine::{Options, read_options};
use crate::rulebook::parse_date;
use crate::tree::{Node, Value, read_json};
use crate::{Route, Versions, read_title};
use js_sys::{Array, JSON, JsString, Reflect};
use serde::Serialize;
use std::sync::{Mutex, PoisonError};
use wasm_bindgen::prelude::*;

/// The standard allocator weighs 3 KB more (gzipped) and is no better for the short lives of routes.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The largest draft, in UTF-16 units of its JSON. A real one has a few hundred.
const LARGEST_DRAFT: u32 = 256 * 1024;
/// The most drafts in one call.
const MOST_DRAFTS: u32 = 100_000;
/// The largest rulebook, likewise. The shipped ones have less than a tenth of it.
const LARGEST_RULEBOOK: u32 = 4 * 1024 * 1024;

/// The most versions of one rulebook, and the most rulebooks on which it may stand.
const MOST_RULEBOOKS: u32 = 1000;

/// A loaded rulebook: one version or several.
#[wasm_bindgen(js_name = RulebookHandle)]
pub struct Handle(Versions);

/// Loads the versions of a rulebook, each from its text (YAML or JSON) or from its plain object; likewise the rulebooks
/// to which they may point as what they stand on.
///
/// # Errors
/// An array with every fault.
#[wasm_bindgen(js_name = loadRulebook)]
pub fn load_rulebook(sources: &JsValue, bases: &JsValue) -> Result<Handle, JsValue> {
    let (sources, bases) = (texts(sources), texts(bases));
    Versions::from_texts(&sources, &bases).map(Handle).map_err(|issues| to_js(&issues))
}

/// The texts of rulebooks: as they are, or of objects their JSON. What is no JSON at all reads as an empty text, and that is
/// the fault reported.
fn texts(sources: &JsValue) -> Vec<String> {
    let mut texts = Vec::new();
    for it in items(sources, MOST_RULEBOOKS) {
        texts.push(text(&it));
    }
    texts
}

fn text(source: &JsValue) -> String {
    source.as_string().or_else(|| json(source, LARGEST_RULEBOOK)).unwrap_or_default()
}

/// The items of what has a length; what throws when it is read is no value.
fn items(list: &JsValue, most: u32) -> impl Iterator<Item = JsValue> {
    let count = Reflect::get(list, &"length".into()).ok().and_then(|it| it.as_f64()).unwrap_or(0.0);
    // A cast from a float stays within the bounds.
    (0..(count as u32).min(most)).map(move |at| Reflect::get_u32(list, at).unwrap_or(JsValue::UNDEFINED))
}

/// What a title says without a rulebook. What is no text reads as an empty title.
#[wasm_bindgen(js_name = readTitle)]
#[must_use]
pub fn title_reading(title: &JsValue) -> JsValue {
    to_js(&read_title(&title.as_string().unwrap_or_default()))
}

#[wasm_bindgen(js_class = RulebookHandle)]
impl Handle {
    /// The rulebook's id.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn id(&self) -> String {
        self.0.newest().id().to_owned()
    }

    /// The digest of what it says.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn digest(&self) -> String {
        self.0.newest().digest().to_owned()
    }

    /// The title of the rules.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn title(&self) -> String {
        self.0.newest().title().to_owned()
    }

    /// Who must sign a draft, and by which path.
    #[must_use]
    pub fn route(&self, draft: &JsValue, options: &JsValue) -> JsValue {
        to_js(&self.route_of(draft, &given(options)))
    }

    /// The signing question alone.
    #[must_use]
    pub fn decide(&self, draft: &JsValue, options: &JsValue) -> JsValue {
        to_js(&self.0.decide_with(&tree(draft), &given(options).0))
    }

    /// The smallest changes that would lead to another answer.
    #[wasm_bindgen(js_name = whatIf)]
    #[must_use]
    pub fn what_if(&self, draft: &JsValue, options: &JsValue) -> JsValue {
        to_js(&self.0.what_if_with(&tree(draft), &given(options).0))
    }

    /// Why the route is not as expected.
    #[wasm_bindgen(js_name = whyNot)]
    #[must_use]
    pub fn why_not(&self, draft: &JsValue, wanted: &JsValue, options: &JsValue) -> JsValue {
        to_js(&self.0.why_not_with(&tree(draft), &tree(wanted), &given(options).0))
    }

    /// The routes of several drafts. What has no length has no drafts; what throws when it is read is no draft.
    #[wasm_bindgen(js_name = routeMany)]
    #[must_use]
    pub fn route_many(&self, drafts: &JsValue, options: &JsValue) -> Array {
        let options = given(options);
        items(drafts, MOST_DRAFTS).map(|draft| to_js(&self.route_of(&draft, &options))).collect()
    }

    /// Facts, values and prompts in the rulebook's words.
    #[must_use]
    pub fn vocabulary(&self) -> JsValue {
        to_js(&self.0.vocabulary())
    }

    /// What a title says in the names of the newest version and of a roster.
    #[wasm_bindgen(js_name = readTitle)]
    #[must_use]
    pub fn read_title(&self, title: &JsValue, roster: &JsValue) -> JsValue {
        to_js(&self.0.newest().read_title_with(&title.as_string().unwrap_or_default(), &tree(roster)))
    }

    /// The versions, earliest first.
    #[must_use]
    pub fn versions(&self) -> JsValue {
        to_js(&self.0.versions())
    }

    /// Which version is in force on which days; nothing where one of the two is no date.
    #[must_use]
    pub fn sweep(&self, from: &str, until: &str) -> JsValue {
        let days = parse_date(from).zip(parse_date(until));
        to_js(&days.map(|(from, until)| self.0.sweep(from, until)))
    }

    fn route_of(&self, draft: &JsValue, (options, faults): &Given) -> Route {
        self.0.route_with(&tree(draft), options, faults.clone())
    }
}

/// A value as JSON text; nothing where it is too large, cyclic, throws, or is no value at all.
fn json(value: &JsValue, largest: u32) -> Option<String> {
    let text: JsValue = JSON::stringify(value).ok()?.into();
    // `JSON.stringify(undefined)` is no string.
    let text: &JsString = text.dyn_ref()?;
    (text.length() <= largest).then(|| text.into())
}

/// What a value was when it was handed over; nothing where it is no value.
fn tree(value: &JsValue) -> Node {
    snapshot(value).and_then(|it| read_json(&it).ok()).unwrap_or_default()
}

fn snapshot(value: &JsValue) -> Option<String> {
    Some(without_half_characters(&json(value, LARGEST_DRAFT)?))
}

/// `JSON.stringify` writes half a surrogate pair as `\ud83d`, which is no text to Rust: the sign for the unreadable
/// stands in for it. A half emoji in a title must not cost the whole draft.
fn without_half_characters(json: &str) -> String {
    let mut whole = String::with_capacity(json.len());
    let mut rest = json;
    while let Some((before, escape)) = rest.split_once('\\') {
        whole.push_str(before);
        whole.push('\\');
        // A whole pair is never escaped, and `\ud0` to `\ud7` are Korean letters.
        let half = escape.starts_with("ud") && escape.get(2..3).is_none_or(|it| it >= "8");
        let (shown, after) = if half { ("ufffd", 5) } else { (escape.get(..1).unwrap_or(""), 1) };
        whole.push_str(shown);
        rest = escape.get(after..).unwrap_or("");
    }
    whole.push_str(rest);
    whole
}

/// Options as they were read, and what is wrong with them.
type Given = (Options, Vec<InputFinding>);

/// The last options and their text: a page hands over the same roster with every draft, and reading it takes longer than
/// a route.
static LAST: Mutex<Option<(String, Given)>> = Mutex::new(None);

/// Options that are no object at all are as good as none; a wrong one among them is a finding.
fn given(options: &JsValue) -> Given {
    if options.is_undefined() || options.is_null() {
        return Given::default();
    }
    // What is no JSON is no object either.
    let text = snapshot(options).unwrap_or_else(|| "false".to_owned());
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    match last.as_ref() {
        Some((known, given)) if *known == text => given.clone(),
        _ => {
            let given = read_options(&read_json(&text).unwrap_or(Node::unplaced(Value::Bool(false))));
            *last = Some((text, given.clone()));
            given
        }
    }
}

/// Plain objects and arrays, `null` for none: by way of JSON text, which no setter on a polluted prototype can catch.
fn to_js(value: &impl Serialize) -> JsValue {
    serde_json::to_string(value).ok().and_then(|text| JSON::parse(&text).ok()).unwrap_or(JsValue::NULL)
}
