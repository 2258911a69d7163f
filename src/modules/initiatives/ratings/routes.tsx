import { yearOf } from "../../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";
import type { Sent } from "../../../platform/http/forms.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { parseCsv } from "../../../platform/spreadsheets/csv.ts";
import { MOST_SHEET_BYTES, readSheet } from "../../../platform/spreadsheets/read-sheet.ts";
import { ratingRows, type SheetRow } from "../core/ratings.ts";
import { words } from "../messages.ts";
import { importRatings } from "./commands.ts";
import { RatingsImportPage, RatingsPage, RatingsPreviewPage } from "./pages.tsx";
import { browseRatings, ratingsPreview } from "./queries.ts";

/** The yearly ratings: list, import in two steps. */
export function ratingRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/ratings", (c) => web.show(c, browseRatings, web.asked(c), (list, t) => ({ title: t(words.ratings), content: <RatingsPage list={list} />, wide: true })));

  routes.get("/ratings/import", (c) => showImport(c, { year: yearOf(c.var.visit.caller.clock.today()) }, null));

  async function showImport(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, browseRatings, {});
    if (!found.ok) return web.failure(c, found.error);
    if (found.value.may_import.length === 0) return web.failure(c, { code: "forbidden", message: say("Vai trò của bạn không nhập xếp loại.", "Your roles import no ratings.") });
    return web.page(c, words.importRatings[c.var.visit.lang], <RatingsImportPage units={found.value.may_import} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  // Not `submit`: this step only reads the list and shows what it would write.
  routes.post("/ratings/import", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { fields } = received.value;
    const rows = await rowsSent(received.value);
    if (!rows.ok) return showImport(c, fields, { code: "invalid", message: rows.error.text, fields: { [rows.error.field]: rows.error.text } });
    return showPreview(c, { ...headOf(fields), rows: rows.value }, null, (failure) => showImport(c, fields, failure));
  });

  async function showPreview(c: Request, list: { rows: unknown } & Record<string, unknown>, failure: Failure | null, again: (failure: Failure) => Promise<Response> | Response): Promise<Response> {
    const found = await web.query(c, ratingsPreview, list);
    if (!found.ok) return again(found.error);
    return web.page(c, words.importRatings[c.var.visit.lang], <RatingsPreviewPage preview={found.value} rows={JSON.stringify(list.rows)} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/ratings/import/confirmation", (c) =>
    web.submit(c, importRatings, {
      input: ({ fields }) => ({ ...headOf(fields), skip_unmatched: fields["skip_unmatched"], rows: rowsCarried(fields["rows"]) }),
      next: (done) => `/ratings?year=${done.year}&unit_id=${done.unit_id}`,
      done: say("Đã ghi xếp loại.", "The ratings are written."),
      // The rows stand in the preview with what is wrong with each; the summary says only why.
      again: (failure, { fields }) => showPreview(c, { ...headOf(fields), rows: rowsCarried(fields["rows"]) }, { code: failure.code, message: failure.message }, (worse) => web.failure(c, worse)),
    }),
  );

  return routes;
}

function headOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { unit_id: fields["unit_id"], year: fields["year"], decision_number: fields["decision_number"], decided_on: fields["decided_on"] };
}

/** Reads the list out of the file, or else out of what was pasted. */
async function rowsSent({ fields, files }: Sent): Promise<Result<SheetRow[], { field: "sheet" | "pasted"; text: Text }>> {
  const sheet = files["sheet"];
  if (sheet === undefined) {
    const rows = ratingRows(parseCsv(typeof fields["pasted"] === "string" ? fields["pasted"] : ""));
    return rows.ok ? rows : err({ field: "pasted", text: rows.error });
  }
  const refuse = (text: Text) => err({ field: "sheet" as const, text });
  if (sheet.size > MOST_SHEET_BYTES) return refuse(say("Bảng tính lớn hơn 5 MB.", "The spreadsheet is larger than 5 MB."));
  const cells = await readSheet(new Uint8Array(await sheet.arrayBuffer()));
  if (!cells.ok) return refuse(cells.error);
  const rows = ratingRows(cells.value.map((row) => row.map((cell) => cell.text)));
  return rows.ok ? ok(rows.value) : refuse(rows.error);
}

function rowsCarried(carried: unknown): unknown {
  try {
    return typeof carried === "string" ? (JSON.parse(carried) as unknown) : [];
  } catch {
    return [];
  }
}
