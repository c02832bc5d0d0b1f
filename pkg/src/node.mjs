// The same modules as `require("qianfa")` gives.

import qianfa from "./node.cjs";

export const {
  compareRulebooks,
  diffRulebooks,
  explain,
  init,
  initSync,
  initTools,
  loadRulebook,
  readTitle,
  RulebookError,
  rulebookFromText,
  rulebookSchema,
  version,
} = qianfa;
export default init;
