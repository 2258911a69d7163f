import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { parseScoreInput } from "../../engines/scoring/index.ts";
import { unwrap } from "../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import { foundLocality } from "../organizations/index.ts";
import { reviseCard } from "./commands-cards.ts";
import { findLeaf } from "./core/card-check.ts";
import { cardPage } from "./queries-cards.ts";
import { cardRoutes } from "./routes-cards.tsx";

const HOST = "http://thu.example";
let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let officer: Actor;
let visitor: Actor;
const app = new Hono<Env>();

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-03-20");
  root = (unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })) as { id: string }).id;
  officer = { kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: "Cán bộ", person_id: null, grants: [{ role: "officer", unit_id: root, acting_for: null }] };
  visitor = officer;
  app.use(async (c, next) => {
    c.set("visit", { caller: as(visitor), lang: "vi", csrf: { token: "token", holds: (token) => token === "token" }, demonstration: false, byToken: false });
    return next();
  });
  app.route("/", cardRoutes(new Web(test.engine, [], [HOST])));
});
afterAll(() => test.drop());

/** Asks for a page as the visitor; gives its status and its text as one reads it, entities undone. */
async function get(path: string) {
  const answer = await app.request(`${HOST}${path}`);
  return { status: answer.status, text: plain(await answer.text()), to: answer.headers.get("location") };
}
async function post(path: string, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: "token", ...fields })) body.append(name, value);
  const answer = await app.request(`${HOST}${path}`, { method: "POST", body, headers: { origin: HOST, "sec-fetch-site": "same-origin" } });
  return { status: answer.status, text: plain(await answer.text()), to: answer.headers.get("location") };
}
const plain = (html: string) => html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
const cardOf = async (id: string) => unwrap(await runQuery(test.engine, as(officer), cardPage, { card_id: id })).card;
const revisionOf = async (id: string) => String((await cardOf(id)).revision);
const make = async (fields: Record<string, string>) => {
  const made = await post("/cards", { unit_id: root, year: "2021", ...fields });
  expect([made.status, made.text]).toEqual([303, ""]);
  return /\/cards\/([0-9a-f-]{36})\/edit/.exec(made.to ?? "")?.[1] ?? "";
};

