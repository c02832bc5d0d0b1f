// A rulebook as it was handed over. It is read once, into text, so that what is verified is what is loaded; the tools read that text
// when they are first asked about it.

import { orRulebookError } from "./error.ts";
import { tools } from "./tools-start.ts";
import type { RulebookSource } from "./types.d.ts";
import type { ToolsHandle } from "../build/qianfa_tools.js";

/** One version of a rulebook as it was handed over. */
export interface Source {
  /** What it said then, as JSON. */
  readonly json: string;
  /** The rulebook as the tools see it. */
  tools(by: string): ToolsHandle;
  /** Gives back what the tools hold. */
  free(): void;
}

/** Takes a rulebook that stands on these (as JSON). */
export function take(source: RulebookSource, bases: readonly string[]): Source {
  let handle: ToolsHandle | undefined;
  const read = (text: string, by: string): ToolsHandle => orRulebookError(() => tools(by).loadForTools(text, bases));
  // The authors' form is read by the tools first: their faults have lines.
  if (isAuthors(source)) handle = read(source, AUTHORS_FORM);
  const json = jsonOf(source);
  return {
    json,
    tools: (by) => handle || (handle = read(json, by)),
    free() {
      if (handle !== undefined) handle.free();
      handle = undefined;
    },
  };
}

/** A rulebook as JSON. What cannot be read at all is an empty text: that is then its fault. */
export function jsonOf(source: RulebookSource): string {
  if (isAuthors(source)) return JSON.stringify(tools(AUTHORS_FORM).textToJson(source));
  if (typeof source === "string") return source;
  try {
    return JSON.stringify(source) || "";
  } catch (_) {
    return "";
  }
}

/** Text that starts like no JSON is in the authors' form. */
function isAuthors(source: RulebookSource): source is string {
  return typeof source === "string" && !/^\s*([[{]|$)/.test(source);
}

const AUTHORS_FORM = "a text that is no JSON";
