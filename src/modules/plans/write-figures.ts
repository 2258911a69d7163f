import { type Decimal, toText } from "../../kernel/decimal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, fail } from "../../platform/command/failure.ts";
import type { Target } from "./store.ts";
import { targetActuals } from "./tables.ts";

/** A figure that was judged and is to be written; `version` is one above the newest of its period. */
export type JudgedFigure = {
  target: Target;
  unit_id: string;
  month: number;
  version: number;
  value: Decimal;
  corrects: Decimal | null;
  evidence: string | null;
  file_id: string | null;
  on_site: boolean;
  reason: string | null;
};

/** Adds figures, with their actions and public entries. Fails when somebody else reported one of the same periods in this very moment. */
export async function writeFigures(context: CommandContext, figures: readonly JudgedFigure[], source: "form" | "excel"): Promise<Result<{ written: number; corrected: number }, Failure>> {
  const today = context.clock.today();
  const rows = figures.map((figure) => ({
    locality_id: context.locality.code, target_id: figure.target.id, unit_id: figure.unit_id, month: figure.month, version: figure.version, value: toText(figure.value), evidence: figure.evidence,
    file_id: figure.file_id, on_site: figure.on_site, reason: figure.reason, source, entered_by: actorIdOf(context.actor), entered_on: today, entered_at: context.clock.now(),
  }));
  for (let start = 0; start < rows.length; start += 1000) {
    const batch = rows.slice(start, start + 1000);
    const written = await context.tx.insert(targetActuals).values(batch).onConflictDoNothing().returning({ month: targetActuals.month });
    if (written.length < batch.length) return fail("conflict", "Vừa có người khác báo cáo cùng kỳ. Hãy tải lại trang, xem số mới rồi gửi lại.", "Somebody else has just reported the same period. Reload, look at the new figure, and send again.");
  }
  for (const target of new Set(figures.map((figure) => figure.target))) {
    const of = figures.filter((figure) => figure.target === target);
    const units = [...new Set(of.map((figure) => figure.unit_id))];
    context.act({ subject_kind: "target", subject_id: target.id, action: "report", unit_id: units.length === 1 ? units[0] : target.unit_id, payload: { figures: of.length, months: [...new Set(of.map((figure) => figure.month))], source } });
  }
  logFigures(context, figures, source);
  return ok({ written: figures.length, corrected: figures.filter((figure) => figure.corrects !== null).length });
}

/** One public entry for each unit and year that reported, and one for each figure that was corrected. */
function logFigures(context: CommandContext, figures: readonly JudgedFigure[], source: "form" | "excel"): void {
  const reported = new Map<string, { unit_id: string; year: number; figures: number }>();
  for (const { unit_id, target } of figures) {
    const key = `${unit_id} ${target.year}`;
    reported.set(key, { unit_id, year: target.year, figures: (reported.get(key)?.figures ?? 0) + 1 });
  }
  for (const facts of reported.values()) context.log({ type: "target_figures_reported", facts: { ...facts, source } });
  for (const { target, unit_id, month, value, corrects } of figures) {
    if (corrects === null) continue;
    context.log({ type: "target_figure_corrected", facts: { target_id: target.id, code: target.code, year: target.year, unit_id, month, was: toText(corrects), is: toText(value) } });
  }
}
