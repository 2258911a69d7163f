import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Lang } from "../../kernel/text.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import { noticeRoutes } from "../notices/index.ts";
import { foundLocality, foundUnit, importPeople } from "../organizations/index.ts";
import { takeUpNominations } from "./commands-appraise.ts";
import { draftNominations, submitNominations } from "./commands-draft.ts";
import { postNoticeRoutes } from "./routes-notice.tsx";

const ORIGIN = "http://localhost";
const AFTER = "2021-12-28";
let test: TestDatabase;
let officer: Actor;
let ids: string[];
let open: (actor: Actor, on?: string, lang?: Lang) => Hono<Env>;

beforeAll(async () => {
  test = await freshDatabase();
  const as = await makeLocality(test.database, "CD", "2021-12-20");
  const root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const commune = unwrap(await runCommand(test.engine, as(), foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  officer = user("1", "officer", root);
  const clerk = user("2", "clerk", commune);
  const people = unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: commune, from_on: "2015-01-01", people: ["An", "Bình"].map((name) => ({ full_name: `Nông Văn ${name}`, title: "Công chức", worker: "official" })) })).ids;
  const subjects = people.map((person_id) => ({ person_id, achievement: "Thành tích mẫu", facts: { rating: "good", discipline: [], pending: [] } }));
  ids = unwrap(await runCommand(test.engine, as(clerk), draftNominations, { unit_id: commune, honour: "advanced_labourer", year: 2021, authority: "district", subjects })).ids;
  unwrap(await runCommand(test.engine, as(clerk), submitNominations, { nomination_ids: ids }));
  unwrap(await runCommand(test.engine, as(officer), takeUpNominations, { nomination_ids: ids }));
  open = (actor, on, lang = "vi") => {
    const web = new Web(test.engine, [], [ORIGIN]);
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(actor, on), lang, csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    return app.route("/", postNoticeRoutes(web)).route("/", noticeRoutes(web));
  };
});
afterAll(() => test.drop());

const get = async (path: string, actor: Actor = PUBLIC, on?: string, lang: Lang = "vi") => {
  const answer = await open(actor, on, lang).request(`${ORIGIN}${path}`);
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Record<string, string | readonly string[]>, actor: Actor = PUBLIC, on?: string) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: "t", ...fields })) for (const one of [value].flat()) body.append(name, one);
  const answer = await open(actor, on).request(`${ORIGIN}${path}`, { method: "POST", body, headers: { Origin: ORIGIN } });
  return { status: answer.status, to: answer.headers.get("location") ?? "", html: await answer.text() };
};

