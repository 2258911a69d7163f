import { describe, expect, it } from "vitest";
import { brocadeBorder } from "./brocade-border.ts";

describe("the brocade border", () => {
  it("is one picture of A4 landscape in four threads, the ground beneath the others", () => {
    const svg = brocadeBorder();
    expect(svg).toContain('viewBox="0 0 297 210"');
    expect(svg.match(/fill="#[0-9a-f]{6}"/g)).toEqual(['fill="#a8281c"', 'fill="#dba640"', 'fill="#fdf3dc"', 'fill="#1f3d63"']);
  });

  it("lays the ground as one ring: an outer and an inner outline", () => {
    const ground = /fill="#a8281c" d="([^"]*)"/.exec(brocadeBorder())?.[1];
    expect(ground).toBe("M0 0h635v435h-635v-435zM18 17h-1v401h601v-401h-600z");
  });
});
