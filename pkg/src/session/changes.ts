// What changed between two routes, and how to say it aloud.

import { findingWords } from "../explain/remainder.ts";
import { outcomeWords } from "../explain/signing.ts";
import { doing } from "../explain/path.ts";
import { Voice } from "../explain/voice.ts";
import type { Changes, Finding, Messages, Route, Step } from "../types.d.ts";

/** Everything that a page may want to announce. */
export function changesBetween(before: Route, after: Route, messages: Messages): Changes {
  const voice = new Voice(messages);
  const was = new Map(before.steps.map((step): [string, Step] => [step.id, step]));
  const is = new Set(after.steps.map(({ id }) => id));
  const wasCertain = ({ id }: Step): boolean => was.get(id)?.certainty === "certain";
  const outcomes = { before: outcomesOf(before, voice), after: outcomesOf(after, voice) };
  const signing = { before: lacking(outcomes.before, outcomes.after), after: lacking(outcomes.after, outcomes.before) };
  const findings = { before: before.findings.map(idOf), after: after.findings.map(idOf) };
  const asked = { before: before.questions.map(({ fact }) => fact), after: after.questions.map(({ fact }) => fact) };
  const changes: Changes = {
    none: before === after,
    ...(before.status === after.status ? {} : { status: { before: before.status, after: after.status } }),
    ...(signing.before.length + signing.after.length === 0 ? {} : { signing }),
    becameCertain: after.steps.filter((step) => step.certainty === "certain" && !wasCertain(step)),
    becamePossible: after.steps.filter((step) => step.certainty === "possible" && (!was.has(step.id) || wasCertain(step))),
    stepsGone: before.steps.filter(({ id }) => !is.has(id)),
    findingsAdded: after.findings.filter((_, at) => !findings.before.includes(findings.after[at] as string)),
    findingsGone: before.findings.filter((_, at) => !findings.after.includes(findings.before[at] as string)),
    questionsAdded: lacking(asked.after, asked.before),
    questionsGone: lacking(asked.before, asked.after),
    words: [],
  };
  changes.words = words(changes, after, outcomes.after, voice);
  return changes;
}

function idOf({ code, path, message }: Finding): string {
  return JSON.stringify([code, path, message]);
}

/** The possible outcomes in words, each once; demands that collide each for itself. */
function outcomesOf(route: Route, voice: Voice): string[] {
  return Array.from(new Set(route.signing.map((one) => outcomeWords(one, voice))));
}

function lacking(some: readonly string[], others: readonly string[]): string[] {
  return some.filter((one) => !others.includes(one));
}

function words(changes: Changes, after: Route, outcomes: readonly string[], voice: Voice): string[] {
  const sentences: string[] = [];
  if (changes.status !== undefined || changes.signing !== undefined) {
    sentences.push(voice.sentence(`change.${after.status}`, { count: outcomes.length, outcomes: voice.list("alternatives", outcomes) }));
  }
  const steps = { certain: changes.becameCertain, possible: changes.becamePossible, gone: changes.stepsGone };
  for (const which of ["certain", "possible", "gone"] as const) {
    const done = Array.from(new Set(steps[which].filter(({ kind }) => kind !== "签发").map((step) => doing(step, voice))));
    if (done.length > 0) sentences.push(voice.sentence(`change.${which}`, { steps: voice.list("plain", done) }));
  }
  for (const finding of changes.findingsAdded) sentences.push(voice.sentence("change.finding", { finding: findingWords(finding, voice) }));
  for (const finding of changes.findingsGone) sentences.push(voice.sentence("change.findingGone", { finding: findingWords(finding, voice) }));
  if (changes.questionsGone.length > 0 && after.questions.length === 0) sentences.push(voice.sentence("change.answered"));
  return sentences;
}
