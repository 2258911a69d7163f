import { eq } from "drizzle-orm";
import { z } from "zod";
import { honourCatalogue, type HonourEntry, regimeOn } from "../../engines/rulebook/index.ts";
import { formatDate } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findUnit, listUnits, peopleById } from "../organizations/index.ts";
import { registrationDueOn, subjectKindsOfUnit } from "./core/registration.ts";
import { programmeFor } from "./store-programmes.ts";
import { findRegistration, registeredFor, unitsBeneath } from "./store-registrations.ts";
import { registrations } from "./tables.ts";

const subjects = { person_ids: field.list(field.id()), subject_unit_ids: field.list(field.id()) };

/** Registers which title persons, collectives and households of a unit aim at; after the programme's deadline only with a reason. */
export const registerTitles = defineCommand({
  name: "register_titles",
  title: say("Đăng ký danh hiệu thi đua", "Register titles"),
  input: z.strictObject({ unit_id: field.id(), year: field.whole(1990, 2100), honour: field.text(60), ...subjects, late_reason: field.maybe(field.text(500)) }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const today = context.clock.today();
    const unit = await findUnit(context.tx, input.unit_id, today);
    if (unit === null) return failField("unit_id", "Đơn vị không còn vào hôm nay.", "The unit does not exist today.");
    const honour = honourCatalogue().find((entry) => entry.id === input.honour);
    if (honour === undefined || honour.form !== "emulation_title") return failField("honour", "Chỉ đăng ký danh hiệu thi đua; hình thức khen thưởng không phải đăng ký.", "Only emulation titles are registered; forms of commendation are not.");
    const regime = regimeOn(today);
    if (regime !== null && !honour.regimes.includes(regime.id)) return failField("honour", `Danh hiệu “${honour.name_vi}” không có trong luật đang áp dụng.`, `The law in force has no title “${honour.name_en}”.`);
    const programme = await programmeFor(context.tx, unit.id, input.year, today);
    const due_on = programme === null ? null : registrationDueOn(programme, unit.by_school_year);
    const late = due_on !== null && today > due_on;
    if (late && input.late_reason === undefined) {
      return failField("late_reason", `Đã quá hạn đăng ký (${formatDate(due_on)}): hãy ghi lý do đăng ký muộn.`, `Registration ended on ${formatDate(due_on)}: give the reason for being late.`);
    }
    const persons = [...new Set(input.person_ids)];
    const units = [...new Set(input.subject_unit_ids)];
    if (persons.length + units.length === 0) return failField("person_ids", "Chưa chọn ai để đăng ký.", "Nobody was chosen.");
    const fitting = await checkSubjects(context, unit.id, honour, persons, units);
    if (!fitting.ok) return fitting;
    const fresh = await refuseDoubles(context, input.year, honour, persons, units, fitting.value);
    if (!fresh.ok) return fresh;
    const shared = {
      locality_id: context.locality.code, year: input.year, unit_id: unit.id, honour: honour.id, registered_on: today, late_reason: late ? (input.late_reason ?? null) : null,
    };
    const rows = [
      ...persons.map((person_id) => ({ ...shared, id: context.newId(), person_id, subject_unit_id: null })),
      ...units.map((subject_unit_id) => ({ ...shared, id: context.newId(), person_id: null, subject_unit_id })),
    ];
    for (let start = 0; start < rows.length; start += 1000) await context.tx.insert(registrations).values(rows.slice(start, start + 1000));
    context.act({ subject_kind: "unit", subject_id: unit.id, action: "register_titles", unit_id: unit.id, payload: { year: input.year, honour: honour.id, count: rows.length, late } });
    return ok({ ids: rows.map((row) => row.id), late });
  },
});

/** Withdraws a registration; it stays in the past as it was. */
export const withdrawRegistration = defineCommand({
  name: "withdraw_registration",
  title: say("Rút đăng ký danh hiệu", "Withdraw a registration"),
  input: z.strictObject({ registration_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: async (context, input) => (await findRegistration(context.tx, input.registration_id))?.unit_id ?? null },
  async run(context, input) {
    const registration = await findRegistration(context.tx, input.registration_id);
    if (registration === null) return fail("not_found", "Không có đăng ký này.", "No such registration.");
    if (registration.withdrawn_on !== null) return fail("conflict", `Đăng ký này đã rút ngày ${formatDate(registration.withdrawn_on)}.`, "This registration was withdrawn already.");
    await context.tx.update(registrations).set({ withdrawn_on: context.clock.today() }).where(eq(registrations.id, registration.id));
    context.act({ subject_kind: "unit", subject_id: registration.unit_id, action: "withdraw_registration", unit_id: registration.unit_id, payload: { year: registration.year, honour: registration.honour } });
    return ok({ id: registration.id });
  },
});

/** Checks that each subject belongs to the unit today and may hold the honour; gives their names by id. */
async function checkSubjects(context: CommandContext, unit_id: string, honour: HonourEntry, persons: readonly string[], units: readonly string[]): Promise<Result<Map<string, string>, Failure>> {
  const today = context.clock.today();
  const kinds: readonly string[] = honour.subject_kinds;
  const within = await unitsBeneath(context.tx, unit_id, today);
  const names = new Map<string, string>();
  const people = await peopleById(context.tx, persons, today);
  for (const [index, id] of persons.entries()) {
    const person = people.get(id);
    if (person === undefined || !within.has(person.unit_id)) {
      return failField(`person_ids.${index}`, `${person?.full_name ?? "Người này"} không thuộc đơn vị vào hôm nay.`, `${person?.full_name ?? "This person"} does not belong to the unit today.`);
    }
    if (!kinds.includes("individual")) return failField("honour", `“${honour.name_vi}” không dành cho cá nhân.`, `“${honour.name_en}” is not for individuals.`);
    names.set(id, person.full_name);
  }
  const found = new Map((await listUnits(context.tx, today, { ids: units })).map((unit) => [unit.id, unit]));
  for (const [index, id] of units.entries()) {
    const unit = found.get(id);
    if (unit === undefined || !within.has(id)) return failField(`subject_unit_ids.${index}`, `${unit?.name ?? "Tập thể, hộ này"} không thuộc đơn vị vào hôm nay.`, `${unit?.name ?? "This collective or household"} does not belong to the unit today.`);
    if (!subjectKindsOfUnit(unit.kind).some((kind) => kinds.includes(kind))) {
      return failField("honour", `“${honour.name_vi}” không dành cho ${unit.name}.`, `“${honour.name_en}” is not for a subject like ${unit.name}.`);
    }
    names.set(id, unit.name);
  }
  return ok(names);
}

async function refuseDoubles(context: CommandContext, year: number, honour: HonourEntry, persons: readonly string[], units: readonly string[], names: ReadonlyMap<string, string>): Promise<Result<null, Failure>> {
  const doubles = await registeredFor(context.tx, year, honour.id, [...persons, ...units]);
  if (doubles.size === 0) return ok(null);
  const named = [...doubles].map((id) => names.get(id) ?? "").join(", ");
  return failField("person_ids", `Đã đăng ký “${honour.name_vi}” năm ${year} rồi: ${named}.`, `Registered for “${honour.name_en}” in ${year} already: ${named}.`);
}
