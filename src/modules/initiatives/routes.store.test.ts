import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Lang } from "../../kernel/text.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import { foundLocality, importPeople, importUnits } from "../organizations/index.ts";
import { initiativeRoutes, ratingRoutes } from "./index.ts";

const ORIGIN = "http://localhost";

let test: TestDatabase;
let root: string;
let school: string;
let people: string[];
let clerk: Actor;
let officer: Actor;
let open: (actor: Actor, lang: Lang) => Hono<Env>;

beforeAll(async () => {
  test = await freshDatabase();
  const as = await makeLocality(test.database, "CD", "2021-11-20");
  root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  school = unwrap(await runCommand(test.engine, as(), importUnits, { parent_id: root, units: [{ key: "s", name: "Trường Tiểu học Mẫu", kind: "school", from_on: "2000-01-01" }] })).ids["s"] ?? "";
  const named = ["Hà Thị Mẫu", "Nông Văn Mẫu"].map((full_name) => ({ full_name, title: "Giáo viên", worker: "official" }));
  people = unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: school, from_on: "2015-01-01", people: named })).ids;
  const user = (role: string, unit_id: string): Actor => ({ kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  clerk = user("clerk", school);
  officer = user("officer", root);
  open = (actor, lang) => {
    const web = new Web(test.engine, [], [ORIGIN]);
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(actor), lang, csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    return app.route("/", initiativeRoutes(web, ORIGIN)).route("/", ratingRoutes(web));
  };
});
afterAll(() => test.drop());

const get = async (path: string, actor: Actor = PUBLIC, lang: Lang = "vi") => {
  const answer = await open(actor, lang).request(`${ORIGIN}${path}`);
  return { status: answer.status, html: await answer.text() };
};
const post = async (actor: Actor, path: string, fields: Record<string, string | File>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: "t", ...fields })) body.append(name, value);
  const answer = await open(actor, "vi").request(`${ORIGIN}${path}`, { method: "POST", body, headers: { Origin: ORIGIN } });
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
};

