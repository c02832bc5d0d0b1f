// How a case came out, on a page.

import type { CaseResult } from "../types.d.ts";
import type { Page } from "./page.ts";

export function printFailures(page: Page, { name, faults, contested }: CaseResult): void {
  page.item(contested ? page.paint.yellow("?") : page.paint.red("✗"), contested ? `${name}（有争议，不计）` : name, 2);
  for (const fault of faults) page.item("-", fault, 4);
}
