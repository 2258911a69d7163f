import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cellNumber } from "./cell-number.ts";
import { parseCsv, writeCsv } from "./csv.ts";
import { readSheet } from "./read-sheet.ts";
import { checkZip } from "./zip-guard.ts";

/** Packs files as a zip archive; `declared` is the size that the directory claims, the true one when absent. */
function zip(files: Readonly<Record<string, string>>, declared?: number): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text));
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(declared ?? Buffer.byteLength(text), 8);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(Buffer.byteLength(name), 0);
    const head = Buffer.from([20, 0, 0, 8, 8, 0, 0, 0, 0, 0]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), head, sizes, lengths, Buffer.from(name), packed]);
    locals.push(local);
    entries.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), head, sizes, lengths, place, Buffer.from(name)]));
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const workbook = (cells: string) => ({
  "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
});

describe("reading a sheet", () => {
  it("gives texts, numbers as the spreadsheet shows them, and what formulas gave", async () => {
    const cells = '<c r="A1" t="inlineStr"><is><t>Xã Bằng Lãng</t></is></c><c r="B1"><v>112.88000000000001</v></c><c r="C1"><f>1+1</f><v>2</v></c><c r="E1" t="inlineStr"><is><t>1.234</t></is></c>';
    expect(await readSheet(zip(workbook(cells)))).toEqual({
      ok: true,
      value: [[{ text: "Xã Bằng Lãng", exact: false }, { text: "112.88", exact: true }, { text: "2", exact: true }, { text: "", exact: false }, { text: "1.234", exact: false }]],
    });
  });

  it("reads CSV with either separator, and quotes", async () => {
    const read = await readSheet(new TextEncoder().encode('\ufeffMã;Tên\r\n02050;"Phương; ""Viên"""\r\n'));
    expect(read.ok ? read.value.map((row) => row.map((cell) => cell.text)) : read.error.en).toEqual([["Mã", "Tên"], ["02050", 'Phương; "Viên"']]);
    expect(parseCsv("a,b\n1,2")).toEqual([["a", "b"], ["1", "2"]]);
  });

  it("refuses what is too large, too long, or no spreadsheet, with a sentence", async () => {
    const vi = async (bytes: Uint8Array) => {
      const read = await readSheet(bytes);
      return read.ok ? "read" : read.error.vi;
    };
    expect(await vi(new Uint8Array(5 * 1024 * 1024 + 1))).toBe("Bảng tính lớn hơn 5 MB.");
    expect(await vi(new TextEncoder().encode("a\n".repeat(20_001)))).toBe("Bảng tính có 20001 dòng, nhiều hơn 20.000.");
    expect(await vi(new TextEncoder().encode("a\n".repeat(20_000)))).toBe("read");
    const unreadable = "Không đọc được tệp này. Chỉ nhận bảng tính .xlsx hoặc .csv (mã UTF-8).";
    expect(await vi(new Uint8Array([0x50, 0x4b, 3, 4, 5]))).toBe(unreadable);
    expect(await vi(zip({ "a.txt": "no workbook" }))).toBe(unreadable);
    expect(await vi(new Uint8Array([0xff, 0xfe, 0x41]))).toBe(unreadable);
    // One cell at the far corner would make the reader fill the memory.
    const tooLarge = "Bảng tính mở ra quá lớn (trên 60 MB, quá cột AZ hoặc quá 99.999 dòng) nên không nhận.";
    expect(await vi(zip(workbook('<c r="XFD1"><v>1</v></c>')))).toBe(tooLarge);
    expect(await vi(zip(workbook('<c r="BA1"><v>1</v></c>')))).toBe(tooLarge);
    expect(await vi(zip(workbook('<c r="AZ1"><v>1</v></c>')))).toBe("read");
  });
});

describe("the guard against archives that swell", () => {
  const thousand = { "a.xml": "x".repeat(600), "b.xml": "y".repeat(400) };

  it("adds up what all entries hold", () => {
    expect(checkZip(zip(thousand), 1000)).toBe("ok");
    expect(checkZip(zip(thousand), 999)).toBe("too_large");
  });

  it("is not deceived by a small declared size", () => {
    expect(checkZip(zip(thousand, 1), 1000)).toBe("ok");
    expect(checkZip(zip(thousand, 1), 999)).toBe("too_large");
    expect(checkZip(zip(thousand, 1), 500)).toBe("too_large");
  });

  it("refuses what is no archive or a broken one", () => {
    expect(checkZip(new Uint8Array(100), 1000)).toBe("unreadable");
    const whole = zip(thousand);
    expect(checkZip(whole.subarray(5), 1000)).toBe("unreadable");
  });
});

describe("cells", () => {
  it("hold numbers exactly, to the fifteen digits that are shown", () => {
    expect(["923", "112.88000000000001", "0.30000000000000004", "1.5E-3", "2E+3", "-12.5", "123456789012345.6"].map(cellNumber)).toEqual(["923", "112.88", "0.3", "0.0015", "2000", "-12.5", "123456789012346"]);
    expect(["", "abc", "1E99"].map(cellNumber)).toEqual([null, null, null]);
  });

  it("are written so that none is taken for a formula", () => {
    expect(writeCsv([["=1+1", "Xã A", 'a;"b"']])).toBe('\ufeff\'=1+1;Xã A;"a;""b"""\r\n');
  });
});
