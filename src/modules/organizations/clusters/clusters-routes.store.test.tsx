import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { Lang } from "../../../kernel/text.ts";
import { type Actor, PUBLIC } from "../../../platform/command/actor.ts";
import { runCommand } from "../../../platform/command/execute.ts";
import { type Env, Web } from "../../../platform/http/web.tsx";
import { foundLocality, importUnits, organizationRoutes } from "../index.ts";

const ORIGIN = "http://localhost";

let test: TestDatabase;
let units: Record<string, string>;
let officer: Actor;
let open: (actor: Actor, lang?: Lang) => Hono<Env>;

beforeAll(async () => {
  test = await freshDatabase();
  const as = await makeLocality(test.database, "CD", "2021-03-10");
  const root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const commune = (key: string, name: string) => ({ key, name, kind: "commune", from_on: "2000-01-01" });
  units = unwrap(await runCommand(test.engine, as(), importUnits, { parent_id: root, units: [commune("a", "Xã A"), commune("b", "Xã B"), { ...commune("x", "Huyện X"), kind: "outside" }] })).ids;
  officer = { kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: "Cán bộ", person_id: null, grants: [{ role: "officer", unit_id: root, acting_for: null }] };
  const clusters = { holders: { usersWithRole: async () => [{ id: officer.kind === "user" ? officer.id : "" }] }, extra: async () => <p>Các đợt chấm điểm</p> };
  open = (actor, lang = "vi") => {
    const web = new Web(test.engine, [], [ORIGIN]);
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(actor), lang, csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    return app.route("/", organizationRoutes(web, undefined, clusters));
  };
});
afterAll(() => test.drop());

const id = (key: string): string => units[key] ?? "";
const get = async (path: string, actor: Actor = PUBLIC, lang: Lang = "vi") => {
  const answer = await open(actor, lang).request(`${ORIGIN}${path}`);
  return { status: answer.status, html: await answer.text(), type: answer.headers.get("content-type") };
};
const post = async (path: string, fields: Record<string, string | File>, actor: Actor = officer) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: "t", ...fields })) body.append(name, value);
  const answer = await open(actor).request(`${ORIGIN}${path}`, { method: "POST", body, headers: { Origin: ORIGIN } });
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
};
/** What was typed stands in the page again, and the summary leads to the field. */
const wrongAt = (answer: { status: number; html: string }, field: string, typed: string) => [answer.status, answer.html.includes(`href="#f-${field}"`), answer.html.includes(typed)];

