import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Lang } from "../../kernel/text.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import { foundLocality, importUnits } from "../organizations/index.ts";
import { householdRoutes } from "./index.ts";

const ORIGIN = "http://localhost";
let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let clerk: Actor;
let village: string;
let commune: string;
let at: string;

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-10");
  const { id: root } = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })) as { id: string };
  const units = [{ key: "a", name: "Xã Mẫu", kind: "commune", from_on: "2000-01-01" }, { key: "v", parent_key: "a", name: "Thôn Mẫu 1", kind: "village", from_on: "2000-01-01" }];
  const made = unwrap(await runCommand(test.engine, as(), importUnits, { parent_id: root, units })) as { ids: Record<string, string> };
  commune = made.ids["a"] ?? "";
  village = made.ids["v"] ?? "";
  clerk = { kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: "Cán bộ", person_id: null, grants: [{ role: "clerk", unit_id: commune, acting_for: null }] };
});
afterAll(() => test.drop());

const open = (actor: Actor, lang: Lang) => {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set("visit", { caller: as(actor), lang, csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
    await next();
  });
  return app.route("/", householdRoutes(new Web(test.engine, [], [ORIGIN])));
};
const get = async (path: string, actor: Actor = clerk, lang: Lang = "vi") => {
  const answer = await open(actor, lang).request(`${ORIGIN}${path}`);
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Record<string, string | File>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: "t", ...fields })) body.append(name, value);
  const answer = await open(clerk, "vi").request(`${ORIGIN}${path}`, { method: "POST", body, headers: { Origin: ORIGIN } });
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
};
const csv = (text: string) => new File([text], "ho.csv", { type: "text/csv" });

describe("a review without scripts", () => {
  it("is opened; a wrong number shows the form again with all that was typed", async () => {
    const form = { commune_id: commune, year: "2021", registration_due_on: "31/03/2021", quorum_percent: "60", agree_percent: "60", "criteria.0.title": "Gương mẫu", "criteria.0.max": "60", "criteria.3.title": "Đoàn kết", "criteria.3.max": "40" };
    const wrong = await post("/households", { ...form, pass_mark: "120" });
    expect([wrong.status, wrong.html.includes('value="120"'), wrong.html.includes('href="#f-pass_mark"'), wrong.html.includes('value="Đoàn kết"')]).toEqual([422, true, true, true]);
    const made = await post("/households", { ...form, pass_mark: "80" });
    expect([made.status, made.to?.startsWith("/households/")]).toEqual([303, true]);
    at = made.to ?? "";
    expect((await get("/households")).html).toContain(`href="${at}"`);
  });

  it("takes a sheet, shows what is wrong, writes it when nothing is", async () => {
    const bad = await post(`${at}/import`, { sheet: csv("Thôn, tổ dân phố;Chủ hộ;Ngày đăng ký\nThôn Mẫu 1;Hà Mẫu An;20/02/2021\nThôn Mẫu 7;Hà Mẫu Bình;20/02/2021\n") });
    expect([bad.status, bad.html.includes("Không có thôn, tổ dân phố tên “Thôn Mẫu 7” trong xã."), bad.html.includes("/import/confirmation")]).toEqual([200, true, false]);
    const good = await post(`${at}/import`, { sheet: csv("Thôn, tổ dân phố;Chủ hộ;Mã hộ;Ngày đăng ký;Ngày họp thôn;Số hộ được mời;Số hộ dự họp;Chủ trì cuộc họp;Thư ký cuộc họp\nThôn Mẫu 1;Hà Mẫu An;1;20/02/2021;15/11/2021;20;15;Mẫu Một;Mẫu Hai\nThôn Mẫu 1;Hà Mẫu Bình;2;;;;;;\n") });
    const rows = /name="rows" value="([^"]*)"/.exec(good.html)?.[1]?.replace(/&quot;/g, '"').replace(/&amp;/g, "&") ?? "";
    const written = await post(`${at}/import/confirmation`, { rows });
    expect([good.status, written.status, written.to]).toEqual([200, 303, at]);
    const sheet = await get(`${at}/sheet.csv`);
    expect(sheet.html.split("\r\n")[1]).toBe("Thôn Mẫu 1;1;Hà Mẫu An;;20/02/2021;;;;;;;15/11/2021;20;15;Mẫu Một;Mẫu Hai");
    const again = await post(`${at}/import`, { sheet: csv(sheet.html) });
    expect(again.html).toContain("Không có gì mới để ghi.");
  });

  it("enters votes in the village's table; a wrong cell keeps what was typed and says why", async () => {
    const page = await get(`${at}/villages/${village}`);
    const household_id = /name="rows\.0\.household_id" value="([^"]*)"/.exec(page.html)?.[1] ?? "";
    const wrong = await post(`${at}/villages/${village}/votes?page=1`, { "rows.0.household_id": household_id, "rows.0.points": "92,5", "rows.0.agree": "16" });
    expect([wrong.status, wrong.html.includes("Số đồng ý (16) nhiều hơn số hộ dự họp (15)."), wrong.html.includes('value="92,5"'), wrong.html.includes('id="f-rows.0.agree"')]).toEqual([422, true, true, true]);
    const done = await post(`${at}/villages/${village}/votes?page=1`, { "rows.0.household_id": household_id, "rows.0.points": "92,5", "rows.0.agree": "14" });
    expect([done.status, done.to]).toEqual([303, `${at}/villages/${village}?page=1`]);
    const home = `${at}/homes/${household_id}`;
    const bare = await post(`${home}/assessment`, { assessed: "1", points: "95", ticked_tax: "on" });
    expect([bare.status, bare.html.includes('href="#f-evidence.tax"'), bare.html.includes('value="95"')]).toEqual([422, true, true]);
    expect((await post(`${home}/assessment`, { assessed: "1", points: "95", ticked_tax: "on", "evidence.tax": "Văn bản mẫu" })).status).toBe(303);
    expect((await get(home)).html).toContain("Văn bản mẫu");
  });

  it("is closed and led to a draft; every page stands in both languages", async () => {
    expect((await post(`${at}/closing`, {})).to).toBe(at);
    const refused = await post(`${at}/decision`, { title: "Công nhận" });
    expect([refused.status, refused.html.includes("Không còn hộ nào đủ điều kiện")]).toEqual([422, true]);
    for (const path of ["/households", "/households/figures", `/households/new?commune=${commune}`, at, `${at}/terms`, `${at}/import`, `${at}/list?state=refused`, `${at}/villages/${village}`, `${at}/certificates`]) {
      for (const lang of ["vi", "en"] as const) {
        const { status, html } = await get(path, clerk, lang);
        expect([path, status, /style="|<script>/.test(html)]).toEqual([path, 200, false]);
      }
    }
    expect((await get(`${at}/list?search=ha+mau+an`)).html).toContain("Hà Mẫu An");
    const narrowed = await get(`${at}/list?village=${village}`);
    const ids = [...narrowed.html.matchAll(/ id="(f-[^"]*)"/g)].map((match) => match[1]);
    expect([narrowed.html.includes("Hà Mẫu An"), narrowed.html.includes(`value="${village}" selected`), ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([true, true, []]);
    expect((await get(`${at}/list?village=01900000-0000-7000-8000-00000000ffff`)).html).not.toContain("Hà Mẫu An");
  });

  it("shows the public figures and no name; a household's page asks to sign in", async () => {
    const figures = await get("/households/figures", PUBLIC);
    expect([figures.status, figures.html.includes("Xã Mẫu"), figures.html.includes("Hà Mẫu")]).toEqual([200, true, false]);
    expect((await get(at, PUBLIC)).status).toBe(303);
  });
});
