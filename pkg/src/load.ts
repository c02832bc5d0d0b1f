// From what a caller hands over to a rulebook that is taken, or refused with everything that speaks against it.

import { loadRulebook as load, type RulebookHandle } from "../build/qianfa.js";
import { requireEngine } from "./engine.ts";
import { orRulebookError, RulebookError } from "./error.ts";
import { readOptions, type Options } from "./options.ts";
import { rulebookOf } from "./rulebook.ts";
import { jsonOf, take, type Source } from "./source.ts";
import { tools } from "./tools-start.ts";
import type { LoadOptions, Rulebook, RulebookIssue, RulebookSource, RulebookVersion } from "./types.d.ts";

/** Reads a rulebook, or several versions of one. */
export function loadRulebook(given: RulebookSource | readonly RulebookSource[], options?: LoadOptions): Rulebook {
  requireEngine("`loadRulebook`");
  return orRulebookError(() => read(Array.isArray(given) ? given : [given], readOptions(options)));
}

function read(versions: readonly RulebookSource[], options: Options): Rulebook {
  const bases = options.bases.map(jsonOf);
  const sources: Source[] = [];
  let handle: RulebookHandle | undefined;
  try {
    for (const version of versions) sources.push(take(version, bases));
    handle = load(sources.map(({ json }) => json), bases);
    refuse(sealIssues(handle, sources, bases, options));
    refuse(caseIssues(sources, options));
    return rulebookOf(handle, sources);
  } catch (error) {
    if (handle !== undefined) handle.free();
    for (const source of sources) source.free();
    throw error;
  }
}

function sealIssues(handle: RulebookHandle, sources: readonly Source[], bases: readonly string[], { seal }: Options): RulebookIssue[] {
  if (seal === undefined) return [];
  const said = ({ title, digest }: RulebookHandle): RulebookVersion => ({ title, digest });
  // Signatures are in the order of the sources, versions in that of time: so each source is looked at alone.
  const alone = ({ json }: Source): RulebookVersion => {
    const version = load([json], bases);
    try {
      return said(version);
    } finally {
      version.free();
    }
  };
  return tools("`publicKey`").sealIssues(sources.length === 1 ? [said(handle)] : sources.map(alone), seal);
}

function caseIssues(sources: readonly Source[], { verify }: Options): RulebookIssue[] {
  if (verify === false) return [];
  const by = "`verify`";
  const cases = verify === true ? undefined : verify;
  if (cases !== undefined && sources.length > 1) {
    throw new TypeError(`qianfa: ${by} takes cases for one version; of several, each carries its own`);
  }
  const issues: RulebookIssue[] = [];
  sources.forEach((source, at) => {
    const place = sources.length > 1 ? `/${at}` : "";
    issues.push(...tools(by).caseIssues(source.tools(by), place, cases));
  });
  return issues;
}

function refuse(issues: RulebookIssue[]): void {
  if (issues.length > 0) throw new RulebookError(issues);
}
