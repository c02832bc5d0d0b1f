// What would change a route, on a page.

import type { Change } from "../types.d.ts";
import type { Asked } from "./asked.ts";
import type { Page } from "./page.ts";
import { printHead, printUnused } from "./route-page.ts";

/** The draft's route as it is, in short. */
export function printAsked(page: Page, { rulebook, draft, options }: Asked): void {
  const route = rulebook.route(draft, options);
  printHead(page, route, draft, rulebook.vocabulary);
  page.item("签发", rulebook.decide(draft, options).outcomes.join("；"));
  printUnused(page, route);
}

export function printChanges(page: Page, changes: readonly Change[]): void {
  for (const { words } of changes) page.item("-", words);
}
