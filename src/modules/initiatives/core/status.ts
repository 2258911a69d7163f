import { say, type Text } from "../../../kernel/text.ts";

/** Where an initiative (sáng kiến) stands. */
export const INITIATIVE_STATUSES = ["draft", "submitted", "returned", "before_council", "recognised", "not_recognised", "withdrawn"] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

export const STATUS_NAMES: Readonly<Record<InitiativeStatus, Text>> = {
  draft: say("Nháp", "Draft"),
  submitted: say("Đã gửi", "Submitted"),
  returned: say("Trả lại bổ sung", "Returned"),
  before_council: say("Hội đồng sáng kiến xét", "Before the initiative council"),
  recognised: say("Đã công nhận", "Recognised"),
  not_recognised: say("Không công nhận", "Not recognised"),
  withdrawn: say("Đã rút", "Withdrawn"),
};

/** What may happen to an initiative. */
export const INITIATIVE_ACTIONS = ["revise", "submit", "return", "score", "recognise", "refuse", "withdraw"] as const;
export type InitiativeAction = (typeof INITIATIVE_ACTIONS)[number];

/** The one table of what may follow what; buttons and commands both read it. A recognised initiative may be recognised again in a wider scope. */
const TRANSITIONS: Readonly<Record<InitiativeStatus, Partial<Record<InitiativeAction, InitiativeStatus>>>> = {
  draft: { revise: "draft", submit: "submitted", withdraw: "withdrawn" },
  submitted: { return: "returned", score: "before_council", withdraw: "withdrawn" },
  returned: { revise: "returned", submit: "submitted", withdraw: "withdrawn" },
  before_council: { return: "returned", score: "before_council", recognise: "recognised", refuse: "not_recognised", withdraw: "withdrawn" },
  recognised: { recognise: "recognised" },
  not_recognised: {},
  withdrawn: {},
};

/** Takes a status and an action; gives the status that follows, or null when the action is not allowed. */
export function follow(status: InitiativeStatus, action: InitiativeAction): InitiativeStatus | null {
  return TRANSITIONS[status][action] ?? null;
}

/** How far an initiative's effect is recognised (phạm vi ảnh hưởng), the narrowest first. */
export const SCOPES = ["unit", "district", "province"] as const;
export type InitiativeScope = (typeof SCOPES)[number];

export const SCOPE_NAMES: Readonly<Record<InitiativeScope, Text>> = {
  unit: say("Cấp cơ sở (đơn vị)", "Unit"),
  district: say("Toàn huyện", "District"),
  province: say("Cấp tỉnh", "Province"),
};

/** Takes a scope; gives the scope under which the check of standards knows it: all that is below the province counts as `unit`. */
export function factScope(scope: InitiativeScope): "unit" | "province" {
  switch (scope) {
    case "unit":
    case "district":
      return "unit";
    case "province":
      return "province";
  }
}

/** Gives the widest of the scopes, or null for none. */
export function widestScope(scopes: readonly InitiativeScope[]): InitiativeScope | null {
  return [...SCOPES].reverse().find((scope) => scopes.includes(scope)) ?? null;
}
