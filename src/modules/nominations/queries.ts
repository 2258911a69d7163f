import { sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { judge, mayAt, unitsHeld } from "../../platform/command/policy.ts";
import { usersWithRole } from "../accounts/index.ts";
import { historyOf } from "../honours/index.ts";
import { listPeople, listUnits, RESPONDING_KINDS, rootId, SUBJECT_KINDS, subtree, unitNames, unitsAbove } from "../organizations/index.ts";
import { assess } from "./assess.ts";
import { DECISION_READERS, issuerOf } from "./bring-into-force.ts";
import { type Contents, contentsOf } from "./documents/contents.ts";
import type { DocumentKind } from "./core/dossier-contents.ts";
import { NOMINATION_STATUSES, type NominationStatus } from "./core/status.ts";
import { actionsOf, countByStatus, countOverdue, findingsOf, findNomination, listNominations, unitsEverBeneath } from "./store.ts";
import { unitReadingDossier } from "./submissions/access.ts";

export const READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "records_clerk", "auditor"] as const;
export const PAGE_SIZE = 50;

/** Gives the units whose dossiers the actor may see: those of every reading role and all beneath them. */
export function readableUnits(context: ReadContext): string[] {
  if (context.actor.kind !== "user") return [];
  return [...new Set(context.actor.grants.filter((grant) => (READERS as readonly string[]).includes(grant.role)).map((grant) => grant.unit_id))];
}

/** One dossier whole: facts, what the law says of it now, its findings, its life, the award history. */
export const nominationPage = defineQuery({
  name: "nomination_page",
  title: say("Một hồ sơ", "One nomination"),
  input: z.strictObject({ nomination_id: field.id() }),
  policy: { kind: "roles", roles: READERS, unit: (context, input) => unitReadingDossier(context, input.nomination_id, READERS) },
  async run(context, input) {
    const nomination = await findNomination(context.tx, input.nomination_id);
    if (nomination === null) return fail("not_found", "Không có hồ sơ này.", "No such nomination.");
    const today = context.clock.today();
    const assessed = await assess(context, nomination);
    const subject = nomination.person_id ?? nomination.subject_unit_id ?? "";
    const history = await historyOf(context.tx, nomination.person_id === null ? "subject_unit_id" : "person_id", [subject]);
    const names = await unitNames(context.tx, [nomination.unit_id], today);
    const above = [nomination.unit_id, ...(await unitsAbove(context.tx, nomination.unit_id, today)).map((unit) => unit.id)];
    const officers = await usersWithRole(context.tx, ["officer"], above, today);
    const roles = new Set<string>();
    for (const role of READERS) {
      const verdict = await judge({ kind: "roles", roles: [role], unit: () => nomination.unit_id }, context, {});
      if (verdict.allowed) roles.add(role);
    }
    const issuer = nomination.decision_id === null ? null : await issuerOf(context, nomination.decision_id);
    return ok({
      nomination,
      unit_name: names.get(nomination.unit_id) ?? "",
      assessment: assessed.ok ? assessed.value : null,
      findings: (await findingsOf(context.tx, nomination.id)).map(({ id, stage, reckoned_on, verdict, rulebook_hash, found_at }) => ({ id, stage, reckoned_on, verdict, rulebook_hash, found_at })),
      actions: await actionsOf(context.tx, "nomination", nomination.id),
      history: history.filter((line) => line.year <= nomination.year),
      officers,
      roles: [...roles],
      reads_decision: issuer !== null && (await mayAt(context, issuer, DECISION_READERS)),
    });
  },
});

/** Where whoever appraises sees at a glance which dossiers lack something. */
const APPRAISED: readonly NominationStatus[] = ["submitted", "under_appraisal", "on_notice", "before_council"];

/** Gives the documents that are surely needed and not there; null where nobody looked. */
function missingOf(contents: Contents | undefined): DocumentKind[] | null {
  return contents === undefined ? null : contents.lines.filter((line) => line.state === "missing").map((line) => line.kind);
}

