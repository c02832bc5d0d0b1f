// A route in connected prose. Knows the shape of a route and a catalogue of messages; no government, and not the engine.

import { path } from "./explain/path.ts";
import { findings, questions, timing } from "./explain/remainder.ts";
import { signing } from "./explain/signing.ts";
import { Voice } from "./explain/voice.ts";
import zhHans from "./messages/zh-Hans.ts";
import type { Messages, Route } from "./types.d.ts";

/** Tells a route: paragraphs, with the stages of the path a line each. */
export function explain(route: Route, options?: { readonly messages?: Messages }): string {
  const voice = new Voice((options && options.messages) || zhHans);
  const { title, inForce } = route.rulebook;
  const force = inForce === null ? "rules.unknown" : inForce ? "rules.inForce" : "rules.notInForce";
  const paragraphs = [
    voice.paragraph([voice.sentence(force, { title }), ...signing(route, voice)]),
    path(route.steps, voice).join("\n"),
    voice.paragraph(findings(route.findings, voice)),
    voice.paragraph(questions(route, voice)),
    voice.paragraph(timing(route.timing, voice)),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}
