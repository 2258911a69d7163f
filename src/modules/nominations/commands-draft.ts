import { eq } from "drizzle-orm";
import { z } from "zod";
import { honourCatalogue } from "../../engines/rulebook/index.ts";
import { formatDate } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { LOCAL_AUTHORITIES } from "../honours/index.ts";
import { usersWithRole } from "../accounts/index.ts";
import { findUnit, peopleById, type SubjectKind, unitNames, unitsAbove } from "../organizations/index.ts";
import { type Assessable, assessAll, honourName, keepFindings } from "./assess.ts";
import { type Nomination, statedFacts } from "./core/dossier.ts";
import { moveAll, unitOfNominations } from "./move.ts";
import { findNomination, sameNominations } from "./store.ts";
import { nominations } from "./tables.ts";

const WRITERS = ["clerk", "head", "officer"] as const;

const facts = () => z.preprocess((value) => value ?? {}, z.record(z.string(), z.unknown()));

const subject = z.strictObject({
  person_id: field.maybe(field.id()),
  subject_unit_id: field.maybe(field.id()),
  achievement: field.longText(4000),
  facts: facts(),
});

const header = {
  unit_id: field.id(),
  honour: field.text(60),
  year: field.whole(1990, 2100),
  authority: field.choice(LOCAL_AUTHORITIES),
  campaign_id: field.maybe(field.id()),
};

/** Writes nominations of one unit for one honour: a single one, or forty at once. */
export const draftNominations = defineCommand({
  name: "draft_nominations",
  title: say("Lập hồ sơ đề nghị khen thưởng", "Draft nominations"),
  input: z.strictObject({ ...header, subjects: field.list(subject, 1000) }),
  policy: { kind: "roles", roles: WRITERS, unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const honour = honourCatalogue().find((entry) => entry.id === input.honour);
    if (honour === undefined) return failField("honour", "Không có danh hiệu, hình thức này.", "No such honour.");
    if (input.subjects.length === 0) return failField("subjects", "Chưa chọn ai.", "Nobody was chosen.");
    const named = await nameSubjects(context, input.unit_id, input.subjects);
    if (!named.ok) return named;
    const double = await refuseDoubles(context, input, named.value);
    if (!double.ok) return double;
    const rows = named.value.map((entry) => ({
      locality_id: context.locality.code, id: context.newId(), unit_id: input.unit_id, honour: input.honour, year: input.year,
      authority: input.authority, campaign_id: input.campaign_id ?? null, ...entry, subject_folded: foldForSearch(entry.subject_name),
      status: "draft" as const, received_on: null, created_at: context.clock.now(),
    }));
    const shaped = await assessAll(context, rows);
    if (!shaped.ok) return failField(`subjects.${shaped.error.index}.${plainPath(shaped.error.path)}`, shaped.error.message, shaped.error.message);
    for (let start = 0; start < rows.length; start += 300) await context.tx.insert(nominations).values(rows.slice(start, start + 300));
    for (const row of rows) context.act({ subject_kind: "nomination", subject_id: row.id, action: "draft", unit_id: input.unit_id, payload: { honour: input.honour, year: input.year } });
    return ok({ ids: rows.map((row) => row.id) });
  },
});

/** Changes a draft or a returned dossier. */
export const reviseNomination = defineCommand({
  name: "revise_nomination",
  title: say("Sửa hồ sơ", "Revise a nomination"),
  input: z.strictObject({ nomination_id: field.id(), revision: field.whole(1, 1_000_000), achievement: field.longText(4000), facts: facts(), honour: field.maybe(field.text(60)) }),
  policy: { kind: "roles", roles: WRITERS, unit: async (context, input) => (await findNomination(context.tx, input.nomination_id))?.unit_id ?? null },
  async run(context, input) {
    const moved = await moveAll(context, [input.nomination_id], "revise", () => ({ honour: input.honour ?? null }));
    if (!moved.ok) return moved;
    const nomination = moved.value[0] as Nomination;
    if (nomination.revision !== input.revision) {
      return fail("conflict", "Hồ sơ vừa được người khác sửa. Hãy tải lại để xem bản mới; nội dung bạn gõ vẫn còn bên dưới.", "Somebody else has just changed this dossier. Reload to see the new version.");
    }
    if (input.honour !== undefined && !honourCatalogue().some((entry) => entry.id === input.honour)) {
      return failField("honour", "Không có danh hiệu, hình thức này.", "No such honour.");
    }
    const revised: Assessable = { ...nomination, honour: input.honour ?? nomination.honour, facts: statedFacts(input.facts), received_on: null };
    const shaped = await assessAll(context, [revised]);
    if (!shaped.ok) return failField(`facts.${plainPath(shaped.error.path).replace(/^candidate\./, "")}`, shaped.error.message, shaped.error.message);
    await context.tx
      .update(nominations)
      .set({ achievement: input.achievement, facts: revised.facts, honour: revised.honour, revision: nomination.revision + 1 })
      .where(eq(nominations.id, nomination.id));
    return ok({ id: nomination.id });
  },
});

/** Submits nominations to the level that decides: the day of receipt selects the law, and the findings are kept. */
export const submitNominations = defineCommand({
  name: "submit_nominations",
  title: say("Trình hồ sơ", "Submit nominations"),
  input: z.strictObject({ nomination_ids: field.list(field.id(), 1000) }),
  policy: { kind: "roles", roles: WRITERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids) },
  async run(context, input) {
    const received_on = context.clock.today();
    const moved = await moveAll(context, input.nomination_ids, "submit", () => ({ received_on }), { received_on });
    if (!moved.ok) return moved;
    const received = moved.value.map((nomination) => ({ ...nomination, received_on }));
    const assessed = await assessAll(context, received);
    if (!assessed.ok) return fail("invalid", assessed.error.message, assessed.error.message);
    await keepFindings(context, "submission", received.map((nomination, index) => ({ nomination_id: nomination.id, assessment: assessed.value[index] as (typeof assessed.value)[number] })));
    await notifyOfficers(context, received);
    return ok({ count: received.length, unit_id: received[0]?.unit_id });
  },
});

