import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { qrCode, qrSvg } from "./qr-code.ts";

const TEXT = `https://thidua.chodon.backan.gov.vn/verify/CHODON-7K3M9Q2T#${"aB3_".repeat(60)}`;

/** Paints the path at a number of dots to a side, with the quiet zone, as a printer and a camera would see it. */
function paint(code: { size: number; path: string }, dots: number): { pixels: Uint8ClampedArray; side: number } {
  const dark = new Set<number>();
  for (const [, column, row, length] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(length); step += 1) dark.add(Number(row) * code.size + Number(column) + step);
  }
  const quiet = Math.round((4 * dots) / code.size);
  const side = dots + 2 * quiet;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < dots; y += 1) {
    for (let x = 0; x < dots; x += 1) {
      const cell = Math.floor((y * code.size) / dots) * code.size + Math.floor((x * code.size) / dots);
      if (dark.has(cell)) pixels.fill(0, ((y + quiet) * side + x + quiet) * 4, ((y + quiet) * side + x + quiet) * 4 + 3);
    }
  }
  return { pixels, side };
}

describe("the QR code", () => {
  it("of a whole credential has modules of a third of a millimetre at 25 mm, and scans at 300 dots an inch", () => {
    expect(TEXT.length).toBe(299);
    const code = qrCode(TEXT);
    expect(code.size).toBe(69);
    const { pixels, side } = paint(code, Math.round((25 / 25.4) * 300));
    expect(jsQR(pixels, side, side)?.data).toBe(TEXT);
  });

  it("is a whole picture for the web, with its quiet zone", () => {
    const svg = qrSvg("a");
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 29 29"')).toBe(true);
    expect(svg.endsWith("</svg>")).toBe(true);
  });
});
