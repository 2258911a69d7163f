import { describe, expect, it } from "vitest";
import { appendLeaves, EMPTY_EDGE } from "./append.ts";
import { toBase64, utf8 } from "./bytes.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { hashLeaf } from "./hashing.ts";
import { noteSigner } from "./signed-note.ts";
import { encodeEntryBundle, entriesPath, TILE_WIDTH, tilePath } from "./tiles.ts";
import { verifyLog } from "./verify-log.ts";

const ORIGIN = "thidua.example.vn/log";
const signer = noteSigner(ORIGIN, new Uint8Array(32).fill(1));
const keys = [signer.verifier];

/** A log of `size` entries as it would be published; `word` makes another history. */
function publish(size: number, word = "mục") {
  const entries = Array.from({ length: size }, (_, index) => utf8(`${word} ${index}`));
  const { tiles, root } = appendLeaves(EMPTY_EDGE, entries.map(hashLeaf));
  const files = new Map<string, Uint8Array>(tiles.map((tile) => [tilePath(tile), tile.hashes]));
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const bundle = entries.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
    files.set(entriesPath(index, bundle.length), encodeEntryBundle(bundle));
  }
  const checkpoint = signCheckpoint({ origin: ORIGIN, size, root, extensions: [] }, signer);
  files.set("checkpoint", utf8(checkpoint));
  return { files, checkpoint, root: toBase64(root), reader: { read: async (path: string) => files.get(path) ?? null } };
}

describe("verifyLog", () => {
  it.each([0, 1, 255, 256, 257, 5000, 66_000])("finds a log of %i entries consistent", async (size) => {
    const log = publish(size);
    expect(await verifyLog(log.reader, { keys })).toEqual({ consistent: true, size, root: log.root });
  });

  it("shows growth since every older checkpoint, and no other history", async () => {
    const log = publish(600);
    for (const size of [0, 1, 255, 256, 257, 511, 599, 600]) {
      expect((await verifyLog(log.reader, { keys, since: publish(size).checkpoint })).consistent).toBe(true);
    }
    for (const size of [1, 256, 300, 600]) {
      const verdict = await verifyLog(log.reader, { keys, since: publish(size, "khác").checkpoint });
      expect(verdict.problem).toEqual({ at: "since", kind: "history_changed" });
    }
    const later = await verifyLog(log.reader, { keys, since: publish(601).checkpoint });
    expect(later.problem).toEqual({ at: "since", kind: "shrunk" });
  });

  it("finds a changed byte in every file of the log", async () => {
    const log = publish(700);
    for (const [path, bytes] of log.files) {
      const changed = bytes.slice();
      const middle = Math.floor(bytes.length / 2);
      changed[middle] = (changed[middle] ?? 0) ^ 4;
      log.files.set(path, changed);
      expect([path, (await verifyLog(log.reader, { keys })).consistent]).toEqual([path, false]);
      log.files.set(path, bytes);
    }
    expect((await verifyLog(log.reader, { keys })).consistent).toBe(true);
  });

  it("names the tile or bundle that is missing", async () => {
    for (const path of ["tile/0/001", "tile/entries/001", "tile/1/000.p/2", "tile/0/002.p/188"]) {
      const log = publish(700);
      expect(log.files.delete(path)).toBe(true);
      expect((await verifyLog(log.reader, { keys })).problem).toEqual({ at: path, kind: "missing" });
    }
  });

  it("takes the full tile where the partial one is gone because the log has grown", async () => {
    const [then, now] = [publish(700), publish(66_000)];
    now.files.set("checkpoint", utf8(then.checkpoint));
    expect(await verifyLog(now.reader, { keys })).toEqual({ consistent: true, size: 700, root: then.root });
  });

  it("needs no entries where a log publishes none, and no key", async () => {
    const log = publish(700);
    for (const path of [...log.files.keys()]) if (path.startsWith("tile/entries/")) log.files.delete(path);
    expect((await verifyLog(log.reader)).consistent).toBe(true);
  });

  it("refuses another key, and a checkpoint that is none", async () => {
    const log = publish(3);
    const stranger = noteSigner(ORIGIN, new Uint8Array(32).fill(2)).verifier;
    expect((await verifyLog(log.reader, { keys: [stranger] })).problem?.kind).toBe("wrong_signature");
    log.files.set("checkpoint", utf8("x"));
    expect(await verifyLog(log.reader)).toEqual({
      consistent: false,
      size: null,
      root: null,
      problem: { at: "checkpoint", kind: "malformed_checkpoint" },
    });
  });
});
