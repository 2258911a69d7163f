import { describe, expect, it } from "vitest";
import { say } from "../../../kernel/text.ts";
import { atOwnFields, isShownAgain, ownFields, tickedIn } from "../own-fields.ts";

describe("the fields of one form among many", () => {
  it("are told apart by the form's word, which their errors get again", () => {
    const sent = { count3: { agree: "x", session_id: "s" } };
    expect(ownFields(sent)).toEqual({ word: "count3", fields: { agree: "x" }, session_id: "s" });
    expect(atOwnFields({ code: "invalid", message: say("a", "b"), fields: { agree: say("a", "b") } }, "count3").fields).toEqual({ "count3.agree": say("a", "b") });
    expect([isShownAgain(sent, "count3"), isShownAgain(sent, "count4")]).toEqual([true, false]);
  });

  it("stay as they are when they came without a word", () => {
    expect(ownFields({ agree: "1", attendance: [{ member_id: "m" }] })).toEqual({ word: null, fields: { agree: "1", attendance: [{ member_id: "m" }] }, session_id: null });
  });

  it("keep what was ticked, one or several", () => {
    expect([tickedIn({ except1: { subject_ids: ["a", "b"] } }, "except1", "subject_ids"), tickedIn({ tellers: "a" }, null, "tellers"), tickedIn({}, "except1", "subject_ids")]).toEqual([["a", "b"], ["a"], []]);
  });
});
