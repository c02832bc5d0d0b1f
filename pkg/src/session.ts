// A form that is being filled. A route depends on draft and options alone: so the routes of drafts that were seen, or worked out ahead,
// are kept, and going back to one costs no more than finding it.

import { frozen } from "./frozen.ts";
import zhHans from "./messages/zh-Hans.ts";
import { changesBetween } from "./session/changes.ts";
import { snapshot, stated, statedFacts, taken, withFact, type Kinds, type Stated } from "./session/draft.ts";
import { Recent } from "./session/recent.ts";
import { same } from "./session/same.ts";
import type { Changes, Draft, Messages, Route, RouteOptions, Session, SessionOptions, Suggestion, TitleReading, Update } from "./types.d.ts";

/** What a session needs of its rulebook. */
export interface Host {
  route(draft: Draft, options: RouteOptions): Route;
  kinds: Kinds;
  readTitle(title: string, options: RouteOptions): TitleReading;
}

/** Routes that are kept. A clerk at a form meets some dozens; what is worked out ahead is most of them. */
const MOST_ROUTES = 256;
/** The most that is worked out ahead of one draft, so that it does not push out what was seen. */
const MOST_AHEAD = 128;
/** A draft longer than this is nobody's who types; its route is not kept. */
const LONGEST_KEY = 10_000;

/** Parts of a title's reading on which no route turns: where its words stand, and what only the clerk reads. */
const UNHEARD = ["start", "end", "subject", "title"];

/** A fact that may be set next, and its value; none where it may be forgotten. */
type Ahead = readonly [fact: string, value: unknown];

/** What came of a step. What changed is worked out when somebody asks. */
class Step implements Update {
  readonly route: Route;
  readonly #since: { readonly before: Route; readonly messages: Messages; changes?: Changes };

  constructor(before: Route, after: Route, messages: Messages) {
    this.route = after;
    this.#since = { before, messages };
  }

  get changes(): Changes {
    const since = this.#since;
    return since.changes || (since.changes = frozen(changesBetween(since.before, this.route, since.messages)));
  }
}

