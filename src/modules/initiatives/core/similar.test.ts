import { describe, expect, it } from "vitest";
import { foldTitle, nearestTitles, titleLikeness } from "./similar.ts";

describe("likeness of titles", () => {
  it("looks through diacritics, đ, the order of words and the phrases that every title begins with", () => {
    expect(foldTitle("Một số biện pháp rèn đọc cho học sinh lớp 1")).toBe("ren doc cho hoc sinh lop 1");
    expect(titleLikeness("Rèn đọc cho học sinh lớp 1", "REN DOC CHO HOC SINH LOP 1")).toBe(100);
    expect(titleLikeness("Số hóa hồ sơ đất đai", "Hồ sơ đất đai số hóa")).toBe(100);
    expect(titleLikeness("Giải pháp", "Biện pháp")).toBeLessThan(100);
  });

  it("keeps apart what is about something else, and sees a changed word", () => {
    expect(titleLikeness("Phần mềm quản lý văn bản", "Ủ phân từ bã dong riềng")).toBe(12);
    expect(titleLikeness("Rèn đọc cho học sinh lớp 1", "Rèn viết cho học sinh lớp 1")).toBe(75);
  });

  it("gives the five nearest, the most alike first, and leaves out what is alike by chance", () => {
    const others = [2019, 2021, 2020, 2018, 2017, 2016].map((year) => ({ title: "Rèn đọc cho học sinh lớp 2", year }));
    const found = nearestTitles("Rèn đọc cho học sinh lớp 2", [{ title: "Ủ phân từ bã dong riềng", year: 2022 }, ...others]);
    expect(found.map((entry) => [entry.year, entry.percent])).toEqual([[2021, 100], [2020, 100], [2019, 100], [2018, 100], [2017, 100]]);
  });
});
