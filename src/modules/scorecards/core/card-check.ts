import { type InputError, parseScoreInput } from "../../../engines/scoring/index.ts";
import { add, compare, decimal, parseDecimal, subtract, toText, ZERO } from "../../../kernel/decimal.ts";
import { type Lang, say, type Text } from "../../../kernel/text.ts";
import { type CardContent, type CardCriterion, type CardLeaf, cardLeaves, type FactShape, factsOfLeaf, isCardGroup } from "./content.ts";

/** Where something stands on a card: the card's own lines, a criterion, one rule of a leaf, or a fact. */
export type CardPlace =
  | { readonly at: "card"; readonly part: "base" | "criteria" | "gates" | "classes" | "tie_break" }
  | { readonly at: "criterion"; readonly id: string }
  | { readonly at: "rule"; readonly id: string; readonly rule: number }
  | { readonly at: "fact"; readonly fact: string };

/** One thing that keeps a card from being published: where, and what to do. */
export type CardFault = { readonly place: CardPlace; readonly text: Text };

/** Takes criteria; gives the sum of their leaves' bases, exact. */
export function sumOfBases(criteria: readonly CardCriterion[]): string {
  return toText(cardLeaves(criteria).reduce((sum, { leaf }) => add(sum, decimal(leaf.base)), ZERO));
}

/** Takes a card; gives the sum of its bases, its base, and the difference: positive is missing, negative too much. */
export function cardSum(content: CardContent): { sum: string; base: string; missing: string; fits: boolean } {
  const { base, criteria } = content.scorecard;
  const sum = sumOfBases(criteria);
  const missing = subtract(decimal(base), decimal(sum));
  return { sum, base, missing: toText(missing), fits: compare(missing, ZERO) === 0 };
}

/**
 * Takes a card; gives everything that keeps it from being published, in the order of the card: what the scoring
 * engine refuses, in its own sentences, and what people need beside the arithmetic (rules in every leaf, a name
 * for every fact). Empty when it may be published.
 */
export function cardFaults(content: CardContent): CardFault[] {
  return [...frameFaults(content), ...criterionFaults(content.scorecard.criteria), ...leafFaults(content), ...factFaults(content)];
}

/** The card without its rules: what is wrong then lies in its frame. */
function frameFaults(content: CardContent): CardFault[] {
  const { scorecard } = content;
  if (scorecard.criteria.length === 0) return [{ place: { at: "card", part: "criteria" }, text: say("Bảng chưa có mục nào.", "The card has no criterion yet.") }];
  const bare = (entry: CardCriterion): CardCriterion => (isCardGroup(entry) ? { ...entry, criteria: entry.criteria.map(bare) } : { id: entry.id, base: entry.base, rules: [] });
  const filled = scorecard.criteria.map(bare).filter((entry) => cardLeaves([entry]).length > 0).map(withoutEmptyGroups);
  const error = refusalOf({ ...scorecard, criteria: filled });
  // What is wrong inside a leaf is told once, where leaves are checked.
  if (error === null || /\]\.(base|rules|min|cap_\w+)/.test(error.vi.path)) return [];
  return [{ place: placeOf({ ...scorecard, criteria: filled }, error.vi.path), text: say(error.vi.message, error.en.message) }];
}

function withoutEmptyGroups(entry: CardCriterion): CardCriterion {
  if (!isCardGroup(entry)) return entry;
  return { ...entry, criteria: entry.criteria.filter((child) => cardLeaves([child]).length > 0).map(withoutEmptyGroups) };
}

function criterionFaults(criteria: readonly CardCriterion[]): CardFault[] {
  return criteria.flatMap((entry): CardFault[] => {
    const place: CardPlace = { at: "criterion", id: entry.id };
    if (isCardGroup(entry)) {
      return entry.criteria.length === 0 ? [{ place, text: say(`Nhóm ${entry.id} chưa có mục nào: thêm mục, hoặc xóa nhóm.`, `Group ${entry.id} has no criterion: add one, or delete the group.`) }] : criterionFaults(entry.criteria);
    }
    return entry.rules.length === 0 ? [{ place, text: say(`Mục ${entry.id} chưa có quy tắc chấm: thêm ít nhất một quy tắc.`, `Criterion ${entry.id} has no rule: add at least one.`) }] : [];
  });
}

/** Each leaf alone on a card of its own base: so that every leaf's fault is told, not only the first. */
function leafFaults(content: CardContent): CardFault[] {
  return cardLeaves(content.scorecard.criteria).flatMap(({ leaf }) => {
    const error = refusalOf({ id: "card", base: leaf.base, criteria: [leaf] });
    if (error === null) return [];
    const rule = /^\$\.scorecard\.criteria\[0\]\.rules\[(\d+)\]/.exec(error.vi.path);
    const place: CardPlace = rule === null ? { at: "criterion", id: leaf.id } : { at: "rule", id: leaf.id, rule: Number(rule[1]) };
    return [{ place, text: say(error.vi.message, error.en.message) }];
  });
}

