import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendLeaves, EMPTY_EDGE, type LogEdge, rootOfEdge } from "./append.ts";
import { concatBytes, equalBytes, fromHex, toHex, utf8 } from "./bytes.ts";
import { EMPTY_ROOT, hashLeaf, hashNode } from "./hashing.ts";
import {
  createConsistencyProof,
  createInclusionProof,
  rootAt,
  tileHashReader,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";
import { type Tile, tilePath } from "./tiles.ts";

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();

/** The leaves and roots that Certificate Transparency implementations share as test data for RFC 6962. */
const LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(hex);
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** The definition of RFC 6962 section 2.1, word for word, to compare with. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hashNode(rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)));
}

/** A published log in memory: tiles by path, the newest content under each. */
function grow(batches: readonly (readonly Uint8Array[])[]): { edge: LogEdge; tiles: Map<string, Uint8Array> } {
  const tiles = new Map<string, Uint8Array>();
  let edge = EMPTY_EDGE;
  for (const batch of batches) {
    const step = appendLeaves(edge, batch);
    for (const tile of step.tiles) tiles.set(tilePath(tile), tile.hashes);
    edge = step.edge;
  }
  return { edge, tiles };
}

const leaf = (index: number): Uint8Array => hashLeaf(utf8(`mục ${index}`));
const leavesUpTo = (size: number): Uint8Array[] => Array.from({ length: size }, (_, index) => leaf(index));

function readerOf(tiles: Map<string, Uint8Array>, size: number) {
  return tileHashReader((tile) => {
    const bytes = tiles.get(tilePath(tile));
    if (bytes === undefined) throw new Error(`not published: ${tilePath(tile)}`);
    return bytes;
  }, size);
}

describe("the tree of RFC 6962", () => {
  it("gives the known roots for sizes 0 to 8", () => {
    expect(toHex(rootOfEdge(EMPTY_EDGE))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const roots = LEAVES.map((_, last) => toHex(appendLeaves(EMPTY_EDGE, LEAVES.slice(0, last + 1).map(hashLeaf)).root));
    expect(roots).toEqual(ROOTS);
  });

  it("gives the known inclusion and consistency proofs of eight leaves", async () => {
    const { tiles } = grow([LEAVES.map(hashLeaf)]);
    const read = readerOf(tiles, 8);
    expect((await createInclusionProof(read, 0, 8)).map(toHex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect((await createConsistencyProof(read, 6, 8)).map(toHex)).toEqual([
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
  });

  it("gives the same edge, tiles and root however the leaves arrive", () => {
    const all = leavesUpTo(1100);
    const whole = grow([all]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), (sizes) => {
        const batches: Uint8Array[][] = [];
        let at = 0;
        for (const size of sizes) {
          batches.push(all.slice(at, at + size));
          at += size;
        }
        batches.push(all.slice(Math.min(at, all.length)));
        const { edge, tiles } = grow(batches);
        expect(edge).toEqual(whole.edge);
        for (const [path, bytes] of whole.tiles) expect(tiles.get(path)).toEqual(bytes);
      }),
      { numRuns: 15 },
    );
    expect(toHex(rootOfEdge(whole.edge))).toBe(toHex(rootByDefinition(all)));
  });

  it("publishes exactly the tiles that are new or have grown", () => {
    const named = (tiles: readonly Tile[]): string[] => tiles.map(tilePath);
    const first = appendLeaves(EMPTY_EDGE, leavesUpTo(255));
    expect(named(first.tiles)).toEqual(["tile/0/000.p/255"]);
    const second = appendLeaves(first.edge, [leaf(255)]);
    expect(named(second.tiles)).toEqual(["tile/0/000", "tile/1/000.p/1"]);
    const third = appendLeaves(second.edge, [leaf(256)]);
    expect(named(third.tiles)).toEqual(["tile/0/001.p/1"]);
    expect(named(appendLeaves(third.edge, []).tiles)).toEqual([]);
  });
});

describe("proofs", () => {
  it("prove every leaf of every size to 300, and no other leaf, place or root", async () => {
    const all = leavesUpTo(300);
    const { tiles } = grow(all.map((one) => [one]));
    for (let size = 1; size <= 300; size += 1) {
      const root = await rootAt(readerOf(tiles, size), size);
      const read = readerOf(tiles, size);
      const step = size < 20 ? 1 : 23;
      for (let index = 0; index < size; index += step) {
        const proof = await createInclusionProof(read, index, size);
        expect(verifyInclusion(proof, index, size, leaf(index), root)).toBe(true);
        expect(verifyInclusion(proof, index, size, leaf(index + 1), root)).toBe(false);
        expect(verifyInclusion([...proof, root], index, size, leaf(index), root)).toBe(false);
        if (size > 1) expect(verifyInclusion(proof, (index + 1) % size, size, leaf(index), root)).toBe(false);
      }
    }
  });

  it("prove growth between every two sizes to 300 in steps, and refuse another history", async () => {
    const all = leavesUpTo(300);
    const { tiles } = grow(all.map((one) => [one]));
    const roots = all.map((_, last) => appendLeaves(EMPTY_EDGE, all.slice(0, last + 1)).root);
    for (let newSize = 1; newSize <= 300; newSize += newSize < 40 ? 1 : 37) {
      const read = readerOf(tiles, newSize);
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const proof = await createConsistencyProof(read, oldSize, newSize);
        const [oldRoot, newRoot] = [roots[oldSize - 1] as Uint8Array, roots[newSize - 1] as Uint8Array];
        expect(verifyConsistency(proof, oldSize, newSize, oldRoot, newRoot)).toBe(true);
        expect(verifyConsistency(proof, oldSize, newSize, leaf(0), newRoot)).toBe(oldSize === 1 && equalBytes(oldRoot, leaf(0)));
        expect(verifyConsistency(proof, oldSize, newSize, oldRoot, hashLeaf(newRoot))).toBe(false);
      }
    }
  });

  it("refuse a proof with any bit changed", async () => {
    const { tiles, edge } = grow([leavesUpTo(777)]);
    const root = rootOfEdge(edge);
    const proof = await createInclusionProof(readerOf(tiles, 777), 500, 777);
    expect(verifyInclusion(proof, 500, 777, leaf(500), root)).toBe(true);
    fc.assert(
      fc.property(fc.nat(proof.length * 256 - 1), (bit) => {
        const bytes = concatBytes(...proof);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const changed = proof.map((_, index) => bytes.slice(index * 32, index * 32 + 32));
        expect(verifyInclusion(changed, 500, 777, leaf(500), root)).toBe(false);
      }),
    );
  });
});
