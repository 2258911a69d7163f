import { eq } from "drizzle-orm";
import { parseTypedDate } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import { localities } from "../../platform/command/tables.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { Card, DateField, ErrorSummary, Form, SubmitButton, type Typed, usePage } from "../../platform/html/kit.ts";
import type { Request } from "../../platform/http/web.tsx";
import { DEMONSTRATION_END, DEMONSTRATION_START, playUntil, resetDemonstration } from "../demo/year.ts";
import type { Site } from "./site.ts";

function DemonstrationPage({ typed, failure }: { typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t(say("Ngày trình diễn", "The demonstration's date"))}</h1>
      <p>{t(say(
        "Dữ liệu trình diễn sống theo ngày của nó, để ai mở vào năm nào cũng gặp luật và thời hạn của năm 2021. Đưa ngày về phía trước thì những việc của các vai còn lại trong năm diễn ra; đưa ngày lùi lại thì chỉ đổi ngày.",
        "The demonstration lives on its own date, so that a visitor of any year meets the law and the deadlines of 2021. Moving it forward plays what the others do in the year; moving it back only changes the date.",
      ))}</p>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <Card title={t(say("Đổi ngày", "Change the date"))}>
          <Form action="/demonstration">
            <DateField name="on" typed={typed} failure={failure} label={say("Ngày", "Date")} hint={say("Từ 04/01/2021 đến 28/02/2022; các việc trong năm diễn ra đến tháng 02/2022", "From 04/01/2021 to 28/02/2022")} />
            <div><SubmitButton>{t(say("Đổi ngày", "Change"))}</SubmitButton></div>
          </Form>
        </Card>
        <Card title={t(say("Làm lại từ đầu", "Start over"))}>
          <p class="small">{t(say("Xóa mọi thay đổi trong bản trình diễn và dựng lại năm 2021 đến ngày 29/11/2021. Mất chừng một phút.", "Erases every change in the demonstration and builds 2021 anew up to 29/11/2021. Takes about a minute."))}</p>
          <Form action="/demonstration/reset"><SubmitButton look="danger" confirm={t(say("Xóa mọi thay đổi và dựng lại?", "Erase every change and rebuild?"))}>{t(say("Dựng lại", "Rebuild"))}</SubmitButton></Form>
        </Card>
      </div>
    </>
  );
}

/** Moving and resetting the demonstration's date; no such pages exist in a real locality. */
export function demonstrationRoutes(site: Site) {
  const { web, installation, state } = site;
  const routes = web.routes();
  const title = say("Ngày trình diễn", "The demonstration's date");
  const absent = (c: Request) => web.failure(c, { code: "not_found", message: say("Đây không phải bản trình diễn.", "This is not a demonstration.") });

  routes.get("/demonstration", (c) => {
    if (!c.var.visit.demonstration) return absent(c);
    return web.page(c, title[c.var.visit.lang], <DemonstrationPage typed={{ on: c.var.visit.caller.clock.today() }} failure={null} />);
  });
  routes.post("/demonstration", async (c) => {
    if (!c.var.visit.demonstration) return absent(c);
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const typed = { on: String(received.value.fields["on"] ?? "") };
    const on = parseTypedDate(typed.on);
    if (on === null || on < DEMONSTRATION_START || on > DEMONSTRATION_END) {
      const text = say("Hãy chọn một ngày từ 04/01/2021 đến 28/02/2022.", "Choose a date from 04/01/2021 to 28/02/2022.");
      return web.page(c, title[c.var.visit.lang], <DemonstrationPage typed={typed} failure={{ code: "invalid", message: text, fields: { on: text } }} />, 422);
    }
    const { code } = c.var.visit.caller.locality;
    await playUntil(web.engine, code, on);
    await installation.database.inInstallation((tx) => tx.update(localities).set({ demonstration_on: on }).where(eq(localities.code, code)));
    await state.reload();
    web.leaveNotice(c, say("Đã đổi ngày trình diễn.", "The date was changed."));
    return c.redirect("/desk", 303);
  });
  routes.post("/demonstration/reset", async (c) => {
    if (!c.var.visit.demonstration) return absent(c);
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    state.ready = false;
    try {
      await resetDemonstration(installation, web.engine, c.var.visit.caller.locality.code);
      await state.reload();
    } finally {
      state.ready = true;
    }
    return c.redirect("/sign-in", 303);
  });
  return routes;
}