/** Withdraws nominations, with the reason. */
export const withdrawNominations = defineCommand({
  name: "withdraw_nominations",
  title: say("Rút hồ sơ", "Withdraw nominations"),
  input: z.strictObject({ nomination_ids: field.list(field.id(), 1000), reason: field.text(500) }),
  policy: { kind: "roles", roles: WRITERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "withdraw", () => ({ reason: input.reason }));
    return moved.ok ? ok({ count: moved.value.length }) : moved;
  },
});

/** The rulebook names a fact from the root of its input, `$.candidate.rating`; forms know no root. */
function plainPath(path: string): string {
  return path.replace(/^\$\.?/, "");
}

async function notifyOfficers(context: CommandContext, list: readonly Nomination[]): Promise<void> {
  const unit_id = list[0]?.unit_id;
  if (unit_id === undefined) return;
  const today = context.clock.today();
  const above = [unit_id, ...(await unitsAbove(context.tx, unit_id, today)).map((unit) => unit.id)];
  const unit_name = (await unitNames(context.tx, [unit_id], today)).get(unit_id) ?? "";
  for (const officer of await usersWithRole(context.tx, ["officer"], above, today)) {
    context.notify({ to_user_id: officer.id, kind: "nominations_submitted", payload: { count: list.length, unit_name } });
  }
}

type Named = { subject_kind: SubjectKind; person_id: string | null; subject_unit_id: string | null; subject_name: string; subject_note: string; achievement: string; facts: Record<string, unknown> };

/** Finds who each subject is today, at or beneath the proposing unit, and how papers will name them. */
async function nameSubjects(context: CommandContext, unit_id: string, list: readonly z.output<typeof subject>[]): Promise<Result<Named[], Failure>> {
  const today = context.clock.today();
  const people = await peopleById(context.tx, list.flatMap((entry) => entry.person_id ?? []), today);
  const within = new Map<string, boolean>();
  const isInside = async (unit: string): Promise<boolean> => {
    const known = within.get(unit);
    if (known !== undefined) return known;
    const answer = await context.isWithin(unit, unit_id);
    within.set(unit, answer);
    return answer;
  };
  const named: Named[] = [];
  for (const [index, entry] of list.entries()) {
    const at = `subjects.${index}`;
    const base = { achievement: entry.achievement, facts: statedFacts(entry.facts) };
    if (entry.person_id !== undefined && entry.subject_unit_id === undefined) {
      const person = people.get(entry.person_id);
      if (person === undefined || !(await isInside(person.unit_id))) {
        return failField(`${at}.person_id`, `Người này không thuộc đơn vị đề nghị vào ngày ${formatDate(today)}. Người mới chuyển đến do đơn vị mới xét.`, "This person does not belong to the proposing unit today; the new unit reviews those who moved.");
      }
      named.push({ ...base, subject_kind: "individual", person_id: person.id, subject_unit_id: null, subject_name: person.full_name, subject_note: `${person.title}, ${person.unit_name}` });
    } else if (entry.subject_unit_id !== undefined && entry.person_id === undefined) {
      const unit = await findUnit(context.tx, entry.subject_unit_id, today);
      if (unit === null || !(await isInside(unit.id))) {
        return failField(`${at}.subject_unit_id`, "Tập thể, hộ này không thuộc đơn vị đề nghị.", "This collective or household does not belong to the proposing unit.");
      }
      const above = unit.parent_id === null ? "" : ((await unitNames(context.tx, [unit.parent_id], today)).get(unit.parent_id) ?? "");
      named.push({ ...base, subject_kind: unit.kind === "household" ? "household" : "collective", person_id: null, subject_unit_id: unit.id, subject_name: unit.name, subject_note: above });
    } else {
      return failField(`${at}.person_id`, "Cần đúng một đối tượng: cá nhân, hoặc tập thể/hộ gia đình.", "Name exactly one subject: a person, or a collective or household.");
    }
  }
  return ok(named);
}

/** A subject has one living dossier for an honour and year; two for different deeds of a certificate are told apart by the achievement's id. */
async function refuseDoubles(context: CommandContext, input: { honour: string; year: number }, named: readonly Named[]): Promise<Result<null, Failure>> {
  const keyOf = (id: string | null, achievement: unknown) => `${id} ${typeof achievement === "string" ? achievement : ""}`;
  const existing = await sameNominations(context.tx, input.honour, input.year, named.flatMap((entry) => entry.person_id ?? entry.subject_unit_id ?? []));
  const taken = new Set(existing.map((row) => keyOf(row.person_id ?? row.subject_unit_id, row.achievement_id)));
  for (const [index, entry] of named.entries()) {
    const key = keyOf(entry.person_id ?? entry.subject_unit_id, entry.facts["achievement"]);
    if (taken.has(key)) {
      const name = honourName(input.honour, "vi");
      return failField(`subjects.${index}.person_id`, `${entry.subject_name} đã có hồ sơ ${name} năm ${input.year}.`, `${entry.subject_name} already has a dossier for ${honourName(input.honour, "en")}, ${input.year}.`);
    }
    taken.add(key);
  }
  return ok(null);
}
