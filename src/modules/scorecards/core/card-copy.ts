import { addMonths, parsePlainDate } from "../../../kernel/plain-date.ts";
import { slug } from "./card-edit.ts";
import { type CardContent, type CardCriterion, type CardRule, isCardGroup } from "./content.ts";

/**
 * Takes a card and whole years (negative goes back); gives the card with every due date of its deadline rules that
 * many years later, on the same day of the year (29 February becomes the 28th where there is none). Nothing else moves.
 */
export function withDueDatesMoved(content: CardContent, years: number): CardContent {
  const moveRule = (rule: CardRule): CardRule => {
    const due = rule.kind === "deadline" ? parsePlainDate(String(rule["due"])) : null;
    return due === null ? rule : { ...rule, due: addMonths(due, years * 12) };
  };
  const move = (entry: CardCriterion): CardCriterion => (isCardGroup(entry) ? { ...entry, criteria: entry.criteria.map(move) } : { ...entry, rules: entry.rules.map(moveRule) });
  return { ...content, scorecard: { ...content.scorecard, criteria: content.scorecard.criteria.map(move) } };
}

/** Takes a card, its new title and year; gives it under both: the id that goes to `thidua score` says them too. */
export function retitled(content: CardContent, title: string, year: number): CardContent {
  return { ...content, scorecard: { ...content.scorecard, id: cardIdOf(title, year), title } };
}

/** Takes a title and a year; gives the id under which the card travels. */
export function cardIdOf(title: string, year: number): string {
  const stem = slug(title, "-", 60).replace(new RegExp(`-?(nam-)?${year}$`), "");
  return stem === "" ? `bang-${year}` : `${stem}-${year}`;
}
