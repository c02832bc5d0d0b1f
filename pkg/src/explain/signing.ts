// Who signs, or what is open about it and on what it hangs.

import type { Condition, Option, Route, Signing } from "../types.d.ts";
import { standing } from "./standing.ts";
import { all, type Voice } from "./voice.ts";

/** The signing question in sentences. */
export function signing(route: Route, voice: Voice): string[] {
  const sides = route.signing.filter(({ certainty }) => certainty === "conflicting");
  const others = route.signing.filter(({ certainty }) => certainty !== "conflicting");
  const sentences: string[] = [];
  if (route.status === "open") {
    sentences.push(voice.sentence("signing.open", { count: others.length + (sides.length > 0 ? 1 : 0) }));
    const facts = route.questions.filter(({ affects }) => affects === "signing").map(({ fact }) => voice.fact(fact));
    if (facts.length > 0) sentences.push(voice.sentence("signing.hangs", { facts: voice.list("plain", facts) }));
  }
  for (const one of others) sentences.push(...told(one, voice));
  if (sides.length > 0) {
    sentences.push(voice.sentence(route.status === "open" ? "signing.collides" : "signing.conflict", { count: sides.length }));
    for (const side of sides) sentences.push(...told(side, voice));
  }
  return sentences;
}

function told(one: Signing, voice: Voice): string[] {
  const outcome = voice.cited(outcomeWords(one, voice), one.basis);
  const conditions = premises(one, voice);
  const told =
    one.certainty === "conflicting" ? voice.sentence(conditions === "" ? "signing.side" : "signing.sideIf", { conditions, outcome })
    : one.certainty === "certain" ? voice.sentence("signing.certain", { outcome })
    : voice.sentence(conditions === "" ? "signing.maybe" : "signing.possible", { conditions, outcome });
  return [told, ...standing(all(one.options.map(({ signers }) => signers)), voice)];
}

/** An outcome without what it rests on. */
export function outcomeWords({ outcome, options }: Pick<Signing, "outcome" | "options">, voice: Voice): string {
  return outcome === "sign" ? voice.list("alternatives", options.map((one) => option(one, voice))) : voice.say(`outcome.${outcome}`);
}

function option({ act, modality, choice, signers, decidedBy }: Option, voice: Voice): string {
  const words = voice.say(`option.${modality}`, { who: voice.who(signers, choice), act: voice.term("act", act) });
  return decidedBy === undefined ? words : voice.say("option.decided", { option: words, decider: voice.gloss("foreign", decidedBy, decidedBy) });
}

/** What must turn out to hold: all of it, and one of the alternatives. */
function premises({ requires, anyOf }: Signing, voice: Voice): string {
  const premises = voice.conditions(requires || []);
  const choices = (anyOf || []).map((conditions: readonly Condition[]) => voice.list("conditions", voice.conditions(conditions)));
  if (choices.length > 0) premises.push(voice.say("condition.anyOf", { choices: voice.list("alternatives", choices) }));
  return voice.list("conditions", premises);
}
