import { Hono } from "hono";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Chamber, type Ready } from "../../../tests/support/chamber.ts";
import { type BallotRecord, verifyRecord } from "../../engines/ballots/index.ts";
import { unwrap } from "../../kernel/result.ts";
import { runQuery } from "../../platform/command/execute.ts";
import * as votes from "./index.ts";

/** What happens when much happens at once, and what the cast address answers to what is no ballot. */
let chamber: Chamber;
beforeAll(async () => {
  chamber = await Chamber.make();
});
afterAll(() => chamber.test.drop());

/** An open box with the ballots of six members. */
async function openBoxes(titles: readonly string[]): Promise<{ session_id: string; ids: string[]; ready: Ready[] }> {
  const { session_id, ids } = await chamber.session(titles);
  unwrap(await chamber.startIssuing(session_id));
  const ready = (await Promise.all(chamber.members.slice(0, 6).map((member) => chamber.fetchBallots(member, session_id)))).flat();
  unwrap(await chamber.openBox(session_id));
  return { session_id, ids, ready };
}

const boxOf = async (motion_id: string) => (await chamber.test.database.inLocality("CD", (tx) => tx.execute<{ token: string; choice: string }>(sql`select token, choice from ballot_box where motion_id = ${motion_id}::uuid`))).rows;
const recordOf = async (motion_id: string) => unwrap(await runQuery(chamber.test.engine, chamber.as(chamber.members[0]), votes.ballotBoard, { motion_id })).record as BallotRecord;

describe("casting at the same moment", () => {
  it("loses no ballot that was taken when the box is closed meanwhile, and takes none afterwards", async () => {
    const { session_id, ids, ready } = await openBoxes(["Một", "Hai", "Ba", "Bốn"]);
    const closing = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => chamber.closeBallots(session_id));
    const answers = await Promise.all(ready.map(async (ballot) => ({ ballot, answer: await chamber.cast(ballot, "agree") })));
    unwrap(await closing);
    expect(answers.filter(({ answer }) => answer !== "taken" && answer !== "not_open")).toEqual([]);
    for (const id of ids) {
      const taken = answers.filter(({ ballot, answer }) => ballot.ballot_id === id && answer === "taken").map(({ ballot }) => ballot.token).sort();
      expect((await boxOf(id)).map((row) => row.token).sort()).toEqual(taken);
      const record = await recordOf(id);
      expect(record.ballots.map((row) => row.token).sort()).toEqual(taken);
      expect(verifyRecord(record).checks.filter((check) => check.result !== "pass")).toEqual([]);
    }
  });

  it("waits at closing for a ballot whose putting in has begun, and counts it", async () => {
    const { session_id, ids: [motion_id = ""], ready } = await openBoxes(["Chờ lá phiếu đang gửi"]);
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { database } = chamber.test;
    // The same casting, whose transaction stays open a while after the ballot is in.
    const slow: Parameters<typeof votes.castBallot>[0] = { inLocality: (code, work) => database.inLocality(code, async (tx) => {
      const done = await work(tx);
      await held;
      return done;
    }) };
    const [first, ...others] = ready as [Ready, ...Ready[]];
    for (const ballot of others) expect(await chamber.cast(ballot, "disagree")).toBe("taken");
    const casting = votes.castBallot(slow, "CD", { ...first, choice: "agree" });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const closing = chamber.closeBallots(session_id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    go();
    expect(await casting).toBe("taken");
    unwrap(await closing);
    expect((await recordOf(motion_id)).tally).toEqual({ agree: 1, disagree: 5, blank: 0, invalid: 0 });
    expect(await boxOf(motion_id)).toHaveLength(6);
  });

  it("takes one of twenty different choices of one token, and says to the others that it is used", async () => {
    const { session_id, ids: [motion_id = ""], ready } = await openBoxes(["Hai mươi lần"]);
    const choices = Array.from({ length: 20 }, (_, index) => (["agree", "disagree", "blank"] as const)[index % 3] ?? "agree");
    const answers = await Promise.all(choices.map(async (choice) => ({ choice, answer: await chamber.cast(ready[0] as Ready, choice) })));
    const [lying] = await boxOf(motion_id);
    expect(await boxOf(motion_id)).toHaveLength(1);
    expect(answers.filter(({ answer }) => answer === "taken").map(({ choice }) => choice)).toEqual([lying?.choice]);
    expect(answers.filter(({ answer, choice }) => answer !== "taken" && answer !== (choice === lying?.choice ? "again" : "used_otherwise"))).toEqual([]);
    unwrap(await chamber.closeBallots(session_id));
  });
});

describe("the cast address", () => {
  const post = (app: Hono, body: string, headers: Record<string, string> = {}, at = "/ballots/CD/cast") => app.request(at, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
  const app = () => new Hono().route("/", votes.anonymousBallotRoutes(() => chamber.test.database));

  it("refuses what is no ballot, what is too long, what another site sends and what belongs to another locality; sets no cookie", async () => {
    const { session_id, ids: [motion_id = ""], ready } = await openBoxes(["Địa chỉ gửi phiếu"]);
    const ballot = { ...(ready[0] as Ready), choice: "agree" };
    const sent = JSON.stringify(ballot);
    const statuses = await Promise.all([
      post(app(), "không phải JSON"), post(app(), "null"), post(app(), "[]"), post(app(), JSON.stringify({ ...ballot, choice: "yes" })), post(app(), JSON.stringify({ ...ballot, member: "x" })),
      post(app(), JSON.stringify({ ...ballot, token: "x".repeat(20_000) })), post(app(), sent, { "sec-fetch-site": "cross-site" }), post(app(), sent, { "sec-fetch-site": "same-site" }),
      post(app(), sent, {}, "/ballots/XX/cast"), post(app(), sent, {}, "/ballots/cd';--/cast"), post(app(), JSON.stringify({ ...ballot, signature: "AAAA" })), app().request("/ballots/CD/cast"), app().request("/ballots/CD/cast", { method: "PUT", body: sent }),
    ]);
    expect(statuses.map((answer) => answer.status)).toEqual([400, 400, 400, 400, 400, 413, 403, 403, 404, 400, 404, 405, 405]);
    expect(await boxOf(motion_id)).toEqual([]);
    const taken = await post(app(), sent, { "sec-fetch-site": "same-origin", cookie: "session=x" });
    expect([taken.status, taken.headers.get("set-cookie"), await taken.text()]).toEqual([204, null, ""]);
    expect((await post(app(), sent)).status).toBe(204);
    expect((await post(app(), JSON.stringify({ ...ballot, choice: "blank" }))).status).toBe(409);
    unwrap(await chamber.closeBallots(session_id));
  });

  it("writes nothing when the database fails, although its sentence holds the ballot", async () => {
    const written = [vi.spyOn(process.stderr, "write"), vi.spyOn(process.stdout, "write"), vi.spyOn(console, "error")];
    const broken = new Hono().route("/", votes.anonymousBallotRoutes(() => ({ inLocality: () => Promise.reject(new Error("insert into ballot_box: agree")) })));
    const answer = await post(broken, JSON.stringify({ ballot_id: "01900000-0000-7000-8000-00000000d001", token: "t", signature: "s", choice: "agree" }));
    const lines = written.flatMap((spy) => spy.mock.calls.map((call) => String(call[0]))).filter((line) => line.includes("ballot"));
    for (const spy of written) spy.mockRestore();
    expect([answer.status, lines]).toEqual([503, []]);
  });
});
