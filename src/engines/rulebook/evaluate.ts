import { typeOf } from "./facts.ts";
import { provisionIfAny, provisionOn } from "./law.ts";
import type { Citation, RegimeId } from "./law-types.ts";
import { judge } from "./judge.ts";
import type { Check, Context, Finding, Limb, Part, Result3 } from "./model.ts";
import { needOf } from "./need.ts";
import { type CheckReport, reportOf, standingOf } from "./report.ts";

export type Setting = Omit<Context, "basis"> & { readonly regime: RegimeId };

/** Takes a check; gives its report, or null where it is not asked on that day or does not arise for these facts. */
export function evaluateCheck(check: Check, setting: Setting): CheckReport | null {
  const parts = activeParts(check, setting);
  const judged = parts.flatMap((part) => {
    const basis = provisionOn(part.basis, setting.on);
    const finding = judge(part.rule, { ...setting, basis });
    return finding === null ? [] : [{ part, basis, finding }];
  });
  const [first, ...others] = judged;
  if (first === undefined) return null;
  const need = judged.map(({ part, basis }) => needOf(part.rule, basis, setting.say)).join("; ");
  const decided = first.finding.basis === undefined || first.finding.basis === "local" ? first.basis : provisionOn(first.finding.basis, setting.on);
  const cite = uniqueCites([decided, ...others.map(({ basis }) => basis), ...alsoCited(parts, setting)].flatMap((line) => line.cite).concat(localCite(first.finding, setting)));
  return reportOf(check.id, need, joined(judged.map(({ finding }) => finding)), { ...decided, cite }, setting.say);
}

/** The parts of a check that are asked on the day: of this regime, and under a provision in force. */
export function activeParts(check: Check, setting: Pick<Setting, "on" | "regime">): readonly Part[] {
  if (check.regimes !== undefined && !check.regimes.includes(setting.regime)) return [];
  return check.parts.filter(({ basis }) => provisionIfAny(basis, setting.on) !== null);
}

/** Several findings as one: a failing wins over an unknown, and the remedies stand side by side. */
function joined(findings: readonly Finding[]): Finding {
  const order: readonly Result3[] = ["fail", "unknown", "pass"];
  const result = order.find((one) => findings.some((finding) => finding.result === one)) ?? "pass";
  const open = findings.filter((finding) => finding.result !== "pass");
  const hopeless = open.some(({ remedy }) => remedy === null || remedy === undefined);
  return {
    result,
    found: findings.map(({ found }) => found).join("; "),
    missing: [...new Set(findings.flatMap(({ missing }) => missing ?? []))],
    remedy: hopeless ? null : [...new Set(open.map(({ remedy }) => remedy))].join("; "),
    ...(findings[0]?.basis === undefined ? {} : { basis: findings[0].basis }),
  };
}

function alsoCited(parts: readonly Part[], setting: Setting) {
  return parts.flatMap(({ also }) => (also === undefined ? [] : (provisionIfAny(also, setting.on) ?? [])));
}

/** A finding by the local layer cites its instrument beside the national article that leaves the matter to it. */
function localCite(finding: Finding, { local }: Setting): readonly Citation[] {
  return finding.basis === "local" && local !== null ? [{ instrument: local.instrument }] : [];
}

function uniqueCites(cites: readonly Citation[]): readonly Citation[] {
  const seen = new Set<string>();
  return cites.filter((cite) => {
    const key = JSON.stringify(cite);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

export type JudgedLimb = { readonly limb: Limb; readonly checks: readonly CheckReport[] };

/** The limbs that apply: of this regime, this type of proposal, this kind of nominee and worker. */
export function applicableLimbs(limbs: readonly Limb[], setting: Setting): readonly JudgedLimb[] {
  const { candidate } = setting.input;
  return limbs
    .filter(
      ({ regimes, types, kinds, workers }) =>
        (regimes === undefined || regimes.includes(setting.regime)) &&
        (types === undefined || types.includes(typeOf(candidate))) &&
        (kinds === undefined || kinds.includes(candidate.kind)) &&
        (workers === undefined || (candidate.worker !== undefined && workers.some((worker) => worker === candidate.worker))),
    )
    .map((limb) => ({ limb, checks: limb.checks.flatMap((check) => evaluateCheck(check, setting) ?? []) }));
}

/**
 * Orders limbs from the best to the worst for the candidate. A limb nobody has read (all its checks are
 * unverified) stands behind a read one of the same outcome, and its failing never hides a read refusal. Among
 * equals the limb that can still be met comes first, then the one that lacks least.
 */
export function bestFirst(limbs: readonly JudgedLimb[]): readonly JudgedLimb[] {
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
    .map((limb, place) => ({ limb, place }))
    .sort((a, b) => rank(a.limb) - rank(b.limb) || hopeless(a.limb) - hopeless(b.limb) || open(a.limb) - open(b.limb) || a.place - b.place)
    .map(({ limb }) => limb);
}

/** Says whether a limb stands on nothing but unverified provisions. */
export function isUnread(checks: readonly CheckReport[]): boolean {
  return checks.length > 0 && checks.every(({ status }) => status === "unverified");
}
