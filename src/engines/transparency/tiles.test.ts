import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { err, ok } from "../../kernel/result.ts";
import { toHex, utf8 } from "./bytes.ts";
import { commit } from "./commitment.ts";
import { encodeEntryBundle, entriesPath, parseEntryBundle, parseTilePath, tilePath, tileWidthAt } from "./tiles.ts";

describe("tiles of C2SP tlog-tiles", () => {
  it("have the paths of the specification", () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe("tile/0/x001/x234/067");
    expect(tilePath({ level: 1, index: 0, width: 5 })).toBe("tile/1/000.p/5");
    expect(entriesPath(1000, 256)).toBe("tile/entries/x001/000");
  });

  it("are read back from their path, and no other path is", () => {
    fc.assert(
      fc.property(fc.nat(63), fc.nat(2 ** 40), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
        expect(parseTilePath(entriesPath(index, width))).toEqual({ level: "entries", index, width });
      }),
    );
    for (const path of ["tile/0/1", "tile/00/001", "tile/0/x000/001", "tile/0/001.p/256", "tile/0/001.p/0", "tile/64/000", "../x"]) {
      expect(parseTilePath(path)).toBe(null);
    }
  });

  it("know their width in a tree of a given size", () => {
    expect([0, 1, 2].map((index) => tileWidthAt(300, 0, index))).toEqual([256, 44, 0]);
    expect(tileWidthAt(70_000, 1, 1)).toBe(17);
    expect(tileWidthAt(70_000, 2, 0)).toBe(1);
  });

  it("bundle entries behind their length", () => {
    const bundle = encodeEntryBundle([utf8("a"), new Uint8Array(), utf8("bc")]);
    expect(toHex(bundle)).toBe("00016100000002" + "6263");
    expect(parseEntryBundle(bundle)).toEqual(ok([utf8("a"), new Uint8Array(), utf8("bc")]));
    expect(parseEntryBundle(bundle.slice(0, -1))).toEqual(err("truncated"));
    expect(parseEntryBundle(bundle.slice(0, 4))).toEqual(err("truncated"));
    expect(() => encodeEntryBundle([new Uint8Array(65_536)])).toThrow("65536 bytes");
  });
});

describe("commitments", () => {
  it("are SHA-256 of salt and text", () => {
    expect(toHex(commit(new Uint8Array(32), ""))).toBe("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
  });

  it("need a whole salt", () => {
    expect(() => commit(new Uint8Array(31), "a")).toThrow("a salt has 32 bytes, not 31");
  });
});
