import { z } from "zod";
import { yearOf } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import { fail } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { anyone } from "../../../platform/command/policy.ts";
import { readFile } from "../../../platform/files/upload.ts";
import { rootId } from "../commands.ts";
import { RESPONDING_KINDS, type UnitKind } from "../core/kinds.ts";
import { clustersOn, listUnits, unitNames } from "../store.ts";
import { doneOn } from "./core/events.ts";
import { NO_CLUSTER } from "./messages.ts";
import { isRootOfficer, readingSeat, yearAsked } from "./seats.ts";
import { clustersOfUnits, findCluster, headsInYears, membersOn } from "./store.ts";
import { eventsInYears, eventsOfYear, inspectionsOf, pactOfYear, pactsInYears, signaturesOf } from "./store-year.ts";
import { standingsOf } from "./year-view.ts";

/** The clusters and blocks of a day: members, who leads, and what comes next. */
export const browseClusters = defineQuery({
  name: "browse_clusters",
  title: say("Cụm, khối thi đua", "Clusters and blocks"),
  input: z.strictObject({ on: field.maybe(field.date()) }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const on = input.on ?? context.clock.today();
    const year = yearOf(on);
    const found = await clustersOn(tx, on);
    const heads = await headsInYears(tx, [year, year + 1]);
    const pacts = await pactsInYears(tx, [year]);
    const events = await eventsInYears(tx, [year]);
    const names = await unitNames(tx, [...found.flatMap((cluster) => cluster.unit_ids), ...heads.flatMap((entry) => [entry.head_unit_id, entry.deputy_unit_id ?? []].flat())], on);
    const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? "") : null);
    return ok({
      on,
      clusters: found.map(({ unit_ids, ...cluster }) => {
        const lead = heads.find((entry) => entry.cluster_id === cluster.id && entry.year === year);
        const pact_completed_on = pacts.find((pact) => pact.cluster_id === cluster.id)?.completed_on ?? null;
        const next_elected_on = heads.find((entry) => entry.cluster_id === cluster.id && entry.year === year + 1)?.elected_on ?? null;
        const open = events.find((event) => event.cluster_id === cluster.id && event.cancelled_on === null && doneOn(event, { pact_completed_on, next_elected_on }) === null);
        return {
          ...cluster,
          units: unit_ids.map((id) => ({ id, name: names.get(id) ?? "" })),
          head: nameOf(lead?.head_unit_id),
          deputy: nameOf(lead?.deputy_unit_id),
          /** The earliest event that is still open, late or ahead. */
          next_event: open === undefined ? null : { id: open.id, title: open.title, due_on: open.due_on },
        };
      }),
      may_form: await isRootOfficer(context),
    });
  },
});

/** The timetable of a cluster's year, for calendars. */
export const clusterCalendar = defineQuery({
  name: "cluster_calendar",
  title: say("Lịch năm của cụm, khối", "The calendar of a cluster's year"),
  input: z.strictObject({ cluster_id: field.id(), year: field.maybe(field.whole(1990, 2100)) }),
  policy: anyone,
  async run(context, input) {
    const cluster = await findCluster(context.tx, input.cluster_id);
    if (cluster === null) return NO_CLUSTER();
    const year = yearAsked(context, input.year);
    const events = (await standingsOf(context, cluster.id, year)).filter((event) => event.cancelled_on === null);
    const names = await unitNames(context.tx, events.flatMap((event) => event.host_unit_id ?? []), context.clock.today());
    return ok({
      name: cluster.name, year,
      events: events.map(({ id, title, due_on, done_on, host_unit_id }) => ({ id, title, due_on, done_on, host: host_unit_id === null ? null : (names.get(host_unit_id) ?? "") })),
    });
  },
});

/** The kinds of units that a cluster can have. */
const MEMBER_KINDS: readonly UnitKind[] = ["locality", ...RESPONDING_KINDS, "outside"];

/** What the form of members offers: those of today, and all units that could join, with the clusters where they stand. */
export const clusterMemberChoices = defineQuery({
  name: "cluster_member_choices",
  title: say("Đơn vị có thể vào cụm, khối", "Units that can join a cluster"),
  input: z.strictObject({ cluster_id: field.maybe(field.id()) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context) },
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const cluster = input.cluster_id === undefined ? null : await findCluster(tx, input.cluster_id);
    if (input.cluster_id !== undefined && cluster === null) return NO_CLUSTER();
    const members = cluster === null ? [] : await membersOn(tx, cluster.id, today);
    const units = await listUnits(tx, today, { kinds: MEMBER_KINDS });
    const places = await clustersOfUnits(tx, units.map((unit) => unit.id), today);
    const names = await unitNames(tx, members, today);
    return ok({
      cluster, today,
      members: members.map((id) => ({ id, name: names.get(id) ?? "" })),
      others: MEMBER_KINDS.flatMap((kind) => units.filter((unit) => unit.kind === kind && !members.includes(unit.id))).map(({ id, name, kind }) => ({
        id, name, kind, clusters: places.filter((place) => place.unit_id === id).map((place) => place.name),
      })),
    });
  },
});

/** A scan that belongs to a cluster: minutes of an event or an inspection, a signed pact. For those with a role at a member. */
export const clusterFile = defineQuery({
  name: "cluster_file",
  title: say("Bản quét của cụm, khối", "A scan of a cluster"),
  input: z.strictObject({ cluster_id: field.id(), year: field.whole(1990, 2100), file_id: field.id() }),
  policy: {
    kind: "roles",
    roles: ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor"],
    unit: (context, input) => readingSeat(context, input.cluster_id),
  },
  async run(context, input) {
    const { tx } = context;
    const events = await eventsOfYear(tx, input.cluster_id, input.year);
    const pact = await pactOfYear(tx, input.cluster_id, input.year);
    const kept = [
      ...events.map((event) => event.minutes_file_id),
      ...(await inspectionsOf(tx, events.map((event) => event.id))).map((inspection) => inspection.minutes_file_id),
      ...(await signaturesOf(tx, pact === null ? [] : [pact.id])).map((signature) => signature.scan_file_id),
    ];
    const file = kept.includes(input.file_id) ? await readFile(tx, input.file_id) : null;
    return file === null ? fail("not_found", "Không có bản quét này.", "No such scan.") : ok(file);
  },
});
