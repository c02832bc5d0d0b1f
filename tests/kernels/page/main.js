import init, { loadRulebook } from "./node_modules/qianfa/dist/web.js";
import jixi from "./node_modules/qianfa/dist/rulebooks/jixi.js";
import tiaoli from "./node_modules/qianfa/dist/rulebooks/tiaoli-2012.js";
import toksun from "./node_modules/qianfa/dist/rulebooks/toksun.js";
import wujiagang from "./node_modules/qianfa/dist/rulebooks/wujiagang.js";
import wushan from "./node_modules/qianfa/dist/rulebooks/wushan.js";
import yiyuan from "./node_modules/qianfa/dist/rulebooks/yiyuan.js";

const sources = { "tiaoli-2012": tiaoli, jixi, toksun, wujiagang, wushan, yiyuan };

(async () => {
  await init();
  const cases = await (await fetch("/cases.json")).json();
  const answers = {};
  for (const id of Object.keys(cases)) {
    const rulebook = loadRulebook(sources[id]);
    answers[id] = cases[id].map(({ draft, unstated }) => JSON.stringify(rulebook.route(draft, unstated ? { unstated } : {})));
    rulebook.free();
  }
  report({ kernel: navigator.userAgent, answers });
})();
