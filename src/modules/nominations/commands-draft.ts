import { eq } from "drizzle-orm";
import { z } from "zod";
import { honourCatalogue, type Procedure, PROCEDURES } from "../../engines/rulebook/index.ts";
import { formatDate, type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findUnit, listUnits, peopleById, type SubjectKind, unitNames, unitsAbove } from "../organizations/index.ts";
import { type Assessable, assessAll, honourName } from "./assess.ts";
import { authoritiesOf, PROPOSABLE_AUTHORITIES } from "./core/authorities.ts";
import { type Nomination, statedFacts } from "./core/dossier.ts";
import { procedureFor } from "./core/procedure.ts";
import { moveAll, unitOfNominations } from "./move.ts";
import { findNomination, lockNominations, sameNominations } from "./store.ts";
import { sendUp } from "./submissions/receive.ts";
import { nominations } from "./tables.ts";

const WRITERS = ["clerk", "head", "officer"] as const;

/** The most that stated facts may take up as JSON: a form fills a twentieth of it. */
const MOST_FACTS = 20_000;

const facts = () =>
  z.preprocess(
    (value) => value ?? {},
    z.record(z.string(), z.unknown()).superRefine((value, context) => {
      if (JSON.stringify(value).length > MOST_FACTS) context.addIssue({ code: "custom", params: { vi: "Nội dung kê khai quá dài.", en: "The stated facts are too long." }, message: "too long" });
    }),
  );

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
  authority: field.choice(PROPOSABLE_AUTHORITIES),
  campaign_id: field.maybe(field.id()),
  /** Left open it follows from the type of commendation that each subject states. */
  procedure: field.maybe(field.choice(PROCEDURES)),
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
    const today = context.clock.today();
    if (input.year > yearOf(today)) return failField("year", `Năm thành tích ${input.year} chưa đến (hôm nay là ${formatDate(today)}).`, `The achievement year ${input.year} has not come yet.`);
    const may = authoritiesOf(input.honour);
    if (may.length > 0 && !may.includes(input.authority)) {
      return failField("authority", `Theo quy định, cấp này không có thẩm quyền đối với ${honour.name_vi}. Hãy chọn cấp khác.`, `The law never gives ${honour.name_en} to this authority. Choose another.`);
    }
    if (input.subjects.length === 0) return failField("subjects", "Chưa chọn ai.", "Nobody was chosen.");
    const elsewhere = await refuseManagedElsewhere(context, input.unit_id, honour.form === "emulation_title", input.authority);
    if (!elsewhere.ok) return elsewhere;
    const named = await nameSubjects(context, input.unit_id, input.subjects);
    if (!named.ok) return named;
    const followed = proceduresOfAll(input.procedure, named.value, today);
    if (!followed.ok) return followed;
    const double = await refuseDoubles(context, input, named.value);
    if (!double.ok) return double;
    const rows = named.value.map((entry, index) => ({
      locality_id: context.locality.code, id: context.newId(), unit_id: input.unit_id, honour: input.honour, year: input.year,
      authority: input.authority, campaign_id: input.campaign_id ?? null, procedure: followed.value[index] ?? "usual", ...entry, subject_folded: foldForSearch(entry.subject_name),
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
  input: z.strictObject({ nomination_id: field.id(), revision: field.whole(1, 1_000_000), achievement: field.longText(4000), facts: facts(), honour: field.maybe(field.text(60)), procedure: field.maybe(field.choice(PROCEDURES)) }),
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
    const procedure = procedureFor(input.procedure, revised.facts, context.clock.today());
    if (!procedure.ok) return failField("procedure", procedure.error.vi, procedure.error.en);
    const shaped = await assessAll(context, [revised]);
    if (!shaped.ok) return failField(`facts.${plainPath(shaped.error.path).replace(/^candidate\./, "")}`, shaped.error.message, shaped.error.message);
    await context.tx
      .update(nominations)
      .set({ achievement: input.achievement, facts: revised.facts, honour: revised.honour, procedure: procedure.value, revision: nomination.revision + 1 })
      .where(eq(nominations.id, nomination.id));
    return ok({ id: nomination.id });
  },
});

