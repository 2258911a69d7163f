import QRCode from "qrcode";

/**
 * A QR code as one SVG path (ISO/IEC 18004): `size` modules to a side, without the quiet zone of four
 * modules that must stay white around it; `path` fills the dark modules on a grid of one unit a module.
 */
export type QrCode = { readonly size: number; readonly path: string };

/** Takes a text; gives its QR code with error correction M (15 % may be worn off). Throws above 2,331 bytes. */
export function qrCode(text: string): QrCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; ) {
      let end = column;
      while (end < size && data[row * size + end]) end += 1;
      if (end > column) runs.push(`M${column} ${row}h${end - column}v1h${column - end}z`);
      column = Math.max(end, column + 1);
    }
  }
  return { size, path: runs.join("") };
}

/** Takes a text and a CSS colour; gives a whole SVG picture of its QR code with the quiet zone, for a web page. */
export function qrSvg(text: string, colour = "#000"): string {
  const { size, path } = qrCode(text);
  const box = `-4 -4 ${size + 8} ${size + 8}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges">` +
    `<rect x="-4" y="-4" width="${size + 8}" height="${size + 8}" fill="#fff"/><path d="${path}" fill="${colour}"/></svg>`
  );
}
