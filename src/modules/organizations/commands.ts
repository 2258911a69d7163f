import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import type { CommandContext, ReadContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { installationOnly } from "../../platform/command/policy.ts";
import { SUCCESSION_KINDS, UNIT_KINDS } from "./core/kinds.ts";
import { findRoot, findUnit } from "./store.ts";
import { units, unitSuccessions, unitVersions } from "./tables.ts";

const KEEPERS = ["officer", "administrator"] as const;

const unitFields = {
  name: field.text(200),
  kind: field.choice(UNIT_KINDS),
  code: field.maybe(field.text(20)),
  tax_code: field.maybe(field.pattern(/^\d{10}(-\d{3})?$/, "Mã số thuế có 10 chữ số, hoặc 10 và 3 chữ số cách nhau bằng gạch.", "A tax code has 10 digits, or 10 and 3 with a dash between.")),
  rank: field.maybe(field.whole(0, 100_000)),
  by_school_year: field.flag(),
  difficult_area: field.flag(),
  difficult_area_basis: field.maybe(field.text(300)),
  staff_managed_by: field.maybe(field.text(200)),
};

const NewUnit = z.strictObject({ ...unitFields, parent_id: field.id(), from_on: field.date() });

/** Founds the root of the locality's tree; once, at set-up. */
export const foundLocality = defineCommand({
  name: "found_locality",
  title: say("Lập cây đơn vị của địa phương", "Found the locality's unit tree"),
  input: z.strictObject({ name: field.text(200), from_on: field.date(), code: field.maybe(field.text(20)) }),
  policy: installationOnly,
  async run(context, input) {
    const root = await findRoot(context.tx);
    if (root !== null) return fail("conflict", `Địa phương đã được lập: ${root.name}.`, `The locality is set up already: ${root.name}.`);
    const id = context.newId();
    await insertUnits(context, [{ ...input, id, kind: "locality", parent_id: null, rank: 0, by_school_year: false, difficult_area: false }]);
    context.act({ subject_kind: "unit", subject_id: id, action: "found", unit_id: id, payload: { name: input.name } });
    return ok({ id });
  },
});

/** Founds one unit beneath another. */
export const foundUnit = defineCommand({
  name: "found_unit",
  title: say("Lập đơn vị", "Found a unit"),
  input: NewUnit,
  policy: { kind: "roles", roles: [...KEEPERS, "clerk"], unit: (_context, input) => input.parent_id, installation: true },
  async run(context, input) {
    const parent = await findUnit(context.tx, input.parent_id, input.from_on);
    if (parent === null) return failField("parent_id", "Đơn vị cấp trên chưa có vào ngày này.", "The parent unit does not exist on that day.");
    if (input.kind === "outside" && parent.parent_id !== null) {
      return failField("kind", "Đơn vị ngoài địa phương chỉ ghi ngay dưới gốc của cây đơn vị.", "Outside units stand directly beneath the root of the tree.");
    }
    if (input.difficult_area && !input.difficult_area_basis) {
      return failField("difficult_area_basis", "Hãy ghi quyết định công nhận địa bàn khó khăn.", "Name the decision that says the area is difficult.");
    }
    const id = context.newId();
    await insertUnits(context, [{ ...input, id, rank: input.rank ?? 999 }]);
    context.act({ subject_kind: "unit", subject_id: id, action: "found", unit_id: id, payload: { name: input.name } });
    return ok({ id });
  },
});

/** Founds many units at once; each may name another of the list by its key as the one above it. */
export const importUnits = defineCommand({
  name: "import_units",
  title: say("Nhập danh sách đơn vị", "Import a list of units"),
  input: z.strictObject({
    parent_id: field.id(),
    units: field.list(z.strictObject({ ...unitFields, key: field.text(60), parent_key: field.maybe(field.text(60)), from_on: field.date(), to_on: field.maybe(field.date()) })),
  }),
  policy: { kind: "roles", roles: KEEPERS, unit: (_context, input) => input.parent_id, installation: true },
  async run(context, input) {
    const ids: Record<string, string> = {};
    const rows: NewUnitRow[] = [];
    for (const [index, unit] of input.units.entries()) {
      if (ids[unit.key] !== undefined) return failField(`units.${index}.key`, `Khóa “${unit.key}” bị lặp.`, `The key “${unit.key}” occurs twice.`);
      const parent_id = unit.parent_key === undefined ? input.parent_id : ids[unit.parent_key];
      if (parent_id === undefined) {
        return failField(`units.${index}.parent_key`, `Chưa thấy đơn vị “${unit.parent_key}” ở phía trên trong danh sách.`, `No unit “${unit.parent_key}” stands above in the list.`);
      }
      const id = context.newId();
      ids[unit.key] = id;
      rows.push({ ...unit, id, parent_id, rank: unit.rank ?? index + 1 });
    }
    await insertUnits(context, rows);
    context.act({ subject_kind: "unit", subject_id: input.parent_id, action: "import_units", unit_id: input.parent_id, payload: { count: rows.length } });
    return ok({ ids });
  },
});

/** Changes what a unit is from a day on, up to its next change or its end: name, place in the tree, flags. The past stays as it was. */
export const changeUnit = defineCommand({
  name: "change_unit",
  title: say("Thay đổi đơn vị từ một ngày", "Change a unit from a day on"),
  input: z.strictObject({ ...unitFields, unit_id: field.id(), parent_id: field.id(), on: field.date() }).omit({ code: true, tax_code: true }),
  policy: { kind: "roles", roles: KEEPERS, unit: (_context, input) => input.unit_id, installation: true },
  async run(context, input) {
    const current = await findUnit(context.tx, input.unit_id, input.on);
    if (current === null) return fail("not_found", "Đơn vị không tồn tại vào ngày này.", "The unit does not exist on that day.");
    if (input.difficult_area && !input.difficult_area_basis) {
      return failField("difficult_area_basis", "Hãy ghi quyết định công nhận địa bàn khó khăn.", "Name the decision that says the area is difficult.");
    }
    if (await context.isWithin(input.parent_id, input.unit_id)) {
      return failField("parent_id", "Đơn vị không thể nằm dưới chính nó.", "A unit cannot stand beneath itself.");
    }
    const here = and(eq(unitVersions.unit_id, input.unit_id), eq(unitVersions.from_on, current.from_on));
    if (current.from_on === input.on) await context.tx.delete(unitVersions).where(here);
    else await context.tx.update(unitVersions).set({ to_on: input.on }).where(here);
    await context.tx.insert(unitVersions).values(versionRow(context, { ...input, id: input.unit_id, from_on: input.on, to_on: current.to_on ?? undefined, rank: input.rank ?? current.rank }));
    context.act({ subject_kind: "unit", subject_id: input.unit_id, action: "change", unit_id: input.unit_id, payload: { name: input.name, on: input.on } });
    return ok({ id: input.unit_id });
  },
});

/** Ends units on a day: merged into, split to, or moved to a successor, or abolished; by a named instrument. */
export const endUnits = defineCommand({
  name: "end_units",
  title: say("Chấm dứt, sáp nhập đơn vị", "End or merge units"),
  input: z.strictObject({
    unit_ids: field.list(field.id()),
    successor_id: field.maybe(field.id()),
    successor_name: field.text(200),
    on: field.date(),
    kind: field.choice(SUCCESSION_KINDS),
    basis: field.text(300),
  }),
  policy: { kind: "roles", roles: ["administrator"], unit: (context) => rootId(context), installation: true },
  async run(context, input) {
    for (const unit_id of input.unit_ids) {
      const unit = await findUnit(context.tx, unit_id, input.on);
      if (unit !== null) {
        await context.tx
          .update(unitVersions)
          .set({ to_on: input.on })
          .where(and(eq(unitVersions.unit_id, unit_id), eq(unitVersions.from_on, unit.from_on)));
      }
      await context.tx.insert(unitSuccessions).values({
        locality_id: context.locality.code, unit_id, successor_id: input.successor_id ?? null, successor_name: input.successor_name,
        on: input.on, kind: input.kind, basis: input.basis,
      });
      context.act({ subject_kind: "unit", subject_id: unit_id, action: "end", unit_id, payload: { on: input.on, kind: input.kind, successor: input.successor_name } });
    }
    return ok({ count: input.unit_ids.length });
  },
});

/** Gives the root's id, for what concerns the whole locality; null before set-up. */
export async function rootId(context: ReadContext): Promise<string | null> {
  return (await findRoot(context.tx))?.id ?? null;
}

type NewUnitRow = z.output<z.ZodObject<Omit<typeof unitFields, "code" | "tax_code">>> & {
  id: string;
  parent_id: string | null;
  rank: number;
  from_on: PlainDate;
  to_on?: PlainDate | undefined;
  code?: string | undefined;
  tax_code?: string | undefined;
};

function versionRow(context: CommandContext, unit: Omit<NewUnitRow, "code" | "tax_code">) {
  return {
    locality_id: context.locality.code, unit_id: unit.id, from_on: unit.from_on, to_on: unit.to_on ?? null,
    name: unit.name, name_folded: foldForSearch(unit.name), kind: unit.kind, parent_id: unit.parent_id, rank: unit.rank,
    by_school_year: unit.by_school_year, difficult_area: unit.difficult_area, difficult_area_basis: unit.difficult_area_basis ?? null, staff_managed_by: unit.staff_managed_by ?? null,
  };
}

async function insertUnits(context: CommandContext, rows: readonly NewUnitRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    const chunk = rows.slice(start, start + 1000);
    await context.tx.insert(units).values(
      chunk.map((unit) => ({ locality_id: context.locality.code, id: unit.id, code: unit.code ?? null, tax_code: unit.tax_code ?? null, created_at: context.clock.now() })),
    );
    await context.tx.insert(unitVersions).values(chunk.map((unit) => versionRow(context, unit)));
  }
}
