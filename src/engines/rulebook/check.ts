import { ok, type Result } from "../../kernel/result.ts";
import type { CheckInput } from "./facts.ts";
import { type Judgement, judge } from "./judge.ts";
import type { RegimeId } from "./law-types.ts";
import type { LocalLayer } from "./local.ts";
import { type AnsweredCheck, answered } from "./report.ts";
import { type Lang, type Say, sayIn, sentence } from "./say.ts";
import type { InputError } from "./shape.ts";

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

/**
 * Takes the facts of a proposal, as `parseCheckInput` reads them, with the language of texts and a local layer;
 * gives the verdict with every check, its citation, standing and sentences. It is `judge`, written out.
 */
export function check(input: CheckInput, options: CheckOptions = {}): Result<CheckOutput, InputError> {
  return ok(writeJudgement(judge(input, options.local ?? null), options.lang ?? "vi"));
}

/** Takes a judgement and a language; gives the finding with its sentences. */
export function writeJudgement(judgement: Judgement, lang: Lang): CheckOutput {
  const say = sayIn(lang);
  const { verdict, regime, honour, deciding, alternatives, rulebook } = judgement;
  return {
    verdict,
    regime,
    honour,
    checks: [...deciding.map((judged) => answered(judged, false, say)), ...alternatives.map((judged) => answered(judged, true, say))],
    missing: [...new Set(deciding.flatMap(({ missing }) => missing))],
    remedy: remedies(judgement, say),
    rulebook,
  };
}

/** One sentence for each check that is not met; none where a refusal cannot be mended. */
function remedies({ deciding, doubt }: Judgement, say: Say): readonly string[] {
  const open = deciding.filter(({ result }) => result !== "pass");
  const known = open.flatMap(({ remedy }) => remedy ?? []);
  if (known.length < open.length) return [];
  const sentences = [...new Set(known.map((remedy) => sentence(remedy(say))))];
  return doubt ? [...sentences, say("Đối chiếu tiêu chuẩn chưa được kiểm chứng.", "Read the standard that is not verified.")] : sentences;
}
