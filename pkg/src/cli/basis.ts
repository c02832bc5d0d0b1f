// The words of the rules, and apart from them what was read in.

import type { Basis } from "../types.d.ts";
import type { Page } from "./page.ts";

export function printBasis(page: Page, basis: readonly Basis[], indent: number): void {
  for (const { clause, cite, quote, interpretation } of basis) {
    // A delegation on record is no clause.
    page.line(`${clause === "" ? "" : `${page.paint.cyan(clause)} `}${cite}：${quote}`, indent);
    if (interpretation !== undefined) page.line(page.paint.dim(`解释：${interpretation}`), indent);
  }
}

/** The citations alone, each once. */
export function cites(basis: readonly Basis[]): string {
  return [...new Set(basis.map(({ cite }) => cite))].join("；");
}
