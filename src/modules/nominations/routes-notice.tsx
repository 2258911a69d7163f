import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { postNotice } from "./commands-notice.ts";
import { NoticeForm } from "./pages/notice-form.tsx";
import { dossiersForNotice } from "./queries-notice.ts";

/** Posting a public notice: choosing a group of appraised dossiers, its length, its title. */
export function postNoticeRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/notices/new", (c) => showForm(c, c.req.query("honour") ?? "", c.req.query("year") ?? "", {}, null));

  async function showForm(c: Request, honour: string, year: string, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, dossiersForNotice, { honour, year });
    if (!found.ok) return web.failure(c, found.error);
    const content = <NoticeForm view={found.value} honour={honour} year={year} typed={typed} failure={failure} />;
    return web.page(c, say("Công khai lấy ý kiến", "Post a public notice")[c.var.visit.lang], content, failure ? 422 : 200, { wide: true });
  }

  routes.post("/notices", (c) =>
    web.submit(c, postNotice, {
      input: ({ fields }) => ({ nomination_ids: fields["nomination_ids"], title: fields["title"], days: fields["days"], days_off: typedDays(fields["days_off"]) }),
      next: (posted) => `/notices/${posted.id}`,
      done: say("Đã công khai danh sách trên cổng.", "The list stands on the portal."),
      again: (failure, { fields }) => showForm(c, String(fields["honour"] ?? ""), String(fields["year"] ?? ""), fields, atTheirField(failure)),
    }),
  );
  return routes;
}

/** Days typed one to a line or with commas between them. */
function typedDays(typed: unknown): string[] {
  return String(typed ?? "").split(/[\r\n,;]+/).map((line) => line.trim()).filter((line) => line !== "");
}

/** The days off are one field of the form: what is wrong with one of them is said there. */
function atTheirField(failure: Failure): Failure {
  if (failure.fields === undefined) return failure;
  return { ...failure, fields: Object.fromEntries(Object.entries(failure.fields).map(([name, text]) => [name.startsWith("days_off.") ? "days_off" : name, text])) };
}
