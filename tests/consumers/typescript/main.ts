// The same file is compiled for a bundler and for Node: what a typed caller can write, and what the compiler stops.

import init, {
  compareRulebooks,
  diffRulebooks,
  explain,
  initSync,
  initTools,
  loadRulebook,
  RulebookError,
  rulebookFromText,
  rulebookSchema,
  version,
} from "qianfa";
import type {
  Case, CaseResult, Changes, Decision, Draft, Fact, Finding, Messages, Report, Route, Rulebook, RulebookIssue, Session, Update, Vocabulary,
} from "qianfa";
import * as inline from "qianfa/inline";
import en from "qianfa/messages/en";
import yiyuan from "qianfa/rulebooks/yiyuan";
import rules from "qianfa/rulebooks/yiyuan/rules";

export async function start(): Promise<Rulebook> {
  await init();
  await init("/assets/qianfa_bg.wasm");
  await init(new URL("https://intranet.example/qianfa_bg.wasm"));
  await init(fetch("/qianfa_bg.wasm"));
  await init(new Uint8Array(8));
  await inline.init();
  initSync(new ArrayBuffer(8));
  try {
    return loadRulebook(yiyuan);
  } catch (error) {
    if (error instanceof RulebookError) {
      const issues: RulebookIssue[] = error.issues;
      issues.map(({ code, message, clause, path, line, column, expected, suggestion }) =>
        [code, message, clause, path, line, column, expected, suggestion].join());
    }
    return loadRulebook("{}");
  }
}

export function use(rulebook: Rulebook): (string | undefined)[] {
  const draft: Draft = {
    issuer: "政府",
    docType: null,
    addressees: ["下级政府", { kind: "上级政府", name: "某某市人民政府" }, "某某县财政局"],
    matters: { 规范性文件: true, 本地事项: null },
    departments: { lead: "财政局", others: [] },
    dates: { drafted: "2026-11-22" },
  };
  const route: Route = rulebook.route(draft, { on: "2026-11-22", unstated: "no" });
  const decision: Decision = rulebook.decide(draft);
  const routes: Route[] = rulebook.routeMany([draft] as const, { unstated: "unknown" });
  const vocabulary: Vocabulary = rulebook.vocabulary;
  const fact: Fact | undefined = vocabulary.facts.find(({ group }) => group === "公文");
  const worst: Finding[] = route.findings.filter(({ severity }) => severity === "error");
  const signer: string | undefined = route.signing[0]?.options[0]?.signers[0]?.title;
  rulebook.free();
  return [version, decision.status, routes[0]?.steps[0]?.kind, fact?.citation?.quote, worst[0]?.basis[0]?.cite, signer];
}

export function fill(rulebook: Rulebook): string[] {
  const session: Session = rulebook.session({ addressees: { 上级政府: true } }, { on: "2026-11-22", messages: en });
  const update: Update = session.set("matters.规范性文件", true);
  const changes: Changes = update.changes;
  while (session.prepare());
  for (const suggestion of session.suggestions) session.reject(suggestion);
  session.replace({ docType: "函" });
  session.clear("docType");
  const formal: Messages = { ...en, say: { ...en.say, "days.日": { one: "{count} calendar day", other: "{count} calendar days" } } };
  return [...changes.words, explain(session.route), explain(update.route, { messages: formal }), session.draft.docType ?? ""];
}

export async function author(text: string, own: Case[]): Promise<string[]> {
  await initTools();
  await initTools("/assets/qianfa_tools_bg.wasm");
  const before: Rulebook = loadRulebook([yiyuan, rules], { bases: [rules], verify: true, publicKey: "00", signature: ["00", undefined] });
  const after: Rulebook = loadRulebook(rulebookFromText(text), { verify: own });
  const report: Report = after.check({ text, cases: own });
  const results: CaseResult[] = after.test();
  return [
    before.digest,
    before.versions[0]?.from ?? "",
    before.sweep("2026-01-01", "2027-01-01")[0]?.digest ?? "",
    ...report.gaps.map(({ words }) => words),
    ...results.map(({ name }) => name),
    after.clause("1")?.applies ?? "",
    diffRulebooks(before, after)[0]?.about ?? String(compareRulebooks(before, after).same),
    Object.keys(rulebookSchema("draft-07")).join(),
  ];
}

export function stopped(rulebook: Rulebook): void {
  // @ts-expect-error no such 文种
  rulebook.route({ docType: "通知书" });
  // @ts-expect-error a misspelt field
  rulebook.route({ isuer: "政府" });
  // @ts-expect-error no such answer
  rulebook.route({}, { unstated: "yes" });
  // @ts-expect-error a session's draft is changed by its methods alone
  rulebook.session().draft = {};
  // @ts-expect-error a catalogue has every message
  explain(rulebook.route({}), { messages: { ...en, say: { "path.intro": "" } } });
  // @ts-expect-error the title is the rulebook's own
  rulebook.title = "";
  // @ts-expect-error misspelt: it would switch nothing on
  loadRulebook("{}", { verfiy: true });
  // @ts-expect-error a key is never optional by accident
  loadRulebook("{}", { publicKey: undefined });
}
