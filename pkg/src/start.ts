// Starting the module: once, whoever asks, from whatever the caller has.

import start, { initSync as startSync } from "../build/qianfa.js";
import { version } from "./version.ts";
import type { InitInput, InitSyncInput } from "./types.d.ts";

/** How an entry of the package gets from an input to a module; the input may be absent. */
export type Compile = (input: InitInput | undefined) => Promise<WebAssembly.Module>;

let ready = false;
let underWay: Promise<void> | undefined;

/** The `init` of an entry. */
export function initWith(compile: Compile): (input?: InitInput | PromiseLike<InitInput>) => Promise<void> {
  return (input) => {
    if (ready) return Promise.resolve();
    if (underWay === undefined) {
      underWay = begin(compile, input).finally(() => {
        // A failure is not kept: the next call tries again.
        underWay = undefined;
      });
    }
    return underWay;
  };
}

async function begin(compile: Compile, input: InitInput | PromiseLike<InitInput> | undefined): Promise<void> {
  const module = await compile(await input);
  requireOurs(module);
  // Asynchronous also from a compiled module: up to Chromium 113 a page may not instantiate one synchronously.
  await start({ module_or_path: module });
  ready = true;
}

/** Starts the module synchronously: in workers, in Node and in tests. */
export function initSync(input: InitSyncInput): void {
  if (ready) return;
  if (underWay !== undefined) throw new Error("qianfa: `init()` is under way; await it instead of calling `initSync`");
  const module = input instanceof WebAssembly.Module ? input : new WebAssembly.Module(input as BufferSource);
  requireOurs(module);
  startSync({ module });
  ready = true;
}

/** Refuses a call that needs the module before it is there. */
export function requireReady(caller: string): void {
  if (!ready) throw new Error(`qianfa: \`${caller}\` needs the engine: call \`await init()\` first`);
}

/** A module carries the version it was built as. Checked before it is started, as a wrong one could not be taken back. */
function requireOurs(module: WebAssembly.Module): void {
  const [section] = WebAssembly.Module.customSections(module, "qianfa_version");
  if (section === undefined) throw new Error("qianfa: this WebAssembly module is not qianfa's");
  const found = new TextDecoder().decode(section);
  if (found !== version) {
    throw new Error(`qianfa: the WebAssembly module is of version ${found}, the JavaScript of ${version}: serve both from one package`);
  }
}
