import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { Lang } from "../../../kernel/text.ts";
import type { Actor } from "../../../platform/command/actor.ts";
import { runCommand } from "../../../platform/command/execute.ts";
import { type Env, Web } from "../../../platform/http/web.tsx";
import { closeRenderer } from "../../../platform/rendering/render-pdf.ts";
import { foundLocality, foundUnit, importPeople } from "../../organizations/index.ts";
import { draftNominations } from "../commands-draft.ts";
import { recommendNominations, takeUpNominations } from "../commands-appraise.ts";
import { nominationRoutes } from "../routes.tsx";
import { packageRoutes, submissionRoutes } from "./index.ts";

const ORIGIN = "http://localhost";
let test: TestDatabase;
let officer: Actor;
let second: Actor;
let clerk: Actor;
let ids: string[];
let commune: string;
let as: Awaited<ReturnType<typeof makeLocality>>;
let open: (actor: Actor, lang?: Lang) => Hono<Env>;

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-20");
  const root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  commune = unwrap(await runCommand(test.engine, as(), foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  officer = user("1", "officer", root);
  clerk = user("2", "clerk", commune);
  second = user("3", "records_clerk", root);
  const people = unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: commune, from_on: "2015-01-01", people: ["An", "Bình"].map((name) => ({ full_name: `Nông Văn ${name}`, title: "Công chức", worker: "official" })) })).ids;
  const subjects = people.map((person_id) => ({ person_id, achievement: "Thành tích mẫu", facts: { rating: "good", discipline: [], pending: [], type: "for_campaign" } }));
  ids = unwrap(await runCommand(test.engine, as(clerk), draftNominations, { unit_id: commune, honour: "provincial_diploma_of_merit", year: 2021, authority: "province", subjects })).ids;
  open = (actor, lang = "vi") => {
    const web = new Web(test.engine, [], [ORIGIN]);
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(actor), lang, csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    return app.route("/", submissionRoutes(web)).route("/", packageRoutes(web)).route("/", nominationRoutes(web));
  };
});
afterAll(async () => {
  await closeRenderer();
  await test.drop();
});

const get = async (path: string, actor: Actor, lang: Lang = "vi") => {
  const answer = await open(actor, lang).request(`${ORIGIN}${path}`);
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", html: await answer.text() };
};
const post = async (path: string, fields: Record<string, string | Blob | readonly string[]>, actor: Actor) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: "t", ...fields })) for (const one of [value].flat()) body.append(name, one);
  const answer = await open(actor).request(`${ORIGIN}${path}`, { method: "POST", body, headers: { Origin: ORIGIN } });
  return { status: answer.status, to: answer.headers.get("location") ?? "", html: await answer.text() };
};
const LETTER = { number: "3", symbol: "TTr-UBND", letter_on: "20/12/2021", signer_name: "Nông Văn Mẫu", signer_title: "Chủ tịch" };
const pdf = () => new File(["%PDF-1.7 mẫu"], "qd.pdf", { type: "application/pdf" });

