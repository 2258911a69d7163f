import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Chamber, type Ready } from "../../../tests/support/chamber.ts";
import { seededPrng } from "../../kernel/prng.ts";
import { unwrap } from "../../kernel/result.ts";
import { connectionConfig } from "../../platform/database/database.ts";
import type { Choice } from "./index.ts";

/**
 * The attempt to join member and choice by one who holds the whole database as its owner: every table, the hidden columns of
 * PostgreSQL, the order of rows, the transaction ids, and knows in which order members fetched and in which they cast.
 */
const TITLES = ["Hồ sơ một", "Hồ sơ hai", "Hồ sơ ba", "Hồ sơ bốn"];
let chamber: Chamber;
let ids: string[];
/** What really happened, which no attacker has: who cast what, in the order of casting. */
const truth: { member: number; ready: Ready; choice: Choice }[] = [];
let owner: pg.Client;

beforeAll(async () => {
  chamber = await Chamber.make();
  const session = await chamber.session(TITLES);
  ids = session.ids;
  unwrap(await chamber.startIssuing(session.session_id));
  const prng = seededPrng(7);
  for (const [member, actor] of chamber.members.slice(0, 6).entries()) {
    for (const ready of await chamber.fetchBallots(actor, session.session_id)) truth.push({ member, ready, choice: prng.pick(["agree", "agree", "disagree", "blank"] as const) });
  }
  unwrap(await chamber.openBox(session.session_id));
  // Member after member, the worst order for secrecy.
  for (const { ready, choice } of truth) expect(await chamber.cast(ready, choice)).toBe("taken");
  unwrap(await chamber.closeBallots(session.session_id));
  owner = new pg.Client(connectionConfig(chamber.test.address, "owner"));
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await chamber.test.drop();
});

/** Every row of every table as text, hidden columns too. */
async function dump(): Promise<{ table: string; text: string }[]> {
  const tables = await owner.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1");
  const rows: { table: string; text: string }[] = [];
  for (const { name } of tables.rows) {
    for (const row of (await owner.query(`select t.ctid::text, t.xmin::text, t.cmin::text, t.* from "${name}" t`)).rows) rows.push({ table: name, text: JSON.stringify(row) });
  }
  return rows;
}

describe("the attempt to join member and choice", () => {
  it("finds no token, nonce or signature of the box anywhere but in the box and what is published of it", async () => {
    const rows = await dump();
    for (const { ready } of truth) {
      const nonce = ready.token.split("\n")[2] ?? "";
      const where = (text: string) => [...new Set(rows.filter((row) => row.text.includes(text)).map((row) => row.table))].sort();
      expect(where(nonce)).toEqual(["ballot_box", "ballot_records"]);
      expect(where(ready.signature)).toEqual(["ballot_box", "ballot_records"]);
    }
  });

  it("finds no member, user, time or transaction id in the box and its record", async () => {
    const columns = await owner.query<{ name: string; type: string }>("select column_name as name, data_type as type from information_schema.columns where table_name = 'ballot_box' order by ordinal_position");
    expect(columns.rows.map((column) => column.name)).toEqual(["locality_id", "motion_id", "token", "signature", "choice"]);
    expect(columns.rows.some((column) => /time|date|serial|int/.test(column.type))).toBe(false);
    const people = (await owner.query<{ id: string; user_id: string }>("select id, user_id from council_members")).rows.flatMap((row) => [row.id, row.user_id]);
    const box = (await dump()).filter((row) => row.table === "ballot_box" || row.table === "ballot_records").map((row) => row.text).join();
    expect(people.filter((id) => box.includes(id))).toEqual([]);
    const actions = (await dump()).filter((row) => row.table === "actions" && /cast/.test(row.text));
    expect(actions).toEqual([]);
  });

  it("learns nothing from the order of rows or from transaction ids: each box was rewritten at once, in the order of hashes", async () => {
    for (const motion_id of ids) {
      const rows = (await owner.query<{ token: string; xmin: string }>("select token, xmin::text from ballot_box where motion_id = $1 order by ctid", [motion_id])).rows;
      expect(new Set(rows.map((row) => row.xmin)).size).toBe(1);
      const cast = truth.filter((entry) => entry.ready.ballot_id === motion_id).map((entry) => entry.ready.token);
      expect(rows.map((row) => row.token).sort()).toEqual([...cast].sort());
      const { createHash } = await import("node:crypto");
      const hashes = rows.map((row) => createHash("sha256").update(row.token).digest("hex"));
      expect(hashes).toEqual([...hashes].sort());
    }
  });

  it("cannot follow a member from one dossier to the next: keys, tokens and blinded messages share nothing", async () => {
    const keys = (await owner.query<{ public_key: string; private_key: string | null }>("select public_key, private_key from ballot_keys")).rows;
    expect(new Set(keys.map((key) => key.public_key)).size).toBe(TITLES.length);
    expect(keys.every((key) => key.private_key === null)).toBe(true);
    expect(new Set(truth.map((entry) => entry.ready.token.split("\n")[2])).size).toBe(truth.length);
    const roll = (await owner.query<{ blinded: string; blind_signature: string }>("select blinded, blind_signature from ballot_roll")).rows;
    expect(roll).toHaveLength(truth.length);
    const published = truth.flatMap((entry) => [entry.ready.signature, entry.ready.token]);
    expect(roll.filter((row) => published.includes(row.blinded) || published.includes(row.blind_signature))).toEqual([]);
  });

  it("fits every member to every ballot: for each row of the roll there is a blinding that would join it to each ballot of the box", async () => {
    const { blindingJoins } = await import("../../../tests/support/blinding.ts");
    const rows = (await owner.query<{ motion_id: string; blinded: string; blind_signature: string; public_key: string }>("select r.motion_id, r.blinded, r.blind_signature, k.public_key from ballot_roll r join ballot_keys k using (locality_id, motion_id) where r.motion_id = $1", [ids[0]])).rows;
    const box = (await owner.query<{ token: string; signature: string }>("select token, signature from ballot_box where motion_id = $1", [ids[0]])).rows;
    const joins = rows.map((row) => box.filter((ballot) => blindingJoins(row, ballot.signature)).length);
    expect(joins).toEqual(rows.map(() => box.length));
  });
});
