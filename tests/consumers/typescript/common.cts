// The same from CommonJS.

import qianfa = require("qianfa");
import inline = require("qianfa/inline");
import zhHant = require("qianfa/messages/zh-Hant");
import yiyuan = require("qianfa/rulebooks/yiyuan");

export async function start(): Promise<qianfa.Route> {
  await qianfa.init();
  await inline.init();
  const rulebook: qianfa.Rulebook = qianfa.loadRulebook(yiyuan);
  return rulebook.route({ docType: "函" });
}

export const told = (route: qianfa.Route): string => qianfa.explain(route, { messages: zhHant });
