import { describe, expect, it } from "vitest";
import { parseScoreInput } from "../../../engines/scoring/index.ts";
import { READY_CARDS } from "../ready/catalogue.ts";
import { cardFaults, cardSum } from "./card-check.ts";
import { cardShape } from "./card-shape.ts";
import { ruleInWords } from "./card-words.ts";
import { cardLeaves, factsOfLeaf } from "./content.ts";

const cards = READY_CARDS.map((card) => [card.id, card] as const);
const leavesOf = (card: (typeof READY_CARDS)[number]) => cardLeaves(card.content.scorecard.criteria).map(({ leaf }) => leaf);

describe("the ready cards", () => {
  it("are these nine, each with its sum of bases", () => {
    expect(READY_CARDS.map((card) => [card.id, card.purpose, cardSum(card.content).base, leavesOf(card).length])).toEqual([
      ["commune_cluster", "cluster", "100", 24],
      ["agency_block", "cluster", "100", 10],
      ["public_office", "public_office", "100", 10],
      ["enterprise", "enterprise", "100", 10],
      ["the_poor", "the_poor", "100", 8],
      ["new_rural_2016_2020", "new_rural", "49", 49],
      ["new_rural_2021_2025", "new_rural", "57", 57],
      ["reform_index_commune", "reform_index", "100", 25],
      ["reform_index_agency", "reform_index", "100", 22],
    ]);
  });

  it.each(cards)("%s passes the engine, the check before publishing, and its own shape unchanged", (_id, card) => {
    expect(parseScoreInput({ scorecard: card.content.scorecard, units: [] }).ok).toBe(true);
    expect(cardFaults(card.content)).toEqual([]);
    expect(cardShape.parse(card.content)).toEqual(card.content);
  });

  it.each(cards)("%s names every fact and every criterion in both languages, and says every rule in words", (_id, card) => {
    const { facts, leaves } = card.content;
    const asked = leavesOf(card).flatMap((leaf) => factsOfLeaf(leaf).map(({ fact }) => fact));
    expect(asked.filter((fact) => !facts[fact]?.label_vi || !facts[fact]?.label_en)).toEqual([]);
    expect(Object.keys(facts).filter((fact) => !asked.includes(fact))).toEqual([]);
    expect(leavesOf(card).filter((leaf) => !leaf.title || !leaves[leaf.id]?.title_en).map((leaf) => leaf.id)).toEqual([]);
    const words = leavesOf(card).flatMap((leaf) => leaf.rules.flatMap((rule) => [ruleInWords(rule, facts, "vi"), ruleInWords(rule, facts, "en")]));
    expect(words.filter((sentence) => /unfinished|chưa hoàn chỉnh|undefined|_/.test(sentence))).toEqual([]);
  });

  it("bring in the commune cluster's card every kind of rule", () => {
    const [first] = READY_CARDS;
    const kinds = first === undefined ? [] : leavesOf(first).flatMap((leaf) => leaf.rules.map((rule) => rule.kind));
    expect([...new Set(kinds)].sort()).toEqual(["choice", "deadline", "flag", "manual", "per_unit", "ratio", "table", "tier"]);
  });

  it("have 19 new-rural criteria in both periods, all thresholds unverified but the two that were read", () => {
    for (const id of ["new_rural_2016_2020", "new_rural_2021_2025"]) {
      const card = READY_CARDS.find((entry) => entry.id === id);
      expect(card?.content.scorecard.criteria).toHaveLength(19);
      const sure = card === undefined ? [] : leavesOf(card).filter((leaf) => card.content.leaves[leaf.id]?.unverified !== true).map((leaf) => leaf.id);
      expect(sure).toEqual(id === "new_rural_2016_2020" ? ["10", "12"] : []);
    }
  });
});
