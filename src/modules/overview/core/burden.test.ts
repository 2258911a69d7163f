import { describe, expect, it } from "vitest";
import { burdenOf } from "./burden.ts";

const target = { id: "t", title: "Trồng rừng", kind: "target" as const, units: 20, times: 4, filled: 60, used_by: ["Bảng cụm xã"] };

describe("the burden of a campaign", () => {
  it("counts cells by units and times, and rounds what one unit bears up", () => {
    const burden = burdenOf([{ ...target, kind: "response", times: 1, units: 21, filled: 18, used_by: null }, target], 21);
    expect([burden.cells, burden.per_unit, burden.unused_cells]).toEqual([101, 5, 0]);
  });

  it("calls a column unused that nobody filled, or that leads to nothing", () => {
    const burden = burdenOf([{ ...target, filled: 0 }, { ...target, id: "u", used_by: [] }, target], 20);
    expect([burden.columns.map((column) => column.unused), burden.unused_cells]).toEqual([[true, true, false], 160]);
  });

  it("is nothing for nobody", () => expect(burdenOf([], 0)).toEqual({ columns: [], cells: 0, per_unit: 0, unused_cells: 0 }));
});
