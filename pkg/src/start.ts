// Starting a WebAssembly module: once, whoever asks, from whatever the caller has. Knows no module by name.

import { version } from "./version.ts";
import type { InitInput, InitSyncInput } from "./types.d.ts";

/** What `init` and `initTools` are given. */
export type Given = InitInput | PromiseLike<InitInput>;

/** How an entry of the package gets from an input to a module; the input may be absent. */
export type Compile = (input: InitInput | undefined) => Promise<WebAssembly.Module>;

/** What wasm-bindgen writes around a module, as far as starting goes. */
export interface Glue {
  default(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  initSync(input: { module: WebAssembly.Module }): unknown;
}

/** A module that can be started. */
export interface Startable<G extends Glue> {
  /** Starts it, unless it is started. */
  start(glue: () => G | Promise<G>, compile: Compile, input?: Given): Promise<void>;
  /** Starts it synchronously: in workers, in Node and in tests. */
  startSync(glue: G, input: InitSyncInput): void;
  /** Its glue once it is started, else nothing. */
  started(): G | undefined;
  /** Its glue; refuses what needs it before it is there. */
  needed(by: string): G;
}

/** A module by what it is called in words, and the function that starts it. */
export function startable<G extends Glue>(name: string, init: string): Startable<G> {
  let ready: G | undefined;
  let underWay: Promise<void> | undefined;

  async function begin(glue: () => G | Promise<G>, compile: Compile, input?: Given): Promise<void> {
    const [module, script] = await Promise.all([compile(await input), glue()]);
    requireOurs(module);
    // Asynchronous also from a compiled module: up to Chromium 113 a page may not instantiate one synchronously.
    await script.default({ module_or_path: module });
    ready = script;
  }

  return {
    start(glue, compile, input) {
      if (ready !== undefined) return Promise.resolve();
      if (underWay === undefined) {
        underWay = begin(glue, compile, input).finally(() => {
          // A failure is not kept: the next call tries again.
          underWay = undefined;
        });
      }
      return underWay;
    },
    startSync(glue, input) {
      if (ready !== undefined) return;
      if (underWay !== undefined) throw new Error(`qianfa: \`${init}()\` is under way: await it first`);
      const module = input instanceof WebAssembly.Module ? input : new WebAssembly.Module(input as BufferSource);
      requireOurs(module);
      glue.initSync({ module });
      ready = glue;
    },
    started: () => ready,
    needed(by) {
      if (ready === undefined) throw new Error(`qianfa: ${by} needs the ${name}: call \`await ${init}()\` first`);
      return ready;
    },
  };
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
