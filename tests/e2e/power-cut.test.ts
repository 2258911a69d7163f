import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Installation, joinInstallation, openInstallation } from "../../src/app/installation.ts";
import { checkLog } from "../../src/app/log/check-log.ts";
import { makeEngine, registry } from "../../src/app/services.ts";
import type { Settings } from "../../src/app/settings.ts";
import { seededPrng } from "../../src/kernel/prng.ts";
import { unwrap } from "../../src/kernel/result.ts";
import { systemClock } from "../../src/platform/clock/clock.ts";
import { type Actor, INSTALLATION } from "../../src/platform/command/actor.ts";
import { runCommand } from "../../src/platform/command/execute.ts";
import { localities } from "../../src/platform/command/tables.ts";
import { socketFolderOf } from "../../src/platform/database/embedded/folders.ts";
import { freePort, Product } from "../support/killable-product.ts";
import { PROGRAMME, userActor } from "../support/world.ts";

/** `npm run test:power-cut` asks for many. */
const ROUNDS = Number(process.env["POWER_CUT_ROUNDS"] ?? 3);
const SEED = Number(process.env["POWER_CUT_SEED"] ?? Date.now() % 1_000_000);
const WRITERS = 3;

/** One change that was asked for: the product may never lose it once it has said yes, nor make it twice. */
type Change = { name: string; key: string; acknowledged: string | null };

let product: Product;
let settings: Settings;
let root: string;
let token: string;
const changes: Change[] = [];

beforeAll(async () => {
  const data_dir = mkdtempSync(join(tmpdir(), "thidua-power-cut-"));
  product = new Product(data_dir, await freePort());
  settings = { port: product.port, host: "127.0.0.1", data_dir, database_url: null, base_url: product.url, trust_proxy: false, smtp_url: null };
  const installation = unwrap(await openInstallation(settings, { poolSize: 4 }));
  ({ root, token } = await seed(installation));
  await installation.close();
  process.stdout.write(`power cut: ${ROUNDS} rounds, POWER_CUT_SEED=${SEED}, first start ${Math.round(await product.start())} ms\n`);
});
afterAll(async () => {
  await product.stop();
  // Where a round failed half way, the orphan would outlive the run.
  product.killPostgres();
  rmSync(product.dataDir, { recursive: true, force: true });
  rmSync(socketFolderOf(product.dataDir), { recursive: true, force: true });
});

async function seed(installation: Installation): Promise<{ root: string; token: string }> {
  const locality = { code: "TT", name: "Huyện Thử", name_en: "Test District" };
  await installation.database.inInstallation((tx) => tx.insert(localities).values({ ...locality, created_at: systemClock.now() }));
  const engine = makeEngine(installation.database);
  const run = async (actor: Actor, name: string, input: unknown): Promise<{ id: string; token: string }> => {
    const command = registry.commands.get(name);
    if (command === undefined) throw new Error(`no command ${name}`);
    return unwrap(await runCommand(engine, { locality, clock: systemClock, actor }, command, input)) as { id: string; token: string };
  };
  const { id } = await run(INSTALLATION, "found_locality", { name: locality.name, from_on: "2000-01-01" });
  const user = await run(INSTALLATION, "create_user", { username: "canbo", name: "Cán bộ Mẫu", password: "mat-khau-dai" });
  await run(INSTALLATION, "grant_role", { user_id: user.id, role: "officer", unit_id: id, from_on: "2021-01-01" });
  // Something in the log before the first cut.
  const programme = await run(userActor(user.id, "officer", id), "draft_programme", { unit_id: id, year: 2021, ...PROGRAMME });
  await run(userActor(user.id, "officer", id), "launch_programme", { programme_id: programme.id });
  const made = await run(userActor(user.id), "create_api_token", { label: "Thử", days: 2 });
  return { root: id, token: made.token };
}

/** Asks for a change; remembers the answer when there is one. Gives whether it was acknowledged. */
async function ask(change: Change): Promise<boolean> {
  const answer = await fetch(`${product.url}/api/v1/commands/found_unit`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": change.key },
    body: JSON.stringify({ name: change.name, kind: "commune", parent_id: root, from_on: "2021-01-01" }),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  const body = (await answer?.json().catch(() => null)) as { data?: { id?: string } } | null | undefined;
  if (answer?.status !== 200 || typeof body?.data?.id !== "string") return false;
  change.acknowledged = body.data.id;
  return true;
}

/** Writes without a pause until told to stop. */
async function write(writer: number, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const change: Change = { name: `Xã ${writer}-${changes.length}`, key: randomUUID(), acknowledged: null };
    changes.push(change);
    if (!(await ask(change))) await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function found(): Promise<{ names: string[]; ids: Set<string>; log: Awaited<ReturnType<typeof checkLog>> }> {
  const installation = unwrap(await joinInstallation(settings));
  try {
    const rows = await installation.database.inLocality("TT", (tx) => tx.execute<{ id: string; name: string }>(sql`select unit_id as id, name from unit_versions where kind = 'commune' order by name`));
    return { names: rows.rows.map((row) => row.name), ids: new Set(rows.rows.map((row) => row.id)), log: await checkLog(installation.database, installation.secrets) };
  } finally {
    await installation.close();
  }
}

describe("a power cut", () => {
  it("loses nothing that was acknowledged, and a repeat after it doubles nothing", async () => {
    const chance = seededPrng(SEED);
    for (let round = 0; round < ROUNDS; round += 1) {
      let stopped = false;
      const writers = Array.from({ length: WRITERS }, (_unused, writer) => write(writer, () => stopped));
      await new Promise((resolve) => setTimeout(resolve, 150 + chance.below(700)));
      // The product, its PostgreSQL, both at the same moment: in turn.
      const what = (["product", "postgres", "both"] as const)[round % 3] ?? "both";
      if (what !== "product") product.killPostgres();
      if (what !== "postgres") await product.kill();
      const milliseconds = what === "postgres" ? await new Promise((resolve) => setTimeout(resolve, 50)).then(() => product.healthy()) : await product.start();
      stopped = true;
      await Promise.all(writers);
      const after = await found();
      const acknowledged = changes.flatMap((change) => change.acknowledged ?? []);
      process.stdout.write(`round ${round + 1}: ${what} killed, back after ${Math.round(milliseconds)} ms, ${acknowledged.length} acknowledged of ${changes.length}\n`);
      expect(acknowledged.filter((id) => !after.ids.has(id))).toEqual([]);
      expect(after.log).toMatchObject({ consistent: true });
    }
    expect(changes.some((change) => change.acknowledged !== null)).toBe(true);
    // Whoever got no answer asks again under the same id: each change stands exactly once.
    for (const change of changes.filter((entry) => entry.acknowledged === null)) expect(await ask(change), change.name).toBe(true);
    expect((await found()).names).toEqual(changes.map((change) => change.name).sort((a, b) => a.localeCompare(b, "vi")));
  }, 60_000 + ROUNDS * 20_000);
});
