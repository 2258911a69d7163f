import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registry } from "../../src/app/services.ts";
import type { Actor } from "../../src/platform/command/actor.ts";
import { runCommand } from "../../src/platform/command/execute.ts";
import { unwrap } from "../../src/kernel/result.ts";
import { foundLocality } from "../../src/modules/organizations/index.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../support/database.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-06-01");
  root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
});
afterAll(() => test.drop());

const ID = "01900000-0000-7000-8000-00000000000a";
const user = (roles: readonly string[]): Actor => ({ kind: "user", id: ID, name: "Mẫu", person_id: null, grants: roles.map((role) => ({ role, unit_id: root, acting_for: null })) });

describe("roles", () => {
  it("keep administration apart from deciding who is commended", () => {
    const held = [...registry.commands.values()].flatMap(({ name, policy }) => (policy.kind === "roles" && policy.roles.includes("administrator") ? [name] : []));
    expect(held.sort()).toEqual([
      "add_person", "change_unit", "create_user", "disable_user", "end_units", "found_unit", "grant_role", "import_people", "import_units", "move_person", "revoke_role", "set_password",
    ]);
  });

  it("refuse the administrator a nomination, which the same unit's clerk may draft", async () => {
    const draft = registry.commands.get("draft_nominations");
    if (draft === undefined) throw new Error("no such command");
    const input = { unit_id: root, honour: "advanced_labourer", year: 2021, authority: "district", subjects: [] };
    const by = async (roles: readonly string[]) => {
      const result = await runCommand(test.engine, as(user(roles)), draft, input);
      return result.ok ? "done" : result.error.code;
    };
    expect([await by(["administrator"]), await by([]), await by(["clerk"])]).toEqual(["forbidden", "forbidden", "invalid"]);
  });

  it("let a user without any grant run nothing that a role guards", async () => {
    const open = [...registry.commands.values()].flatMap(({ name, policy }) => (policy.kind === "roles" || policy.kind === "installation" ? [] : [`${name}: ${policy.kind}`]));
    expect(open.filter((line) => line.endsWith(": signed_in")).sort()).toEqual([
      "change_password: signed_in", "create_api_token: signed_in", "delegate: signed_in", "revoke_api_token: signed_in", "revoke_delegation: signed_in",
    ]);
    // Whoever reads a public notice may comment on it: nothing else is open to all.
    expect(open.filter((line) => !line.endsWith(": signed_in"))).toEqual(["send_comment: public"]);
  });
});
