import { honourCatalogue, type LocalLayer, type LocalVote } from "../../../engines/rulebook/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";

/** A declared local rule (quy định của địa phương) as its row stands; `to_on` is the first day it no longer covers. */
export type LocalRule = { readonly id: string; readonly rule: string; readonly value: string; readonly instrument: string; readonly from_on: PlainDate; readonly to_on: PlainDate | null };

/** What a local rule is about: a percentage of a list, or how a council's vote for an honour is counted. */
export type LocalRuleSays = { readonly kind: "quota"; readonly honour: string; readonly percent: string } | { readonly kind: "vote"; readonly honour: string; readonly vote: LocalVote };

/** The honour whose percentage the law leaves to the province: Chiến sĩ thi đua cơ sở. */
export const CAPPED = "grassroots_emulation_fighter";
export const QUOTA_RULE = "grassroots_fighter_cap";
const VOTE_RULE = "council_vote:";

export const VOTE_BASES = ["all_members", "present", "members_without_recused"] as const;

/** Takes what a rule says; gives the two columns it is kept in. */
export function writeLocalRule(says: LocalRuleSays): { rule: string; value: string } {
  switch (says.kind) {
    case "quota":
      return { rule: QUOTA_RULE, value: says.percent };
    case "vote":
      return { rule: `${VOTE_RULE}${says.honour}`, value: [says.vote.threshold, says.vote.base ?? "all_members", ...(says.vote.quorum === undefined ? [] : [says.vote.quorum])].join(" ") };
  }
}

/** Takes the two columns; gives what the rule says. Throws for what `writeLocalRule` never writes. */
export function readLocalRule({ rule, value }: Pick<LocalRule, "rule" | "value">): LocalRuleSays {
  if (rule === QUOTA_RULE) return { kind: "quota", honour: CAPPED, percent: value };
  const honour = rule.startsWith(VOTE_RULE) ? rule.slice(VOTE_RULE.length) : "";
  const [threshold, base, quorum] = value.split(" ");
  const known = VOTE_BASES.find((one) => one === base);
  if (threshold === undefined || known === undefined || !honourCatalogue().some(({ id }) => id === honour)) throw new Error(`no local rule: ${rule} ${value}`);
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
    if (one.from_on <= on && (one.to_on === null || on < one.to_on)) standing.set(one.rule, one);
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
    else votes[says.honour] = says.vote;
  }
  const layer: LocalLayer = { id: "local", instrument: [...new Set(Object.values(instruments))].join("; "), quota_percent, votes, instruments };
  const key = JSON.stringify(layer);
  const known = layers.get(key);
  if (known !== undefined) return known;
  if (layers.size >= MOST_LAYERS) layers.clear();
  layers.set(key, layer);
  return layer;
}
