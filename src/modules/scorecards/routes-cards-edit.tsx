import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { asFailure, CardForms, GONE, type Show } from "./card-forms.ts";
import { findCriterion, findLeaf } from "./core/card-check.ts";
import { addCriterion, deleteCriterion, moveCriterion, nextNumber, renameGroup, reviseLeaf, withFact, withHead } from "./core/card-edit.ts";
import { type CardContent, isCardGroup } from "./core/content.ts";
import { compactHead, factFromForm, groupFromForm, headFromForm, leafFromForm, typedFromFact, typedFromHead, typedFromLeaf } from "./forms-cards.ts";
import { cardWords } from "./messages-cards.ts";
import { CardEditPage } from "./pages/card-edit-page.tsx";
import { FactForm } from "./pages/card-fact-form.tsx";
import { CardHeadForm } from "./pages/card-head-form.tsx";
import { GroupForm, LeafForm } from "./pages/card-criterion-form.tsx";
import { cardPage } from "./queries-cards.ts";
import { cardRuleRoutes } from "./routes-card-rules.tsx";

const ID = ":id{[0-9a-f-]{36}}";
const parentOf = (fields: Typed): string | null => (typeof fields["in"] === "string" && fields["in"] !== "" ? fields["in"] : null);
const leafPath = (fields: Typed): string => `leaves/${encodeURIComponent(String(fields["id"]))}`;

