import { inArray } from "drizzle-orm";
import { z } from "zod";
import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import { fail } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { mayAt, unitsHeld } from "../../../platform/command/policy.ts";
import { readFile } from "../../../platform/files/upload.ts";
import { registeredFor } from "../../campaigns/index.ts";
import { historyOf } from "../../honours/index.ts";
import { ratingsOf, recognisedInitiatives } from "../../initiatives/index.ts";
import { findUnit, inListOrder, listPeople, listUnits, subtree, unitNames } from "../../organizations/index.ts";
import { sameNominations } from "../store.ts";
import { nominations } from "../tables.ts";
import { findMeeting, listMeetings } from "./store.ts";

const READERS = ["clerk", "head", "officer", "division_head", "chair", "auditor"] as const;
const WRITERS = ["clerk", "head"] as const;
const MOST_MEETINGS = 200;
/** How many years of awards the form shows. */
const YEARS_SHOWN = 3;

/** The meetings of the units that the actor may see. */
export const browseUnitMeetings = defineQuery({
  name: "browse_unit_meetings",
  title: say("Các cuộc họp bình xét", "Meetings of units"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: READERS, unit: (context) => unitsHeld(context, READERS)[0] ?? null },
  async run(context) {
    const today = context.clock.today();
    const meetings = await listMeetings(context.tx, unitsHeld(context, READERS), today, MOST_MEETINGS);
    const names = await unitNames(context.tx, meetings.map((meeting) => meeting.unit_id), today);
    return ok({ meetings: meetings.map((meeting) => ({ ...meeting, unit_name: names.get(meeting.unit_id) ?? "" })), may_record: unitsHeld(context, WRITERS).length > 0 });
  },
});

/** Whom a unit may vote on for an honour, with what is known of each: registration, rating, initiatives, awards of the last years, a dossier that exists already. */
export const unitMeetingChoices = defineQuery({
  name: "unit_meeting_choices",
  title: say("Danh sách bình xét của đơn vị", "Whom a unit votes on"),
  input: z.strictObject({ unit_id: field.maybe(field.id()), honour: field.maybe(field.text(60)), year: field.whole(1990, 2100) }),
  policy: { kind: "roles", roles: WRITERS, unit: (context, input) => input.unit_id ?? unitsHeld(context, WRITERS)[0] ?? null },
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const unit_id = input.unit_id ?? unitsHeld(context, WRITERS)[0] ?? "";
    const unit = await findUnit(tx, unit_id, today);
    if (unit === null) return fail("not_found", "Đơn vị không còn vào hôm nay.", "The unit does not exist today.");
    const units = await listUnits(tx, today, { ids: unitsHeld(context, WRITERS) });
    const below = subtree([unit.id], today);
    const staff = inListOrder(await listPeople(tx, today, { units: below }));
    const honour = honourCatalogue().find((entry) => entry.id === input.honour);
    const base = { unit: { id: unit.id, name: unit.name }, units: units.map(({ id, name }) => ({ id, name })), staff: staff.length };
    if (honour === undefined) return ok({ ...base, rows: [] });
    const people = honour.subject_kinds.includes("individual") ? staff : [];
    const collectives = honour.subject_kinds.includes("collective") ? [unit, ...(await listUnits(tx, today, { parent_id: unit.id, kinds: ["collective"] }))] : [];
    const ids = [...people.map(({ id }) => id), ...collectives.map(({ id }) => id)];
    const registered = await registeredFor(tx, input.year, honour.id, ids);
    const ratings = await ratingsOf(tx, ids, input.year);
    const initiatives = await recognisedInitiatives(tx, people.map(({ id }) => id), input.year);
    const history = [...(await historyOf(tx, "person_id", people.map(({ id }) => id))), ...(await historyOf(tx, "subject_unit_id", collectives.map(({ id }) => id)))];
    const living = new Set((await sameNominations(tx, honour.id, input.year, ids)).flatMap((row) => row.person_id ?? row.subject_unit_id ?? []));
    const known = (id: string) => ({
      registered: registered.has(id), rating: ratings.get(id)?.rating ?? null, initiatives: (initiatives.get(id) ?? []).map(({ title }) => title), has_dossier: living.has(id),
      awards: history.filter((line) => line.subject_id === id && !line.revoked && line.year >= input.year - YEARS_SHOWN && line.year < input.year).map((line) => ({ honour: line.honour, year: line.year })),
    });
    return ok({
      ...base,
      rows: [
        ...people.map((person) => ({ person_id: person.id, subject_unit_id: null, name: person.full_name, note: person.unit_id === unit.id ? person.title : `${person.title}, ${person.unit_name}`, ...known(person.id) })),
        ...collectives.map((one) => ({ person_id: null, subject_unit_id: one.id, name: one.name, note: "", ...known(one.id) })),
      ],
    });
  },
});

/** One meeting with its lines: the minutes. */
export const unitMeetingPage = defineQuery({
  name: "unit_meeting_page",
  title: say("Biên bản họp bình xét", "Minutes of a unit's meeting"),
  input: z.strictObject({ meeting_id: field.id() }),
  policy: { kind: "roles", roles: READERS, unit: async (context, input) => (await findMeeting(context.tx, input.meeting_id))?.meeting.unit_id ?? null },
  async run(context, input) {
    const found = await findMeeting(context.tx, input.meeting_id);
    if (found === null) return fail("not_found", "Không có cuộc họp này.", "No such meeting.");
    const { locality_id: _locality, ...meeting } = found.meeting;
    const names = await unitNames(context.tx, [meeting.unit_id], meeting.held_on);
    const ids = found.votes.flatMap((vote) => vote.nomination_id ?? []);
    const standing = ids.length === 0 ? [] : await context.tx.select({ id: nominations.id, status: nominations.status }).from(nominations).where(inArray(nominations.id, ids));
    // What went up already is not offered again.
    const to_submit = ids.filter((id) => standing.some((row) => row.id === id && (row.status === "draft" || row.status === "returned")));
    return ok({ to_submit, meeting: { ...meeting, unit_name: names.get(meeting.unit_id) ?? "" }, votes: found.votes, may_submit: await mayAt(context, meeting.unit_id, WRITERS) });
  },
});

/** The scan of a meeting's signed minutes. */
export const unitMeetingScan = defineQuery({
  name: "unit_meeting_scan",
  title: say("Bản quét biên bản họp bình xét", "The scan of a meeting's minutes"),
  input: z.strictObject({ meeting_id: field.id() }),
  policy: { kind: "roles", roles: READERS, unit: async (context, input) => (await findMeeting(context.tx, input.meeting_id))?.meeting.unit_id ?? null },
  async run(context, input) {
    const found = await findMeeting(context.tx, input.meeting_id);
    const file = found?.meeting.scan_file_id ? await readFile(context.tx, found.meeting.scan_file_id) : null;
    return file === null ? fail("not_found", "Cuộc họp này không có bản quét.", "This meeting has no scan.") : ok(file);
  },
});
