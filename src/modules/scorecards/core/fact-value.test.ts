import { describe, expect, it } from "vitest";
import { readFactValue, showFactValue } from "./fact-value.ts";

const read = (...given: Parameters<typeof readFactValue>) => {
  const value = readFactValue(...given);
  return value.ok ? value.value : value.error.vi;
};

describe("a fact as typed", () => {
  it("reads each shape into what the engine reads", () => {
    expect([read("number", "1.234,50"), read("number", "0"), read("number", "")]).toEqual(["1234.5", "0", null]);
    expect([read("yes_no", "yes"), read("yes_no", false)]).toEqual([true, false]);
    expect([read("yes_no", "Có"), read("yes_no", "không"), read("date", "Chưa bao giờ")]).toEqual([true, false, null]);
    expect(read("choice", "good", ["good", "fair"])).toBe("good");
    expect([read("date", "20/12/2021"), read("date", "2021-12-20"), read("date", "never")]).toEqual(["2021-12-20", "2021-12-20", null]);
  });

  it("says what it accepts", () => {
    expect(read("number", "1.234")).toBe("“1.234” có thể là phần nghìn hoặc phần lẻ; viết 1234 hoặc 1,234.");
    expect(read("number", "chín")).toBe("“chín” không phải một số; viết như 12,5.");
    expect(read("date", "31/02/2021")).toBe("“31/02/2021” không phải một ngày; viết như 20/12/2021.");
    expect(read("choice", "bad", ["good"])).toBe("Chọn một trong: good.");
    expect(read("yes_no", "maybe")).toBe("Chọn có hoặc không.");
  });

  it("shows it again for people", () => {
    expect([showFactValue("number", "1234.5", "vi"), showFactValue("yes_no", false, "en"), showFactValue("date", null, "vi"), showFactValue("date", "2021-12-20", "vi"), showFactValue("choice", "a", "vi", { a: "Tốt" }), showFactValue("number", undefined, "vi")]).toEqual(
      ["1.234,5", "no", "chưa bao giờ", "20/12/2021", "Tốt", "–"],
    );
  });
});
