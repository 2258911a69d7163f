import { compare, parseDecimal, toVietnamese } from "../../kernel/decimal.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { nationalThreshold } from "./ballot-count.ts";
import { canonicalHonour, honourOf, regimeOn } from "./law.ts";
import type { Citation } from "./law-types.ts";
import type { LocalVote } from "./local.ts";
import { activeParts } from "./plan.ts";
import { parseRatio } from "./ratio.ts";
import { standardOf } from "./standards/index.ts";

/** Why a local rule is refused: it would loosen national law, or settle what the law does not leave to it. */
export type Loosening = { readonly field: "value" | "quorum" | "honour"; readonly vi: string; readonly en: string; readonly cite: readonly Citation[] };

/**
 * Takes an honour, a local percentage as text and the day it begins; gives why national law does not allow it, or
 * null. A local quota may narrow the national maximum, never exceed it, and only where the law leaves it to the province.
 */
export function looseningByQuota(honour: string, percent: string, from: PlainDate): Loosening | null {
  const value = parseDecimal(percent);
  const hundred = parseDecimal("100");
  if (value === null || hundred === null || value.units < 0n || compare(value, hundred) > 0) {
    return { field: "value", vi: `“${percent}” không phải tỷ lệ: hãy ghi như 15 hoặc 12,5.`, en: `“${percent}” is not a percentage: write it like 15 or 12.5.`, cite: [] };
  }
  const part = partOf(honour, "quota", from);
  const { vi, en } = honourOf(honour);
  if (part === null || part.rule.kind !== "within_quota" || !part.rule.left_to_province) {
    return { field: "honour", vi: `Luật không giao địa phương quy định tỷ lệ ${vi}.`, en: `The law leaves no percentage of ${en} to the locality.`, cite: part?.basis.cite ?? [] };
  }
  const most = part.basis.value === undefined ? null : parseDecimal(part.basis.value);
  if (most === null || compare(value, most) <= 0) return null;
  return {
    field: "value",
    vi: `Luật không cho vượt ${toVietnamese(most)} %: quy định của địa phương chỉ được chặt hơn.`,
    en: `The law allows ${part.basis.value} % at most: a local rule may only narrow it.`,
    cite: part.basis.cite,
  };
}

/**
 * Takes an honour, a council's local voting rule and the day it begins; gives why it cannot stand, or null. Where
 * national law sets threshold and base, no local rule does: neither a lower share nor another base.
 */
export function looseningByVote(honour: string, vote: LocalVote, from: PlainDate): Loosening | null {
  const wrong = (field: "value" | "quorum", typed: string): Loosening => ({
    field, vi: `“${typed}” không phải tỷ lệ: hãy ghi như 70%, 2/3 hoặc >50%.`, en: `“${typed}” is not a share: write it like 70%, 2/3 or >50%.`, cite: [],
  });
  if (parseRatio(vote.threshold) === null) return wrong("value", vote.threshold);
  if (vote.quorum !== undefined && parseRatio(vote.quorum) === null) return wrong("quorum", vote.quorum);
  const national = nationalThreshold(honour, from);
  if (national === null) return null;
  return {
    field: "honour",
    vi: `Luật đã ấn định ít nhất ${national.value} % tổng số thành viên Hội đồng, bỏ phiếu kín: địa phương không quy định khác.`,
    en: `The law itself asks ${national.value} % of all council members by secret ballot: no local rule replaces it.`,
    cite: national.cite,
  };
}

function partOf(honour: string, id: string, on: PlainDate) {
  const regime = regimeOn(on);
  const check = standardOf(canonicalHonour(honour)).checks.find((one) => one.id === id);
  if (regime === null || check === undefined) return null;
  const [active] = activeParts(check, { on, regime: regime.id });
  return active === undefined ? null : { rule: active.part.rule, basis: active.basis };
}
