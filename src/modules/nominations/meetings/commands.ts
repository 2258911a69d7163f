import { z } from "zod";
import { formatDate } from "../../../kernel/plain-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { keepScan, upload } from "../../../platform/files/upload.ts";
import { findUnit, peopleById } from "../../organizations/index.ts";
import { draftNominations } from "../commands-draft.ts";
import { PROPOSABLE_AUTHORITIES } from "../core/authorities.ts";
import { checkMeeting } from "./check-meeting.ts";
import { type LeastShare, MEETING_BASES, MEETING_MODES } from "./core/meeting.ts";
import { unitMeetings, unitMeetingVotes } from "./tables.ts";

const RATINGS = ["excellent", "good", "satisfactory", "unsatisfactory"] as const;

const row = z.strictObject({
  person_id: field.maybe(field.id()), subject_unit_id: field.maybe(field.id()), votes_for: field.maybe(field.whole(0, 100_000)), proposed: field.flag(),
  rating: field.maybe(field.choice(RATINGS)), achievement: field.maybe(field.longText(4000)),
});
type Row = z.output<typeof row>;

const input = z.strictObject({
  unit_id: field.id(), honour: field.text(60), year: field.whole(1990, 2100), authority: field.choice(PROPOSABLE_AUTHORITIES), held_on: field.date(), place: field.maybe(field.text(200)),
  chair_name: field.text(120), secretary_name: field.text(120), mode: field.choice(MEETING_MODES), members: field.whole(1, 100_000), present: field.whole(1, 100_000),
  least_percent: field.maybe(field.whole(1, 100)), least_of: field.maybe(field.choice(MEETING_BASES)), least_basis: field.maybe(field.text(300)),
  /** Written into the dossiers of rows that say nothing of their own. */
  shared_achievement: field.maybe(field.longText(4000)),
  /** The meeting states that nobody it proposes was disciplined or is under scrutiny. */
  nothing_pending: field.flag(), rows: field.list(row, 1000), scan: field.maybe(upload()),
});

/**
 * Records the meeting by which a unit chooses whom it proposes: its numbers, the votes on each, and of those it proposes the
 * drafts of their dossiers. Rows without votes were not voted on and are left out. All or nothing.
 */
export const recordUnitMeeting = defineCommand({
  name: "record_unit_meeting",
  title: say("Ghi biên bản họp bình xét của đơn vị", "Record a unit's meeting"),
  input,
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, { unit_id }) => unit_id },
  async run(context, input) {
    const today = context.clock.today();
    if (input.held_on > today) return failField("held_on", `Ngày họp không thể sau hôm nay (${formatDate(today)}).`, "The meeting cannot be after today.");
    const least = leastOf(input);
    if (!least.ok) return least;
    const voted = input.rows.flatMap((entry, index) => (entry.votes_for === undefined ? [] : [{ ...entry, votes_for: entry.votes_for, index }]));
    const silent = input.rows.findIndex((entry) => entry.proposed && entry.votes_for === undefined);
    if (silent >= 0) return failField(`rows.${silent}.votes_for`, "Đề nghị thì phải ghi số phiếu đồng ý.", "Whoever is proposed needs the votes for.");
    if (voted.length === 0) return failField("rows", "Chưa ghi số phiếu cho ai.", "No votes were entered for anybody.");
    const names = await namesOf(context, voted);
    const lines = input.rows.map((entry, index) => ({ name: names.get(entry.person_id ?? entry.subject_unit_id ?? "") ?? `${index + 1}`, votes_for: entry.votes_for ?? 0, proposed: entry.proposed }));
    const checked = checkMeeting(input, least.value, lines);
    if (!checked.ok) return checked;
    const proposed = voted.filter((entry) => entry.proposed);
    const drafted = await draft(context, input, proposed);
    if (!drafted.ok) return drafted;
    const kept = input.scan === undefined ? null : await keepScan(context, input.scan, "scan", input.unit_id);
    if (kept !== null && !kept.ok) return kept;
    const id = context.newId();
    const locality_id = context.locality.code;
    await context.tx.insert(unitMeetings).values({
      locality_id, id, unit_id: input.unit_id, honour: input.honour, year: input.year, held_on: input.held_on, place: input.place ?? null, chair_name: input.chair_name, secretary_name: input.secretary_name,
      mode: input.mode, members: input.members, present: input.present, least_percent: least.value?.percent ?? null, least_of: least.value?.of ?? null, least_basis: least.value?.basis ?? null, scan_file_id: kept === null ? null : kept.value,
    });
    await context.tx.insert(unitMeetingVotes).values(
      voted.map((entry, place) => ({
        locality_id, meeting_id: id, place: place + 1, person_id: entry.person_id ?? null, subject_unit_id: entry.subject_unit_id ?? null, name: names.get(entry.person_id ?? entry.subject_unit_id ?? "") ?? "",
        votes_for: entry.votes_for, proposed: entry.proposed, nomination_id: entry.proposed ? (drafted.value[proposed.indexOf(entry)] ?? null) : null,
      })),
    );
    context.act({ subject_kind: "unit_meeting", subject_id: id, action: "record", unit_id: input.unit_id, payload: { honour: input.honour, year: input.year, voted: voted.length, proposed: proposed.length } });
    return ok({ id, nomination_ids: drafted.value });
  },
});

