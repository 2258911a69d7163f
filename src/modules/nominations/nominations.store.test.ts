import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { logEntries } from "../../platform/log/tables.ts";
import { registerTitles } from "../campaigns/index.ts";
import { verifyAward } from "../honours/index.ts";
import { awards } from "../honours/tables.ts";
import * as organizations from "../organizations/index.ts";
import * as nominations from "./index.ts";
import { statusOfActions, type NominationStatus } from "./index.ts";
import { actionsOf, listNominations } from "./store.ts";
import { findings, nominations as rows } from "./tables.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let commune: string;
let people: string[];
const userIds = { officer: "1", clerk: "2", chair: "3", records_clerk: "4" } as const;
const actor = (role: keyof typeof userIds, more: Partial<Extract<Actor, { kind: "user" }>> = {}): Actor => ({
  kind: "user", id: `01900000-0000-7000-8000-00000000000${userIds[role]}`, name: `Mẫu ${role}`, person_id: null,
  grants: [{ role, unit_id: role === "clerk" ? commune : root, acting_for: null }], ...more,
});

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-20");
  root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  commune = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
  people = unwrap(
    await runCommand(test.engine, as(), organizations.importPeople, {
      unit_id: commune, from_on: "2015-01-01",
      people: Array.from({ length: 60 }, (_person, index) => ({ full_name: `Nông Văn Mẫu ${index}`, title: "Công chức", worker: "official", recruited_on: "2015-01-01" })),
    }),
  ).ids;
  unwrap(await runCommand(test.engine, as(actor("clerk"), "2021-03-01"), registerTitles, { unit_id: commune, year: 2021, honour: "advanced_labourer", person_ids: people.slice(0, 50) }));
});
afterAll(() => test.drop());

const GOOD = { rating: "good", discipline: [], pending: [] };
const draft = (list: readonly number[], honour = "advanced_labourer", facts: Record<string, unknown> = GOOD) =>
  runCommand(test.engine, as(actor("clerk")), nominations.draftNominations, {
    unit_id: commune, honour, year: 2021, authority: "district", subjects: list.map((index) => ({ person_id: people[index], achievement: "Hoàn thành tốt nhiệm vụ.", facts })),
  });
const step = async (role: keyof typeof userIds, command: Parameters<typeof runCommand>[2], input: Record<string, unknown>) => runCommand(test.engine, as(actor(role)), command, input);
const statusOf = async (id: string): Promise<NominationStatus | undefined> =>
  (await test.database.inLocality("CD", (tx) => tx.select({ status: rows.status }).from(rows).where(sql`id = ${id}`)))[0]?.status;
const recommended = async (list: readonly number[]): Promise<string[]> => {
  const { ids } = unwrap(await draft(list));
  unwrap(await step("clerk", nominations.submitNominations, { nomination_ids: ids }));
  unwrap(await step("officer", nominations.takeUpNominations, { nomination_ids: ids }));
  unwrap(await step("officer", nominations.recommendNominations, { nomination_ids: ids }));
  return ids;
};
const prepared = async (ids: readonly string[], title = "Về việc công nhận danh hiệu") =>
  (unwrap(await step("officer", nominations.prepareDecision, { nomination_ids: ids, issuer_unit_id: root, authority: "district", title })) as { id: string }).id;
const signed = async (ids: readonly string[]) => {
  const decision_id = await prepared(ids);
  unwrap(await step("chair", nominations.signDecision, { decision_id, signer_title: "CHỦ TỊCH" }));
  return decision_id;
};
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]).toString("base64");

