// Who acts in the place of somebody who is away or has authorised them, in the words of the rules, and what is still missing.

import type { Signer } from "../types.d.ts";
import { open, type Voice } from "./voice.ts";

/** A sentence for each in whose place somebody acts. */
export function standing(signers: readonly Signer[], voice: Voice): string[] {
  const sentences: string[] = [];
  for (const { persons, standingIn } of signers) {
    if (standingIn === undefined) continue;
    const { for: absent, under, needs, words, line } = standingIn;
    const names = voice.names(persons || []);
    const message = absent.away === undefined ? "authorised" : names === "" ? "nobody" : needs === undefined ? "acts" : "needs";
    sentences.push(voice.stated(voice.say(`standing.${message}`, { absent: voice.names([absent]), names, words: open(words) }), [under]));
    if (line !== undefined) sentences.push(voice.sentence("standing.line", { line }));
  }
  return sentences;
}
