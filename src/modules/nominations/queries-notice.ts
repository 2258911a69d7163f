import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import * as field from "../../platform/command/fields.ts";
import { subtree, unitNames } from "../organizations/index.ts";
import { honourName } from "./assess.ts";
import { noticeDaysOn } from "./core/local-rules.ts";
import { localRulesDeclared } from "./store.ts";
import { nominations } from "./tables.ts";

/** What may be put on public notice: appraised dossiers by honour and year, with the days that a local rule asks for; and those of one group. */
export const dossiersForNotice = defineQuery({
  name: "dossiers_for_notice",
  title: say("Hồ sơ có thể công khai lấy ý kiến", "Dossiers that may be put on public notice"),
  input: z.strictObject({ honour: field.maybe(field.text(60)), year: field.maybe(field.whole(1990, 2100)) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => officerUnits(context)[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const waiting = and(sql`${nominations.unit_id} in ${subtree(officerUnits(context), today)}`, eq(nominations.status, "under_appraisal"));
    const groups = await context.tx
      .select({ honour: nominations.honour, year: nominations.year, n: sql<number>`count(*)::int` })
      .from(nominations).where(waiting).groupBy(nominations.honour, nominations.year).orderBy(nominations.year, nominations.honour);
    const chosen =
      input.honour === undefined || input.year === undefined
        ? []
        : await context.tx
            .select({ id: nominations.id, unit_id: nominations.unit_id, subject_name: nominations.subject_name, achievement: nominations.achievement })
            .from(nominations).where(and(waiting, eq(nominations.honour, input.honour), eq(nominations.year, input.year)))
            .orderBy(nominations.unit_id, nominations.subject_folded, nominations.id).limit(3000);
    const units = await unitNames(context.tx, chosen.map((row) => row.unit_id), today);
    const rules = await localRulesDeclared(context.tx);
    return ok({
      groups: groups.map((group) => ({ ...group, name: say(honourName(group.honour, "vi"), honourName(group.honour, "en")), asked: noticeDaysOn(rules, group.honour, today) })),
      chosen: chosen.map((row) => ({ ...row, unit_name: units.get(row.unit_id) ?? "" })),
    });
  },
});

/** Gives the units on which the actor is an emulation officer. */
function officerUnits(context: ReadContext): string[] {
  return context.actor.kind === "user" ? [...new Set(context.actor.grants.filter((grant) => grant.role === "officer").map((grant) => grant.unit_id))] : [];
}
