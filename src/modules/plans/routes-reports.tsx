import { partsOf } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Sent } from "../../platform/http/forms.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { writeCsv } from "../../platform/spreadsheets/csv.ts";
import { MOST_SHEET_BYTES, readSheet } from "../../platform/spreadsheets/read-sheet.ts";
import { importActuals, reportActuals } from "./commands-figures.ts";
import { filledSheetRows, SHEET_COLUMNS } from "./core/sheet-rows.ts";
import { words } from "./messages.ts";
import { BoardPage } from "./pages/board-page.tsx";
import { ImportPage, PreviewPage } from "./pages/import-page.tsx";
import { ReportPage } from "./pages/report-page.tsx";
import { REPORTERS } from "./permissions.ts";
import { importPreview, importTemplate, reportingBoard, reportSheet, targetEvidence } from "./queries-reports.ts";

/** Figures: the clerk's sheet, the board of who reported, the import from a spreadsheet. */
export function reportRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/targets/board", (c) =>
    web.show(c, reportingBoard, web.asked(c), (board, t) => ({ title: t(words.board), content: <BoardPage board={board} />, wide: true })),
  );

  /** The unit asked for, else the first for which the visitor reports. */
  const unitAsked = (c: Request): string => {
    const { actor } = c.var.visit.caller;
    const own = actor.kind === "user" ? actor.grants.find((grant) => (REPORTERS as readonly string[]).includes(grant.role))?.unit_id : undefined;
    return c.req.query("unit") || (own ?? "");
  };

  routes.get("/targets/report", (c) => showReport(c, { unit_id: unitAsked(c), year: c.req.query("year"), month: c.req.query("month") }, {}, null));

  async function showReport(c: Request, asked: Record<string, unknown>, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, reportSheet, asked);
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, words.report[c.var.visit.lang], <ReportPage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/targets/report", (c) =>
    web.submit(c, reportActuals, {
      input: async (sent) => ({ ...sent.fields, figures: (await figuresSent(sent)).map((row) => row.figure) }),
      next: (done) => `/targets?year=${done.year}&unit_id=${done.unit_id}`,
      done: say("Đã ghi số liệu.", "The figures are written."),
      again: async (failure, sent) => {
        const { unit_id, year, month } = sent.fields;
        return showReport(c, { unit_id, year, month }, sent.fields, asInForm(failure, (await figuresSent(sent)).map((row) => row.place)));
      },
    }),
  );

  routes.get("/targets/import", async (c) => {
    const { actor, clock } = c.var.visit.caller;
    if (actor.kind !== "user") return web.failure(c, { code: "forbidden", message: say("Cần đăng nhập để làm việc này.", "Sign in to do this.") });
    // What the clerk's sheet would ask for now: a template of a month without periods would be empty.
    const sheet = await web.query(c, reportSheet, { unit_id: unitAsked(c) });
    const { year, month } = sheet.ok ? sheet.value : partsOf(clock.today());
    return showImport(c, unitAsked(c), wholeOr(c.req.query("year"), year), wholeOr(c.req.query("month"), month), null);
  });

  function showImport(c: Request, unit_id: string, year: number, month: number, failure: Failure | null): Response | Promise<Response> {
    return web.page(c, words.imports[c.var.visit.lang], <ImportPage unit_id={unit_id} year={year} month={month} failure={failure} />, failure ? 422 : 200);
  }

  routes.get("/targets/import/template.csv", async (c) => {
    const found = await web.query(c, importTemplate, web.asked(c));
    if (!found.ok) return web.failure(c, found.error);
    const { lang } = c.var.visit;
    const head = Object.values(SHEET_COLUMNS).map((name) => name[lang]);
    const rows = found.value.rows.map((row) => [row.unit_code, row.unit_name, row.target_code, row.target_title, row.measure, String(row.month), "", "", ""]);
    return c.body(writeCsv([head, ...rows]), 200, { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="chi-tieu-${found.value.year}-${String(found.value.month).padStart(2, "0")}.csv"` });
  });

  // Not `submit`: this step only reads the sheet and shows what it would write.
  routes.post("/targets/import", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { fields, files } = received.value;
    const { year, month } = partsOf(c.var.visit.caller.clock.today());
    const unit_id = String(fields["unit_id"] ?? "");
    const refuse = (text: Failure["message"]) => showImport(c, unit_id, wholeOr(fields["year"], year), wholeOr(fields["month"], month), { code: "invalid", message: text, fields: { sheet: text } });
    const sheet = files["sheet"];
    if (sheet === undefined) return refuse(say("Chưa chọn bảng tính.", "No spreadsheet was chosen."));
    if (sheet.size > MOST_SHEET_BYTES) return refuse(say("Bảng tính lớn hơn 5 MB.", "The spreadsheet is larger than 5 MB."));
    const cells = await readSheet(new Uint8Array(await sheet.arrayBuffer()));
    if (!cells.ok) return refuse(cells.error);
    const rows = filledSheetRows(cells.value);
    if (!rows.ok) return refuse(rows.error);
    if (rows.value.length === 0) return refuse(say("Bảng tính chưa điền số nào.", "No figure was filled in."));
    return showPreview(c, { unit_id, year: fields["year"], rows: rows.value }, null);
  });

  async function showPreview(c: Request, sheet: { unit_id: string; year: unknown; rows: unknown }, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, importPreview, sheet);
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, words.imports[c.var.visit.lang], <PreviewPage preview={found.value} rows={JSON.stringify(sheet.rows)} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/targets/import/confirmation", (c) =>
    web.submit(c, importActuals, {
      input: ({ fields }) => ({ unit_id: fields["unit_id"], year: fields["year"], rows: rowsCarried(fields["rows"]) }),
      next: (done) => `/targets?year=${done.year}&unit_id=${done.unit_id}`,
      done: say("Đã ghi số liệu từ bảng tính.", "The figures of the spreadsheet are written."),
      again: (failure, { fields }) => showPreview(c, { unit_id: String(fields["unit_id"] ?? ""), year: fields["year"], rows: rowsCarried(fields["rows"]) }, { code: failure.code, message: failure.message }),
    }),
  );

  routes.get("/targets/:id/evidence/:file", async (c) => {
    const scan = await web.query(c, targetEvidence, { target_id: c.req.param("id"), file_id: c.req.param("file"), unit_id: c.req.query("unit") });
    if (!scan.ok) return web.failure(c, scan.error);
    return c.body(scan.value.bytes, 200, { "Content-Type": scan.value.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(scan.value.name)}` });
  });

  return routes;
}

