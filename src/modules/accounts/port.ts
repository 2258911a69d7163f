import type { Text } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";

/** What accounts must know of the unit tree; the application wires it. */
export type UnitTree = {
  /** The root of the locality's tree, or null before set-up. */
  rootId(context: ReadContext): Promise<string | null>;
  /** Whether such a unit exists today. */
  exists(context: ReadContext, unit_id: string): Promise<boolean>;
  /** The names of units, whenever they existed. */
  names(context: ReadContext, ids: readonly string[]): Promise<Map<string, string>>;
  /** The units of today that a role can be given on, in the order of lists. */
  choices(context: ReadContext): Promise<readonly UnitChoice[]>;
};

/** A unit as the form of a role grant offers it. */
export type UnitChoice = { id: string; name: string; group: Text };
