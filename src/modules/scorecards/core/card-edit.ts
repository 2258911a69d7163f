import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { foldForSearch } from "../../../kernel/vietnamese.ts";
import { findCriterion, findLeaf } from "./card-check.ts";
import { type CardBody, type CardContent, type CardCriterion, type CardGroup, type CardLeaf, type CardRule, cardLeaves, factsOfLeaf, type FactNote, isCardGroup, type LeafNote } from "./content.ts";

/** Why an edit is not made: the field of its form, and the sentence. */
export type EditFault = { readonly field: string; readonly text: Text };
type Edited = Result<CardContent, EditFault>;

/** The card's own lines, beside its criteria. */
export type CardHead = Required<Pick<CardBody, "base" | "gates" | "classes" | "tie_break">> & { readonly title: string };
/** What a leaf says of itself, its rules aside. */
export type LeafHead = Omit<CardLeaf, "rules">;

const GONE = (id: string): Edited => err({ field: "id", text: say(`Mục ${id} không còn trên bảng: có người vừa xóa.`, `Criterion ${id} is no longer on the card: somebody has just deleted it.`) });
const TAKEN = (id: string): Edited => err({ field: "id", text: say(`Số mục “${id}” đã có trên bảng; mỗi mục một số.`, `The number “${id}” is on the card already; each criterion has its own.`) });

/** Takes the card's id, title and base; gives a card without criteria. */
export function emptyContent(id: string, title: string, base: string): CardContent {
  return { scorecard: { id, title, base, criteria: [], gates: [], classes: [], tie_break: [] }, facts: {}, leaves: {} };
}

/** Takes text; gives what may stand in an id: plain letters, digits and the given joint. */
export function slug(text: string, joint: "-" | "_", most = 50): string {
  const bare = foldForSearch(text).replace(/[^a-z0-9]+/g, joint).slice(0, most);
  return bare.replace(/^[-_]+|[-_]+$/g, "");
}

/** Takes a card and its new head; gives the card. Fails at the tie break when it names a criterion that is not there. */
export function withHead(content: CardContent, head: CardHead): Edited {
  const unknown = head.tie_break.find((id) => findCriterion(content.scorecard.criteria, id) === null);
  if (unknown !== undefined) return err({ field: "tie_break", text: say(`Không có mục “${unknown}” trên bảng.`, `There is no criterion “${unknown}” on the card.`) });
  return ok({ ...content, scorecard: { ...content.scorecard, ...head } });
}

/** Takes a card, the group to stand in (null for the first level) and a criterion; gives the card with it as the last there. */
export function addCriterion(content: CardContent, parent: string | null, criterion: CardCriterion, note: LeafNote): Edited {
  if (findCriterion(content.scorecard.criteria, criterion.id) !== null) return TAKEN(criterion.id);
  const leaves = { ...content.leaves, [criterion.id]: note };
  if (parent === null) return ok(withCriteria({ ...content, leaves }, [...content.scorecard.criteria, criterion]));
  const group = findCriterion(content.scorecard.criteria, parent);
  if (group === null || !isCardGroup(group)) return GONE(parent);
  return ok(withCriteria({ ...content, leaves }, swap(content.scorecard.criteria, parent, () => [{ ...group, criteria: [...group.criteria, criterion] }])));
}

/** Takes a card, a group's id and what it is to be called; gives the card. A new number goes to the tie break too. */
export function renameGroup(content: CardContent, id: string, head: Omit<CardGroup, "criteria">, note: LeafNote): Edited {
  const group = findCriterion(content.scorecard.criteria, id);
  if (group === null || !isCardGroup(group)) return GONE(id);
  if (head.id !== id && findCriterion(content.scorecard.criteria, head.id) !== null) return TAKEN(head.id);
  return ok(renumbered(content, id, { ...head, criteria: group.criteria }, note));
}

/** Takes a card, a leaf's id and its new head; gives the card, the leaf's rules as they were. */
export function reviseLeaf(content: CardContent, id: string, head: LeafHead, note: LeafNote): Edited {
  const leaf = findLeaf(content.scorecard.criteria, id);
  if (leaf === null) return GONE(id);
  if (head.id !== id && findCriterion(content.scorecard.criteria, head.id) !== null) return TAKEN(head.id);
  return ok(renumbered(content, id, { ...head, rules: leaf.rules }, note));
}

/** Takes a card, a criterion and a direction; gives the card with it one place further among its siblings; as it was at the edge. */
export function moveCriterion(content: CardContent, id: string, direction: "up" | "down"): CardContent {
  const shift = (list: readonly CardCriterion[]): readonly CardCriterion[] => {
    const at = list.findIndex((entry) => entry.id === id);
    if (at < 0) return list.map((entry) => (isCardGroup(entry) ? { ...entry, criteria: shift(entry.criteria) } : entry));
    const to = direction === "up" ? at - 1 : at + 1;
    const [moved, other] = [list[at], list[to]];
    if (moved === undefined || other === undefined) return list;
    return list.map((entry, index) => (index === at ? other : index === to ? moved : entry));
  };
  return withCriteria(content, shift(content.scorecard.criteria));
}

