import { yearOf } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { recordUnitMeeting } from "./commands.ts";
import { MeetingForm } from "./pages/meeting-form.tsx";
import { MeetingsPage } from "./pages/meetings-page.tsx";
import { UnitMinutesPage } from "./pages/minutes-page.tsx";
import { browseUnitMeetings, unitMeetingChoices, unitMeetingPage, unitMeetingScan } from "./queries.ts";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A unit's meetings: the list, recording one, its minutes. */
export function unitMeetingRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/meetings", (c) => web.show(c, browseUnitMeetings, {}, (view, t) => ({ title: t(say("Họp bình xét của đơn vị", "Meetings of units")), content: <MeetingsPage view={view} />, wide: true })));

  routes.get("/meetings/new", (c) => showForm(c, { unit_id: c.req.query("unit"), honour: c.req.query("honour"), year: c.req.query("year") }, {}, null));

  async function showForm(c: Request, asked: { unit_id?: unknown; honour?: unknown; year?: unknown }, typed: Typed, failure: Failure | null): Promise<Response> {
    const year = textOf(asked.year) || String(yearOf(c.var.visit.caller.clock.today()));
    const view = await web.query(c, unitMeetingChoices, { ...asked, year });
    if (!view.ok) return web.failure(c, view.error);
    const content = <MeetingForm view={view.value} asked={{ honour: textOf(asked.honour), year }} typed={typed} failure={failure} />;
    return web.page(c, say("Ghi cuộc họp bình xét", "Record a meeting")[c.var.visit.lang], content, failure ? 422 : 200, { wide: true });
  }

  routes.post("/meetings", (c) =>
    web.submit(c, recordUnitMeeting, {
      input: async ({ fields, files }) => {
        const file = files["scan"];
        return { ...fields, rows: fields["rows"] ?? [], ...(file ? { scan: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } } : {}) };
      },
      next: (recorded) => `/meetings/${recorded.id}`,
      done: say("Đã ghi biên bản và lập hồ sơ nháp.", "The minutes are recorded and the drafts made."),
      again: (failure, { fields }) => showForm(c, { unit_id: fields["unit_id"], honour: fields["honour"], year: fields["year"] }, fields, failure),
    }),
  );

  routes.get("/meetings/:id{[0-9a-f-]{36}}", (c) =>
    web.show(c, unitMeetingPage, { meeting_id: c.req.param("id") }, (view, t) => ({ title: t(say("Biên bản họp bình xét", "Minutes of the meeting")), content: <UnitMinutesPage view={view} />, wide: true })),
  );

  routes.get("/meetings/:id{[0-9a-f-]{36}}/scan", async (c) => {
    const file = await web.query(c, unitMeetingScan, { meeting_id: c.req.param("id") });
    if (!file.ok) return web.failure(c, file.error);
    return c.body(file.value.bytes, 200, { "Content-Type": file.value.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.value.name)}` });
  });
  return routes;
}
