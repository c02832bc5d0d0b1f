// What the tools do with rulebooks beside what a loaded one does by itself.

import { orRulebookError } from "./error.ts";
import { toolsHandle } from "./rulebook.ts";
import { tools } from "./tools-start.ts";
import type { Comparison, Difference, Rulebook } from "./types.d.ts";

/** Where two rulebooks part. */
export function diffRulebooks(before: Rulebook, after: Rulebook): Difference[] {
  const by = "`diffRulebooks`";
  return tools(by).diff(toolsHandle(before, by), toolsHandle(after, by));
}

/** The same for a reader. */
export function compareRulebooks(before: Rulebook, after: Rulebook): Comparison {
  const by = "`compareRulebooks`";
  return tools(by).compare(toolsHandle(before, by), toolsHandle(after, by));
}

/** The JSON Schema of the format. */
export function rulebookSchema(draft: "2020-12" | "draft-07" = "2020-12"): { [key: string]: unknown } {
  return tools("`rulebookSchema`").schema(draft);
}

/** A rulebook's text as an object. */
export function rulebookFromText(text: string): { [key: string]: unknown } {
  return orRulebookError(() => tools("`rulebookFromText`").textToJson(text));
}
