import { makeRegistry, type Registry } from "../platform/command/define.ts";
import type { Engine } from "../platform/command/execute.ts";
import type { Database } from "../platform/database/database.ts";
import { systemRandom } from "../platform/clock/random.ts";
import type { Random } from "../kernel/prng.ts";
import { accountCommands } from "../modules/accounts/index.ts";
import * as organizations from "../modules/organizations/index.ts";

/** Takes the database; gives what runs commands: the one place where the unit tree is wired to permissions. */
export function makeEngine(database: Database, options: { random?: Random; afterCommit?: () => void } = {}): Engine {
  return {
    database,
    random: options.random ?? systemRandom,
    isWithin: (tx, _locality, unit_id, above_id, clock) => organizations.isWithin(tx, unit_id, above_id, clock.today()),
    afterCommit: options.afterCommit ?? (() => undefined),
  };
}

/** The unit tree as accounts need it. */
const unitTree = {
  rootId: organizations.rootId,
  exists: async (context: Parameters<typeof organizations.rootId>[0], unit_id: string) =>
    (await organizations.findUnit(context.tx, unit_id, context.clock.today())) !== null,
};

const accounts = accountCommands(unitTree);

/** Every command and query of the product. From it come the API, the audit trail and the tests of permission. */
export const registry: Registry = makeRegistry(
  [
    organizations.foundLocality, organizations.foundUnit, organizations.importUnits, organizations.changeUnit, organizations.endUnits,
    organizations.formCluster, organizations.addPerson, organizations.importPeople, organizations.movePerson,
    ...accounts,
  ],
  [],
);
