// The types of the package `qianfa`, written by hand: this file is what a caller reads.
// Names are English; values are the terms of the field, in Chinese, as OA systems store them.

// ---------------------------------------------------------------------------------------------------------------------
// Starting

/** What the WebAssembly module can be made from. */
export type InitInput = string | URL | Response | BufferSource | WebAssembly.Module;

/** What it can be made from at once, without waiting. */
export type InitSyncInput = BufferSource | WebAssembly.Module;

/**
 * Starts the engine; to be awaited once before `loadRulebook`.
 *
 * Further calls cost nothing, calls at the same time share one start, and a start that failed can be tried again.
 *
 * @param input Where the module `qianfa_bg.wasm` is, where it does not lie beside the script: an address, a response, its bytes
 *   or a compiled module. In Node a string may also be a path.
 */
export function init(input?: InitInput | PromiseLike<InitInput>): Promise<void>;
export default init;

/**
 * Starts the engine at once from bytes or a compiled module: for workers, Node and tests. On a page, kernels before
 * Chromium 114 refuse it; use `init` there.
 */
export function initSync(input: InitSyncInput): void;

/** The version of the package. */
export const version: string;

// ---------------------------------------------------------------------------------------------------------------------
// Rulebooks

/**
 * One government's rules as data: an object, or its text. JSON text is read everywhere; the authors' text form (YAML) where the tools
 * are started (`initTools`; in Node at any time).
 */
export type RulebookSource = string | { readonly [key: string]: unknown };

/**
 * Reads a rulebook, or several versions of one: then the day of each draft picks the version.
 *
 * @throws {RulebookError} where the rulebook has faults, with every one of them.
 */
export function loadRulebook(source: RulebookSource | readonly RulebookSource[], options?: LoadOptions): Rulebook;

/**
 * What a rulebook must pass before it is taken, and what it stands on. A plain object; an option that does not exist is an error, so that
 * none is misspelt unnoticed.
 */
export interface LoadOptions {
  /** Rulebooks to which `所据` may point by id. The shipped rulebooks carry theirs. */
  bases?: readonly RulebookSource[];
  /**
   * Run the rulebook's own cases (`案例`), or these, and refuse it where one fails or there are none; of several versions, each is run
   * against its own. Needs the tools.
   */
  verify?: boolean | readonly Case[];
  /**
   * An Ed25519 public key (32 bytes in base64 or hexadecimal). Once it is given, a rulebook without a signature, or with one that is
   * not by this key over this very rulebook, is refused; so is every rulebook where what is given is no key. Needs the tools.
   */
  publicKey?: string;
  /** The detached signature (64 bytes in base64 or hexadecimal) over the text of the rulebook's digest; for several versions, one each. */
  signature?: string | readonly (string | undefined)[];
}

/**
 * Starts the tools for authors: proofs (`check`), comparison, cases, signatures and the text form. They are a module of their own, so
 * that a drafting page need not load them. In Node they start by themselves.
 *
 * @param input Where the module `qianfa_tools_bg.wasm` is, as for `init`. The entries that carry the engine inside the script (`inline`,
 *   classic scripts) do not carry the tools: there it must be given.
 */
export function initTools(input?: InitInput | PromiseLike<InitInput>): Promise<void>;

/** A rulebook that could not be loaded. */
export class RulebookError extends Error {
  /** Made by `loadRulebook`; a test of a page may make its own. */
  constructor(issues: RulebookIssue[]);
  /** Every fault that was found. */
  readonly issues: RulebookIssue[];
}

/** One fault of a rulebook. */
export interface RulebookIssue {
  /** What kind of fault it is: English, stable, for programs. */
  code: string;
  /** The fault in words, for the rulebook's author. */
  message: string;
  /** The id of the clause in which it is, where it is in one. */
  clause?: string;
  /** Where in the rulebook it is, as a JSON Pointer. */
  path: string;
  /** The line of the text, from 1, where there is one. */
  line?: number;
  /** The column in that line, from 1. */
  column?: number;
  /** What would have been right. */
  expected?: string;
  /** What was probably meant. */
  suggestion?: string;
}

/**
 * A loaded rulebook. Its methods need no `this` and can be handed around. Proofs are about one text: `check`, `test`, `clause` and the
 * comparisons take a rulebook of one version.
 */
export interface Rulebook {
  /** The rulebook's id, such as `yiyuan`. */
  readonly id: string;
  /** The title of the rules, such as `沂源县人民政府工作规则`. */
  readonly title: string;
  /** The digest of what the rulebook says, `sha256:` and 64 hexadecimal digits: the same however it is written down. */
  readonly digest: string;
  /** The versions, earliest first; a rulebook that was loaded alone is its only one. */
  readonly versions: readonly RulebookVersion[];
  /** Every fact, value and prompt in the words of these rules: enough to build the form. Frozen. */
  readonly vocabulary: Vocabulary;
  /** Who must sign the document, by which path, and why. Never throws for a draft, however malformed it is. */
  route(draft: Draft, options?: RouteOptions): Route;
  /** The signing question alone, for lists, grids and batches. */
  decide(draft: Draft, options?: RouteOptions): Decision;
  /** The routes of many drafts, in their order. */
  routeMany(drafts: readonly Draft[], options?: RouteOptions): Route[];
  /**
   * The smallest changes of facts that would lead to another signer, or add or drop a step; at most 24, the smallest first. A change
   * states what is not known, or states otherwise what is. Of equally small ones the less unusual is told: what the business is like
   * before 文种 and 发文名义. A draft that may still have several outcomes gets, for each, what would settle it.
   */
  whatIf(draft: Draft, options?: RouteOptions): Change[];
  /** Why the route is not as expected, and what would make it so. */
  whyNot(draft: Draft, wanted: Wanted, options?: RouteOptions): WhyNot;
  /** A draft under way, for forms. */
  session(draft?: Draft, options?: SessionOptions): Session;
  /** Proofs about the rulebook itself, over every document that can be. Needs the tools. */
  check(options?: CheckOptions): Report;
  /** Runs the rulebook's own cases, or these. Needs the tools. */
  test(cases?: readonly Case[]): CaseResult[];
  /** Everything about one clause: its words, when it stands, before which it gives way. Needs the tools. */
  clause(id: string): ClauseAccount | undefined;
  /** For each day from `from` until before `until`, which version is in force, as stretches of days; `null` where none is. */
  sweep(from: string, until: string): Stretch[];
  /** Gives the memory back. The rulebook cannot be used afterwards; a page that keeps it need not call this. */
  free(): void;
}

