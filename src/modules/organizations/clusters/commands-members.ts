import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { formatDate, type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { rootId } from "../commands.ts";
import { listUnits, unitNames } from "../store.ts";
import { clusterMembers, clusters } from "../tables.ts";
import { checkOnce, reachOf } from "./core/members.ts";
import { NO_CLUSTER } from "./messages.ts";
import { completePactOf } from "./sign.ts";
import { clusterNames, lockCluster, membershipsOf, placesFrom } from "./store.ts";

/** Forms a cluster or block with its first members. */
export const formCluster = defineCommand({
  name: "form_cluster",
  title: say("Lập cụm, khối thi đua", "Form a cluster or block"),
  input: z.strictObject({ kind: field.choice(["cum", "khoi"]), name: field.text(120), rank: field.whole(0, 1000), from_on: field.date(), unit_ids: field.list(field.id(), 500) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context), installation: true },
  async run(context, input) {
    const checked = await checkMembers(context, null, input.unit_ids, input.from_on, "unit_ids");
    if (!checked.ok) return checked;
    const id = context.newId();
    await context.tx.insert(clusters).values({ locality_id: context.locality.code, id, kind: input.kind, name: input.name, rank: input.rank });
    await enterMembers(context, id, input.unit_ids, input.from_on);
    context.act({ subject_kind: "cluster", subject_id: id, action: "form", payload: { name: input.name, members: input.unit_ids.length } });
    return ok({ id });
  },
});

/** Lets units join and leave a cluster from a day on; who was a member before stays so in the past. */
export const changeClusterMembers = defineCommand({
  name: "change_cluster_members",
  title: say("Thay đổi thành viên cụm, khối", "Change a cluster's members"),
  input: z.strictObject({ cluster_id: field.id(), on: field.date(), join: field.list(field.id(), 500).default([]), leave: field.list(field.id(), 500).default([]) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context) },
  async run(context, input) {
    const cluster = await lockCluster(context.tx, input.cluster_id);
    if (cluster === null) return NO_CLUSTER();
    if (input.join.length + input.leave.length === 0) return fail("invalid", "Chưa chọn đơn vị nào vào hoặc ra.", "No unit was chosen to join or leave.");
    const standing = (await membershipsOf(context.tx, cluster.id)).filter((stay) => stay.to_on === null || stay.to_on > input.on);
    for (const unit_id of input.leave) {
      const stay = standing.find((entry) => entry.unit_id === unit_id);
      if (stay === undefined) return failField("leave", "Có đơn vị không là thành viên vào ngày này.", "A unit is no member on that day.");
      if (stay.from_on >= input.on) return failField("on", `Có đơn vị chỉ vào từ ${formatDate(stay.from_on)}: ngày ra phải sau ngày đó.`, `A unit joined on ${formatDate(stay.from_on)} only: it must leave later.`);
    }
    const staying = standing.filter((stay) => !input.leave.includes(stay.unit_id)).map((stay) => stay.unit_id);
    if (input.join.some((unit_id) => staying.includes(unit_id))) return failField("join", "Có đơn vị đã là thành viên, hoặc sẽ là thành viên sau ngày này.", "A unit is a member already, or will be after that day.");
    if (input.join.some((unit_id) => input.leave.includes(unit_id))) return failField("join", "Một đơn vị không thể vừa vào vừa ra.", "A unit cannot both join and leave.");
    const checked = await checkMembers(context, cluster.id, [...staying, ...input.join], input.on, "join", input.join);
    if (!checked.ok) return checked;
    if (input.leave.length > 0) {
      const open = or(isNull(clusterMembers.to_on), gt(clusterMembers.to_on, input.on));
      await context.tx.update(clusterMembers).set({ to_on: input.on }).where(and(eq(clusterMembers.cluster_id, cluster.id), inArray(clusterMembers.unit_id, input.leave), open));
    }
    await enterMembers(context, cluster.id, input.join, input.on);
    context.act({ subject_kind: "cluster", subject_id: cluster.id, action: "change_members", payload: { on: input.on, join: input.join, leave: input.leave } });
    context.log({ type: "cluster_members_changed", facts: { cluster_id: cluster.id, cluster: cluster.name, on: input.on, joined: input.join.join(" "), left: input.leave.join(" "), members: staying.length + input.join.length } });
    await completePactOf(context, cluster, yearOf(context.clock.today()));
    return ok({ id: cluster.id });
  },
});

async function enterMembers(context: CommandContext, cluster_id: string, unit_ids: readonly string[], from_on: PlainDate): Promise<void> {
  if (unit_ids.length === 0) return;
  await context.tx.insert(clusterMembers).values(unit_ids.map((unit_id) => ({ locality_id: context.locality.code, cluster_id, unit_id, from_on })));
}

/** Every newcomer exists on the day and is named once; no member is in two clusters of one reach at a time. */
async function checkMembers(context: CommandContext, cluster_id: string | null, members: readonly string[], on: PlainDate, name: string, newcomers: readonly string[] = members): Promise<Result<null, Failure>> {
  if (new Set(members).size < members.length) return failField(name, "Có đơn vị được ghi hai lần.", "A unit is listed twice.");
  const units = await listUnits(context.tx, on, { ids: members });
  if (newcomers.some((unit_id) => !units.some((unit) => unit.id === unit_id))) return failField(name, `Có đơn vị không tồn tại vào ngày ${formatDate(on)}.`, `A unit does not exist on ${formatDate(on)}.`);
  const elsewhere = (await placesFrom(context.tx, members, on)).filter((place) => place.cluster_id !== cluster_id);
  const once = checkOnce(members, reachOf(units.map((unit) => unit.kind)), elsewhere);
  if (once.ok) return once;
  const unit = (await unitNames(context.tx, [once.error.unit_id], on)).get(once.error.unit_id) ?? "";
  const other = (await clusterNames(context.tx)).get(once.error.cluster_id) ?? "";
  return failField(name, `${unit} đang là thành viên của ${other}.`, `${unit} is a member of ${other}.`);
}
