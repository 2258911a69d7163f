import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../../platform/command/execute.ts";
import { type Env, Web } from "../../../platform/http/web.tsx";
import * as organizations from "../../organizations/index.ts";
import { draftNominations, submitNominations } from "../commands-draft.ts";
import { dossierContents } from "../queries-appraisal.ts";
import { nominationRoutes } from "../routes.tsx";
import { findNomination } from "../store.ts";
import { draftSubmissionList, sendSubmissionList, writeSubmissionLetter } from "./commands-lists.ts";
import { endRouteLevel, setRouteLevel } from "./commands-routes.ts";
import { submissionRoutes } from "./index.ts";
import { submissionLetter } from "./queries-lists.ts";
import { dossierRoute } from "./queries-routes.ts";

const ORIGIN = "http://localhost";
const LETTER = { symbol: "TTr", letter_on: "2021-11-29", signer_name: "Nông Văn Mẫu", signer_title: "Trưởng phòng" };
const HONOUR = "advanced_labourer";
let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let school: string;
let office: string;
let board: string;
let actors: Record<"officer" | "school" | "office" | "board", Actor>;
let ids: string[];
let levels: string[];

const dossier = (id = "") => test.database.inLocality("CD", (tx) => findNomination(tx, id));
const refusal = (outcome: { ok: boolean; error?: { code: string; message: { vi: string } } }) => (outcome.ok ? "" : `${outcome.error?.code} ${outcome.error?.message.vi}`);
async function write(by: Actor, unit_id: string, nomination_ids: readonly (string | undefined)[], number: number): Promise<string> {
  const { id } = unwrap(await runCommand(test.engine, as(by), draftSubmissionList, { unit_id, year: 2021, nomination_ids }));
  unwrap(await runCommand(test.engine, as(by), writeSubmissionLetter, { list_id: id, ...LETTER, number }));
  return id;
}
const addressee = async (by: Actor, list_id: string) => unwrap(await runQuery(test.engine, as(by), submissionLetter, { list_id })).content.body[0];
const send = (by: Actor, list_id: string) => runCommand(test.engine, as(by), sendSubmissionList, { list_id });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-11-29");
  const root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const found = async (name: string, kind: string) => unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name, kind, parent_id: root, from_on: "2000-01-01" })).id;
  [school, office, board] = [await found("Trường Mẫu", "school"), await found("Phòng Giáo dục và Đào tạo", "agency"), await found("Đảng ủy khối", "party_body")];
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  actors = { officer: user("1", "officer", root), school: user("2", "clerk", school), office: user("3", "clerk", office), board: user("4", "clerk", board) };
  const named = ["An", "Bình", "Chi"].map((name) => ({ full_name: `Nông Văn ${name}`, title: "Giáo viên", worker: "official" }));
  const people = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: school, from_on: "2015-01-01", people: named })).ids;
  const subjects = people.map((person_id) => ({ person_id, achievement: "Tốt", facts: { rating: "good", discipline: [], pending: [] } }));
  ids = unwrap(await runCommand(test.engine, as(actors.school), draftNominations, { unit_id: school, honour: HONOUR, year: 2021, authority: "district", subjects })).ids;
  const set = async (level_unit_id: string, order_no: number) =>
    unwrap(await runCommand(test.engine, as(actors.officer), setRouteLevel, { level_unit_id, order_no, unit_kind: "school", unit_ids: [], from_on: "2021-01-01", basis: "Quy chế mẫu" })).id;
  levels = [await set(office, 1), await set(board, 2)];
});
afterAll(() => test.drop());

describe("the letter of a list", () => {
  it("names before it is sent whom it will reach, for it is signed first; sent, it keeps its addressee; the dossier's checklist counts it", async () => {
    const mine = await write(actors.school, school, [ids[0]], 1);
    expect(await addressee(actors.school, mine)).toBe("Kính gửi: Phòng Giáo dục và Đào tạo.");
    const letterOf = async () => unwrap(await runQuery(test.engine, as(actors.school), dossierContents, { nomination_id: ids[0] })).lines[0]?.state;
    expect(await letterOf()).toBe("missing");
    unwrap(await send(actors.school, mine));
    expect(await letterOf()).toBe("known");
    const next = await write(actors.office, office, [ids[0]], 2);
    expect(await addressee(actors.office, next)).toBe("Kính gửi: Đảng ủy khối.");
    unwrap(await send(actors.office, next));
    expect([await addressee(actors.school, mine), await addressee(actors.office, next)]).toEqual(["Kính gửi: Phòng Giáo dục và Đào tạo.", "Kính gửi: Đảng ủy khối."]);
    const last = await write(actors.board, board, [ids[0]], 3);
    expect(await addressee(actors.board, last)).toBe("Kính gửi: Ủy ban nhân dân huyện Thử CD.");
  });

  it("sent twice at the same moment goes once: one receipt, one conflict", async () => {
    const list = unwrap(await runQuery(test.engine, as(actors.school), dossierRoute, { nomination_id: ids[0] })).lists.at(-1)?.id ?? "";
    const both = await Promise.all([send(actors.board, list), send(actors.board, list)]);
    expect(both.map((outcome) => (outcome.ok ? "sent" : outcome.error.code)).sort()).toEqual(["conflict", "sent"]);
    const route = unwrap(await runQuery(test.engine, as(actors.school), dossierRoute, { nomination_id: ids[0] }));
    // The school may read its own list; what its levels sent, and their receipt, it sees named only.
    expect([route.lists.map((one) => [one.unit_name, one.readable]), route.receipts.map((one) => [one.number, one.readable])]).toEqual([
      [["Trường Mẫu", true], ["Phòng Giáo dục và Đào tạo", false], ["Đảng ủy khối", false]], [[1, false]],
    ]);
    const officers = unwrap(await runQuery(test.engine, as(actors.officer), dossierRoute, { nomination_id: ids[0] }));
    expect([officers.lists.every((one) => one.readable), officers.receipts.every((one) => one.readable)]).toEqual([true, true]);
  });
});

