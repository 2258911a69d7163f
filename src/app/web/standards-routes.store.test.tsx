import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { seededPrng } from "../../kernel/prng.ts";
import type { Lang } from "../../kernel/text.ts";
import { standingOn, systemClock } from "../../platform/clock/clock.ts";
import { PUBLIC } from "../../platform/command/actor.ts";
import type { Engine } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import type { Site } from "./site.ts";
import { standardsRoutes } from "./standards-routes.tsx";

/** The pages ask no query and run no command: an engine that could not do either shows it. */
const web = new Web({ random: seededPrng(1) } as unknown as Engine, [], []);
const app = new Hono<Env>();
let lang: Lang = "vi";

beforeAll(() => {
  app.use(async (c, next) => {
    const locality = { code: "AA", name: "Huyện Thử", name_en: "Test District" };
    c.set("visit", { caller: { locality, clock: standingOn(plainDate("2021-11-29"), systemClock), actor: PUBLIC }, lang, csrf: { token: "token", holds: () => false }, demonstration: false, byToken: false });
    return next();
  });
  app.route("/", standardsRoutes({ web } as unknown as Site));
});

async function get(path: string, as: Lang = "en"): Promise<{ status: number; text: string }> {
  lang = as;
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text() };
}
const COMPARE = "/standards/grassroots_emulation_fighter/compare";
const UNREAD = "nobody here has read its text";

describe("the pages of standards", () => {
  it("set two days beside each other, and count what is new, gone and changed", async () => {
    const page = await get(`${COMPARE}?a=2021-12-20&b=20/12/2025`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("2 new, 1 gone, 7 changed, 3 on another article only, 0 as before.");
    expect((await get(`${COMPARE}?a=2021-12-20&b=2025-12-20`, "vi")).text).toContain("2 điều kiện mới, 1 không còn, 7 thay đổi, 3 chỉ đổi căn cứ, 0 như cũ.");
    expect((await get("/standards/no_such_honour/compare")).status).toBe(404);
  });

  it("say from the first day of the unread amendment why nothing is called eligible, and not a day earlier", async () => {
    for (const path of ["/standards?on=", "/standards/advanced_labourer?on=", `${COMPARE}?a=2021-12-20&b=`]) {
      expect([path, (await get(`${path}2026-09-30`)).text.includes(UNREAD), (await get(`${path}2026-10-01`)).text.includes(UNREAD)]).toEqual([path, false, true]);
    }
    expect((await get("/standards/regimes")).text).toContain("The amending law of 01/10/2026: its text was not read");
  });

  it("name the days of every regime, and lead from a standard to the comparison", async () => {
    const { text } = await get("/standards/regimes");
    expect(["01/10/2017", "31/12/2023", "01/01/2024", "30/06/2025", "01/07/2025"].filter((day) => !text.includes(day))).toEqual([]);
    expect((await get("/standards/advanced_labourer")).text).toContain('action="/standards/advanced_labourer/compare"');
  });

  it("say so when a day lies before the first regime", async () => {
    const early = await get(`${COMPARE}?a=2017-09-30&b=2021-12-20`);
    expect(early.text).toContain("No rulebook for 30/09/2017 is kept here");
    expect((await get(`${COMPARE}?a=2017-10-01&b=2021-12-20`)).text).not.toContain("No rulebook for");
  });

  it("hold no inline style: the content security policy would drop it", async () => {
    for (const path of ["/standards", "/standards/regimes", COMPARE]) expect((await get(path)).text).not.toMatch(/ style=|<style/);
  });
});
