import { honourCatalogue, type LocalLayer, type LocalVote } from "../../../engines/rulebook/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";

/** A declared local rule (quy định của địa phương) as its row stands; `to_on` is the first day it no longer covers. */
export type LocalRule = { readonly id: string; readonly rule: string; readonly value: string; readonly instrument: string; readonly from_on: PlainDate; readonly to_on: PlainDate | null };

/**
 * What a local rule is about: a percentage of a list, how a council's vote for an honour is counted, for how many working days a
 * list stands on public notice, or within how many working days a received dossier is worked on.
 */
export type LocalRuleSays =
  | { readonly kind: "quota"; readonly honour: string; readonly percent: string }
  | { readonly kind: "vote"; readonly honour: string; readonly vote: LocalVote }
  | { readonly kind: "notice"; readonly honour: string; readonly days: number }
  | { readonly kind: "processing"; readonly honour: string; readonly days: number };

/** The honour whose percentage the law leaves to the province: Chiến sĩ thi đua cơ sở. */
export const CAPPED = "grassroots_emulation_fighter";
export const QUOTA_RULE = "grassroots_fighter_cap";
const VOTE_RULE = "council_vote:";
const NOTICE_RULE = "public_notice:";
const PROCESSING_RULE = "processing:";

/** The most working days that a rule may ask a list to stand on notice. */
export const MOST_NOTICE_DAYS = 60;

/** The most working days that a rule may give to the work on a dossier. */
export const MOST_PROCESSING_DAYS = 250;

export const VOTE_BASES = ["all_members", "present", "members_without_recused"] as const;

/** Takes what a rule says; gives the two columns it is kept in. */
export function writeLocalRule(says: LocalRuleSays): { rule: string; value: string } {
  switch (says.kind) {
    case "quota":
      return { rule: QUOTA_RULE, value: says.percent };
    case "vote":
      return { rule: `${VOTE_RULE}${says.honour}`, value: [says.vote.threshold, says.vote.base ?? "all_members", ...(says.vote.quorum === undefined ? [] : [says.vote.quorum])].join(" ") };
    case "notice":
      return { rule: `${NOTICE_RULE}${says.honour}`, value: String(says.days) };
    case "processing":
      return { rule: `${PROCESSING_RULE}${says.honour}`, value: String(says.days) };
  }
}

/** Takes the working days of a notice as typed; gives the whole number from 0 to 60, or null. */
export function readNoticeDays(typed: string): number | null {
  const days = /^\d{1,2}$/.test(typed.trim()) ? Number(typed.trim()) : null;
  return days !== null && days <= MOST_NOTICE_DAYS ? days : null;
}

/** Takes the working days of the work on a dossier as typed; gives the whole number from 1 to 250, or null. */
export function readProcessingDays(typed: string): number | null {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : null;
  return days !== null && days >= 1 && days <= MOST_PROCESSING_DAYS ? days : null;
}

/**
 * Takes the declared rules, an honour and a day; gives within how many working days a dossier received that day is worked on and
 * by which instrument, or null where no rule speaks of it: the law gives none to fall back on.
 */
export function processingDaysOn(rules: readonly LocalRule[], honour: string, on: PlainDate): { days: number; instrument: string } | null {
  const rule = standingOn(rules, `${PROCESSING_RULE}${honour}`, on);
  const days = rule === null ? null : readProcessingDays(rule.value);
  return rule === null || days === null ? null : { days, instrument: rule.instrument };
}

/** The rule about a matter that stands on a day: of several the one that began last. */
function standingOn(rules: readonly LocalRule[], matter: string, on: PlainDate): LocalRule | null {
  return rules
    .filter((one) => one.rule === matter && one.from_on <= on && (one.to_on === null || on < one.to_on))
    .reduce<LocalRule | null>((last, one) => (last === null || last.from_on < one.from_on ? one : last), null);
}

/**
 * Takes the declared rules, an honour and a day; gives how many working days of public notice are asked for on that day and by
 * which instrument, or null where no rule speaks of it. Zero days means: no notice is needed. The rule that began last stands.
 */
export function noticeDaysOn(rules: readonly LocalRule[], honour: string, on: PlainDate): { days: number; instrument: string } | null {
  const standing = standingOn(rules, `${NOTICE_RULE}${honour}`, on);
  const days = standing === null ? null : readNoticeDays(standing.value);
  return standing === null || days === null ? null : { days, instrument: standing.instrument };
}

/** Takes the two columns; gives what the rule says. Throws for what `writeLocalRule` never writes. */
export function readLocalRule({ rule, value }: Pick<LocalRule, "rule" | "value">): LocalRuleSays {
  if (rule === QUOTA_RULE) return { kind: "quota", honour: CAPPED, percent: value };
  const named = (prefix: string) => honourCatalogue().find(({ id }) => rule === `${prefix}${id}`)?.id;
  const noticed = named(NOTICE_RULE);
  const days = readNoticeDays(value);
  if (noticed !== undefined && days !== null) return { kind: "notice", honour: noticed, days };
  const worked = named(PROCESSING_RULE);
  const processing = readProcessingDays(value);
  if (worked !== undefined && processing !== null) return { kind: "processing", honour: worked, days: processing };
  const honour = named(VOTE_RULE);
  const [threshold, base, quorum] = value.split(" ");
  const known = VOTE_BASES.find((one) => one === base);
  if (threshold === undefined || known === undefined || honour === undefined) throw new Error(`no local rule: ${rule} ${value}`);
  return { kind: "vote", honour, vote: { threshold, base: known, ...(quorum === undefined ? {} : { quorum }) } };
}

/** Layers by what they say, so that the same rules are one value and their rulebook is hashed once. */
const layers = new Map<string, LocalLayer>();
const MOST_LAYERS = 200;

/**
 * Takes the declared rules and a day; gives the layer they lay over national law on that day, or null where none is
 * in force. Of two rules about the same matter the one that began later stands: a new regulation replaces the old.
 */
export function layerOn(rules: readonly LocalRule[], on: PlainDate): LocalLayer | null {
  const standing = new Map<string, LocalRule>();
  for (const one of [...rules].sort((a, b) => (a.from_on < b.from_on ? -1 : a.from_on > b.from_on ? 1 : 0))) {
    // A notice and the days of the work are steps and no conditions of the law: they lay nothing over the rulebook.
    if (!one.rule.startsWith(NOTICE_RULE) && !one.rule.startsWith(PROCESSING_RULE) && one.from_on <= on && (one.to_on === null || on < one.to_on)) standing.set(one.rule, one);
  }
  if (standing.size === 0) return null;
  const quota_percent: Record<string, string> = {};
  const votes: Record<string, LocalVote> = {};
  const instruments: Record<string, string> = {};
  for (const rule of [...standing.keys()].sort()) {
    const one = standing.get(rule) as LocalRule;
    const says = readLocalRule(one);
    instruments[`${says.kind} ${says.honour}`] = one.instrument;
    if (says.kind === "quota") quota_percent[says.honour] = says.percent;
    else if (says.kind === "vote") votes[says.honour] = says.vote;
  }
  const layer: LocalLayer = { id: "local", instrument: [...new Set(Object.values(instruments))].join("; "), quota_percent, votes, instruments };
  const key = JSON.stringify(layer);
  const known = layers.get(key);
  if (known !== undefined) return known;
  if (layers.size >= MOST_LAYERS) layers.clear();
  layers.set(key, layer);
  return layer;
}
