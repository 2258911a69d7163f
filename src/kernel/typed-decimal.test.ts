import { describe, expect, it } from "vitest";
import { toText } from "./decimal.ts";
import { parseTypedDecimal } from "./typed-decimal.ts";

const read = (typed: string) => {
  const value = parseTypedDecimal(typed);
  return value === null || value === "ambiguous" ? value : toText(value);
};

describe("a number as typed in Vietnam", () => {
  it.each([
    ["12", "12"], ["-3", "-3"], ["12,5", "12.5"], ["12.5", "12.5"], ["1.234,5", "1234.5"], ["1.234.567", "1234567"], ["1 234,50", "1234.5"], ["0.125", "0.125"], ["0,125", "0.125"],
  ])("reads %s as %s", (typed, expected) => expect(read(typed)).toBe(expected));
  it.each(["1.234", "-12.345"])("calls %s ambiguous", (typed) => expect(read(typed)).toBe("ambiguous"));
  it.each(["", "abc", "1,2,3", "1.23.456", "1..2", "12,", "1e5"])("refuses %j", (typed) => expect(read(typed)).toBeNull());
});
