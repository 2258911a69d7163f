import { daysBetween, makeDate, type PlainDate } from "../../../../kernel/plain-date.ts";
import { say, type Text } from "../../../../kernel/text.ts";

/** What a cluster's timetable holds. Order here is the order of choices, and of events that are due on one day. */
export const EVENT_KINDS = ["plan", "pact", "interim_review", "thematic_meeting", "inspection", "scoring", "final_review", "election_of_heads", "report"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What each kind is called; also the title that a new timetable offers. */
export const EVENT_KIND_NAMES: Readonly<Record<EventKind, Text>> = {
  plan: say("Kế hoạch, quy chế hoạt động", "Plan and rules"),
  pact: say("Ký kết giao ước thi đua", "Signing of the pact"),
  thematic_meeting: say("Sinh hoạt chuyên đề, trao đổi mô hình", "Thematic meeting, models shared"),
  inspection: say("Kiểm tra chéo", "Inspection in pairs"),
  interim_review: say("Sơ kết 6 tháng", "Interim review"),
  final_review: say("Tổng kết năm", "Final review"),
  scoring: say("Chấm điểm, bình xét", "Scoring and vote"),
  report: say("Báo cáo Hội đồng Thi đua - Khen thưởng", "Report to the Commendation Council"),
  election_of_heads: say("Bầu đơn vị trưởng, phó năm sau", "Election of next year's lead and deputy"),
};

/** Who has to act for an event of the kind: the head unit alone, or every member. */
export const EVENT_CONCERNS: Readonly<Record<EventKind, "head" | "members">> = {
  plan: "head", pact: "head", thematic_meeting: "members", inspection: "head", interim_review: "members",
  final_review: "members", scoring: "head", report: "head", election_of_heads: "members",
};

/** An event as a timetable plans it. */
export type PlannedEvent = { readonly kind: EventKind; readonly title: string; readonly due_on: PlainDate };

/** Month and day by which each step is usual: the pact by 31 March, the report by 15 December. Only an offer, each cluster sets its own. */
const USUAL: readonly (readonly [EventKind, number, number])[] = [
  ["plan", 3, 15], ["pact", 3, 31], ["interim_review", 7, 15], ["thematic_meeting", 8, 31], ["inspection", 11, 15],
  ["scoring", 11, 30], ["final_review", 12, 10], ["election_of_heads", 12, 10], ["report", 12, 15],
];

/** Takes a year; gives the timetable that the form offers, in the order of days. */
export function usualYear(year: number): PlannedEvent[] {
  return USUAL.map(([kind, month, day]) => ({ kind, title: EVENT_KIND_NAMES[kind].vi, due_on: makeDate(year, month, day) }));
}

/** Takes the timetable's year and a day; says whether the day may stand in it: reviews of a year run into the next February. */
export function isWithinYear(year: number, on: PlainDate): boolean {
  return on >= makeDate(year, 1, 1) && on < makeDate(year + 1, 3, 1);
}

/** What else shows that an event is done: the pact signed by all, the heads of the next year elected. */
export type YearFacts = { readonly pact_completed_on: PlainDate | null; readonly next_elected_on: PlainDate | null };

/** Takes an event and what else is known of its year; gives the day it was done, or null while it is open. */
export function doneOn(event: { kind: EventKind; held_on: PlainDate | null }, facts: YearFacts): PlainDate | null {
  if (event.held_on !== null) return event.held_on;
  switch (event.kind) {
    case "pact":
      return facts.pact_completed_on;
    case "election_of_heads":
      return facts.next_elected_on;
    case "plan":
    case "thematic_meeting":
    case "inspection":
    case "interim_review":
    case "final_review":
    case "scoring":
    case "report":
      return null;
  }
}

/** Where an event stands on a day; `next` is what comes first among those ahead. */
export type EventState = "done" | "late" | "next" | "later" | "cancelled";

/** What each state is called. */
export const EVENT_STATE_NAMES: Readonly<Record<EventState, Text>> = {
  done: say("Đã thực hiện", "Done"),
  late: say("Quá hạn", "Late"),
  next: say("Sắp tới", "Next"),
  later: say("Chưa đến hạn", "Later"),
  cancelled: say("Đã bỏ", "Cancelled"),
};

/** What decides an event's state. */
export type EventStanding = { readonly due_on: PlainDate; readonly done_on: PlainDate | null; readonly cancelled_on: PlainDate | null };

/** Takes the events of a year in any order and today; gives each one's state, in the same order. */
export function eventStates(events: readonly EventStanding[], today: PlainDate): EventState[] {
  const ahead = events.filter((event) => event.cancelled_on === null && event.done_on === null && event.due_on >= today).map((event) => event.due_on);
  const first = ahead.reduce<PlainDate | null>((least, due) => (least === null || due < least ? due : least), null);
  return events.map((event) => {
    if (event.cancelled_on !== null) return "cancelled";
    if (event.done_on !== null) return "done";
    if (event.due_on < today) return "late";
    return event.due_on === first ? "next" : "later";
  });
}

/** How many days before its due day an open event begins to stand on the desk. */
const REMINDED_DAYS_AHEAD = 21;

/** Takes a due day and today; says whether it is overdue or near enough to remind of. */
export function isNear(due_on: PlainDate, today: PlainDate): boolean {
  return daysBetween(today, due_on) <= REMINDED_DAYS_AHEAD;
}
