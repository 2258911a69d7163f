import { resolve } from "node:path";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { openDatabase } from "../../../platform/database/database.ts";
import { migrateDatabase } from "../../../platform/database/migrate.ts";
import { ArchiveFault } from "../../archive/frames.ts";
import { loadArchive, readArchiveHeader } from "../../archive/load-archive.ts";
import { makeScratch, type Scratch } from "../../archive/scratch.ts";
import { ensureSecrets } from "../../installation.ts";
import { readLocalities } from "../../localities.ts";
import { checkLog } from "../../log/check-log.ts";
import { readSettings, type Settings } from "../../settings.ts";
import { archiveSentence } from "../archive-words.ts";
import type { VerifyAnswer, VerifyOptions } from "./options.ts";

/**
 * `thidua verify backup`: restores the archive into a scratch database, checks every count and hash
 * and the log, and gives what it holds; `complete` is false, with the `problem`, when it is damaged.
 */
export async function verifyBackup({ target }: VerifyOptions): Promise<VerifyAnswer> {
  const file = resolve(target);
  const started = performance.now();
  try {
    // Whether it is an archive at all, and one of this version, needs no database.
    await readArchiveHeader(file);
    const settings = readSettings(process.env);
    if (!settings.ok) return { ...err(say(settings.error, settings.error)), notes: [] };
    const scratch = await makeScratch(settings.value);
    if (!scratch.ok) return { ...err(say(scratch.error, scratch.error)), notes: [] };
    const found = await inScratch(scratch.value, file, settings.value);
    const seconds = Math.round(performance.now() - started) / 1000;
    return { ...(found.ok ? ok({ ...found.value, seconds }) : found), notes: [] };
  } catch (error) {
    return failed(error, file);
  }
}

async function inScratch(scratch: Scratch, file: string, settings: Settings): Promise<Result<object, Text>> {
  try {
    await migrateDatabase(scratch.address);
    const { header, tables, rows } = await loadArchive(scratch.address, file);
    const database = openDatabase(scratch.address, 4);
    try {
      const log = await checkLog(database, await ensureSecrets(database, settings.base_url));
      const localities = (await readLocalities(database)).map(({ code, name }) => ({ code, name }));
      const { format_version, product_version, made_at, locality } = header;
      return ok({ complete: log.consistent, format_version, product_version, made_at, locality, localities, rows, tables, log });
    } finally {
      await database.close();
    }
  } finally {
    await scratch.drop();
  }
}

function failed(error: unknown, file: string): VerifyAnswer {
  if (error instanceof ArchiveFault && (error.kind === "truncated" || error.kind === "changed")) {
    return { ...ok({ complete: false, problem: { kind: error.kind, at: error.at } }), notes: [] };
  }
  const sentence = archiveSentence(error, file);
  if (sentence === null) throw error;
  return { ...err(sentence), notes: [] };
}
