import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { say, type Text } from "../../../../kernel/text.ts";

export const MATTERS = ["tax", "social_insurance", "environment", "police", "labour", "other"] as const;
/** What another office is asked about (nội dung hiệp y). */
export type Matter = (typeof MATTERS)[number];

export const MATTER_NAMES: Readonly<Record<Matter, Text>> = {
  tax: say("Nghĩa vụ thuế", "Taxes"),
  social_insurance: say("Bảo hiểm xã hội", "Social insurance"),
  environment: say("Bảo vệ môi trường", "Environment"),
  police: say("An ninh trật tự, chấp hành pháp luật", "Public order, obedience to the law"),
  labour: say("Pháp luật lao động", "Labour law"),
  other: say("Nội dung khác", "Another matter"),
};

export const ANSWERS = ["no_objection", "objection"] as const;
export type Answer = (typeof ANSWERS)[number];

export const ANSWER_NAMES: Readonly<Record<Answer, Text>> = {
  no_objection: say("Không có ý kiến khác", "No objection"),
  objection: say("Có vi phạm, đề nghị xem xét", "Objection"),
};

export const SILENCES = ["means_no_objection", "means_nothing"] as const;
/** What it means when the office asked does not answer by the due date. Only a written rule can make silence an answer. */
export type Silence = (typeof SILENCES)[number];

export const SILENCE_NAMES: Readonly<Record<Silence, Text>> = {
  means_no_objection: say("Quá hạn không trả lời coi như không có ý kiến khác", "No answer by the due date counts as no objection"),
  means_nothing: say("Quá hạn vẫn phải chờ trả lời", "The answer is waited for beyond the due date"),
};

export const APPLIES = ["enterprises", "enterprise_people", "all"] as const;
/** Whose dossiers a clearance rule covers: of enterprises and cooperatives themselves, of their people, or everybody's. */
export type Applies = (typeof APPLIES)[number];

export const APPLIES_NAMES: Readonly<Record<Applies, Text>> = {
  enterprises: say("Doanh nghiệp, hợp tác xã", "Enterprises and cooperatives"),
  enterprise_people: say("Người của doanh nghiệp, hợp tác xã", "People of enterprises and cooperatives"),
  all: say("Mọi hồ sơ", "Every dossier"),
};

/** Where a question stands: `waiting` for an answer, `silent_clear` and `silent_open` after the due date, the latter still waited for. */
export type Standing = "clear" | "objection" | "waiting" | "silent_clear" | "silent_open";

export const STANDING_NAMES: Readonly<Record<Standing, Text>> = {
  clear: say("Không có ý kiến khác", "No objection"),
  objection: say("Có ý kiến", "Objection"),
  waiting: say("Chờ trả lời", "Waiting"),
  silent_clear: say("Quá hạn, coi như không có ý kiến khác", "Overdue, counts as no objection"),
  silent_open: say("Quá hạn, chưa trả lời", "Overdue, not answered"),
};

/** Takes an answer (null while there is none), the due date, what silence means and today; gives where the question stands. The due date itself still belongs to the one asked. */
export function standingOf(line: { readonly answer: Answer | null; readonly due_on: PlainDate; readonly silence: Silence }, today: PlainDate): Standing {
  if (line.answer === "no_objection") return "clear";
  if (line.answer === "objection") return "objection";
  if (today <= line.due_on) return "waiting";
  return line.silence === "means_no_objection" ? "silent_clear" : "silent_open";
}

/** A clearance rule (L: set by the locality) as its row stands; `to_on` is the first day it no longer covers. */
export type ClearanceRule = {
  readonly id: string;
  readonly applies: Applies;
  readonly matter: Matter;
  readonly days: number;
  readonly silence: Silence;
  readonly instrument: string;
  readonly from_on: PlainDate;
  readonly to_on: PlainDate | null;
};

/** Who a dossier is about, as far as clearance rules ask. */
export type Asked = { readonly of_enterprise: boolean; readonly individual: boolean };

/** Takes the declared rules, what a dossier is about and a day; gives the rules that ask for a clearance of it, one for each matter: of two the one that began later. */
export function rulesFor(rules: readonly ClearanceRule[], asked: Asked, on: PlainDate): ClearanceRule[] {
  const covers = (rule: ClearanceRule) => rule.from_on <= on && (rule.to_on === null || on < rule.to_on);
  const isAbout = (rule: ClearanceRule): boolean => {
    switch (rule.applies) {
      case "all":
        return true;
      case "enterprises":
        return asked.of_enterprise && !asked.individual;
      case "enterprise_people":
        return asked.of_enterprise && asked.individual;
    }
  };
  const standing = new Map<Matter, ClearanceRule>();
  for (const rule of [...rules].sort((a, b) => (a.from_on < b.from_on ? -1 : a.from_on > b.from_on ? 1 : 0))) if (covers(rule) && isAbout(rule)) standing.set(rule.matter, rule);
  return [...standing.values()];
}
