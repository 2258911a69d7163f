import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Actor } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { accountCommands } from "../accounts/index.ts";
import { registerTitles } from "../campaigns/index.ts";
import * as councils from "../councils/index.ts";
import * as organizations from "../organizations/index.ts";
import { importPeople } from "../organizations/index.ts";
import * as votes from "../votes/index.ts";
import { motions } from "../votes/tables.ts";
import * as nominations from "./index.ts";
import { nominations as rows } from "./tables.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let units: Record<string, string>;
let people: string[];
let officer: Actor;
let clerk: Actor;
let council: string;
const [createUser, grantRole] = accountCommands(organizations.unitTree);
const MEMBERS = ["chair", "vice_chair", "secretary", "member", "member"] as const;

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-20");
  const run = <O>(command: Parameters<typeof runCommand>[2], input: unknown) => runCommand(test.engine, as(), command, input) as Promise<{ ok: true; value: O }>;
  root = unwrap(await run<{ id: string }>(organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  units = unwrap(await run<{ ids: Record<string, string> }>(organizations.importUnits, { parent_id: root, units: ["a", "b"].map((key) => ({ key, name: `Xã ${key}`, kind: "commune", from_on: "2000-01-01" })) })).ids;
  const user = async (username: string, role: string, unit_id: string): Promise<Actor> => {
    const { id } = unwrap(await run<{ id: string }>(createUser, { username, name: username, password: "mat-khau-dai" }));
    unwrap(await run(grantRole, { user_id: id, role, unit_id, from_on: "2021-01-01" }));
    return { kind: "user", id, name: username, person_id: null, grants: [{ role, unit_id, acting_for: null }] };
  };
  officer = await user("canbo", "officer", root);
  clerk = await user("xa", "clerk", units["a"] ?? "");
  for (const [index] of MEMBERS.entries()) await user(`hd${index}`, "council_member", root);
  const named = ["An", "Bình", "Chi", "Dung", "Em"].map((name) => ({ full_name: `Nông Văn ${name}`, title: "Công chức", worker: "official", recruited_on: "2010-01-01" }));
  people = unwrap(await run<{ ids: string[] }>(importPeople, { unit_id: units["a"], from_on: "2015-01-01", people: named })).ids;
  unwrap(await runCommand(test.engine, as(clerk, "2021-02-01"), registerTitles, { unit_id: units["a"], year: 2021, honour: "advanced_labourer", person_ids: people }));
  for (const honour of ["advanced_labourer", "grassroots_emulation_fighter"]) {
    unwrap(await run(nominations.declareLocalRule, { rule: "council_vote", honour, value: "70%", base: "members_without_recused", quorum: "2/3", instrument: "Quy chế mẫu", from_on: "2021-01-01" }));
  }
  council = unwrap(
    await runCommand(test.engine, as(officer), councils.formCouncil, {
      unit_id: root, kind: "commendation", name: "Hội đồng Thi đua - Khen thưởng huyện", basis: "Quyết định mẫu", formed_on: "2021-12-01",
      members: MEMBERS.map((position, index) => ({ name: `Ủy viên ${index}`, position, username: `hd${index}`, ...(index === 4 ? { person_id: people[0] } : {}), ...(index === 3 ? { unit_id: units["a"] } : {}) })),
    }),
  ).id;
});
afterAll(() => test.drop());

async function dossiers(count: number): Promise<string[]> {
  const subjects = people.slice(0, count).map((person_id) => ({ person_id, achievement: "Tốt", facts: { rating: "good", discipline: [], pending: [] } }));
  const { ids } = unwrap(await runCommand(test.engine, as(clerk), nominations.draftNominations, { unit_id: units["a"], honour: "advanced_labourer", year: 2021, authority: "district", subjects }));
  unwrap(await runCommand(test.engine, as(clerk), nominations.submitNominations, { nomination_ids: ids }));
  unwrap(await runCommand(test.engine, as(officer), nominations.takeUpNominations, { nomination_ids: ids }));
  return ids;
}

const statuses = async () => (await test.database.inLocality("CD", (tx) => tx.select({ name: rows.subject_name, status: rows.status }).from(rows).orderBy(rows.subject_name))).map((row) => row.status);
const page = (session_id: string) => runQuery(test.engine, as(officer), councils.sessionPage, { session_id }).then(unwrap);
const motionRows = (session_id: string) => test.database.inLocality("CD", (tx) => tx.select().from(motions).where(eq(motions.session_id, session_id)).orderBy(motions.no));

