import { type PlainDate, parsePlainDate } from "../../kernel/plain-date.ts";

/** Where time comes from. Passed down; nothing else asks the machine for the time (STYLE habit 13). */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now_ms(): number;
  /** The instant as ISO text in UTC. */
  now(): string;
  /** The calendar day in Asia/Ho_Chi_Minh. */
  today(): PlainDate;
};

/** Vietnam keeps UTC+7 all year, since 1975 and without summer time. */
const OFFSET_MS = 7 * 3_600_000;

/** Takes milliseconds since 1970; gives the day it is then in Vietnam. */
export function dayInVietnam(now_ms: number): PlainDate {
  const day = parsePlainDate(new Date(now_ms + OFFSET_MS).toISOString().slice(0, 10));
  if (day === null) throw new Error(`no calendar day for ${now_ms}`);
  return day;
}

/** Takes a function that gives milliseconds; gives the Clock on it. */
export function clockFrom(now_ms: () => number): Clock {
  return {
    now_ms,
    now: () => new Date(now_ms()).toISOString(),
    today: () => dayInVietnam(now_ms()),
  };
}

/** The machine's own clock. */
export const systemClock: Clock = clockFrom(Date.now);

/**
 * The clock of a demonstration: the date stands where it was put, the time of day goes on.
 * Takes the day and the clock that gives the time of day.
 */
export function standingOn(day: PlainDate, clock: Clock): Clock {
  return clockFrom(() => {
    const now_ms = clock.now_ms();
    const sinceMidnight = (((now_ms + OFFSET_MS) % 86_400_000) + 86_400_000) % 86_400_000;
    return Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + sinceMidnight;
  });
}

/** Takes a clock and days; gives the instant that many days later, as ISO text in UTC. */
export function instantAfter(clock: Clock, days: number): string {
  return new Date(clock.now_ms() + days * 86_400_000).toISOString();
}

/** Takes an instant as text; gives its day in Vietnam and the time `HH:MM`. */
export function localTimeOf(instant: string): { on: PlainDate; time: string } {
  const ms = Date.parse(instant);
  return { on: dayInVietnam(ms), time: new Date(ms + OFFSET_MS).toISOString().slice(11, 16) };
}

