// Saying aloud what changed, once things are quiet. Knows sentences; does not know what they are about.

import { quietly } from "./time.js";

const AFTER = 600;

/** Collects sentences and says them together in `element`, which is an `aria-live` region. */
export function createAnnouncer(element) {
  let sentences = [];
  const say = quietly(AFTER, () => {
    element.textContent = sentences.join("");
    sentences = [];
  });
  return (more) => {
    sentences = sentences.concat(more);
    if (sentences.length > 0) say();
  };
}
