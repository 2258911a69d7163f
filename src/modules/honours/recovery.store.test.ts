import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundCommune, MEETING, rowsOf, wired } from "../../../tests/support/commune.ts";
import { unwrap } from "../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { logEntries } from "../../platform/log/tables.ts";
import { closeHouseholdReview, importHouseholds, prepareHouseholdDecision } from "../households/index.ts";
import { recordExternalAwards } from "./commands.ts";
import { recordRecovery } from "./commands-recovery.ts";
import { awardToPrint, verifyAward } from "./queries.ts";
import { awardPage, awardsToRecover } from "./queries-recovery.ts";
import { awards } from "./tables.ts";

let place: Awaited<ReturnType<typeof foundCommune>>;
let given: { id: string; code: string }[];
let decision_id: string;
const accountant = (unit_id: string): Actor => ({ kind: "user", id: "01900000-0000-7000-8000-0000000000e1", name: "Mẫu kế toán", person_id: null, grants: [{ role: "accountant", unit_id, acting_for: null }] });
const pay = (input: Record<string, unknown>, unit = place.root) => runCommand(place.test.engine, place.as(accountant(unit)), recordRecovery, input);
const id = (index: number): string => given[index]?.id ?? "";
const page = async (index: number) => unwrap(await runQuery(place.test.engine, place.as(accountant(place.root)), awardPage, { award_id: id(index) }));
const verified = async (index: number) => unwrap(await runQuery(place.test.engine, place.as(PUBLIC), verifyAward, { code: given[index]?.code }));

beforeAll(async () => {
  place = await foundCommune();
  const review_id = await place.open(2021);
  unwrap(await place.run("clerk", importHouseholds, { review_id, rows: rowsOf(1, 4, { registered_on: "20/02/2021", ...MEETING, agree: "12" }) }));
  unwrap(await place.run("clerk", closeHouseholdReview, { review_id }, "2021-12-01"));
  decision_id = (unwrap(await place.run("clerk", prepareHouseholdDecision, { review_id, title: "Công nhận" }, "2021-12-02")) as { id: string }).id;
  unwrap(await place.run("head", wired.signDecision, { decision_id, signer_title: "CHỦ TỊCH" }, "2021-12-02"));
  unwrap(await place.run("records_clerk", wired.numberDecision, { decision_id, number: 7, symbol: "QĐ-UBND", decided_on: "2021-12-02" }, "2021-12-02"));
  given = await place.read((tx) => tx.select({ id: awards.id, code: awards.code }).from(awards).where(eq(awards.decision_id, decision_id)).orderBy(awards.register_number));
});
afterAll(() => place.test.drop());

describe("a revocation", () => {
  it("says at which field the revoking decision does not fit, and then changes nothing", async () => {
    const wrong = async (more: Record<string, unknown>) => {
      const refused = await place.run("chair", wired.revokeAward, { award_id: id(0), reason: "Kê khai không đúng", ...more });
      return refused.ok ? "done" : (Object.keys(refused.error.fields ?? {})[0] ?? refused.error.code);
    };
    expect([
      await wrong({ decision_number: "9/QĐ-UBND" }), await wrong({ decided_on: "2021-12-10" }), await wrong({ decision_number: "9/QĐ-UBND", decided_on: "2021-12-21" }), await wrong({ decision_number: "9/QĐ-UBND", decided_on: "2021-12-01" }),
      await wrong({ amount_due: 150_001 }), await wrong({ ground: "other" }),
    ]).toEqual(["decided_on", "decision_number", "decided_on", "decided_on", "amount_due", "ground"]);
    expect([(await verified(0)).revoked_on, (await page(0)).state]).toEqual([null, null]);
  });

  it("is for the level that decided: not for another commune's head, nor for the clerk", async () => {
    const stranger = await runCommand(place.test.engine, place.as(place.actor("head", place.other)), wired.revokeAward, { award_id: id(0), reason: "Kê khai không đúng" });
    const clerk = await place.run("clerk", wired.revokeAward, { award_id: id(0), reason: "Kê khai không đúng" });
    expect([stranger, clerk].map((each) => (each.ok ? "done" : each.error.code))).toEqual(["forbidden", "forbidden"]);
  });

  it("with a ground and its decision stands from the day of that decision, and says what must come back", async () => {
    unwrap(await place.run("head", wired.revokeAward, { award_id: id(0), reason: "Kê khai không đúng", ground: "fraud", decision_number: "9/QĐ-UBND", decided_on: "2021-12-10" }));
    const { recovery, state, award } = await page(0);
    expect({ ...recovery, state, on: award.revoked_on }).toMatchObject({ ground: "fraud", decision_number: "9/QĐ-UBND", decided_on: "2021-12-10", insignia_due: true, amount_due: 150_000, state: "due", on: "2021-12-10" });
    expect(await verified(0)).toMatchObject({ revoked_on: "2021-12-10", revocation_reason: "Kê khai không đúng", recovery: "due" });
  });

  it("without more than its reason takes what was given as due, and happens once though asked twice at once", async () => {
    const both = await Promise.all([1, 2].map(() => place.run("chair", wired.revokeAward, { award_id: id(1), reason: "Sai đối tượng" })));
    expect(both.map((each) => (each.ok ? "done" : each.error.code)).sort()).toEqual(["conflict", "done"]);
    expect((await page(1)).recovery).toMatchObject({ ground: null, decision_number: null, insignia_due: true, amount_due: 150_000 });
  });

  it("with nothing handed over and nothing paid has nothing to recover", async () => {
    unwrap(await place.run("chair", wired.revokeAward, { award_id: id(2), reason: "Chưa trao", insignia_due: "no", amount_due: 0 }));
    expect((await page(2)).state).toBe("nothing_due");
    const none = await pay({ award_id: id(2), money_returned_on: "2021-12-20", money_receipt: "PT-1" });
    expect(none.ok ? null : none.error.fields?.["money_returned_on"]?.en).toBe("No money is to be recovered.");
  });

  it("lets no paper of the award be printed any more", async () => {
    const paper = async (index: number) => {
      const seen = await runQuery(place.test.engine, place.as(place.actor("clerk")), awardToPrint, { award_id: id(index) });
      return seen.ok ? "printed" : seen.error.code;
    };
    expect([await paper(0), await paper(3)]).toEqual(["conflict", "printed"]);
    const offered = async (actor: Actor, index: number) => unwrap(await runQuery(place.test.engine, place.as(actor), awardPage, { award_id: id(index) })).may_print;
    // The accountant reads the page and does not print: no link to a refusal.
    expect([await offered(place.actor("clerk"), 0), await offered(place.actor("clerk"), 3), await offered(accountant(place.root), 3)]).toEqual([false, true, false]);
  });
});

