import { err, ok, type Result } from "../../kernel/result.ts";
import * as F from "./facts.ts";
import { canonicalHonour, honourIds, LAW } from "./law.ts";
import { AUTHORITIES, SUBJECT_KINDS } from "./law-types.ts";
import type { Lang } from "./say.ts";
import { day, type InputError, list, object, oneOf, optional, percentText, required, type Shape, text, truth, whole } from "./shape.ts";

const year = whole(1900, 2199);
const count = whole(0, 1_000_000_000);
/** Reads an honour's id or alias as the id or alias that was written. */
export const honourId: Shape<string> = oneOf(honourIds());
const canonicalId: Shape<string> = (value, path, lang) => {
  const result = honourId(value, path, lang);
  return result.ok ? ok(canonicalHonour(result.value)) : result;
};

const yearMap: Shape<Readonly<Record<string, F.Rating>>> = (value, path, lang) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return object({})(value, path, lang) as Result<never, InputError>;
  for (const [key, rating] of Object.entries(value)) {
    const asYear = whole(1900, 2199)(/^\d{4}$/.test(key) ? Number(key) : key, `${path}.${key}`, lang);
    if (!asYear.ok) return asYear;
    const read = oneOf(F.RATINGS)(rating, `${path}.${key}`, lang);
    if (!read.ok) return read;
  }
  return ok(value as Record<string, F.Rating>);
};

const period: Shape<readonly [number, number]> = (value, path, lang) => {
  const read = list(year)(value, path, lang);
  if (!read.ok) return read;
  const [from, to] = read.value;
  if (read.value.length !== 2 || from === undefined || to === undefined || from > to) {
    const message = lang === "vi" ? "Phải có đúng hai năm, năm đầu không sau năm cuối, ví dụ [2016, 2020]." : "Exactly two years are accepted, the first not after the last, for example [2016, 2020].";
    return err({ path, message });
  }
  return ok([from, to]);
};

const candidate: Shape<F.Candidate> = object<F.Candidate>({
  kind: required(oneOf(SUBJECT_KINDS)),
  worker: optional(oneOf(F.WORKERS)),
  registered: optional(truth),
  recruited_on: optional(day),
  rating: optional(oneOf(F.RATINGS)),
  ratings: optional(yearMap),
  discipline: optional(list(object<F.Discipline>({ form: optional(oneOf(F.DISCIPLINE_FORMS)), on: optional(day), ends_on: optional(day) }))),
  pending: optional(list(oneOf(F.PENDING_MATTERS))),
  absences: optional(
    list(
      object<F.Absence>({
        reason: required(oneOf(["maternity", "training", "rescue_injury", "other"])),
        from: optional(day),
        to: optional(day),
        result: optional(oneOf(["excellent", "good", "fair", "average"])),
      }),
    ),
  ),
  initiatives: optional(
    list(object<F.Initiative>({ year: optional(year), scope: optional(oneOf(F.SCOPES)), kind: optional(oneOf(["initiative", "research", "military_ingenuity"])) })),
  ),
  record: optional(
    list(
      object<F.PastAward>({
        honour: required(canonicalId),
        year: optional(year),
        decided_on: optional(day),
        period: optional(period),
        type: optional(oneOf(F.COMMENDATION_TYPES)),
        achievement: optional(text),
      }),
    ),
  ),
  achievement: optional(text),
  type: optional(oneOf(F.COMMENDATION_TYPES)),
  proposed_by: optional(oneOf(["managing_unit", "former_unit"])),
  campaign: optional(object<NonNullable<F.Candidate["campaign"]>>({ launched_by: optional(oneOf(F.LAUNCHERS)), years: optional(whole(0, 100)), leads: optional(truth) })),
  signatory: optional(oneOf(["director", "board_chair"])),
  members: optional(
    object<F.MemberFigures>({
      total: optional(count),
      completed: optional(count),
      advanced_labourers: optional(count),
      grassroots_fighters: optional(count),
      disciplined: optional(list(oneOf(F.DISCIPLINE_FORMS))),
    }),
  ),
  formed_on: optional(day),
  dissolved_on: optional(day),
  meets_provincial_flag: optional(truth),
  leads_cluster: optional(truth),
  years_as_cultured_family: optional(list(year)),
  violations: optional(list(oneOf(F.VIOLATIONS))),
});

