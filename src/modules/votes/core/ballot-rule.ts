import type { BallotRule } from "../../../engines/ballots/index.ts";
import type { VoteRule } from "./motion.ts";

/** Takes the threshold of a motion (`70%`, `2/3`, `>50%`); gives it as the published record states it. Throws for what no rule can be. */
export function ballotRuleOf({ threshold, base }: Pick<VoteRule, "threshold" | "base">): BallotRule {
  const more = threshold.startsWith(">");
  const share = more ? threshold.slice(1) : threshold;
  if (share.endsWith("%")) return more ? { base, more_than_percent: share.slice(0, -1) } : { base, at_least_percent: share.slice(0, -1) };
  if (/^\d+\/\d+$/.test(share)) return more ? { base, more_than_fraction: share } : { base, at_least_fraction: share };
  throw new Error(`no threshold: ${threshold}`);
}
