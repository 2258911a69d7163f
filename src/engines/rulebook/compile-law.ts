import { parseDecimal } from "../../kernel/decimal.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { AUTHORITIES, type Citation, type Dated, type LawBook, SUBJECT_KINDS } from "./law-types.ts";

/** The lists of `law/`, each the parsed content of one or more YAML files, not yet checked. */
export type LawSource = { readonly [List in keyof LawBook]: unknown };

/**
 * Takes the parsed YAML lists of `law/`; gives the LawBook, or the sentences that say what is wrong:
 * two rules in force on one day, a gap between two stretches, a citation of an unlisted instrument,
 * a word that the engine does not know. Pure: reading files and writing JSON is left to the caller.
 */
export function compileLaw(source: LawSource): { readonly law: LawBook; readonly problems: readonly string[] } {
  const problems: string[] = [];
  for (const [list, content] of Object.entries(source)) {
    if (!Array.isArray(content) || content.length === 0) problems.push(`${list}: expected a list that is not empty`);
  }
  if (problems.length > 0) return { law: source as LawBook, problems };
  const law = withDefaults(source as LawBook);
  const known = new Set(law.instruments.map((instrument) => instrument.id));

  noTwice(problems, "instrument", law.instruments.map(({ id }) => id));
  noTwice(problems, "provision", law.provisions.map(({ id }) => id));
  noTwice(problems, "honour", law.honours.flatMap(({ id, aliases }) => [id, ...aliases]));
  noTwice(problems, "authority", law.authorities.map(({ honour }) => honour));
  noTwice(problems, "bonus", law.bonus.map((line) => `${line.honour} ${line.class}`));

  stretches(problems, "regimes", law.regimes);
  for (const regime of law.regimes) citations(problems, regime.id, regime.cite, known);
  for (const honour of law.honours) {
    datedLines(problems, honour.id, honour.kinds, known);
    for (const line of honour.kinds) words(problems, honour.id, [...line.kinds, ...(line.kinds_unverified ?? [])], SUBJECT_KINDS);
    if (!law.authorities.some((entry) => entry.honour === honour.id)) problems.push(`${honour.id}: no authority decides it`);
  }
  const honours = law.honours.map(({ id }) => id);
  for (const entry of law.authorities) {
    words(problems, "authorities", [entry.honour], honours);
    datedLines(problems, `authority of ${entry.honour}`, entry.values, known);
    for (const line of entry.values) words(problems, entry.honour, [...line.who, ...(line.unsettled ?? [])], AUTHORITIES);
  }
  for (const provision of law.provisions) datedLines(problems, provision.id, provision.values, known);
  for (const line of law.bonus) {
    words(problems, "bonus", [line.honour], honours);
    datedLines(problems, `bonus of ${line.honour}`, line.values, known);
  }
  for (const { id, values } of [...law.provisions, ...law.bonus.map((line) => ({ id: line.honour, values: line.values }))]) {
    for (const { value } of values) {
      if (value !== undefined && parseDecimal(value) === null) problems.push(`${id}: "${value}" is not a number written as text`);
    }
  }
  return { law, problems };
}

function withDefaults(law: LawBook): LawBook {
  return { ...law, honours: law.honours.map((honour) => ({ ...honour, aliases: honour.aliases ?? [] })) };
}

/** Adds a sentence for every id that stands twice. */
export function noTwice(problems: string[], what: string, ids: readonly string[]): void {
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) problems.push(`${what} ${id} stands twice`);
}

/** Adds a sentence for every word that is none of the accepted. */
export function words(problems: string[], where: string, found: readonly string[], accepted: readonly string[]): void {
  for (const word of found) if (!accepted.includes(word)) problems.push(`${where}: "${word}" is none of ${accepted.join(", ")}`);
}

/** Adds what is wrong with dated lines: gaps, shared days, missing citations, an unknown standing. */
export function datedLines(problems: string[], where: string, lines: readonly Dated[], known: ReadonlySet<string>): void {
  stretches(problems, where, lines);
  for (const line of lines) {
    citations(problems, where, line.cite, known);
    words(problems, where, [line.status], ["verified", "local", "unverified"]);
  }
}

function citations(problems: string[], where: string, cite: readonly Citation[], known: ReadonlySet<string>): void {
  if (!Array.isArray(cite) || cite.length === 0) problems.push(`${where}: a value without a citation`);
  else for (const { instrument } of cite) if (!known.has(instrument)) problems.push(`${where}: instrument "${instrument}" is not in instruments.yaml`);
}

/** Stretches must follow one another without a gap and without a shared day. */
function stretches(problems: string[], where: string, lines: readonly { readonly from: string; readonly to: string | null }[]): void {
  for (const [index, line] of lines.entries()) {
    if (parsePlainDate(line.from) === null) problems.push(`${where}: from "${line.from}" is not a day`);
    if (line.to !== null && (parsePlainDate(line.to) === null || line.to <= line.from)) problems.push(`${where}: to "${line.to}" is not a later day`);
    const next = lines[index + 1];
    if (next === undefined) continue;
    if (line.to === null || line.to > next.from) problems.push(`${where}: two rules in force on ${next.from}`);
    else if (line.to < next.from) problems.push(`${where}: no rule in force on ${line.to}`);
  }
}
