import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filledTables } from "../../src/app/archive/emptiness.ts";
import { ArchiveFault } from "../../src/app/archive/frames.ts";
import { loadArchive, readArchiveHeader } from "../../src/app/archive/load-archive.ts";
import { writeArchive } from "../../src/app/archive/write-archive.ts";
import { ensureSecrets } from "../../src/app/installation.ts";
import { checkLog } from "../../src/app/log/check-log.ts";
import { sequenceLog } from "../../src/app/log/sequencer.ts";
import { registry } from "../../src/app/services.ts";
import { noteSigner } from "../../src/engines/transparency/index.ts";
import { unwrap } from "../../src/kernel/result.ts";
import { runCommand } from "../../src/platform/command/execute.ts";
import { fileChunks } from "../../src/platform/files/tables.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../support/database.ts";
import { buildWorld, userActor } from "../support/world.ts";

const BASE = "http://thu.example.vn";
/** Bytes that a text form must carry unharmed: line ends, tabs, backslashes, zero, high bytes. */
const ODD_BYTES = new Uint8Array([10, 13, 9, 92, 0, 255, 46, 10]);

let folder: string;
let file: string;
let source: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "thidua-archive-"));
  file = join(folder, "all.thidua");
  source = await freshDatabase();
  for (const code of ["AA", "BB"]) {
    const as = await makeLocality(source.database, code);
    const world = await buildWorld(source, as);
    const launch = registry.commands.get("launch_programme");
    if (launch === undefined) throw new Error("no command launch_programme");
    unwrap(await runCommand(source.engine, as(userActor(world.own.user, "chair", world.root)), launch, { programme_id: world.own.programme }));
    await source.database.inLocality(code, (tx) => tx.insert(fileChunks).values({ locality_id: code, sha256: "x", seq: 0, chunk: ODD_BYTES }));
  }
  const secrets = await ensureSecrets(source.database, BASE);
  expect(await sequenceLog(source.database, noteSigner(secrets.origin, Buffer.from(secrets.signing_seed, "base64")))).toBe(2);
  await writeArchive(source.address, file, null);
});
afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Loads into a database of its own, gives what `look` sees there. */
async function restored<T>(path: string, look: (target: TestDatabase) => Promise<T>): Promise<T> {
  const target = await freshDatabase();
  try {
    await loadArchive(target.address, path);
    return await look(target);
  } finally {
    await target.drop();
  }
}

/** What went wrong in loading, and which tables hold rows afterwards. */
async function refused(bytes: Uint8Array): Promise<{ kind: string; at: string; filled: string[] }> {
  const damaged = join(folder, "damaged.thidua");
  writeFileSync(damaged, bytes);
  const target = await freshDatabase();
  try {
    const fault = await loadArchive(target.address, damaged).then(() => null, (error: unknown) => error);
    if (!(fault instanceof ArchiveFault)) throw fault ?? new Error("it was accepted");
    return { kind: fault.kind, at: fault.at, filled: await filledTables(target.address) };
  } finally {
    await target.drop();
  }
}

describe("an archive", () => {
  it("brings everything back: a second backup of what was restored holds the same rows", async () => {
    const again = join(folder, "again.thidua");
    await restored(file, async (target) => {
      await writeArchive(target.address, again, null);
      expect(await checkLog(target.database, await ensureSecrets(target.database, BASE))).toEqual(await checkLog(source.database, await ensureSecrets(source.database, BASE)));
      expect(await target.database.inLocality("BB", (tx) => tx.select({ chunk: fileChunks.chunk }).from(fileChunks))).toEqual([{ chunk: ODD_BYTES }]);
    });
    const trailers = (path: string) => gunzipSync(readFileSync(path)).toString("latin1").split("\n").filter((line) => /^\{"(table":"\w+","rows|end)"/.test(line));
    expect(trailers(again)).toEqual(trailers(file));
    expect(trailers(file).length).toBeGreaterThan(40);
  });

  it("says what it is before it is loaded", async () => {
    const header = await readArchiveHeader(file);
    expect([header.format, header.format_version, header.locality]).toEqual(["thidua-backup", 1, null]);
    expect(header.tables.map((table) => table.name)).toContain("installation_secrets");
  });

  it("of one locality holds no other's rows and no key, and its entries wait for the other log", async () => {
    const one = join(folder, "one.thidua");
    await writeArchive(source.address, one, "BB");
    expect((await readArchiveHeader(one)).tables.map((table) => table.name)).not.toContain("installation_secrets");
    await restored(one, async (target) => {
      const rows = await target.database.inInstallation((tx) => tx.execute<{ code: string }>("select code from localities"));
      expect(rows.rows).toEqual([{ code: "BB" }]);
      expect(await target.database.inLocality("AA", (tx) => tx.select().from(fileChunks))).toEqual([]);
      expect(await target.database.inLocality("BB", (tx) => tx.select({ chunk: fileChunks.chunk }).from(fileChunks))).toEqual([{ chunk: ODD_BYTES }]);
      const secrets = await ensureSecrets(target.database, BASE);
      expect(secrets.signing_seed).not.toBe((await ensureSecrets(source.database, BASE)).signing_seed);
      expect(await checkLog(target.database, secrets)).toEqual({ consistent: true, size: 0, root: null, pending: 1 });
      expect(await sequenceLog(target.database, noteSigner(secrets.origin, Buffer.from(secrets.signing_seed, "base64")))).toBe(1);
      expect((await checkLog(target.database, secrets)).consistent).toBe(true);
    });
  });

  it("is refused whole when it is cut short or one letter differs, and leaves nothing behind", async () => {
    const packed = readFileSync(file);
    expect(await refused(packed.subarray(0, packed.length - 200))).toEqual({ kind: "truncated", at: "gzip", filled: [] });
    const plain = gunzipSync(packed);
    const name = plain.indexOf("Nông Văn a");
    expect(name).toBeGreaterThan(0);
    const changed = Buffer.from(plain);
    changed[name] = "M".charCodeAt(0);
    expect(await refused(gzipSync(changed))).toEqual({ kind: "changed", at: "people", filled: [] });
    const end = plain.lastIndexOf('{"end"');
    expect(await refused(gzipSync(plain.subarray(0, end)))).toEqual({ kind: "truncated", at: "end", filled: [] });
    expect(await refused(gzipSync(Buffer.from("{}\n")))).toEqual({ kind: "not_an_archive", at: "header", filled: [] });
    expect(await refused(Buffer.from("not gzip at all"))).toEqual({ kind: "not_an_archive", at: "gzip", filled: [] });
  });

  it("is refused by a product whose tables differ", async () => {
    const plain = gunzipSync(readFileSync(file)).toString("latin1").replace(/"migrations":\["[0-9a-f]/, '"migrations":["x');
    expect((await refused(gzipSync(Buffer.from(plain, "latin1")))).kind).toBe("other_shape");
  });
});
