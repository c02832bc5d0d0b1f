// A worker may compile synchronously in every kernel, and has no `document`.
importScripts("./node_modules/qianfa/dist/qianfa.iife.js", "./node_modules/qianfa/dist/rulebooks/yiyuan.iife.js");

fetch("./node_modules/qianfa/dist/qianfa_bg.wasm")
  .then((response) => response.arrayBuffer())
  .then((bytes) => {
    Qianfa.initSync(bytes);
    const rulebook = Qianfa.loadRulebook(QianfaRulebooks.yiyuan);
    self.postMessage(JSON.stringify(rulebook.route({ issuer: "政府", docType: "通知", addressees: ["下级政府"] })));
  });
