// Filling a catalogue's templates. A message is one template; what stands in its places never rearranges it.

import type { ListName, MessageName, Messages } from "../types.d.ts";

/** What stands in the places of a template. */
export type Slots = { readonly [place: string]: string | number };

/** Puts each value into its place. In one pass: braces in a value are text. */
export function fill(template: string, slots: Slots): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new TypeError(`qianfa: nothing is known for the place ${place} in the message “${template}”`);
    return String(value);
  });
}

/** A message with its places filled; `count` picks its form where it has several. */
export function say(messages: Messages, name: MessageName, slots: Slots = {}): string {
  const message = messages.say[name];
  if (message === undefined) throw new TypeError(`qianfa: the messages “${messages.language}” lack \`${name}\``);
  if (typeof message === "string") return fill(message, slots);
  const form = messages.form === undefined ? "other" : messages.form(Number(slots.count));
  return fill(message[form] || message.other, slots);
}

/** Several things as one. */
export function listed(messages: Messages, name: ListName, items: readonly string[]): string {
  const { pair, comma, last } = messages.lists[name];
  const end = items.length - 1;
  let text = items[end] || "";
  for (let at = end - 1; at >= 0; at--) {
    const pattern = end === 1 ? pair : at === end - 1 ? last : comma;
    text = fill(pattern, { a: items[at] || "", b: text });
  }
  return text;
}
