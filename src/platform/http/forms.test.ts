import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { filledRows, readForm } from "./forms.ts";

async function read(fields: readonly (readonly [string, string])[]): Promise<Record<string, unknown>> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  let sent: Record<string, unknown> = {};
  const app = new Hono().post("/", async (c) => {
    sent = (await readForm(c)).fields;
    return c.text("");
  });
  await app.request("/", { method: "POST", body: form });
  return sent;
}

describe("readForm", () => {
  it("makes lists and objects of dotted names, and lists of names sent twice or marked so", async () => {
    expect(await read([["a.1.x", "two"], ["a.0.x", "one"], ["b", "1"], ["b", "2"], ["c[]", "only"], ["d.e", "f"]])).toEqual({
      a: [{ x: "one" }, { x: "two" }], b: ["1", "2"], c: ["only"], d: { e: "f" },
    });
  });

  it("stores text in one form of Unicode", async () => {
    expect(await read([["name", "Nguyễn".normalize("NFD")]])).toEqual({ name: "Nguyễn".normalize("NFC") });
  });

  it("cannot reach into prototypes", async () => {
    expect(await read([["__proto__.polluted", "x"], ["constructor.prototype.polluted", "x"], ["ok", "1"]])).toEqual({ ok: "1" });
    expect(({} as Record<string, unknown>)["polluted"]).toBe(undefined);
  });
});

describe("filledRows", () => {
  it("leaves out rows in which nothing was typed", () => {
    expect(filledRows([{ text: "a", unit: "" }, { text: " ", unit: "" }, "no row"])).toEqual([{ text: "a", unit: "" }]);
  });
});
