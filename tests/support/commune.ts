import { unwrap } from "../../src/kernel/result.ts";
import { decisionCommands, decisionQueries } from "../../src/modules/nominations/index.ts";
import { foundLocality, foundUnit } from "../../src/modules/organizations/index.ts";
import { householdRecipientSource } from "../../src/modules/households/recipients.ts";
import { openHouseholdReview } from "../../src/modules/households/index.ts";
import type { Actor } from "../../src/platform/command/actor.ts";
import { runCommand } from "../../src/platform/command/execute.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "./database.ts";

/** The commands and queries of decisions as the product wires them for households. */
export const wired = { ...decisionCommands(householdRecipientSource), ...decisionQueries(householdRecipientSource) };

const IDS = { officer: "1", clerk: "2", head: "3", records_clerk: "4", chair: "5", auditor: "6" } as const;
export type CommuneRole = keyof typeof IDS;

/** The shares of a village meeting as communes usually hold them. */
export const TERMS = { quorum_percent: 60, agree_percent: 60 };
/** The figures of a meeting as a sheet tells them: 12 of 20, exactly 60 %. */
export const MEETING = { met_on: "15/11/2021", called: "20", present: "12", chair: "Nông Mẫu Trưởng", secretary: "Hà Mẫu Thư" };

type Command = Parameters<typeof runCommand>[2];

/** Founds a locality with a commune of three villages and an empty neighbour; gives what tests of households do in it. */
export async function foundCommune() {
  const test: TestDatabase = await freshDatabase();
  const as = await makeLocality(test.database, "CD", "2021-12-20");
  const made = async (command: Command, input: Record<string, unknown>) => (unwrap(await runCommand(test.engine, as(), command, input)) as { id: string }).id;
  const root = await made(foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" });
  const commune = await made(foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" });
  const other = await made(foundUnit, { name: "Xã Khác", kind: "commune", parent_id: root, from_on: "2000-01-01" });
  const village: string[] = [];
  for (const no of [1, 2, 3]) village.push(await made(foundUnit, { name: `Thôn Mẫu ${no}`, kind: "village", parent_id: commune, from_on: "2000-01-01" }));
  const actor = (role: CommuneRole, unit_id = role === "officer" || role === "chair" || role === "auditor" ? root : commune): Actor => ({
    kind: "user", id: `01900000-0000-7000-8000-00000000000${IDS[role]}`, name: `Mẫu ${role}`, person_id: null, grants: [{ role, unit_id, acting_for: null }],
  });
  const run = (role: CommuneRole, command: Command, input: Record<string, unknown>, on?: string) => runCommand(test.engine, as(actor(role), on), command, input);
  const read = <T>(work: Parameters<TestDatabase["database"]["inLocality"]>[1]) => test.database.inLocality("CD", work) as Promise<T>;
  const open = async (year: number, more: Record<string, unknown> = {}, unit = commune): Promise<string> =>
    (unwrap(await run("officer", openHouseholdReview, { commune_id: unit, year, registration_due_on: `${year}-03-31`, ...TERMS, ...more }, `${year}-01-15`)) as { id: string }).id;
  return { test, as, root, commune, other, village, actor, run, read, open, made };
}

/** Rows of a sheet: so many households of a village of `foundCommune`. */
export const rowsOf = (no: number, count: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_row, index) => ({ line: index + 2, village: `Thôn Mẫu ${no}`, head: `Hoàng Mẫu Hộ ${no}.${index}`, ...more }));