/** Takes a card and a criterion's id; gives the card without it, what stood beneath it, and what only these used. */
export function deleteCriterion(content: CardContent, id: string): CardContent {
  return tidied(withCriteria(content, swap(content.scorecard.criteria, id, () => [])));
}

/** Takes a card, a leaf, the rule's place (null for a new one), the rule and the notes of facts it brings; gives the card. */
export function putRule(content: CardContent, leafId: string, at: number | null, rule: CardRule, facts: Readonly<Record<string, FactNote>>): Edited {
  const leaf = findLeaf(content.scorecard.criteria, leafId);
  if (leaf === null || (at !== null && leaf.rules[at] === undefined)) return GONE(leafId);
  const rules = at === null ? [...leaf.rules, rule] : leaf.rules.map((entry, index) => (index === at ? rule : entry));
  return ok(tidied(withCriteria({ ...content, facts: { ...content.facts, ...facts } }, swap(content.scorecard.criteria, leafId, () => [{ ...leaf, rules }]))));
}

/** Takes a card, a leaf and a rule's place; gives the card without the rule. */
export function deleteRule(content: CardContent, leafId: string, at: number): Edited {
  const leaf = findLeaf(content.scorecard.criteria, leafId);
  if (leaf === null || leaf.rules[at] === undefined) return GONE(leafId);
  return ok(tidied(withCriteria(content, swap(content.scorecard.criteria, leafId, () => [{ ...leaf, rules: leaf.rules.filter((_rule, index) => index !== at) }]))));
}

/** Takes a card, a fact and what is to stand beside it; gives the card. */
export function withFact(content: CardContent, fact: string, note: FactNote): CardContent {
  return { ...content, facts: { ...content.facts, [fact]: note } };
}

/** Takes a card and the name of a new fact; gives an id for it that is still free. */
export function newFactId(content: CardContent, label: string): string {
  const plain = slug(label, "_", 40);
  const stem = /^[a-z]/.test(plain) && plain !== "constructor" && plain !== "prototype" ? plain : `f_${plain}`.replace(/_$/, "");
  const used = new Set([...Object.keys(content.facts), ...cardLeaves(content.scorecard.criteria).flatMap(({ leaf }) => factsOfLeaf(leaf).map(({ fact }) => fact))]);
  let id = stem;
  for (let n = 2; used.has(id); n += 1) id = `${stem}_${n}`;
  return id;
}

/** Gives the number that a new criterion of a group would naturally bear: one more than there are. */
export function nextNumber(content: CardContent, parent: string | null): string {
  const group = parent === null ? null : findCriterion(content.scorecard.criteria, parent);
  const siblings = parent === null ? content.scorecard.criteria : group !== null && isCardGroup(group) ? group.criteria : [];
  const prefix = parent === null ? "" : `${parent}.`;
  let n = siblings.length + 1;
  while (findCriterion(content.scorecard.criteria, `${prefix}${n}`) !== null) n += 1;
  return `${prefix}${n}`;
}

function withCriteria(content: CardContent, criteria: readonly CardCriterion[]): CardContent {
  return { ...content, scorecard: { ...content.scorecard, criteria } };
}

/** Puts others in the place of one criterion, wherever it stands. */
function swap(list: readonly CardCriterion[], id: string, others: () => readonly CardCriterion[]): CardCriterion[] {
  return list.flatMap((entry) => (entry.id === id ? others() : isCardGroup(entry) ? [{ ...entry, criteria: swap(entry.criteria, id, others) }] : [entry]));
}

function renumbered(content: CardContent, id: string, criterion: CardCriterion, note: LeafNote): CardContent {
  const { [id]: _before, ...others } = content.leaves;
  const swapped = withCriteria({ ...content, leaves: { ...others, [criterion.id]: note } }, swap(content.scorecard.criteria, id, () => [criterion]));
  const tie_break = (swapped.scorecard.tie_break ?? []).map((entry) => (entry === id ? criterion.id : entry));
  return { ...swapped, scorecard: { ...swapped.scorecard, tie_break } };
}

/** Leaves out notes of facts that no rule asks any more, and notes and tie breaks of criteria that are gone. */
function tidied(content: CardContent): CardContent {
  const { criteria } = content.scorecard;
  const asked = new Set(cardLeaves(criteria).flatMap(({ leaf }) => factsOfLeaf(leaf).map(({ fact }) => fact)));
  const kept = <V>(entries: Readonly<Record<string, V>>, holds: (key: string) => boolean): Record<string, V> => Object.fromEntries(Object.entries(entries).filter(([key]) => holds(key)));
  const stands = (id: string) => findCriterion(criteria, id) !== null;
  return {
    scorecard: { ...content.scorecard, tie_break: (content.scorecard.tie_break ?? []).filter(stands) },
    facts: kept(content.facts, (fact) => asked.has(fact)),
    leaves: kept(content.leaves, stands),
  };
}