describe("a public notice without scripts", () => {
  let at: string;
  let code: string;
  const group = { honour: "advanced_labourer", year: "2021" };

  it("is posted from the group of appraised dossiers; what is wrong is said at its field and nothing typed is lost", async () => {
    expect((await get("/notices/new")).status).toBe(303);
    const form = await get("/notices/new?honour=advanced_labourer&year=2021", officer);
    expect([form.status, form.html.match(/name="nomination_ids\[\]"[^>]*checked/g)?.length]).toEqual([200, 2]);
    const wrong = await post("/notices", { ...group, "nomination_ids[]": ids.slice(0, 1), days: "5", days_off: "hôm nay", title: "Danh sách mẫu" }, officer);
    expect([wrong.status, wrong.html.includes('href="#f-days_off"'), wrong.html.includes('value="Danh sách mẫu"'), wrong.html.match(/name="nomination_ids\[\]"[^>]*checked/g)?.length]).toEqual([422, true, true, 1]);
    const posted = await post("/notices", { ...group, "nomination_ids[]": ids, days: "5", days_off: "22/12/2021\n23/12/2021", title: "Danh sách mẫu" }, officer);
    expect(posted.status).toBe(303);
    at = posted.to;
    const shown = await get(at);
    expect([shown.status, shown.html.includes("Nông Văn An"), shown.html.includes('dateTime="2021-12-29"') || shown.html.includes('datetime="2021-12-29"')]).toEqual([200, true, true]);
    expect((await get("/notices", PUBLIC, undefined, "en")).html).toContain("Danh sách mẫu");
  });

  it("takes a protected comment from whoever is signed in, shows the code once, and again only that it was shown", async () => {
    const empty = await post(`${at}/comments`, { kind: "remark", text: "Lời góp ý mẫu" });
    expect([empty.status, empty.html.includes('href="#f-name"'), empty.html.includes("Lời góp ý mẫu")]).toEqual([422, true, true]);
    const trap = await post(`${at}/comments`, { kind: "remark", text: "x", protected: "on", website: "http://example.vn" });
    expect([trap.status, trap.html.includes("ô để trống đã bị điền")]).toEqual([422, true]);
    const fields = { kind: "remark", text: "Lời góp ý mẫu", protected: "on", transaction_id: "01900000-0000-7000-8000-0000000000aa" };
    const sent = await post(`${at}/comments`, fields, officer);
    code = /<code>(CD-[^<]+)<\/code>/.exec(sent.html)?.[1] ?? "";
    expect([sent.status, code.length]).toEqual([200, 22]);
    const again = await post(`${at}/comments`, fields, officer);
    expect([again.status, again.html.includes(code), again.html.includes("Mã biên nhận chỉ hiện một lần")]).toEqual([200, false, true]);
    expect((await get("/notices/comments", officer)).html.match(/href="\/notices\/comments\/[0-9a-f-]{36}"/g)?.length).toBe(1);
  });

  it("is followed by its code, sorted and answered by the officer only", async () => {
    const [, comment] = /href="(\/notices\/comments\/[0-9a-f-]{36})"/.exec((await get(at, officer)).html) ?? [];
    expect((await get(comment ?? "")).status).toBe(303);
    expect((await post(`${comment}/sort`, { sort: "remark", reason: "Góp ý" })).status).toBe(403);
    expect((await post(`${comment}/sort`, { sort: "remark", reason: "Góp ý" }, officer)).to).toBe(comment);
    const named = await post(`${comment}/answer`, { text: "Nông Văn An đúng.", public: "on" }, officer);
    expect([named.status, named.html.includes("Nông Văn An đúng.")]).toEqual([422, true]);
    expect((await post(`${comment}/answer`, { text: "Đã ghi nhận.", public: "on" }, officer)).status).toBe(303);
    expect((await get(at)).html).toContain("Đã ghi nhận.");
    const wrong = await post("/notices/receipt", { code: "CD-0000" });
    expect([wrong.status, wrong.html.includes('value="CD-0000"')]).toEqual([422, true]);
    expect((await post("/notices/receipt", { code })).html).toContain("Đã ghi nhận.");
  });

  it("shows no name once it is over", async () => {
    expect((await get(at, PUBLIC, "2021-12-29")).html).toContain("Nông Văn An");
    for (const path of ["/notices", at]) for (const lang of ["vi", "en"] as const) expect((await get(path, PUBLIC, "2021-12-30", lang)).html).not.toContain("Nông Văn");
    expect((await get(at, officer, "2021-12-30")).html).toContain("Nông Văn An");
    const early = await post(`${at}/end`, {}, officer, AFTER);
    expect([early.status, early.html.includes('href="#f-reason"')]).toEqual([422, true]);
    expect((await get(at, PUBLIC, AFTER)).html).toContain("Nông Văn An");
    await post(`${at}/comments`, { kind: "complaint", text: "Đơn mẫu", name: "Hà Thị Gửi", contact: "0900", subject_id: ids[0] ?? "" });
    const [, complaint] = /href="(\/notices\/comments\/[0-9a-f-]{36})"/.exec((await get(at, officer)).html) ?? [];
    expect((await post(`${complaint}/sort`, { sort: "complaint", reason: "Đơn có tên" }, officer)).status).toBe(303);
    expect((await post(`${complaint}/accept`, { accepted_on: "21/12/2021", document_number: "5/TB" }, officer, AFTER)).status).toBe(303);
    const open = await post(`${at}/end`, { reason: "Có lý do" }, officer, AFTER);
    expect([open.status, open.html.includes("Còn 1 khiếu nại, tố cáo đã thụ lý chưa giải quyết xong"), open.html.includes(">Có lý do</textarea>")]).toEqual([422, true, true]);
    expect((await post(`${complaint}/settle`, { closed_on: "28/12/2021", document_number: "9/KL", outcome: "Không có cơ sở." }, officer, AFTER)).status).toBe(303);
    expect((await post(`${at}/end`, { reason: "Có lý do" }, officer, AFTER)).to).toBe(at);
    expect((await get(at, PUBLIC, AFTER)).html).not.toContain("Nông Văn");
  });
});