/** One version of a rulebook and the days on which it is in force. */
export interface RulebookVersion {
  /** The title of the rules. */
  readonly title: string;
  /** The digest of what it says. */
  readonly digest: string;
  /** The first day in force, where the text gives one. */
  readonly from?: string;
  /** The first day no longer in force, where the text gives one. */
  readonly until?: string;
}

/** Days in a row with one answer. */
export interface Stretch {
  /** The first day. */
  from: string;
  /** The day after the last. */
  until: string;
  /** The digest of the version in force, `null` where none is. */
  digest: string | null;
}

/** How a draft is to be read. */
export interface RouteOptions {
  /** The day for which the route is asked, `YYYY-MM-DD`; else the draft's `dates.drafted` counts. The engine reads no clock. */
  on?: string;
  /** What a fact that the draft does not state means: `"unknown"` (the default), or `"no"` where the clerk is finished. */
  unstated?: "no" | "unknown";
  /** The people behind the roles. Faults in it are findings; the route never fails for them. */
  roster?: Roster;
  /** Working days of further years, or other than those shipped. */
  calendar?: Calendar;
}

// ---------------------------------------------------------------------------------------------------------------------
// The draft

/** In whose name a document goes out (发文名义). */
export type Issuer = "政府" | "政府办公室" | "党政联合" | "部门" | "部门联合" | "派出机构" | "议事协调机构" | "下级政府";

/** The kind of a document (文种): the fifteen of 党政机关公文处理工作条例 第八条, and five other papers that the rules speak of. */
export type DocType =
  | "决议" | "决定" | "命令" | "公报" | "公告" | "通告" | "意见" | "通知" | "通报" | "报告" | "请示" | "批复" | "议案" | "函" | "纪要"
  | "合同协议" | "新闻稿" | "会议申请" | "用印申请" | "介绍信"
  | "令" | "命令（令）" | "会议纪要";

/** Which way a document goes (行文方向). */
export type Direction = "上行" | "平行" | "下行";

/** What an addressee is, seen from the government whose rulebook it is. */
export type AddresseeKind =
  | "上级政府" | "上级政府办公厅" | "上级部门" | "上级部门办公室" | "本级党委" | "本级人大" | "本级政协" | "本级政府" | "本级部门"
  | "同级政府" | "同级政府办公室" | "下级政府" | "企事业单位" | "社会公众" | "领导个人" | "其他";

/** One addressee. */
export interface Addressee {
  /** What it is. */
  kind: AddresseeKind;
  /** What it is called. */
  name?: string;
}

/** Recipients: all of them, or what is known of single kinds. */
export type Recipients = readonly (Addressee | AddresseeKind | (string & {}))[] | { readonly [kind: string]: boolean | null };

/** A meeting, by its shared name; the rulebook knows what it is called in its government. */
export type Meeting =
  | "全体会议" | "常务会议" | "行政首长办公会议" | "行政首长例会" | "专题会议" | "协调会议" | "党组会议" | "工作会议";

/** Who presided over a meeting. */
export type Chair =
  | "行政首长" | "常务副职" | "副职" | "行政首长助理" | "党组成员" | "秘书长" | "副秘书长" | "办公室主任" | "办公室副主任";

/**
 * What the clerk knows so far. Every field is optional: absent or `null` means "not known yet", never "no" and never "none";
 * `[]`, `"无"` and `false` are knowledge.
 */
