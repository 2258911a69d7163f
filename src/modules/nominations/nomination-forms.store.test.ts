import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Actor } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import { endUnits, findRoot, foundLocality, foundUnit, importPeople } from "../organizations/index.ts";
import { notRecommendNominations, takeUpNominations } from "./commands-appraise.ts";
import { draftNominations, submitNominations } from "./commands-draft.ts";
import { browseNominations } from "./queries.ts";
import { nominationRoutes } from "./routes.tsx";
import { findNomination } from "./store.ts";

const ORIGIN = "http://localhost";
const FACTS = {
  rating: "good", ratings: { "2020": "good", "2018": "excellent" }, discipline: [{ form: "reprimand", on: "2019-01-01", ends_on: "2020-01-01" }], pending: [],
  initiatives: [{ year: 2021, scope: "unit", kind: "initiative" }, { year: 2020, scope: "province" }], absences: [{ reason: "training" }],
};
let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let clerk: Actor;
let officer: Actor;
let commune: string;
let people: string[];

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-20");
  const root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  commune = unwrap(await runCommand(test.engine, as(), foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  clerk = user("1", "clerk", commune);
  officer = user("2", "officer", root);
  const named = ["An", "Bình", "Chi"].map((name) => ({ full_name: `Nông Văn ${name}`, title: "Công chức", worker: "official" }));
  people = unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: commune, from_on: "2015-01-01", people: named })).ids;
});
afterAll(() => test.drop());

function open(actor: Actor, lang: "vi" | "en" = "vi"): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set("visit", { caller: as(actor), lang, csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
    await next();
  });
  return app.route("/", nominationRoutes(new Web(test.engine, [], [ORIGIN])));
}
const get = async (path: string, actor: Actor, lang: "vi" | "en" = "vi") => (await open(actor, lang).request(`${ORIGIN}${path}`)).text();
async function post(path: string, fields: Record<string, string>, actor: Actor): Promise<{ status: number; html: string; wrong: string[] }> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: "t", ...fields })) body.append(name, value);
  const answer = await open(actor).request(`${ORIGIN}${path}`, { method: "POST", body, headers: { Origin: ORIGIN } });
  const html = await answer.text();
  return { status: answer.status, html, wrong: [...html.matchAll(/<p class="error" id="f-([^"]+)-error">/g)].map((match) => match[1] ?? "") };
}
const dossier = (id: string) => test.database.inLocality("CD", (tx) => findNomination(tx, id));
const draft = async (person: number, more: Record<string, unknown> = {}): Promise<string> =>
  unwrap(await runCommand(test.engine, as(clerk), draftNominations, { unit_id: commune, honour: "advanced_labourer", year: 2021, authority: "commune", subjects: [{ person_id: people[person], achievement: "Tốt", facts: FACTS }], ...more })).ids[0] ?? "";
/** What the browser would send of the dossier's form as it is shown. */
async function shownForm(id: string): Promise<Record<string, string>> {
  const html = await get(`/nominations/${id}`, clerk);
  const form = html.slice(html.indexOf(`action="/nominations/${id}"`));
  const part = form.slice(0, form.indexOf("</form>"));
  const plain = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<");
  const fields: Record<string, string> = {};
  for (const [tag, kind] of part.matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (kind === "input" && (!/type="checkbox"/.test(tag) || / checked/.test(tag))) fields[name] = plain(/ value="([^"]*)"/.exec(tag)?.[1] ?? "");
    const after = part.slice(part.indexOf(tag) + tag.length);
    if (kind === "textarea") fields[name] = plain(after.slice(0, after.indexOf("</textarea>")));
    if (kind === "select") fields[name] = /<option value="([^"]*)"[^>]* selected/.exec(after.slice(0, after.indexOf("</select>")))?.[1] ?? /<option selected value="([^"]*)"/.exec(after.slice(0, after.indexOf("</select>")))?.[1] ?? "";
  }
  return fields;
}

