import { z } from "zod";
import { err, ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { failField } from "../../../platform/command/failure.ts";
import { judgeRows, ratingFields } from "./judge-rows.ts";
import { yearlyRatings } from "./tables.ts";

/** Imports a unit's yearly ratings of one decision: all rows or none. Rows without a match are left out only when that is asked for. */
export const importRatings = defineCommand({
  name: "import_ratings",
  title: say("Nhập xếp loại hằng năm", "Import yearly ratings"),
  input: z.strictObject(ratingFields),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    if (input.decided_on > context.clock.today()) return failField("decided_on", "Ngày quyết định không thể sau hôm nay.", "The decision cannot be dated after today.");
    const judged = await judgeRows(context, input);
    const faults = judged.flatMap((row, index) => (row.fault === null || (row.outcome === "unmatched" && input.skip_unmatched) ? [] : [[`rows.${index}.${row.fault.field}`, row.fault.text] as const]));
    if (faults.length > 0) {
      return err({ code: "invalid", message: say(`${faults.length} dòng chưa nhập được; chưa dòng nào được ghi.`, `${faults.length} rows cannot be imported; none was written.`), fields: Object.fromEntries(faults) });
    }
    const fresh = judged.filter((row) => row.outcome === "write");
    const rows = fresh.flatMap(({ match, rating }) =>
      match === null || rating === null
        ? []
        : [{
            locality_id: context.locality.code, id: context.newId(), unit_id: input.unit_id, person_id: match.kind === "person" ? match.id : null, subject_unit_id: match.kind === "unit" ? match.id : null,
            year: input.year, rating, decision_number: input.decision_number, decided_on: input.decided_on, entered_at: context.clock.now(),
          }],
    );
    if (rows.length === 0) return failField("rows", "Không có dòng nào mới để ghi.", "There is nothing new to write.");
    for (let start = 0; start < rows.length; start += 500) await context.tx.insert(yearlyRatings).values(rows.slice(start, start + 500));
    const skipped = judged.filter((row) => row.outcome === "unmatched").map((row) => row.written);
    context.act({ subject_kind: "unit", subject_id: input.unit_id, action: "import_ratings", unit_id: input.unit_id, payload: { year: input.year, decision_number: input.decision_number, decided_on: input.decided_on, count: rows.length, skipped: skipped.length } });
    return ok({ written: rows.length, same: judged.filter((row) => row.outcome === "same").length, skipped, year: input.year, unit_id: input.unit_id });
  },
});
