import { say, type Text } from "../../../kernel/text.ts";

/** Where a scorecard stands. `published` is what rounds are opened on; one that a round uses is frozen. */
export const CARD_STATUSES = ["draft", "published", "withdrawn"] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

export const CARD_STATUS_NAMES: Readonly<Record<CardStatus, Text>> = {
  draft: say("Nháp", "Draft"),
  published: say("Đã ban hành", "Published"),
  withdrawn: say("Thôi dùng", "Withdrawn"),
};

/** What may be done with a card in each state; the button and the server read this one table. */
export const CARD_MOVES = {
  revise: ["draft"],
  publish: ["draft"],
  withdraw: ["draft", "published"],
  reopen: ["published"],
} as const satisfies Record<string, readonly CardStatus[]>;
export type CardMove = keyof typeof CARD_MOVES;

/** Says whether the state allows the move. */
export function cardAllows(status: CardStatus, move: CardMove): boolean {
  return (CARD_MOVES[move] as readonly CardStatus[]).includes(status);
}