describe("the form of a dossier", () => {
  it("saved as it is shown loses nothing that was stated, not even what it has no field for", async () => {
    const id = await draft(0);
    const sent = await shownForm(id);
    expect([sent["discipline_ends_on"], sent["rating_before_1"]]).toEqual(["01/01/2020", "good"]);
    expect((await post(`/nominations/${id}`, sent, clerk)).status).toBe(303);
    expect((await dossier(id))?.facts).toEqual(FACTS);
  });

  it("says at its field what is wrong, with everything typed", async () => {
    const id = await draft(1);
    const sent = { ...(await shownForm(id)), discipline_on: "31/02/2021", achievement: "Câu <b>mới</b>" };
    const bad = await post(`/nominations/${id}`, sent, clerk);
    expect([bad.status, bad.wrong, bad.html.includes('href="#f-discipline_on"'), bad.html.includes('value="31/02/2021"'), bad.html.includes("Câu &lt;b>mới&lt;/b>")]).toEqual([422, ["discipline_on"], true, true, true]);
    const simplified = await post(`/nominations/${id}`, { ...sent, discipline_on: "01/02/2021", commendation_type: "for_merit", procedure: "simplified" }, clerk);
    expect([simplified.status, simplified.wrong]).toEqual([422, ["procedure"]]);
    expect((await dossier(id))?.achievement).toBe("Tốt");
    const collective = { unit_id: commune, honour: "advanced_labour_collective", year: "2021", authority: "district", subject: `unit:${commune}`, achievement: "Tốt" };
    for (const typed of ["-3", "12,5", "abc", "1e9"]) {
      const wrong = await post("/nominations", { ...collective, members_total: typed }, clerk);
      expect([wrong.status, wrong.wrong, wrong.html.includes(`value="${typed}"`)]).toEqual([422, ["members_total"], true]);
    }
    const huge = await post("/nominations", { ...collective, deed: "x".repeat(20_001) }, clerk);
    expect([huge.status, huge.html.includes("Nội dung kê khai quá dài.")]).toEqual([422, true]);
    const future = await post("/nominations", { ...collective, year: "2022" }, clerk);
    expect([future.status, future.wrong, future.html.includes("Năm thành tích 2022 chưa đến")]).toEqual([422, ["year"], true]);
  });

  it("a refused step keeps the reason that was typed, in its own form; no dossier chosen is no lack of rights", async () => {
    const id = await draft(2);
    unwrap(await runCommand(test.engine, as(clerk), submitNominations, { nomination_ids: [id] }));
    unwrap(await runCommand(test.engine, as(officer), takeUpNominations, { nomination_ids: [id] }));
    const long = "x".repeat(2001);
    const refused = await post("/nominations/return", { "nomination_ids[]": id, reason: long }, officer);
    expect([refused.status, refused.wrong, refused.html.split(long).length - 1]).toEqual([422, ["reason"], 1]);
    const ids = [...refused.html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((one, index) => ids.indexOf(one) !== index)).toEqual([]);
    const none = await post("/nominations/submission", {}, clerk);
    expect([none.status, none.html.includes("Chưa chọn hồ sơ nào.")]).toEqual([422, true]);
    expect((await dossier(id))?.status).toBe("under_appraisal");
  });
});

describe("what the law says of a dossier", () => {
  it("stands in the reader's language, with the same answer", async () => {
    const id = await draft(0, { honour: "district_certificate_of_merit", authority: "district" });
    const findings = (html: string) => html.slice(html.indexOf('id="findings"'), html.indexOf("</aside>", html.indexOf('id="findings"')) + 1 || undefined);
    const [vi, en] = [findings(await get(`/nominations/${id}`, clerk)), findings(await get(`/nominations/${id}`, clerk, "en"))];
    expect([vi.includes("Thẩm quyền quyết định: "), en.includes("Decided by: "), en.includes("Thẩm quyền quyết định")]).toEqual([true, true, false]);
  });
});

describe("the list of dossiers", () => {
  it("still shows whoever appraises the dossiers of a unit that was abolished since, and lets them be worked on", async () => {
    const root = (await test.database.inLocality("CD", (tx) => findRoot(tx)))?.id ?? "";
    const gone = unwrap(await runCommand(test.engine, as(), foundUnit, { name: "Xã Cũ", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
    const old: Actor = { kind: "user", id: "01900000-0000-7000-8000-000000000003", name: "clerk", person_id: null, grants: [{ role: "clerk", unit_id: gone, acting_for: null }] };
    const [person_id] = unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: gone, from_on: "2015-01-01", people: [{ full_name: "Lý Thị Cũ", title: "Công chức", worker: "official" }] })).ids;
    const ids = unwrap(await runCommand(test.engine, as(old), draftNominations, { unit_id: gone, honour: "advanced_labourer", year: 2021, authority: "commune", subjects: [{ person_id, achievement: "Tốt", facts: {} }] })).ids;
    unwrap(await runCommand(test.engine, as(old), submitNominations, { nomination_ids: ids }));
    unwrap(await runCommand(test.engine, as(), endUnits, { unit_ids: [gone], successor_name: "Xã Mới", on: "2021-12-20", kind: "merged", basis: "Nghị quyết mẫu" }));
    expect((await get("/nominations?status=submitted", officer)).includes("Lý Thị Cũ")).toBe(true);
    unwrap(await runCommand(test.engine, as(officer), takeUpNominations, { nomination_ids: ids }));
    unwrap(await runCommand(test.engine, as(officer), notRecommendNominations, { nomination_ids: ids, reason: "Đơn vị mới xét lại" }));
  });

  it("shows a filter that cannot be read with its sentence, and the list without it", async () => {
    const answer = await open(clerk).request(`${ORIGIN}/nominations?year=abc&search=Nong`);
    const html = await answer.text();
    expect([answer.status, html.includes('value="abc"'), html.includes('id="f-year-error"'), html.includes("Nông Văn An")]).toEqual([422, true, true, true]);
  });

  it("shows what the law said of each last", async () => {
    const { rows } = unwrap(await runQuery(test.engine, as(officer), browseNominations, { status: "under_appraisal", search: "Nông Văn Chi" }));
    expect(rows.map((row) => row.verdict)).toEqual(["not_eligible"]);
  });

  it("tells who appraises what each dossier lacks, and the clerk nothing of it", async () => {
    const html = await get("/nominations?status=under_appraisal", officer);
    expect([html.includes("thiếu tài liệu"), html.includes("Tờ trình, Báo cáo thành tích, Biên bản họp xét"), html.includes("ở trang này 1 hồ sơ thiếu tài liệu")]).toEqual([true, true, true]);
    expect((await get("/nominations?status=under_appraisal", clerk)).includes("thiếu tài liệu")).toBe(false);
  });
});
