import init, { loadRulebook } from "qianfa";
import yiyuan from "qianfa/rulebooks/yiyuan/rules";

const draft = { issuer: "政府", docType: "通知", addressees: ["下级政府"] };

init().then(() => {
  document.body.dataset.route = JSON.stringify(loadRulebook(yiyuan).route(draft));
});
