// What a rulebook that cannot be taken is refused with.

import type { RulebookIssue } from "./types.d.ts";

/** Every fault of a rulebook, not the first. */
export class RulebookError extends Error {
  readonly issues: RulebookIssue[];

  constructor(issues: RulebookIssue[]) {
    super(issues.map((issue) => issue.message).join("\n"));
    this.name = "RulebookError";
    this.issues = issues;
  }
}

/** Runs what throws a rulebook's faults as Rust does, which knows no errors of JavaScript: as a list. */
export function orRulebookError<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw Array.isArray(thrown) ? new RulebookError(thrown) : thrown;
  }
}
