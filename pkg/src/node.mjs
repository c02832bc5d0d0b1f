// The same engine as `require("qianfa")` gives.

import qianfa from "./node.cjs";

export const { init, initSync, loadRulebook, RulebookError, version } = qianfa;
export default init;
