import type { PlainDate } from "../../kernel/plain-date.ts";
import { regimeOfInput } from "./entry.ts";
import { authorityOn, kindsOn, LAW, provisionIfAny } from "./law.ts";
import type { Citation, DatedAuthority, DatedKinds, DatedValue, Honour, RegimeId, SubjectKind } from "./law-types.ts";
import type { Check, Limb, Part, Rule, Text } from "./model.ts";
import { needOf } from "./need.ts";
import { generalChecks } from "./standards/common.ts";
import { standardOf } from "./standards/index.ts";

/** A part of a check with the provision in force, and what it asks in words. */
export type PlannedPart = { readonly rule: Rule; readonly basis: DatedValue; readonly need: Text };

/** A check as it is asked on a day: its parts in force, what is cited beside them, and all its citations once each. */
export type PlannedCheck = { readonly id: string; readonly parts: readonly PlannedPart[]; readonly also: readonly Citation[]; readonly cite: readonly Citation[] };

export type PlannedLimb = { readonly limb: Limb; readonly checks: readonly PlannedCheck[] };

/** Everything asked of one kind of nominee for one honour while nothing in `law/` changes. */
export type Plan = {
  readonly regime: RegimeId;
  readonly kinds: DatedKinds | null;
  readonly authority: DatedAuthority | null;
  /** The frame for a regime whose text nobody has read; null while every text was. */
  readonly unread: PlannedCheck | null;
  readonly bound: readonly PlannedCheck[];
  readonly limbs: readonly PlannedLimb[];
  /** What a vote is measured by where no national threshold stands among `bound`. */
  readonly vote: PlannedCheck | null;
};

const UNREAD: Check = { id: "regime", parts: [{ basis: "unread_amendment", rule: { kind: "text_not_read" } }] };
const LOCAL_VOTE: Check = { id: "vote", parts: [{ basis: "council_vote_unsettled", rule: { kind: "vote_by_local_rule" } }] };

/** The days on which anything in `law/` begins or ends: between two of them one plan serves. */
const EDGES: readonly string[] = (() => {
  const lines = [...LAW.regimes, ...LAW.provisions.flatMap(({ values }) => values), ...LAW.authorities.flatMap(({ values }) => values), ...LAW.honours.flatMap(({ kinds }) => kinds)];
  return [...new Set(lines.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))].sort();
})();

/** Plans made so far, by stretch of time, honour and kind: a few thousand at most, whatever is asked. */
const made: Map<string, Plan>[] = EDGES.map(() => new Map());

/** Takes an honour, a day and a kind of nominee; gives what is asked. Throws before the first regime. */
export function planOf(honour: Honour, on: PlainDate, kind: SubjectKind): Plan {
  const plans = made[stretchOf(on)];
  if (plans === undefined) throw new Error(`no rulebook on ${on}`);
  const key = `${honour.id} ${kind}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = makePlan(honour, on, kind);
  plans.set(key, plan);
  return plan;
}

/** The place of the last edge that is not after the day; -1 before the first. */
function stretchOf(on: PlainDate): number {
  let low = 0;
  let high = EDGES.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((EDGES[middle] as string) <= on) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function makePlan(honour: Honour, on: PlainDate, kind: SubjectKind): Plan {
  const regime = regimeOfInput(on).id;
  const setting = { on, regime };
  const standard = standardOf(honour.id);
  const bound = [...generalChecks(honour, kind), ...standard.checks].flatMap((check) => planned(check, setting) ?? []);
  const limbs = standard.limbs
    .filter(({ regimes }) => regimes === undefined || regimes.includes(regime))
    .map((limb) => ({ limb, checks: limb.checks.flatMap((check) => planned(check, setting) ?? []) }));
  return { regime, kinds: kindsOn(honour, on), authority: authorityOn(honour.id, on), unread: planned(UNREAD, setting), bound, limbs, vote: planned(LOCAL_VOTE, setting) };
}

function planned(check: Check, setting: { readonly on: PlainDate; readonly regime: RegimeId }): PlannedCheck | null {
  const active = activeParts(check, setting);
  if (active.length === 0) return null;
  const parts = active.map(({ part, basis }) => ({ rule: part.rule, basis, need: kept((say) => needOf(part.rule, basis, say)) }));
  const also = active.flatMap(({ part }) => (part.also === undefined ? [] : (provisionIfAny(part.also, setting.on)?.cite ?? [])));
  return { id: check.id, parts, also, cite: uniqueCites([...parts.flatMap(({ basis }) => basis.cite), ...also]) };
}

/** What a rule asks is the same for everybody while the plan lives: its words are put together once for each language. */
function kept(text: Text): Text {
  const written = new Map<unknown, string>();
  return (say) => {
    const known = written.get(say);
    if (known !== undefined) return known;
    const words = text(say);
    written.set(say, words);
    return words;
  };
}

/** The parts of a check that are asked on the day: of this regime, and under a provision in force. */
export function activeParts(check: Check, { on, regime }: { readonly on: PlainDate; readonly regime: RegimeId }): readonly { readonly part: Part; readonly basis: DatedValue }[] {
  if (check.regimes !== undefined && !check.regimes.includes(regime)) return [];
  return check.parts.flatMap((part) => {
    const basis = provisionIfAny(part.basis, on);
    return basis === null ? [] : [{ part, basis }];
  });
}

/** Takes citations; gives each once, in the order of their first standing. */
export function uniqueCites(cites: readonly Citation[]): readonly Citation[] {
  if (cites.length < 2) return cites;
  const seen = new Set<string>();
  return cites.filter((cite) => {
    const key = JSON.stringify(cite);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
