import { z } from "zod";
import { compare, decimal, toText, ZERO } from "../../kernel/decimal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type Failure, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { mostPoints, readPoints, type ReviewCriterion } from "./core/scale.ts";
import type { Review } from "./store.ts";

/** What the practice of communes is where no local instrument says otherwise; not checked against the text of a law, so it only warns. */
export const USUAL_PERCENT = 60;

/** What is said of a review when it is opened or revised. Points are typed as people write numbers. */
export const reviewFields = {
  registration_due_on: field.date(),
  criteria: field.list(z.strictObject({ id: field.maybe(field.text(40)), title: field.text(200), max: field.text(20) }), 60),
  pass_mark: field.maybe(field.text(20)),
  scale_instrument: field.maybe(field.text(200)),
  quorum_percent: field.whole(0, 100),
  agree_percent: field.whole(0, 100),
  share_instrument: field.maybe(field.text(200)),
  posting_days: field.maybe(field.whole(1, 60)),
  posting_instrument: field.maybe(field.text(200)),
};
type Typed = z.output<z.ZodObject<typeof reviewFields>>;

/** Takes what was typed of a review; gives its columns. Fails at the field whose number is none or does not fit the scale. */
export function readReview(typed: Typed): Result<Pick<Review, "registration_due_on" | "criteria" | "pass_mark" | "scale_instrument" | "quorum_percent" | "agree_percent" | "share_instrument" | "posting_days" | "posting_instrument">, Failure> {
  const criteria: ReviewCriterion[] = [];
  for (const [index, { id, title, max }] of typed.criteria.entries()) {
    const read = readPoints(max);
    if (!read.ok) return failField(`criteria.${index}.max`, read.error.vi, read.error.en);
    if (compare(read.value, ZERO) === 0) return failField(`criteria.${index}.max`, "Điểm tối đa phải lớn hơn 0.", "The most points must be more than 0.");
    criteria.push({ id: id ?? freeId(typed, criteria), title, max: toText(read.value) });
  }
  if (new Set(criteria.map((criterion) => criterion.id)).size !== criteria.length) return failField("criteria.0.title", "Hai tiêu chí trùng mã.", "Two criteria have one id.");
  const mark = typed.pass_mark === undefined ? null : readPoints(typed.pass_mark);
  if (mark !== null && !mark.ok) return failField("pass_mark", mark.error.vi, mark.error.en);
  const most = mostPoints(criteria);
  if (mark !== null && most !== null && compare(mark.value, most) > 0) return failField("pass_mark", "Mức đạt lớn hơn tổng điểm của các tiêu chí.", "The pass mark is above the sum of the criteria.");
  if (typed.posting_days !== undefined && typed.posting_instrument === undefined) return failField("posting_instrument", "Hãy ghi văn bản của địa phương quy định số ngày niêm yết.", "Name the local instrument that asks for these days.");
  return ok({
    registration_due_on: typed.registration_due_on, criteria, pass_mark: mark === null ? null : toText(mark.value), scale_instrument: typed.scale_instrument ?? null,
    quorum_percent: typed.quorum_percent, agree_percent: typed.agree_percent, share_instrument: typed.share_instrument ?? null,
    posting_days: typed.posting_days ?? null, posting_instrument: typed.posting_instrument ?? null,
  });
}

/** The next free id of a criterion: ids stay when titles are mended, so that scores stay with their criterion. */
function freeId(typed: Typed, made: readonly ReviewCriterion[]): string {
  const taken = new Set([...typed.criteria.map((criterion) => criterion.id), ...made.map((criterion) => criterion.id)]);
  let number = 1;
  while (taken.has(`c${number}`)) number += 1;
  return `c${number}`;
}

/** Says whether a household's scores still fit a scale: no criterion gone, none above its most. */
export function scoresFit(criteria: readonly ReviewCriterion[], scores: Readonly<Record<string, string>>, points: string | null): boolean {
  const most = mostPoints(criteria);
  if (points !== null && most !== null && compare(decimal(points), most) > 0) return false;
  return Object.entries(scores).every(([id, score]) => {
    const criterion = criteria.find((each) => each.id === id);
    return criterion !== undefined && compare(decimal(score), decimal(criterion.max)) <= 0;
  });
}
