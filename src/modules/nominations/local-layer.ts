import { inArray } from "drizzle-orm";
import { type LocalLayer, type RegimeId, rulebookOf } from "../../engines/rulebook/index.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { layerOn } from "./core/local-rules.ts";
import { localRulesDeclared } from "./store.ts";
import { rulebooks } from "./tables.ts";

/** Gives the local layer in force on a day, or null: for modules above that judge by the rulebook themselves. */
export async function localLayerOn(tx: Tx, on: PlainDate): Promise<LocalLayer | null> {
  return layerOn(await localRulesDeclared(tx), on);
}

/** Keeps every rulebook that gave one of the answers, by its hash, so that it can be judged again. Part of the calling command's transaction. */
export async function keepRulebooks(context: CommandContext, answers: readonly { rulebook: string; regime: RegimeId }[], local: LocalLayer | null): Promise<void> {
  for (const [hash, regime] of new Map(answers.map((answer) => [answer.rulebook, answer.regime]))) {
    const content = JSON.parse(canonicalJson(rulebookOf(regime, local ?? undefined).content)) as unknown;
    await context.tx.insert(rulebooks).values({ locality_id: context.locality.code, hash, regime, content, first_used_at: context.clock.now() }).onConflictDoNothing();
  }
}

/** Gives the local layers of kept rulebooks by their hash: what judging again needs. */
export async function layersOfRulebooks(tx: Tx, hashes: readonly string[]): Promise<Map<string, LocalLayer | null>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.select().from(rulebooks).where(inArray(rulebooks.hash, [...new Set(hashes)]));
  return new Map(rows.map(({ hash, content }) => [hash, (content as { local: LocalLayer | null }).local]));
}
