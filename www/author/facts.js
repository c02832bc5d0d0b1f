// What facts are called. Knows vocabularies; a report and a comparison name facts by their path in the draft.

function labelIn({ facts }, name) {
  const fact = facts.find((other) => other.name === name);
  if (fact) return fact.label;
  const dot = name.indexOf(".");
  const list = dot > 0 && facts.find((other) => other.name === name.slice(0, dot));
  return list ? `${list.label}：${name.slice(dot + 1)}` : undefined;
}

/** A function that gives the name of a fact in words, by the first of these rulebooks that knows it. */
export function namesIn(...rulebooks) {
  return (name) => rulebooks.map((rulebook) => labelIn(rulebook.vocabulary, name)).find(Boolean) || name;
}
