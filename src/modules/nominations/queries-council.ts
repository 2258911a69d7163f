import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findSession, unitOfSession } from "../councils/index.ts";
import { subtree } from "../organizations/index.ts";
import { motionsOf, openMotions } from "../votes/index.ts";
import { assessAll, honourName } from "./assess.ts";
import { nominations } from "./tables.ts";

/** What may be put before a session: dossiers that are appraised or on notice, by honour and year; and whether outcomes wait to be written. */
export const dossiersForSession = defineQuery({
  name: "dossiers_for_session",
  title: say("Hồ sơ có thể trình phiên họp", "Dossiers that may be put before a session"),
  input: z.strictObject({ session_id: field.id(), honour: field.maybe(field.text(60)), year: field.maybe(field.whole(1990, 2100)) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await findSession(context.tx, input.session_id);
    const unit = await unitOfSession(context, input.session_id);
    if (session === null || unit === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    const within = sql`${nominations.unit_id} in ${subtree([unit], context.clock.today())}`;
    const waiting = and(within, inArray(nominations.status, ["under_appraisal", "on_notice"]));
    const groups = await context.tx
      .select({ honour: nominations.honour, year: nominations.year, n: sql<number>`count(*)::int` })
      .from(nominations).where(waiting).groupBy(nominations.honour, nominations.year).orderBy(nominations.year, nominations.honour);
    const chosen =
      input.honour === undefined || input.year === undefined
        ? []
        : await context.tx.select().from(nominations).where(and(waiting, eq(nominations.honour, input.honour), eq(nominations.year, input.year))).orderBy(nominations.unit_id, nominations.subject_folded, nominations.id);
    // One unfit dossier would hold up all the others: those stay in the appraisal, where their findings stand.
    const assessed = await assessAll(context, chosen);
    const fit = assessed.ok ? chosen.filter((_nomination, index) => assessed.value[index]?.output.verdict !== "not_eligible") : chosen;
    const [before] = await context.tx.select({ n: sql<number>`count(*)::int` }).from(nominations).where(and(within, eq(nominations.status, "before_council")));
    const motions = await motionsOf(context.tx, session.id);
    return ok({
      may_write: session.status === "closed" || (motions.length > 0 && motions.every((motion) => motion.status === "withdrawn")),
      session: { id: session.id, status: session.status, in_writing: session.in_writing },
      groups: groups.map((group) => ({ ...group, name_vi: honourName(group.honour, "vi"), name_en: honourName(group.honour, "en") })),
      chosen: fit.map((row) => row.id),
      before: before?.n ?? 0, open: await openMotions(context.tx, session.id),
    });
  },
});
