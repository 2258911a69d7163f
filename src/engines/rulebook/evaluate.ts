import { typeOf } from "./facts.ts";
import { provisionOn } from "./law.ts";
import type { Citation } from "./law-types.ts";
import { judgeRule } from "./judge-rule.ts";
import type { Context, Finding, Limb, Result3, Text } from "./model.ts";
import { type PlannedCheck, type PlannedLimb, type PlannedPart, uniqueCites } from "./plan.ts";
import { type JudgedCheck, judgedOf, standingOf } from "./report.ts";

/** What every rule of one proposal is judged with; the provision is added rule by rule. */
export type Setting = Omit<Context, "basis">;

/** Takes a planned check; gives it judged, or null where none of its rules arises for these facts. */
export function evaluateCheck(check: PlannedCheck, setting: Setting): JudgedCheck | null {
  const [only] = check.parts;
  if (only !== undefined && check.parts.length === 1) {
    const finding = judgePart(only, setting);
    return finding === null ? null : judgedPart(check, [only], [finding], finding, setting);
  }
  const parts: PlannedPart[] = [];
  const findings: Finding[] = [];
  for (const part of check.parts) {
    const finding = judgePart(part, setting);
    if (finding === null) continue;
    parts.push(part);
    findings.push(finding);
  }
  return findings.length === 0 ? null : judgedPart(check, parts, findings, joined(findings), setting);
}

function judgePart({ rule, basis }: PlannedPart, { input, on, honour, local }: Setting): Finding | null {
  return judgeRule(rule, { input, on, honour, local, basis });
}

function judgedPart(check: PlannedCheck, parts: readonly PlannedPart[], findings: readonly Finding[], finding: Finding, { on, local, honour }: Setting): JudgedCheck {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error(`a check without a judged part: ${check.id}`);
  const by = findings[0]?.basis;
  const need: Text = others.length === 0 ? first.need : (say) => parts.map((part) => part.need(say)).join("; ");
  const whole = parts.length === check.parts.length;
  if (whole && (by === undefined || (by === "local" && local === null))) return judgedOf(check.id, need, finding, first.basis, check.cite);
  const decided = by === undefined || by === "local" ? first.basis : provisionOn(by, on);
  // A finding by the local layer cites its instrument beside the national article that leaves the matter to it.
  const localCite: readonly Citation[] = by === "local" && local !== null ? [{ instrument: local.instruments?.[`${check.id} ${honour.id}`] ?? local.instrument }] : [];
  const cite = uniqueCites([...decided.cite, ...others.flatMap(({ basis }) => basis.cite), ...check.also, ...localCite]);
  return judgedOf(check.id, need, finding, decided, cite);
}

const WORST_FIRST: readonly Result3[] = ["fail", "unknown", "pass"];

/** Several findings as one: a failing wins over an unknown, and the remedies stand side by side. */
function joined(findings: readonly Finding[]): Finding {
  const [first] = findings;
  if (first !== undefined && findings.length === 1) return first;
  const result = WORST_FIRST.find((one) => findings.some((finding) => finding.result === one)) ?? "pass";
  const open = findings.filter((finding) => finding.result !== "pass");
  const remedies = open.flatMap(({ remedy }) => remedy ?? []);
  const hopeless = remedies.length < open.length;
  return {
    result,
    found: (say) => findings.map(({ found }) => found(say)).join("; "),
    missing: [...new Set(findings.flatMap(({ missing }) => missing ?? []))],
    remedy: hopeless ? null : (say) => [...new Set(remedies.map((remedy) => remedy(say)))].join("; "),
    ...(first?.basis === undefined ? {} : { basis: first.basis }),
  };
}

export type JudgedLimb = { readonly limb: Limb; readonly checks: readonly JudgedCheck[] };

/** The limbs that apply: of this type of proposal, this kind of nominee and worker. */
export function applicableLimbs(limbs: readonly PlannedLimb[], setting: Setting): readonly JudgedLimb[] {
  const { candidate } = setting.input;
  const judged: JudgedLimb[] = [];
  for (const { limb, checks } of limbs) {
    const { types, kinds, workers } = limb;
    if (types !== undefined && !types.includes(typeOf(candidate))) continue;
    if (kinds !== undefined && !kinds.includes(candidate.kind)) continue;
    if (workers !== undefined && (candidate.worker === undefined || !workers.includes(candidate.worker))) continue;
    judged.push({ limb, checks: evaluateAll(checks, setting) });
  }
  return judged;
}

/** Takes planned checks; gives those that arise, judged, in their order. */
export function evaluateAll(checks: readonly PlannedCheck[], setting: Setting): JudgedCheck[] {
  const judged: JudgedCheck[] = [];
  for (const check of checks) {
    const one = evaluateCheck(check, setting);
    if (one !== null) judged.push(one);
  }
  return judged;
}

/**
 * Orders limbs from the best to the worst for the candidate. A limb nobody has read (all its checks are
 * unverified) stands behind a read one of the same outcome, and its failing never hides a read refusal. Among
 * equals the limb that can still be met comes first, then the one that lacks least.
 */
export function bestFirst(limbs: readonly JudgedLimb[]): readonly JudgedLimb[] {
  if (limbs.length < 2) return limbs;
  const rank = ({ checks }: JudgedLimb): number => {
    const unread = isUnread(checks);
    switch (standingOf(checks)) {
      case "pass":
        return unread ? 1 : 0;
      case "open":
        return unread && checks.some(({ result }) => result === "fail") ? 4 : 2;
      case "fail":
        return 3;
    }
  };
  const open = ({ checks }: JudgedLimb) => checks.filter(({ result }) => result !== "pass").length;
  const hopeless = ({ checks }: JudgedLimb) => (checks.some(({ result, remedy }) => result !== "pass" && remedy === null) ? 1 : 0);
  return limbs
    .map((limb, place) => ({ limb, place, keys: [rank(limb), hopeless(limb), open(limb), place] as const }))
    .sort((a, b) => a.keys[0] - b.keys[0] || a.keys[1] - b.keys[1] || a.keys[2] - b.keys[2] || a.keys[3] - b.keys[3])
    .map(({ limb }) => limb);
}

/** Says whether a limb stands on nothing but unverified provisions. */
export function isUnread(checks: readonly JudgedCheck[]): boolean {
  return checks.length > 0 && checks.every(({ status }) => status === "unverified");
}
