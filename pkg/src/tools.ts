// The tools for authors: a module that holds what the engine does and the proofs besides, and the script that only they need. An entry
// may load this file late; so it shares no other with those that a drafting page loads.

export { default, compare, diff, initSync, loadForTools, schema, textToJson } from "../build/qianfa_tools.js";
export { caseIssues, sealIssues } from "./verify.ts";
