import { describe, expect, it } from "vitest";
import { unwrap } from "../../../kernel/result.ts";
import { cardFaults, cardSum, findLeaf, fullCriteria, placeInWords } from "./card-check.ts";
import { cardIdOf, withDueDatesMoved } from "./card-copy.ts";
import { addCriterion, deleteCriterion, deleteRule, emptyContent, moveCriterion, newFactId, nextNumber, putRule, renameGroup, reviseLeaf, slug, withHead } from "./card-edit.ts";
import type { CardContent, CardRule } from "./content.ts";

const tier: CardRule = { kind: "tier", fact: "waste", tiers: [{ from: "98", points: "5" }, { from: "97", below: "98", points: "4" }], otherwise: "0" };
const due: CardRule = { kind: "deadline", fact: "sent_on", due: "2020-02-29", late: "-1" };

/** Two groups: 1 with 1.1 (20) and 1.2 (5), and 2 with 2.1 (75); ties are broken by 1 and then 1.2. */
function sample(): CardContent {
  let card = emptyContent("bang-2021", "Bảng", "100");
  const add = (parent: string | null, id: string, base: string | null) => {
    card = unwrap(addCriterion(card, parent, base === null ? { id, title: `Nhóm ${id}`, criteria: [] } : { id, title: `Mục ${id}`, base, rules: [] }, {}));
  };
  add(null, "1", null);
  add("1", "1.1", "20");
  add("1", "1.2", "5");
  add(null, "2", null);
  add("2", "2.1", "75");
  card = unwrap(putRule(card, "1.1", null, { kind: "manual", fact: "judged" }, { judged: { label_vi: "Điểm chấm" } }));
  card = unwrap(putRule(card, "1.2", null, tier, { waste: { label_vi: "Tỷ lệ thu gom" } }));
  card = unwrap(putRule(card, "2.1", null, due, { sent_on: { label_vi: "Ngày gửi" } }));
  return unwrap(withHead(card, { title: "Bảng", base: "100", gates: [], classes: [], tie_break: ["1", "1.2"] }));
}
const idsOf = (card: CardContent) => JSON.stringify(card.scorecard.criteria.map((entry) => ("criteria" in entry ? [entry.id, entry.criteria.map(({ id }) => id)] : entry.id)));
const faultsOf = (card: CardContent) => cardFaults(card).map(({ place, text }) => [placeInWords(place, card).vi, text.vi]);

describe("editing a card", () => {
  it("builds one that may be published", () => {
    expect(cardFaults(sample())).toEqual([]);
    expect(cardSum(sample())).toEqual({ sum: "100", base: "100", missing: "0", fits: true });
  });

  it("refuses a number that is taken, and a parent that is gone", () => {
    const taken = addCriterion(sample(), "2", { id: "1.1", base: "1", rules: [] }, {});
    expect(taken.ok ? null : [taken.error.field, taken.error.text.vi]).toEqual(["id", "Số mục “1.1” đã có trên bảng; mỗi mục một số."]);
    expect(addCriterion(sample(), "9", { id: "9.1", base: "1", rules: [] }, {}).ok).toBe(false);
    const renamed = reviseLeaf(sample(), "1.1", { id: "1.2", base: "20" }, {});
    expect(renamed.ok ? null : renamed.error.field).toBe("id");
  });

  it("moves a criterion among its siblings and stays at the edges", () => {
    expect(idsOf(moveCriterion(sample(), "1.2", "up"))).toBe('[["1",["1.2","1.1"]],["2",["2.1"]]]');
    expect(idsOf(moveCriterion(sample(), "1", "down"))).toBe('[["2",["2.1"]],["1",["1.1","1.2"]]]');
    expect(idsOf(moveCriterion(sample(), "1.1", "up"))).toBe(idsOf(sample()));
    expect(idsOf(moveCriterion(sample(), "2.1", "down"))).toBe(idsOf(sample()));
  });

  it("takes a new number to the notes and the tie break, and keeps rules", () => {
    const card = unwrap(reviseLeaf(sample(), "1.2", { id: "1.9", title: "Rác", base: "5" }, { proof: "Biên bản" }));
    expect(card.scorecard.tie_break).toEqual(["1", "1.9"]);
    expect(card.leaves["1.9"]).toEqual({ proof: "Biên bản" });
    expect(Object.hasOwn(card.leaves, "1.2")).toBe(false);
    expect(findLeaf(card.scorecard.criteria, "1.9")?.rules).toEqual([tier]);
    expect(unwrap(renameGroup(sample(), "1", { id: "I", title: "Kinh tế" }, {})).scorecard.tie_break).toEqual(["I", "1.2"]);
  });

  it("deletes with what stood beneath, and the facts that nobody asks any more", () => {
    const card = deleteCriterion(sample(), "1");
    expect([idsOf(card), Object.keys(card.facts), card.scorecard.tie_break, Object.keys(card.leaves)]).toEqual(['[["2",["2.1"]]]', ["sent_on"], [], ["2", "2.1"]]);
    expect(Object.keys(unwrap(deleteRule(sample(), "1.1", 0)).facts)).toEqual(["waste", "sent_on"]);
    expect(deleteRule(sample(), "1.1", 1).ok).toBe(false);
  });

  it("replaces a rule in its place", () => {
    const card = unwrap(putRule(sample(), "1.1", 0, { kind: "flag", fact: "won", points: "1" }, { won: { label_vi: "Được khen" } }));
    expect([findLeaf(card.scorecard.criteria, "1.1")?.rules, Object.keys(card.facts).sort()]).toEqual([[{ kind: "flag", fact: "won", points: "1" }], ["sent_on", "waste", "won"]]);
  });

  it("refuses a tie break that names nothing", () => {
    const wrong = withHead(sample(), { title: "x", base: "1", gates: [], classes: [], tie_break: ["7"] });
    expect(wrong.ok ? null : [wrong.error.field, wrong.error.text.vi]).toEqual(["tie_break", "Không có mục “7” trên bảng."]);
  });

  it("makes ids and numbers that are free", () => {
    expect([newFactId(sample(), "Thu ngân sách (tỷ đồng)"), newFactId(sample(), "Waste"), newFactId(sample(), "5 tốt"), newFactId(sample(), "constructor")]).toEqual(["thu_ngan_sach_ty_dong", "waste_2", "f_5_tot", "f_constructor"]);
    expect([nextNumber(sample(), null), nextNumber(sample(), "1"), nextNumber(deleteCriterion(sample(), "1.1"), "1")]).toEqual(["3", "1.3", "1.3"]);
    expect(slug("Đồng Lạc – 2021", "-")).toBe("dong-lac-2021");
  });
});

