import { unreachable } from "../../kernel/result.ts";
import type { SignatureBlock } from "./paper.ts";

/**
 * In what capacity somebody signs (Decree 30/2020/NĐ-CP, appendix I, part II, item 7): the head
 * personally, a deputy for the head (KT., ký thay), or for the collective body (TM., thay mặt).
 */
export type SigningCapacity = "head" | "deputy_for_head" | "head_for_body" | "deputy_for_body";

/** Whose office it is: the titles of head and deputy and the body's name, as `Chủ tịch`, `Phó Chủ tịch`, `Ủy ban nhân dân`. */
export type SigningOffice = { readonly head: string; readonly deputy: string; readonly body: string };

/** The office of a People's Committee. */
export const PEOPLES_COMMITTEE: SigningOffice = { head: "Chủ tịch", deputy: "Phó Chủ tịch", body: "Ủy ban nhân dân" };

/** Takes the capacity, the office and the name without honorifics; gives the signature block in capitals. */
export function writeSignature(capacity: SigningCapacity, office: SigningOffice, name: string): SignatureBlock {
  return { capacity: capacityLines(capacity, office).map((line) => line.toLocaleUpperCase("vi")), name };
}

function capacityLines(capacity: SigningCapacity, office: SigningOffice): string[] {
  switch (capacity) {
    case "head":
      return [office.head];
    case "deputy_for_head":
      return [`KT. ${office.head}`, office.deputy];
    case "head_for_body":
      return [`TM. ${office.body}`, office.head];
    case "deputy_for_body":
      return [`TM. ${office.body}`, `KT. ${office.head}`, office.deputy];
  }
  return unreachable(capacity);
}
