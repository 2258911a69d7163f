import { formatDate } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { writeCsv } from "../../platform/spreadsheets/csv.ts";
import { MOST_SHEET_BYTES, readSheet } from "../../platform/spreadsheets/read-sheet.ts";
import { importHouseholds } from "./commands-import.ts";
import { COLUMNS, filledRows, SHEET_COLUMNS } from "./core/sheet.ts";
import { VIOLATION_NAMES } from "./core/violations.ts";
import { words } from "./messages.ts";
import { ImportPage, PreviewPage } from "./pages/import-page.tsx";
import { typedPoints } from "./pages/parts.tsx";
import type { View } from "./pages/view.ts";
import { householdReviewPage } from "./queries.ts";
import { householdImportPreview, householdSheet } from "./queries-checks.ts";

/** The sheet of a commune: taken, sent back, previewed, written. */
export function householdImportRoutes(web: Web) {
  const routes = web.routes();
  const id = (c: Request) => c.req.param("id") ?? "";

  routes.get("/households/:id/import", (c) => showImport(c, null));

  async function showImport(c: Request, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, householdReviewPage, { review_id: id(c) });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, words.imports[c.var.visit.lang], <ImportPage review_id={id(c)} year={found.value.review.year} failure={failure} />, failure ? 422 : 200);
  }

  routes.get("/households/:id/sheet.csv", async (c) => {
    const found = await web.query(c, householdSheet, { review_id: id(c) });
    if (!found.ok) return web.failure(c, found.error);
    const { lang } = c.var.visit;
    const { rows, villages, review } = found.value;
    const empty = COLUMNS.slice(1).map(() => "");
    const lines = rows.length > 0 ? rows.map((row) => lineOf(row, lang)) : villages.map((village) => [village, ...empty]);
    return c.body(writeCsv([COLUMNS.map((column) => SHEET_COLUMNS[column][lang]), ...lines]), 200, { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="ho-gia-dinh-${review.year}.csv"` });
  });

  // Not `submit`: this step only reads the sheet and shows what it would write.
  routes.post("/households/:id/import", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const refuse = (text: Failure["message"]) => showImport(c, { code: "invalid", message: text, fields: { sheet: text } });
    const sheet = received.value.files["sheet"];
    if (sheet === undefined) return refuse(say("Chưa chọn bảng tính.", "No spreadsheet was chosen."));
    if (sheet.size > MOST_SHEET_BYTES) return refuse(say("Bảng tính lớn hơn 5 MB.", "The spreadsheet is larger than 5 MB."));
    const cells = await readSheet(new Uint8Array(await sheet.arrayBuffer()));
    if (!cells.ok) return refuse(cells.error);
    const rows = filledRows(cells.value);
    if (!rows.ok) return refuse(rows.error);
    if (rows.value.length === 0) return refuse(say("Bảng tính chưa có hộ nào.", "The spreadsheet holds no household."));
    if (rows.value.length > 5000) return refuse(say(`Bảng tính có ${rows.value.length} hộ, nhiều hơn 5.000: hãy chia làm nhiều bảng.`, `The spreadsheet holds ${rows.value.length} households, more than 5,000: split it.`));
    return showPreview(c, rows.value, null);
  });

  async function showPreview(c: Request, rows: unknown, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, householdImportPreview, { review_id: id(c), rows });
    // A cell that is too long is a fault of the sheet: it is said on the page of the sheet.
    if (!found.ok) return found.error.code === "invalid" ? showImport(c, found.error) : web.failure(c, found.error);
    return web.page(c, words.imports[c.var.visit.lang], <PreviewPage preview={found.value} rows={JSON.stringify(rows)} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/households/:id/import/confirmation", (c) =>
    web.submit(c, importHouseholds, {
      input: ({ fields }) => ({ review_id: id(c), rows: rowsCarried(fields["rows"]) }),
      next: () => `/households/${id(c)}`,
      done: say("Đã ghi bảng tính.", "The spreadsheet is written."),
      again: (failure, { fields }) => showPreview(c, rowsCarried(fields["rows"]), { code: failure.code, message: failure.message }),
    }),
  );
  return routes;
}

function lineOf({ village, household, registration, meeting }: View<typeof householdSheet>["rows"][number], lang: "vi" | "en"): string[] {
  const day = (on: Parameters<typeof formatDate>[0] | null | undefined) => (on ? formatDate(on) : "");
  return [
    village, household.code ?? "", household.head_name, household.address ?? "", day(registration?.registered_on), registration?.late_reason ?? "", typedPoints(registration?.points ?? null), String(registration?.agree ?? ""),
    (registration?.violations ?? []).map((each) => VIOLATION_NAMES[each.kind][lang]).join("; "), registration?.violations[0]?.evidence ?? "", registration?.note ?? "",
    day(meeting?.met_on), String(meeting?.called ?? ""), String(meeting?.present ?? ""), meeting?.chair_name ?? "", meeting?.secretary_name ?? "",
  ];
}

function rowsCarried(carried: unknown): unknown {
  try {
    return typeof carried === "string" ? (JSON.parse(carried) as unknown) : [];
  } catch {
    return [];
  }
}
