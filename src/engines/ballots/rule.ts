import { ceiling, compare, type Decimal, decimal, decimalOf, floor, multiply, parseDecimal } from "../../kernel/decimal.ts";

/** What a ballot may say, in the order of the paper. Blank (phiếu trắng) is a valid ballot that supports nothing. */
export const CHOICES = ["agree", "disagree", "blank"] as const;
export type Choice = (typeof CHOICES)[number];

/** Votes by choice. */
export type Votes = { readonly [choice in Choice]: number };

/** What the threshold is taken of: all members, those present, all members but the recused, or the valid ballots. */
export const BASES = ["all_members", "present", "members_without_recused", "valid_ballots"] as const;
export type Base = (typeof BASES)[number];

/** The ways to state a threshold: decimal text of a percentage, or a fraction such as `2/3`; reached, or exceeded. */
export const THRESHOLDS = ["at_least_percent", "more_than_percent", "at_least_fraction", "more_than_fraction"] as const;
export type ThresholdKind = (typeof THRESHOLDS)[number];

/** When the honour is approved: `{base: "all_members", at_least_percent: "90"}`. Exactly one threshold. */
export type BallotRule = { readonly base: Base } & (
  | { readonly at_least_percent: string }
  | { readonly more_than_percent: string }
  | { readonly at_least_fraction: string }
  | { readonly more_than_fraction: string }
);

/** The council on the day: all members, those present, and those kept from this vote by a conflict of interest. */
export type Members = { readonly all: number; readonly present: number; readonly recused: number };

/** What the votes decide. `needed` agreeing votes of `base`; `tied` where as many agreed as disagreed. */
export type Outcome = { readonly approved: boolean; readonly agree: number; readonly needed: number; readonly base: number; readonly tied: boolean };

/** A share as a numerator over a denominator, to be reached or exceeded. */
type Share = { readonly of: Decimal; readonly over: Decimal; readonly exceeded: boolean };

/** Takes a rule; gives its share, or null when the text is none from 0 to 1. */
function shareOf(rule: BallotRule): Share | null {
  if ("at_least_percent" in rule) return percent(rule.at_least_percent, false);
  if ("more_than_percent" in rule) return percent(rule.more_than_percent, true);
  if ("at_least_fraction" in rule) return fraction(rule.at_least_fraction, false);
  return fraction(rule.more_than_fraction, true);
}

function percent(text: string, exceeded: boolean): Share | null {
  const of = parseDecimal(text);
  return of === null ? null : sound({ of, over: decimalOf(100), exceeded });
}

function fraction(text: string, exceeded: boolean): Share | null {
  const [, above, below] = /^(\d{1,9})\/([1-9]\d{0,8})$/.exec(text) ?? [];
  return above === undefined || below === undefined ? null : sound({ of: decimal(above), over: decimal(below), exceeded });
}

function sound(share: Share): Share | null {
  return compare(share.of, decimalOf(0)) >= 0 && compare(share.of, share.over) <= 0 ? share : null;
}

/** Says whether the rule's threshold is one: a share from 0 to 1. */
export function isSoundRule(rule: BallotRule): boolean {
  return shareOf(rule) !== null;
}

/** Gives the number that the rule's threshold is taken of. */
export function baseOf(base: Base, members: Members, valid: number): number {
  switch (base) {
    case "all_members":
      return members.all;
    case "present":
      return members.present;
    case "members_without_recused":
      return members.all - members.recused;
    case "valid_ballots":
      return valid;
  }
}

/**
 * Takes the rule, the members and all votes together (box, paper and written opinions); gives what they decide.
 * Whole numbers only: nothing is rounded before it is compared. Of nobody, nothing is approved. Throws on a rule
 * that `isSoundRule` refuses.
 */
export function decideOutcome(rule: BallotRule, members: Members, votes: Votes): Outcome {
  const share = shareOf(rule);
  if (share === null) throw new Error("the rule has no sound threshold");
  const base = baseOf(rule.base, members, votes.agree + votes.disagree + votes.blank);
  const needed = leastReaching(share, base);
  return { approved: base > 0 && votes.agree >= needed, agree: votes.agree, needed, base, tied: votes.agree === votes.disagree };
}

/** The least whole number of votes whose share of the base reaches the threshold, or exceeds it where it must. */
function leastReaching({ of, over, exceeded }: Share, base: number): number {
  const product = multiply(of, decimalOf(base));
  const least = ceilingOf(product, over);
  const exact = compare(multiply(decimalOf(least), over), product) === 0;
  return Number(exceeded && exact ? least + 1n : least);
}

/** The least whole number whose product with `over`, itself whole and above 0, is not below `product`. */
function ceilingOf(product: Decimal, over: Decimal): bigint {
  const divisor = floor(over);
  return (ceiling(product) + divisor - 1n) / divisor;
}
