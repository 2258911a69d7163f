import { type Lang, say, type Text } from "../../kernel/text.ts";
import type { AreaMinutes, TallyInput } from "./input.ts";
import { type Citation, citationsOf, type RuleId } from "./law.ts";

/** `error` stops the tally; `warning` must be explained in the minutes. */
export type CheckSeverity = "error" | "warning";

const CHECKS = {
  voted_exceeds_listed: ["error", "team_minutes"],
  issued_differs_from_voted: ["warning", "one_ballot"],
  collected_exceeds_issued: ["error", "team_minutes"],
  valid_plus_invalid: ["error", "team_minutes"],
  votes_exceed_valid: ["error", "team_minutes"],
  votes_sum_low: ["error", "ballot_validity"],
  votes_sum_high: ["error", "ballot_validity"],
  names_left_mismatch: ["error", "grouping"],
  unknown_candidate: ["error", "board_minutes"],
  duplicate_area: ["error", "board_minutes"],
  not_returned: ["warning", "team_minutes"],
} as const satisfies Record<string, readonly [CheckSeverity, RuleId]>;

export type ProblemId = keyof typeof CHECKS;
const ORDER = Object.keys(CHECKS);

/** What does not agree in an area's minutes. */
export type Problem = { readonly area: string; readonly id: ProblemId; readonly severity: CheckSeverity; readonly text: string; readonly cite: readonly Citation[] };

/** Takes the input; gives every problem of the areas that count, by area, then by kind: the same whatever the order of the input. */
export function findProblems(input: TallyInput, lang: Lang): readonly Problem[] {
  const ids = new Set(input.candidates.map(({ id }) => id));
  const found: Problem[] = [];
  const seen = new Map<string, number>();
  for (const sheet of input.minutes) {
    if (sheet.annulled === true) continue;
    const { area } = sheet;
    const times = (seen.get(area) ?? 0) + 1;
    seen.set(area, times);
    const add = (id: ProblemId, text: Text): void => {
      const [severity, rule] = CHECKS[id];
      found.push({ area, id, severity, text: text[lang], cite: citationsOf([rule], input.polling_day) });
    };
    if (times === 2) add("duplicate_area", say(`Khu vực ${area} có nhiều hơn một biên bản.`, `The area ${area} has more than one set of minutes.`));
    checkCounts(sheet, add);
    checkVotes(sheet, Math.min(input.seats, input.candidates.length), ids, add);
  }
  return found.sort((a, b) => compare(a.area, b.area) || ORDER.indexOf(a.id) - ORDER.indexOf(b.id) || compare(a.text, b.text));
}

type Add = (id: ProblemId, text: Text) => void;

function checkCounts({ listed, voted, issued, collected, valid, invalid }: AreaMinutes, add: Add): void {
  if (voted > listed) add("voted_exceeds_listed", say(`${voted} người đi bầu nhưng danh sách đã cập nhật chỉ có ${listed} cử tri.`, `${voted} voted, but the updated list has ${listed} voters.`));
  if (issued !== voted) add("issued_differs_from_voted", say(`Phát ra ${issued} phiếu cho ${voted} người đi bầu; cần giải trình.`, `${issued} ballots issued to ${voted} voters; this must be explained.`));
  if (collected > issued) add("collected_exceeds_issued", say(`Thu vào ${collected} phiếu, nhiều hơn ${issued} phiếu phát ra: dừng lại và báo cáo.`, `${collected} ballots collected, more than the ${issued} issued: stop and report.`));
  if (valid + invalid !== collected) {
    add("valid_plus_invalid", say(`Hợp lệ ${valid} cộng không hợp lệ ${invalid} là ${valid + invalid}, khác số thu vào ${collected}.`, `Valid ${valid} plus invalid ${invalid} make ${valid + invalid}, not the ${collected} collected.`));
  }
  if (collected < voted) add("not_returned", say(`${voted - collected} phiếu không thu về.`, `${voted - collected} ballots did not come back.`));
}

function checkVotes({ valid, votes, by_names_left }: AreaMinutes, most: number, ids: ReadonlySet<string>, add: Add): void {
  let sum = 0;
  for (const [id, number] of votes) {
    sum += number;
    if (!ids.has(id)) add("unknown_candidate", say(`"${id}" không có trong danh sách người ứng cử.`, `"${id}" is not among the candidates.`));
    if (number > valid) add("votes_exceed_valid", say(`"${id}" được ${number} phiếu, nhiều hơn ${valid} phiếu hợp lệ.`, `"${id}" has ${number} votes, more than the ${valid} valid ballots.`));
  }
  if (sum < valid) add("votes_sum_low", say(`Tổng số phiếu của các ứng cử viên là ${sum}, ít hơn ${valid} phiếu hợp lệ: mỗi phiếu hợp lệ để lại ít nhất một người.`, `All votes make ${sum}, fewer than ${valid} valid ballots: a valid ballot leaves at least one name.`));
  if (sum > most * valid) add("votes_sum_high", say(`Tổng số phiếu của các ứng cử viên là ${sum}, nhiều hơn ${most} × ${valid} phiếu hợp lệ.`, `All votes make ${sum}, more than ${most} × ${valid} valid ballots.`));
  if (by_names_left === undefined) return;
  let ballots = 0;
  let names = 0;
  let outside = 0;
  for (const [key, number] of by_names_left) {
    const left = Number(key);
    ballots += number;
    names += left * number;
    if (left < 1 || left > most) outside += number;
  }
  if (ballots === valid && names === sum && outside === 0) return;
  add("names_left_mismatch", say(
    `Phân loại theo số người để lại: ${ballots} phiếu (hợp lệ ${valid}), ${names} lượt bầu (các ứng cử viên ${sum}), ${outside} phiếu để lại ngoài khoảng 1 đến ${most} người.`,
    `By names left: ${ballots} ballots (valid ${valid}), ${names} votes (candidates ${sum}), ${outside} ballots that left other than 1 to ${most} names.`,
  ));
}

/** Orders texts by code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
