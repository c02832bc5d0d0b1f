// The parts of a route in sentences for clerks.

import type { Condition, Limit, Modality, Option, Signing, Status, Step } from "../types.d.ts";
import { actorsInWords, signersInWords } from "./people-words.ts";

export const STATUS: { readonly [status in Status]: string } = {
  determined: "可以确定",
  open: "尚未确定",
  conflict: "规则冲突",
  silent: "未规定",
  elsewhere: "另有规定",
};

/** `由区长或常务副区长签发`. */
export function signingInWords({ outcome, options }: Signing): string {
  if (outcome === "silent") return "未规定";
  if (outcome === "elsewhere") return "另有规定";
  return options.map(optionInWords).join("，");
}

function optionInWords({ act, modality, choice, signers, decidedBy }: Option): string {
  const words = `${BEFORE[modality]}${signersInWords(signers, choice)}${act}`;
  return decidedBy === undefined ? words : `${words}（由${decidedBy}决定）`;
}

const BEFORE: { readonly [modality in Modality]: string } = {
  须: "由",
  一般: "一般由",
  原则上: "原则上由",
  可: "可由",
  经授权: "经授权可由",
  必要时: "必要时由",
  核报: "或核报",
};

/** `领导会签（其他分管副区长，一般）`. */
export function stepInWords(step: Step): string {
  const about = [
    actorsInWords(step.actors, step.choice),
    (step.meetings || []).join("或"),
    step.customary ? "通常程序" : step.modality === "须" ? "" : step.modality,
    step.certainty === "possible" ? "可能需要" : "",
  ].filter((it) => it !== "");
  return about.length === 0 ? step.kind : `${step.kind}（${about.join("，")}）`;
}

/** `会议结束后5个工作日内（原则上）`. */
export function limitInWords({ days, unit, from, before, modality, overdue }: Limit): string {
  const count = unit === "工作日" ? `${days}个工作日` : `${days}日`;
  const when = days === 0 ? `${from}后即办` : before ? `${from}前${count}` : `${from}后${count}内`;
  return when + (modality === "须" ? "" : `（${modality}）`) + (overdue === undefined ? "" : `，逾期${overdue}`);
}

/** `2026-10-12（送会签2026-09-25；按次一工作日起算），2026-10-13起视为无不同意见`: the day, as it is said beside the limit. */
export function dueInWords({ due, from, overdue }: Limit, paint: (date: string) => string): string | undefined {
  if (due === undefined) return undefined;
  if ("unknown" in due) return `还不知道（${due.unknown}）`;
  const counted = [`${from}${due.from}`, ...(due.assumption === undefined ? [] : [due.assumption])].join("；");
  const silence = due.effective === undefined || overdue === undefined ? "" : `，${due.effective}起${overdue}`;
  return `${paint(due.date)}（${counted}）${silence}`;
}

/** What must turn out to hold. */
export function conditionsInWords(conditions: readonly Condition[]): string {
  return conditions.map(({ words }) => words).join("；");
}
