import { compare, decimal, toText, toVietnamese } from "../../../kernel/decimal.ts";
import { wholeOf } from "../law.ts";
import { type Context, type Finding, fail, lacks, pass, type RuleOf, type Text, unknown } from "../model.ts";
import { leastReaching, lower, mostWithin, parseRatio } from "../ratio.ts";

/**
 * The quota of a list. The national maximum binds with its own standing; the province's percentage binds as a
 * local rule, and where the law leaves it to the province and nobody told it, within the maximum is unknown.
 */
export function withinQuota(rule: RuleOf<"within_quota">, c: Context): Finding | null {
  const { pool } = c.input;
  if (pool === undefined) return null;
  const path = rule.of;
  const of = pool[path];
  if (of === undefined) return lacks(`pool.${path}`, "số liệu làm căn cứ tính tỷ lệ", "the figure that the share is taken of");
  const { proposed } = pool;
  if (proposed === undefined) return lacks("pool.proposed", "số đề nghị trong danh sách", "how many are proposed");
  const national = c.basis.value === undefined ? null : decimal(c.basis.value);
  const localText = rule.left_to_province ? (pool.local_cap ?? c.local?.quota_percent?.[c.honour.id]) : undefined;
  const local = localText === undefined ? null : decimal(localText);
  const found: Text = (say) => say(`Đề nghị ${proposed} trên ${of}`, `${proposed} proposed out of ${of}`);
  const over = (most: bigint): Text => (say) => say(`Giảm danh sách đề nghị còn nhiều nhất ${most}`, `Reduce the list to at most ${most}`);
  const binding = national === null ? local : local === null ? national : lower(national, local);
  if (national !== null && BigInt(proposed) > mostWithin(national, of)) return fail(found, over(mostWithin(binding ?? national, of)));
  if (local !== null) {
    const shown: Text = (say) => say(`${found(say)}; tỷ lệ của địa phương ${toVietnamese(local)} %`, `${found(say)}; the local percentage is ${toText(local)} %`);
    if (binding !== null && BigInt(proposed) > mostWithin(binding, of)) return { ...fail(shown, over(mostWithin(binding, of))), basis: "local" };
    return national !== null && compare(local, national) >= 0 ? pass(shown) : { ...pass(shown), basis: "local" };
  }
  if (!rule.left_to_province) return pass(found);
  return unknown(
    (say) => say(`${found(say)}; chưa biết tỷ lệ do tỉnh quy định`, `${found(say)}; the province's percentage is not known`),
    ["pool.local_cap"],
    (say) => say("Bổ sung tỷ lệ phần trăm do tỉnh quy định", "State the percentage set by the province"),
  );
}

/** The vote that national law asks: a secret ballot, the share taken of ALL members, absent ones voting in writing. */
export function secretVoteOfAllMembers(c: Context): Finding | null {
  const { vote } = c.input;
  if (vote === undefined) return null;
  const { members, approve, secret } = vote;
  const needed = members === undefined ? null : leastReaching({ numerator: BigInt(wholeOf(c.basis)), denominator: 100n, strict: false }, members);
  const again: Text = (say) => say(
    `Họp lại, bỏ phiếu kín và đạt ít nhất ${needed ?? "…"} phiếu đồng ý`,
    `Vote again by secret ballot with at least ${needed ?? "…"} in favour`,
  );
  const found: Text = (say) => say(
    `${approve ?? "?"}/${members ?? "?"} thành viên đồng ý${secret === false ? ", biểu quyết công khai" : ""}`,
    `${approve ?? "?"} of ${members ?? "?"} members approve${secret === false ? ", by show of hands" : ""}`,
  );
  if (secret === false) return fail(found, again);
  if (needed !== null && approve !== undefined && approve < needed) return fail(found, again);
  const missing = [...(members === undefined ? ["vote.members"] : []), ...(approve === undefined ? ["vote.approve"] : []), ...(secret === undefined ? ["vote.secret"] : [])];
  if (missing.length > 0) return unknown(found, missing, (say) => say("Bổ sung số liệu kiểm phiếu", "State the figures of the vote"));
  return pass(found);
}

/** A vote for which no national threshold was found: the local regulation decides, or a person. */
export function voteByLocalRule(c: Context): Finding | null {
  const { vote } = c.input;
  if (vote === undefined) return null;
  const local = c.local?.votes?.[c.honour.id];
  const threshold = local === undefined ? null : parseRatio(local.threshold);
  if (local === undefined || threshold === null) {
    return unknown(
      (say) => say("Chưa có tỷ lệ phiếu theo quy chế của địa phương", "No threshold of the local regulation is known"),
      [],
      (say) => say("Bổ sung tỷ lệ phiếu theo quy chế của địa phương, ngành", "State the threshold of the local regulation"),
    );
  }
  const base = local.base === "present" ? vote.present : vote.members;
  const quorum = local.quorum === undefined ? null : parseRatio(local.quorum);
  if (base === undefined || vote.approve === undefined || (quorum !== null && (vote.members === undefined || vote.present === undefined))) {
    return lacks("vote", "số liệu kiểm phiếu", "the figures of the vote");
  }
  const needed = leastReaching(threshold, base);
  const quorumMet = quorum === null || (vote.present ?? 0) >= leastReaching(quorum, vote.members ?? 0);
  const found: Text = (say) => say(`${vote.approve}/${base} phiếu đồng ý${quorumMet ? "" : ", không đủ số thành viên dự họp"}`, `${vote.approve} of ${base} approve${quorumMet ? "" : ", without quorum"}`);
  const reached = quorumMet && vote.approve >= needed;
  return { ...(reached ? pass(found) : fail(found, (say) => say(`Họp lại và đạt ít nhất ${needed} phiếu đồng ý`, `Vote again with at least ${needed} in favour`))), basis: "local" };
}