function factFaults(content: CardContent): CardFault[] {
  const shapes = new Map<string, FactShape>();
  const faults: CardFault[] = [];
  for (const { leaf } of cardLeaves(content.scorecard.criteria)) {
    for (const { fact, shape } of factsOfLeaf(leaf)) {
      const before = shapes.get(fact);
      if (before === undefined && (!Object.hasOwn(content.facts, fact) || content.facts[fact]?.label_vi.trim() === "")) {
        faults.push({ place: { at: "fact", fact }, text: say(`Dữ kiện “${fact}” của mục ${leaf.id} chưa có tên gọi.`, `The fact “${fact}” of criterion ${leaf.id} has no name.`) });
      }
      if (before !== undefined && before !== shape) {
        faults.push({ place: { at: "criterion", id: leaf.id }, text: say(`Dữ kiện “${fact}” được hỏi theo hai kiểu khác nhau: dùng hai dữ kiện.`, `The fact “${fact}” is asked in two different shapes: use two facts.`) });
      }
      if (before === undefined) shapes.set(fact, shape);
    }
  }
  return faults;
}

function refusalOf(scorecard: unknown): Record<Lang, InputError> | null {
  const vi = parseScoreInput({ scorecard, units: [] }, { lang: "vi" });
  if (vi.ok) return null;
  const en = parseScoreInput({ scorecard, units: [] }, { lang: "en" });
  return { vi: vi.error, en: en.ok ? vi.error : en.error };
}

/** Takes a card's body and the engine's JSON path; gives the place that a person knows: criterion, rule, fact or line of the card. */
export function placeOf(scorecard: { readonly criteria: readonly CardCriterion[] }, path: string): CardPlace {
  const fact = /^\$\.units\[\d+\]\.facts\.(.+)$/.exec(path)?.[1];
  if (fact !== undefined) return { at: "fact", fact };
  const part = /^\$\.scorecard\.(base|gates|classes|tie_break)/.exec(path)?.[1];
  if (part === "base" || part === "gates" || part === "classes" || part === "tie_break") return { at: "card", part };
  let list = scorecard.criteria;
  let found: CardCriterion | undefined;
  for (const step of path.matchAll(/criteria\[(\d+)\]/g)) {
    found = list[Number(step[1])];
    list = found !== undefined && isCardGroup(found) ? found.criteria : [];
  }
  if (found === undefined) return { at: "card", part: "criteria" };
  const rule = /\.rules\[(\d+)\]/.exec(path)?.[1];
  return rule === undefined ? { at: "criterion", id: found.id } : { at: "rule", id: found.id, rule: Number(rule) };
}

/** Takes a place; gives it in words, with the criterion's number and title. */
export function placeInWords(place: CardPlace, content: CardContent): Text {
  switch (place.at) {
    case "card":
      return PART_NAMES[place.part];
    case "criterion":
      return criterionInWords(place.id, content);
    case "rule": {
      const text = criterionInWords(place.id, content);
      return say(`${text.vi}, quy tắc ${place.rule + 1}`, `${text.en}, rule ${place.rule + 1}`);
    }
    case "fact": {
      const note = Object.hasOwn(content.facts, place.fact) ? content.facts[place.fact] : undefined;
      return say(`Dữ kiện “${note?.label_vi ?? place.fact}”`, `Fact “${note?.label_en ?? note?.label_vi ?? place.fact}”`);
    }
  }
}

const PART_NAMES = {
  base: say("Tổng điểm của bảng", "The card's base"),
  criteria: say("Các mục", "The criteria"),
  gates: say("Điều kiện xếp hạng", "The gates"),
  classes: say("Mức xếp loại", "The classes"),
  tie_break: say("Thứ tự ưu tiên khi bằng điểm", "The tie break"),
} as const satisfies Record<string, Text>;

function criterionInWords(id: string, content: CardContent): Text {
  const title = findCriterion(content.scorecard.criteria, id)?.title;
  const title_en = content.leaves[id]?.title_en ?? title;
  return title === undefined ? say(`Mục ${id}`, `Criterion ${id}`) : say(`Mục ${id} “${title}”`, `Criterion ${id} “${title_en ?? title}”`);
}

/** Takes criteria and an id; gives the criterion of that id wherever it stands, or null. */
export function findCriterion(criteria: readonly CardCriterion[], id: string): CardCriterion | null {
  for (const entry of criteria) {
    if (entry.id === id) return entry;
    const below = isCardGroup(entry) ? findCriterion(entry.criteria, id) : null;
    if (below !== null) return below;
  }
  return null;
}

/** Takes criteria and an id; gives the leaf of that id, or null when there is none or it is a group. */
export function findLeaf(criteria: readonly CardCriterion[], id: string): CardLeaf | null {
  const found = findCriterion(criteria, id);
  return found === null || isCardGroup(found) ? null : found;
}

/**
 * Takes criteria and the points of their leaves; gives how many of the first level (groups, or leaves that stand
 * there) earned every point of their base: what “đạt 13/19 tiêu chí” means.
 */
export function fullCriteria(criteria: readonly CardCriterion[], points: ReadonlyMap<string, string | null>): { full: number; of: number } {
  const reached = ({ leaf }: { leaf: CardLeaf }): boolean => {
    const earned = parseDecimal(points.get(leaf.id) ?? "");
    return earned !== null && compare(earned, decimal(leaf.base)) >= 0;
  };
  return { full: criteria.filter((entry) => cardLeaves([entry]).every(reached)).length, of: criteria.length };
}
