// Chinese phrases for the parts of a route. Knows the shapes of the package's output; does not know the DOM, nor any
// government: titles come with the route.

export const statusWords = {
  determined: "可以确定",
  open: "尚未确定",
  conflict: "规则冲突",
  silent: "未规定",
  elsewhere: "另有规定",
};

export const statusNotes = {
  determined: "其余未填的项不影响由谁签发。",
  open: "未填的项不同，签发人就不同。下面逐一列出。",
  conflict: "两条规定对本件的要求不同，文本没有说何者优先，本页不代为取舍。",
  silent: "本规则没有说这样的文件由谁签发。",
  elsewhere: "本规则指明按其他规定办理。",
};

export const severityWords = { error: "错误", warning: "注意", info: "提示" };

/** What stands between those who act. */
export const between = { one: "或", all: "和", unclear: "和（或）" };

/** The words of an option before its signers: what each 语气 looks like in a sentence. */
function lead(option) {
  const whose = option.decidedBy || "";
  switch (option.modality) {
    case "一般": return "一般由";
    case "原则上": return "原则上由";
    case "可": return "可由";
    case "经授权": return `经${whose}授权，由`;
    case "必要时": return "必要时由";
    case "核报": return "核报";
    default: return "由";
  }
}

export function titles(signers, choice) {
  return signers.map((signer) => signer.title).join(between[choice]);
}

/** “由县长或常务副县长审签” */
export function optionSentence(option) {
  return lead(option) + titles(option.signers, option.choice) + option.act;
}

/** One outcome in one line. */
export function outcomeSentence(signing) {
  if (signing.outcome === "silent") return "本规则未规定由谁签发";
  if (signing.outcome === "elsewhere") return "按其他规定办理";
  return signing.options.map(optionSentence).join("；");
}

/** The outcomes of a route: demands that may collide, which come last, are one. */
export function outcomesOf(route) {
  const isSide = (signing) => signing.certainty === "conflicting";
  const outcomes = route.signing.filter((signing) => !isSide(signing)).map((signing) => ({ isConflict: false, sides: [signing] }));
  const sides = route.signing.filter(isSide);
  return sides.length === 0 ? outcomes : outcomes.concat({ isConflict: true, sides });
}

/** The signing question answered in one line. */
export function signingSentence(route) {
  if (route.status === "open") return `还有${outcomesOf(route).length}种可能`;
  return route.signing.map(outcomeSentence).join(" ／ ");
}

/** What must turn out to hold for an outcome: all of it, and one of the alternatives. */
export function premiseSentence(signing) {
  const parts = (signing.requires || []).map((condition) => condition.words);
  const alternatives = (signing.anyOf || []).map((conditions) => conditions.map((condition) => condition.words).join("且"));
  if (alternatives.length > 0) parts.push(alternatives.join("，或者"));
  return parts.join("；");
}

export function conditionSentence(conditions) {
  return conditions.map((condition) => condition.words).join("；");
}

/** “一般在3个工作日内（自送会签起），逾期视为无不同意见” */
export function limitSentence(limit) {
  const mood = limit.modality === "须" ? "" : limit.modality;
  const unit = limit.unit === "工作日" ? "个工作日" : limit.unit;
  const span = limit.days === 0 ? `${limit.from}即办` : limit.before ? `${limit.from}前${limit.days}${unit}` : `自${limit.from}起${limit.days}${unit}内`;
  return mood + span + (limit.overdue ? `，逾期${limit.overdue}` : "");
}

/** A fact's value as the clerk would say it. */
export function valueWords(value) {
  if (value === true) return "是";
  if (value === false) return "否";
  if (Array.isArray(value)) return value.length > 0 ? value.map(valueWords).join("、") : "无";
  if (typeof value === "object" && value !== null) return [value.kind, value.name].filter(Boolean).join(" ");
  return String(value);
}

export function forceWords(inForce) {
  if (inForce === true) return "施行中";
  if (inForce === false) return "所填日期不在施行期内";
  return "是否施行不能判断：文本未载或未填日期";
}

/** The steps that somebody may miss on a path, in the order in which they usually stand. */
export const stepKinds = [
  "事先请示", "论证评估", "征求意见", "部门会签", "协调", "公开征求意见", "社会稳定风险评估", "公平竞争审查", "廉洁性评估", "合法性审查",
  "办公室审核", "分管领导审核", "领导会签", "会议审议", "政府批准", "领导同意", "审定", "政策解读", "审批", "公开", "备案",
];