export interface Draft {
  /** The title (标题). It never decides a route by itself. */
  title?: string | null;
  /** In whose name the document goes out (发文名义). */
  issuer?: Issuer | null;
  /** Its kind (文种). */
  docType?: DocType | null;
  /** Which way it goes (行文方向); derived from issuer and addressees where these settle it. */
  direction?: Direction | null;
  /**
   * The complete list of addressees (主送机关): with kind and name, by kind alone, or by a name that the rulebook knows. As long as the list
   * is not known, a map from kinds to what is known of each (`{ 上级政府: true }`); of the others it says nothing.
   */
  addressees?: Recipients | null;
  /** The complete list of those who get a copy (抄送机关), written likewise. */
  copies?: Recipients | null;
  /** Yes/no properties of the business on which the rules turn (事项); the vocabulary lists those of a rulebook. */
  matters?: { readonly [matter: string]: boolean | null } | null;
  /** Whether the business lies with one leader or with several (涉及政府领导分管范围). */
  portfolios?: "一位" | "多位" | null;
  /** The leaders concerned (涉及的政府领导). */
  leaders?: readonly string[] | null;
  /** The departments concerned (主办、协办部门). */
  departments?: {
    /** The department in charge (主办部门). */
    lead?: string | null;
    /** The complete list of the others (协办部门). */
    others?: readonly string[] | boolean | null;
  } | null;
  /** Whether the departments agree (部门间协商). */
  consensus?: "一致" | "有分歧" | "未协商" | null;
  /** The meeting that has decided the matter already (已经何会议决定). */
  decidedBy?: "无" | Meeting | null;
  /** The meeting of which this 纪要 is the record. */
  minutesOf?: Meeting | null;
  /** Who presided over that meeting (会议主持人). */
  chairedBy?: Chair | null;
  /** Whether they presided by delegation (受委托). */
  chairDelegated?: boolean | null;
  /** The degree of secrecy (密级). */
  secrecy?: "无" | "秘密" | "机密" | "绝密" | null;
  /** The urgency (紧急程度); 平急 and 特提 are those of telegrams. */
  urgency?: "无" | "加急" | "特急" | "平急" | "特提" | null;
  /** For how many years it is to be in force (有效期). */
  validYears?: number | null;
  /** Dates of the document's life, each `YYYY-MM-DD`. */
  dates?: {
    /** When it was drafted (拟稿). */
    drafted?: string | null;
    /** When it arrived at the office that deals with it (收文). */
    received?: string | null;
    /** When it was sent round for countersigning or comment (送会签). */
    sentForCountersign?: string | null;
    /** When the meeting is or was held (会议召开). */
    meetingHeld?: string | null;
    /** When the meeting ended (会议结束). */
    meetingEnded?: string | null;
    /** When it was signed (签发). */
    signed?: string | null;
    /** When it was issued (印发). */
    issued?: string | null;
  } | null;
}

// ---------------------------------------------------------------------------------------------------------------------
// The route

/**
 * How far the question is settled: `determined` one outcome whatever is still unknown, `open` several are possible, `conflict` two
 * clauses demand different things and the text gives no precedence, `silent` the text says nothing (未规定), `elsewhere` the text
 * points to other rules.
 */
export type Status = "determined" | "open" | "conflict" | "silent" | "elsewhere";

/** Who must sign, by which path, and on which words of the rules each part rests. */
export interface Route {
  /** The rulebook that answered. */
  rulebook: {
    /** Its id. */
    id: string;
    /** Its title. */
    title: string;
    /** The digest of what it says. */
    digest: string;
    /** Whether it is in force on the day; `null` without a day, or where the text gives no dates. */
    inForce: boolean | null;
  };
  /** How far the signing is settled. */
  status: Status;
  /** Every outcome that the known facts still allow, a certain one first. */
  signing: Signing[];
  /** The whole path, in order; steps of one stage may run in parallel. */
  steps: Step[];
  /** What is wrong, missing or worth knowing. */
  findings: Finding[];
  /** What to ask next, best first: first what can change the signing, then what can change a step or a finding. */
  questions: Question[];
  /** The days on which the document can be issued, as far as the text's limits and the draft's dates go. */
  timing: Timing;
  /** What became of the facts. */
  facts: {
    /** Facts that the answer rests on. */
    used: string[];
    /** Facts that are not known and could change the answer. */
    missing: string[];
    /** Facts that cannot change the answer. */
    irrelevant: string[];
    /** Facts that follow from others, with their values. */
    derived: Record<string, unknown>;
  };
}

/** One possible outcome of the signing question. */
export interface Signing {
  /** Whether it is the outcome, may be, or stands against another one. */
  certainty: "certain" | "possible" | "conflicting";
  /** Whether the text demands signatures, says nothing, or points to other rules. */
  outcome: "sign" | "silent" | "elsewhere";
  /** Who signs, in the order in which the text puts them; each option is a lawful way of its own. */
  options: Option[];
  /** The words on which it rests. */
  basis: Basis[];
  /** What must turn out to hold, for an outcome that is only possible. */
  requires?: Condition[];
  /** Alternatives of which one must hold as well, as the clauses' own words name them; each is a list of conditions. */
  anyOf?: Condition[][];
}

/** What a signer does, in the text's own word. */
export type Act = "签发" | "审签" | "签署" | "审定签发" | "审定" | "签订" | "批准" | "同意" | "批印";

/** How binding the text's words are. */
export type Modality = "须" | "一般" | "原则上" | "可" | "经授权" | "必要时" | "核报";

/** One lawful way to have the document signed. */
export interface Option {
  /** What the signers do. */
  act: Act;
  /** How binding it is. */
  modality: Modality;
  /** Whether one of the signers is enough (或), all must sign (和), or the text can be read both ways. */
  choice: "one" | "all" | "unclear";
  /** Who signs. */
  signers: Signer[];
  /** Whose judgement or authorisation it is, where the text says so. */
  decidedBy?: string;
}

/** Someone who signs or acts, by office. */
export interface Signer {
  /** The office in terms shared by all rulebooks, such as `executive_deputy`. */
  role: string;
  /** What the office is called in this government, such as `常务副县长`. */
  title: string;
  /** Further offices in which the same person acts here: they act once. */
  also?: { role: string; title: string }[];
  /**
   * Who it is, from the roster; those who stand in where `standingIn` says so. Who is in charge of the lead department comes first,
   * then by rank; who is away comes last. Absent where the roster does not settle it.
   */
  persons?: RosterPerson[];
  /** Set where somebody is away, or has authorised another (经授权): `persons` are then those who would act in their place. */
  standingIn?: StandingIn;
}

/** A person of the roster, as a route names them. */
export interface RosterPerson extends Pick<Person, "id" | "name" | "title"> {
  /** The roles they hold, as the roster has them. */
  roles: string[];
  /** Why they are away on the day, such as `外出`; `不在` where the roster does not say why. */
  away?: string;
}

