import type { ReadContext } from "../../platform/command/context.ts";

/** What accounts must know of the unit tree; the application wires it. */
export type UnitTree = {
  /** The root of the locality's tree, or null before set-up. */
  rootId(context: ReadContext): Promise<string | null>;
  /** Whether such a unit exists today. */
  exists(context: ReadContext, unit_id: string): Promise<boolean>;
};