/** Gives the lines of the form in which something was filled in, with their place in the form and their scan. */
async function figuresSent({ fields, files }: Sent): Promise<{ place: number; figure: Record<string, unknown> }[]> {
  const rows = Array.isArray(fields["figures"]) ? (fields["figures"] as unknown[]) : [];
  const sent: { place: number; figure: Record<string, unknown> }[] = [];
  for (const [place, row] of rows.entries()) {
    if (row === null || typeof row !== "object") continue;
    const { target_id, ...typed } = row as Record<string, unknown>;
    const scan = files[`figures.${place}.scan`];
    const filled = scan !== undefined || Object.values(typed).some((value) => typeof value === "string" && value.trim() !== "");
    if (filled) sent.push({ place, figure: { ...typed, target_id, ...(scan ? { scan: { name: scan.name, bytes: new Uint8Array(await scan.arrayBuffer()) } } : {}) } });
  }
  return sent;
}

/** The command counts the lines that were sent, the form all lines: each sentence goes back to its own place. */
function asInForm(failure: Failure, places: readonly number[]): Failure {
  if (failure.fields === undefined) return failure;
  const moved = Object.entries(failure.fields).map(([name, text]) => [name.replace(/^figures\.(\d+)\./, (_whole, index: string) => `figures.${places[Number(index)] ?? index}.`), text] as const);
  return { ...failure, fields: Object.fromEntries(moved) };
}

function rowsCarried(carried: unknown): unknown {
  try {
    return typeof carried === "string" ? (JSON.parse(carried) as unknown) : [];
  } catch {
    return [];
  }
}

function wholeOr(typed: unknown, otherwise: number): number {
  return typeof typed === "string" && /^\d{1,4}$/.test(typed) ? Number(typed) : otherwise;
}
