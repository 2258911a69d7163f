import { and, asc, eq, gte, lte, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { mayAt } from "../../platform/command/policy.ts";
import { readFile } from "../../platform/files/upload.ts";
import { findPerson, unitNames } from "../organizations/index.ts";
import { rulesFor, standingOf } from "./clearances/core/clearance.ts";
import { askedAbout, latestByMatter } from "./clearances/gate.ts";
import { clearanceRulesDeclared, questionsOf } from "./clearances/store.ts";
import { openComplaints } from "./complaints/store.ts";
import { LEAST_PERCENT, samePerson, textLikeness } from "./core/same-person.ts";
import { follow } from "./core/status.ts";
import { contentsOf } from "./documents/contents.ts";
import { nominationDocuments } from "./documents/tables.ts";
import { findNomination } from "./store.ts";
import { unitReadingDossier } from "./submissions/access.ts";
import { nominations } from "./tables.ts";

const READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "records_clerk", "auditor"] as const;
/** How many years back dossiers are compared. */
const YEARS_BACK = 2;

/** What an officer should ask about a dossier: is this person entered twice, is this achievement told twice? */
export const appraisalAids = defineQuery({
  name: "appraisal_aids",
  title: say("Gợi ý khi thẩm định", "Aids for the appraisal"),
  input: z.strictObject({ nomination_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "division_head", "auditor"], unit: async (context, input) => (await findNomination(context.tx, input.nomination_id))?.unit_id ?? null },
  async run(context, input) {
    const nomination = await findNomination(context.tx, input.nomination_id);
    if (nomination === null) return fail("not_found", "Không có hồ sơ này.", "No such nomination.");
    const others = await dossiersToCompare(context, nomination.id, nomination.year);
    const person = nomination.person_id === null ? null : await findPerson(context.tx, nomination.person_id);
    const own = nomination.person_id ?? nomination.subject_unit_id;
    const people: (Shown & { verdict: "same" | "likely"; reasons: Text[] })[] = [];
    const texts: (Shown & { percent: number; same_subject: boolean })[] = [];
    for (const { achievement, born_on, ...other } of others) {
      if (person !== null && other.person_id !== null && other.person_id !== nomination.person_id) {
        const found = samePerson({ full_name: person.full_name, born_on: person.born_on, unit_id: nomination.unit_id }, { full_name: other.subject_name, born_on, unit_id: other.unit_id });
        if (found.verdict !== "different") people.push({ ...other, verdict: found.verdict, reasons: found.reasons });
      }
      const percent = textLikeness(nomination.achievement, achievement);
      if (percent !== null && percent >= LEAST_PERCENT) texts.push({ ...other, percent, same_subject: (other.person_id ?? other.subject_unit_id) === own });
    }
    const names = await unitNames(context.tx, [...people, ...texts].map((line) => line.unit_id), context.clock.today());
    const named = <T extends Shown>(line: T): T & { unit_name: string } => ({ ...line, unit_name: names.get(line.unit_id) ?? "" });
    const questions = latestByMatter(await questionsOf(context.tx, [nomination.id]));
    const today = context.clock.today();
    const rules = rulesFor(await clearanceRulesDeclared(context.tx), (await askedAbout(context, [nomination])).get(nomination.id) ?? { of_enterprise: false, individual: false }, today);
    const clearances = {
      asked: questions.map((question) => ({ ...question, standing: standingOf(question, today) })),
      to_ask: rules.filter((rule) => !questions.some((question) => question.matter === rule.matter)).map(({ matter, instrument }) => ({ matter, instrument })),
      may_ask: await mayAt(context, nomination.unit_id, ["officer", "division_head"]),
    };
    const open = (await openComplaints(context.tx, [nomination.id])).get(nomination.id) ?? [];
    return ok({ nomination_id: nomination.id, clearances, open_complaints: open.length, same_person: people.map(named).slice(0, 20), same_text: texts.sort((a, b) => b.percent - a.percent).map(named).slice(0, 20) });
  },
});

type Shown = { id: string; unit_id: string; honour: string; year: number; person_id: string | null; subject_unit_id: string | null; subject_name: string };

/** Gives the living dossiers of the same year and the two before, with the birth date of their person; withdrawn ones say nothing. */
async function dossiersToCompare(context: ReadContext, but_id: string, year: number) {
  const born_on = sql<string | null>`(select p.born_on::text from people p where p.locality_id = ${nominations.locality_id} and p.id = ${nominations.person_id})`;
  return context.tx
    .select({
      id: nominations.id, unit_id: nominations.unit_id, honour: nominations.honour, year: nominations.year, person_id: nominations.person_id, subject_unit_id: nominations.subject_unit_id,
      subject_name: nominations.subject_name, achievement: nominations.achievement, born_on,
    })
    .from(nominations)
    .where(and(ne(nominations.id, but_id), gte(nominations.year, year - YEARS_BACK), lte(nominations.year, year), ne(nominations.status, "withdrawn")))
    .orderBy(asc(nominations.id));
}

/** The checklist of a dossier: what the law in force on its day of receipt asks for, and what stands for it. */
export const dossierContents = defineQuery({
  name: "dossier_contents",
  title: say("Thành phần hồ sơ", "Contents of the dossier"),
  input: z.strictObject({ nomination_id: field.id() }),
  policy: { kind: "roles", roles: READERS, unit: (context, input) => unitReadingDossier(context, input.nomination_id, READERS) },
  async run(context, input) {
    const nomination = await findNomination(context.tx, input.nomination_id);
    if (nomination === null) return fail("not_found", "Không có hồ sơ này.", "No such nomination.");
    const contents = (await contentsOf(context, [nomination])).get(nomination.id);
    if (contents === undefined) return fail("not_found", "Không có hồ sơ này.", "No such nomination.");
    const writes = await mayAt(context, nomination.unit_id, ["clerk", "head"]);
    return ok({ nomination_id: nomination.id, procedure: nomination.procedure, ...contents, may_change: writes && follow(nomination.status, "revise") !== null });
  },
});

/** The file of one document of a dossier. */
export const dossierDocument = defineQuery({
  name: "dossier_document",
  title: say("Một tài liệu của hồ sơ", "One document of a dossier"),
  input: z.strictObject({ nomination_id: field.id(), document_id: field.id() }),
  policy: { kind: "roles", roles: READERS, unit: (context, input) => unitReadingDossier(context, input.nomination_id, READERS) },
  async run(context, input) {
    const [document] = await context.tx
      .select({ file_id: nominationDocuments.file_id })
      .from(nominationDocuments)
      .where(and(eq(nominationDocuments.id, input.document_id), eq(nominationDocuments.nomination_id, input.nomination_id)));
    const file = document === undefined || document.file_id === null ? null : await readFile(context.tx, document.file_id);
    return file === null ? fail("not_found", "Hồ sơ không có tài liệu này.", "The dossier has no such document.") : ok(file);
  },
});
