import { say, type Text } from "../../../kernel/text.ts";
import { content, fact, group, leaf, met, type ReadyCard, tier, under } from "./build.ts";

/**
 * A sub-criterion: number, Vietnamese, English, threshold. `met` is a yes or no; `>=50` and `<=12` are percents unless a
 * measure stands; `regional` is set by the province and was not found. `note` says what the threshold does not.
 */
export type SubCriterion = readonly [no: string, vi: string, en: string, threshold: string, more?: { measure?: string; note?: string; sure?: boolean }];
/** One of the 19 criteria, with what is looked at. */
export type RuralCriterion = readonly [no: string, vi: string, en: string, parts: readonly SubCriterion[]];

const REGIONAL = "Ngưỡng do Ủy ban nhân dân tỉnh quy định theo vùng, chưa tra được: người thẩm định đối chiếu văn bản của tỉnh.";
const EXACT = "“Không quá” được ghi là dưới mốc cộng 0,01; ghi tỷ lệ với tối đa hai chữ số lẻ.";

function subCriterion([no, vi, en, threshold, more = {}]: SubCriterion) {
  const { measure = "%", note, sure } = more;
  const id = `rural_${no.replace(".", "_")}`;
  const rest = { proof: "Bảng đánh giá, hồ sơ minh chứng của tiêu chí", by: "Đoàn thẩm định huyện", ...(sure === undefined ? {} : { sure }) };
  const noted = (own?: string) => ({ ...rest, ...(own === undefined && note === undefined ? {} : { note: [own, note].filter((text) => text !== undefined).join(" ") }) });
  const bound = threshold.slice(2);
  if (threshold.startsWith(">=")) return leaf(no, "1", vi, en, [tier(fact(id, vi, en, measure), [[bound, "1"]])], noted());
  if (threshold.startsWith("<=")) return leaf(no, "1", vi, en, [under(fact(id, vi, en, measure), justAbove(bound), "1")], noted(EXACT));
  return leaf(no, "1", vi, en, [met(fact(id, vi, en), "1")], noted(threshold === "regional" ? REGIONAL : undefined));
}

/** `12` gives `12.01`, `26.7` gives `26.71`: bounds of this table have one decimal at most. */
function justAbove(bound: string): string {
  return bound.includes(".") ? `${bound}1` : `${bound}.01`;
}

/** Takes the 19 criteria; gives the card: one point for each sub-criterion met. A criterion is met when all beneath it are. */
export function newRuralCard(id: string, title: Text, description: Text, criteria: readonly RuralCriterion[]): ReadyCard {
  const parts = criteria.map(([no, vi, en, subs]) => {
    const [only] = subs;
    // A criterion that is looked at in one way only stands on the card itself, under its own number.
    return subs.length === 1 && only !== undefined && only[0] === no ? subCriterion([no, `${vi}: ${only[1]}`, `${en}: ${only[2]}`, only[3], only[4]]) : group(no, vi, en, subs.map(subCriterion));
  });
  const base = String(criteria.reduce((sum, [, , , subs]) => sum + subs.length, 0));
  return {
    id, purpose: "new_rural", title, description,
    content: content(id.replaceAll("_", "-"), title.vi, base, parts, { classes: [{ id: "met", at_least: base, floor_percent: "100" }, { id: "not_met", at_least: "0" }] }),
  };
}

/** What both descriptions say of the thresholds. */
export const THRESHOLDS = say(
  "Ngưỡng của trung du, miền núi phía Bắc ghi theo trí nhớ và CHƯA XÁC MINH, trừ mục có ghi khác: đối chiếu quyết định và văn bản của tỉnh trước khi dùng. Mỗi tiêu chí con đạt được 1 điểm; trang kết quả đếm số tiêu chí đạt trên 19.",
  "Thresholds of the northern midlands and mountains, from memory and UNVERIFIED unless marked otherwise: check the decision and the province's own before use. One point for each sub-criterion met; the result counts the criteria met out of 19.",
);
