// The package itself, as every program in Node has it: the file beside this one.

import { join } from "path";
import type { Language, Messages } from "../types.d.ts";

type Package = typeof import("../types.d.ts");

let started: Promise<Package> | undefined;

/** Starts the engine with the first command that needs it; the tools start by themselves. */
export function qianfa(): Promise<Package> {
  if (started === undefined) {
    const it = require("./node.cjs") as Package;
    started = it.init().then(() => it);
  }
  return started;
}

/** The shipped catalogue of messages in a language. */
export function messagesIn(language: Language): Messages {
  return require(join(__dirname, "messages", `${language}.cjs`)) as Messages;
}

/** Where the shipped rulebooks lie. */
export const shippedFolder = join(__dirname, "rulebooks");
