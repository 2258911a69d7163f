import type { PlainDate } from "../../kernel/plain-date.ts";
import { tidyText } from "../../kernel/vietnamese.ts";
import type { ExtractContent, SignatureBlock, VerificationMark } from "./paper.ts";
import { writeLongDate, writePlaceAndDate } from "./write-place-and-date.ts";

/** What an extract (trích lục) of an award decision needs to know, in ordinary spelling. */
export type ExtractFacts = {
  /** The agency above the issuer, or null; the issuer one element a line. */
  readonly parent: string | null;
  readonly issuer: readonly string[];
  /** The extract's own number, `05/TL-UBND`, and its day. */
  readonly number: string;
  readonly issued_on: PlainDate;
  readonly place: string;
  /** The decision extracted from: number, day, issuer as in a sentence, and its subject (`Về việc tặng …`). */
  readonly decision: {
    readonly number: string;
    readonly decided_on: PlainDate;
    readonly issued_by: string;
    readonly subject: string;
  };
  /** The legal grounds without their closing mark: `Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003`. */
  readonly grounds: readonly string[];
  readonly recipient: string;
  readonly position: string | null;
  readonly unit: string | null;
  readonly honour_name: string;
  readonly achievement: string;
  readonly signature: SignatureBlock;
  /** Who receives a copy: `Như trên`, `Phòng Nội vụ`; the last line `Lưu: VT, NV` included. */
  readonly distribution: readonly string[];
  readonly verification: VerificationMark | null;
};

/** Takes the facts; gives what stands where on the extract (Decree 30/2020/NĐ-CP, appendix I). */
export function composeDecisionExtract(facts: ExtractFacts): ExtractContent {
  const { decision } = facts;
  const person = [facts.recipient, facts.position, facts.unit].flatMap((part) => (part ? [tidyText(part)] : []));
  return {
    kind: "decision_extract",
    parent: facts.parent === null ? null : capitals(facts.parent),
    issuer: facts.issuer.map(capitals),
    number: `Số: ${facts.number}`,
    placeAndDate: writePlaceAndDate(facts.place, facts.issued_on),
    title: "TRÍCH LỤC QUYẾT ĐỊNH",
    subject: tidyText(decision.subject),
    grounds: facts.grounds.map((ground, index) => tidyText(ground) + (index === facts.grounds.length - 1 ? "." : ";")),
    body: [
      `Ngày ${writeLongDate(decision.decided_on).slice("ngày ".length)}, ${tidyText(decision.issued_by)} đã ban hành Quyết định số ${decision.number} ${lowerFirst(tidyText(decision.subject))}, trong đó có:`,
      `${person.join(", ")}.`,
      `Danh hiệu, hình thức khen thưởng: ${tidyText(facts.honour_name)}.`,
      `Thành tích: ${tidyText(facts.achievement)}.`,
      "Trích lục này có giá trị chứng minh việc khen thưởng đã được ghi trong Quyết định nêu trên.",
    ],
    signature: facts.signature,
    distribution: facts.distribution.map((line, index) => {
      return `- ${tidyText(line)}${index === facts.distribution.length - 1 ? "." : ";"}`;
    }),
    verification: facts.verification,
  };
}

function capitals(text: string): string {
  return tidyText(text).toLocaleUpperCase("vi");
}

/** The subject stands inside a sentence: `Về việc` becomes `về việc`. */
function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
}
