import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { judge } from "../../platform/command/policy.ts";
import { readFile } from "../../platform/files/upload.ts";
import { awardDecisions, awardsOfDecision, recoveryStates } from "../honours/index.ts";
import { findRoot, findUnit, listUnits, RESPONDING_KINDS, subtree, unitNames } from "../organizations/index.ts";
import { DECISION_READERS, issuerOf, mayIssue } from "./bring-into-force.ts";
import { ONLY_DOSSIERS, type RecipientSource } from "./port.ts";
import { readableUnits } from "./queries.ts";
import { severalWith } from "./queries-several.ts";
import { actionsOf, listNominations, nominationsOfDecision } from "./store.ts";
import { nominations } from "./tables.ts";

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

/** How many recipients one page of a decision shows. */
const PAGE_SIZE = 100;

/** The decisions of the units that the actor may see, the newest first. */
const browseWith = (source: RecipientSource) => defineQuery({
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
      .select({ decision: awardDecisions, count: sql<number>`(select count(*)::int from nominations n where n.locality_id = award_decisions.locality_id and n.decision_id = award_decisions.id)` })
      .from(awardDecisions)
      .where(sql`${awardDecisions.issuer_unit_id} in ${subtree(own, context.clock.today())}`)
      .orderBy(desc(awardDecisions.prepared_on), desc(awardDecisions.id))
      .limit(500);
    const names = await unitNames(context.tx, rows.map((row) => row.decision.issuer_unit_id), context.clock.today());
    const others = await source.countOn(context.tx, rows.map((row) => row.decision.id));
    return ok(rows.map((row) => ({ ...row.decision, count: row.count + (others.get(row.decision.id) ?? 0), issuer: names.get(row.decision.issuer_unit_id) ?? "" })));
  },
});

/** One decision with a page of its dossiers and other recipients, or of its awards once it is in force. */
const pageWith = (source: RecipientSource) => defineQuery({
  name: "decision_page",
  title: say("Một quyết định", "One decision"),
  input: z.strictObject({ decision_id: field.id(), page: field.maybe(field.whole(1, 10_000)) }),
  policy: { kind: "roles", roles: DECISION_READERS, unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    const [decision] = await context.tx.select().from(awardDecisions).where(eq(awardDecisions.id, input.decision_id));
    if (decision === undefined) return fail("not_found", "Không có quyết định này.", "No such decision.");
    const today = context.clock.today();
    const page = input.page ?? 1;
    const from = (page - 1) * PAGE_SIZE;
    const all = await nominationsOfDecision(context.tx, decision.id);
    const dossiers = all.slice(from, from + PAGE_SIZE);
    const room = PAGE_SIZE - dossiers.length;
    const recipients = room === 0 ? [] : await source.listOn(context.tx, decision.id, room, Math.max(0, from - all.length));
    const awards = await awardsOfDecision(context.tx, decision.id, PAGE_SIZE, from);
    const standing = all.length + ((await source.countOn(context.tx, [decision.id])).get(decision.id) ?? 0);
    const count = awards.count > 0 ? awards.count : standing;
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
      dossier_count: all.length, recipients, awards: awards.rows, count, page, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)),
      actions: await actionsOf(context.tx, "decision", decision.id),
      recoveries: await recoveryStates(context.tx, awards.rows.map((award) => award.id)),
      roles: [...roles], may_sign: mayIssue(decision, context.actor),
      may_confirm: ["records_clerk", "officer", "chair", "division_head"].some((role) => roles.has(role)) && context.actor.kind === "user" && context.actor.id !== decision.recorded_by,
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

/** Takes who else may stand on decisions; gives the queries that show them. */
export function decisionQueries(source: RecipientSource) {
  return { browseDecisions: browseWith(source), decisionPage: pageWith(source), decisionScan, issuers, readyForDecision, severalHonours: severalWith(source) };
}

/** The queries for decisions of dossiers alone. */
export const { browseDecisions, decisionPage } = decisionQueries(ONLY_DOSSIERS);