describe("a list before the council", () => {
  it("is voted on at once but for exceptions; who is concerned stands aside, the second round counts, and the dossiers follow", async () => {
    const ids = await dossiers(4);
    const session_id = unwrap(await runCommand(test.engine, as(officer), councils.planSession, { council_id: council, title: "Phiên cuối năm", held_on: "2021-12-20" })).id;
    const put = unwrap(await runCommand(test.engine, as(officer), nominations.putBeforeCouncil, { session_id, nomination_ids: ids, as: "list", mode: "hands" }));
    // The member who is the first nominee cannot vote on a list that names them: that dossier stands by itself.
    expect([put.motions, put.conflicts]).toEqual([2, 1]);
    const { seats } = await page(session_id);
    const attendance = seats.map((seat, index) => ({ member_id: seat.id, attendance: index === 1 ? "absent" : "present" }));
    unwrap(await runCommand(test.engine, as(officer), councils.openSession, { session_id, attendance, tellers: [seats[2]?.id] }));
    const [list, own] = await motionRows(session_id);
    unwrap(await runCommand(test.engine, as(officer), votes.exceptFromList, { motion_id: list?.id, subject_ids: [ids[1]], reason: "Có ý kiến" }));
    const apart = (await motionRows(session_id))[2];
    const count = (motion_id: string | undefined, agree: number, disagree: number) => runCommand(test.engine, as(officer), votes.enterCount, { motion_id, agree, disagree, blank: 0 });
    // Five members, one absent: four vote on the list; 70 % of five is four.
    expect(unwrap(await count(list?.id, 4, 0)).passed).toBe(true);
    const many = await count(own?.id, 4, 0);
    expect(many.ok ? "" : many.error.message.vi).toContain("Thu về 4 phiếu, nhiều hơn 3 phiếu phát ra.");
    // The nominee stands aside, so the base is four: three are enough.
    expect(unwrap(await count(own?.id, 3, 0)).passed).toBe(true);
    expect(unwrap(await count(apart?.id, 2, 2)).passed).toBe(false);
    const again = unwrap(await runCommand(test.engine, as(officer), votes.secondRound, { motion_id: apart?.id, reason: "Sau khi thảo luận" }));
    const early = await runCommand(test.engine, as(officer), councils.councilCommands((context, id) => votes.openMotions(context.tx, id))[7], { session_id, conclusion: "Xong" });
    expect(early.ok ? "" : early.error.message.vi).toBe("Còn 1 nội dung biểu quyết chưa kiểm phiếu.");
    expect(unwrap(await count(again.id, 1, 3)).passed).toBe(false);
    const open = await runCommand(test.engine, as(officer), nominations.applyCouncilOutcome, { session_id });
    expect(open.ok ? "" : open.error.message.vi).toContain("Kết thúc phiên họp rồi mới ghi kết quả");
    unwrap(await runCommand(test.engine, as(officer), councils.councilCommands((context, id) => votes.openMotions(context.tx, id))[7], { session_id, conclusion: "Xong" }));
    const written = unwrap(await runCommand(test.engine, as(officer), nominations.applyCouncilOutcome, { session_id }));
    expect(written).toEqual({ id: session_id, agreed: 3, refused: 1 });
    expect(await statuses()).toEqual(["recommended", "not_recommended", "recommended", "recommended"]);
    const nothing = await runCommand(test.engine, as(officer), nominations.applyCouncilOutcome, { session_id });
    expect(nothing.ok ? "" : nothing.error.code).toBe("conflict");
  });

  it("asks that found conflicts be decided before a dossier is voted on by itself", async () => {
    const made = unwrap(await runCommand(test.engine, as(clerk), nominations.draftNominations, {
      unit_id: units["a"], honour: "advanced_labourer", year: 2021, authority: "district", subjects: [{ person_id: people[4], achievement: "Tốt", facts: { rating: "good", discipline: [], pending: [] } }],
    }));
    unwrap(await runCommand(test.engine, as(clerk), nominations.submitNominations, { nomination_ids: made.ids }));
    unwrap(await runCommand(test.engine, as(officer), nominations.takeUpNominations, { nomination_ids: made.ids }));
    const session_id = unwrap(await runCommand(test.engine, as(officer), councils.planSession, { council_id: council, title: "Phiên bổ sung", held_on: "2021-12-20" })).id;
    unwrap(await runCommand(test.engine, as(officer), nominations.putBeforeCouncil, { session_id, nomination_ids: made.ids, as: "single", mode: "paper" }));
    const { seats, conflicts } = await page(session_id);
    expect(conflicts.map((conflict) => [conflict.member, conflict.ground, conflict.recused])).toEqual([["Ủy viên 3", "same_unit", null]]);
    unwrap(await runCommand(test.engine, as(officer), councils.openSession, { session_id, attendance: seats.map((seat) => ({ member_id: seat.id, attendance: "present" })) }));
    const [motion] = await motionRows(session_id);
    const count = () => runCommand(test.engine, as(officer), votes.enterCount, { motion_id: motion?.id, agree: 4, disagree: 0, blank: 0, issued: 4, collected: 4 });
    const blocked = await count();
    expect(blocked.ok ? "" : blocked.error.message.vi).toBe("Còn 1 liên quan lợi ích chưa quyết định.");
    unwrap(await runCommand(test.engine, as(officer), councils.decideRecusal, { session_id, member_id: conflicts[0]?.member_id, subject_id: made.ids[0], recused: true, reason: "Cùng đơn vị" }));
    expect(unwrap(await count()).passed).toBe(true);
    expect((await motionRows(session_id))[0]?.tally).toEqual({ members: 5, present: 5, written: 0, recused: 1, issued: 4, collected: 4, invalid: 0, agree: 4, disagree: 0, blank: 0 });
  });

  it("is refused where nobody knows the threshold", async () => {
    const made = unwrap(await runCommand(test.engine, as(clerk), nominations.draftNominations, {
      unit_id: units["a"], honour: "advanced_labour_collective", year: 2021, authority: "district", subjects: [{ subject_unit_id: units["a"], achievement: "Tốt", facts: { pending: [], members: { total: 5, completed: 5, disciplined: [] } } }],
    }));
    unwrap(await runCommand(test.engine, as(clerk), nominations.submitNominations, { nomination_ids: made.ids }));
    unwrap(await runCommand(test.engine, as(officer), nominations.takeUpNominations, { nomination_ids: made.ids }));
    const session_id = unwrap(await runCommand(test.engine, as(officer), councils.planSession, { council_id: council, title: "Phiên khác", held_on: "2021-12-20" })).id;
    const put = await runCommand(test.engine, as(officer), nominations.putBeforeCouncil, { session_id, nomination_ids: made.ids, as: "single", mode: "hands" });
    expect(put.ok ? "" : [put.error.code, put.error.message.en]).toEqual(["refused", expect.stringContaining("declare the local rule first")]);
  });
});
