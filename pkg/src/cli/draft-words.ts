// A draft in one line, in the words of a rulebook's form: `发文名义 政府 · 文种 函 · 是 涉及面广`.

import type { Draft, Fact, Vocabulary } from "../types.d.ts";

/** The words of the first vocabulary that knows a fact are used. */
export function draftInWords(draft: Draft, ...vocabularies: readonly Vocabulary[]): string {
  const parts: string[] = [];
  const matters: { [state in "是" | "否"]: string[] } = { 是: [], 否: [] };
  for (const [name, value] of stated(draft)) {
    const fact = factNamed(name, vocabularies);
    const label = labelOf(name, fact);
    if (name.startsWith("matters.")) matters[value === true ? "是" : "否"].push(label);
    else parts.push(`${label} ${valueInWords(value, fact)}`);
  }
  for (const state of ["是", "否"] as const) if (matters[state].length > 0) parts.push(`${state} ${matters[state].join("、")}`);
  return parts.length === 0 ? "什么也没有写" : parts.join(" · ");
}

/** What a fact is called: as in a draft. */
export function factInWords(name: string, ...vocabularies: readonly Vocabulary[]): string {
  return labelOf(name, factNamed(name, vocabularies));
}

function factNamed(name: string, vocabularies: readonly Vocabulary[]): Fact | undefined {
  return vocabularies.reduce<Fact[]>((all, { facts }) => all.concat(facts), []).find((it) => it.name === name);
}

/** A matter that no form knows is called what the draft calls it. */
function labelOf(name: string, fact: Fact | undefined): string {
  return fact === undefined ? name.replace(/^matters\./, "") : fact.label;
}

/** What the draft states, by the names of facts. */
function stated(draft: Draft): [string, unknown][] {
  return Object.entries(draft)
    .reduce<[string, unknown][]>((all, [field, value]) => {
      const nested = typeof value === "object" && value !== null && !Array.isArray(value);
      return all.concat(nested ? Object.entries(value).map(([key, inner]): [string, unknown] => [`${field}.${key}`, inner]) : [[field, value]]);
    }, [])
    .filter(([, value]) => value !== null && value !== undefined);
}

export function valueInWords(value: unknown, fact: Fact | undefined): string {
  if (Array.isArray(value)) return value.length === 0 ? "无" : value.map((one) => valueInWords(one, fact)).join("、");
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "object" && value !== null) {
    const { kind, name } = value as { kind?: string; name?: string };
    return name === undefined ? String(kind) : `${name}（${kind}）`;
  }
  const known = fact !== undefined && fact.values !== undefined ? fact.values.find((it) => it.value === value) : undefined;
  return known === undefined ? String(value) : known.label;
}
