import { z } from "zod";
import { yearOf } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import * as field from "../../../platform/command/fields.ts";
import { anyone } from "../../../platform/command/policy.ts";
import { listUnits, unitNames } from "../store.ts";
import { suggestHeads } from "./core/rotation.ts";
import { usualYear } from "./core/events.ts";
import { NO_CLUSTER } from "./messages.ts";
import { ACTORS, isRootOfficer, mayLead, ownAmong, yearAsked } from "./seats.ts";
import { findCluster, headsOf, type HeadsRow, membershipsOf, type Membership, membersOn } from "./store.ts";
import { adoptionsOf, inspectionsOf, modelsOf, pactOfYear, signaturesOf } from "./store-year.ts";
import { dayOfYear, laterOf, standingsOf } from "./year-view.ts";

/** A cluster in one year: members, heads, timetable, pact, models, inspections, and what the visitor may do. */
export const clusterPage = defineQuery({
  name: "cluster_page",
  title: say("Một cụm, khối thi đua", "One cluster or block"),
  input: z.strictObject({ cluster_id: field.id(), year: field.maybe(field.whole(1990, 2100)) }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const cluster = await findCluster(tx, input.cluster_id);
    if (cluster === null) return NO_CLUSTER();
    const today = context.clock.today();
    const year = yearAsked(context, input.year);
    const on = dayOfYear(year, today);
    const members = await membersOn(tx, cluster.id, on);
    const stays = await membershipsOf(tx, cluster.id);
    const history = await headsOf(tx, cluster.id);
    const events = await standingsOf(context, cluster.id, year);
    const pact = await pactOfYear(tx, cluster.id, year);
    const signatures = await signaturesOf(tx, pact === null ? [] : [pact.id]);
    const models = await modelsOf(tx, cluster.id);
    const adoptions = await adoptionsOf(tx, models.map((model) => model.id));
    const inspections = await inspectionsOf(tx, events.map((event) => event.id));
    const kinds = new Map((await listUnits(tx, on, { ids: members })).map((unit) => [unit.id, unit.kind]));
    const involved = [...stays, ...models, ...adoptions].map((entry) => entry.unit_id);
    const names = await unitNames(tx, [...involved, ...history.flatMap((entry) => [entry.head_unit_id, ...(entry.deputy_unit_id === null ? [] : [entry.deputy_unit_id])]), ...events.flatMap((event) => event.host_unit_id ?? [])], laterOf(today, on));
    const nameOf = (id: string) => names.get(id) ?? "";
    return ok({
      cluster, year, on, today,
      years: yearsOf(history, stays, year, yearOf(today)),
      members: members.map((id) => ({ id, name: nameOf(id), outside: kinds.get(id) === "outside", signed: signatures.some((signature) => signature.unit_id === id) })),
      former: stays.filter((stay) => stay.to_on !== null && stay.to_on <= on).map((stay) => ({ ...stay, name: nameOf(stay.unit_id) })),
      heads: headsShown(history.find((entry) => entry.year === year), nameOf),
      history: history.flatMap((entry) => headsShown(entry, nameOf) ?? []),
      events: events.map(({ minutes_file_id: _minutes, ...event }) => ({ ...event, host: event.host_unit_id === null ? null : nameOf(event.host_unit_id) })),
      pact: pact === null ? null : { id: pact.id, completed_on: pact.completed_on, signed: signatures.length, missing: members.filter((id) => !signatures.some((signature) => signature.unit_id === id)).length },
      models: models.map((model) => ({
        ...model, unit: nameOf(model.unit_id), adoptions: adoptions.filter((entry) => entry.model_id === model.id).map((entry) => ({ ...entry, unit: nameOf(entry.unit_id) })),
      })),
      inspections: inspections.map(({ event_id, inspector_unit_id, unit_id, inspected_on }) => ({ event_id, inspector: nameOf(inspector_unit_id), unit: nameOf(unit_id), inspected_on })),
      ...(await forVisitor(context, cluster.id, year, members, history)),
    });
  },
});

/** What the visitor may do, and what the forms offer. */
async function forVisitor(context: ReadContext, cluster_id: string, year: number, members: readonly string[], history: readonly HeadsRow[]) {
  const own = await ownAmong(context, members, ACTORS);
  // Elected is the year after the one shown, or that one itself while nobody leads it.
  const electing = history.some((entry) => entry.year === year) ? year + 1 : year;
  const elects = await mayLead(context, cluster_id, electing - 1);
  return {
    elect: elects ? { year: electing, ...suggestHeads(members, history, electing) } : null,
    usual: usualYear(year),
    may: { lead: await mayLead(context, cluster_id, year), members: await isRootOfficer(context), share: own },
  };
}

type ShownHeads = { year: number; head_unit_id: string; head: string; deputy_unit_id: string | null; deputy: string | null; elected_on: HeadsRow["elected_on"]; basis: string };

function headsShown(heads: HeadsRow | undefined, nameOf: (id: string) => string): ShownHeads | null {
  return heads === undefined ? null : { ...heads, head: nameOf(heads.head_unit_id), deputy: heads.deputy_unit_id === null ? null : nameOf(heads.deputy_unit_id) };
}

/** The years that can be looked at: from the first known one, to the one after this. */
function yearsOf(history: readonly HeadsRow[], stays: readonly Membership[], asked: number, now: number): number[] {
  const first = Math.min(now, ...history.map((entry) => entry.year), ...stays.map((stay) => yearOf(stay.from_on)));
  const all = Array.from({ length: now + 1 - first + 1 }, (_year, at) => now + 1 - at);
  // A long history would fill the page with years: the newest six are offered, and the one asked for.
  return [...new Set([...all.slice(0, 6), asked])].sort((a, b) => b - a);
}
