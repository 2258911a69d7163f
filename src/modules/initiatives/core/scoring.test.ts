import { describe, expect, it } from "vitest";
import { decimal } from "../../../kernel/decimal.ts";
import { CARD_MOST, CARD_PARTS, meanOf, reaches, sharesFault, totalOf, withinCard } from "./scoring.ts";
import { factScope, follow, widestScope } from "./status.ts";

describe("the card", () => {
  it("adds up to exactly 100, and the mean is exact to two places", () => {
    expect(CARD_PARTS.reduce((sum, part) => sum + CARD_MOST[part], 0)).toBe(100);
    expect(totalOf({ novelty: "25.5", effect: "30", spread: "20.25" })).toEqual(decimal("75.75"));
    const marks = ["70", "70", "71"].map((novelty) => ({ novelty, effect: "0", spread: "0" }));
    expect([meanOf(marks), meanOf([])]).toEqual(["70.33", null]);
    expect([withinCard(decimal("30"), "novelty"), withinCard(decimal("30.01"), "novelty"), withinCard(decimal("-1"), "effect"), withinCard(decimal("100"), "total")]).toEqual([true, false, false, true]);
  });

  it("compares with the threshold exactly", () => {
    expect([reaches("70", "70"), reaches("69.99", "70"), reaches("100", "70")]).toEqual([true, false, true]);
  });
});

describe("shares of authors", () => {
  it("must be exactly 100, each above 0", () => {
    expect(sharesFault(["33.33", "33.33", "33.34"].map(decimal))).toBeNull();
    expect(sharesFault(["33.33", "33.33", "33.33"].map(decimal))?.text.vi).toBe("Tỷ lệ đóng góp cộng lại là 99,99 %, phải đúng 100 %.");
    expect(sharesFault(["100", "0"].map(decimal))?.index).toBe(1);
    expect(sharesFault([])?.text.en).toBe("There is no author.");
  });
});

describe("the life of an initiative", () => {
  it("goes to the council before it is recognised, and may be recognised more widely later", () => {
    expect([follow("submitted", "recognise"), follow("before_council", "recognise"), follow("recognised", "recognise"), follow("not_recognised", "revise"), follow("recognised", "withdraw")]).toEqual([null, "recognised", "recognised", null, null]);
  });

  it("counts by its widest scope; the district counts as a unit", () => {
    expect([widestScope(["province", "unit"]), widestScope([]), factScope("district"), factScope("province")]).toEqual(["province", null, "unit", "province"]);
  });
});
