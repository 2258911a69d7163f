import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import * as decimal from "./decimal.ts";
import { dong, formatDong, multiplyRoundedUp } from "./dong.ts";
import { readableCode, tidyCode, uuidV7 } from "./ids.ts";
import { addDays, addMonths, daysBetween, formatDate, isoWeekday, parsePlainDate, parseTypedDate, plainDate, wholeMonthsBetween } from "./plain-date.ts";
import { seededPrng } from "./prng.ts";
import { covers, overlap } from "./validity.ts";
import { compareByGivenName, compareVietnamese, foldForSearch, tidyText } from "./vietnamese.ts";

const anyDay = fc.integer({ min: -200_000, max: 400_000 }).map((days) => addDays(plainDate("1970-01-01"), days));

describe("a date", () => {
  it("is a real day in ISO form, nothing else", () => {
    expect(["2021-02-28", "2020-02-29"].map(parsePlainDate)).toEqual(["2021-02-28", "2020-02-29"]);
    expect(["2021-02-29", "2021-13-01", "2021-00-10", "2021-1-1", "21-01-01", "", "1900-02-29"].map(parsePlainDate)).toEqual([null, null, null, null, null, null, null]);
  });

  it("is read as people type it", () => {
    expect(["20/12/2021", "1/2/2021", "01.02.2021", "2021-12-20", " 20-12-2021 "].map(parseTypedDate)).toEqual(["2021-12-20", "2021-02-01", "2021-02-01", "2021-12-20", "2021-12-20"]);
    expect(["31/02/2021", "12/2021", "hôm nay"].map(parseTypedDate)).toEqual([null, null, null]);
  });

  it("agrees with the machine's calendar on every day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        const expected = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
        const moved = addDays(day, days);
        expect(moved).toBe(expected.toISOString().slice(0, 10));
        expect(daysBetween(day, moved)).toBe(days);
        expect(isoWeekday(moved) % 7).toBe(expected.getUTCDay());
      }),
    );
  });

  it("counts whole months as the law does", () => {
    const months = (from: string, to: string) => wholeMonthsBetween(plainDate(from), plainDate(to));
    expect([months("2021-03-15", "2021-12-20"), months("2021-02-20", "2021-12-20"), months("2021-02-21", "2021-12-20"), months("2021-01-31", "2021-02-28")]).toEqual([9, 10, 9, 1]);
    expect(addMonths(plainDate("2020-02-29"), 12)).toBe("2021-02-28");
    expect(formatDate(plainDate("2021-02-05"))).toBe("05/02/2021");
  });
});

describe("a decimal", () => {
  it("is exact where floats are not", () => {
    expect(decimal.toText(decimal.add(decimal.decimal("0.1"), decimal.decimal("0.2")))).toBe("0.3");
    expect(decimal.toText(decimal.multiply(decimal.decimal("1.15"), decimal.decimal("100")))).toBe("115");
    expect(decimal.toVietnamese(decimal.decimal("-1234567.50"))).toBe("−1.234.567,5");
  });

  it("rounds half away from zero, and only where it is named", () => {
    const halves = ["2.5", "-2.5", "2.4", "-2.6"].map((text) => decimal.toText(decimal.roundHalfUp(decimal.decimal(text), 0)));
    expect(halves).toEqual(["3", "-3", "2", "-3"]);
    expect(decimal.toText(decimal.divideHalfUp(decimal.decimal("2"), decimal.decimal("3"), 4))).toBe("0.6667");
    expect([decimal.floor(decimal.decimal("-0.1")), decimal.ceiling(decimal.decimal("-0.9")), decimal.floor(decimal.decimal("4.95"))]).toEqual([-1n, 0n, 4n]);
  });

  it("keeps what is written, for any number", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }), (units, scale) => {
        const value = { units, scale };
        const again = decimal.decimal(decimal.toText(value));
        expect(decimal.compare(value, again)).toBe(0);
        expect(decimal.toText(decimal.subtract(value, again))).toBe("0");
      }),
    );
  });

  it("refuses what is no plain decimal", () => {
    expect(["1e5", "1,5", "", ".5", "0x10", "1.", "NaN"].map(decimal.parseDecimal)).toEqual([null, null, null, null, null, null, null]);
  });
});

describe("money", () => {
  it("is multiplied first and rounded up to the step then", () => {
    expect(multiplyRoundedUp(dong(1_490_000), decimal.decimal("0.15"), 10_000)).toBe(230_000);
    expect(multiplyRoundedUp(dong(1_490_000), decimal.decimal("1"), 10_000)).toBe(1_490_000);
    expect(formatDong(1_490_000)).toBe("1.490.000 đồng");
    expect(() => dong(0.5)).toThrow("not whole đồng: 0.5");
  });
});

describe("Vietnamese text", () => {
  it("is searched without diacritics, đ included", () => {
    expect(foldForSearch("Đồn  Điền ĐƯỜNG Nguyễn")).toBe("don dien duong nguyen");
    expect(tidyText(" Nguyễn   Văn ".normalize("NFD"))).toBe("Nguyễn Văn".normalize("NFC"));
  });

  it("sorts by given name in Vietnamese order", () => {
    const names = ["Hà Thị Ánh", "Lý Văn Đạt", "Ma Văn An", "Vi Thị Dung", "Nông Văn Ân", "Bàn Văn Ăn", "An Văn An"];
    expect(names.sort(compareByGivenName)).toEqual(["An Văn An", "Ma Văn An", "Hà Thị Ánh", "Bàn Văn Ăn", "Nông Văn Ân", "Vi Thị Dung", "Lý Văn Đạt"]);
    expect(["Đ", "E", "D", "Ê"].sort(compareVietnamese)).toEqual(["D", "Đ", "E", "Ê"]);
  });
});

describe("ids and codes", () => {
  it("carry their time, version and variant, and sort by time", () => {
    const prng = seededPrng(1);
    const early = uuidV7(1_638_144_000_000, prng);
    const late = uuidV7(1_638_144_000_001, prng);
    expect(early).toMatch(/^017d68fd-c000-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
  });

  it("have no letter that is mistaken for another, and are found however they are typed", () => {
    const code = readableCode(2000, seededPrng(7));
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{2000}$/);
    expect(tidyCode(" cd-7f3k–9q2m ")).toBe("CD-7F3K-9Q2M");
  });
});

describe("canonical JSON", () => {
  it("is one text for one value, whatever the order of keys", () => {
    expect(canonicalJson({ b: [1, null, true], a: "ế", c: undefined })).toBe('{"a":"ế","b":[1,null,true]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(Object.entries(JSON.parse(canonicalJson(value)) as object).length).toBe(Object.keys(value).length);
      }),
    );
    expect(() => canonicalJson(0.5)).toThrow("not a safe integer: 0.5");
  });
});

describe("validity", () => {
  it("has its first day and not its last", () => {
    const year = { from_on: plainDate("2021-01-01"), to_on: plainDate("2022-01-01") };
    expect(["2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01"].map((day) => covers(year, plainDate(day)))).toEqual([false, true, true, false]);
    expect(overlap(year, { from_on: plainDate("2022-01-01"), to_on: null })).toBe(false);
    expect(overlap(year, { from_on: plainDate("2021-12-31"), to_on: null })).toBe(true);
  });
});
