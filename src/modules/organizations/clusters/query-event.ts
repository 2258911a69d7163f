import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import * as field from "../../../platform/command/fields.ts";
import { anyone, judge } from "../../../platform/command/policy.ts";
import { unitNames } from "../store.ts";
import { ringOfPairs } from "./core/pairs.ts";
import { NO_CLUSTER, NO_EVENT } from "./messages.ts";
import { ACTORS, mayLead, ownAmong, READERS, readingSeat } from "./seats.ts";
import { findCluster, membersOn } from "./store.ts";
import { findEvent, inspectionsOf, modelsOf } from "./store-year.ts";
import { standingsOf } from "./year-view.ts";

/** One event of a cluster: what came of it, the models shown there, who inspects whom. Minutes and findings are for those with a role at a member. */
export const clusterEvent = defineQuery({
  name: "cluster_event",
  title: say("Một việc trong lịch cụm, khối", "One event of a cluster"),
  input: z.strictObject({ event_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const found = await findEvent(tx, input.event_id);
    const cluster = found === null ? null : await findCluster(tx, found.cluster_id);
    if (found === null) return NO_EVENT();
    if (cluster === null) return NO_CLUSTER();
    const today = context.clock.today();
    const standing = (await standingsOf(context, cluster.id, found.year)).find((event) => event.id === found.id);
    if (standing === undefined) return NO_EVENT();
    const members = await membersOn(tx, cluster.id, today);
    const inspections = await inspectionsOf(tx, [found.id]);
    const models = (await modelsOf(tx, cluster.id)).filter((model) => model.event_id === found.id);
    const names = await unitNames(tx, [...members, ...inspections.flatMap((entry) => [entry.inspector_unit_id, entry.unit_id]), ...models.map((model) => model.unit_id), ...(found.host_unit_id === null ? [] : [found.host_unit_id])], today);
    const nameOf = (id: string) => names.get(id) ?? "";
    const reads = (await judge({ kind: "roles", roles: READERS, unit: () => readingSeat(context, cluster.id) }, context, {})).allowed;
    const own = await ownAmong(context, members, ACTORS);
    const lead = await mayLead(context, cluster.id, found.year);
    const open = found.held_on === null && found.cancelled_on === null;
    const pairing = found.kind === "inspection" && lead && open;
    return ok({
      cluster, today, reads,
      event: { ...standing, minutes_file_id: reads ? standing.minutes_file_id : null },
      host: found.host_unit_id === null ? null : nameOf(found.host_unit_id),
      members: members.map((id) => ({ id, name: nameOf(id) })),
      models: models.map(({ id, title, unit_id }) => ({ id, title, unit: nameOf(unit_id) })),
      inspections: inspections.map((entry) => ({
        inspector_unit_id: entry.inspector_unit_id, inspector: nameOf(entry.inspector_unit_id), unit_id: entry.unit_id, unit: nameOf(entry.unit_id), inspected_on: entry.inspected_on,
        told: reads && entry.inspected_on !== null ? { findings: entry.findings, strengths: entry.strengths, weaknesses: entry.weaknesses, minutes_file_id: entry.minutes_file_id } : null,
        own: entry.inspected_on === null && found.cancelled_on === null && own.includes(entry.inspector_unit_id),
      })),
      /** What the form of pairs begins with: as set, else a ring. */
      pairs: pairing ? (inspections.length > 0 ? inspections : ringOfPairs(members, found.year)).map(({ inspector_unit_id, unit_id }) => ({ inspector_unit_id, unit_id })) : [],
      may: { lead: lead && open, pair: pairing },
    });
  },
});
