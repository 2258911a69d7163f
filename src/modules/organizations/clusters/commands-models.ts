import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { NO_CLUSTER } from "./messages.ts";
import { findCluster, membersOn } from "./store.ts";
import { findEvent, findModel } from "./store-year.ts";
import { clusterModels, modelAdoptions } from "./tables.ts";

const NO_MEMBER = ["Đơn vị không là thành viên của cụm, khối này.", "The unit is no member of this cluster."] as const;

/** A member shows the others a model (mô hình hiệu quả) that works. */
export const shareModel = defineCommand({
  name: "share_model",
  title: say("Giới thiệu mô hình với cụm, khối", "Share a model with a cluster"),
  input: z.strictObject({ cluster_id: field.id(), event_id: field.maybe(field.id()), unit_id: field.id(), title: field.text(200), what: field.longText(4000), result: field.longText(2000) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const cluster = await findCluster(context.tx, input.cluster_id);
    if (cluster === null) return NO_CLUSTER();
    const shared_on = context.clock.today();
    if (!(await membersOn(context.tx, cluster.id, shared_on)).includes(input.unit_id)) return failField("unit_id", ...NO_MEMBER);
    const event = input.event_id === undefined ? null : await findEvent(context.tx, input.event_id);
    if (input.event_id !== undefined && event?.cluster_id !== cluster.id) return failField("event_id", "Không có buổi sinh hoạt này trong lịch của cụm, khối.", "No such meeting in this cluster's timetable.");
    const id = context.newId();
    const { unit_id, title, what, result } = input;
    await context.tx.insert(clusterModels).values({ locality_id: context.locality.code, id, cluster_id: cluster.id, event_id: event?.id ?? null, unit_id, title, what, result, shared_on });
    context.act({ subject_kind: "cluster", subject_id: cluster.id, action: "share_model", unit_id, payload: { model_id: id, title } });
    return ok({ id, cluster_id: cluster.id });
  },
});

/** Another member takes a model up, so that its replication (nhân rộng) is seen. */
export const adoptModel = defineCommand({
  name: "adopt_model",
  title: say("Áp dụng mô hình của đơn vị bạn", "Adopt a model of another member"),
  input: z.strictObject({ model_id: field.id(), unit_id: field.id(), note: field.longText(2000) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const model = await findModel(context.tx, input.model_id);
    if (model === null) return fail("not_found", "Không có mô hình này.", "No such model.");
    const adopted_on = context.clock.today();
    if (!(await membersOn(context.tx, model.cluster_id, adopted_on)).includes(input.unit_id)) return failField("unit_id", ...NO_MEMBER);
    if (model.unit_id === input.unit_id) return failField("unit_id", "Đây là mô hình của chính đơn vị.", "This is the unit's own model.");
    const written = await context.tx
      .insert(modelAdoptions)
      .values({ locality_id: context.locality.code, ...input, adopted_on })
      .onConflictDoNothing()
      .returning({ unit_id: modelAdoptions.unit_id });
    if (written.length === 0) return fail("conflict", "Đơn vị đã áp dụng mô hình này.", "The unit has adopted this model already.");
    context.act({ subject_kind: "cluster", subject_id: model.cluster_id, action: "adopt_model", unit_id: input.unit_id, payload: { model_id: model.id } });
    return ok({ id: model.id, cluster_id: model.cluster_id });
  },
});