describe("the pages of scorecards", () => {
  it("let an officer build a card from nothing by small forms alone, and publish it", async () => {
    const id = await make({ ready_id: "", title: "Bảng mới", purpose: "other" });
    const at = `/cards/${id}`;
    const send = async (path: string, fields: Record<string, string>, to: string) => {
      const sent = await post(`${at}/${path}`, { revision: await revisionOf(id), ...fields });
      expect([path, sent.status, sent.to]).toEqual([path, 303, `${at}/${to}`]);
    };
    expect((await get(`${at}/edit`)).text).toContain("Tổng 0/100: còn thiếu 100.");
    expect((await get(`${at}/groups/new`)).text).toContain('value="1"');
    await send("groups", { in: "", id: "1", title: "Kinh tế" }, "edit");
    expect((await get(`${at}/leaves/new?in=1`)).text).toContain('value="1.1"');
    await send("leaves", { in: "1", id: "1.1", title: "Thu gom rác", base: "98", proof: "Biên bản" }, "leaves/1.1");
    expect((await get(`${at}/edit`)).text).toContain("Tổng 98/100: còn thiếu 2.");
    await send("leaves/1.1/rules", { kind: "tier", "fact.label": "Tỷ lệ thu gom", "fact.measure": "%", "tiers.0.from": "98", "tiers.0.points": "98", "tiers.1.from": "", "tiers.1.points": "", otherwise: "0" }, "leaves/1.1");
    await send("leaves/1.1/rules", { kind: "per_unit", "fact.label": "Số lần nhắc nhở", points: "-0,5", cap: "2" }, "leaves/1.1");
    expect((await get(`${at}/leaves/1.1`)).text).toContain("Số lần nhắc nhở: cứ mỗi 1 trừ 0,5 điểm, tối đa 2 điểm.");
    await send("leaves/1.1/rules/2", { "fact.id": "so_lan_nhac_nho", points: "-1", cap: "2" }, "leaves/1.1");
    await send("leaves/1.1", { id: "1.1", title: "Thu gom rác thải", base: "100", unverified: "on" }, "edit");
    await send("groups/1", { id: "1", title: "Môi trường" }, "edit");
    await send("facts/ty_le_thu_gom", { label_vi: "Tỷ lệ rác được thu gom", measure: "%", target_code: "waste", target_take: "actual" }, "edit");
    await send("head", { title: "Bảng môi trường", base: "100", "gates.0.text": "Có báo cáo", "gates.1.text": "", "classes.0.name": "Hoàn thành tốt nhiệm vụ", "classes.0.at_least": "80", tie_break: "1.1" }, "edit");
    const { content } = await cardOf(id);
    expect(content).toEqual({
      scorecard: {
        id: "bang-moi-2021", title: "Bảng môi trường", base: "100", gates: [{ id: "co_bao_cao", text: "Có báo cáo" }], classes: [{ id: "good", at_least: "80" }], tie_break: ["1.1"],
        criteria: [{ id: "1", title: "Môi trường", criteria: [{
          id: "1.1", title: "Thu gom rác thải", base: "100",
          rules: [{ kind: "tier", fact: "ty_le_thu_gom", tiers: [{ from: "98", points: "98" }], otherwise: "0" }, { kind: "per_unit", fact: "so_lan_nhac_nho", points: "-1", cap: "2" }],
        }] }],
      },
      facts: { ty_le_thu_gom: { label_vi: "Tỷ lệ rác được thu gom", measure: "%", target: { code: "waste", take: "actual" } }, so_lan_nhac_nho: { label_vi: "Số lần nhắc nhở" } },
      leaves: { "1": {}, "1.1": { unverified: true } },
    });
    expect((await post(`${at}/publication`, {})).to).toBe(at);
    visitor = PUBLIC;
    const read = await get(at);
    visitor = officer;
    expect([read.status, read.text.includes("Tỷ lệ rác được thu gom (%): từ 98 trở lên: 98 điểm; còn lại: 0 điểm."), read.text.includes("Chưa xác minh"), read.text.includes("/edit")]).toEqual([200, true, true, false]);
  });

  it("show a form again with all that was typed, the sentence at its field", async () => {
    const id = await make({ ready_id: "commune_cluster" });
    const wrong = await post(`/cards/${id}/leaves/1.1`, { revision: await revisionOf(id), id: "1.2", title: "Tên đang gõ", base: "6", proof: "Căn cứ đang gõ" });
    expect([wrong.status, wrong.text.includes("Số mục “1.2” đã có trên bảng"), wrong.text.includes('value="Tên đang gõ"'), wrong.text.includes('value="Căn cứ đang gõ"'), wrong.text.includes('id="f-id-error"')]).toEqual([422, true, true, true, true]);
    const rule = await post(`/cards/${id}/leaves/1.6/rules`, { revision: await revisionOf(id), kind: "tier", "fact.label": "Mới", "tiers.0.from": "1.234", "tiers.0.points": "4" });
    expect([rule.status, rule.text.includes('id="f-tiers.0.from-error"'), rule.text.includes('value="1.234"'), rule.text.includes('value="Mới"')]).toEqual([422, true, true, true]);
    expect((await cardOf(id)).revision).toBe(1);
  });

  it("keep what was typed when somebody else was faster, and let it be sent again", async () => {
    const id = await make({ ready_id: "commune_cluster" });
    const { content, title, revision } = await cardOf(id);
    unwrap(await runCommand(test.engine, as(officer), reviseCard, { card_id: id, revision, title: `${title} (sửa)`, content }));
    const late = await post(`/cards/${id}/groups/1`, { revision: "1", id: "1", title: "Tên đến sau" });
    expect([late.status, late.text.includes("Bảng vừa được người khác sửa."), late.text.includes('value="Tên đến sau"'), late.text.includes('name="revision" value="2"')]).toEqual([409, true, true, true]);
    expect((await post(`/cards/${id}/groups/1`, { revision: "2", id: "1", title: "Tên đến sau" })).status).toBe(303);
    expect((await cardOf(id)).title).toBe(`${title} (sửa)`);
  });

  it("move, delete, redraw a grid, and refuse to publish what does not add up", async () => {
    const id = await make({ ready_id: "commune_cluster" });
    const at = `/cards/${id}`;
    expect((await post(`${at}/moves`, { revision: "1", move: "down 1.1" })).to).toBe(`${at}/edit`);
    expect(Object.keys((await cardOf(id)).content.leaves)).toContain("1.1");
    const grid = await get(`${at}/leaves/4.1/rules/1`);
    expect([grid.text.includes("từ 1.000 đến dưới 2.000"), grid.text.includes('name="points.2.4" type="text" value="-1,7"')]).toEqual([true, true]);
    const redrawn = await post(`${at}/leaves/4.1/rules/1`, { revision: "2", redraw: "1", row_bounds: "1000; 2000; 3000", column_bounds: "5" });
    expect([redrawn.status, redrawn.text.includes('name="points.3.1"'), redrawn.text.includes('name="points.0.2"'), (await cardOf(id)).revision]).toEqual([422, true, false, 2]);
    expect((await post(`${at}/leaves/1.1/rules/2/deletion`, { revision: "2" })).to).toBe(`${at}/leaves/1.1`);
    expect(findLeaf((await cardOf(id)).content.scorecard.criteria, "1.1")?.rules).toHaveLength(1);
    expect((await post(`${at}/criteria/1.1/deletion`, { revision: "3" })).to).toBe(`${at}/edit`);
    expect((await get(`${at}/edit`)).text).toContain("Tổng 94/100: còn thiếu 6.");
    const refused = await post(`${at}/publication`, {});
    expect([refused.status, refused.text.includes("Tổng điểm chuẩn các mục là 94, bảng ghi 100: phải bằng nhau."), refused.text.includes('href="#f-card.base"'), refused.text.includes('id="f-card.base"')]).toEqual([422, true, true, true]);
  });

  it("try a card on sample facts: points, trace and class; a wrong fact at its own field", async () => {
    const id = await make({ ready_id: "commune_cluster" });
    const form = await get(`/cards/${id}/try?units=3`);
    expect([form.status, form.text.includes('name="units.2.facts.budget_revenue"'), form.text.includes('name="units.0.gates.self_report"')]).toEqual([200, true, true]);
    const tried = await post(`/cards/${id}/try`, { units_shown: "1", "units.0.facts.budget_revenue": "112,88", "units.0.facts.budget_revenue_plan": "112,8", "units.0.facts.budget_revenue_percent": "105", "units.0.facts.plan_issued_on": "chưa", "units.0.gates.self_report": "yes" });
    expect([tried.status, tried.text.includes("Cộng hoặc trừ theo từng đơn vị: Thu ngân sách nhà nước trên địa bàn, so với kế hoạch (%) = 105 → 0,5 = 6,5"), tried.text.includes("Ngày ban hành kế hoạch thi đua = chưa bao giờ"), tried.text.includes("Thiếu: ")]).toEqual([200, true, true, true]);
    const wrong = await post(`/cards/${id}/try`, { units_shown: "1", "units.0.facts.reform_work": "9", "units.0.facts.budget_revenue": "12" });
    expect([wrong.status, wrong.text.includes('id="f-units.0.facts.reform_work-error"'), wrong.text.includes("chấp nhận điểm từ 0 đến 3"), wrong.text.includes('value="12"')]).toEqual([422, true, true, true]);
    const bad = await post(`/cards/${id}/try`, { units_shown: "1", "units.0.facts.budget_revenue": "nhiều" });
    expect([bad.status, bad.text.includes('id="f-units.0.facts.budget_revenue-error"'), bad.text.includes('value="nhiều"')]).toEqual([422, true, true]);
  });

  it("give the card as `thidua score` takes it, list it, and copy it", async () => {
    const id = await make({ ready_id: "the_poor" });
    unwrap(await runCommand(test.engine, as(officer), reviseCard, { card_id: id, revision: 1, title: "Vì người nghèo 2021", content: (await cardOf(id)).content }));
    await post(`/cards/${id}/publication`, {});
    visitor = PUBLIC;
    const json: unknown = JSON.parse((await get(`/cards/${id}.json`)).text);
    expect(parseScoreInput(json).ok).toBe(true);
    expect((await get("/cards?year=2021&purpose=the_poor")).text).toContain(`<a href="/cards/${id}">Vì người nghèo 2021</a>`);
    expect((await get("/cards?year=2020")).text).not.toContain(id);
    expect((await get("/cards/new")).to).toBe("/sign-in?next=%2Fcards%2Fnew");
    visitor = officer;
    expect((await get("/cards/new")).text).toContain("49 mục, 49 điểm, 47 mục chưa xác minh.");
    const copied = await post(`/cards/${id}/copy`, { unit_id: root, year: "2022" });
    expect((await cardOf(copied.to?.slice(7, 43) ?? "")).title).toBe("Vì người nghèo 2022");
    expect((await get(`/cards/${id}/edit`)).to).toBe(`/cards/${id}`);
  });
});
