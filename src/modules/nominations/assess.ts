import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { type CheckOutput, check, honourCatalogue, type InputError, type LocalLayer, parseCheckInput, rulebookOf } from "../../engines/rulebook/index.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Lang } from "../../kernel/text.ts";
import type { CommandContext, ReadContext } from "../../platform/command/context.ts";
import { registeredSubjects } from "../campaigns/index.ts";
import { historyOf } from "../honours/index.ts";
import { type AcceptedSort, openAccepted, withAccepted } from "../notices/index.ts";
import { type RatingFacts, ratingsOf, recognisedInitiatives, type RecognisedInitiative } from "../initiatives/index.ts";
import { listPeople, peopleById, subtree } from "../organizations/index.ts";
import type { Tx } from "../../platform/database/database.ts";
import { openComplaints } from "./complaints/store.ts";
import { type Nomination, statedFacts } from "./core/dossier.ts";
import { CAPPED, type LocalRule, layerOn } from "./core/local-rules.ts";
import { localRulesDeclared, peopleProposedFor, proposedCounts } from "./store.ts";
import { findings, rulebooks } from "./tables.ts";

/** What of a dossier the law looks at. */
export type Assessable = Pick<Nomination, "unit_id" | "honour" | "year" | "authority" | "subject_kind" | "person_id" | "subject_unit_id" | "facts" | "received_on"> & { readonly id?: string };

/** The finding on one dossier: the input exactly as judged, the local layer of that day, and the answer. */
export type Assessment = { input: Record<string, unknown>; output: CheckOutput; reckoned_on: PlainDate; local: LocalLayer | null };

/** What the capped title of each unit is counted against: those awarded Lao động tiên tiến. */
const BASE_OF_CAP = "advanced_labourer";

/**
 * Judges dossiers by the law in force on the day each was received (today while it is a draft).
 * What the clerk stated is joined by what the product knows itself: position, registration, award
 * history, the unit's quota. Few statements for many dossiers. Fails with the input error when a
 * stated fact has a shape that the rulebook does not know.
 */
export async function assessAll(context: ReadContext, list: readonly Assessable[], lang: Lang = "vi"): Promise<Result<Assessment[], InputError & { index: number }>> {
  const known = await gather(context, list);
  const assessments: Assessment[] = [];
  for (const [index, dossier] of list.entries()) {
    const reckoned_on = dossier.received_on ?? context.clock.today();
    const input = inputOf(dossier, reckoned_on, known);
    const parsed = parseCheckInput(input);
    if (!parsed.ok) return err({ ...parsed.error, index });
    const local = layerOn(known.local_rules, reckoned_on);
    const output = check(parsed.value, { lang, ...(local === null ? {} : { local }) });
    if (!output.ok) return err({ ...output.error, index });
    assessments.push({ input, output: output.value, reckoned_on, local });
  }
  return ok(assessments);
}

/** Judges one dossier; see assessAll. */
export async function assess(context: ReadContext, dossier: Assessable, lang: Lang = "vi"): Promise<Result<Assessment, InputError>> {
  const all = await assessAll(context, [dossier], lang);
  if (!all.ok) return all;
  return ok(all.value[0] as Assessment);
}

/** Takes a finding as it was reckoned (its sentences are Vietnamese) and a language; gives it with its sentences in that language: the same input, judged again by the same rulebook. */
export function findingIn({ input, output, local }: Pick<Assessment, "input" | "output" | "local">, lang: Lang): CheckOutput {
  if (lang === "vi") return output;
  const parsed = parseCheckInput(input);
  const again = parsed.ok ? check(parsed.value, { lang, ...(local === null ? {} : { local }) }) : parsed;
  return again.ok ? again.value : output;
}

/** Keeps findings for good, with every rulebook that gave one. Part of the calling command's transaction. */
export async function keepFindings(context: CommandContext, stage: "submission" | "appraisal" | "decision", list: readonly { nomination_id: string; assessment: Assessment }[]): Promise<void> {
  const locality_id = context.locality.code;
  const used = new Map(list.map(({ assessment }) => [assessment.output.rulebook, assessment]));
  for (const [hash, { output: { regime }, local }] of used) {
    const content = JSON.parse(canonicalJson(rulebookOf(regime, local ?? undefined).content)) as unknown;
    await context.tx.insert(rulebooks).values({ locality_id, hash, regime, content, first_used_at: context.clock.now() }).onConflictDoNothing();
  }
  const rows = list.map(({ nomination_id, assessment }) => ({
    locality_id, id: context.newId(), nomination_id, stage, reckoned_on: assessment.reckoned_on, verdict: assessment.output.verdict,
    rulebook_hash: assessment.output.rulebook, input: assessment.input, output: assessment.output, found_at: context.clock.now(),
  }));
  for (let start = 0; start < rows.length; start += 300) await context.tx.insert(findings).values(rows.slice(start, start + 300));
}

type Known = {
  people: Awaited<ReturnType<typeof peopleById>>;
  registered: Map<number, Set<string>>;
  history: Map<string, { honour: string; year: number; decided_on: string }[]>;
  pools: Map<string, Record<string, unknown>>;
  members: Map<string, { total: number; advanced_labourers: number; grassroots_fighters: number }>;
  local_rules: readonly LocalRule[];
  /** What was formally accepted against a dossier and is not settled: it counts as pending whatever the clerk stated. */
  accepted: Map<string, AcceptedSort[]>;
  /** Initiatives that were recognised here and ratings that were imported with their decision, by year. */
  initiatives: Map<number, Map<string, RecognisedInitiative[]>>;
  ratings: Map<number, Map<string, RatingFacts>>;
};

