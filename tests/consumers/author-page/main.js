import init, { initTools, loadRulebook } from "./node_modules/qianfa/dist/web.js";
import yiyuan from "./node_modules/qianfa/dist/rulebooks/yiyuan.js";

const draft = { issuer: "政府", docType: "通知", addressees: ["下级政府"] };

(async () => {
  await init();
  await initTools();
  document.body.dataset.route = JSON.stringify(loadRulebook(yiyuan, { verify: true }).route(draft));
})();