describe("the letter of a commune", () => {
  it("is written by its People's Committee, to the committee that decides", async () => {
    const root = (await test.database.inLocality("CD", (tx) => organizations.findRoot(tx)))?.id ?? "";
    const commune = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
    const clerk: Actor = { kind: "user", id: "01900000-0000-7000-8000-000000000005", name: "clerk", person_id: null, grants: [{ role: "clerk", unit_id: commune, acting_for: null }] };
    const [person_id] = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: commune, from_on: "2015-01-01", people: [{ full_name: "Lý Thị Xã", title: "Công chức", worker: "official" }] })).ids;
    const made = unwrap(await runCommand(test.engine, as(clerk), draftNominations, { unit_id: commune, honour: HONOUR, year: 2021, authority: "district", subjects: [{ person_id, achievement: "Tốt", facts: {} }] })).ids;
    const { content } = unwrap(await runQuery(test.engine, as(clerk), submissionLetter, { list_id: await write(clerk, commune, made, 1) }));
    expect([content.parent, content.issuer, content.placeAndDate, content.body[0], content.body.at(-1)]).toEqual([
      null, ["ỦY BAN NHÂN DÂN XÃ MẪU"], "Mẫu, ngày 29 tháng 11 năm 2021", "Kính gửi: Ủy ban nhân dân huyện Thử CD.", "Kính đề nghị Ủy ban nhân dân huyện Thử CD xem xét, quyết định theo thẩm quyền.",
    ]);
  });
});

describe("a level that ends", () => {
  it("still sends on what it has, past itself", async () => {
    unwrap(await runCommand(test.engine, as(actors.school), submitNominations, { nomination_ids: [ids[1], ids[2]] }));
    unwrap(await runCommand(test.engine, as(actors.officer), endRouteLevel, { route_level_id: levels[1], to_on: "2021-11-29" }));
    unwrap(await send(actors.office, await write(actors.office, office, [ids[1]], 4)));
    expect(await dossier(ids[1])).toMatchObject({ status: "submitted", level_unit_id: null });
  });

  it("with its unit leaves nobody stuck: once the unit is abolished, who proposed sends on", async () => {
    const submit = () => runCommand(test.engine, as(actors.school), submitNominations, { nomination_ids: [ids[2]] });
    const ended = async () => unwrap(await runQuery(test.engine, as(actors.school), dossierRoute, { nomination_id: ids[2] })).level_ended;
    expect([refusal(await submit()).includes("đang ở cấp trên"), await ended()]).toEqual([true, false]);
    unwrap(await runCommand(test.engine, as(), organizations.endUnits, { unit_ids: [office], successor_name: "Phòng Văn hóa", on: "2021-11-29", kind: "merged", basis: "Nghị quyết mẫu" }));
    expect(await ended()).toBe(true);
    expect(unwrap(await submit())).toMatchObject({ count: 1, at_level: 0 });
    expect(await dossier(ids[2])).toMatchObject({ status: "submitted", level_unit_id: null, achievement: "Tốt" });
  });
});

describe("the end of a level on its page", () => {
  it("is refused beside that level, and leaves the form of a new one alone", async () => {
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(actors.officer), lang: "vi", csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    const web = new Web(test.engine, [], [ORIGIN]);
    app.route("/", submissionRoutes(web)).route("/", nominationRoutes(web));
    const body = new FormData();
    body.append("csrf", "t");
    body.append("to_on", "32/12/2021");
    const answer = await app.request(`${ORIGIN}/nominations/routes/${levels[0]}/end`, { method: "POST", body, headers: { Origin: ORIGIN } });
    const html = await answer.text();
    expect([answer.status, html.split("32/12/2021").length - 1, html.includes('id="f-to_on-error"')]).toEqual([422, 1, false]);
  });
});