/** A list of dossiers within what the actor may see. */
export const browseNominations = defineQuery({
  name: "browse_nominations",
  title: say("Danh sách hồ sơ", "The list of nominations"),
  input: z.strictObject({
    status: field.maybe(field.choice(NOMINATION_STATUSES)), honour: field.maybe(field.text(60)), year: field.maybe(field.whole(1990, 2100)),
    unit_id: field.maybe(field.id()), search: field.maybe(field.text(80)), mine: field.flag(), overdue: field.flag(), page: field.maybe(field.whole(1, 100_000)),
  }),
  policy: { kind: "roles", roles: READERS, unit: (context) => readableUnits(context)[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const scope = unitsEverBeneath(readableUnits(context), today);
    const page = input.page ?? 1;
    const filter = { ...input, scope, with_levels: true, overdue_on: input.overdue ? today : undefined, assigned_to: input.mine && context.actor.kind === "user" ? context.actor.id : undefined };
    const { rows, count } = await listNominations(context.tx, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    const names = await unitNames(context.tx, rows.map((row) => row.unit_id), today);
    const statuses = await countByStatus(context.tx, { scope, with_levels: true, year: input.year });
    const overdue = await countOverdue(context.tx, { scope }, today);
    const appraised = unitsHeld(context, ["officer", "division_head", "auditor"]).length === 0 ? [] : rows.filter((row) => APPRAISED.includes(row.status));
    const contents = await contentsOf(context, appraised);
    return ok({ rows: rows.map((row) => ({ ...row, unit_name: names.get(row.unit_id) ?? "", missing: missingOf(contents.get(row.id)) })), count, page, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)), filter: input, statuses, overdue, today });
  },
});

const WRITERS = ["clerk", "head", "officer"] as const;

/** Gives the units on whose behalf the actor may write nominations. */
function writableUnits(context: ReadContext): string[] {
  if (context.actor.kind !== "user") return [];
  return [...new Set(context.actor.grants.filter((grant) => (WRITERS as readonly string[]).includes(grant.role)).map((grant) => grant.unit_id))];
}

/** What a clerk chooses from when writing a nomination: units, and the people, collectives and households of one. */
export const draftChoices = defineQuery({
  name: "draft_choices",
  title: say("Lựa chọn khi lập hồ sơ", "Choices for a draft"),
  input: z.strictObject({ unit_id: field.maybe(field.id()) }),
  policy: { kind: "roles", roles: WRITERS, unit: (context, input) => input.unit_id ?? writableUnits(context)[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const own = writableUnits(context);
    const root = await rootId(context);
    const units = own.includes(root ?? "") ? await listUnits(context.tx, today, { kinds: RESPONDING_KINDS }) : await listUnits(context.tx, today, { ids: own });
    const unit_id = input.unit_id ?? units[0]?.id;
    if (unit_id === undefined) return fail("not_found", "Chưa có đơn vị nào để lập hồ sơ.", "There is no unit to write a dossier for.");
    const below = subtree([unit_id], today);
    const people = await listPeople(context.tx, today, { units: below });
    const inside = await context.tx.execute<{ unit_id: string }>(sql`select unit_id from ${below} as b(unit_id)`);
    const subjects = await listUnits(context.tx, today, { ids: inside.rows.map((row) => row.unit_id) });
    return ok({ units, unit_id, people, subjects: subjects.filter((unit) => unit.kind !== "locality") });
  },
});

/** What the law would say of a nomination as it is being written. */
export const previewFinding = defineQuery({
  name: "preview_finding",
  title: say("Xét thử trong khi soạn", "Findings while writing"),
  input: z.strictObject({
    unit_id: field.id(), honour: field.text(60), year: field.whole(1990, 2100), authority: field.text(30), subject_kind: field.choice(SUBJECT_KINDS),
    person_id: field.maybe(field.id()), subject_unit_id: field.maybe(field.id()), facts: z.record(z.string(), z.unknown()),
  }),
  policy: { kind: "roles", roles: WRITERS, unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const assessed = await assess(context, { ...input, person_id: input.person_id ?? null, subject_unit_id: input.subject_unit_id ?? null, received_on: null });
    return assessed.ok ? ok(assessed.value) : fail("invalid", assessed.error.message, assessed.error.message);
  },
});
