import { decimal, decimalOf, multiply, toText } from "../../kernel/decimal.ts";
import { dong, multiplyRoundedUp } from "../../kernel/dong.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { honourOf, inForce, LAW, provisionOn, wholeOf } from "./law.ts";
import { type Citation, type RecipientClass, type Standing, SUBJECT_KINDS, type SubjectKind } from "./law-types.ts";
import { honourId, noRulebookOn } from "./parse-input.ts";
import type { Lang } from "./say.ts";
import { day, type InputError, object, oneOf, problem, required } from "./shape.ts";

/** What `bonus` is asked: honour id, kind of recipient, and the day the award was decided. */
export type BonusInput = { readonly honour: string; readonly kind: SubjectKind; readonly decided_on: PlainDate };

/** The reward money (tiền thưởng): whole đồng, the coefficient as decimal text. */
export type BonusOutput = {
  readonly amount: number;
  readonly currency: "VND";
  readonly base_salary: number;
  readonly coefficient: string;
  readonly rounding: "up to 10,000";
  readonly status: Standing;
  readonly cite: readonly Citation[];
};

const bonusInput = object<BonusInput>({ honour: required(honourId), kind: required(oneOf(SUBJECT_KINDS)), decided_on: required(day) });

/** Takes any JSON value; gives the BonusInput, or the first field that is wrong. */
export function parseBonusInput(json: unknown, options: { lang?: Lang } = {}): Result<BonusInput, InputError> {
  return bonusInput(json, "$", options.lang ?? "vi");
}

/**
 * Gives the reward money of an award: base salary of the decision day × coefficient, then rounded up to the next
 * 10,000 đồng (Decree 91/2017, articles 68 and 69; kept from 2024 on as far as known). Error: no rulebook for the
 * day, or no coefficient for this honour and recipient in its regime. `status` is unverified where the base
 * salary, the coefficient, or a rounding that changes the amount was not read in a source.
 */
export function bonus(input: BonusInput, options: { lang?: Lang } = {}): Result<BonusOutput, InputError> {
  const lang = options.lang ?? "vi";
  const on = input.decided_on;
  const first = LAW.regimes[0];
  if (first !== undefined && on < first.from) return err({ path: "$.decided_on", message: noRulebookOn(on, first.from, lang) });
  const honour = honourOf(input.honour).id;
  const lines = LAW.bonus.filter((line) => line.honour === honour).flatMap((line) => ({ class: line.class, value: inForce(line.values, on) }));
  const inRegime = lines.filter(({ value }) => value !== null);
  if (inRegime.length === 0) {
    const known = LAW.bonus.filter(({ values }) => inForce(values, on) !== null).map((line) => line.honour);
    const accepted = [...new Set(known)].join(", ");
    return err(problem("$.honour", input.honour, { vi: `danh hiệu, hình thức có mức thưởng vào ngày ${on}: ${accepted}`, en: `honours with a bonus on ${on}: ${accepted}` }, lang));
  }
  const coefficient = inRegime.find((line) => line.class === classOf(input.kind))?.value;
  if (coefficient === undefined || coefficient === null || coefficient.value === undefined) {
    const accepted = SUBJECT_KINDS.filter((kind) => inRegime.some((line) => line.class === classOf(kind))).join(", ");
    return err(problem("$.kind", input.kind, { vi: accepted, en: accepted }, lang));
  }
  const salary = provisionOn("base_salary", on);
  const rounding = provisionOn("bonus_rounding", on);
  const factor = decimal(coefficient.value);
  const amount = multiplyRoundedUp(dong(wholeOf(salary)), factor, wholeOf(rounding));
  const exact = toText(multiply(decimalOf(wholeOf(salary)), factor));
  const rounded = exact !== String(amount);
  const decides = [coefficient, salary, ...(rounded ? [rounding] : [])];
  return ok({
    amount,
    currency: "VND",
    base_salary: wholeOf(salary),
    coefficient: toText(factor),
    rounding: "up to 10,000",
    status: decides.every(({ status }) => status === "verified") ? "verified" : "unverified",
    cite: [coefficient, salary, rounding].flatMap(({ cite }) => cite),
  });
}

function classOf(kind: SubjectKind): RecipientClass {
  switch (kind) {
    case "individual":
      return "person";
    case "household":
      return "household";
    case "collective":
    case "enterprise":
    case "residential_area":
    case "commune":
      return "collective";
  }
}
