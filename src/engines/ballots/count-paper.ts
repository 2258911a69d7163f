import { say, type Text } from "../../kernel/text.ts";
import { CHOICES, type Votes } from "./rule.ts";

/** The numbers of the tellers' minutes (biên bản kiểm phiếu) of a ballot on paper. */
export type PaperCount = Votes & {
  readonly issued: number;
  readonly not_returned: number;
  readonly collected: number;
  readonly valid: number;
  readonly invalid: number;
};

/** The fields of such minutes, in the order of the form. */
export const PAPER_FIELDS = ["issued", "not_returned", "collected", "valid", "invalid", ...CHOICES] as const;
export type PaperField = (typeof PAPER_FIELDS)[number];

/** Numbers that do not fit together: the fields they stand in, the first is where to look; and the sentence. */
export type CountProblem = { readonly fields: readonly PaperField[]; readonly message: Text };

const NAMES: { readonly [field in PaperField]: Text } = {
  issued: say("số phiếu phát ra", "ballots issued"),
  not_returned: say("số phiếu không thu về", "ballots not returned"),
  collected: say("số phiếu thu về", "ballots collected"),
  valid: say("số phiếu hợp lệ", "valid ballots"),
  invalid: say("số phiếu không hợp lệ", "invalid ballots"),
  agree: say("số phiếu đồng ý", "ballots in favour"),
  disagree: say("số phiếu không đồng ý", "ballots against"),
  blank: say("số phiếu trắng", "blank ballots"),
};

/** What must be the sum of what. Blank ballots are valid ones that support nothing. */
const SUMS: readonly { readonly whole: PaperField; readonly parts: readonly PaperField[] }[] = [
  { whole: "issued", parts: ["collected", "not_returned"] },
  { whole: "collected", parts: ["valid", "invalid"] },
  { whole: "valid", parts: CHOICES },
];

/**
 * Takes the numbers of the minutes of a paper ballot; gives every equation that does not hold, with the numbers
 * found, and every number that is not a whole one from 0; none when the minutes agree with themselves.
 */
export function checkCountRecord(count: PaperCount): readonly CountProblem[] {
  const wrong = PAPER_FIELDS.filter((field) => !Number.isSafeInteger(count[field]) || count[field] < 0);
  if (wrong.length > 0) return wrong.map((field) => ({ fields: [field], message: notWhole(field, count[field]) }));
  return SUMS.flatMap(({ whole, parts }) => {
    const sum = parts.reduce((total, part) => total + count[part], 0);
    return sum === count[whole] ? [] : [{ fields: [whole, ...parts], message: doesNotAddUp(count, whole, parts, sum) }];
  });
}

function notWhole(field: PaperField, found: number): Text {
  return say(
    `${capital(NAMES[field].vi)} phải là số nguyên không âm, không phải ${found}.`,
    `${capital(NAMES[field].en)}: a whole number from 0 is needed, not ${found}.`,
  );
}

function doesNotAddUp(count: PaperCount, whole: PaperField, parts: readonly PaperField[], sum: number): Text {
  const list = (lang: "vi" | "en", joint: string) => parts.map((part) => `${NAMES[part][lang]} (${count[part]})`).join(joint);
  return say(
    `${capital(NAMES[whole].vi)} (${count[whole]}) phải bằng tổng của ${list("vi", ", ")}: cộng lại là ${sum}.`,
    `${capital(NAMES[whole].en)} (${count[whole]}) must be the sum of ${list("en", ", ")}: they add up to ${sum}.`,
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
