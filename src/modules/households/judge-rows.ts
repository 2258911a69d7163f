import { z } from "zod";
import { formatDate, parseTypedDate, type PlainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { foldForSearch, tidyText } from "../../kernel/vietnamese.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import * as field from "../../platform/command/fields.ts";
import { wrongRegistrationDay } from "./core/days.ts";
import type { MeetingFigures } from "./core/meeting.ts";
import { wrongAgree } from "./core/meeting.ts";
import { readPoints, totalWithin } from "./core/scale.ts";
import { COLUMNS, type Column, MOST_LETTERS, SHEET_COLUMNS } from "./core/sheet.ts";
import { readViolations, type StatedViolation } from "./core/violations.ts";
import { judgeMeetings, type ReadMeeting, wholeIn } from "./judge-meetings.ts";
import { type Household, householdsOfCommune, meetingsOf, type Registration, registrationsOf, type Review, villagesOf } from "./store.ts";

/** The most rows that are written at once. */
const MOST_ROWS = 5000;

const cell = field.maybe(z.preprocess((value) => (typeof value === "number" ? String(value) : value), field.text(2000)));
const cells = Object.fromEntries(COLUMNS.map((column) => [column, cell])) as Record<Column, typeof cell>;

/** Rows of a commune's sheet as they were read. `exact` marks points out of a number cell. */
export const importFields = {
  review_id: field.id(),
  rows: field.list(z.strictObject({ line: field.maybe(field.whole(1, 1_000_000)), exact: field.flag(), ...cells }), MOST_ROWS),
};
export type ImportRow = z.output<z.ZodObject<typeof importFields>>["rows"][number];
export type RowFault = { field: Column; text: Text };

/** What a row will leave of a household and of its registration; `changed` says whether anything does. */
export type WrittenHousehold = Pick<Household, "id" | "unit_id" | "code" | "head_name" | "address" | "from_on"> & { known: boolean; changed: boolean };
export type WrittenRegistration = Pick<Registration, "village_id" | "registered_on" | "late_reason" | "scores" | "points" | "violations" | "agree" | "note"> & { household_id: string; known: boolean; changed: boolean };

/** A row with what will come of it. */
export type JudgedRow = {
  index: number;
  row: ImportRow;
  outcome: "new" | "change" | "same" | "wrong";
  fault: RowFault | null;
  household: WrittenHousehold | null;
  registration: WrittenRegistration | null;
  /** Head and village of a known household where the row changes them: a slip in a number would rename a stranger. */
  was: string | null;
};

const wrong = (name: Column, vi: string, en: string): Result<never, RowFault> => err({ field: name, text: say(vi, en) });

/** Takes a review and the rows of a sheet; gives for each what will be written or what is wrong, and the meetings that the rows tell of. `newId` names the households that are new. */
export async function judgeRows(context: ReadContext, review: Review, rows: readonly ImportRow[], newId: () => string): Promise<{ rows: JudgedRow[]; meetings: ReadMeeting[] }> {
  const known = await knownTo(context, review);
  const villages = rows.map((row) => known.villageOf(row.village ?? ""));
  const meetings = judgeMeetings(rows, villages, known.meetings, review.year, context.clock.today());
  const taken = new Map<string, number>();
  const judged = rows.map((row, index): JudgedRow => {
    const bare = { index, row, household: null, registration: null, was: null };
    const village_id = villages[index] ?? null;
    const read = judgeRow({ context, review, known, meetings: meetings.byVillage, taken, newId }, row, index, village_id);
    const fault = meetings.faults.get(index) ?? (read.ok ? null : read.error);
    if (fault !== null || !read.ok) return { ...bare, outcome: "wrong", fault };
    const { household, registration } = read.value;
    const outcome = !household.known || (registration !== null && !registration.known) ? "new" : household.changed || registration?.changed === true ? "change" : "same";
    return { ...bare, outcome, fault: null, household, registration, was: household.known ? known.renamed(household) : null };
  });
  return { rows: judged, meetings: meetings.written };
}

type Known = Awaited<ReturnType<typeof knownTo>>;
type Setting = { context: ReadContext; review: Review; known: Known; meetings: ReadonlyMap<string, MeetingFigures>; taken: Map<string, number>; newId: () => string };

function judgeRow(setting: Setting, row: ImportRow, index: number, village_id: string | null): Result<{ household: WrittenHousehold; registration: WrittenRegistration | null }, RowFault> {
  const long = COLUMNS.find((column) => (row[column]?.length ?? 0) > MOST_LETTERS[column]);
  if (long !== undefined) return wrong(long, `“${SHEET_COLUMNS[long].vi}” dài quá ${MOST_LETTERS[long]} ký tự.`, `“${SHEET_COLUMNS[long].en}” is longer than ${MOST_LETTERS[long]} letters.`);
  if (village_id === null) return wrong("village", `Không có thôn, tổ dân phố tên “${row.village ?? ""}” trong xã. Hãy ghi đúng tên như trên trang này.`, `The commune has no village named “${row.village ?? ""}”.`);
  if (row.head === undefined) return wrong("head", "Chưa ghi họ tên chủ hộ.", "The head of the household is missing.");
  const household = judgeHousehold(setting, row, index, village_id, row.head);
  if (!household.ok) return household;
  const registration = judgeRegistration(setting, row, village_id, household.value.id);
  return registration.ok ? ok({ household: household.value, registration: registration.value }) : registration;
}

/** A known number, or the same head in the same village, is the same household: it is updated and never doubled. */
function judgeHousehold({ review, known, taken, newId, context }: Setting, row: ImportRow, index: number, village_id: string, head: string): Result<WrittenHousehold, RowFault> {
  const byCode = row.code === undefined ? undefined : known.byCode.get(row.code);
  const named = known.byHead.get(headKey(village_id, head)) ?? [];
  const fitting = row.code === undefined ? named : named.filter((each) => each.code === null);
  const close = fitting.length > 1 && row.address !== undefined ? fitting.filter((each) => each.address === row.address) : fitting;
  if (byCode === undefined && close.length > 1) return wrong("code", `Thôn có ${close.length} hộ cùng tên chủ hộ “${head}”: hãy ghi mã hộ hoặc địa chỉ để phân biệt.`, `The village has ${close.length} households headed by “${head}”: tell them apart by number or address.`);
  const found = byCode ?? close[0] ?? null;
  if (found !== null && found.to_on !== null) return wrong("code", `Hộ này đã ra khỏi danh sách từ ngày ${formatDate(found.to_on)}.`, `This household left the list on ${formatDate(found.to_on)}.`);
  const keys = [found?.id ?? headKey(village_id, `${head} ${row.code ?? row.address ?? ""}`), ...(row.code === undefined ? [] : [`code ${row.code}`])];
  for (const key of keys) {
    const first = taken.get(key);
    if (first !== undefined) return wrong(row.code === undefined ? "head" : "code", `Hộ này đã có ở dòng ${first}.`, `This household stands in row ${first} already.`);
  }
  for (const key of keys) taken.set(key, row.line ?? index + 1);
  const written = { id: found?.id ?? newId(), unit_id: village_id, code: row.code ?? found?.code ?? null, head_name: head, address: row.address ?? found?.address ?? null, from_on: found?.from_on ?? firstDay(review, context.clock.today()) };
  const changed = found === null || found.unit_id !== written.unit_id || found.code !== written.code || found.head_name !== written.head_name || found.address !== written.address;
  return ok({ ...written, known: found !== null, changed });
}

const firstDay = (review: Review, today: PlainDate): PlainDate => (today < review.registration_due_on ? today : review.registration_due_on);

function judgeRegistration({ context, review, known, meetings }: Setting, row: ImportRow, village_id: string, household_id: string): Result<WrittenRegistration | null, RowFault> {
  const before = known.registrations.get(household_id) ?? null;
  const tells = [row.registered_on, row.late_reason, row.points, row.agree, row.violations, row.note].some((text) => text !== undefined);
  if (!tells) return ok(null);
  const registered_on = row.registered_on === undefined ? (before?.registered_on ?? null) : parseTypedDate(row.registered_on);
  if (registered_on === null) return row.registered_on === undefined ? wrong("registered_on", "Hộ chưa đăng ký: hãy ghi ngày đăng ký.", "The household has not registered: write the day on which it did.") : wrong("registered_on", `“${row.registered_on}” không phải ngày: hãy ghi như 20/02/2021.`, `“${row.registered_on}” is no date: write it like 20/02/2021.`);
  if (registered_on > context.clock.today()) return wrong("registered_on", "Ngày đăng ký không thể sau hôm nay.", "It cannot have registered after today.");
  const year = wrongRegistrationDay(registered_on, review.year);
  if (year !== null) return err({ field: "registered_on", text: year });
  const late_reason = row.late_reason ?? before?.late_reason ?? null;
  if (registered_on > review.registration_due_on && late_reason === null) return wrong("late_reason", `Đăng ký sau hạn ${formatDate(review.registration_due_on)}: hãy ghi lý do.`, `Registered after ${formatDate(review.registration_due_on)}: give the reason.`);
  const points = pointsIn(review, row, before);
  if (!points.ok) return points;
  const agree = row.agree === undefined ? (before?.agree ?? null) : wholeIn(row.agree);
  if (row.agree !== undefined && agree === null) return wrong("agree", `“${row.agree}” không phải số hộ: hãy ghi một số nguyên.`, `“${row.agree}” is no number of households: write a whole number.`);
  const mismatch = agree === null ? null : wrongAgree(agree, meetings.get(village_id) ?? null);
  if (mismatch !== null) return err({ field: "agree", text: mismatch });
  const violations = violationsIn(row, before);
  if (!violations.ok) return violations;
  const written = { village_id, registered_on, late_reason, ...points.value, violations: violations.value, agree, note: row.note ?? before?.note ?? null };
  return ok({ ...written, household_id, known: before !== null, changed: before === null || differs(before, written) });
}

function pointsIn(review: Review, row: ImportRow, before: Registration | null): Result<Pick<Registration, "points" | "scores">, RowFault> {
  const kept = { points: before?.points ?? null, scores: before?.scores ?? {} };
  if (row.points === undefined) return ok(kept);
  const read = readPoints(row.points, row.exact);
  const total = read.ok ? totalWithin(read.value, review.criteria) : read;
  if (!total.ok) return err({ field: "points", text: total.error });
  // Points by criterion that no longer add up to the total would be a lie.
  return ok(total.value === kept.points ? kept : { points: total.value, scores: {} });
}

function violationsIn(row: ImportRow, before: Registration | null): Result<StatedViolation[], RowFault> {
  if (row.violations === undefined) return ok(before?.violations ?? []);
  const read = readViolations(row.violations);
  if ("unknown" in read) return wrong("violations", `“${read.unknown}” không có trong các trường hợp không xét của quy định.`, `“${read.unknown}” is none of the grounds that exclude a household.`);
  if (read.kinds.length > 0 && row.evidence === undefined) return wrong("evidence", "Hãy ghi bằng chứng của trường hợp không xét (văn bản, ngày).", "Write the evidence of the ground (paper, day).");
  return ok(read.kinds.map((kind) => ({ kind, evidence: row.evidence ?? "" })));
}

function differs(before: Registration, now: Pick<Registration, "village_id" | "registered_on" | "late_reason" | "points" | "agree" | "note" | "violations">): boolean {
  const shown = (each: typeof now) => JSON.stringify([each.village_id, each.registered_on, each.late_reason, each.points, each.agree, each.note, each.violations.map(({ kind, evidence }) => [kind, evidence])]);
  return shown(before) !== shown(now);
}

const headKey = (village_id: string, head: string): string => `${village_id} ${tidyText(head).toLocaleLowerCase("vi")}`;

/** What the rows are looked up in: the villages, the households of the commune, their registrations and the meetings. */
async function knownTo(context: ReadContext, review: Review) {
  const { tx } = context;
  const villages = await villagesOf(tx, review.commune_id, context.clock.today());
  const byName = new Map<string, string[]>();
  for (const { id, name, code } of villages) for (const key of new Set([id, foldForSearch(name), ...(code === null ? [] : [foldForSearch(code)])])) byName.set(key, [...(byName.get(key) ?? []), id]);
  const all = await householdsOfCommune(tx, review.commune_id);
  const byHead = new Map<string, Household[]>();
  for (const household of all) {
    if (household.to_on !== null) continue;
    const key = headKey(household.unit_id, household.head_name);
    byHead.set(key, [...(byHead.get(key) ?? []), household]);
  }
  const villageOf = (typed: string): string | null => {
    const found = byName.get(foldForSearch(typed)) ?? [];
    return found.length === 1 ? (found[0] ?? null) : (villages.find((village) => village.name === tidyText(typed))?.id ?? null);
  };
  const byId = new Map(all.map((household) => [household.id, household]));
  const renamed = (now: WrittenHousehold): string | null => {
    const before = byId.get(now.id);
    if (before === undefined || (before.head_name === now.head_name && before.unit_id === now.unit_id)) return null;
    return `${before.head_name}, ${villages.find((village) => village.id === before.unit_id)?.name ?? ""}`;
  };
  return {
    villageOf, byHead, renamed,
    byCode: new Map(all.flatMap((household) => (household.code === null ? [] : [[household.code, household] as const]))),
    registrations: new Map((await registrationsOf(tx, review.id)).map((registration) => [registration.household_id, registration])),
    meetings: await meetingsOf(tx, review.id),
  };
}
