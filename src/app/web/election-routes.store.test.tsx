import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { seededPrng } from "../../kernel/prng.ts";
import type { Lang } from "../../kernel/text.ts";
import { standingOn, systemClock } from "../../platform/clock/clock.ts";
import { PUBLIC } from "../../platform/command/actor.ts";
import type { Engine } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import { electionRoutes } from "./election-routes.tsx";

/** The pages ask no query and run no command: an engine that could not do either shows it. */
const web = new Web({ random: seededPrng(1) } as unknown as Engine, [], []);
const app = new Hono<Env>();
let lang: Lang = "vi";
let today = "2021-04-03";

beforeAll(() => {
  app.use(async (c, next) => {
    const locality = { code: "AA", name: "Huyện Thử", name_en: "Test District" };
    c.set("visit", { caller: { locality, clock: standingOn(plainDate(today), systemClock), actor: PUBLIC }, lang, csrf: { token: "token", holds: (given) => given === "token" }, demonstration: false, byToken: false });
    return next();
  });
  app.route("/", electionRoutes({ web }));
});

async function get(path: string, as: Lang = "vi", on = "2021-04-03"): Promise<{ status: number; text: string; type: string | null }> {
  [lang, today] = [as, on];
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text(), type: answer.headers.get("content-type") };
}
async function post(fields: Record<string, string>, csrf = "token"): Promise<{ status: number; text: string }> {
  lang = "en";
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf, ...fields })) body.append(name, value);
  const answer = await app.request("/election/tally", { method: "POST", body });
  return { status: answer.status, text: await answer.text() };
}
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;

describe("the election calendar's page", () => {
  it("shows every milestone with the days left on the locality's own day", async () => {
    const page = await get("/election/calendar?polling-day=23/5/2021", "en");
    expect([page.status, count(page.text, /<tr>/g)]).toEqual([200, 32]);
    for (const words of ["10 days left", "Due today", "65 days ago", "article 32 (85/2015/QH13)", "not verified", 'href="/election/calendar.ics?polling-day=2021-05-23&amp;lang=en"']) expect(page.text).toContain(words);
    expect((await get("/election/calendar?polling-day=2021-05-23", "vi", "2021-04-12")).text).toContain("Còn 1 ngày");
  });
  it("opens at the known election that lies nearest", async () => {
    expect((await get("/election/calendar", "en", "2021-11-29")).text).toContain("By the law: 85/2015/QH13. Today is 2021-11-29.");
    expect((await get("/election/calendar", "en", "2026-01-01")).text).toContain("By the law: 85/2015/QH13, 83/2025/QH15.");
  });
  it("says why a day can be no polling day, and keeps what was typed", async () => {
    const page = await get("/election/calendar?polling-day=24/5/2021");
    expect([page.status, count(page.text, /<tr>/g)]).toEqual([422, 0]);
    for (const words of ["Ngày 24/05/2021 không phải Chủ nhật", 'value="24/5/2021"']) expect(page.text).toContain(words);
    expect((await get('/election/calendar?polling-day="<b>')).text).toContain('value="&quot;&lt;b>"');
  });
  it("is there to download as iCalendar", async () => {
    const file = await get("/election/calendar.ics?polling-day=2026-03-15");
    expect([file.status, file.type, count(file.text, /BEGIN:VEVENT\r\n/g)]).toEqual([200, "text/calendar; charset=utf-8", 30]);
    expect([(await get("/election/calendar.ics")).status, (await get("/election/calendar.ics?polling-day=2026-03-16")).status]).toEqual([422, 422]);
  });
});

describe("the tally's page", () => {
  const filled = {
    as: "form", level: "commune_council", round: "first", polling_day: "23/5/2021", seats: "1",
    "candidates.0.name": "", "candidates.1.name": "Nguyễn Văn Ví Dụ", "candidates.2.name": "Trần Thị Thí Dụ", "candidates.2.born_on": "2/3/1975",
    "areas.0.area": "", "areas.0.listed": "", "areas.0.votes.0": "", "areas.0.votes.1": "", "areas.0.votes.2": "",
    "areas.1.area": "", "areas.1.listed": "1.200", "areas.1.voted": "1000", "areas.1.issued": "1000", "areas.1.collected": "1000", "areas.1.valid": "990", "areas.1.invalid": "10",
    "areas.1.votes.0": "", "areas.1.votes.1": "496", "areas.1.votes.2": "494",
  };
  const verdict = (text: string) => /class="verdict \w+"[^>]*><h2>([^<]*)/.exec(text)?.[1] ?? null;

  it("decides what was typed into the form, leaving out empty rows", async () => {
    const page = await post(filled);
    expect([page.status, verdict(page.text)]).toEqual([200, "All seats are filled"]);
    expect(page.text).toContain("Elected: 496 of 990 valid ballots, over half; place 1 of 1 seats.");
    expect(page.text).toContain('value="1.200"');
    const half = await post({ ...filled, "areas.1.votes.1": "495", "areas.1.votes.2": "495" });
    expect(verdict(half.text)).toBe("An extra election is required");
    expect(half.text).toContain("exactly half and not over half");
  });
  it("leads to the field that is wrong", async () => {
    const page = await post({ ...filled, "areas.1.voted": "-5", "areas.1.issued": "1000" });
    expect([page.status, verdict(page.text)]).toEqual([422, null]);
    for (const words of ['<a href="#f-areas.1.voted">', "found -5", 'value="-5"']) expect(page.text).toContain(words);
    for (const [field, value] of [["seats", "hai"], ["polling_day", "30/2/2021"], ["areas.1.votes.2", "x"], ["candidates.2.born_on", "1975"], ["areas.1.valid", ""]] as const) {
      const wrong = await post({ ...filled, [field]: value });
      expect([field, wrong.status, wrong.text.includes(`<a href="#f-${field}">`)]).toEqual([field, 422, true]);
    }
    expect((await post({ ...filled, "areas.1.votes.0": "3" })).text).toContain("unknown_candidate");
  });
  it("decides pasted JSON, and its own example", async () => {
    const sample = await get("/election/tally", "en");
    const json = (/<textarea[^>]*>([^<]*)</.exec(sample.text)?.[1] ?? "").replaceAll("&quot;", '"');
    const page = await post({ as: "json", minutes: json });
    expect([page.status, verdict(page.text)]).toEqual([200, "All seats are filled"]);
    expect((await post({ as: "json", minutes: "{" })).text).toContain("Not valid JSON");
    expect((await post({ as: "json", minutes: '{"level": 1}' })).text).toContain("$.level: Invalid value: found 1");
    const hostile = await post({ as: "json", minutes: json.replace("KV1", "<img src=x>") });
    expect(hostile.text).not.toContain("<img src=x>");
  });
  it("takes nothing from elsewhere", async () => {
    expect((await post(filled, "other")).status).toBe(403);
  });
});
