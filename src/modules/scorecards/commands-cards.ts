import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { err, ok } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findUnit } from "../organizations/index.ts";
import { cardFaults, type CardFault, placeInWords } from "./core/card-check.ts";
import { cardIdOf, retitled, withDueDatesMoved } from "./core/card-copy.ts";
import { emptyContent } from "./core/card-edit.ts";
import { cardShape } from "./core/card-shape.ts";
import { cardAllows } from "./core/card-status.ts";
import { CARD_PURPOSES, type CardContent, type CardPurpose } from "./core/content.ts";
import { cardWords } from "./messages-cards.ts";
import { READY_YEAR } from "./ready/build.ts";
import { findReady } from "./ready/catalogue.ts";
import { findStoredCard, roundsOnCard, unitOfCard, visibleCard } from "./store-cards.ts";
import { scorecards } from "./tables.ts";

const NOT_FOUND = () => fail("not_found", "Không có bảng chấm điểm này.", "No such scorecard.");
const year = () => field.whole(1990, 2100);

/** Drafts a scorecard: empty, or from a ready card whose due dates move to the year. Title and purpose may be left to the ready card. */
export const draftCard = defineCommand({
  name: "draft_card",
  title: say("Lập bảng chấm điểm", "Draft a scorecard"),
  input: z.strictObject({ unit_id: field.id(), year: year(), title: field.maybe(field.text(300)), purpose: field.maybe(field.choice(CARD_PURPOSES)), ready_id: field.maybe(field.text(60)) }),
  policy: { kind: "roles", roles: ["officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    if ((await findUnit(context.tx, input.unit_id, context.clock.today())) === null) return failField("unit_id", "Không có đơn vị này.", "No such unit.");
    const ready = input.ready_id === undefined ? null : findReady(input.ready_id);
    if (input.ready_id !== undefined && ready === null) return failField("ready_id", "Không có bảng mẫu này.", "There is no such ready card.");
    const title = input.title ?? (ready === null ? undefined : `${ready.title.vi} năm ${input.year}`);
    if (title === undefined) return failField("title", "Chưa nhập tên bảng.", "The title is missing.");
    const purpose = input.purpose ?? ready?.purpose;
    if (purpose === undefined) return failField("purpose", "Chưa chọn bảng dùng cho việc gì.", "Choose what the card is for.");
    const content = ready === null ? emptyContent(cardIdOf(title, input.year), title, "100") : retitled(withDueDatesMoved(ready.content, input.year - READY_YEAR), title, input.year);
    const id = await insertDraft(context, { unit_id: input.unit_id, year: input.year, title, purpose, ready_id: ready?.id ?? null, copied_from: null, content });
    return ok({ id });
  },
});

/** Copies a published card, or an own draft, to a new draft of another year: due dates move by the difference of the years. */
export const copyCard = defineCommand({
  name: "copy_card",
  title: say("Sao chép bảng chấm điểm sang năm khác", "Copy a scorecard to another year"),
  input: z.strictObject({ card_id: field.id(), unit_id: field.maybe(field.id()), year: year(), title: field.maybe(field.text(300)) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => input.unit_id ?? unitOfCard(context, input.card_id) },
  async run(context, input) {
    const card = await visibleCard(context, input.card_id);
    if (card === null) return NOT_FOUND();
    const unit_id = input.unit_id ?? card.unit_id;
    if ((await findUnit(context.tx, unit_id, context.clock.today())) === null) return failField("unit_id", "Không có đơn vị này.", "No such unit.");
    const title = input.title ?? card.title.replaceAll(String(card.year), String(input.year));
    const content = retitled(withDueDatesMoved(card.content, input.year - card.year), title, input.year);
    const id = await insertDraft(context, { unit_id, year: input.year, title, purpose: card.purpose, ready_id: card.ready_id, copied_from: card.id, content });
    return ok({ id });
  },
});

/** Changes a draft. `revision` is the one that was read: when somebody else has changed the card since, nothing is overwritten. */
export const reviseCard = defineCommand({
  name: "revise_card",
  title: say("Sửa bản nháp bảng chấm điểm", "Revise a scorecard's draft"),
  input: z.strictObject({ card_id: field.id(), revision: field.whole(1, 1_000_000), title: field.text(300), content: cardShape }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfCard(context, input.card_id) },
  async run(context, input) {
    const card = await findStoredCard(context.tx, input.card_id, { lock: true });
    if (card === null) return NOT_FOUND();
    if (!cardAllows(card.status, "revise")) return fail("conflict", "Bảng đã ban hành hoặc thôi dùng, không sửa được; hãy mở lại hoặc sao chép.", "The card is published or withdrawn and stands as it is; reopen or copy it.");
    if (card.revision !== input.revision) return err({ code: "conflict", message: cardWords.newer });
    const content: CardContent = { ...input.content, scorecard: { ...input.content.scorecard, title: input.title } };
    const revision = card.revision + 1;
    await context.tx.update(scorecards).set({ title: input.title, content, revision }).where(eq(scorecards.id, card.id));
    context.act({ subject_kind: "scorecard", subject_id: card.id, action: "revise", unit_id: card.unit_id, payload: { revision } });
    return ok({ id: card.id, revision });
  },
});

/** Publishes a draft: from now on everybody reads it and rounds can be opened on it. Refused with every fault at its place. */
export const publishCard = defineCommand({
  name: "publish_card",
  title: say("Ban hành bảng chấm điểm", "Publish a scorecard"),
  input: z.strictObject({ card_id: field.id() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfCard(context, input.card_id) },
  async run(context, input) {
    const card = await findStoredCard(context.tx, input.card_id, { lock: true });
    if (card === null) return NOT_FOUND();
    if (!cardAllows(card.status, "publish")) return fail("conflict", "Chỉ ban hành được bản nháp.", "Only a draft can be published.");
    const faults = cardFaults(card.content);
    if (faults.length > 0) return err(refusalOf(faults, card.content));
    const published_on = context.clock.today();
    await context.tx.update(scorecards).set({ status: "published", published_on }).where(eq(scorecards.id, card.id));
    const hash = createHash("sha256").update(canonicalJson(card.content)).digest("hex");
    context.act({ subject_kind: "scorecard", subject_id: card.id, action: "publish", unit_id: card.unit_id, payload: { hash } });
    context.log({ type: "scorecard_published", facts: { card_id: card.id, title: card.title, year: card.year, hash, published_on } });
    return ok({ id: card.id, hash });
  },
});

/** Takes a card out of use: a draft is set aside, a published card is offered to no new round. Rounds under way keep it. */
export const withdrawCard = defineCommand({
  name: "withdraw_card",
  title: say("Thôi dùng bảng chấm điểm", "Withdraw a scorecard"),
  input: z.strictObject({ card_id: field.id(), reason: field.maybe(field.longText(1000)) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfCard(context, input.card_id) },
  async run(context, input) {
    const card = await findStoredCard(context.tx, input.card_id, { lock: true });
    if (card === null) return NOT_FOUND();
    if (!cardAllows(card.status, "withdraw")) return fail("conflict", "Bảng này đã thôi dùng rồi.", "This card is withdrawn already.");
    await context.tx.update(scorecards).set({ status: "withdrawn" }).where(eq(scorecards.id, card.id));
    context.act({ subject_kind: "scorecard", subject_id: card.id, action: "withdraw", unit_id: card.unit_id, payload: { reason: input.reason ?? null } });
    if (card.published_on !== null) context.log({ type: "scorecard_withdrawn", facts: { card_id: card.id, title: card.title, year: card.year, withdrawn_on: context.clock.today() } });
    return ok({ id: card.id });
  },
});

/** Takes a published card back to draft, as long as no round uses it: once scoring has begun its content never changes. */
export const reopenCard = defineCommand({
  name: "reopen_card",
  title: say("Mở lại bảng chấm điểm để sửa", "Reopen a scorecard"),
  input: z.strictObject({ card_id: field.id() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfCard(context, input.card_id) },
  async run(context, input) {
    const card = await findStoredCard(context.tx, input.card_id, { lock: true });
    if (card === null) return NOT_FOUND();
    if (!cardAllows(card.status, "reopen")) return fail("conflict", "Chỉ mở lại được bảng đã ban hành.", "Only a published card can be reopened.");
    const rounds = await roundsOnCard(context.tx, card.id);
    if (rounds > 0) {
      return fail("conflict", `Đã có ${rounds} đợt chấm điểm dùng bảng này nên không sửa được nữa; hãy sao chép thành bảng mới.`, `${rounds} scoring round(s) use this card, so it stands as it is; copy it to a new one.`);
    }
    await context.tx.update(scorecards).set({ status: "draft", published_on: null, revision: card.revision + 1 }).where(eq(scorecards.id, card.id));
    context.act({ subject_kind: "scorecard", subject_id: card.id, action: "reopen", unit_id: card.unit_id });
    context.log({ type: "scorecard_reopened", facts: { card_id: card.id, title: card.title, year: card.year, reopened_on: context.clock.today() } });
    return ok({ id: card.id });
  },
});

/** Every command of the card side. */
export const cardCommands = [draftCard, copyCard, reviseCard, publishCard, withdrawCard, reopenCard] as const;

type NewCard = { unit_id: string; year: number; title: string; purpose: CardPurpose; ready_id: string | null; copied_from: string | null; content: CardContent };

async function insertDraft(context: CommandContext, card: NewCard): Promise<string> {
  const id = context.newId();
  await context.tx.insert(scorecards).values({ locality_id: context.locality.code, id, ...card, status: "draft", created_at: context.clock.now() });
  context.act({ subject_kind: "scorecard", subject_id: id, action: "draft", unit_id: card.unit_id, payload: { year: card.year, title: card.title, ready_id: card.ready_id, copied_from: card.copied_from } });
  return id;
}

/** Each fault as a sentence that begins with its place; a place with several faults says them all. */
function refusalOf(faults: readonly CardFault[], content: CardContent): Failure {
  const fields: Record<string, Text> = {};
  for (const { place, text } of faults) {
    const name = fieldOf(place);
    const where = placeInWords(place, content);
    const before = fields[name];
    fields[name] = before === undefined ? say(`${where.vi}: ${text.vi}`, `${where.en}: ${text.en}`) : say(`${before.vi} ${text.vi}`, `${before.en} ${text.en}`);
  }
  return { code: "refused", message: say("Chưa ban hành được: sửa từng chỗ dưới đây.", "The card cannot be published yet: mend each place below."), fields };
}

/** The name under which a fault stands: `card.base`, `criterion.1.2`, `rule.1.2.0`, `fact.revenue`. */
function fieldOf(place: CardFault["place"]): string {
  switch (place.at) {
    case "card":
      return `card.${place.part}`;
    case "criterion":
      return `criterion.${place.id}`;
    case "rule":
      return `rule.${place.id}.${place.rule}`;
    case "fact":
      return `fact.${place.fact}`;
  }
}
