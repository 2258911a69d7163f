import { formatDate, type PlainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Lang, say } from "../../kernel/text.ts";
import { electionLawOn, firstLawDay } from "./law.ts";
import { count, counts, day, id, type InputError, list, object, oneOf, optional, orNull, required, text, truth, whole } from "./shape.ts";

export const LEVELS = ["national_assembly", "province_council", "district_council", "commune_council"] as const;
/** Which body is elected (Quốc hội, Hội đồng nhân dân tỉnh, huyện, xã). */
export type ElectedLevel = (typeof LEVELS)[number];

export const ROUNDS = ["first", "rerun", "extra"] as const;
/** The first vote, bầu cử lại, or bầu cử thêm. */
export type Round = (typeof ROUNDS)[number];

/** A candidate (người ứng cử) of the constituency; `born_on` null or absent when unknown. */
export type TallyCandidate = { readonly id: string; readonly name: string; readonly born_on?: PlainDate | null };

/**
 * A polling team's minutes (biên bản của Tổ bầu cử), counts of people or ballots. `listed` is the voter list as
 * updated to the start of voting. `by_names_left` counts valid ballots by how many names were left on them.
 */
export type AreaMinutes = {
  readonly area: string;
  readonly listed: number;
  readonly voted: number;
  readonly issued: number;
  readonly collected: number;
  readonly valid: number;
  readonly invalid: number;
  readonly votes: ReadonlyMap<string, number>;
  readonly by_names_left?: ReadonlyMap<string, number>;
  readonly annulled?: boolean;
};

/** One constituency (đơn vị bầu cử) at one level in one round. `polling_day` is that of the first round. */
export type TallyInput = {
  readonly level: ElectedLevel;
  readonly round: Round;
  readonly polling_day: PlainDate;
  readonly seats: number;
  readonly candidates: readonly TallyCandidate[];
  readonly expected_areas?: readonly string[];
  readonly minutes: readonly AreaMinutes[];
};

const minutes = object<AreaMinutes>({
  area: required(text),
  listed: required(count),
  voted: required(count),
  issued: required(count),
  collected: required(count),
  valid: required(count),
  invalid: required(count),
  votes: required(counts(/./s, say("mã người ứng cử", "a candidate's id"))),
  by_names_left: optional(counts(/^(0|[1-9]\d{0,3})$/, say("số người để lại trên phiếu, ví dụ \"3\"", "how many names were left, for example \"3\""))),
  annulled: optional(truth),
});

const tallyInput = object<TallyInput>({
  level: required(oneOf(LEVELS)),
  round: required(oneOf(ROUNDS)),
  polling_day: required(day),
  seats: required(whole(1, 1000)),
  candidates: required(list(object<TallyCandidate>({ id: required(id), name: required(text), born_on: optional(orNull(day)) }))),
  expected_areas: optional(list(text)),
  minutes: required(list(minutes)),
});

/**
 * Takes any JSON value; gives the TallyInput. Error: the first field that is unknown, missing, of a wrong type,
 * negative or a fraction; a candidate listed twice; minutes of an area that is not expected; a day without an
 * election law, or a level that the law of the day does not elect.
 */
export function parseTallyInput(json: unknown, options: { lang?: Lang } = {}): Result<TallyInput, InputError> {
  const { lang = "vi" } = options;
  const read = tallyInput(json, "$", lang);
  if (!read.ok) return read;
  const contradiction = findContradiction(read.value, lang);
  return contradiction === null ? ok(read.value) : err(contradiction);
}

function findContradiction({ level, polling_day, candidates, expected_areas, minutes: sheets }: TallyInput, lang: Lang): InputError | null {
  const law = electionLawOn(polling_day);
  if (law === null) {
    return { path: "$.polling_day", message: say(`Không có luật bầu cử trong dữ liệu cho ngày ${polling_day}; chấp nhận từ ngày ${firstLawDay()}.`, `No election law in force is known for ${polling_day}; accepted from ${firstLawDay()}.`)[lang] };
  }
  if (!law.levels.includes(level)) {
    const levels = law.levels.join(", ");
    return { path: "$.level", message: say(`Luật áp dụng ngày ${formatDate(polling_day)} không bầu cấp "${level}"; chấp nhận ${levels}.`, `The law of ${polling_day} elects no "${level}"; accepted: ${levels}.`)[lang] };
  }
  if (candidates.length === 0) return { path: "$.candidates", message: say("Cần ít nhất một người ứng cử.", "At least one candidate is needed.")[lang] };
  const ids = new Set<string>();
  for (const [index, candidate] of candidates.entries()) {
    if (ids.has(candidate.id)) return { path: `$.candidates[${index}].id`, message: say(`Người ứng cử "${candidate.id}" đứng hai lần trong danh sách.`, `The candidate "${candidate.id}" stands twice in the list.`)[lang] };
    ids.add(candidate.id);
  }
  // An empty list expects nothing in particular, as no list does.
  if (expected_areas === undefined || expected_areas.length === 0) return null;
  const expected = new Set(expected_areas);
  for (const [index, { area }] of sheets.entries()) {
    if (!expected.has(area)) return { path: `$.minutes[${index}].area`, message: say(`Khu vực "${area}" không có trong expected_areas: ${short(expected_areas)}.`, `The area "${area}" is not among expected_areas: ${short(expected_areas)}.`)[lang] };
  }
  return null;
}

function short(areas: readonly string[]): string {
  return areas.length > 10 ? `${areas.slice(0, 10).join(", ")}…` : areas.join(", ");
}
