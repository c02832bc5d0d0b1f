// Ready-made drafts to try, a few per government. Knows drafts as the package takes them; does not know their routes.
//
// `done` is the switch 「填写完毕」: with it, what a draft does not state counts as no.

const down = [{ kind: "下级政府" }, { kind: "本级部门" }];

const examples = {
  wushan: [
    { name: "上报市政府办公厅的情况报告", done: false, draft: { title: "关于上半年项目建设情况的报告", issuer: "政府", docType: "报告", addressees: [{ kind: "上级政府办公厅", name: "重庆市人民政府办公厅" }], matters: { 规范性文件: false, 普遍约束力: false, 行政首长交办: false } } },
    { name: "给镇政府的批复，两位副县长分管", done: true, draft: { title: "关于同意建设乡镇敬老院的批复", issuer: "政府", docType: "批复", addressees: [{ kind: "下级政府", name: "骡坪镇人民政府" }], portfolios: "多位", secrecy: "无", departments: { lead: "县卫生健康委", others: ["县农业农村委"] } } },
    { name: "报县委，文种还没有定", done: false, draft: { issuer: "政府", addressees: [{ kind: "本级党委", name: "中共巫山县委" }], portfolios: "一位", matters: { 规范性文件: false, 行政首长交办: false } } },
    { name: "全局性的规范性文件（规则冲突）", done: true, draft: { title: "关于印发征地补偿管理办法的通知", issuer: "政府", docType: "通知", addressees: down, matters: { 规范性文件: true, 普遍约束力: true, 全局性: true, 重大政策: true }, portfolios: "一位", decidedBy: "无" } },
    { name: "部门请示直送领导个人", done: true, draft: { issuer: "部门", docType: "请示", addressees: [{ kind: "本级政府", name: "巫山县人民政府" }, { kind: "领导个人", name: "分管副县长" }], consensus: "一致", matters: { 领导交办直报: false } } },
    { name: "县委、县政府联合行文", done: true, draft: { issuer: "党政联合", docType: "意见", addressees: down, matters: { 全局性: true } } },
  ],
  jixi: [
    { name: "布置秋收保障的通知", done: true, draft: { title: "关于做好秋收保障工作的通知", issuer: "政府", docType: "通知", addressees: down, portfolios: "多位", secrecy: "无", matters: { 规范性文件: false }, departments: { lead: "市农业农村局", others: ["市财政局"] } } },
    { name: "森林防火戒严令", done: false, draft: { issuer: "政府", docType: "命令" } },
    { name: "提请市人大常委会任免的议案", done: true, draft: { issuer: "政府", docType: "议案", addressees: [{ kind: "本级人大", name: "鸡西市人民代表大会常务委员会" }], matters: { 人事任免: true }, decidedBy: "无" } },
    { name: "会议纪要，是哪个会还没有说清", done: false, draft: { issuer: "政府", docType: "纪要", addressees: [{ kind: "本级部门" }] } },
    { name: "部门请示，协商没有谈拢", done: true, draft: { issuer: "部门", docType: "请示", addressees: [{ kind: "本级政府", name: "鸡西市人民政府" }], consensus: "有分歧", matters: { 重大事项: false } } },
  ],
  wujiagang: [
    { name: "产业扶持政策的意见", done: true, draft: { title: "关于促进产业高质量发展的意见", issuer: "政府", docType: "意见", addressees: down, portfolios: "一位", decidedBy: "无", matters: { 重大政策: true, 涉及面广: true }, departments: { lead: "区发展和改革局", others: [] } } },
    { name: "工作通知，不知算不算涉及面广", done: false, draft: { issuer: "政府", docType: "通知", addressees: down, portfolios: "一位", decidedBy: "无", matters: { 规范性文件: false, 人事任免: false, 主要负责人出国: false, 重大政策: false, 重大事项: false, 例行批准: false } } },
    { name: "给伍家乡的例行批复", done: true, draft: { issuer: "政府", docType: "批复", addressees: [{ kind: "下级政府", name: "伍家乡人民政府" }], portfolios: "一位", decidedBy: "无", matters: { 例行批准: true } } },
    { name: "常务会议纪要", done: true, draft: { issuer: "政府", docType: "纪要", minutesOf: "常务会议", chairedBy: "行政首长" } },
    { name: "越级多头、未经协商的请示", done: true, draft: { issuer: "部门", docType: "请示", addressees: [{ kind: "本级政府" }, { kind: "上级政府", name: "宜昌市人民政府" }], consensus: "未协商", matters: { 越级: true } } },
  ],
  yiyuan: [
    { name: "常务会议定的项目安排通知", done: true, draft: { title: "关于印发年度重点项目安排的通知", issuer: "政府", docType: "通知", addressees: down, portfolios: "一位", decidedBy: "常务会议", departments: { lead: "县发展和改革局", others: [] } } },
    { name: "商务局代拟的规范性文件", done: true, draft: { issuer: "政府", docType: "通知", addressees: down, portfolios: "多位", decidedBy: "无", secrecy: "无", consensus: "一致", matters: { 规范性文件: true, 市场主体: true, 公众权益: true }, departments: { lead: "县商务局", others: ["县财政局"] } } },
    { name: "刚起草的通知", done: false, draft: { issuer: "政府", docType: "通知", addressees: [{ kind: "本级部门" }] } },
    { name: "专题会议纪要，土地使用还没有核实", done: false, draft: { issuer: "政府", docType: "纪要", minutesOf: "专题会议", chairedBy: "副职", chairDelegated: false } },
    { name: "重大投资合作协议", done: true, draft: { issuer: "政府", docType: "合同协议", addressees: [{ kind: "企事业单位" }], portfolios: "一位", decidedBy: "无", matters: { 重大投资: true } } },
  ],
  toksun: [
    { name: "干部任免通知", done: false, draft: { issuer: "政府", docType: "通知", addressees: [{ kind: "本级部门" }], matters: { 人事任免: true } } },
    { name: "给邻县商洽工作的函", done: true, draft: { issuer: "政府", docType: "函", addressees: [{ kind: "同级政府" }], portfolios: "多位", decidedBy: "无", secrecy: "无", departments: { lead: "县自然资源局", others: ["县教育局"] } } },
    { name: "县政府办公室给各部门的通知", done: true, draft: { issuer: "政府办公室", docType: "通知", addressees: [{ kind: "本级部门" }], portfolios: "一位" } },
    { name: "意见，还没有定报市里还是发乡镇", done: false, draft: { issuer: "政府", docType: "意见", portfolios: "一位", matters: { 人事任免: false } } },
    { name: "任免通知用县政府办公室名义", done: true, draft: { issuer: "政府办公室", docType: "通知", addressees: [{ kind: "本级部门" }], matters: { 人事任免: true }, portfolios: "一位", decidedBy: "无" } },
  ],
};

export function examplesOf(government) {
  return examples[government];
}
