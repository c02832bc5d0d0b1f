// What is wrong, what to ask next, and when the document can go out.

import type { Finding, Route, Timing } from "../types.d.ts";
import { open, type Voice } from "./voice.ts";

/** Findings by severity, one sentence each. */
export function findings(all: readonly Finding[], voice: Voice): string[] {
  const sentences: string[] = [];
  for (const severity of ["error", "warning", "info"] as const) {
    const some = all.filter((finding) => finding.severity === severity).map((finding) => voice.cited(findingWords(finding, voice), finding.basis));
    if (some.length > 0) sentences.push(voice.sentence(`findings.${severity}`, { count: some.length, findings: voice.list("items", some) }));
  }
  return sentences;
}

/** A finding without what it rests on. Its code is English already. */
export function findingWords({ code, message }: Finding, voice: Voice): string {
  return voice.gloss("finding", code.replace(/-/g, " "), open(message));
}

/** What to ask, in the order in which to ask it. */
export function questions({ questions }: Route, voice: Voice): string[] {
  const sentences: string[] = [];
  for (const affects of ["signing", "steps"] as const) {
    const some = questions.filter((question) => question.affects === affects);
    const asked = some.map(({ fact, prompt }) => voice.gloss("question", voice.fact(fact), prompt));
    if (asked.length > 0) sentences.push(voice.sentence(`questions.${affects}`, { questions: voice.list("items", asked) }));
  }
  const because = questions.length > 0 && questions[0] !== undefined ? questions[0].because : "";
  return because === "" ? sentences : sentences.concat(voice.sentence("questions.because", { words: open(because) }));
}

/** The days of issue. Routes of before there was a calendar have none. */
export function timing(timing: Timing | undefined, voice: Voice): string[] {
  const sentences: string[] = [];
  if (timing === undefined) return sentences;
  const { earliest, latest, because, unknown } = timing;
  if (earliest !== undefined) sentences.push(voice.sentence("timing.earliest", { date: earliest }));
  if (latest !== undefined) sentences.push(voice.sentence("timing.latest", { date: latest }));
  if (unknown !== undefined) sentences.push(voice.sentence("timing.unknown", { words: open(unknown) }));
  for (const words of because) sentences.push(voice.sentence("timing.because", { words: open(words) }));
  return sentences;
}
