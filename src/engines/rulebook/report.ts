import type { Citation, Dated, Standing } from "./law-types.ts";
import type { Finding, Result3, Text } from "./model.ts";
import { type Say, sentence } from "./say.ts";

/**
 * A judged check: its result, citations and standing, and the trace as texts that are written only when read.
 * `missing` are paths of facts the input lacks; `remedy` null means that nothing would mend it.
 */
export type JudgedCheck = {
  readonly id: string;
  readonly result: Result3;
  readonly cite: readonly Citation[];
  readonly status: Standing;
  readonly missing: readonly string[];
  readonly need: Text;
  readonly found: Text;
  readonly remedy: Text | null;
};

/** One answered check (kết quả xét một điều kiện): `text`, `needed` and `found` are sentences in the asked language. */
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

const NOTHING_MISSING: readonly string[] = [];

/** Takes what a check asks, what was found, the dated line it stands on and its citations; gives the judged check. */
export function judgedOf(id: string, need: Text, finding: Finding, line: Dated, cite: readonly Citation[] = line.cite): JudgedCheck {
  const { result, found, missing, remedy, basis } = finding;
  return { id, result, cite, status: basis === "local" ? "local" : line.status, missing: missing ?? NOTHING_MISSING, need, found, remedy: remedy ?? null };
}

/** Takes a judged check and a language; gives its sentences. */
export function answered(judged: JudgedCheck, alternative: boolean, say: Say): AnsweredCheck {
  const { id, result, cite, status } = judged;
  const needed = sentence(judged.need(say));
  const shown = { id, result, text: `${needed} ${outcome(result, say)}`, needed, found: sentence(judged.found(say)), cite, status };
  return alternative ? { ...shown, alternative: true } : shown;
}

function outcome(result: Result3, say: Say): string {
  switch (result) {
    case "pass":
      return say("Đạt.", "Met.");
    case "fail":
      return say("Không đạt.", "Not met.");
    case "unknown":
      return say("Chưa đủ cơ sở kết luận.", "Cannot be concluded yet.");
  }
}

/** Says how a set of checks stands: `fail` by a rule that may refuse, `open` by an unknown or an unverified failing, else `pass`. */
export function standingOf(checks: readonly JudgedCheck[]): "pass" | "open" | "fail" {
  let open = false;
  for (const { result, status } of checks) {
    if (result === "fail" && status !== "unverified") return "fail";
    if (result !== "pass") open = true;
  }
  return open ? "open" : "pass";
}
