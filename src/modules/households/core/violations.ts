import type { Candidate } from "../../../engines/rulebook/index.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { foldForSearch } from "../../../kernel/vietnamese.ts";

/** A ground that excludes a household (trường hợp không xét), by the rulebook's own words. */
export type Violation = NonNullable<Candidate["violations"]>[number];

/** A ground with the evidence on which it rests. */
export type StatedViolation = { readonly kind: Violation; readonly evidence: string };

/** What each ground is called. The list is closed: what is not on it excludes nobody. */
export const VIOLATION_NAMES: Readonly<Record<Violation, Text>> = {
  prosecuted: say("Bị truy cứu hình sự hoặc xử lý hành chính", "Prosecuted or under administrative handling"),
  military_duty: say("Không hoàn thành nghĩa vụ quân sự", "Military duty not met"),
  tax: say("Không hoàn thành nghĩa vụ thuế", "Tax duty not met"),
  construction: say("Bị xử phạt về xây dựng", "Fined for construction"),
  fire_safety: say("Bị xử phạt về phòng cháy", "Fined for fire safety"),
  environment: say("Bị xử phạt về môi trường", "Fined for the environment"),
  child_marriage: say("Tảo hôn, hôn nhân cận huyết", "Child or consanguineous marriage"),
  domestic_violence: say("Bạo lực gia đình", "Domestic violence"),
  social_evils: say("Ma túy, mại dâm, trộm cắp, cờ bạc", "Drugs, prostitution, theft or gambling"),
  disorderly_gathering: say("Tụ tập gây rối trật tự", "Disorderly gathering"),
};

/** The grounds in the order of the list. */
export const VIOLATIONS = Object.keys(VIOLATION_NAMES) as [Violation, ...Violation[]];

/** Takes what a person wrote in a cell (`tax; Bạo lực gia đình`, `không`); gives the grounds, or the first word that is none of them. */
export function readViolations(cell: string): { kinds: Violation[] } | { unknown: string } {
  const kinds: Violation[] = [];
  const words = cell.split(/[;\n]/).map((word) => word.trim()).filter((word) => word !== "" && !["khong", "0", "-", "no", "none"].includes(foldForSearch(word)));
  for (const word of words) {
    const kind = VIOLATIONS.find((known) => [known, VIOLATION_NAMES[known].vi, VIOLATION_NAMES[known].en].some((name) => foldForSearch(name) === foldForSearch(word)));
    if (kind === undefined) return { unknown: word };
    if (!kinds.includes(kind)) kinds.push(kind);
  }
  return { kinds };
}
