import { say, type Text } from "../../../kernel/text.ts";

/** The statuses of a Nomination (GLOSSARY). */
export const NOMINATION_STATUSES = [
  "draft", "at_level", "not_forwarded", "submitted", "returned", "under_appraisal", "on_notice", "before_council", "recommended", "not_recommended", "in_decision", "in_package", "sent_up",
  "decided", "declined", "withdrawn", "revoked",
] as const;
export type NominationStatus = (typeof NOMINATION_STATUSES)[number];

export const STATUS_NAMES: Readonly<Record<NominationStatus, Text>> = {
  draft: say("Nháp", "Draft"),
  at_level: say("Chờ cấp trên xét, tổng hợp", "With the level above"),
  not_forwarded: say("Cấp trên không trình tiếp", "Not forwarded by the level above"),
  submitted: say("Đã trình", "Submitted"),
  returned: say("Trả lại bổ sung", "Returned"),
  under_appraisal: say("Đang thẩm định", "Under appraisal"),
  on_notice: say("Đang công khai lấy ý kiến", "On public notice"),
  before_council: say("Trình Hội đồng", "Before the council"),
  recommended: say("Đề nghị khen thưởng", "Recommended"),
  not_recommended: say("Không đề nghị", "Not recommended"),
  in_decision: say("Chờ ký quyết định", "In a draft decision"),
  in_package: say("Trong gói trình cấp trên", "In a package to the level above"),
  sent_up: say("Đã trình cấp trên", "Sent to the level above"),
  decided: say("Đã có quyết định", "Decided"),
  declined: say("Không khen thưởng", "Declined"),
  withdrawn: say("Đã rút", "Withdrawn"),
  revoked: say("Đã hủy bỏ", "Revoked"),
};

/** What may happen to a nomination. */
export const NOMINATION_ACTIONS = [
  "draft", "revise", "submit", "submit_to_level", "forward", "pass_on", "level_return", "refuse_forward", "level_reconsider", "return", "assign", "take_up", "post_notice", "put_before_council", "take_back", "council_agree", "council_refuse", "recommend", "not_recommend", "enter_decision", "leave_decision",
  "enter_package", "leave_package", "send_up", "approve_above", "decline_above", "return_above", "decide", "decline", "withdraw", "revoke",
] as const;
export type NominationAction = (typeof NOMINATION_ACTIONS)[number];

/**
 * The one table of what may follow what: for each status the actions allowed in it and the status
 * each leads to. The button and the server both read it (STYLE habit 9).
 */
export const TRANSITIONS: Readonly<Record<NominationStatus, Partial<Record<NominationAction, NominationStatus>>>> = {
  draft: { revise: "draft", submit: "submitted", submit_to_level: "at_level", withdraw: "withdrawn" },
  // What a level has is moved on by that level only (or, once the level's unit is abolished, by who proposed): none of these is the officer's `return`.
  at_level: { forward: "at_level", pass_on: "submitted", level_return: "returned", refuse_forward: "not_forwarded", withdraw: "withdrawn" },
  not_forwarded: { level_reconsider: "at_level", withdraw: "withdrawn" },
  submitted: { assign: "submitted", take_up: "under_appraisal", return: "returned", withdraw: "withdrawn" },
  returned: { revise: "returned", submit: "submitted", submit_to_level: "at_level", withdraw: "withdrawn" },
  under_appraisal: { assign: "under_appraisal", return: "returned", post_notice: "on_notice", put_before_council: "before_council", recommend: "recommended", not_recommend: "not_recommended", withdraw: "withdrawn" },
  on_notice: { return: "returned", put_before_council: "before_council", recommend: "recommended", not_recommend: "not_recommended", withdraw: "withdrawn" },
  before_council: { take_back: "under_appraisal", council_agree: "recommended", council_refuse: "not_recommended", withdraw: "withdrawn" },
  recommended: { return: "returned", enter_decision: "in_decision", enter_package: "in_package", decline: "declined", withdraw: "withdrawn" },
  not_recommended: { return: "returned", take_up: "under_appraisal", decline: "declined", withdraw: "withdrawn" },
  in_decision: { leave_decision: "recommended", decide: "decided" },
  in_package: { leave_package: "recommended", send_up: "sent_up" },
  sent_up: { approve_above: "decided", decline_above: "declined", return_above: "returned" },
  decided: { revoke: "revoked" },
  declined: {},
  withdrawn: {},
  revoked: {},
};

/** Takes a status and an action; gives the status that follows, or null when the action is not allowed. */
export function follow(status: NominationStatus, action: NominationAction): NominationStatus | null {
  return TRANSITIONS[status][action] ?? null;
}

/** Takes the actions of a dossier in order; gives the status they add up to. Throws when they could not have happened. */
export function statusOfActions(list: readonly NominationAction[]): NominationStatus {
  const [first, ...rest] = list;
  if (first !== "draft") throw new Error(`a nomination begins with draft, not ${String(first)}`);
  return rest.reduce<NominationStatus>((status, action) => {
    const next = follow(status, action);
    if (next === null) throw new Error(`${action} cannot follow in ${status}`);
    return next;
  }, "draft");
}
