// A loaded rulebook as callers see it. Everything is decided in Rust; here is only the shape.

import { orRulebookError } from "./error.ts";
import { frozen } from "./frozen.ts";
import { sessionOf } from "./session.ts";
import type { Source } from "./source.ts";
import type { ToolsHandle } from "../build/qianfa_tools.js";
import type { RulebookHandle } from "../build/qianfa.js";
import type * as api from "./types.d.ts";

/** How the tools get at a rulebook that a caller hands back. */
const toolsOf = new WeakMap<api.Rulebook, (by: string) => ToolsHandle>();

/** How its names read a title. */
type Titles = (title: string, roster?: api.Roster) => api.TitleReading;
const titles = new WeakMap<api.Rulebook, Titles>();

/** A rulebook over its handle in the engine and the sources it was made from; both are its own from now on. */
export function rulebookOf(engineHandle: RulebookHandle, sources: readonly Source[]): api.Rulebook {
  let handle: RulebookHandle | undefined = engineHandle;
  let vocabulary: api.Vocabulary | undefined;
  const { id, title, digest } = handle;
  const versions: readonly api.RulebookVersion[] = frozen(handle.versions());
  const engine = (): RulebookHandle => {
    if (handle === undefined) throw new Error(`qianfa: the rulebook \`${id}\` has been freed`);
    return handle;
  };
  // Proofs are about one text. Which version is meant is the caller's to say.
  const tools = (by: string): ToolsHandle => {
    engine();
    const [source] = sources;
    if (source === undefined || sources.length > 1) throw new Error(`qianfa: ${by} takes one version: load it alone`);
    return source.tools(by);
  };
  // Frozen and without `this`: its methods can be handed around, and Vue leaves it alone instead of wrapping it in a proxy.
  const rulebook: api.Rulebook = Object.freeze({
    id,
    title,
    digest,
    versions,
    get vocabulary(): api.Vocabulary {
      if (vocabulary === undefined) vocabulary = frozen(engine().vocabulary());
      return vocabulary as api.Vocabulary;
    },
    route: (draft: api.Draft, options?: api.RouteOptions): api.Route => engine().route(draft, options),
    decide: (draft: api.Draft, options?: api.RouteOptions): api.Decision => engine().decide(draft, options),
    routeMany: (drafts: readonly api.Draft[], options?: api.RouteOptions): api.Route[] => engine().routeMany(drafts, options),
    whatIf: (draft: api.Draft, options?: api.RouteOptions): api.Change[] => engine().whatIf(draft, options),
    whyNot: (draft: api.Draft, wanted: api.Wanted, options?: api.RouteOptions): api.WhyNot => engine().whyNot(draft, wanted, options),
    session: (draft?: api.Draft, options?: api.SessionOptions): api.Session =>
      sessionOf(
        {
          route: (now, then) => engine().route(now, then),
          readTitle: (title, then) => engine().readTitle(title, then ? then.roster : undefined),
          kinds: (list) => valuesOf(rulebook.vocabulary, list),
        },
        draft,
        options,
      ),
    check: (options?: api.CheckOptions): api.Report => orRulebookError(() => tools("`check`").check(options)),
    test: (cases?: readonly api.Case[]): api.CaseResult[] => orRulebookError(() => tools("`test`").test(cases)),
    clause: (id: string): api.ClauseAccount | undefined => tools("`clause`").clause(id) || undefined,
    sweep(from: string, until: string): api.Stretch[] {
      const stretches: api.Stretch[] | null = engine().sweep(from, until);
      if (stretches === null) throw new TypeError("qianfa: `sweep` takes days, each as YYYY-MM-DD");
      return stretches;
    },
    free(): void {
      if (handle !== undefined) handle.free();
      handle = undefined;
      for (const source of sources) source.free();
    },
  });
  toolsOf.set(rulebook, tools);
  titles.set(rulebook, (title, roster) => engine().readTitle(title, roster));
  return rulebook;
}

/** A rulebook as the tools see it. */
export function toolsHandle(rulebook: api.Rulebook, by: string): ToolsHandle {
  return kept(toolsOf, rulebook, by)(by);
}

/** What reads titles in a rulebook's names. */
export function titlesOf(rulebook: api.Rulebook, by: string): Titles {
  return kept(titles, rulebook, by);
}

function kept<T>(of: WeakMap<api.Rulebook, T>, rulebook: api.Rulebook, by: string): T {
  const found = of.get(rulebook);
  if (found === undefined) throw new TypeError(`qianfa: ${by} takes rulebooks as \`loadRulebook\` gives them`);
  return found;
}

function valuesOf({ facts }: api.Vocabulary, name: string): readonly string[] {
  const fact = facts.find((it) => it.name === name);
  return fact === undefined || fact.values === undefined ? [] : fact.values.map(({ value }) => value);
}
