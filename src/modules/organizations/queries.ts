import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt } from "../../platform/command/policy.ts";
import { UNIT_KINDS } from "./core/kinds.ts";
import { clustersOn, findUnit, inForce, listUnits, successionsOf, unitNames, unitsAbove, versionsOfUnit } from "./store.ts";
import { listPeople } from "./store-people.ts";
import { units, unitVersions } from "./tables.ts";

const PAGE_SIZE = 100;
/** Households are people's homes: the public list leaves them out, their own page stays reachable by whoever knows its address. */
const LISTED_KINDS = UNIT_KINDS.filter((kind) => kind !== "household");
/** Units of elsewhere are listed and counted only where their kind is asked for. */
const OWN_KINDS = LISTED_KINDS.filter((kind) => kind !== "outside");

/** The units of a day, by kind; search ignores diacritics. */
export const browseUnits = defineQuery({
  name: "browse_units",
  title: say("Danh sách đơn vị", "The list of units"),
  input: z.strictObject({
    kind: field.maybe(field.choice(UNIT_KINDS)), search: field.maybe(field.text(80)), on: field.maybe(field.date()), page: field.maybe(field.whole(1, 100_000)),
  }),
  policy: anyone,
  async run(context, input) {
    const on = input.on ?? context.clock.today();
    const page = input.page ?? 1;
    const listed = and(inForce(unitVersions, on), inArray(unitVersions.kind, LISTED_KINDS));
    const folded = input.search === undefined ? undefined : `%${foldForSearch(input.search).replace(/[\\%_]/g, "\\$&")}%`;
    const matching = and(
      listed,
      input.kind ? eq(unitVersions.kind, input.kind) : inArray(unitVersions.kind, OWN_KINDS),
      folded === undefined ? undefined : sql`(${unitVersions.name_folded} like ${folded} or ${units.code} = ${input.search ?? ""} or ${units.tax_code} = ${input.search ?? ""})`,
    );
    const counts = await context.tx.select({ kind: unitVersions.kind, count: count() }).from(unitVersions).where(listed).groupBy(unitVersions.kind);
    const join = and(eq(units.locality_id, unitVersions.locality_id), eq(units.id, unitVersions.unit_id));
    const [total] = await context.tx.select({ count: count() }).from(unitVersions).innerJoin(units, join).where(matching);
    const order = sql`array_position(${sql.param([...UNIT_KINDS])}::text[], ${unitVersions.kind})`;
    const rows = await context.tx
      .select({ id: units.id, name: unitVersions.name, kind: unitVersions.kind, code: units.code, tax_code: units.tax_code, parent_id: unitVersions.parent_id, difficult_area: unitVersions.difficult_area, by_school_year: unitVersions.by_school_year })
      .from(unitVersions)
      .innerJoin(units, join)
      .where(matching)
      .orderBy(order, asc(unitVersions.rank), asc(unitVersions.name))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const names = await unitNames(context.tx, rows.flatMap((row) => row.parent_id ?? []), on);
    const found = total?.count ?? 0;
    return ok({
      on,
      rows: rows.map((row) => ({ ...row, parent_name: row.parent_id === null ? null : (names.get(row.parent_id) ?? null) })),
      kinds: LISTED_KINDS.flatMap((kind) => {
        const entry = counts.find((line) => line.kind === kind);
        return entry === undefined ? [] : [{ kind, count: entry.count }];
      }),
      count: found,
      page,
      pages: Math.max(1, Math.ceil(found / PAGE_SIZE)),
      filter: input,
    });
  },
});

