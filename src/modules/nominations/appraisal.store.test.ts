import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Actor } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { type Env, Web } from "../../platform/http/web.tsx";
import { foundLocality, importPeople, importUnits } from "../organizations/index.ts";
import { attachDocument, removeDocument } from "./commands-documents.ts";
import { documentType } from "./documents/document-type.ts";
import { draftNominations, submitNominations } from "./index.ts";
import { appraisalAids, dossierContents, dossierDocument } from "./queries-appraisal.ts";
import { appraisalRoutes } from "./routes-appraisal.tsx";

const ORIGIN = "http://localhost";
const PDF = new TextEncoder().encode("%PDF-1.7");

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let units: Record<string, string>;
let people: Record<string, string>;
let officer: Actor;
const clerk = (key: string): Actor => user("clerk", units[key] ?? "");
const user = (role: string, unit_id: string): Actor => ({ kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-20");
  const root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  units = unwrap(await runCommand(test.engine, as(), importUnits, { parent_id: root, units: ["a", "b"].map((key) => ({ key, name: `Xã ${key}`, kind: "commune", from_on: "2000-01-01" })) })).ids;
  officer = user("officer", root);
  const enter = async (key: string, full_name: string, born_on?: string): Promise<string> =>
    unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: units[key], from_on: "2015-01-01", people: [{ full_name, title: "Công chức", worker: "official", ...(born_on ? { born_on } : {}) }] })).ids[0] ?? "";
  people = { first: await enter("a", "Đồng Thị Đào", "1980-03-02"), twin: await enter("b", "Dong Thi Dao", "1980-02-03"), other: await enter("b", "Đồng Thị Đào", "1990-01-01"), alone: await enter("a", "Lý A Páo") };
});
afterAll(() => test.drop());

const DEED = "Chủ trì số hóa hồ sơ đất đai của xã, rút ngắn thời gian giải quyết còn ba ngày";
async function dossier(key: string, person: string, achievement: string, year = 2021, honour = "grassroots_emulation_fighter"): Promise<string> {
  const input = { unit_id: units[key], honour, year, authority: "district", subjects: [{ person_id: people[person], achievement, facts: {} }] };
  return unwrap(await runCommand(test.engine, as(clerk(key)), draftNominations, input)).ids[0] ?? "";
}

describe("aids for the appraisal", () => {
  it("ask about another entry of the same person and about the same deed, over the last two years", async () => {
    const first = await dossier("a", "first", DEED);
    const twin = await dossier("b", "twin", "Tốt", 2019);
    await dossier("b", "other", "Tốt");
    await dossier("b", "twin", `${DEED} làm việc`, 2018);
    const same_deed = await dossier("a", "alone", `${DEED} làm việc`, 2020);
    const aids = unwrap(await runQuery(test.engine, as(officer), appraisalAids, { nomination_id: first }));
    expect(aids.same_person.map((line) => [line.id, line.verdict, line.unit_name, line.reasons.map((reason) => reason.vi)])).toEqual([[twin, "likely", "Xã b", ["Họ tên chỉ khác dấu", "Ngày sinh đảo ngày và tháng"]]]);
    expect(aids.same_text.map((line) => [line.id, line.percent, line.same_subject])).toEqual([[same_deed, 90, false]]);
    const quiet = unwrap(await runQuery(test.engine, as(officer), appraisalAids, { nomination_id: twin }));
    expect([quiet.same_person, quiet.same_text]).toEqual([[], []]);
    const byClerk = await runQuery(test.engine, as(clerk("a")), appraisalAids, { nomination_id: first });
    expect(byClerk.ok ? "" : byClerk.error.code).toBe("forbidden");
  });
});

/** An archive's central directory with these names, as far as telling types needs it. */
function archive(names: readonly string[]): Uint8Array {
  const head = Buffer.from([0x50, 0x4b, 3, 4]);
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46 + Buffer.byteLength(name));
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.write(name, 46);
    return entry;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(head.length, 16);
  return new Uint8Array(Buffer.concat([head, ...entries, end]));
}
const WORD = archive(["[Content_Types].xml", "word/document.xml"]);

describe("types of documents", () => {
  it("are told by content: office files by their parts, never with macros", () => {
    const tail = (bytes: Uint8Array) => documentType(bytes)?.split(/[./]/).at(-1) ?? null;
    const other = [archive(["[Content_Types].xml", "xl/workbook.xml"]), archive(["word/document.xml"]), archive(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), archive(["a.txt"]), new Uint8Array(), PDF];
    expect([WORD, ...other].map(tail)).toEqual(["document", "sheet", null, null, null, null, "pdf"]);
  });
});

