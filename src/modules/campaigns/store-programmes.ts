import { and, asc, desc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { unitsAbove } from "../organizations/index.ts";
import { programmeContents, programmeLaunchers, programmes } from "./tables.ts";

/** A year's programme (chương trình thi đua năm). */
export type Programme = Omit<typeof programmes.$inferSelect, "locality_id">;

const columns = {
  id: programmes.id, unit_id: programmes.unit_id, year: programmes.year, theme: programmes.theme, launched_at_event: programmes.launched_at_event,
  launched_on: programmes.launched_on, aims: programmes.aims, occasions: programmes.occasions,
  registration_due_on: programmes.registration_due_on, school_registration_due_on: programmes.school_registration_due_on,
};

/** Gives the programme, or null when there is none. */
export async function findProgramme(tx: Tx, programme_id: string): Promise<Programme | null> {
  const [programme] = await tx.select(columns).from(programmes).where(eq(programmes.id, programme_id));
  return programme ?? null;
}

/** Gives the unit whose programme it is, for policies. */
export async function unitOfProgramme(context: ReadContext, programme_id: string): Promise<string | null> {
  return (await findProgramme(context.tx, programme_id))?.unit_id ?? null;
}

/** Gives the unit's programme of the year, drafted or launched, or null. */
export async function programmeOfYear(tx: Tx, unit_id: string, year: number): Promise<Programme | null> {
  const [programme] = await tx.select(columns).from(programmes).where(and(eq(programmes.unit_id, unit_id), eq(programmes.year, year)));
  return programme ?? null;
}

/** Gives programmes, the newest year first: launched ones, and drafts of the given units. */
export function listProgrammes(tx: Tx, filter: { year?: number | undefined; drafts_of?: SQL | undefined }): Promise<Programme[]> {
  return tx
    .select(columns)
    .from(programmes)
    .where(
      and(
        or(isNotNull(programmes.launched_on), filter.drafts_of === undefined ? undefined : sql`${programmes.unit_id} in ${filter.drafts_of}`),
        filter.year ? eq(programmes.year, filter.year) : undefined,
      ),
    )
    .orderBy(desc(programmes.year), sql`${programmes.launched_on} desc nulls last`);
}

/** Gives the launched programme of the year that binds a unit: its own, else that of the nearest unit above. */
export async function programmeFor(tx: Tx, unit_id: string, year: number, day: PlainDate): Promise<Programme | null> {
  const line = [unit_id, ...(await unitsAbove(tx, unit_id, day)).map((unit) => unit.id)];
  const found = await tx
    .select(columns)
    .from(programmes)
    .where(and(eq(programmes.year, year), isNotNull(programmes.launched_on), inArray(programmes.unit_id, line)));
  return found.sort((a, b) => line.indexOf(a.unit_id) - line.indexOf(b.unit_id))[0] ?? null;
}

/** Gives the numbered contents and the launching bodies of a programme. */
export async function partsOfProgramme(tx: Tx, programme_id: string) {
  const contents = await tx
    .select({ no: programmeContents.no, title: programmeContents.title })
    .from(programmeContents)
    .where(eq(programmeContents.programme_id, programme_id))
    .orderBy(asc(programmeContents.no));
  const launchers = await tx
    .select({ name: programmeLaunchers.name, lawful: programmeLaunchers.lawful })
    .from(programmeLaunchers)
    .where(eq(programmeLaunchers.programme_id, programme_id))
    .orderBy(asc(programmeLaunchers.seq));
  return { contents, launchers };
}