describe("initiatives without scripts", () => {
  const form = { title: "Rèn đọc theo cặp", year: "2021", problem: "Đọc chậm", solution: "Theo cặp", effect: "Tăng 20 %" };
  let at = "";

  it("are written, shown again with what was typed when wrong, revised and submitted", async () => {
    const authors = (share: string) => ({ "authors.0.person_id": "", "authors.0.share_percent": "", "authors.1.person_id": people[0] ?? "", "authors.1.share_percent": "60", "authors.2.person_id": people[1] ?? "", "authors.2.share_percent": share });
    const wrong = await post(clerk, "/initiatives", { unit_id: school, ...form, ...authors("39,9") });
    expect([wrong.status, wrong.html.includes('href="#f-authors"'), wrong.html.includes('value="39,9"'), wrong.html.includes("phải đúng 100 %")]).toEqual([422, true, true, true]);
    const made = await post(clerk, "/initiatives", { unit_id: school, ...form, ...authors("40") });
    at = made.to ?? "";
    expect([made.status, /^\/initiatives\/[0-9a-f-]{36}$/.test(at)]).toEqual([303, true]);
    const revision = await get(`${at}/revision`, clerk);
    expect([revision.status, revision.html.includes('value="Rèn đọc theo cặp"'), revision.html.includes('name="revision" value="1"')]).toEqual([200, true, true]);
    expect((await post(clerk, `${at}/revision`, { revision: "1", ...form, title: "Rèn đọc theo cặp ở lớp 1", ...authors("40") })).to).toBe(at);
    expect((await post(clerk, `${at}/submission`, {})).to).toBe(at);
  });

  it("are scored and recognised; a failed step stands open with what was typed", async () => {
    const score = { step: "score", minutes_number: "1/BB", held_on: "19/11/2021", threshold: "70", "scores.0.scorer": "", "scores.1.scorer": "Ủy viên 1", "scores.1.novelty": "31", "scores.1.effect": "30", "scores.1.spread": "20" };
    const wrong = await post(officer, `${at}/scores`, score);
    expect([wrong.status, wrong.html.includes('href="#f-scores.0.novelty"'), wrong.html.includes('value="31"'), wrong.html.includes("<details open")]).toEqual([422, true, true, true]);
    expect((await post(officer, `${at}/scores`, { ...score, "scores.1.novelty": "29" })).status).toBe(303);
    expect((await get(`${at}/certificate`, officer)).status).toBe(404);
    const ids = (html: string) => [...html.matchAll(/ id="(f-reason[^"]*)"/g)].map((match) => match[1]);
    expect(ids((await get(at, officer)).html)).toEqual(["f-reason-return", "f-reason-refusal"]);
    const bare = await post(officer, `${at}/refusal`, { step: "refusal", reason: " " });
    expect([bare.status, ids(bare.html), bare.html.includes('href="#f-reason"')]).toEqual([422, ["f-reason-return", "f-reason-error", "f-reason"], true]);
    const recognised = await post(officer, `${at}/recognitions`, { step: "recognise", by_unit_id: root, scope: "district", decision_number: "12/QĐ", decided_on: "20/11/2021" });
    expect(recognised.to).toBe(at);
    const paper = await get(`${at}/certificate`);
    const links = [...paper.html.matchAll(/href="(\/initiatives\/[^"]+\.pdf)"/g)].map((match) => match[1] ?? "");
    expect(links).toEqual(people.map((person) => `${at}/certificates/district/${person}.pdf`));
    expect((await get(links[0] ?? "")).html.slice(0, 5)).toBe("%PDF-");
    expect((await get(`${at}/certificates/province/${people[0] ?? ""}.pdf`)).status).toBe(404);
    expect([paper.status, paper.html.includes("Huyện Thử"), paper.html.includes("Hà Thị Mẫu (60 %)"), paper.html.includes("12/QĐ")]).toEqual([200, true, true, true]);
  });

  it("and the ratings show every page in both languages, with no inline style", async () => {
    for (const lang of ["vi", "en"] as const) {
      for (const [path, actor] of [["/initiatives", clerk], ["/initiatives/new", clerk], [at, officer], [`${at}/certificate`, officer], ["/ratings", clerk], ["/ratings/import", clerk]] as const) {
        const { status, html } = await get(path, actor, lang);
        expect([path, status, / style=/.test(html), /undefined|NaN|\[object/.test(html)]).toEqual([path, 200, false, false]);
      }
    }
    const open = await get("/initiatives?search=ren+doc");
    expect([open.status, open.html.includes("Rèn đọc theo cặp ở lớp 1"), open.html.includes("/initiatives/new"), (await get("/initiatives/new")).status]).toEqual([200, true, false, 303]);
  });
});

describe("ratings without scripts", () => {
  const head = { unit_id: "", year: "2021", decision_number: "45/QĐ", decided_on: "15/11/2021" };
  const carried = (html: string) => (/name="rows" value="([^"]*)"/.exec(html)?.[1] ?? "").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

  it("are pasted, seen first, then confirmed; nothing is written before", async () => {
    const asked = { ...head, unit_id: school };
    const wrong = await post(clerk, "/ratings/import", { ...asked, decision_number: "", pasted: "Hà Thị Mẫu\tTốt" });
    expect([wrong.status, wrong.html.includes("Hà Thị Mẫu\tTốt"), wrong.html.includes('href="#f-decision_number"')]).toEqual([422, true, true]);
    expect((await post(clerk, "/ratings/import", { ...asked, pasted: "" })).html.includes('href="#f-pasted"')).toBe(true);
    const bad = await post(clerk, "/ratings/import", { ...asked, pasted: "Hà Thị Mẫu\tKhá" });
    expect([bad.status, bad.html.includes("Không hiểu mức xếp loại “Khá”."), bad.html.includes("/ratings/import/confirmation")]).toEqual([200, true, false]);
    const preview = await post(clerk, "/ratings/import", { ...asked, pasted: "Họ và tên\tXếp loại\nHà Thị Mẫu\tTốt\nNgười Lạ\tTốt" });
    expect([preview.status, preview.html.includes("/ratings/import/confirmation")]).toEqual([200, true]);
    const rows = carried(preview.html);
    const all = await post(clerk, "/ratings/import/confirmation", { ...asked, rows });
    expect([all.status, all.html.includes("1 dòng chưa nhập được; chưa dòng nào được ghi.")]).toEqual([422, true]);
    expect((await get("/ratings?year=2021", clerk)).html.includes("45/QĐ")).toBe(false);
    expect((await post(clerk, "/ratings/import/confirmation", { ...asked, rows, skip_unmatched: "on" })).to).toBe(`/ratings?year=2021&unit_id=${school}`);
    expect((await get("/ratings?year=2021", clerk)).html.includes("45/QĐ")).toBe(true);
  });

  it("come from a file too", async () => {
    const sheet = new File(["\ufeffHọ và tên;Ngày sinh;Xếp loại\r\nNông Văn Mẫu;;HTXSNV\r\n"], "xep-loai.csv");
    const preview = await post(clerk, "/ratings/import", { ...head, unit_id: school, sheet });
    expect([preview.status, preview.html.includes("Hoàn thành xuất sắc nhiệm vụ"), carried(preview.html)]).toEqual([200, true, JSON.stringify([{ line: 2, full_name: "Nông Văn Mẫu", born_on: "", rating: "HTXSNV" }])]);
    const none = await post(clerk, "/ratings/import", { ...head, unit_id: school, sheet: new File(["\u0000\u0001"], "x.xlsx") });
    expect(none.status).toBe(422);
  });
});
