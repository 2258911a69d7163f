import { type ExtractContent, writePlaceAndDate } from "../../../../engines/documents/index.ts";
import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { tidyText } from "../../../../kernel/vietnamese.ts";
import { countInWords } from "./count-words.ts";

/** A candidate as a letter lists one. */
export type LetterLine = { readonly honour_name: string; readonly year: number; readonly name: string; readonly note: string; readonly unit: string };

/** What a submission letter (tờ trình) needs to know, in ordinary spelling. Number, day and signer are null until they are written. */
export type LetterFacts = {
  readonly parent: string | null;
  readonly issuer: string;
  readonly place: string;
  readonly addressee: string;
  /** Whether the addressee decides; else it reviews and sends on. */
  readonly decides: boolean;
  readonly subject: string;
  readonly number: string | null;
  readonly letter_on: PlainDate | null;
  readonly signer: { readonly title: string; readonly name: string } | null;
  readonly lines: readonly LetterLine[];
};

/** Takes the facts; gives what stands where on the letter (Decree 30/2020/NĐ-CP, appendix I): the candidates by honour, each count in figures and words. */
export function composeSubmissionLetter(facts: LetterFacts): ExtractContent {
  const groups = new Map<string, LetterLine[]>();
  for (const line of facts.lines) {
    const head = `${tidyText(line.honour_name)} năm ${line.year}`;
    groups.set(head, [...(groups.get(head) ?? []), line]);
  }
  const body = [...groups].flatMap(([head, lines], index) => [
    `${index + 1}. ${head}: ${writeCount(lines.length)}.`,
    ...lines.map((line, at) => `${index + 1}.${at + 1}. ${[line.name, line.note, line.note.includes(line.unit) || line.name === line.unit ? "" : line.unit].filter((part) => part !== "").map(tidyText).join(", ")}.`),
  ]);
  return {
    kind: "decision_extract",
    parent: facts.parent === null ? null : capitals(facts.parent),
    issuer: [capitals(facts.issuer)],
    number: `Số: ${facts.number ?? "      /TTr"}`,
    placeAndDate: facts.letter_on === null ? `${facts.place}, ngày     tháng     năm` : writePlaceAndDate(facts.place, facts.letter_on),
    title: "TỜ TRÌNH",
    subject: tidyText(facts.subject),
    // A letter names its addressee before its grounds: both stand in the body.
    grounds: [],
    body: [
      `Kính gửi: ${tidyText(facts.addressee)}.`,
      "Căn cứ quy định của pháp luật về thi đua, khen thưởng và kết quả xét, bình chọn;",
      `${tidyText(facts.issuer)} đề nghị xét khen thưởng ${writeCount(facts.lines.length)} tập thể, cá nhân, hộ gia đình, gồm:`,
      ...body,
      `Kính đề nghị ${tidyText(facts.addressee)} xem xét, ${facts.decides ? "quyết định theo thẩm quyền" : "trình cấp có thẩm quyền quyết định"}.`,
    ],
    signature: { capacity: [capitals(facts.signer?.title ?? "Thủ trưởng")], name: facts.signer?.name ?? "" },
    distribution: ["- Như trên;", "- Lưu: VT."],
    verification: null,
  };
}

/** Takes a count; gives it as `05 (năm)`, two figures at least as papers write. */
export function writeCount(count: number): string {
  return `${String(count).padStart(2, "0")} (${countInWords(count)})`;
}

/** Takes the locality's name; gives its People's Committee as a sentence names it. */
export function committeeOf(locality_name: string): string {
  return `Ủy ban nhân dân ${locality_name.slice(0, 1).toLocaleLowerCase("vi")}${locality_name.slice(1)}`;
}

/** Takes the locality's name; gives the place as a letter's date line names it. */
export function placeOf(locality_name: string): string {
  return locality_name.replace(/^(Huyện|Xã|Phường|Thị trấn|Thị xã|Thành phố|Tỉnh)\s+/i, "");
}

function capitals(text: string): string {
  return tidyText(text).toLocaleUpperCase("vi");
}
