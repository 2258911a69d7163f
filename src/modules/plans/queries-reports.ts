import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { toText } from "../../kernel/decimal.ts";
import { daysBetween, type PlainDate, partsOf, yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt, signedIn, unitsHeld } from "../../platform/command/policy.ts";
import { readFile } from "../../platform/files/upload.ts";
import { findRoot, listUnits, unitNames } from "../organizations/index.ts";
import { newestFigure } from "./core/figures.ts";
import { endedPeriods, endsPeriod, periodMonths, reportDueOn } from "./core/periods.ts";
import { allows, TARGET_GROUPS } from "./core/target.ts";
import { importFields, judgeRows } from "./judge-rows.ts";
import { REPORTERS } from "./permissions.ts";
import { standingsOf } from "./standings.ts";
import { firstReports, listTargets, newestFigures, plansOf, rolledUp, type Target, unitsBeneath } from "./store.ts";
import { targetActuals } from "./tables.ts";

/** The month that reports are about today: the one before, for it has just ended; in January the year before. */
function monthInQuestion(today: PlainDate): { year: number; month: number } {
  const { year, month } = partsOf(today);
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

/** The months with which a period of any of the targets ends, in order. */
function periodsOf(targets: readonly Target[]): number[] {
  return [...new Set(targets.flatMap((target) => periodMonths(target.reporting)))].sort((a, b) => a - b);
}

/** The newest period that ended with or before a month: a page that opened on a month in which nothing is due would look empty. */
function newestPeriod(months: readonly number[], month: number): number {
  return months.filter((each) => each <= month).at(-1) ?? months[0] ?? month;
}

/** What a unit must report for a period, and what it reported: the clerk's sheet. */
export const reportSheet = defineQuery({
  name: "report_sheet",
  title: say("Phiếu báo cáo số thực hiện", "The sheet of figures to report"),
  input: z.strictObject({ unit_id: field.id(), year: field.maybe(field.whole(1990, 2100)), month: field.maybe(field.whole(1, 12)) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const asked = monthInQuestion(today);
    const year = input.year ?? asked.year;
    const targets = await listTargets(tx, { year, line_of: [input.unit_id] });
    const months = periodsOf(targets);
    const month = input.month ?? newestPeriod(months, year === asked.year ? asked.month : 12);
    const due = targets.filter((target) => endsPeriod(target.reporting, month));
    const standings = await standingsOf(tx, due, input.unit_id, today);
    const figures = await newestFigures(tx, due.map((target) => target.id), [input.unit_id]);
    const rolled = await rolledUp(tx, due);
    const rows = due.map((target) => {
      const own = figures.filter((figure) => figure.target_id === target.id);
      const previous = newestFigure(own, month - 1);
      const reported = own.find((figure) => figure.month === month);
      const due_on = reportDueOn(year, month, target.report_day);
      return {
        target, open: allows(target.status, "report"), rolled: rolled.has(target.id) && target.unit_id === input.unit_id, plan: standings.get(target.id)?.plan ?? null, due_on, days_left: daysBetween(today, due_on),
        reported: reported === undefined ? null : toText(reported.value), previous: previous === null ? null : { month: previous.month, value: toText(previous.value) },
      };
    });
    const name = (await unitNames(tx, [input.unit_id], today)).get(input.unit_id) ?? "";
    return ok({
      unit: { id: input.unit_id, name }, year, month,
      rows: TARGET_GROUPS.flatMap((group) => rows.filter((row) => row.target.group === group)),
      months,
    });
  },
});

/** The periods that my units should have reported by now and have not, the nearest day first. */
export const myReportsDue = defineQuery({
  name: "my_reports_due",
  title: say("Số liệu chỉ tiêu đơn vị tôi chưa báo cáo", "Figures my units have not reported"),
  input: z.strictObject({}),
  policy: signedIn,
  async run(context) {
    const mine = unitsHeld(context, ["clerk", "head"]);
    if (mine.length === 0) return ok([]);
    const { tx } = context;
    const today = context.clock.today();
    const due = new Map<string, { unit_id: string; year: number; month: number; due_on: PlainDate; targets: number }>();
    for (const year of [yearOf(today) - 1, yearOf(today)]) {
      const targets = (await listTargets(tx, { year, line_of: mine })).filter((target) => allows(target.status, "report"));
      const ids = targets.map((target) => target.id);
      const lines = new Set((await plansOf(tx, ids, mine)).map((plan) => `${plan.target_id} ${plan.unit_id}`));
      const rolled = await rolledUp(tx, targets);
      const told = new Set((await firstReports(tx, ids, { unit_ids: mine })).map((row) => `${row.target_id} ${row.unit_id} ${row.month}`));
      for (const target of targets) {
        // Only the newest period that has ended: a figure holds everything before it.
        const month = endedPeriods(target.reporting, year, today).at(-1);
        if (month === undefined) continue;
        for (const unit_id of mine) {
          if ((unit_id === target.unit_id && rolled.has(target.id)) || !lines.has(`${target.id} ${unit_id}`) || told.has(`${target.id} ${unit_id} ${month}`)) continue;
          const due_on = reportDueOn(year, month, target.report_day);
          const key = `${unit_id} ${year} ${month}`;
          const entry = due.get(key) ?? { unit_id, year, month, due_on, targets: 0 };
          due.set(key, { ...entry, due_on: [due_on, entry.due_on].sort()[0] ?? due_on, targets: entry.targets + 1 });
        }
      }
    }
    const names = await unitNames(tx, mine, today);
    return ok(
      [...due.values()]
        .sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0))
        .map((entry) => ({ ...entry, unit_name: names.get(entry.unit_id) ?? "", days_left: daysBetween(today, entry.due_on) })),
    );
  },
});

