import type { PlainDate } from "../../kernel/plain-date.ts";
import type { ElectedLevel, Round, TallyInput } from "./input.ts";
import { type Citation, citationsOf, distinct, lastDayOfRepeat, type RuleId } from "./law.ts";
import { compare } from "./problems.ts";
import { type Seating, type CandidateStanding, seat } from "./seats.ts";

export type Outcome =
  | "elected_all" | "vacant" | "extra_required" | "extra_proposed" | "rerun_required" | "tie_escalated" | "incomplete" | "rejected" | "escalated";

/** What follows: bầu cử lại for all, or bầu cử thêm for the short seats among the not elected (ids); `latest_on` is the last lawful day. */
export type NextRound = { readonly kind: "none" | "rerun" | "extra"; readonly latest_on: PlainDate | null; readonly candidates: readonly string[]; readonly seats: number };

export type Decision = { readonly outcome: Outcome; readonly seating: Seating; readonly next: NextRound; readonly cite: readonly Citation[] };

/** What is known of the constituency before anything is decided. */
export type Figures = {
  readonly listed: number;
  readonly voted: number;
  /** In order of rank. */
  readonly ranked: readonly CandidateStanding[];
  /** Some problem is an error. */
  readonly faulty: boolean;
  /** Expected areas without minutes, and annulled areas whose rerun has no minutes yet. */
  readonly missing: readonly string[];
  readonly annulled: readonly string[];
};

const NOBODY: Seating = { elected: [], tied: [], by_age: false };
const NOTHING: NextRound = { kind: "none", latest_on: null, candidates: [], seats: 0 };

/** Takes the input and its figures; gives the outcome by the order of precedence of the law. Whole numbers only. */
export function decide(input: TallyInput, figures: Figures): Decision {
  const { level, round, seats, polling_day } = input;
  const made = (outcome: Outcome, seating: Seating, rules: readonly RuleId[], next = NOTHING): Decision => ({
    outcome, seating, next, cite: distinct([...citationsOf(rules, polling_day), ...(next.kind === "none" ? [] : lastDayOfRepeat(polling_day).cite)]),
  });
  const { listed, voted, ranked, faulty, missing, annulled } = figures;
  if (faulty) return made("rejected", NOBODY, ["team_minutes"]);
  if (missing.length > 0 || annulled.length > 0 || !input.minutes.some((sheet) => sheet.annulled !== true)) {
    return made("incomplete", NOBODY, annulled.length > 0 ? ["board_minutes", "annulment"] : ["board_minutes"]);
  }
  if (2 * voted <= listed && round !== "rerun") {
    if (round === "extra") return made("escalated", NOBODY, ["turnout", "extra_once"]);
    return made("rerun_required", NOBODY, ["turnout", "rerun_once"], repeat("rerun", polling_day, ranked, seats));
  }
  const seating = seat(ranked, seats);
  const elected = seating.elected.length;
  const base: readonly RuleId[] = round === "rerun" ? ["rerun_once", "majority"] : ["turnout", "majority"];
  if (seating.tied.length > 0) return made("tie_escalated", seating, [...base, "ranking", "older_first"]);
  if (elected === seats) return made("elected_all", seating, [...base, "ranking", ...(seating.by_age ? ["older_first" as const] : [])]);
  const outcome = ofShortfall(level, round, elected, seats);
  const out = new Set(seating.elected.map(({ id }) => id));
  const rest = ranked.filter(({ id }) => !out.has(id));
  switch (outcome) {
    case "extra_required":
      return made(outcome, seating, [...base, "extra_council", "extra_once"], repeat("extra", polling_day, rest, seats - elected));
    case "extra_proposed":
      return made(outcome, seating, [...base, "extra_assembly", "extra_once"], repeat("extra", polling_day, rest, seats - elected));
    case "vacant":
      return made(outcome, seating, [...base, round === "extra" ? "extra_once" : "extra_council"]);
    case "escalated":
      return made(outcome, seating, base);
  }
}

/** Which outcome fewer elected than seats has: two thirds are enough for a council after the first vote (article 79). */
function ofShortfall(level: ElectedLevel, round: Round, elected: number, seats: number): "extra_required" | "extra_proposed" | "vacant" | "escalated" {
  switch (round) {
    case "rerun":
      return "escalated";
    case "extra":
      return "vacant";
    case "first":
      if (level === "national_assembly") return "extra_proposed";
      return 3 * elected < 2 * seats ? "extra_required" : "vacant";
  }
}

function repeat(kind: "rerun" | "extra", polling_day: PlainDate, candidates: readonly CandidateStanding[], seats: number): NextRound {
  return { kind, latest_on: lastDayOfRepeat(polling_day).on, candidates: candidates.map(({ id }) => id).sort(compare), seats };
}
