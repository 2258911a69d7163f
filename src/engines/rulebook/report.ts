import type { Citation, Dated, Standing } from "./law-types.ts";
import type { Finding, Result3 } from "./model.ts";
import { type Say, sentence } from "./say.ts";

/** A check as it is answered: `text`, `needed`, `found` are sentences in the asked language. */
export type CheckReport = {
  readonly id: string;
  readonly result: Result3;
  readonly text: string;
  readonly needed: string;
  readonly found: string;
  readonly cite: readonly Citation[];
  readonly status: Standing;
  readonly alternative?: true;
  /** Kept beside the answer and not printed: paths of missing facts, and what would mend the check. */
  readonly missing: readonly string[];
  readonly remedy: string | null;
};

/** Takes what a check asks, what was found and the dated line it stands on; gives the report. */
export function reportOf(id: string, need: string, finding: Finding, line: Dated, say: Say): CheckReport {
  const verdict: Record<Result3, string> = {
    pass: say("Đạt.", "Met."),
    fail: say("Không đạt.", "Not met."),
    unknown: say("Chưa đủ cơ sở kết luận.", "Cannot be concluded yet."),
  };
  return {
    id,
    result: finding.result,
    text: `${sentence(need)} ${verdict[finding.result]}`,
    needed: sentence(need),
    found: sentence(finding.found),
    cite: line.cite,
    status: finding.basis === "local" ? "local" : line.status,
    missing: finding.missing ?? [],
    remedy: finding.remedy === undefined || finding.remedy === null ? null : sentence(finding.remedy),
  };
}

/** Says how a set of checks stands: `fail` by a rule that may refuse, `open` by an unknown or an unverified failing, else `pass`. */
export function standingOf(checks: readonly CheckReport[]): "pass" | "open" | "fail" {
  if (checks.some(({ result, status }) => result === "fail" && status !== "unverified")) return "fail";
  return checks.every(({ result }) => result === "pass") ? "pass" : "open";
}
