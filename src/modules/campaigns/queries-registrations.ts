import { z } from "zod";
import { honourCatalogue, regimeOn } from "../../engines/rulebook/index.ts";
import { daysBetween, yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findUnit, listPeople, listUnits, peopleNames, subtree, unitNames } from "../organizations/index.ts";
import { registrationDueOn } from "./core/registration.ts";
import { programmeFor } from "./store-programmes.ts";
import { countRegistrations, listRegistrations } from "./store-registrations.ts";
import { unitsHeld } from "../../platform/command/policy.ts";

const READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor"] as const;
const PAGE_SIZE = 100;

/** Registrations of the units that the actor may see, with the number for each honour. */
export const browseRegistrations = defineQuery({
  name: "browse_registrations",
  title: say("Danh sách đăng ký danh hiệu", "The list of registrations"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)), unit_id: field.maybe(field.id()), honour: field.maybe(field.text(60)), page: field.maybe(field.whole(1, 100_000)) }),
  policy: { kind: "roles", roles: READERS, unit: (context) => unitsHeld(context, READERS)[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const year = input.year ?? yearOf(today);
    const units = subtree(unitsHeld(context, READERS), today);
    const page = input.page ?? 1;
    const filter = { units, year, unit_id: input.unit_id, honour: input.honour };
    const rows = await listRegistrations(context.tx, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    const counts = await countRegistrations(context.tx, { ...filter, honour: undefined });
    const count = counts.filter((line) => input.honour === undefined || line.honour === input.honour).reduce((sum, line) => sum + line.count, 0);
    const names = await unitNames(context.tx, rows.flatMap((row) => [row.unit_id, ...(row.subject_unit_id ? [row.subject_unit_id] : [])]), today);
    const people = await peopleNames(context.tx, rows.flatMap((row) => row.person_id ?? []));
    const writable = unitsHeld(context, ["clerk", "head"]);
    const mayWrite = new Set(writable);
    return ok({
      rows: rows.map((row) => ({
        ...row,
        unit_name: names.get(row.unit_id) ?? "",
        subject_name: (row.person_id ? people.get(row.person_id) : names.get(row.subject_unit_id ?? "")) ?? "",
        may_withdraw: mayWrite.has(row.unit_id),
      })),
      counts,
      count,
      page,
      pages: Math.max(1, Math.ceil(count / PAGE_SIZE)),
      filter: { ...input, year },
      my_units: [...(await unitNames(context.tx, writable, today))].map(([id, name]) => ({ id, name })),
    });
  },
});

/** What the form of registration shows: the unit's people, collectives and households, the titles, the deadline. */
export const registrationChoices = defineQuery({
  name: "registration_choices",
  title: say("Các lựa chọn khi đăng ký danh hiệu", "What the form of registration offers"),
  input: z.strictObject({ unit_id: field.id(), year: field.whole(1990, 2100), search: field.maybe(field.text(80)) }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const today = context.clock.today();
    const unit = await findUnit(context.tx, input.unit_id, today);
    if (unit === null) return fail("not_found", "Không có đơn vị này.", "No such unit.");
    const units = subtree([unit.id], today);
    const people = await listPeople(context.tx, today, { units, limit: 1000, ...(input.search ? { search: input.search } : {}) });
    const beneath = await listUnits(context.tx, today, { parent_id: unit.id });
    const programme = await programmeFor(context.tx, unit.id, input.year, today);
    const due_on = programme === null ? null : registrationDueOn(programme, unit.by_school_year);
    const regime = regimeOn(today)?.id;
    const taken = await listRegistrations(context.tx, { units, year: input.year }, 10_000, 0);
    const already = new Map<string, string[]>();
    for (const row of taken) {
      const subject = row.person_id ?? row.subject_unit_id ?? "";
      already.set(subject, [...(already.get(subject) ?? []), row.honour]);
    }
    return ok({
      unit: { id: unit.id, name: unit.name },
      due_on,
      days_left: due_on === null ? null : daysBetween(today, due_on),
      honours: honourCatalogue()
        .filter((honour) => honour.form === "emulation_title" && (regime === undefined || honour.regimes.includes(regime)))
        .map(({ id, name_vi, name_en }) => ({ id, name: say(name_vi, name_en) })),
      people: people.map(({ id, full_name, title, unit_name }) => ({ id, full_name, title, unit_name, registered: already.get(id) ?? [] })),
      units: [unit, ...beneath].map(({ id, name, kind }) => ({ id, name, kind, registered: already.get(id) ?? [] })),
    });
  },
});
