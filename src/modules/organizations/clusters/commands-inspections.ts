import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { keepScan, upload } from "../../../platform/files/upload.ts";
import { checkPairs } from "./core/pairs.ts";
import { isWithinYear } from "./core/events.ts";
import { NO_EVENT } from "./messages.ts";
import { eventSeat } from "./seats.ts";
import { membersOn } from "./store.ts";
import { inspectionsOf, lockEvent } from "./store-year.ts";
import { clusterInspections } from "./tables.ts";

/** Sets who inspects whom at an inspection; what was inspected already stands. */
export const setInspectionPairs = defineCommand({
  name: "set_inspection_pairs",
  title: say("Phân công kiểm tra chéo", "Set who inspects whom"),
  input: z.strictObject({ event_id: field.id(), pairs: field.list(z.strictObject({ inspector_unit_id: field.id(), unit_id: field.id() }), 500) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => eventSeat(context, input.event_id) },
  async run(context, input) {
    const event = await lockEvent(context.tx, input.event_id);
    if (event === null) return NO_EVENT();
    if (event.kind !== "inspection" || event.cancelled_on !== null || event.held_on !== null) return fail("conflict", "Việc này không phải là kiểm tra chéo đang mở.", "This event is no open inspection.");
    if (input.pairs.length === 0) return failField("pairs.0.unit_id", "Cần ít nhất một cặp.", "At least one pair is needed.");
    const checked = checkPairs(input.pairs, await membersOn(context.tx, event.cluster_id, context.clock.today()));
    if (!checked.ok) return failField(`pairs.${checked.error.at}.unit_id`, checked.error.why.vi, checked.error.why.en);
    const made = (await inspectionsOf(context.tx, [event.id])).filter((inspection) => inspection.inspected_on !== null);
    const isMade = (pair: { inspector_unit_id: string; unit_id: string }) => made.some((entry) => entry.inspector_unit_id === pair.inspector_unit_id && entry.unit_id === pair.unit_id);
    await context.tx.delete(clusterInspections).where(and(eq(clusterInspections.event_id, event.id), isNull(clusterInspections.inspected_on)));
    const open = checked.value.filter((pair) => !isMade(pair));
    if (open.length > 0) await context.tx.insert(clusterInspections).values(open.map((pair) => ({ ...pair, locality_id: context.locality.code, event_id: event.id })));
    context.act({ subject_kind: "cluster_event", subject_id: event.id, action: "set_pairs", payload: { pairs: open.length + made.length } });
    return ok({ id: event.id, cluster_id: event.cluster_id, pairs: open.length + made.length });
  },
});

/** The inspecting member enters what it found; once. */
export const recordInspection = defineCommand({
  name: "record_inspection",
  title: say("Ghi kết quả kiểm tra chéo", "Enter what an inspection found"),
  input: z.strictObject({
    event_id: field.id(), inspector_unit_id: field.id(), unit_id: field.id(), on: field.date(), findings: field.longText(6000),
    strengths: field.maybe(field.longText(3000)), weaknesses: field.maybe(field.longText(3000)), minutes: z.optional(upload()),
  }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.inspector_unit_id },
  async run(context, input) {
    const event = await lockEvent(context.tx, input.event_id);
    if (event === null) return NO_EVENT();
    const { inspector_unit_id, unit_id } = input;
    const inspection = (await inspectionsOf(context.tx, [event.id])).find((entry) => entry.inspector_unit_id === inspector_unit_id && entry.unit_id === unit_id);
    if (inspection === undefined) return failField("unit_id", "Đơn vị không được phân công kiểm tra đơn vị này.", "The unit was not set to inspect this one.");
    if (inspection.inspected_on !== null) return fail("conflict", "Kết quả kiểm tra đã được ghi.", "The inspection has been entered already.");
    if (event.cancelled_on !== null) return fail("conflict", "Việc này đã bỏ khỏi lịch.", "This event was cancelled.");
    if (input.on > context.clock.today()) return failField("on", "Ngày kiểm tra chưa đến.", "The day has not come yet.");
    if (!isWithinYear(event.year, input.on)) return failField("on", `Ngày kiểm tra phải thuộc lịch năm ${event.year}.`, `The day must belong to the timetable of ${event.year}.`);
    const minutes = input.minutes === undefined ? ok(null) : await keepScan(context, input.minutes, "minutes", inspector_unit_id);
    if (!minutes.ok) return minutes;
    await context.tx
      .update(clusterInspections)
      .set({ inspected_on: input.on, findings: input.findings, strengths: input.strengths ?? null, weaknesses: input.weaknesses ?? null, minutes_file_id: minutes.value })
      .where(and(eq(clusterInspections.event_id, event.id), eq(clusterInspections.inspector_unit_id, inspector_unit_id), eq(clusterInspections.unit_id, unit_id)));
    context.act({ subject_kind: "cluster_event", subject_id: event.id, action: "inspect", unit_id, payload: { inspector_unit_id, on: input.on } });
    return ok({ id: event.id, cluster_id: event.cluster_id });
  },
});
