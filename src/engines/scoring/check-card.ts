import { add, compare, decimalOf, toText, ZERO } from "../../kernel/decimal.ts";
import { type Criterion, isGroup, leavesOf, type Rule, type ScoreLeaf, type Scorecard } from "./card.ts";
import { Wrong } from "./wrong.ts";

/** Refuses a card whose parts do not fit together; throws Wrong with the JSON path. */
export function checkCard(card: Scorecard): void {
  const ids = new Set<string>();
  checkIds(card.criteria, "$.scorecard.criteria", ids);
  const leaves = leavesOf(card.criteria);
  const sum = leaves.reduce((total, { leaf }) => add(total, leaf.base), ZERO);
  if (compare(sum, card.base) !== 0) {
    throw new Wrong("$.scorecard.base", `Tổng điểm chuẩn các mục là ${toText(sum)}, bảng ghi ${toText(card.base)}: phải bằng nhau.`, `The leaves' bases add up to ${toText(sum)}, the card says ${toText(card.base)}: they must be equal.`);
  }
  for (const { leaf, path } of leaves) checkLeaf(leaf, path);
  unique(card.gates?.map((gate) => gate.id) ?? [], "$.scorecard.gates");
  unique(card.classes?.map((entry) => entry.id) ?? [], "$.scorecard.classes");
  for (const [index, id] of (card.tie_break ?? []).entries()) {
    if (!ids.has(id)) throw new Wrong(`$.scorecard.tie_break[${index}]`, `Không có tiêu chí “${id}”.`, `There is no criterion “${id}”.`);
  }
}

function checkIds(criteria: readonly Criterion[], path: string, ids: Set<string>): void {
  for (const [index, entry] of criteria.entries()) {
    const at = `${path}[${index}]`;
    if (ids.has(entry.id)) throw new Wrong(`${at}.id`, `Mã “${entry.id}” bị lặp; mỗi tiêu chí một mã.`, `The id “${entry.id}” occurs twice; ids are unique.`);
    ids.add(entry.id);
    if (isGroup(entry)) checkIds(entry.criteria, `${at}.criteria`, ids);
  }
}

function unique(ids: readonly string[], path: string): void {
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index) throw new Wrong(`${path}[${index}].id`, `Mã “${id}” bị lặp.`, `The id “${id}” occurs twice.`);
  }
}

function checkLeaf(leaf: ScoreLeaf, path: string): void {
  if (compare(leaf.base, ZERO) < 0) throw new Wrong(`${path}.base`, "Điểm chuẩn không được âm.", "A base cannot be negative.");
  for (const name of ["cap_bonus", "cap_penalty"] as const) {
    const cap = leaf[name];
    if (cap !== undefined && compare(cap, ZERO) < 0) throw new Wrong(`${path}.${name}`, "Mức trần ghi bằng số dương.", "A cap is a positive number.");
  }
  const setters = leaf.rules.filter((rule) => rule.kind === "tier" || rule.kind === "ratio" || rule.kind === "manual");
  if (setters.length > 1) throw new Wrong(`${path}.rules`, "Mỗi mục chỉ một quy tắc tier, ratio hoặc manual.", "At most one tier, ratio or manual rule stands in a leaf.");
  for (const [index, rule] of leaf.rules.entries()) checkRule(rule, `${path}.rules[${index}]`);
}

function checkRule(rule: Rule, path: string): void {
  switch (rule.kind) {
    case "tier":
      checkTiers(rule, path);
      return;
    case "per_unit":
      if (rule.every !== undefined && compare(rule.every, ZERO) <= 0) throw new Wrong(`${path}.every`, "Phải lớn hơn 0.", "Must be more than 0.");
      if (rule.cap !== undefined && compare(rule.cap, ZERO) < 0) throw new Wrong(`${path}.cap`, "Mức trần ghi bằng số dương.", "A cap is a positive number.");
      return;
    case "deadline":
      if (rule.per_day !== undefined && compare(rule.per_day.cap, ZERO) < 0) throw new Wrong(`${path}.per_day.cap`, "Mức trần ghi bằng số dương.", "A cap is a positive number.");
      return;
    case "table": {
      for (const side of ["row", "column"] as const) {
        const { bounds } = rule[side];
        for (let at = 1; at < bounds.length; at += 1) {
          if (compare(bounds[at] ?? ZERO, bounds[at - 1] ?? ZERO) <= 0) throw new Wrong(`${path}.${side}.bounds[${at}]`, "Các mốc phải tăng dần.", "Bounds must ascend.");
        }
      }
      const rows = rule.row.bounds.length + 1;
      const columns = rule.column.bounds.length + 1;
      if (rule.points.length !== rows || rule.points.some((row) => row.length !== columns)) {
        throw new Wrong(`${path}.points`, `Cần ${rows} hàng, mỗi hàng ${columns} ô.`, `${rows} rows of ${columns} cells are needed.`);
      }
      return;
    }
    case "ratio":
    case "manual":
    case "flag":
    case "choice":
      return;
  }
}

/** Tiers may not overlap, and leave no value without points unless `otherwise` stands. */
function checkTiers(rule: Extract<Rule, { kind: "tier" }>, path: string): void {
  const sorted = rule.tiers
    .map((tier, index) => ({ ...tier, index }))
    .sort((a, b) => (a.from === undefined ? (b.from === undefined ? 0 : -1) : b.from === undefined ? 1 : compare(a.from, b.from)));
  for (const [position, tier] of sorted.entries()) {
    const at = `${path}.tiers[${tier.index}]`;
    if (tier.from !== undefined && tier.below !== undefined && compare(tier.from, tier.below) >= 0) throw new Wrong(at, "Mốc dưới phải nhỏ hơn mốc trên.", "`from` must be less than `below`.");
    const before = sorted[position - 1];
    if (before === undefined) continue;
    if (tier.from === undefined || before.below === undefined || compare(before.below, tier.from) > 0) {
      throw new Wrong(at, `Khoảng này chồng lên khoảng thứ ${before.index + 1}.`, `This tier overlaps tier ${before.index + 1}.`);
    }
    if (rule.otherwise === undefined && compare(before.below, tier.from) < 0) {
      throw new Wrong(at, `Hở khoảng từ ${toText(before.below)} đến dưới ${toText(tier.from)}: thêm khoảng, hoặc ghi otherwise.`, `Values from ${toText(before.below)} to below ${toText(tier.from)} fall in no tier: add one, or say otherwise.`);
    }
  }
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  if (rule.otherwise === undefined && (first?.from !== undefined || last?.below !== undefined)) {
    const edge = first?.from !== undefined ? first : last;
    throw new Wrong(`${path}.tiers[${edge?.index ?? 0}]`, "Giá trị ngoài các khoảng không có điểm: bỏ mốc ngoài cùng, hoặc ghi otherwise.", "Values outside the tiers have no points: leave the outer bound open, or say otherwise.");
  }
}

/** A whole hundred, for percentages. */
export const HUNDRED = decimalOf(100);
