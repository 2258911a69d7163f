import { strToU8, zipSync } from "fflate";
import type { Publication } from "./core/publication.ts";

/** Every entry carries the same instant: the bundle of a publication is the same bytes whenever it is made. */
const EPOCH = new Date(Date.UTC(1980, 0, 2));

/** Takes a publication; gives a zip of the input for `thidua score`, the result as that command prints it, and the units' names. */
export function bundleOf(content: Publication): Uint8Array<ArrayBuffer> {
  const files = { "input.json": content.input, "result.json": content.result, "units.json": content.units };
  const zipped = zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, [strToU8(`${JSON.stringify(value, null, 2)}\n`), { mtime: EPOCH }]])));
  return new Uint8Array(zipped);
}
