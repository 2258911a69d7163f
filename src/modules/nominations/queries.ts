import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { judge } from "../../platform/command/policy.ts";
import { readFile } from "../../platform/files/upload.ts";
import { usersWithRole } from "../accounts/index.ts";
import { awardDecisions, awardsOfDecision, historyOf } from "../honours/index.ts";
import { findRoot, findUnit, listPeople, listUnits, RESPONDING_KINDS, rootId, SUBJECT_KINDS, subtree, unitNames, unitsAbove } from "../organizations/index.ts";
import { assess } from "./assess.ts";
import { issuerOf } from "./commands-decide.ts";
import { NOMINATION_STATUSES } from "./core/status.ts";
import { actionsOf, countByStatus, findingsOf, findNomination, listNominations, nominationsOfDecision } from "./store.ts";
import { nominations } from "./tables.ts";

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
  policy: { kind: "roles", roles: READERS, unit: async (context, input) => (await findNomination(context.tx, input.nomination_id))?.unit_id ?? null },
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
    return ok({
      nomination,
      unit_name: names.get(nomination.unit_id) ?? "",
      assessment: assessed.ok ? assessed.value : null,
      findings: (await findingsOf(context.tx, nomination.id)).map(({ id, stage, reckoned_on, verdict, rulebook_hash, found_at }) => ({ id, stage, reckoned_on, verdict, rulebook_hash, found_at })),
      actions: await actionsOf(context.tx, "nomination", nomination.id),
      history: history.filter((line) => line.year <= nomination.year),
      officers,
      roles: [...roles],
    });
  },
});

