import type { PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";

export const CAMPAIGN_KINDS = ["campaign", "drive"] as const;
/** A campaign (phong trào) or a shorter burst inside one (đợt). */
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const CAMPAIGN_FORMS = ["regular", "thematic"] as const;
/** The law's two forms: thi đua thường xuyên, thi đua theo chuyên đề (Law 06/2022/QH15, article 16). */
export type CampaignForm = (typeof CAMPAIGN_FORMS)[number];

export const CAMPAIGN_STATUSES = ["draft", "launched", "closed"] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export const KIND_NAMES: Readonly<Record<CampaignKind, Text>> = {
  campaign: say("Phong trào thi đua", "Campaign"),
  drive: say("Đợt thi đua", "Drive"),
};

export const FORM_NAMES: Readonly<Record<CampaignForm, Text>> = {
  regular: say("Thi đua thường xuyên", "Regular emulation"),
  thematic: say("Thi đua theo chuyên đề", "Thematic emulation"),
};

export const STATUS_NAMES: Readonly<Record<CampaignStatus, Text>> = {
  draft: say("Bản nháp", "Draft"),
  launched: say("Đã phát động", "Launched"),
  closed: say("Đã tổng kết", "Closed"),
};

/** What may be done with a campaign in each state; the button and the server read this one table. */
export const CAMPAIGN_MOVES = {
  revise: ["draft"],
  launch: ["draft"],
  respond: ["launched"],
  urge: ["launched"],
  cascade: ["launched"],
  add_drive: ["launched"],
  close: ["launched"],
} as const satisfies Record<string, readonly CampaignStatus[]>;
export type CampaignMove = keyof typeof CAMPAIGN_MOVES;

/** Says whether the state allows the move. */
export function allows(status: CampaignStatus, move: CampaignMove): boolean {
  return (CAMPAIGN_MOVES[move] as readonly CampaignStatus[]).includes(status);
}

/** Who may do each move, held at the launching unit or above; respond and cascade at the called unit. */
export const CAMPAIGN_ROLES: Readonly<Record<CampaignMove, readonly string[]>> = {
  revise: ["officer"],
  launch: ["officer", "chair"],
  respond: ["clerk", "head"],
  urge: ["officer", "clerk", "head"],
  cascade: ["clerk", "head"],
  add_drive: ["officer"],
  close: ["officer", "chair", "clerk", "head"],
};

/** What the check before launching looks at. */
export type LaunchDraft = {
  readonly kind: CampaignKind;
  readonly occasion: string | null;
  readonly from_on: PlainDate;
  readonly to_on: PlainDate;
  readonly response_due_on: PlainDate;
  readonly criteria: readonly { unit_of_measure: string | null; evidence_source: string | null; due_on: PlainDate | null }[];
  /** How many units the scope calls on the day of launch. */
  readonly units_called: number;
};

/** One thing that stands in the way of launching, at the field where it is mended. */
export type LaunchFault = { readonly field: string; readonly text: Text };

/**
 * Takes a draft and the day of launch; gives what stands in the way: a campaign must be practical and not for
 * show, so every criterion says in what it is measured, from which evidence, and by when.
 */
export function launchFaults(draft: LaunchDraft, today: PlainDate): LaunchFault[] {
  const faults: LaunchFault[] = [...dateFaults(draft)];
  const add = (field: string, vi: string, en: string) => void faults.push({ field, text: say(vi, en) });
  if (draft.kind === "drive" && draft.occasion === null) add("occasion", "Đợt thi đua phải gắn với một dịp: hãy ghi dịp gì.", "A drive needs its occasion: say which.");
  if (draft.response_due_on < today) add("response_due_on", "Hạn hưởng ứng đã qua: phải từ hôm nay trở đi.", "The day to respond by has passed: it must be today or later.");
  if (draft.criteria.length === 0) add("criteria.0.text", "Chưa có tiêu chí nào: cần ít nhất một tiêu chí đo được.", "No criterion yet: at least one that can be measured is needed.");
  for (const [index, criterion] of draft.criteria.entries()) {
    const n = index + 1;
    if (criterion.unit_of_measure === null) add(`criteria.${index}.unit_of_measure`, `Tiêu chí ${n} chưa có đơn vị đo (ví dụ: %, hộ, km).`, `Criterion ${n} has no unit of measure (such as %, households, km).`);
    if (criterion.evidence_source === null) add(`criteria.${index}.evidence_source`, `Tiêu chí ${n} chưa nói lấy minh chứng từ đâu.`, `Criterion ${n} does not say where its evidence comes from.`);
    if (criterion.due_on === null) add(`criteria.${index}.due_on`, `Tiêu chí ${n} chưa có hạn hoàn thành.`, `Criterion ${n} has no due date.`);
  }
  if (draft.units_called === 0) add("scope.0.unit_kind", "Phạm vi chưa gọi đơn vị nào: hãy chọn loại đơn vị hoặc từng đơn vị.", "The scope calls no unit: choose kinds of units or single units.");
  return faults;
}

/** Takes the dates of a campaign; gives where they contradict each other. Drafts are held to this too. */
export function dateFaults(draft: Pick<LaunchDraft, "from_on" | "to_on" | "response_due_on"> & { criteria: readonly { due_on: PlainDate | null }[] }): LaunchFault[] {
  const faults: LaunchFault[] = [];
  if (draft.to_on < draft.from_on) faults.push({ field: "to_on", text: say("Ngày kết thúc phải từ ngày bắt đầu trở đi.", "The last day cannot come before the first.") });
  if (draft.response_due_on > draft.to_on) {
    faults.push({ field: "response_due_on", text: say("Hạn hưởng ứng phải trước khi phong trào kết thúc.", "Units must be able to respond before the campaign ends.") });
  }
  for (const [index, { due_on }] of draft.criteria.entries()) {
    if (due_on !== null && (due_on < draft.from_on || due_on > draft.to_on)) {
      faults.push({
        field: `criteria.${index}.due_on`,
        text: say(`Hạn của tiêu chí ${index + 1} phải nằm trong thời gian của phong trào.`, `The due date of criterion ${index + 1} must lie within the campaign's period.`),
      });
    }
  }
  return faults;
}