describe("lists and packages without scripts", () => {
  it("set a route, keeping what was typed where something is wrong", async () => {
    expect((await get("/nominations/routes", officer)).status).toBe(200);
    const wrong = await post("/nominations/routes", { order_no: "một", basis: "Quy chế số mẫu", unit_kind: "school", from_on: "2021-01-01" }, officer);
    expect([wrong.status, wrong.html.includes("Quy chế số mẫu"), wrong.html.includes('href="#f-order_no"'), wrong.html.includes('href="#f-level_unit_id"')]).toEqual([422, true, true, true]);
  });

  it("draw up, letter and send a list; the receipt says what came and that no days are declared", async () => {
    expect((await get("/submissions", clerk)).html).toContain("Nông Văn Bình");
    const made = await post("/submissions", { unit_id: commune, year: "2021", "nomination_ids[]": ids }, clerk);
    expect(made.status).toBe(303);
    const wrong = await post(`${made.to}/letter`, { ...LETTER, letter_on: "32/12/2021" }, clerk);
    expect([wrong.status, wrong.html.includes("32/12/2021"), wrong.html.includes("TTr-UBND")]).toEqual([422, true, true]);
    expect((await post(`${made.to}/letter`, LETTER, clerk)).status).toBe(303);
    const letter = await get(`${made.to}/letter.pdf`, clerk);
    expect([letter.status, letter.type]).toEqual([200, "application/pdf"]);
    expect((await post(`${made.to}/sending`, {}, clerk)).status).toBe(303);
    const page = await get(made.to, clerk);
    const receipt = /\/receipts\/[0-9a-f-]{36}/.exec(page.html)?.[0] ?? "";
    expect((await get(receipt, clerk)).html).toContain("Địa phương chưa khai báo thời hạn giải quyết");
    expect((await get(`/nominations/${ids[0]}`, clerk)).html).toContain("Giấy tiếp nhận số");
    expect((await get(made.to, officer, "en")).html).toContain("The deciding level");
  });

  it("draw up and send a package, read its result from a file, and confirm it by a second person", async () => {
    for (const command of [takeUpNominations, recommendNominations]) unwrap(await runCommand(test.engine, as(officer), command, { nomination_ids: ids }));
    expect((await get("/packages/new", officer)).html).toContain("Nông Văn An");
    const wrong = await post("/packages", { to_authority: "province", addressee: "Ban Thi đua mẫu", title: "", "nomination_ids[]": ids }, officer);
    expect([wrong.status, wrong.html.includes("Ban Thi đua mẫu"), wrong.html.match(/name="nomination_ids\[\]"[^>]*checked/g)?.length]).toEqual([422, true, 2]);
    const made = await post("/packages", { to_authority: "province", addressee: "Ban Thi đua mẫu", title: "Đề nghị tặng Bằng khen", "nomination_ids[]": ids }, officer);
    expect([(await post(`${made.to}/letter`, LETTER, second)).status, (await post(`${made.to}/sending`, {}, officer)).status]).toEqual([303, 303]);
    const zip = await get(`${made.to}/package.zip`, officer);
    expect([zip.status, zip.type, (await get(`${made.to}/letter`, officer)).type]).toEqual([200, "application/zip", "application/pdf"]);
    const bad = await post(`${made.to}/results/reading`, { file: new File(["stt;outcome\n9;approved\n"], "a.csv") }, officer);
    expect([bad.status, bad.html.includes("gói này không có hồ sơ “9”")]).toEqual([422, true]);
    const read = await post(`${made.to}/results/reading`, { file: new File(["stt;outcome;reason\n2;declined;Chưa đủ\n"], "a.csv") }, officer);
    expect([read.status, read.html.includes('value="Chưa đủ"'), /value="declined" selected/.test(read.html)]).toEqual([200, true, true]);
    const result = { decision_number: "5/QĐ", decided_on: "20/12/2021", issuer: "Tỉnh mẫu", signer_name: "Hà Mẫu", signer_title: "Chủ tịch", "lines.0.nomination_id": ids[0] ?? "", "lines.0.outcome": "approved", "lines.0.reason": "" };
    const missing = await post(`${made.to}/results`, result, officer);
    expect([missing.status, missing.html.includes("Tỉnh mẫu"), missing.html.includes('href="#f-scan"')]).toEqual([422, true, true]);
    expect((await post(`${made.to}/results`, { ...result, scan: pdf() }, officer)).status).toBe(303);
    const shown = await get(made.to, second);
    // The dossier whose result waits for the second person is not offered again; the other one is.
    expect([...shown.html.matchAll(/name="lines\.\d+\.nomination_id" value="([^"]+)"/g)].map((match) => match[1])).toEqual([ids[1]]);
    const at = /\/packages\/results\/[0-9a-f-]{36}\/confirmation/.exec(shown.html)?.[0] ?? "";
    expect((await get(made.to, officer)).html).not.toContain(at);
    expect((await post(at, {}, second)).status).toBe(303);
    expect((await get("/packages", officer)).html).toContain("1/2");
  });
});
