import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { readRecord, verifyRecord } from "../../engines/ballots/index.ts";
import { parseScoreInput, score } from "../../engines/scoring/index.ts";
import { unwrap } from "../../kernel/result.ts";
import { initiatives } from "../../modules/initiatives/tables.ts";
import { noticeComments } from "../../modules/notices/tables.ts";
import { sessionConflicts, sessionMembers } from "../../modules/councils/tables.ts";
import { replayFindings } from "../../modules/nominations/index.ts";
import { findings, nominations, rulebooks } from "../../modules/nominations/tables.ts";
import { leadingProposals, roundPublications, scoreObjections, scoringRounds } from "../../modules/scorecards/tables.ts";
import { ballotRecords, motions, motionSubjects } from "../../modules/votes/tables.ts";
import { day, DEMO_LOCALITY } from "./world.ts";
import { DEMONSTRATION_END, loadDemonstration, playUntil } from "./year.ts";

/** The demonstration is built once here and played on, part by part: the parts stand in the order of the year. */
let test: TestDatabase;
const told: string[] = [];

beforeAll(async () => {
  test = await freshDatabase();
  const { address, database, engine } = test;
  await loadDemonstration({ address, database, kind: "embedded", secrets: { signing_seed: "", origin: "test", form_key: "" }, close: async () => undefined }, engine, (sentence) => told.push(sentence));
});
afterAll(() => test.drop());

const read = <T>(work: Parameters<TestDatabase["database"]["inLocality"]>[1]) => test.database.inLocality(DEMO_LOCALITY.code, work) as Promise<T>;

describe("the demonstration's findings", () => {
  it("judged again from what was kept, every one gives the same answer, by a rulebook kept under its hash", async () => {
    const { replays, kept, books } = await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => {
      const kept = await tx.select().from(findings);
      return { kept, replays: await replayFindings(tx, kept), books: (await tx.select({ n: count() }).from(rulebooks))[0]?.n };
    });
    expect(kept).toHaveLength(5176);
    expect(books).toBe(new Set(kept.map(({ rulebook_hash }) => rulebook_hash)).size);
    expect(replays.filter(({ answer }) => answer !== "same")).toEqual([]);
  });

  it("would be told apart: another fact gives another answer, another hash another rulebook", async () => {
    const answers = await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => {
      const [one] = await tx.select().from(findings).limit(1);
      if (one === undefined) throw new Error("no finding to tell apart");
      const input = one.input as { candidate: Record<string, unknown> };
      const changed = { ...one, input: { ...input, candidate: { ...input.candidate, pending: ["complaint"], discipline: [{ form: "reprimand", on: "2021-05-02", ends_on: "2022-05-02" }] } } };
      return (await replayFindings(tx, [one, changed, { ...one, rulebook_hash: "sha256:0" }])).map(({ answer }) => answer);
    });
    expect(answers).toEqual(["same", "different", "different"]);
  });
});

