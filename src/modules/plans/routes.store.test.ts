import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Lang } from "../../kernel/text.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import { foundLocality, importUnits } from "../organizations/index.ts";
import { type CampaignPort, planRoutes } from "./index.ts";

const ORIGIN = "http://localhost";
const port: CampaignPort = { campaignTitles: async () => new Map(), campaignChoices: async () => [] };

let test: TestDatabase;
let root: string;
let commune: string;
let officer: Actor;
let open: (actor: Actor, lang?: Lang) => Hono<Env>;

beforeAll(async () => {
  test = await freshDatabase();
  const as = await makeLocality(test.database, "CD", "2021-07-10");
  root = (unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })) as { id: string }).id;
  const units = unwrap(await runCommand(test.engine, as(), importUnits, { parent_id: root, units: [{ key: "a", name: "Xã Bằng Lãng", kind: "commune", code: "02065", from_on: "2000-01-01" }] })) as { ids: Record<string, string> };
  commune = units.ids["a"] ?? "";
  officer = { kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: "Cán bộ", person_id: null, grants: [{ role: "officer", unit_id: root, acting_for: null }] };
  open = (actor, lang = "vi") => {
    const web = new Web(test.engine, [], [ORIGIN]);
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(actor), lang, csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    return app.route("/", planRoutes(web, port));
  };
});
afterAll(() => test.drop());

const get = async (path: string, actor: Actor = PUBLIC, lang: Lang = "vi") => {
  const answer = await open(actor, lang).request(`${ORIGIN}${path}`);
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Record<string, string | File>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: "t", ...fields })) body.append(name, value);
  const answer = await open(officer).request(`${ORIGIN}${path}`, { method: "POST", body, headers: { Origin: ORIGIN } });
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
};

describe("targets without scripts", () => {
  const form = {
    year: "2021", code: "trong_rung", title: "Trồng rừng", group: "economy", measure: "ha", decimals: "1", direction: "at_least", reckoning: "cumulative", roll_up: "sum", reporting: "quarter", report_day: "5",
  };
  let at: string;

  it("are drafted, shown again with what was typed when wrong, and assigned", async () => {
    const wrong = await post("/targets", { unit_id: root, ...form, voted: "1.234" });
    expect([wrong.status, wrong.html.includes('value="1.234"'), wrong.html.includes('href="#f-voted"')]).toEqual([422, true, true]);
    const made = await post("/targets", { unit_id: root, ...form, voted: "500" });
    at = made.to ?? "";
    expect([made.status, /^\/targets\/[0-9a-f-]{36}$/.test(at)]).toEqual([303, true]);
    const refused = await post(`${at}/assign`, { "units.0.unit_id": commune, "units.0.voted": "nhiều" });
    expect([refused.status, refused.html.includes('value="nhiều"')]).toEqual([422, true]);
    expect((await post(`${at}/assign`, { "units.0.unit_id": commune, "units.0.voted": "30" })).to).toBe(at);
  });

  it("are reported; a blank line is passed over and an error stands at its own line", async () => {
    const id = at.replace("/targets/", "");
    const report = (value: string, reason = "") => post("/targets/report", { unit_id: commune, year: "2021", month: "3", "figures.0.target_id": root, "figures.0.value": "", "figures.1.target_id": id, "figures.1.value": value, "figures.1.reason": reason });
    expect((await report("10,5")).to).toBe(`/targets?year=2021&unit_id=${commune}`);
    const wrong = await report("11");
    expect([wrong.status, wrong.html.includes('href="#f-figures.1.reason"')]).toEqual([422, true]);
    expect((await report("11", "Cộng sót")).status).toBe(303);
  });

  it("are imported in two steps: a template, a preview that writes nothing, a confirmation", async () => {
    const template = await get(`/targets/import/template.csv?unit_id=${root}&year=2021&month=6`, officer);
    const [, line = ""] = template.html.split("\r\n");
    expect(line).toBe("02065;Xã Bằng Lãng;trong_rung;Trồng rừng;ha;6;;;");
    const sheet = (value: string) => new File([template.html.replace(";6;;;", `;6;${value};;`)], "chi-tieu.csv");
    const bad = await post("/targets/import", { unit_id: root, year: "2021", month: "6", sheet: sheet("ba mươi") });
    expect([bad.status, bad.html.includes("Không phải số."), bad.html.includes("/targets/import/confirmation")]).toEqual([200, true, false]);
    const preview = await post("/targets/import", { unit_id: root, year: "2021", month: "6", sheet: sheet("31,5") });
    expect(preview.html.includes("/targets/import/confirmation")).toBe(true);
    expect((await get(at)).html.includes("31,5")).toBe(false);
    const rows = (/name="rows" value="([^"]*)"/.exec(preview.html)?.[1] ?? "").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
    expect((await post("/targets/import/confirmation", { unit_id: root, year: "2021", rows })).status).toBe(303);
    expect((await get(at)).html.includes("31,5")).toBe(true);
    const none = await post("/targets/import", { unit_id: root, year: "2021", month: "6", sheet: new File(["x"], "x.csv") });
    expect(none.status).toBe(422);
  });

  it("show every page in both languages, with a chart that is said in words and no inline style", async () => {
    for (const lang of ["vi", "en"] as const) {
      for (const path of ["/targets", "/targets/new", at, `${at}/assign`, `${at}/plan`, `/targets/report?unit=${commune}&year=2021&month=6`, "/targets/import", "/targets/board?year=2021&month=6"]) {
        const { status, html } = await get(path, officer, lang);
        expect([path, status, / style=/.test(html), /undefined|NaN|\[object/.test(html)]).toEqual([path, 200, false, false]);
      }
    }
    const { html } = await get("/targets?year=2021");
    expect(html.includes('aria-label="T3 11,0; T6 31,5"')).toBe(true);
    expect((await get("/targets/new")).status).toBe(303);
  });
});
