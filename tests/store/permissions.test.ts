import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registry } from "../../src/app/services.ts";
import { ROLES, type Role } from "../../src/modules/accounts/index.ts";
import { type Actor, INSTALLATION, PUBLIC } from "../../src/platform/command/actor.ts";
import type { Caller } from "../../src/platform/command/context.ts";
import type { Command, Query } from "../../src/platform/command/define.ts";
import { judge } from "../../src/platform/command/policy.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../support/database.ts";
import { COMMAND_SAMPLES, QUERY_SAMPLES, type Sample } from "../support/samples.ts";
import { buildWorld, userActor, type World } from "../support/world.ts";

/** Who was let through, asking about the own unit, about the other one, and with the role held on the whole locality. */
type Line = {
  kind: "command" | "query"; name: string; policy: string; own: Role[]; other: Role[]; above: Role[];
  /** Whether the input names anything of one side at all. */
  aboutAUnit: boolean;
  open: ("no grant" | "public" | "installation")[];
};

let test: TestDatabase;
let as: (actor?: Actor) => Caller;
let world: World;
let lines: Line[];

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "TT");
  world = await buildWorld(test, as);
  lines = [];
  for (const command of registry.commands.values()) lines.push(await lineOf("command", command, COMMAND_SAMPLES[command.name]));
  for (const query of registry.queries.values()) lines.push(await lineOf("query", query, QUERY_SAMPLES[query.name]));
});
afterAll(() => test.drop());

async function lineOf(kind: Line["kind"], operation: Command | Query, sample: Sample | undefined): Promise<Line> {
  if (sample === undefined) throw new Error(`${kind} ${operation.name} has no sample: add one to tests/support/samples.ts, then look at what changes in tests/golden/permissions.txt`);
  const own = operation.input.parse(sample(world.own, world));
  const other = operation.input.parse(sample(world.other, world));
  const may = (actor: Actor, input: unknown): Promise<boolean> =>
    test.database.inLocality(as().locality.code, async (tx) => {
      const caller = as(actor);
      const isWithin = (unit_id: string, above_id: string) => test.engine.isWithin(tx, caller.locality, unit_id, above_id, caller.clock);
      return (await judge(operation.policy, { tx, ...caller, isWithin }, input)).allowed;
    });
  const line: Line = {
    kind, name: operation.name, policy: operation.policy.kind, own: [], other: [], above: [], open: [], aboutAUnit: JSON.stringify(sample(world.own, world)) !== JSON.stringify(sample(world.other, world)),
  };
  for (const role of ROLES) {
    if (await may(world.actors[role], own)) line.own.push(role);
    if (await may(world.actors[role], other)) line.other.push(role);
    if (await may(userActor("01900000-0000-7000-8000-0000000000ab", role, world.root), own)) line.above.push(role);
  }
  if (await may(world.nobody, own)) line.open.push("no grant");
  if (await may(PUBLIC, own)) line.open.push("public");
  if (await may(INSTALLATION, own)) line.open.push("installation");
  return line;
}

const words = (roles: readonly string[]) => (roles.length === 0 ? "–" : roles.length === ROLES.length ? "every role" : roles.join(", "));

describe("permissions", () => {
  it("have a sample for every command and query, and none for what is gone", () => {
    expect(Object.keys(COMMAND_SAMPLES).filter((name) => !registry.commands.has(name))).toEqual([]);
    expect(Object.keys(QUERY_SAMPLES).filter((name) => !registry.queries.has(name))).toEqual([]);
    expect(lines).toHaveLength(registry.commands.size + registry.queries.size);
  });

  it("are exactly as written in tests/golden/permissions.txt, which a person reads before it changes", async () => {
    const text = lines.map((line) => [
      `${line.kind} ${line.name}`,
      `  own unit:       ${words(line.own)}`,
      ...(line.aboutAUnit ? [`  other unit:     ${words(line.other)}`] : []),
      `  whole locality: ${words(line.above)}`,
      `  without a role: ${words(line.open)}`,
    ].join("\n")).join("\n\n");
    await expect(`${text}\n`).toMatchFileSnapshot("../golden/permissions.txt");
  });

  it("end at the own unit: nobody may do or see by role what concerns another unit", () => {
    const byRole = lines.filter((line) => line.policy === "roles" && line.aboutAUnit);
    expect(byRole.length).toBeGreaterThan(40);
    expect(byRole.filter((line) => line.other.length > 0).map(({ name }) => name)).toEqual([]);
  });

  it("give one who holds the role above at least what they give at the unit", () => {
    expect(lines.filter((line) => line.own.some((role) => !line.above.includes(role))).map(({ name }) => name)).toEqual([]);
  });

  it("give a user without a role nothing that needs one, and the public nothing that needs a sign-in", () => {
    expect(lines.filter((line) => line.policy === "roles" && (line.open.includes("no grant") || line.open.includes("public"))).map(({ name }) => name)).toEqual([]);
    expect(lines.filter((line) => line.policy === "signed_in").flatMap((line) => line.open.filter((who) => who !== "no grant"))).toEqual([]);
    expect(lines.filter((line) => line.policy === "public").every((line) => line.open.length === 3)).toBe(true);
  });

  it("keep the administrator out of every nomination, decision and award", () => {
    const law = lines.filter((line) => line.kind === "command" && /nomination|decision|award|local_rule|campaign|programme|registration|titles/.test(line.name));
    expect(law.length).toBeGreaterThanOrEqual(30);
    expect(law.filter((line) => [...line.own, ...line.above].includes("administrator")).map(({ name }) => name)).toEqual([]);
  });

  it("let an auditor change nothing, an accountant only record what came back, and a council member only take their ballot and say where they are not impartial", () => {
    const changing = lines.filter((line) => line.kind === "command" && line.policy === "roles");
    const allowed = (role: Role) => changing.filter((line) => [...line.own, ...line.above].includes(role)).map(({ name }) => name);
    expect([allowed("auditor"), allowed("accountant"), allowed("council_member")]).toEqual([[], ["record_recovery"], ["declare_conflict", "issue_ballots"]]);
  });

  it("give the shell administration, and no word in anybody's award", () => {
    const allowed = lines.filter((line) => line.kind === "command" && line.open.includes("installation")).map(({ name }) => name);
    expect(allowed).toEqual([
      "found_locality", "found_unit", "import_units", "change_unit", "end_units", "import_people", "form_cluster", "create_user", "grant_role", "revoke_role", "set_password", "disable_user",
      "record_external_awards", "send_comment", "close_due_notices", "declare_local_rule", "end_local_rule",
    ]);
  });
});
