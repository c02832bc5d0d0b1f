// The only file of the drafting page that names the installed package. Knows where its modules lie and the five
// rulebooks; does not know what a draft or a route looks like.
//
// The five are imported at once, not on demand: after loading, the page needs no network any more.

import { init, loadRulebook, RulebookError } from "./vendor/qianfa/dist/web.js";
import wushan from "./vendor/qianfa/dist/rulebooks/wushan.js";
import jixi from "./vendor/qianfa/dist/rulebooks/jixi.js";
import wujiagang from "./vendor/qianfa/dist/rulebooks/wujiagang.js";
import yiyuan from "./vendor/qianfa/dist/rulebooks/yiyuan.js";
import toksun from "./vendor/qianfa/dist/rulebooks/toksun.js";

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

/** Why the engine or a rulebook could not be loaded, one sentence a line. */
export function faultsOf(error) {
  if (error instanceof RulebookError) return error.issues.map((issue) => issue.message);
  return [String((error && error.message) || error)];
}