/** Somebody acts in another's place, or would. */
export interface StandingIn {
  /** The person who is away, or who has authorised another. */
  for: RosterPerson;
  /** The words on which it rests: of the rules, or the delegation on record, whose `clause` is empty. */
  under: Basis;
  /** What is still missing. As long as it is there, nobody may sign in the other's place. */
  needs?: "委托";
  /** What the rules say and what is needed, for the clerk. */
  words: string;
  /** The line to write on the form, where the delegation is on record. */
  line?: string;
}

/** The kinds of steps, in the order in which they usually stand. */
export type StepKind =
  | "拟稿" | "事先请示" | "论证评估" | "征求意见" | "部门审核" | "部门会签" | "协调"
  | "公开征求意见" | "社会稳定风险评估" | "公平竞争审查" | "廉洁性评估" | "合法性审查" | "办公室审核" | "拟办" | "签署意见"
  | "分管领导审核" | "领导会签" | "会议审议" | "政府批准" | "领导同意" | "审定" | "签发" | "政策解读" | "复核"
  | "编号" | "用印" | "印发" | "审批" | "公开" | "备案" | "归档";

/** One step of the path. */
export interface Step {
  /** The step's name within this route. */
  id: string;
  /** What is done. */
  kind: StepKind;
  /** Its place in the order; steps of one stage may run in parallel. */
  stage: number;
  /** The ids of the steps that must be done before. */
  after: string[];
  /** A mark: steps that bear the same one are alternatives, of which one is enough. */
  oneOf?: string;
  /** Who acts. */
  actors: Signer[];
  /** Whether one of the actors is enough, all must act, or the text can be read both ways. */
  choice: "one" | "all" | "unclear";
  /** How binding the step is; 核报 only on a signature that is referred upward. */
  modality: Modality;
  /** Set for a step of the ordinary course, which this text does not name. */
  customary?: true;
  /** Whether the step must happen or may turn out to be needed. */
  certainty: "certain" | "possible";
  /** What must turn out to hold, for a step that is only possible. */
  requires?: Condition[];
  /** The meetings of which any one does, for 会议审议. */
  meetings?: string[];
  /** The time limits that the text sets for the step. */
  limits?: Limit[];
  /** The day on which the tightest of its limits runs out; unknown where one of them is, for that may be the one. */
  due?: Due;
  /** What else the text says about the step. */
  notes?: Note[];
  /** The words on which the step rests. */
  basis: Basis[];
}

/** A time limit, in the text's own terms. */
export interface Limit {
  /** How many days; 0 means at once. */
  days: number;
  /** Working days or calendar days. */
  unit: "工作日" | "日";
  /** The event from which they count. */
  from: string;
  /** Set where they count back from that event. */
  before?: true;
  /** Whether the day of the event is the first of them or the next, where the rulebook says; else the next, as an assumption of `due`. */
  firstDay?: "当日" | "次日";
  /** How binding the limit is. */
  modality: string;
  /** What the text says happens when it has passed. */
  overdue?: string;
  /** The day on which it runs out, or why that is not known. */
  due?: Due;
  /** The words on which the limit rests. */
  basis: Basis[];
}

/** When a limit runs out. */
export type Due =
  | {
      /** The last day that is still in time. */
      date: string;
      /** How many days. */
      days: number;
      /** Working days or calendar days. */
      unit: "工作日" | "日";
      /** The day of the event from which they count. */
      from: string;
      /** The day on which the text's consequence of silence (逾期视为无不同意见) takes effect: the day after `date`, worked or not. */
      effective?: string;
      /** What was assumed, such as that counting begins with the next working day. */
      assumption?: string;
    }
  | {
      /** Why the day is not known: which date is missing, or for which year there is no notice. */
      unknown: string;
    };

/**
 * The days on which the document can be issued, as far as they follow from the draft's dates and from limits that certainly hold. Once
 * `dates.issued` is stated, both are that day. Empty where the path has no 印发.
 */
export interface Timing {
  /** The earliest day, where nobody who is asked answers before silence counts; absent where no date of the draft bears on it. */
  earliest?: string;
  /** The latest day on which it is still in time; absent where no limit bears on it. Before `earliest` where it can only be late. */
  latest?: string;
  /** On which steps and limits they rest, and what was assumed, for the clerk. */
  because: string[];
  /** Why a day is not known, where a limit bears on it and its start or its year is missing. */
  unknown?: string;
}

/** A remark that belongs to a step. */
export interface Note {
  /** What it is about: what a circled name means (圈阅), who stands in for whom (代行), or anything else (注). */
  kind: "圈阅" | "代行" | "注";
  /** The remark, for the clerk. */
  words: string;
  /** The words of the rules on which it rests. */
  basis: Basis;
}

/** A place in the rules on which something rests. */
export interface Basis {
  /** The id of the clause, such as `46-1a`. */
  clause: string;
  /** The citation as the text numbers itself, such as `第四十六条（一）`. */
  cite: string;
  /** The operative words, verbatim. */
  quote: string;
  /** What the rulebook's author had to read into them; never part of the text. */
  interpretation?: string;
}

/** Something that is wrong, missing or worth knowing about the draft. */
export interface Finding {
  /** What kind of finding it is: English, stable, for programs. */
  code: string;
  /** `error` where the text says 不得, 必须 or 应; `warning` where it says 一般不得 or 原则上; `info` where nothing is wrong. */
  severity: "error" | "warning" | "info";
  /** The finding in one sentence, for the clerk. */
  message: string;
  /** The field of the draft that it is about, as a JSON Pointer; `""` is the whole draft. */
  path: string;
  /** The words on which it rests; empty only where it is about the input itself. */
  basis: Basis[];
}