/**
 * Submits nominations one step up their route: to the first level set for their unit, else to the level that decides, where the
 * day of receipt selects the law, the findings are kept and a receipt is given.
 */
export const submitNominations = defineCommand({
  name: "submit_nominations",
  title: say("Trình hồ sơ", "Submit nominations"),
  input: z.strictObject({ nomination_ids: field.list(field.id(), 1000) }),
  policy: { kind: "roles", roles: WRITERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids, WRITERS) },
  async run(context, input) {
    const [first] = input.nomination_ids;
    if (first === undefined) return fail("invalid", "Chưa chọn hồ sơ nào.", "No dossier was chosen.");
    const held = await heldByLevel(context, input.nomination_ids);
    if (!held.ok) return held;
    const unit_id = (await findNomination(context.tx, first))?.unit_id ?? "";
    const sent = await sendUp(context, input.nomination_ids, { unit_id, list_id: null });
    if (!sent.ok) return sent;
    const { count, at_level, receipt_id } = sent.value;
    return ok({ count, unit_id, at_level, receipt_id });
  },
});

/** What a level has goes on only by that level's list: refused to the unit that proposed it, unless the level exists no more. */
async function heldByLevel(context: CommandContext, ids: readonly string[]): Promise<Result<null, Failure>> {
  const waiting = (await lockNominations(context.tx, ids)).filter((nomination) => nomination.status === "at_level");
  const there = new Set((await listUnits(context.tx, context.clock.today(), { ids: [...new Set(waiting.flatMap((nomination) => nomination.level_unit_id ?? []))] })).map((unit) => unit.id));
  const held = waiting.find((nomination) => nomination.level_unit_id !== null && there.has(nomination.level_unit_id));
  if (held === undefined) return ok(null);
  return fail("conflict", `Hồ sơ “${held.subject_name}” đang ở cấp trên, do cấp đó xét và trình tiếp.`, `The dossier “${held.subject_name}” is with the level above, which sends it on.`);
}

/** Withdraws nominations, with the reason. */
export const withdrawNominations = defineCommand({
  name: "withdraw_nominations",
  title: say("Rút hồ sơ", "Withdraw nominations"),
  input: z.strictObject({ nomination_ids: field.list(field.id(), 1000), reason: field.text(500) }),
  policy: { kind: "roles", roles: WRITERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids, WRITERS) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "withdraw", () => ({ reason: input.reason }), { level_unit_id: null, level_order: null });
    return moved.ok ? ok({ count: moved.value.length }) : moved;
  },
});

/** The titles of units whose staff is managed outside the locality are decided there: refused here with the address. Commendation forms stay possible. */
async function refuseManagedElsewhere(context: CommandContext, unit_id: string, is_title: boolean, authority: string): Promise<Result<null, Failure>> {
  if (!is_title || authority === "agency" || authority === "enterprise") return ok(null);
  const today = context.clock.today();
  const ids = [unit_id, ...(await unitsAbove(context.tx, unit_id, today)).map(({ id }) => id)];
  const managed = (await listUnits(context.tx, today, { ids })).find((one) => one.staff_managed_by !== null);
  if (managed === undefined) return ok(null);
  return failField(
    "honour",
    `Danh hiệu thi đua của ${managed.name} do cơ quan quản lý cán bộ xét: hãy gửi hồ sơ về ${managed.staff_managed_by}. Ở đây chỉ đề nghị hình thức khen thưởng.`,
    `The titles of ${managed.name} are decided by who manages its staff: send the dossier to ${managed.staff_managed_by}. Here only commendation forms can be proposed.`,
  );
}

/** Gives the procedure of each subject, or the refusal at the form's field. */
function proceduresOfAll(chosen: Procedure | undefined, list: readonly Named[], on: PlainDate): Result<Procedure[], Failure> {
  const procedures: Procedure[] = [];
  for (const entry of list) {
    const procedure = procedureFor(chosen, entry.facts, on);
    if (!procedure.ok) return failField("procedure", procedure.error.vi, procedure.error.en);
    procedures.push(procedure.value);
  }
  return ok(procedures);
}

/** The rulebook names a fact from the root of its input, `$.candidate.rating`; forms know no root. */
function plainPath(path: string): string {
  return path.replace(/^\$\.?/, "");
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
