import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, failField } from "../../platform/command/failure.ts";
import { type CardContent, cardLeaves } from "./core/content.ts";
import { withoutDrafts } from "./core/four-numbers.ts";
import { readFactValue, type FactValue } from "./core/fact-value.ts";
import type { ScoreStage } from "./core/round.ts";
import { askedFacts, type FactSet, factsAt, scoreSet } from "./core/sheet.ts";
import { lastSeq, type Round, sheetsOf, statementsOf } from "./store-rounds.ts";
import { scoreStatements } from "./tables.ts";

/** What a score form sends: values by fact, reasons by fact (a leaf's first fact speaks for the whole leaf, the first gate for all gates). */
export type Typed = { readonly facts: Readonly<Record<string, string | boolean | null>>; readonly reasons: Readonly<Record<string, string>> };

/** Whose facts are stated, at which stage, by which unit. `reasoned`: every change needs its reason. */
export type Place = { readonly unit_id: string; readonly stage: ScoreStage; readonly by_unit_id: string; readonly reasoned: boolean };

/**
 * Writes what differs from what stands, each as a statement with its reason; nothing is overwritten.
 * Fails at `facts.<fact>` for a value that does not fit, at `reasons.<fact>` for a change without its reason,
 * and then writes nothing. Gives how many facts changed and the facts that now stand.
 */
export async function state(context: CommandContext, round: Round, content: CardContent, place: Place, typed: Typed): Promise<Result<{ changed: number; facts: FactSet }, Failure>> {
  const all = await statementsOf(context.tx, round.id, place.unit_id);
  // The standing body and the meeting build on what was handed in; a unit's own sheet builds on its own draft.
  const statements = place.stage === "self" || place.stage === "cross" ? all : withoutDrafts(all, await sheetsOf(context.tx, round.id));
  const standing = factsAt(statements, place.unit_id, place.stage, place.by_unit_id);
  const faults: Record<string, Text> = {};
  const changes: { fact: string; value: FactValue; reason: string | null }[] = [];
  for (const asked of askedFacts(content)) {
    const given = typed.facts[asked.fact];
    // A blank field of what was never stated says nothing; blank over a value takes it back.
    if (given === undefined || (given === "" && standing[asked.fact] === undefined)) continue;
    const value = readFactValue(asked.shape, given, asked.choices);
    if (!value.ok) {
      faults[`facts.${asked.fact}`] = value.error;
      continue;
    }
    if (standing[asked.fact] === value.value) continue;
    const reason = reasonFor(content, asked.fact, asked.leaf, typed.reasons);
    // One field of reasons serves a whole criterion: the fault stands where that field is.
    if (place.reasoned && reason === null) faults[`reasons.${reasonField(content, asked.fact, asked.leaf)}`] = say("Đổi số liệu thì ghi lý do.", "A change needs its reason.");
    changes.push({ fact: asked.fact, value: value.value, reason });
  }
  const refused = severalFaults(faults);
  if (refused !== null) return err(refused);
  const facts: Record<string, FactValue> = { ...standing };
  for (const { fact, value } of changes) facts[fact] = value;
  const scored = scoreSet(content, facts);
  if (!scored.ok) {
    const fact = /\.(?:facts|gates)\.([^.]+)$/.exec(scored.error.path)?.[1] ?? "";
    const english = scoreSet(content, facts, "en");
    return failField(`facts.${fact}`, scored.error.message, english.ok ? scored.error.message : english.error.message);
  }
  if (changes.length > 0) {
    const first = (await lastSeq(context.tx, round.id)) + 1;
    await context.tx.insert(scoreStatements).values(
      changes.map(({ fact, value, reason }, index) => ({
        locality_id: context.locality.code, id: context.newId(), round_id: round.id, unit_id: place.unit_id, stage: place.stage, stated_by_unit_id: place.by_unit_id,
        fact, value: { is: value }, reason, stated_by: actorIdOf(context.actor), stated_at: context.clock.now(), seq: first + index,
      })),
    );
  }
  return ok({ changed: changes.length, facts });
}

/** Takes sentences by field; gives the refusal that says them all, each at its field; null when there are none. */
export function severalFaults(faults: Readonly<Record<string, Text>>): Failure | null {
  const texts = Object.values(faults);
  const [first] = texts;
  if (first === undefined) return null;
  const message = texts.length === 1 ? first : say(`Có ${texts.length} ô chưa đúng; chưa ghi gì. Những gì đã nhập vẫn còn.`, `${texts.length} fields need attention; nothing was written, and what you typed is still here.`);
  return { code: "invalid", message, fields: faults };
}

function reasonField(content: CardContent, fact: string, leaf: string | null): string {
  return askedFacts(content).find((entry) => entry.leaf === leaf)?.fact ?? fact;
}

function reasonFor(content: CardContent, fact: string, leaf: string | null, reasons: Typed["reasons"]): string | null {
  const own = reasons[fact]?.trim();
  if (own) return own;
  return reasons[reasonField(content, fact, leaf)]?.trim() || null;
}

/** Says whether a card has a leaf of that id. */
export function hasLeaf(content: CardContent, criterion: string): boolean {
  return cardLeaves(content.scorecard.criteria).some(({ leaf }) => leaf.id === criterion);
}
