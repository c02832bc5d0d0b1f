// The only file of the drafting page that names the installed package. Knows where its modules lie, the five rulebooks and
// the languages; does not know what a draft or a route looks like.
//
// The five are imported at once, not on demand: after loading, the page needs no network any more.

import { explain, init, loadRulebook, RulebookError } from "./vendor/qianfa/dist/web.js";
import wushan from "./vendor/qianfa/dist/rulebooks/wushan.js";
import jixi from "./vendor/qianfa/dist/rulebooks/jixi.js";
import wujiagang from "./vendor/qianfa/dist/rulebooks/wujiagang.js";
import yiyuan from "./vendor/qianfa/dist/rulebooks/yiyuan.js";
import toksun from "./vendor/qianfa/dist/rulebooks/toksun.js";
import traditional from "./vendor/qianfa/dist/messages/zh-Hant.js";
import english from "./vendor/qianfa/dist/messages/en.js";

const sources = { wushan, jixi, wujiagang, yiyuan, toksun };
const loaded = {};

/** Makes the engine ready. To be awaited once, before `rulebookOf`. */
export function start() {
  return init();
}

/** The rulebook of one of the `governments`, loaded when first asked for. */
export function rulebookOf(id) {
  if (!loaded[id]) loaded[id] = loadRulebook(sources[id]);
  return loaded[id];
}

/** The languages in which a route can be told; the first needs no catalogue. */
export const languages = [
  { id: "zh-Hans", name: "简体" },
  { id: "zh-Hant", name: "繁體", messages: traditional },
  { id: "en", name: "English", messages: english },
];

/** The route in connected words, in one of the `languages`. */
export function tell(route, language) {
  const { messages } = languages.find(({ id }) => id === language);
  return explain(route, messages ? { messages } : {});
}

/** Why the engine or a rulebook could not be loaded, one sentence a line. */
export function faultsOf(error) {
  if (error instanceof RulebookError) return error.issues.map((issue) => issue.message);
  return [String((error && error.message) || error)];
}