describe("the contents of a dossier", () => {
  it("stand as a checklist until complete, change only while the unit holds the dossier, and are kept as they were", async () => {
    const nomination_id = await dossier("b", "other", "Tốt", 2020);
    const attach = (kind: string, more: Record<string, unknown> = {}) => runCommand(test.engine, as(clerk("b")), attachDocument, { nomination_id, kind, file: { name: "tai-lieu.pdf", bytes: PDF }, ...more });
    const contents = async () => unwrap(await runQuery(test.engine, as(officer), dossierContents, { nomination_id }));
    const faults = async (more: Record<string, unknown>) => {
      const result = await attach("letter", more);
      return result.ok ? [] : Object.keys(result.error.fields ?? {});
    };
    expect([await faults({ document_on: "2021-12-21" }), await faults({ file: { name: "x.docx", bytes: archive(["a.txt"]) } }), await faults({ file: undefined })]).toEqual([["document_on"], ["file"], ["file"]]);
    const { id } = unwrap(await attach("letter", { file: { name: "to-trinh.docx", bytes: WORD }, number: "12/TTr-UBND", document_on: "2021-12-10" }));
    for (const kind of ["achievement_report", "minutes"]) unwrap(await attach(kind));
    const part = await contents();
    expect([part.complete, part.may_change, part.lines.map((line) => line.state)]).toEqual([false, false, ["present", "present", "present", "missing"]]);
    const certificate = unwrap(await attach("initiative_certificate"));
    expect((await contents()).complete).toBe(true);
    unwrap(await runCommand(test.engine, as(clerk("b")), removeDocument, { nomination_id, document_id: certificate.id }));
    expect((await contents()).documents.map((document) => [document.kind, document.title, document.number])).toEqual([["letter", "Tờ trình", "12/TTr-UBND"], ["achievement_report", "Báo cáo thành tích", null], ["minutes", "Biên bản họp xét", null]]);
    const file = unwrap(await runQuery(test.engine, as(officer), dossierDocument, { nomination_id, document_id: id }));
    expect([file.name, file.media_type, [...file.bytes]]).toEqual(["to-trinh.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [...WORD]]);
    unwrap(await runCommand(test.engine, as(clerk("b")), submitNominations, { nomination_ids: [nomination_id] }));
    const late = await attach("other");
    const gone = await runCommand(test.engine, as(clerk("b")), removeDocument, { nomination_id, document_id: id });
    expect([late, gone].map((result) => (result.ok ? "" : result.error.code))).toEqual(["conflict", "conflict"]);
  });

  it("count what lies in the dossier on paper as an equal: known by number and day, without a file", async () => {
    const nomination_id = await dossier("a", "first", "Tốt", 2020, "advanced_labourer");
    const note = (more: Record<string, unknown>) => runCommand(test.engine, as(clerk("a")), attachDocument, { nomination_id, kind: "minutes", on_paper: "on", number: "5/BB", document_on: "2021-12-01", ...more });
    const faults = async (more: Record<string, unknown>) => {
      const result = await note(more);
      return result.ok ? "" : Object.keys(result.error.fields ?? {}).join();
    };
    expect([await faults({ on_paper: "" }), await faults({ number: "" }), await faults({ document_on: "" }), await faults({ document_on: "2021-12-21" })]).toEqual(["file", "number", "document_on", "document_on"]);
    const { id } = unwrap(await note({}));
    const contents = async () => unwrap(await runQuery(test.engine, as(officer), dossierContents, { nomination_id }));
    const now = await contents();
    expect([now.lines.map((line) => `${line.kind} ${line.state}`), now.documents.map((document) => [document.title, document.number, document.on_paper])]).toEqual([
      ["letter missing", "achievement_report missing", "minutes paper"], [["Biên bản họp xét", "5/BB", true]],
    ]);
    const opened = await runQuery(test.engine, as(officer), dossierDocument, { nomination_id, document_id: id });
    expect(opened.ok ? "" : opened.error.code).toBe("not_found");
    unwrap(await note({ file: { name: "bb.pdf", bytes: PDF } }));
    expect((await contents()).lines.map((line) => `${line.count} ${line.state}`)).toEqual(["0 missing", "0 missing", "2 present"]);
  });

  it("are attached, opened and taken out by plain forms", async () => {
    const nomination_id = await dossier("a", "alone", "Tốt", 2021, "advanced_labourer");
    const web = new Web(test.engine, [], [ORIGIN]);
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(clerk("a")), lang: "vi", csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    app.route("/", appraisalRoutes(web));
    const at = `${ORIGIN}/nominations/${nomination_id}/documents`;
    const post = async (path: string, fields: Record<string, string | File>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ csrf: "t", ...fields })) body.append(name, value);
      const answer = await app.request(path, { method: "POST", body, headers: { Origin: ORIGIN } });
      return { status: answer.status, html: await answer.text() };
    };
    const wrong = await post(at, { kind: "minutes", title: "Biên bản mẫu", file: new File(["chữ"], "x.pdf") });
    expect([wrong.status, wrong.html.includes('href="#f-file"'), wrong.html.includes('value="Biên bản mẫu"')]).toEqual([422, true, true]);
    expect((await post(at, { kind: "minutes", title: "Biên bản mẫu", file: new File([PDF], "bien-ban.pdf") })).status).toBe(303);
    const page = await (await app.request(at)).text();
    const link = /\/documents\/([0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
    const opened = await app.request(`${at}/${link}`);
    expect([opened.status, opened.headers.get("content-type"), opened.headers.get("content-disposition")]).toEqual([200, "application/pdf", "inline; filename*=UTF-8''bien-ban.pdf"]);
    expect([/ style=/.test(page), /undefined|NaN|\[object/.test(page)]).toEqual([false, false]);
    expect((await post(`${at}/${link}/removal`, {})).status).toBe(303);
    expect((await app.request(`${at}/${link}`)).status).toBe(404);
  });
});
