import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { Breadcrumb, type Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { attachDocument, removeDocument } from "./commands-documents.ts";
import { DossierContents } from "./pages/appraisal-documents.tsx";
import { dossierContents, dossierDocument } from "./queries-appraisal.ts";

/** A dossier's documents: attached, looked at, taken out. After a failure the checklist is shown by itself with what was typed. */
export function appraisalRoutes(web: Web) {
  const routes = web.routes();
  const idOf = (c: Request): string => c.req.param("id") ?? "";

  routes.get("/nominations/:id/documents", (c) => showContents(c, {}, null));

  async function showContents(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, dossierContents, { nomination_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const { lang } = c.var.visit;
    const title = say("Thành phần hồ sơ", "Contents of the dossier")[lang];
    return web.page(
      c,
      title,
      <>
        <Breadcrumb trail={[{ href: `/nominations/${idOf(c)}`, label: say("Hồ sơ", "The dossier")[lang] }]} />
        <h1>{title}</h1>
        <DossierContents contents={found.value} typed={typed} failure={failure} />
      </>,
      failure ? 422 : 200,
    );
  }

  routes.post("/nominations/:id/documents", (c) =>
    web.submit(c, attachDocument, {
      input: async ({ fields, files }) => {
        const file = files["file"];
        return { ...fields, nomination_id: idOf(c), ...(file === undefined ? {} : { file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }) };
      },
      next: (made) => `/nominations/${made.nomination_id}`,
      done: say("Đã thêm tài liệu.", "The document is attached."),
      again: (failure, { fields }) => showContents(c, fields, failure),
    }),
  );

  routes.get("/nominations/:id/documents/:document", async (c) => {
    const found = await web.query(c, dossierDocument, { nomination_id: idOf(c), document_id: c.req.param("document") });
    if (!found.ok) return web.failure(c, found.error);
    const { bytes, media_type, name } = found.value;
    // Office files are never opened inside the browser.
    const shown = media_type.startsWith("image/") || media_type === "application/pdf" ? "inline" : "attachment";
    return c.body(bytes, 200, { "Content-Type": media_type, "Content-Disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(name)}` });
  });

  routes.post("/nominations/:id/documents/:document/removal", (c) =>
    web.submit(c, removeDocument, {
      input: () => ({ nomination_id: idOf(c), document_id: c.req.param("document") }),
      next: (gone) => `/nominations/${gone.nomination_id}`,
      done: say("Đã bỏ tài liệu khỏi hồ sơ.", "The document is taken out."),
    }),
  );

  return routes;
}
