import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { holdsAnywhere } from "../../../platform/command/actor.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";
import type { Sent } from "../../../platform/http/forms.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { readSheet } from "../../../platform/spreadsheets/read-sheet.ts";
import { renderLetter, zipOfPackage } from "./bundle.ts";
import { cancelPackage, changePackage, draftPackage, sendPackage, writePackageLetter } from "./commands-packages.ts";
import { cancelPackageResult, confirmPackageResult, recordPackageResult } from "./commands-results.ts";
import { readResultRows, rowsOfJson } from "./core/result-file.ts";
import { PackagePage } from "./pages/package-page.tsx";
import { NewPackagePage, PackagesPage } from "./pages/packages-page.tsx";
import { browsePackages, packageBundle, packageChoices, packagePage, packageResultScan } from "./queries-packages.ts";
import { uploaded } from "./uploaded.ts";

/** Packages to the level above: drawing up, letter, sending, results and their confirmation. */
export function packageRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/packages", (c) =>
    web.show(c, browsePackages, {}, (packages, t) => ({
      title: t(say("Gói trình cấp trên", "Packages")), content: <PackagesPage packages={packages} mayDraft={holdsAnywhere(c.var.visit.caller.actor, ["officer", "division_head"])} />, wide: true,
    })),
  );
  routes.get("/packages/new", (c) => showNew(c, {}, null));

  async function showNew(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const choices = await web.query(c, packageChoices, {});
    if (!choices.ok) return web.failure(c, choices.error);
    return web.page(c, say("Lập gói hồ sơ", "Draw up a package")[c.var.visit.lang], <NewPackagePage choices={choices.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/packages", (c) =>
    web.submit(c, draftPackage, { input: ({ fields }) => fields, next: (made) => `/packages/${made.id}`, done: say("Đã lập gói. Ghi tờ trình, rồi trình.", "The package is drawn up. Write the letter, then send."), again: (failure, { fields }) => showNew(c, fields, failure) }),
  );

  routes.get("/packages/:id{[0-9a-f-]{36}}", (c) => showPackage(c, c.req.param("id"), {}, null));

  async function showPackage(c: Request, package_id: string, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, packagePage, { package_id });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.package.title, <PackagePage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  const idOf = (c: Request) => c.req.param("id") ?? "";
  const here = (c: Request) => ({ next: () => `/packages/${idOf(c)}`, again: (failure: Failure, { fields }: Sent) => showPackage(c, idOf(c), fields, failure) });
  routes.post("/packages/:id/dossiers", (c) =>
    web.submit(c, changePackage, { input: ({ fields }) => ({ ...fields, package_id: idOf(c) }), done: say("Đã lưu gói.", "The package is kept."), ...here(c) }),
  );
  routes.post("/packages/:id/letter", (c) =>
    web.submit(c, writePackageLetter, { input: async ({ fields, files }) => ({ ...fields, package_id: idOf(c), ...(await uploaded("scan", files["scan"])) }), done: say("Đã lưu tờ trình.", "The letter is kept."), ...here(c) }),
  );
  routes.post("/packages/:id/sending", (c) =>
    web.submit(c, sendPackage, { input: () => ({ package_id: idOf(c) }), done: say("Đã trình gói hồ sơ; mã băm đã vào nhật ký.", "The package is sent; its hash is in the log."), ...here(c) }),
  );
  routes.post("/packages/:id/cancellation", (c) =>
    web.submit(c, cancelPackage, { input: ({ fields }) => ({ package_id: idOf(c), reason: fields["reason"] }), done: say("Đã bỏ gói; hồ sơ trở lại chờ.", "Cancelled; its dossiers wait again."), ...here(c) }),
  );
  routes.post("/packages/:id/results", (c) =>
    web.submit(c, recordPackageResult, { input: async ({ fields, files }) => ({ ...fields, package_id: idOf(c), ...(await uploaded("scan", files["scan"])) }), done: say("Đã nhập. Người thứ hai sẽ xác nhận.", "Recorded. A second person confirms next."), ...here(c) }),
  );

  routes.post("/packages/:id/results/reading", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const found = await web.query(c, packagePage, { package_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const lines = await linesOf(received.value.files["file"], found.value.dossiers.map((dossier) => ({ nomination_id: dossier.id, position: dossier.position })));
    if (lines.ok) return showPackage(c, idOf(c), { lines: lines.value }, null);
    return showPackage(c, idOf(c), {}, { code: "invalid", message: say("Chưa đọc được tệp.", "The file could not be read."), fields: { file: lines.error } });
  });

  routes.post("/packages/results/:id/confirmation", (c) =>
    web.submit(c, confirmPackageResult, { input: () => ({ result_id: idOf(c) }), next: (done) => `/packages/${done.package_id}`, done: say("Đã xác nhận; khen thưởng đã vào quá trình khen thưởng.", "Confirmed; the awards are in the award history.") }),
  );
  routes.post("/packages/results/:id/cancellation", (c) =>
    web.submit(c, cancelPackageResult, { input: ({ fields }) => ({ result_id: idOf(c), reason: fields["reason"] }), next: (done) => `/packages/${done.package_id}`, done: say("Đã bỏ kết quả nhập sai.", "The result is cancelled.") }),
  );

  routes.get("/packages/:id/package.zip", async (c) => {
    const found = await web.query(c, packageBundle, { package_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    return c.body(await zipOfPackage(found.value), 200, { "Content-Type": "application/zip", "Content-Disposition": 'attachment; filename="package.zip"' });
  });
  routes.get("/packages/:id/letter", async (c) => {
    const found = await web.query(c, packageBundle, { package_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const { letter } = found.value.content;
    if (letter.content === null) return c.body(new Uint8Array(found.value.scan ?? []), 200, { "Content-Type": letter.scan?.media_type ?? "application/pdf", "Content-Disposition": "inline" });
    return c.body(new Uint8Array(await renderLetter(letter.content, letter.letter_on)), 200, { "Content-Type": "application/pdf", "Content-Disposition": 'inline; filename="to-trinh.pdf"' });
  });
  routes.get("/packages/results/:id/scan", async (c) => {
    const scan = await web.query(c, packageResultScan, { result_id: idOf(c) });
    if (!scan.ok) return web.failure(c, scan.error);
    return c.body(scan.value.bytes, 200, { "Content-Type": scan.value.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(scan.value.name)}` });
  });
  return routes;
}

/** Takes a result file; gives the lines of the form, or the sentence why not. */
async function linesOf(file: File | undefined, listed: readonly { nomination_id: string; position: number }[]): Promise<Result<Record<string, string>[], Text>> {
  if (file === undefined) return err(say("Chưa chọn tệp.", "No file was chosen."));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const rows = /\.json$/i.test(file.name) ? rowsOfJson(new TextDecoder().decode(bytes)) : await rowsOfSheet(bytes);
  if (!rows.ok) return rows;
  const lines = readResultRows(rows.value, listed);
  return lines.ok ? ok(lines.value.map((line) => ({ ...line }))) : lines;
}

async function rowsOfSheet(bytes: Uint8Array): Promise<Result<string[][], Text>> {
  const sheet = await readSheet(bytes);
  return sheet.ok ? ok(sheet.value.map((row) => row.map((cell) => cell.text))) : sheet;
}
