import { daysBetween, makeDate, type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import { doneOn, type EventState, eventStates } from "./core/events.ts";
import { headsOfYear } from "./store.ts";
import { type ClusterEvent, eventsOfYear, pactOfYear } from "./store-year.ts";

/** An event with where it stands today. */
export type StandingEvent = ClusterEvent & { readonly done_on: PlainDate | null; readonly state: EventState; readonly days_left: number };

/** Gives the events of a cluster's year in the order of days, each with where it stands today. */
export async function standingsOf(context: ReadContext, cluster_id: string, year: number): Promise<StandingEvent[]> {
  const today = context.clock.today();
  const pact_completed_on = (await pactOfYear(context.tx, cluster_id, year))?.completed_on ?? null;
  const next_elected_on = (await headsOfYear(context.tx, cluster_id, year + 1))?.elected_on ?? null;
  const events = (await eventsOfYear(context.tx, cluster_id, year)).map((event) => ({ ...event, done_on: doneOn(event, { pact_completed_on, next_elected_on }) }));
  const states = eventStates(events, today);
  return events.map((event, at) => ({ ...event, state: states[at] ?? "later", days_left: daysBetween(today, event.due_on) }));
}

/** Gives the day as of which a year is shown: today in this year, the last day of a past one, the first of one to come. */
export function dayOfYear(year: number, today: PlainDate): PlainDate {
  const now = yearOf(today);
  return year === now ? today : year < now ? makeDate(year, 12, 31) : makeDate(year, 1, 1);
}

/** Gives the later of two days. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  if (a < b) return b;
  return a;
}
