import { z } from "zod";
import { yearOf } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { NO_CLUSTER } from "./messages.ts";
import { leadingSeat } from "./seats.ts";
import { headsOfYear, lockCluster, membersOn } from "./store.ts";
import { clusterHeads } from "./tables.ts";

/**
 * Enters whom the members elected to lead a year (bầu cụm, khối trưởng, phó): by the unit that leads the year before, or by the officer.
 * It can be entered again until the year begins; afterwards only when the lead has left the cluster.
 */
export const electClusterHeads = defineCommand({
  name: "elect_cluster_heads",
  title: say("Ghi kết quả bầu đơn vị trưởng, phó cụm, khối", "Enter the elected lead and deputy of a cluster"),
  input: z.strictObject({
    cluster_id: field.id(), year: field.whole(1990, 2100), head_unit_id: field.id(), deputy_unit_id: field.maybe(field.id()), elected_on: field.date(), basis: field.text(300),
  }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => leadingSeat(context, input.cluster_id, input.year - 1) },
  async run(context, { cluster_id, ...heads }) {
    const cluster = await lockCluster(context.tx, cluster_id);
    if (cluster === null) return NO_CLUSTER();
    const today = context.clock.today();
    const { year, head_unit_id, deputy_unit_id, elected_on } = heads;
    if (elected_on > today) return failField("elected_on", "Ngày bầu chưa đến.", "The day of the election has not come yet.");
    const electedIn = yearOf(elected_on);
    if (electedIn !== year && electedIn !== year - 1) return failField("elected_on", `Đơn vị trưởng năm ${year} được bầu trong năm ${year - 1} hoặc ${year}.`, `The lead of ${year} is elected in ${year - 1} or ${year}.`);
    if (deputy_unit_id === head_unit_id) return failField("deputy_unit_id", "Đơn vị phó phải khác đơn vị trưởng.", "The deputy must be another unit than the lead.");
    const members = await membersOn(context.tx, cluster.id, elected_on);
    if (!members.includes(head_unit_id)) return failField("head_unit_id", "Đơn vị này không là thành viên vào ngày bầu.", "This unit was no member on the day of the election.");
    if (deputy_unit_id !== undefined && !members.includes(deputy_unit_id)) return failField("deputy_unit_id", "Đơn vị này không là thành viên vào ngày bầu.", "This unit was no member on the day of the election.");
    const standing = await headsOfYear(context.tx, cluster.id, year);
    if (standing !== null && yearOf(today) >= year && (await membersOn(context.tx, cluster.id, today)).includes(standing.head_unit_id)) {
      return fail("conflict", `Năm ${year} đã bắt đầu với đơn vị trưởng đã bầu: không ghi lại được nữa.`, `The year ${year} has begun under the lead elected; it cannot be entered again.`);
    }
    const columns = { head_unit_id, deputy_unit_id: deputy_unit_id ?? null, elected_on, basis: heads.basis };
    await context.tx
      .insert(clusterHeads)
      .values({ locality_id: context.locality.code, cluster_id: cluster.id, year, ...columns })
      .onConflictDoUpdate({ target: [clusterHeads.locality_id, clusterHeads.cluster_id, clusterHeads.year], set: columns });
    context.act({ subject_kind: "cluster", subject_id: cluster.id, action: "elect_heads", unit_id: head_unit_id, payload: { year, deputy_unit_id: deputy_unit_id ?? null, again: standing !== null } });
    context.log({ type: "cluster_heads_elected", facts: { cluster_id: cluster.id, cluster: cluster.name, year, head_unit_id, deputy_unit_id: deputy_unit_id ?? null, elected_on } });
    return ok({ id: cluster.id, year });
  },
});
