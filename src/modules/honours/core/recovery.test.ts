import { describe, expect, it } from "vitest";
import { plainDate } from "../../../kernel/plain-date.ts";
import { recoveryState, wordGround } from "./recovery.ts";

const day = plainDate("2021-12-20");
const state = (insignia_due: boolean, amount_due: number, insignia_returned_on: typeof day | null, money_returned_on: typeof day | null) => recoveryState({ insignia_due, amount_due, insignia_returned_on, money_returned_on });

describe("a recovery", () => {
  it("is as far as what was due came back", () => {
    expect([state(false, 0, null, null), state(true, 450_000, null, null), state(true, 450_000, day, null), state(true, 450_000, null, day), state(true, 450_000, day, day), state(true, 0, day, null), state(false, 450_000, null, day)]).toEqual(
      ["nothing_due", "due", "partly", "partly", "recovered", "recovered", "recovered"]);
  });

  it("cites the Law of 2022 from its first day on, and before it says that no text was checked", () => {
    expect(wordGround("unlawful_vetting", plainDate("2024-01-01")).vi).toBe("Thẩm định, xét, duyệt trái quy định của pháp luật (Luật 06/2022/QH15, Điều 93 khoản 2 điểm c)");
    expect(wordGround("unlawful_vetting", plainDate("2023-12-31")).vi).toBe("Thẩm định, xét, duyệt trái quy định của pháp luật (chưa đối chiếu được nguyên văn quy định đang áp dụng)");
  });
});
