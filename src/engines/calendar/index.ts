export { type CalendarInput, type ElectionCalendar, electionCalendar, electionLawOn, type InputError, knownElections, type Milestone, parseCalendarInput, readPollingDay } from "./calendar.ts";
export { toICalendar, writeCitation } from "./icalendar.ts";
export type { ActingLevel, Citation, Election, Standing } from "./law-types.ts";