/** Something that must turn out to hold. */
export interface Condition {
  /** The fact, by its path in the draft, such as `matters.规范性文件`. */
  fact: string;
  /** The values of which it must have one. */
  is: unknown[];
  /** The condition in words. */
  words: string;
}

/** Something to ask the clerk. */
export interface Question {
  /** The fact that is asked for, by its path in the draft. */
  fact: string;
  /** The question in the words of the rules. */
  prompt: string;
  /** The answers that are possible. */
  answers: Answer[];
  /** Whether the answer can change who signs, or only steps and findings. */
  affects: "signing" | "steps";
  /** Why it is asked: the clauses that turn on it and are still open, such as `因六十二：“…”`, or the fact that follows from it. */
  because: string;
}

/** One answer to a question. */
export interface Answer {
  /** The value that the fact would have. */
  value: unknown;
  /** What it would lead to, in words. */
  leadsTo: string[];
}

/** The answer to the signing question alone. */
export interface Decision {
  /** How far it is settled. */
  status: Status;
  /** Every possible outcome in words. */
  outcomes: string[];
}

// ---------------------------------------------------------------------------------------------------------------------
// The vocabulary

/** What can be said about a document under a rulebook: enough to build the form. */
export interface Vocabulary {
  /** The rulebook. */
  readonly rulebook: {
    /** Its id. */
    readonly id: string;
    /** Its title. */
    readonly title: string;
    /** The government whose rules they are. */
    readonly government: string;
  };
  /** Every fact that can be stated. */
  readonly facts: readonly Fact[];
  /** Combinations that no document can have, in words. */
  readonly impossible: readonly {
    /** The combination. */
    readonly words: string;
  }[];
}

/** One fact that can be stated about a document. */
export interface Fact {
  /** Its name: its path in the draft, such as `issuer` or `matters.规范性文件`. */
  readonly name: string;
  /** What a form calls it. */
  readonly label: string;
  /** What its values look like. */
  readonly type: "enum" | "yesno" | "list" | "number" | "date" | "text";
  /** The values from which to choose, where it has such. */
  readonly values?: readonly FactValue[];
  /** The question to the clerk, in the words of the rules. */
  readonly prompt: string;
  /** The part of the form to which it belongs. */
  readonly group: "公文" | "行文" | "事项" | "会议" | "部门" | "日期";
  /** The place in the rules that turns on it. */
  readonly citation?: {
    /** The citation as the text numbers itself. */
    readonly cite: string;
    /** The operative words, verbatim. */
    readonly quote: string;
  };
}

