// Starting the tools. They are not imported here: each entry decides whether a page that needs none loads any of them.

import { startable, type Compile, type Given } from "./start.ts";
import type { InitSyncInput } from "./types.d.ts";

type Tools = typeof import("./tools.ts");

const module = startable<Tools>("tools", "initTools");
let startHere: (() => void) | undefined;

/** The `initTools` of an entry. */
export function startTools(load: () => Tools | Promise<Tools>, compile: Compile, input?: Given): Promise<void> {
  return module.start(load, compile, input);
}

/** Lets the tools start at their first use, where the module can be had at once. */
export function startToolsOnDemand(all: Tools, bytes: () => InitSyncInput): void {
  startHere = () => module.startSync(all, bytes());
}

/** The tools; refuses what needs them before they are there. */
export function tools(by: string): Tools {
  if (module.started() === undefined && startHere !== undefined) startHere();
  return module.needed(by);
}
