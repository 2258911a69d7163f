import { scanType } from "../../../platform/files/upload.ts";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const MOST_ENTRIES = 10_000;

const OFFICE = [
  { main: "word/document.xml", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { main: "xl/workbook.xml", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
] as const;

/**
 * Takes a file's bytes; gives its media type by its content: PDF, PNG, JPEG, .docx or .xlsx; null for
 * anything else and for office files with macros. Nothing is unpacked, only the archive's list of
 * names is read.
 */
export function documentType(bytes: Uint8Array): string | null {
  const scan = scanType(bytes);
  if (scan !== null) return scan;
  const names = namesInArchive(bytes);
  if (!names.has("[Content_Types].xml") || [...names].some((name) => /vbaProject\.bin$/i.test(name))) return null;
  return OFFICE.find(({ main }) => names.has(main))?.type ?? null;
}

/** Gives the names that an archive's central directory lists; none when the bytes are no archive. */
function namesInArchive(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  const end = endOfArchive(view);
  if (end === null || view.getUint32(0, true) !== 0x04034b50) return names;
  const count = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES);
  let at = view.getUint32(end + 16, true);
  for (let no = 0; no < count && at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY; no += 1) {
    const length = view.getUint16(at + 28, true);
    names.add(Buffer.from(bytes.subarray(at + 46, at + 46 + length)).toString("utf8"));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function endOfArchive(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}