/** One value of a fact. */
export interface FactValue {
  /** The value as the draft states it. */
  readonly value: string;
  /** What this government calls it. */
  readonly label: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// People and working days

/** A government's people: who holds which role, who is in charge of what, who is away, who acts for whom. */
export interface Roster {
  /** Everyone who can act on a document. */
  people: readonly Person[];
  /** The departments, by every name that clerks write. */
  departments?: readonly Department[];
  /** Delegations on record (委托). */
  delegations?: readonly Delegation[];
  /** Who is away, and when. */
  absences?: readonly Absence[];
}

/** One person. */
export interface Person {
  /** Yours; other parts of the roster and `leaders` of a draft point to it. */
  id: string;
  /** 姓名. */
  name: string;
  /** What they are called, such as `副县长`. */
  title?: string;
  /** The roles they hold: codes such as `executive_deputy`, or titles as the rulebook has them. */
  roles: readonly string[];
  /** What they are in charge of (分管). */
  portfolio?: { departments?: readonly string[]; matters?: readonly string[] };
  /** With whom they make a pair (AB角, 补位). */
  pairedWith?: readonly string[];
  /** Their place in the order of leaders; 1 is first. */
  rank?: number;
}

/** One department. */
export interface Department {
  id: string;
  name: string;
  /** Further names by which it is recognised. */
  aliases?: readonly string[];
  /** The id of its head. */
  head?: string;
}

/** Somebody is away: from the first day until before the last. */
export interface Absence {
  person: string;
  from: string;
  until: string;
  reason?: "外出" | "出国" | "休假" | "学习" | "空缺";
}

/** Somebody may act for somebody else. */
export interface Delegation {
  from: string;
  to: string;
  /** The first day. */
  since: string;
  /** The day after the last; without it, until revoked. */
  until?: string;
  /** The acts it covers, in the text's own words, such as `签发` or `会签`, or kinds of steps; without them, all. */
  acts?: readonly string[];
  /** Whether it covers urgent documents only. */
  urgentOnly?: boolean;
  /** The matters, departments or kinds of documents (文种) it covers; without them, all. */
  matters?: readonly string[];
  /** On what paper it stands. */
  basis?: string;
}

/**
 * Working days of further years: days off on weekdays, and weekends worked, as the State Council's yearly notice has them. Both lists are
 * needed, empty where there is nothing. A year given here takes the place of the one shipped (2019 to 2026); one with a fault counts as
 * not given. The notice of a year may also name 25 to 31 December of the year before: without it, a due date says that it may move.
 */
export interface Calendar {
  years: { readonly [year: string]: { readonly holidays: readonly string[]; readonly workdays: readonly string[] } };
}

// ---------------------------------------------------------------------------------------------------------------------
// What would change the answer

/** A smallest change of the draft's facts that leads to another answer. */
export interface Change {
  /** The facts that would have to be otherwise, or to become known. */
  set: ChangedFact[];
  /** The draft with them. */
  draft: Draft;
  /** What its route then is: following the change gives just this. */
  then: {
    /** Its status. */
    status: Status;
    /** Its outcomes in words, as `decide` gives them. */
    outcomes: string[];
    /** The steps that are certain in it, and are not here. The signature itself is among the outcomes. */
    added: StepChange[];
    /** The steps that may come in it, and cannot here. */
    possible: StepChange[];
    /** The steps that are certain here, and are not in it, not even possibly. */
    dropped: StepChange[];
  };
  /** The change in words. */
  words: string;
}

/** One fact that would have to be otherwise. */
export interface ChangedFact {
  /** The fact, by its path in the draft. */
  fact: string;
  /** What it is; `null` where it is not known. */
  from: unknown;
  /** What it would be; `null` where it would have to be taken out. */
  to: unknown;
  /** The new value in words. */
  words: string;
}

/** A step that would come or go. */
export interface StepChange {
  /** Its id. */
  id: string;
  /** What is done. */
  kind: StepKind;
  /** The step in words, such as `经县政府常务会议审议`. */
  words: string;
}

/**
 * What somebody expected of a route: an outcome in words as `decide` gives it, somebody's signature (the role's code, such as
 * `head`, or its title here, such as `县长`), or a step.
 */
export type Wanted = string | { readonly signer: string } | { readonly step: StepKind };

/** Why a route is not as somebody expected. */
export interface WhyNot {
  /** Whether the route has it after all, may still have it, or has not; `never` where no document has it under these rules. */
  answer: "is so" | "may be" | "is not" | "never";
  /** The answer in words, with the reason. */
  words: string;
  /** For what is not so, the facts on which it fails; for what may be, what must turn out to hold. */
  because: Condition[];
  /** The clauses that demand it, or would. */
  basis: Basis[];
  /** The smallest changes that would bring it about. */
  changes: Change[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Titles

/** A stretch of a title, in UTF-16 units as JavaScript counts them: `title.slice(start, end)`. */
export interface Span {
  start: number;
  /** The first unit behind it. */
  end: number;
}

/** A part of a title. */
export interface TitlePart extends Span {
  /** The words themselves. */
  words: string;
}

/**
 * Reads a title into its parts and into facts that it suggests. Suggestions are never facts: show them, and let the clerk accept them.
 *
 * @param rulebook Whose names, matters and values count; without one, only what all rulebooks share.
 */
export function readTitle(title: string, rulebook?: Rulebook, options?: { roster?: Roster }): TitleReading;

/** What a title says. */
export interface TitleReading {
  /** 发文机关, where it is written. */
  issuer?: TitlePart;
  /** 事由, without 关于 and 的. */
  subject?: TitlePart;
  /** 文种, with its term. */
  docType?: TitlePart & { term: DocType };
  /** What this title passes on: 转发, 批转, 印发 and so on, with the title inside, read likewise; its spans are of the whole title. */
  wraps?: { by: TitlePart; title: TitlePart; inner: TitleReading };
  /** Facts that the title suggests, each once; none of a title inside another. */
  suggestions: Suggestion[];
}

/** A fact that a title suggests. */
export interface Suggestion {
  /** The fact, by its path in the draft. */
  fact: string;
  /** Its value, as a draft has it. */
  value: unknown;
  /** The words that speak for it. */
  span: TitlePart;
  /** The suggestion in words, for the clerk. */
  words: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// In connected words

/** The language of an explanation. */
export type Language = "zh-Hans" | "zh-Hant" | "en";

/**
 * A route in connected prose with its citations: every certain step and each basis, what is open, what is wrong. Simplified Chinese
 * unless the catalogue of another language is given (`qianfa/messages/zh-Hant`, `qianfa/messages/en`). Quotations stay as they are.
 */
export function explain(route: Route, options?: { messages?: Messages }): string;

/**
 * A catalogue of messages: every sentence of an explanation as one template with named places (`{who}`), so that each language has an
 * order of its own. A template may leave a place out, and has no others than those of the shipped catalogues.
 */
export interface Messages {
  readonly language: Language | (string & {});
  /** The form of a message that a number takes, such as `one`; without it, all take `other`. */
  readonly form?: (count: number) => string;
  /** What makes a sentence of finished words, such as a capital at its beginning. */
  readonly sentence?: (words: string) => string;
  /** How several things are told as one. */
  readonly lists: { readonly [name in ListName]: ListPattern };
  /** How the catalogue's own words (`{ours}`) and those of the rulebook (`{theirs}`) stand together; one of the two may be left out. */
  readonly glosses: { readonly [name in GlossName]: string };
  /** The field's terms in this language, in tables; what no table has is told by the gloss `foreign`. */
  readonly terms: { readonly [name in TermTable]?: { readonly [term: string]: string } };
  /** The messages; one that depends on `{count}` may have several forms, of which `other` must be there. */
  readonly say: { readonly [name in MessageName]: string | { readonly other: string; readonly [form: string]: string } };
}

/** A list as templates: of two things, before a comma, before the last. The rest of the list stands in `{b}`. */
export interface ListPattern {
  readonly pair: string;
  readonly comma: string;
  readonly last: string;
}

/** The lists: any of them (或), all of them (和), undecided, conditions, ways to go, things side by side, sentences. */
export type ListName = "one" | "all" | "plain" | "conditions" | "alternatives" | "items" | "sentences";

/** Where own words and the rulebook's stand together. */
export type GlossName = "foreign" | "role" | "condition" | "finding" | "question";

/** The tables of terms. */
export type TermTable =
  | "act" | "step" | "role" | "fact" | "matter" | "event" | "issuer" | "docType" | "direction" | "addressee" | "meeting" | "chairedBy"
  | "portfolios" | "consensus" | "secrecy" | "urgency" | "away";

/** The messages by name. */
export type MessageName =
  | "rules.inForce" | "rules.notInForce" | "rules.unknown"
  | "signing.certain" | "signing.open" | "signing.hangs" | "signing.possible" | "signing.maybe" | "signing.conflict"
  | "signing.collides" | "signing.side" | "signing.sideIf"
  | "outcome.silent" | "outcome.elsewhere"
  | "option.须" | "option.一般" | "option.原则上" | "option.可" | "option.经授权" | "option.必要时" | "option.核报" | "option.decided"
  | "who.unclear" | "who.also" | "who.persons" | "who.name" | "who.away"
  | "standing.needs" | "standing.acts" | "standing.authorised" | "standing.nobody" | "standing.line"
  | "condition.yes" | "condition.no" | "condition.is" | "condition.addressees.yes" | "condition.addressees.no"
  | "condition.copies.yes" | "condition.copies.no" | "condition.anyOf"
  | "path.intro" | "path.stage" | "path.parallel"
  | "doing.alone" | "doing.who" | "doing.meetings" | "doing.both"
  | "step.须" | "step.一般" | "step.原则上" | "step.可" | "step.经授权" | "step.必要时" | "step.核报" | "step.customary"
  | "step.signature" | "step.if" | "step.maybe" | "step.choice" | "step.elsewhere" | "sentence"
  | "days.工作日" | "days.日"
  | "limit.within" | "limit.before" | "limit.atOnce" | "limit.须" | "limit.一般" | "limit.原则上" | "limit.overdue"
  | "due.date" | "due.effective" | "due.assumption" | "due.unknown"
  | "note.圈阅" | "note.代行" | "note.注"
  | "findings.error" | "findings.warning" | "findings.info"
  | "questions.signing" | "questions.steps" | "questions.because"
  | "timing.earliest" | "timing.latest" | "timing.because" | "timing.unknown"
  | "cited"
  | "cite.full" | "cite.short" | "cite.interpreted"
  | "change.determined" | "change.open" | "change.conflict" | "change.silent" | "change.elsewhere" | "change.certain"
  | "change.possible" | "change.gone" | "change.finding" | "change.findingGone" | "change.answered";

// ---------------------------------------------------------------------------------------------------------------------
// A form that is being filled

/** The options of a session. Taken as they are when it begins: later changes to the objects mean nothing. */
export interface SessionOptions extends RouteOptions {
  /** The catalogue for `Changes.words`; Simplified Chinese unless one is given. */
  messages?: Messages;
}

/**
 * A draft under way: facts are set and cleared one by one, and each time it says what changed. Its methods need no `this`. Wrong values and
 * unknown paths never throw; the route finds fault with them.
 */
export interface Session {
  /** The draft as it is now, without what is not known. Frozen. */
  readonly draft: Draft;
  /** Its route. Frozen, and the same object as long as nothing about it changes. */
  readonly route: Route;
  /** What the title suggests and was neither accepted nor rejected, nor is stated. */
  readonly suggestions: readonly Suggestion[];
  /**
   * States a fact by its path (`docType`, `matters.规范性文件`, `dates.drafted`). `undefined` or `null` clears it.
   *
   * `addressees.上级政府` says of one kind whether it is among the addressees, and nothing of the others, as its question asks. Where the
   * list is stated (`set("addressees", […])`) it is complete: `true` adds the kind to it, `false` takes out the entries of that kind.
   * Entries that are names alone are the list's to change. `copies.…` likewise.
   */
  set(fact: string, value: unknown): Update;
  /** Forgets a fact. To forget one kind of a complete list leaves what is known of the other kinds, without names. */
  clear(fact: string): Update;
  /** Takes another draft as a whole, such as what a form holds. What was said to suggestions stays said. */
  replace(draft: Draft): Update;
  /** Takes other options: another day, another roster. */
  reconsider(options: SessionOptions): Update;
  /** Makes a suggestion a fact. */
  accept(suggestion: Suggestion): Update;
  /** Does not want to see a suggestion again, as long as the session lasts: wherever in a title the same is suggested. */
  reject(suggestion: Suggestion): Update;
  /**
   * Works out the route of one draft ahead, and says whether it did: the answers to the questions, in their order, then each fact
   * forgotten. `false` when nothing is left to do. To be called in idle moments, until it says `false` or the clerk goes on.
   */
  prepare(): boolean;
}

/** What came of a step in a session. */
export interface Update {
  /** The route as it is now. */
  readonly route: Route;
  /** What changed since the last time. Worked out when it is first asked for. */
  readonly changes: Changes;
}

/** What changed between two routes. */
export interface Changes {
  /** Whether nothing changed at all: the route is the same object. Where only conditions changed, it is not, and the lists are empty. */
  none: boolean;
  /** The status before and after, where it changed. */
  status?: { before: Status; after: Status };
  /** The outcomes that are possible now and were not, and the other way round, in words of the catalogue. */
  signing?: { before: string[]; after: string[] };
  /** Steps that are certain now and were not, or were not there. */
  becameCertain: Step[];
  /** Steps that may come now, and were certain or not there. */
  becamePossible: Step[];
  /** Steps that are gone. */
  stepsGone: Step[];
  /** New findings. */
  findingsAdded: Finding[];
  /** Findings that went away. */
  findingsGone: Finding[];
  /** Facts that are asked for now and were not. */
  questionsAdded: string[];
  /** Facts that need no answer any more. */
  questionsGone: string[];
  /** What changed, in short sentences for an announcement (`aria-live`). */
  words: string[];
}

// ---------------------------------------------------------------------------------------------------------------------
// The tools for authors

/** A case: a draft and what must come of it, as the text says. */
export interface Case {
  /** A sentence that tells it from the others. */
  name: string;
  /** The draft. */
  draft: Draft;
  /** How what is not stated is read. */
  unstated?: "no" | "unknown";
  /** What must come out. */
  expect: { readonly [key: string]: unknown };
  /** The words of the text that decide. */
  why?: string;
  /** Two readings are argued: it is run, and counts for nothing. */
  contested?: boolean;
}

/** How a case came out. */
export interface CaseResult {
  /** The case's name. */
  name: string;
  /** Everything in which the answer is not the expected one; empty where the case passes. */
  faults: string[];
  /** Two readings are argued: faults count for nothing. */
  contested: boolean;
}

/** What to check beside the rulebook itself. */
export interface CheckOptions {
  /** The text of the rules, one article or paragraph a line: quotations are looked up in it, and articles that nobody accounts for are named. */
  text?: string;
  /** Cases instead of the rulebook's own. */
  cases?: readonly Case[];
}

/** Documents that have something in common. */
export interface Region {
  /** Which documents, in words. */
  words: string;
  /** One of them: routed with `unstated: "no"` it shows what the region says. */
  witness: Draft;
  /** Whether the rulebook says of itself that it is so (`未规定`, `冲突`). */
  declared: boolean;
  /** The clauses concerned. */
  clauses?: string[];
  /** What the rulebook says about it. */
  interpretation?: string;
}

/** What `check` proves. */
export interface Report {
  /**
   * Whether nothing is left to mend: no undeclared gap or conflict, nothing dead, unreached or unused, every clause exercised both ways,
   * every quotation found. Whether the cases pass, `test` says.
   */
  ok: boolean;
  /** Documents about whose signature the text says nothing. */
  gaps: Region[];
  /** Documents of which two clauses demand different things. */
  conflicts: (Region & { clauses: string[] })[];
  /** Documents of which two clauses demand different things that can be done together. */
  overlaps: (Region & { clauses: string[] })[];
  /** Clauses that can never decide anything, and the clauses that take everything from them. */
  deadClauses: { clause: string; coveredBy: string[] }[];
  /** Clauses without which every route would be the same, and the clauses that say it as well. */
  redundantClauses: { clause: string; coveredBy: string[] }[];
  /** Steps and findings that no document can get. */
  unreached: { clause: string; what: string }[];
  /** Matters that are declared and that no clause names. */
  unusedMatters: string[];
  /** Facts that a clause names and on which no answer can turn. */
  needlessFacts: string[];
  /** Declarations (`未规定`, `冲突`) that say nothing true of any document. */
  emptyDeclarations: { path: string; words: string }[];
  /** Which places of the text are accounted for. `missing` needs the text (`CheckOptions.text`). */
  coverage: { article: string; state: "encoded" | "leftOut" | "missing"; because?: string }[];
  /** Quotations that do not stand where they should. Needs the text. */
  misquoted: { clause: string; message: string }[];
  /**
   * For each clause, the cases in which it stands, and those in which it does not and a single fact would change that;
   * `everywhere` where it stands for every document.
   */
  exercise: { clause: string; everywhere?: true; stands: string[]; justNot: string[] }[];
  /** Cases for what is not exercised: what the engine answers today, for the author to hold against the text. */
  proposedCases: Case[];
  /** Combinations that no document can have, in words. */
  impossible: string[];
}

/** Everything about one clause. */
export interface ClauseAccount extends Basis {
  /** When it stands, in words. */
  applies: string;
  /** What is taken out, in words. */
  except?: string;
  /** The clauses before which it gives way. */
  yields: { clause: string; entirely: boolean; interpretation?: string }[];
  /** The clauses that give way to it. */
  before: string[];
  /** What it demands, in words. */
  demands: string[];
  /** A document for which it stands; none where it is dead. */
  witness?: Draft;
}

/**
 * Where two rulebooks part: two versions of one, or two governments. Exact: an empty list is the proof that no document is treated
 * differently. Needs the tools.
 */
export function diffRulebooks(before: Rulebook, after: Rulebook): Difference[];

/** The same for a reader: differences and what is alike, grouped. Needs the tools. */
export function compareRulebooks(before: Rulebook, after: Rulebook): Comparison;

/** Documents that two rulebooks treat differently. */
export interface Difference extends Region {
  /** What differs: who signs, a step of the path, or a finding. */
  about: "signing" | "step" | "finding";
  /** What the first rulebook says of them. */
  before: string;
  /** What the second says. */
  after: string;
  /** Facts in the region that only one of the two knows. */
  onlyBefore?: string[];
  /** Facts in the region that only the other knows. */
  onlyAfter?: string[];
}

/** A comparison that a person can read. */
export interface Comparison {
  /** Whether no document is treated differently: a proof. */
  same: boolean;
  /** Facts on which only the first rulebook turns. */
  onlyBefore: string[];
  /** Facts on which only the second turns. */
  onlyAfter: string[];
  /** Groups of documents by what the rules are about, with what both say and whether it is the same. */
  groups: { words: string; before: string; after: string; same: boolean; differences: Difference[] }[];
}

/** The JSON Schema of the rulebook format, for editors. Needs the tools. */
export function rulebookSchema(draft?: "2020-12" | "draft-07"): { [key: string]: unknown };

/** A rulebook's text (YAML) as the object that `loadRulebook` reads everywhere. Needs the tools. */
export function rulebookFromText(text: string): { [key: string]: unknown };