/** One unit as of a day: what it is, where it stands, what came before and after it. */
export const unitPage = defineQuery({
  name: "unit_page",
  title: say("Một đơn vị", "One unit"),
  input: z.strictObject({ unit_id: field.id(), on: field.maybe(field.date()) }),
  policy: anyone,
  async run(context, input) {
    const today = context.clock.today();
    const on = input.on ?? today;
    const versions = await versionsOfUnit(context.tx, input.unit_id);
    const newest = versions[versions.length - 1];
    if (newest === undefined) return fail("not_found", "Không có đơn vị này.", "No such unit.");
    const unit = await findUnit(context.tx, input.unit_id, on);
    const above = await unitsAbove(context.tx, input.unit_id, on);
    const beneath = unit === null ? [] : await listUnits(context.tx, on, { parent_id: input.unit_id });
    const clusters = (await clustersOn(context.tx, on)).filter((cluster) => cluster.unit_ids.includes(input.unit_id));
    const successions = await successionsOf(context.tx, input.unit_id);
    const names = await unitNames(context.tx, successions.flatMap((row) => [row.unit_id, ...(row.successor_id ? [row.successor_id] : [])]), maxDate(on, today));
    const nameOf = (id: string) => names.get(id) ?? "";
    const neighbours = (clusters[0]?.unit_ids ?? []).filter((id) => id !== input.unit_id);
    const neighbourNames = await unitNames(context.tx, neighbours, on);
    return ok({
      on,
      /** Null when there is no such unit on that day; then `newest` still says what it was or will be. */
      unit,
      newest,
      path: above.reverse().map(({ id, name }) => ({ id, name })),
      beneath: beneath.map(({ id, name, kind }) => ({ id, name, kind })).filter((entry) => entry.kind !== "household"),
      households: beneath.filter((entry) => entry.kind === "household").length,
      versions,
      came_in: successions.filter((row) => row.successor_id === input.unit_id).map(({ unit_id, on: day, kind, basis }) => ({ unit_id, name: nameOf(unit_id), on: day, kind, basis })),
      went_to: successions.filter((row) => row.unit_id === input.unit_id).map(({ successor_id, successor_name, on: day, kind, basis }) => ({ successor_id, name: successor_name, on: day, kind, basis })),
      cluster: clusters[0] === undefined ? null : { id: clusters[0].id, name: clusters[0].name, kind: clusters[0].kind, others: neighbours.map((id) => ({ id, name: neighbourNames.get(id) ?? "" })) },
      may: {
        people: (await mayAt(context, input.unit_id, PEOPLE_READERS)) && unit !== null,
        found: (await mayAt(context, input.unit_id, ["officer", "administrator", "clerk"])) && unit !== null,
        change: (await mayAt(context, input.unit_id, ["officer", "administrator"])) && unit !== null,
      },
    });
  },
});

const PEOPLE_READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor", "administrator"] as const;

/** The people of a unit and of all units beneath it on a day, in list order; for those with a role there. */
export const unitPeople = defineQuery({
  name: "unit_people",
  title: say("Người của đơn vị", "The unit's people"),
  input: z.strictObject({ unit_id: field.id(), on: field.maybe(field.date()), search: field.maybe(field.text(80)) }),
  policy: {
    kind: "roles",
    roles: ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor", "administrator"],
    unit: (_context, input) => input.unit_id,
  },
  async run(context, input) {
    const on = input.on ?? context.clock.today();
    const unit = await findUnit(context.tx, input.unit_id, on);
    if (unit === null) return fail("not_found", "Đơn vị không tồn tại vào ngày này.", "The unit does not exist on that day.");
    const people = await listPeople(context.tx, on, { unit_id: unit.id, limit: 2000, ...(input.search ? { search: input.search } : {}) });
    const siblings = await siblingUnits(context, unit.parent_id, on);
    return ok({ on, unit: { id: unit.id, name: unit.name, kind: unit.kind }, people, search: input.search ?? "", move_to: siblings, may_keep: await mayAt(context, unit.id, ["officer", "clerk", "head", "administrator"]) });
  },
});

/** Units to which a person may be moved: those beside this one and those beneath the same parent. */
async function siblingUnits(context: ReadContext, parent_id: string | null, on: PlainDate): Promise<{ id: string; name: string }[]> {
  if (parent_id === null) return [];
  const rows = await listUnits(context.tx, on, { parent_id });
  return rows.map(({ id, name }) => ({ id, name }));
}

function maxDate(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
