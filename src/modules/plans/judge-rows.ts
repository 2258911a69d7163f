import { z } from "zod";
import type { Decimal } from "../../kernel/decimal.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import * as field from "../../platform/command/fields.ts";
import { listUnits, type UnitOnDay } from "../organizations/index.ts";
import { judgeFigure } from "./core/reporting.ts";
import { readExactFigure, readTypedFigure } from "./fields.ts";
import { type FigureRow, listTargets, newestFigures, plansOf, type Target, unitsBeneath } from "./store.ts";
import type { JudgedFigure } from "./write-figures.ts";

/** The most rows that are written at once. */
const MOST_ROWS = 5000;

const cell = (max: number) => field.maybe(z.preprocess((value) => (typeof value === "number" ? String(value) : value), field.text(max)));

/** Rows of a spreadsheet as they were read. `exact` marks a value out of a number cell; typed text is read as people write it. Codes may also be ids. */
export const importFields = {
  unit_id: field.id(),
  year: field.whole(1990, 2100),
  rows: field.list(
    z.strictObject({
      line: field.maybe(field.whole(1, 1_000_000)), unit_code: cell(80), target_code: cell(80), month: cell(20), value: cell(60), exact: field.flag(), evidence: cell(300), reason: cell(500),
    }),
    MOST_ROWS,
  ),
};
type Sheet = z.output<z.ZodObject<typeof importFields>>;
type SheetRow = Sheet["rows"][number];
type RowField = "unit_code" | "target_code" | "month" | "value" | "reason";
type RowFault = { field: RowField; text: Text };

/** A row with what will come of it. */
export type JudgedRow = {
  index: number;
  row: SheetRow;
  unit_name: string | null;
  target_title: string | null;
  outcome: "write" | "correct" | "same" | "wrong";
  fault: RowFault | null;
  figure: JudgedFigure | null;
};

/** Takes the rows of a spreadsheet; gives for each what will be written, or what is wrong with it. */
export async function judgeRows(context: ReadContext, sheet: Sheet): Promise<JudgedRow[]> {
  const known = await knownTo(context, sheet);
  const seen = new Set<string>();
  return sheet.rows.map((row, index) => {
    const unit = known.unitOf(row.unit_code ?? "");
    const target = unit === null ? null : known.targetOf(unit.id, row.target_code ?? "");
    const found = target?.ok === true ? target.value : null;
    const judged = judgeRow(context, row, unit, target, known.figures, seen);
    const names = { index, row, unit_name: unit?.name ?? null, target_title: found?.title ?? null };
    if (!judged.ok) return { ...names, outcome: "wrong", fault: judged.error, figure: null };
    return { ...names, outcome: judged.value === null ? "same" : judged.value.corrects === null ? "write" : "correct", fault: null, figure: judged.value };
  });
}

const wrong = (name: RowField, vi: string, en: string): Result<never, RowFault> => err({ field: name, text: say(vi, en) });

function judgeRow(context: ReadContext, row: SheetRow, unit: UnitOnDay | null, found: Result<Target, Text> | null, figures: ReadonlyMap<string, FigureRow[]>, seen: Set<string>): Result<JudgedFigure | null, RowFault> {
  if (unit === null || found === null) return wrong("unit_code", `Không có đơn vị mang mã “${row.unit_code ?? ""}” trong phạm vi nhập.`, `No unit of code “${row.unit_code ?? ""}” within this import.`);
  if (!found.ok) return err({ field: "target_code", text: found.error });
  const target = found.value;
  const month = monthOf(row.month ?? "");
  if (month === null) return wrong("month", `“${row.month ?? ""}” không phải tháng: hãy ghi số từ 1 đến 12.`, `“${row.month ?? ""}” is no month: write a number from 1 to 12.`);
  const value = numberIn(row);
  if (!value.ok) return err({ field: "value", text: value.error });
  const key = `${target.id} ${unit.id}`;
  if (seen.has(`${key} ${month}`)) return wrong("target_code", "Chỉ tiêu của đơn vị này trong kỳ đã có ở dòng trên.", "This unit's target and period stand in a row above already.");
  seen.add(`${key} ${month}`);
  const earlier = figures.get(key) ?? [];
  const [evidence, reason] = [row.evidence ?? null, row.reason ?? null];
  const verdict = judgeFigure(target, earlier, { month, value: value.value, evidenced: evidence !== null, reason }, context.clock.today());
  if (verdict.kind === "fault") return err({ field: verdict.field, text: verdict.text });
  if (verdict.kind === "same") return ok(null);
  const version = (earlier.find((figure) => figure.month === month)?.version ?? 0) + 1;
  return ok({ target, unit_id: unit.id, month, version, value: value.value, corrects: verdict.corrects, evidence, file_id: null, on_site: false, reason });
}

