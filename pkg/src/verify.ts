// What a rulebook must pass before it is taken, where it is told to: its signature and its cases.

import { verifySignature, type ToolsHandle } from "../build/qianfa_tools.js";
import type { Seal } from "./options.ts";
import type { Case, CaseResult, RulebookIssue, RulebookVersion } from "./types.d.ts";

/** 32 bytes in hexadecimal or base64, as a file may end it. */
const KEY = /^\s*([0-9a-f]{64}|[\w+/-]{43}=?)\s*$/i;

/** What is wrong with the signatures of versions, each at its place among these. */
export function sealIssues(versions: readonly Pick<RulebookVersion, "title" | "digest">[], { publicKey, signatures }: Seal): RulebookIssue[] {
  if (typeof publicKey !== "string" || !KEY.test(publicKey)) {
    return [issue("bad-key", "公钥不可用：应为32字节的Ed25519公钥，写成base64或十六进制")];
  }
  const issues: RulebookIssue[] = [];
  versions.forEach(({ title, digest }, at) => {
    const signature = signatures[at];
    const place = versions.length > 1 ? `/${at}` : "";
    if (typeof signature !== "string" || signature.trim() === "") {
      issues.push(issue("unsigned", `${title}没有签名，而载入时要求签名`, place));
    } else if (verifySignature(publicKey, signature, digest) !== true) {
      issues.push(issue("signature-mismatch", `${title}的签名不符：规则或签名被改动过，或者不是这把密钥签的`, place));
    }
  });
  return issues;
}

/** Which cases of one version fail: its own, or these. Contested ones count for nothing. */
export function caseIssues(version: ToolsHandle, place: string, cases: readonly Case[] | undefined): RulebookIssue[] {
  const results: CaseResult[] = version.test(cases);
  if (results.every(({ contested }) => contested)) {
    return [issue("no-cases", "载入时要求运行用例，但没有可以作准的用例", place)];
  }
  const issues: RulebookIssue[] = [];
  results.forEach(({ name, faults, contested }, at) => {
    if (contested || faults.length === 0) return;
    issues.push(issue("case-failed", `用例“${name}”没有通过：${faults.join("；")}`, cases === undefined ? `${place}/案例/${at}` : place));
  });
  return issues;
}

function issue(code: string, message: string, path = ""): RulebookIssue {
  return { code, message, path };
}
