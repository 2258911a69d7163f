import { say } from "../../kernel/text.ts";
import { type Typed, typedText } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { findLeaf } from "./core/card-check.ts";
import { deleteRule, putRule } from "./core/card-edit.ts";
import { type RuleKind, ruleShape, shapedRule } from "./core/card-shape.ts";
import type { CardContent } from "./core/content.ts";
import { compactRule, ruleFromForm, typedFromRule } from "./forms-card-rules.ts";
import { cardWords } from "./messages-cards.ts";
import { RuleForm } from "./pages/card-rule-form.tsx";
import { asFailure, type CardForms, type Edit, GONE, type Show } from "./card-forms.ts";

const KINDS: readonly string[] = ruleShape.options.map((option) => option.shape.kind.value);
const isKind = (text: string): text is RuleKind => KINDS.includes(text);
const RULES = "/cards/:id{[0-9a-f-]{36}}/leaves/:leaf/rules";

/** The forms of a leaf's rules: a new one of a kind, an old one, and its end. */
export function cardRuleRoutes(web: Web, forms: CardForms) {
  const routes = web.routes();
  const leafOf = (c: Request): string => c.req.param("leaf") ?? "";
  const placeOf = (c: Request): number => Number(c.req.param("at") ?? "1") - 1;
  const backTo = (c: Request): string => `leaves/${encodeURIComponent(leafOf(c))}`;
  const ruleAt = (content: CardContent, c: Request) => {
    const kept = findLeaf(content.scorecard.criteria, leafOf(c))?.rules[placeOf(c)];
    return kept === undefined ? null : shapedRule(kept);
  };

  const showNew = (c: Request, kind: string): Show => (card, typed, failure) => {
    const leaf = findLeaf(card.content.scorecard.criteria, leafOf(c));
    return leaf === null || !isKind(kind) ? GONE : <RuleForm card={card} leaf={leaf} kind={kind} at={null} typed={typed ?? {}} failure={failure} />;
  };
  const showOld = (c: Request): Show => (card, typed, failure) => {
    const [leaf, rule] = [findLeaf(card.content.scorecard.criteria, leafOf(c)), ruleAt(card.content, c)];
    if (leaf === null || rule === null) return GONE;
    return <RuleForm card={card} leaf={leaf} kind={rule.kind} at={placeOf(c) + 1} typed={typed ?? typedFromRule(rule, card.content)} failure={failure} />;
  };

  /** A rule from its form, put in its place; `redraw` only shows the grid anew, with all that was typed. */
  const edit = (c: Request, at: number | null): Edit => (content, fields) => {
    if (typedText(fields, "redraw") === "1") {
      return { ok: false, error: { code: "invalid", message: say("Lưới đã vẽ lại theo mốc: điền điểm từng ô rồi lưu.", "The grid is redrawn: fill in the points of each cell, then save.") } };
    }
    const kind = at === null ? typedText(fields, "kind") : (ruleAt(content, c)?.kind ?? "");
    if (!isKind(kind)) return { ok: false, error: GONE };
    const made = ruleFromForm(kind, fields, content);
    return made.ok ? asFailure(putRule(content, leafOf(c), at, made.value.rule, made.value.facts)) : made;
  };

  routes.get(`${RULES}/new`, (c) => forms.show(c, showNew(c, c.req.query("kind") ?? "")));
  routes.post(RULES, (c) => {
    // The kind travels in the form itself, so that a form shown again keeps it.
    const again: Show = (card, typed, failure) => showNew(c, typedText(typed ?? ({} as Typed), "kind"))(card, typed, failure);
    return forms.change(c, { edit: edit(c, null), show: again, next: backTo(c), tidy: compactRule });
  });

  routes.get(`${RULES}/:at{[1-9][0-9]?}`, (c) => forms.show(c, showOld(c)));
  routes.post(`${RULES}/:at{[1-9][0-9]?}`, (c) => forms.change(c, { edit: edit(c, placeOf(c)), show: showOld(c), next: backTo(c), tidy: compactRule }));
  routes.post(`${RULES}/:at{[1-9][0-9]?}/deletion`, (c) =>
    forms.change(c, { edit: (content) => asFailure(deleteRule(content, leafOf(c), placeOf(c))), show: showOld(c), next: backTo(c), done: cardWords.deleted }),
  );

  return routes;
}
