import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import elections from "./generated/elections.json" with { type: "json" };

/** A place in a legal instrument (căn cứ). */
export type Citation = { readonly instrument: string; readonly article?: string; readonly clause?: string; readonly point?: string; readonly note?: string };

type Dated = { readonly from: PlainDate; readonly to: PlainDate | null; readonly status: "verified" | "unverified"; readonly cite: readonly Citation[] };

/** The rules of `law/elections/rules.yaml` by their ids. */
export type RuleId =
  | "turnout" | "majority" | "ranking" | "older_first" | "extra_assembly" | "extra_council" | "extra_once" | "rerun_once"
  | "annulment" | "board_minutes" | "team_minutes" | "one_ballot" | "ballot_validity" | "grouping";

type LawBook = {
  readonly laws: readonly (Dated & { readonly id: string; readonly levels: readonly string[] })[];
  readonly rules: readonly (Text & { readonly id: RuleId; readonly values: readonly Dated[] })[];
  readonly last_day: readonly (Dated & { readonly days_after: number })[];
};

/** The compiled content of `law/elections/`; its shape is checked when it is generated. */
const BOOK = elections as unknown as LawBook;
const rules = new Map(BOOK.rules.map((rule) => [rule.id, rule.values]));

/** Takes a polling day; gives the election law in force on it, or null before the first one. */
export function electionLawOn(day: PlainDate): LawBook["laws"][number] | null {
  return inForce(BOOK.laws, day);
}

/** Gives the first day of the first law that is known. */
export function firstLawDay(): PlainDate | null {
  return BOOK.laws[0]?.from ?? null;
}

/** Takes rules and the polling day; gives what they rest on, each place once. Throws where no rule is in force. */
export function citationsOf(ids: readonly RuleId[], day: PlainDate): readonly Citation[] {
  const places = ids.flatMap((id) => {
    const line = inForce(rules.get(id) ?? [], day);
    if (line === null) throw new Error(`no rule in force: ${id} on ${day}`);
    return line.cite;
  });
  return distinct(places);
}

/** Takes the first polling day; gives the last lawful day of a rerun or an extra election, and what it rests on. */
export function lastDayOfRepeat(day: PlainDate): { readonly on: PlainDate; readonly cite: readonly Citation[] } {
  const line = inForce(BOOK.last_day, day);
  if (line === null) throw new Error(`no last day of a rerun on ${day}`);
  return { on: addDays(day, line.days_after), cite: line.cite };
}

/** Gives the citations with each place once, in the order of their first mention. */
export function distinct(cite: readonly Citation[]): readonly Citation[] {
  const seen = new Map(cite.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}

function inForce<T extends Dated>(lines: readonly T[], day: PlainDate): T | null {
  return lines.find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;
}