/** Begins a session. */
export function sessionOf(host: Host, given: unknown, givenOptions: unknown): Session {
  const routes = new Recent<Route>(MOST_ROUTES);
  const decided = new Set<string>();
  let { options, messages = zhHans } = optionsOf(givenOptions);
  let draft: Stated = taken(given === undefined ? {} : given);
  let title: { words: string; reading: TitleReading; heard: string } | undefined;
  /** What is still to be worked out ahead of this draft, and what has been, by the keystroke that leads there. */
  let ahead: Ahead[] | undefined;
  const ready = new Map<string, readonly [Stated, Route]>();
  let route = routed(draft, keyOf(draft));

  /** What is read in the title, once for each title; nothing in what is no title, which is for the route to find fault with. */
  function readTitle(words: unknown): { reading: TitleReading; heard: string } | undefined {
    if (typeof words !== "string" || words.length > LONGEST_KEY) return undefined;
    if (title === undefined || title.words !== words) {
      const reading = frozen(host.readTitle(words, options));
      const heard = JSON.stringify(reading, (key, value) => (UNHEARD.includes(key) ? undefined : value));
      title = { words, reading, heard };
    }
    return title;
  }

  /** Drafts of one key have one route: so typing on in a title that still says the same needs no new one. */
  function keyOf(draft: Stated): string {
    const read = readTitle(stated(draft, "title"));
    return read === undefined ? JSON.stringify(draft) : `${read.heard}\n${JSON.stringify({ ...(draft as object), title: undefined })}`;
  }

  function routed(draft: Stated, key: string, before?: Route): Route {
    const known = routes.get(key);
    if (known !== undefined) return known;
    const fresh = frozen(host.route(draft as Draft, options));
    // The same object as long as nothing about it changes.
    const kept = before !== undefined && same(fresh, before) ? before : fresh;
    if (key.length <= LONGEST_KEY) routes.set(key, kept);
    return kept;
  }

  function to(next: Stated, after = routed(next, keyOf(next), route)): Update {
    const before = route;
    if (next !== draft) forgetAhead();
    draft = next;
    route = after;
    return updateOf(before, after);
  }

  function forgetAhead(): void {
    ahead = undefined;
    ready.clear();
  }

  function updateOf(before: Route, after: Route): Update {
    return Object.freeze(new Step(before, after, messages));
  }

  function set(fact: string, value: unknown): Update {
    requirePath(fact);
    const known = ready.get(keystroke(fact, value));
    if (known !== undefined) return to(...known);
    return to(withFact(draft, fact, value === undefined ? undefined : snapshot(value), host.kinds));
  }

  /** What may be set next: each answer to what is asked, in the order in which it is asked, then each fact forgotten. */
  function keystrokes(): Ahead[] {
    const further: Ahead[] = [];
    for (const { fact, answers } of route.questions) {
      for (const { value } of answers) further.push([fact, value]);
    }
    for (const fact of statedFacts(draft)) further.push([fact, undefined]);
    return further.slice(0, MOST_AHEAD).reverse();
  }

  return Object.freeze({
    get draft(): Draft {
      return frozen(draft) as Draft;
    },
    get route(): Route {
      return route;
    },
    get suggestions(): readonly Suggestion[] {
      const read = readTitle(stated(draft, "title"));
      const all = read === undefined ? [] : read.reading.suggestions;
      return Object.freeze(all.filter((one) => stated(draft, one.fact) === undefined && !decided.has(decisionOn(one))));
    },
    set,
    clear: (fact: string): Update => set(fact, undefined),
    replace: (next: Draft): Update => to(taken(next === undefined ? {} : next)),
    reconsider(next: SessionOptions): Update {
      const before = [options, messages, title] as const;
      try {
        ({ options, messages = before[1] } = optionsOf(next));
        title = undefined;
        forgetAhead();
        routes.clear();
        return to(draft);
      } catch (error) {
        [options, messages, title] = before;
        throw error;
      }
    },
    accept(suggestion: Suggestion): Update {
      requirePath(suggestion.fact);
      decided.add(decisionOn(suggestion));
      return set(suggestion.fact, suggestion.value);
    },
    reject(suggestion: Suggestion): Update {
      requirePath(suggestion.fact);
      decided.add(decisionOn(suggestion));
      return updateOf(route, route);
    },
    prepare(): boolean {
      if (ahead === undefined) ahead = keystrokes();
      for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
        const [fact, value] = next;
        const further = withFact(draft, fact, value, host.kinds);
        const key = keyOf(further);
        const isNew = !routes.has(key);
        ready.set(keystroke(fact, value), [further, routed(further, key, route)]);
        if (isNew) return true;
      }
      return false;
    },
  });
}

/** Options as they are now; later changes to them mean nothing. Those that cannot be read are for the engine to find fault with. */
function optionsOf(given: unknown): { options: RouteOptions; messages?: Messages } {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return { options: given as RouteOptions };
  try {
    const { messages, ...options } = given as SessionOptions;
    return { options: snapshot(options, false) as RouteOptions, ...(messages === undefined ? {} : { messages }) };
  } catch (_) {
    return { options: snapshot(given, false) as RouteOptions };
  }
}

/** Suggestions are decided on by what they suggest, wherever in a title the words for it stand. */
function decisionOn({ fact, value }: Suggestion): string {
  return JSON.stringify([fact, value]);
}

/** A fact being set, as a key; lists and maps are nobody's answer to a question, and have none. */
function keystroke(fact: string, value: unknown): string {
  return `${fact}\n${value === undefined || value === null ? "" : typeof value}\n${typeof value === "object" ? "" : String(value)}`;
}

/** A path that is no text is a mistake of the program, not of the clerk. */
function requirePath(fact: unknown): void {
  if (typeof fact !== "string") throw new TypeError("qianfa: a fact of a session is named by its path, such as `matters.规范性文件`");
}
