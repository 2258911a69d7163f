import { describe, expect, it } from "vitest";
import { filesBelow, textOf } from "../support/sources.ts";

const MOST = 400;
const ASKS_FOR_A_SPLIT = 250;

describe("the length of files", () => {
  it(`is ${MOST} lines at most; over ${ASKS_FOR_A_SPLIT} a file is named here and asks to become a folder`, () => {
    const files = filesBelow(["src", "tests", "bin", "bench"], /\.(tsx?|mjs|css)$/).map((path) => ({ path, lines: textOf(path).split("\n").length - 1 }));
    expect(files.length).toBeGreaterThan(200);
    const long = files.filter((file) => file.lines > ASKS_FOR_A_SPLIT);
    for (const { path, lines } of long) process.stderr.write(`${path} has ${lines} lines: split it by noun\n`);
    expect(long.filter((file) => file.lines > MOST)).toEqual([]);
  });
});
