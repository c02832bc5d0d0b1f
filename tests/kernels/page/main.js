import init, { initTools, loadRulebook } from "./node_modules/qianfa/dist/web.js";

(async () => {
  await init();
  await initTools();
  const cases = await (await fetch("/cases.json")).json();
  const answers = {};
  for (const id of Object.keys(cases)) {
    const { default: source } = await import(`./node_modules/qianfa/dist/rulebooks/${id}.js`);
    // The tools run the cases as well.
    const rulebook = loadRulebook(source, { verify: true });
    answers[id] = cases[id].map(({ draft, unstated }) => JSON.stringify(rulebook.route(draft, unstated ? { unstated } : {})));
    rulebook.free();
  }
  report({ kernel: navigator.userAgent, answers });
})();
