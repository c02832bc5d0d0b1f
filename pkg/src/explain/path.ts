// The path, stage by stage: what is done at once, what is one of several ways, what may still come, and by when.

import type { Due, Limit, MessageName, Step } from "../types.d.ts";
import { standing } from "./standing.ts";
import { all, open, type Voice } from "./voice.ts";

/** The path, one line for each stage. */
export function path(steps: readonly Step[], voice: Voice): string[] {
  if (steps.length === 0) return [];
  const stages = Array.from(new Set(steps.map(({ stage }) => stage))).sort((a, b) => a - b);
  const lines = stages.map((stage, at) => {
    const groups = grouped(steps.filter((step) => step.stage === stage));
    const told = all(groups.map((group) => groupWords(group, steps, voice)));
    return voice.say(groups.length > 1 ? "path.parallel" : "path.stage", { number: at + 1, steps: voice.paragraph(told) });
  });
  return [voice.sentence("path.intro"), ...lines];
}

/** What is told together: the ways of which one is enough, and the signature, which is one step however it may come out. */
function grouped(steps: readonly Step[]): Step[][] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const mark = step.kind === "签发" ? "签发" : step.oneOf === undefined ? `id ${step.id}` : `oneOf ${step.oneOf}`;
    const group = groups.get(mark);
    if (group === undefined) groups.set(mark, [step]);
    else group.push(step);
  }
  return Array.from(groups.values());
}

function groupWords(group: readonly Step[], path: readonly Step[], voice: Voice): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const sentences: string[] = [];
  if (first.kind === "签发") {
    const signature = voice.say("step.signature", { kind: voice.term("step", first.kind) });
    sentences.push(voice.stated(signature, all(group.map(({ basis }) => basis))));
  } else if (group.length > 1) {
    const choices = group.map((step) => maybe(step, voice.cited(doing(step, voice), step.basis), voice));
    sentences.push(voice.stated(voice.say("step.choice", { choices: voice.list("alternatives", choices) }), []));
  } else {
    sentences.push(voice.stated(maybe(first, voice.cited(demand(first, voice), first.basis), voice), []));
  }
  const elsewhere = first.oneOf === undefined ? [] : path.filter((step) => step.oneOf === first.oneOf && !group.includes(step));
  if (elsewhere.length > 0) sentences.push(voice.sentence("step.elsewhere", { steps: voice.list("one", elsewhere.map((step) => doing(step, voice))) }));
  return sentences.concat(all(group.map((step) => remarks(step, voice))));
}

/** What is done, and by whom. */
export function doing({ kind, actors, choice, meetings }: Step, voice: Voice): string {
  const slots = {
    kind: voice.term("step", kind),
    who: voice.who(actors, choice),
    meetings: voice.list("one", (meetings || []).map((meeting) => voice.gloss("foreign", meeting, meeting))),
  };
  const isDoneBy = actors.length > 0;
  const isHeld = slots.meetings !== "";
  return voice.say(isDoneBy && isHeld ? "doing.both" : isDoneBy ? "doing.who" : isHeld ? "doing.meetings" : "doing.alone", slots);
}

function demand(step: Step, voice: Voice): string {
  return voice.say(step.customary ? "step.customary" : `step.${step.modality}`, { doing: doing(step, voice) });
}

function maybe({ certainty, requires }: Step, step: string, voice: Voice): string {
  if (certainty === "certain") return step;
  const conditions = voice.list("conditions", voice.conditions(requires || []));
  return voice.say(conditions === "" ? "step.maybe" : "step.if", { conditions, step });
}

/** What else there is to say about a step. */
function remarks({ kind, actors, limits, due, notes }: Step, voice: Voice): string[] {
  const sentences = kind === "签发" ? [] : standing(actors, voice);
  for (const limit of limits || []) sentences.push(...limitWords(limit, voice));
  // That of the tightest limit is told with it.
  if (due !== undefined && !(limits || []).some((limit) => limit.due !== undefined)) sentences.push(...dueWords(due, voice));
  for (const { kind, words, basis } of notes || []) sentences.push(voice.stated(voice.say(`note.${kind}`, { words: open(words) }), [basis]));
  return sentences;
}

function limitWords({ days, unit, from, before, modality, overdue, due, basis }: Limit, voice: Voice): string[] {
  const span = voice.say(`days.${unit}`, { count: days });
  const message: MessageName = days === 0 ? "limit.atOnce" : before ? "limit.before" : "limit.within";
  const limit = voice.say(message, { span, event: voice.term("event", from) });
  const force = modality === "一般" || modality === "原则上" ? modality : "须";
  const sentences = [voice.stated(voice.say(`limit.${force}`, { limit }), basis)];
  if (overdue !== undefined) sentences.push(voice.sentence("limit.overdue", { words: open(overdue) }));
  return due === undefined ? sentences : sentences.concat(dueWords(due, voice));
}

function dueWords(due: Due, voice: Voice): string[] {
  if ("unknown" in due) return [voice.sentence("due.unknown", { words: open(due.unknown) })];
  const sentences = [voice.sentence("due.date", { date: due.date })];
  if (due.effective !== undefined) sentences.push(voice.sentence("due.effective", { date: due.effective }));
  if (due.assumption !== undefined) sentences.push(voice.sentence("due.assumption", { words: open(due.assumption) }));
  return sentences;
}