describe("what keeps a card from being published", () => {
  it("is told all at once, in the engine's own sentences, at the leaf or the rule", () => {
    let card = sample();
    card = unwrap(putRule(card, "1.2", 0, { kind: "tier", fact: "waste", tiers: [{ from: "98", points: "5" }, { from: "96", below: "97", points: "3" }] }, {}));
    card = unwrap(putRule(card, "1.1", 0, { kind: "tier", fact: "judged", tiers: [{ from: "5", points: "1" }, { from: "1", below: "6", points: "0" }], otherwise: "0" }, {}));
    card = unwrap(withHead(card, { title: "Bảng", base: "98", gates: [], classes: [], tie_break: [] }));
    card = unwrap(deleteRule(card, "2.1", 0));
    expect(faultsOf(card)).toEqual([
      ["Tổng điểm của bảng", "Tổng điểm chuẩn các mục là 100, bảng ghi 98: phải bằng nhau."],
      ["Mục 2.1 “Mục 2.1”", "Mục 2.1 chưa có quy tắc chấm: thêm ít nhất một quy tắc."],
      ["Mục 1.1 “Mục 1.1”, quy tắc 1", "Khoảng này chồng lên khoảng thứ 2."],
      ["Mục 1.2 “Mục 1.2”, quy tắc 1", "Hở khoảng từ 97 đến dưới 98: thêm khoảng, hoặc ghi otherwise."],
    ]);
    expect(cardSum(card)).toEqual({ sum: "100", base: "98", missing: "-2", fits: false });
  });

  it("is also a fact without a name, one asked in two shapes, a group or a card without criteria", () => {
    const nameless = unwrap(putRule(sample(), "1.1", null, { kind: "flag", fact: "waste", points: "1" }, {}));
    expect(faultsOf({ ...nameless, facts: { ...nameless.facts, judged: { label_vi: " " } } })).toEqual([
      ["Dữ kiện “ ”", "Dữ kiện “judged” của mục 1.1 chưa có tên gọi."],
      ["Mục 1.2 “Mục 1.2”", "Dữ kiện “waste” được hỏi theo hai kiểu khác nhau: dùng hai dữ kiện."],
    ]);
    expect(faultsOf(deleteCriterion(sample(), "2.1")).map(([, text]) => text)).toEqual(["Tổng điểm chuẩn các mục là 25, bảng ghi 100: phải bằng nhau.", "Nhóm 2 chưa có mục nào: thêm mục, hoặc xóa nhóm."]);
    expect(faultsOf(emptyContent("x", "X", "100"))).toEqual([["Các mục", "Bảng chưa có mục nào."]]);
  });
});

describe("the rest", () => {
  it("moves due dates by whole years, a leap day to the last of February", () => {
    const dues = (years: number) => findLeaf(withDueDatesMoved(sample(), years).scorecard.criteria, "2.1")?.rules[0]?.["due"];
    expect([dues(1), dues(4), dues(-1)]).toEqual(["2021-02-28", "2024-02-29", "2019-02-28"]);
    expect([cardIdOf("Bảng cụm xã năm 2021", 2021), cardIdOf("Bảng cụm xã", 2022), cardIdOf("***", 2022)]).toEqual(["bang-cum-xa-2021", "bang-cum-xa-2022", "bang-2022"]);
  });

  it("counts the first level's criteria that earned all they could", () => {
    const { criteria } = sample().scorecard;
    expect(fullCriteria(criteria, new Map([["1.1", "20"], ["1.2", "5"], ["2.1", "74.9"]]))).toEqual({ full: 1, of: 2 });
    expect(fullCriteria(criteria, new Map([["1.1", "20"], ["1.2", null], ["2.1", "75"]]))).toEqual({ full: 1, of: 2 });
  });
});
