import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Actor } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { registerTitles } from "../campaigns/index.ts";
import * as organizations from "../organizations/index.ts";
import * as nominations from "./index.ts";
import { findings, rulebooks } from "./tables.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let commune: string;
let people: string[];
const actor = (role: "officer" | "clerk"): Actor => ({
  kind: "user", id: `01900000-0000-7000-8000-00000000000${role === "officer" ? 1 : 2}`, name: `Mẫu ${role}`, person_id: null,
  grants: [{ role, unit_id: role === "clerk" ? commune : root, acting_for: null }],
});
const FIGHTER = "grassroots_emulation_fighter";
const INSTRUMENT = "Quyết định 12/2021/QĐ-UBND ngày 05/03/2021";
const declare = (more: Record<string, unknown>) =>
  runCommand(test.engine, as(actor("officer")), nominations.declareLocalRule, { rule: "grassroots_fighter_cap", value: "12", instrument: INSTRUMENT, from_on: "2021-03-05", ...more });
const rules = async () => unwrap(await runQuery(test.engine, as(actor("officer")), nominations.browseLocalRules, {}));
const whatIf = (more: Record<string, unknown> = {}) => runQuery(test.engine, as(actor("officer")), nominations.whatIfList, { unit_id: commune, honour: FIGHTER, year: 2021, ...more });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-20");
  root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  commune = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
  people = unwrap(
    await runCommand(test.engine, as(), organizations.importPeople, {
      unit_id: commune, from_on: "2015-01-01",
      people: Array.from({ length: 20 }, (_person, index) => ({ full_name: `Nông Văn Mẫu ${index}`, title: "Công chức", worker: "official", recruited_on: "2015-01-01" })),
    }),
  ).ids;
  for (const honour of ["advanced_labourer", FIGHTER]) {
    unwrap(await runCommand(test.engine, as(actor("clerk"), "2021-03-01"), registerTitles, { unit_id: commune, year: 2021, honour, person_ids: people }));
  }
  const draft = (honour: string, list: readonly string[]) =>
    runCommand(test.engine, as(actor("clerk")), nominations.draftNominations, {
      unit_id: commune, honour, year: 2021, authority: "district",
      subjects: list.map((person_id) => ({
        person_id, achievement: "Hoàn thành tốt nhiệm vụ.", facts: { rating: "good", discipline: [], pending: [], initiatives: [{ year: 2021, scope: "unit", kind: "initiative" }] },
      })),
    });
  unwrap(await draft("advanced_labourer", people));
  unwrap(await draft(FIGHTER, people.slice(0, 2)));
});
afterAll(() => test.drop());

describe("local rules", () => {
  it("that loosen national law are refused with the article, and nothing is kept", async () => {
    const refused = await declare({ value: "15,5" });
    expect(refused.ok ? null : refused.error.fields?.["value"]?.vi).toBe("Luật không cho vượt 15 %: quy định của địa phương chỉ được chặt hơn. (Nghị định 91/2017/NĐ-CP, Điều 9, khoản 3)");
    const vote = await declare({ rule: "council_vote", honour: "provincial_emulation_fighter", value: "50%" });
    expect(vote.ok ? null : vote.error.fields?.["honour"]?.en).toBe("The law itself asks 90 % of all council members by secret ballot: no local rule replaces it. (Decree 91/2017/NĐ-CP, article 45, clause 8)");
    expect(await rules()).toEqual([]);
  });

  it("before any is declared the percentage is unknown; afterwards the list is judged by it, and its instrument is cited", async () => {
    expect(unwrap(await whatIf()).rows.map((row) => row.now)).toEqual(["undetermined", "undetermined"]);
    unwrap(await declare({}));
    unwrap(await declare({ rule: "council_vote", honour: FIGHTER, value: "70 %", base: "present", quorum: "2/3" }));
    expect((await rules()).map((rule) => rule.says)).toEqual([
      { kind: "vote", honour: FIGHTER, vote: { threshold: "70%", base: "present", quorum: "2/3" } },
      { kind: "quota", honour: FIGHTER, percent: "12" },
    ]);
    expect(unwrap(await whatIf()).rows.map((row) => row.now)).toEqual(["eligible", "eligible"]);
    const { rows } = unwrap(await runQuery(test.engine, as(actor("officer")), nominations.browseNominations, { honour: FIGHTER }));
    unwrap(await runCommand(test.engine, as(actor("clerk")), nominations.submitNominations, { nomination_ids: rows.map((row) => row.id) }));
    const [kept] = await test.database.inLocality("CD", (tx) => tx.select().from(findings).where(eq(findings.nomination_id, rows[0]?.id ?? "")));
    const quota = (kept?.output as { checks: { id: string; cite: unknown[] }[] } | undefined)?.checks.find((check) => check.id === "quota");
    expect(quota?.cite).toEqual([{ instrument: "91/2017/NĐ-CP", article: "9", clause: "3" }, { instrument: INSTRUMENT }]);
    const [book] = await test.database.inLocality("CD", (tx) => tx.select().from(rulebooks).where(eq(rulebooks.hash, kept?.rulebook_hash ?? "")));
    expect((book?.content as { local: { quota_percent: unknown } } | undefined)?.local.quota_percent).toEqual({ [FIGHTER]: "12" });
  });

  it("what if: one more makes the whole list fall, a wider percentage lifts it, and nothing is kept", async () => {
    const shown = async (more: Record<string, unknown>) => {
      const { rows, fell, rose } = unwrap(await whatIf(more));
      return { tried: rows.map((row) => row.tried), fell, rose };
    };
    expect(await shown({})).toEqual({ tried: ["eligible", "eligible"], fell: 0, rose: 0 });
    expect(await shown({ add: 1 })).toEqual({ tried: ["not_eligible", "not_eligible"], fell: 2, rose: 0 });
    expect(await shown({ add: 1, local_cap: "15" })).toEqual({ tried: ["eligible", "eligible"], fell: 0, rose: 0 });
    expect(await shown({ local_cap: "9,9" })).toEqual({ tried: ["not_eligible", "not_eligible"], fell: 2, rose: 0 });
    expect((await whatIf({ local_cap: "16" })).ok).toBe(false);
    expect(await shown({})).toEqual({ tried: ["eligible", "eligible"], fell: 0, rose: 0 });
  });

  it("end on a day: before it they bind, from it they do not; an end is not put off", async () => {
    const quota = (await rules()).find((rule) => rule.says.kind === "quota");
    const end = (to_on: string) => runCommand(test.engine, as(actor("officer")), nominations.endLocalRule, { local_rule_id: quota?.id ?? "", to_on });
    expect((await end("2021-03-05")).ok).toBe(false);
    unwrap(await end("2021-12-21"));
    expect(unwrap(await whatIf()).rows.map((row) => row.now)).toEqual(["eligible", "eligible"]);
    unwrap(await end("2021-12-20"));
    expect(unwrap(await whatIf()).rows.map((row) => row.now)).toEqual(["undetermined", "undetermined"]);
    expect((await end("2021-12-31")).ok).toBe(false);
    expect((await declare({})).ok).toBe(false);
  });
});
