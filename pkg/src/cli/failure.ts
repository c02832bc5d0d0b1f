// What ends a command before it has an answer.

import type { RulebookIssue } from "../types.d.ts";

/** Wrong usage, or a file that cannot be read or written: exit code 2. */
export class Failure extends Error {
  /** What to do about it, where that can be said. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** `是否想用 …？`, where anything is near. */
export function meant(words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : `是否想用 ${words.slice(0, 5).join("、")}？`;
}

/** A rulebook that was read and has faults: exit code 1. */
export class Faulty extends Error {
  /** What the rulebook is called on the command line. */
  readonly file: string;
  readonly issues: readonly RulebookIssue[];

  constructor(file: string, issues: readonly RulebookIssue[]) {
    super(`${file} 有 ${issues.length} 处错误`);
    this.file = file;
    this.issues = issues;
  }
}
