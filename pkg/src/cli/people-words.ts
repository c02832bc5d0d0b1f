// Who acts, by office and by name, and who stands in for somebody. Names are those that the roster settles; without one there are none.

import type { Option, Signer, StandingIn } from "../types.d.ts";

type Choice = Option["choice"];

/** `县长（王甲）或常务副县长（张乙代李丙）`: in a sentence. */
export function signersInWords(signers: readonly Signer[], choice: Choice): string {
  return together(signers, choice, (offices, names) => `${offices}（${names}）`);
}

/** `县长 王甲或常务副县长 张乙代李丙`: where there are brackets around it. */
export function actorsInWords(actors: readonly Signer[], choice: Choice): string {
  return together(actors, choice, (offices, names) => `${offices} ${names}`);
}

function together(signers: readonly Signer[], choice: Choice, beside: (offices: string, names: string) => string): string {
  const each = signers.map((signer) => {
    const [offices, names] = [officesInWords(signer), namesInWords(signer)];
    return names === "" ? offices : beside(offices, names);
  });
  return each.join({ one: "或", all: "和", unclear: "、" }[choice]);
}

/** One person in two offices acts once, for both. */
function officesInWords({ title, also = [] }: Signer): string {
  return [title, ...also.map((office) => office.title)].join("兼");
}

function namesInWords({ persons = [], standingIn }: Signer): string {
  if (standingIn === undefined) return persons.map(({ name, away }) => (away === undefined ? name : `${name}${away}`)).join("、");
  const { for: absent, needs } = standingIn;
  const names = persons.map(({ name }) => name).join("、");
  // Who has authorised another is there all the same, and the delegation is on record.
  if (absent.away === undefined) return `${names}，受${absent.name}委托`;
  if (names === "") return `${absent.name}${absent.away}`;
  return needs === undefined ? `${names}代${absent.name}` : `${absent.name}${absent.away}，${names}须有${needs}`;
}

/** Everyone in whose place somebody acts, each once. */
export function standingIns(signers: readonly Signer[]): StandingIn[] {
  const found = new Map<string, StandingIn>();
  for (const { standingIn } of signers) {
    if (standingIn !== undefined) found.set(`${standingIn.words}\n${standingIn.line}`, standingIn);
  }
  return [...found.values()];
}
