import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Chamber, type Ready } from "../../../tests/support/chamber.ts";
import { blind, type BallotRecord, prepareToken, verifyRecord } from "../../engines/ballots/index.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Actor } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { declareConflict, sessionPage } from "../councils/index.ts";
import * as councils from "../councils/index.ts";
import * as votes from "./index.ts";

let chamber: Chamber;
beforeAll(async () => {
  chamber = await Chamber.make();
});
afterAll(() => chamber.test.drop());

const board = async (motion_id: string) => unwrap(await runQuery(chamber.test.engine, chamber.as(chamber.members[0]), votes.ballotBoard, { motion_id })).record as BallotRecord;

describe("a secret ballot", () => {
  it("is issued, cast, counted with the absent member's paper, and verified by anybody from what is published", async () => {
    const { session_id, ids: [motion_id = ""] } = await chamber.session(["Nông Văn Mẫu"]);
    unwrap(await chamber.startIssuing(session_id));
    const ready = (await Promise.all(chamber.members.slice(0, 6).map((member) => chamber.fetchBallots(member, session_id)))).flat();
    const early = await chamber.cast(ready[0] as Ready, "agree");
    expect(early).toBe("not_open");
    unwrap(await chamber.openBox(session_id));
    for (const [index, ballot] of ready.entries()) expect(await chamber.cast(ballot, index === 5 ? "disagree" : "agree")).toBe("taken");
    expect(await chamber.cast(ready[0] as Ready, "agree")).toBe("again");
    expect(await chamber.cast(ready[0] as Ready, "disagree")).toBe("used_otherwise");
    expect(await chamber.cast({ ...(ready[0] as Ready), token: (ready[0] as Ready).token.replace(/.$/, (last) => (last === "0" ? "1" : "0")) }, "agree")).toBe("not_ours");
    unwrap(await runCommand(chamber.test.engine, chamber.as(chamber.officer), votes.enterPaperVotes, { motion_id, agree: 1, disagree: 0, blank: 0, invalid: 0, issued: 1 }));
    expect(unwrap(await chamber.closeBallots(session_id))).toEqual({ id: session_id, counted: 1, passed: 1 });
    const record = await board(motion_id);
    expect(verifyRecord(record).checks.filter((check) => check.result !== "pass")).toEqual([]);
    expect([record.tally, record.outcome, record.roll]).toEqual([{ agree: 6, disagree: 1, blank: 0, invalid: 0 }, { approved: true, agree: 6, needed: 5, base: 7, tied: false }, { size: 7, issued: 6 }]);
    const [motion] = unwrap(await runQuery(chamber.test.engine, chamber.as(chamber.officer), votes.sessionVotes, { session_id })).motions;
    expect([motion?.outcome?.passed, motion?.outcome?.needed, motion?.tally]).toEqual([true, 5, { members: 7, present: 6, written: 1, recused: 0, issued: 7, collected: 7, invalid: 0, agree: 6, disagree: 1, blank: 0 }]);
    expect(await chamber.cast(ready[0] as Ready, "agree")).toBe("again");
    const keys = await chamber.test.database.inLocality("CD", (tx) => tx.execute(sql`select private_key from ballot_keys where motion_id = ${motion_id}::uuid`));
    expect(keys.rows).toEqual([{ private_key: null }]);
  });

  it("issues one ballot to each, repeats the same answer to the same device, and none to a stranger or after the box is open", async () => {
    const { session_id, ids: [motion_id = ""] } = await chamber.session(["Lường Thị Mẫu"]);
    unwrap(await chamber.startIssuing(session_id));
    const { ballots } = unwrap(await runQuery(chamber.test.engine, chamber.as(chamber.members[1]), votes.ballotsToCast, { session_id }));
    const key = ballots[0]?.public_key ?? "";
    const first = blind(key, prepareToken(motion_id));
    const second = blind(key, prepareToken(motion_id));
    const issue = (member: Actor | undefined, blinded: string) => runCommand(chamber.test.engine, chamber.as(member), votes.issueBallots, { session_id, ballots: [{ ballot_id: motion_id, blinded }] });
    const given = unwrap(await issue(chamber.members[1], first.blinded));
    expect(unwrap(await issue(chamber.members[1], first.blinded))).toEqual(given);
    const other = await issue(chamber.members[1], second.blinded);
    expect(other.ok ? "" : other.error.message.vi).toBe("Bạn đã nhận phiếu này trên thiết bị khác.");
    const stranger = await issue(chamber.officer, second.blinded);
    expect(stranger.ok ? "" : stranger.error.code).toBe("forbidden");
    const few = await chamber.openBox(session_id);
    expect(few.ok ? "" : few.error.message.en).toContain("Fewer than 3 members");
    for (const member of chamber.members.slice(3, 5)) await chamber.fetchBallots(member, session_id);
    unwrap(await chamber.openBox(session_id));
    const late = await issue(chamber.members[2], second.blinded);
    expect(late.ok ? "" : late.error.message.vi).toBe("Phiếu này không ở bước phát phiếu.");
  });

  it("closes with the ballot of a member who declares an interest after it was issued, and keeps standing aside to the rest", async () => {
    const { session_id, ids: [motion_id = ""] } = await chamber.session(["Khai muộn"]);
    unwrap(await chamber.startIssuing(session_id));
    const ready = (await Promise.all(chamber.members.slice(0, 6).map((member) => chamber.fetchBallots(member, session_id)))).flat();
    unwrap(await chamber.openBox(session_id));
    for (const ballot of ready) expect(await chamber.cast(ballot, "agree")).toBe("taken");
    const { seats } = unwrap(await runQuery(chamber.test.engine, chamber.as(chamber.officer), sessionPage, { session_id }));
    const subject_id = unwrap(await runQuery(chamber.test.engine, chamber.as(chamber.officer), votes.sessionVotes, { session_id })).motions[0]?.subjects[0]?.subject_id;
    const late = { session_id, member_id: seats.find((seat) => seat.name === "Ủy viên 2")?.id, subject_id, subject: "Khai muộn", ground: "relative" };
    unwrap(await runCommand(chamber.test.engine, chamber.as(chamber.members[2]), declareConflict, late));
    unwrap(await chamber.closeBallots(session_id));
    const record = await board(motion_id);
    expect([record.members.recused, record.roll, record.tally.agree]).toEqual([0, { size: 7, issued: 6 }, 6]);
    expect(verifyRecord(record).checks.filter((check) => check.result !== "pass")).toEqual([]);
  });

  it("is withdrawn when ballots were issued to too few to open a box; what was issued is then worth nothing", async () => {
    const { session_id, ids: [motion_id = ""] } = await chamber.session(["Quá ít người"]);
    unwrap(await chamber.startIssuing(session_id));
    const [ready] = await chamber.fetchBallots(chamber.members[0] as Actor, session_id);
    expect((await chamber.openBox(session_id)).ok).toBe(false);
    unwrap(await runCommand(chamber.test.engine, chamber.as(chamber.officer), votes.withdrawMotion, { motion_id, reason: "Chuyển sang phiếu giấy" }));
    expect(await chamber.cast(ready as Ready, "agree")).toBe("not_open");
  });

  it("is not begun without a quorum, and an account without the membership role is not taken as a member", async () => {
    const { session_id } = await chamber.session(["Hoàng Văn Mẫu"]);
    await chamber.test.database.inLocality("CD", (tx) => tx.execute(sql`update session_members set attendance = 'absent' where session_id = ${session_id}::uuid and member_id in (select id from council_members where name in ('Ủy viên 3', 'Ủy viên 4', 'Ủy viên 5'))`));
    const begun = await chamber.startIssuing(session_id);
    expect(begun.ok ? "" : begun.error.message.en).toBe("No quorum: 5 needed, 3 present.");
    const member = await runCommand(chamber.test.engine, chamber.as(chamber.officer), councils.addCouncilMember, { council_id: chamber.council, name: "Cán bộ", position: "member", from_on: "2021-12-01", username: "canbo" });
    expect(member.ok ? "" : [Object.keys(member.error.fields ?? {}), member.error.message.en]).toEqual([["username"], expect.stringContaining("holds no council membership role")]);
  });
});
