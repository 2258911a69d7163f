import { asc } from "drizzle-orm";
import type { PlainDate } from "../kernel/plain-date.ts";
import { type Clock, standingOn, systemClock } from "../platform/clock/clock.ts";
import type { Locality } from "../platform/command/context.ts";
import { localities } from "../platform/command/tables.ts";
import type { Database } from "../platform/database/database.ts";

/** A locality with what requests need of it. */
export type LocalityEntry = Locality & { readonly hosts: readonly string[]; readonly demonstration_on: PlainDate | null };

/** Reads the localities of the installation, the first made first. */
export async function readLocalities(database: Database): Promise<LocalityEntry[]> {
  return database.inInstallation((tx) =>
    tx
      .select({ code: localities.code, name: localities.name, name_en: localities.name_en, hosts: localities.hosts, demonstration_on: localities.demonstration_on })
      .from(localities)
      .orderBy(asc(localities.created_at), asc(localities.code)),
  );
}

/** The locality's clock: a demonstration stands at its own date. */
export function clockOf(entry: LocalityEntry): Clock {
  return entry.demonstration_on === null ? systemClock : standingOn(entry.demonstration_on, systemClock);
}