describe("the council's session of the demonstration", () => {
  beforeAll(() => playUntil(test.engine, DEMO_LOCALITY.code, day("2021-12-20"), (sentence) => told.push(sentence)));

  it("was preceded by initiatives of which all but one were recognised, and a notice with two comments, answered and counted", async () => {
    const found = await read<{ states: (string | null)[]; comments: { sort: string | null; answered_on: string | null }[] }>(async (tx) => ({ states: (await tx.select().from(initiatives)).map((row) => row.status), comments: await tx.select().from(noticeComments) }));
    expect(found.states.sort()).toEqual(["recognised", "recognised", "recognised", "recognised", "recognised", "submitted"]);
    expect(found.comments.map((comment) => [comment.sort, comment.answered_on])).toEqual([["remark", "2021-12-13"], ["remark", "2021-12-13"]]);
  });

  it("was refused nothing", () => {
    expect(told.filter((sentence) => / (form_council|plan_session|open_session|put_before|enter_count|start_issuing|issue_ballots|open_box|close_|second_round|apply_|except_|decide_recusal|create_user|declare_local)/.test(sentence))).toEqual([]);
  });

  it("decides a long list by one vote with three exceptions and a hundred dossiers one by one", async () => {
    const { all, subjects, seats, conflicts, records } = await read<{ all: (typeof motions.$inferSelect)[]; subjects: (typeof motionSubjects.$inferSelect)[]; seats: { attendance: string }[]; conflicts: { recused: boolean | null }[]; records: { motion_id: string; content: unknown }[] }>(async (tx) => ({
      all: await tx.select().from(motions).orderBy(motions.no), subjects: await tx.select().from(motionSubjects), seats: await tx.select().from(sessionMembers), conflicts: await tx.select().from(sessionConflicts), records: await tx.select().from(ballotRecords),
    }));
    const sizeOf = (id: string) => subjects.filter((subject) => subject.motion_id === id).length;
    expect(seats.map((seat) => seat.attendance).sort()).toEqual(["absent", ...Array.from({ length: 12 }, () => "present")]);
    expect(all.every((motion) => motion.status === "counted")).toBe(true);
    const list = all[0];
    expect(sizeOf(list?.id ?? "")).toBe(927);
    expect(list?.outcome?.passed).toBe(true);
    const secret = all.filter((motion) => motion.mode === "secret");
    expect(all.filter((motion) => motion.round === 1 && sizeOf(motion.id) === 1).length).toBe(153);
    expect(secret.filter((motion) => motion.round === 2).map((motion) => motion.outcome?.passed)).toEqual([true]);
    expect(secret.filter((motion) => motion.round === 1 && motion.outcome?.passed === false)).toHaveLength(2);
    expect(conflicts.every((conflict) => conflict.recused !== null)).toBe(true);
    expect(conflicts.filter((conflict) => conflict.recused === true)).toHaveLength(4);
    expect(all.filter((motion) => (motion.tally?.recused ?? 0) > 0)).toHaveLength(4);
    for (const { content, motion_id } of records) {
      const record = unwrap(readRecord(content));
      expect(verifyRecord(record).checks.filter((check) => check.result !== "pass")).toEqual([]);
      const motion = all.find((entry) => entry.id === motion_id);
      expect(record.tally.agree).toBe(motion?.tally?.agree);
      expect(record.outcome.approved).toBe(motion?.outcome?.passed);
    }
    expect(records).toHaveLength(secret.length);
  });

  it("leaves no dossier before the council: each has its outcome", async () => {
    const waiting = await read<unknown[]>((tx) => tx.select().from(nominations).where(eq(nominations.status, "before_council")));
    expect(waiting).toEqual([]);
  });
});

describe("the demonstration's scoring", () => {
  beforeAll(() => playUntil(test.engine, DEMO_LOCALITY.code, DEMONSTRATION_END, (sentence) => told.push(sentence)));

  it("ends with eight published rankings of 2021 and four of 2020, each with its leading unit, and one argument settled", async () => {
    const found = await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => ({
      rounds: await tx.select().from(scoringRounds), published: await tx.select().from(roundPublications), leading: await tx.select().from(leadingProposals), objections: await tx.select().from(scoreObjections),
    }));
    expect(found.rounds.map((round) => round.status).filter((status) => status !== "published")).toEqual([]);
    expect([2020, 2021].map((year) => found.rounds.filter((round) => round.year === year).length)).toEqual([4, 8]);
    expect(found.leading).toHaveLength(12);
    expect(found.leading.filter((entry) => entry.honour === "provincial_emulation_flag")).toHaveLength(3);
    expect(found.objections.filter((objection) => objection.upheld === true)).toHaveLength(1);
    // One cluster has two units at the top; everywhere else there is one.
    expect(found.published.map(({ content }) => content.result.units.filter((unit) => unit.rank === 1).length).sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
    for (const { content } of found.published) {
      expect(JSON.stringify(unwrap(score(unwrap(parseScoreInput(content.input)))), null, 2)).toBe(JSON.stringify(content.result, null, 2));
    }
  });

  it("refused nothing that the year does with cards and rounds", () => {
    expect(told.filter((sentence) => / (draft_card|publish_card|copy_card|open_round|state_|add_score|advance_round|publish_round|settle|raise|propose)/.test(sentence))).toEqual([]);
  });
});
