import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { unwrap } from "../../kernel/result.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import * as field from "../../platform/command/fields.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { z } from "zod";
import { accountCommands, accountQueries, findUserIdByToken, hashOfToken, loadActor, revokeApiToken, type UnitTree } from "./index.ts";

const UNIT = "01900000-0000-7000-8000-0000000000aa";
/** A tree of one unit: accounts know units through this port only. */
const tree: UnitTree = {
  rootId: async () => UNIT,
  exists: async (_context, unit_id) => unit_id === UNIT,
  names: async () => new Map([[UNIT, "Xã Mẫu"]]),
  choices: async () => [{ id: UNIT, name: "Xã Mẫu", group: say("Xã", "Commune") }],
};
const [createUser, grantRole, revokeRole, , , disableUser, delegate, revokeDelegation, createApiToken] = accountCommands(tree);
const [browseUsers, ownAccount] = accountQueries(tree);
/** Stands for any work of a clerk at the unit. */
const clerksWork = defineCommand({
  name: "clerks_work",
  title: say("Việc của cán bộ phụ trách", "A clerk's work"),
  input: z.strictObject({ unit_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk"], unit: (_context, input) => input.unit_id },
  run: async (context) => ok({ for: context.grant?.acting_for?.name ?? null }),
});

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let an: string;
let binh: string;
let anGrant: string;

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-06-01");
  an = unwrap(await runCommand(test.engine, as(), createUser, { username: "an", name: "Nông Mẫu An", password: "mat-khau-dai" })).id;
  binh = unwrap(await runCommand(test.engine, as(), createUser, { username: "binh", name: "Ma Mẫu Bình", password: "mat-khau-dai" })).id;
  anGrant = unwrap(await runCommand(test.engine, as(), grantRole, { user_id: an, role: "clerk", unit_id: UNIT, from_on: "2021-01-01" })).id;
});
afterAll(() => test.drop());

/** The user as the server would see them on that day. */
const actorOn = async (user_id: string, on: string): Promise<Actor> => (await test.database.inLocality("CD", (tx) => loadActor(tx, user_id, plainDate(on)))) ?? PUBLIC;
const work = async (user_id: string, on: string) => {
  const result = await runCommand(test.engine, as(await actorOn(user_id, on), on), clerksWork, { unit_id: UNIT });
  return result.ok ? result.value.for : result.error.code;
};
const absence = { to_username: "binh", role: "clerk", unit_id: UNIT, from_on: "2021-06-07", to_on: "2021-06-11", reason: "Nghỉ phép" };

describe("a delegation", () => {
  it("lets the other act for me from its first to its last day, and on no other", async () => {
    expect(await work(binh, "2021-06-08")).toBe("forbidden");
    const { id } = unwrap(await runCommand(test.engine, as(await actorOn(an, "2021-06-01")), delegate, absence));
    expect([await work(binh, "2021-06-06"), await work(binh, "2021-06-07"), await work(binh, "2021-06-11"), await work(binh, "2021-06-12")]).toEqual([
      "forbidden", "Nông Mẫu An", "Nông Mẫu An", "forbidden",
    ]);
    expect(await work(an, "2021-06-08")).toBe(null);
    const account = unwrap(await runQuery(test.engine, as(await actorOn(binh, "2021-06-08"), "2021-06-08"), ownAccount, {}));
    expect(account.received.map((entry) => [entry.other_name, entry.role, entry.unit_name, entry.phase])).toEqual([["Nông Mẫu An", "clerk", "Xã Mẫu", "now"]]);
    const stranger = await runCommand(test.engine, as(await actorOn(binh, "2021-06-08")), revokeDelegation, { delegation_id: id });
    expect(stranger.ok ? null : stranger.error.code).toBe("not_found");
    unwrap(await runCommand(test.engine, as(await actorOn(an, "2021-06-08"), "2021-06-08"), revokeDelegation, { delegation_id: id }));
    expect(await work(binh, "2021-06-08")).toBe("forbidden");
  });

  it("carries only what one holds oneself, never administration, and ends with the role", async () => {
    const refused = async (user_id: string, more: object) => {
      const result = await runCommand(test.engine, as(await actorOn(user_id, "2021-06-01")), delegate, { ...absence, ...more });
      return result.ok ? null : Object.keys(result.error.fields ?? {});
    };
    expect(await refused(binh, { to_username: "an" })).toEqual(["role"]);
    expect(await refused(an, { role: "administrator" })).toEqual(["role"]);
    expect(await refused(an, { to_username: "an" })).toEqual(["to_username"]);
    unwrap(await runCommand(test.engine, as(await actorOn(an, "2021-06-01")), delegate, absence));
    expect(await work(binh, "2021-06-09")).toBe("Nông Mẫu An");
    unwrap(await runCommand(test.engine, as(), revokeRole, { grant_id: anGrant, unit_id: UNIT }));
    expect(await work(binh, "2021-06-09")).toBe("forbidden");
  });
});

describe("users", () => {
  it("are seen and kept by the administrator only", async () => {
    const administrator = unwrap(await runCommand(test.engine, as(), createUser, { username: "quantri", name: "Quản trị Mẫu", password: "mat-khau-dai" })).id;
    const before = await runQuery(test.engine, as(await actorOn(administrator, "2021-06-01")), browseUsers, {});
    expect(before.ok ? null : before.error.code).toBe("forbidden");
    unwrap(await runCommand(test.engine, as(), grantRole, { user_id: administrator, role: "administrator", unit_id: UNIT, from_on: "2021-06-01" }));
    const list = unwrap(await runQuery(test.engine, as(await actorOn(administrator, "2021-06-01")), browseUsers, { search: "nong mau" }));
    expect(list.users.map((user) => [user.username, user.grants.map((grant) => [grant.role, grant.unit_name, grant.phase])])).toEqual([["an", [["clerk", "Xã Mẫu", "past"]]]]);
    const self = await runCommand(test.engine, as(await actorOn(administrator, "2021-06-01")), disableUser, { user_id: administrator, disabled: "on" });
    expect(self.ok ? null : self.error.code).toBe("conflict");
  });

  it("have tokens that work until they are revoked by their owner", async () => {
    const { token } = unwrap(await runCommand(test.engine, as(await actorOn(an, "2021-06-01")), createApiToken, { label: "dòng lệnh", days: "30" }));
    const found = () => test.database.inLocality("CD", (tx) => findUserIdByToken(tx, hashOfToken(token), systemClock.now()));
    expect(await found()).toBe(an);
    const other = await runCommand(test.engine, as(await actorOn(binh, "2021-06-01")), revokeApiToken, { token_hash: hashOfToken(token) });
    expect([other.ok ? null : other.error.code, await found()]).toEqual(["not_found", an]);
    unwrap(await runCommand(test.engine, as(await actorOn(an, "2021-06-01")), revokeApiToken, { token_hash: hashOfToken(token) }));
    expect(await found()).toBe(null);
  });
});
