// How a route is told: a catalogue, and what has been cited so far. Knows no part of a route but its smallest: terms, people, citations.

import { fill, listed, say, type Slots } from "../messages/fill.ts";
import type { Basis, Condition, GlossName, ListName, MessageName, Messages, RosterPerson, Signer, TermTable } from "../types.d.ts";

/** The facts whose values are not in a table of the fact's own name. */
const TABLE_OF: { readonly [fact: string]: TermTable } = { decidedBy: "meeting", minutesOf: "meeting" };

export class Voice {
  readonly messages: Messages;
  /** Places of the rules whose words have been quoted. */
  private readonly quoted = new Set<string>();

  constructor(messages: Messages) {
    this.messages = messages;
  }

  say(name: MessageName, slots: Slots = {}): string {
    return say(this.messages, name, slots);
  }

  list(name: ListName, items: readonly string[]): string {
    return listed(this.messages, name, items);
  }

  gloss(name: GlossName, ours: string, theirs: string): string {
    return fill(this.messages.glosses[name], { ours, theirs });
  }

  /** A message that is a sentence. */
  sentence(name: MessageName, slots: Slots = {}): string {
    const words = this.say(name, slots);
    return this.messages.sentence === undefined ? words : this.messages.sentence(words);
  }

  /** A statement with the places on which it rests, as a sentence. */
  stated(statement: string, basis: readonly Basis[]): string {
    return this.sentence("sentence", { statement: this.cited(statement, basis) });
  }

  /** Sentences that follow each other. */
  paragraph(sentences: readonly string[]): string {
    return this.list("sentences", sentences);
  }

  /** A term of the field; one that the catalogue does not have, as the rulebook has it. */
  term(table: TermTable, term: string): string {
    const terms = this.messages.terms[table];
    const own = terms !== undefined && Object.prototype.hasOwnProperty.call(terms, term) ? terms[term] : undefined;
    return own === undefined ? this.gloss("foreign", term, term) : own;
  }

  /** What a fact is called, by its path. */
  fact(path: string): string {
    const [field, key] = split(path);
    if (field === "matters" && key !== undefined) return this.term("matter", key);
    return this.kindAmong(path, "yes") || this.term("fact", path);
  }

  condition({ fact, is, words }: Condition): string {
    return this.gloss("condition", this.meaning(fact, is), words);
  }

  conditions(all: readonly Condition[]): string[] {
    return all.map((one) => this.condition(one));
  }

  /** People by office, and by name where the roster knows. */
  who(signers: readonly Signer[], choice: "one" | "all" | "unclear"): string {
    const who = signers.map(({ role, title, also = [], persons, standingIn }) => {
      const office = also.reduce((who, other) => this.say("who.also", { who, other: this.office(other) }), this.office({ role, title }));
      // Who is away is named here, and who acts instead in a sentence of its own; who has authorised another is not who acts.
      const there = standingIn === undefined || standingIn.for.away === undefined ? persons || [] : [standingIn.for];
      return there.length === 0 ? office : this.say("who.persons", { who: office, names: this.names(there) });
    });
    if (choice === "unclear") return this.say("who.unclear", { who: this.list("plain", who) });
    return this.list(choice, who);
  }

  /** People by name; of those who are away, why. */
  names(people: readonly RosterPerson[]): string {
    const told = people.map(({ name, away }) =>
      away === undefined ? this.say("who.name", { name }) : this.say("who.away", { name, away: this.term("away", away) }),
    );
    return this.list("plain", told);
  }

  private office({ role, title }: { readonly role: string; readonly title: string }): string {
    return this.gloss("role", this.term("role", role), title);
  }

  /** A statement with the places on which it rests. Words are quoted where a place is named for the first time. */
  cited(statement: string, basis: readonly Basis[]): string {
    const once = new Set(basis.map((place) => this.citation(place)));
    return once.size === 0 ? statement : this.say("cited", { statement, bases: this.list("items", Array.from(once)) });
  }

  private citation({ cite, quote, interpretation }: Basis): string {
    let citation = this.say("cite.short", { cite });
    if (this.isNew(cite, quote)) citation = this.say("cite.full", { cite, quote });
    if (interpretation === undefined || !this.isNew(cite, quote, interpretation)) return citation;
    return this.say("cite.interpreted", { citation, interpretation });
  }

  private isNew(...words: string[]): boolean {
    const key = words.join("\n");
    if (this.quoted.has(key)) return false;
    this.quoted.add(key);
    return true;
  }

  /** A condition in the catalogue's own words. */
  private meaning(path: string, is: readonly unknown[]): string {
    const [field, key] = split(path);
    const [only] = is;
    if (typeof only !== "boolean") {
      const values = is.map((value) => this.term(TABLE_OF[path] || (path as TermTable), String(value)));
      return this.say("condition.is", { fact: this.fact(path), values: this.list("one", values) });
    }
    const answer = only ? "yes" : "no";
    return this.kindAmong(path, answer) || this.say(`condition.${answer}`, { fact: this.fact(path) });
  }

  /** Whether a kind is among the addressees, where the path asks that. */
  private kindAmong(path: string, answer: "yes" | "no"): string | undefined {
    const [field, key] = split(path);
    if ((field !== "addressees" && field !== "copies") || key === undefined || key === "两个以上机关") return undefined;
    return this.say(`condition.${field}.${answer}`, { kind: this.term("addressee", key) });
  }
}

/** Words without the stop with which they may end: a message has its own. */
export function open(words: string): string {
  return words.replace(/[。；.;]\s*$/, "");
}

/** Lists as one. (`flat` is of ES2019.) */
export function all<T>(lists: readonly (readonly T[])[]): T[] {
  return ([] as T[]).concat(...lists);
}

function split(path: string): [field: string, key?: string] {
  const dot = path.indexOf(".");
  return dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
}