/** Where a unit stands with one target and period. */
export type BoardMark = "on_time" | "reported_late" | "waiting" | "late" | "not_due";

/** Which unit has reported which target for a month, and who is late. */
export const reportingBoard = defineQuery({
  name: "reporting_board",
  title: say("Bảng theo dõi báo cáo chỉ tiêu", "The board of reports"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)), month: field.maybe(field.whole(1, 12)), unit_id: field.maybe(field.id()) }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const asked = monthInQuestion(today);
    const year = input.year ?? asked.year;
    const set_by = input.unit_id ?? (await findRoot(tx))?.id;
    if (set_by === undefined) return fail("not_found", "Không có đơn vị này.", "No such unit.");
    const targets = await listTargets(tx, { year, set_by });
    const months = periodsOf(targets);
    const month = input.month ?? newestPeriod(months, year === asked.year ? asked.month : 12);
    const due = targets.filter((target) => endsPeriod(target.reporting, month));
    const plans = await plansOf(tx, due.map((target) => target.id));
    const first = new Map((await firstReports(tx, due.map((target) => target.id), { month })).map((row) => [`${row.target_id} ${row.unit_id}`, row.entered_on]));
    const lines = new Set(plans.map((plan) => `${plan.target_id} ${plan.unit_id}`));
    const units = await listUnits(tx, today, { ids: [...new Set(plans.map((plan) => plan.unit_id))] });
    const rolled = await rolledUp(tx, due);
    const markOf = (target: Target, unit_id: string): BoardMark => {
      if (!lines.has(`${target.id} ${unit_id}`)) return "not_due";
      const due_on = reportDueOn(year, month, target.report_day);
      const entered_on = first.get(`${target.id} ${unit_id}`);
      if (entered_on !== undefined) return entered_on > due_on ? "reported_late" : "on_time";
      return unit_id === target.unit_id && rolled.has(target.id) ? "not_due" : today > due_on ? "late" : "waiting";
    };
    const rows = units.map((unit) => ({ unit_id: unit.id, unit_name: unit.name, marks: due.map((target) => markOf(target, unit.id)) })).filter((row) => row.marks.some((mark) => mark !== "not_due"));
    const marks = rows.flatMap((row) => row.marks);
    const count = (...kinds: BoardMark[]) => marks.filter((mark) => kinds.includes(mark)).length;
    return ok({
      unit_id: set_by, year, month, targets: due.map(({ id, code, title, report_day }) => ({ id, code, title, due_on: reportDueOn(year, month, report_day) })), rows,
      months,
      counts: { on_time: count("on_time"), reported_late: count("reported_late"), waiting: count("waiting"), late: count("late") },
      may_report: await mayAt(context, set_by, REPORTERS),
    });
  },
});

/** What an import would write, row by row, and what is wrong; nothing is written. */
export const importPreview = defineQuery({
  name: "import_preview",
  title: say("Xem trước khi nhập số liệu từ bảng tính", "Preview an import of figures"),
  input: z.strictObject(importFields),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const rows = (await judgeRows(context, input)).map(({ figure, ...row }) => ({
      ...row,
      month: figure?.month ?? null, value: figure === null ? null : toText(figure.value), corrects: figure?.corrects == null ? null : toText(figure.corrects), decimals: figure?.target.decimals ?? 0,
    }));
    const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
    const name = (await unitNames(context.tx, [input.unit_id], context.clock.today())).get(input.unit_id) ?? "";
    return ok({ unit: { id: input.unit_id, name }, year: input.year, rows, counts: { write: count("write"), correct: count("correct"), same: count("same"), wrong: count("wrong") } });
  },
});

/** The rows of an empty sheet to fill in: each unit at or beneath the given one with each of its targets of the period. */
export const importTemplate = defineQuery({
  name: "import_template",
  title: say("Mẫu bảng tính để nhập số liệu", "The sheet to fill in for an import"),
  input: z.strictObject({ unit_id: field.id(), year: field.whole(1990, 2100), month: field.whole(1, 12) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const units = await listUnits(tx, today, { ids: await unitsBeneath(tx, input.unit_id, today) });
    const targets = (await listTargets(tx, { year: input.year, line_of: units.map((unit) => unit.id) })).filter((target) => allows(target.status, "report") && endsPeriod(target.reporting, input.month));
    const lines = new Set((await plansOf(tx, targets.map((target) => target.id), units.map((unit) => unit.id))).map((plan) => `${plan.target_id} ${plan.unit_id}`));
    const rolled = await rolledUp(tx, targets);
    const rows = units.flatMap((unit) =>
      targets
        .filter((target) => lines.has(`${target.id} ${unit.id}`) && !(unit.id === target.unit_id && rolled.has(target.id)))
        .map((target) => ({ unit_code: unit.code ?? unit.id, unit_name: unit.name, target_code: target.code, target_title: target.title, measure: target.measure, month: input.month })),
    );
    return ok({ year: input.year, month: input.month, rows });
  },
});

/** The scan that stands behind a reported figure. */
export const targetEvidence = defineQuery({
  name: "target_evidence",
  title: say("Bản quét minh chứng của số liệu", "The scan behind a figure"),
  input: z.strictObject({ target_id: field.id(), file_id: field.id(), unit_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer", "auditor"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const { target_id, file_id, unit_id } = input;
    const [row] = await context.tx.select({ file_id: targetActuals.file_id }).from(targetActuals).where(and(eq(targetActuals.target_id, target_id), eq(targetActuals.unit_id, unit_id), eq(targetActuals.file_id, file_id)));
    const file = row === undefined ? null : await readFile(context.tx, file_id);
    return file === null ? fail("not_found", "Không có tệp này.", "No such file.") : ok(file);
  },
});