describe("clusters without scripts", () => {
  let at: string;
  let event: string;

  it("are formed, changed and led; the public sees no form", async () => {
    const wrong = await post("/clusters", { kind: "cum", name: "Cụm của xã", rank: "nhiều", from_on: "1/1/2021" });
    expect(wrongAt(wrong, "rank", 'value="Cụm của xã"')).toEqual([422, true, true]);
    const made = await post("/clusters", { kind: "cum", name: "Cụm 1", rank: "1", from_on: "1/1/2021", "unit_ids[]": id("a") });
    at = made.to ?? "";
    expect([made.status, /^\/clusters\/[0-9a-f-]{36}$/.test(at)]).toEqual([303, true]);
    expect(wrongAt(await post(`${at}/members`, { on: "31/2/2021", "join[]": id("b") }), "on", 'value="31/2/2021"')).toEqual([422, true, true]);
    expect((await post(`${at}/members`, { on: "2/1/2021", "join[]": id("b") })).to).toBe(at);
    const elect = { "elect.year": "2021", "elect.head_unit_id": id("a"), "elect.deputy_unit_id": id("b"), "elect.elected_on": "8/3/2021" };
    expect(wrongAt(await post(`${at}/heads?year=2021`, { ...elect, "elect.basis": "" }), "elect.basis", 'value="8/3/2021"')).toEqual([422, true, true]);
    expect((await post(`${at}/heads?year=2021`, { ...elect, "elect.basis": "Biên bản" })).to).toBe(`${at}?year=2021`);
    const [own, shown] = [await get(at, officer), await get(at)];
    expect([own.status, own.html.includes(`action="${at}/heads`), shown.status, shown.html.includes("<form method=\"post\"")]).toEqual([200, true, 200, false]);
    expect([shown.html.includes("Các đợt chấm điểm"), (await get("/clusters", PUBLIC, "en")).html.includes("Clusters and blocks")]).toEqual([true, true]);
  });

  it("are planned from the usual year; an empty row is passed over and an error stands at its own row", async () => {
    expect((await get(`${at}/plan?year=2021`, officer)).html).toContain('value="31/03/2021"');
    expect((await get(`${at}/plan?year=2021`)).status).toBe(303);
    const rows = { "events.0.title": "", "events.0.kind": "", "events.1.title": "Ký giao ước", "events.1.kind": "pact", "events.1.due_on": "31/3/2021", "events.2.title": "Kiểm tra", "events.2.kind": "inspection" };
    expect(wrongAt(await post(`${at}/plan?year=2021`, { ...rows, "events.2.due_on": "15/11/2019" }), "events.2.due_on", 'value="15/11/2019"')).toEqual([422, true, true]);
    expect((await post(`${at}/plan?year=2021`, { ...rows, "events.2.due_on": "15/11/2021" })).to).toBe(`${at}?year=2021`);
    event = /\/events\/[0-9a-f-]{36}">Kiểm tra/.exec((await get(at)).html)?.[0].split('"')[0] ?? "";
    const calendar = await get(`${at}/calendar.ics?year=2021`);
    expect([calendar.status, calendar.type, calendar.html.split("BEGIN:VEVENT").length]).toEqual([200, "text/calendar; charset=utf-8", 3]);
  });

  it("sign a pact: drafted, then frozen, signatures from paper with a scan", async () => {
    expect((await get(`${at}/pact?year=2021`, officer)).html).toContain("Phát triển kinh tế - xã hội");
    expect(wrongAt(await post(`${at}/pact?year=2021`, { "articles.0.title": "", "articles.0.text": "", "articles.1.title": "Kinh tế", "articles.1.text": "", targets: "Một" }), "articles.1.text", 'value="Kinh tế"')).toEqual([422, true, true]);
    expect((await post(`${at}/pact?year=2021`, { "articles.0.title": "Kinh tế", "articles.0.text": "Hoàn thành.", targets: "" })).status).toBe(303);
    const paper = { "enter.unit_id": id("a"), "enter.signer_name": "Nông Văn Mẫu", "enter.signer_title": "Chủ tịch", "enter.signed_on": "9/3/2021" };
    expect(wrongAt(await post(`${at}/pact/papers?year=2021`, paper), "enter.scan", 'value="Nông Văn Mẫu"')).toEqual([422, true, true]);
    expect((await post(`${at}/pact/papers?year=2021`, { ...paper, "enter.scan": new File(["%PDF-1.7"], "giao-uoc.pdf") })).to).toBe(`${at}/pact?year=2021`);
    const clerk: Actor = { kind: "user", id: "01900000-0000-7000-8000-00000000000b", name: "Cán bộ B", person_id: null, grants: [{ role: "clerk", unit_id: id("b"), acting_for: null }] };
    expect((await get(`${at}/pact?year=2021`, clerk)).html).toContain(`action="${at}/pact/signatures?year=2021"`);
    expect((await post(`${at}/pact/signatures?year=2021`, { "sign.unit_id": id("b"), "sign.signer_name": "Hà Mẫu", "sign.signer_title": "Chủ tịch" }, clerk)).status).toBe(303);
    const [seen, own] = [await get(`${at}/pact?year=2021`), await get(`${at}/pact?year=2021`, officer)];
    const scan = /\/clusters\/[0-9a-f-]+\/files\/[0-9a-f-]+\?year=2021/.exec(own.html)?.[0] ?? "";
    expect([seen.html.includes("Tất cả thành viên đã ký"), seen.html.includes("/files/"), (await get(scan, officer)).type, (await get(scan)).status]).toEqual([true, false, "application/pdf", 303]);
  });

  it("are reminded, inspected in pairs, and hold their events", async () => {
    const page = `${at}${event}`;
    expect((await get(page, officer)).html).toContain(`<option value="${id("b")}" selected>Xã B</option>`);
    expect((await post(`${page}/reminder`, {})).to).toBe(page);
    expect((await post(`${page}/reminder`, {})).status).toBe(422);
    expect(wrongAt(await post(`${page}/pairs`, { "pairs.0.inspector_unit_id": "", "pairs.0.unit_id": "", "pairs.1.inspector_unit_id": id("a"), "pairs.1.unit_id": id("a") }), "pairs.1.unit_id", "tự kiểm tra chính mình")).toEqual([422, true, true]);
    expect((await post(`${page}/pairs`, { "pairs.0.inspector_unit_id": id("a"), "pairs.0.unit_id": id("b") })).to).toBe(page);
    const found = { "inspect.pair": `${id("a")} ${id("b")}`, "inspect.findings": "Đủ hồ sơ." };
    expect(wrongAt(await post(`${page}/inspections`, { ...found, "inspect.on": "11/3/2021" }), "inspect.on", "Đủ hồ sơ.")).toEqual([422, true, true]);
    expect(wrongAt(await post(`${page}/inspections`, { ...found, "inspect.pair": "", "inspect.on": "10/3/2021" }), "inspect.pair", "Đủ hồ sơ.")).toEqual([422, true, true]);
    expect((await post(`${page}/inspections`, { ...found, "inspect.on": "10/3/2021" })).to).toBe(page);
    expect([(await get(page, officer)).html.includes("Đủ hồ sơ."), (await get(page)).html.includes("Đủ hồ sơ.")]).toEqual([true, false]);
    expect(wrongAt(await post(`${page}/move`, { "move.due_on": "1/1/2019", "move.reason": "Bận" }), "move.due_on", 'value="Bận"')).toEqual([422, true, true]);
    expect((await post(`${page}/move`, { "move.due_on": "1/11/2021", "move.host_unit_id": id("b"), "move.reason": "Bận" })).to).toBe(page);
    expect((await post(`${page}/holding`, { "hold.held_on": "10/3/2021", "hold.summary": "Đã kiểm tra.", "hold.minutes": new File(["%PDF-1.7"], "bien-ban.pdf") })).to).toBe(page);
    const done = await post(`${page}/cancellation`, { "cancel.reason": "Thôi" });
    expect([done.status, done.html.includes("đã thực hiện ngày 10/03/2021")]).toEqual([422, true]);
  });

  it("share models and adopt them", async () => {
    const share = { "share.unit_id": id("a"), "share.title": "Tổ thu gom rác", "share.what": "Mỗi thôn một tổ." };
    expect(wrongAt(await post(`${at}/models?year=2021`, share), "share.result", 'value="Tổ thu gom rác"')).toEqual([422, true, true]);
    expect((await post(`${at}/models?year=2021`, { ...share, "share.result": "Sạch đường." })).to).toBe(`${at}?year=2021`);
    const model = /<option value="([0-9a-f-]{36})">Tổ thu gom rác/.exec((await get(at, officer)).html)?.[1] ?? "";
    expect(wrongAt(await post(`${at}/adoptions?year=2021`, { "adopt.model_id": model, "adopt.unit_id": id("a"), "adopt.note": "Lập 3 tổ" }), "adopt.unit_id", "Lập 3 tổ")).toEqual([422, true, true]);
    expect((await post(`${at}/adoptions?year=2021`, { "adopt.model_id": model, "adopt.unit_id": id("b"), "adopt.note": "Lập 3 tổ" })).to).toBe(`${at}?year=2021`);
    expect((await get(at, PUBLIC, "en")).html).toContain("Adopted by 1");
  });
});
