import { addDays, formatDate, parsePlainDate } from "../../kernel/plain-date.ts";
import type { Prng } from "../../kernel/prng.ts";
import { type CardContent, type CardRule, cardLeaves } from "../../modules/scorecards/index.ts";

type Facts = Record<string, string>;

/** Plans of a commune that look like a commune's, by the code of the target; any other plan is 100. */
const PLANS: Readonly<Record<string, number>> = {
  budget_revenue: 2.4, cereal_output: 1450, forest_planted: 25, poverty_reduction: 2.5, new_rural_criteria: 1, health_insurance: 97, child_malnutrition: 14, cultured_families: 85, army_recruits: 5,
};
/** What is counted and not measured. */
const WHOLE = new Set(["cereal_output", "new_rural_criteria", "army_recruits"]);

/** Invents what a unit would state by a card: mostly good, here and there weak. */
export function inventFacts(content: CardContent, prng: Prng): Facts {
  const facts: Facts = {};
  for (const { leaf } of cardLeaves(content.scorecard.criteria)) {
    for (const rule of leaf.rules) for (const [fact, value] of Object.entries(factsOfRule(rule, leaf.base, prng))) facts[fact] ??= value;
    for (const rule of leaf.rules) {
      const only_if = rule["only_if"] as { fact: string; is: unknown } | undefined;
      if (only_if !== undefined) facts[only_if.fact] ??= typeof only_if.is === "boolean" ? (prng.chance(500) ? "yes" : "no") : String(only_if.is);
    }
  }
  for (const [fact, note] of Object.entries(content.facts)) {
    const [actual, plan] = [facts[note.target?.code ?? ""], facts[`${note.target?.code ?? ""}_plan`]];
    if (note.target?.take === "percent" && facts[fact] !== undefined && actual !== undefined && plan !== undefined) facts[fact] = ((Number(actual) * 100) / Number(plan)).toFixed(2);
  }
  for (const gate of content.scorecard.gates ?? []) facts[`gate:${gate.id}`] = "yes";
  return facts;
}

function factsOfRule(rule: CardRule, base: string, prng: Prng): Facts {
  const name = (field: string) => String(rule[field]);
  const points = Number(rule["points"]);
  switch (rule.kind) {
    case "ratio": {
      const plan = PLANS[name("actual")] ?? 100;
      const actual = (plan * (rule["direction"] === "at_most" ? 88 + prng.below(18) : 86 + prng.below(24))) / 100;
      return { [name("target")]: String(plan), [name("actual")]: WHOLE.has(name("actual")) ? String(Math.round(actual)) : String(Number(actual.toFixed(2))) };
    }
    case "tier":
      return { [name("fact")]: tierValue(rule, prng) };
    case "manual":
      return { [name("fact")]: tenths(Math.floor(Number(base) * 10 * (0.75 + prng.below(26) / 100))) };
    case "per_unit": {
      const steps = prng.chance(points < 0 ? 250 : 400) ? 1 + prng.below(2) : 0;
      return { [name("fact")]: String(Number(rule["beyond"] ?? 0) + steps * Number(rule["every"] ?? 1)) };
    }
    case "flag":
      return { [name("fact")]: prng.chance(points < 0 ? 60 : 350) ? "yes" : "no" };
    case "choice": {
      const best = Object.entries(rule["points"] as Record<string, string>).sort((a, b) => Number(b[1]) - Number(a[1])).map(([value]) => value);
      return { [name("fact")]: best[prng.chance(700) ? 0 : prng.below(best.length)] ?? "" };
    }
    case "deadline": {
      const due = parsePlainDate(name("due"));
      return due === null ? {} : { [name("fact")]: formatDate(addDays(due, prng.chance(850) ? -prng.below(8) : 1 + prng.below(4))) };
    }
    case "table": {
      const axis = (side: string) => rule[side] as { fact: string; bounds: string[] };
      const within = (side: string) => String(Math.floor(Number(prng.pick(axis(side).bounds)) * (0.4 + prng.below(5) / 10)));
      return { [axis("row").fact]: within("row"), [axis("column").fact]: within("column") };
    }
    default:
      return {};
  }
}

/** A value in one of the tiers, the best the likeliest. */
function tierValue(rule: CardRule, prng: Prng): string {
  const tiers = [...(rule["tiers"] as { from?: string; below?: string; points: string }[])].sort((a, b) => Number(b.points) - Number(a.points));
  const tier = tiers[prng.chance(650) ? 0 : prng.below(tiers.length)];
  return tier?.from ?? (tier?.below === undefined ? "0" : String(Math.max(0, Number(tier.below) - 1)));
}

function tenths(count: number): string {
  return `${Math.floor(count / 10)}.${count % 10}`;
}
