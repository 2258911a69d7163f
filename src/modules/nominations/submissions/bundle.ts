import { strToU8, zipSync } from "fflate";
import type { ExtractContent } from "../../../engines/documents/index.ts";
import { parsePlainDate, toDayNumber } from "../../../kernel/plain-date.ts";
import { renderPdf } from "../../../platform/rendering/render-pdf.ts";
import { writeCsv } from "../../../platform/spreadsheets/csv.ts";
import { extensionOf, type PackageContent, rowsOfPackage } from "./core/package-content.ts";

/** Every entry carries the same instant: the archive of a package is the same bytes whenever it is made. */
const EPOCH = new Date(Date.UTC(1980, 0, 2));

/** The parts of a package: package.json as it stands, the bytes of its documents by their path, and the scan of its letter where there is one. */
export type PackageParts = { text: string; content: PackageContent; documents: readonly { path: string; bytes: Uint8Array }[]; scan: Uint8Array | null };

/** Takes a letter's content and its day; gives it as PDF, the same bytes each time. */
export function renderLetter(content: ExtractContent, letter_on: string | null): Promise<Uint8Array> {
  const day = letter_on === null ? null : parsePlainDate(letter_on);
  return renderPdf({ document: content, created_at_s: day === null ? 0 : toDayNumber(day) * 86_400 });
}

/** Takes the parts of a package; gives package.zip: package.json, danh-sach.csv, the letter, and the documents. */
export async function zipOfPackage(parts: PackageParts): Promise<Uint8Array<ArrayBuffer>> {
  const { letter } = parts.content;
  const entries: [string, Uint8Array][] = [["package.json", strToU8(parts.text)], ["danh-sach.csv", strToU8(writeCsv(rowsOfPackage(parts.content)))]];
  if (letter.scan !== null && parts.scan !== null) entries.push([`to-trinh.${extensionOf(letter.scan.media_type)}`, parts.scan]);
  if (letter.content !== null) entries.push(["to-trinh.pdf", await renderLetter(letter.content, letter.letter_on)]);
  for (const { path, bytes } of parts.documents) entries.push([path, bytes]);
  return new Uint8Array(zipSync(Object.fromEntries(entries.map(([name, bytes]) => [name, [bytes, { mtime: EPOCH }] as [Uint8Array, { mtime: Date }]]))));
}
