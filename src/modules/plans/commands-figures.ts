import { z } from "zod";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { keepScan, upload } from "../../platform/files/upload.ts";
import { judgeFigure } from "./core/reporting.ts";
import { figure } from "./fields.ts";
import { importFields, judgeRows } from "./judge-rows.ts";
import { listTargets, newestFigures } from "./store.ts";
import { type JudgedFigure, writeFigures } from "./write-figures.ts";

const SEE_BELOW = say("Chưa ghi số liệu nào: có chỗ chưa đúng, xem từng ô bên dưới. Những gì đã nhập vẫn còn.", "Nothing was written: some fields need attention, see below. Nothing you typed is lost.");

const reported = z.strictObject({ target_id: field.id(), value: figure(), evidence: field.maybe(field.text(300)), reason: field.maybe(field.text(500)), scan: upload().optional() });
type Reported = z.output<typeof reported>;

/** Reports a unit's figures of one period, several targets at once: all are written or none. A figure that is the same as before is passed over. */
export const reportActuals = defineCommand({
  name: "report_actuals",
  title: say("Báo cáo số thực hiện", "Report figures"),
  input: z.strictObject({ unit_id: field.id(), year: field.whole(1990, 2100), month: field.whole(1, 12), on_site: field.flag(), figures: field.list(reported, 500) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    if (input.figures.length === 0) return fail("invalid", "Chưa nhập số liệu nào.", "No figure was entered.");
    const judged = await judgeReport(context, input);
    if (!judged.ok) return judged;
    const figures: JudgedFigure[] = [];
    for (const { entry, index, figure: ready } of judged.value) {
      if (entry.scan === undefined) figures.push(ready);
      else {
        const kept = await keepScan(context, entry.scan, `figures.${index}.scan`, input.unit_id);
        if (!kept.ok) return kept;
        figures.push({ ...ready, file_id: kept.value });
      }
    }
    if (figures.length === 0) return fail("conflict", "Không có số liệu nào mới so với lần báo cáo trước.", "Nothing is new since the last report.");
    const written = await writeFigures(context, figures, "form");
    return written.ok ? ok({ unit_id: input.unit_id, year: input.year, month: input.month, ...written.value }) : written;
  },
});

type Report = { unit_id: string; year: number; month: number; on_site: boolean; figures: Reported[] };

async function judgeReport(context: CommandContext, input: Report): Promise<Result<{ entry: Reported; index: number; figure: JudgedFigure }[], Failure>> {
  const ids = input.figures.map((entry) => entry.target_id);
  const targets = new Map((await listTargets(context.tx, { ids, year: input.year, line_of: [input.unit_id] })).map((target) => [target.id, target]));
  const earlier = await newestFigures(context.tx, ids, [input.unit_id]);
  const fields: Record<string, Text> = {};
  const ready: { entry: Reported; index: number; figure: JudgedFigure }[] = [];
  for (const [index, entry] of input.figures.entries()) {
    const target = targets.get(entry.target_id);
    if (target === undefined || ids.indexOf(entry.target_id) !== index) {
      fields[`figures.${index}.value`] = target === undefined ? say("Đơn vị không được giao chỉ tiêu này trong năm.", "The unit does not have this target in the year.") : say("Chỉ tiêu này được ghi hai lần.", "This target is listed twice.");
      continue;
    }
    const own = earlier.filter((row) => row.target_id === target.id);
    const [evidence, reason] = [entry.evidence ?? null, entry.reason ?? null];
    const verdict = judgeFigure(target, own, { month: input.month, value: entry.value, evidenced: evidence !== null || entry.scan !== undefined, reason }, context.clock.today());
    if (verdict.kind === "fault") fields[`figures.${index}.${verdict.field === "month" ? "value" : verdict.field}`] = verdict.text;
    if (verdict.kind !== "write") continue;
    const version = (own.find((row) => row.month === input.month)?.version ?? 0) + 1;
    ready.push({ entry, index, figure: { target, unit_id: input.unit_id, month: input.month, version, value: entry.value, corrects: verdict.corrects, evidence, file_id: null, on_site: input.on_site, reason } });
  }
  return Object.keys(fields).length === 0 ? ok(ready) : err({ code: "invalid", message: SEE_BELOW, fields });
}

/** Writes the rows read out of a spreadsheet, judged again here: all of them or none. The rows concern the given unit and those beneath it. */
export const importActuals = defineCommand({
  name: "import_actuals",
  title: say("Nhập số thực hiện từ bảng tính", "Import figures from a spreadsheet"),
  input: z.strictObject(importFields),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const judged = await judgeRows(context, input);
    const wrong = judged.filter((row) => row.outcome === "wrong");
    if (wrong.length > 0) {
      const fields = Object.fromEntries(wrong.slice(0, 200).map((row) => [`rows.${row.index}.${row.fault?.field ?? "value"}`, row.fault?.text ?? SEE_BELOW]));
      return err({ code: "invalid", message: say(`Chưa ghi gì: ${wrong.length} dòng chưa đúng. Hãy sửa trong bảng tính rồi tải lên lại.`, `Nothing was written: ${wrong.length} rows are wrong. Mend them in the spreadsheet and upload it again.`), fields });
    }
    const figures = judged.flatMap((row) => row.figure ?? []);
    if (figures.length === 0) return fail("conflict", "Không có số liệu nào mới trong bảng tính.", "Nothing in the spreadsheet is new.");
    const written = await writeFigures(context, figures, "excel");
    return written.ok ? ok({ unit_id: input.unit_id, year: input.year, ...written.value }) : written;
  },
});
