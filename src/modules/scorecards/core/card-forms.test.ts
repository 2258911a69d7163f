import { describe, expect, it } from "vitest";
import { unwrap } from "../../../kernel/result.ts";
import { compactRule, gridBounds, ruleFromForm, typedFromRule } from "../forms-card-rules.ts";
import { compactHead, factFromForm, headFromForm, leafFromForm, typedFromFact, typedFromHead, typedFromLeaf } from "../forms-cards.ts";
import { communeCluster } from "../ready/commune-cluster.ts";
import { shapedRule } from "./card-shape.ts";
import { cardLeaves } from "./content.ts";

const { content } = communeCluster;
const leaves = cardLeaves(content.scorecard.criteria).map(({ leaf }) => leaf);
const faultsOf = (result: { ok: boolean } & ({ ok: true } | { error: { fields?: Readonly<Record<string, { vi: string }>> } })) =>
  "error" in result ? Object.fromEntries(Object.entries(result.error.fields ?? {}).map(([name, text]) => [name, text.vi])) : {};

describe("the forms of the editor", () => {
  it("give back every rule of a whole card as it was shown", () => {
    const rules = leaves.flatMap((leaf) => leaf.rules.flatMap((rule) => shapedRule(rule) ?? []));
    expect(rules).toHaveLength(32);
    for (const rule of rules) {
      const made = unwrap(ruleFromForm(rule.kind, compactRule(typedFromRule(rule, content)), content));
      expect(made.rule).toEqual(rule);
      for (const [fact, note] of Object.entries(made.facts)) expect(note).toEqual(content.facts[fact]);
    }
  });

  it("give back every leaf, every fact and the head as they were shown", () => {
    for (const leaf of leaves) {
      const { rules: _rules, ...head } = leaf;
      expect(unwrap(leafFromForm(typedFromLeaf(leaf, content.leaves[leaf.id] ?? {})))).toEqual({ head, note: content.leaves[leaf.id] });
    }
    for (const note of Object.values(content.facts)) expect(unwrap(factFromForm(typedFromFact(note), note))).toEqual(note);
    const { base, gates, classes, tie_break } = content.scorecard;
    expect(unwrap(headFromForm(compactHead(typedFromHead(content, "Bảng"))))).toEqual({ title: "Bảng", base, gates, classes, tie_break });
  });

  it("name a new fact, and two of one name apart", () => {
    const made = unwrap(ruleFromForm("ratio", { actual: { label: "Số hộ" }, target: { label: "Số hộ", measure: "hộ" } }, content));
    expect(made).toEqual({ rule: { kind: "ratio", actual: "so_ho", target: "so_ho_2" }, facts: { so_ho: { label_vi: "Số hộ" }, so_ho_2: { label_vi: "Số hộ", measure: "hộ" } } });
    const only = unwrap(ruleFromForm("flag", { fact: { id: "complaint_confirmed" }, points: "−2", only_if_label: "Đã xử lý", only_if_value: "false" }, content));
    expect(only).toEqual({ rule: { kind: "flag", fact: "complaint_confirmed", points: "-2", only_if: { fact: "da_xu_ly", is: false } }, facts: { da_xu_ly: { label_vi: "Đã xử lý" } } });
  });

  it("read numbers as they are written here and say at the field what is none", () => {
    const rows = { fact: { id: "waste_rate" }, tiers: [{ from: "97,5", below: "", points: "4" }, { from: "1.234", below: "x", points: "" }] };
    expect(faultsOf(ruleFromForm("tier", rows, content))).toEqual({
      "tiers.1.from": "“1.234” có thể là phần nghìn hoặc phần lẻ; viết 1234 hoặc 1,234.", "tiers.1.below": "“x” không phải một số; viết như 12,5.", "tiers.1.points": "Chưa nhập.",
    });
    expect(faultsOf(ruleFromForm("tier", { tiers: [] }, content))).toEqual({ "tiers.0.points": "Cần ít nhất một khoảng.", "fact.id": "Chọn một dữ kiện, hoặc đặt tên dữ kiện mới." });
    expect(faultsOf(ruleFromForm("manual", { fact: { id: "waste_rate", label: "Mới" } }, content))).toEqual({ "fact.label": "Hoặc chọn dữ kiện có sẵn, hoặc đặt tên dữ kiện mới, không cả hai." });
    expect(faultsOf(ruleFromForm("deadline", { fact: { id: "plan_issued_on" }, due: "30/02/2021", late: "-1", early_days: "3" }, content))).toEqual({ due: "“30/02/2021” không phải một ngày; viết như 20/12/2021.", early_points: "Gửi sớm: ghi cả số ngày và số điểm." });
    expect(faultsOf(leafFromForm({ id: "Mục 1", title: "", base: "hai" }))).toEqual({ id: "Số mục gồm chữ không dấu, chữ số, dấu chấm, gạch; ví dụ 1.2.", title: "Chưa nhập.", base: "“hai” không phải một số; viết như 12,5." });
  });

  it("make the values of a choice from their names, never one that is taken", () => {
    const made = unwrap(ruleFromForm("choice", { fact: { label: "Hạng" }, levels: [{ label: "Hạng nhất", points: "1" }, { label: "Hạng nhất", points: "0" }] }, content));
    expect(made).toEqual({ rule: { kind: "choice", fact: "hang", points: { hang_nhat: "1", hang_nhat_2: "0" } }, facts: { hang: { label_vi: "Hạng", choices: { hang_nhat: "Hạng nhất", hang_nhat_2: "Hạng nhất" } } } });
    expect(faultsOf(ruleFromForm("choice", { fact: { label: "Hạng" }, levels: [{ label: "Nhất", points: "1" }] }, content))).toEqual({ "levels.0.label": "Cần ít nhất hai mức để chọn." });
  });

  it("draw a table's grid from the bounds that can be read, and ask for each empty cell", () => {
    const typed = { row: { id: "files_per_year" }, row_bounds: "1000; 2000", column: { id: "late_percent" }, column_bounds: "", points: [["1"], ["2"]] };
    expect(gridBounds(typed)).toEqual({ rows: ["1000", "2000"], columns: [] });
    expect(faultsOf(ruleFromForm("table", typed, content))).toEqual({ "points.2.0": "Chưa nhập." });
  });
});
