import { isoWeekday, parsePlainDate } from "../../kernel/plain-date.ts";
import { ACTING_LEVELS, type Citation, type Dated, type ElectionBook } from "./law-types.ts";

/** The parsed YAML lists of `law/elections/`, not yet checked. */
export type ElectionSource = { readonly [List in keyof ElectionBook]: unknown };

/** The milestone that also bounds the rerun and the extra election: the tally reads the same line. */
const LAST_DAY_OF_REPEAT = "rerun_or_extra_deadline";

/**
 * Takes the parsed lists; gives what the two engines read, and the sentences that say what is wrong: two laws or
 * no law on one day, a value without a citation, an instrument that is not listed, a word the engines do not know.
 */
export function compileElections(source: ElectionSource): { readonly calendar: unknown; readonly tally: unknown; readonly problems: readonly string[] } {
  const problems = Object.entries(source).flatMap(([list, content]) => (Array.isArray(content) && content.length > 0 ? [] : [`${list}: expected a list that is not empty`]));
  if (problems.length > 0) return { calendar: null, tally: null, problems };
  const book = source as ElectionBook;
  const known = new Set(book.instruments.map(({ id }) => id));
  for (const [what, ids] of [["instrument", book.instruments], ["law", book.laws], ["milestone", book.milestones], ["rule", book.rules]] as const) noTwice(problems, what, ids);
  dated(problems, "laws", book.laws, known);
  for (const { id } of book.laws) for (const instrument of id.split(", ")) if (!known.has(instrument)) problems.push(`laws: instrument "${instrument}" is not in instruments.yaml`);
  const firstDay = book.laws[0]?.from;
  const boundaries = new Set(book.laws.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  for (const entry of [...book.milestones, ...book.rules]) {
    dated(problems, entry.id, entry.values, known);
    if (entry.values[0]?.from !== firstDay) problems.push(`${entry.id}: nothing stands on ${firstDay}, the first day of the first law`);
  }
  for (const { id, what, who, values } of book.milestones) {
    if (![what?.vi, what?.en, who?.vi, who?.en].every((text) => typeof text === "string" && text !== "")) problems.push(`${id}: what and who need both languages`);
    for (const { offset_days, time, levels, from } of values) {
      if (!Number.isInteger(offset_days)) problems.push(`${id}: offset_days "${offset_days}" is not a whole number`);
      if (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) problems.push(`${id}: time "${time}" is neither HH:MM nor null`);
      if (!Array.isArray(levels) || levels.length === 0) problems.push(`${id}: nobody has to act`);
      else for (const level of levels) if (!ACTING_LEVELS.includes(level)) problems.push(`${id}: level "${level}" is none of ${ACTING_LEVELS.join(", ")}`);
      if (!boundaries.has(from)) problems.push(`${id}: no law begins on ${from}`);
    }
  }
  for (const { polling_day, cite } of book.elections) {
    const day = parsePlainDate(polling_day);
    if (day === null || isoWeekday(day) !== 7) problems.push(`elections: "${polling_day}" is no Sunday`);
    citations(problems, `election of ${polling_day}`, cite, known);
  }
  const repeat = book.milestones.find(({ id }) => id === LAST_DAY_OF_REPEAT);
  if (repeat === undefined) problems.push(`milestones: ${LAST_DAY_OF_REPEAT} is missing`);
  const { laws, elections, milestones, rules } = book;
  const last_day = repeat?.values.map(({ from, to, status, cite, offset_days }) => ({ from, to, status, cite, days_after: -offset_days }));
  return { calendar: { laws, elections, milestones }, tally: { laws, rules, last_day }, problems };
}

function noTwice(problems: string[], what: string, entries: readonly { readonly id: string }[]): void {
  const ids = entries.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) problems.push(`${what} ${id} stands twice`);
}

function citations(problems: string[], where: string, cite: readonly Citation[], known: ReadonlySet<string>): void {
  if (!Array.isArray(cite) || cite.length === 0) problems.push(`${where}: a value without a citation`);
  else for (const { instrument } of cite) if (!known.has(instrument)) problems.push(`${where}: instrument "${instrument}" is not in instruments.yaml`);
}

/** Stretches follow one another without a gap and without a shared day. */
function dated(problems: string[], where: string, lines: readonly Dated[], known: ReadonlySet<string>): void {
  for (const [index, line] of lines.entries()) {
    citations(problems, where, line.cite, known);
    if (line.status !== "verified" && line.status !== "unverified") problems.push(`${where}: status "${line.status}" is neither verified nor unverified`);
    if (parsePlainDate(line.from) === null) problems.push(`${where}: from "${line.from}" is not a day`);
    if (line.to !== null && (parsePlainDate(line.to) === null || line.to <= line.from)) problems.push(`${where}: to "${line.to}" is not a later day`);
    const next = lines[index + 1];
    if (next === undefined) continue;
    if (line.to === null || line.to > next.from) problems.push(`${where}: two rules in force on ${next.from}`);
    else if (line.to < next.from) problems.push(`${where}: no rule in force on ${line.to}`);
  }
}
