import type { Text } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { UNIT_KIND_NAMES, UNIT_KINDS, type UnitKind } from "./core/kinds.ts";
import { findRoot, findUnit, listUnits, unitNames } from "./store.ts";

/** The kinds on which roles are held: collectives, villages and households are too small for one. */
const HOLDING_KINDS: readonly UnitKind[] = UNIT_KINDS.filter((kind) => kind !== "collective" && kind !== "village" && kind !== "household");

/** The unit tree as other modules need it, without knowing this one: wired by the application. */
export const unitTree = {
  rootId: async (context: ReadContext): Promise<string | null> => (await findRoot(context.tx))?.id ?? null,
  exists: async (context: ReadContext, unit_id: string): Promise<boolean> => (await findUnit(context.tx, unit_id, context.clock.today())) !== null,
  names: (context: ReadContext, ids: readonly string[]): Promise<Map<string, string>> => unitNames(context.tx, ids, context.clock.today()),
  choices: async (context: ReadContext): Promise<{ id: string; name: string; group: Text }[]> => {
    const units = await listUnits(context.tx, context.clock.today(), { kinds: HOLDING_KINDS });
    return units
      .sort((a, b) => HOLDING_KINDS.indexOf(a.kind) - HOLDING_KINDS.indexOf(b.kind))
      .map(({ id, name, kind }) => ({ id, name, group: UNIT_KIND_NAMES[kind] }));
  },
};