type Meeting = z.output<typeof input>;

/** The unit's own least share: a percentage with its base and its rule, or nothing at all. */
function leastOf(meeting: Meeting): Result<LeastShare | null, Failure> {
  if (meeting.least_percent === undefined) return ok(null);
  if (meeting.least_basis === undefined) return failField("least_basis", "Ghi quy chế, nghị quyết quy định tỷ lệ này.", "Name the rule that sets this share.");
  return ok({ percent: meeting.least_percent, of: meeting.least_of ?? "present", basis: meeting.least_basis });
}

async function namesOf(context: CommandContext, rows: readonly Row[]): Promise<Map<string, string>> {
  const today = context.clock.today();
  const people = await peopleById(context.tx, rows.flatMap((entry) => entry.person_id ?? []), today);
  const names = new Map([...people].map(([id, person]) => [id, person.full_name]));
  for (const { subject_unit_id } of rows) {
    const unit = subject_unit_id === undefined ? null : await findUnit(context.tx, subject_unit_id, today);
    if (unit !== null) names.set(unit.id, unit.name);
  }
  return names;
}

/** Drafts the dossiers of those proposed, by the same command that a clerk uses; its refusals are said at the row of the form. */
async function draft(context: CommandContext, meeting: Meeting, proposed: readonly (Row & { index: number })[]): Promise<Result<string[], Failure>> {
  if (proposed.length === 0) return ok([]);
  const subjects = [];
  for (const { index, person_id, subject_unit_id, achievement = meeting.shared_achievement, rating } of proposed) {
    if (achievement === undefined) return failField(`rows.${index}.achievement`, "Ghi tóm tắt thành tích, hoặc ghi nội dung dùng chung.", "Write the achievement, or the text that all share.");
    subjects.push({ person_id, subject_unit_id, achievement, facts: { ...(rating === undefined ? {} : { rating }), ...(meeting.nothing_pending ? { pending: [], ...(person_id === undefined ? {} : { discipline: [] }) } : {}) } });
  }
  const { unit_id, honour, year, authority } = meeting;
  const asked = draftNominations.input.safeParse({ unit_id, honour, year, authority, subjects });
  if (!asked.success) return fail("invalid", "Không lập được hồ sơ từ các dòng này.", "No dossiers can be drafted from these rows.");
  const drafted = await draftNominations.run(context, asked.data);
  return drafted.ok ? ok(drafted.value.ids) : { ok: false, error: atRows(drafted.error, proposed) };
}

/** `subjects.2.person_id` of the drafts is a row of the form. */
function atRows(failure: Failure, proposed: readonly { index: number }[]): Failure {
  const fields = Object.entries(failure.fields ?? {}).map(([name, text]) => {
    const [, place, rest = ""] = /^subjects\.(\d+)\.(.*)$/.exec(name) ?? [];
    const index = place === undefined ? undefined : proposed[Number(place)]?.index;
    return [index === undefined ? name : `rows.${index}.${rest.includes("achievement") ? "achievement" : rest.includes("rating") ? "rating" : "votes_for"}`, text] as const;
  });
  return fields.length === 0 ? failure : { ...failure, fields: Object.fromEntries(fields) };
}
