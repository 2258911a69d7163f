import { readSheet as readXlsx } from "read-excel-file/universal";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { cellNumber } from "./cell-number.ts";
import { parseCsv } from "./csv.ts";
import { checkZip } from "./zip-guard.ts";

/** The most a spreadsheet's file may hold, packed and unpacked, and the most rows. */
export const MOST_SHEET_BYTES = 5 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 60 * 1024 * 1024;
const MOST_SHEET_ROWS = 20_000;

/**
 * A cell far to the right or far down: the reader makes a place for every cell before it, so that a few bytes would fill
 * the memory. Columns up to AZ and rows of five digits are let in.
 */
const FAR_CELL = /\br="(?:[B-Z][A-Z]\d+|[A-Z]{3,}\d+|[A-Z]{0,3}\d{6,})"/;

/** A cell: its text, and whether the spreadsheet itself held it as a number (then the text is exact, with a decimal point). */
export type Cell = { text: string; exact: boolean };

const UNREADABLE = say("Không đọc được tệp này. Chỉ nhận bảng tính .xlsx hoặc .csv (mã UTF-8).", "This file cannot be read. Only .xlsx and .csv (UTF-8) spreadsheets are accepted.");

/**
 * Takes the bytes of an .xlsx or .csv file, told apart by their content; gives the rows of its first sheet, blank ones
 * too, or the sentence that says why not. Formulas count with the value that was computed when the file was saved.
 */
export async function readSheet(bytes: Uint8Array): Promise<Result<Cell[][], Text>> {
  if (bytes.length > MOST_SHEET_BYTES) return err(say("Bảng tính lớn hơn 5 MB.", "The spreadsheet is larger than 5 MB."));
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = packed ? await readPacked(bytes) : readText(bytes);
  if (!rows.ok) return rows;
  if (rows.value.length > MOST_SHEET_ROWS) return err(say(`Bảng tính có ${rows.value.length} dòng, nhiều hơn 20.000.`, `The spreadsheet has ${rows.value.length} rows, more than 20,000.`));
  return rows;
}

async function readPacked(bytes: Uint8Array): Promise<Result<Cell[][], Text>> {
  switch (checkZip(bytes, MOST_UNPACKED_BYTES, FAR_CELL)) {
    case "unreadable":
      return err(UNREADABLE);
    case "too_large":
      return err(say("Bảng tính mở ra quá lớn (trên 60 MB, quá cột AZ hoặc quá 99.999 dòng) nên không nhận.", "Unpacked, the spreadsheet is too large (over 60 MB, beyond column AZ or row 99,999); it is not accepted."));
    case "ok":
      break;
  }
  try {
    const rows = await readXlsx(new Uint8Array(bytes).buffer, { parseNumber: (stored) => ({ stored }) });
    return ok(rows.map((row) => row.map(cellOf)));
  } catch {
    // The reader throws many kinds of errors at broken files; to the person they are all one.
    return err(UNREADABLE);
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return { text: "", exact: false };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), exact: false };
  if (typeof value === "object" && "stored" in value) {
    const stored = String(value.stored);
    const number = cellNumber(stored);
    return { text: number ?? stored, exact: number !== null };
  }
  return { text: String(value).normalize("NFC").trim(), exact: false };
}

function readText(bytes: Uint8Array): Result<Cell[][], Text> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    if (text.includes("\u0000")) return err(UNREADABLE);
    return ok(parseCsv(text.normalize("NFC")).map((row) => row.map((cell) => ({ text: cell.trim(), exact: false }))));
  } catch {
    return err(UNREADABLE);
  }
}
