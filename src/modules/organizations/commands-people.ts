import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { SEXES, WORKERS } from "./core/kinds.ts";
import { findUnit } from "./store.ts";
import { people, positions } from "./tables.ts";

const KEEPERS = ["officer", "clerk", "head", "administrator"] as const;

const positionFields = {
  title: field.text(120),
  position_rank: field.maybe(field.whole(1, 1000)),
  worker: field.choice(WORKERS),
  recruited_on: field.maybe(field.date()),
  direct_labourer: field.flag(),
  grassroots_cadre: field.flag(),
  difficult_field: field.flag(),
};

const personFields = {
  full_name: field.text(120),
  sex: field.maybe(field.choice(SEXES)),
  born_on: field.maybe(field.date()),
  ...positionFields,
};

/** Enters one person with a place in a unit. */
export const addPerson = defineCommand({
  name: "add_person",
  title: say("Thêm người vào đơn vị", "Add a person to a unit"),
  input: z.strictObject({ ...personFields, unit_id: field.id(), from_on: field.date() }),
  policy: { kind: "roles", roles: KEEPERS, unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const unit = await findUnit(context.tx, input.unit_id, input.from_on);
    if (unit === null) return failField("from_on", "Đơn vị chưa có vào ngày này.", "The unit does not exist on that day.");
    if (input.born_on && input.born_on >= input.from_on) {
      return failField("born_on", "Ngày sinh phải trước ngày về đơn vị.", "The birth date must come before the first day in the unit.");
    }
    if (input.recruited_on && input.recruited_on > input.from_on) {
      return failField("recruited_on", `Ngày tuyển dụng không thể sau ngày về đơn vị (${formatDate(input.from_on)}).`, "Recruitment cannot come after the first day in the unit.");
    }
    const { ids } = await enter(context, input.unit_id, input.from_on, [input]);
    const id = ids[0] as string;
    context.act({ subject_kind: "person", subject_id: id, action: "add", unit_id: input.unit_id, payload: { title: input.title } });
    return ok({ id });
  },
});

/** Enters many people of one unit at once, as from a staff list. */
export const importPeople = defineCommand({
  name: "import_people",
  title: say("Nhập danh sách người của đơn vị", "Import a unit's people"),
  input: z.strictObject({ unit_id: field.id(), from_on: field.date(), people: field.list(z.strictObject(personFields)) }),
  policy: { kind: "roles", roles: KEEPERS, unit: (_context, input) => input.unit_id, installation: true },
  async run(context, input) {
    const unit = await findUnit(context.tx, input.unit_id, input.from_on);
    if (unit === null) return failField("unit_id", "Đơn vị chưa có vào ngày này.", "The unit does not exist on that day.");
    const { ids } = await enter(context, input.unit_id, input.from_on, input.people);
    context.act({ subject_kind: "unit", subject_id: input.unit_id, action: "import_people", unit_id: input.unit_id, payload: { count: ids.length } });
    return ok({ ids });
  },
});

/** Moves a person to another place, or ends the place: the old one stays in the past as it was. */
export const movePerson = defineCommand({
  name: "move_person",
  title: say("Điều động, thôi giữ vị trí", "Move a person or end a place"),
  input: z.strictObject({
    position_id: field.id(),
    unit_id: field.id(),
    on: field.date(),
    to_unit_id: field.maybe(field.id()),
    title: field.maybe(field.text(120)),
  }),
  policy: { kind: "roles", roles: KEEPERS, unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const [position] = await context.tx
      .select()
      .from(positions)
      .where(and(eq(positions.id, input.position_id), eq(positions.unit_id, input.unit_id)));
    if (position === undefined) return fail("not_found", "Không có vị trí này tại đơn vị.", "No such place at this unit.");
    if (input.on <= position.from_on) return failField("on", `Phải sau ngày bắt đầu (${formatDate(position.from_on)}).`, "Must come after the first day.");
    if (position.to_on !== null) return fail("conflict", "Vị trí này đã kết thúc.", "This place has ended already.");
    await context.tx.update(positions).set({ to_on: input.on }).where(eq(positions.id, position.id));
    if (input.to_unit_id) {
      const target = await findUnit(context.tx, input.to_unit_id, input.on);
      if (target === null) return failField("to_unit_id", "Đơn vị mới chưa có vào ngày này.", "The new unit does not exist on that day.");
      await context.tx.insert(positions).values({ ...position, id: context.newId(), unit_id: input.to_unit_id, title: input.title ?? position.title, from_on: input.on, to_on: null });
    }
    context.act({ subject_kind: "person", subject_id: position.person_id, action: "move", unit_id: input.unit_id, payload: { on: input.on, to_unit_id: input.to_unit_id ?? null } });
    return ok({ id: position.person_id });
  },
});

type Entry = z.output<z.ZodObject<typeof personFields>>;

async function enter(
  context: Parameters<typeof addPerson.run>[0],
  unit_id: string,
  from_on: Entry["recruited_on"] & string,
  list: readonly Entry[],
): Promise<{ ids: string[] }> {
  const locality_id = context.locality.code;
  const rows = list.map((person) => ({ person, id: context.newId() }));
  if (rows.length === 0) return { ids: [] };
  await context.tx.insert(people).values(
    rows.map(({ person, id }) => ({
      locality_id, id, full_name: person.full_name, name_folded: foldForSearch(person.full_name),
      sex: person.sex ?? null, born_on: person.born_on ?? null, created_at: context.clock.now(),
    })),
  );
  await context.tx.insert(positions).values(
    rows.map(({ person, id }) => ({
      locality_id, id: context.newId(), person_id: id, unit_id, from_on, title: person.title,
      position_rank: person.position_rank ?? 100, worker: person.worker, recruited_on: person.recruited_on ?? null,
      direct_labourer: person.direct_labourer, grassroots_cadre: person.grassroots_cadre, difficult_field: person.difficult_field,
    })),
  );
  return { ids: rows.map(({ id }) => id) };
}
