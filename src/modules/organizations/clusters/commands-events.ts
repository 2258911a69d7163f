import { eq } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../../kernel/plain-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { keepScan, upload } from "../../../platform/files/upload.ts";
import { EVENT_KINDS, isWithinYear } from "./core/events.ts";
import { NO_CLUSTER, NO_EVENT } from "./messages.ts";
import type { HoldersPort } from "./port.ts";
import { eventSeat, leadingSeat } from "./seats.ts";
import { findCluster, lockCluster, membersOn } from "./store.ts";
import { type ClusterEvent, eventsOfYear, lockEvent } from "./store-year.ts";
import { clusterEvents } from "./tables.ts";

/** Adds events to a cluster's timetable of a year; what stands there stays. */
export const planClusterYear = defineCommand({
  name: "plan_cluster_year",
  title: say("Lập lịch hoạt động năm của cụm, khối", "Plan a cluster's year"),
  input: z.strictObject({
    cluster_id: field.id(), year: field.whole(1990, 2100),
    events: field.list(z.strictObject({ kind: field.choice(EVENT_KINDS), title: field.text(200), due_on: field.date(), host_unit_id: field.maybe(field.id()) }), 60),
  }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => leadingSeat(context, input.cluster_id, input.year) },
  async run(context, input) {
    const cluster = await lockCluster(context.tx, input.cluster_id);
    if (cluster === null) return NO_CLUSTER();
    if (input.events.length === 0) return failField("events.0.title", "Lịch cần ít nhất một việc.", "A timetable needs at least one event.");
    const members = await membersOn(context.tx, cluster.id, context.clock.today());
    const taken = new Set((await eventsOfYear(context.tx, cluster.id, input.year)).filter((event) => event.cancelled_on === null).map((event) => event.title));
    for (const [at, event] of input.events.entries()) {
      if (taken.has(event.title)) return failField(`events.${at}.title`, `Lịch năm ${input.year} đã có việc này.`, `The timetable of ${input.year} has this event already.`);
      const checked = checkPlace(event, input.year, members, `events.${at}.`);
      if (!checked.ok) return checked;
      taken.add(event.title);
    }
    const rows = input.events.map((event) => ({ ...event, locality_id: context.locality.code, id: context.newId(), cluster_id: cluster.id, year: input.year, host_unit_id: event.host_unit_id ?? null }));
    await context.tx.insert(clusterEvents).values(rows);
    context.act({ subject_kind: "cluster", subject_id: cluster.id, action: "plan_year", payload: { year: input.year, events: rows.length } });
    return ok({ id: cluster.id, ids: rows.map((row) => row.id) });
  },
});

function checkPlace(event: { due_on: ClusterEvent["due_on"]; host_unit_id?: string | undefined }, year: number, members: readonly string[], at: string): Result<null, Failure> {
  if (!isWithinYear(year, event.due_on)) return failField(`${at}due_on`, `Hạn phải từ 01/01/${year} đến hết tháng 2/${year + 1}.`, `The day must lie between 01/01/${year} and the end of February ${year + 1}.`);
  if (event.host_unit_id !== undefined && !members.includes(event.host_unit_id)) return failField(`${at}host_unit_id`, "Đơn vị đăng cai phải là thành viên.", "The host must be a member.");
  return ok(null);
}

