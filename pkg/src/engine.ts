// The engine: the module that answers for drafts, and the only one that a drafting page loads.

import start, { initSync as startSync } from "../build/qianfa.js";
import { startable, type Compile, type Given } from "./start.ts";
import type { InitSyncInput } from "./types.d.ts";

const engine = startable("engine", "init");
const glue = { default: start, initSync: startSync };

/** The `init` of an entry. */
export function initWith(compile: Compile): (input?: Given) => Promise<void> {
  return (input) => engine.start(() => glue, compile, input);
}

/** Starts the engine synchronously. */
export function initSync(input: InitSyncInput): void {
  engine.startSync(glue, input);
}

/** Refuses a call that needs the engine before it is there. */
export function requireEngine(by: string): void {
  engine.needed(by);
}
