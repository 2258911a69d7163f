import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { people } from "../../src/modules/organizations/tables.ts";
import { commandRuns } from "../../src/platform/command/tables.ts";
import { connectionConfig } from "../../src/platform/database/database.ts";
import { APPEND_ONLY } from "../../src/platform/database/migrate.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../support/database.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await freshDatabase();
  await makeLocality(test.database, "AA");
  await makeLocality(test.database, "BB");
});
afterAll(() => test.drop());

const person = (locality_id: string) => ({
  locality_id, id: "01900000-0000-7000-8000-000000000001", full_name: "Lường Thị Mẫu", name_folded: "luong thi mau", created_at: new Date(0).toISOString(),
});

describe("the fence between localities", () => {
  it("stands on every table that has a locality, and the serving role cannot step over it", async () => {
    const client = new pg.Client(connectionConfig(test.address, "owner"));
    await client.connect();
    const open = await client.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'locality_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relrowsecurity`,
    );
    const role = await client.query("select rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = 'thidua_app'");
    const count = await client.query(`select count(*)::int as n from pg_policies where policyname = 'locality_fence'`);
    await client.end();
    expect(open.rows).toEqual([]);
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false }]);
    expect(count.rows[0].n).toBeGreaterThan(25);
  });

  it("shows a row inside its locality, and nowhere else", async () => {
    await test.database.inLocality("AA", (tx) => tx.insert(people).values(person("AA")));
    const seen = (code: string) => test.database.inLocality(code, (tx) => tx.select({ name: people.full_name }).from(people));
    expect(await seen("AA")).toEqual([{ name: "Lường Thị Mẫu" }]);
    expect(await seen("BB")).toEqual([]);
    expect(await test.database.inInstallation((tx) => tx.select().from(people))).toEqual([]);
  });

  it("refuses a row written for another locality", async () => {
    const wrong = test.database.inLocality("BB", (tx) => tx.insert(people).values(person("AA")));
    await expect(wrong).rejects.toThrow();
  });

  it("keeps the serving role from changing or deleting what only grows", async () => {
    for (const table of APPEND_ONLY) {
      const touch = test.database.inLocality("AA", (tx) => tx.execute(sql.raw(`delete from ${table}`)));
      await expect(touch, table).rejects.toThrow();
    }
    // Shown to be the grant and not something else: a table without that promise can be emptied.
    await test.database.inLocality("AA", (tx) => tx.delete(commandRuns));
  });
});
