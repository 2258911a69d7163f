import { authorityCheck, honourOfInput, subjectCheck } from "./entry.ts";
import { applicableLimbs, bestFirst, evaluateAll, evaluateCheck, isUnread, type Setting } from "./evaluate.ts";
import type { CheckInput } from "./facts.ts";
import { rulebookOf } from "./hash.ts";
import type { RegimeId } from "./law-types.ts";
import type { LocalLayer } from "./local.ts";
import { type Plan, planOf } from "./plan.ts";
import { type JudgedCheck, judgedOf, standingOf } from "./report.ts";

/**
 * A verdict with its trace, in no language: every check with result, citations and standing, and texts that are
 * written only when read. `doubt`: only a way to qualify that nobody has read accepts, so a person must read it.
 */
export type Judgement = {
  readonly verdict: "eligible" | "not_eligible" | "undetermined";
  readonly regime: RegimeId;
  readonly honour: string;
  readonly deciding: readonly JudgedCheck[];
  readonly alternatives: readonly JudgedCheck[];
  readonly doubt: boolean;
  readonly rulebook: string;
};

/** The way to qualify that was chosen, and what the others would have said. */
type Judged = Pick<Judgement, "deciding" | "alternatives" | "doubt">;

/**
 * Takes the facts of a proposal and a local layer; gives the verdict with every check. The regime is that of
 * `received_on` (Decree 152/2025, article 60). Unverified rules never refuse: their failing makes eligible
 * undetermined.
 */
export function judge(input: CheckInput, local: LocalLayer | null = null): Judgement {
  const honour = honourOfInput(input);
  const plan = planOf(honour, input.received_on, input.candidate.kind);
  const setting: Setting = { input, on: input.received_on, honour, local };
  const always = plan.unread === null ? [] : evaluateAll([plan.unread], setting);
  const subject = subjectCheck(input, honour, plan.kinds);
  always.push(subject);
  const authority = plan.authority === null ? null : authorityCheck(input, plan.authority);
  if (authority !== null) always.push(authority);
  // A standard written for others says nothing about a nominee of the wrong kind.
  const { deciding, alternatives, doubt }: Judged = subject.result === "fail" ? { deciding: always, alternatives: [], doubt: false } : judgeStandard(always, plan, setting);
  const standing = standingOf(deciding);
  const verdict = standing === "fail" ? "not_eligible" : standing === "open" || doubt ? "undetermined" : "eligible";
  return { verdict, regime: plan.regime, honour: input.honour, deciding, alternatives, doubt, rulebook: rulebookOf(plan.regime, local ?? undefined).hash };
}

function judgeStandard(always: readonly JudgedCheck[], plan: Plan, setting: Setting): Judged {
  const deciding = [...always, ...evaluateAll(plan.bound, setting)];
  if (plan.vote !== null && !deciding.some(({ id }) => id === "vote")) {
    const vote = evaluateCheck(plan.vote, setting);
    if (vote !== null) deciding.push(vote);
  }
  const [best, ...others] = bestFirst(applicableLimbs(plan.limbs, setting));
  if (best === undefined) {
    // Some standards have limbs in some regimes only; elsewhere the checks that always bind say everything.
    if (plan.limbs.length > 0) deciding.push(noLimb(plan));
    return { deciding, alternatives: [], doubt: false };
  }
  deciding.push(...best.checks);
  // Only an unread limb accepts while a read one refuses: a person must read the article first.
  const doubt = others.length > 0 && isUnread(best.checks) && standingOf(best.checks) === "pass" && others.some((one) => standingOf(one.checks) === "fail");
  return { deciding, alternatives: others.flatMap(({ checks }) => checks), doubt };
}

/** The proposal's type is one for which no way to qualify was read: a person decides. */
function noLimb({ kinds }: Plan): JudgedCheck {
  if (kinds === null) throw new Error("a standard judged for an honour that is not in force");
  return judgedOf(
    "commendation_type",
    (say) => say("Loại hình khen thưởng phải phù hợp với tiêu chuẩn", "The type of commendation must fit a standard"),
    {
      result: "unknown",
      found: (say) => say("Chưa có tiêu chuẩn đã đối chiếu cho loại hình và đối tượng này", "No standard for this type and nominee was read"),
      remedy: (say) => say("Đối chiếu tiêu chuẩn của loại hình khen thưởng này", "Read the standard for this type of commendation"),
    },
    { ...kinds, status: "unverified" },
  );
}
