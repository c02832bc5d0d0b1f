// As an old jQuery page would write it: no modules, no arrow functions.
var draft = { issuer: "政府", docType: "通知", addressees: ["下级政府"] };

Qianfa.init().then(function () {
  var rulebook = Qianfa.loadRulebook(QianfaRulebooks.yiyuan);
  document.body.setAttribute("data-route", JSON.stringify(rulebook.route(draft)));
});
