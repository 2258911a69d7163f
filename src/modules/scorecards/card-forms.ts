import type { VNode } from "preact";
import type { Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { runCommand } from "../../platform/command/execute.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { reviseCard } from "./commands-cards.ts";
import type { EditFault } from "./core/card-edit.ts";
import type { CardContent } from "./core/content.ts";
import { cardWords } from "./messages-cards.ts";
import { cardPage } from "./queries-cards.ts";
import type { StoredCard } from "./store-cards.ts";

/** What a small form shows: the card as it now stands, what was typed (null at first), and what was wrong. */
export type Show = (card: StoredCard, typed: Typed | null, failure: Failure | null) => VNode | Failure;
/** How a small form changes the content. */
export type Edit = (content: CardContent, fields: Typed) => Result<CardContent, Failure>;

export const GONE: Failure = { code: "not_found", message: say("Mục này không còn trên bảng.", "This is no longer on the card.") };

/** Takes an edit's outcome; gives it with its fault as a failure at the form's field. */
export function asFailure(edited: Result<CardContent, EditFault>): Result<CardContent, Failure> {
  if (edited.ok) return edited;
  const { field, text } = edited.error;
  return { ok: false, error: { code: "invalid", message: text, fields: { [field]: text } } };
}

/** What every small form of the editor does: show itself over a draft, and send the whole content changed by its edit. */
export class CardForms {
  constructor(private readonly web: Web) {}

  /** Shows a form over the draft; a card that is no draft leads back to its page. */
  async show(c: Request, show: Show, typed: Typed | null = null, failure: Failure | null = null): Promise<Response> {
    const found = await this.web.query(c, cardPage, { card_id: c.req.param("id") });
    if (!found.ok) return this.web.failure(c, found.error);
    const { card, moves } = found.value;
    if (!moves.includes("revise")) return c.redirect(`/cards/${card.id}`, 303);
    const shown = show(card, typed, failure);
    if ("code" in shown) return this.web.failure(c, shown);
    return this.web.page(c, card.title, shown, failure === null ? 200 : failure.code === "conflict" ? 409 : 422);
  }

  /**
   * Takes a posted form: changes the content and revises the card. Whatever is wrong shows the form again with
   * all that was typed; after somebody else's change it stands on the newest revision, so that sending again works.
   */
  async change(c: Request, options: { edit: Edit; show: Show; next: string | ((fields: Typed) => string); done?: Text; tidy?: (fields: Typed) => Typed }): Promise<Response> {
    const received = await this.web.receive(c);
    if (!received.ok) return this.web.failure(c, received.error);
    const { csrf: _csrf, transaction_id, ...sent } = received.value.fields;
    const fields = options.tidy === undefined ? sent : options.tidy(sent);
    const found = await this.web.query(c, cardPage, { card_id: c.req.param("id") });
    if (!found.ok) return this.web.failure(c, found.error);
    const { card } = found.value;
    const edited = options.edit(card.content, fields);
    if (!edited.ok) return this.show(c, options.show, fields, edited.error);
    const input = { card_id: card.id, revision: fields["revision"], title: edited.value.scorecard.title ?? card.title, content: edited.value };
    const result = await runCommand(this.web.engine, c.var.visit.caller, reviseCard, input, typeof transaction_id === "string" ? transaction_id : undefined);
    if (!result.ok) return this.show(c, options.show, fields, result.error);
    this.web.leaveNotice(c, options.done ?? cardWords.saved);
    return c.redirect(`/cards/${card.id}/${typeof options.next === "string" ? options.next : options.next(fields)}`, 303);
  }
}
