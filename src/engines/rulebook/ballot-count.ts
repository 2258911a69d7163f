import type { PlainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { activeParts } from "./plan.ts";
import { honourOf, LAW, provisionOn, regimeOn, wholeOf } from "./law.ts";
import type { Citation, DatedValue, Standing } from "./law-types.ts";
import type { LocalLayer, LocalVote } from "./local.ts";
import { honourId, noRulebookOn, voteContradiction } from "./parse-input.ts";
import { leastReaching, parseRatio, type Ratio } from "./ratio.ts";
import { type Lang, sayIn } from "./say.ts";
import { day, type InputError, object, oneOf, optional, problem, required, type Shape, truth, whole } from "./shape.ts";
import { standardOf } from "./standards/index.ts";

/** A council's vote (kết quả bỏ phiếu của Hội đồng): counts of members; `approve` counts written opinions too. */
export type BallotCountInput = {
  readonly members: number;
  readonly present?: number;
  readonly written?: number;
  readonly approve: number;
  readonly recused?: number;
  readonly secret?: boolean;
  readonly honour: string;
  readonly on: PlainDate;
  readonly local?: LocalVote;
};

/** The outcome: `needed` votes of the base; `passed` null where no threshold is known. `source` says whose threshold it is. */
export type BallotCountOutput = {
  readonly passed: boolean | null;
  readonly needed: number | null;
  readonly base: "all_members" | "present" | "members_without_recused" | null;
  readonly threshold: string | null;
  readonly source: "national" | "local" | null;
  readonly quorum?: { readonly needed: number; readonly present: number; readonly met: boolean };
  readonly status: Standing;
  readonly cite: readonly Citation[];
  readonly text: string;
  readonly remedy: readonly string[];
};

const ratioText: Shape<string> = (value, path, lang) =>
  typeof value === "string" && parseRatio(value) !== null
    ? ok(value)
    : err(problem(path, value, { vi: 'tỷ lệ dạng chữ như "70%", "2/3" hoặc ">50%"', en: 'a share as text such as "70%", "2/3" or ">50%"' }, lang));

const ballotCountInput = object<BallotCountInput>({
  members: required(whole(1, 100_000)),
  present: optional(whole(0, 100_000)),
  written: optional(whole(0, 100_000)),
  approve: required(whole(0, 100_000)),
  recused: optional(whole(0, 100_000)),
  secret: optional(truth),
  honour: required(honourId),
  on: required(day),
  local: optional(
    object<LocalVote>({ threshold: required(ratioText), base: optional(oneOf(["all_members", "present", "members_without_recused"])), quorum: optional(ratioText) }),
  ),
});

/** Takes any JSON value; gives the BallotCountInput, or the first field that is wrong or contradicts another. */
export function parseBallotCountInput(json: unknown, options: { lang?: Lang } = {}): Result<BallotCountInput, InputError> {
  const lang = options.lang ?? "vi";
  const read = ballotCountInput(json, "$", lang);
  if (!read.ok) return read;
  const { value } = read;
  const first = LAW.regimes[0];
  if (first !== undefined && value.on < first.from) return err({ path: "$.on", message: noRulebookOn(value.on, first.from, lang) });
  const contradiction = voteContradiction(value, "$", lang);
  if (contradiction !== null) return err(contradiction);
  if ((value.recused ?? 0) > value.members) return err(problem("$.recused", value.recused, { vi: `nhiều nhất ${value.members}`, en: `at most ${value.members}` }, lang));
  if (value.local !== undefined && value.present === undefined && (value.local.base === "present" || value.local.quorum !== undefined)) {
    return err({ path: "$.present", message: sayIn(lang)("Thiếu số thành viên dự họp mà quy chế của địa phương cần.", "The local rule needs the number of members present.") });
  }
  return read;
}

/**
 * Gives the outcome of a council's vote. Where national law sets the threshold it binds: 90 % of ALL members by
 * secret ballot (Decree 91/2017, article 45(8)); elsewhere the local one of the input or of the layer decides, and
 * with neither `passed` is null and `remedy` asks for it. Whole numbers only; shares are rounded up.
 */
export function ballotCount(input: BallotCountInput, options: { lang?: Lang; local?: LocalLayer } = {}): Result<BallotCountOutput, InputError> {
  const say = sayIn(options.lang ?? "vi");
  const national = nationalThreshold(input.honour, input.on);
  if (national !== null) {
    const share = wholeOf(national);
    const needed = leastReaching({ numerator: BigInt(share), denominator: 100n, strict: false }, input.members);
    const passed = input.approve >= needed && input.secret !== false;
    const text =
      input.secret === false
        ? say("Không đạt: phải bỏ phiếu kín.", "Not passed: a secret ballot is required.")
        : say(`Cần ${needed}/${input.members} phiếu đồng ý trên tổng số thành viên; có ${input.approve}.`, `${needed} of all ${input.members} members must approve; ${input.approve} did.`);
    const remedy = passed ? [] : [say(`Họp lại, bỏ phiếu kín và đạt ít nhất ${needed} phiếu đồng ý.`, `Vote again by secret ballot with at least ${needed} in favour.`)];
    return ok({ passed, needed, base: "all_members", threshold: `${share}%`, source: "national", status: national.status, cite: national.cite, text, remedy });
  }
  const local = input.local ?? options.local?.votes?.[honourOf(input.honour).id];
  const unsettled = provisionOn("council_vote_unsettled", input.on);
  const threshold = local === undefined ? null : parseRatio(local.threshold);
  if (local === undefined || threshold === null) {
    const text = say("Pháp luật quốc gia không có tỷ lệ chung đã đối chiếu cho trường hợp này.", "No national threshold for this honour was read.");
    const remedy = [say("Bổ sung tỷ lệ phiếu theo quy chế của địa phương, ngành.", "State the threshold of the local regulation.")];
    return ok({ passed: null, needed: null, base: null, threshold: null, source: null, status: "local", cite: unsettled.cite, text, remedy });
  }
  return ok(countLocally(input, local, threshold, unsettled, options.lang ?? "vi"));
}

function countLocally(input: BallotCountInput, local: LocalVote, threshold: Ratio, basis: DatedValue, lang: Lang): BallotCountOutput {
  const say = sayIn(lang);
  const base = local.base ?? "all_members";
  const present = input.present ?? 0;
  const of = base === "present" ? present : base === "all_members" ? input.members : input.members - (input.recused ?? 0);
  const needed = leastReaching(threshold, of);
  const quorumRatio = local.quorum === undefined ? null : parseRatio(local.quorum);
  const quorumNeeded = quorumRatio === null ? 0 : leastReaching(quorumRatio, input.members);
  const quorum = quorumRatio === null ? undefined : { needed: quorumNeeded, present, met: present >= quorumNeeded };
  const passed = input.approve >= needed && quorum?.met !== false && of > 0;
  const text =
    quorum?.met === false
      ? say(`Không đủ số thành viên dự họp: cần ${quorumNeeded}, có ${present} (quy chế của địa phương).`, `No quorum: ${quorumNeeded} needed, ${present} present (local regulation).`)
      : say(`Theo quy chế của địa phương cần ${needed}/${of} phiếu đồng ý; có ${input.approve}.`, `By the local regulation ${needed} of ${of} must approve; ${input.approve} did.`);
  const remedy = passed ? [] : [say(`Họp lại, đủ số thành viên và đạt ít nhất ${needed} phiếu đồng ý.`, `Vote again with a quorum and at least ${needed} in favour.`)];
  return {
    passed,
    needed,
    base,
    threshold: local.threshold,
    source: "local",
    ...(quorum === undefined ? {} : { quorum }),
    status: "local",
    cite: basis.cite,
    text,
    remedy,
  };
}

/** Takes an honour and a day; gives the national threshold, or null where there is none: the one that the honour's own standard asks on the day. */
export function nationalThreshold(id: string, on: PlainDate): DatedValue | null {
  const honour = honourOf(id);
  const regime = regimeOn(on);
  if (regime === null) return null;
  const vote = standardOf(honour.id).checks.find((check) => check.id === "vote");
  const part = vote === undefined ? undefined : activeParts(vote, { on, regime: regime.id })[0];
  return part?.basis ?? null;
}