/** A list of dossiers within what the actor may see. */
export const browseNominations = defineQuery({
  name: "browse_nominations",
  title: say("Danh sách hồ sơ", "The list of nominations"),
  input: z.strictObject({
    status: field.maybe(field.choice(NOMINATION_STATUSES)), honour: field.maybe(field.text(60)), year: field.maybe(field.whole(1990, 2100)),
    unit_id: field.maybe(field.id()), search: field.maybe(field.text(80)), mine: field.flag(), page: field.maybe(field.whole(1, 100_000)),
  }),
  policy: { kind: "roles", roles: READERS, unit: (context) => readableUnits(context)[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const scope = subtree(readableUnits(context), today);
    const page = input.page ?? 1;
    const filter = { ...input, scope, assigned_to: input.mine && context.actor.kind === "user" ? context.actor.id : undefined };
    const { rows, count } = await listNominations(context.tx, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    const names = await unitNames(context.tx, rows.map((row) => row.unit_id), today);
    const statuses = await countByStatus(context.tx, { scope, year: input.year });
    return ok({ rows: rows.map((row) => ({ ...row, unit_name: names.get(row.unit_id) ?? "" })), count, page, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)), filter: input, statuses });
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

/** Dossiers that stand recommended and wait for a decision, by honour and authority. */
export const readyForDecision = defineQuery({
  name: "ready_for_decision",
  title: say("Hồ sơ chờ lập quyết định", "Dossiers ready for a decision"),
  input: z.strictObject({ honour: field.maybe(field.text(60)) }),
  policy: { kind: "roles", roles: ["officer", "division_head", "clerk", "chair", "auditor"], unit: (context) => readableUnits(context)[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const { rows } = await listNominations(context.tx, { scope: subtree(readableUnits(context), today), status: "recommended", honour: input.honour }, 3000, 0);
    const names = await unitNames(context.tx, rows.map((row) => row.unit_id), today);
    const authorities = new Map(
      (await context.tx.select({ id: nominations.id, authority: nominations.authority }).from(nominations).where(eq(nominations.status, "recommended"))).map((row) => [row.id, row.authority]),
    );
    return ok(rows.map((row) => ({ ...row, unit_name: names.get(row.unit_id) ?? "", authority: authorities.get(row.id) ?? "" })));
  },
});

const DECISION_READERS = ["officer", "division_head", "chair", "head", "records_clerk", "auditor", "accountant"] as const;

/** The decisions of the units that the actor may see, the newest first. */
export const browseDecisions = defineQuery({
  name: "browse_decisions",
  title: say("Danh sách quyết định", "The list of decisions"),
  input: z.strictObject({}),
  policy: {
    kind: "roles", roles: DECISION_READERS,
    unit: (context) => (context.actor.kind === "user" ? (context.actor.grants.find((grant) => (DECISION_READERS as readonly string[]).includes(grant.role))?.unit_id ?? null) : null),
  },
  async run(context) {
    const own = context.actor.kind === "user" ? context.actor.grants.filter((grant) => (DECISION_READERS as readonly string[]).includes(grant.role)).map((grant) => grant.unit_id) : [];
    const rows = await context.tx
      .select({ decision: awardDecisions, count: sql<number>`(select count(*)::int from nominations n where n.locality_id = ${awardDecisions.locality_id} and n.decision_id = ${awardDecisions.id})` })
      .from(awardDecisions)
      .where(sql`${awardDecisions.issuer_unit_id} in ${subtree(own, context.clock.today())}`)
      .orderBy(desc(awardDecisions.prepared_on), desc(awardDecisions.id))
      .limit(500);
    const names = await unitNames(context.tx, rows.map((row) => row.decision.issuer_unit_id), context.clock.today());
    return ok(rows.map((row) => ({ ...row.decision, count: row.count, issuer: names.get(row.decision.issuer_unit_id) ?? "" })));
  },
});

/** One decision with its dossiers, and its awards once it is in force. */
export const decisionPage = defineQuery({
  name: "decision_page",
  title: say("Một quyết định", "One decision"),
  input: z.strictObject({ decision_id: field.id() }),
  policy: { kind: "roles", roles: DECISION_READERS, unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    const [decision] = await context.tx.select().from(awardDecisions).where(eq(awardDecisions.id, input.decision_id));
    if (decision === undefined) return fail("not_found", "Không có quyết định này.", "No such decision.");
    const today = context.clock.today();
    const dossiers = await nominationsOfDecision(context.tx, decision.id);
    const names = await unitNames(context.tx, [decision.issuer_unit_id, ...dossiers.map((dossier) => dossier.unit_id)], today);
    const issuer = await findUnit(context.tx, decision.issuer_unit_id, today);
    const roles = new Set<string>();
    for (const role of DECISION_READERS) {
      const verdict = await judge({ kind: "roles", roles: [role], unit: () => decision.issuer_unit_id }, context, {});
      if (verdict.allowed) roles.add(role);
    }
    return ok({
      decision, issuer: names.get(decision.issuer_unit_id) ?? issuer?.name ?? "",
      dossiers: dossiers.map((dossier) => ({ ...dossier, unit_name: names.get(dossier.unit_id) ?? "" })),
      awards: await awardsOfDecision(context.tx, decision.id),
      actions: await actionsOf(context.tx, "decision", decision.id),
      roles: [...roles],
    });
  },
});

/** The units for which the actor may prepare decisions: the locality itself, or one's own commune, agency or enterprise. */
export const issuers = defineQuery({
  name: "issuers",
  title: say("Nơi ban hành quyết định", "Issuing units"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: ["officer", "division_head", "clerk"], unit: (context) => readableUnits(context)[0] ?? null },
  async run(context) {
    const root = await findRoot(context.tx);
    const own = readableUnits(context);
    const mine = root !== null && own.includes(root.id);
    const units = await listUnits(context.tx, context.clock.today(), mine ? { kinds: RESPONDING_KINDS } : { ids: own });
    return ok({ root: mine ? root : null, units: units.filter((unit) => unit.id !== root?.id) });
  },
});

/** The scan of a recorded paper decision. */
export const decisionScan = defineQuery({
  name: "decision_scan",
  title: say("Bản quét quyết định giấy", "The scan of a paper decision"),
  input: z.strictObject({ decision_id: field.id() }),
  policy: { kind: "roles", roles: DECISION_READERS, unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    const [decision] = await context.tx.select({ scan: awardDecisions.scan_file_id }).from(awardDecisions).where(eq(awardDecisions.id, input.decision_id));
    const file = decision?.scan ? await readFile(context.tx, decision.scan) : null;
    return file === null ? fail("not_found", "Quyết định này không có bản quét.", "This decision has no scan.") : ok(file);
  },
});