const checkInput: Shape<F.CheckInput> = object<F.CheckInput>({
  honour: required(honourId),
  year: optional(year),
  received_on: required(day),
  authority: optional(oneOf(AUTHORITIES)),
  candidate: required(candidate),
  pool: optional(
    object<F.Pool>({ advanced_labourers: optional(count), provincial_flag_units: optional(count), proposed: optional(count), local_cap: optional(percentText) }),
  ),
  vote: optional(object<F.Vote>({ members: optional(whole(1, 100_000)), present: optional(count), written: optional(count), approve: optional(count), secret: optional(truth) })),
});

/**
 * Takes any JSON value; gives the CheckInput it says, with awards of the record under catalogue ids.
 * Error: the first field that is unknown, missing, of a wrong type or value, or contradicts another one.
 */
export function parseCheckInput(json: unknown, options: { lang?: Lang } = {}): Result<F.CheckInput, InputError> {
  const lang = options.lang ?? "vi";
  const read = checkInput(json, "$", lang);
  if (!read.ok) return read;
  const contradiction = findContradiction(read.value, lang);
  return contradiction === null ? read : err(contradiction);
}

function findContradiction(input: F.CheckInput, lang: Lang): InputError | null {
  const first = LAW.regimes[0];
  if (first !== undefined && input.received_on < first.from) {
    return { path: "$.received_on", message: noRulebookOn(input.received_on, first.from, lang) };
  }
  const { members, rating, ratings, absences } = input.candidate;
  const stated = input.year === undefined ? undefined : ratings?.[input.year];
  if (rating !== undefined && stated !== undefined && stated !== rating) {
    return contradicts("$.candidate.ratings", "rating", rating, stated, lang);
  }
  for (const [index, absence] of (absences ?? []).entries()) {
    if (absence.from !== undefined && absence.to !== undefined && absence.to < absence.from) {
      return contradicts(`$.candidate.absences[${index}].to`, "from", absence.from, absence.to, lang);
    }
  }
  if (members?.total !== undefined) {
    for (const part of ["completed", "advanced_labourers", "grassroots_fighters"] as const) {
      const value = members[part];
      if (value !== undefined && value > members.total) return contradicts(`$.candidate.members.${part}`, "total", members.total, value, lang);
    }
  }
  return input.vote === undefined ? null : voteContradiction(input.vote, "$.vote", lang);
}

/** Takes a vote's numbers; gives the contradiction between them, or null. */
export function voteContradiction(vote: F.Vote, path: string, lang: Lang): InputError | null {
  const { members, present, written, approve } = vote;
  if (members !== undefined && present !== undefined && present + (written ?? 0) > members) return contradicts(`${path}.present`, "members", members, present + (written ?? 0), lang);
  if (members !== undefined && approve !== undefined && approve > members) return contradicts(`${path}.approve`, "members", members, approve, lang);
  if (present !== undefined && written !== undefined && approve !== undefined && approve > present + written) {
    return contradicts(`${path}.approve`, "present + written", present + written, approve, lang);
  }
  return null;
}

function contradicts(path: string, other: string, otherValue: unknown, found: unknown, lang: Lang): InputError {
  const message =
    lang === "vi"
      ? `Mâu thuẫn: có ${String(found)} trong khi ${other} là ${String(otherValue)}.`
      : `Contradiction: found ${String(found)} while ${other} is ${String(otherValue)}.`;
  return { path, message };
}

/** The sentence for a day before the first regime. */
export function noRulebookOn(date: string, first: string, lang: Lang): string {
  return lang === "vi"
    ? `Không có bộ quy tắc cho ngày ${date} (no rulebook for that day); chấp nhận từ ngày ${first}.`
    : `There is no rulebook for that day, ${date}; accepted from ${first}.`;
}
