import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, textOf } from "../support/sources.ts";

describe("migrations", () => {
  it("are as they were when they were first written down", () => {
    const known = JSON.parse(textOf("migrations/hashes.json")) as Record<string, string>;
    const names = readdirSync(join(ROOT, "migrations")).filter((name) => name.endsWith(".sql")).sort();
    const now = Object.fromEntries(names.map((name) => [name, createHash("sha256").update(readFileSync(join(ROOT, "migrations", name))).digest("hex")]));
    const advice = [
      ...names.filter((name) => known[name] === undefined).map((name) => `${name} is new: run \`node bin/hash-migrations.mjs\` and commit migrations/hashes.json with it`),
      ...names.filter((name) => known[name] !== undefined && known[name] !== now[name]).map(
        (name) => `${name} was edited: take the edit back and write a new migration (\`npm run migration\`). Only where no database ever ran it: run \`node bin/hash-migrations.mjs\``,
      ),
      ...Object.keys(known).filter((name) => now[name] === undefined).map((name) => `${name} is gone: bring it back; databases remember it. Only where none ever ran it: run \`node bin/hash-migrations.mjs\``),
    ];
    expect(advice).toEqual([]);
  });

  it("are all in the journal, in its order", () => {
    const journal = JSON.parse(textOf("migrations/meta/_journal.json")) as { entries: { tag: string }[] };
    const names = readdirSync(join(ROOT, "migrations")).filter((name) => name.endsWith(".sql")).sort();
    expect(journal.entries.map((entry) => `${entry.tag}.sql`)).toEqual(names);
  });
});
