// Titles, with a rulebook's names or without. Everything is read in Rust.

import { readTitle as readPlain } from "../build/qianfa.js";
import { requireEngine } from "./engine.ts";
import { titlesOf } from "./rulebook.ts";
import type { Roster, Rulebook, TitleReading } from "./types.d.ts";

/** What a title says and suggests. */
export function readTitle(title: string, rulebook?: Rulebook, options?: { roster?: Roster }): TitleReading {
  requireEngine("`readTitle`");
  if (rulebook === undefined || rulebook === null) return readPlain(title);
  return titlesOf(rulebook, "`readTitle`")(title, options ? options.roster : undefined);
}
