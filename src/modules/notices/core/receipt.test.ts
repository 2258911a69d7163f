import { describe, expect, it } from "vitest";
import { seededPrng } from "../../../kernel/prng.ts";
import { hashOfReceipt, newReceipt, timelessId } from "../receipt.ts";

describe("what a comment is known by", () => {
  it("has an id of version 4, in which no time stands", () => {
    const random = seededPrng(3);
    const ids = Array.from({ length: 50 }, () => timelessId(random));
    expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(50);
  });

  it("has a receipt whose hash does not mind capitals, spaces and dashes", () => {
    const receipt = newReceipt("CD", seededPrng(4));
    expect(receipt).toMatch(/^CD(-[2-9A-Z]{4}){4}$/);
    expect(hashOfReceipt(` ${receipt.toLowerCase().replaceAll("-", " ")} `)).toBe(hashOfReceipt(receipt));
  });
});
