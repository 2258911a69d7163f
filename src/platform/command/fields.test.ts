import { describe, expect, it } from "vitest";
import { longText, text } from "./fields.ts";

describe("texts", () => {
  it("hold no NUL, which the database would refuse, and one of nothing else is missing", () => {
    expect([text().parse("CD\0-7F3K"), longText().parse("Một\0\r\nHai")]).toEqual(["CD-7F3K", "Một\nHai"]);
    expect([text().safeParse("\0").success, longText().safeParse("\0 ").success]).toEqual([false, false]);
  });
});
