import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Actor } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { outbox } from "../../platform/command/tables.ts";
import { accountCommands } from "../accounts/index.ts";
import { awardDecisions, awards } from "../honours/tables.ts";
import * as organizations from "../organizations/index.ts";
import * as nominations from "./index.ts";
import { decisionQueries } from "./index.ts";
import { ONLY_DOSSIERS } from "./port.ts";
import { actionsOf } from "./store.ts";
import { nominations as rows } from "./tables.ts";

const { severalHonours } = decisionQueries(ONLY_DOSSIERS);
const IDS = { officer: "1", clerk: "2", chair: "3", records_clerk: "4", head: "5", accountant: "6" } as const;
type Role = keyof typeof IDS;
let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let communes: string[];
let person: string;
const actor = (role: Role, unit_id = root): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${IDS[role]}`, name: `Mẫu ${role}`, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
const step = (who: Actor, command: Parameters<typeof runCommand>[2], input: Record<string, unknown>) => runCommand(test.engine, as(who), command, input);
const inside = <T>(work: Parameters<TestDatabase["database"]["inLocality"]>[1]) => test.database.inLocality("CD", work) as Promise<T>;
const statusOf = async (id: string | undefined) => (await inside<{ status: string; decision_id: string | null }[]>((tx) => tx.select({ status: rows.status, decision_id: rows.decision_id }).from(rows).where(sql`id = ${id ?? ""}`)))[0];

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-20");
  root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  communes = [];
  for (const name of ["Xã A", "Xã B"]) communes.push(unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name, kind: "commune", parent_id: root, from_on: "2000-01-01" })).id);
  [person = ""] = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: communes[0], from_on: "2015-01-01", people: [{ full_name: "Hà Mẫu Nhiều", title: "Công chức", worker: "official", recruited_on: "2015-01-01" }] })).ids;
});
afterAll(() => test.drop());

let made = 0;
/** Dossiers that stand recommended, written as they would stand after a year of work. */
async function ready(count: number, more: Partial<typeof rows.$inferInsert> = {}): Promise<string[]> {
  const list = Array.from({ length: count }, () => {
    made += 1;
    return {
      locality_id: "CD", id: `01900000-0000-7000-8000-${String(made).padStart(12, "0")}`, unit_id: communes[0] ?? "", honour: "district_certificate_of_merit", year: 2021, authority: "district", subject_kind: "individual" as const, person_id: person,
      subject_name: `Hà Mẫu ${made}`, subject_folded: `ha mau ${made}`, subject_note: "Công chức", achievement: "Tốt", facts: {}, status: "recommended" as const, created_at: as().clock.now(), ...more,
    };
  });
  await inside((tx) => tx.insert(rows).values(list));
  return list.map((row) => row.id);
}
const prepare = async (ids: readonly string[], issuer = root, authority = "district") => (unwrap(await step(actor("officer"), nominations.prepareDecision, { nomination_ids: ids, issuer_unit_id: issuer, authority, title: `Quyết định ${made}` })) as { id: string }).id;
/** A decision whose signature is written, so that these tests are about the numbering alone. */
async function signed(issuer = root, authority = "district", more: Partial<typeof rows.$inferInsert> = {}): Promise<string> {
  const decision_id = await prepare(await ready(1, { authority, ...(issuer === root ? {} : { unit_id: issuer }), ...more }), issuer, authority);
  await inside((tx) => tx.update(awardDecisions).set({ state: "signed", signer_name: "Người Mẫu Ký", signer_title: "CHỦ TỊCH" }).where(sql`id = ${decision_id}`));
  return decision_id;
}
const number = (decision_id: string, no: number, more: Record<string, unknown> = {}) => step(actor("records_clerk"), nominations.numberDecision, { decision_id, number: no, symbol: "QĐ-UBND", decided_on: "2021-12-20", ...more });

describe("a draft approved in part", () => {
  const strike = (who: Actor, decision_id: string, ids: readonly (string | undefined)[], outcome = "declined") => step(who, nominations.strikeFromDecision, { decision_id, nomination_ids: ids, outcome, reason: "Thành tích chưa rõ" });

  it("is struck by who signs it, never to nothing, and only of what stands on it", async () => {
    const ids = await ready(2);
    const [foreign] = await ready(1);
    const decision_id = await prepare(ids);
    const codes = [
      await strike(actor("officer"), decision_id, [ids[0]]), await strike(actor("head", communes[0]), decision_id, [ids[0]]), await strike(actor("head"), decision_id, [ids[0]]), await strike(actor("chair"), decision_id, [foreign]),
      await strike(actor("chair"), decision_id, ids), await strike(actor("chair"), decision_id, []), await strike(actor("chair"), decision_id, [ids[0]], "lost"),
    ].map((each) => (each.ok ? "done" : each.error.code));
    expect(codes).toEqual(["forbidden", "forbidden", "forbidden", "conflict", "invalid", "invalid", "invalid"]);
    expect([await statusOf(ids[0]), await statusOf(foreign)]).toEqual([{ status: "in_decision", decision_id }, { status: "recommended", decision_id: null }]);
  });

  it("gives those declined their reason, those sent back their place, and keeps the others", async () => {
    const account = (name: string, input: Record<string, unknown>) => {
      const command = accountCommands(organizations.unitTree).find((each) => each.name === name);
      if (command === undefined) throw new Error(`no command ${name}`);
      return runCommand(test.engine, as(), command as Parameters<typeof runCommand>[2], input);
    };
    const user = unwrap(await account("create_user", { username: "xa-a", name: "Mẫu Xã A", password: "mat-khau-dai" })) as { id: string };
    unwrap(await account("grant_role", { user_id: user.id, role: "clerk", unit_id: communes[0], from_on: "2021-01-01" }));
    const ids = await ready(3);
    const decision_id = await prepare(ids);
    unwrap(await strike(actor("chair"), decision_id, [ids[0]]));
    unwrap(await strike(actor("chair"), decision_id, [ids[1]], "back"));
    expect([await statusOf(ids[0]), await statusOf(ids[1]), await statusOf(ids[2])]).toEqual([{ status: "declined", decision_id: null }, { status: "recommended", decision_id: null }, { status: "in_decision", decision_id }]);
    const told = await inside<{ kind: string; payload: unknown }[]>((tx) => tx.select().from(outbox).where(sql`to_user_id = ${user.id}`));
    expect(told.map(({ kind, payload }) => ({ kind, payload }))).toEqual([{ kind: "nominations_declined", payload: { reason: "Thành tích chưa rõ", names: [expect.stringMatching(/^Hà Mẫu \d+$/)] } }]);
    const done = await inside<{ action: string; payload: unknown }[]>((tx) => actionsOf(tx, "nomination", ids[0] ?? ""));
    expect(done.slice(-2).map(({ action, payload }) => [action, payload])).toEqual([["leave_decision", { reason: "Thành tích chưa rõ", decision_id }], ["decline", { reason: "Thành tích chưa rõ" }]]);
    // A proposing unit's clerk reads the dossier, not the draft of the level above: no link to a refusal.
    const reads = async (who: Actor) => unwrap(await runQuery(test.engine, as(who), nominations.nominationPage, { nomination_id: ids[2] })).reads_decision;
    expect([await reads(actor("clerk", communes[0])), await reads(actor("officer"))]).toEqual([false, true]);
    const page = unwrap(await runQuery(test.engine, as(actor("chair")), nominations.decisionPage, { decision_id }));
    expect([page.count, page.may_sign]).toEqual([1, true]);
    const listed = unwrap(await runQuery(test.engine, as(actor("chair")), nominations.browseDecisions, {}));
    expect(listed.find((each) => each.id === decision_id)?.count).toBe(1);
    const again = await prepare([ids[1] ?? ""]);
    expect((await statusOf(ids[1]))?.decision_id).toBe(again);
  });

  it("is struck no more once it is signed", async () => {
    const ids = await ready(2);
    const decision_id = await prepare(ids);
    await inside((tx) => tx.update(awardDecisions).set({ state: "signed" }).where(sql`id = ${decision_id}`));
    const late = await strike(actor("chair"), decision_id, [ids[0]]);
    expect(late.ok ? "done" : late.error.code).toBe("conflict");
  });
});

describe("a decision's number", () => {
  it("is one of the issuer's own book: two communes may have the same", async () => {
    const [a, b, again] = [await signed(communes[0], "commune"), await signed(communes[1], "commune"), await signed(communes[0], "commune")];
    unwrap(await number(a, 12));
    unwrap(await number(b, 12));
    const taken = await number(again, 12, { symbol: "qđ-ubnd" });
    expect(taken.ok ? [] : Object.keys(taken.error.fields ?? {})).toEqual(["number"]);
  });

  it("is free again when the record of a paper is given up", async () => {
    const paper = (decision_id: string) => step(actor("records_clerk"), nominations.recordPaperDecision, {
      decision_id, number: 44, symbol: "QĐ-UBND", decided_on: "2021-12-20", signer_name: "Người Mẫu Ký", signer_title: "CHỦ TỊCH", scan: { name: "a.pdf", base64: Buffer.from("%PDF-1.7").toString("base64") },
    });
    const [wrong, right] = [await prepare(await ready(1)), await prepare(await ready(1))];
    unwrap(await paper(wrong));
    expect((await paper(right)).ok).toBe(false);
    const confirms = async (role: Role) => unwrap(await runQuery(test.engine, as(actor(role)), nominations.decisionPage, { decision_id: wrong })).may_confirm;
    expect([await confirms("records_clerk"), await confirms("officer"), await confirms("accountant")]).toEqual([false, true, false]);
    unwrap(await step(actor("officer"), nominations.cancelDecision, { decision_id: wrong, reason: "Nhập nhầm quyết định" }));
    unwrap(await paper(right));
  });

  it("is given once when two clerks take it at the same time", async () => {
    const list = [await signed(), await signed()];
    const both = await Promise.all(list.map((decision_id) => number(decision_id, 77)));
    expect(both.map((each) => (each.ok ? "done" : Object.keys(each.error.fields ?? {}).join())).sort()).toEqual(["done", "number"]);
  });

  it("comes with a day on which it could have been signed", async () => {
    const decision_id = await signed();
    const wrong = async (decided_on: string) => {
      const refused = await number(decision_id, 78, { decided_on });
      return refused.ok ? "done" : refused.error.fields?.["decided_on"]?.en;
    };
    expect([await wrong("2021-12-21"), await wrong("2021-12-19"), await wrong("2012-12-20")]).toEqual([
      "The decision cannot be dated after today.", "The decision cannot be dated before it was prepared (20/12/2021).", "A decision on achievements of 2021 cannot date from 2012.",
    ]);
    unwrap(await number(decision_id, 78));
  });
});

describe("who issues", () => {
  it("a decision is the unit of that authority: a commune issues none for the district", async () => {
    const [id] = await ready(1);
    const clerk = actor("clerk", communes[0]);
    const refused = await step(clerk, nominations.prepareDecision, { nomination_ids: [id], issuer_unit_id: communes[0], authority: "district", title: "Quyết định" });
    expect(refused.ok ? [] : Object.keys(refused.error.fields ?? {})).toEqual(["authority"]);
    const stranger = await step(clerk, nominations.prepareDecision, { nomination_ids: [id], issuer_unit_id: communes[1], authority: "commune", title: "Quyết định" });
    expect(stranger.ok ? "done" : stranger.error.code).toBe("forbidden");
  });

  it("it signs with any of the signer's roles, not only the first", async () => {
    const decision_id = await prepare(await ready(1, { authority: "commune", unit_id: communes[1] ?? "" }), communes[1], "commune");
    const both: Actor = { ...actor("head", communes[1]), kind: "user", id: "01900000-0000-7000-8000-0000000000c1", name: "Mẫu", person_id: null, grants: [{ role: "chair", unit_id: root, acting_for: null }, { role: "head", unit_id: communes[1] ?? "", acting_for: null }] };
    expect(unwrap(await runQuery(test.engine, as(both), nominations.decisionPage, { decision_id })).may_sign).toBe(true);
    expect(unwrap(await runQuery(test.engine, as(actor("chair")), nominations.decisionPage, { decision_id })).may_sign).toBe(false);
    const chair = await step(actor("chair"), nominations.signDecision, { decision_id, signer_title: "CHỦ TỊCH" });
    expect(chair.ok ? "done" : chair.error.code).toBe("forbidden");
    // The dossier was never judged, so the law may refuse it; what matters is that the signer is not.
    const tried = await step(both, nominations.signDecision, { decision_id, signer_title: "CHỦ TỊCH" });
    expect(tried.ok ? "done" : tried.error.code).not.toBe("forbidden");
  });
});

describe("several titles for the same years", () => {
  it("are told to whoever pays, from the decision and from awards in force, and no amount changes", async () => {
    const fighter = await signed(root, "district", { honour: "grassroots_emulation_fighter", subject_name: "Hà Mẫu Nhiều" });
    unwrap(await number(fighter, 90));
    const decision_id = await prepare([...(await ready(1, { honour: "advanced_labourer", subject_name: "Hà Mẫu Nhiều" })), ...(await ready(1, { honour: "advanced_labourer", year: 2020, subject_name: "Hà Mẫu Nhiều" })), ...(await ready(1))]);
    const seen = async (role: Role) => runQuery(test.engine, as(actor(role)), severalHonours, { decision_id });
    expect(unwrap(await seen("accountant"))).toEqual([{ name: "Hà Mẫu Nhiều", honour: "advanced_labourer", year: 2021, amount: 450_000, by_honour: "grassroots_emulation_fighter", by_year: 2021, by_amount: 1_490_000, by_decision: "90/QĐ-UBND" }]);
    const clerk = await seen("clerk");
    expect(clerk.ok ? "seen" : clerk.error.code).toBe("forbidden");
    const [award] = await inside<{ id: string; amount_dong: number | null }[]>((tx) => tx.select().from(awards).where(sql`decision_id = ${fighter}`));
    expect(award?.amount_dong).toBe(1_490_000);
    unwrap(await step(actor("chair"), nominations.revokeAward, { award_id: award?.id, reason: "Kê khai không đúng" }));
    expect(unwrap(await seen("accountant"))).toEqual([]);
  });
});