describe("a dossier", () => {
  it("is stopped at recommendation when a binding check fails, and nothing of the list moves", async () => {
    const { ids } = unwrap(await draft([0, 55]));
    unwrap(await step("clerk", nominations.submitNominations, { nomination_ids: ids }));
    unwrap(await step("officer", nominations.takeUpNominations, { nomination_ids: ids }));
    const refused = await step("officer", nominations.recommendNominations, { nomination_ids: ids });
    expect(refused.ok ? null : refused.error.code).toBe("refused");
    expect(refused.ok ? "" : refused.error.message.vi).toContain("Không đủ tiêu chuẩn: Nông Văn Mẫu 55.");
    expect(await Promise.all(ids.map(statusOf))).toEqual(["under_appraisal", "under_appraisal"]);
    unwrap(await step("officer", nominations.recommendNominations, { nomination_ids: [ids[0]] }));
    expect(await Promise.all(ids.map(statusOf))).toEqual(["recommended", "under_appraisal"]);
  });

  it("keeps a finding of each stage, with the day it was reckoned for, the rulebook and the whole input", async () => {
    const [id] = await recommended([1]);
    const kept = await test.database.inLocality("CD", (tx) => tx.select().from(findings).where(sql`nomination_id = ${id}`).orderBy(asc(findings.found_at), asc(findings.id)));
    expect(kept.map(({ stage, verdict, reckoned_on }) => ({ stage, verdict, reckoned_on }))).toEqual([
      { stage: "submission", verdict: "eligible", reckoned_on: "2021-12-20" },
      { stage: "appraisal", verdict: "eligible", reckoned_on: "2021-12-20" },
    ]);
    const { rows: listed } = await test.database.inLocality("CD", (tx) => listNominations(tx, { scope: sql`(${commune}::uuid)` }, 50, 0));
    expect(listed.find((row) => row.id === id)?.verdict).toBe("eligible");
    expect(kept[0]?.rulebook_hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(kept[0]?.input).toMatchObject({ honour: "advanced_labourer", candidate: { registered: true, worker: "official", recruited_on: "2015-01-01", rating: "good" } });
  });

  it("loses nothing on the way back, twice, and its status is what its actions add up to", async () => {
    const { ids } = unwrap(await draft([2], "advanced_labourer", { ...GOOD, rating: "satisfactory" }));
    const id = ids[0] as string;
    const send = () => step("clerk", nominations.submitNominations, { nomination_ids: ids });
    for (const reason of ["Thiếu xếp loại.", "Thiếu chữ ký."]) {
      unwrap(await send());
      unwrap(await step("officer", nominations.returnNominations, { nomination_ids: ids, reason }));
    }
    const stale = await step("clerk", nominations.reviseNomination, { nomination_id: id, revision: 7, achievement: "Khác", facts: {} });
    expect(stale.ok ? null : stale.error.code).toBe("conflict");
    unwrap(await step("clerk", nominations.reviseNomination, { nomination_id: id, revision: 1, achievement: "Hoàn thành tốt nhiệm vụ.", facts: GOOD }));
    unwrap(await send());
    const [row] = await test.database.inLocality("CD", (tx) => tx.select().from(rows).where(sql`id = ${id}`));
    expect({ status: row?.status, facts: row?.facts, achievement: row?.achievement, revision: row?.revision }).toEqual({ status: "submitted", facts: GOOD, achievement: "Hoàn thành tốt nhiệm vụ.", revision: 2 });
    const actions = await test.database.inLocality("CD", (tx) => actionsOf(tx, "nomination", id));
    expect(actions.map((action) => action.action)).toEqual(["draft", "submit", "return", "submit", "return", "revise", "submit"]);
    expect(statusOfActions(actions.map((action) => action.action as Parameters<typeof statusOfActions>[0][number]))).toBe("submitted");
  });

  it("is not made twice for one person, honour and year", async () => {
    const twice = await draft([1]);
    expect(twice.ok ? null : twice.error.fields?.["subjects.0.person_id"]?.vi).toBe("Nông Văn Mẫu 1 đã có hồ sơ Lao động tiên tiến năm 2021.");
  });

  it("names the fact that has a wrong shape", async () => {
    const wrong = await draft([3], "advanced_labourer", { rating: "superb" });
    expect(wrong.ok ? [] : Object.keys(wrong.error.fields ?? {})).toEqual(["subjects.0.candidate.rating"]);
  });

  it("is not judged by the person it is about", async () => {
    const { ids } = unwrap(await draft([4]));
    unwrap(await step("clerk", nominations.submitNominations, { nomination_ids: ids }));
    const self = await runCommand(test.engine, as(actor("officer", { person_id: people[4] ?? null })), nominations.takeUpNominations, { nomination_ids: ids });
    expect(self.ok ? null : self.error.message.en).toBe("Nobody may appraise or decide on their own dossier.");
  });
});

describe("a decision", () => {
  it("signed here is numbered from the clerk's book; its awards stand in the register and in the log", async () => {
    const decision_id = await signed(await recommended([10, 11, 12]));
    const future = await step("records_clerk", nominations.numberDecision, { decision_id, number: 1, symbol: "QĐ-UBND", decided_on: "2021-12-21" });
    expect(future.ok ? [] : Object.keys(future.error.fields ?? {})).toEqual(["decided_on"]);
    unwrap(await step("records_clerk", nominations.numberDecision, { decision_id, number: 1, symbol: "QĐ-UBND", decided_on: "2021-12-20" }));
    const given = await test.database.inLocality("CD", (tx) => tx.select().from(awards).where(sql`decision_id = ${decision_id}`).orderBy(asc(awards.register_number)));
    expect(given.map(({ register_number, amount_dong, honour }) => ({ register_number, amount_dong, honour }))).toEqual([1, 2, 3].map((n) => ({ register_number: n, amount_dong: 450_000, honour: "advanced_labourer" })));
    const entries = await test.database.inInstallation((tx) => tx.select().from(logEntries));
    const texts = entries.map((entry) => new TextDecoder().decode(entry.leaf));
    expect(texts.filter((text) => text.includes('"kind":"award"')).length).toBe(3);
    expect(texts.join("")).not.toContain("Nông Văn Mẫu");
    const seen = unwrap(await runQuery(test.engine, as(PUBLIC), verifyAward, { code: given[0]?.code.toLowerCase() }));
    expect({ name: seen.subject_name, number: seen.number, revoked: seen.revoked_on }).toEqual({ name: given[0]?.subject_name, number: 1, revoked: null });
  });

  it("is refused a number that is taken, naming the decision that has it", async () => {
    const decision_id = await signed(await recommended([13]));
    const taken = await step("records_clerk", nominations.numberDecision, { decision_id, number: 1, symbol: "QĐ-UBND", decided_on: "2021-12-20" });
    expect(taken.ok ? null : taken.error.fields?.["number"]?.vi).toBe("Số 01/QĐ-UBND năm 2021 đã dùng cho “Về việc công nhận danh hiệu”.");
    unwrap(await step("records_clerk", nominations.numberDecision, { decision_id, number: 2, symbol: "QĐ-UBND", decided_on: "2021-12-20" }));
  });

  it("recorded from paper needs a real scan and a second person", async () => {
    const decision_id = await prepared(await recommended([14]));
    const paper = { decision_id, number: 3, symbol: "QĐ-UBND", decided_on: "2021-12-20", signer_name: "Người Mẫu Ký", signer_title: "CHỦ TỊCH" };
    const text = await step("records_clerk", nominations.recordPaperDecision, { ...paper, scan: { name: "scan.pdf", base64: Buffer.from("not a pdf").toString("base64") } });
    expect(text.ok ? [] : Object.keys(text.error.fields ?? {})).toEqual(["scan"]);
    unwrap(await step("records_clerk", nominations.recordPaperDecision, { ...paper, scan: { name: "scan.png", base64: PNG } }));
    const same = await step("records_clerk", nominations.confirmPaperDecision, { decision_id });
    expect(same.ok ? null : same.error.message.en).toBe("The person who confirms must not be the one who entered it.");
    unwrap(await step("officer", nominations.confirmPaperDecision, { decision_id }));
    const page = unwrap(await runQuery(test.engine, as(actor("officer")), nominations.decisionPage, { decision_id }));
    expect({ state: page.decision.state, signer: page.decision.signer_name, awards: page.awards.length }).toEqual({ state: "in_force", signer: "Người Mẫu Ký", awards: 1 });
  });

  it("given up gives its dossiers back", async () => {
    const ids = await recommended([15]);
    const decision_id = await signed(ids);
    unwrap(await step("officer", nominations.cancelDecision, { decision_id, reason: "Sai trích yếu" }));
    expect(await statusOf(ids[0] as string)).toBe("recommended");
  });

  it("is the chair's: clerk and officer cannot sign", async () => {
    const decision_id = await prepared(await recommended([16]));
    for (const role of ["officer", "clerk"] as const) {
      const refused = await step(role, nominations.signDecision, { decision_id, signer_title: "CHỦ TỊCH" });
      expect(refused.ok ? null : refused.error.code).toBe("forbidden");
    }
  });
});

describe("the award register", () => {
  it("has no gap and no double when eight decisions come into force at once", async () => {
    const decisions: string[] = [];
    for (let index = 0; index < 8; index += 1) decisions.push(await signed(await recommended([20 + index * 3, 21 + index * 3, 22 + index * 3])));
    const results = await Promise.all(
      decisions.map((decision_id, index) => step("records_clerk", nominations.numberDecision, { decision_id, number: 100 + index, symbol: "QĐ-UBND", decided_on: "2021-12-20" })),
    );
    expect(results.map((result) => result.ok)).toEqual(Array.from({ length: 8 }, () => true));
    const numbers = (await test.database.inLocality("CD", (tx) => tx.select({ n: awards.register_number }).from(awards).orderBy(asc(awards.register_number)))).map((row) => row.n);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_number, index) => index + 1));
    expect(numbers.length).toBe(5 + 24);
  });

  it("shows a revocation to every verifier, once", async () => {
    const [award] = await test.database.inLocality("CD", (tx) => tx.select().from(awards).where(sql`register_number = 1`));
    const revoke = () => step("chair", nominations.revokeAward, { award_id: award?.id, reason: "Khai gian sáng kiến." });
    unwrap(await revoke());
    const seen = unwrap(await runQuery(test.engine, as(PUBLIC), verifyAward, { code: award?.code }));
    expect({ on: seen.revoked_on, reason: seen.revocation_reason }).toEqual({ on: "2021-12-20", reason: "Khai gian sáng kiến." });
    expect(await statusOf(award?.nomination_id ?? "")).toBe("revoked");
    const again = await revoke();
    expect(again.ok ? null : again.error.code).toBe("conflict");
  });
});
