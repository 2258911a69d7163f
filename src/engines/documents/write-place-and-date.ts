import { type PlainDate, partsOf } from "../../kernel/plain-date.ts";

/**
 * Takes a place and a date; gives the line `Chợ Đồn, ngày 05 tháng 02 năm 2021`: a zero before days
 * below 10 and before months 1 and 2 only (Decree 30/2020/NĐ-CP, appendix I, part II, item 4).
 */
export function writePlaceAndDate(place: string, date: PlainDate): string {
  return `${place}, ${writeLongDate(date)}`;
}

/** Takes a date; gives `ngày 05 tháng 02 năm 2021`, with zeros as writePlaceAndDate. */
export function writeLongDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  const days = String(day).padStart(2, "0");
  const months = month <= 2 ? `0${month}` : String(month);
  return `ngày ${days} tháng ${months} năm ${year}`;
}