/** Moves an open event to another day, and to another host where one is named. */
export const moveClusterEvent = defineCommand({
  name: "move_cluster_event",
  title: say("Đổi hạn một việc trong lịch cụm, khối", "Move an event of a cluster"),
  input: z.strictObject({ event_id: field.id(), due_on: field.date(), host_unit_id: field.maybe(field.id()), reason: field.text(300) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => eventSeat(context, input.event_id) },
  async run(context, input) {
    const event = await openEvent(context, input.event_id);
    if (!event.ok) return event;
    const { id, cluster_id, year, due_on } = event.value;
    const checked = checkPlace(input, year, await membersOn(context.tx, cluster_id, context.clock.today()), "");
    if (!checked.ok) return checked;
    const host_unit_id = input.host_unit_id ?? event.value.host_unit_id;
    await context.tx.update(clusterEvents).set({ due_on: input.due_on, host_unit_id }).where(eq(clusterEvents.id, id));
    context.act({ subject_kind: "cluster_event", subject_id: id, action: "move", payload: { was: due_on, is: input.due_on, host_unit_id, reason: input.reason } });
    return ok({ id, cluster_id });
  },
});

/** Takes an event that will not be held off the timetable; it stays to be seen, with why. */
export const cancelClusterEvent = defineCommand({
  name: "cancel_cluster_event",
  title: say("Bỏ một việc khỏi lịch cụm, khối", "Cancel an event of a cluster"),
  input: z.strictObject({ event_id: field.id(), reason: field.text(300) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => eventSeat(context, input.event_id) },
  async run(context, input) {
    const event = await openEvent(context, input.event_id);
    if (!event.ok) return event;
    await context.tx.update(clusterEvents).set({ cancelled_on: context.clock.today(), cancel_reason: input.reason }).where(eq(clusterEvents.id, event.value.id));
    context.act({ subject_kind: "cluster_event", subject_id: event.value.id, action: "cancel", payload: { reason: input.reason } });
    return ok({ id: event.value.id, cluster_id: event.value.cluster_id });
  },
});

/** Enters that an event was held: when, what came of it, and its minutes. */
export const holdClusterEvent = defineCommand({
  name: "hold_cluster_event",
  title: say("Ghi kết quả một việc của cụm, khối", "Enter that an event of a cluster was held"),
  input: z.strictObject({ event_id: field.id(), held_on: field.date(), summary: field.longText(4000), minutes: z.optional(upload()) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => eventSeat(context, input.event_id) },
  async run(context, input) {
    const found = await openEvent(context, input.event_id);
    if (!found.ok) return found;
    const event = found.value;
    if (input.held_on > context.clock.today()) return failField("held_on", "Ngày thực hiện chưa đến.", "The day has not come yet.");
    if (!isWithinYear(event.year, input.held_on)) return failField("held_on", `Ngày thực hiện phải từ 01/01/${event.year} đến hết tháng 2/${event.year + 1}.`, `The day must lie between 01/01/${event.year} and the end of February ${event.year + 1}.`);
    const minutes = input.minutes === undefined ? ok(null) : await keepScan(context, input.minutes, "minutes", event.host_unit_id);
    if (!minutes.ok) return minutes;
    await context.tx.update(clusterEvents).set({ held_on: input.held_on, summary: input.summary, minutes_file_id: minutes.value }).where(eq(clusterEvents.id, event.id));
    context.act({ subject_kind: "cluster_event", subject_id: event.id, action: "hold", payload: { held_on: input.held_on } });
    return ok({ id: event.id, cluster_id: event.cluster_id });
  },
});

/** Takes what is known of accounts; gives the command that reminds the clerks and heads of all members of an open event, once a day at most. */
export const remindClusterWith = (port: HoldersPort) =>
  defineCommand({
    name: "remind_cluster",
    title: say("Nhắc các thành viên cụm, khối", "Remind a cluster's members"),
    input: z.strictObject({ event_id: field.id() }),
    policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => eventSeat(context, input.event_id) },
    async run(context, input) {
      const found = await openEvent(context, input.event_id);
      if (!found.ok) return found;
      const event = found.value;
      const today = context.clock.today();
      if (event.reminded_on === today) return fail("conflict", "Hôm nay đã nhắc các thành viên việc này.", "The members have been reminded of this today.");
      const cluster = await findCluster(context.tx, event.cluster_id);
      const users = await port.usersWithRole(context.tx, ["clerk", "head"], await membersOn(context.tx, event.cluster_id, today), today);
      if (users.length === 0) return fail("conflict", "Chưa thành viên nào có tài khoản để nhắc.", "No member has an account to remind.");
      const payload = { cluster_id: event.cluster_id, cluster_name: cluster?.name ?? "", title: event.title, due_on: event.due_on };
      for (const user of users) context.notify({ to_user_id: user.id, kind: "cluster_event_due", payload });
      await context.tx.update(clusterEvents).set({ reminded_on: today }).where(eq(clusterEvents.id, event.id));
      context.act({ subject_kind: "cluster_event", subject_id: event.id, action: "remind", payload: { users: users.length } });
      return ok({ id: event.id, cluster_id: event.cluster_id, reminded: users.length });
    },
  });

/** Gives an event that was neither held nor cancelled, locked; fails with why it is not. */
async function openEvent(context: CommandContext, event_id: string): Promise<Result<ClusterEvent, Failure>> {
  const event = await lockEvent(context.tx, event_id);
  if (event === null) return NO_EVENT();
  if (event.cancelled_on !== null) return fail("conflict", "Việc này đã bỏ khỏi lịch.", "This event was cancelled.");
  // A signing or an election whose outcome is known may still be given its day and minutes.
  return event.held_on === null ? ok(event) : fail("conflict", `Việc này đã thực hiện ngày ${formatDate(event.held_on)}.`, `This event was held on ${formatDate(event.held_on)}.`);
}