async function gather(context: ReadContext, list: readonly Assessable[]): Promise<Known> {
  const { tx } = context;
  const today = context.clock.today();
  const person_ids = unique(list.map((dossier) => dossier.person_id));
  const unit_ids = unique(list.map((dossier) => dossier.subject_unit_id));
  const years = [...new Set(list.map((dossier) => dossier.year))];
  const people = await peopleById(tx, person_ids, today);
  const registered = new Map<number, Set<string>>();
  for (const year of years) registered.set(year, await registeredSubjects(tx, year, [...person_ids, ...unit_ids]));
  const history: Known["history"] = new Map();
  for (const line of [...(await historyOf(tx, "person_id", person_ids)), ...(await historyOf(tx, "subject_unit_id", unit_ids))]) {
    if (line.revoked) continue;
    const lines = history.get(line.subject_id) ?? [];
    lines.push({ honour: line.honour, year: line.year, decided_on: line.decided_on });
    history.set(line.subject_id, lines);
  }
  const pools: Known["pools"] = new Map();
  for (const year of years) {
    const units = unique(list.filter((dossier) => dossier.year === year && dossier.honour === CAPPED).map((dossier) => dossier.unit_id));
    if (units.length === 0) continue;
    const counts = await proposedCounts(tx, units, year);
    for (const unit of units) {
      pools.set(`${unit} ${year}`, {
        advanced_labourers: counts.get(`${unit} ${BASE_OF_CAP}`) ?? 0,
        proposed: counts.get(`${unit} ${CAPPED}`) ?? 0,
      });
    }
  }
  const initiatives: Known["initiatives"] = new Map();
  const ratings: Known["ratings"] = new Map();
  for (const year of years) {
    initiatives.set(year, await recognisedInitiatives(tx, person_ids, year));
    ratings.set(year, await ratingsOf(tx, [...person_ids, ...unit_ids], year));
  }
  return { people, registered, history, pools, initiatives, ratings, members: await membersOf(context, list), local_rules: await localRulesDeclared(tx), accepted: await acceptedAgainst(tx, list.flatMap((dossier) => dossier.id ?? [])) };
}

/** What was formally accepted against dossiers and is not settled: by a comment on a public notice, or by a complaint that came in otherwise. */
async function acceptedAgainst(tx: Tx, ids: readonly string[]): Promise<Map<string, AcceptedSort[]>> {
  const found = await openAccepted(tx, ids);
  for (const [id, sorts] of await openComplaints(tx, ids)) found.set(id, [...(found.get(id) ?? []), ...sorts]);
  return found;
}

/** Counts a collective's people and how many of them are proposed for the titles that its own title asks for. */
async function membersOf(context: ReadContext, list: readonly Assessable[]): Promise<Known["members"]> {
  const members: Known["members"] = new Map();
  for (const dossier of list) {
    if (dossier.subject_kind !== "collective" || dossier.subject_unit_id === null) continue;
    const today = context.clock.today();
    const staff = await listPeople(context.tx, today, { units: subtree([dossier.subject_unit_id], today) });
    const ids = unique(staff.map((person) => person.id));
    const advanced = await peopleProposedFor(context.tx, BASE_OF_CAP, dossier.year, ids);
    const fighters = await peopleProposedFor(context.tx, CAPPED, dossier.year, ids);
    members.set(`${dossier.subject_unit_id} ${dossier.year}`, { total: ids.length, advanced_labourers: advanced.size, grassroots_fighters: fighters.size });
  }
  return members;
}

function inputOf(dossier: Assessable, received_on: PlainDate, known: Known): Record<string, unknown> {
  const subject = dossier.person_id ?? dossier.subject_unit_id ?? "";
  const person = dossier.person_id === null ? undefined : known.people.get(dossier.person_id);
  const pool = dossier.honour === CAPPED ? known.pools.get(`${dossier.unit_id} ${dossier.year}`) : undefined;
  const members = dossier.subject_kind === "collective" ? known.members.get(`${dossier.subject_unit_id} ${dossier.year}`) : undefined;
  const stated = withAccepted(statedFacts(dossier.facts), known.accepted.get(dossier.id ?? "") ?? []);
  return {
    honour: dossier.honour,
    year: dossier.year,
    received_on,
    authority: dossier.authority,
    candidate: {
      kind: dossier.subject_kind,
      ...(person ? { worker: person.worker, ...(person.recruited_on ? { recruited_on: person.recruited_on } : {}) } : {}),
      ...stated,
      ...withInitiatives(stated["initiatives"], (known.initiatives.get(dossier.year)?.get(subject) ?? []).map((line) => line.fact)),
      // A rating that came with its decision stands before one that a clerk stated.
      ...known.ratings.get(dossier.year)?.get(subject),
      ...(members ? { members: { ...members, ...(stated["members"] as Record<string, unknown> | undefined) } } : {}),
      registered: known.registered.get(dossier.year)?.has(subject) ?? false,
      record: known.history.get(subject) ?? [],
    },
    ...(pool ? { pool } : {}),
  };
}

/** The initiatives a clerk stated and those recognised here, each once; nothing where neither is known. */
function withInitiatives(stated: unknown, recognised: readonly unknown[]): { initiatives?: unknown[] } {
  if (recognised.length === 0) return {};
  const all = [...(Array.isArray(stated) ? stated : []), ...recognised];
  return { initiatives: [...new Map(all.map((entry) => [canonicalJson(entry), entry])).values()] };
}

/** The name of an honour in the reader's language; the id itself when the catalogue has none. */
export function honourName(honour: string, lang: Lang): string {
  names ??= new Map(honourCatalogue().map((entry) => [entry.id, { vi: entry.name_vi, en: entry.name_en }]));
  return names.get(honour)?.[lang] ?? honour;
}
let names: Map<string, { vi: string; en: string }> | null = null;

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id): id is string => id !== null))];
}
