import { err, ok, type Result } from "../../../../kernel/result.ts";
import { say, type Text } from "../../../../kernel/text.ts";
import { foldForSearch, tidyText } from "../../../../kernel/vietnamese.ts";

/** What the level above answered on a dossier: awarded, not awarded, or given back to be completed. */
export const ABOVE_OUTCOMES = ["approved", "declined", "returned"] as const;
export type AboveOutcome = (typeof ABOVE_OUTCOMES)[number];

export const ABOVE_OUTCOME_NAMES: Readonly<Record<AboveOutcome, Text>> = {
  approved: say("Được khen thưởng", "Approved"),
  declined: say("Không được khen thưởng", "Declined"),
  returned: say("Trả lại để bổ sung", "Returned"),
};

/** A dossier of the package, by which a line of a result file is known. */
export type Listed = { readonly nomination_id: string; readonly position: number };
/** A line of a result, ready for the form. */
export type ResultLine = { readonly nomination_id: string; readonly outcome: AboveOutcome; readonly reason: string };

/** Other ways to write an outcome, folded. */
const WORDS: Readonly<Record<string, AboveOutcome>> = {
  approved: "approved", dat: "approved", "dong y": "approved", "duoc khen thuong": "approved", "khen thuong": "approved",
  declined: "declined", "khong dat": "declined", "khong dong y": "declined", "khong duoc khen thuong": "declined", "khong khen thuong": "declined",
  returned: "returned", "tra lai": "returned", "tra lai de bo sung": "returned", "bo sung": "returned",
};
const COLUMNS: Readonly<Record<string, "key" | "outcome" | "reason">> = {
  code: "key", "ma ho so": "key", order: "key", stt: "key", outcome: "outcome", "ket qua": "outcome", reason: "reason", "ly do": "reason",
};

/**
 * Takes the rows of a result file (a list's first row names its columns: `stt` or `code`, `outcome`, `reason`) and the package's
 * dossiers; gives the lines, those without an outcome left out. Error: the sentence that names the row and what is accepted there.
 */
export function readResultRows(rows: readonly (readonly string[])[], listed: readonly Listed[]): Result<ResultLine[], Text> {
  const heads = (rows[0] ?? []).map((head) => COLUMNS[foldForSearch(head).replaceAll("_", " ")] ?? null);
  const keys = heads.flatMap((head, index) => (head === "key" ? [index] : []));
  const [at, why] = [heads.indexOf("outcome"), heads.indexOf("reason")];
  if (keys.length === 0 || at < 0) {
    return err(say("Dòng đầu phải có tên cột: “stt” hoặc “code”, “outcome” (kết quả) và “reason” (lý do).", "The first row must name the columns: “stt” or “code”, “outcome” and “reason”."));
  }
  const lines: ResultLine[] = [];
  for (const [index, row] of rows.slice(1).entries()) {
    const typed = tidyText(row[at] ?? "");
    if (typed === "") continue;
    const no = index + 2;
    const outcome = WORDS[foldForSearch(typed)];
    if (outcome === undefined) return err(say(`Dòng ${no}: kết quả “${typed.slice(0, 40)}” không có; chấp nhận: approved, declined, returned.`, `Row ${no}: no outcome “${typed.slice(0, 40)}”; accepted: approved, declined, returned.`));
    const named = keys.map((key) => tidyText(row[key] ?? "")).filter((key) => key !== "");
    const found = named[0] ?? "";
    const [dossier, ...others] = new Set(named.map((name) => listed.find((entry) => entry.nomination_id === name || String(entry.position) === name)));
    // A list that was sorted without its numbers would give the outcome of one dossier to another.
    if (others.length > 0) return err(say(`Dòng ${no}: số thứ tự và mã hồ sơ (${named.join(", ").slice(0, 90)}) không cùng một hồ sơ.`, `Row ${no}: the number and the code (${named.join(", ").slice(0, 90)}) are not of one dossier.`));
    if (dossier === undefined) return err(say(`Dòng ${no}: gói này không có hồ sơ “${found.slice(0, 40)}”.`, `Row ${no}: the package holds no dossier “${found.slice(0, 40)}”.`));
    if (lines.some((line) => line.nomination_id === dossier.nomination_id)) return err(say(`Dòng ${no}: hồ sơ số ${dossier.position} đã có kết quả ở dòng trên.`, `Row ${no}: dossier ${dossier.position} has an outcome in a row above.`));
    lines.push({ nomination_id: dossier.nomination_id, outcome, reason: tidyText(why < 0 ? "" : (row[why] ?? "")) });
  }
  return lines.length === 0 ? err(say("Tệp không có dòng nào ghi kết quả.", "No row of the file holds an outcome.")) : ok(lines);
}

/** Takes JSON as the level above gave it, a list of objects or `{"results": […]}`; gives the same rows as a sheet would have, or the sentence why not. */
export function rowsOfJson(text: string): Result<string[][], Text> {
  const wrong = say("Tệp JSON phải là danh sách các dòng {\"code\": …, \"outcome\": …, \"reason\": …}.", "The JSON must be a list of {\"code\": …, \"outcome\": …, \"reason\": …}.");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return err(wrong);
  }
  const list = isObject(parsed) ? parsed["results"] : parsed;
  if (!Array.isArray(list)) return err(wrong);
  const cell = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
  const readable = (value: unknown) => value === undefined || value === null || typeof value === "string";
  if (!list.every((entry: unknown) => isObject(entry) && readable(entry["outcome"]) && readable(entry["reason"]))) return err(wrong);
  const rows = list.map((entry: unknown) => (isObject(entry) ? [cell(entry["code"] ?? entry["order"]), cell(entry["outcome"]), cell(entry["reason"])] : ["", "", ""]));
  return ok([["code", "outcome", "reason"], ...rows]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
