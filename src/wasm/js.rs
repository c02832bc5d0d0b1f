//! The few functions of JavaScript that the edge calls.
//!
//! Declared here, because the crate `js-sys` declares all there are: what belongs to its closures and promises stays in the
//! module, though nothing calls it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Nothing but `undefined` or a [`Text`].
    #[wasm_bindgen(catch, js_namespace = JSON)]
    pub(super) fn stringify(value: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = JSON)]
    pub(super) fn parse(text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Reflect)]
    pub(super) fn get(of: &JsValue, key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = get)]
    pub(super) fn get_at(of: &JsValue, at: u32) -> Result<JsValue, JsValue>;

    /// A string that has stayed in JavaScript.
    #[wasm_bindgen(is_type_of = JsValue::is_string)]
    pub(super) type Text;

    /// In UTF-16 units.
    #[wasm_bindgen(method, getter)]
    pub(super) fn length(this: &Text) -> u32;

    pub(super) type Array;

    #[wasm_bindgen(constructor)]
    pub(super) fn new() -> Array;

    #[wasm_bindgen(method)]
    pub(super) fn push(this: &Array, item: &JsValue) -> u32;
}
