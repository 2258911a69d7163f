import { describe, expect, it } from "vitest";
import { csrfGuard } from "./security.ts";

describe("csrfGuard", () => {
  it("accepts each of a session's own tokens, which differ from page to page", () => {
    const [first, second] = [csrfGuard("secret", "session"), csrfGuard("secret", "session")];
    expect(first.token === second.token).toBe(false);
    expect([first.holds(second.token), second.holds(first.token)]).toEqual([true, true]);
  });

  it("refuses another session's token, another installation's, an altered one and nothing", () => {
    const guard = csrfGuard("secret", "session");
    const altered = `${guard.token.slice(0, -1)}${guard.token.endsWith("A") ? "B" : "A"}`;
    const given = [csrfGuard("secret", "other").token, csrfGuard("other", "session").token, altered, "", ".", guard.token.split(".")[1] ?? ""];
    expect(given.map((token) => guard.holds(token))).toEqual([false, false, false, false, false, false]);
  });
});
