// A loaded rulebook as callers see it. Everything is decided in Rust; here is only the shape.

import { loadRulebook as load, type RulebookHandle } from "../build/qianfa.js";
import { requireReady } from "./init.ts";
import type { Decision, Draft, Route, RouteOptions, Rulebook, RulebookIssue, RulebookSource, Vocabulary } from "./types.d.ts";

/** What a faulty rulebook is refused with: every fault, not the first. */
export class RulebookError extends Error {
  readonly issues: RulebookIssue[];

  constructor(issues: RulebookIssue[]) {
    super(issues.map((issue) => issue.message).join("\n"));
    this.name = "RulebookError";
    this.issues = issues;
  }
}

/** Reads a rulebook. */
export function loadRulebook(source: RulebookSource): Rulebook {
  requireReady("loadRulebook");
  let handle: RulebookHandle | undefined;
  try {
    handle = load(source);
  } catch (thrown) {
    throw Array.isArray(thrown) ? new RulebookError(thrown) : thrown;
  }
  const { id, title } = handle;
  let vocabulary: Vocabulary | undefined;
  const engine = (): RulebookHandle => {
    if (handle === undefined) throw new Error(`qianfa: the rulebook \`${id}\` has been freed`);
    return handle;
  };
  // Frozen and without `this`: its methods can be handed around, and Vue leaves it alone instead of wrapping it in a proxy.
  return Object.freeze({
    id,
    title,
    get vocabulary(): Vocabulary {
      if (vocabulary === undefined) vocabulary = frozen(engine().vocabulary());
      return vocabulary as Vocabulary;
    },
    route: (draft: Draft, options?: RouteOptions): Route => engine().route(draft, options),
    decide: (draft: Draft, options?: RouteOptions): Decision => engine().decide(draft, options),
    routeMany: (drafts: readonly Draft[], options?: RouteOptions): Route[] => engine().routeMany(drafts, options),
    free(): void {
      if (handle !== undefined) handle.free();
      handle = undefined;
    },
  });
}

/** Freezes to the bottom: a vocabulary is read over and over, so it is made once, and nobody may change it for others. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
