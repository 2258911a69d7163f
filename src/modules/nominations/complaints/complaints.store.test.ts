import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { refusal } from "../../../../tests/support/refusal.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../../platform/command/execute.ts";
import { type Env, Web } from "../../../platform/http/web.tsx";
import * as organizations from "../../organizations/index.ts";
import { draftNominations } from "../commands-draft.ts";
import { nominationPage } from "../queries.ts";
import { acceptComplaint, receiveComplaint, settleComplaint } from "./commands.ts";
import { complaintsOfNomination } from "./queries.ts";
import { complaintRoutes } from "./routes.tsx";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let officer: Actor;
let clerk: Actor;
let nomination: string;

const receive = (more: Record<string, unknown> = {}, actor = officer) =>
  runCommand(test.engine, as(actor), receiveComplaint, { nomination_id: nomination, sort: "complaint", received_on: "2021-11-20", received_number: "15/ĐN", from_name: "Hà Thị Mẫu", content: "Thành tích kê khai chưa đúng", ...more });
const accept = (id: string, more: Record<string, unknown> = {}) => runCommand(test.engine, as(officer), acceptComplaint, { complaint_id: id, accept: "yes", on: "2021-11-22", document: "3/TB", ...more });
const settle = (id: string, more: Record<string, unknown> = {}) => runCommand(test.engine, as(officer), settleComplaint, { complaint_id: id, on: "2021-11-25", document: "4/KL", outcome: "rejected", outcome_text: "Không có cơ sở", ...more });
const pending = async () => {
  const { assessment } = unwrap(await runQuery(test.engine, as(officer), nominationPage, { nomination_id: nomination }));
  return (assessment?.input["candidate"] as { pending?: unknown } | undefined)?.pending;
};
const statuses = async () => unwrap(await runQuery(test.engine, as(officer), complaintsOfNomination, { nomination_id: nomination })).complaints.map((one) => one.status);

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-11-29");
  const root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const commune = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  officer = user("1", "officer", root);
  clerk = user("2", "clerk", commune);
  const drafted = await runCommand(test.engine, as(clerk), draftNominations, { unit_id: commune, honour: "district_certificate_of_merit", year: 2021, authority: "district", subjects: [{ subject_unit_id: commune, achievement: "Mẫu", facts: { pending: [] } }] });
  nomination = unwrap(drafted).ids[0] ?? "";
});
afterAll(() => test.drop());

describe("a complaint about a dossier", () => {
  it("keeps a denunciation's author out, and wants a complainant otherwise", async () => {
    expect(refusal(await receive({ sort: "denunciation" }))).toBe("from_name: Họ tên người tố cáo được giữ bí mật: không ghi ở đây, chỉ ghi số văn bản đến.");
    expect(refusal(await receive({ from_name: "" }))).toBe("from_name: Khiếu nại phải có người khiếu nại.");
    expect(refusal(await receive({ received_on: "2021-11-30" }))).toBe("received_on: Ngày tiếp nhận không thể sau hôm nay.");
    expect((await receive({}, clerk)).ok).toBe(false);
    expect(await statuses()).toEqual([]);
  });

  it("holds the dossier up only from acceptance to settlement, each with its document and in its order", async () => {
    const { id } = unwrap(await receive());
    expect(await pending()).toEqual([]);
    expect(refusal(await settle(id))).toBe("Đơn đang ở trạng thái “Đã tiếp nhận, chưa thụ lý”.");
    expect(refusal(await accept(id, { document: "" }))).toBe("document: Ghi số thông báo thụ lý.");
    expect(refusal(await accept(id, { on: "2021-11-19" }))).toBe("on: Ngày phải từ 20/11/2021 đến hôm nay.");
    unwrap(await accept(id));
    expect(await pending()).toEqual(["complaint"]);
    expect(refusal(await accept(id))).toBe("Đơn đang ở trạng thái “Đã thụ lý, đang giải quyết”.");
    expect(refusal(await settle(id, { on: "2021-11-21" }))).toBe("on: Ngày phải từ 22/11/2021 đến hôm nay.");
    unwrap(await settle(id));
    expect(await pending()).toEqual([]);
  });

  it("does not hold it up when it is not accepted, which needs a reason; the proposing unit reads none of it", async () => {
    const { id } = unwrap(await receive({ sort: "denunciation", from_name: "", received_number: "16/ĐN" }));
    expect(refusal(await accept(id, { accept: "no" }))).toBe("reason: Ghi lý do không thụ lý.");
    unwrap(await accept(id, { accept: "no", reason: "Không rõ nội dung" }));
    expect([await pending(), await statuses()]).toEqual([[], ["settled", "not_accepted"]]);
    expect((await runQuery(test.engine, as(clerk), complaintsOfNomination, { nomination_id: nomination })).ok).toBe(false);
  });

  it("shows the form of one step at a time, so that no two fields share an id; a refused step is shown in its own form", async () => {
    const first = unwrap(await receive({ received_number: "17/ĐN" })).id;
    const second = unwrap(await receive({ received_number: "18/ĐN" })).id;
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(officer), lang: "vi", csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    app.route("/", complaintRoutes(new Web(test.engine, [], ["http://localhost"])));
    const at = `http://localhost/nominations/${nomination}/complaints`;
    const forms = (html: string) => [...html.matchAll(/complaints\/([0-9a-f-]{36})\/acceptance"/g)].map((match) => match[1]);
    const doubles = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]).filter((one, index, all) => all.indexOf(one) !== index);
    const plain = await (await app.request(at)).text();
    expect([forms(plain), plain.includes(`?form=${second}`), doubles(plain)]).toEqual([[first], true, []]);
    expect(forms(await (await app.request(`${at}?form=${second}`)).text())).toEqual([second]);
    const body = new FormData();
    for (const [name, value] of Object.entries({ csrf: "t", accept: "yes", on: "29/11/2021", document: "" })) body.append(name, value);
    const refused = await app.request(`${at}/${second}/acceptance`, { method: "POST", body, headers: { Origin: "http://localhost" } });
    const html = await refused.text();
    expect([refused.status, forms(html), html.includes('value="29/11/2021"'), html.includes('id="f-document-error"'), doubles(html)]).toEqual([422, [second], true, true, []]);
  });
});
