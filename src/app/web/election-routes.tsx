import { electionCalendar, knownElections, readPollingDay, toICalendar } from "../../engines/calendar/index.ts";
import { parseTallyInput, tally } from "../../engines/tally/index.ts";
import { daysBetween, type PlainDate, parseTypedDate } from "../../kernel/plain-date.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { ElectionCalendarPage } from "./election-calendar-page.tsx";
import { fieldOfPath, inputOfForm } from "./election-tally-form.ts";
import { ElectionTallyPage, type TallyView } from "./election-tally-page.tsx";
import type { Site } from "./site.ts";

const TITLES = { calendar: say("Lịch bầu cử", "Election calendar"), tally: say("Kiểm phiếu bầu cử", "Election tally") };

const WRONG = say("Có chỗ chưa đúng, xin xem bên dưới. Những gì đã nhập vẫn còn.", "Something needs attention below. What was typed is still there.");

/** A made-up constituency, so that the form shows what it wants. */
const EXAMPLE = {
  level: "commune_council", round: "first", polling_day: "2021-05-23", seats: 2,
  candidates: [{ id: "a", name: "Nguyễn Văn Ví Dụ", born_on: "1975-03-02" }, { id: "b", name: "Trần Thị Thí Dụ", born_on: "1980-11-20" }, { id: "c", name: "Lê Văn Mẫu", born_on: null }],
  expected_areas: ["KV1", "KV2"],
  minutes: [
    { area: "KV1", listed: 1200, voted: 1190, issued: 1190, collected: 1190, valid: 1170, invalid: 20, votes: { a: 900, b: 700, c: 400 } },
    { area: "KV2", listed: 800, voted: 795, issued: 795, collected: 794, valid: 780, invalid: 14, votes: { a: 610, b: 420, c: 300 } },
  ],
};

/** Takes what the address says; gives the day it names, else the text itself, so that the engine can say what is wrong. */
function dayAsked(typed: string | undefined): string | null {
  return typed === undefined || typed.trim() === "" ? null : (parseTypedDate(typed) ?? typed.trim());
}

/** The known election whose polling day lies nearest to the given day. */
function nearestElection(today: PlainDate): string {
  const distance = (day: PlainDate) => Math.abs(daysBetween(today, day));
  const [nearest] = [...knownElections()].sort((a, b) => distance(a.polling_day) - distance(b.polling_day));
  return nearest?.polling_day ?? today;
}

/** Public pages on elections: the legal calendar, and the check of counting minutes. They keep nothing. */
export function electionRoutes({ web }: Pick<Site, "web">) {
  const routes = web.routes();

  routes.get("/election", (c) => c.redirect("/election/calendar", 303));

  routes.get("/election/calendar", (c) => {
    const { lang, caller } = c.var.visit;
    const typed = c.req.query("polling-day");
    const day = readPollingDay(dayAsked(typed) ?? nearestElection(caller.clock.today()));
    const failure: Failure | null = day.ok ? null : { code: "invalid", message: day.error, fields: { "polling-day": say("Hãy chọn một Chủ nhật có luật bầu cử áp dụng.", "Choose a Sunday on which an election law is in force.") } };
    const calendar = day.ok ? electionCalendar({ polling_day: day.value }, { lang }) : null;
    return web.page(c, TITLES.calendar[lang], <ElectionCalendarPage calendar={calendar} asked={calendar?.polling_day ?? typed ?? ""} failure={failure} />, failure === null ? 200 : 422, { wide: true });
  });

  routes.get("/election/calendar.ics", (c) => {
    const { lang } = c.var.visit;
    const day = readPollingDay(dayAsked(c.req.query("polling-day")));
    if (!day.ok) return c.text(`${day.error[lang]}\n`, 422);
    return c.body(toICalendar(electionCalendar({ polling_day: day.value }, { lang }), { lang }), 200, {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="bau-cu-${day.value}.ics"`,
    });
  });

  routes.get("/election/tally", (c) => {
    const view: TallyView = { typed: { polling_day: nearestElection(c.var.visit.caller.clock.today()) }, json: JSON.stringify(EXAMPLE, null, 1), failure: null, answer: null, as: "form" };
    return web.page(c, TITLES.tally[c.var.visit.lang], <ElectionTallyPage {...view} />);
  });

  routes.post("/election/tally", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { lang } = c.var.visit;
    const { fields } = received.value;
    const as = fields["as"] === "json" ? "json" : "form";
    const sent = typeof fields["minutes"] === "string" ? fields["minutes"] : "";
    const json = as === "json" ? parseJson(sent) : inputOfForm(fields);
    const show = (view: Pick<TallyView, "failure" | "answer">): Promise<Response> | Response =>
      web.page(c, TITLES.tally[lang], <ElectionTallyPage typed={fields} json={as === "json" ? sent : JSON.stringify(json, null, 1)} as={as} {...view} />, view.failure === null ? 200 : 422);
    const wrong = (message: Text, field: string) => show({ failure: { code: "invalid", message: WRONG, fields: { [field]: message } }, answer: null });
    if (json === undefined) return wrong(say("Không phải JSON hợp lệ; chấp nhận một đối tượng JSON { … }.", "Not valid JSON; a JSON object { … } is accepted."), "minutes");
    const [vi, en] = [parseTallyInput(json, { lang: "vi" }), parseTallyInput(json, { lang: "en" })];
    if (!vi.ok || !en.ok) {
      const [path, message] = [vi.ok ? "$" : vi.error.path, say(vi.ok ? "–" : vi.error.message, en.ok ? "–" : en.error.message)];
      return as === "json" ? wrong(say(`${path}: ${message.vi}`, `${path}: ${message.en}`), "minutes") : wrong(message, fieldOfPath(fields, path));
    }
    const answer = { input: vi.value, output: tally(vi.value, { lang }) };
    return show({ failure: null, answer });
  });

  return routes;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
