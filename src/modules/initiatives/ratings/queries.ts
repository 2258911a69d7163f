import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import * as field from "../../../platform/command/fields.ts";
import { listUnits, peopleNames, subtree, unitNames } from "../../organizations/index.ts";
import { READERS } from "../permissions.ts";
import { judgeRows, ratingFields } from "./judge-rows.ts";
import { listRatings } from "./store.ts";
import { unitsHeld } from "../../../platform/command/policy.ts";

const PAGE_SIZE = 100;
const IMPORTERS = ["clerk", "head", "officer"] as const;

/** The yearly ratings of the units that the actor may see. */
export const browseRatings = defineQuery({
  name: "browse_ratings",
  title: say("Danh sách xếp loại hằng năm", "The list of yearly ratings"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)), unit_id: field.maybe(field.id()), page: field.maybe(field.whole(1, 100_000)) }),
  policy: { kind: "roles", roles: READERS, unit: (context) => unitsHeld(context, READERS)[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const page = input.page ?? 1;
    const scope = subtree(unitsHeld(context, READERS), today);
    const { rows, count } = await listRatings(context.tx, { scope, year: input.year, unit_id: input.unit_id }, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    const units = await unitNames(context.tx, rows.flatMap((row) => [row.unit_id, ...(row.subject_unit_id === null ? [] : [row.subject_unit_id])]), today);
    const people = await peopleNames(context.tx, rows.flatMap((row) => row.person_id ?? []));
    const own = await listUnits(context.tx, today, { ids: unitsHeld(context, IMPORTERS) });
    return ok({
      rows: rows.map((row) => ({ ...row, unit_name: units.get(row.unit_id) ?? "", subject_name: (row.person_id === null ? units.get(row.subject_unit_id ?? "") : people.get(row.person_id)) ?? "" })),
      count, page, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)), filter: input, may_import: own.map(({ id, name }) => ({ id, name })),
    });
  },
});

/** What an import of ratings would write, row by row, and what is wrong; nothing is written. */
export const ratingsPreview = defineQuery({
  name: "ratings_preview",
  title: say("Xem trước khi nhập xếp loại", "Preview an import of ratings"),
  input: z.strictObject(ratingFields),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const rows = await judgeRows(context, input);
    const count = (outcome: (typeof rows)[number]["outcome"]): number => rows.filter((row) => row.outcome === outcome).length;
    const name = (await unitNames(context.tx, [input.unit_id], context.clock.today())).get(input.unit_id) ?? "";
    const { year, decision_number, decided_on } = input;
    return ok({ unit: { id: input.unit_id, name }, year, decision_number, decided_on, rows, counts: { write: count("write"), same: count("same"), unmatched: count("unmatched"), wrong: count("wrong") } });
  },
});