describe("a recovery", () => {
  it("needs day and receipt, not before the revocation and not after today", async () => {
    const wrong = async (more: Record<string, unknown>) => {
      const refused = await pay({ award_id: id(0), ...more });
      return refused.ok ? "done" : Object.keys(refused.error.fields ?? {})[0];
    };
    expect([
      await wrong({}), await wrong({ money_returned_on: "2021-12-15" }), await wrong({ insignia_receipt: "BB-1" }), await wrong({ money_returned_on: "2021-12-09", money_receipt: "PT-1" }), await wrong({ money_returned_on: "2021-12-21", money_receipt: "PT-1" }),
    ]).toEqual(["insignia_returned_on", "money_receipt", "insignia_returned_on", "money_returned_on", "money_returned_on"]);
    const standing = await pay({ award_id: id(3), money_returned_on: "2021-12-15", money_receipt: "PT-1" });
    expect(standing.ok ? null : standing.error.message.en).toBe("This award was not revoked: nothing is to be recovered.");
  });

  it("is recorded part by part by the own accountant, and every verifier sees how far it is", async () => {
    const stranger = await pay({ award_id: id(0), money_returned_on: "2021-12-15", money_receipt: "PT-1" }, place.other);
    expect(stranger.ok ? null : stranger.error.code).toBe("forbidden");
    unwrap(await pay({ award_id: id(0), money_returned_on: "2021-12-15", money_receipt: "PT-1" }, place.commune));
    expect([(await page(0)).state, (await verified(0)).recovery]).toEqual(["partly", "partly"]);
    const again = await pay({ award_id: id(0), money_returned_on: "2021-12-16", money_receipt: "PT-2" });
    expect(again.ok ? null : again.error.fields?.["money_returned_on"]?.en).toBe("The return of the money was written down before.");
    unwrap(await place.run("officer", recordRecovery, { award_id: id(0), insignia_returned_on: "2021-12-20", insignia_receipt: "BB-1" }));
    expect([(await page(0)).recovery?.money_receipt, (await verified(0)).recovery]).toEqual(["PT-1", "recovered"]);
  });

  it("is listed with what is still out, for the units that one looks after", async () => {
    const list = async (unit: string) => unwrap(await runQuery(place.test.engine, place.as(accountant(unit)), awardsToRecover, {}));
    const mine = await list(place.root);
    expect([mine.rows.map((row) => row.state), mine.open, mine.owed]).toEqual([["recovered", "due", "nothing_due"], 1, 150_000]);
    expect((await list(place.other)).rows).toEqual([]);
    const shown = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk")), wired.decisionPage, { decision_id }));
    expect(given.map((award) => shown.recoveries.get(award.id) ?? null)).toEqual(["recovered", "due", "nothing_due", null]);
  });

  it("stands in the log without a name or a receipt", async () => {
    const texts = (await place.test.database.inInstallation((tx) => tx.select().from(logEntries))).map((entry) => new TextDecoder().decode(entry.leaf));
    expect(texts.filter((text) => text.includes('"kind":"award_recovered"')).length).toBe(2);
    expect(texts.some((text) => text.includes("PT-1") || text.includes("Hoàng Mẫu Hộ"))).toBe(false);
  });
});

describe("an award entered from paper", () => {
  it("was decided by today, and not before the year that it commends", async () => {
    const enter = async (year: number, decided_on: string) => {
      const answer = await place.run("officer", recordExternalAwards, { awards: [{ honour: "advanced_labourer", year, decided_on, decision_number: "1/QĐ-UBND", issuer: "UBND xã", person_id: "01900000-0000-7000-8000-00000000ffff" }] });
      return answer.ok ? "done" : Object.keys(answer.error.fields ?? {})[0];
    };
    expect([await enter(2021, "2021-12-21"), await enter(2021, "2020-12-20"), await enter(2020, "2021-01-05")]).toEqual(["awards.0.decided_on", "awards.0.year", "done"]);
  });
});
