import { z } from "zod";
import { err, ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import { importFields, judgeRows } from "./judge-rows.ts";
import { communeOf } from "./store.ts";
import { lockList, openReview, refuseMoreVotesThanCame, writeHouseholds, writeMeetings, writeRegistrations } from "./write-rows.ts";

const SEE_BELOW = say("Dòng này chưa đúng.", "This row is wrong.");

/** Writes the rows of a commune's sheet, judged again here: households, registrations, points, votes, grounds and meetings, all of them or none. */
export const importHouseholds = defineCommand({
  name: "import_households",
  title: say("Nhập hộ gia đình và kết quả bình xét từ bảng tính", "Import households and their review from a spreadsheet"),
  input: z.strictObject(importFields),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    await lockList(context, review.value.commune_id);
    const judged = await judgeRows(context, review.value, input.rows, () => context.newId());
    const wrong = judged.rows.filter((row) => row.outcome === "wrong");
    if (wrong.length > 0) {
      const fields = Object.fromEntries(wrong.slice(0, 200).map((row) => [`rows.${row.index}.${row.fault?.field ?? "head"}`, row.fault?.text ?? SEE_BELOW]));
      return err({ code: "invalid", message: say(`Chưa ghi gì: ${wrong.length} dòng chưa đúng. Hãy sửa trong bảng tính rồi tải lên lại.`, `Nothing was written: ${wrong.length} rows are wrong. Mend them in the spreadsheet and upload it again.`), fields });
    }
    const households = judged.rows.flatMap((row) => (row.household?.changed === true ? [row.household] : []));
    const registrations = judged.rows.flatMap((row) => (row.registration?.changed === true ? [row.registration] : []));
    if (households.length + registrations.length + judged.meetings.length === 0) return fail("conflict", "Không có gì mới trong bảng tính.", "Nothing in the spreadsheet is new.");
    await writeHouseholds(context, review.value.commune_id, households);
    await writeMeetings(context, input.review_id, judged.meetings);
    await writeRegistrations(context, input.review_id, registrations);
    const fitting = await refuseMoreVotesThanCame(context, input.review_id);
    if (!fitting.ok) return fitting;
    const counts = { households: households.filter((each) => !each.known).length, registrations: registrations.filter((each) => !each.known).length, meetings: judged.meetings.length, rows: input.rows.length };
    context.act({ subject_kind: "household_review", subject_id: input.review_id, action: "import", unit_id: review.value.commune_id, payload: counts });
    return ok({ id: input.review_id, ...counts });
  },
});
