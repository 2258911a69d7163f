import { z } from "zod";
import { daysBetween, makeDate, type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import { signedIn, unitsHeld } from "../../../platform/command/policy.ts";
import { unitNames } from "../store.ts";
import { doneOn, EVENT_CONCERNS, isNear } from "./core/events.ts";
import { ACTORS } from "./seats.ts";
import { clustersOfUnits, headsInYears } from "./store.ts";
import { eventsInYears, inspectionsOf, pactsInYears, signaturesOf } from "./store-year.ts";

/** Something that a unit of the signed-in person has to do in a cluster. */
export type ClusterDeadline = {
  /** `event` to hold or attend, `pact` to sign, `inspection` to make. */
  readonly what: "event" | "pact" | "inspection";
  readonly cluster_id: string;
  readonly cluster: string;
  readonly year: number;
  readonly event_id: string | null;
  readonly title: string;
  /** The unit that has to act. */
  readonly unit_id: string;
  readonly unit: string;
  /** Whom to inspect. */
  readonly inspected: string | null;
  readonly due_on: PlainDate;
  readonly days_left: number;
};

type Seat = { cluster_id: string; name: string; unit_id: string };
type Due = Omit<ClusterDeadline, "unit" | "days_left" | "inspected"> & { inspected_unit_id: string | null };

/** What the units on which the visitor holds a role have to do in their clusters: overdue, or due within three weeks; most urgent first. */
export const myClusterDeadlines = defineQuery({
  name: "my_cluster_deadlines",
  title: say("Việc của tôi trong cụm, khối", "My deadlines in clusters"),
  input: z.strictObject({}),
  policy: signedIn,
  async run(context) {
    const today = context.clock.today();
    const seats: Seat[] = await clustersOfUnits(context.tx, unitsHeld(context, ACTORS), today);
    if (seats.length === 0) return ok([]);
    const due = await dueIn(context, seats);
    const names = await unitNames(context.tx, due.flatMap((entry) => [entry.unit_id, ...(entry.inspected_unit_id === null ? [] : [entry.inspected_unit_id])]), today);
    const deadlines: ClusterDeadline[] = due.map(({ inspected_unit_id, ...entry }) => ({
      ...entry, unit: names.get(entry.unit_id) ?? "", inspected: inspected_unit_id === null ? null : (names.get(inspected_unit_id) ?? ""), days_left: daysBetween(today, entry.due_on),
    }));
    return ok(deadlines.sort((a, b) => (a.due_on === b.due_on ? 0 : a.due_on < b.due_on ? -1 : 1)));
  },
});

async function dueIn(context: ReadContext, seats: readonly Seat[]): Promise<Due[]> {
  const { tx } = context;
  const today = context.clock.today();
  // What was due at the end of last year may still be open.
  const years = [yearOf(today) - 1, yearOf(today)];
  const cluster_ids = [...new Set(seats.map((seat) => seat.cluster_id))];
  const events = (await eventsInYears(tx, years, cluster_ids)).filter((event) => event.cancelled_on === null);
  const pacts = await pactsInYears(tx, years, cluster_ids);
  const signatures = await signaturesOf(tx, pacts.map((pact) => pact.id));
  const heads = await headsInYears(tx, [...years, yearOf(today) + 1]);
  const inspections = (await inspectionsOf(tx, events.filter((event) => event.kind === "inspection").map((event) => event.id))).filter((entry) => entry.inspected_on === null);
  return seats.flatMap(({ cluster_id, name, unit_id }) => {
    const headOf = (year: number) => heads.find((entry) => entry.cluster_id === cluster_id && entry.year === year);
    const pactOf = (year: number) => pacts.find((pact) => pact.cluster_id === cluster_id && pact.year === year);
    const own = events.filter((event) => event.cluster_id === cluster_id);
    const base = { cluster_id, cluster: name, unit_id };
    const held = own.flatMap((event): Due[] => {
      const facts = { pact_completed_on: pactOf(event.year)?.completed_on ?? null, next_elected_on: headOf(event.year + 1)?.elected_on ?? null };
      const drafted = event.kind === "pact" && pactOf(event.year) !== undefined;
      const concerned = EVENT_CONCERNS[event.kind] === "members" || headOf(event.year)?.head_unit_id === unit_id;
      if (!isNear(event.due_on, today) || drafted || !concerned || doneOn(event, facts) !== null) return [];
      return [{ ...base, what: "event", year: event.year, event_id: event.id, title: event.title, inspected_unit_id: null, due_on: event.due_on }];
    });
    const unsigned = pacts.filter((pact) => pact.cluster_id === cluster_id && pact.year === yearOf(today) && !signatures.some((signature) => signature.pact_id === pact.id && signature.unit_id === unit_id));
    const toSign = unsigned.map((pact): Due => {
      const event = own.find((entry) => entry.kind === "pact" && entry.year === pact.year);
      return { ...base, what: "pact", year: pact.year, event_id: null, title: name, inspected_unit_id: null, due_on: event?.due_on ?? makeDate(pact.year, 3, 31) };
    });
    const toInspect = own.flatMap((event) =>
      inspections
        .filter((entry) => entry.event_id === event.id && entry.inspector_unit_id === unit_id && isNear(event.due_on, today))
        .map((entry): Due => ({ ...base, what: "inspection", year: event.year, event_id: event.id, title: event.title, inspected_unit_id: entry.unit_id, due_on: event.due_on })),
    );
    return [...held, ...toSign, ...toInspect];
  });
}