function numberIn(row: SheetRow): Result<Decimal, Text> {
  if (row.value === undefined) return err(say("Chưa ghi số.", "No number is given."));
  return row.exact ? readExactFigure(row.value) : readTypedFigure(row.value);
}

/** Takes `3`, `03`, `T3`, `Tháng 3`; gives the month, or null. */
function monthOf(typed: string): number | null {
  const digits = /^(?:t|tháng)?\s*(\d{1,2})$/iu.exec(typed.normalize("NFC").trim())?.[1];
  const month = digits === undefined ? 0 : Number(digits);
  return month >= 1 && month <= 12 ? month : null;
}

/** Spreadsheets drop the zeros before a number: `02050` comes back as `2050`. */
const bare = (code: string): string => code.trim().toLowerCase().replace(/^0+(?=\d+$)/, "");

/** What the rows are looked up in: the units at or beneath the importing unit, their targets of the year, the figures so far. */
async function knownTo(context: ReadContext, sheet: Sheet) {
  const { tx } = context;
  const today = context.clock.today();
  const units = await listUnits(tx, today, { ids: await unitsBeneath(tx, sheet.unit_id, today) });
  const byCode = new Map<string, UnitOnDay[]>();
  for (const unit of units) for (const code of [unit.id, ...(unit.code === null ? [] : [bare(unit.code)])]) byCode.set(code, [...(byCode.get(code) ?? []), unit]);
  const unitOf = (code: string): UnitOnDay | null => {
    const found = byCode.get(bare(code)) ?? [];
    return found.length === 1 ? (found[0] ?? null) : (found.find((unit) => unit.code === code.trim()) ?? null);
  };
  const asked = [...new Set(sheet.rows.flatMap((row) => unitOf(row.unit_code ?? "")?.id ?? []))];
  const targets = asked.length === 0 ? [] : await listTargets(tx, { year: sheet.year, line_of: asked });
  const ids = targets.map((target) => target.id);
  const lines = new Set((await plansOf(tx, ids, asked)).map((plan) => `${plan.target_id} ${plan.unit_id}`));
  const figures = new Map<string, FigureRow[]>();
  for (const row of await newestFigures(tx, ids, asked)) {
    const key = `${row.target_id} ${row.unit_id}`;
    figures.set(key, [...(figures.get(key) ?? []), row]);
  }
  const targetOf = (unit_id: string, code: string): Result<Target, Text> => {
    const typed = code.trim().toLowerCase();
    const [first, ...more] = targets.filter((target) => (target.code === typed || target.id === typed) && lines.has(`${target.id} ${unit_id}`));
    if (first === undefined) return err(say(`Đơn vị không có chỉ tiêu mang mã “${code}” trong năm ${sheet.year}.`, `The unit has no target of code “${code}” in ${sheet.year}.`));
    if (more.length > 0) return err(say(`Đơn vị có hai chỉ tiêu cùng mã “${code}”: hãy nhập trên trang báo cáo.`, `The unit has two targets of code “${code}”: use the report page.`));
    return ok(first);
  };
  return { unitOf, targetOf, figures };
}
