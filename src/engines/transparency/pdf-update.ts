import { err, ok, type Result } from "../../kernel/result.ts";
import { concatBytes, utf8 } from "./bytes.ts";

/** Why nothing can be appended to a file. */
export type PdfError = "not_pdf" | "no_cross_reference" | "encrypted";

/** What an incremental update must know of the file before it (ISO 32000-1 sections 7.5.5 and 7.5.6). */
type Revision = {
  readonly xrefAt: number;
  readonly xrefIsStream: boolean;
  /** One more than the highest object number. */
  readonly size: number;
  /** The trailer's entries that every later trailer repeats: /Root, /Info, /ID, as written. */
  readonly repeated: string;
};

/** Marks our stream; the reader looks for the last of them. */
const STREAM_TYPE = "/Type /ThiDuaCredential /Length ";

/** A file's /ID of two plain or hexadecimal strings. One with escapes is not repeated, as a trailer may do without. */
const ID_ENTRY = /\/ID\s*\[(?:\s*(?:\([^()\\]*\)|<[0-9a-fA-F\s]*>)){2}\s*\]/;

/**
 * Takes a PDF and a text; gives the PDF with an incremental update behind it that holds the text as
 * the stream of one new object, and nothing else (ISO 32000-1 section 7.5.6). The bytes before stay
 * as they are, and the same input always gives the same bytes.
 */
export function appendStreamObject(pdf: Uint8Array, text: string): Result<Uint8Array, PdfError> {
  const revision = readRevision(pdf);
  if (!revision.ok) return revision;
  const { xrefAt, xrefIsStream, size, repeated } = revision.value;
  const content = utf8(text);
  const objectAt = pdf.length + 1;
  const object = concatBytes(
    utf8(`\n${size} 0 obj\n<< ${STREAM_TYPE}${content.length} >>\nstream\n`),
    content,
    utf8("\nendstream\nendobj\n"),
  );
  const tableAt = pdf.length + object.length;
  const table = xrefIsStream
    ? xrefStream({ number: size + 1, objectAt, tableAt, previousAt: xrefAt, repeated })
    : utf8(
        `xref\n${size} 1\n${String(objectAt).padStart(10, "0")} 00000 n \n` +
          `trailer\n<< /Size ${size + 1} ${repeated}/Prev ${xrefAt} >>\n`,
      );
  return ok(concatBytes(pdf, object, table, utf8(`startxref\n${tableAt}\n%%EOF\n`)));
}

/** Takes a PDF; gives the bytes of the last stream that appendStreamObject wrote, or null when there is none. */
export function findStreamObject(pdf: Uint8Array): Uint8Array | null {
  const text = latin1(pdf);
  const at = text.lastIndexOf(STREAM_TYPE);
  const head = /^(\d{1,9}) >>\nstream\n/.exec(text.slice(at + STREAM_TYPE.length, at + STREAM_TYPE.length + 40));
  if (at < 0 || head === null) return null;
  const start = at + STREAM_TYPE.length + head[0].length;
  const content = pdf.subarray(start, start + Number(head[1]));
  return content.length === Number(head[1]) ? content : null;
}

/** Says whether the bytes look like a PDF that may carry a credential, even a damaged one. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  const text = latin1(bytes);
  return text.slice(0, 1024).includes("%PDF-") || text.includes(STREAM_TYPE) || text.slice(-1024).includes("startxref");
}

function readRevision(pdf: Uint8Array): Result<Revision, PdfError> {
  const text = latin1(pdf);
  if (!text.startsWith("%PDF-")) return err("not_pdf");
  const xrefAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-1024))?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(xrefAt) || xrefAt >= pdf.length) return err("no_cross_reference");
  const section = text.slice(xrefAt);
  const xrefIsStream = /^\d+\s+\d+\s+obj\b/.test(section);
  const trailerAt = xrefIsStream ? 0 : section.indexOf("trailer");
  if (trailerAt < 0 || (!xrefIsStream && !section.startsWith("xref"))) return err("no_cross_reference");
  const trailer = section.slice(trailerAt).split(/\bstream\b|\bstartxref\b/, 1)[0] ?? "";
  const size = Number(/\/Size\s+(\d+)/.exec(trailer)?.[1] ?? Number.NaN);
  const root = /\/Root\s+\d+\s+\d+\s+R/.exec(trailer)?.[0];
  if (!Number.isSafeInteger(size) || root === undefined) return err("no_cross_reference");
  if (/\/Encrypt\b/.test(trailer)) return err("encrypted");
  const info = /\/Info\s+\d+\s+\d+\s+R/.exec(trailer)?.[0] ?? "";
  const id = ID_ENTRY.exec(trailer)?.[0] ?? "";
  const repeated = [root, info, id].map((entry) => (entry === "" ? "" : `${entry} `)).join("");
  return ok({ xrefAt, xrefIsStream, size, repeated });
}

/** The update's cross-reference stream, with two uncompressed entries: our object and itself (section 7.5.8). */
function xrefStream(update: {
  number: number;
  objectAt: number;
  tableAt: number;
  previousAt: number;
  repeated: string;
}): Uint8Array {
  const entries = new Uint8Array(12);
  const view = new DataView(entries.buffer);
  for (const [index, at] of [update.objectAt, update.tableAt].entries()) {
    view.setUint8(index * 6, 1);
    view.setUint32(index * 6 + 1, at);
  }
  const dictionary =
    `<< /Type /XRef /Size ${update.number + 1} /Index [${update.number - 1} 2] /W [1 4 1] ` +
    `${update.repeated}/Prev ${update.previousAt} /Length ${entries.length} >>`;
  return concatBytes(
    utf8(`${update.number} 0 obj\n${dictionary}\nstream\n`),
    entries,
    utf8("\nendstream\nendobj\n"),
  );
}

/** One character for one byte, so that positions in the text are positions in the file. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
