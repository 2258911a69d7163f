import { ok, type Result } from "../../kernel/result.ts";
import { authorityCheck, honourOfInput, regimeOfInput, subjectCheck } from "./entry.ts";
import { applicableLimbs, bestFirst, evaluateCheck, isUnread, type Setting } from "./evaluate.ts";
import type { CheckInput } from "./facts.ts";
import { rulebookOf } from "./hash.ts";
import { kindsOn } from "./law.ts";
import type { Citation, RegimeId, Standing } from "./law-types.ts";
import type { LocalLayer } from "./local.ts";
import type { Check, Result3 } from "./model.ts";
import { type CheckReport, reportOf, standingOf } from "./report.ts";
import { type Lang, type Say, sayIn } from "./say.ts";
import type { InputError } from "./shape.ts";
import { generalChecks } from "./standards/common.ts";
import { standardOf } from "./standards/index.ts";

/** One answered check (kết quả xét một điều kiện). */
export type AnsweredCheck = {
  readonly id: string;
  readonly result: Result3;
  readonly text: string;
  readonly needed: string;
  readonly found: string;
  readonly cite: readonly Citation[];
  readonly status: Standing;
  readonly alternative?: true;
};

/** The finding (kết quả xét điều kiện): never a decision. `missing` are paths of facts, `remedy` sentences. */
export type CheckOutput = {
  readonly verdict: "eligible" | "not_eligible" | "undetermined";
  readonly regime: RegimeId;
  readonly honour: string;
  readonly checks: readonly AnsweredCheck[];
  readonly missing: readonly string[];
  readonly remedy: readonly string[];
  readonly rulebook: string;
};

export type CheckOptions = { readonly lang?: Lang; readonly local?: LocalLayer };

const REGIME_CHECK: Check = { id: "regime", parts: [{ basis: "unread_amendment", rule: { kind: "text_not_read" } }] };
const LOCAL_VOTE: Check = { id: "vote", parts: [{ basis: "council_vote_unsettled", rule: { kind: "vote_by_local_rule" } }] };

/**
 * Takes the facts of a proposal, as `parseCheckInput` reads them, with the language of texts and a local layer;
 * gives the verdict with every check, its citation and standing. The regime is that of `received_on`
 * (Decree 152/2025, article 60). Unverified rules never refuse: their failing makes eligible undetermined.
 */
export function check(input: CheckInput, options: CheckOptions = {}): Result<CheckOutput, InputError> {
  const lang = options.lang ?? "vi";
  const say = sayIn(lang);
  const honour = honourOfInput(input);
  const on = input.received_on;
  const regime = regimeOfInput(on).id;
  const setting: Setting = { input, on, honour, regime, local: options.local ?? null, lang, say };

  const subject = subjectCheck(input, honour, say);
  const always = [...present(evaluateCheck(REGIME_CHECK, setting)), subject, ...present(authorityCheck(input, honour, say))];
  // A standard written for others says nothing about a nominee of the wrong kind.
  const judged = subject.result === "fail" ? { deciding: always, alternatives: [], doubt: false } : judgeStandard(always, setting);
  const { deciding, alternatives, doubt } = judged;

  const standing = standingOf(deciding);
  const verdict = standing === "fail" ? "not_eligible" : standing === "open" || doubt ? "undetermined" : "eligible";
  return ok({
    verdict,
    regime,
    honour: input.honour,
    checks: [...deciding.map((report) => answered(report, false)), ...alternatives.map((report) => answered(report, true))],
    missing: [...new Set(deciding.flatMap(({ missing }) => missing))],
    remedy: remedies(deciding, doubt, say),
    rulebook: rulebookOf(regime, options.local).hash,
  });
}

function judgeStandard(always: readonly CheckReport[], setting: Setting) {
  const standard = standardOf(setting.honour.id);
  const general = generalChecks(setting.honour, setting.input.candidate.kind);
  const bound = [...general, ...standard.checks].flatMap((one) => evaluateCheck(one, setting) ?? []);
  const vote = bound.some(({ id }) => id === "vote") ? [] : present(evaluateCheck(LOCAL_VOTE, setting));
  const limbs = bestFirst(applicableLimbs(standard.limbs, setting));
  const [best, ...others] = limbs;
  const untyped = standard.limbs.length > 0 && best === undefined && hasLimbs(standard.limbs, setting) ? [noLimb(setting)] : [];
  // Only an unread limb accepts while a read one refuses: a person must read the article first.
  const doubt = best !== undefined && isUnread(best.checks) && standingOf(best.checks) === "pass" && others.some((one) => standingOf(one.checks) === "fail");
  return {
    deciding: [...always, ...bound, ...vote, ...(best?.checks ?? []), ...untyped],
    alternatives: others.flatMap(({ checks }) => checks),
    doubt,
  };
}

/** Some standards have limbs in some regimes only; elsewhere the checks that always bind say everything. */
function hasLimbs(limbs: readonly { readonly regimes?: readonly RegimeId[] }[], setting: Setting): boolean {
  return limbs.some(({ regimes }) => regimes === undefined || regimes.includes(setting.regime));
}

/** The proposal's type is one for which no way to qualify was read: a person decides. */
function noLimb(setting: Setting): CheckReport {
  const { say, honour, on } = setting;
  const line = kindsOn(honour, on);
  if (line === null) throw new Error(`honour not in force: ${honour.id}`);
  const finding = {
    result: "unknown" as const,
    found: say("Chưa có tiêu chuẩn đã đối chiếu cho loại hình và đối tượng này", "No standard for this type and nominee was read"),
    remedy: say("Đối chiếu tiêu chuẩn của loại hình khen thưởng này", "Read the standard for this type of commendation"),
  };
  return reportOf("commendation_type", say("Loại hình khen thưởng phải phù hợp với tiêu chuẩn", "The type of commendation must fit a standard"), finding, { ...line, status: "unverified" }, say);
}

/** One sentence for each check that is not met; none where a refusal cannot be mended. */
function remedies(deciding: readonly CheckReport[], doubt: boolean, say: Say): readonly string[] {
  const open = deciding.filter(({ result }) => result !== "pass");
  if (open.some(({ remedy }) => remedy === null)) return [];
  const sentences = [...new Set(open.flatMap(({ remedy }) => remedy ?? []))];
  return doubt ? [...sentences, say("Đối chiếu tiêu chuẩn chưa được kiểm chứng.", "Read the standard that is not verified.")] : sentences;
}

function answered(report: CheckReport, alternative: boolean): AnsweredCheck {
  const { missing: _missing, remedy: _remedy, ...shown } = report;
  return alternative ? { ...shown, alternative: true } : shown;
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}