/** The editor of a card's draft: the table, and one small form for each part of it. */
export function cardEditRoutes(web: Web) {
  const routes = web.routes();
  const forms = new CardForms(web);
  const param = (c: Request, name: string): string => c.req.param(name) ?? "";

  const showTable = async (c: Request, failure: Failure | null): Promise<Response> => {
    const found = await web.query(c, cardPage, { card_id: param(c, "id") });
    if (!found.ok) return web.failure(c, found.error);
    if (!found.value.moves.includes("revise")) return c.redirect(`/cards/${found.value.card.id}`, 303);
    return web.page(c, cardWords.edit[c.var.visit.lang], <CardEditPage view={found.value} failure={failure} />, failure === null ? 200 : 409, { wide: true });
  };
  routes.get(`/cards/${ID}/edit`, (c) => showTable(c, null));

  const showHead: Show = (card, typed, failure) => <CardHeadForm card={card} typed={typed ?? typedFromHead(card.content, card.title)} failure={failure} />;
  routes.get(`/cards/${ID}/head`, (c) => forms.show(c, showHead));
  routes.post(`/cards/${ID}/head`, (c) =>
    forms.change(c, {
      show: showHead, next: "edit", tidy: compactHead,
      edit: (content, fields) => {
        const head = headFromForm(fields);
        return head.ok ? asFailure(withHead(content, head.value)) : head;
      },
    }),
  );

  const showNewGroup = (parent: string | null): Show => (card, typed, failure) => <GroupForm card={card} id={null} typed={typed ?? { in: parent ?? "", id: nextNumber(card.content, parent) }} failure={failure} />;
  routes.get(`/cards/${ID}/groups/new`, (c) => forms.show(c, showNewGroup(c.req.query("in") ?? null)));
  routes.post(`/cards/${ID}/groups`, (c) =>
    forms.change(c, {
      show: showNewGroup(null), next: "edit",
      edit: (content, fields) => {
        const made = groupFromForm(fields);
        return made.ok ? asFailure(addCriterion(content, parentOf(fields), { ...made.value.head, criteria: [] }, made.value.note)) : made;
      },
    }),
  );

  const showGroup = (id: string): Show => (card, typed, failure) => {
    const group = findCriterion(card.content.scorecard.criteria, id);
    if (group === null || !isCardGroup(group)) return GONE;
    return <GroupForm card={card} id={id} typed={typed ?? { id, title: group.title ?? "", title_en: card.content.leaves[id]?.title_en ?? "" }} failure={failure} />;
  };
  routes.get(`/cards/${ID}/groups/:group`, (c) => forms.show(c, showGroup(param(c, "group"))));
  routes.post(`/cards/${ID}/groups/:group`, (c) =>
    forms.change(c, {
      show: showGroup(param(c, "group")), next: "edit",
      edit: (content, fields) => {
        const made = groupFromForm(fields);
        return made.ok ? asFailure(renameGroup(content, param(c, "group"), made.value.head, made.value.note)) : made;
      },
    }),
  );

  const showNewLeaf = (parent: string | null): Show => (card, typed, failure) => <LeafForm card={card} leaf={null} typed={typed ?? { in: parent ?? "", id: nextNumber(card.content, parent) }} failure={failure} />;
  routes.get(`/cards/${ID}/leaves/new`, (c) => forms.show(c, showNewLeaf(c.req.query("in") ?? null)));
  routes.post(`/cards/${ID}/leaves`, (c) =>
    forms.change(c, {
      // A new leaf has no rules yet: its own page is where they are added.
      show: showNewLeaf(null), next: leafPath, done: say("Đã thêm mục. Bây giờ thêm quy tắc chấm.", "The criterion is added. Now add how it is scored."),
      edit: (content, fields) => {
        const made = leafFromForm(fields);
        return made.ok ? asFailure(addCriterion(content, parentOf(fields), { ...made.value.head, rules: [] }, made.value.note)) : made;
      },
    }),
  );

  const showLeaf = (id: string): Show => (card, typed, failure) => {
    const leaf = findLeaf(card.content.scorecard.criteria, id);
    return leaf === null ? GONE : <LeafForm card={card} leaf={leaf} typed={typed ?? typedFromLeaf(leaf, card.content.leaves[id] ?? {})} failure={failure} />;
  };
  routes.get(`/cards/${ID}/leaves/:leaf`, (c) => forms.show(c, showLeaf(param(c, "leaf"))));
  routes.post(`/cards/${ID}/leaves/:leaf`, (c) =>
    forms.change(c, {
      show: showLeaf(param(c, "leaf")), next: "edit",
      edit: (content, fields) => {
        const made = leafFromForm(fields);
        return made.ok ? asFailure(reviseLeaf(content, param(c, "leaf"), made.value.head, made.value.note)) : made;
      },
    }),
  );

  const showTableAgain: Show = (_card, _typed, failure) => failure ?? GONE;
  routes.post(`/cards/${ID}/moves`, (c) =>
    forms.change(c, {
      show: showTableAgain, next: "edit", done: say("Đã chuyển vị trí.", "Moved."),
      edit: (content, fields) => {
        const [direction, id = ""] = String(fields["move"] ?? "").split(" ");
        return { ok: true, value: moveCriterion(content, id, direction === "up" ? "up" : "down") };
      },
    }),
  );

  routes.post(`/cards/${ID}/criteria/:criterion/deletion`, (c) =>
    forms.change(c, { show: showTableAgain, next: "edit", done: cardWords.deleted, edit: (content) => ({ ok: true, value: deleteCriterion(content, param(c, "criterion")) }) }),
  );

  const noteOf = (content: CardContent, fact: string) => (Object.hasOwn(content.facts, fact) ? content.facts[fact] : undefined) ?? { label_vi: fact };
  const showFact = (fact: string): Show => (card, typed, failure) => <FactForm card={card} fact={fact} note={noteOf(card.content, fact)} typed={typed ?? typedFromFact(noteOf(card.content, fact))} failure={failure} />;
  const FACT = ":fact{[a-z][a-z0-9_]{0,59}}";
  routes.get(`/cards/${ID}/facts/${FACT}`, (c) => forms.show(c, showFact(param(c, "fact"))));
  routes.post(`/cards/${ID}/facts/${FACT}`, (c) =>
    forms.change(c, {
      show: showFact(param(c, "fact")), next: "edit",
      edit: (content, fields) => {
        const note = factFromForm(fields, noteOf(content, param(c, "fact")));
        return note.ok ? { ok: true, value: withFact(content, param(c, "fact"), note.value) } : note;
      },
    }),
  );

  routes.route("/", cardRuleRoutes(web, forms));
  return routes;
}
